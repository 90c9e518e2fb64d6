"""How much a what-if move costs beside the bare computation of the deadlines of the six children it concerns.

Run as ``python -m tests.bench.planning``: a child with twelve years of history in a group of six, all booked on one
day. The ratio is taken within one run, from the best of several rounds.
"""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from iro_desktop.domain import acts
from iro_desktop.domain.acts import Act
from iro_desktop.domain.vocabulary import LateReason, Participation, Task
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.services.acting import Actor, apply_acts
from iro_desktop.services.planning.moves import Told, move_plan
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.store import Places, Store, create
from tests.bench.rules import best_seconds

TODAY = date(2026, 11, 23)
BOOKED, TO = date(2026, 12, 10), date(2026, 12, 15)
CHILDREN = tuple(f"C{n}" for n in range(6))
YEARS = 12
_TASKS = (Task.RECOMMENDATIONS, Task.MINUTES, Task.LETTER, Task.DISTRIBUTION)


def life(child: str) -> list[Act]:
    """Twelve years of reviews, each followed by its work, the next one booked."""
    started = TODAY - timedelta(days=365 * YEARS)
    born = started - timedelta(days=400)
    found: list[Act] = [
        acts.AddChild(child=child, born_on=born, looked_after_since=started, tracking_from=started, iro="Jo Bloggs")
    ]
    day = started + timedelta(days=18)
    while day < TODAY - timedelta(days=20):
        age_code = Participation.PN0 if (day - born).days < 4 * 365 + 1 else Participation.PN1
        found.append(
            acts.RecordReviewHeld(child=child, held_on=day, participation=age_code, late_reason=LateReason.OTHER)
        )
        found += [
            acts.RecordTaskDone(child=child, task=task, done_on=min(day + timedelta(days=5 * n), TODAY), review_on=day)
            for n, task in enumerate(_TASKS, 1)
        ]
        day += timedelta(days=85 if len(found) < 12 else 175)
    found.append(acts.BookReview(child=child, review_on=BOOKED, booked_on=TODAY))
    return found


def group(store: Store) -> Snapshot:
    """Six children of one family in the store."""
    actor = Actor("bench", "window", TODAY)
    wanted: list[Act] = [acts.AddIro(name="Jo Bloggs")]
    for child in CHILDREN:
        wanted += life(child)
    wanted.append(acts.FormSiblingGroup(name="Family", children=CHILDREN, from_on=TODAY))
    apply_acts(store, wanted, actor, england())
    return Snapshot.of(store, TODAY, england())


def main() -> None:
    """Print both times and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        store = create(Places(Path(folder)), bytes(range(32)))
        snapshot = group(store)
        facts = [one.facts for one in snapshot.children.values()]
        bare = best_seconds(lambda: [deadlines_of(one, snapshot.calendar, TODAY, snapshot.practice) for one in facts])
        planned = best_seconds(lambda: move_plan(store, snapshot, CHILDREN[0], TO, None, Told()))
        plan = move_plan(store, snapshot, CHILDREN[0], TO, None, Told())
        store.close()
    reviews = sum(len(one.reviews) for one in facts)
    print(f"{len(facts)} children, {reviews} reviews, {len(plan.acts)} moves, {len(plan.consequences)} consequences")
    print(f"bare computation   {bare * 1000:8.2f} ms")
    print(f"plan move          {planned * 1000:8.2f} ms")
    print(f"ratio              {planned / bare:8.1f}")


if __name__ == "__main__":
    main()
