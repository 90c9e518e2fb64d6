"""The diary as a calendar file: in full by id, or busy times only. No name of a child is ever in it."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from iro_desktop.domain.dates import from_to
from iro_desktop.domain.errors import UserError
from iro_desktop.exchange.calendar_feed import FeedEvent, calendar_file
from iro_desktop.exchange.placing import placed
from iro_desktop.services.acting import Actor
from iro_desktop.services.calendar_called_off import called_off, moved_away
from iro_desktop.services.calendar_uids import identity
from iro_desktop.services.diary_by_id import entries_by_id
from iro_desktop.services.diary_views import CalendarShown, CalendarWish, DiaryEntry, EntryKind
from iro_desktop.services.names_out import log_export
from iro_desktop.services.planning.clock import USUAL_MINUTES
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.store import Store

ENDING = ".ics"
BUSY = "Busy"
_WEEKS_AHEAD = 26
_TIMED = frozenset({EntryKind.REVIEW, EntryKind.BLOCK})


@dataclass(frozen=True, slots=True)
class CalendarOut:
    """A calendar ready to be written."""

    content: bytes
    shown: CalendarShown


def wish_of(
    today: date,
    *,
    is_busy: bool = False,
    deadlines: bool = False,
    from_on: date | None = None,
    to_on: date | None = None,
) -> CalendarWish:
    """What is asked for; not said: from today, half a year on. Raises ``UserError`` where the days are turned round."""
    first = from_on or today
    last = to_on or first + timedelta(weeks=_WEEKS_AHEAD)
    if last < first:
        raise UserError("The last day lies before the first. Nothing was written. Check both days.")
    return CalendarWish(first, last, is_busy, deadlines and not is_busy)


def calendar_out(snapshot: Snapshot, iro: str | None, wish: CalendarWish) -> CalendarOut:
    """The events of the days asked for, as a file and in words."""
    entries = _entries(snapshot, iro, wish)
    wanted = [one for one in entries if _is_wanted(one, wish)]
    off = list(called_off(snapshot, iro, wish, BUSY))
    events = [*(_event(snapshot, one, wish) for one in wanted), *off]
    untimed = sum(one.kind is EntryKind.REVIEW and not one.at for one in entries) if wish.is_busy else 0
    counts = {kind: sum(one.kind is kind for one in wanted) for kind in EntryKind}
    return CalendarOut(
        calendar_file(events, snapshot.today), CalendarShown(len(events), _words(wish, counts, len(off), untimed))
    )


def write_calendar(store: Store, out: CalendarOut, wish: CalendarWish, path: Path, actor: Actor) -> CalendarShown:
    """Write the file, with its line in the history, or neither. Raises ``UserError``."""
    if path.suffix.lower() != ENDING:
        raise UserError(f"A calendar file ends in {ENDING}. Nothing was written. Choose such a name.", field="path")
    how = "busy times only" if wish.is_busy else "by id"
    with placed(path, out.content):
        log_export(
            store, f"Calendar of {_events(out.shown.events)} written, {how}, {from_to(wish.from_on, wish.to_on)}", actor
        )
    return out.shown


def _entries(snapshot: Snapshot, iro: str | None, wish: CalendarWish) -> list[DiaryEntry]:
    """Those of the days asked for, and reviews moved from one of them: an earlier file put them there."""
    moved = moved_away(snapshot, iro, wish)
    days = (wish.from_on, wish.to_on, *moved.values())
    found = entries_by_id(snapshot, iro, min(days), max(days))
    return [one for one in found if wish.from_on <= one.on <= wish.to_on or one.id in moved]


def _is_wanted(one: DiaryEntry, wish: CalendarWish) -> bool:
    if wish.is_busy:
        return one.kind in _TIMED and bool(one.at)
    if one.kind in {EntryKind.DUE, EntryKind.TO_BOOK}:
        return wish.deadlines
    return one.kind in {EntryKind.REVIEW, EntryKind.BLOCK, EntryKind.HEARING}


def _event(snapshot: Snapshot, one: DiaryEntry, wish: CalendarWish) -> FeedEvent:
    uid, sequence = identity(snapshot, one)
    return FeedEvent(
        uid,
        one.on,
        BUSY if wish.is_busy else _summary(one),
        one.at,
        one.minutes or USUAL_MINUTES,
        "" if wish.is_busy else one.place,
        sequence,
    )


def _summary(one: DiaryEntry) -> str:
    """By id: ``Review AB12 (third)``."""
    match one.kind:
        case EntryKind.REVIEW:
            number = one.what.lower().removesuffix(" review").removeprefix("review").strip()
            return f"Review {one.child} ({number})" if number else f"Review {one.child}"
        case EntryKind.BLOCK:
            return one.what
        case EntryKind.HEARING:
            return f"Hearing {one.child}"
        case EntryKind.TO_BOOK:
            return f"Last day: {one.what.removesuffix(' not booked').lower()} {one.child}"
        case _:
            return f"Due: {one.what.lower()} {one.child}"


def _words(wish: CalendarWish, counts: dict[EntryKind, int], off: int, untimed: int) -> str:
    """What will be in the file, before it is written."""
    said = [
        _counted(counts[EntryKind.REVIEW], "review"),
        _counted(counts[EntryKind.HEARING], "hearing"),
        _counted(counts[EntryKind.BLOCK], "time kept free", "times kept free"),
        _counted(counts[EntryKind.DUE] + counts[EntryKind.TO_BOOK], "deadline"),
        _counted(off, "cancelled review"),
    ]
    what = ", ".join(part for part in said if part) or "Nothing"
    left_out = f" {_counted(untimed, 'review')} without a time left out." if untimed else ""
    kind = (
        f"Each says “{BUSY}” and no more."
        if wish.is_busy
        else "Children by the council's id; no names, and no place that holds one."
    )
    return f"{what}, {from_to(wish.from_on, wish.to_on)}. {kind}{left_out}"


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}" if count else ""


def _events(count: int) -> str:
    return f"{count} event" if count == 1 else f"{count} events"
