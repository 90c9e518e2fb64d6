"""Participation, attendance, feedback and consultation: different things, each in a section of its own."""

from collections import Counter
from collections.abc import Iterator, Sequence

from iro_desktop.domain.documents import Look
from iro_desktop.domain.records import Feedback
from iro_desktop.domain.vocabulary import Participation
from iro_desktop.measures.model import By
from iro_desktop.services.report.blocks import asked, by_quarter, counted_apart, facts, said, told, told_apart
from iro_desktop.services.report.figures import YearFigures
from iro_desktop.services.report.hide import is_hidden
from iro_desktop.services.report.model import About, Piece
from iro_desktop.services.report.words import capital, listed

_OVER_FOUR = "reviews of children of four and over"
_MOST_QUOTES = 12
_CODES = {one.value: one.label for one in Participation}
_MARKS = '“”"'


def participation(year: YearFigures) -> Iterator[Piece]:
    """Whether children took part, in three ways that are never mixed."""
    yield from told(year, "participation.strict", _OVER_FOUR, "had the child taking part, or sending views")
    yield from told(
        year, "participation.broad", _OVER_FOUR, "had the child there, or sending views, whether they spoke or not"
    )
    yield from counted_apart(
        year, "participation.broad", By.CODE, "Reviews of children of four and over, by how the child took part", _CODES
    )
    yield from told(year, "participation.child", "children of four and over", "took part in every one of their reviews")
    yield from told(year, "consulted", "reviews", "had the child heard by the IRO beforehand")
    yield from told(year, "passports.sent", "starts of care", "were followed by the IRO’s passport")
    shown = year.shown("consulted")
    if shown is not None and not is_hidden(shown) and shown.denominator > shown.numerator:
        yield asked(
            f"Before {shown.denominator - shown.numerator:,} reviews the child was not heard by the IRO. What helps, "
            "and how are children under four and those who do not wish to speak listened to?",
            About("consulted"),
        )


def attendance(year: YearFigures) -> Iterator[Piece]:
    """Whether children were there."""
    yield from told(year, "attendance", _OVER_FOUR, "were attended by the child")
    yield from by_quarter(year, "attendance", "Reviews attended by the child, by quarter", charted=True)
    yield from told(year, "attendance.child", "children of four and over", "attended every one of their reviews")
    yield from told(year, "not-attended", "reviews", "were not attended by the child")
    yield from told_apart(
        year, "not-attended", By.REASON, "Reviews not attended, by whether the child’s reason is recorded"
    )
    yield from told(year, "pathway.attendance", "pathway plan reviews", "were attended by the young person")
    shown = year.shown("not-attended")
    if shown is not None and not is_hidden(shown) and shown.numerator:
        yield asked(
            f"Children did not attend {shown.numerator:,} of their reviews. What do they say would bring them there?",
            About("not-attended"),
        )


def feedback(year: YearFigures) -> Iterator[Piece]:
    """What was said about the service in the year; only what may be quoted is quoted, and nobody is named."""
    said_ = [one for one in year.facts.feedback if year.whole.holds(one.on)]
    if not said_:
        return
    who = Counter(one.source.label for one in said_)
    yield facts(
        (
            ("Pieces of feedback in the year", f"{len(said_):,}"),
            ("From", listed([f"{label} {count:,}" for label, count in who.most_common()])),
            ("May be quoted", f"{sum(one.may_quote is True for one in said_):,}"),
        )
    )
    yield from _quotes([one for one in said_ if one.may_quote is True])
    unasked = sum(one.may_quote is None for one in said_)
    also = f" Of {unasked:,} it is not known whether they may be quoted." if unasked else ""
    yield asked(f"What did the service learn from {len(said_):,} pieces of feedback, and what did it change?{also}")


def _quotes(said_: Sequence[Feedback]) -> Iterator[Piece]:
    """By question, the newest first."""
    newest = sorted(said_, key=lambda one: (one.on, one.number), reverse=True)[:_MOST_QUOTES]
    questions = list(dict.fromkeys(one.question or "" for one in newest))
    for question in questions:
        if question:
            yield said(question)
        for one in newest:
            if (one.question or "") == question:
                yield said(f"“{one.words.strip(_MARKS)}” – {one.source.label}", look=Look.QUOTE)


def partners(year: YearFigures) -> Iterator[Piece]:
    """Consultation forms sent and returned, by agency; reports that came in time."""
    yield from told(year, "consultations.returned", "consultation forms", "sent in the year came back")
    yield from told_apart(
        year, "consultations.returned", By.AGENCY, "Consultation forms sent and returned, by agency", charted=True
    )
    yield from told(year, "reports.in-time", "reviews", "had the social worker’s report in timescale")
    yield from told(year, "consult.in-time", "reviews", "had social worker and IRO consult in timescale")
    parts = [one for one in year.parts("consultations.returned", By.AGENCY) if not is_hidden(one[1])]
    if len(parts) > 1:
        best = max(parts, key=lambda one: one[1].value or 0)
        least = min(parts, key=lambda one: one[1].value or 0)
        yield asked(
            f"{capital(best[0])} returned most ({best[1].printed}), {least[0]} least ({least[1].printed}). How is this "
            "shared with partners, and what would bring more back?",
            About("consultations.returned", By.AGENCY),
        )
