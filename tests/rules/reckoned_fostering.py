"""Private fostering and foster carers, reckoned a second time by going through the days one by one.

Nothing of ``iro_desktop.rules`` is used. Written from timescales, sections 8 and 13, and Children Act 1989 s.66.
"""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.records import CarerFacts, ChildFacts
from tests.rules.day_by_day import DAY, days_on
from tests.rules.reckoned_counts import Reckoned, Settings, birthday_of


@dataclass
class Spell:
    """One arrangement as this reckoning sees it."""

    notified_on: date | None
    aware_on: date | None
    starts_on: date | None
    ended_on: date | None


def private_fostering(facts: ChildFacts, settings: Settings, today: date) -> list[Reckoned]:
    """Every date of every arrangement."""
    out: list[Reckoned] = []
    born_on = facts.child.born_on
    grown_on = birthday_of(born_on, 18 if facts.child.is_disabled else 16) if born_on else date.max
    runs = False
    for one in _spells(facts):
        if min(day for day in (one.notified_on, one.aware_on) if day) > today:
            continue
        over_on = min(one.ended_on + DAY if one.ended_on else date.max, grown_on)
        out += _Spell(facts, settings, today, one, over_on).walk()
        runs = runs or today < over_on
    if runs and born_on:
        standing = settings.standing(grown_on, today) if (grown_on - today).days < 60 else "upcoming"
        out.append(Reckoned("private-fostering.too-old", born_on, grown_on, standing))
    return out


def _spells(facts: ChildFacts) -> list[Spell]:
    found = [Spell(one.notified_on, one.aware_on, one.starts_on, one.ended_on) for one in facts.arrangements]
    for fact in facts.circumstances:
        if fact.kind.value == "fostering-proposed":
            found.append(Spell(fact.from_on, None, fact.to_on, None))
        elif found and found[-1].aware_on is None:
            found[-1].aware_on, found[-1].ended_on = fact.from_on, fact.to_on
        else:
            found.append(Spell(None, fact.from_on, None, fact.to_on))
    return found


class _Spell:
    def __init__(self, facts: ChildFacts, settings: Settings, today: date, one: Spell, over_on: date) -> None:
        self.facts, self.settings, self.today, self.one, self.over_on = facts, settings, today, one, over_on
        self.out: list[Reckoned] = []

    def walk(self) -> list[Reckoned]:
        one, before = self.one, self.one.aware_on or date.max
        if one.starts_on and one.notified_on and one.notified_on <= self.today:
            due_on = days_on(one.starts_on, -42)
            standing = "met" if one.notified_on <= due_on else "met-late"
            self.out.append(Reckoned("private-fostering.notice", one.starts_on, due_on, standing, one.notified_on))
        if one.notified_on and one.notified_on < before and one.notified_on <= self.today:
            end = min(self.over_on, before)
            self._first(one.notified_on, self._days("private-fostering.visit", one.notified_on, end), end)
        if one.aware_on and one.aware_on <= self.today:
            visits = self._days("private-fostering.visit", one.aware_on, self.over_on)
            is_asked = self._first(one.aware_on, visits, self.over_on)
            if not is_asked and not visits and self.today < self.over_on:
                self.out.append(Reckoned("private-fostering.visit", one.aware_on, None, "not-due"))
            year = birthday_of(one.aware_on, 1)
            for index, day in enumerate(visits):
                offset = "6w" if day < year else "12w"
                self._next("private-fostering.visit", day, offset, visits[index + 1 : index + 2], self.over_on)
            self._meetings(one.aware_on)
        return self.out

    def _days(self, task: str, first: date, end: date) -> list[date]:
        """Each day from the first to today on which it was done, while the arrangement ran."""
        done = [one.done_on for one in self.facts.completions if one.task.value == task]
        found, day = [], first
        while day < end and day <= self.today:
            found += [day] * done.count(day)
            day += DAY
        return found

    def _first(self, trigger_on: date, visits: list[date], end: date) -> bool:
        rule = "private-fostering.first-visit"
        due_on = self.settings.count(rule, trigger_on, "7wd", is_law=True)
        if due_on < self.facts.child.tracking_from:
            return False
        self._judge(rule, trigger_on, due_on, visits[:1], end)
        return True

    def _next(self, rule: str, day: date, offset: str, following: list[date], end: date) -> None:
        due_on = self.settings.count(rule, day, offset, is_law=True)
        is_tracked = due_on >= self.facts.child.tracking_from
        if is_tracked or (not following and self.today < end):
            self._judge(rule, day, due_on, following, end)

    def _judge(self, rule: str, trigger_on: date, due_on: date, done: list[date], end: date) -> None:
        if done or self.today < end:
            met_on = done[0] if done else None
            self.out.append(self.settings.settled_or_open(rule, trigger_on, due_on, met_on, self.today, theirs=True))
        elif due_on < min(self.today, end):
            self.out.append(Reckoned(rule, trigger_on, due_on, "missed"))

    def _meetings(self, aware_on: date) -> None:
        rule, last = "private-fostering.meeting", aware_on
        held = self._days(rule, aware_on + DAY, self.over_on)
        for index in range(len(held) + 1):
            following = held[index : index + 1]
            value = self.settings.chosen("fostering-meeting", last, "none")
            if value != "none":
                due_on = self.settings.stepped(last, value)
                if due_on >= self.facts.child.tracking_from or not following:
                    self._judge(rule, last, due_on, following, self.over_on)
            last = following[0] if following else last


