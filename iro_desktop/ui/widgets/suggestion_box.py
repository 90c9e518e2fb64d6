"""The list beneath a line one types in: children, or commands, or both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from iro_desktop.ui.models.records import RECORD_ROLE, AnyIndex
from iro_desktop.ui.theme import RADIUS, tokens
from iro_desktop.ui.widgets.hint import hint_size, paint_hint
from iro_desktop.ui.widgets.row_painting import Weight, paint_words, weighted

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that can be picked."""

    title: str
    detail: str
    key: str
    payload: object
    section: str = ""  # a heading above it, where a new kind begins


class SuggestionModel(QAbstractListModel):
    """What is offered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[Suggestion] = []

    def set_items(self, items: Sequence[Suggestion]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """As many as are offered."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title to show, everything to say."""
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == RECORD_ROLE:
            return item
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (item.title, item.detail, item.key) if part)
        return item.title if role == Qt.ItemDataRole.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    """Title, detail, key; a heading above where a new kind begins."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A heading takes its own line."""
        item: Suggestion = index.data(RECORD_ROLE)
        height = QFontMetrics(self._view.font()).height()
        return QSize(100, height + 14 + (height + 8 if item.section else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one offer."""
        item: Suggestion = index.data(RECORD_ROLE)
        now, font = tokens(), self._view.font()
        height = QFontMetrics(font).height()
        box = QRect(option.rect)
        if item.section:
            above = QRect(box.left() + 12, box.top() + 4, box.width() - 24, height)
            paint_words(painter, item.section, above, weighted(font, Weight.STRONG), now.soft)
            box.setTop(box.top() + height + 8)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.selected))
            painter.drawRoundedRect(QRectF(box).adjusted(4, 1, -4, -1), 6, 6)
        inner = box.adjusted(12, 0, -12, 0)
        if item.key:
            size = hint_size(item.key, font)
            chip = QRectF(inner.right() - size.width(), 0, size.width(), size.height())
            chip.moveTop(round(inner.center().y() - size.height() / 2) + 1)
            paint_hint(painter, item.key, chip, font, now.soft, now.line)
            inner.setRight(inner.right() - size.width() - 10)
        strong = weighted(font, Weight.STRONG if item.detail else Weight.PLAIN)
        wide = min(inner.width(), QFontMetrics(strong).horizontalAdvance(item.title))
        paint_words(painter, item.title, inner, strong, now.ink)
        paint_words(painter, item.detail, inner.adjusted(wide + 12, 0, 0, 0), font, now.soft, to_right=not item.key)


class SuggestionBox(QFrame):
    """The list, laid over the window beneath its line; never takes the focus."""

    picked = Signal(object)

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.model = SuggestionModel(self)
        self.view = QListView(self)
        self.view.setAccessibleName(words)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 6, 2, 6)
        layout.addWidget(self.view)
        self.view.clicked.connect(self._clicked)
        self.view.entered.connect(self.view.setCurrentIndex)
        self.hide()

    def current(self) -> Suggestion | None:
        """What Enter would pick."""
        found = self.view.currentIndex().data(RECORD_ROLE)
        return found if isinstance(found, Suggestion) else None

    def move_by(self, step: int) -> None:
        """Go up or down, round the ends."""
        count = self.model.rowCount()
        if count:
            self.view.setCurrentIndex(self.model.index((self.view.currentIndex().row() + step) % count))

    def open_under(self, line: QWidget, items: Sequence[Suggestion], least_width: int) -> None:
        """Show the offers beneath the line, as tall as they need and the window has room."""
        self.model.set_items(items)
        if not items:
            self.hide()
            return
        self.view.setCurrentIndex(self.model.index(0))
        place = line.mapTo(self._over, QPoint(0, line.height() + 4))
        option = QStyleOptionViewItem()
        delegate = self.view.itemDelegate()
        heights = [delegate.sizeHint(option, self.model.index(row)).height() for row in range(len(items))]
        room = self._over.height() - place.y() - 12
        width = min(max(line.width(), least_width), self._over.width() - place.x() - 8)
        self.setGeometry(place.x(), place.y(), width, min(sum(heights[:_MOST_ROWS]) + 12, room))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A surface above the others."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.edge), 1))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()

    def _clicked(self, index: QModelIndex) -> None:
        self.picked.emit(index.data(RECORD_ROLE))
