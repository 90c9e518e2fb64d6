"""Who is in hand while the lists are shown anew: the same child, and the deadline that then matters."""

from iro_desktop.domain.errors import UserError
from iro_desktop.ui.deeds import Deeds, InHand
from iro_desktop.ui.pages.today import TodayPage
from iro_desktop.ui.pages.write_ups import WriteUpsPage
from iro_desktop.ui.places import Places


class Keeping:
    """Wraps one refresh: what was in hand before it is in hand after it, where it is still there."""

    def __init__(self, deeds: Deeds, places: Places, today: TodayPage) -> None:
        self._deeds, self._places, self._today = deeds, places, today
        self._before, self._line, self._was_led = InHand(), 0, False

    def remember(self) -> bool:
        """Before the lists change; whether there is a child to keep."""
        self._before, self._was_led = self._deeds.in_hand, self._is_led_by_today()
        table = self._places.here.page.table
        self._line = max(0, table.current_row()) if table else 0
        return self._is_held(self._before)

    def restore(self) -> None:
        """The same child, and the deadline that matters most where the one in hand is settled."""
        before = self._before
        child = before.view.child if before.view else ""
        wanted = before.deadline.id if before.deadline else ""
        now = self._deeds.take(child, wanted).deadline
        is_settled = now is None or now.id != wanted or (self._was_led and not self._today.choose(child, wanted))
        if is_settled:
            now = self._deeds.take(child, "").deadline
        listed = self._mark(child, now.id if now else "", is_settled=is_settled)
        if listed:
            self._deeds.take(child, listed)

    def finish(self) -> None:
        """Nobody is in hand where the child is gone and nobody stands in their place."""
        if self._deeds.in_hand is self._before:
            self._deeds.take("", "")

    def _is_led_by_today(self) -> bool:
        """Whether what is in hand is the row chosen on Today."""
        here = self._deeds.in_hand
        row = self._today.current() if self._places.here.page is self._today else None
        if row is None or here.view is None or here.deadline is None:
            return False
        return (row.child, row.deadline_id) == (here.view.child, here.deadline.id)

    def _is_held(self, here: InHand) -> bool:
        """Whether the child is still there: undoing takes an added one away."""
        try:
            return here.view is not None and bool(self._deeds.desk.child(here.view.child))
        except UserError:
            return False

    def _mark(self, child: str, deadline_id: str, *, is_settled: bool) -> str:
        """Mark the child's row, or none; the deadline of a row that takes a settled one's place."""
        place = self._places.here
        is_marked = place.page.chosen_child() == child and not is_settled
        if not place.has_children or is_marked or place.page.choose(child, deadline_id):
            return ""
        if not place.page.choose(child):
            if place.page.table is not None:
                place.page.table.clear_choice(self._line)
        elif is_settled:
            return self._next_piece()
        return ""

    def _next_piece(self) -> str:
        """The work of the row that is marked now, where rows are pieces of work."""
        here = self._places.here.page
        found = here.current() if isinstance(here, TodayPage | WriteUpsPage) else None
        return found.deadline_id if found is not None else ""
