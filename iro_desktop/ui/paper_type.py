"""Type and measures of paper. Everything is laid out in tenths of a point, so that no rounding is ever seen.

Colours are those of the light scheme, whatever the window wears; whatever they say, words or shapes say too.
"""

from dataclasses import dataclass
from functools import lru_cache
from threading import get_ident

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QFont

from iro_desktop.ui.theme import FAMILY, LIGHT, PAPER

UNITS_PER_INCH = 720
INK, SOFT, ACCENT = QColor(LIGHT.ink), QColor(LIGHT.soft), QColor(LIGHT.accent)
HAIRLINE, RULE, TINT, WHITE = QColor(PAPER.hairline), QColor(LIGHT.edge), QColor(PAPER.tint), QColor(LIGHT.surface)


def pt(points: float) -> float:
    """Points as units of paper."""
    return points * 10


def mm(millimetres: float) -> float:
    """Millimetres as units of paper."""
    return millimetres / 25.4 * UNITS_PER_INCH


def page_size(*, is_wide: bool) -> QSizeF:
    """A4, upright or on its side."""
    upright = QSizeF(mm(210), mm(297))
    return upright.transposed() if is_wide else upright


@dataclass(frozen=True, slots=True)
class Margins:
    """What stays white around the text; head and foot stand within."""

    side: float = mm(20)
    top: float = mm(24)
    bottom: float = mm(21)


@dataclass(frozen=True, slots=True)
class Voice:
    """How one kind of paragraph is set."""

    points: float
    weight: QFont.Weight = QFont.Weight.Normal
    colour: str = LIGHT.ink
    leading: float = 1.42  # line to line, in sizes of the type
    above: float = 0.0  # points of air
    below: float = 6.0
    is_italic: bool = False

    @property
    def line(self) -> float:
        """From one line to the next."""
        return pt(self.points * self.leading)


def font(points: float, weight: QFont.Weight = QFont.Weight.Normal, *, is_italic: bool = False) -> QFont:
    """A font of that size on paper; nobody may change it.

    Without the shapes that stand in for others (figures of one width among them): a PDF knows no letter for those, and
    whoever copies or searches it would find none.
    """
    return _font(points, weight, is_italic, get_ident())


@lru_cache(maxsize=256)
def _font(points: float, weight: QFont.Weight, is_italic: bool, _thread: int) -> QFont:  # noqa: FBT001 a key
    """Each thread has its own: Qt keeps in a font what it found for it, and two threads must not share that."""
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(pt(points))))
    made.setWeight(weight)
    made.setItalic(is_italic)
    made.setFeature(QFont.Tag("calt"), 0)  # dashes and colons between capitals and figures
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@dataclass(frozen=True, slots=True)
class Voices:
    """Every voice of a document; a letter speaks larger."""

    text: Voice
    title: Voice
    head: Voice
    headings: tuple[Voice, Voice, Voice]
    lead: Voice
    soft: Voice
    quote: Voice
    prompt: Voice
    item: Voice
    caption: Voice
    cell: Voice
    small_cell: Voice
    edge: Voice  # at the top of a page
    foot: Voice


def voices(base: float, leading: float = 1.42, cell: float = 0.87) -> Voices:
    """Every voice, from the size of running text; that of tables as a share of it."""
    bold, strong = QFont.Weight.Bold, QFont.Weight.DemiBold
    return Voices(
        text=Voice(base, leading=leading),
        title=Voice(base * 2.1, bold, leading=1.15, below=5),
        head=Voice(base * 0.93, colour=LIGHT.soft, leading=1.45, below=0),
        headings=(
            Voice(base * 1.5, bold, LIGHT.accent, 1.2, above=18, below=6),
            Voice(base * 1.18, bold, leading=1.25, above=13, below=4),
            Voice(base, bold, leading=1.3, above=10, below=3),
        ),
        lead=Voice(base, strong, leading=leading, above=4, below=10),
        soft=Voice(base * 0.9, colour=LIGHT.soft, leading=leading),
        quote=Voice(base, leading=leading, above=4, below=10, is_italic=True),
        prompt=Voice(base, colour=LIGHT.soft, leading=leading, above=4, below=10),
        item=Voice(base, leading=leading, below=3),
        caption=Voice(base * 0.95, strong, leading=1.3, above=9, below=4),
        cell=Voice(base * cell, leading=1.28, below=0),
        small_cell=Voice(base * 0.73, leading=1.25, below=0),
        edge=Voice(base * 0.8, strong, leading=1.2, below=0),
        foot=Voice(base * 0.76, colour=LIGHT.soft, leading=1.2, below=0),
    )


def voices_of(template: str) -> Voices:
    """The voices that go with a Word template of that name."""
    return voices(13, 1.5, 0.95) if template == "letter" else voices(10)
