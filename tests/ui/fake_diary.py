"""The fake desk's diary: what its children have booked and owe, laid on days by the plainest of rules."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.vocabulary import CircumstanceKind, Standing
from iro_desktop.services.diary_views import DiaryDay, DiaryEntry, DiaryView, EntryKind, LedgerLine
from tests.ui.fake_people import TODAY, FakeChild, working_days


def diary_of(
    children: Mapping[str, FakeChild], scope: str | None, from_on: date, to_on: date, *, theirs: bool
) -> DiaryView:
    found: dict[date, list[DiaryEntry]] = defaultdict(list)
    for child in children.values():
        for entry in _entries(child, theirs=theirs):
            found[entry.on].append(entry)
    shown = (from_on + timedelta(days=n) for n in range((to_on - from_on).days + 1))
    days = tuple(_day(on, found[on]) for on in shown)
    entries = [one for day in days for one in day.entries]
    return DiaryView(
        TODAY,
        from_on,
        to_on,
        scope or "all IROs",
        days,
        len(children),
        sum(one.kind is EntryKind.REVIEW for one in entries),
        sum(one.is_late for one in entries),
        sum(one.standing is Standing.NOT_RECORDED for one in entries),
        sum(one.kind is EntryKind.DUE for one in entries),
        sum(day.clashes for day in days),
    )


def _day(on: date, entries: list[DiaryEntry]) -> DiaryDay:
    is_working = on.weekday() < 5
    return DiaryDay(on, is_working, "" if is_working else "weekend", tuple(_grouped(_clashing(entries))))


def _clashing(entries: list[DiaryEntry]) -> list[DiaryEntry]:
    by_time = defaultdict(list)
    for one in entries:
        if one.kind is EntryKind.REVIEW and one.at and one.on >= TODAY:
            by_time[one.at].append(one)
    shown = []
    for one in sorted(entries, key=lambda each: (each.at or "99", each.kind, each.name)):
        others = [other for other in by_time[one.at] if other.id != one.id] if one.at else []
        words = tuple(f"At the same time as {other.title} ({other.at})." for other in others)
        shown.append(replace(one, clashes=words))
    return shown


def _grouped(entries: list[DiaryEntry]) -> Iterator[DiaryEntry]:
    alike = defaultdict(list)
    for one in entries:
        if one.kind is EntryKind.DUE:
            alike[one.what, one.standing].append(one)
        else:
            yield one
    for (what, standing), same in alike.items():
        if len(same) < 3:
            yield from same
        else:
            group_id = f"group/{same[0].on}/{what}"
            words = f"{len(same)} × {what.lower()}"
            yield DiaryEntry(group_id, same[0].on, EntryKind.DUE, words, standing=standing, parts=tuple(same))


def _entries(child: FakeChild, *, theirs: bool) -> Iterator[DiaryEntry]:
    if child.booked_on and child.due_on:
        spare = working_days(child.booked_on, child.due_on)
        is_late, has_passed = child.booked_on > child.due_on, child.booked_on < TODAY
        standing = Standing.NOT_RECORDED if has_passed else Standing.OVERDUE if is_late else Standing.UPCOMING
        in_words = f"in timescale, {spare} working days to spare (last lawful {with_weekday(child.due_on)})"
        yield _of(
            child,
            DiaryEntry(
                f"booking/{child.id}",
                child.booked_on,
                EntryKind.REVIEW,
                "Third review",
                at=child.booked_at,
                deadline_id=f"{child.id}/review",
                standing=standing,
                detail="Was it held?" if has_passed else in_words,
                last_lawful=child.due_on,
                slack=spare,
                is_late=is_late,
                can_move=True,
            ),
        )
    elif child.due_on:
        yield _of(child, DiaryEntry(f"due/{child.id}", child.due_on, EntryKind.TO_BOOK, "Third review not booked"))
    if child.last_on:
        yield _of(child, DiaryEntry(f"held/{child.id}", child.last_on, EntryKind.HELD, "Review held"))
    for one in child.circumstances:
        if one.kind is CircumstanceKind.HEARING:
            yield _of(child, DiaryEntry(f"hearing/{child.id}", one.from_on, EntryKind.HEARING, "Court hearing"))
    for task in child.tasks:
        kind = EntryKind.THEIRS if task.is_theirs else EntryKind.DUE
        if theirs or not task.is_theirs:
            standing = Standing.OVERDUE if task.due_on < TODAY else Standing.DUE_SOON
            entry_id = f"{child.id}/{task.task.value}"
            what = task.task.label
            yield _of(
                child,
                DiaryEntry(f"due/{entry_id}", task.due_on, kind, what, deadline_id=entry_id, standing=standing),
            )


def _of(child: FakeChild, entry: DiaryEntry) -> DiaryEntry:
    return replace(entry, child=child.id, name=child.short_name, iro=child.iro)


def ledger_of(child: FakeChild) -> tuple[LedgerLine, ...]:
    """The open booking, and the one it was moved from."""
    if child.booked_on is None:
        return ()
    before = child.booked_on - timedelta(days=7)
    told = ("the child", "School trip, and the carer could not come either on that day", 4, True)
    made = LedgerLine(child.booked_on, child.booked_at, "School", TODAY, "booked", None, "", "", None, True)
    words = f"moved to {with_weekday(child.booked_on)}"
    return made, LedgerLine(before, "", "", before - timedelta(days=30), words, TODAY, *told)
