"""The work before, after and between reviews; consultation forms; the passport."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from iro_desktop.domain.records import ChildFacts, Completion, Review
from iro_desktop.domain.vocabulary import AGENCY_OF
from tests.measures.plainly import limits
from tests.measures.plainly.told import (
    MET,
    NOT_MET,
    NOT_SAID,
    NOT_SENT,
    OUTSIDE,
    TO_COME,
    UNTRACKED,
    Told,
    Town,
    eighteen_on,
    stay_on,
    stays_of,
)
from tests.rules.day_by_day import DAY, months_on, working_days_on
from tests.rules.second_reckoning import owed_review

Count = Callable[[Town, ChildFacts], Iterator[Told]]


def set_by_hand(facts: ChildFacts, rule: str, trigger_on: date, own: date) -> date:
    """The last day a person set for a deadline that is no law, or the rule's."""
    for one in facts.overrides:
        if (one.rule_id, one.trigger_on) == (rule, trigger_on):
            return one.due_on
    return own


def _done(facts: ChildFacts, review: Review, task: str, today: date) -> date | None:
    days = [
        one.done_on
        for one in facts.completions
        if one.review_id == review.id and one.task == task and one.done_on <= today and one.detail != "skipped"
    ]
    return min(days, default=None)


def after(task: str, days: int) -> Count:
    """Every review completed, by when the work after it was done."""

    def count(town: Town, facts: ChildFacts) -> Iterator[Told]:
        today = town.today
        for one in limits.reviews_of(facts, today):
            completed_on = limits.completion(one)
            if completed_on is None or completed_on > today:
                continue
            since = _done(facts, one, "after.recommendations", today) if task == "after.response" else completed_on
            done_on = _done(facts, one, task, today)
            yield town.told(facts, completed_on, _after(facts, one, task, days, since, done_on, today))

    return count


def _after(
    facts: ChildFacts, one: Review, task: str, days: int, since: date | None, done_on: date | None, today: date
) -> str:
    if one.held_on < facts.child.tracking_from:
        return UNTRACKED
    if not limits.in_care(facts, one.held_on):
        return OUTSIDE
    if since is None:
        return NOT_SENT
    limit = set_by_hand(facts, task, since, working_days_on(since, days))
    if done_on is None:
        return NOT_MET if limit < today else TO_COME
    return MET if done_on <= limit else NOT_MET


def before(task: str, days: int) -> Count:
    """Every review held, by when the work before it was done."""

    def count(town: Town, facts: ChildFacts) -> Iterator[Told]:
        for one in limits.reviews_of(facts, town.today):
            yield town.told(facts, one.held_on, _before(facts, one, task, days))

    return count


def _before(facts: ChildFacts, one: Review, task: str, days: int) -> str:
    if not limits.in_care(facts, one.held_on):
        return OUTSIDE
    if one.held_on < facts.child.tracking_from:
        return UNTRACKED
    first = limits.start_of(facts, one.held_on)
    assert first is not None
    earlier = [each.held_on for each in limits.reviews_of(facts, one.held_on - DAY) if each.held_on >= first.started_on]
    since = earlier[-1] if earlier else first.started_on - DAY
    done = [
        each.done_on
        for each in facts.completions
        if each.task == task and each.review_id is None and since < each.done_on <= one.held_on
    ]
    own = working_days_on(one.held_on, -days)
    limit = set_by_hand(facts, task, one.held_on, own)
    if limit < facts.child.tracking_from or (not done and own < facts.child.tracking_from):
        return UNTRACKED
    return MET if done and min(done) <= limit else NOT_MET


def plan_current(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every review held, by whether the care plan was up to date."""
    for one in limits.reviews_of(facts, town.today):
        answer = {None: NOT_SAID, True: MET, False: NOT_MET}[one.is_plan_current]
        yield town.told(facts, one.held_on, answer)


def mid_points(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every interval of six months that was still open on the day half-way, by whether it was looked at in it."""
    today, tracked = town.today, facts.child.tracking_from
    held = limits.reviews_of(facts, today)
    for place, one in enumerate(held):
        day = one.held_on
        if day < tracked or not limits.in_care(facts, day) or day >= eighteen_on(facts):
            continue
        stay = stay_on(facts, day) or next(each for each in stays_of(facts) if each.ended_on == day)
        ends_on = min(stay.ended_on or date.max, eighteen_on(facts))
        following = held[place + 1].held_on if place + 1 < len(held) else date.max
        closed_on = min(following, ends_on)
        if not _is_six_months(facts, one, min(following if following < ends_on else closed_on - DAY, today)):
            continue
        own = months_on(day, 3)
        due_on = set_by_hand(facts, "mid-point", day, own)
        mine = [each for each in facts.completions if each.task == "mid-point" and _is_of(each, one, today)]
        done = [each for each in mine if each.detail != "skipped" and day < each.done_on < closed_on]
        if due_on > today or due_on >= closed_on or (not done and own >= closed_on):
            continue
        skipped = any(each.detail == "skipped" and each.review_id == one.id for each in mine)
        is_in_hand = due_on == today and not done and not skipped
        yield town.told(facts, due_on, MET if done else TO_COME if is_in_hand else NOT_MET)


def _is_of(one: Completion, review: Review, today: date) -> bool:
    return one.review_id in (None, review.id) and one.done_on <= today


def _is_six_months(facts: ChildFacts, one: Review, day: date) -> bool:
    """Whether the limit that ran on that day since the review was six months."""
    known = tuple(limits.reviews_of(facts, one.held_on))
    owed = owed_review(replace(facts, reviews=known, bookings=()), day)
    since = one.completed_on if one.completed_on is not None and one.completed_on <= day else one.held_on
    return owed is not None and owed.due_on == months_on(since, 6)


def consultations(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every form sent, by whether it came back."""
    people = {one.id: one for one in facts.people}
    for one in facts.sendings:
        if one.what != "consultation":
            continue
        is_back = one.returned_on is not None and one.returned_on <= town.today
        person = people.get(one.person_id or "")
        agency = (person.agency if person else None) or AGENCY_OF[one.to]
        yield town.told(facts, one.sent_on, MET if is_back else NOT_MET, {"agency": agency.label})


def passports(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every start of care, by whether the passport was sent in that time in care."""
    for stay in stays_of(facts):
        if not stay.is_start_known or stay.is_short_breaks:
            continue
        sent = [
            one.done_on
            for one in facts.completions
            if one.task == "care.introduction" and stay.first_on <= one.done_on <= (stay.ended_on or town.today)
        ]
        tracked = stay.first_on >= facts.child.tracking_from
        told = town.told(facts, stay.first_on, UNTRACKED if not tracked else MET if sent else NOT_MET)
        yield told._replace(iro=town.first_iro_of(facts, stay))
