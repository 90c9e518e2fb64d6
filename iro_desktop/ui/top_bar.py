"""The bar at the top: find, the menu, and the one thing IROs do most."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from iro_desktop.ui.commands import Command
from iro_desktop.ui.finder import FindBox
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import PrimaryButton, QuietButton
from iro_desktop.ui.widgets.panes import Pane


class TopBar(Pane):
    """Find box at the left, acts at the right."""

    def __init__(self, find_box: FindBox, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__("surface", Qt.Edge.BottomEdge, parent)
        self.find_box = find_box
        find_box.setParent(self)
        self.menu_button = QuietButton("Menu", parent=self, shape=Shape.MENU)
        self.menu_button.follow(actions[Command.MENU])
        self.record_button = PrimaryButton("Record review held", parent=self)
        self.record_button.follow(actions[Command.RECORD])
        self._menu: QMenu | None = None
        layout = QHBoxLayout(self)
        self._row = layout
        self.set_margin(24)
        layout.setSpacing(8)
        layout.addWidget(find_box, 100)
        layout.addStretch(1)
        layout.addWidget(self.menu_button)
        layout.addWidget(self.record_button)

    def set_margin(self, side: int) -> None:
        """Begin and end where the page beneath does."""
        self._row.setContentsMargins(side, 9, side, 10)

    def set_menu(self, menu: QMenu) -> None:
        """The menu that opens at the button."""
        self._menu = menu

    def open_menu(self) -> None:
        """Open the menu beneath its button."""
        if self._menu is not None:
            corner = self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft())
            self._menu.popup(corner)
