"""Challenge and praise: alerts from stage to stage, legal advice, and the lists of words the service owns."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.vocabulary import Agency, AlertKind, AlertOutcome, AlertStage, CafcassGround, ServiceList


@dataclass(frozen=True, slots=True)
class Alert:
    """What an IRO raised for a child, with the service or with a partner agency, or told as good practice.

    It is known by its child, the day it was raised, and which of that day it is.
    """

    entity: ClassVar[str] = "alert"
    id: str
    child_id: str
    raised_on: date
    resolved_on: date | None = None
    about: str | None = None  # what it is about, in the IRO's words
    kind: AlertKind = AlertKind.CHALLENGE
    nth: int = 1  # of those raised for the child on that day
    theme_id: str | None = None  # of the service's list
    team: str | None = None  # whose practice it is about
    agency: Agency | None = None  # a partner escalation: with whom; good practice: whose
    rule_id: str | None = None  # the date it was drafted from, with the day that was counted from
    trigger_on: date | None = None
    recommendation_id: str | None = None  # the recommendation it was drafted from
    outcome: AlertOutcome | None = None
    effect_id: str | None = None  # effect for the child, of the service's list
    effect: str | None = None  # and in words
    child_told_on: date | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class AlertStep:
    """One stage of an alert; a stage may be skipped, and none is entered twice."""

    entity: ClassVar[str] = "alert_step"
    id: str
    child_id: str
    alert_id: str
    stage: AlertStage
    started_on: date
    answered_on: date | None = None
    responder: str | None = None  # who has to answer, by name; their role is the protocol's
    reply: str | None = None  # what was answered
    reply_by: date | None = None  # asked of a partner agency; a stage of the protocol has its own clock
    ground: CafcassGround | None = None  # of a referral to Cafcass
    told: str | None = None  # of a referral: who was told of it
    told_on: date | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class AlertPause:
    """Days on which the clock of a stage stands still; the limit of the whole runs on."""

    entity: ClassVar[str] = "alert_pause"
    id: str
    child_id: str
    alert_id: str
    from_on: date
    reason: str
    to_on: date | None = None  # last day; None: until further notice
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class LegalAdvice:
    """Independent legal advice an IRO took about a child (IRO Handbook ch.2)."""

    entity: ClassVar[str] = "legal_advice"
    id: str
    child_id: str
    asked_on: date
    question: str
    asked_of: str | None = None  # the firm or lawyer
    answered_on: date | None = None
    advice: str | None = None
    use: str | None = None  # what came of it
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One word of a list the service owns. What was filed under it stays so when it is renamed, merged or retired."""

    entity: ClassVar[str] = "list_entry"
    id: str
    which: ServiceList
    name: str  # told apart by it in its list
    merged_into: str | None = None  # row id of the entry that stands for it now
    is_retired: bool = False  # offered no more
    former_names: str | None = None  # names it had, one a line, oldest first
    row_version: int = 1
