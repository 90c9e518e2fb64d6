"""The diary: a run of days as one more view of the facts and the one stream of deadlines; it reckons no date itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from iro_desktop.domain.dates import from_to, with_weekday
from iro_desktop.domain.records import Booking, Circumstance
from iro_desktop.domain.vocabulary import Authority, BookingStatus, CircumstanceKind, Ownership, ReviewKind, Standing
from iro_desktop.rules.compute import next_pathway_review, next_review
from iro_desktop.rules.model import Deadline
from iro_desktop.services.diary_clashes import with_clashes
from iro_desktop.services.diary_views import DiaryDay, DiaryEntry, DiaryView, EntryKind
from iro_desktop.services.planning.before_after import margin_words
from iro_desktop.services.planning.owed import days_from_to, limit_of, owed_next
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.today import EVERYBODY, with_work
from iro_desktop.services.whose import carer_iro, carers_of
from iro_desktop.services.words import asks_for_review, display_name, place_words, standing_words, what_of

GROUPED_FROM = 3  # so many of one kind on one day stand on one line
_ORDER = {kind: position for position, kind in enumerate(EntryKind)}


def diary(snapshot: Snapshot, iro: str | None, from_on: date, to_on: date, *, theirs: bool = False) -> DiaryView:
    """Every day from the first to the last, both included; ``theirs``: with what others owe, too."""
    children = with_work(snapshot, iro)
    found: dict[date, list[DiaryEntry]] = defaultdict(list)
    for entry in _entries(snapshot, iro, children, (from_on, to_on), theirs=theirs):
        found[entry.on].append(entry)
    days = tuple(_day(snapshot, on, found.get(on, [])) for on in days_from_to(from_on, to_on))
    entries = [one for day in days for one in day.entries]
    return DiaryView(
        snapshot.today,
        from_on,
        to_on,
        iro or EVERYBODY,
        days,
        len(snapshot.in_scope(iro)),
        sum(one.kind is EntryKind.REVIEW for one in entries),
        sum(one.is_late for one in entries),
        sum(one.standing is Standing.NOT_RECORDED for one in entries),
        sum(len(one.parts) or 1 for one in entries if one.kind is EntryKind.DUE),
        sum(day.clashes for day in days),
    )


def _day(snapshot: Snapshot, on: date, entries: list[DiaryEntry]) -> DiaryDay:
    is_working = snapshot.calendar.is_working(on)
    note = "" if is_working else snapshot.calendar.name_of(on) or "weekend"
    ordered = sorted(_grouped(with_clashes(snapshot, entries)), key=_place)
    return DiaryDay(on, is_working, note, tuple(ordered))


def _place(one: DiaryEntry) -> tuple[bool, str, int, str, str]:
    """What lasts all day first, then by the clock, then what only has to be done some time that day."""
    by_clock = one.at or ("" if one.kind in _ALL_DAY else "99")
    return by_clock != "", by_clock, _ORDER[one.kind], one.name, one.id


_ALL_DAY = frozenset({EntryKind.HOLIDAY, EntryKind.LEAVE, EntryKind.HEARING})


def _entries(
    snapshot: Snapshot, iro: str | None, children: list[ChildNow], days: tuple[date, date], *, theirs: bool
) -> Iterator[DiaryEntry]:
    yield from _holidays(snapshot, days)
    yield from _leave(snapshot, iro, days)
    yield from _blocks(snapshot, iro, days)
    yield from _carers(snapshot, iro, days)
    for child in children:
        yield from _held(child, days)
        for entry in _ahead(snapshot, child):
            if _within(entry.on, days) and (theirs or entry.kind is not EntryKind.THEIRS):
                yield entry


def _ahead(snapshot: Snapshot, child: ChildNow) -> tuple[DiaryEntry, ...]:
    """A child's hearings, open bookings and open deadlines, on whatever day, with what others owe."""
    return snapshot.kept.of_one(
        "diary",
        child.facts.child.council_id,
        child,
        lambda: (*_hearings(child), *_booked(snapshot, child), *_due(child)),
    )


