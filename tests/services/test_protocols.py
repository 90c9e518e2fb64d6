"""Protocols of authorities set up by settings alone: the stages, who answers, and the dates of worked examples."""

from datetime import date

import pytest

from iro_desktop.domain.acts import ChangeSetting, EscalateAlert, PauseAlert, RaiseAlert
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import AlertStage
from tests.services.cases import CHILD, IRO
from tests.services.office import Office

# Cheshire East 2023/24: five working days, then ten; Cafcass once fifteen have passed.
CHESHIRE_EAST = (
    "informal, Informal quality assurance alert, team manager, 5wd | formal, Formal alert, senior manager, 10wd"
)
# Nottinghamshire 2016: ten working days for the first answer; the days of the second stage were not seen.
NOTTINGHAMSHIRE = (
    "informal, IRO alert, social worker and team manager, 10wd"
    " | formal, Dispute resolution procedure, service manager, none"
)
# A common further pattern; with a whole of twenty.
FIVES = (
    "informal, Team manager, team manager, 5wd | formal, Head of service, head of service, 5wd"
    " | formal, Executive head, executive head, 5wd | formal, Strategic director, strategic director, 5wd"
)
FORMAL = AlertStage.FORMAL


def told(office: Office, text: str, raised: str, *further: tuple[AlertStage, str], on: str) -> dict[str, str]:
    """What each clock says on a day, by its rule, after the protocol and the alert were entered."""
    office.actor = type(office.actor)("tester", "window", date.fromisoformat(on))
    office.do(IRO, CHILD_THEN, ChangeSetting(setting="alert-stages", value=text, from_on=date(2022, 1, 1)))
    raised_on = date.fromisoformat(raised)
    office.do(RaiseAlert(child="A1", raised_on=raised_on))
    for stage, day in further:
        started_on = date.fromisoformat(day)
        office.do(EscalateAlert(child="A1", raised_on=raised_on, stage=stage, started_on=started_on))
    found = [one for one in office.deadlines() if one.rule.subject == "alert"]
    return {one.rule.id: f"{short(one.due_on)}, {one.rule.owner}" for one in found if one.due_on}


CHILD_THEN = type(CHILD)(
    child="A1", looked_after_since=date(2022, 1, 3), tracking_from=date(2022, 1, 3), iro="Jo Bloggs"
)


@pytest.mark.parametrize(
    ("raised", "informal", "fifteen", "whole"),
    [
        ("2024-05-20", "28 May 2024", "11 Jun 2024", "18 Jun 2024"),  # example 29
        ("2022-09-09", "16 Sep 2022", "3 Oct 2022", "10 Oct 2022"),  # example 30, the funeral day
        ("2024-12-13", "20 Dec 2024", "8 Jan 2025", "15 Jan 2025"),  # example 31, Christmas
    ],
)
def test_cheshire_east_counts_five_fifteen_and_twenty_from_the_first_day(
    office: Office, raised: str, informal: str, fifteen: str, whole: str
):
    later = {"2024-05-20": "2024-05-29", "2022-09-09": "2022-09-20", "2024-12-13": "2024-12-23"}[raised]
    clocks = told(office, CHESHIRE_EAST, raised, (FORMAL, later), on=later)
    assert clocks["alert.informal"] == f"{informal}, team manager"
    assert clocks["alert.cap"] == f"{whole}, responsible authority"
    note = office.deadlines(rule="alert.formal")[0].note
    assert note == f"Counted from the day the alert was raised, 15 working days end on {fifteen}."


def test_nottinghamshire_has_ten_days_first_and_then_no_clock_but_the_whole(office: Office):
    clocks = told(office, NOTTINGHAMSHIRE, "2024-05-20", (FORMAL, "2024-06-05"), on="2024-06-05")
    assert clocks == {
        "alert.informal": "4 Jun 2024, social worker and team manager",
        "alert.cap": "18 Jun 2024, responsible authority",
    }
    assert [one.title for one in office.desk().challenge().columns[:3]] == [
        "IRO alert",
        "Dispute resolution procedure",
        "Cafcass",
    ]


