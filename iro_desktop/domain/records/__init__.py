"""Facts as they travel: frozen records, one per table. ``None`` means not known.

Every record has ``id`` (UUIDv7 text, made by the program) and ``row_version`` (counts changes to the row, from 1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from iro_desktop.domain.records.challenge import Alert, AlertPause, AlertStep, LegalAdvice, ListEntry
from iro_desktop.domain.records.child import (
    Allocation,
    Child,
    Circumstance,
    Episode,
    SiblingGroup,
    SiblingMembership,
    Worker,
)
from iro_desktop.domain.records.figures import FrozenFigure, FrozenSet
from iro_desktop.domain.records.fostering import (
    Arrangement,
    CarerReview,
    CarerReviewAsked,
    FosterCarer,
    FosteringReport,
)
from iro_desktop.domain.records.leaving import Home, Touch
from iro_desktop.domain.records.outputs import (
    AnnualReport,
    ChildLetter,
    Clinic,
    ClinicAction,
    IroProfile,
    ReportSection,
)
from iro_desktop.domain.records.people import Contact, Person, PersonRestriction, SignificantEvent
from iro_desktop.domain.records.reviews import (
    SKIPPED,
    Attendance,
    Booking,
    Completion,
    Override,
    Recommendation,
    RecommendationCheck,
    RecordSection,
    Review,
    Sending,
    Sitting,
    Wishes,
)
from iro_desktop.domain.records.service import (
    BankHoliday,
    DiaryBlock,
    Feedback,
    Iro,
    Leave,
    PlanAction,
    PracticeStandard,
    SavedView,
    Setting,
    TeamEvent,
)

# Who a child and the people around them are, and what was said: shown only to a stated reader for a stated purpose.
PERSONAL_FIELDS: Mapping[str, frozenset[str]] = {
    entity: frozenset(names.split())
    for entity, names in {
        "child": "given_name family_name known_as born_on upn school languages communication notes",
        "person": "name phone email note",
        "person_restriction": "reason",
        "sending": "views",
        "wishes": "where when who chairing not_coming views",
        "recommendation": "text note",
        "recommendation_check": "note",
        "record_section": "text",
        "contact": "note",
        "significant_event": "note",
        "completion": "note",
        "booking": "place reason",
        "alert": "about effect",
        "alert_step": "responder reply told",
        "alert_pause": "reason",
        "legal_advice": "question asked_of advice use",
        "circumstance": "note",
        "home": "note",
        "touch": "note",
        "arrangement": "carer decided_by note",
        "carer_review": "note",
        "carer_review_asked": "note",
        "foster_carer": "terms",
        "iro": "background",
        "team_event": "guests note",
        "feedback": "words",
        "allocation": "note",
        "worker": "name",
        "sibling_membership": "liaison",
        "child_letter": "text",
        "iro_profile": "words picture",
        "clinic": "note",
        "clinic_action": "text came_of",
        "date_override": "reason",
        "plan_action": "text owner went",
        "practice_standard": "text benchmark stands signed_off_by",
        "frozen_set": "note",
        "report_section": "text",
        "annual_report": "content",
    }.items()
}


Record = (
    Child
    | Episode
    | Review
    | Sitting
    | Circumstance
    | Override
    | Alert
    | AlertStep
    | Booking
    | Completion
    | Iro
    | Leave
    | Allocation
    | SiblingGroup
    | SiblingMembership
    | Setting
    | BankHoliday
    | FosterCarer
    | CarerReview
    | Attendance
    | Person
    | PersonRestriction
    | Sending
    | Wishes
    | Recommendation
    | RecommendationCheck
    | RecordSection
    | Contact
    | SignificantEvent
    | Worker
    | DiaryBlock
    | SavedView
    | AlertPause
    | LegalAdvice
    | ListEntry
    | Home
    | Touch
    | Arrangement
    | CarerReviewAsked
    | FosteringReport
    | TeamEvent
    | PracticeStandard
    | Feedback
    | PlanAction
    | FrozenSet
    | FrozenFigure
    | ChildLetter
    | IroProfile
    | Clinic
    | ClinicAction
    | AnnualReport
    | ReportSection
)


RECORD_TYPES: dict[str, type[Record]] = {record.entity: record for record in get_args(Record)}


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """All that is known about one child but the text of the records of reviews; each tuple oldest first."""

    child: Child
    episodes: tuple[Episode, ...] = ()
    reviews: tuple[Review, ...] = ()
    bookings: tuple[Booking, ...] = ()
    completions: tuple[Completion, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    overrides: tuple[Override, ...] = ()
    alerts: tuple[Alert, ...] = ()
    alert_steps: tuple[AlertStep, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()  # by review, then number
    checks: tuple[RecommendationCheck, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    people: tuple[Person, ...] = ()  # by name
    restrictions: tuple[PersonRestriction, ...] = ()
    sendings: tuple[Sending, ...] = ()
    wishes: tuple[Wishes, ...] = ()
    contacts: tuple[Contact, ...] = ()
    events: tuple[SignificantEvent, ...] = ()
    workers: tuple[Worker, ...] = ()
    alert_pauses: tuple[AlertPause, ...] = ()
    advice: tuple[LegalAdvice, ...] = ()
    homes: tuple[Home, ...] = ()
    touches: tuple[Touch, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()


@dataclass(frozen=True, slots=True)
class CarerFacts:
    """All that the rules need to know about one foster carer."""

    carer: FosterCarer
    reviews: tuple[CarerReview, ...] = ()  # oldest first
    asked: tuple[CarerReviewAsked, ...] = ()  # oldest first


__all__ = [
    "PERSONAL_FIELDS",
    "RECORD_TYPES",
    "SKIPPED",
    "Alert",
    "AlertPause",
    "AlertStep",
    "Allocation",
    "AnnualReport",
    "Arrangement",
    "Attendance",
    "BankHoliday",
    "Booking",
    "CarerFacts",
    "CarerReview",
    "CarerReviewAsked",
    "Child",
    "ChildFacts",
    "ChildLetter",
    "Circumstance",
    "Clinic",
    "ClinicAction",
    "Completion",
    "Contact",
    "DiaryBlock",
    "Episode",
    "Feedback",
    "FosterCarer",
    "FosteringReport",
    "FrozenFigure",
    "FrozenSet",
    "Home",
    "Iro",
    "IroProfile",
    "Leave",
    "LegalAdvice",
    "ListEntry",
    "Override",
    "Person",
    "PersonRestriction",
    "PlanAction",
    "PracticeStandard",
    "Recommendation",
    "RecommendationCheck",
    "Record",
    "RecordSection",
    "ReportSection",
    "Review",
    "SavedView",
    "Sending",
    "Setting",
    "SiblingGroup",
    "SiblingMembership",
    "SignificantEvent",
    "Sitting",
    "TeamEvent",
    "Touch",
    "Wishes",
    "Worker",
]
