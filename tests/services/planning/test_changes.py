"""A changed setting or bank holiday: what is told before is what is computed after."""

from random import Random

import pytest

from iro_desktop.domain import acts
from iro_desktop.domain.acts import Act
from iro_desktop.domain.errors import UserError
from iro_desktop.rules.calendar import england
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.planning.before_after import consequences
from tests.conftest import TODAY
from tests.services.office import Office, day
from tests.services.planning.family import IROS, a_family, in_care, store_of
from tests.services.planning.moving import carried_out, open_ones

CHANGES: tuple[tuple[Act, ...], ...] = (
    (acts.AddBankHoliday(on=day("3 Dec"), name="Proclaimed day"),),
    (acts.AddBankHoliday(on=day("24 Nov"), name="One"), acts.AddBankHoliday(on=day("25 Nov"), name="Two")),
    (acts.ChangeSetting(setting="day-0", value="counted", from_on=day("1 Jan 2024")),),
    (acts.ChangeSetting(setting="mid-point", value="half-interval", from_on=day("1 Jan 2024")),),
    (acts.ChangeSetting(setting="anchor", value="original-due", from_on=day("1 Jan 2024")),),
    (acts.ChangeSetting(setting="limit:after.minutes", value="10wd", from_on=day("1 Jan 2024")),),
    (acts.ChangeSetting(setting="limit:review.later", value="5m", from_on=day("1 Jan 2024")),),
    (acts.ChangeSetting(setting="due-soon", value="30", from_on=day("1 Jan 2024")),),
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change[0].kind} {getattr(change[0], 'setting', '')}")
def test_what_is_told_of_a_change_is_what_is_computed_after_it(authority: LocalDesk, change: tuple[Act, ...]):
    store = store_of(authority)
    before, whole = open_ones(store), store.dump()
    plan = authority.plan_change(change)
    assert store.dump() == whole
    assert plan.touched
    authority.acts(plan.acts, "A change")
    assert open_ones(store) == carried_out(before, plan.touched)
    authority.undo()
    assert store.dump() == whole


def test_the_soonest_stands_first(authority: LocalDesk):
    found = authority.plan_change(CHANGES[0]).touched
    sides = [one.after or one.before for one in found]
    days = [side.due_on for side in sides if side is not None and side.due_on is not None]
    assert len(days) == len(found)
    assert days == sorted(days)


def test_taking_a_bank_holiday_back_is_planned_too(office: Office):
    office.do(acts.AddIro(name=IROS[0]), acts.AddChild(child="A1", looked_after_since=day("16 Nov"), iro=IROS[0]))
    office.do(acts.AddBankHoliday(on=day("3 Dec"), name="Proclaimed day"))
    review = office.owed()
    plan = office.desk().plan_change([acts.RemoveBankHoliday(on=day("3 Dec"))])
    told = next(one for one in plan.touched if one.id == review.id)
    assert told.after is not None
    assert (review.due_on, told.after.due_on) == (day("15 Dec"), day("14 Dec"))


def test_the_words_count_deadlines_children_and_what_becomes_overdue(office: Office):
    office.do(acts.AddIro(name=IROS[0]), *in_care("A1", day("10 Jun")))
    office.do(acts.ChangeChild(child="A1", tracking_from=day("1 Jun")))
    nearer = acts.ChangeSetting(setting="limit:review.later", value="5m", from_on=day("1 Jan"))
    assert office.desk().plan_change([nearer]).words == "Touches 1 open deadline of 1 child; 1 becomes overdue."
    nothing = acts.AddBankHoliday(on=day("1 Dec 2027"), name="Far away")
    assert office.desk().plan_change([nothing]).words == "Touches no open deadline: none is counted over that day."
    later = acts.ChangeSetting(setting="limit:after.minutes", value="10wd", from_on=day("1 Jan 2027"))
    told = "Touches no open deadline: it counts for what begins from that day on."
    assert office.desk().plan_change([later]).words == told


def test_foster_carers_are_touched_too(office: Office):
    office.do(acts.AddFosterCarer(carer="F1", approved_on=day("1 May 2025")))
    office.do(acts.RecordCarerReview(carer="F1", held_on=day("1 May"), decided_on=day("20 May")))
    change = acts.ChangeSetting(setting="foster-carer-year", value="decision", from_on=day("1 Jan"))
    plan = office.desk().plan_change([change])
    assert [(one.child, one.rule) for one in plan.touched] == [("F1", "foster-carer.review")]
    assert plan.words == "Touches 1 open deadline of 1 foster carer."


def test_other_acts_are_refused(office: Office):
    a_family(office)
    with pytest.raises(UserError, match=r"AddIro changes no rule\. Nothing was changed"):
        office.desk().plan_change([acts.AddIro(name="New One")])


def test_what_the_handlers_refuse_the_plan_refuses(office: Office):
    wrong = acts.ChangeSetting(setting="anchor", value="whatever", from_on=TODAY)
    with pytest.raises(UserError, match="Nothing was"):
        office.desk().plan_change([wrong])


def test_no_acts_change_nothing(office: Office):
    assert office.desk().plan_change([]).touched == ()


def test_random_bank_holidays_are_foretold(authority: LocalDesk):
    rng, store = Random(4), store_of(authority)
    for _ in range(5):
        on = rng.choice([day(f"{n} Dec") for n in (1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18)])
        before = open_ones(store)
        try:
            plan = authority.plan_change([acts.AddBankHoliday(on=on, name="Day")])
        except UserError:
            continue
        authority.acts(plan.acts, "A day")
        assert open_ones(store) == carried_out(before, plan.touched)


def test_where_only_the_day_to_plan_by_moves_that_day_is_told(office: Office):
    office.do(acts.AddIro(name=IROS[0]), acts.AddChild(child="A1", looked_after_since=day("16 Nov"), iro=IROS[0]))
    review, calendar = office.owed(), england()
    was, will = review._replace(plan_by=day("8 Dec")), review._replace(plan_by=day("7 Dec"))
    (told,) = consequences([was], [will], calendar, calendar)
    assert told.before is not None
    assert told.after is not None
    assert (told.before.words, told.after.words) == ("plan by Tue 8 Dec 2026", "plan by Mon 7 Dec 2026")
    assert not told.looks_same
    assert not consequences([was], [was], calendar, calendar)
