"""Record a review that was held: who, when, how the child took part, and the next one."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QWidget

from iro_desktop.domain.acts import Act, AddSitting, CompleteReview, RecordReviewHeld
from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.vocabulary import LateReason, Participation, ReviewMethod, Standing
from iro_desktop.domain.wording import capital
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ReviewPreview
from iro_desktop.ui.forms.change_form import SaveAs
from iro_desktop.ui.forms.child_field import ChildField
from iro_desktop.ui.forms.field import StandingLine
from iro_desktop.ui.forms.review_more import ReviewMore
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.forms.took_part import TookPart
from iro_desktop.ui.forms.who_came import WhoCame
from iro_desktop.ui.widgets import Card, QuietButton
from iro_desktop.ui.widgets.choices import Choice, DropDown
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.pairs import Pairs

_OF_SAVING = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
}
_PLAN = {"Not said": None, "Yes": True, "No": False}


class RecordReview(FormSheet):
    """Shows, while it is filled in, whether the review was in timescale and what follows from it."""

    next_wanted = Signal()  # saved, and on to the next that is not recorded

    def __init__(self, desk: Desk, save: Callable[[Act], None], save_as: SaveAs, parent: QWidget | None = None) -> None:
        super().__init__("Record review held", save, parent)
        self._desk, self._save_as = desk, save_as
        self._preview: ReviewPreview | None = None
        self._was_preset = False
        self._since: QElapsedTimer | None = None  # opened by itself, so long ago
        self.child = ChildField(desk.find, self)
        self.held_on = DateField("Held on", desk.typed_date, self)
        self.timescale = StandingLine(self)
        self.late_reason = DropDown("Why out of timescale", self)
        self.late_reason.addItem("Choose a reason", None)
        for reason in LateReason:
            self.late_reason.addItem(capital(reason.label), reason)
        self.took_part = TookPart(self)
        self.participation = self.took_part.group
        self.who_came = WhoCame(self)
        self.method, method_list = self._group([capital(one.label) for one in ReviewMethod])
        self.plan, plan_list = self._group(list(_PLAN))
        self.more = ReviewMore(desk.typed_date, self.content)
        self.next_on = DateField("Next review", desk.typed_date, self)
        self.next_on.setPlaceholderText("a date")
        self.accept_next = QuietButton("", "N", self)
        self.follows = Card(self, "What follows")
        self.follow_pairs = Pairs(self.follows, is_value_right=True)
        self.follows.body.addWidget(self.follow_pairs)
        self.next_button = QuietButton("Save and next", "Ctrl+Enter", self)
        self.next_button.hide()
        self.add_button(self.next_button)
        self._add_fields(method_list, plan_list)
        self._connect()

    def _group(self, words: Sequence[str]) -> tuple[QButtonGroup, QWidget]:
        """Choices side by side, the first one made."""
        holder, group = QWidget(self), QButtonGroup(self)
        layout = FlowLayout(holder, 4)
        for number, each in enumerate(words):
            choice = Choice(each, "", holder)
            group.addButton(choice, number)
            layout.addWidget(choice)
        group.button(0).setChecked(True)
        holder.setFocusProxy(group.button(0))
        return group, holder

    def _add_fields(self, method: QWidget, plan: QWidget) -> None:
        self.add_field("child", "Child", self.child)
        held = self.add_field("held_on", "Held on", self.held_on)
        held.layout().addWidget(self.timescale)  # type: ignore[union-attr]
        self.add_field("late_reason", "Why out of timescale", self.late_reason)
        self.add_field("participation", "How the child took part: PN0 to PN7", self.took_part)
        self.add_field("who_came", "Who came besides the child", self.who_came)
        self.add_field("method", "How it was held", method)
        self.add_field("is_plan_current", "Care plan up to date?", plan)
        self.fields["further"] = self.more.further
        self.fields["completed_on"] = self.more.completed_on
        self.fields["under"], self.fields["adjourned_on"] = self.more.under, self.more.adjourned
        self.body.addWidget(self.more)
        next_field = self.add_field("next_review_on", "Next review", self.next_on)
        next_field.beside.addWidget(self.accept_next)
        self.body.addWidget(self.follows)
        self.finish()

    def _connect(self) -> None:
        self.child.changed.connect(self._child_changed)
        self.held_on.day_changed.connect(self.look_again)
        self.next_on.day_changed.connect(self._say_next)
        self.accept_next.clicked.connect(self.take_proposed)
        self.late_reason.currentIndexChanged.connect(self.look_again)
        self.participation.idToggled.connect(self._participation_chosen)
        self.method.idToggled.connect(self._method_chosen)
        self.next_button.clicked.connect(self.save_and_next)

    def fill(self, child: str, name: str, held_on: date) -> None:
        """Begin with what is known; without a child, begin with finding one."""
        self.child.set_child(child, name)
        self.held_on.set_day(held_on)
        self.look_again()

    def whose(self) -> str:
        """The child chosen in it."""
        return self.child.child

    def offer_next(self, count: int) -> None:
        """So many others are not recorded: saving can go on to the next of them."""
        self.next_button.setVisible(count > 0)
        self.next_button.setAccessibleName(f"Save and next, {count} more not recorded")

    def save_and_next(self) -> None:
        """Save, and go on to the next review that is not recorded."""
        if self.next_button.isHidden():
            return
        self.try_save()
        if self.is_saved:
            self.next_wanted.emit()

    def take_its_time(self) -> None:
        """It opened by itself: an Enter pressed twice for the one before saves nothing here."""
        self._since = QElapsedTimer()
        self._since.start()

    def try_save(self) -> None:
        """Save, unless the Enter was meant for the form before."""
        if self._since is None or self._since.hasExpired(QApplication.doubleClickInterval()):
            super().try_save()

    def begin(self) -> None:
        """How the child took part if child and day are known: there the digits and N work at once."""
        if self.child.child and self.held_on.day():
            likely = 0 if self._preview and self._preview.under_four else 1
            (self.participation.checkedButton() or self.participation.button(likely)).setFocus()
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
        plan = "Pathway plan" if preview and preview.is_pathway else "Care plan"
        self.fields["is_plan_current"].label.setText(f"{plan} up to date?")
        self.fields["child"].say(preview.consulted_words if preview else "")
        self.fields["held_on"].say(self._held_words(preview))
        if preview and preview.attenders:
            self.who_came.offer(preview.attenders)
        standing = Standing.OVERDUE if preview and preview.is_late else Standing.MET
        self.timescale.say(standing, preview.timescale_words if preview else "")
        self.fields["late_reason"].setVisible(bool(preview and preview.is_late))
        self._preset_participation(preview)
        self._show_follows(preview)
        for name in ("held_on", "child", "participation"):
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
        if self.took_part.code() is None:
            found.append(("participation", "Choose how the child took part: press 0 to 7."))
        elif self._code_problem():
            found.append(("participation", self._code_problem()))
        if self.next_on.text().strip() and self.next_on.day() is None:
            found.append(("next_review_on", "Not a date: leave it empty, or try 12 mar."))
        if self.more.meetings_problem(self.held_on.day(), self._desk.today_on):
            found.append(("further", self.more.meetings_problem(self.held_on.day(), self._desk.today_on)))
        if self.more.problem(self.held_on.day()):
            found.append(("completed_on", self.more.problem(self.held_on.day())))
        return [*self._told(found), *found]

    def _told(self, found: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """What the preview finds in the way, of fields that miss nothing; notes stand in nobody's way."""
        if self._preview is None or self._preview.can_save:
            return []
        named = {name for name, _ in found}
        told = [one for one in self._preview.problems if one[0] not in named and not one[1].startswith("Note:")]
        return told if told or found else [("", "This can't be saved yet.")]

    def act(self) -> RecordReviewHeld:
        """The review as filled in; a series with its further meetings is completed by an act of its own."""
        is_late = bool(self._preview and self._preview.is_late)
        return RecordReviewHeld(
            child=self.child.child,
            held_on=self.held_on.known_day(),
            participation=self.took_part.code() or Participation.PN0,
            method=list(ReviewMethod)[self.method.checkedId()],
            late_reason=self._late() if is_late else None,
            next_review_on=self.next_on.day(),
            completed_on=None if self.more.further_days() else self.more.completed_day(),
            came=self.who_came.came(),
            apologies=self.who_came.apologies(),
            is_plan_current=list(_PLAN.values())[self.plan.checkedId()],
            under=self.more.chosen_under(),
            ground=self.more.chosen_ground(),
            adjourned=self.more.is_adjourned(),
        )

    def acts(self) -> Sequence[Act]:
        """The review, with the further meetings of a series and its end."""
        held, completed_on = self.act(), self.more.completed_day()
        acts: list[Act] = [AddSitting(child=held.child, held_on=held.held_on, on=on) for on in self.more.further_days()]
        if acts and completed_on is not None:
            acts.append(CompleteReview(child=held.child, held_on=held.held_on, completed_on=completed_on))
        return [held, *acts]

    def commit(self) -> None:
        """All of it as one act."""
        acts = self.acts()
        if len(acts) == 1:
            self._save(acts[0])
        else:
            self._save_as(acts, acts[0].sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose how the child took part; N takes the proposed day (letters with Alt while typing)."""
        number = event.key() - Qt.Key.Key_0
        if event.key() not in _OF_SAVING:
            self._since = None  # somebody is at work in it
        letters = {
            Qt.Key.Key_N: self.take_proposed,
            Qt.Key.Key_A: self.who_came.mark_all,
            Qt.Key.Key_M: self.more.turn,
        }
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if 0 <= number < len(Participation) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.took_part.take(number)
        elif is_control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save_and_next()
        elif not is_control and event.key() in letters:
            letters[Qt.Key(event.key())]()
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
            self.fields["participation"].refuse(self._code_problem())

    def _code_problem(self) -> str:
        """Where the code does not go with the age on the day; the fourth birthday is four."""
        under_four, code = self._preview.under_four if self._preview else None, self.took_part.code()
        if under_four is None or code is None or under_four is (code is Participation.PN0):
            return ""
        if under_four:
            return "The child was under four on that day: use PN0."
        return "The child was four or older on that day: use PN1 to PN7."

    def _method_chosen(self, _number: int, is_chosen: bool) -> None:  # noqa: FBT001 Qt hands it over so
        if is_chosen:
            self.more.show_method(list(ReviewMethod)[self.method.checkedId()])

    def _late(self) -> LateReason | None:
        chosen = self.late_reason.currentData()
        return LateReason(chosen) if chosen else None

    def _held_words(self, preview: ReviewPreview | None) -> str:
        if preview is None or not preview.held_words:
            return self.held_on.echo()
        number = f"{preview.number_words[0].lower()}{preview.number_words[1:]}"
        told = f"{preview.held_words} · {number}"
        return f"{told}\n{preview.booked_words}" if preview.booked_words else told

    def said_at_once(self, name: str) -> str:
        """What the preview finds wrong, and a code that does not go with the age."""
        if name == "participation":
            return self._code_problem()
        return " ".join(words for at, words in (self._preview.problems if self._preview else ()) if at == name)

    def _preset_participation(self, preview: ReviewPreview | None) -> None:
        if preview and preview.under_four and self.took_part.code() is None:
            self.took_part.choose(Participation.PN0)
            self._was_preset = True
        elif preview and preview.under_four is False and self._was_preset and self.participation.checkedId() == 0:
            self.took_part.choose(None)
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
        booked_on = self._preview.next_booked_on if self._preview else None
        if booked_on is not None:
            lawful = f"Booked already: {with_weekday(booked_on)}.\n{lawful}"
        day, due_on = self.next_on.day(), self._preview.next_due_on if self._preview else None
        if day and due_on and day > due_on:
            lawful = f"That is too late. {lawful}"
        self.fields["next_review_on"].say("\n".join(part for part in (typed, lawful) if part))


def _proposed(preview: ReviewPreview | None) -> date | None:
    """The next day to propose: with room for a move, else the last working day that is lawful."""
    if preview is None or preview.next_booked_on is not None:
        return None
    return preview.next_book_on or preview.next_plan_by
