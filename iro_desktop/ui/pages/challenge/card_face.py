"""One card of the board as it is painted: the clock first, then whose and what, who answers, the limit of the whole."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.challenge_views import AlertCard
from iro_desktop.ui.pages.challenge.words import answers, cap_of, clock_of, stands
from iro_desktop.ui.shapes import paint_shape
from iro_desktop.ui.theme import RADIUS, tokens
from iro_desktop.ui.tones import look_of, look_without_words
from iro_desktop.ui.widgets.badge import mark_side, paint_standing
from iro_desktop.ui.widgets.row_painting import Weight, paint_words, weighted

PAD, _GAP, _BAR = 12, 5, 4
_MOST_LINES = 3  # of what it is about; the rest stands on the alert's own page
_URGENT = frozenset({Standing.OVERDUE, Standing.DUE_TODAY})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card, where it stands in it."""

    words: str
    top: int
    is_strong: bool
    tone: str
    standing: Standing | None = None  # its shape stands before the words
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """A card with its lines, for one width and size of type."""

    card: AlertCard
    lines: tuple[Line, ...]
    height: int


@dataclass(frozen=True, slots=True)
class State:
    """How it is looked at."""

    is_chosen: bool
    has_focus: bool
    is_hovered: bool


def small(font: QFont) -> QFont:
    """The second voice."""
    other = QFont(font)
    other.setPixelSize(round(font.pixelSize() * 0.93))
    return other


def face_of(card: AlertCard, font: QFont, width: int) -> Face:
    """Break the words at that width."""
    lines: list[Line] = []
    room = width - 2 * PAD
    plain, strong, less = QFontMetrics(font), QFontMetrics(weighted(font, Weight.STRONG)), QFontMetrics(small(font))
    top = PAD - 1
    standing, words = clock_of(card)
    lines.append(Line(words, top, is_strong=True, tone="", standing=standing))
    top += plain.height() + _GAP
    lines.append(Line(card.name, top, is_strong=True, tone="ink"))
    top += strong.height() + 1
    if card.theme:
        lines.append(Line(card.theme, top, is_strong=False, tone="soft", is_small=True))
        top += less.height() + 3
    for piece in broken(card.about, font, room, _MOST_LINES):
        lines.append(Line(piece, top, is_strong=False, tone="ink"))
        top += plain.lineSpacing()
    top += 4 if card.about else 0
    for piece in broken(answers(card), small(font), room, 2):
        lines.append(Line(piece, top, is_strong=False, tone="soft", is_small=True))
        top += less.height()
    top += 3 if answers(card) else 0
    cap = cap_of(card)
    if cap is not None:
        lines.append(Line(cap[1], top, is_strong=False, tone="soft", standing=cap[0], is_small=True))
        top += less.height()
    return Face(card, tuple(lines), top + PAD - 2)


def broken(words: str, font: QFont, width: int, most: int) -> list[str]:
    """The words in lines no wider than that; the last of so many ends with an ellipsis where there are more."""
    text = " ".join(words.split())
    if not text:
        return []
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    pieces = [text[start:end].rstrip() for start, end in zip(starts, ends, strict=True)]
    if len(pieces) > most:
        rest = text[starts[most - 1] :]
        pieces = [*pieces[: most - 1], QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return pieces


def paint_face(painter: QPainter, face: Face, rect: QRect, font: QFont, state: State) -> None:
    """Paint the card into its place."""
    now, box = tokens(), QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    path = QPainterPath()
    path.addRoundedRect(box, RADIUS, RADIUS)
    surface = now.selected if state.is_chosen else now.hover if state.is_hovered else now.surface
    painter.fillPath(path, QColor(surface))
    standing = stands(face.card)[0]
    if standing in _URGENT:
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), QColor(look_of(standing).colour(now)))
        painter.restore()
    is_ringed = state.is_chosen and state.has_focus
    painter.setPen(QPen(QColor(now.accent if is_ringed else now.line), 2 if is_ringed else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    for line in face.lines:
        _paint_line(painter, line, rect, font)


def _paint_line(painter: QPainter, line: Line, rect: QRect, font: QFont) -> None:
    now = tokens()
    own = small(font) if line.is_small else font
    metrics = QFontMetrics(own)
    box = QRect(rect.left() + PAD, rect.top() + line.top, rect.width() - 2 * PAD, metrics.height())
    if line.standing is not None and not line.is_small:
        paint_standing(painter, line.standing, line.words, QRectF(box), font)
        return
    if line.standing is None:
        strong = weighted(own, Weight.STRONG) if line.is_strong else own
        paint_words(painter, line.words, box, strong, str(getattr(now, line.tone)))
        return
    look = look_of(line.standing) if line.standing in _URGENT else look_without_words(line.standing)
    side = round(mark_side(metrics) * 0.9)
    at = QPointF(box.left(), round(box.center().y() - side / 2))
    is_calm = line.standing not in _URGENT
    paint_shape(painter, look.shape, QRectF(at.x(), at.y(), side, side), now.soft if is_calm else look.colour(now))
    words = box.adjusted(side + 6, 0, 0, 0)
    paint_words(painter, line.words, words, own, now.soft if is_calm else look.colour(now))
