"""Days for brothers and sisters: lawful for each, as good as any by trying all, the fewest where none suits all."""

from datetime import date, timedelta
from itertools import combinations
from random import Random

import pytest

from iro_desktop.domain import acts
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Asker
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import next_review
from iro_desktop.services.plan_views import SiblingPlan
from iro_desktop.services.planning.moves import Told
from iro_desktop.services.planning.siblings import group_named, sibling_acts, sibling_plan
from iro_desktop.services.planning.slack import slack_of
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.store import Store
from tests.conftest import TODAY
from tests.services.office import Office, day
from tests.services.planning.family import IROS, a_family, in_care

CALENDAR = england()


def planned(office: Office, words: str = "A1") -> SiblingPlan:
    now = office.snapshot()
    group = group_named(now, words)
    assert group is not None
    return sibling_plan(now, group)


def a_random_group(office: Office, rng: Random) -> list[str]:
    """Two to six children with reviews owed at all times, their IROs away for weeks on end."""
    names = [f"B{n}" for n in range(rng.randint(2, 6))]
    office.do(*(acts.AddIro(name=name) for name in (*IROS, "Third One")))
    for name in names:
        last = TODAY - timedelta(days=rng.choice((rng.randint(100, 190), rng.randint(160, 183))))
        office.do(*in_care(name, last, rng.choice((*IROS, "Third One"))))
    for iro in (*IROS, "Third One"):
        start = TODAY + timedelta(days=rng.randint(0, 10))
        for _ in range(rng.randint(0, 2)):
            end = start + timedelta(days=rng.randint(0, 25))
            office.do(acts.RecordLeave(iro=iro, from_on=start, to_on=end))
            start = end + timedelta(days=rng.randint(1, 6))
    office.do(acts.FormSiblingGroup(name="Group", children=tuple(names), from_on=TODAY))
    return names


def lawful_days(now: Snapshot, council_id: str) -> set[date]:
    """By asking each day on its own."""
    child = now.children[council_id]
    owed = next_review(child.deadlines)
    if owed is None or owed.due_on is None:
        return set()
    iro = next(one.id for one in now.iros if one.name == child.iro)
    found, one = set(), TODAY + timedelta(days=1)
    while one <= owed.due_on:
        away = any(leave.iro_id == iro and leave.from_on <= one <= leave.to_on for leave in now.leave)
        if CALENDAR.is_working(one) and not away:
            found.add(one)
        one += timedelta(days=1)
    return found


def check_a_group(store: Store, rng: Random) -> bool:
    """The plan of a random group against trying everything; whether one day suited all."""
    office = Office(store)
    names = a_random_group(office, rng)
    plan, now = planned(office, "Group"), office.snapshot()
    lawful = {name: days for name in names if (days := lawful_days(now, name))}
    owed = {name: next_review(now.children[name].deadlines) for name in lawful}
    limits = {name: one.due_on for name, one in owed.items() if one is not None and one.due_on is not None}
    slack = max((slack_of(now, now.children[name].iro).days for name in lawful), default=0)
    for offer in (*plan.offers, *plan.split):
        assert offer.children
        for name, spare in offer.margins:
            assert offer.on in lawful[name]
            assert spare == CALENDAR.between(offer.on, limits[name])
    common = set.intersection(*lawful.values()) if lawful else set()
    assert {plan.common_from, plan.common_to} == ({min(common), max(common)} if common else {None})
    if common:
        kept = [min(slack, *(spare for _, spare in offer.margins)) for offer in plan.offers]
        best = sorted((_kept(one, limits, slack) for one in common), reverse=True)[:3]
        assert kept == best
        assert len({offer.on for offer in plan.offers}) == len(best)
        assert plan.split == ()
        return True
    assert plan.offers == ()
    reached = [name for offer in plan.split for name in offer.children]
    assert sorted(reached) == sorted(lawful)
    assert len(plan.split) == _fewest(lawful)
    return False


