"""Correct a review that is recorded: only what is changed is said, the rest stays."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from iro_desktop.domain.acts import CorrectReview, StateReviewNumber
from iro_desktop.domain.participation import meaning
from iro_desktop.domain.vocabulary import LateReason, Participation, ReviewMethod
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView, HeldRow
from iro_desktop.ui.forms.child_form import Save
from iro_desktop.ui.forms.sheet import Problems
from iro_desktop.ui.forms.which_review import WhichReview
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.date_field import DateField

Kind = TypeVar("Kind", Participation, LateReason, ReviewMethod)
_NOT_SAID = ""
_YES, _NO = "yes", "no"


class CodeList(DropDown):
    """Digits choose the code, as where it was recorded."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses its code; the rest is as in every list."""
        number = event.key() - Qt.Key.Key_0
        if 0 <= number < len(Participation) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            _choose(self, list(Participation)[number].value)
        else:
            super().keyPressEvent(event)


class CorrectReviewForm(WhichReview):
    """Filled with what is recorded. What nothing is recorded of can be said; it can't be made unknown again."""

    def __init__(self, desk: Desk, save: Save, view: ChildView, parent: QWidget | None = None) -> None:
        super().__init__("Correct a recorded review", desk, save, view, parent)
        self.held_on = DateField("Held on", desk.typed_date, self)
        self.code = CodeList("How the child took part", self)
        _offer(self.code, [(one.value, one.label) for one in Participation])
        self.number = QLineEdit(self)
        self.number.setPlaceholderText("counted from the reviews recorded")
        self.late_reason = _drop_down("Why out of timescale", [(one.value, one.label) for one in LateReason], self)
        self.method = _drop_down("How it was held", [(one.value, one.label) for one in ReviewMethod], self)
        self.plan = _drop_down("Care or pathway plan up to date?", [(_YES, "yes"), (_NO, "no")], self)
        for name, label, field in (
            ("held_on", "Held on", self.held_on),
            ("participation", "How the child took part", self.code),
            ("number", "Which review it was, by number", self.number),
            ("late_reason", "Why out of timescale", self.late_reason),
            ("method", "How it was held", self.method),
            ("is_plan_current", "Care or pathway plan up to date?", self.plan),
        ):
            field.setAccessibleName(label)
            self.add_field(name, label, field)
        self.held_on.day_changed.connect(self._say)
        self.code.currentIndexChanged.connect(self._say)
        self.close_fields()

    def begin(self) -> None:
        """Begin with the review where there are several, else with its day."""
        first = self.held_on if self.review.focusPolicy() is Qt.FocusPolicy.NoFocus else self.review
        first.setFocus()

    def show_known(self) -> None:
        """What is recorded of the review chosen."""
        row = self.row()
        self.held_on.set_day(row.held_on)
        self.number.setText(str(row.number) if row.number else "")
        plan = _NOT_SAID if row.is_plan_current is None else _YES if row.is_plan_current else _NO
        for box, known in (
            (self.code, row.participation),
            (self.late_reason, row.late_reason),
            (self.method, row.method),
            (self.plan, plan),
        ):
            _choose(box, str(known or _NOT_SAID))
        self._say()

    def problems(self) -> Problems:
        """A day, a number that is one, and something that is other than recorded."""
        found: list[tuple[str, str]] = []
        if self.held_on.day() is None:
            found.append(("held_on", "Say on which day it was held, for example 12 mar."))
        if self.number.text().strip() and self._number() is None:
            found.append(("number", "A number from 1 to 99, or nothing: then it is counted."))
        if not found and self.act() == self._as_recorded():
            found.append(("held_on", "All of it is as recorded. Change what is wrong; nothing else is touched."))
        return found

    def act(self) -> CorrectReview | StateReviewNumber:
        """What differs from what is recorded; a number alone is stated, for nothing was wrong with the review."""
        corrected, number = self._corrected(), self._number()
        if (
            corrected.number is not None
            and number is not None
            and replace(corrected, number=None) == self._as_recorded()
        ):
            return StateReviewNumber(child=corrected.child, held_on=corrected.held_on, number=number)
        return corrected

    def _as_recorded(self) -> CorrectReview:
        return CorrectReview(child=self._view.child, held_on=self.row().held_on)

    def _corrected(self) -> CorrectReview:
        row, day = self.row(), self.held_on.known_day()
        plan = self.plan.currentData()
        return CorrectReview(
            child=self._view.child,
            held_on=row.held_on,
            to_held_on=_other_day(day, row),
            participation=_other(Participation, self.code, row.participation),
            number=self._number() if self._number() != row.number else None,
            late_reason=_other(LateReason, self.late_reason, row.late_reason),
            method=_other(ReviewMethod, self.method, row.method),
            is_plan_current=(plan == _YES) if plan and (plan == _YES) is not row.is_plan_current else None,
        )

    def _number(self) -> int | None:
        typed = self.number.text().strip()
        is_one = typed.isascii() and typed.isdecimal() and len(typed) <= 2
        return int(typed) if is_one else None

    def _say(self) -> None:
        self.fields["held_on"].say(self.held_on.echo())
        code = self.code.currentData()
        self.fields["participation"].say(meaning(Participation(code)) if code else "")


def _drop_down(name: str, options: list[tuple[str, str]], parent: QWidget) -> DropDown:
    box = DropDown(name, parent)
    _offer(box, options)
    return box


def _offer(box: DropDown, options: list[tuple[str, str]]) -> None:
    box.addItem("Not said", _NOT_SAID)
    for value, words in options:
        shown = f"{words[:1].upper()}{words[1:]}"
        box.addItem(f"{value}  {shown}" if value.startswith("PN") else shown, value)


def _choose(box: DropDown, value: str) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))


def _other_day(day: date, row: HeldRow) -> date | None:
    return day if day != row.held_on else None


def _other(kind: type[Kind], box: DropDown, known: Kind | None) -> Kind | None:
    chosen = box.currentData()
    return kind(chosen) if chosen and kind(chosen) is not known else None
