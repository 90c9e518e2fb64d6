"""A radio button whose words run on to further lines: a choice must be read whole before it is made."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from iro_desktop.ui.theme import tokens
from iro_desktop.ui.widgets.choices import Choice

_LEFT, _RIGHT, _Y = 8, 8, 5
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class WrappedChoice(Choice):
    """As tall as its words need."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, "", parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at that width."""
        return max(26, self._words_box(width).height() + 2 * _Y)

    def minimumSizeHint(self) -> QSize:
        """Room for a word or two, on one line."""
        return QSize(8 * self.font().pixelSize(), max(26, QFontMetrics(self.font()).height() + 2 * _Y))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, ring and words."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_ring(painter)
        painter.setPen(QColor(now.ink))
        painter.setFont(self.font())
        words = self._words_box(self.width())
        painter.drawText(words.translated(0, (self.height() - words.height()) // 2), _WRAPPED, self.text())
        painter.end()

    def _words_box(self, width: int) -> QRect:
        left = _LEFT + self._side() + 9
        room = QRect(left, 0, max(1, width - left - _RIGHT), 10_000)
        words = QFontMetrics(self.font()).boundingRect(room, _WRAPPED, self.text())
        return QRect(left, 0, room.width(), words.height())


def wrapped_choices(group: QButtonGroup, words: Sequence[str], parent: QWidget) -> QWidget:
    """One choice below the other, numbered in their order, the first of them chosen; the group is handed in."""
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for number, each in enumerate(words):
        choice = WrappedChoice(each, holder)
        group.addButton(choice, number)
        column.addWidget(choice)
    group.button(0).setChecked(True)
    holder.setFocusProxy(group.button(0))
    return holder
