"""Challenge and praise, pathway plan reviews, fostering."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from iro_desktop.domain.records import Alert, ChildFacts
from iro_desktop.domain.vocabulary import AlertStage
from tests.measures.plainly import limits
from tests.measures.plainly.part import pathway_reviews
from tests.measures.plainly.told import MET, NOT_MET, TO_COME, UNKNOWN, UNTRACKED, Told, Town, working_days
from tests.rules import reckoned_alerts, reckoned_fostering, reckoned_others
from tests.rules.reckoned_counts import Reckoned, Settings

Count = Callable[[Town, ChildFacts], Iterator[Told]]
PLAIN = Settings(())
STAGES = list(AlertStage)


def raised(kind: str | None, *, agency: bool, kinds: bool = False) -> Count:
    """Every alert raised."""

    def count(town: Town, facts: ChildFacts) -> Iterator[Told]:
        for one in facts.alerts:
            if kind is None or one.kind == kind:
                more = {"agency": one.agency.label if one.agency else ""} if agency else {}
                more |= {"kind": one.kind.label} if kinds else {}
                yield _told(town, facts, one, one.raised_on, more)

    return count


def days_to_resolve(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every challenge resolved."""
    for one in facts.alerts:
        if one.kind == "challenge" and one.resolved_on:
            yield _told(town, facts, one, one.resolved_on, {})


def _told(town: Town, facts: ChildFacts, one: Alert, day: date, more: dict[str, str]) -> Told:
    steps = [step for step in facts.alert_steps if step.alert_id == one.id]
    is_open = one.outcome is None
    about = {
        "stage": max(steps, key=lambda step: STAGES.index(step.stage)).stage.label if steps else "",
        "theme": town.words_of(one.theme_id),
        "outcome": "still open" if one.outcome is None else one.outcome.label,
        "effect": town.words_of(one.effect_id) or ("still open" if is_open else ""),
    }
    told = town.told(facts, day, MET, {**about, **more}, one.raised_on)
    took = working_days(one.raised_on, one.resolved_on) if one.resolved_on else None
    return told._replace(amount=None if took is None else float(took), team=one.team or "")


def answered(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every stage of a challenge that asks for an answer by a day."""
    for one in reckoned_alerts.challenges(facts, PLAIN, town.today):
        if one.rule not in ("alert.cap", "alert.partner"):
            yield from _duty(town, facts, one)


def resolved(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """The limit of every challenge."""
    for one in reckoned_alerts.challenges(facts, PLAIN, town.today):
        if one.rule == "alert.cap":
            yield from _duty(town, facts, one)


def visits(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every visit to a privately fostered child."""
    mine = tuple(one for one in facts.circumstances if one.kind in ("fostering-proposed", "private-fostering"))
    for one in reckoned_fostering.private_fostering(replace(facts, circumstances=mine), PLAIN, town.today):
        if one.rule not in ("private-fostering.visit", "private-fostering.first-visit") or one.due_on is None:
            continue
        for told in _duty(town, facts, one):
            yield told._replace(answer=UNTRACKED) if one.due_on < facts.child.tracking_from else told


def _duty(town: Town, facts: ChildFacts, one: Reckoned) -> Iterator[Told]:
    if one.due_on is not None and one.due_on <= town.today:
        yield town.told(facts, one.due_on, _stands(one, town.today))


def _stands(one: Reckoned, today: date) -> str:
    if one.met_on is None:
        return TO_COME if one.due_on == today and one.standing != "missed" else NOT_MET
    return MET if one.due_on is not None and one.met_on <= one.due_on else NOT_MET


def carers(town: Town) -> Iterator[Told]:
    """Every review of a household's approval that fell due."""
    names = {one.id: one.name for one in town.iros}
    for facts in town.carers:
        for one in reckoned_fostering.foster_carer(facts, PLAIN, town.today):
            if one.rule == "foster-carer.review" and one.due_on is not None and one.due_on <= town.today:
                iro = names.get(facts.carer.iro_id or "", "")
                yield Told(facts.carer.reference, one.due_on, _stands(one, town.today), iro)


def pathway(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every pathway plan review held, by all the limits that it answered to."""
    rules = ("pathway.review", "pathway.accommodation-review")
    once = [replace(one, kind=None) for one in limits.reviews_of(facts, town.today)]
    known = sorted([*once, *pathway_reviews(facts, town.today)], key=lambda one: one.held_on)
    as_one = replace(facts, reviews=tuple(known))
    found = reckoned_others.pathway(as_one, PLAIN, town.today) if facts.child.born_on else []
    for one in pathway_reviews(facts, town.today):
        mine = [each for each in found if each.rule in rules and each.met_on == one.held_on]
        answer = UNKNOWN if not mine else MET if all(each.standing == "met" for each in mine) else NOT_MET
        yield town.told(facts, one.held_on, answer)


def pathway_held(town: Town, facts: ChildFacts) -> Iterator[Told]:
    """Every pathway plan review held."""
    for one in pathway_reviews(facts, town.today):
        yield town.told(facts, one.held_on, MET)
