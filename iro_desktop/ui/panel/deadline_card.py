"""The deadline in hand: what, how it stands, and what to do now."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.vocabulary import Ownership
from iro_desktop.rules.compute import PATHWAY_REVIEWS
from iro_desktop.rules.recommendations import DUE
from iro_desktop.rules.reviews import NEXT_REVIEW
from iro_desktop.services.views import DeadlineRow, DoNow
from iro_desktop.services.words import done_word
from iro_desktop.ui.commands import Command
from iro_desktop.ui.widgets import ActionButton, Card, PrimaryButton, QuietButton, Text, Tone
from iro_desktop.ui.widgets.badge import StandingBadge
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.labels import Kind

_FIRST = {
    DoNow.RECORD_REVIEW: (Command.RECORD, "Record"),
    DoNow.TASK_DONE: (Command.DONE, "Done"),
    DoNow.BOOK: (Command.BOOK, "Book"),
    DoNow.MOVE: (Command.MOVE, "Move"),
}
_ALSO = (
    (Command.OUTCOME, "What became of it"),
    (Command.DONE_ON, "Other day"),
    (Command.BOOK, "Book"),
    (Command.MOVE, "Move"),
    (Command.NOT_HELD, "Not held"),
    (Command.COMPLETE, "Complete"),
    (Command.SITTING, "Further meeting"),
    (Command.TAKE_BACK, "Take back"),
    (Command.WHY, "Why?"),
)
_OPEN_REVIEWS = frozenset({"review.series", "review.adjourned"})  # they end by being completed


class DeadlineCard(Card):
    """One deadline with its likely act first; what can't be done now isn't shown."""

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.what = Text("", Kind.STRONG, parent=self)
        self.badge = StandingBadge(self)
        self.due = Text("", Kind.BODY, Tone.SOFT, self)
        self.first: dict[DoNow, ActionButton] = {}
        self.also: dict[Command, ActionButton] = {}
        self.by_hand = Text("", Kind.SMALL, Tone.TODAY, self)
        for part in (self.what, self.badge, self.due, self.by_hand):
            self.body.addWidget(part)
        self.body.addSpacing(4)
        flow = FlowLayout(gap=6)
        for do_now, (command, words) in _FIRST.items():
            self.first[do_now] = PrimaryButton(words, parent=self)
            self.first[do_now].follow(actions[command])
            flow.addWidget(self.first[do_now])
        for command, words in _ALSO:
            self.also[command] = QuietButton(words, parent=self)
            self.also[command].follow(actions[command])
            if command is Command.DONE_ON:
                self.also[command].key = ""  # it would push the next one on a line of its own
            flow.addWidget(self.also[command])
        self.body.addLayout(flow)

    def show_deadline(self, row: DeadlineRow | None, booked: str) -> None:
        """Show it with what can be done; hidden where there is none. ``booked``: the day booked for a review."""
        self.setVisible(row is not None)
        if row is None:
            return
        self.what.setText(row.what)
        self.badge.show_standing(row.standing, row.standing_words)
        self.due.set_or_hide(_due(row, booked))
        self.by_hand.set_or_hide(f"Set by hand: {row.override}" if row.override else "")
        done = self.first[DoNow.TASK_DONE]
        done.setText(done_word(row.rule, row.ownership))
        done.updateGeometry()
        for do_now, button in self.first.items():
            button.setVisible(do_now is row.do_now and self._can(_FIRST[do_now][0]))
        first = _FIRST.get(row.do_now)
        for command, button in self.also.items():
            button.setVisible(_is_meant(command, row) and self._can(command) and not (first and first[0] is command))

    def first_button(self) -> ActionButton | None:
        """The button where the focus goes first."""
        buttons = [*self.first.values(), *self.also.values()]
        return next((button for button in buttons if not button.isHidden()), None)

    def _can(self, command: Command) -> bool:
        return self._actions[command].isEnabled()


def _is_meant(command: Command, row: DeadlineRow) -> bool:
    if command in {Command.COMPLETE, Command.SITTING}:
        return row.rule in _OPEN_REVIEWS
    if command is Command.OUTCOME:
        return row.rule == DUE.id
    return is_review(row) or command not in {Command.BOOK, Command.MOVE}


def _due(row: DeadlineRow, booked: str) -> str:
    """When, by whom where not by the IRO, and how sure that is."""
    until = with_weekday(row.due_on) if row.due_on else ""
    parts = [f"Last lawful {until}" if is_review(row) else f"Due {until}"] if until else [row.due_words]
    parts += [f"booked {booked}"] if booked and is_review(row) else []
    parts += [row.owner] if row.ownership is not Ownership.MINE else []
    parts += ["provisional"] if row.provisional else []
    return " · ".join(part for part in parts if part)


def is_review(row: DeadlineRow) -> bool:
    """Whether the deadline is that of a review, which can be booked, moved and recorded."""
    return row.rule in NEXT_REVIEW or row.rule in PATHWAY_REVIEWS
