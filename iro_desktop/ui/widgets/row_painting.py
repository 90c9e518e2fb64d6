"""How a row of a table is painted: one surface across all cells, its state, and words that fit."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from iro_desktop.ui.theme import RADIUS, Tokens, tokens
from iro_desktop.ui.widgets.row_table import RowTable

PAD = 12  # left of the words in a cell
END = 4  # right of them: the next cell's words begin with their own room
_BAR = 4


class Weight(IntEnum):
    """How strongly words are set."""

    PLAIN = QFont.Weight.Normal
    STRONG = QFont.Weight.DemiBold


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row lies in its card: the ends are round."""

    is_first: bool
    is_last: bool


def row_rect(view: QTableView, row: int) -> QRect:
    """The whole row as it lies in the viewport, over all shown columns."""
    height = view.rowHeight(row)
    left = -view.horizontalScrollBar().value()
    width = view.horizontalHeader().length()
    return QRect(left, view.rowViewportPosition(row), width, height)


def _card(rect: QRect, place: Place) -> QPainterPath:
    """The row's outline, round where the card ends; runs past the cell where it goes on."""
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, 0.5)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    if not place.is_first:
        box.setTop(box.top() - 2 * RADIUS)
    if place.is_last:
        box.setBottom(box.bottom() - 1)
    else:
        box.setBottom(box.bottom() + 2 * RADIUS)
    path.addRoundedRect(box, RADIUS, RADIUS)
    return path


def paint_ground(painter: QPainter, view: RowTable, option: QStyleOptionViewItem, row: int, place: Place) -> Tokens:
    """Paint what lies beneath the words of one cell; returns the colours in force."""
    now = tokens()
    is_current = bool(option.state & QStyle.StateFlag.State_Selected)
    surface = now.selected if is_current else now.hover if row == view.hovered_row else now.surface
    rect, path = row_rect(view, row), _card(row_rect(view, row), place)
    painter.save()
    painter.setClipRect(option.rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QColor(surface))
    if view.hasFocus() and (is_current or view.stands_at(row)):
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), QColor(now.accent))
        painter.restore()
    painter.setPen(QPen(QColor(now.line), 1))
    painter.drawPath(path)
    if not place.is_last:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawLine(rect.left() + 1, rect.bottom(), rect.right() - 1, rect.bottom())
    painter.restore()
    return now


def weighted(font: QFont, weight: Weight) -> QFont:
    """The font, set stronger where asked."""
    other = QFont(font)
    other.setWeight(QFont.Weight(weight))
    return other


def paint_words(
    painter: QPainter,
    words: str,
    box: QRect,
    font: QFont,
    colour: str,
    *,
    to_right: bool = False,
) -> None:
    """Paint one line of words, middle of the box, with an ellipsis where they don't fit."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = fitting(words, QFontMetrics(font), max(0, box.width()) + 1)
    side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)


def fitting(words: str, metrics: QFontMetrics, room: int) -> str:
    """The words as they fit: whole; else without what an ellipsis takes."""
    if metrics.horizontalAdvance(words) <= room:
        return words
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


def widest(words: list[str], font: QFont, most: int) -> int:
    """The width of the widest of these, at most ``most``; only the longest few are measured."""
    metrics = QFontMetrics(font)
    longest = sorted(set(words), key=len, reverse=True)[:12]
    return min(most, max((metrics.horizontalAdvance(each) for each in longest), default=0))
