"""Why a young person is entitled as a care leaver, or not, in sentences that a person can check against the file."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from iro_desktop.domain.dates import birthday, short
from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import SHORT_BREAK_STATUSES, BornAs, LeaverStatus
from iro_desktop.rules.leaving_care import THIRTEEN_WEEKS, History, Stay, holds, home_turns_on

_REMAND = frozenset({"J1", "J2"})
_DAY = timedelta(days=1)
_NOT_BORN = "The birth date is not known, and everything is counted from it."


class Coming(NamedTuple):
    """What the status becomes next, if nothing else happens."""

    on: date
    status: LeaverStatus
    why: str  # "at 18 years old"


class Entitlement(NamedTuple):
    """What a young person is entitled to on a day, and why."""

    status: LeaverStatus
    since: date | None  # None: nothing began
    reasons: tuple[str, ...]  # sentences that a person can check
    coming: Coming | None


class Entitlements(NamedTuple):
    """What the care history gives, and what a person stated in its place."""

    computed: Entitlement
    stated: Entitlement | None

    @property
    def now(self) -> Entitlement:
        """The one that counts."""
        return self.stated or self.computed


def entitlements(facts: ChildFacts, today: date) -> Entitlements:
    """What a young person is entitled to on that day. Facts dated after it have not happened yet."""
    history = History(facts, today)
    if facts.child.born_on is None:
        return Entitlements(Entitlement(LeaverStatus.NONE, None, (_NOT_BORN,), None), _stated(history))
    status = history.computed_on(today)
    since = history.since(history.computed_on, status)
    coming = history.coming(history.computed_on, status)
    reasons = tuple(_Sentences(history).of(status, since))
    return Entitlements(Entitlement(status, since, reasons, Coming(*coming) if coming else None), _stated(history))


def _stated(history: History) -> Entitlement | None:
    """What a person stated, as it stands today."""
    status = history.stated_on(history.today)
    if status is None:
        return None
    said = [one for one in history.statements if holds(one, history.today)][-1]
    words = [f"Stated from {short(said.from_on)}: {LeaverStatus(str(said.detail)).label}. {said.note or ''}".strip()]
    since = max(history.since(history.stated_on, status) or said.from_on, said.from_on)
    if status.value != said.detail and since > said.from_on:
        words.append(f"From {short(since)} that makes: {status.label}.")
    coming = history.coming(history.stated_on, status)
    return Entitlement(status, since, tuple(words), Coming(*coming) if coming else None)


class _Sentences:
    """The reasons of what the care history gives."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.today = history.today
        self.stays = history.stays

    def of(self, status: LeaverStatus, since: date | None) -> Iterator[str]:
        """What decides it first, then the count."""
        child = self.history.facts.child
        yield from self._first_reason(status, since)
        if self.stays:
            yield from self._counted()
        if child.born_as is BornAs.MONTH or child.born_as is BornAs.YEAR:
            yield f"The birth date is not known exactly ({child.born_as.label}): the ages may be others."

    def _first_reason(self, status: LeaverStatus, since: date | None) -> Iterator[str]:
        on = short(since) if since else ""
        if status is LeaverStatus.ELIGIBLE and self.history.eligible is not None:
            yield f"Looked after now, with the 13 weeks complete: eligible since {on} (SI 2010/959 reg 40)."
        elif status is LeaverStatus.RELEVANT:
            yield from self._why_relevant(on)
        elif status is LeaverStatus.FORMER_RELEVANT:
            yield self._why_former()
        elif status is LeaverStatus.QUALIFYING:
            yield from self._why_qualifying()
        else:
            yield from self._why_not()

    def _why_relevant(self, on: str) -> Iterator[str]:
        left = [one.ended_on for one in self.stays if one.ended_on and one.ended_on <= self.today]
        if self.history.eligible is None:
            first = min(one.from_on for one in self.history.followed if holds(one, self.today))
            yield f"Followed here as a care leaver since {short(first)}: recorded, not counted from a care history."
            return
        age = 16 if left[-1] < birthday(self.history.born_on, 17) else 17
        yield f"Left care on {short(left[-1])} at {age}, an eligible child: relevant (Children Act 1989 s.23A)."
        if left[-1] != self.today and on and short(left[-1]) != on:
            yield f"The time at home with a parent is over, and counts no longer since {on} (SI 2010/2571 reg 3)."

    def _why_former(self) -> str:
        adult_on = self.history.adult_on
        before = self.history.computed_on(adult_on - _DAY)
        if before is LeaverStatus.ELIGIBLE:
            was = "an eligible child until then"
        elif before is LeaverStatus.RELEVANT:
            was = "a relevant child until then"
        elif self.history.eligible is None:
            was = "followed here as a care leaver, which is recorded and not counted from a care history"
        elif before is LeaverStatus.QUALIFYING:
            was = "an eligible child before, and the time at home with a parent is over"
        else:
            was = "with the 13 weeks complete on the day before"
        return f"18 years old on {short(adult_on)}, {was}: former relevant (Children Act 1989 s.23C)."

    def _why_qualifying(self) -> Iterator[str]:
        settled = [home for home in self.history.homes if self.history.has_settled(home, self.today)]
        turned_on = home_turns_on(self.history.facts, settled[-1], self.stays) if settled else None
        if turned_on is None:
            yield "Looked after at 16 or 17, but for less than 13 weeks since the 14th birthday."
            yield "No longer looked after: qualifying for advice and help (Children Act 1989 s.24)."
        else:
            yield f"At home with a parent since {short(settled[-1].from_on)}, six months on {short(turned_on)}."
            yield "Six months at home without a break: qualifying (SI 2010/2571 reg 3(4))."

    def _why_not(self) -> Iterator[str]:
        gone = self.history.gone
        if gone is not None:
            yield f"{gone[1]}, {short(gone[0])}: nothing is owed here from then on."
        elif self.today < self.history.sixteen:
            yield f"Under 16 until {short(self.history.sixteen)}: entitlements as a care leaver begin then."
        elif self.today >= self.history.twenty_five:
            yield f"25 years old since {short(self.history.twenty_five)}: a care leaver's entitlements have ended."
        elif self.history.is_in_care(self.today):
            yield "Looked after, and the 13 weeks since the 14th birthday are not complete yet (SI 2010/959 reg 40)."
        elif self.history.was_in_care_at_sixteen(self.today):
            yield f"21 years old since {short(self.history.twenty_one)}, a qualifying young person until then."
        elif self.stays:
            yield "Not looked after on any day at 16 or 17 that is known here."
        elif self.history.periods:
            yield "Short breaks alone: they count for no entitlement as a care leaver (SI 2010/959 reg 40(2))."
        else:
            yield "No time in care is known here."

    def _counted(self) -> Iterator[str]:
        """How many days, the last of the 91, how many at sixteen or later, and what was left out."""
        until = min(self.today + _DAY, self.history.adult_on)
        if until <= self.history.fourteen:
            return
        days = sum(one.days(self.history.fourteen, until) for one in self.stays)
        later = sum(one.days(max(self.history.fourteen, self.history.sixteen), until) for one in self.stays)
        words = f"Looked after {_days(days)} since the 14th birthday on {short(self.history.fourteen)}"
        last_on = self._ninety_first(until)
        words += f", the 91st of them on {short(last_on)}" if last_on else f" of the {THIRTEEN_WEEKS} that are asked"
        yield f"{words}; {later} of them at 16 or later." if later else f"{words}; none of them at 16 or later."
        yield from self._beside(until)

    def _ninety_first(self, until: date) -> date | None:
        needed = THIRTEEN_WEEKS
        for stay in self.stays:
            days = stay.days(self.history.fourteen, until)
            if days >= needed:
                return max(stay.first_on, self.history.fourteen) + timedelta(days=needed - 1)
            needed -= days
        return None

    def _beside(self, until: date) -> Iterator[str]:
        short_breaks, remand = self._days_under(SHORT_BREAK_STATUSES, until), self._days_under(_REMAND, until)
        if short_breaks:
            yield f"Short breaks of {_days(short_breaks)} in that time are not counted (SI 2010/959 reg 40(2))."
        if remand:
            yield f"Remand, {_days(remand)} of it, counts as being looked after (LASPO 2012 s.104)."
        if any(one.started_on is None and one.first_on > self.history.fourteen for one in self.history.periods):
            yield "When care began is not known here, so there may have been more."

    def _days_under(self, statuses: frozenset[str], until: date) -> int:
        found = 0
        for period in self.history.periods:
            ends = [*(one.started_on for one in period.episodes[1:]), period.ended_on]
            for episode, end in zip(period.episodes, ends, strict=True):
                if episode.legal_status in statuses:
                    found += Stay(episode.started_on, end).days(self.history.fourteen, until)
        return found


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
