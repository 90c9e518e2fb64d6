"""Sentences about figures. The words follow the figures: more, fewer, the same is read off what is printed."""

from collections.abc import Sequence

from iro_desktop.measures.model import Unit
from iro_desktop.services.figure_words import NOTHING, SAME, change_words
from iro_desktop.services.performance_views import FigureShown
from iro_desktop.services.report.figures import Earlier
from iro_desktop.services.report.hide import is_hidden

NOT_MEASURED = "not measured"
NOT_SHOWN = "not shown"
_WHICH = "the year before"


def of_words(shown: FigureShown, what: str) -> str:
    """A figure as the beginning of a sentence: ``1,033 of 1,233 reviews (83.8 %)``, ``No reviews``."""
    if shown.unit is Unit.PERCENT:
        if not shown.denominator:  # typed in without its numbers
            return f"{shown.printed} of {what}"
        return f"{shown.numerator:,} of {shown.denominator:,} {what} ({shown.printed})"
    return f"{shown.printed} {what}" if shown.value else f"No {what}"


def _few_words(what: str, rest: str) -> str:
    """What is said instead of a figure that may not be shown."""
    return f"How many {what} {rest} is not shown, so that nobody can be told from it."


def beside_words(now: FigureShown, before: Earlier | None, *, is_first: bool = True) -> str:
    """How a figure stands beside the year before: ``3.2 points more than the year before (80.6 %, 2024/25 as kept)``.

    "" where the year before is not known; ``is_first``: with where the earlier figure comes from.
    """
    if before is None:
        return ""
    if is_hidden(before.shown):
        return f"{_WHICH} not shown"
    moved = moved_words(now, before.shown)
    source = f", {before.words}" if is_first else ""
    return f"{moved} {_WHICH} ({before.shown.printed}{source})"


def moved_words(now: FigureShown, before: FigureShown) -> str:
    """``3.2 points more than``, ``58 fewer than``, ``the same as``."""
    said = change_words(now.unit, before.value, now.value)
    if said == SAME:
        return "the same as"
    way, _, rest = said.partition(" ")
    number = rest.removeprefix("by ").replace("percentage ", "")
    less = "fewer" if now.unit is Unit.COUNT else "less"
    return f"{number} {'more' if way == 'up' else less} than"


def way_words(now: FigureShown | None, before: Earlier | None) -> str:
    """``rose``, ``fell``, ``stayed the same``; "" where one of the two is not known or not shown."""
    if now is None or before is None or is_hidden(now) or is_hidden(before.shown):
        return ""
    said = change_words(now.unit, before.shown.value, now.value)
    return {"up": "rose", "down": "fell"}.get(said.partition(" ")[0], "stayed the same")


def sentence(now: FigureShown, what: str, rest: str, before: Earlier | None, *, is_first: bool = True) -> str:
    """One figure told: ``1,033 of 1,233 reviews (83.8 %) were held in timescale, 3.2 points more than …``."""
    if is_hidden(now):
        return _few_words(what, rest)
    beside = beside_words(now, before, is_first=is_first)
    return f"{of_words(now, what)} {rest}{f', {beside}' if beside else ''}."


def listed(words: Sequence[str]) -> str:
    """``a, b and c``.

    >>> listed(["a", "b", "c"]), listed(["a"])
    ('a, b and c', 'a')
    """
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def printed_or(shown: FigureShown | None) -> str:
    """As it stands in a table; what is not measured says so."""
    return NOT_MEASURED if shown is None or shown.printed == NOTHING else shown.printed


def capital(words: str) -> str:
    """With a capital at the beginning."""
    return words[:1].upper() + words[1:]
