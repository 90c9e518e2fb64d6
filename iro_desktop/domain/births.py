"""Birth dates and how far they are known: the exact day, a month, a year, or expected.

Where the day is not known, the first day it can have been is held: a duty that comes with an age then never comes late.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from iro_desktop.domain.dates import LONG_MONTHS, age_on, age_words, short, typed_date
from iro_desktop.domain.vocabulary import BornAs

_YEAR = re.compile(r"\d{4}", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{4})", re.ASCII)
_NAMED = re.compile(r"([a-z]{3,9})\.?[ \-]*(\d{4})", re.ASCII)
_AHEAD = re.compile(r"(?:expected|exp|due|edd)\b[ .:]*(?:on |in )?(.+)")
_YEARS = range(1900, 2200)  # a year outside is a slip of the pen


@dataclass(frozen=True, slots=True)
class Birth:
    """A birth date as it is known; ``known_as`` None: to the day."""

    on: date  # that day, or the first it can have been
    known_as: BornAs | None = None

    @property
    def latest(self) -> date:
        """The last day it can have been."""
        if self.known_as is BornAs.YEAR:
            return date(self.on.year, 12, 31)
        if self.known_as is BornAs.MONTH:
            return (self.on.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return self.on

    @property
    def words(self) -> str:
        """As it is said.

        >>> Birth(date(2015, 5, 1), BornAs.MONTH).words, Birth(date(2027, 2, 3), BornAs.EXPECTED).words
        ('May 2015', 'expected 3 Feb 2027')
        """
        if self.known_as is BornAs.YEAR:
            return str(self.on.year)
        if self.known_as is BornAs.MONTH:
            return f"{LONG_MONTHS[self.on.month - 1]} {self.on.year}"
        return f"expected {short(self.on)}" if self.known_as is BornAs.EXPECTED else short(self.on)

    def age_on(self, day: date) -> int | None:
        """Whole years of age; ``None`` where they can be one of two, or the birth is only expected.

        >>> Birth(date(2015, 1, 1), BornAs.YEAR).age_on(date(2026, 11, 23))
        >>> Birth(date(2015, 5, 1), BornAs.MONTH).age_on(date(2026, 11, 23))
        11
        """
        ages = {age_on(self.on, day), age_on(self.latest, day)}
        return ages.pop() if len(ages) == 1 and self.known_as is not BornAs.EXPECTED else None

    def age_words(self, day: date) -> str:
        """Age as people say it; where the birth is expected, that it is.

        >>> Birth(date(2015, 1, 1), BornAs.YEAR).age_words(date(2026, 11, 23))
        '10 or 11 years'
        """
        if self.known_as is BornAs.EXPECTED:
            return self.words if self.on >= day else f"{self.words}, birth not recorded"
        if self.on > day:
            return ""
        least, most = age_on(min(self.latest, day), day), age_on(self.on, day)
        if self.known_as is None or (least == most and least >= 2):
            return age_words(self.on, day)
        return f"under {most + 1} years" if most < 2 else f"{least} or {most} years"

    def is_under(self, years: int, day: date) -> bool | None:
        """Whether the child was younger than that on the day; ``None`` where it can be either."""
        if self.known_as is BornAs.EXPECTED and self.on <= day:
            return None  # born some weeks before or after the day it was expected on
        under = {age_on(self.on, day) < years, age_on(self.latest, day) < years}
        return under.pop() if len(under) == 1 else None


def birth_of(on: date, known_as: BornAs | None, today: date) -> Birth:
    """A birth date as it is held: the first day it can have been; a day to come is expected.

    >>> birth_of(date(2015, 5, 7), BornAs.MONTH, date(2026, 11, 23)).on
    datetime.date(2015, 5, 1)
    """
    if known_as is BornAs.YEAR:
        return Birth(date(on.year, 1, 1), known_as)
    if known_as is BornAs.MONTH:
        return Birth(on.replace(day=1), known_as)
    return Birth(on, BornAs.EXPECTED if on > today else known_as)


def typed_birth(text: str, today: date) -> Birth | None:
    """Read a birth date as people type it, with what of it is known; ``None``: none was understood.

    A day to come is expected, also where that is not said.

    >>> typed_birth("2015", date(2026, 11, 23)), typed_birth("May 2015", date(2026, 11, 23)).words
    (Birth(on=datetime.date(2015, 1, 1), known_as=<BornAs.YEAR: 'year'>), 'May 2015')
    >>> typed_birth("expected 3 Feb 2027", date(2026, 11, 23)).words
    'expected 3 Feb 2027'
    """
    words = " ".join(text.lower().replace(",", " ").split())
    if match := _AHEAD.fullmatch(words):
        day = typed_date(match[1], today)
        return Birth(day, BornAs.EXPECTED) if day is not None else None
    found = _year(words) or _month(words)
    if found is not None:
        return found if found.on.year in _YEARS else None
    day = typed_date(words, today)
    return birth_of(day, None, today) if day is not None and day.year in _YEARS else None


def _year(words: str) -> Birth | None:
    return Birth(date(int(words), 1, 1), BornAs.YEAR) if _YEAR.fullmatch(words) and int(words) else None


def _month(words: str) -> Birth | None:
    if match := _NUMBERS.fullmatch(words):
        month = int(match[1])
    elif match := _NAMED.fullmatch(words):
        months = [number for number, name in enumerate(LONG_MONTHS, 1) if name.lower().startswith(match[1])]
        month = months[0] if len(months) == 1 else 0
    else:
        return None
    return Birth(date(int(match[2]), month, 1), BornAs.MONTH) if 1 <= month <= 12 and int(match[2]) else None
