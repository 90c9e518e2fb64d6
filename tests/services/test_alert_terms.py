"""Who would answer an alert, and by when; and the times that counts are made for."""

from datetime import date, timedelta

import pytest

from iro_desktop.domain.records import Setting
from iro_desktop.domain.vocabulary import AlertStage
from iro_desktop.rules.calendar import england
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.services.alert_terms import alert_terms
from iro_desktop.services.periods import periods

FRIDAY = date(2026, 11, 20)


def test_the_first_stage_is_answered_within_five_working_days():
    first = alert_terms(STANDARD, england(), FRIDAY)[0]
    assert first.stage is AlertStage.INFORMAL
    assert first.about == "The team manager answers within 5 working days, by Fri 27 Nov 2026."


def test_a_bank_holiday_is_no_working_day():
    first = alert_terms(STANDARD, england(), date(2026, 12, 23))[0]
    assert first.about.endswith("by Mon 4 Jan 2027.")


def test_the_protocol_of_the_day_it_is_raised_says_who_answers():
    stages = "formal, Stage one, head of service, 3wd | formal, Stage two, director, none"
    practice = Practice([Setting("s", "alert-stages", stages, FRIDAY), Setting("t", "partner-reply", "none", FRIDAY)])
    before, after = (alert_terms(practice, england(), day) for day in (FRIDAY - timedelta(1), FRIDAY))
    assert [one.words for one in before[:2]] == ["Informal alert", "Formal alert"]
    assert [one.words for one in after[:2]] == ["Stage one", "Stage two"]
    assert after[0].about == "The head of service answers within 3 working days, by Wed 25 Nov 2026."
    assert after[1].about == "The director answers; no time is set."
    assert after[2].about == "The service sets no time."


def test_nobody_has_to_answer_good_practice_and_no_alert_begins_at_cafcass():
    terms = {one.stage: one.about for one in alert_terms(STANDARD, england(), FRIDAY)}
    assert "Nobody" in terms[AlertStage.GOOD_PRACTICE]
    assert AlertStage.CAFCASS not in terms


@pytest.mark.parametrize(
    ("today", "year", "quarter", "before"),
    [
        (date(2026, 11, 23), date(2026, 4, 1), date(2026, 10, 1), (date(2026, 7, 1), date(2026, 9, 30))),
        (date(2027, 3, 31), date(2026, 4, 1), date(2027, 1, 1), (date(2026, 10, 1), date(2026, 12, 31))),
        (date(2027, 4, 1), date(2027, 4, 1), date(2027, 4, 1), (date(2027, 1, 1), date(2027, 3, 31))),
    ],
)
def test_a_year_runs_from_april_and_quarters_with_it(today, year, quarter, before):
    this_year, this_quarter, quarter_before, last_year = periods(today)
    assert (this_year.from_on, this_year.to_on) == (year, today)
    assert (this_quarter.from_on, this_quarter.to_on) == (quarter, today)
    assert (quarter_before.from_on, quarter_before.to_on) == before
    assert last_year.to_on == year - timedelta(1)
    assert last_year.from_on == date(year.year - 1, 4, 1)
