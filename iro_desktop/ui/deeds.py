"""What is done to the selected child: at once by a key, or by a form at the side. Every deed is one act."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from iro_desktop.domain.acts import Act, RecordEvent, StateNotHeld
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import SendingKind, Standing
from iro_desktop.services.desk import Desk
from iro_desktop.services.performance_views import TILES
from iro_desktop.services.plan_views import BookingWindow, SiblingOffer, SiblingPlan
from iro_desktop.services.views import ChildView, DeadlineRow, Done, DoNow, TodayGroup, WhyView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.about.by_hand import take_back
from iro_desktop.ui.forms.about.catalogue import FORMS, Asking
from iro_desktop.ui.forms.about.reviews import did_not_take_place
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.asked import Questions
from iro_desktop.ui.forms.attendance_form import AttendanceForm
from iro_desktop.ui.forms.book import Book
from iro_desktop.ui.forms.child_form import about_words
from iro_desktop.ui.forms.contact_form import ContactForm
from iro_desktop.ui.forms.copy_text import CopyText
from iro_desktop.ui.forms.correct_review import CorrectReviewForm
from iro_desktop.ui.forms.done_on import DoneOn, task_done, task_of
from iro_desktop.ui.forms.leave_form import LeaveForm
from iro_desktop.ui.forms.mid_point import MidPoint
from iro_desktop.ui.forms.move import Move
from iro_desktop.ui.forms.record_review import RecordReview
from iro_desktop.ui.forms.send import SendForm
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.panel.deadline_card import is_review
from iro_desktop.ui.tasks import Tasks
from iro_desktop.ui.together import booked_together, together_words

Answer = TypeVar("Answer")
_OF_PREPARATION = frozenset({Command.SENT, Command.COPY_INVITATION, Command.COPY_REMINDER})


@dataclass(frozen=True, slots=True)
class InHand:
    """The selected child and deadline."""

    view: ChildView | None = None
    deadline: DeadlineRow | None = None
    window: BookingWindow | None = None
    siblings: SiblingPlan | None = None


def _nothing_does(_child: str) -> bool:
    return False


def _nothing_more(_command: Command) -> bool | None:
    return None


_OF_A_REVIEW = (
    Command.WHO_CAME,
    Command.CORRECT,
    Command.RECOMMEND,
    Command.OUTCOME,
    Command.CHANGE_RECOMMENDATION,
    Command.WRITE_RECORD,
    Command.WRITE_LETTER,
)
_OF_THE_CHILD: Mapping[Command, Callable[[ChildView], bool]] = {
    Command.CHANGE_RECORD: lambda _view: True,
    Command.MERGE: lambda _view: True,
    Command.CHILD_DOCUMENT: lambda _view: True,
    Command.PASSPORT_SENT: lambda _view: True,
    **dict.fromkeys(_OF_A_REVIEW, lambda view: bool(view.held)),
    Command.MOVE: lambda view: view.booked_on is not None,
    Command.MID_POINT: lambda view: view.mid_point_after is not None,
    Command.RAISE_ALERT: lambda _view: True,
    Command.LEGAL_ADVICE: lambda _view: True,
    **dict.fromkeys((Command.ALERT_STEP, Command.ALERT), lambda view: bool(view.alerts)),
}


class Deeds(QObject):
    """Asks the desk; tells what was saved and what went wrong."""

    was_saved = Signal(str)
    went_wrong = Signal(str)
    form_wanted = Signal(object)
    put_aside = Signal(str)  # something was left half filled, and is kept: what to say of it
    unrecorded_wanted = Signal()  # a review is recorded, and the next one not recorded is wanted
    next_wanted = Signal(object)  # a Command that what was saved calls for
    tiles_chosen = Signal(object)  # the measures that stand large on Performance, to be remembered

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.tasks = Tasks(self)  # what takes a while
        self.in_hand = InHand()
        self.whom = ""  # somebody around the child who is pointed at, by name
        self.tiles: tuple[str, ...] = TILES  # the measures that stand large on Performance, as the person likes it
        # What else is chosen, such as an alert, may decide what can be done; None: it does not.
        self.also_can: Callable[[Command], bool | None] = _nothing_more
        self.stands_in_the_way: Callable[[str], bool] = _nothing_does  # a half-filled form about that child

    def take(self, child: str, deadline_id: str) -> InHand:
        """Take a child in hand with that deadline, or with the one that matters most."""
        view = self.attempt(lambda: self.desk.child(child)) if child else None
        known = {row.id: row for row in view.deadlines} if view else {}
        row = known.get(deadline_id, view.main if view else None)
        window = self.attempt(lambda: self.desk.booking_window(child)) if view else None
        siblings = self.attempt(lambda: self.desk.plan_siblings(child)) if view else None
        before = self.in_hand.view
        if before is None or before.child != child:
            self.whom = ""
        self.in_hand = InHand(view, row, window, siblings)
        return self.in_hand

    def why(self) -> WhyView | None:
        """Why the deadline in hand is due then."""
        row = self.in_hand.deadline
        return self.attempt(lambda: self.desk.why(row.id)) if row else None

    def can(self, command: Command) -> bool:
        """Whether that can be done with what is in hand."""
        view, row = self.in_hand.view, self.in_hand.deadline
        also = self.also_can(command) if view is not None else None
        if also is not None:
            return also
        if command in {Command.DONE, Command.DONE_ON}:
            return row is not None and (row.do_now is DoNow.TASK_DONE or task_of(row.rule) is not None)
        if command is Command.BOOK:
            return view is not None and view.booked_on is None and self._review() is not None
        if command in _OF_THE_CHILD:
            return view is not None and _OF_THE_CHILD[command](view)
        if command is Command.NOT_HELD:
            return self._not_held_on() is not None or self._passed_booking() is not None
        if command in {Command.WHY, Command.COPY_WHY}:
            return row is not None
        if command is Command.TAKE_BACK:
            return row is not None and bool(row.override)
        if command is Command.BOOK_TOGETHER:
            return self._best_together() is not None
        if command in FORMS:
            return view is not None and FORMS[command].can(view, row)
        is_possible = command is not Command.LEAVE or bool(self.desk.iros())
        return is_possible and (view is not None or command not in _OF_PREPARATION)

    def attempt(self, work: Callable[[], Answer]) -> Answer | None:
        """Do it; what the person can put right is said, not thrown."""
        try:
            return work()
        except UserError as error:
            self.went_wrong.emit(str(error))
            return None

    def save(self, act: Act) -> None:
        """Save the act and say so; raises ``UserError`` for the form to show."""
        self._tell(self.desk.act(act))
        if isinstance(act, RecordEvent) and act.is_review_needed:
            self.next_wanted.emit(Command.EARLY_REVIEW)

    def save_as(self, acts: Sequence[Act], sentence: str) -> None:
        """Save several acts as one, under that sentence; raises ``UserError`` for the form to show."""
        self._tell(self.desk.acts(acts, sentence))

    def choose_tiles(self, tiles: tuple[str, ...]) -> None:
        """From now on these measures stand large; the window remembers it."""
        self.tiles = tiles
        self.tiles_chosen.emit(tiles)

    def carry_out(self, work: Callable[[], Done]) -> None:
        """Do what is more than one act and say so; raises ``UserError`` for the form to show."""
        self._tell(work())

    def ask(self, command: Command) -> None:
        """Open the small form of that command about what is in hand."""
        view, form = self.in_hand.view, FORMS[command]
        if view is not None and self.can(command):
            questions = self.attempt(lambda: form.make(Asking(self.desk, view, self.in_hand.deadline, self.whom)))
            if questions is not None:
                self._ask_questions(questions, about_words(view))

    def leave(self) -> None:
        """Record an IRO's days away; nobody need be in hand."""
        view = self.in_hand.view
        form = LeaveForm(self.desk, self.save)
        form.iro.setCurrentIndex(max(0, form.iro.findData(dict(view.facts).get("IRO", "") if view else "")))
        self._ask(form)

    def send(self) -> None:
        """Record what was sent, to several people at once."""
        view = self.in_hand.view
        people = self.attempt(lambda: self.desk.people(view.child)) if view else None
        if view and people:
            self._ask(SendForm(view, people, self.desk.typed_date, self.save, self.save_as, self.desk.today_on))

    def copy_invitation(self) -> None:
        """Put an invitation on the clipboard."""
        self._copy(SendingKind.INVITATION)

    def copy_reminder(self) -> None:
        """Put the reminder of a consultation form on the clipboard."""
        self._copy(SendingKind.CONSULTATION)

    def _copy(self, what: SendingKind) -> None:
        view = self.in_hand.view
        people = self.attempt(lambda: self.desk.people(view.child)) if view else None
        if view and people:
            self._ask(CopyText(self.desk, view, people, what, self.save, self.was_saved.emit, self.whom))

    def take_back(self) -> None:
        """Let the rule's own date stand again."""
        view, row = self.in_hand.view, self.in_hand.deadline
        if view and row and row.trigger_on and self.can(Command.TAKE_BACK):
            self._save_now(take_back(view, row, row.trigger_on))

    def book_together(self) -> None:
        """Book the best day for brothers and sisters."""
        offer = self._best_together()
        if offer is not None:
            self.book_all(offer)

    def book_all(self, offer: SiblingOffer) -> None:
        """Book that day for all its children, as one act."""
        plan = self.in_hand.siblings
        if plan is not None and not self._is_held_up():
            acts = booked_together(plan, offer, self.desk.today_on)
            done = self.attempt(lambda: self.desk.acts(acts, together_words(offer))) if acts else None
            if done is not None:
                self._tell(done)
            elif not acts:
                self.went_wrong.emit("They are all booked for that day already. Nothing was changed.")

    def record(self) -> None:
        """Open the form for a review that was held."""
        form = RecordReview(self.desk, self.save, self.save_as)
        view = self.in_hand.view
        if view is None:
            form.fill("", "", self.desk.today_on)
        else:
            held = view.booked_on if view.booked_on and view.booked_on <= self.desk.today_on else self.desk.today_on
            form.fill(view.child, view.name, held)
            self._offer_next(form, view.child)
        self.form_wanted.emit(form)

    def _offer_next(self, form: RecordReview, child: str) -> None:
        """From one that is not recorded the form can go on to the next."""
        day = self.attempt(self.desk.today)
        rows = day.rows if day else ()
        waiting = [row.child for row in rows if row.child and row.group is TodayGroup.NOT_RECORDED]
        if child in waiting:
            form.offer_next(len(waiting) - 1)
            form.next_wanted.connect(self.unrecorded_wanted)

    def who_came(self) -> None:
        """Say who came to a review that is recorded."""
        view = self.in_hand.view
        if view and view.held:
            self._ask(AttendanceForm(self.desk, self.save, view))

    def correct(self) -> None:
        """Correct what is recorded of a review."""
        view = self.in_hand.view
        if view and view.held:
            self._ask(CorrectReviewForm(self.desk, self.save, view))

    def done(self) -> None:
        """The work in hand was done today."""
        view, row = self.in_hand.view, self.in_hand.deadline
        if view and row and self.can(Command.DONE):
            self._save_now(task_done(view.child, row, self.desk.today_on))

    def done_on(self) -> None:
        """The work in hand was done on another day."""
        view, row = self.in_hand.view, self.in_hand.deadline
        if view and row:
            self._ask(DoneOn(self.desk, self.save, view, row))

    def book(self) -> None:
        """Book a day for the next review."""
        view, review = self.in_hand.view, self._review()
        if view and review:
            window = self.in_hand.window
            proposed = window.book_by if window else review.plan_by or review.due_on
            is_ahead = proposed is not None and proposed >= self.desk.today_on
            self._ask(Book(self.desk, self.carry_out, view, proposed if is_ahead else None))

    def move(self) -> None:
        """Move the booked review."""
        view = self.in_hand.view
        if view and view.booked_on:
            self._ask(Move(self.desk, self.carry_out, view, view.booked_on))

    def move_to(self, day: date) -> None:
        """Move the booked review to that day: what follows is shown, who asked and why is asked."""
        view = self.in_hand.view
        if view and view.booked_on:
            self._ask(Move(self.desk, self.carry_out, view, view.booked_on, day))

    def not_held(self) -> None:
        """State that the review that fell due is not held; a booked one asks why."""
        view, due_on = self.in_hand.view, self._not_held_on()
        booked_on = self._passed_booking()
        if view and booked_on:
            self._ask_questions(did_not_take_place(view, booked_on, self.desk.today_on), about_words(view))
        elif view and due_on:
            self._save_now(StateNotHeld(child=view.child, due_on=due_on))

    def mid_point(self) -> None:
        """Record the mid-point review, with how each open recommendation stands."""
        view = self.in_hand.view
        shown = self.attempt(lambda: self.desk.mid_point(view.child)) if view else None
        if view and shown:
            self._ask(MidPoint(self.desk, self.save_as, view, shown))

    def contact(self) -> None:
        """Record a contact between reviews."""
        view = self.in_hand.view
        if view:
            self._ask(ContactForm(self.desk, self.save, view))

    def take_away(self, act: Act) -> None:
        """Take away what was entered by mistake; undo brings it back."""
        self._save_now(act)

    def undo(self) -> None:
        """Take the last act back."""
        self._tell_attempt(self.desk.undo, "Undone")

    def redo(self) -> None:
        """Do it again."""
        self._tell_attempt(self.desk.redo, "Done again")

    def _ask(self, form: FormSheet) -> None:
        self.form_wanted.emit(form)

    def _ask_questions(self, questions: Questions, about: str) -> None:
        self._ask(AskForm(questions, self.desk.typed_date, self.save, about, save_all=self.save_as))

    def _best_together(self) -> SiblingOffer | None:
        plan = self.in_hand.siblings
        return plan.offers[0] if plan and plan.offers else None

    def _is_held_up(self) -> bool:
        """Whether a deed done at once would come between a half-filled form and its child; the form says so."""
        view = self.in_hand.view
        return view is not None and self.stands_in_the_way(view.child)

    def save_at_once(self, acts: Sequence[Act], sentence: str) -> None:
        """Save several acts as one, without a form; what is wrong with them is said."""
        if not self._is_held_up():
            self.attempt(lambda: self.save_as(acts, sentence))

    def _save_now(self, act: Act) -> None:
        if self._is_held_up():
            return
        done = self.attempt(lambda: self.desk.act(act))
        if done is not None:
            self._tell(done)

    def _tell_attempt(self, work: Callable[[], Done], word: str) -> None:
        done = self.attempt(work)
        if done is not None:
            what = done.sentence.removeprefix("Undo: ").removeprefix("Redo: ")
            self.was_saved.emit(f"{word}: {self._by_name(what)}")

    def _tell(self, done: Done) -> None:
        self.was_saved.emit(f"Saved: {self._by_name(done.sentence)}")

    def _by_name(self, sentence: str) -> str:
        """The child in hand by name: shown here, kept nowhere."""
        view = self.in_hand.view
        return sentence.replace(view.child, view.name) if view else sentence

    def _review(self) -> DeadlineRow | None:
        """The review that is owed, where there is one."""
        view, row = self.in_hand.view, self.in_hand.deadline
        if row and is_review(row):
            return row
        return next((each for each in view.deadlines if is_review(each)), None) if view else None

    def _passed_booking(self) -> date | None:
        """The booked day that has passed, where the row in hand asks whether the review was held."""
        view, row = self.in_hand.view, self.in_hand.deadline
        asked = view is not None and row is not None and row.standing is Standing.NOT_RECORDED
        is_past = view is not None and view.booked_on is not None and view.booked_on < self.desk.today_on
        return view.booked_on if view is not None and asked and is_past else None

    def _not_held_on(self) -> date | None:
        row = self.in_hand.deadline
        if row and row.standing is Standing.NOT_RECORDED and row.due_on and row.due_on < self.desk.today_on:
            return row.due_on
        return None
