"""Shapes painted by hand: the standings' marks and the few icons. Sharp at every size, in the colour asked for."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF


class Shape(StrEnum):
    """What can be painted."""

    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    RING = "ring"
    TICK = "tick"
    LATE_TICK = "late-tick"
    BARS = "bars"
    QUESTION = "question"
    DASH = "dash"
    DOT = "dot"
    CROSS = "cross"
    SEARCH = "search"
    MENU = "menu"
    CHEVRON = "chevron"
    TODAY = "today"
    PEOPLE = "people"
    IMPORT = "import"
    BACK = "back"
    PEN = "pen"
    CLOCK = "clock"
    DIARY = "diary"
    FOOTPRINT = "footprint"
    HOUSE = "house"
    HOUSEHOLD = "household"
    CHALLENGE = "challenge"
    KEY = "key"
    SERVICE = "service"
    DOWN = "down"
    FIGURES = "figures"
    DOCUMENT = "document"
    REPORT = "report"


def _pen(colour: QColor, box: QRectF, weight: float = 0.13) -> QPen:
    pen = QPen(colour, max(1.2, box.width() * weight))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _points(box: QRectF, *parts: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in parts])


def _filled(*parts: tuple[float, float]) -> Callable[[QPainter, QRectF, QColor], None]:
    def paint(painter: QPainter, box: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(_points(box, *parts))

    return paint


def _stroked(
    *lines: tuple[tuple[float, float], ...], weight: float = 0.13
) -> Callable[[QPainter, QRectF, QColor], None]:
    def paint(painter: QPainter, box: QRectF, colour: QColor) -> None:
        painter.setPen(_pen(colour, box, weight))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in lines:
            painter.drawPolyline(_points(box, *line))

    return paint


def _ring(painter: QPainter, box: QRectF, colour: QColor) -> None:
    inset = box.width() * 0.12
    painter.setPen(_pen(colour, box, 0.16))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


def _dot(painter: QPainter, box: QRectF, colour: QColor) -> None:
    inset = box.width() * 0.28
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


def _bars(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    width, height = box.width() * 0.24, box.height() * 0.76
    for x in (0.18, 0.58):
        painter.drawRoundedRect(QRectF(box.x() + x * box.width(), box.y() + 0.12 * box.height(), width, height), 1, 1)


def _question(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A disc with the mark cut out of it, so that whatever lies behind shows through."""
    disc = QPainterPath()
    disc.addEllipse(box)
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(max(6, round(box.height() * 0.82)))
    mark = QPainterPath()
    mark.addText(0, 0, font, "?")
    bounds = mark.boundingRect()
    mark.translate(box.center() - bounds.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(disc.subtracted(mark))


def _search(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(_pen(colour, box, 0.11))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = box.width() * 0.58
    painter.drawEllipse(QRectF(box.x() + 0.08 * box.width(), box.y() + 0.08 * box.height(), side, side))
    painter.drawPolyline(_points(box, (0.6, 0.6), (0.92, 0.92)))


def _today(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(_pen(colour, box, 0.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    sheet = QRectF(box.x() + 0.08 * box.width(), box.y() + 0.16 * box.height(), 0.84 * box.width(), 0.76 * box.height())
    painter.drawRoundedRect(sheet, 2, 2)
    painter.drawPolyline(_points(box, (0.08, 0.4), (0.92, 0.4)))
    painter.drawPolyline(_points(box, (0.32, 0.04), (0.32, 0.22)))
    painter.drawPolyline(_points(box, (0.68, 0.04), (0.68, 0.22)))


def _people(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(_pen(colour, box, 0.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = box.width() * 0.34
    painter.drawEllipse(QRectF(box.x() + 0.18 * box.width(), box.y() + 0.1 * box.height(), side, side))
    body = QRectF(box.x() + 0.04 * box.width(), box.y() + 0.58 * box.height(), 0.62 * box.width(), 0.7 * box.height())
    painter.drawArc(body, 0, 180 * 16)
    painter.drawArc(
        QRectF(box.x() + 0.56 * box.width(), box.y() + 0.14 * box.height(), side, side), 100 * 16, -200 * 16
    )
    painter.drawArc(body.translated(0.3 * box.width(), 0.02 * box.height()), 0, 75 * 16)


def _clock(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(_pen(colour, box, 0.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = box.width() * 0.07
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    painter.drawPolyline(_points(box, (0.5, 0.24), (0.5, 0.52), (0.7, 0.64)))


def _diary(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """An open book."""
    painter.setPen(_pen(colour, box, 0.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    sheet = QRectF(box.x() + 0.02 * box.width(), box.y() + 0.14 * box.height(), 0.96 * box.width(), 0.74 * box.height())
    painter.drawRoundedRect(sheet, 2, 2)
    for line in (
        ((0.5, 0.14), (0.5, 0.88)),
        ((0.18, 0.38), (0.34, 0.38)),
        ((0.18, 0.62), (0.34, 0.62)),
        ((0.66, 0.38), (0.82, 0.38)),
    ):
        painter.drawPolyline(_points(box, *line))


def _footprint(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Months as cells, some of them filled."""
    side, step = box.width() * 0.25, box.width() * 0.345
    for number, is_filled in enumerate((True, False, True, False, True, False, True, True, False)):
        row, column = divmod(number, 3)
        cell = QRectF(
            box.x() + 0.03 * box.width() + column * step, box.y() + 0.03 * box.height() + row * step, side, side
        )
        painter.setPen(_pen(colour, box, 0.07))
        painter.setBrush(colour if is_filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell, 1, 1)


def _challenge(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Something said, with weight."""
    painter.setPen(_pen(colour, box, 0.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outline = _points(
        box,
        (0.06, 0.12), (0.94, 0.12), (0.94, 0.72), (0.5, 0.72), (0.26, 0.94), (0.26, 0.72), (0.06, 0.72), (0.06, 0.12),
    )  # fmt: skip
    painter.drawPolyline(outline)
    painter.drawPolyline(_points(box, (0.5, 0.26), (0.5, 0.44)))
    painter.setPen(_pen(colour, box, 0.12))
    painter.drawPoint(QPointF(box.x() + 0.5 * box.width(), box.y() + 0.59 * box.height()))


def _key(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """The key of a door of one's own."""
    painter.setPen(_pen(colour, box, 0.11))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    bow = QRectF(box.x() + 0.06 * box.width(), box.y() + 0.3 * box.height(), 0.4 * box.width(), 0.4 * box.height())
    painter.drawEllipse(bow)
    painter.drawPolyline(_points(box, (0.46, 0.5), (0.94, 0.5), (0.94, 0.7)))
    painter.drawPolyline(_points(box, (0.74, 0.5), (0.74, 0.66)))


def _figures(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Columns that rise, on their line."""
    painter.setPen(_pen(colour, box, 0.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for left, top in ((0.1, 0.56), (0.4, 0.32), (0.7, 0.08)):
        painter.drawRect(
            QRectF(
                box.x() + left * box.width(), box.y() + top * box.height(), 0.2 * box.width(),
                (0.92 - top) * box.height(),
            )
        )  # fmt: skip


_PAINTERS: dict[Shape, Callable[[QPainter, QRectF, QColor], None]] = {
    Shape.TRIANGLE: _filled((0.5, 0.06), (1.0, 0.92), (0.0, 0.92)),
    Shape.DOWN: _filled((0.0, 0.08), (1.0, 0.08), (0.5, 0.94)),
    Shape.FIGURES: _figures,
    Shape.DIAMOND: _filled((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    Shape.RING: _ring,
    Shape.TICK: _stroked(((0.08, 0.55), (0.38, 0.86), (0.92, 0.18)), weight=0.19),
    Shape.LATE_TICK: _stroked(((0.08, 0.4), (0.38, 0.68), (0.92, 0.04)), ((0.1, 0.98), (0.9, 0.98)), weight=0.17),
    Shape.BARS: _bars,
    Shape.DOT: _dot,
    Shape.QUESTION: _question,
    Shape.DASH: _stroked(((0.15, 0.5), (0.85, 0.5))),
    Shape.CROSS: _stroked(((0.16, 0.16), (0.84, 0.84)), ((0.84, 0.16), (0.16, 0.84)), weight=0.16),
    Shape.SEARCH: _search,
    Shape.MENU: _stroked(((0.1, 0.22), (0.9, 0.22)), ((0.1, 0.5), (0.9, 0.5)), ((0.1, 0.78), (0.9, 0.78))),
    Shape.CHEVRON: _stroked(((0.2, 0.36), (0.5, 0.68), (0.8, 0.36))),
    Shape.TODAY: _today,
    Shape.PEOPLE: _people,
    Shape.IMPORT: _stroked(
        ((0.5, 0.06), (0.5, 0.62)),
        ((0.26, 0.4), (0.5, 0.64), (0.74, 0.4)),
        ((0.08, 0.66), (0.08, 0.92), (0.92, 0.92), (0.92, 0.66)),
    ),
    Shape.PEN: _stroked(
        ((0.1, 0.92), (0.16, 0.68), (0.7, 0.12), (0.9, 0.32), (0.36, 0.86), (0.1, 0.92)),
        ((0.58, 0.25), (0.77, 0.45)),
    ),
    Shape.CLOCK: _clock,
    Shape.DIARY: _diary,
    Shape.FOOTPRINT: _footprint,
    Shape.HOUSE: _stroked(
        ((0.02, 0.5), (0.5, 0.06), (0.98, 0.5)), ((0.16, 0.42), (0.16, 0.94), (0.84, 0.94), (0.84, 0.42)), weight=0.1
    ),
    Shape.HOUSEHOLD: _stroked(
        ((0.02, 0.5), (0.5, 0.06), (0.98, 0.5)),
        ((0.16, 0.42), (0.16, 0.94), (0.84, 0.94), (0.84, 0.42)),
        ((0.34, 0.66), (0.46, 0.78), (0.68, 0.54)),
        weight=0.1,
    ),
    Shape.CHALLENGE: _challenge,
    Shape.KEY: _key,
    Shape.SERVICE: _stroked(
        ((0.04, 0.2), (0.14, 0.3), (0.32, 0.08)),
        ((0.04, 0.54), (0.14, 0.64), (0.32, 0.42)),
        ((0.04, 0.88), (0.14, 0.98), (0.32, 0.76)),
        ((0.5, 0.2), (0.96, 0.2)),
        ((0.5, 0.54), (0.96, 0.54)),
        ((0.5, 0.88), (0.82, 0.88)),
        weight=0.11,
    ),
    Shape.REPORT: _stroked(
        ((0.1, 0.14), (0.1, 0.9), (0.5, 0.96), (0.9, 0.9), (0.9, 0.14), (0.5, 0.2), (0.1, 0.14)),
        ((0.5, 0.2), (0.5, 0.96)),
        ((0.22, 0.4), (0.38, 0.42)),
        ((0.62, 0.42), (0.78, 0.4)),
        weight=0.1,
    ),
    Shape.DOCUMENT: _stroked(
        ((0.6, 0.04), (0.16, 0.04), (0.16, 0.96), (0.86, 0.96), (0.86, 0.3), (0.6, 0.04), (0.6, 0.3), (0.86, 0.3)),
        ((0.34, 0.54), (0.68, 0.54)),
        ((0.34, 0.74), (0.68, 0.74)),
        weight=0.1,
    ),
    Shape.BACK: _stroked(((0.62, 0.16), (0.28, 0.5), (0.62, 0.84))),
}


def paint_shape(painter: QPainter, shape: Shape, box: QRectF, colour: QColor | str) -> None:
    """Paint the shape into the box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _PAINTERS[shape](painter, box, QColor(colour))
    painter.restore()
