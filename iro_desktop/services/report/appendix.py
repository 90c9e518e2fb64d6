"""The appendix: every measure the report used, what it says, what is counted, what is left out, where it comes from."""

from collections.abc import Iterator

from iro_desktop.domain.documents import Facts, Heading, Look
from iro_desktop.measures.definitions import DEFINITIONS
from iro_desktop.measures.model import Definition, Unit
from iro_desktop.measures.suppress import HIDDEN, THRESHOLD
from iro_desktop.services.report.blocks import bullets, said
from iro_desktop.services.report.figures import YearFigures
from iro_desktop.services.report.hide import is_hidden
from iro_desktop.services.report.model import About, Piece

_OWN = (
    "IROs in post, their time, employment and link areas: the team as recorded, on the last day of the year.",
    "Supervisions, meetings, legal advice, private fostering arrangements, feedback: as recorded, by their own day.",
    "Actions and priorities: the service’s plan of the year, as it was last written.",
)


def appendix(year: YearFigures) -> Iterator[Piece]:
    """In the order of the definitions, under the subject of each."""
    yield said(year.words, look=Look.SOFT)
    yield said(
        f"“{HIDDEN}” stands for a number from 1 to {THRESHOLD - 1}, or one that would give such a number away: it "
        "could point to a child.",
        look=Look.SOFT,
    )
    for one in [one for one in DEFINITIONS if one.id in year.used]:
        if year.figure(one.id) is not None:
            yield Piece(Heading(one.name, 3))
            yield Piece(Facts(tuple(_rows(year, one))), (About(one.id),))
    yield Piece(Heading("Counted from the service’s own records", 3))
    yield bullets(_OWN)


def _rows(year: YearFigures, one: Definition) -> Iterator[tuple[str, str]]:
    yield "What it says", one.definition
    if one.unit is not Unit.COUNT:
        yield "Numerator", one.numerator
        yield "Denominator", one.denominator
    else:
        yield "Counted", one.population
    shown = year.shown(one.id)
    if shown is not None and not is_hidden(shown) and shown.check:
        yield "This year", shown.check
    counts = dict(shown.left_out) if shown is not None else {}
    reasons = (f"{counts[why]:,} {why}" if counts.get(why) else str(why) for why in one.left_out)
    yield "Left out", "; ".join(reasons) or "nothing"
    yield "Source", one.source
