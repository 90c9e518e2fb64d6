"""Clinics: what counts as an exception, of whom and since when; figures beside oneself; what was agreed."""

from datetime import date, timedelta

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    AddClinicAction,
    AddIro,
    AllocateIro,
    RecordClinic,
    RecordClinicAction,
    RecordReviewHeld,
    RecordTaskDone,
    RemoveClinicAction,
    SkipMidPoint,
)
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import LateReason, Participation, Standing, Task
from iro_desktop.services.clinic import FIGURES, clinic
from iro_desktop.services.clinic_rows import clinics_view
from iro_desktop.services.clinic_views import ClinicView, Exceptional
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.performance_views import FigureWish
from tests.demo_copy import open_demo
from tests.services.cases_clinic import AGREED, CLINIC, DONE
from tests.services.office import Office, day

JO, ANN = AddIro(name="Jo Bloggs"), AddIro(name="Ann Second")
STARTED = day("1 Sep")
CHILD = AddChild(
    child="A1", looked_after_since=STARTED, tracking_from=STARTED, born_on=date(2015, 5, 5), iro="Jo Bloggs"
)
LATE = RecordReviewHeld(  # due on 29 September
    child="A1", held_on=day("2 Oct"), participation=Participation.PN1, late_reason=LateReason.COURT
)
TODAY = day("23 Nov")


def of(office: Office, iro: str = "Jo Bloggs", since: date | None = None) -> ClinicView:
    return clinic(office.snapshot(), iro, since)


def told(view: ClinicView, kind: Exceptional) -> list[tuple[str, date | None]]:
    return [(one.child, one.on) for one in view.exceptions if one.kind is kind]


def test_a_review_held_late_counts_from_the_day_after_the_last_clinic(office: Office) -> None:
    office.each(JO, CHILD, LATE)
    assert told(of(office), Exceptional.HELD_LATE) == [("A1", day("2 Oct"))]
    office.do(RecordClinic(iro="Jo Bloggs", held_on=day("1 Oct")))
    assert told(of(office), Exceptional.HELD_LATE) == [("A1", day("2 Oct"))]
    office.do(RecordClinic(iro="Jo Bloggs", held_on=day("2 Oct")))
    view = of(office)
    assert (view.since, told(view, Exceptional.HELD_LATE)) == (day("3 Oct"), [])
    assert told(of(office, since=day("2 Oct")), Exceptional.HELD_LATE) == [("A1", day("2 Oct"))]


def test_a_clinic_recorded_today_does_not_empty_the_page_it_is_held_with(office: Office) -> None:
    office.each(JO, CHILD, LATE)
    before = of(office).exceptions
    office.do(RecordClinic(iro="Jo Bloggs", held_on=TODAY))
    assert of(office).exceptions == before != ()


def test_what_happened_is_of_whose_child_it_was_then_and_what_stands_of_whose_it_is(office: Office) -> None:
    office.each(JO, ANN, CHILD, LATE, AllocateIro(child="A1", iro="Ann Second", from_on=day("1 Nov")))
    assert told(of(office), Exceptional.HELD_LATE) == [("A1", day("2 Oct"))]
    assert told(of(office, "Ann Second"), Exceptional.HELD_LATE) == []
    assert told(of(office), Exceptional.OVERDUE) == []
    assert told(of(office, "Ann Second"), Exceptional.OVERDUE)


def test_what_is_overdue_is_what_the_child_s_own_list_says(office: Office) -> None:
    office.each(JO, CHILD, LATE)
    (child,) = office.snapshot().children.values()
    owed = {one.id for one in child.owed if one.standing is Standing.OVERDUE and one.rule.ownership.value == "mine"}
    found = {one.deadline_id for one in of(office).exceptions if one.kind is Exceptional.OVERDUE}
    assert found == owed != set()


def test_minutes_finished_late_are_told_and_those_in_time_are_not(office: Office) -> None:
    done = RecordTaskDone(child="A1", task=Task.MINUTES, done_on=day("30 Oct"), review_on=day("2 Oct"))
    letter = RecordTaskDone(child="A1", task=Task.LETTER, done_on=day("9 Oct"), review_on=day("2 Oct"))
    office.each(JO, CHILD, LATE, done, letter)
    (one,) = [each for each in of(office).exceptions if each.kind is Exceptional.WRITTEN_LATE]
    assert (one.what, one.is_open) == ("Minutes, review of 2 Oct 2026", False)
    assert one.words == "due 23 Oct 2026, done 30 Oct 2026"


