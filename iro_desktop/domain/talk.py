"""How a child may be heard before a review, by age: alone, or below four by other ways (SI 2010/959 reg 36(1))."""

from datetime import date

from iro_desktop.domain.dates import age_on
from iro_desktop.domain.vocabulary import TalkHow

HEARD_FROM = 4  # years of age; below it a child may be observed, or heard through others
_UNDER_FOUR = frozenset({TalkHow.OBSERVED, TalkHow.THROUGH_OTHERS})


def refused_how(born_on: date | None, how: TalkHow, on: date) -> str:
    """Why a child of that age is not heard in that way; empty where it may be, or the age is not known."""
    if how not in _UNDER_FOUR or born_on is None or age_on(born_on, on) < HEARD_FROM:
        return ""
    return (
        "The child was four or older on that day: a child of four and over is spoken to alone, unless they refuse or "
        "it is not appropriate (SI 2010/959 reg 36(1)). Say which it was."
    )
