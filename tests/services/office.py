"""One IRO's office over a real store: acts done, undone and refused, in few words."""

from datetime import date
from typing import Any

import pytest

from iro_desktop.domain.acts import Act
from iro_desktop.domain.dates import typed_date
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Child, ChildFacts, Review
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import next_review
from iro_desktop.rules.model import Deadline
from iro_desktop.services import acting
from iro_desktop.services.acting import Actor, Touched, apply_acts
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.store import Dump, Store
from tests.conftest import TODAY

SAFE = ("Nothing was saved", "Nothing was changed", "Nothing was undone", "No act of the list was applied")


def day(text: str) -> date:
    """``12 Oct`` of the year of the tests, or of a year that is said."""
    found = typed_date(text if text[-4:].isdecimal() else f"{text} {TODAY.year}", TODAY)
    assert found is not None, text
    return found


class Office:
    def __init__(self, store: Store, today: date = TODAY) -> None:
        self.store = store
        self.actor = Actor("tester", "window", today)

    def do(self, *wanted: Act) -> Touched:
        """All of them as one act of the history."""
        touched = apply_acts(self.store, wanted, self.actor, england())
        assert touched is not None
        return touched

    def each(self, *wanted: Act) -> list[Touched]:
        """One after the other."""
        return [self.do(one) for one in wanted]

    def undo(self, act_id: str | None = None) -> Touched:
        return acting.undo(self.store, self.actor, act_id)

    def redo(self) -> Touched:
        return acting.redo(self.store, self.actor)

    def refused(self, *wanted: Act, by: Any = None) -> str:
        """The sentence of a refusal that says what is safe and leaves everything as it was."""
        before, count = self.store.dump(), len(self.store.acts())
        with pytest.raises(UserError) as caught:
            by() if by else self.do(*wanted)
        assert self.store.dump() == before
        assert len(self.store.acts()) == count
        sentence = str(caught.value)
        assert any(safe in sentence for safe in SAFE), sentence
        return sentence

    def dump(self) -> Dump:
        return self.store.dump()

    def facts(self, council_id: str = "A1") -> ChildFacts:
        with self.store.reading() as reader:
            child = reader.child_by_council_id(council_id)
            assert child is not None
            return reader.facts([child.id])[0]

    def child(self, council_id: str = "A1") -> Child:
        return self.facts(council_id).child

    def review(self, held_on: date, council_id: str = "A1") -> Review:
        return next(one for one in self.facts(council_id).reviews if one.held_on == held_on)

    def snapshot(self) -> Snapshot:
        return Snapshot.of(self.store, self.actor.today, england())

    def desk(self) -> LocalDesk:
        return LocalDesk(self.store, self.actor)

    def deadlines(self, council_id: str = "A1", rule: str | None = None) -> list[Deadline]:
        found = self.snapshot().children[council_id].deadlines
        return [one for one in found if rule is None or one.rule.id == rule]

    def owed(self, council_id: str = "A1") -> Deadline:
        """The review that is owed next."""
        found = next_review(self.deadlines(council_id))
        assert found is not None
        return found
