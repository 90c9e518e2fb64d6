"""People around a child and what must not be done towards them: what is refused, with its sentence."""

from dataclasses import replace

import pytest

from iro_desktop.domain.acts import AddPerson, ChangePerson, LiftRestriction, PersonLeaves, RestrictPerson
from iro_desktop.domain.vocabulary import Restriction, Role
from tests.services.cases import CHILD, IRO
from tests.services.cases_around import MOTHER, RESTRICTED, SENT
from tests.services.office import Office, day

LIFTED = LiftRestriction(child="A1", person="Mary Smith", what=Restriction.NO_PLACEMENT, to_on=day("20 Nov"))


@pytest.fixture(autouse=True)
def a_child(office: Office) -> None:
    office.each(IRO, CHILD, MOTHER)


def test_the_same_person_is_not_added_twice_however_they_are_written(office: Office):
    again = replace(MOTHER, name=" mary  SMITH", role=Role.RELATIVE)
    assert "of that name" in office.refused(again)
    office.do(AddPerson(child="A1", role=Role.RELATIVE, name="Ann Smith"))
    assert "of that name" in office.refused(ChangePerson(child="A1", person="Ann Smith", name="Mary Smith"))


def test_somebody_needs_a_word_for_who_it_is_and_the_child_needs_no_entry(office: Office):
    assert "needs a name" in office.refused(AddPerson(child="A1", role=Role.FATHER, name="  "))
    assert "asked at every review" in office.refused(AddPerson(child="A1", role=Role.CHILD, name="Me"))
    assert "not an e-mail address" in office.refused(AddPerson(child="A1", role=Role.FATHER, name="X", email="at home"))


@pytest.mark.parametrize(
    "act",
    [
        ChangePerson(child="A1", person="Nobody", note="x"),
        PersonLeaves(child="A1", person="Nobody", on=day("20 Nov")),
        replace(RESTRICTED, person="Nobody"),
        replace(LIFTED, person="Nobody"),
        replace(SENT, person="Nobody"),
    ],
    ids=lambda act: act.kind,
)
def test_nobody_of_that_name_is_said_so(office: Office, act: RestrictPerson):
    assert "Nobody of that name is among the people around A1" in office.refused(act)


def test_what_is_held_changes_by_part_and_a_stale_change_is_refused(office: Office):
    office.do(ChangePerson(child="A1", person="Mary Smith", phone="01234", is_invited=False, clear=("email",)))
    (person,) = office.facts().people
    assert (person.phone, person.is_invited, person.email, person.has_responsibility) == ("01234", False, None, True)
    stale = ChangePerson(child="A1", person="Mary Smith", phone="5", row_version=1)
    assert "changed since it was read" in office.refused(stale)
    assert "role cannot be cleared" in office.refused(ChangePerson(child="A1", person="Mary Smith", clear=("role",)))


def test_who_left_is_taken_back_by_a_change(office: Office):
    office.do(PersonLeaves(child="A1", person="Mary Smith", on=day("18 Nov")))
    assert "recorded already" in office.refused(PersonLeaves(child="A1", person="Mary Smith", on=day("18 Nov")))
    assert "still to come" in office.refused(PersonLeaves(child="A1", person="Mary Smith", on=day("1 Dec")))
    office.do(ChangePerson(child="A1", person="Mary Smith", clear=("left_on",)))
    assert office.facts().people[0].left_on is None


def test_nobody_left_before_something_was_sent_to_them(office: Office):
    office.do(SENT)
    assert "after that day" in office.refused(PersonLeaves(child="A1", person="Mary Smith", on=day("2 Nov")))


def test_a_restriction_has_its_reason_and_stands_once(office: Office):
    assert "has a reason" in office.refused(replace(RESTRICTED, reason=" "))
    assert "still to come" in office.refused(replace(RESTRICTED, from_on=day("1 Dec")))
    office.do(RESTRICTED)
    assert "stands already, since 2 Nov 2026" in office.refused(replace(RESTRICTED, reason="Another"))
    office.do(replace(RESTRICTED, what=Restriction.NOT_INVITED))


def test_a_restriction_may_be_older_than_the_time_in_care(office: Office):
    office.do(replace(RESTRICTED, from_on=day("1 Mar 2024")))
    assert office.facts().restrictions[0].from_on == day("1 Mar 2024")


def test_only_what_stands_is_lifted_and_it_can_come_again(office: Office):
    assert "no such restriction stands" in office.refused(LIFTED)
    office.do(RESTRICTED)
    assert "before the restriction began" in office.refused(replace(LIFTED, to_on=day("1 Nov")))
    office.do(LIFTED)
    assert "no such restriction stands" in office.refused(LIFTED)
    assert "stands already" in office.refused(replace(RESTRICTED, from_on=day("20 Nov")))
    office.do(replace(RESTRICTED, from_on=day("21 Nov")))
