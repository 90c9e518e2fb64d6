"""One entry of the diary on one line: its mark and its words; a booking stands on a chip that can be picked up."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.diary_views import DiaryEntry, EntryKind
from iro_desktop.ui.pages.diary_words import line_of, second_line_of
from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import Tokens, tokens
from iro_desktop.ui.tones import Look, look_without_words
from iro_desktop.ui.widgets.badge import mark_side
from iro_desktop.ui.widgets.row_painting import fitting

_PAD, _GAP, _BAR, _ROUND = 5, 4, 3, 4
_CHIPS = frozenset({EntryKind.REVIEW, EntryKind.BLOCK})
_OF_KIND = {
    EntryKind.HEARING: Look(Shape.DIAMOND, "waiting"),
    EntryKind.LEAVE: Look(Shape.DASH, "soft"),
    EntryKind.HOLIDAY: Look(Shape.DASH, "soft"),
    EntryKind.BLOCK: Look(Shape.CLOCK, "soft"),
    EntryKind.HELD: Look(Shape.TICK, "met"),
}
_WARNS = Look(Shape.TRIANGLE, "overdue")


@dataclass(frozen=True, slots=True)
class Manner:
    """How an entry is shown just now."""

    is_current: bool = False
    is_lifted: bool = False  # on its way to another day
    is_marked_only: bool = False  # no room for words


def look_of_entry(entry: DiaryEntry) -> Look | None:
    """Its mark; ``None``: a booking that nothing speaks against needs none."""
    if entry.kind in _OF_KIND:
        return _WARNS if entry.clashes else _OF_KIND[entry.kind]
    if entry.kind is EntryKind.REVIEW:
        is_plain = entry.standing is Standing.UPCOMING and not entry.clashes
        return None if is_plain else _WARNS if entry.clashes else look_without_words(entry.standing or Standing.NOT_DUE)
    return look_without_words(entry.standing or Standing.NOT_DUE)


def line_height(font: QFont) -> int:
    """The room of one line."""
    return QFontMetrics(font).height() + 4


def paint_entry(painter: QPainter, entry: DiaryEntry, box: QRectF, font: QFont, manner: Manner) -> None:
    """Paint mark and words into the box, cut with an ellipsis where they do not fit."""
    now = tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, entry, box, now, manner)
    left = box.left() + _PAD + (_BAR if entry.kind in _CHIPS else 0)
    look = look_of_entry(entry)
    line = (
        box
        if box.height() < 2 * line_height(font)
        else QRectF(box.left(), box.top() + 1, box.width(), line_height(font))
    )
    if look is not None:
        side = mark_side(QFontMetrics(font))
        mark = QRectF(left, round(line.center().y() - side / 2), side, side)
        paint_shape(painter, look.shape, mark, look.colour(now))
        left += side + _GAP
    words = QRectF(left, line.top(), box.right() - left - 2, line.height())
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold if entry.kind is EntryKind.REVIEW else QFont.Weight.Normal)
    painter.setFont(strong)
    painter.setPen(QColor(_ink(entry, now, manner)))
    _paint_line(painter, line_of(entry), words)
    if box.height() >= 2 * line_height(font):
        painter.setFont(font)
        painter.setPen(QColor(now.soft))
        below = QRectF(box.left() + _PAD + _BAR, words.bottom(), box.width() - 2 * _PAD - _BAR, line.height())
        _paint_line(painter, second_line_of(entry), below)
    painter.restore()


def _paint_line(painter: QPainter, words: str, box: QRectF) -> None:
    shown = fitting(words, painter.fontMetrics(), max(0, int(box.width())))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _paint_ground(painter: QPainter, entry: DiaryEntry, box: QRectF, now: Tokens, manner: Manner) -> None:
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    if manner.is_current:
        painter.setPen(QPen(QColor(now.accent), 1.5))
        painter.setBrush(QColor(now.selected))
        painter.drawRoundedRect(inner, _ROUND, _ROUND)
    elif entry.kind in _CHIPS:
        pen = QPen(QColor(now.edge), 1, Qt.PenStyle.DashLine) if manner.is_lifted else QPen(QColor(now.line), 1)
        painter.setPen(pen)
        painter.setBrush(QColor(now.ground))
        painter.drawRoundedRect(inner, _ROUND, _ROUND)
    if entry.kind in _CHIPS:
        colour = now.overdue if entry.is_late else now.soft if entry.kind is EntryKind.BLOCK else now.accent
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(box.left() + 2, box.top() + 3, _BAR, box.height() - 6), 1.5, 1.5)


def _ink(entry: DiaryEntry, now: Tokens, manner: Manner) -> str:
    is_soft = entry.kind in {EntryKind.HELD, EntryKind.LEAVE, EntryKind.HOLIDAY, EntryKind.THEIRS}
    return now.soft if manner.is_lifted or (is_soft and not manner.is_current) else now.ink
