"""What stands on paper one beneath the other: lines of text, rows, charts. Each knows its height and paints itself."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from iro_desktop.ui.paper_type import HAIRLINE, Voice, font, pt

LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
Paint = Callable[[QPainter, float, float], None]  # at this left and top


@dataclass(slots=True, eq=False)
class Item:
    """One thing that a page break never cuts, unless it is taller than a page."""

    height: float
    paint: Paint
    above: float = 0.0  # air above it, left away at the top of a page
    keeps_next: bool = False
    begins_page: bool = False
    repeats: "Item | None" = None  # the headings that stand above it where it begins a page
    split: "Callable[[float], tuple[Item, Item] | None] | None" = None  # in two, the first no taller than that
    marks: object = None  # what the table of contents looks for
    is_air: bool = False  # left away at either end of a page


@dataclass(slots=True)
class Text:
    """Words laid out in lines of one width."""

    layout: QTextLayout  # kept, because the lines live in it
    lines: list[QTextLine]
    voice: Voice

    @property
    def height(self) -> float:
        """Of all its lines."""
        return len(self.lines) * self.voice.line

    def paint_line(self, painter: QPainter, number: int, x: float, y: float) -> None:
        """One line whose top stands there; type sits in the middle of its leading."""
        line = self.lines[number]
        painter.setPen(QColor(self.voice.colour))
        line.draw(painter, QPointF(x, y + (self.voice.line - line.height()) / 2 - line.y()))

    def paint(self, painter: QPainter, x: float, y: float, lines: Sequence[int] | None = None) -> None:
        """All lines, or some of them from there on."""
        for place, number in enumerate(range(len(self.lines)) if lines is None else lines):
            self.paint_line(painter, number, x, y + place * self.voice.line)


def text(
    words: str, voice: Voice, width: float, align: Qt.AlignmentFlag = LEFT, *, bold: int = 0, is_bold: bool = False
) -> Text:
    """Lay words out; a line break in them is one on paper. The first ``bold`` letters, or all, are heavier."""
    face = font(voice.points, QFont.Weight.DemiBold if is_bold else voice.weight, is_italic=voice.is_italic)
    layout = QTextLayout(_plain(words), face)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if bold:
        heavier = QTextLayout.FormatRange()
        heavier.start, heavier.length = 0, bold
        looks = QTextCharFormat()
        looks.setFontWeight(QFont.Weight.Bold)
        heavier.format = looks
        layout.setFormats([heavier])
    lines: list[QTextLine] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, len(lines) * voice.line))
        lines.append(line)
    layout.endLayout()
    return Text(layout, lines, voice)


_UNPRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _plain(words: str) -> str:
    """What can be printed; QTextLayout breaks a line at U+2028."""
    one_way = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return _UNPRINTED.sub("\ufffd", one_way).replace("\n", "\u2028")


@dataclass(frozen=True, slots=True)
class Box:
    """What stands around a paragraph: a bar at its left, a tint behind it, or a broken line around it."""

    bar: QColor | None = None
    tint: QColor | None = None
    dashes: QColor | None = None
    inset: float = pt(9)
    air: float = pt(4)


@dataclass(slots=True)
class _LineOfText:
    """How one line of a paragraph is painted, with its part of the box."""

    text: Text
    number: int
    width: float
    indent: float
    box: Box | None
    label: Text | None = field(default=None)

    @property
    def above(self) -> float:
        return self.box.air if self.box and self.number == 0 else 0.0

    @property
    def height(self) -> float:
        is_last = self.number == len(self.text.lines) - 1
        return self.text.voice.line + self.above + (self.box.air if self.box and is_last else 0.0)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        if self.box:
            self._paint_box(painter, self.box, QRectF(x, y, self.width, self.height))
        if self.label:
            self.label.paint(painter, x, y + self.above)
        self.text.paint_line(painter, self.number, x + self.indent, y + self.above)

    def _paint_box(self, painter: QPainter, box: Box, room: QRectF) -> None:
        if self.number < len(self.text.lines) - 1:
            room = room.adjusted(0, 0, 0, pt(0.4))  # no seam between the lines
        if box.tint:
            painter.fillRect(room, box.tint)
        if box.bar:
            painter.fillRect(QRectF(room.left(), room.top(), pt(2.5), room.height()), box.bar)
        if box.dashes:
            painter.setPen(QPen(box.dashes, pt(0.8), Qt.PenStyle.DashLine))
            painter.drawLine(room.topLeft(), room.bottomLeft())
            painter.drawLine(room.topRight(), room.bottomRight())
            if self.number == 0:
                painter.drawLine(room.topLeft(), room.topRight())
            if self.number == len(self.text.lines) - 1:
                painter.drawLine(room.bottomLeft(), room.bottomRight())


def paragraph(laid: Text, width: float, *, indent: float = 0, box: Box | None = None, label: Text | None = None,
              keeps_next: bool = False) -> list[Item]:  # fmt: skip
    """A paragraph, an item for each line; two lines at least stay together at either end of a page."""
    count = len(laid.lines)
    made = []
    for number in range(count):
        line = _LineOfText(laid, number, width, indent, box, label if number == 0 else None)
        item = Item(line.height, line.paint)
        is_last = number == count - 1
        item.keeps_next = keeps_next if is_last else (number in {0, count - 2})
        made.append(item)
    if made:
        made[0].above = pt(laid.voice.above)
    return made


@dataclass(slots=True)
class Row:
    """A row of a table: its cells as text, and where each begins."""

    cells: list[Text]
    lefts: list[float]
    width: float
    air: float = pt(2.6)
    tint: QColor | None = None
    rule: tuple[float, QColor] = (pt(0.5), HAIRLINE)
    lines: tuple[int, int] = (0, 1_000_000)  # which lines of its cells: a part of a row that was cut

    def item(self, repeats: Item | None = None) -> Item:
        """The row on paper."""
        return Item(self.height, self.paint, repeats=repeats, split=lambda room: self._split(room, repeats))

    def _of(self, cell: Text) -> range:
        return range(self.lines[0], min(len(cell.lines), self.lines[1]))

    @property
    def height(self) -> float:
        """Of its tallest cell."""
        return max((len(self._of(one)) * one.voice.line for one in self.cells), default=0.0) + 2 * self.air

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Cells from the top, a line beneath."""
        if self.tint:
            painter.fillRect(QRectF(x, y, self.width, self.height), self.tint)
        for cell, left in zip(self.cells, self.lefts, strict=True):
            cell.paint(painter, x + left, y + self.air, self._of(cell))
        wide, colour = self.rule
        painter.setPen(QPen(colour, wide))
        bottom = y + self.height
        painter.drawLine(QPointF(x, bottom), QPointF(x + self.width, bottom))

    def _split(self, room: float, repeats: Item | None) -> tuple[Item, Item] | None:
        """Where a row is taller than a page, its cells go on overleaf."""
        line = max(one.voice.line for one in self.cells)
        fits = int((room - 2 * self.air) // line)
        if fits < 1:
            return None
        middle = self.lines[0] + fits
        first = Row(self.cells, self.lefts, self.width, self.air, self.tint, self.rule, (self.lines[0], middle))
        rest = Row(self.cells, self.lefts, self.width, self.air, self.tint, self.rule, (middle, self.lines[1]))
        return first.item(repeats), rest.item(repeats)
