"""How an alert is read, wherever it is shown, judged or counted: its stages, and how far it has come."""

from collections.abc import Iterable

from iro_desktop.domain.records import Alert, AlertStep, ChildFacts
from iro_desktop.domain.vocabulary import AlertStage

_ORDER = {stage: position for position, stage in enumerate(AlertStage)}


def steps_of(facts: ChildFacts, alert: Alert) -> tuple[AlertStep, ...]:
    """The stages an alert went through, oldest first; of one day in their order."""
    mine = (one for one in facts.alert_steps if one.alert_id == alert.id)
    return tuple(sorted(mine, key=lambda one: (one.started_on, _ORDER[one.stage])))


def furthest(steps: Iterable[AlertStep]) -> AlertStep:
    """The furthest it has come; a referral to Cafcass is past every stage of the service."""
    return max(steps, key=lambda one: _ORDER[one.stage])
