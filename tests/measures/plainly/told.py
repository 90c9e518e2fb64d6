"""What is told of each thing counted, and who was responsible; by walking through the facts, not by the program's code.

A child's times in care are found by asking of each day who was looked after on it; an IRO by the latest start by then.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from iro_desktop.domain.records import CarerFacts, ChildFacts, Episode, Iro, ListEntry
from tests.rules.day_by_day import is_working_day
from tests.rules.reckoned_counts import birthday_of

MET, NOT_MET = "met", "not met"
UNKNOWN, UNTRACKED, TO_COME, OUTSIDE, ADULT = "unknown", "untracked", "to come", "outside", "adult"
UNDER_FOUR, NOT_SAID, NONE_DUE, NONE_HELD, NOT_SENT, GROWN_UP = (
    "under four", "not said", "none due", "none held", "not sent", "grown up",
)  # fmt: skip
CONTINUES = (None, "X1")


class Told(NamedTuple):
    """One thing counted: whose, by which day, what is said of it, and by whom and about what."""

    child: str
    day: date
    answer: str
    iro: str = ""
    team: str = ""
    about: tuple[tuple[str, str], ...] = ()  # by the words of the dimension
    amount: float | None = None


@dataclass
class Town:
    """An authority as this count sees it."""

    children: Sequence[ChildFacts]
    carers: Sequence[CarerFacts]
    iros: Sequence[Iro]
    lists: Sequence[ListEntry]
    today: date
    kept: dict[str, list[Told]] = field(default_factory=dict)  # what fell due, by child: the walk takes its time

    def told(
        self,
        facts: ChildFacts,
        day: date,
        answer: str,
        about: Mapping[str, str] | None = None,
        asked: date | None = None,
    ) -> Told:
        """Something about a child, with who was responsible on that day, or on the day ``asked``."""
        whose = asked or day
        said = tuple(sorted((about or {}).items()))
        return Told(facts.child.council_id, day, answer, self.iro_of(facts, whose), team_of(facts, whose), said)

    def iro_of(self, facts: ChildFacts, day: date) -> str:
        """Who reviewed the child on that day."""
        names = {one.id: one.name for one in self.iros}
        mine = [one for one in facts.allocations if one.from_on <= day and not (one.to_on and one.to_on < day)]
        return names.get(max(mine, key=lambda one: one.from_on).iro_id, "") if mine else ""

    def first_iro_of(self, facts: ChildFacts, stay: "Stay") -> str:
        """Who reviewed the child when the stay began; else who was first given it before it ended."""
        ends = min(stay.ended_on or self.today, self.today)
        later = sorted(one.from_on for one in facts.allocations if stay.first_on < one.from_on <= ends)
        days = [stay.first_on, *later[:1]]
        return next((name for name in (self.iro_of(facts, day) for day in days) if name), "")

    def words_of(self, entry_id: str | None) -> str:
        """The word of a list that stands for an entry now."""
        by_id = {one.id: one for one in self.lists}
        while entry_id in by_id and by_id[entry_id].merged_into:
            entry_id = by_id[entry_id].merged_into
        return by_id[entry_id].name if entry_id in by_id else ""


def team_of(facts: ChildFacts, day: date) -> str:
    """The team of the child's social worker on that day."""
    mine = [
        one
        for one in facts.workers
        if one.role.value == "social-worker" and one.from_on <= day and not (one.to_on and one.to_on < day)
    ]
    return max(mine, key=lambda one: one.from_on).team or "" if mine else ""


@dataclass
class Stay:
    """One time in care, told by its episodes."""

    episodes: list[Episode]
    ended_on: date | None = None

    @property
    def first_on(self) -> date:
        """The first day known of it."""
        return self.episodes[0].started_on

    @property
    def is_start_known(self) -> bool:
        """Whether care began on that day, as far as the file says."""
        return self.episodes[0].start_reason == "S"

    @property
    def is_short_breaks(self) -> bool:
        """Whether it is nothing but short breaks."""
        return {one.legal_status for one in self.episodes} <= {"V3", "V4"}

    def holds(self, day: date) -> bool:
        """Whether the child is looked after by it on that day; the day of exit is none of it."""
        return self.first_on <= day and not (self.ended_on is not None and self.ended_on <= day)

    def now(self, day: date) -> Episode:
        """The episode that runs on a day."""
        return [one for one in self.episodes if one.started_on <= day][-1]


def stays_of(facts: ChildFacts) -> list[Stay]:
    """Times in care, oldest first: an S begins one, and so does what follows an end."""
    found: list[Stay] = []
    for one in facts.episodes:
        if not found or one.start_reason == "S" or found[-1].ended_on is not None:
            if found and (found[-1].ended_on is None or found[-1].ended_on > one.started_on):
                found[-1].ended_on = one.started_on
            found.append(Stay([]))
        found[-1].episodes.append(one)
        if one.end_reason not in CONTINUES and one.ended_on is not None:
            found[-1].ended_on = one.ended_on
    return found


def stay_on(facts: ChildFacts, day: date) -> Stay | None:
    """The time in care of a day."""
    return next((one for one in stays_of(facts) if one.holds(day)), None)


def eighteen_on(facts: ChildFacts) -> date:
    """The day on which the child is one no more."""
    return birthday_of(facts.child.born_on, 18) if facts.child.born_on else date.max


def working_days(start: date, end: date) -> int:
    """Working days after the first day, to the last."""
    return sum(is_working_day(date.fromordinal(day)) for day in range(start.toordinal() + 1, end.toordinal() + 1))


def of_all(town: Town, told: Iterator[Told]) -> list[Told]:
    """What has come by today."""
    return [one for one in told if one.day <= town.today]
