"""The child sheet: everything about one child at a glance, for the bag or the meeting."""

from collections.abc import Iterator

from iro_desktop.domain.births import Birth
from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.documents import Block, Column, Document, Facts, Heading, Look, Paragraph, Table
from iro_desktop.domain.records import Worker
from iro_desktop.domain.vocabulary import LEGAL_STATUS, PLACEMENT, OutputFormat, Standing
from iro_desktop.domain.wording import capital
from iro_desktop.rules.model import Deadline
from iro_desktop.services.caseload import current_episode, current_period
from iro_desktop.services.child_page import child_view
from iro_desktop.services.child_so import circumstance_rows, notices
from iro_desktop.services.outputs.about_child import check_tells, child_of, head_of
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.recommendations import open_recommendations
from iro_desktop.services.restrictions import Thing
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.views import ChildView, DeadlineRow
from iro_desktop.services.words import full_name

_DATES = 10  # a sheet, not a list: the soonest
_REVIEWS = 4
_LEFT_OUT = "Typed words are left out of a sheet by id."


def _make(making: Making, wish: OutputWish) -> Made:
    child = child_of(making, wish)
    check_tells(making, child, wish, Thing.RECORD)
    now, record = making.snapshot, child.facts.child
    view = child_view(now, record.council_id)
    named = wish.names is not None
    blocks: tuple[Block, ...] = (
        *_lead(child, view, now),
        Facts(tuple(_facts(child, now, named=named))),
        *_dates(child, view),
        *_recommendations(child, now, named=named),
        *_alerts(view, named=named),
        *_so(child, now),
        *_reviews(child, view),
    )
    document = Document(
        "Child sheet",
        head_of(making, child, wish),
        blocks,
        foot=f"Child sheet {record.council_id}, {short(now.today)}",
        is_sample=making.is_sample,
    )
    fields = ("birth date", "legal status", "placement", "dates", "recommendations", "alerts")
    stem = f"child-sheet-{record.council_id}-{now.today.isoformat()}"
    return Made(document, 1, 1, fields, "Child sheet", file_stem=stem)


def _lead(child: ChildNow, view: ChildView, now: Snapshot) -> Iterator[Block]:
    if view.main is not None:
        yield Paragraph(f"{view.main.what}: {view.main.standing_words}, {_days(view, view.main)}", Look.LEAD)
    booked = view.booked_on
    told = notices(child.facts, child.deadlines, booked, now.today)
    yield from (Paragraph(one, Look.SOFT) for one in told)


def _days(view: ChildView, main: DeadlineRow) -> str:
    """The day that is meant: “was it held?” asks about the booked one, which is not the one it is due on."""
    if main.standing is Standing.NOT_RECORDED and view.booked_on is not None:
        return f"booked for {with_weekday(view.booked_on)}, due {main.due_words}"
    return main.due_words


def _facts(child: ChildNow, now: Snapshot, *, named: bool) -> Iterator[tuple[str, str]]:
    record, episode, period = child.facts.child, current_episode(child, now), current_period(child, now)
    if named:
        yield "Name", full_name(record)
    age = Birth(record.born_on, record.born_as) if record.born_on else None
    yield "Born", f"{age.words} ({age.age_words(now.today)})" if age else "not known"
    since = short(period.started_on) if period and period.started_on else "since when is not known"
    yield "Looked after", f"since {since}" if period and period.started_on else since if period else "not now"
    if episode is not None:
        yield "Legal status", _coded(episode.legal_status, LEGAL_STATUS)
        home = _coded(episode.placement, PLACEMENT)
        yield "Placement", f"{home}, since {short(episode.started_on)}"
    yield "IRO", child.iro or "not allocated"
    for worker in _workers(child, now):
        team = f", {worker.team}" if worker.team and named else ""
        yield (
            capital(worker.role.label),
            f"{worker.name if named else 'allocated'}{team}, since {short(worker.from_on)}",
        )
    others = now.siblings.get(record.council_id, ())
    if others:
        yield "Brothers and sisters", ", ".join(_sibling(now, one, named=named) for one in others)
    if named:
        yield from _wants(child)


def _wants(child: ChildNow) -> Iterator[tuple[str, str]]:
    record = child.facts.child
    for label, words in (
        ("School", record.school),
        ("Languages", record.languages),
        ("To understand each other", record.communication),
    ):
        if words:
            yield label, words
    views = [one for one in child.facts.wishes if one.views]
    if views:
        yield "In their own words", f"{views[-1].views} ({short(views[-1].told_on)})"


