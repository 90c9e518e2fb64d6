"""How the service counts, added bank holidays and leave: what they change, and what is refused."""

from dataclasses import replace

import pytest

from iro_desktop.domain.acts import (
    Act,
    AddBankHoliday,
    AddIro,
    ChangeSetting,
    RecordLeave,
    RecordReviewHeld,
    RemoveBankHoliday,
    RemoveLeave,
)
from iro_desktop.domain.records import Setting
from iro_desktop.domain.vocabulary import Participation
from tests.services.cases import CHILD, FIRST, HOLIDAY, IRO, LEAVE
from tests.services.office import Office, day

MINUTES = ChangeSetting(setting="limit:after.minutes", value="10wd", from_on=day("1 Nov"))
LATER = ChangeSetting(setting="limit:review.later", value="5m", from_on=day("1 Nov"))


def settings(office: Office) -> list[tuple[str, str]]:
    with office.store.reading() as reader:
        return [(one.key, one.value) for one in reader.all(Setting)]


def test_a_local_limit_counts_for_what_begins_from_its_day_on(office: Office):
    office.each(IRO, CHILD, FIRST)
    before = office.deadlines(rule="after.minutes")[0].due_on
    office.do(MINUTES)
    assert office.deadlines(rule="after.minutes")[0].due_on == day("19 Nov")
    office.do(replace(MINUTES, value="rule"))
    assert office.deadlines(rule="after.minutes")[0].due_on == before


def test_the_same_choice_from_the_same_day_is_replaced(office: Office):
    office.each(MINUTES, replace(MINUTES, value="15wd", reason="Panel"))
    assert settings(office) == [("limit:after.minutes", "15wd")]


def test_choosing_what_is_in_force_changes_nothing(office: Office):
    default = ChangeSetting(setting="anchor", value="actual", from_on=day("1 Nov"))
    assert "how it stands already" in office.refused(default)
    office.do(MINUTES)
    assert "how it stands already" in office.refused(replace(MINUTES, from_on=day("9 Nov")))
    assert "how it stands already" in office.refused(replace(LATER, value="rule"))


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        ("colour", "red", "There is no setting “colour”"),
        ("anchor", "whenever", "“The next review counts from” is “actual”, “original-due”"),
        ("limit:review.later", "soon", "A limit is written as"),
        ("limit:review.never", "5m", "There is no rule “review.never”"),
        ("limit:review.later", "7m", "can only bring a date of the law forward: the law gives 6 months"),
        ("limit:review.first", "21wd", "the law gives 20 working days"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(office: Office, setting: str, value: str, sentence: str):
    assert sentence in office.refused(ChangeSetting(setting=setting, value=value, from_on=day("1 Nov")))


def test_limits_in_another_unit_or_of_guidance_are_the_services_own(office: Office):
    office.each(
        ChangeSetting(setting="limit:review.later", value="300d", from_on=day("1 Nov")),
        ChangeSetting(setting="limit:after.minutes", value="40wd", from_on=day("1 Nov")),
        ChangeSetting(setting="limit:review.adoption-placed", value="5m", from_on=day("1 Nov")),
    )
    assert len(settings(office)) == 3


def test_later_acts_of_a_list_see_the_settings_and_holidays_before_them(office: Office):
    office.each(IRO, CHILD)
    late = RecordReviewHeld(child="A1", held_on=day("6 Nov"), participation=Participation.PN1)
    stricter = ChangeSetting(setting="limit:review.first", value="15wd", from_on=day("1 Oct"))
    assert "due by 2 Nov 2026: say why" in office.refused(stricter, late)
    holiday = AddBankHoliday(on=day("14 Oct"), name="Day of mourning")
    assert "due by 3 Nov 2026: say why" in office.refused(stricter, holiday, late)
    assert "is no working day already: Day of mourning" in office.refused(holiday, holiday)


def test_an_added_holiday_moves_every_count_over_it_and_back(office: Office):
    office.each(IRO, CHILD)
    assert office.owed().due_on == day("9 Nov")
    office.do(AddBankHoliday(on=day("14 Oct"), name="Day of mourning"))
    assert office.owed().due_on == day("10 Nov")
    office.do(RemoveBankHoliday(on=day("14 Oct")))
    assert office.owed().due_on == day("9 Nov")


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (HOLIDAY, "Fri 4 Dec 2026 is no working day already: Day of mourning"),
        (AddBankHoliday(on=day("25 Dec"), name="X"), "is no working day already: Christmas Day"),
        (AddBankHoliday(on=day("5 Dec"), name="X"), "Sat 5 Dec 2026 is no working day already: a weekend"),
        (AddBankHoliday(on=day("7 Dec"), name=" "), "needs a name"),
        (RemoveBankHoliday(on=day("25 Dec")), "not among the bank holidays added here"),
        (LEAVE, "Leave from 21 Dec 2026 to 1 Jan 2027 is recorded already"),
        (RecordLeave(iro="Jo Bloggs", from_on=day("1 Jan 2027"), to_on=day("4 Jan 2027")), "is recorded already"),
        (RecordLeave(iro="Jo Bloggs", from_on=day("3 Dec"), to_on=day("2 Dec")), "lies before 3 Dec 2026"),
        (RecordLeave(iro="Nobody", from_on=day("3 Dec"), to_on=day("3 Dec")), "no IRO named Nobody"),
        (RemoveLeave(iro="Jo Bloggs", from_on=day("22 Dec")), "No leave from 22 Dec 2026 is recorded"),
    ],
)
def test_days_that_do_not_fit_are_refused(office: Office, act: Act, sentence: str):
    office.each(IRO, HOLIDAY, LEAVE)
    assert sentence in office.refused(act)


def test_two_iros_are_away_on_the_same_days(office: Office):
    office.each(IRO, AddIro(name="Ann Other"), LEAVE, replace(LEAVE, iro="ann other"))
    assert len(office.snapshot().leave) == 2


def test_the_desk_counts_everybody_again_after_a_change_of_the_service(office: Office):
    office.each(IRO, CHILD, FIRST)
    desk = office.desk()
    held = desk._snapshot.children["A1"].deadlines
    desk.acts([MINUTES, HOLIDAY], "Count as agreed")
    assert desk.undo_label() == "Count as agreed"
    assert desk._snapshot == replace(office.snapshot(), practice=desk._snapshot.practice)
    assert desk._snapshot.children["A1"].deadlines != held
    assert desk.typed_date("+9wd") == day("7 Dec")
    desk.undo()
    assert desk._snapshot.children["A1"].deadlines == held
    assert (desk._snapshot.settings, desk._snapshot.bank_holidays) == ((), ())
