"""As at any past day: the history gives back what was known then, and nothing that came later or was erased."""

import time
from datetime import date, datetime, timedelta

import pytest

from iro_desktop.domain.acts import AddBankHoliday, AddChild, ChangeChild, ChangeSetting, MergeChild, RecordReviewHeld
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Participation
from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import Actor, apply_acts, moment_of
from iro_desktop.services.as_at import snapshot_as_at
from iro_desktop.services.performance_views import FigureWish
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.past import end_of
from tests.services.cases import CHILD, IRO
from tests.services.office import Office, day
from tests.services.past_year import differing, live_a_year

FOURTH, LATER = day("4 Nov"), day("20 Nov")


@pytest.fixture
def on_day(office: Office):
    """Do acts as on that day."""

    def act(on: date, *wanted):
        office.actor = Actor("tester", "window", on)
        return office.do(*wanted)

    return act


@pytest.mark.parametrize("seed", [1, 2])
def test_at_random_dates_of_a_year_the_past_is_what_was_known_on_that_day(store, seed):
    kept = live_a_year(store, seed, dates=4, days=110)
    assert len(kept) == 4
    assert differing(store, kept) == []


def test_two_days_of_a_year_are_told_apart(store):
    """The comparison can fail: a day is not what another was."""
    kept = live_a_year(store, 3, dates=2, days=60)
    (one, first), (other, second) = kept.items()
    assert {name for _, name in differing(store, {one: second, other: first})} == {
        "facts", "deadlines", "caseload", "figures",
    }  # fmt: skip


def test_what_was_recorded_late_is_not_known_before_it_was_recorded(office, on_day):
    on_day(day("20 Oct"), IRO, CHILD)
    on_day(LATER, RecordReviewHeld(child="A1", held_on=day("5 Nov"), participation=Participation.PN1))
    desk = office.desk()
    held = []
    for on in (day("19 Nov"), LATER):
        tiles = desk.performance(FigureWish(day("1 Nov"), day("30 Nov"), as_at=on)).tiles
        held += [one.figure.value for one in tiles if one.figure.measure == "reviews.held"]
    assert held == [0, 1]


def test_settings_days_off_names_and_merges_stand_as_they_stood(office, on_day):
    on_day(day("20 Oct"), IRO, CHILD, AddChild(child="A2", looked_after_since=day("12 Oct")))
    on_day(LATER, ChangeSetting(setting="mid-point", value="half-interval", from_on=day("1 Nov")))
    on_day(LATER, AddBankHoliday(on=day("27 Nov"), name="Day of mourning"))
    on_day(LATER, ChangeChild(child="A1", given_name="Ann"))
    on_day(LATER, MergeChild(child="A2", into="A1"))
    before, after = (Snapshot.as_at(office.store, on, england()) for on in (day("19 Nov"), LATER))
    assert (len(before.settings), len(after.settings)) == (0, 1)
    assert [one.calendar.is_working(day("27 Nov")) for one in (before, after)] == [True, False]
    assert [one.children["A1"].facts.child.given_name for one in (before, after)] == [None, "Ann"]
    assert [list(one.children) for one in (before, after)] == [["A1", "A2"], ["A1"]]


def test_what_was_undone_the_day_after_was_known_until_then(office, on_day):
    on_day(FOURTH, IRO, CHILD)
    on_day(day("9 Nov"), ChangeChild(child="A1", given_name="Ann"))
    office.actor = Actor("tester", "window", day("10 Nov"))
    office.undo()
    said = [Snapshot.as_at(office.store, day(f"{n} Nov"), england()).children["A1"] for n in (8, 9, 10)]
    assert [one.facts.child.given_name for one in said] == [None, "Ann", None]


