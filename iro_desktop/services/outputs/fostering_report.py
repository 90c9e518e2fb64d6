"""The quarterly report on private fostering for senior leaders: what the authority was told of, and what it did.

Duties: Children Act 1989 section 67, the Children (Private Arrangements for Fostering) Regulations 2005 (visits at
least every six weeks in the first year, every twelve later), and the report to senior leaders that services keep.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.documents import Align, Block, Column, Document, Facts, Heading, Look, Paragraph, Table, Value
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import OutputFormat, Suitability
from iro_desktop.measures.suppress import HIDDEN, THRESHOLD
from iro_desktop.services.figure_words import NOTHING
from iro_desktop.services.fostering_views import ArrangementRow, FosteringQuarter
from iro_desktop.services.outputs.counts import Sheet, hidden_words
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.outputs.quarters import Quarter, head_of, quarter_wished
from iro_desktop.services.private_fostering import private_fostering

_TITLE = "Private fostering report"
NEW, BY_NOTICE, FOUND = "Became known", "by notice", "without notice"
BEGUN, ENDED, OPEN = "Began", "Ended", "Running or proposed on the last day"
DUE, IN_TIME, LATE = "Visits that fell due", "made in time", "late or not made"
DECIDED, DECISIONS = "Suitability decided", tuple(one.label for one in Suitability)
UNDECIDED = "Running on the last day, not decided"
_INSIDE = frozenset({BY_NOTICE, FOUND, IN_TIME, LATE, *DECISIONS})
LINES = (NEW, BY_NOTICE, FOUND, BEGUN, ENDED, OPEN, DUE, IN_TIME, LATE, DECIDED, *DECISIONS, UNDECIDED)
_SUMS = ((NEW, (BY_NOTICE, FOUND)), (DUE, (IN_TIME, LATE)), (DECIDED, DECISIONS))


@dataclass(frozen=True, slots=True)
class _Column:
    """One quarter's numbers; ``None``: nothing was known of that time."""

    quarter: Quarter
    counted: FosteringQuarter | None
    numbers: dict[str, int]


def _make(making: Making, wish: OutputWish) -> Made:
    today = making.snapshot.today
    quarter = quarter_wished(wish, today)
    view = private_fostering(making.snapshot, None, ended=True)
    counted = {one.quarter_on: one for one in view.quarters}
    oldest = min(counted, default=None)
    if oldest is not None and quarter.last < oldest:
        raise UserError(
            f"Quarters are counted back to {short(oldest)}. Nothing was made. Give a later day.", field="on"
        )
    columns = [_column(each, counted.get(each.last), view.rows, today)
               for each in (quarter, quarter.before, quarter.a_year_before)]  # fmt: skip
    sheet = _sheet(columns, hides=wish.hides_small)
    document = Document(
        title=_TITLE,
        head=(*head_of(quarter, "The whole service", making), "No child is named"),
        blocks=tuple(_blocks(columns, view.rows, sheet, today)),
        foot=f"{_TITLE}, {quarter.words}",
        is_sample=making.is_sample,
    )
    return Made(document, 0, 0, (), f"{_TITLE}, {quarter.words}", file_stem=quarter.stem("private-fostering"))


FOSTERING_REPORT = Output(
    key="private-fostering",
    title=_TITLE,
    group=Group.SERVICE,
    what_for=(
        "Arrangements that became known, began and ended in a quarter, visits in time and decisions on suitability: "
        "for senior leaders. No child is named and small numbers are hidden. Once it is sent, that is recorded."
    ),
    formats=(OutputFormat.WORD, OutputFormat.PDF),
    make=_make,
    asks=(Asks.QUARTER, Asks.SMALL),
    names=Names.NEVER,
    is_of_snapshot=True,
)


# --- counting


def _column(quarter: Quarter, counted: FosteringQuarter | None, rows: Sequence[ArrangementRow], today: date) -> _Column:
    if counted is None:
        return _Column(quarter, None, {})
    last = min(quarter.last, today)
    new = [one for one in rows if quarter.holds(one.from_on)]
    told = sum(one.notified_on == one.from_on for one in new)
    decided = [one for one in rows if quarter.holds(one.decided_on)]
    numbers = {
        NEW: counted.new,
        BY_NOTICE: told,
        FOUND: len(new) - told,
        BEGUN: sum(quarter.holds(one.starts_on) and _has_begun(one, last) for one in rows),
        ENDED: counted.ended,
        OPEN: counted.open,
        DUE: counted.visits_due,
        IN_TIME: counted.visits_in_time,
        LATE: counted.visits_due - counted.visits_in_time,
        DECIDED: len(decided),
        **{each.label: sum(one.suitability is each for one in decided) for each in Suitability},
        UNDECIDED: sum(_runs_undecided(one, last) for one in rows),
    }
    return _Column(quarter, counted, numbers)


def _has_begun(one: ArrangementRow, last: date) -> bool:
    return one.starts_on is not None and one.starts_on <= last


