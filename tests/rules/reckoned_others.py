"""Pathway plans and recommendations, reckoned a second time.

Nothing of ``iro_desktop.rules`` is used. Written from timescales, sections 7 and 13. Days looked after since the
14th birthday are counted one by one.
"""

from datetime import date

from iro_desktop.domain.records import ChildFacts
from tests.rules.day_by_day import DAY, days_on, months_on
from tests.rules.reckoned_counts import Reckoned, Settings, birthday_of

THIRTEEN_WEEKS = 7 * 13
IN_FORCE_FROM = date(2011, 4, 1)  # SI 2010/959, SI 2010/2571


def pathway(facts: ChildFacts, settings: Settings, today: date) -> list[Reckoned]:
    """The assessment and the reviews of the plan; none counts from before the Regulations were in force."""
    return [one for one in _plan(facts, settings, today) if one.trigger_on >= IN_FORCE_FROM]


def _plan(facts: ChildFacts, settings: Settings, today: date) -> list[Reckoned]:
    born_on = facts.child.born_on
    assert born_on is not None
    eighteen = birthday_of(born_on, 18)
    eligible_on, left_on = eligibility(facts, born_on, today)
    out = _assessment(facts, settings, today, eligible_on, left_on, eighteen)
    by_hand = [one.from_on for one in facts.circumstances if one.kind.value == "care-leaver"]
    from_on = min(by_hand) if by_hand else (left_on or eighteen) if eligible_on else None
    if from_on is None or from_on > today or today < birthday_of(born_on, 16):
        return out
    if in_care_on(facts, today) and today < eighteen:
        return out
    return out + _plan_reviews(facts, settings, today, from_on, _until(facts, today, eighteen, born_on))


def in_care_on(facts: ChildFacts, day: date, *, short_breaks: bool = True) -> bool:
    """Whether the child is looked after on that day."""
    return any(
        one.started_on <= day
        and (one.ended_on is None or day < one.ended_on)
        and (short_breaks or one.legal_status not in ("V3", "V4"))
        for one in facts.episodes
    )


def eligibility(facts: ChildFacts, born_on: date, today: date) -> tuple[date | None, date | None]:
    """Since when eligible, and the day care was last left at 16 or 17, by counting every day since fourteen.

    From the day after the 91st day, which may be the day of exit itself.
    """
    day, days, was_in = birthday_of(born_on, 14), 0, False
    sixteen, eighteen = birthday_of(born_on, 16), birthday_of(born_on, 18)
    eligible_on = left_on = None
    while day <= min(today, eighteen):  # complete on the eve of eighteen: entitled from the birthday on
        is_in = day < eighteen and in_care_on(facts, day, short_breaks=False)
        has_been = was_in and day > sixteen and days == THIRTEEN_WEEKS
        if eligible_on is None and days >= THIRTEEN_WEEKS and day >= sixteen and (is_in or has_been):
            eligible_on = day
        days, was_in = days + is_in, is_in
        if eligible_on is not None and (day > eligible_on or has_been):
            counted = [one for one in facts.episodes if one.legal_status not in ("V3", "V4")]
            if any(one.ended_on == day for one in counted):
                left_on = day
            if any(one.started_on == day for one in counted):
                left_on = None
        day += DAY
    return eligible_on, left_on


def _assessment(
    facts: ChildFacts, settings: Settings, today: date, eligible_on: date | None, left_on: date | None, eighteen: date
) -> list[Reckoned]:
    born_on = facts.child.born_on
    if eligible_on is None or born_on is None:
        return []
    days = [one.done_on for one in facts.completions if one.task.value == "pathway.assessment"]
    done = min((day for day in days if days_on(eligible_on, -365) < day <= today), default=None)
    was_done_in_care = done is not None and (left_on is None or done <= left_on)
    first_not_owed = left_on or eighteen
    out = _duty(
        settings, "pathway.assessment", eligible_on, "3m", done if was_done_in_care else None, today, first_not_owed
    )
    if left_on is not None and not was_done_in_care:
        until = min(eighteen, _until(facts, today, eighteen, born_on))
        out += _duty(settings, "pathway.assessment", left_on, "3m", done, today, until)
    return out


def _duty(
    settings: Settings, rule: str, trigger_on: date, offset: str, done: date | None, today: date, until: date
) -> list[Reckoned]:
    """What others owe: done, still owed, or missed where it fell due before the first day it was not owed."""
    due_on = settings.count(rule, trigger_on, offset, is_law=True)
    if done is None and until <= today:
        return [Reckoned(rule, trigger_on, due_on, "missed")] if due_on < until else []
    return [settings.settled_or_open(rule, trigger_on, due_on, done, today, theirs=True)]


