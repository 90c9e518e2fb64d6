"""The fake desk's private fostering and foster carers: a few of every standing, reckoned by the real services."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from iro_desktop.domain.records import (
    Arrangement,
    CarerFacts,
    CarerReview,
    CarerReviewAsked,
    Child,
    ChildFacts,
    Completion,
    FosterCarer,
    FosteringReport,
)
from iro_desktop.domain.vocabulary import (
    ArrangementEnd,
    CarerReviewGround,
    CarerReviewKind,
    CarerReviewOutcome,
    Role,
    Suitability,
    Task,
)
from iro_desktop.rules.calendar import england
from iro_desktop.rules.carers import carer_deadlines
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.fostering_reports import quarter_end, report_deadlines
from iro_desktop.services.foster_carers import foster_carers
from iro_desktop.services.fostering_views import ArrangementRow, CarersView, FosteringView
from iro_desktop.services.private_fostering import arrangement_rows, private_fostering
from iro_desktop.services.snapshot import CarerNow, ChildNow, Snapshot
from tests.builders import new_id
from tests.conftest import TODAY


def private_fostering_of(children: Sequence[str], *, ended: bool) -> FosteringView:
    """The first few children are privately fostered."""
    return private_fostering(_snapshot(tuple(children[:4])), None, ended=ended)


def arrangements_of_child(children: Sequence[str], child: str) -> tuple[ArrangementRow, ...]:
    """None but for the first few."""
    snapshot = _snapshot(tuple(children[:4]))
    return arrangement_rows(snapshot, snapshot.children[child]) if child in snapshot.children else ()


def foster_carers_of(children: Sequence[str], *, ended: bool) -> CarersView:
    """Four households where there are children, else none."""
    snapshot = _snapshot(tuple(children[:4]))
    return foster_carers(snapshot, None, ended=ended)


def ago(days: int) -> date:
    """A day before today."""
    return TODAY - timedelta(days=days)


@cache
def _snapshot(children: tuple[str, ...]) -> Snapshot:
    snapshot = Snapshot(TODAY, england())
    for council_id, make in zip(children, (_late, _soon, _proposed, _over), strict=False):
        one, visits = make(council_id)
        child = Child(council_id, council_id, ago(900), born_on=date(2012, 5, 3))
        done = tuple(Completion(new_id(), council_id, Task.FOSTERING_VISIT, day) for day in visits)
        facts = ChildFacts(child, completions=done, arrangements=(one,))
        dates = tuple(deadlines_of(facts, snapshot.calendar, TODAY))
        snapshot.children[council_id] = ChildNow(
            facts, dates, tuple(each for each in dates if each.is_open), None, False
        )
    for carer in _households() if children else ():
        reckoned = tuple(carer_deadlines(carer, snapshot.calendar, TODAY))
        snapshot.carers[carer.carer.reference] = CarerNow(carer, reckoned)
    everybody = [one.facts for one in snapshot.children.values()]
    last = quarter_end(ago(95))
    snapshot.reports = (FosteringReport(new_id(), last, last),) if children else ()
    snapshot.service = tuple(report_deadlines(everybody, snapshot.reports, snapshot.calendar, TODAY))
    return snapshot


def _late(child: str) -> tuple[Arrangement, tuple[date, ...]]:
    one = Arrangement(
        new_id(), child, ago(130), ago(120), ago(118), None, None, Role.SCHOOL, "an aunt",
        Suitability.REQUIREMENTS, ago(90), "team manager", "A bed of the child’s own",
    )  # fmt: skip
    return one, (ago(115), ago(75), ago(50))


def _soon(child: str) -> tuple[Arrangement, tuple[date, ...]]:
    return Arrangement(new_id(), child, None, ago(4), ago(6), carer="the family of a friend"), ()


def _proposed(child: str) -> tuple[Arrangement, tuple[date, ...]]:
    one = Arrangement(new_id(), child, ago(20), None, ago(-30), notified_by=Role.MOTHER, carer="a host family")
    return one, (ago(14),)


def _over(child: str) -> tuple[Arrangement, tuple[date, ...]]:
    one = Arrangement(
        new_id(), child, None, ago(300), ago(300), ago(100), ArrangementEnd.RETURNED, None, "a neighbour",
        Suitability.SUITABLE, ago(270), "team manager",
    )  # fmt: skip
    return one, (ago(295), ago(250), ago(200), ago(150))


def _households() -> tuple[CarerFacts, ...]:
    late = FosterCarer("f1", "FC-0001", ago(372), terms="one child, 0 to 4")
    asked = FosterCarer("f2", "FC-0002", ago(800), terms="two children, 5 to 11")
    booked = FosterCarer("f3", "FC-0003", ago(1080), terms="one child, 11 to 18", booked_on=ago(-8))
    over = FosterCarer("f4", "FC-0004", ago(1500), ago(20))
    first = CarerReview(
        new_id(), "f2", ago(440), ago(420), ago(430), CarerReviewKind.ANNUAL, CarerReviewOutcome.CONTINUES
    )
    last = CarerReview(new_id(), "f2", ago(90), ago(80))
    return (
        CarerFacts(late),
        CarerFacts(asked, (first, last), (CarerReviewAsked(new_id(), "f2", ago(12), CarerReviewGround.HOUSEHOLD),)),
        CarerFacts(booked, (CarerReview(new_id(), "f3", ago(720)), CarerReview(new_id(), "f3", ago(360)))),
        CarerFacts(over, (CarerReview(new_id(), "f4", ago(1140)), CarerReview(new_id(), "f4", ago(780)))),
    )
