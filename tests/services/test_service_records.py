"""The service's own records: what is missing comes first, numbers are given once, names follow who bears them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    AddIro,
    AddPlanAction,
    AddStandard,
    AllocateIro,
    ChangeIro,
    ChangeSetting,
    ChangeStandard,
    RecordFeedback,
    RecordLeave,
    RecordPlanProgress,
    RemoveFeedback,
    RemovePlanAction,
    SaveView,
    SignOffStandard,
)
from iro_desktop.domain.errors import Conflict
from iro_desktop.domain.records import Feedback, PlanAction
from iro_desktop.domain.vocabulary import Contract, IroRole, LateReason, PlanProgress, Role, Standing, TeamEventKind
from iro_desktop.services.figures import figures, span_of
from iro_desktop.services.service_views import IroRow, Load, PlanRow, ServiceView
from iro_desktop.services.summary_views import SummaryWish
from tests.conftest import TODAY
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.cases_service import ACTION, FEEDBACK, LINKED, OBSERVED, OTHER, STANDARD, SUPERVISED
from tests.services.office import Office, day

SIX_WEEKS = ChangeSetting(setting="supervision", value="6w", from_on=day("1 Jan"))


def records(office: Office) -> ServiceView:
    return office.desk().service_records()


def iro(office: Office, name: str = "Jo Bloggs") -> IroRow:
    return next(one for one in records(office).team.rows if one.name == name)


def plan(office: Office) -> dict[str, PlanRow]:
    return {one.key: one for one in records(office).plan.rows}


# --- an IRO has another name


def test_a_renamed_iro_keeps_children_saved_views_and_scope(office: Office):
    office.each(IRO, CHILD, FIRST, SaveView(name="Jo's", iro="Jo Bloggs"))
    desk = office.desk()
    desk.set_scope("Jo Bloggs")
    before = desk.caseload()
    desk.act(ChangeIro(iro="Jo Bloggs", name="Jo Blake"))
    assert (desk.iros(), desk.whose()) == (("Jo Blake",), "Jo Blake")
    assert [row.child for row in desk.caseload().rows] == [row.child for row in before.rows] == ["A1"]
    assert desk.views()[0].iro == "Jo Blake"
    assert dict(desk.child("A1").facts)["IRO"] == "Jo Blake"
    desk.undo()
    assert (desk.whose(), desk.views()[0].iro, desk.caseload().scope) == ("Jo Bloggs", "Jo Bloggs", before.scope)


def test_two_iros_may_change_names_with_each_other(office: Office):
    office.each(IRO, CHILD, OTHER)
    desk = office.desk()
    for name, other in (("Jo Bloggs", "Between"), ("Ann Other", "Jo Bloggs"), ("Between", "Ann Other")):
        desk.act(ChangeIro(iro=name, name=other))
    assert dict(desk.child("A1").facts)["IRO"] == "Ann Other"


def test_the_caseload_summary_and_the_measures_go_by_the_new_name(office: Office):
    office.each(IRO, CHILD, FIRST)
    desk = office.desk()
    desk.set_scope("Jo Bloggs")
    desk.act(ChangeIro(iro="Jo Bloggs", name="Jo Blake"))
    shown = desk.preview_summary(SummaryWish())
    assert shown.rows == 1
    (held, *_) = figures(office.snapshot(), span_of(None, None, TODAY), "Jo Blake")
    assert held.denominator == 1


def test_a_stale_form_is_a_conflict(office: Office):
    office.each(IRO, ChangeIro(iro="Jo Bloggs", fte=0.8))
    with pytest.raises(Conflict):
        office.do(ChangeIro(iro="Jo Bloggs", fte=0.6, row_version=1))
    office.each(STANDARD, ChangeStandard(name=STANDARD.name, stands="Well"))
    with pytest.raises(Conflict):
        office.do(ChangeStandard(name=STANDARD.name, stands="Badly", row_version=1))


# --- who has left


def test_who_left_is_not_offered_and_their_children_come_first(office: Office):
    office.each(IRO, CHILD, OTHER, ChangeIro(iro="Jo Bloggs", to_on=TODAY - timedelta(days=1)))
    desk = office.desk()
    assert desk.iros_in_post() == ("Ann Other",)
    first = records(office).team.rows[0]
    assert (first.name, first.standing) == ("Jo Bloggs", Standing.OVERDUE)
    assert "1 child still allocated" in first.gaps[0].replace(" are ", " ").replace(" is ", " ")
    assert (0, "1 child with an IRO who has left") in records(office).missing
    office.do(AllocateIro(child="A1", iro="Ann Other", from_on=TODAY))
    assert not iro(office).gaps


def test_who_leaves_today_is_still_here(office: Office):
    office.each(IRO, CHILD, ChangeIro(iro="Jo Bloggs", to_on=TODAY))
    assert office.desk().iros_in_post() == ("Jo Bloggs",)
    assert iro(office).standing is Standing.DUE_SOON
    office.do(AddChild(child="A9", iro="Jo Bloggs", looked_after_since=TODAY))


# --- the team


@pytest.mark.parametrize(
    ("children", "fte", "load"),
    [(49, 1.0, Load.BELOW), (50, 1.0, Load.WITHIN), (70, 1.0, Load.WITHIN), (71, 1.0, Load.OVER), (43, 0.6, Load.OVER)],
)
def test_a_caseload_is_told_for_the_time_there_is(office: Office, children: int, fte: float, load: Load):
    office.do(
        AddIro(name="Jo Bloggs", fte=fte),
        *(AddChild(child=f"B{number}", iro="Jo Bloggs", looked_after_since=TODAY) for number in range(children)),
    )
    row = iro(office)
    assert (row.children, row.load) == (children, load)
    assert row.per_fte == round(children / fte, 1)
    assert ("Carries more than 70" in " ".join(row.gaps)) == (load is Load.OVER)


def test_other_duties_leave_less_time_and_a_manager_no_caseload(office: Office):
    office.each(IRO, CHILD, ChangeIro(iro="Jo Bloggs", other_duties=50))
    assert "2.0 for the time that other duties leave" in iro(office).load_words
    office.do(ChangeIro(iro="Jo Bloggs", role=IroRole.MANAGER))
    assert iro(office).per_fte is None


@pytest.mark.parametrize(("qualified", "is_flagged"), [("23 Nov 2021", False), ("24 Nov 2021", True)])
def test_five_years_after_qualifying_are_asked_for(office: Office, qualified: str, *, is_flagged: bool):
    office.each(IRO, ChangeIro(iro="Jo Bloggs", qualified_on=day(qualified)))
    assert ("SI 2010/959 reg 46" in " ".join(iro(office).gaps)) == is_flagged
    assert bool(iro(office).gaps) == is_flagged


def test_leave_today_agency_and_link_areas_are_told(office: Office):
    office.each(
        IRO,
        ChangeIro(iro="Jo Bloggs", contract=Contract.AGENCY, link_areas=" fostering,Health ,health,"),
        RecordLeave(iro="Jo Bloggs", from_on=TODAY, to_on=day("27 Nov")),
    )
    row, view = iro(office), records(office).team
    assert row.away_words == "Away until 27 Nov 2026: annual leave"
    assert row.link_areas == ("fostering", "Health")
    assert (view.in_post, view.agency, view.away) == (1, 1, 1)


# --- meetings


def test_supervision_is_missing_only_where_the_service_chose_a_limit(office: Office):
    office.each(IRO, CHILD, replace(SUPERVISED, on=day("12 Oct")))
    assert not records(office).meetings.missing
    office.do(SIX_WEEKS)
    assert not records(office).meetings.missing, "42 days after 12 October is 23 November"
    office.do(ChangeSetting(setting="supervision", value="41d", from_on=day("1 Feb")))
    (row,) = [one for one in records(office).meetings.rows if one.is_missing]
    assert (row.iro, row.words) == ("Jo Bloggs", "None since 12 Oct 2026")
    assert "Supervision is missing: none since 12 Oct 2026." in iro(office).gaps


def test_who_is_new_is_supervised_within_the_limit_of_their_first_day(office: Office):
    office.each(IRO, SIX_WEEKS)
    assert records(office).meetings.missing == 1
    office.do(ChangeIro(iro="Jo Bloggs", from_on=day("2 Nov")))
    assert records(office).meetings.missing == 0


def test_a_link_area_without_a_meeting_in_the_quarter_is_missing(office: Office):
    office.each(IRO, ChangeIro(iro="Jo Bloggs", link_areas="fostering"), replace(LINKED, on=day("30 Sep")))
    view = records(office).meetings
    assert view.quarter_words == "October to December 2026"
    assert view.rows[0].words == "Fostering: none this quarter, the last on 30 Sep 2026"
    office.do(replace(LINKED, on=day("1 Oct")))
    assert records(office).meetings.missing == 0


def test_meetings_are_told_of_both_who_observed_and_who_was_observed(office: Office):
    office.each(IRO, OTHER, OBSERVED)
    assert [line.words for line in iro(office).meetings] == ["observed by Ann Other"]
    assert [line.words for line in iro(office, "Ann Other").meetings] == ["observed Jo Bloggs"]


def test_two_link_meetings_of_a_day_are_two(office: Office):
    office.each(IRO, LINKED, replace(LINKED, area="Health"))
    counts = dict(records(office).meetings.counts)
    assert counts[TeamEventKind.LINK_MEETING] == 2


# --- standards


def test_a_standard_with_a_measure_stands_where_the_figure_does(office: Office):
    office.each(IRO, CHILD, FIRST, STANDARD, SignOffStandard(name=STANDARD.name, on=day("9 Nov")))
    (row,) = records(office).standards.rows
    assert (row.numerator, row.denominator, row.percent) == (0, 0, None), "fifteen working days are not over"
    assert row.standing_words == "Nothing to count"
    office.do(AddStandard(name="In time", benchmark="95 per cent", measure="timeliness.held"))
    row = next(one for one in records(office).standards.rows if one.name == "In time")
    assert (row.numerator, row.denominator, row.percent, row.benchmark_percent) == (1, 1, 100.0, 95.0)
    assert row.figure_words == "100.0 % (1 of 1), 24 Nov 2025 to 23 Nov 2026"


def test_one_below_its_benchmark_comes_first(office: Office):
    office.each(IRO, CHILD, replace(FIRST, held_on=day("16 Nov"), late_reason=LateReason.COURT))
    office.each(AddStandard(name="A draft"), AddStandard(name="In time", benchmark="95 %", measure="timeliness.held"))
    first = records(office).standards.rows[0]
    assert (first.name, first.standing, first.standing_words) == ("In time", Standing.OVERDUE, "0.0 %, below 95 %")
    assert (2, "1 standard below benchmark") in records(office).missing


def test_in_words_it_has_the_day_on_which_somebody_looked(office: Office):
    office.each(AddStandard(name="Voice"), SignOffStandard(name="Voice", on=day("9 Nov")))
    assert records(office).standards.rows[0].standing_words == "Not looked at yet"
    office.do(ChangeStandard(name="voice", stands="Mostly"))
    assert records(office).standards.rows[0].standing_words == "Looked at on 23 Nov 2026"
    office.do(ChangeStandard(name="voice", clear=("stands",)))
    assert records(office).standards.rows[0].looked_on is None


# --- feedback


def test_the_number_of_feedback_is_never_given_again(office: Office):
    office.each(FEEDBACK, FEEDBACK, RemoveFeedback(number=2), FEEDBACK)
    assert numbers(office) == [1, 3]
    office.do(RemoveFeedback(number=3), FEEDBACK, RemoveFeedback(number=4), FEEDBACK)
    assert numbers(office) == [1, 5]
    office.undo()
    assert numbers(office) == [1, 3]
    office.do(FEEDBACK)
    assert numbers(office) == [1, 3, 6]


def numbers(office: Office) -> list[int]:
    with office.store.reading() as reader:
        return [one.number for one in reader.all(Feedback)]


def test_what_may_be_quoted_is_told_apart_from_what_was_not_asked(office: Office):
    for may_quote in (True, False, None):
        office.do(RecordFeedback(on=TODAY, source=Role.CARER, words="Good", may_quote=may_quote))
    view = records(office).feedback
    assert (view.quotable, view.not_asked) == (1, 1)
    assert [row.consent_words for row in view.rows] == ["Consent not asked", "May not be quoted", "May be quoted"]


# --- the plan


def carried(office: Office, progress: PlanProgress = PlanProgress.CARRIED, on: str = "20 Nov", year: int = 2025):
    office.do(RecordPlanProgress(year=year, number=1, progress=progress, on=day(on)))


def test_an_action_is_carried_into_the_next_year_once(office: Office):
    office.each(replace(ACTION, year=2025, due_on=None), ACTION)
    carried(office)
    carried(office, on="21 Nov")
    rows = plan(office)
    assert sorted(rows) == ["2025/1", "2026/1", "2026/2"]
    assert rows["2026/2"].came_words == "Carried on from 2025/26, action 1"
    assert rows["2025/1"].goes_words == "Carried on to 2026/27, action 2"


def test_what_is_not_carried_on_after_all_goes_unless_it_was_begun(office: Office):
    office.do(replace(ACTION, year=2025, due_on=None))
    carried(office)
    carried(office, PlanProgress.DONE, "21 Nov")
    assert sorted(plan(office)) == ["2025/1"]
    carried(office, on="22 Nov")
    office.do(RecordPlanProgress(year=2026, number=2, progress=PlanProgress.IN_HAND, on=day("22 Nov")))
    carried(office, PlanProgress.DONE, "23 Nov")
    assert sorted(plan(office)) == ["2025/1", "2026/2"]


def test_the_number_of_an_action_is_never_given_again_within_its_year(office: Office):
    office.each(ACTION, ACTION, RemovePlanAction(year=2026, number=2), ACTION, replace(ACTION, year=2027, due_on=None))
    with office.store.reading() as reader:
        assert [(one.year, one.number) for one in reader.all(PlanAction)] == [(2026, 1), (2027, 1), (2026, 3)]


def test_this_year_comes_first_then_the_next_then_those_before(office: Office):
    for year in (2024, 2025, 2027, 2026):
        office.do(AddPlanAction(year=year, text="x"))
    view = records(office).plan
    assert [row.year for row in view.rows] == [2026, 2027, 2025, 2024]
    assert [row.standing_words for row in view.rows[1:3]] == ["To come", "Year over, not said how it went"]
    assert (view.late, view.unsaid) == (0, 2)


def test_nothing_at_all_is_no_fault(office: Office):
    view = records(office)
    assert not view.missing
    assert view.team.per_fte is None
