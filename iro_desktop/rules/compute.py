"""From one child's facts to deadlines. Pure: given calendar, today and the service's practice, it reads nothing else.

What was settled comes out too (met, met late, missed), so that lists and measures are views of one stream.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from iro_desktop.domain.care import PeriodOfCare, periods_of_care
from iro_desktop.domain.records import ChildFacts
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.numbering import by_period, numbered
from iro_desktop.rules.owed_alerts import owed_by_alerts
from iro_desktop.rules.owed_around import owed_after, owed_before, owed_visit
from iro_desktop.rules.owed_care import owed_at_start
from iro_desktop.rules.owed_fostering import owed_by_arrangements
from iro_desktop.rules.owed_others import ages_ahead, owed_by_circumstances
from iro_desktop.rules.owed_pathway import owed_pathway
from iro_desktop.rules.owed_recommendations import owed_recommendations
from iro_desktop.rules.owed_reviews import booked_after, owed_reviews
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.rules.reviews import NEXT_REVIEW
from iro_desktop.rules.timetable import Timetable

PATHWAY_REVIEWS = frozenset({"pathway.review", "pathway.accommodation-review"})


def deadlines_of(
    facts: ChildFacts, calendar: WorkingCalendar, today: date, practice: Practice = STANDARD
) -> list[Deadline]:
    """All deadlines of one child, period by period, oldest first within a rule."""
    sheet = Timetable(facts, calendar, today, practice)
    episodes = facts.episodes
    if episodes and episodes[-1].started_on > today:
        episodes = tuple(one for one in episodes if one.started_on <= today)
    periods = periods_of_care(episodes)
    before: PeriodOfCare | None = None
    for period, held in by_period(periods, sheet.reviews, today):
        known = numbered(period, held, sheet.complete_from)
        owed_at_start(sheet, period, before, known)
        owed_reviews(sheet, period, known)
        owed_after(sheet, known)
        after = known[-1].review.held_on if known else period.first_on
        is_open = period.is_open_on(today) and today < sheet.adult_on
        owed_before(sheet, known, booked_after(facts.bookings, after) if is_open else None, period.first_on)
        if is_open:
            owed_visit(sheet, period, known)
        before = period
    owed_pathway(sheet, periods)
    ages_ahead(sheet, periods)
    if facts.alerts:
        owed_by_alerts(sheet)
    if facts.circumstances:
        owed_by_circumstances(sheet)
    if facts.arrangements or facts.circumstances:
        owed_by_arrangements(sheet)
    if facts.recommendations:
        owed_recommendations(sheet)
    if facts.overrides:
        sheet.overridden()
    return with_repeats(sheet.out)


def all_deadlines(children: Iterable[ChildFacts], calendar: WorkingCalendar, today: date) -> Iterator[Deadline]:
    """The stream of many children's deadlines, child by child."""
    for facts in children:
        yield from deadlines_of(facts, calendar, today)


def next_review(deadlines: Iterable[Deadline]) -> Deadline | None:
    """The review of a child looked after that is owed next: of several limits the earliest; ``None`` if none is."""
    return _earliest(one for one in deadlines if one.is_open and one.rule.id in NEXT_REVIEW)


def next_pathway_review(deadlines: Iterable[Deadline]) -> Deadline | None:
    """The pathway plan review that is owed next, by its day: the first one allowed after 28 days, else the last one."""
    return _earliest(one for one in deadlines if one.is_open and one.rule.id in PATHWAY_REVIEWS)


def pathway_limit(deadlines: Iterable[Deadline]) -> Deadline | None:
    """The one of them with a last day, by which the next is held at the latest; a first day allowed is no limit."""
    return next_pathway_review(one for one in deadlines if not one.rule.is_earliest)


def _earliest(found: Iterable[Deadline]) -> Deadline | None:
    return min(found, key=lambda one: (one.due_on is None, one.due_on), default=None)


def with_repeats(deadlines: list[Deadline]) -> list[Deadline]:
    """Number deadlines that share rule, child and trigger day, so that ids stay unique."""
    if len({(one.rule.id, one.trigger_on) for one in deadlines}) == len(deadlines):
        return deadlines
    seen: dict[tuple[str, date], int] = {}
    for index, one in enumerate(deadlines):
        key = (one.rule.id, one.trigger_on)
        seen[key] = seen.get(key, 0) + 1
        deadlines[index] = one._replace(repeat=seen[key])
    return deadlines
