"""Record a review that was held: who, when, how the child took part, and the next one."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLayout, QVBoxLayout, QWidget

from iro_desktop.domain.acts import Act, RecordReviewHeld
from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.vocabulary import Labelled, LateReason, Participation, ReviewMethod, Standing
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ReviewPreview
from iro_desktop.ui.forms.child_field import ChildField
from iro_desktop.ui.forms.field import StandingLine
from iro_desktop.ui.forms.review_more import ReviewMore
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.widgets import Card, QuietButton
from iro_desktop.ui.widgets.choices import Choice, DropDown
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.pairs import Pairs


class RecordReview(FormSheet):
    """Shows, while it is filled in, whether the review was in timescale and what follows from it."""

    def __init__(self, desk: Desk, save: Callable[[Act], None], parent: QWidget | None = None) -> None:
        super().__init__("Record review held", save, parent)
        self._desk = desk
        self._preview: ReviewPreview | None = None
        self._was_preset = False
        self.child = ChildField(desk.find, self)
        self.held_on = DateField("Held on", desk.typed_date, self)
        self.timescale = StandingLine(self)
        self.late_reason = DropDown("Why out of timescale", self)
        self.late_reason.addItem("Choose a reason", None)
        for reason in LateReason:
            self.late_reason.addItem(_first_upper(reason.label), reason)
        self.participation, participation_list = self._group(Participation, has_keys=True)
        self.method, method_list = self._group(ReviewMethod, is_flowing=True)
        self.more = ReviewMore(desk.typed_date, self.content)
        self.next_on = DateField("Next review", desk.typed_date, self)
        self.next_on.setPlaceholderText("a date")
        self.accept_next = QuietButton("", "N", self)
        self.follows = Card(self, "What follows")
        self.follow_pairs = Pairs(self.follows, is_value_right=True)
        self.follows.body.addWidget(self.follow_pairs)
        self._add_fields(participation_list, method_list)
        self._connect()

    def _group(
        self, kinds: Sequence[Labelled] | type[Labelled], *, has_keys: bool = False, is_flowing: bool = False
    ) -> tuple[QButtonGroup, QWidget]:
        holder, group = QWidget(self), QButtonGroup(self)
        layout: QLayout = FlowLayout(holder, 4) if is_flowing else QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, kind in enumerate(kinds):
            choice = Choice(_first_upper(kind.label), str(number) if has_keys else "", holder)
            choice.setProperty("value", kind.value)
            group.addButton(choice, number)
            layout.addWidget(choice)
        return group, holder

    def _add_fields(self, participation: QWidget, method: QWidget) -> None:
        self.add_field("child", "Child", self.child)
        held = self.add_field("held_on", "Held on", self.held_on)
        held.layout().addWidget(self.timescale)  # type: ignore[union-attr]
        self.add_field("late_reason", "Why out of timescale", self.late_reason)
        self.add_field("participation", "How the child took part: PN0 to PN7", participation)
        self.add_field("method", "How it was held", method)
        self.fields["completed_on"] = self.more.completed_on
        self.body.addWidget(self.more)
        next_field = self.add_field("next_review_on", "Next review", self.next_on)
        next_field.beside.addWidget(self.accept_next)
        self.body.addWidget(self.follows)
        self.finish()
        participation.setFocusProxy(self.participation.button(0))
        self.method.button(0).setChecked(True)

    def _connect(self) -> None:
        self.child.changed.connect(self._child_changed)
        self.held_on.day_changed.connect(self.look_again)
        self.next_on.day_changed.connect(self._say_next)
        self.accept_next.clicked.connect(self.take_proposed)
        self.late_reason.currentIndexChanged.connect(self.look_again)
        self.participation.idToggled.connect(self._participation_chosen)
        self.method.idToggled.connect(self._method_chosen)

    def fill(self, child: str, name: str, held_on: date) -> None:
        """Begin with what is known; without a child, begin with finding one."""
        self.child.set_child(child, name)
        self.held_on.set_day(held_on)
        self.look_again()

    def whose(self) -> str:
        """The child chosen in it."""
        return self.child.child

    def begin(self) -> None:
        """How the child took part if child and day are known: there the digits and N work at once."""
        if self.child.child and self.held_on.day():
            (self.participation.checkedButton() or self.participation.button(0)).setFocus()
            return
        start = self.held_on if self.child.child else self.child
        start.setFocus()
        start.selectAll()

    def look_again(self) -> None:
        """Ask what recording this would mean, and show it."""
        known = self.child.child
        has_reason = self._late() is not None
        preview = self._desk.preview_review(known, self.held_on.day(), has_reason=has_reason) if known else None
        self._preview = preview
        self.fields["held_on"].say(self._held_words(preview))
        standing = Standing.OVERDUE if preview and preview.is_late else Standing.MET
        self.timescale.say(standing, preview.timescale_words if preview else "")
        self.fields["late_reason"].setVisible(bool(preview and preview.is_late))
        self._preset_participation(preview)
        self._show_follows(preview)
        for name in ("held_on", "child"):
            self.fields[name].refuse(self.said_at_once(name))

    def take_proposed(self) -> None:
        """Book the proposed day."""
        proposed = _proposed(self._preview)
        if proposed:
            self.next_on.set_day(proposed)

    def problems(self) -> Problems:
        """What is missing, in the order of the form."""
        found: list[tuple[str, str]] = []
        if not self.child.child:
            found.append(("child", "Choose a child: type a part of the name or the id."))
        if self.held_on.day() is None:
            found.append(("held_on", "Say on which day it was held, for example 12 mar or yesterday."))
        if self._preview and self._preview.is_late and self._late() is None:
            found.append(("late_reason", "It was out of timescale: choose why."))
        if self.participation.checkedId() < 0:
            found.append(("participation", "Choose how the child took part: press 0 to 7."))
        if self.next_on.text().strip() and self.next_on.day() is None:
            found.append(("next_review_on", "Not a date: leave it empty, or try 12 mar."))
        if self.more.problem(self.held_on.day()):
            found.append(("completed_on", self.more.problem(self.held_on.day())))
        if not found and self._preview and not self._preview.can_save:
            found += list(self._preview.problems) or [("", "This can't be saved yet.")]
        return found

    def act(self) -> Act:
        """The review as filled in."""
        is_late = bool(self._preview and self._preview.is_late)
        return RecordReviewHeld(
            child=self.child.child,
            held_on=self.held_on.known_day(),
            participation=list(Participation)[self.participation.checkedId()],
            method=list(ReviewMethod)[self.method.checkedId()],
            late_reason=self._late() if is_late else None,
            next_review_on=self.next_on.day(),
            completed_on=self.more.completed_day(),
            under=self.more.chosen_under(),
            ground=self.more.chosen_ground(),
            adjourned=self.more.is_adjourned(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose how the child took part; N takes the proposed day (with Alt while typing)."""
        number = event.key() - Qt.Key.Key_0
        if 0 <= number < len(Participation) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.participation.button(number).setChecked(True)
            self.participation.button(number).setFocus()
        elif event.key() == Qt.Key.Key_N:
            self.take_proposed()
        else:
            super().keyPressEvent(event)

    def _child_changed(self) -> None:
        self._was_preset = False
        view = self._desk.child(self.child.child) if self.child.child else None
        if view and view.booked_on and view.booked_on <= self._desk.today_on:
            self.held_on.set_day(view.booked_on)
        self.look_again()
        if view:
            self.held_on.setFocus()
            self.held_on.selectAll()

    def _participation_chosen(self, _number: int, is_chosen: bool) -> None:  # noqa: FBT001 Qt hands it over so
        if is_chosen:
            self.fields["participation"].refuse("")

    def _method_chosen(self, _number: int, is_chosen: bool) -> None:  # noqa: FBT001 Qt hands it over so
        if is_chosen:
            self.more.show_method(list(ReviewMethod)[self.method.checkedId()])

    def _late(self) -> LateReason | None:
        chosen = self.late_reason.currentData()
        return LateReason(chosen) if chosen else None

    def _held_words(self, preview: ReviewPreview | None) -> str:
        if preview is None or not preview.held_words:
            return self.held_on.echo()
        return f"{preview.held_words} · {preview.number_words[0].lower()}{preview.number_words[1:]}"

    def said_at_once(self, name: str) -> str:
        """What the preview finds wrong."""
        return " ".join(words for at, words in (self._preview.problems if self._preview else ()) if at == name)

    def _preset_participation(self, preview: ReviewPreview | None) -> None:
        if preview and preview.under_four and self.participation.checkedId() < 0:
            self.participation.button(0).setChecked(True)
            self._was_preset = True
        elif preview and preview.under_four is False and self._was_preset and self.participation.checkedId() == 0:
            self._clear_participation()

    def _clear_participation(self) -> None:
        self.participation.setExclusive(False)
        self.participation.button(0).setChecked(False)
        self.participation.setExclusive(True)
        self._was_preset = False

    def _show_follows(self, preview: ReviewPreview | None) -> None:
        proposed = _proposed(preview)
        if proposed:
            self.accept_next.setText(f"Book {with_weekday(proposed)}")
            self.accept_next.updateGeometry()
        self._say_next()
        self.follows.setVisible(bool(preview and preview.after))
        self.follow_pairs.show_pairs(preview.after if preview else ())

    def _say_next(self) -> None:
        typed = self.next_on.echo()
        proposed = _proposed(self._preview)
        self.accept_next.setVisible(proposed is not None and self.next_on.day() != proposed)
        lawful = self._preview.next_words if self._preview else ""
        day, due_on = self.next_on.day(), self._preview.next_due_on if self._preview else None
        if day and due_on and day > due_on:
            lawful = f"That is too late. {lawful}"
        self.fields["next_review_on"].say("\n".join(part for part in (typed, lawful) if part))


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _proposed(preview: ReviewPreview | None) -> date | None:
    """The next day to propose: with room for a move, else the last working day that is lawful."""
    return (preview.next_book_on or preview.next_plan_by) if preview else None
