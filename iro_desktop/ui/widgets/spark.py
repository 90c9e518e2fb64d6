"""Twelve months as a small line: broken where there was nothing to count, a dot at the end."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets.chart_scale import scale_of

_DOT = 2.4


def paint_spark(
    painter: QPainter, values: Sequence[float | None], room: QRectF, colours: Tokens, *, is_share: bool
) -> None:
    """Paint the line into the room; its foot is nought."""
    scale = scale_of(values, is_share=is_share)
    step = room.width() / max(1, len(values) - 1)
    points = [
        None if one is None else QPointF(room.left() + n * step, room.bottom() - scale.part(one) * room.height())
        for n, one in enumerate(values)
    ]
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.drawLine(room.bottomLeft(), room.bottomRight())
    pen = QPen(QColor(colours.accent), 1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for run in runs_of(points):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(run) > 1:
            painter.drawPolyline(QPolygonF(run))
        else:
            _dot(painter, run[0], colours.accent, _DOT * 0.7)
    if points and points[-1] is not None:
        _dot(painter, points[-1], colours.accent, _DOT)


def runs_of(points: Sequence[QPointF | None]) -> list[list[QPointF]]:
    """Points that follow each other without a gap."""
    runs: list[list[QPointF]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _dot(painter: QPainter, at: QPointF, colour: str, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(at, radius, radius)
