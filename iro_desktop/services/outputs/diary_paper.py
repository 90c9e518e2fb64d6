"""The diary on paper: a month by day and time, or the weeks that are asked for, as a table."""

from collections.abc import Iterator
from datetime import date, timedelta

from iro_desktop.domain.dates import LONG_MONTHS, LONG_WEEKDAYS, in_full, short
from iro_desktop.domain.documents import Block, Column, Document, Facts, Heading, Look, Paragraph, Table, Value
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.measures.model import Span
from iro_desktop.rules.offsets import add_months
from iro_desktop.services.diary import diary
from iro_desktop.services.diary_views import DiaryDay, DiaryEntry, DiaryView
from iro_desktop.services.figures import check_iro
from iro_desktop.services.outputs.let_out import LetOut, child_words, letting_out
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.outputs.quarters import shown_snapshot

_TITLE = "Diary"
_MOST_DAYS = 200  # on one paper


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of its month."""
    first = day.replace(day=1)
    return first, add_months(first, 1) - timedelta(days=1)


def _make(making: Making, wish: OutputWish) -> Made:
    check_iro(making.snapshot, wish.iro)
    now, today = shown_snapshot(making, wish), making.snapshot.today
    first, last = _days(wish.span, today)
    view = diary(now, wish.iro, first, last)
    told = {one.child for one in view.entries if one.child} | {
        part.child for one in view.entries for part in one.parts if part.child
    }
    document = Document(
        title=f"{_TITLE}, {_span_words(first, last)}",
        head=(
            f"{view.scope[:1].upper()}{view.scope[1:]}, as recorded on {in_full(today)}",
            f"Children by name, {wish.names.words}" if wish.names else "Children by the council’s id",
        ),
        blocks=tuple(_blocks(view, wish, letting_out(making, wish))),
        foot=f"{_TITLE}, {view.scope}, {_span_words(first, last)}",
        is_sample=making.is_sample,
        is_wide=True,
    )
    return Made(
        document,
        len(told),
        max(view.children, len(told)),
        ("reviews with their time and place, hearings, what is due",),
        f"{_TITLE} of {view.scope}, {_span_words(first, last)}",
        file_stem=f"diary-{first.isoformat()}-to-{last.isoformat()}",
    )


DIARY = Output(
    key="diary",
    title=_TITLE,
    group=Group.IRO,
    what_for=(
        "The reviews booked and held, hearings, leave, time kept free, and what is due: this month day by day, or the "
        "weeks that are asked for; to hang up or take along."
    ),
    formats=(OutputFormat.WORD, OutputFormat.PDF, OutputFormat.EXCEL, OutputFormat.CSV),
    make=_make,
    asks=(Asks.IRO, Asks.PERIOD),
    names=Names.ON_WISH,
    is_of_snapshot=True,
)


def _days(span: Span | None, today: date) -> tuple[date, date]:
    """The days asked for; without, the month of today. Raises ``UserError`` for more than fit on one paper."""
    if span is None:
        return month_of(today)
    if (span.to_on - span.from_on).days >= _MOST_DAYS:
        raise UserError(
            f"A diary holds {_MOST_DAYS} days at most on one paper. Nothing was made. Give fewer days.", field="to_on"
        )
    return span.from_on, span.to_on


def _span_words(first: date, last: date) -> str:
    """``November 2026`` for a whole month, else its first and last day."""
    if (first, last) == month_of(first):
        return f"{LONG_MONTHS[first.month - 1]} {first.year}"
    return f"{short(first)} to {short(last)}"


def _blocks(view: DiaryView, wish: OutputWish, let_out: LetOut) -> Iterator[Block]:
    yield Facts(tuple(_counts(view)))
    if not view.entries:
        yield Paragraph("Nothing stands in the diary on these days.", Look.LEAD)
        return
    week: list[DiaryDay] = []
    for day in view.days:
        if day.on.weekday() == 0 and week:
            yield from _week(week, wish, let_out)
            week = []
        week.append(day)
    yield from _week(week, wish, let_out)


def _counts(view: DiaryView) -> Iterator[tuple[str, str]]:
    for words, count in (
        ("Reviews booked", view.booked),
        ("Booked after the last lawful day", view.late),
        ("Passed, nothing recorded", view.unrecorded),
        ("Due for the IRO", view.due),
    ):
        if count:
            yield words, f"{count:,}"


def _week(days: list[DiaryDay], wish: OutputWish, let_out: LetOut) -> Iterator[Block]:
    """A week with its working days; a weekend stands in it where something is on it."""
    shown = [day for day in days if day.is_working or day.entries]
    if not shown:
        return
    monday = days[0].on - timedelta(days=days[0].on.weekday())
    yield Heading(f"Week of {short(monday)}", 2)
    yield Table(
        (
            Column("Day", width=3.2),
            Column("Time", width=1.4),
            Column("Child", width=3.6),
            Column("What", width=5),
            Column("Where", width=4),
            Column("How it stands", width=6),
        ),
        tuple(row for day in shown for row in _rows(day, wish, let_out)),
    )


def _rows(day: DiaryDay, wish: OutputWish, let_out: LetOut) -> Iterator[tuple[Value, ...]]:
    """A line for each entry; the day is said once, and a day without any has its line."""
    label = f"{LONG_WEEKDAYS[day.on.weekday()][:3]} {short(day.on).removesuffix(f' {day.on.year}')}"
    entries = [part for one in day.entries for part in one.parts or (one,)]
    if not entries:
        yield label, "", "", "", "", ""
    for number, one in enumerate(entries):
        yield (label if not number else "", *_entry(one, wish, let_out))


def _entry(one: DiaryEntry, wish: OutputWish, let_out: LetOut) -> tuple[Value, ...]:
    stands = ". ".join(part for part in (one.detail.rstrip("."), *(words.rstrip(".") for words in one.clashes)) if part)
    return (
        one.at,
        child_words(one.child, one.name, wish) if one.child else "",
        let_out(one.what),
        let_out(one.place),
        let_out(stands[:1].upper() + stands[1:]),
    )
