"""The lines of a believable Today: what each of a few children contributes to it.

A caseload of sixty left to chance meets its IRO with a dozen lines too many on one day and none on the next. So about
one child in three is given a place in the review cycle that yields one line (a review five working days ago whose
recommendations are unsent: due today), and all the others' work is done.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from iro_desktop.domain.vocabulary import Task
from iro_desktop.services.sample.cycle import Cycle
from iro_desktop.services.sample.days import add_months
from iro_desktop.services.sample.world import World

_WRITE_UP = (Task.MINUTES, Task.LETTER)
_AFTER = frozenset(task for task in Task if task.value.startswith("after."))


class Begun(Enum):
    """Why a review is not complete after its first meeting."""

    SERIES = auto()
    ADJOURNED = auto()


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of today's list, or two where minutes and letter fall due together."""

    fits: Callable[[World, Cycle], bool]  # whether a drawn cycle yields the line
    undone: frozenset[Task] = frozenset()  # the newest review's work that is still to do
    shape: Callable[[Cycle], Cycle] = lambda drawn: drawn  # what becomes of the cycle then
    alone: bool = False  # the line is the review itself: brothers and sisters would double it
    booked: bool | None = None  # whether the next review is booked; None: as chance has it
    begun: Begun | None = None  # the newest review goes on: nothing follows it yet


def is_quiet(world: World, drawn: Cycle) -> bool:
    """Whether nothing of this child's reviews is on today's list: neither due, nor booked, nor to be written up."""
    if drawn.held and drawn.held[-1] >= world.recent_from:
        return False
    return drawn.due_on > world.in_five and drawn.planned_on is not None and drawn.planned_on > world.in_five


def _held(working_days_ago: int, *undone: Task) -> Slot:
    def fits(world: World, drawn: Cycle) -> bool:
        return drawn.held[-1:] == (world.ago(working_days_ago),) and drawn.due_on > world.in_five

    return Slot(fits, frozenset(undone))


def _mid_point(earliest: int, latest: int) -> Slot:
    def fits(world: World, drawn: Cycle) -> bool:
        if len(drawn.held) < 2 or drawn.due_on != add_months(drawn.held[-1], 6):
            return False
        due_on = add_months(drawn.held[-1], 3)
        return _ahead(world, earliest) <= due_on <= _ahead(world, latest)

    return Slot(fits, frozenset({Task.MID_POINT}))


def _ahead(world: World, working_days: int) -> date:
    return world.calendar.add(world.today, working_days)


def _booked(earliest: int, latest: int) -> Slot:
    """Booked for a day so many working days ahead, and in time."""

    def fits(world: World, drawn: Cycle) -> bool:
        if drawn.planned_on is None or drawn.planned_on > drawn.due_on:
            return False
        return _ahead(world, earliest) <= drawn.planned_on <= _ahead(world, latest)

    return Slot(fits, alone=True, booked=True)


def _unrecorded() -> Slot:
    """Booked for one of the last days, and nothing says what happened; there are lawful days left."""

    def fits(world: World, drawn: Cycle) -> bool:
        return bool(drawn.held) and drawn.held[-1] >= world.ago(4) and drawn.lawful[-1] > world.today

    return Slot(fits, shape=lambda drawn: drawn.without_last(planned=True), alone=True, booked=True)


def _goes_on(earliest: int, latest: int, how: Begun) -> Slot:
    """The newest review, later than the second and in time, began so many working days ago and is not complete."""

    def fits(world: World, drawn: Cycle) -> bool:
        if len(drawn.held) < 3 or drawn.held[-1] > drawn.lawful[-1]:
            return False
        return world.ago(earliest) <= drawn.held[-1] <= world.ago(latest)

    return Slot(fits, _AFTER, alone=True, booked=True, begun=how)


def _missed() -> Slot:
    """Past its last lawful day, not held, nothing booked."""

    def fits(world: World, drawn: Cycle) -> bool:
        return bool(drawn.held) and world.ago(8) <= drawn.lawful[-1] <= world.ago(2)

    return Slot(fits, shape=lambda drawn: drawn.without_last(planned=False), alone=True, booked=False)


# For sixty children, in such an order that the first few are a fair choice for a smaller caseload.
SLOTS = (
    _held(5, Task.RECOMMENDATIONS),
    _unrecorded(),
    _held(17, Task.MINUTES),
    _held(11, *_WRITE_UP),
    _mid_point(2, 4),
    _booked(2, 5),
    _held(15, Task.MINUTES),
    _held(1, Task.RECOMMENDATIONS),
    _missed(),
    _held(6, Task.RECOMMENDATIONS),
    _mid_point(1, 3),
    _booked(0, 0),
    _held(13, *_WRITE_UP),
    _held(5, Task.RECOMMENDATIONS),
    _unrecorded(),
    _held(16, Task.LETTER),
    _held(15, Task.LETTER),
    _mid_point(3, 5),
    _held(3, Task.RECOMMENDATIONS),
    _booked(1, 3),
    _mid_point(-4, -1),
    _goes_on(16, 12, Begun.SERIES),
    _goes_on(13, 10, Begun.ADJOURNED),
)


def slots_for(children: int) -> list[Slot]:
    """The lines of a caseload of that size; a somewhat larger caseload gets no more than one of sixty."""
    wanted = round(len(SLOTS) * children / 60)
    if children <= 75:
        wanted = min(wanted, len(SLOTS))
    return [SLOTS[index % len(SLOTS)] for index in range(wanted)]