def _open_since(facts: ChildFacts, kind: str, today: date) -> date | None:
    days = [
        one.from_on
        for one in facts.circumstances
        if one.kind.value == kind and one.from_on <= today and (one.to_on is None or today <= one.to_on)
    ]
    return max(days, default=None)


def _until(facts: ChildFacts, today: date, eighteen: date, born_on: date) -> date:
    """Twenty-one; or six months at home with a parent, where they were over before eighteen."""
    home = _open_since(facts, "home-to-parent", today)
    back_in_care = any(
        home is not None and home < one.started_on <= today and one.legal_status not in ("V3", "V4")
        for one in facts.episodes
    )
    if home is not None and not back_in_care and months_on(home, 6) < eighteen:
        return months_on(home, 6)
    return birthday_of(born_on, 21)


def _interval(facts: ChildFacts, settings: Settings, day: date, plans: list[date]) -> tuple[str, str]:
    """What runs from a review of that day: three months where the authority's accommodation was 28 days old by then.

    And where it ran on until they were over.
    """
    due_on = settings.count("pathway.accommodation-review", day, "3m", is_law=True)
    for one in facts.circumstances:
        is_home = one.kind.value == "la-accommodation" and days_on(one.from_on, 28) <= day
        if is_home and day in plans and (one.to_on is None or due_on <= one.to_on):
            return "pathway.accommodation-review", "3m"
    return "pathway.review", "6m"


def _plan_reviews(facts: ChildFacts, settings: Settings, today: date, from_on: date, until: date) -> list[Reckoned]:
    in_care = [one.held_on for one in facts.reviews if one.kind is None and one.held_on <= from_on]
    last = in_care[-1] if in_care else from_on
    plans = [one.held_on for one in facts.reviews if one.kind is not None and one.held_on <= today]
    out: list[Reckoned] = []
    for day in plans:
        if day > last:
            rule, offset = _interval(facts, settings, last, plans)
            due_on = settings.count(rule, last, offset, is_law=True)
            out.append(settings.settled_or_open(rule, last, due_on, day, today))
            last = day
    home = _open_since(facts, "la-accommodation", today)
    if home is not None:
        out += _after_28_days(settings, home, plans, today, until)
    out += _homes_before(facts, settings, plans, today, max(facts.child.tracking_from, from_on), until)
    rule, offset = _interval(facts, settings, last, plans)
    due_on = settings.count(rule, last, offset, is_law=True)
    if today < until:
        out.append(Reckoned(rule, last, due_on, settings.standing(due_on, today)))
    elif due_on < until:
        out.append(Reckoned(rule, last, due_on, "missed"))
    return out


def _after_28_days(settings: Settings, home: date, plans: list[date], today: date, until: date) -> list[Reckoned]:
    rule, first = "pathway.accommodation-review", days_on(home, 28)
    met = next((day for day in plans if day >= first), None)
    if met is not None:
        return [Reckoned(rule, home, first, "met", met)]
    return [Reckoned(rule, home, first, settings.standing(first, today))] if today < until else []


def _homes_before(
    facts: ChildFacts, settings: Settings, plans: list[date], today: date, tracked_on: date, until: date
) -> list[Reckoned]:
    """What became of the review after 28 days in a home of the authority's that was left again."""
    rule = "pathway.accommodation-review"
    out: list[Reckoned] = []
    for one in facts.circumstances:
        if one.kind.value != "la-accommodation" or one.to_on is None or not one.to_on < today:
            continue
        first = days_on(one.from_on, 28)
        there = [day for day in plans if first <= day <= one.to_on]
        if first >= tracked_on and there:
            out.append(Reckoned(rule, one.from_on, first, "met", there[0]))
        elif tracked_on <= first <= one.to_on and first < until:
            out.append(Reckoned(rule, one.from_on, first, "missed"))
    return out


def recommended(facts: ChildFacts, settings: Settings, today: date) -> list[Reckoned]:
    """What reviews held by today named a day for: on that day, whoever owes it, until it is closed."""
    out: list[Reckoned] = []
    held = {review.id for review in facts.reviews if review.held_on <= today}
    for one in facts.recommendations:
        if one.due_on is None or one.review_id not in held:
            continue
        over = one.outcome_on if one.outcome_on is not None and one.outcome_on <= today else None
        theirs = one.owner.value != "iro"
        out.append(settings.settled_or_open("recommendation.due", one.due_on, one.due_on, over, today, theirs=theirs))
    return out