def _runs_undecided(one: ArrangementRow, last: date) -> bool:
    """Whether it ran on that day without a decision by then."""
    begun = one.starts_on or one.aware_on
    runs = begun is not None and begun <= last and (one.ended_on is None or one.ended_on > last)
    return runs and (one.decided_on is None or one.decided_on > last)


def _sheet(columns: Sequence[_Column], *, hides: bool) -> Sheet:
    """Parts make their wholes; what was open, and what became known, is what ended and what is open."""
    sheet = Sheet(hides=hides)
    for at, one in enumerate(columns):
        name = sheet.add(str(at), one.numbers)
        for whole, parts in _SUMS:
            sheet.same(((name, whole),), tuple((name, part) for part in parts))
    now, before = columns[0], columns[1]
    if now.counted and before.counted:
        sheet.same((("1", OPEN), ("0", NEW)), (("0", ENDED), ("0", OPEN)))
    return sheet


# --- the document


def _blocks(columns: Sequence[_Column], rows: Sequence[ArrangementRow], sheet: Sheet, today: date) -> Iterator[Block]:
    now = columns[0]
    yield Facts(tuple(_report(now, today)))
    yield from hidden_words(sheet)
    yield Heading("Arrangements, visits and decisions")
    if now.counted is None:
        yield Paragraph("No private fostering arrangement was known in this quarter.")
    else:
        yield _table(columns, sheet)
        yield from _sentences(sheet)
    yield from _told_by(now, rows, sheet)
    yield Heading("For senior leaders")
    for asked in (
        "What was done so that parents, carers, schools and doctors know when to tell the authority?",
        "Which visits were late, why, and what changes?",
        "Are there arrangements without a decision on suitability, and by when will there be one?",
    ):
        yield Paragraph(asked, Look.PROMPT)
    yield Heading("How it is counted", 2)
    yield Paragraph(
        "An arrangement became known on the day of its notice, or on the day the authority knew of it where that was "
        "earlier or no notice came. A visit counts in the quarter in which it fell due, in time by the service’s own "
        "rules of today. Everything stands as it is recorded today.",
        Look.SOFT,
    )


def _report(now: _Column, today: date) -> Iterator[tuple[str, str]]:
    due = now.counted.report if now.counted else None
    if due is not None and due.due_on is not None:
        yield "This report is due", short(due.due_on)
    sent = now.counted.sent_on if now.counted else None
    yield "Recorded as sent", short(sent) if sent else "not yet"
    if now.quarter.is_running(today):
        yield "The quarter", f"still runs, until {short(now.quarter.last)}"


def _table(columns: Sequence[_Column], sheet: Sheet) -> Table:
    right = Align.RIGHT
    rows: list[tuple[Value, ...]] = []
    for line in LINES:
        label = f"of them {line}" if line in _INSIDE else line
        rows.append((label, *(_number(one, at, line, sheet) for at, one in enumerate(columns))))
    bold = frozenset(at for at, line in enumerate(LINES) if line in (NEW, OPEN, DUE, DECIDED))
    headings = [Column(one.quarter.short_words, right, 2.6) for one in columns]
    return Table((Column("Private fostering", width=6), *headings), tuple(rows), "", bold)


def _number(one: _Column, at: int, line: str, sheet: Sheet) -> str:
    return sheet.number(str(at), line) if one.counted else NOTHING


def _sentences(sheet: Sheet) -> Iterator[Paragraph]:
    """What a leader must not miss, where it may be said."""
    due, in_time = sheet.number("0", DUE), sheet.number("0", IN_TIME)
    if sheet.is_hidden("0", DUE) or sheet.is_hidden("0", IN_TIME):
        yield Paragraph("How many visits were made in time is too small a number to be shown.", Look.LEAD)
    elif due != "0":
        yield Paragraph(f"{in_time} of {due} visits that fell due were made in time.", Look.LEAD)
    else:
        yield Paragraph("No visit fell due in this quarter.", Look.LEAD)


def _told_by(now: _Column, rows: Sequence[ArrangementRow], sheet: Sheet) -> Iterator[Block]:
    """Who gave notice, where there are enough to say so."""
    if now.counted is None or sheet.number("0", BY_NOTICE) in ("0", HIDDEN):
        return
    who = _by(rows, lambda one: now.quarter.holds(one.from_on) and one.notified_on == one.from_on)
    if not sheet.hides or min(who.values(), default=0) >= THRESHOLD:
        yield Table(
            (Column("Notice by", width=6), Column("Arrangements", Align.RIGHT, 2)),
            tuple(who.items()),
            "Who told the authority",
        )


def _by(rows: Sequence[ArrangementRow], holds: Callable[[ArrangementRow], bool]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in rows:
        if holds(one):
            words = one.notified_by.label if one.notified_by else "not said"
            found[words] = found.get(words, 0) + 1
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))
