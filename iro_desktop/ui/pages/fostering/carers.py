"""Foster carers: every household worst first, and its story."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.fostering_views import CarerRow, CarersView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.models.records import Column
from iro_desktop.ui.pages.fostering.list_page import ListPage
from iro_desktop.ui.pages.fostering.words import carer_pairs
from iro_desktop.ui.theme import Tokens

KEYS: Mapping[str, tuple[Command, str]] = {
    "A": (Command.ADD_CARER, "Foster carer…"),
    "R": (Command.RECORD_CARER_REVIEW, "Review held…"),
    "B": (Command.BOOK_CARER_REVIEW, "Book…"),
    "E": (Command.ASK_CARER_REVIEW, "Ask for a review…"),
    "W": (Command.CORRECT_CARER_REVIEW, "Panel, decision…"),
    "Q": (Command.CHANGE_CARER, "Change…"),
    "Shift+A": (Command.END_CARER, "End the approval…"),
}
COLUMNS: tuple[Column[CarerRow], ...] = (
    Column("carer", "Household", lambda row: row.reference, keep=9),
    Column("standing", "Standing", lambda row: row.standing_words[:1].upper() + row.standing_words[1:], keep=8),
    Column("next", "Next", lambda row: row.next_words, keep=7),
    Column("booked", "Booked", lambda row: short(row.booked_on) if row.booked_on else "–", keep=6),
    Column("panel", "Panel", lambda row: row.panel_words, keep=5),
    Column("approved", "Approved", lambda row: short(row.approved_on), keep=3),
    Column("terms", "Terms", lambda row: row.terms, keep=2),
    Column("last", "Last review", lambda row: short(row.last_on) if row.last_on else "none yet", keep=4),
    Column("owner", "IRO", lambda row: row.iro, keep=1),
)


def ink(key: str, row: object, now: Tokens) -> str:
    """What is late stands out; what has ended stands back."""
    if not isinstance(row, CarerRow):
        return now.ink
    if row.is_over:
        return now.soft
    if key == "standing":
        late = {Standing.OVERDUE: now.overdue, Standing.NOT_RECORDED: now.overdue, Standing.DUE_TODAY: now.today}
        return late.get(row.standing, now.ink)
    return now.today if key == "panel" else now.soft if key in {"owner", "approved", "terms"} else now.ink


class FosterCarersPage(ListPage):
    """No children stand here: households are known by the service's own reference."""

    def __init__(
        self,
        ask: Callable[[bool], CarersView | None],
        actions: Mapping[Command, QAction],
        parent: QWidget | None = None,
    ) -> None:
        tellers = (lambda row: row.reference, lambda row: row.sentence)
        super().__init__("Foster carers", COLUMNS, tellers, KEYS, actions, ink, parent)
        self._ask, self._new = ask, actions[Command.ADD_CARER]

    def ask_again(self) -> None:
        """Ask the desk."""
        view = self._ask(self.shows_ended)
        if view is not None:
            self.show_view(view)

    def show_view(self, view: CarersView) -> None:
        """Show the households in scope."""
        current = sum(not row.is_over for row in view.rows)
        asked = sum(any(one.is_open for one in row.asked) for row in view.rows)
        counts = [
            (view.late, "late or not recorded"),
            (view.not_booked, "due and not booked"),
            (asked, "asked for out of turn"),
            (current, "household" if current == 1 else "households"),
        ]
        self.summary.show_counts(counts, view.scope)
        self.empty.say(
            "No foster carers yet",
            "Add the households whose approval you review, by the service’s own reference and the day of approval; "
            "the first review, the yearly ones and those asked for count from it.",
            self._new,
            "Add a foster carer",
        )
        self.show_rows(view.rows, view.ended)

    def choose(self, _child: str, _deadline_id: str = "", /) -> bool:
        """No children stand here."""
        return False

    def chosen_child(self) -> str:
        """Nobody's."""
        return ""

    def tell(self, row: CarerRow) -> None:
        """The household's story."""
        self.story.tell(f"Household {row.reference}", row.standing_words, (), carer_pairs(row), row.story)
