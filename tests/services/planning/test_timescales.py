"""The page of the law and the service's choices."""

from iro_desktop.domain import acts
from iro_desktop.domain.choices import CHOICES
from iro_desktop.domain.vocabulary import LeaveKind
from iro_desktop.rules.calendar import LAST_YEAR
from iro_desktop.rules.register import LAW_CHECKED_ON, RULES
from iro_desktop.services.plan_views import HolidayRow, LeaveRow
from tests.services.office import Office, day


def test_every_rule_and_every_choice_has_its_row(office: Office):
    view = office.desk().timescales()
    assert [one.id for one in view.rules] == [one.id for one in RULES]
    assert [one.key for one in view.settings] == [one.key for one in CHOICES]
    assert (view.law_checked_on, view.proclaimed_to) == (LAW_CHECKED_ON, LAST_YEAR)


def test_ages_and_the_opening_position_cannot_be_changed(office: Office):
    fixed = {one.id for one in office.desk().timescales().rules if not one.can_change}
    assert "review.opening" in fixed
    assert {one.id for one in RULES if one.id.startswith("age.")} <= fixed
    assert not {"review.later", "after.minutes", "before.consult"} & fixed


def test_a_local_limit_stands_beside_the_rules_own(office: Office):
    office.do(acts.ChangeSetting(setting="limit:after.minutes", value="10wd", from_on=day("1 Apr")))
    row = next(one for one in office.desk().timescales().rules if one.id == "after.minutes")
    assert (row.local, row.can_change) == ("10 working days since 1 Apr 2026", True)


def test_a_choice_is_shown_with_its_day_and_what_is_to_come(office: Office):
    office.do(
        acts.ChangeSetting(setting="due-soon", value="15", from_on=day("1 Apr")),
        acts.ChangeSetting(setting="mid-point", value="half-interval", from_on=day("1 Jan 2027")),
        acts.ChangeSetting(setting="iro-visit", value="2m", from_on=day("1 Apr")),
    )
    rows = {one.key: one for one in office.desk().timescales().settings}
    soon, visit, middle = rows["due-soon"], rows["iro-visit"], rows["mid-point"]
    assert (soon.value, soon.value_words, soon.is_default, soon.since) == ("15", "15 working days", False, day("1 Apr"))
    assert visit.value_words == "2 months"
    assert (middle.is_default, middle.since) == (True, None)
    assert middle.coming == "from 1 Jan 2027: half-way to the next review"


def test_holidays_begin_with_this_year_and_say_which_were_added(office: Office):
    office.do(acts.AddBankHoliday(on=day("3 Dec"), name="Proclaimed day"))
    rows = office.desk().timescales().holidays
    assert rows[0].on.year == 2026
    assert HolidayRow(day("3 Dec"), "Proclaimed day", is_added=True) in rows
    assert HolidayRow(day("25 Dec"), "Christmas Day", is_added=False) in rows
    assert [one.on for one in rows] == sorted(one.on for one in rows)


def test_leave_that_runs_or_is_to_come_is_listed(office: Office):
    office.do(acts.AddIro(name="Jo Bloggs"))
    office.do(acts.RecordLeave(iro="Jo Bloggs", from_on=day("2 Nov"), to_on=day("6 Nov")))
    office.do(acts.RecordLeave(iro="Jo Bloggs", from_on=day("23 Nov"), to_on=day("24 Nov"), what=LeaveKind.TRAINING))
    assert office.desk().timescales().leave == (LeaveRow("Jo Bloggs", day("23 Nov"), day("24 Nov"), "training"),)