def _workers(child: ChildNow, now: Snapshot) -> list[Worker]:
    return [one for one in child.facts.workers if one.to_on is None or one.to_on >= now.today]


def _sibling(now: Snapshot, council_id: str, *, named: bool) -> str:
    other = now.children[council_id]
    words = full_name(other.facts.child) if named else council_id
    return words if other.is_looked_after else f"{words} (not looked after now)"


def _coded(code: str | None, labels: dict[str, str]) -> str:
    return f"{capital(labels.get(code, ''))} ({code})".strip() if code else "not known"


# --- what is owed


def _dates(child: ChildNow, view: ChildView) -> Iterator[Block]:
    dated = [one for one in view.deadlines if one.due_on is not None]
    yield Heading("Next dates", 2)
    if not dated:
        yield Paragraph("No date is open.", Look.SOFT)
        return
    why = {one.id: _why(one) for one in child.owed}
    rows = tuple(
        (one.what, one.due_words, one.standing_words, why.get(one.id, ""), one.owner) for one in dated[:_DATES]
    )
    columns = (
        Column("What", width=4.4),
        Column("Due", width=3.2),
        Column("Stands", width=3.6),
        Column("Why that day", width=4.4),
        Column("Who", width=2.6),
    )
    yield Table(columns, rows)
    if len(dated) > _DATES:
        yield Paragraph(f"And {len(dated) - _DATES} later.", Look.SOFT)


def _why(one: Deadline) -> str:
    """The count in a line: ``15 working days from 3 Nov 2026``."""
    if one.override:
        return "set by hand"
    offset, start = one.rule.offset, short(one.trigger_on)
    if offset.count == 0:
        return "the day named in it" if one.rule.subject == "recommendation" else start
    return f"{offset.words} {'before' if offset.count < 0 else 'from'} {start}"


def _recommendations(child: ChildNow, now: Snapshot, *, named: bool) -> Iterator[Block]:
    still = open_recommendations(child.facts, now.today, now.practice)
    yield Heading("Open recommendations", 2)
    if not still:
        yield Paragraph("None is open.", Look.SOFT)
        return
    rows = tuple(
        (
            f"{one.number} of {short(one.held_on)}",
            *((one.text,) if named else ()),
            capital(one.owner.label),
            one.due_words,
            one.drift_words,
        )
        for one in still
    )
    text = (Column("What", width=7),) if named else ()
    columns = (Column("Number", width=3), *text, Column("Whom it asks", width=3), Column("Due", width=3))
    yield Table((*columns, Column("Open for", width=3)), rows)
    if not named:
        yield Paragraph(_LEFT_OUT, Look.SOFT)


def _alerts(view: ChildView, *, named: bool) -> Iterator[Block]:
    yield Heading("Open alerts", 2)
    if not view.alerts:
        yield Paragraph("None is open.", Look.SOFT)
        return
    rows = tuple((capital(one.words), *((one.about,) if named else ())) for one in view.alerts)
    about = (Column("About", width=6),) if named else ()
    yield Table((Column("Alert", width=6), *about), rows)


def _so(child: ChildNow, now: Snapshot) -> Iterator[Block]:
    rows = [one for one in circumstance_rows(child.facts) if one.to_on is None or one.to_on >= now.today]
    if rows:
        yield Heading("What is so, or comes", 2)
        yield Facts(tuple((short(one.from_on), one.kind.label) for one in rows))


def _reviews(child: ChildNow, view: ChildView) -> Iterator[Block]:
    yield Heading("Reviews held", 2)
    lines = [one for one in view.history if any(held.held_on == one.on for held in child.facts.reviews)]
    if not lines:
        yield Paragraph("None is recorded.", Look.SOFT)
        return
    yield Facts(tuple((with_weekday(one.on), one.words) for one in lines[:_REVIEWS]))
    if len(lines) > _REVIEWS:
        yield Paragraph(f"And {len(lines) - _REVIEWS} before.", Look.SOFT)


CHILD_SHEET = Output(
    key="child-sheet",
    title="Child sheet",
    group=Group.CHILD,
    what_for="One child at a glance: who they are, legal status, placement, workers, next dates, what is open.",
    formats=(OutputFormat.PDF, OutputFormat.WORD),
    make=_make,
    asks=(Asks.CHILD,),
    names=Names.ON_WISH,
    is_of_snapshot=True,
)