def _holidays(snapshot: Snapshot, days: tuple[date, date]) -> Iterator[DiaryEntry]:
    for on in days_from_to(*days):
        name = snapshot.calendar.name_of(on)
        if name is not None:
            yield DiaryEntry(f"holiday/{on}", on, EntryKind.HOLIDAY, name)


def _leave(snapshot: Snapshot, iro: str | None, days: tuple[date, date]) -> Iterator[DiaryEntry]:
    """A line for each working day of it: on other days nobody is missed."""
    names = {one.id: one.name for one in snapshot.iros}
    for one in snapshot.leave:
        whose = names.get(one.iro_id, "")
        if iro is not None and whose != iro:
            continue
        for on in days_from_to(max(one.from_on, days[0]), min(one.to_on, days[1])):
            if snapshot.calendar.is_working(on):
                what = f"{whose} away" if iro is None else "Away"
                detail = f"{one.kind.label}, {from_to(one.from_on, one.to_on)}"
                yield DiaryEntry(f"leave/{one.id}/{on}", on, EntryKind.LEAVE, what, iro=whose, detail=detail)


def _blocks(snapshot: Snapshot, iro: str | None, days: tuple[date, date]) -> Iterator[DiaryEntry]:
    """Time kept free."""
    names = {one.id: one.name for one in snapshot.iros}
    for one in snapshot.blocks:
        whose = names.get(one.iro_id, "")
        if _within(one.on, days) and (iro is None or whose == iro):
            yield DiaryEntry(
                f"block/{one.id}",
                one.on,
                EntryKind.BLOCK,
                one.what,
                iro=whose,
                at=one.starts_at,
                minutes=one.minutes,
                detail=f"{one.minutes} minutes",
            )


def _carers(snapshot: Snapshot, iro: str | None, days: tuple[date, date]) -> Iterator[DiaryEntry]:
    """The days booked for reviews of foster carers; of a review not booked, the day on which it is due."""
    for carer in carers_of(snapshot, iro):
        reference, whose = carer.facts.carer.reference, carer_iro(snapshot, carer)
        for one in carer.deadlines:
            on = one.booked_on or one.due_on
            if not one.is_open or on is None or one.rule.ownership is not Ownership.MINE or not _within(on, days):
                continue
            what = f"{one.rule.what}, foster carer {reference}"
            is_late = one.booked_on is not None and one.due_on is not None and one.booked_on > one.due_on
            yield DiaryEntry(
                f"carer/{reference}/{one.trigger_on}",
                on,
                EntryKind.CARER,
                what if one.booked_on else f"{what}: not booked",
                iro=whose,
                deadline_id=one.id,
                standing=one.standing,
                detail=standing_words(one),
                is_late=is_late,
            )


def _hearings(child: ChildNow) -> Iterator[DiaryEntry]:
    for one in child.facts.circumstances:
        if one.kind is CircumstanceKind.HEARING:
            yield _of_child(child, f"hearing/{one.id}", one.from_on, EntryKind.HEARING, _hearing_words(one))


def _hearing_words(one: Circumstance) -> str:
    words = one.note or CircumstanceKind.HEARING.label
    return words[:1].upper() + words[1:]


def _held(child: ChildNow, days: tuple[date, date]) -> Iterator[DiaryEntry]:
    if not child.facts.reviews or child.facts.reviews[-1].held_on < days[0]:
        return  # they stand in their order: of most children none was held in those days
    for one in child.facts.reviews:
        if _within(one.held_on, days):
            what = "Pathway plan review held" if one.kind is ReviewKind.PATHWAY else "Review held"
            entry = _of_child(child, f"held/{one.id}", one.held_on, EntryKind.HELD, what)
            yield replace(entry, standing=Standing.MET)


def _booked(snapshot: Snapshot, child: ChildNow) -> Iterator[DiaryEntry]:
    """The open bookings; one that passed stands on its day until it is said what became of it."""
    for one in child.facts.bookings:
        held_since = any(held.held_on >= one.review_on for held in child.facts.reviews)
        if one.status is BookingStatus.OPEN and not held_since:
            yield _booking(snapshot, child, one)


