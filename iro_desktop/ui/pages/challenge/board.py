"""The board: a column for each stage, its cards the most pressing first; arrows go from card to card.

Painted by hand: the list has the same alerts, and is what screen readers and tests use.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from iro_desktop.services.challenge_views import AlertCard, BoardColumn
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.pages.challenge.card_face import Face, State, broken, face_of, paint_face, small
from iro_desktop.ui.pages.challenge.words import spoken
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.widgets.row_painting import Weight, paint_words, weighted

_LEAST_EMS, _GAP, _CARD_GAP = 14.5, 12, 8
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class Canvas(QWidget):
    """The columns in full; keeps the chosen card by its key."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[BoardColumn, ...] = ()
        self._faces: list[list[tuple[QRect, Face]]] = []
        self._key, self._hovered = "", ""
        self._at = (0, 0)  # where the chosen card stood, to stay near it once it is gone
        self.top = 0  # the part in sight begins here: the headings stand there
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Alerts by stage. View 2 has them as a list.")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_columns(self, columns: Sequence[BoardColumn]) -> None:
        """Show these; stays on the chosen card, or where it stood."""
        self._columns = tuple(columns)
        self._arrange()
        if self.place_of(self._key) is None:
            near = self._nearest(*self._at)
            self._key = near.key if near else ""
        self._tell()

    def current(self) -> AlertCard | None:
        """The chosen card."""
        place = self.place_of(self._key)
        return self._columns[place[0]].cards[place[1]] if place else None

    def choose(self, key: str) -> bool:
        """Choose that card; False where it stands in no column."""
        place = self.place_of(key)
        if place is None:
            return False
        self._key, self._at = key, place
        self._tell()
        return True

    def place_of(self, key: str) -> tuple[int, int] | None:
        """Column and row of a card."""
        found = (
            (c, r) for c, column in enumerate(self._columns) for r, one in enumerate(column.cards) if one.key == key
        )
        return next(found, None)

    def rect_of(self, key: str) -> QRect:
        """Where a card is painted."""
        place = self.place_of(key)
        return self._faces[place[0]][place[1]][0] if place and self._faces else QRect()

    def head_height(self) -> int:
        """The headings' room."""
        lines = max((len(self._about(one)) for one in self._columns), default=1)
        return QFontMetrics(self.font()).height() + max(1, lines) * QFontMetrics(small(self.font())).height() + 14

    def _about(self, column: BoardColumn) -> list[str]:
        """Who answers, and in which time: on two lines where one is too short."""
        about = f"{column.about[:1].upper()}{column.about[1:]}"
        return broken(about, small(self.font()), self._column_width() - 4, 2)

    # sizes

    def least_width(self) -> int:
        """So wide that words can be read."""
        count = max(1, len(self._columns))
        return round(_LEAST_EMS * self.font().pixelSize()) * count + _GAP * (count - 1)

    def heightForWidth(self, _width: int) -> int:
        """The longest column."""
        return max((column[-1][0].bottom() + 20 for column in self._faces if column), default=self.head_height() + 80)

    def sizeHint(self) -> QSize:
        """All of it."""
        return QSize(self.least_width(), self.heightForWidth(self.width()))

    def _column_width(self) -> int:
        count = max(1, len(self._columns))
        return (self.width() - _GAP * (count - 1)) // count

    def _arrange(self) -> None:
        """Break every card's words anew and stack them."""
        width, self._faces = self._column_width(), []
        for number, column in enumerate(self._columns):
            top, placed = self.head_height(), []
            for card in column.cards:
                face = face_of(card, self.font(), width)
                placed.append((QRect(number * (width + _GAP), top, width, face.height), face))
                top += face.height + _CARD_GAP
            self._faces.append(placed)
        self.setMinimumHeight(self.heightForWidth(width))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs more room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            self.setMinimumWidth(self.least_width())
            self._arrange()

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from card to card, Home and End to the ends of the column, Enter opens."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._move(*_STEPS[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            column = self._at[0]
            self._take(self._nearest(column, 0 if key == Qt.Key.Key_Home else 10**6))
        elif key in _ENTER and self.current() is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _move(self, across: int, down: int) -> None:
        place = self.place_of(self._key)
        if place is None:
            self._take(self._nearest(*self._at))
            return
        column, row = place
        if down:
            cards = self._columns[column].cards
            self._take(cards[min(max(0, row + down), len(cards) - 1)])
            return
        beyond = range(column + across, len(self._columns) if across > 0 else -1, across)
        to = next((one for one in beyond if self._columns[one].cards), None)
        if to is not None:
            self._take(self._nearest(to, row))

    def _nearest(self, column: int, row: int) -> AlertCard | None:
        """The card there, or the nearest one: of that column, else of the nearest that has any."""
        filled = [number for number, one in enumerate(self._columns) if one.cards]
        if not filled:
            return None
        cards = self._columns[min(filled, key=lambda number: abs(number - column))].cards
        return cards[min(max(0, row), len(cards) - 1)]

    def _take(self, card: AlertCard | None) -> None:
        if card is not None and card.key != self._key:
            self.choose(card.key)
            announce(self, spoken(card))
            self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a card."""
        self._take(self._card_at(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens it."""
        if self._card_at(event) is not None:
            self.opened.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the card beneath the pointer."""
        card = self._card_at(event)
        self._hover(card.key if card else "")

    def leaveEvent(self, event: QEvent) -> None:
        """No card is beneath the pointer."""
        super().leaveEvent(event)
        self._hover("")

    def _hover(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self.update()

    def _card_at(self, event: QMouseEvent) -> AlertCard | None:
        point = event.position().toPoint()
        found = (face.card for column in self._faces for rect, face in column if rect.contains(point))
        return next(found, None)

    def focusInEvent(self, event: object) -> None:
        """The chosen card gets its ring."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: object) -> None:
        """The ring goes."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()

    def _tell(self) -> None:
        card = self.current()
        self._at = self.place_of(self._key) or self._at
        self.setAccessibleDescription(spoken(card) if card else "")
        self.update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards in sight, then the headings over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column in self._faces:
            for rect, face in column:
                if rect.intersects(event.rect()):
                    key = face.card.key
                    state = State(key == self._key, self.hasFocus(), key == self._hovered)
                    paint_face(painter, face, rect, self.font(), state)
        for number, each in enumerate(self._columns):
            self._paint_head(painter, number, each)
        painter.end()

    def _paint_head(self, painter: QPainter, number: int, column: BoardColumn) -> None:
        now, width = tokens(), self._column_width()
        strong, less = weighted(self.font(), Weight.STRONG), small(self.font())
        left = number * (width + _GAP)
        painter.fillRect(QRect(left - 1, self.top, width + 2, self.head_height() - 4), QColor(now.ground))
        height = QFontMetrics(strong).height()
        title = QRect(left + 2, self.top + 2, width - 4, height)
        paint_words(painter, column.title, title, strong, now.ink)
        title.setLeft(title.left() + QFontMetrics(strong).horizontalAdvance(column.title) + 8)
        paint_words(painter, str(len(column.cards)), title, self.font(), now.soft)
        about = QRect(left + 2, self.top + height + 3, width - 4, QFontMetrics(less).height())
        for words in self._about(column):
            paint_words(painter, words, about, less, now.soft)
            about.translate(0, about.height())
        if not column.cards:
            none = QRect(left + 2, self.head_height(), width - 4, height + 12)
            paint_words(painter, "None open", none, self.font(), now.soft)


class Board(QScrollArea):
    """Scrolls the canvas; the chosen card stays in sight, and the headings at the top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = Canvas(self)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.canvas)
        self.setWidget(self.canvas)
        self.setCornerWidget(QWidget(self))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.canvas.chosen.connect(self.keep_in_sight)

    def show_columns(self, columns: Sequence[BoardColumn]) -> None:
        """Show these columns."""
        self.canvas.show_columns(columns)
        self.canvas.setMinimumWidth(self.canvas.least_width())

    def keep_in_sight(self) -> None:
        """Scroll to the chosen card, beneath its heading."""
        card = self.canvas.current()
        if card is None:
            return
        rect = self.canvas.rect_of(card.key).adjusted(-4, -self.canvas.head_height(), 4, 8)
        for corner in (rect.bottomRight(), rect.topLeft()):
            self.ensureVisible(corner.x(), corner.y(), 0, 0)

    def _scrolled(self, value: int) -> None:
        self.canvas.top = value
        self.canvas.update()