def test_a_clock_put_back_gives_a_past_that_stood_once(office, on_day):
    """The act with the later stamp came first: with the other it is there, without it neither is."""
    on_day(day("1 Nov"), IRO)
    on_day(day("2 Nov"), CHILD)
    on_day(day("20 Nov"), ChangeChild(child="A1", given_name="Ann"))  # the clock was ahead
    on_day(day("3 Nov"), ChangeChild(child="A1", known_as="Nan"))
    on_day(FOURTH, ChangeChild(child="A1", family_name="Ash"))
    past = [Snapshot.as_at(office.store, on, england()).children["A1"].facts.child for on in (day("3 Nov"), FOURTH)]
    assert [(one.given_name, one.known_as, one.family_name) for one in past] == [
        ("Ann", "Nan", None), ("Ann", "Nan", "Ash"),
    ]  # fmt: skip


@pytest.fixture
def in_zone(monkeypatch):
    """This computer's clock in another zone."""

    def zone(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield zone
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Auckland", "America/Los_Angeles"])
def test_an_act_is_of_the_day_that_its_actor_takes_as_today(in_zone, zone):
    in_zone(zone)
    for on in (date(2026, 3, 29), date(2026, 10, 25), date(2026, 7, 1), datetime.now().astimezone().date()):
        moment = moment_of(Actor("tester", "window", on))
        assert moment.utcoffset() == timedelta()
        assert moment.astimezone().date() == on
        assert end_of(on - timedelta(1)) <= moment < end_of(on)


def test_a_day_to_come_and_one_before_the_first_entry_are_refused(office, on_day):
    with pytest.raises(UserError, match="Nothing is entered here yet"):
        snapshot_as_at(office.store, FOURTH, LATER, england())
    on_day(FOURTH, IRO, CHILD)
    for on, words in ((day("21 Nov"), "still to come"), (day("3 Nov"), "The first entry here is of 4 Nov 2026")):
        with pytest.raises(UserError, match=words) as refused:
            snapshot_as_at(office.store, on, LATER, england())
        assert refused.value.field == "as_at"
    assert list(snapshot_as_at(office.store, FOURTH, LATER, england()).children) == ["A1"]


def test_the_desk_shows_the_caseload_as_it_was_and_builds_each_day_once(office, on_day, monkeypatch):
    on_day(FOURTH, IRO, CHILD)
    on_day(LATER, AddChild(child="A2", looked_after_since=day("12 Oct")))
    desk, built = office.desk(), []
    as_at = Snapshot.as_at

    def told(store, on, calendar):
        built.append(on)
        return as_at(store, on, calendar)

    monkeypatch.setattr(Snapshot, "as_at", told)
    assert [row.child for row in desk.caseload_as_at(FOURTH).rows] == ["A1"]
    assert desk.caseload_as_at(FOURTH, "no such words").rows == ()
    assert built == [FOURTH]
    assert {row.child for row in desk.caseload_as_at(LATER).rows} == {"A1", "A2"}
    assert built == [FOURTH]  # today is there already
    desk.act(ChangeChild(child="A2", given_name="Bea"))
    desk.caseload_as_at(FOURTH)
    assert built == [FOURTH, FOURTH]


def test_an_import_is_known_from_its_day(office):
    """Whatever wrote the history, an import or an undo, stands under the day it was done."""
    early = Actor("tester", "command line", FOURTH)
    apply_acts(office.store, [IRO, CHILD], early, england())
    assert Snapshot.as_at(office.store, FOURTH - timedelta(1), england()).children == {}


def test_figures_of_the_past_are_counted_beside_the_window_too(office, on_day):
    on_day(day("20 Oct"), IRO, CHILD)
    on_day(LATER, RecordReviewHeld(child="A1", held_on=day("5 Nov"), participation=Participation.PN1))
    wish = FigureWish(day("1 Nov"), day("30 Nov"), as_at=day("19 Nov"))
    desk = office.desk()
    view = desk.count_performance(wish).now()
    assert view == office.desk().performance(wish)
    assert desk.count_performance(wish).known is view
