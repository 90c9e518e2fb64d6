"""Private fostering: every arrangement worst first, its story, and the quarters a report counts."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.fostering_views import ArrangementRow, FosteringView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.models.records import Column
from iro_desktop.ui.pages.fostering.list_page import ListPage
from iro_desktop.ui.pages.fostering.words import arrangement_pairs, quarter_words
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets import Kind, Text, Tone

KEYS: Mapping[str, tuple[Command, str]] = {
    "A": (Command.NEW_ARRANGEMENT, "Arrangement…"),
    "R": (Command.FOSTERING_DONE, "Visit or meeting…"),
    "K": (Command.SUITABILITY, "Suitability…"),
    "Q": (Command.CHANGE_ARRANGEMENT, "Change…"),
    "Shift+A": (Command.END_ARRANGEMENT, "End or take away…"),
    "U": (Command.FOSTERING_REPORT, "Report sent…"),
}


def standing_of(row: ArrangementRow) -> str:
    """How what is owed next stands."""
    if row.is_over:
        return "Ended"
    return row.next.standing_words if row.next and row.next.due_on else "Visit not recorded" if row.next else "–"


COLUMNS: tuple[Column[ArrangementRow], ...] = (
    Column("child", "Child", lambda row: row.name if row.age is None else f"{row.name} · {row.age}", keep=9),
    Column("standing", "Standing", standing_of, keep=8),
    Column("next", "Next", lambda row: row.next_words, keep=7),
    Column("state", "Arrangement", lambda row: row.state_words[:1].upper() + row.state_words[1:], keep=6),
    Column("cautions", "To look to", lambda row: "; ".join(row.cautions), keep=5),
    Column("visits", "Visits in time", lambda row: f"{row.visits_in_time} of {row.visits_due}", keep=3),
    Column("owner", "IRO", lambda row: row.iro, keep=1),
)


def ink(key: str, row: object, now: Tokens) -> str:
    """What is late stands out; what has ended stands back."""
    if not isinstance(row, ArrangementRow):
        return now.ink
    if row.is_over:
        return now.soft
    if key == "standing":
        late = {Standing.OVERDUE: now.overdue, Standing.DUE_TODAY: now.today, Standing.NOT_DUE: now.today}
        return late.get(row.standing, now.ink) if row.next else now.soft
    return now.today if key == "cautions" else now.soft if key in {"owner", "visits"} else now.ink


class PrivateFosteringPage(ListPage):
    """D marks the visit that is due as made today; Enter opens the child's own page."""

    chosen = Signal(str, str)  # child, deadline
    open_wanted = Signal()

    def __init__(
        self,
        ask: Callable[[bool], FosteringView | None],
        actions: Mapping[Command, QAction],
        parent: QWidget | None = None,
    ) -> None:
        tellers = (lambda row: row.key, lambda row: row.sentence)
        super().__init__("Private fostering", COLUMNS, tellers, KEYS, actions, ink, parent)
        self._ask, self._new = ask, actions[Command.NEW_ARRANGEMENT]
        self.quarter = Text("", Kind.BODY, Tone.SOFT, self)
        self.column.insertWidget(1, self.quarter)
        self.view: FosteringView | None = None

    def ask_again(self) -> None:
        """Ask the desk."""
        view = self._ask(self.shows_ended)
        if view is not None:
            self.show_view(view)

    def show_view(self, view: FosteringView) -> None:
        """Show the arrangements in scope."""
        self.view = view
        running = sum(not row.is_over and not row.is_proposed for row in view.rows)
        counts = [(view.late, "overdue"), (running, "privately fostered"), (view.proposed, "proposed")]
        self.summary.show_counts(counts, view.scope)
        self.quarter.set_or_hide(quarter_words(view.quarters))
        if not view.rows and view.ended:
            self.empty.say("Nobody is privately fostered now", f"{_ended(view.ended)}: S shows what was.",
                           self._new, "Add an arrangement")  # fmt: skip
        else:
            self.empty.say(
                "No private fostering known",
                "Once the authority is told of a child, add the arrangement here: the first visit, the visits that "
                "follow and the quarterly report count from it. A child who is not here yet is added with it.",
                self._new,
                "Add an arrangement",
            )
        self.show_rows(view.rows, view.ended)

    def choose(self, child: str, deadline_id: str = "", /) -> bool:
        """Choose the child's arrangement, or the one whose deadline that is."""
        mine = [row for row in self.model.rows if row.child == child]
        exact = [row for row in mine if row.next and row.next.id == deadline_id] or mine
        return bool(exact) and self.choose_key(exact[0].key)

    def chosen_child(self) -> str:
        """Whose arrangement is chosen."""
        row = self.current()
        return row.child if row else ""

    def tell(self, row: ArrangementRow) -> None:
        """The arrangement's story."""
        self.story.tell(
            row.name, row.state_words[:1].upper() + row.state_words[1:], row.cautions, arrangement_pairs(row), row.story
        )

    def took(self, row: ArrangementRow) -> None:
        """The child is in hand with what is due next."""
        self.chosen.emit(row.child, row.next.id if row.next else "")

    def opened(self, _row: ArrangementRow) -> None:
        """On to the child's page."""
        self.open_wanted.emit()


def _ended(count: int) -> str:
    return "One arrangement has ended" if count == 1 else f"{count} arrangements have ended"
