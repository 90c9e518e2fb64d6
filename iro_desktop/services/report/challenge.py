"""Dispute resolution, quality assurance alerts, escalations to partners, good practice."""

from collections.abc import Iterator, Sequence

from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.model import By
from iro_desktop.services.figure_words import BY_WORDS
from iro_desktop.services.report.blocks import asked, heading, lines_of_quarters, said, told, told_apart, under
from iro_desktop.services.report.figures import YearFigures
from iro_desktop.services.report.hide import is_hidden
from iro_desktop.services.report.model import About, Piece

_ALERTS, _PARTNERS, _PRAISE = "alerts.challenge", "alerts.partner", "alerts.good-practice"
_ANSWERED, _RESOLVED, _DAYS = "alerts.answered-in-time", "alerts.resolved-in-time", "alerts.days"


def challenge(year: YearFigures) -> Iterator[Piece]:
    """How the service challenged, how it was answered, and what it praised."""
    yield said(
        "An authority must have a formal process for resolving disputes between the IRO and those who plan for the "
        "child (IRO Handbook 2010, 6.2): 20 working days for the whole of it, and Cafcass at any time (Children Act "
        "1989, section 25B(3))."
    )
    yield from told(year, _ALERTS, "quality assurance alerts", "were raised", says_none=True)
    yield from told(year, _PARTNERS, "escalations to partners", "were raised", says_none=True)
    yield from told(year, _PRAISE, "examples of good practice", "were raised", says_none=True)
    yield from lines_of_quarters(
        year,
        "Raised, by quarter",
        (("Alerts", _ALERTS), ("Partner escalations", _PARTNERS), ("Good practice", _PRAISE)),
    )
    if _some(year, _ALERTS):
        yield heading("Quality assurance alerts")
        yield from told_apart(year, _ALERTS, By.STAGE, "Quality assurance alerts, by the furthest stage reached")
        yield from told_apart(year, _ALERTS, By.THEME, "Quality assurance alerts, by theme", charted=True)
        yield from told_apart(year, _ALERTS, By.TEAM, "Quality assurance alerts, by team")
        yield from told(year, _ANSWERED, "answers", "came in time")
        yield from told(year, _RESOLVED, "alerts", "were resolved within the 20 working days of the whole")
        yield from _days(year)
        yield from told_apart(year, _ALERTS, By.OUTCOME, "Quality assurance alerts, by outcome")
        yield from told_apart(year, _ALERTS, By.EFFECT, "Quality assurance alerts, by what came of it for the child")
        yield from _themes(year)
    yield from under("Escalations to partners", _apart(year, _PARTNERS, (By.AGENCY, By.THEME, By.OUTCOME)))
    yield from under("Good practice", _apart(year, _PRAISE, (By.THEME, By.TEAM)))


def _apart(year: YearFigures, measure: str, ways: Sequence[By]) -> Iterator[Piece]:
    for by in ways:
        yield from told_apart(year, measure, by, f"{BY_ID[measure].name}, by {BY_WORDS[by]}")


def _some(year: YearFigures, measure: str) -> bool:
    shown = year.shown(measure)
    return shown is not None and bool(is_hidden(shown) or shown.value)


def _days(year: YearFigures) -> Iterator[Piece]:
    shown = year.shown(_DAYS)
    if shown is None:
        return
    if is_hidden(shown):
        return
    yield said(
        f"Of {shown.denominator:,} alerts resolved in the year half took no more than {shown.printed}.", About(_DAYS)
    )


def _themes(year: YearFigures) -> Iterator[Piece]:
    parts = [one for one in year.parts(_ALERTS, By.THEME) if not is_hidden(one[1]) and one[0] != "not recorded"]
    if parts:
        words, first = parts[0]
        yield asked(
            f"The most frequent theme was {words} ({first.numerator:,}). What did the alerts change for children, and "
            "what is learned from them across the service?",
            About(_ALERTS, By.THEME),
        )
    else:
        yield asked("What did the alerts change for children, and what is learned from them?", About(_ALERTS))
