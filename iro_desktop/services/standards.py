"""Practice standards: drafted or signed off, and where the service stands against the benchmark of each.

Where a standard names a measure, the figure is counted over the last twelve months, with what it counts; else it is in
the service's own words, with the day on which somebody looked.
"""

import re
from collections.abc import Sequence
from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.records import PracticeStandard
from iro_desktop.domain.vocabulary import StandardState, Standing
from iro_desktop.measures.compute import figure_of
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.model import Counted, Definition, Figure, Row, Span
from iro_desktop.services.meetings import a_year_before
from iro_desktop.services.service_views import StandardRow, StandardsView
from iro_desktop.services.snapshot import ChildNow, Snapshot

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(?:%|per\s*cent)", re.IGNORECASE)
_WORST = (Standing.OVERDUE, Standing.WAITING, Standing.NOT_DUE, Standing.MET)


def standards(snapshot: Snapshot) -> StandardsView:
    """Every standard, those below their benchmark first."""
    span = Span(a_year_before(snapshot.today), snapshot.today, snapshot.today)
    rows = [_row(one, _figure(one, snapshot, span), span) for one in snapshot.standards]
    rows.sort(key=lambda row: (_WORST.index(row.standing), row.name.casefold()))
    return StandardsView(
        rows=tuple(rows),
        from_on=span.from_on,
        to_on=span.to_on,
        drafts=sum(row.state is StandardState.DRAFT for row in rows),
        below=sum(row.standing is Standing.OVERDUE for row in rows),
    )


def benchmark_percent(words: str | None) -> float | None:
    """The share that a benchmark states, if it states one, and one alone.

    >>> benchmark_percent("95 %, each month"), benchmark_percent("every child"), benchmark_percent("90% and 95%")
    (95.0, None, None)
    """
    found = _PERCENT.findall(words or "")
    return float(found[0]) if len(found) == 1 and float(found[0]) <= 100 else None


def _figure(one: PracticeStandard, snapshot: Snapshot, span: Span) -> Figure | None:
    if one.measure is None or one.measure not in BY_ID:
        return None
    definition = BY_ID[one.measure]
    rows = [row for child in snapshot.children.values() for row in _rows_of(definition, child, snapshot, span)]
    return figure_of(definition, rows, span)


def _rows_of(definition: Definition, child: ChildNow, snapshot: Snapshot, span: Span) -> Sequence[Row]:
    """Reckoned again only when the child was read again: none of it rests on others."""
    return snapshot.kept.of_one(
        f"standard {definition.id}",
        child.facts.child.council_id,
        child,
        lambda: tuple(definition.rows(Counted(child.facts, child.deadlines, {}), span)),
    )


def _row(one: PracticeStandard, figure: Figure | None, span: Span) -> StandardRow:
    aim = benchmark_percent(one.benchmark)
    standing, words = _standing(one, figure, aim)
    definition = figure.definition if figure else None
    return StandardRow(
        name=one.name,
        text=one.text or "",
        state=one.state,
        signed_off_on=one.signed_off_on,
        signed_off_by=one.signed_off_by or "",
        benchmark=one.benchmark or "",
        measure=one.measure or "",
        measure_name=definition.name if definition else "",
        definition=definition.definition if definition else "",
        numerator=figure.numerator if figure else None,
        denominator=figure.denominator if figure else None,
        percent=figure.percent if figure else None,
        check=figure.check if figure else "",
        benchmark_percent=aim,
        stands=one.stands or "",
        looked_on=one.looked_on,
        standing=standing,
        standing_words=words,
        figure_words=_figure_words(figure, span),
        row_version=one.row_version,
    )


def _figure_words(figure: Figure | None, span: Span) -> str:
    if figure is None:
        return ""
    days = f"{short(span.from_on)} to {short(span.to_on)}"
    if figure.percent is None:
        return f"Nothing to count, {days}"
    return f"{figure.percent:.1f} % ({figure.numerator} of {figure.denominator}), {days}"


def _standing(one: PracticeStandard, figure: Figure | None, aim: float | None) -> tuple[Standing, str]:
    share = figure.percent if figure else None
    if share is not None and aim is not None and share < aim:
        return Standing.OVERDUE, f"{share:.1f} %, below {aim:g} %"
    if one.state is StandardState.DRAFT:
        return Standing.WAITING, f"Draft, {share:.1f} %" if share is not None else "Draft, not signed off"
    if share is not None:
        return Standing.MET, f"{share:.1f} %, benchmark {aim:g} %" if aim is not None else f"{share:.1f} %"
    if figure is not None:
        return Standing.NOT_DUE, "Nothing to count"
    if one.stands is None:
        return Standing.WAITING, "Not looked at yet"
    return Standing.NOT_DUE, _looked_words(one.looked_on)


def _looked_words(day: date | None) -> str:
    return f"Looked at on {short(day)}" if day else "In words"
