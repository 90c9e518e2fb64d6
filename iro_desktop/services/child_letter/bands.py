"""For whom a letter is written: the band of a child's age, and how plain the words are to be."""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.dates import age_on
from iro_desktop.domain.vocabulary import AgeBand


@dataclass(frozen=True, slots=True)
class Plainness:
    """How plain a letter is to be. The numbers are the program's own."""

    age: int  # at which somebody can read it
    longest: int  # words of a sentence


PLAINNESS = {
    AgeBand.EARLY: Plainness(7, 12),  # read to them, yet in words they know
    AgeBand.YOUNG: Plainness(7, 12),
    AgeBand.MIDDLE: Plainness(9, 16),
    AgeBand.OLDER: Plainness(12, 22),
    AgeBand.NEARLY_ADULT: Plainness(14, 26),
}
_FROM = ((16, AgeBand.NEARLY_ADULT), (12, AgeBand.OLDER), (8, AgeBand.MIDDLE), (5, AgeBand.YOUNG))


def band_of(born_on: date | None, on: date) -> AgeBand:
    """The band of somebody born on a day; where that is not known, the middle one.

    >>> band_of(date(2016, 11, 26), date(2026, 11, 25)), band_of(date(2010, 11, 25), date(2026, 11, 25))
    (<AgeBand.MIDDLE: 'middle'>, <AgeBand.NEARLY_ADULT: 'nearly-adult'>)
    """
    if born_on is None:
        return AgeBand.MIDDLE
    age = age_on(born_on, max(born_on, on))
    return next((band for since, band in _FROM if age >= since), AgeBand.EARLY)
