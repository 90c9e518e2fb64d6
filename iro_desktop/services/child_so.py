"""What is so about a child, and what to know of it: facts in words, notices, reviews and alerts that are open."""

from collections.abc import Iterator
from datetime import date, timedelta

from iro_desktop.domain.care import completion_of
from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.records import Alert, AlertStep, ChildFacts, Circumstance, Review
from iro_desktop.domain.vocabulary import AlertStage, CircumstanceKind, ReviewGround, ReviewKind, Role
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.register import rules_of
from iro_desktop.rules.reviews import NEXT_REVIEW
from iro_desktop.services.plan_views import CircumstanceRow
from iro_desktop.services.views import AlertRow, HeldRow
from iro_desktop.services.words import number_words

_GOES_ON = {
    "review.adjourned": "The review of {} is adjourned",
    "review.series": "The series of meetings that began on {} goes on",
}
_AHEAD = timedelta(days=183)
_MOMENTS = frozenset(
    {
        CircumstanceKind.HEARING,
        CircumstanceKind.EXTRA_REVIEW,
        CircumstanceKind.CHILD_PROTECTION,
        CircumstanceKind.MOVED,
        CircumstanceKind.EDUCATION_RESUMED,
        CircumstanceKind.FOSTERING_PROPOSED,
    }
)  # what happened on a day, and has no end to be told


def circumstance_rows(facts: ChildFacts) -> tuple[CircumstanceRow, ...]:
    """What is so, or was, newest first."""
    newest = sorted(facts.circumstances, key=lambda one: (one.from_on, one.kind.value), reverse=True)
    return tuple(
        CircumstanceRow(
            one.kind, one.from_on, one.to_on, _words(one), can_end=one.kind not in _MOMENTS and one.to_on is None
        )
        for one in newest
    )


def _words(one: Circumstance) -> str:
    """``Court hearing, Thu 3 Dec 2026``; an early review with its ground and the day it comes before."""
    since = with_weekday(one.from_on)
    note = f" ({one.note})" if one.note else ""
    if one.kind is CircumstanceKind.EXTRA_REVIEW:
        ground = f": {ReviewGround(one.detail).label}" if one.detail else ""
        before = f", to come before {with_weekday(one.to_on)}" if one.to_on else ""
        return f"{one.kind.label}{ground}, {since}{before}{note}"
    if one.kind in _MOMENTS:
        return f"{one.kind.label}, {since}{note}"
    return f"{one.kind.label}, since {since}{note}" if one.to_on is None else (
        f"{one.kind.label}, {since} to {with_weekday(one.to_on)}{note}"
    )  # fmt: skip


def notices(facts: ChildFacts, deadlines: tuple[Deadline, ...], booked_on: date | None, today: date) -> tuple[str, ...]:
    """What to know: a review after its hearing, a date set by hand set aside, the next age that changes something."""
    return (
        *_in_parts(deadlines),
        *_hearings(facts, booked_on, today),
        *_overrides_set_aside(facts, deadlines),
        *_next_age(deadlines, today),
    )


def _in_parts(deadlines: tuple[Deadline, ...]) -> Iterator[str]:
    """A review that is adjourned, or a series, and still goes on."""
    for one in deadlines:
        if one.rule.id in _GOES_ON and one.is_open and one.review_on and one.due_on:
            yield (
                f"{_GOES_ON[one.rule.id].format(with_weekday(one.review_on))}: to be completed by"
                f" {with_weekday(one.due_on)}."
            )


def _hearings(facts: ChildFacts, booked_on: date | None, today: date) -> Iterator[str]:
    for one in facts.circumstances:
        if one.kind is CircumstanceKind.HEARING and booked_on and today <= one.from_on <= booked_on:
            when = "on the day of" if one.from_on == booked_on else "after"
            yield (
                f"The review booked for {with_weekday(booked_on)} falls {when} the hearing"
                f" of {with_weekday(one.from_on)} that it should inform."
            )


def _overrides_set_aside(facts: ChildFacts, deadlines: tuple[Deadline, ...]) -> Iterator[str]:
    known = {(one.rule.id, one.trigger_on) for one in deadlines}
    for one in facts.overrides:
        if (one.rule_id, one.trigger_on) not in known:
            rules = rules_of(one.rule_id)
            what = rules[-1].what if rules else one.rule_id
            yield (
                f"A date set by hand for {what}, {short(one.due_on)}, no longer applies: what it counted from,"
                f" {short(one.trigger_on)}, has changed. Its reason was: {one.reason}"
            )


def _next_age(deadlines: tuple[Deadline, ...], today: date) -> Iterator[str]:
    ahead = [
        (one.due_on, one.rule)
        for one in deadlines
        if one.rule.subject == "age" and one.due_on is not None and today <= one.due_on <= today + _AHEAD
    ]
    for due_on, rule in sorted(ahead, key=lambda each: each[0])[:1]:
        yield f"{rule.what} on {with_weekday(due_on)}. {rule.sentence}"


def held_rows(facts: ChildFacts, deadlines: tuple[Deadline, ...], today: date) -> tuple[HeldRow, ...]:
    """Reviews held, newest first, with what can still be said of each."""
    numbers = {one.met_on: one.review_number for one in deadlines if one.rule.id in NEXT_REVIEW and one.met_on}
    held = sorted((one for one in facts.reviews if one.held_on <= today), key=lambda one: one.held_on, reverse=True)
    return tuple(
        HeldRow(
            one.held_on,
            f"{_review_words(one, numbers.get(one.held_on) or one.number)}, {with_weekday(one.held_on)}",
            is_open=completion_of(one) is None,
            can_adjourn=one.adjourned_on is None and one.completed_on is None and one.kind is not ReviewKind.PATHWAY,
            participation=one.participation,
            method=one.method,
            number=one.number,
            late_reason=one.late_reason,
            is_plan_current=one.is_plan_current,
            came=_roles(facts, one, came=True),
            apologies=_roles(facts, one, came=False),
        )
        for one in held
    )


def _roles(facts: ChildFacts, review: Review, *, came: bool) -> tuple[Role, ...]:
    said = {one.role for one in facts.attendances if one.review_id == review.id and one.came is came}
    return tuple(role for role in Role if role in said)


def _review_words(one: Review, number: int | None) -> str:
    return "Pathway plan review" if one.kind is ReviewKind.PATHWAY else number_words(number)


def alert_rows(facts: ChildFacts) -> tuple[AlertRow, ...]:
    """Alerts that are not resolved, newest first, each at its latest stage."""
    steps = {one.id: [step for step in facts.alert_steps if step.alert_id == one.id] for one in facts.alerts}
    still_open = [one for one in facts.alerts if one.resolved_on is None and steps[one.id]]
    newest = sorted(still_open, key=lambda one: one.raised_on, reverse=True)
    return tuple(_alert_row(one, steps[one.id]) for one in newest)


def _alert_row(one: Alert, steps: list[AlertStep]) -> AlertRow:
    order = list(AlertStage)
    step = max(steps, key=lambda each: (each.started_on, order.index(each.stage)))
    agency = f" ({one.agency.label})" if one.agency else ""
    words = f"{step.stage.label[0].upper()}{step.stage.label[1:]}{agency} since {with_weekday(step.started_on)}"
    if step.started_on != one.raised_on:
        words += f", raised {with_weekday(one.raised_on)}"
    if step.answered_on is not None:
        words += f", answered {with_weekday(step.answered_on)}"
    return AlertRow(one.raised_on, step.stage, words, step.answered_on is not None, one.nth, one.about or "")
