"""What other authorities print besides, where there is data: after reviews, between them, foster carers."""

from collections.abc import Iterator

from iro_desktop.measures.model import By
from iro_desktop.services.report.blocks import by_quarter, told, told_apart, under
from iro_desktop.services.report.figures import YearFigures
from iro_desktop.services.report.model import Piece


def further(year: YearFigures) -> Iterator[Piece]:
    """After the review, between reviews, foster carers; a heading only above something."""
    yield from under("After the review", _after(year))
    yield from under("Between reviews", _between(year))
    yield from under("Reviews of foster carers", _carers(year))


def _after(year: YearFigures) -> Iterator[Piece]:
    yield from told(year, "care-plan.in-time", "reviews", "had the care plan updated in timescale")
    yield from told(year, "plan-current", "reviews", "found the care plan up to date, where that is recorded")
    yield from told(year, "response.in-time", "reviews", "had the manager’s answer in timescale")
    yield from told(year, "letters.in-time", "reviews", "had the letter to the child sent in timescale")
    yield from told(year, "distribution.in-time", "reviews", "had the record distributed in timescale")
    yield from by_quarter(year, "recommendations.in-time", "Recommendations sent in timescale, by quarter")
    yield from by_quarter(year, "minutes.in-time", "Minutes finished in timescale, by quarter")


def _between(year: YearFigures) -> Iterator[Piece]:
    yield from told(year, "mid-point.coverage", "mid-point reviews", "that fell due were done")
    yield from by_quarter(year, "mid-point.coverage", "Mid-point reviews done, by quarter", charted=True)
    yield from told(year, "visits.before", "reviews", "came after a visit of the IRO to the child")
    yield from told_apart(year, "visits.before", By.TEAM, "Visited before the review, by team")


def _carers(year: YearFigures) -> Iterator[Piece]:
    yield from told(year, "foster-carer.timeliness", "reviews of foster carers", "that fell due were held in timescale")
    yield from by_quarter(year, "foster-carer.timeliness", "Foster carers reviewed in timescale, by quarter")
