"""From legal status and placements to SSDA903 episodes: each change of either ends one and begins the next."""

from collections.abc import Sequence
from datetime import date

from iro_desktop.domain.records import Episode
from iro_desktop.domain.vocabulary import CONTINUES, StartReason
from iro_desktop.services.sample.legal import LegalPath
from iro_desktop.services.sample.placements import Move

Ending = tuple[date, str]  # DEC and REC of the last episode


def episodes(path: LegalPath, moves: Sequence[Move], need: str, ending: Ending | None) -> tuple[Episode, ...]:
    """One stay's episodes, oldest first, without ids; ``None`` as ending: still looked after."""
    statuses, arrivals = dict(path), {move.on: move for move in moves}
    days = sorted({*statuses, *arrivals})
    status, placement = path[0][1], moves[0]
    found: list[Episode] = []
    for day, next_day in zip(days, [*days[1:], None], strict=True):
        status, placement = statuses.get(day, status), arrivals.get(day, placement)
        leaving_for = arrivals.get(next_day) if next_day else None
        ended_on, end_reason = (next_day, CONTINUES) if next_day else ending or (None, None)
        found.append(
            Episode(
                id="",
                child_id="",
                started_on=day,
                start_reason=_start_reason(day in statuses, arrivals.get(day)) if found else StartReason.STARTED,
                legal_status=status,
                need=need,
                placement=placement.place,
                provider=placement.provider,
                ended_on=ended_on,
                end_reason=end_reason,
                change_reason=leaving_for.why_the_last_ended if leaving_for else None,
            )
        )
    return tuple(found)


def _start_reason(legal_changed: bool, move: Move | None) -> StartReason:  # noqa: FBT001 a fact of the day, no switch
    if move is None:
        return StartReason.LEGAL
    if legal_changed:
        return StartReason.BOTH_SAME_CARER if move.is_same_carer else StartReason.BOTH
    return StartReason.PLACEMENT_SAME_CARER if move.is_same_carer else StartReason.PLACEMENT