def foster_carer(facts: CarerFacts, settings: Settings, today: date) -> list[Reckoned]:
    """The yearly reviews from approval on, and those out of turn with what was asked for."""
    out: list[Reckoned] = []
    rule, last, seen = "foster-carer.review", facts.carer.approved_on, date.min
    out_of_turn: dict[date, date | None] = {}  # day held, day of the panel where that has come
    day = facts.carer.approved_on
    while day <= today:
        for one in (each for each in facts.reviews if each.held_on == day):
            due_on = settings.count(rule, last, "1y", is_law=True)
            out.append(settings.settled_or_open(rule, last, due_on, day, today))
            last = seen = day
            by_decision = settings.chosen("foster-carer-year", day, "meeting") == "decision"
            if by_decision and one.decided_on is not None and one.decided_on <= today:
                last = one.decided_on
            if one.kind.value == "ad-hoc":
                out_of_turn[day] = one.panel_on if one.panel_on and one.panel_on <= today else None
        day += DAY
    due_on = settings.count(rule, last, "1y", is_law=True)
    ended_on = facts.carer.ended_on or date.max
    if today < ended_on:
        booked_on = facts.carer.booked_on
        has_passed = booked_on is not None and seen < booked_on < today
        out.append(Reckoned(rule, last, due_on, "not-recorded" if has_passed else settings.standing(due_on, today)))
    elif due_on < ended_on:
        out.append(Reckoned(rule, last, due_on, "missed"))
    return out + _out_of_turn(facts, settings, today, ended_on, out_of_turn)


def _out_of_turn(
    facts: CarerFacts, settings: Settings, today: date, ended_on: date, held: dict[date, date | None]
) -> list[Reckoned]:
    """What was asked for first; then the reviews that nobody had asked for, where they have gone to panel."""
    out: list[Reckoned] = []
    rule, wanted = "foster-carer.ad-hoc", set()
    for one in (each for each in facts.asked if each.asked_on <= today):
        day = one.asked_on
        while day <= today and day not in held:
            day += DAY
        panel_on = held.get(day)
        wanted.add(day)
        due_on = settings.count(rule, one.asked_on, "28wd", is_law=False)
        if panel_on is not None or today < ended_on:
            out.append(settings.settled_or_open(rule, one.asked_on, due_on, panel_on, today, theirs=True))
        elif due_on < min(today, ended_on):
            out.append(Reckoned(rule, one.asked_on, due_on, "missed"))
    for day, panel_on in held.items():
        if day not in wanted and panel_on is not None:
            due_on = settings.stepped(day, "28wd")
            out.append(Reckoned(rule, day, due_on, "met" if panel_on <= due_on else "met-late", panel_on))
    return out


def reports(facts: ChildFacts, sent: dict[date, date], today: date) -> list[Reckoned]:
    """The reports of the quarters in which, on some day since it was tracked, an arrangement was known."""
    quarters = set(sent)
    born_on = facts.child.born_on
    grown_on = birthday_of(born_on, 18 if facts.child.is_disabled else 16) if born_on else date.max
    for one in _spells(facts):
        day = max(min(each for each in (one.notified_on, one.aware_on) if each), facts.child.tracking_from)
        while day <= today and day <= (one.ended_on or date.max) and day < grown_on:
            quarters.add(_last_of_quarter(day))
            day += DAY
    plain = Settings(())
    return [
        plain.settled_or_open("private-fostering.report", day, day, sent.get(day), today) for day in sorted(quarters)
    ]


def _last_of_quarter(day: date) -> date:
    while day.month % 3 or (day + DAY).month == day.month:
        day += DAY
    return day