def test_a_mid_point_left_out_is_told_once_on_the_day_it_was_said(office: Office) -> None:
    skipped = SkipMidPoint(child="A1", review_on=day("2 Oct"), on=day("16 Nov"), reason="A review comes before it")
    following = RecordReviewHeld(child="A1", held_on=day("20 Nov"), participation=Participation.PN1)
    office.each(JO, CHILD, LATE, skipped, following)
    assert told(of(office), Exceptional.MID_POINT) == [("A1", day("16 Nov"))]


def test_a_review_that_several_limits_ask_for_is_one_exception(office: Office) -> None:
    office.each(JO, CHILD, LATE)
    (one,) = [each for each in of(office).exceptions if each.kind is Exceptional.HELD_LATE]
    assert one.words == f"due 29 Sep 2026, held 2 Oct 2026: {LateReason.COURT.label}"


@pytest.mark.parametrize(
    ("iro", "since", "words"),
    [("Nobody", None, "no IRO of that name"), ("Jo Bloggs", TODAY + timedelta(1), "still to come")],
)
def test_nobody_and_a_day_to_come_are_refused(office: Office, iro: str, since: date | None, words: str) -> None:
    office.each(JO, CHILD)
    with pytest.raises(UserError, match=words):
        of(office, iro, since)


class TestAgreed:
    def test_an_action_stands_open_late_or_done(self, office: Office) -> None:
        office.each(JO, CHILD, CLINIC, AGREED)
        assert [(one.standing, one.standing_words) for one in of(office).agreed] == [
            (Standing.DUE_SOON, "To be done by 30 Nov 2026")
        ]
        late = AddClinicAction(iro="Jo Bloggs", held_on=day("2 Nov"), text="Letters", due_on=day("20 Nov"))
        office.do(late)
        assert [(one.number, one.standing) for one in of(office).agreed] == [
            (2, Standing.OVERDUE),
            (1, Standing.DUE_SOON),
        ]
        office.do(DONE)
        assert [(one.number, one.came_of) for one in of(office).agreed] == [(2, ""), (1, "Four of five")]
        office.do(RecordClinicAction(iro="Jo Bloggs", held_on=day("2 Nov"), number=2, done_on=TODAY))
        assert {one.number: one.standing for one in of(office).agreed} == {1: Standing.MET, 2: Standing.MET_LATE}

    def test_the_service_s_list_counts_them_and_says_what_is_late(self, office: Office) -> None:
        office.each(JO, CHILD, CLINIC, AGREED, AddClinicAction(iro="Jo Bloggs", held_on=day("2 Nov"), text="Later"))
        view = clinics_view(office.snapshot())
        assert (view.held, view.open, view.late) == (1, 2, 0)
        office.do(AddClinicAction(iro="Jo Bloggs", held_on=day("2 Nov"), text="Late", due_on=day("3 Nov")))
        assert clinics_view(office.snapshot()).late == 1
        missing = office.desk().service_records().missing
        assert (5, "1 clinic action late") in missing

    def test_a_number_taken_away_is_not_given_again(self, office: Office) -> None:
        office.each(JO, CLINIC, AGREED, RemoveClinicAction(iro="Jo Bloggs", held_on=day("2 Nov"), number=1), AGREED)
        assert [one.number for one in of(office).agreed] == [2]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> LocalDesk:
    return open_demo(tmp_path_factory.mktemp("clinic"), TODAY)


class TestDemo:
    def test_its_figures_are_those_of_performance_for_the_same_days(self, desk: LocalDesk) -> None:
        view = desk.clinic(desk.iros()[0])
        tiles = {one.figure.measure: one.figure for one in desk.performance(
            FigureWish(view.since, view.today, view.iro, tiles=FIGURES)).tiles}  # fmt: skip
        assert [one.figure.measure for one in view.figures] == list(FIGURES)
        for one in view.figures:
            shown = tiles[one.figure.measure]
            assert (one.figure.printed, one.figure.check) == (shown.printed, shown.check)

    def test_it_has_clinics_some_done_some_late(self, desk: LocalDesk) -> None:
        view = desk.clinic(desk.iros()[0])
        standings = {one.standing for one in view.agreed}
        assert len(view.clinics) == 6
        assert standings >= {Standing.MET, Standing.OVERDUE, Standing.DUE_SOON}
        assert {kind for kind, _ in view.counts} >= {
            Exceptional.OVERDUE, Exceptional.WRITTEN_LATE, Exceptional.FOOTPRINT, Exceptional.DRIFT, Exceptional.ALERT,
        }  # fmt: skip
