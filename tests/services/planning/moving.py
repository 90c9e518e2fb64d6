"""Random moves, each foretold, done, compared and undone."""

from datetime import date, timedelta
from random import Random

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Asker
from iro_desktop.rules.calendar import england
from iro_desktop.rules.model import Deadline
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.plan_views import Consequence, DatedStanding, MovePlan
from iro_desktop.services.planning.owed import owed_next
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.store import Store
from tests.conftest import TODAY

Shown = tuple[date | None, str, date | None]


def open_ones(store: Store, today: date = TODAY) -> dict[str, Shown]:
    """Every open deadline, read and computed from nothing."""
    now = Snapshot.of(store, today, england())
    stream = [one for child in now.children.values() for one in child.deadlines]
    stream += [one for carer in now.carers.values() for one in carer.deadlines]
    return {one.id: shown(one) for one in stream if one.is_open}


def shown(one: Deadline | DatedStanding) -> Shown:
    return one.due_on, one.standing.value, one.booked_on


def carried_out(before: dict[str, Shown], told: tuple[Consequence, ...]) -> dict[str, Shown]:
    """The open deadlines that the consequences lead to."""
    after = dict(before)
    for one in told:
        if one.before is not None:
            assert after.pop(one.id_before) == shown(one.before)
    for one in told:
        if one.after is not None:
            assert one.id not in after
            after[one.id] = shown(one.after)
    return after


def a_random_plan(desk: LocalDesk, store: Store, rng: Random) -> MovePlan | None:
    """A move of a child, with some of those that could join; ``None`` where it was refused."""
    now = Snapshot.of(store, TODAY, england())
    child = rng.choice([key for key, one in now.children.items() if owed_next(one) is not None])
    to_on = TODAY + timedelta(days=rng.randint(0, 150))
    try:
        offered = desk.plan_move(child, to_on)
        keys = {part.key for part in offered.parts if rng.random() < 0.7}
        return desk.plan_move(child, to_on, keys)
    except UserError:
        return None


def check_a_move(desk: LocalDesk, store: Store, rng: Random) -> bool:
    """Foretell, do, compare, undo; whether there was a move to do."""
    before, whole = open_ones(store), store.dump().hash
    plan = a_random_plan(desk, store, rng)
    assert store.dump().hash == whole
    if plan is None:
        return False
    keys = [part.key for part in plan.parts if part.is_chosen]
    desk.apply_move(plan.child, plan.to_on, keys, Asker.CARER, "asked for another day")
    after = open_ones(store)
    assert after == carried_out(before, plan.consequences)
    if rng.random() < 0.7:
        desk.undo()
        assert store.dump().hash == whole
    return True
