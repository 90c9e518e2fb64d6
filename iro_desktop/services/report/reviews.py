"""Reviews of children looked after: held, in timescale, why not, rearranged, in series, additional; pathway plans."""

from collections.abc import Iterator

from iro_desktop.domain.documents import Align, Column, Look, Table
from iro_desktop.measures.compute import percent
from iro_desktop.measures.model import By, Unit
from iro_desktop.measures.suppress import HIDDEN
from iro_desktop.services.figure_words import printed
from iro_desktop.services.performance_views import FigureShown
from iro_desktop.services.report.blocks import asked, by_quarter, heading, said, told, told_apart, under
from iro_desktop.services.report.figures import YearFigures
from iro_desktop.services.report.hide import is_hidden
from iro_desktop.services.report.model import About, Piece
from iro_desktop.services.report.words import capital

_HELD = "timeliness.held"
MOVED_BY_REASON = "Reviews moved or cancelled, by reason"  # its words are as somebody typed them
_REASON = About(_HELD, By.REASON)


def reviews(year: YearFigures) -> Iterator[Piece]:
    """Of children looked after."""
    yield from told(year, "reviews.held", "reviews of children looked after", "were held")
    yield from told(year, _HELD, "reviews", "were held in timescale")
    yield from _not_counted(year)
    yield from by_quarter(year, _HELD, "Reviews held in timescale, by quarter", charted=True)
    yield from _late(year)
    yield from told_apart(year, _HELD, By.TEAM, "Reviews held in timescale, by team")
    yield from told(year, "timeliness.child", "children", "had every one of their reviews in timescale")
    yield from told_apart(year, "reviews.held", By.KIND, "Reviews held, by how they were held")
    yield from _rearranged(year)
    yield from under("Series of meetings, adjourned and additional reviews", _other_ways(year))


def _not_counted(year: YearFigures) -> Iterator[Piece]:
    """Why the two numbers differ, and what may still come in."""
    shown = year.shown(_HELD)
    if shown is None or is_hidden(shown):
        return
    for why, count in shown.left_out:
        yield said(f"Left out of the share: {count:,} ({why}).", About(_HELD), look=Look.SOFT)
    if shown.beside:
        yield said(
            f"{shown.beside:,} booked reviews have passed with nothing recorded. They are in no figure yet: a count of "
            "one month and a count of the year can differ by them.",
            About(_HELD),
            look=Look.SOFT,
        )


def _late(year: YearFigures) -> Iterator[Piece]:
    """The reviews out of timescale by the reason recorded; those without a reason last."""
    whole = year.shown(_HELD)
    if whole is None or is_hidden(whole) or whole.numerator == whole.denominator:
        return
    late = whole.denominator - whole.numerator
    rows = [(words, one) for words, one in year.parts(_HELD, By.REASON) if _late_of(one) != 0]
    if all(is_hidden(one) for _, one in rows):
        return
    yield heading("Reviews out of timescale")
    told_ = sorted(rows, key=lambda row: (row[0] == "not recorded", -(_late_of(row[1]) or 0)))
    cells = [(capital(words), *_cells(_late_of(one), late)) for words, one in told_]
    columns = (Column("Reason", width=2.4), Column("Reviews", Align.RIGHT), Column("Share", Align.RIGHT))
    table = Table(
        columns, (*cells, ("All", late, printed(Unit.PERCENT, 100.0))), "Reviews out of timescale, by reason",
        frozenset({len(cells)}),
    )  # fmt: skip
    yield Piece(table, (_REASON,))
    first = next((row for row in told_ if row[0] != "not recorded" and not is_hidden(row[1])), None)
    if first is not None:
        yield asked(
            f"{late:,} reviews were out of timescale, {_late_of(first[1]):,} of them because of this: {first[0]}. "
            "What is done so that fewer are?",
            _REASON,
        )
    else:
        yield asked(
            f"{late:,} reviews were out of timescale. What lay behind them, and what is done about it?", _REASON
        )


def _late_of(one: FigureShown) -> int | None:
    return None if is_hidden(one) else one.denominator - one.numerator


def _cells(count: int | None, whole: int) -> tuple[int | str, str]:
    if count is None:
        return HIDDEN, HIDDEN
    return count, printed(Unit.PERCENT, percent(count, whole))


def _rearranged(year: YearFigures) -> Iterator[Piece]:
    """Moved or cancelled: how many reviews, and each time by who asked, notice and reason."""
    if year.shown("rearranged") is None:
        return
    yield heading("Reviews rearranged")
    yield from told(year, "rearranged", "reviews", "were moved or cancelled at least once before they were held")
    yield from told(year, "rearrangements", "times", "a booked review was moved or cancelled")
    yield from told_apart(year, "rearrangements", By.ASKED_BY, "Reviews moved or cancelled, by who asked")
    yield from told_apart(
        year, "rearrangements", By.NOTICE, "Reviews moved or cancelled, by notice given", charted=True
    )
    yield from _reasons(year)


def _reasons(year: YearFigures) -> Iterator[Piece]:
    """The reasons as they were typed. One given fewer than five times stands with the others."""
    whole, parts = year.shown("rearrangements"), year.parts("rearrangements", By.REASON)
    if whole is None or is_hidden(whole) or not parts:
        return
    often = [(words, one.numerator) for words, one in parts if not is_hidden(one)]
    rest = whole.numerator - sum(count for _, count in often)
    rows = [(capital(words), *_cells(count, whole.numerator)) for words, count in often]
    if rest:
        rows.append(("Other reasons", *_cells(rest, whole.numerator)))
    if len(rows) < 2:
        return
    columns = (Column("Reason", width=2.4), Column("Times", Align.RIGHT), Column("Share", Align.RIGHT))
    last = ("All", *_cells(whole.numerator, whole.numerator))
    table = Table(columns, (*rows, last), MOVED_BY_REASON, frozenset({len(rows)}))
    yield Piece(table, (About("rearrangements", By.REASON),))


def _other_ways(year: YearFigures) -> Iterator[Piece]:
    """Series of meetings, adjourned and additional reviews."""
    yield from told(year, "reviews.series", "reviews", "were held as a series of meetings")
    yield from told(year, "reviews.adjourned", "reviews", "were adjourned")
    yield from told(
        year, "reviews.additional", "additional reviews", "were held because the law or somebody asked for them"
    )
    yield from told_apart(year, "reviews.additional", By.REASON, "Additional reviews, by reason")


def pathway(year: YearFigures) -> Iterator[Piece]:
    """Pathway plan reviews of care leavers."""
    yield from told(year, "pathway.held", "pathway plan reviews", "were held")
    yield from told(year, "pathway.timeliness", "pathway plan reviews", "were held in timescale")
    yield from by_quarter(
        year, "pathway.timeliness", "Pathway plan reviews held in timescale, by quarter", charted=True
    )
    yield from told(year, "pathway.attendance", "pathway plan reviews", "were attended by the young person")
    shown = year.shown("pathway.timeliness")
    late = shown.denominator - shown.numerator if shown is not None and not is_hidden(shown) else 0
    if late:
        yield asked(
            f"{late:,} pathway plan reviews were out of timescale. What stood in the way, and what helped young people "
            "to come?",
            About("pathway.timeliness"),
        )