def _kept(one: date, limits: dict[str, date], slack: int) -> int:
    return min(slack, *(CALENDAR.between(one, limit) for limit in limits.values()))


def _fewest(lawful: dict[str, set[date]]) -> int:
    """The smallest number of days that reaches everybody, by trying all sets of days."""
    reach = {frozenset(name for name in lawful if one in lawful[name]) for days in lawful.values() for one in days}
    for count in range(len(lawful) + 1):
        if any(frozenset().union(*some) == set(lawful) for some in combinations(reach, count)):
            return count
    raise AssertionError("nobody can be reached")


@pytest.mark.parametrize("seed", range(12))
def test_days_for_a_random_group_are_the_best_by_brute_force(store: Store, seed: int):
    check_a_group(store, Random(seed))


def test_three_days_are_offered_the_latest_that_keep_the_slack_first(office: Office):
    a_family(office)
    plan = planned(office)
    assert plan.group == "Family 1"
    assert [one.on for one in plan.offers] == [day("22 Dec"), day("21 Dec"), day("18 Dec")]
    assert plan.offers[0].margins == (("A1", 5), ("A2", 10), ("A3", 18))
    assert plan.offers[0].words == "Tue 22 Dec 2026: 5 to 18 working days to spare"
    assert plan.words == "All 3 can be reviewed on one day, best Tue 22 Dec 2026: 5 to 18 working days to spare."


def test_where_no_day_suits_all_the_fewest_days_reach_everybody(office: Office):
    a_family(office)
    office.do(
        acts.RecordLeave(iro=IROS[0], from_on=day("24 Nov"), to_on=day("29 Dec")),
        acts.RecordLeave(iro=IROS[1], from_on=day("30 Dec"), to_on=day("31 Jan 2027")),
    )
    plan = planned(office)
    assert plan.offers == ()
    assert [one.children for one in plan.split] == [("A2",), ("A1", "A3")]
    assert plan.words.startswith("No day suits all 3. 2 days reach everybody:")


def test_an_overdue_child_is_named_with_the_first_possible_day_and_left_out(office: Office):
    a_family(office)
    office.do(
        *in_care("A4", day("1 May"), number=2), acts.JoinSiblingGroup(group="Family 1", child="A4", from_on=TODAY)
    )
    office.do(acts.StateNotHeld(child="A4", due_on=day("1 Nov")))
    plan = planned(office)
    assert "A4: overdue since Sun 1 Nov 2026; first possible day Tue 24 Nov 2026." in plan.words
    assert all("A4" not in one.children for one in plan.offers)


def test_who_is_not_looked_after_is_left_out_and_said_so(office: Office):
    a_family(office)
    office.do(acts.EndCare(child="A3", on=day("20 Nov"), reason="E4A"))
    left = next(one for one in planned(office).children if one.child == "A3")
    assert (left.last_lawful, left.words) == (None, "left out: not looked after")


def test_a_group_is_found_by_its_name_or_by_a_child(office: Office):
    a_family(office)
    now = office.snapshot()
    assert group_named(now, "Family 1") == group_named(now, "A3")
    assert group_named(now, "nobody") is None
    assert office.desk().plan_siblings("A2") == planned(office)


def test_a_child_without_a_group_has_no_siblings_plan(office: Office):
    office.do(acts.AddIro(name=IROS[0]), *in_care("S1", day("1 Jul")))
    assert office.desk().plan_siblings("S1") is None


def test_all_are_brought_to_one_day_as_one_act(office: Office):
    a_family(office)
    now = office.snapshot()
    group = group_named(now, "A1")
    assert group is not None
    wanted = sibling_acts(now, group, day("22 Dec"), Told(Asker.FAMILY, "one journey"))
    assert [one.kind for one in wanted] == ["MoveBooking", "MoveBooking", "BookReview"]
    office.do(*wanted)
    assert {one.booked_on for one in planned(office).children} == {day("22 Dec")}
    with pytest.raises(UserError, match="Nothing was changed"):
        sibling_acts(office.snapshot(), group, day("22 Dec"), Told())
