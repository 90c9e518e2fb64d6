"""Dates set by hand: in the place of the rule's, never later than the law's, with their reason."""

from dataclasses import replace

import pytest

from iro_desktop.domain.acts import Act, ChangeSetting, OverrideDeadline, WithdrawOverride
from iro_desktop.rules.model import Deadline
from tests.services.cases import BOOKED, CHILD, FIRST, IRO, SET
from tests.services.office import Office, day

BACK = WithdrawOverride(child="A1", rule="review.second", trigger_on=day("5 Nov"))
MINUTES = OverrideDeadline(
    child="A1", rule="after.minutes", trigger_on=day("5 Nov"), due_on=day("18 Dec"), reason="Leave"
)


@pytest.fixture
def office(office: Office) -> Office:
    office.each(IRO, CHILD, FIRST, BOOKED)
    return office


def of(office: Office, rule: str) -> Deadline:
    (one,) = (one for one in office.deadlines(rule=rule) if one.trigger_on == day("5 Nov"))
    return one


def test_the_date_set_stands_with_the_rules_own_and_the_reason_beside_it(office: Office):
    office.do(SET)
    one = of(office, "review.second")
    assert (one.due_on, one.rule_due_on) == (day("20 Jan 2027"), day("5 Feb 2027"))
    assert one.override == "Court asks for it"


def test_a_second_date_replaces_the_first(office: Office):
    office.each(SET, replace(SET, due_on=day("5 Feb 2027"), reason="Court after all"))
    (one,) = office.facts().overrides
    assert (one.due_on, one.reason, one.set_on) == (day("5 Feb 2027"), "Court after all", office.actor.today)


def test_taken_back_the_rules_own_date_stands(office: Office):
    office.each(SET, BACK)
    assert of(office, "review.second").due_on == day("5 Feb 2027")


def test_a_date_of_guidance_is_set_later_too(office: Office):
    office.do(MINUTES)
    assert of(office, "after.minutes").due_on == day("18 Dec")


def test_a_local_limit_leaves_room_up_to_the_laws_last_day(office: Office):
    office.do(ChangeSetting(setting="limit:review.second", value="2m", from_on=day("1 Nov")))
    assert of(office, "review.second").due_on == day("5 Jan 2027")
    office.do(SET)
    assert "The law's last day is 5 Feb 2027" in office.refused(replace(SET, due_on=day("6 Feb 2027")))


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (replace(SET, due_on=day("6 Feb 2027")), "The law's last day is 5 Feb 2027; a date set by hand can only be"),
        (replace(SET, due_on=day("4 Nov")), "lies before 5 Nov 2026, from which the date is counted"),
        (replace(SET, reason="  "), "has a reason"),
        (replace(SET, rule="review.first"), "no open date of review.first counted from 5 Nov 2026"),
        (replace(SET, rule="review.first", trigger_on=day("12 Oct")), "no open date of review.first"),
        (replace(SET, trigger_on=day("6 Nov")), "no open date of review.second counted from 6 Nov 2026"),
        (BACK, "No date of review.second is set by hand"),
    ],
)
def test_what_does_not_fit_is_refused(office: Office, act: Act, sentence: str):
    assert sentence in office.refused(act)


def test_setting_the_same_date_again_changes_nothing(office: Office):
    office.do(SET)
    assert "how it stands already" in office.refused(SET)
