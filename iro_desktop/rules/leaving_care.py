"""Who is entitled as a care leaver, worked out from the care history: the status of a day, its reason, what comes next.

Children Act 1989 Sch 2 para 19B and ss.23A, 23C, 24; SI 2010/959 reg 40 (13 weeks since the 14th birthday, some of it
at or after 16); SI 2010/2571 reg 3(4) (six months at home). Short breaks of reg 48 count for nothing; remand counts as
being looked after (LASPO 2012 s.104). Thirteen weeks are complete at the end of the 91st day: entitled from the day
after it, whether that day is still one in care or the day of exit (an interpretation). What a person stated stands
beside it, and goes on as the law has it: stated eligible, a young person is former relevant at eighteen.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from iro_desktop.domain.care import PeriodOfCare, periods_of_care
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.records import ChildFacts, Circumstance
from iro_desktop.domain.vocabulary import SHORT_BREAK_STATUSES, CircumstanceKind, InTouch, LeaverStatus
from iro_desktop.rules.offsets import add_months

THIRTEEN_WEEKS = 91  # days looked after since the 14th birthday (reg 40)
FOURTEEN, SIXTEEN, ADULT, TWENTY_ONE, TWENTY_FIVE = 14, 16, 18, 21, 25
ENTITLED = frozenset({LeaverStatus.ELIGIBLE, LeaverStatus.RELEVANT, LeaverStatus.FORMER_RELEVANT})
AFTER_CARE = frozenset({LeaverStatus.RELEVANT, LeaverStatus.FORMER_RELEVANT})  # whose plan is reviewed on its own
_DAY = timedelta(days=1)
_NOTHING = LeaverStatus.NONE
_GONE = {"E2": "The death of the child is recorded", "E3": "Care was taken over by another authority"}  # SSDA903 REC
StatusOn = Callable[[date], LeaverStatus | None]  # a question for the status of a day


class Eligibility(NamedTuple):
    """Since when a child has been eligible, and what became of it."""

    on: date  # first day as an eligible child; the day of exit itself, where the 13 weeks were complete on its eve
    left_on: date | None  # left care at 16 or 17: relevant from then on


class Stay(NamedTuple):
    """An unbroken time of being looked after, short breaks left out."""

    first_on: date
    ended_on: date | None  # day of exit, which no longer counts; None: still looked after

    def holds(self, day: date) -> bool:
        """Whether the child was looked after on that day."""
        return self.first_on <= day and (self.ended_on is None or day < self.ended_on)

    def days(self, first: date, until: date) -> int:
        """How many of its days lie from ``first`` on and before ``until``."""
        return max(0, (min(self.ended_on or date.max, until) - max(self.first_on, first)).days)


def eligibility(periods: Sequence[PeriodOfCare], born_on: date | None) -> Eligibility | None:
    """Looked after for 13 weeks since the 14th birthday, some of it at 16 or 17; short breaks do not count (reg 40)."""
    return eligible_by(stays_of(periods), born_on) if born_on is not None else None


def eligible_by(stays: Sequence[Stay], born_on: date) -> Eligibility | None:
    """The same, by the stays that count, oldest first."""
    fourteen, sixteen, adult_on = (birthday(born_on, years) for years in (FOURTEEN, SIXTEEN, ADULT))
    needed = THIRTEEN_WEEKS
    for stay in stays:
        start, end = max(stay.first_on, fourteen), min(stay.ended_on or date.max, adult_on)
        if end <= start:
            continue
        on = max(start + timedelta(days=needed), sixteen)
        if on <= end and end > sixteen:
            return Eligibility(on, _left(stays, on, adult_on))
        needed = max(0, needed - (end - start).days)
    return None


def _left(stays: Sequence[Stay], eligible_on: date, adult_on: date) -> date | None:
    """The last day of exit at 16 or 17 since being eligible; ``None``: looked after until eighteen, or back again."""
    last = [one for one in stays if one.first_on < adult_on][-1].ended_on  # nobody of age is looked after
    return last if last is not None and eligible_on <= last < adult_on else None


def stays_of(periods: Sequence[PeriodOfCare]) -> tuple[Stay, ...]:
    """The times in care that count, oldest first; those that follow on one another are one."""
    found: list[Stay] = []
    for period in periods:
        for index, episode in enumerate(period.episodes):
            if episode.legal_status in SHORT_BREAK_STATUSES:
                continue
            last = index + 1 == len(period.episodes)
            end = period.ended_on if last else period.episodes[index + 1].started_on
            if end is not None and end <= episode.started_on:
                continue
            if found and found[-1].ended_on == episode.started_on:
                found[-1] = Stay(found[-1].first_on, end)
            else:
                found.append(Stay(episode.started_on, end))
    return tuple(found)


def home_turns_on(facts: ChildFacts, home: Circumstance, stays: Sequence[Stay]) -> date | None:
    """The day on which six months at home with a parent are over; ``None``: broken off before, or not by eighteen."""
    six_months_on = add_months(home.from_on, 6)
    born_on = facts.child.born_on
    if born_on is None or six_months_on >= birthday(born_on, ADULT):
        return None  # a relevant child becomes a qualifying one; nobody does at eighteen or later
    if home.to_on is not None and home.to_on < six_months_on:
        return None
    again_on = back_on(home, stays)
    return None if again_on is not None and again_on <= six_months_on else six_months_on


def back_on(home: Circumstance, stays: Sequence[Stay]) -> date | None:
    """The day on which care began again, and the time at home was over."""
    return next((one.first_on for one in stays if one.first_on > home.from_on), None)


def gone(facts: ChildFacts, periods: Sequence[PeriodOfCare], today: date) -> tuple[date, str] | None:
    """The day from which nothing is owed here any more, and why: dead, or another authority's; ``None``: neither."""
    died = min((one.on for one in facts.touches if one.in_touch is InTouch.DIED and one.on <= today), default=None)
    if died is not None:
        return died, "The death of the young person is recorded"
    last = periods[-1] if periods else None
    why = _GONE.get(last.episodes[-1].end_reason or "") if last is not None else None
    if last is None or why is None or last.ended_on is None or last.ended_on > today:
        return None
    return last.ended_on, why


