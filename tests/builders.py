"""Facts in the language of the field, for tests: only what matters to the test has to be said."""

from datetime import date
from itertools import count

from iro_desktop.domain.records import Allocation, Booking, Child, ChildFacts, Completion, Episode, Review
from iro_desktop.domain.vocabulary import BookingStatus, Participation, ReviewMethod, Task

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


def review(held: str, *, number: int | None = None, method: ReviewMethod = ReviewMethod.MEETING,
           completed: str | None = None) -> Review:  # fmt: skip
    """A review of the child under test."""
    completed_on = on(completed) if completed else None
    return Review(new_id(), "c", on(held), completed_on, Participation.PN1, method, number)


def booking(review_on: str, status: BookingStatus = BookingStatus.OPEN) -> Booking:
    """A booking of the child under test."""
    return Booking(new_id(), "c", on(review_on), status)


def done(task: Task, done_on: str, of: Review | None = None) -> Completion:
    """Work reported as done."""
    return Completion(new_id(), "c", task, on(done_on), of.id if of else None)


def allocated(from_on: str, to_on: str | None = None) -> Allocation:
    """An IRO's time with the child under test."""
    return Allocation(new_id(), "c", "iro", on(from_on), on(to_on) if to_on else None)


def child_with(
    *facts: Episode | Review | Booking | Completion | Allocation,
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
    )
