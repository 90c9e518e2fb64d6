"""The lists asked of the desk anew: the place one is at, what the rail counts, and who stays in hand meanwhile."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtGui import QAction

from iro_desktop.services.views import TodayView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.counts import name_undo, show_counts, show_overdue
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.keeping import Keeping
from iro_desktop.ui.places import Places
from iro_desktop.ui.rail import Rail

View = TypeVar("View")


class Lists:
    """Only the place that is looked at asks; Today is always asked, for the rail counts it."""

    def __init__(
        self, deeds: Deeds, places: Places, keeping: Keeping, rail: Rail, actions: Mapping[Command, QAction]
    ) -> None:
        self._deeds, self._places, self._keeping, self._rail, self._actions = deeds, places, keeping, rail, actions
        self.is_keeping = False  # the child in hand, while the list is shown anew
        self.day: TodayView | None = None  # Today as the desk told it last

    def refresh(self) -> None:
        """Ask the desk again; who is in hand stays in hand."""
        self.is_keeping = self._keeping.remember()
        try:
            self._show()
            if self.is_keeping:
                self._keeping.restore()
        finally:
            self.is_keeping = False
        self._keeping.finish()

    def told(self, ask: Callable[[], View], show: Callable[[View], None]) -> Callable[[], None]:
        """What asks the desk and shows the answer; where there is none, the reason is said and the page stays."""

        def show_anew() -> None:
            view = self._deeds.attempt(ask)
            if view is not None:
                show(view)

        return show_anew

    def _show(self) -> None:
        self.day = self._deeds.attempt(self._deeds.desk.today)
        if self.day is not None:
            self._count(self.day)
        if self._places.here.show is not None:
            self._places.here.show()

    def _count(self, today: TodayView) -> None:
        show_counts(self._rail, today)
        challenge = self._deeds.attempt(self._deeds.desk.challenge)
        show_overdue(self._rail, challenge.overdue if challenge else 0)
        self._actions[Command.RECORD].setEnabled(bool(today.children))
        status = self._deeds.attempt(self._deeds.desk.status)
        if status is not None:
            self._rail.show_status(status, today.scope)
        name_undo(self._actions, self._deeds.desk)
