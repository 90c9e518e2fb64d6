"""Columns by time: value written on, name and counts beneath, a gap where there was nothing to count."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets.chart import ChartMark, Look
from iro_desktop.ui.widgets.chart_scale import Scale, scale_of

_FIELD_EMS = 11.5  # how tall the columns get
_WIDEST_EMS = 4.2
_LIGHT = 0.16  # how much of its colour a column aside keeps
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


def small(font: QFont, *, is_strong: bool = False) -> QFont:
    """The font of what is written in a chart."""
    other = QFont(font)
    other.setPixelSize(max(10, round(font.pixelSize() * 0.88)))
    other.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    return other


@dataclass(frozen=True, slots=True)
class Columns:
    """Upright, oldest at the left."""

    is_share: bool

    @property
    def begins_last(self) -> bool:
        """The newest."""
        return True

    def height(self, marks: Sequence[ChartMark], font: QFont) -> int:
        """Field, and the lines beneath it."""
        line = QFontMetricsF(small(font)).height()
        return round(line + _FIELD_EMS * font.pixelSize() + _lines(marks) * line + 14)

    def places(self, marks: Sequence[ChartMark], font: QFont, room: QRectF) -> list[QRectF]:
        """The whole slot of each column, its labels included."""
        field = self._field(marks, font, room)
        slot = field.width() / max(1, len(marks))
        return [QRectF(field.left() + n * slot, room.top(), slot, room.height()) for n in range(len(marks))]

    def paint(self, painter: QPainter, marks: Sequence[ChartMark], room: QRectF, look: Look) -> None:
        """Axis, columns, labels."""
        if not marks:
            return
        field, scale = self._field(marks, look.font, room), self._scale(marks)
        painter.setFont(small(look.font))
        self._paint_axis(painter, field, scale, room, look.colours)
        slot = field.width() / len(marks)
        for number, mark in enumerate(marks):
            self._paint_column(painter, mark, number, QRectF(field.left() + number * slot, field.top(), slot, 0), look,
                               field.bottom(), scale)  # fmt: skip
        self._paint_labels(painter, marks, field, look)

    def _scale(self, marks: Sequence[ChartMark]) -> Scale:
        return scale_of([one.value for one in marks], is_share=self.is_share)

    def _field(self, marks: Sequence[ChartMark], font: QFont, room: QRectF) -> QRectF:
        """Where the columns stand: right of the axis, above the labels."""
        metrics = QFontMetricsF(small(font))
        axis = max(
            metrics.horizontalAdvance(words) for words in map(self._scale(marks).words, self._scale(marks).ticks)
        )
        left, below = axis + 14, _lines(marks) * metrics.height() + 6
        return room.adjusted(left, metrics.height() * 0.9, -4, -below)

    def _paint_axis(self, painter: QPainter, field: QRectF, scale: Scale, room: QRectF, now: Tokens) -> None:
        line = QFontMetricsF(painter.font()).height()
        for tick in scale.ticks:
            y = field.bottom() - scale.part(tick) * field.height()
            painter.setPen(QPen(QColor(now.edge if not tick else now.line), 1))
            painter.drawLine(QLineF(field.left(), y, field.right(), y))
            painter.setPen(QColor(now.soft))
            box = QRectF(room.left(), y - line / 2, field.left() - room.left() - 8, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, scale.words(tick))

    def _paint_column(
        self, painter: QPainter, mark: ChartMark, number: int, slot: QRectF, look: Look, base: float, scale: Scale
    ) -> None:
        now, is_current = look.colours, number == look.current
        font = small(look.font, is_strong=True)
        metrics = QFontMetricsF(font)
        wide = min(slot.width() * 0.72, _WIDEST_EMS * look.font.pixelSize())
        painter.setFont(font)
        if mark.value is None:
            painter.setPen(QColor(now.ink if is_current else now.soft))
            box = QRectF(slot.left(), base - metrics.height() - 2, slot.width(), metrics.height())
            painter.drawText(box, _CENTRE, mark.printed)
            return
        tall = max(2.0, scale.part(mark.value) * (base - slot.top()))
        column = QRectF(slot.center().x() - wide / 2, base - tall, wide, tall)
        _paint_one(painter, column, now, is_current=is_current, is_aside=mark.is_aside)
        words = mark.printed.removesuffix(" %")
        if metrics.horizontalAdvance(words) > slot.width() - 2:
            words = f"{mark.value:.0f}"
        if metrics.horizontalAdvance(words) > slot.width() - 2:
            return  # the list says it, and so does the tip
        is_inside = metrics.horizontalAdvance(words) + 4 <= wide and tall >= metrics.height() + 6
        top = column.top() + 4 if is_inside else column.top() - metrics.height() - 1
        ink = now.ground if is_current else now.ink if mark.is_aside else now.on_accent
        painter.setPen(QColor(ink if is_inside else now.ink))
        painter.drawText(QRectF(slot.left(), top, slot.width(), metrics.height()), _CENTRE, words)

    def _paint_labels(self, painter: QPainter, marks: Sequence[ChartMark], field: QRectF, look: Look) -> None:
        names, counts, groups = _placed(marks, field, look.font)
        painter.setPen(QColor(look.colours.ink))
        for number, box in names.items():
            painter.setFont(small(look.font, is_strong=number == look.current))
            painter.drawText(box, _CENTRE, marks[number].label)
        painter.setFont(small(look.font))
        painter.setPen(QColor(look.colours.soft))
        for number, box in counts.items():
            painter.drawText(box, _CENTRE, marks[number].beneath)
        for number, box in groups.items():
            painter.drawText(box, _CENTRE, marks[number].group)


def _paint_one(painter: QPainter, column: QRectF, now: Tokens, *, is_current: bool, is_aside: bool) -> None:
    """A column with round shoulders that stands flat; one aside is light, with an outline, in grey as in colour."""
    fill = QColor(now.ink if is_current else now.accent)
    painter.setPen(Qt.PenStyle.NoPen)
    if is_aside and not is_current:
        painter.setPen(QPen(fill, 1.4))
        fill = _mixed(fill, QColor(now.surface), _LIGHT)
        column = column.adjusted(0.7, 0.7, -0.7, 0)
    shoulder = min(3.0, column.height() / 2)
    path = QPainterPath()
    path.moveTo(column.bottomLeft())
    path.lineTo(column.left(), column.top() + shoulder)
    path.quadTo(column.topLeft(), column.topLeft() + QPointF(shoulder, 0))
    path.lineTo(column.topRight() - QPointF(shoulder, 0))
    path.quadTo(column.topRight(), column.topRight() + QPointF(0, shoulder))
    path.lineTo(column.bottomRight())
    painter.setBrush(fill)
    painter.drawPath(path)


def _mixed(one: QColor, other: QColor, part: float) -> QColor:
    """So much of the first, the rest of the other."""
    return QColor.fromRgbF(
        *(a * part + b * (1 - part) for a, b in zip(one.getRgbF()[:3], other.getRgbF()[:3], strict=True))  # type: ignore[index]
    )


Boxes = dict[int, QRectF]  # by the number of the mark


def label_boxes(marks: Sequence[ChartMark], room: QRectF, font: QFont) -> list[list[QRectF]]:
    """Where names, counts and groups are written, line by line; those without room are left away."""
    field = Columns(is_share=True)._field(marks, font, room)  # noqa: SLF001 of this module
    return [list(line.values()) for line in _placed(marks, field, font)]


def _placed(marks: Sequence[ChartMark], field: QRectF, font: QFont) -> tuple[Boxes, Boxes, Boxes]:
    """Where they'd touch, every second or third name stands alone, and the counts are left to list and tip."""
    plain, strong = QFontMetricsF(small(font)), QFontMetricsF(small(font, is_strong=True))
    slot, line, top = field.width() / len(marks), plain.height(), field.bottom() + 5
    centres = [field.left() + (number + 0.5) * slot for number in range(len(marks))]
    wide = [strong.horizontalAdvance(one.label) + 2 for one in marks]
    step = _step(wide, slot)
    every = {n: QRectF(centres[n] - wide[n] / 2, top, wide[n], line) for n in range(0, len(marks), step)}
    names = {n: box for n, box in every.items() if box.right() <= field.right() + 4 or step == 1}
    taken = [plain.horizontalAdvance(one.beneath) + 2 if one.beneath else 0.0 for one in marks]
    counts: Boxes = {}
    if max(taken) and _step(taken, slot) == 1:
        counts = {
            number: QRectF(centres[number] - one / 2, top + line, one, line) for number, one in enumerate(taken) if one
        }
    return names, counts, _group_boxes(marks, centres, field, plain, top + line * (2 if counts else 1))


def _group_boxes(
    marks: Sequence[ChartMark], centres: Sequence[float], field: QRectF, metrics: QFontMetricsF, top: float
) -> Boxes:
    """A group's name beneath its first mark, where the one before leaves room."""
    found: Boxes = {}
    end = field.left() - 40
    for number, mark in enumerate(marks):
        is_new = bool(mark.group) and (number == 0 or marks[number - 1].group != mark.group)
        wide = metrics.horizontalAdvance(mark.group) + 2
        box = QRectF(centres[number] - wide / 2, top, wide, metrics.height())
        if is_new and box.left() >= end + 6 and box.right() <= field.right() + 4:
            found[number] = box
            end = box.right()
    return found


def _lines(marks: Sequence[ChartMark]) -> int:
    return 1 + any(one.beneath for one in marks) + any(one.group for one in marks)


def _step(widths: Sequence[float], slot: float) -> int:
    """Every how many marks a label has room."""
    return max(1, ceil((max(widths) + 4) / max(1.0, slot)))
