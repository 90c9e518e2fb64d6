"""Invented children for the window's tests: names, dates and placements from a seed, nothing from anywhere else."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from iro_desktop.domain.acts import StateSiblingSplit
from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import LEGAL_STATUS, PLACEMENT, Task
from iro_desktop.services.plan_views import CircumstanceRow

TODAY = date(2026, 11, 23)
GIVEN = (
    "Jayden Maya Callum Ellie-May Tyrone Amina Leo Sophie Noah Isla Harvey Zara Idris Connor Freya Ollie Ruby Max "
    "Poppy Sam Kyle Layla Reuben Hana Mateo Skye Finley Aaliyah Rowan Bethan Kofi Willow Zuzanna Tariq Nell Ezra "
    "Chidi Orla Dylan Amber Grace Rio"
).split()
FAMILY = (
    "Pemberley Okoroji Rastin Tomlow Birchall Haddowe Kestrel Dunmoor Wexley Farrowby Silverlea Norcrest Bramwith "
    "Lowther Gorsedale Penhallow Ashgill Crowmarsh Thistleby Underhay"
).split()
IROS = ("Angela Marsh", "David Okafor", "Priya Nand")


@dataclass(frozen=True, slots=True)
class FakeTask:
    """A piece of work that is open."""

    task: Task
    due_on: date
    review_on: date | None
    is_theirs: bool = False


@dataclass(frozen=True, slots=True)
class FakeChild:
    """What the fake desk knows of a child."""

    id: str
    given: str
    family: str
    born_on: date | None
    iro: str
    legal: str
    placement: str
    since: date
    last_on: date | None
    number: int | None
    due_on: date | None
    booked_on: date | None
    booked_at: str
    tasks: tuple[FakeTask, ...]
    past: tuple[tuple[date, str], ...]
    not_held: bool = False
    mid_done_on: date | None = None
    circumstances: tuple[CircumstanceRow, ...] = ()
    overrides: tuple[tuple[str, date, str], ...] = ()  # rule, day set by hand, reason
    is_adjourned: bool = False
    record: ChildFacts | None = None  # what is on record, once something of it was changed
    split: StateSiblingSplit | None = None
    around: ChildFacts | None = None  # the people around them and the preparation, once an act touched it

    @property
    def short_name(self) -> str:
        """As lists show it."""
        return f"{self.given} {self.family[:1]}.".replace(" .", "")


@cache
def working_days(start: date, end: date) -> int:
    """Weekdays after ``start`` up to ``end``; negative the other way round."""
    if end < start:
        return -working_days(end, start)
    return sum((start + timedelta(n)).weekday() < 5 for n in range(1, (end - start).days + 1))


@cache
def plus_working_days(start: date, count: int) -> date:
    """So many weekdays later, or earlier where negative."""
    day, step = start, 1 if count >= 0 else -1
    for _ in range(abs(count)):
        day += timedelta(step)
        while day.weekday() > 4:
            day += timedelta(step)
    return day


def people(count: int, seed: int = 7) -> dict[str, FakeChild]:
    """So many children, in every standing."""
    chance = Random(seed)
    return {child.id: child for child in (_child(number, chance) for number in range(count))}


def _child(number: int, chance: Random) -> FakeChild:
    age_days = chance.randint(200, 17 * 365)
    born_on = None if chance.random() < 0.03 else TODAY - timedelta(age_days)
    ago = chance.choice((3, 9, 17, 24, 31, 45, 60, 80, 100, 120, 140, 160, 172, 176, 180, 184))
    last_on = _weekday(TODAY - timedelta(ago))
    due_on = last_on + timedelta(183)
    slack = chance.choice((0, 1, 2, 4, 6, 9, 11, 14, 20))
    booked_on = None if chance.random() < 0.2 else plus_working_days(due_on, -slack)
    return FakeChild(
        id=f"AB{number + 12:03d}",
        given=GIVEN[number % len(GIVEN)],
        family=FAMILY[(number * 7 + number // len(GIVEN)) % len(FAMILY)],
        born_on=born_on,
        iro=IROS[0] if number < 60 else IROS[number % 3],
        legal=chance.choice(("C1", "C2", "C2", "C2", "V2", "E1")),
        placement=chance.choice(("U6", "U6", "U4", "U3", "K2", "K3", "P1")),
        since=last_on - timedelta(chance.randint(200, 900)),
        last_on=last_on,
        number=chance.randint(1, 9),
        due_on=due_on,
        booked_on=booked_on,
        booked_at=chance.choice(("", "10:00", "14:30")),
        tasks=_tasks(last_on, chance),
        past=tuple(
            (last_on - timedelta(180 * n), f"{n + 1} back, PN{chance.randint(1, 6)}, in timescale") for n in range(4)
        ),
        mid_done_on=last_on + timedelta(90) if ago > 100 else None,
    )


def _weekday(day: date) -> date:
    while day.weekday() > 4:
        day -= timedelta(1)
    return day


def _tasks(last_on: date, chance: Random) -> tuple[FakeTask, ...]:
    due = {Task.RECOMMENDATIONS: 5, Task.MINUTES: 15, Task.LETTER: 15, Task.DISTRIBUTION: 20}
    since = working_days(last_on, TODAY)
    tasks = [
        FakeTask(task, plus_working_days(last_on, days), last_on)
        for task, days in due.items()
        if since <= days + 2 and chance.random() < 0.75
    ]
    if 5 <= since <= 14 and chance.random() < 0.7:
        tasks.append(FakeTask(Task.RESPONSE, plus_working_days(last_on, 10), last_on, is_theirs=True))
    if (TODAY - last_on).days < 100:
        tasks.append(FakeTask(Task.MID_POINT, _weekday(last_on + timedelta(92)), last_on))
    return tuple(tasks)


def legal_words(child: FakeChild) -> str:
    """The legal status in words."""
    return LEGAL_STATUS.get(child.legal, "")


def placement_words(child: FakeChild) -> str:
    """The placement in words."""
    return PLACEMENT.get(child.placement, "")
