"""Acts about the diary's own time: kept free for writing up, and given back."""

from iro_desktop.domain.acts import BlockTime, FreeTime
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import DiaryBlock
from iro_desktop.services.booking_acts import clock_time
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.planning.clock import minute_of, overlap
from iro_desktop.services.workspace import Workspace

LEAST, MOST = 5, 600  # minutes
_MIDNIGHT = 24 * 60


def block_time(act: BlockTime, work: Workspace) -> None:
    """Keep time free. A review may be booked into it all the same; two such times do not overlap."""
    iro, what = work.iro(act.iro), words_of(act.what)
    starts_at = clock_time(act.starts_at)
    if starts_at is None or what is None:
        raise UserError("Say from when, and what the time is kept for. Nothing was saved.")
    if act.on < work.today:
        raise UserError(f"{short(act.on)} has passed. Nothing was saved. Choose today or a later day.", field="on")
    if not LEAST <= act.minutes <= MOST or minute_of(starts_at) + act.minutes > _MIDNIGHT:
        raise UserError(
            f"Keep {LEAST} to {MOST} minutes of one day. Nothing was saved. Check how long it is.", field="minutes"
        )
    block = DiaryBlock(work.new_id(), iro.id, act.on, starts_at, act.minutes, what)
    for one in work.all(DiaryBlock):
        if one.iro_id == iro.id and one.on == act.on and overlap(one.starts_at, starts_at, one.minutes, act.minutes):
            raise UserError(
                f"Time is kept free from {one.starts_at} for {one.minutes} minutes already. Nothing was saved. "
                "Choose another time, or give that one free first.",
                field="starts_at",
            )
    work.put(block)


def free_time(act: FreeTime, work: Workspace) -> None:
    """Give kept time free again."""
    iro, starts_at = work.iro(act.iro), clock_time(act.starts_at)
    for one in work.all(DiaryBlock):
        if (one.iro_id, one.on, one.starts_at) == (iro.id, act.on, starts_at):
            work.remove(one)
            return
    raise UserError(f"No time is kept free on {short(act.on)} at {starts_at}. Nothing was changed. Look again.")
