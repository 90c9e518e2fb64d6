"""The table of performance indicators: each with its two numbers, the year before, and the change between the two."""

from collections.abc import Iterator

from iro_desktop.domain.documents import Align, Column, Look, Table, Value
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.model import Unit
from iro_desktop.services.figure_words import change_words
from iro_desktop.services.performance_views import FigureShown
from iro_desktop.services.report.blocks import said
from iro_desktop.services.report.figures import Earlier, YearFigures
from iro_desktop.services.report.hide import is_hidden
from iro_desktop.services.report.model import About, Piece
from iro_desktop.services.report.words import NOT_MEASURED, NOT_SHOWN, capital, printed_or

# In the order of one authority's report, then what others print.
MEASURES = (
    ("reviews.held", "Reviews of children looked after held"),
    ("timeliness.held", "Reviews held in timescale"),
    ("timeliness.due", "Reviews that fell due, held in timescale"),
    ("timeliness.child", "Children whose every review was in timescale"),
    ("rearranged", "Reviews rearranged"),
    ("recommendations.in-time", "Recommendations sent in timescale"),
    ("response.in-time", "Manager’s answer in timescale"),
    ("minutes.in-time", "Minutes finished in timescale"),
    ("letters.in-time", "Letters to children sent in timescale"),
    ("distribution.in-time", "Records distributed in timescale"),
    ("care-plan.in-time", "Care plans updated in timescale"),
    ("participation.strict", "Child took part or sent views"),
    ("consulted", "Child heard by the IRO before the review"),
    ("attendance", "Child of four and over attended"),
    ("mid-point.coverage", "Mid-point reviews done"),
    ("pathway.held", "Pathway plan reviews held"),
    ("pathway.timeliness", "Pathway plan reviews in timescale"),
    ("pathway.attendance", "Pathway plan reviews attended"),
    ("consultations.returned", "Consultation forms returned"),
    ("alerts.challenge", "Quality assurance alerts raised"),
    ("alerts.partner", "Partner escalations raised"),
    ("alerts.good-practice", "Good practice raised"),
)
_COLUMNS = (
    Column("Indicator", width=3.0),
    Column("Number", Align.RIGHT, 1.1),
    Column("Of", Align.RIGHT, 0.8),
    Column("This year", Align.RIGHT, 1.2),
    Column("Year before", Align.RIGHT, 1.6),
    Column("Change", width=1.8),
)
_SAME = {"percentage points": "points", "percentage point": "point"}


def indicators(year: YearFigures) -> Iterator[Piece]:
    """One table; what is not measured says so where the year before was, and drops out where neither was."""
    rows, about, notes = [], [], []
    for measure, words in MEASURES:
        shown, before = year.shown(measure), year.before(measure)
        if shown is None and before is None:
            continue
        rows.append(_row(measure, words, shown, before))
        about.append(About(measure))
        notes.append((words, before))
    if not rows:
        return
    yield Piece(Table(_COLUMNS, tuple(rows), "Performance indicators, with the year before"), tuple(about))
    sources = list(dict.fromkeys(before.words for _, before in notes if before is not None))
    if sources:
        yield said(f"The year before: {'; '.join(sources)}.", look=Look.SOFT)
    for (words, before), one in zip(notes, about, strict=True):
        if before is not None and before.doubt:
            yield said(f"{words}, {before.words}: {before.doubt}.", one, look=Look.SOFT)
    yield from _own_doubts(year)
    yield said(
        "Each share is computed from the two numbers beside it. Reviews held and not yet recorded are in no figure, so "
        "a count made earlier in the year can differ.",
        look=Look.SOFT,
    )


def _row(measure: str, words: str, shown: FigureShown | None, before: Earlier | None) -> tuple[Value, ...]:
    number: Value = None
    of: Value = None
    if shown is not None and is_hidden(shown):
        number = shown.printed
        of = shown.printed if shown.unit is Unit.PERCENT else None
    elif shown is not None:
        number = shown.numerator if shown.numerator or not shown.value else None
        of = shown.denominator if BY_ID[measure].unit is Unit.PERCENT and shown.denominator else None
    now = printed_or(shown)
    earlier = printed_or(before.shown) if before else NOT_MEASURED
    return words, number, of, now, earlier, _change(shown, before)


def _change(shown: FigureShown | None, before: Earlier | None) -> str:
    if shown is None or before is None:
        return ""
    if is_hidden(shown) or is_hidden(before.shown):
        return NOT_SHOWN
    said_ = change_words(shown.unit, before.shown.value, shown.value)
    for long, brief in _SAME.items():
        said_ = said_.replace(long, brief)
    return capital(said_)


def _own_doubts(year: YearFigures) -> Iterator[Piece]:
    """Of figures typed in for this year: what was printed and what its numbers make."""
    for measure, words in MEASURES:
        doubt = year.doubt(measure)
        if doubt:
            yield said(f"{words}, as published: {doubt}.", About(measure), look=Look.SOFT)
