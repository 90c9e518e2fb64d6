"""What is on record of a child: who they are, and what was."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.pages.child.section import Section
from iro_desktop.ui.panel.history_card import HistoryCard
from iro_desktop.ui.widgets import Card
from iro_desktop.ui.widgets.pairs import Pairs
from iro_desktop.ui.widgets.scroller import Scroller


class OnRecord(Section):
    """Facts and past reviews."""

    title = "On record"

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(deeds, actions, parent)
        self._scroll = Scroller(self)
        content = QWidget(self._scroll)
        self.facts = Card(content, "Who they are")
        self.fact_pairs = Pairs(self.facts)
        self.facts.body.addWidget(self.fact_pairs)
        self.history = HistoryCard(content)
        column = QVBoxLayout(content)
        self._scroll.keep_margin(column, 0, 0, 0, 20)
        column.setSpacing(12)
        for card in (self.facts, self.history):
            column.addWidget(card)
        column.addStretch(1)
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def show_child(self, view: ChildView) -> None:
        """Show what is known."""
        self.fact_pairs.show_pairs(view.facts)
        self.history.show_lines(view.history)

    def focus_first(self) -> None:
        """Nothing here is done by keys yet but reading on."""
        self.setFocus()
