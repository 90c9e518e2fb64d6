"""Attendance, participation, consultation, visits: four different things."""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from iro_desktop.domain.records import ChildFacts, Review
from tests.measures.plainly import limits
from tests.measures.plainly.told import MET, NOT_MET, NOT_SAID, UNDER_FOUR, UNTRACKED, Told, Town

THERE = ("PN1", "PN2", "PN3", "PN4")
STRICT = ("PN1", "PN2", "PN3", "PN5", "PN6")
BROAD = ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6")
Count = Callable[[Town, ChildFacts], Iterator[Told]]


def pathway_reviews(facts: ChildFacts, today: date) -> list[Review]:
    """Pathway plan reviews that were held, one a day."""
    found: dict[date, Review] = {}
    for one in facts.reviews:
        if one.kind == "pathway" and one.held_on <= today:
            found.setdefault(one.held_on, one)
    return [found[day] for day in sorted(found)]


def _answer(one: Review, met: Collection[str]) -> str:
    code = str(one.participation) if one.participation else None
    if code is None:
        return NOT_SAID
    return UNDER_FOUR if code == "PN0" else MET if code in met else NOT_MET


def by_code(met: Collection[str], *, pathway: bool = False) -> Count:
    """Every review held, by its code."""

    def count(town: Town, facts: ChildFacts) -> Iterator[Told]:
        reviews = pathway_reviews(facts, town.today) if pathway else limits.reviews_of(facts, town.today)
        for one in reviews:
            yield town.told(facts, one.held_on, _answer(one, met), {"code": str(one.participation or "")})

    return count


def by_child(met: Collection[str], facts: ChildFacts, town: Town, from_on: date, to_on: date) -> Iterator[Told]:
    """Every child with a code in the period, by all its codes."""
    mine = [one for one in limits.reviews_of(facts, town.today) if from_on <= one.held_on <= to_on]
    codes = [(one.held_on, str(one.participation)) for one in mine if one.participation and one.participation != "PN0"]
    if codes:
        yield town.told(facts, codes[-1][0], MET if {code for _, code in codes} <= set(met) else NOT_MET)


def absent(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every review that the child did not come to."""
    for one in limits.reviews_of(facts, town.today):
        if one.participation not in ("PN5", "PN6", "PN7"):
            continue
        told = max(
            (each for each in facts.wishes if each.told_on <= one.held_on), key=lambda x: x.told_on, default=None
        )
        reason = "reason recorded" if told and told.not_coming else "no reason recorded"
        yield town.told(facts, one.held_on, MET, {"code": str(one.participation), "reason": reason})


def heard(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every review held, by whether the child was heard since the one before."""
    days = [
        one.done_on
        for one in facts.completions
        if one.task == "before.child-seen" and one.detail not in ("refused", "not-suitable")
    ]
    yield from _between(town, facts, days)


def visited(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every review held, by whether the IRO was with the child since the one before."""
    days = [one.on for one in facts.contacts if one.how in ("visit", "observation")]
    days += [one.done_on for one in facts.completions if one.task == "between.visit"]
    days += [
        one.done_on
        for one in facts.completions
        if one.task == "before.child-seen" and one.detail in (None, "alone", "observed")
    ]
    yield from _between(town, facts, days)


def _between(town: Town, facts: ChildFacts, days: list[date]) -> Iterator[Told]:
    before = date.min
    for one in limits.reviews_of(facts, town.today):
        is_met = any(before < day <= one.held_on for day in days)
        answer = UNTRACKED if one.held_on < facts.child.tracking_from else MET if is_met else NOT_MET
        yield town.told(facts, one.held_on, answer)
        before = one.held_on
