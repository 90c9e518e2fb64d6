"""The themes report of a quarter: what was challenged, what was praised, and what came of it; no child is named.

Services report themes of alerts each quarter, by theme, team, stage, agency, days to resolve, outcome and effect.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.documents import (
    Align,
    Block,
    Chart,
    ChartKind,
    Column,
    Document,
    Heading,
    Look,
    Paragraph,
    Series,
    Table,
    Value,
)
from iro_desktop.domain.vocabulary import AlertKind, OutputFormat
from iro_desktop.domain.wording import capital
from iro_desktop.measures.suppress import HIDDEN
from iro_desktop.services.alert_counts import STILL_OPEN, alert_counts
from iro_desktop.services.challenge_views import AgencyReturns, AlertCount
from iro_desktop.services.consultations import consultation_returns
from iro_desktop.services.figure_words import NOTHING
from iro_desktop.services.outputs.counts import Sheet, hidden_words, total, value_of
from iro_desktop.services.outputs.let_out import LetOut, letting_out
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.outputs.quarters import Quarter, head_of, quarter_wished
from iro_desktop.services.snapshot import Snapshot

_TITLE = "Themes report"
_MOST_BARS = 8
_RAISED = "raised"
_KINDS = (
    (AlertKind.CHALLENGE, "Quality assurance alerts", ("theme", "team", "stage", "days", "outcome", "effect")),
    (AlertKind.PARTNER, "Escalations to partner agencies", ("agency", "theme", "days", "outcome", "effect")),
    (AlertKind.GOOD_PRACTICE, "Good practice", ("theme", "team")),
)
_LEARNT = (
    "What were the most frequent alerts about, and what do teams do differently since?",
    "Which answers came late or not at all, and what was done about it?",
    "What changed for children because of an alert? Tell it so that no child can be recognised.",
    "Which good practice is worth repeating, and how was it passed on?",
    "What is raised with partner agencies, and at which meeting?",
)


@dataclass(frozen=True, slots=True)
class _Counts:
    """What was raised of one kind, counted by one thing, in the quarter and in the one before."""

    kind: AlertKind
    count: AlertCount
    lines: tuple[tuple[str, int, int], ...]  # words, now, before

    def name(self, *, is_before: bool = False) -> str:
        """The name of its table among all numbers of the report."""
        return f"{self.kind.value}/{self.count.by}/{'before' if is_before else 'now'}"


def _make(making: Making, wish: OutputWish) -> Made:
    now = making.snapshot
    quarter = quarter_wished(wish, now.today)
    let_out = letting_out(making, wish)
    counted = [_counted(now, kind, by, quarter, let_out) for kind, _, ways in _KINDS for by in ways]
    returns = [consultation_returns(now, None, one.first, one.last) for one in (quarter, quarter.before)]
    sheet = _sheet(counted, returns, hides=wish.hides_small)
    document = Document(
        title=_TITLE,
        head=(*head_of(quarter, "All IROs", making), "No child is named"),
        blocks=tuple(_blocks(quarter, counted, returns, sheet, now.today)),
        foot=f"{_TITLE}, {quarter.words}",
        is_sample=making.is_sample,
    )
    return Made(document, 0, 0, (), f"{_TITLE}, {quarter.words}", file_stem=quarter.stem("themes"))


THEMES = Output(
    key="themes",
    title=_TITLE,
    group=Group.SERVICE,
    what_for=(
        "A quarter’s alerts, escalations to partners and good practice by theme, team, stage, agency, days, outcome "
        "and effect, beside the quarter before: for team managers and senior leaders. No child is named and small "
        "numbers are hidden."
    ),
    formats=(OutputFormat.WORD, OutputFormat.PDF, OutputFormat.EXCEL),
    make=_make,
    asks=(Asks.QUARTER, Asks.SMALL),
    names=Names.NEVER,
    is_of_snapshot=True,
)


def _counted(now: Snapshot, kind: AlertKind, by: str, quarter: Quarter, let_out: LetOut) -> _Counts:
    """Typed words that name somebody are left out; lines that then read alike are one."""
    count = alert_counts(now, None, by, quarter.first, min(quarter.last, now.today), kind)
    whole = alert_counts(now, None, by, quarter.before.first, quarter.before.last, kind)  # not only as far as today
    here, was = Counter[str](), Counter[str]()
    for one in count.lines:
        here[let_out(one.words)] += one.count
    for one in whole.lines:
        was[let_out(one.words)] += one.count
    words = [one for one in dict.fromkeys((*here, *was)) if here[one] or was[one]]
    return _Counts(kind, count, tuple((one, here[one], was[one]) for one in words))


# --- small numbers: all of the report at once


def _sheet(counted: Sequence[_Counts], returns: Sequence[Sequence[AgencyReturns]], *, hides: bool) -> Sheet:
    sheet = Sheet(hides=hides)
    for is_before in (False, True):
        _add_alerts(sheet, counted, is_before=is_before)
        _add_returns(sheet, returns[is_before], "before" if is_before else "now")
    return sheet


def _add_alerts(sheet: Sheet, counted: Sequence[_Counts], *, is_before: bool) -> None:
    """A kind counted by one thing comes to the same as by another; so does what is still open."""
    first: dict[AlertKind, str] = {}
    still: dict[AlertKind, str] = {}
    raised: dict[str, int] = {}
    for one in counted:
        parts = {words: was if is_before else here for words, here, was in one.lines}
        name = sheet.add(one.name(is_before=is_before), parts, sum(parts.values()))
        if one.kind in first:
            sheet.same((total(first[one.kind]),), (total(name),))
        first.setdefault(one.kind, name)
        if parts.get(STILL_OPEN):
            if one.kind in still:
                sheet.same(((still[one.kind], STILL_OPEN),), ((name, STILL_OPEN),))
            still.setdefault(one.kind, name)
        raised[one.kind.value] = sum(parts.values())
    name = sheet.add(f"{_RAISED}/{'before' if is_before else 'now'}", raised, sum(raised.values()))
    for kind, table in first.items():
        sheet.same(((name, kind.value),), (total(table),))


def _add_returns(sheet: Sheet, returns: Sequence[AgencyReturns], when: str) -> None:
    sent, back, waiting = (
        sheet.add(f"{what}/{when}", {one.agency.label: getattr(one, what) for one in returns}, sum(numbers))
        for what, numbers in (
            ("sent", [one.sent for one in returns]),
            ("returned", [one.returned for one in returns]),
            ("waiting", [one.waiting for one in returns]),
        )
    )
    for one in returns:
        label = one.agency.label
        sheet.same(((sent, label),), ((back, label), (waiting, label)))
    sheet.same((total(sent),), (total(back), total(waiting)))


# --- the document


def _blocks(
    quarter: Quarter,
    counted: Sequence[_Counts],
    returns: Sequence[Sequence[AgencyReturns]],
    sheet: Sheet,
    today: date,
) -> Iterator[Block]:
    yield from hidden_words(sheet)
    yield Heading("What was raised")
    yield _raised(quarter, sheet)
    for kind, title, _ in _KINDS:
        yield from _of_kind(title, [one for one in counted if one.kind is kind], quarter, sheet)
    yield Heading("Consultation forms")
    yield from _returns(quarter, returns, sheet, today)
    yield Heading("What was learnt")
    for asked in _LEARNT:
        yield Paragraph(asked, Look.PROMPT)
    yield Heading("How it is counted", 2)
    yield Paragraph(
        "An alert counts in the quarter in which it was raised, whatever became of it later, and as it is recorded "
        "today. Days are working days from the day it was raised. The quarter before is counted today in the same "
        "way. A consultation form counts in the quarter in which it was sent.",
        Look.SOFT,
    )


def _columns(first: str, quarter: Quarter) -> tuple[Column, ...]:
    return (
        Column(first, width=6),
        Column(quarter.short_words, Align.RIGHT, 2),
        Column(quarter.before.short_words, Align.RIGHT, 2),
    )


def _raised(quarter: Quarter, sheet: Sheet) -> Table:
    rows: list[tuple[Value, ...]] = [
        (title, sheet.number(f"{_RAISED}/now", kind.value), sheet.number(f"{_RAISED}/before", kind.value))
        for kind, title, _ in _KINDS
    ]
    rows.append(("Together", sheet.whole(f"{_RAISED}/now"), sheet.whole(f"{_RAISED}/before")))
    return Table(_columns("Raised", quarter), tuple(rows), "Raised in the quarter", frozenset({len(rows) - 1}))


def _of_kind(title: str, counted: Sequence[_Counts], quarter: Quarter, sheet: Sheet) -> Iterator[Block]:
    yield Heading(title)
    if not any(one.lines for one in counted):
        yield Paragraph("None in this quarter, nor in the one before.")
        return
    if all(sheet.whole(counted[0].name(is_before=was)) in (HIDDEN, "0") for was in (False, True)):
        yield Paragraph("Too few in either quarter to be told apart without telling of somebody.")
        return
    for one in counted:
        yield _table(one, title, quarter, sheet)
        if one.count.by == "theme":
            yield from _chart(one, title, quarter, sheet)


def _table(one: _Counts, title: str, quarter: Quarter, sheet: Sheet) -> Table:
    now, before = one.name(), one.name(is_before=True)
    rows: list[tuple[Value, ...]] = [
        (capital(words), sheet.number(now, words), sheet.number(before, words)) for words, _, _ in one.lines
    ]
    rows.append(("Together", sheet.whole(now), sheet.whole(before)))
    words = f"{title}, {one.count.title[:1].lower()}{one.count.title[1:]}"
    return Table(_columns(one.count.title.removeprefix("By ").capitalize(), quarter), tuple(rows), words,
                 frozenset({len(rows) - 1}))  # fmt: skip


def _chart(one: _Counts, title: str, quarter: Quarter, sheet: Sheet) -> Iterator[Chart]:
    """Bars of both quarters; what is hidden has none, and where all is hidden there is no chart."""
    lines = one.lines[:_MOST_BARS]
    now, before = one.name(), one.name(is_before=True)
    series = (
        Series(quarter.short_words, tuple(value_of(sheet.number(now, words)) for words, _, _ in lines)),
        Series(quarter.before.short_words, tuple(value_of(sheet.number(before, words)) for words, _, _ in lines)),
    )
    if not any(value for each in series for value in each.values):
        return
    said = [
        f"{words} {sheet.number(now, words)} (before {sheet.number(before, words)})"
        for words, _, _ in lines
        if HIDDEN not in (sheet.number(now, words), sheet.number(before, words))
    ]
    hidden = "; the others are not shown" if len(said) < len(lines) else ""
    yield Chart(
        f"{title} by theme",
        ChartKind.BARS,
        tuple(capital(words) for words, _, _ in lines),
        series,
        f"{title} by theme: {', '.join(said) or 'none can be shown in both quarters'}{hidden}.",
    )


def _returns(
    quarter: Quarter, returns: Sequence[Sequence[AgencyReturns]], sheet: Sheet, today: date
) -> Iterator[Block]:
    now, before = ({one.agency: one for one in each} for each in returns)
    agencies = list(dict.fromkeys((*now, *before)))
    if not agencies:
        yield Paragraph("None was sent in this quarter, nor in the one before.")
        return
    rows: list[tuple[Value, ...]] = []
    for agency in agencies:
        label = agency.label
        one = now.get(agency)
        rows.append(
            (
                capital(label),
                sheet.number("sent/now", label),
                sheet.number("returned/now", label),
                days_of(one, sheet.number("returned/now", label)),
                sheet.number("sent/before", label),
                sheet.number("returned/before", label),
            )
        )
    whole = [sheet.whole(f"{what}/{when}") for when in ("now", "before") for what in ("sent", "returned")]
    rows.append(("Together", whole[0], whole[1], "", whole[2], whole[3]))
    right = Align.RIGHT
    yield Table(
        (
            Column("Agency", width=4),
            Column("Sent", right, 1.6),
            Column("Returned", right, 1.8),
            Column("Working days", right, 2),
            Column("Sent before", right, 1.8),
            Column("Returned before", right, 2),
        ),
        tuple(rows),
        f"Consultation forms sent in {quarter.words}, and the quarter before",
        frozenset({len(rows) - 1}),
    )
    yield Paragraph(
        f"Working days: half of those that came back took no more. Returned: by {short(today)}.",
        Look.SOFT,
    )


def days_of(one: AgencyReturns | None, returned: str) -> str:
    """The median days of an agency, where how many came back may be shown."""
    if returned == HIDDEN:
        return HIDDEN
    return NOTHING if one is None or one.days is None else f"{one.days:,}"
