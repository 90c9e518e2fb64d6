"""What there was between reviews: the newest contacts and significant events; all of them stand on the child's page."""

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.views import HistoryLine
from iro_desktop.ui.widgets import Card
from iro_desktop.ui.widgets.pairs import Pairs

_FEW = 4


class BetweenCard(Card):
    """The last few, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Between reviews")
        self.pairs = Pairs(self)
        self.body.addWidget(self.pairs)

    def show_lines(self, contacts: tuple[HistoryLine, ...], events: tuple[HistoryLine, ...]) -> None:
        """Show the last few of both; hidden where there are none."""
        lines = sorted((*contacts, *events), key=lambda line: line.on, reverse=True)[:_FEW]
        self.setVisible(bool(lines))
        self.pairs.show_pairs([(short(line.on), line.words) for line in lines])
