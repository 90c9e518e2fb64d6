"""Private fostering, and foster carers."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.vocabulary import (
    ArrangementEnd,
    CarerReviewGround,
    CarerReviewKind,
    CarerReviewOutcome,
    Role,
    Suitability,
)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A private fostering arrangement (Children Act 1989 Part IX; SI 2005/1533), known by its first known day."""

    entity: ClassVar[str] = "arrangement"
    id: str
    child_id: str
    notified_on: date | None = None  # notice was given; before ``aware_on`` that it is proposed
    aware_on: date | None = None  # the authority knows that the child is privately fostered: the year of visits begins
    starts_on: date | None = None  # began, or is to begin
    ended_on: date | None = None  # last day
    ended_as: ArrangementEnd | None = None
    notified_by: Role | None = None
    carer: str | None = None  # who they are to the child, or a name
    suitability: Suitability | None = None
    decided_on: date | None = None
    decided_by: str | None = None
    note: str | None = None  # requirements, and what else is to be known
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class FosteringReport:
    """The report on private fostering of one quarter, sent to senior leaders; about the service, not about a child."""

    entity: ClassVar[str] = "fostering_report"
    id: str
    quarter_on: date  # the last day of the quarter
    sent_on: date
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class FosterCarer:
    """A fostering household whose approval is reviewed."""

    entity: ClassVar[str] = "foster_carer"
    id: str
    reference: str  # the service's own; no name
    approved_on: date
    ended_on: date | None = None
    iro_id: str | None = None  # the fostering IRO who reviews the approval
    terms: str | None = None  # of the approval: how many children, of which ages
    booked_on: date | None = None  # the day booked for the next review
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class CarerReview:
    """A review of a foster carer's approval."""

    entity: ClassVar[str] = "carer_review"
    id: str
    carer_id: str
    held_on: date
    decided_on: date | None = None  # by the decision maker
    panel_on: date | None = None
    kind: CarerReviewKind = CarerReviewKind.ANNUAL
    outcome: CarerReviewOutcome | None = None
    note: str | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class CarerReviewAsked:
    """A review of a foster carer's approval asked for out of turn."""

    entity: ClassVar[str] = "carer_review_asked"
    id: str
    carer_id: str
    asked_on: date
    ground: CarerReviewGround
    note: str | None = None
    row_version: int = 1