def _booking(snapshot: Snapshot, child: ChildNow, one: Booking) -> DiaryEntry:
    owed = owed_next(child)
    is_next = owed is not None and owed.booked_on == one.review_on
    limit = limit_of(owed) if is_next else None
    has_passed = one.review_on < snapshot.today
    is_late = limit is not None and one.review_on > limit
    entry = _of_child(
        child, f"booking/{one.id}", one.review_on, EntryKind.REVIEW, _asked(one, owed if is_next else None)
    )
    return replace(
        entry,
        at=one.at or "",
        place=place_words(one),
        deadline_id=owed.id if owed and is_next else "",
        standing=Standing.NOT_RECORDED if has_passed else Standing.OVERDUE if is_late else Standing.UPCOMING,
        detail="Was it held?" if has_passed else _margin(snapshot, one.review_on, owed if is_next else None),
        last_lawful=limit,
        slack=None if limit is None else snapshot.calendar.between(one.review_on, limit),
        is_late=is_late,
        can_move=is_next,
    )


def _asked(one: Booking, owed: Deadline | None) -> str:
    if owed is not None:
        return what_of(owed)
    return "Pathway plan review" if one.kind is ReviewKind.PATHWAY else "Review"


def _margin(snapshot: Snapshot, on: date, owed: Deadline | None) -> str:
    limit = limit_of(owed)
    if owed is None or limit is None:
        return "no limit is known"
    called = "last lawful" if owed.rule.authority is Authority.STATUTE else "at the latest about"
    return f"{margin_words(on, limit, snapshot.calendar)} ({called} {with_weekday(limit)})"


def _due(child: ChildNow) -> Iterator[DiaryEntry]:
    """Open deadlines on the day they fall due; a review that is booked stands on its own day instead."""
    first = (next_review(child.owed), next_pathway_review(child.owed))
    for one in child.owed:
        if one.due_on is None or one.rule.is_earliest:
            continue
        if asks_for_review(one) and (one.booked_on is not None or one not in first):
            continue  # several limits that ask for one review are one piece of work
        if asks_for_review(one):
            yield _owed(child, one, EntryKind.TO_BOOK)
        elif one.rule.ownership is Ownership.MINE:
            yield _owed(child, one, EntryKind.DUE)
        elif one.rule.ownership is Ownership.THEIRS:
            yield _owed(child, one, EntryKind.THEIRS)


def _owed(child: ChildNow, one: Deadline, kind: EntryKind) -> DiaryEntry:
    assert one.due_on is not None
    what = f"{what_of(one)} not booked" if kind is EntryKind.TO_BOOK else one.rule.what
    entry = _of_child(child, f"due/{one.id}", one.due_on, kind, what)
    return replace(entry, deadline_id=one.id, standing=one.standing, detail=standing_words(one))


def _of_child(child: ChildNow, entry_id: str, on: date, kind: EntryKind, what: str) -> DiaryEntry:
    record = child.facts.child
    return DiaryEntry(entry_id, on, kind, what, child=record.council_id, name=display_name(record), iro=child.iro or "")


def _within(on: date, days: tuple[date, date]) -> bool:
    return days[0] <= on <= days[1]


def _grouped(entries: Iterable[DiaryEntry]) -> Iterator[DiaryEntry]:
    """Deadlines of one kind and standing that fall due together as one line, from three on."""
    alike: dict[tuple[EntryKind, str, Standing | None], list[DiaryEntry]] = defaultdict(list)
    for one in entries:
        if one.kind in {EntryKind.DUE, EntryKind.THEIRS}:
            alike[one.kind, one.what, one.standing].append(one)
        else:
            yield one
    for (kind, what, standing), same in alike.items():
        if len(same) < GROUPED_FROM:
            yield from same
        else:
            ordered = tuple(sorted(same, key=_place))
            words = f"{len(same)} × {what[:1].lower()}{what[1:]}"
            group_id = f"group/{kind}/{same[0].on}/{what}/{standing}"
            yield DiaryEntry(
                group_id, same[0].on, kind, words, standing=standing, detail=ordered[0].detail, parts=ordered
            )
