"""What was: the child's reviews and bookings, newest first."""

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.views import HistoryLine
from iro_desktop.ui.widgets import Card, LinkButton
from iro_desktop.ui.widgets.pairs import Pairs

_FEW = 5


class HistoryCard(Card):
    """The last few, and all of them on request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Reviews so far")
        self._lines: tuple[HistoryLine, ...] = ()
        self.pairs = Pairs(self)
        self.more = LinkButton("", parent=self)
        self.body.addWidget(self.pairs)
        self.body.addWidget(self.more)
        self.more.clicked.connect(self._show_all)

    def show_lines(self, lines: tuple[HistoryLine, ...]) -> None:
        """Show the last few; hidden where there are none."""
        self._lines = lines
        self.setVisible(bool(lines))
        self._show(lines[:_FEW])
        self.more.setVisible(len(lines) > _FEW)
        self.more.setText(f"Show all {len(lines)}")

    def _show(self, lines: tuple[HistoryLine, ...]) -> None:
        self.pairs.show_pairs([(short(line.on), line.words) for line in lines])

    def _show_all(self) -> None:
        self._show(self._lines)
        self.more.hide()
