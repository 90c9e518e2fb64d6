"""Acts written straight through the gate, for tests of the store alone."""

from dataclasses import replace
from datetime import UTC, date, datetime

from iro_desktop.domain.records import (
    Allocation,
    Booking,
    Child,
    Completion,
    Episode,
    Iro,
    Record,
    Review,
    SiblingGroup,
    SiblingMembership,
)
from iro_desktop.domain.vocabulary import Asker, BookingStatus, LateReason, Participation, ReviewMethod, Sex, Task
from iro_desktop.store.gate import ActLine, Change
from iro_desktop.store.identity import new_id
from iro_desktop.store.store import Store

DAY = date(2026, 3, 12)


def line(sentence: str = "Test act", *, kind: str = "Test", undoes: str | None = None) -> ActLine:
    return ActLine(kind, sentence, "tester", "window", datetime.now(UTC), undoes)


def a_child(council_id: str = "A1", given_name: str | None = None) -> Child:
    return Child(new_id(), council_id, DAY, given_name=given_name)


def add(store: Store, *records: Record, sentence: str = "Add") -> str:
    with store.writing() as writer:
        return writer.write(line(sentence), [Change(None, record) for record in records])


def change(store: Store, before: Record, after: Record) -> str:
    with store.writing() as writer:
        return writer.write(line("Change"), [Change(before, after)])


def remove(store: Store, record: Record) -> str:
    with store.writing() as writer:
        return writer.write(line("Remove"), [Change(record, None)])


def undo(store: Store, act_id: str) -> str:
    with store.writing() as writer:
        return writer.write(line("Undo", undoes=act_id), writer.inverse(act_id))


def one_of_each() -> tuple[Record, ...]:
    """A row of every table with every field filled, parents first."""
    child = replace(
        a_child("A1", "Ann"), complete_from=DAY, family_name="O’Neill", known_as="Annie", born_on=date(2016, 2, 29),
        sex=Sex.FEMALE, ethnicity="WBRI", upn="A123456789012",
    )  # fmt: skip
    iro, group = Iro(new_id(), "Jo Bloggs", 0.6), SiblingGroup(new_id(), "Family 001")
    review = Review(
        new_id(), child.id, DAY, DAY, Participation.PN1, ReviewMethod.SERIES, 3, LateReason.COURT
    )  # fmt: skip
    return (
        child, iro, group,
        Episode(new_id(), child.id, DAY, "S", "C2", "N1", "U6", "PR1", DAY, "X1", "CARPL"),
        review,
        Booking(new_id(), child.id, DAY, BookingStatus.MOVED, DAY, "09:30", "School", DAY, Asker.CHILD, "Trip"),
        Completion(new_id(), child.id, Task.MINUTES, DAY, review.id),
        Allocation(new_id(), child.id, iro.id, DAY, DAY),
        SiblingMembership(new_id(), group.id, child.id, DAY, DAY),
    )  # fmt: skip