def test_four_times_five_days_each_count_from_their_own_start_and_add_up_to_twenty(office: Office):
    further = (
        (FORMAL, "2024-05-29"),
        (AlertStage.FORMAL_2, "2024-06-06"),
        (AlertStage.FORMAL_3, "2024-06-14"),
    )
    clocks = told(office, FIVES, "2024-05-20", *further, on="2024-06-14")
    assert clocks == {
        "alert.informal": "28 May 2024, team manager",
        "alert.formal": "5 Jun 2024, head of service",
        "alert.formal-2": "13 Jun 2024, executive head",
        "alert.formal-3": "21 Jun 2024, strategic director",
        "alert.cap": "18 Jun 2024, responsible authority",
    }
    notes = {one.rule.id: one.note for one in office.deadlines() if one.rule.subject == "alert"}
    assert "10 working days end on 4 Jun 2024" in notes["alert.formal"]
    assert "15 working days end on 11 Jun 2024" in notes["alert.formal-2"]
    assert "20 working days end on 18 Jun 2024" in notes["alert.formal-3"]


def test_a_stage_may_be_skipped_and_the_days_of_what_was_skipped_still_count(office: Office):
    clocks = told(office, FIVES, "2024-05-20", (AlertStage.FORMAL_2, "2024-05-22"), on="2024-05-22")
    assert clocks["alert.formal-2"] == "30 May 2024, executive head"
    assert "15 working days end on 11 Jun 2024" in office.deadlines(rule="alert.formal-2")[0].note


def test_a_pause_moves_a_stage_of_any_protocol_and_never_the_whole(office: Office):
    told(office, NOTTINGHAMSHIRE, "2024-05-20", on="2024-05-30")
    pause = PauseAlert(
        child="A1",
        raised_on=date(2024, 5, 20),
        from_on=date(2024, 5, 21),
        to_on=date(2024, 5, 29),
        reason="The court decides first",
    )
    office.do(pause)
    assert office.deadlines(rule="alert.informal")[0].due_on == date(2024, 6, 12)
    assert office.deadlines(rule="alert.cap")[0].due_on == date(2024, 6, 18)
    steps = office.desk().why(office.deadlines(rule="alert.informal")[0].id).steps
    assert [one.text for one in steps if "paused" in one.text] == [
        "Skipped: Tue 21 to Fri 24 May 2024, the clock was paused",
        "Skipped: Tue 28 to Wed 29 May 2024, the clock was paused",
    ]


def test_the_setting_is_refused_where_it_is_no_protocol(office: Office):
    wrong = ChangeSetting(setting="alert-stages", value="formal, A, b, soon", from_on=date(2024, 1, 1))
    assert "is written as 5wd, 10d or 2w" in office.refused(wrong)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, "The team manager answers within 5 working days, by Tue 28 May 2024."),
        ({"limit:alert.informal": "3wd"}, "The team manager answers within 3 working days, by Thu 23 May 2024."),
        ({"day-0": "counted"}, "The team manager answers within 5 working days, by Fri 24 May 2024."),
        (
            {"alert-stages": "informal, Alert, head, none"},
            "The head answers; no time is set.",
        ),
    ],
)
def test_before_an_alert_is_raised_it_is_said_who_answers_and_by_when(
    office: Office, settings: dict[str, str], words: str
):
    for key, value in settings.items():
        office.do(ChangeSetting(setting=key, value=value, from_on=date(2024, 1, 1)))
    assert office.desk().alert_terms(date(2024, 5, 20))[0].about == words


def test_timescales_show_each_stage_with_the_time_the_protocol_gives_it(office: Office):
    office.do(ChangeSetting(setting="alert-stages", value=NOTTINGHAMSHIRE, from_on=date(2026, 1, 1)))
    office.do(ChangeSetting(setting="partner-reply", value="2w", from_on=date(2026, 1, 1)))
    view = office.desk().timescales()
    local = {one.id: one.local for one in view.rules if one.id.startswith("alert.")}
    assert (local["alert.informal"], local["alert.formal"], local["alert.formal-2"], local["alert.partner"]) == (
        "10 working days since 1 Jan 2026",
        "no time set since 1 Jan 2026",
        "not a stage since 1 Jan 2026",
        "2 weeks since 1 Jan 2026",
    )
    chosen = next(one for one in view.settings if one.key == "alert-stages")
    assert chosen.value_words.startswith("informal, IRO alert, social worker and team manager, 10wd; then formal,")
