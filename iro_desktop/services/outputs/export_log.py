"""The export log: a line of the history for whatever leaves the program, and the lines of a year read back.

A line names no child: it says what left, as what, of how many children, by id or with names, and then for whom and why.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

from iro_desktop.services.figure_times import this_year
from iro_desktop.services.names_out import EXPORT
from iro_desktop.services.outputs.model import Asks, LoggedExport, Made, Names, Output, OutputWish
from iro_desktop.store.history import PastAct

NOT_LEFT = "The place refused it: nothing left"
BY_ID, WITH_NAMES, NOBODY = "by id", "with names", "no child named"
SMALL_SHOWN = f"{NOBODY}, small numbers shown"
_LINE = re.compile(
    r"(?P<what>.+?) as (?P<kind>\w+): (?:(?P<children>[\d,]+ of [\d,]+ child(?:ren)?), )?"
    rf"(?P<names>{BY_ID}|{SMALL_SHOWN}|{NOBODY}|{WITH_NAMES}, for (?P<reader>.+?): (?P<purpose>.+))",
    re.DOTALL,
)
# Before there were outputs: "Caseload summary of 12 of 62 children written, by id", "Names shown by “find” for …: …".
_SUMMARY = re.compile(
    r"(?P<what>Caseload summary) of (?P<children>[\d,]+ of [\d,]+ child(?:ren)?) written, "
    rf"(?P<names>{BY_ID}|{WITH_NAMES}, for (?P<reader>.+?): (?P<purpose>.+))",
    re.DOTALL,
)
_CALENDAR = re.compile(r"(?P<what>Calendar of .+?) written, (?P<names>by id|busy times only), .+", re.DOTALL)
_SHOWN = re.compile(r"(?P<what>(?P<names>Names) shown by “[^”]*”) for (?P<reader>.+?): (?P<purpose>.+)", re.DOTALL)


def line_of(output: Output, made: Made, wish: OutputWish, kind: str) -> str:
    """The sentence of one output; ``kind``: as what it leaves."""
    children = f"{children_words(made.children, made.of)}, " if made.of else ""
    readers = f", {wish.names.words}" if wish.names else ""
    return f"{made.log} as {kind}: {children}{names_words(output, wish)}{readers}"


def children_words(count: int, of: int) -> str:
    """How many of how many."""
    return f"{count:,} of {of:,} {'child' if of == 1 else 'children'}"


def log_of(past: Sequence[PastAct], year: int | None = None) -> tuple[LoggedExport, ...]:
    """What left the program, the newest first: in the year that begins on 1 April of ``year``, or ever."""
    found = [_line(one) for one in reversed(past) if one.kind == EXPORT]
    return tuple(one for one in found if year is None or year_of(one.at.date()) == year)


def year_of(day: date) -> int:
    """The year that begins on 1 April in which a day lies."""
    return this_year(day)[0].year


def names_words(output: Output, wish: OutputWish) -> str:
    """How children stand in it; where nobody is named, whether small numbers, which can tell of somebody, do."""
    if wish.names is not None:
        return WITH_NAMES
    if output.names is not Names.NEVER:
        return BY_ID
    return SMALL_SHOWN if Asks.SMALL in output.asks and not wish.hides_small else NOBODY


def _line(act: PastAct) -> LoggedExport:
    at = datetime.fromisoformat(act.at).astimezone()
    if act.sentence.endswith(NOT_LEFT):
        return LoggedExport(at, act.author, act.origin, act.sentence, act.sentence)
    found = next((one for each in (_LINE, _SUMMARY, _CALENDAR, _SHOWN) if (one := each.fullmatch(act.sentence))), None)
    if found is None:
        return LoggedExport(at, act.author, act.origin, act.sentence, act.sentence)
    said = {name: words or "" for name, words in found.groupdict().items()}
    names = WITH_NAMES if said.get("reader") else said["names"]
    return LoggedExport(
        at,
        act.author,
        act.origin,
        act.sentence,
        said["what"],
        said.get("kind", ""),
        said.get("children", ""),
        names,
        said.get("reader", ""),
        said.get("purpose", ""),
    )
