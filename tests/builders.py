"""Facts in the language of the field, for tests: only what matters to the test has to be said."""

from datetime import date
from itertools import count

from iro_desktop.domain.records import (
    Alert,
    AlertPause,
    AlertStep,
    Allocation,
    Booking,
    CarerFacts,
    CarerReview,
    Child,
    ChildFacts,
    Circumstance,
    Completion,
    Episode,
    FosterCarer,
    Override,
    Review,
    Setting,
)
from iro_desktop.domain.vocabulary import (
    Agency,
    AlertKind,
    AlertStage,
    BookingStatus,
    CarerReviewKind,
    CircumstanceKind,
    Participation,
    ReviewGround,
    ReviewKind,
    ReviewMethod,
    Task,
)
from iro_desktop.rules.practice import Practice

_ids = count(1)


def new_id() -> str:
    """An id that is unlike every other in the test run."""
    return f"id-{next(_ids)}"


def on(text: str) -> date:
    """A date from ISO text."""
    return date.fromisoformat(text)


def episode(started: str, reason: str = "S", *, status: str = "C2", place: str = "U6", ended: str | None = None,
            end_reason: str | None = None) -> Episode:  # fmt: skip
    """An episode of the child under test."""
    return Episode(
        new_id(), "c", on(started), reason, status, None, place, None, on(ended) if ended else None, end_reason
    )


def maybe(text: str | None) -> date | None:
    """A date from ISO text, or none."""
    return on(text) if text else None


def review(held: str, *, number: int | None = None, method: ReviewMethod = ReviewMethod.MEETING,
           completed: str | None = None, ground: ReviewGround | None = None,
           adjourned: str | None = None) -> Review:  # fmt: skip
    """A review of the child under test."""
    return Review(
        new_id(), "c", on(held), maybe(completed), Participation.PN1, method, number, None, None, ground,
        maybe(adjourned),
    )  # fmt: skip


def pathway_review(held: str) -> Review:
    """A pathway plan review of the young person under test."""
    return Review(new_id(), "c", on(held), kind=ReviewKind.PATHWAY)


def booking(review_on: str, status: BookingStatus = BookingStatus.OPEN, *, kind: ReviewKind | None = None) -> Booking:
    """A booking of the child under test."""
    return Booking(new_id(), "c", on(review_on), status, kind=kind)


def circumstance(
    kind: CircumstanceKind, from_on: str, to_on: str | None = None, detail: str | None = None
) -> Circumstance:
    """What is so about the child under test."""
    return Circumstance(new_id(), "c", kind, on(from_on), maybe(to_on), detail)


def override(rule: str, trigger: str, due: str, *, reason: str = "Agreed with the court.") -> Override:
    """A date set by hand."""
    return Override(new_id(), "c", rule, on(trigger), on(due), reason, on(trigger))


def alert(raised: str, resolved: str | None = None) -> Alert:
    """A challenge about the child under test."""
    return Alert(new_id(), "c", on(raised), maybe(resolved))


def step(of: Alert, stage: AlertStage, started: str, answered: str | None = None) -> AlertStep:
    """A stage of a challenge."""
    return AlertStep(new_id(), "c", of.id, stage, on(started), maybe(answered))


def partner_alert(raised: str, agency: Agency = Agency.HEALTH) -> Alert:
    """An escalation to a partner agency about the child under test."""
    return Alert(new_id(), "c", on(raised), kind=AlertKind.PARTNER, agency=agency)


def pause(of: Alert, from_on: str, to_on: str | None = None) -> AlertPause:
    """Days on which the clock of a challenge stood still."""
    return AlertPause(new_id(), "c", of.id, on(from_on), "Court decides first", maybe(to_on))


def carer_review(held: str, decided: str | None = None, *, panel: str | None = None,
                 kind: CarerReviewKind = CarerReviewKind.ANNUAL) -> CarerReview:  # fmt: skip
    """A review of the foster carer under test."""
    return CarerReview(new_id(), "f", on(held), maybe(decided), maybe(panel), kind)


def carer(approved: str, *reviews: CarerReview, ended: str | None = None) -> CarerFacts:
    """A foster carer with these reviews."""
    return CarerFacts(
        FosterCarer("f", "FC1", on(approved), maybe(ended)), tuple(sorted(reviews, key=lambda one: one.held_on))
    )


def practice(from_on: str = "2000-01-01", **values: str) -> Practice:
    """The service's choices from a day on; keys as in ``domain.choices``, with ``_`` for ``-``."""
    return Practice(Setting(new_id(), key.replace("_", "-"), value, on(from_on)) for key, value in values.items())


def local_limits(limits: dict[str, str], from_on: str = "2000-01-01") -> Practice:
    """The service's own limits, by rule id, from a day on."""
    return Practice(Setting(new_id(), f"limit:{rule}", value, on(from_on)) for rule, value in limits.items())


def done(task: Task, done_on: str, of: Review | None = None) -> Completion:
    """Work reported as done."""
    return Completion(new_id(), "c", task, on(done_on), of.id if of else None)


def allocated(from_on: str, to_on: str | None = None) -> Allocation:
    """An IRO's time with the child under test."""
    return Allocation(new_id(), "c", "iro", on(from_on), on(to_on) if to_on else None)


def child_with(
    *facts: Episode
    | Review
    | Booking
    | Completion
    | Allocation
    | Circumstance
    | Override
    | Alert
    | AlertStep
    | AlertPause,
    born: str | None = "2015-05-05",
    tracking_from: str = "2000-01-01",
    complete_from: str | None = "2000-01-01",
) -> ChildFacts:
    """A child with these facts, each kind sorted as the store gives them."""
    record = Child(
        "c", "AB12", on(tracking_from), on(complete_from) if complete_from else None, born_on=on(born) if born else None
    )
    return ChildFacts(
        record,
        tuple(sorted((f for f in facts if isinstance(f, Episode)), key=lambda f: f.started_on)),
        tuple(sorted((f for f in facts if isinstance(f, Review)), key=lambda f: f.held_on)),
        tuple(f for f in facts if isinstance(f, Booking)),
        tuple(f for f in facts if isinstance(f, Completion)),
        tuple(f for f in facts if isinstance(f, Allocation)),
        tuple(sorted((f for f in facts if isinstance(f, Circumstance)), key=lambda f: f.from_on)),
        (),
        tuple(f for f in facts if isinstance(f, Override)),
        tuple(f for f in facts if isinstance(f, Alert)),
        tuple(f for f in facts if isinstance(f, AlertStep)),
        alert_pauses=tuple(f for f in facts if isinstance(f, AlertPause)),
    )
