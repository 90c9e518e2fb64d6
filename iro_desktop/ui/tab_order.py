"""Where Tab goes through what is made late: Qt would put it behind everything that was there before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class FirstInLine(QWidget):
    """Never seen and never reached; what is made late is put after it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()


def tab_after(first: QWidget, page: QWidget) -> None:
    """Let Tab go from there through what was just made, in its own order."""
    parts, here = [page], page.nextInFocusChain()
    while here is not None and page.isAncestorOf(here):
        parts.append(here)
        here = here.nextInFocusChain()
    for part in parts:
        if part.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            QWidget.setTabOrder(first, part)
            first = part
