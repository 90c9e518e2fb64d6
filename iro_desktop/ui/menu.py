"""The menu behind the button at the top: undo, whose children, how it looks."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from iro_desktop.ui.commands import OF_A_CHILD, Command


def make_menu(actions: Mapping[Command, QAction], parent: QWidget) -> QMenu:
    """The commands that have no place of their own on the screen."""
    menu = QMenu("Menu", parent)
    child = menu.addMenu("The child in hand")
    child.addActions([actions[command] for command in OF_A_CHILD])
    menu.addSeparator()
    for group in (
        (Command.UNDO, Command.REDO),
        (Command.ADD_CHILD, Command.ADD_IRO, Command.IMPORT, Command.EXPORT),
        (Command.LARGER, Command.SMALLER, Command.USUAL_SIZE),
        (Command.SYSTEM_COLOURS, Command.LIGHT, Command.DARK),
        (Command.SINGLE_KEYS,),
        (Command.QUIT,),
    ):
        shown = [actions[command] for command in group]
        menu.addActions(shown)
        menu.addSeparator()
    return menu


def fill_menu(menu: QMenu, actions: Sequence[QAction]) -> None:
    """Put these actions into the menu, in place of what was there."""
    menu.clear()
    menu.addActions(list(actions))