class History:
    """One young person's history as it stood on a day, asked for the status of any day."""

    def __init__(self, facts: ChildFacts, today: date) -> None:
        """Facts dated after ``today`` have not happened yet."""
        self.facts = facts
        self.today = today
        told = tuple(one for one in facts.episodes if one.started_on <= today)
        self.periods = periods_of_care(told)
        self.stays = tuple(
            one._replace(ended_on=None) if one.ended_on is not None and one.ended_on > today else one
            for one in stays_of(self.periods)
        )
        self.born_on = facts.child.born_on or date.max.replace(year=date.max.year - 30)
        ages = (FOURTEEN, SIXTEEN, ADULT, TWENTY_ONE, TWENTY_FIVE)
        self.fourteen, self.sixteen, self.adult_on, self.twenty_one, self.twenty_five = (
            birthday(self.born_on, years) for years in ages
        )
        so = [one for one in facts.circumstances if one.from_on <= today]
        self.homes = [one for one in so if one.kind is CircumstanceKind.HOME_TO_PARENT]
        self.followed = [one for one in so if one.kind is CircumstanceKind.CARE_LEAVER]
        self.studies = [one for one in so if one.kind is CircumstanceKind.EDUCATION_RESUMED]
        self.statements = [one for one in so if one.kind is CircumstanceKind.ELIGIBILITY and one.detail]
        self.eligible = eligible_by(self.stays, self.born_on)
        self.gone = gone(facts, self.periods, today)

    # --- the status of a day

    def computed_on(self, day: date) -> LeaverStatus:
        """By the care history, and by being followed here as a care leaver."""
        if not self.sixteen <= day < self.twenty_five or self.is_gone(day):
            return _NOTHING
        is_entitled = self.eligible is not None and self.eligible.on <= day
        if self.is_in_care(day):
            return LeaverStatus.ELIGIBLE if is_entitled else _NOTHING
        if is_entitled or any(holds(one, day) for one in self.followed):
            if any(self.has_settled(home, day) for home in self.homes):
                return self._qualifying_on(day)
            return LeaverStatus.RELEVANT if day < self.adult_on else LeaverStatus.FORMER_RELEVANT
        return self._qualifying_on(day) if self.was_in_care_at_sixteen(day) else _NOTHING

    def stated_on(self, day: date) -> LeaverStatus | None:
        """By the newest statement that holds on that day, gone on as the law has it; ``None``: nobody stated."""
        holding = [one for one in self.statements if holds(one, day)]
        if not holding:
            return None
        if self.is_gone(day):
            return _NOTHING
        status = LeaverStatus(str(holding[-1].detail))
        if self.facts.child.born_on is None or status not in ENTITLED:
            return self._qualifying_on(day) if status is LeaverStatus.QUALIFYING else status
        if day >= self.twenty_five:
            return _NOTHING
        if day >= self.adult_on or status is LeaverStatus.FORMER_RELEVANT:
            return LeaverStatus.FORMER_RELEVANT
        if self.is_in_care(day) or (status is LeaverStatus.ELIGIBLE and not self.stays):
            return LeaverStatus.ELIGIBLE
        return LeaverStatus.RELEVANT

    def is_gone(self, day: date) -> bool:
        """Whether nothing is owed here any more by that day."""
        return self.gone is not None and self.gone[0] <= day

    def is_in_care(self, day: date) -> bool:
        """Nobody of age is looked after."""
        return day < self.adult_on and any(one.holds(day) for one in self.stays)

    def was_in_care_at_sixteen(self, day: date) -> bool:
        """Whether a day of care at 16 or 17 lies before that day (s.24)."""
        return any(one.days(self.sixteen, min(day, self.adult_on)) > 0 for one in self.stays)

    def _qualifying_on(self, day: date) -> LeaverStatus:
        """To 21; to 25 in education (s.24, s.24B)."""
        studies = any(holds(one, day) for one in self.studies)
        until = self.twenty_five if studies else self.twenty_one
        return LeaverStatus.QUALIFYING if day < until else _NOTHING

    def has_settled(self, home: Circumstance, day: date) -> bool:
        """Whether six months at home were over by that day, and the arrangement goes on."""
        turns_on = home_turns_on(self.facts, home, self.stays)
        if turns_on is None or not turns_on <= day or not holds(home, day):
            return False
        again_on = back_on(home, self.stays)
        return again_on is None or day < again_on

    # --- since when, and what next

    def days_of_change(self) -> list[date]:
        """Every day on which the status may change, in order."""
        days = {self.sixteen, self.adult_on, self.twenty_one, self.twenty_five}
        for stay in self.stays:
            days |= {stay.first_on, *([stay.ended_on] if stay.ended_on else [])}
        days |= {self.eligible.on} if self.eligible is not None else set()
        days |= {self.gone[0]} if self.gone is not None else set()
        for one in (*self.homes, *self.followed, *self.studies, *self.statements):
            days |= {one.from_on, *([one.to_on + _DAY] if one.to_on and one.to_on < date.max else [])}
        days |= {day for home in self.homes if (day := home_turns_on(self.facts, home, self.stays)) is not None}
        return sorted(days)

    def since(self, status_on: StatusOn, status: LeaverStatus) -> date | None:
        """Since when the status of today has been so without a break; ``None``: nothing began it."""
        since: date | None = None
        for day in (one for one in self.days_of_change() if one <= self.today):
            if status_on(day) is not status:
                since = None
            elif since is None:
                since = day
        return since

    def coming(self, status_on: StatusOn, status: LeaverStatus) -> tuple[date, LeaverStatus, str] | None:
        """The day of the next change if nothing else happens, the status from then on, and why."""
        for day in (one for one in self.days_of_change() if one > self.today):
            following = status_on(day)
            if following is not None and following is not status:
                return day, following, self._occasion(day)
        return None

    def _occasion(self, day: date) -> str:
        ages = ((SIXTEEN, self.sixteen), (ADULT, self.adult_on), (TWENTY_ONE, self.twenty_one))
        for years, birthday_on in (*ages, (TWENTY_FIVE, self.twenty_five)):
            if day == birthday_on:
                return f"at {years} years old"
        if self.eligible is not None and day == self.eligible.on:
            return "with 13 weeks in care complete"
        return "after six months at home with a parent"


def holds(one: Circumstance, day: date) -> bool:
    """Whether it is so on that day."""
    return one.from_on <= day and (one.to_on is None or day <= one.to_on)
