"""Tiles: the measures that matter most, each with its figure large, what it is of, its change and twelve months."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from iro_desktop.measures.model import Unit
from iro_desktop.services.performance_views import Tile
from iro_desktop.ui.pages.performance.words import (
    change_shape,
    change_tone,
    change_words,
    is_broken,
    of_words,
    tile_sentence,
)
from iro_desktop.ui.shapes import paint_shape
from iro_desktop.ui.theme import RADIUS, tokens
from iro_desktop.ui.widgets.spark import paint_spark

_PAD, _GAP, _LEAST_EMS = 14, 12, 14.2
_MOST_COLUMNS = 6
_FIGURE, _SMALL = 1.9, 0.93
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TileButton(QAbstractButton):
    """One measure; the room for name, counts and change is the same on every tile of the page."""

    stepped = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tile: Tile | None = None
        self._rows = (1, 1, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_tile(self, tile: Tile) -> None:
        """Show this one."""
        self.tile = tile
        self.setAccessibleName(tile_sentence(tile))
        self.setToolTip(tile_sentence(tile))
        self.update()

    def fonts(self) -> tuple[QFont, QFont, QFont]:
        """Of the name, the figure, and what stands beneath."""
        name, figure, small = QFont(self.font()), QFont(self.font()), QFont(self.font())
        name.setWeight(QFont.Weight.DemiBold)
        figure.setWeight(QFont.Weight.Bold)
        for font, size in ((name, _SMALL), (figure, _FIGURE), (small, _SMALL)):
            font.setPixelSize(round(self.font().pixelSize() * size))
        return name, figure, small

    def texts(self) -> tuple[str, str, str]:
        """Name, counts, change."""
        if self.tile is None:
            return "", "", ""
        change = "" if is_broken(self.tile.figure) else change_words(self.tile.change, is_brief=True)
        return self.tile.figure.name, of_words(self.tile.figure) or "in this time", change

    def rows_at(self, width: int) -> tuple[int, int, int]:
        """How many lines name, counts and change take at that width."""
        name, _, small = self.fonts()
        room = width - 2 * _PAD
        mark = QFontMetrics(small).ascent() + 2
        taken = ((name, room), (small, room), (small, room - mark))
        return tuple(_lines(text, font, space) for text, (font, space) in zip(self.texts(), taken, strict=True))  # type: ignore[return-value]

    def set_rows(self, rows: tuple[int, int, int]) -> None:
        """The lines that each tile of the page keeps free."""
        self._rows = rows
        self.update()

    def height_of(self, rows: tuple[int, int, int]) -> int:
        """How tall a tile of so many lines is."""
        name, figure, small = self.fonts()
        lines = rows[0] * QFontMetrics(name).height() + (rows[1] + rows[2]) * QFontMetrics(small).height()
        return 2 * _PAD - 4 + lines + QFontMetrics(figure).height() + 8

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface, name, figure, line of months, counts, change."""
        if self.tile is None:
            return
        now, (name, figure, small) = tokens(), self.fonts()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self.hasFocus()
        painter.setPen(QPen(QColor(now.accent if has_focus else now.line), 2 if has_focus else 1))
        painter.setBrush(QColor(now.hover if self.underMouse() and not self.isDown() else now.surface))
        inset = 1.0 if has_focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        left, wide, y = _PAD, self.width() - 2 * _PAD, _PAD - 3
        words, counts, _ = self.texts()
        y = self._paint_text(painter, words, name, now.soft, (left, y, wide), self._rows[0])
        large = QFontMetrics(figure)
        painter.setFont(figure)
        painter.setPen(QColor(now.overdue if is_broken(self.tile.figure) else now.ink))
        printed = "!" if is_broken(self.tile.figure) else self.tile.figure.printed
        painter.drawText(QRectF(left, y + 2, wide, large.height()), Qt.AlignmentFlag.AlignVCenter, printed)
        self._paint_months(painter, QRectF(left, y + 2, wide, large.height()), large.horizontalAdvance(printed))
        y = self._paint_text(painter, counts, small, now.soft, (left, y + large.height() + 4, wide), self._rows[1])
        self._paint_change(painter, small, left, y + 2, wide)
        painter.end()

    def _paint_text(
        self, painter: QPainter, words: str, font: QFont, ink: str, at: tuple[int, int, int], rows: int
    ) -> int:
        """Words in the room of so many lines; where the next thing begins."""
        left, top, wide = at
        painter.setFont(font)
        painter.setPen(QColor(ink))
        tall = rows * QFontMetrics(font).height()
        painter.drawText(QRectF(left, top, wide, tall), _WRAP, words)
        return top + tall

    def _paint_months(self, painter: QPainter, line: QRectF, taken: int) -> None:
        if self.tile is None or line.width() - taken < 3.4 * self.font().pixelSize():
            return
        wide = min(line.width() - taken - 14, 7.0 * self.font().pixelSize())
        room = QRectF(line.right() - wide, line.top() + line.height() * 0.2, wide - 3, line.height() * 0.56)
        is_share = self.tile.figure.unit is Unit.PERCENT
        paint_spark(painter, self.tile.months, room, tokens(), is_share=is_share)

    def _paint_change(self, painter: QPainter, font: QFont, left: int, top: int, wide: int) -> None:
        if self.tile is None or not self.texts()[2]:
            return
        ink = str(getattr(tokens(), change_tone(self.tile.change).value))
        metrics = QFontMetrics(font)
        side = metrics.ascent() * 0.72
        paint_shape(
            painter, change_shape(self.tile.change), QRectF(left, top + (metrics.height() - side) / 2, side, side), ink
        )
        mark = metrics.ascent() + 2
        self._paint_text(painter, self.texts()[2], font, ink, (left + mark, top, wide - mark), self._rows[2])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to another tile, Enter opens."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(*step)
        elif event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        super().focusInEvent(event)
        self.update()


