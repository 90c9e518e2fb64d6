"""A column that scrolls; its bar stands in the margin, so that nothing moves when it appears."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


class Scroller(QScrollArea):
    """Up and down only; not a tab stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: QLayout | None = None
        self._margins = (0, 0, 0, 0)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._range_changed)

    def keep_margin(self, layout: QLayout, left: int, top: int, right: int, bottom: int) -> None:
        """The margins of what scrolls, the bar's room included."""
        self._layout, self._margins = layout, (left, top, right, bottom)
        layout.setContentsMargins(left, top, right, bottom)

    def _range_changed(self, _least: int, most: int) -> None:
        if self._layout is not None:
            left, top, right, bottom = self._margins
            taken = self.verticalScrollBar().sizeHint().width() if most > 0 else 0
            self._layout.setContentsMargins(left, top, max(0, right - taken), bottom)
