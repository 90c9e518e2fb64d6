"""The places of challenge and praise: the board with its lists and counts, one alert in full, the service's lists."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.errors import UserError
from iro_desktop.services.challenge_views import AdviceRow, AlertCard
from iro_desktop.ui.challenge_deeds import ChallengeDeeds
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.list_deeds import ListDeeds
from iro_desktop.ui.pages.challenge.alert_page import AlertPage
from iro_desktop.ui.pages.challenge.lists_page import ListsPage
from iro_desktop.ui.pages.challenge.page import ChallengePage
from iro_desktop.ui.pages.child.alerts import Alerts
from iro_desktop.ui.pages.child.page import ChildPage
from iro_desktop.ui.review_deeds import ReviewDeeds

VISITED = (Command.ALERT, Command.LISTS)


class ChallengePlaces(QObject):
    """Makes the pages when they are asked for, knows which alert is chosen where one is, and shows the one opened."""

    chosen = Signal(str, str)  # a child and a clock to take in hand
    go_wanted = Signal(object)  # a Command to go by
    gone = Signal()  # the alert that was shown is here no more

    def __init__(self, deeds: Deeds, reviews: ReviewDeeds, actions: Mapping[Command, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._deeds, self._actions, self._parent = deeds, actions, parent
        self.deeds = ChallengeDeeds(deeds, reviews, self)
        self.lists = ListDeeds(deeds, lambda: ListsPage(deeds.desk, actions, parent), self)
        self._shown: AlertCard | None = None
        self.deeds.alert_wanted.connect(self.open)

    @cached_property
    def page(self) -> ChallengePage:
        """The board with its lists and counts."""
        page = ChallengePage(self._deeds.desk, self._actions, self._parent)
        page.opened.connect(self.open)
        page.away_wanted.connect(self.deeds.take_away)
        page.chosen.connect(self.chosen)
        return page

    @cached_property
    def alert(self) -> AlertPage:
        """One alert in full."""
        page = AlertPage(self._actions, self._parent)
        page.opened.connect(self.open)
        page.away_wanted.connect(self.deeds.take_away)
        return page

    def look_at(self, here: Callable[[], object]) -> None:
        """Which page is looked at tells which alert is chosen."""

        def section() -> Alerts | None:
            page = here()
            return page.section if isinstance(page, ChildPage) and isinstance(page.section, Alerts) else None

        def shown() -> AlertCard | None:
            page = here()
            return page.current() if isinstance(page, ChallengePage | AlertPage) else None

        def alert() -> AlertCard | None:
            part = section()
            return part.chosen() if part else shown()

        def advice() -> AdviceRow | None:
            part = section()
            return part.chosen_advice() if part else None

        self.deeds.chosen, self.deeds.shown, self.deeds.chosen_advice = alert, shown, advice

    def open(self, card: AlertCard) -> None:
        """Show that alert in full, with its child in hand."""
        self._shown = card
        self.chosen.emit(card.child, card.clock.deadline_id if card.clock else "")
        self.go_wanted.emit(Command.ALERT)

    def open_clock(self) -> bool:
        """Show the alert whose clock is in hand; False where that is no alert's."""
        here = self._deeds.in_hand
        card = self.deeds.of_clock(here.view, here.deadline) if here.view else None
        if card is not None:
            self.open(card)
        return card is not None

    def show_alert(self) -> None:
        """Ask for the alert that is shown; where it was taken away one goes back."""
        card, view = self._shown, self._deeds.in_hand.view
        if card is None or view is None or view.child != card.child:
            self.gone.emit()
            return
        try:
            story = self._deeds.desk.alert(card.child, card.raised_on, card.nth)
            advice = self._deeds.desk.advice(card.child)
        except UserError:  # taken away, or undone
            self.gone.emit()
            return
        self.alert.show_story(story, advice)