class TileGrid(QWidget):
    """Tiles in as many columns as fit; one tab stop, arrows go about."""

    opened = Signal(str)  # a measure
    left = Signal()  # downwards, past the last line
    sight_wanted = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[TileButton] = []
        self._current = 0
        self._room_for = 0  # so many there will be, while they come one by one
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_tiles(self, tiles: Sequence[Tile], order: Sequence[str], room_for: int = 0) -> None:
        """Show those of the order, in it. ``room_for``: so many there will be."""
        self._room_for = room_for
        by_id = {one.figure.measure: one for one in tiles}
        shown = [by_id[one] for one in order if one in by_id]
        while len(self.tiles) < len(shown):
            self._add()
        for number, button in enumerate(self.tiles):
            button.setVisible(number < len(shown))
            if number < len(shown):
                button.show_tile(shown[number])
        self._current = min(self._current, max(0, len(shown) - 1))
        self._mark_stop()
        self.updateGeometry()
        self._place()

    def current(self) -> TileButton | None:
        """The tile the keys are at."""
        return self.tiles[self._current] if self.tiles else None

    def _add(self) -> None:
        button = TileButton(self)
        number = len(self.tiles)
        button.clicked.connect(lambda: self._open(number))
        button.stepped.connect(self._step)
        self.tiles.append(button)

    def _open(self, number: int) -> None:
        self._go(number)
        tile = self.tiles[number].tile
        if tile is not None:
            self.opened.emit(tile.figure.measure)

    def _step(self, across: int, down: int) -> None:
        target = self._current + across + down * self.columns(self.width())
        if down > 0 and target >= self._shown():
            self.left.emit()
        elif 0 <= target < self._shown():
            self._go(target)

    def _go(self, number: int) -> None:
        self._current = number
        self._mark_stop()
        self.tiles[number].setFocus()
        self.sight_wanted.emit(self.tiles[number])

    def _mark_stop(self) -> None:
        for number, button in enumerate(self.tiles):
            is_stop = number == self._current
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _shown(self) -> int:
        return sum(not one.isHidden() for one in self.tiles)

    # room

    def columns(self, width: int) -> int:
        """How many stand beside each other: as many as fit, spread evenly over the lines that they need."""
        least = round(_LEAST_EMS * self.font().pixelSize())
        fitting = min(max(1, (width + _GAP) // (least + _GAP)), _MOST_COLUMNS)
        shown = max(1, self._room_for, self._shown())
        return ceil(shown / ceil(shown / fitting))

    def _tile_width(self, width: int) -> int:
        columns = self.columns(width)
        return (width - (columns - 1) * _GAP) // columns

    def _lines(self, width: int) -> list[tuple[list[TileButton], tuple[int, int, int]]]:
        """The tiles of each line, and how many lines of words each keeps free for name, counts and change."""
        shown, columns = [one for one in self.tiles if not one.isHidden()], self.columns(width)
        found = []
        for first in range(0, len(shown), columns):
            beside = shown[first : first + columns]
            rows = [one.rows_at(self._tile_width(width)) for one in beside]
            found.append((beside, (max(r[0] for r in rows), max(r[1] for r in rows), max(r[2] for r in rows))))
        return found

    def hasHeightForWidth(self) -> bool:
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines of tiles at that width."""
        return max(0, sum(beside[0].height_of(rows) + _GAP for beside, rows in self._lines(width)) - _GAP)

    def sizeHint(self) -> QSize:
        """At the width it has."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One tile."""
        return QSize(round(_LEAST_EMS * self.font().pixelSize() / 2), self.heightForWidth(max(self.width(), 200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tiles anew; narrower is taller, and what stands around has to know."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._place()

    def _place(self) -> None:
        width, top = self._tile_width(self.width()), 0
        for beside, rows in self._lines(self.width()):
            height = beside[0].height_of(rows)
            for column, button in enumerate(beside):
                button.set_rows(rows)
                button.setGeometry(column * (width + _GAP), top, width, height)
            top += height + _GAP


def _lines(text: str, font: QFont, width: int) -> int:
    metrics = QFontMetrics(font)
    if not text:
        return 1
    box = metrics.boundingRect(0, 0, max(width, 10), 10_000, _WRAP, text)
    return max(1, round(box.height() / metrics.lineSpacing()))
