"""Jargon flagged with plain words, and letters proposed for children with brothers and sisters."""

from datetime import date

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    AddPerson,
    AddRecommendation,
    FormSiblingGroup,
    RecordAttendance,
    RecordCircumstance,
    RecordReviewHeld,
    RecordWishes,
    RestrictPerson,
    WriteLetter,
)
from iro_desktop.domain.vocabulary import AgeBand, CircumstanceKind, Participation, Restriction, ReviewKind, Role
from iro_desktop.services.child_letter.bands import PLAINNESS, band_of
from iro_desktop.services.child_letter.jargon import TERMS, found_in, plainer
from iro_desktop.services.child_letter.letters import LetterShown
from iro_desktop.services.child_letter.name_guard import Whose, guard_of
from iro_desktop.services.child_letter.reading_over import MarkKind
from tests.services.cases import IRO, STARTED
from tests.services.office import Office, day

HELD = day("5 Nov")
SIBLINGS = {"A2": ("Ruby", None), "A3": ("Alexander", "Alex"), "A4": ("Zoë", "Zozo")}
BORN = {6: date(2020, 5, 5), 10: date(2016, 5, 5), 15: date(2011, 5, 5)}
EVERY_NAME = ("Ruby", "Alexander", "Alex", "Zoë", "Zozo", "Larkwold")
TEXTS = (
    "Social worker to arrange contact with Ruby, Alex and Zoë at the new placement.",
    "Hold the PEP before Zozo's statutory review; ascertain siblings' views.",
    "CAMHS to confirm the referral for Alexander Larkwold.",
)


def family(office: Office, age: int) -> None:
    """A child of that age with three brothers and sisters, one of them of another family name, and a review held."""
    office.each(
        IRO,
        AddChild(
            child="A1",
            given_name="Sam",
            family_name="Fenniwick",
            born_on=BORN[age],
            looked_after_since=STARTED,
            tracking_from=STARTED,
            iro="Jo Bloggs",
        ),
        *(
            AddChild(
                child=key,
                given_name=given,
                known_as=called,
                family_name="Larkwold" if key == "A3" else "Fenniwick",
                looked_after_since=STARTED,
                tracking_from=STARTED,
            )
            for key, (given, called) in SIBLINGS.items()
        ),
        FormSiblingGroup(name="One", children=("A1", *SIBLINGS), from_on=STARTED),
        AddPerson(child="A1", role=Role.CARER, name="Gwen Dapplecroft"),
        RecordWishes(child="A1", told_on=day("2 Nov"), views="I want to see Ruby and Alex more."),
        RecordReviewHeld(child="A1", held_on=HELD, participation=Participation.PN1),
        RecordAttendance(child="A1", held_on=HELD, came=(Role.CARER, Role.SOCIAL_WORKER), apologies=(Role.SCHOOL,)),
        *(AddRecommendation(child="A1", held_on=HELD, text=text, owner=Role.SOCIAL_WORKER) for text in TEXTS),
    )


def letter(office: Office, band: AgeBand | None = None) -> LetterShown:
    return office.desk().child_letter("A1", HELD, band)


@pytest.mark.parametrize("age", [6, 10, 15])
def test_the_letter_proposed_names_no_brother_or_sister_and_fits_the_age(office: Office, age: int) -> None:
    family(office, age)
    shown = letter(office)
    assert shown.band is {6: AgeBand.YOUNG, 10: AgeBand.MIDDLE, 15: AgeBand.OLDER}[age]
    assert [name for name in EVERY_NAME if name.casefold() in shown.shown.casefold()] == []
    assert "your brothers and sisters" in shown.shown
    assert "Sam" in shown.shown
    assert "your carer Gwen" in shown.shown
    assert "Jo Bloggs" in shown.shown
    read = office.desk().read_letter("A1", shown.band, shown.shown)
    assert read.names == ()
    assert read.age is not None
    assert read.age <= PLAINNESS[shown.band].age + 2  # what people recommended is not all plain
    assert {one.words for one in read.of(MarkKind.JARGON)} >= {"contact", "CAMHS", "referral"}
    assert "school plan" in shown.shown
    assert "find out" in shown.shown


@pytest.mark.parametrize("age", [6, 10, 15])
def test_every_name_that_a_person_types_is_found_wherever_it_stands(office: Office, age: int) -> None:
    family(office, age)
    text = "Ruby came. We saw ALEX, and zozo’s dog; Zoe too. Alexander Larkwold waved. Sam Fenniwick smiled at Gwen."
    read = office.desk().read_letter("A1", AgeBand.MIDDLE, text)
    assert read.names == ("Ruby", "ALEX", "zozo", "Zoe", "Alexander", "Larkwold")


@pytest.mark.parametrize("band", list(AgeBand))
def test_what_the_program_says_itself_is_plain_for_every_band(office: Office, band: AgeBand) -> None:
    office.each(
        IRO,
        AddChild(child="A1", given_name="Sam", looked_after_since=STARTED, tracking_from=STARTED, iro="Jo Bloggs"),
        RecordReviewHeld(child="A1", held_on=HELD, participation=Participation.PN6),
        RecordAttendance(child="A1", held_on=HELD, came=(Role.CARER, Role.SOCIAL_WORKER), apologies=(Role.SCHOOL,)),
    )
    shown = letter(office, band)
    read = office.desk().read_letter("A1", band, shown.shown)
    assert read.is_plain, (read.age_words, read.fits_words)
    assert read.marks == ()
    assert "None" not in shown.shown
    assert "{" not in shown.shown


def test_names_of_other_children_and_of_restricted_people_are_found(office: Office) -> None:
    family(office, 10)
    office.each(
        AddChild(child="B1", given_name="Harvey", family_name="Pimmarsh"),
        AddChild(child="B2", given_name="Will", family_name="Rookdell"),
        AddChild(child="B3", given_name="Gwen", family_name="Osterby"),
        AddPerson(child="A1", role=Role.FATHER, name="Stig Lanternmere"),
        RestrictPerson(
            child="A1", person="Stig Lanternmere", what=Restriction.NOT_INVITED, reason="Order", from_on=day("1 Nov")
        ),
    )
    snapshot = office.snapshot()
    guard = guard_of(snapshot, snapshot.children["A1"], snapshot.today)
    text = "Will you see Harvey? I saw Will. You will see Stig and Gwen. Harvey’s dog barks."
    assert [(one.words, one.whose) for one in guard.found_in(text)] == [
        ("Harvey", Whose.OTHER_CHILD),
        ("Will", Whose.OTHER_CHILD),
        ("Stig", Whose.RESTRICTED),
        ("Harvey", Whose.OTHER_CHILD),
    ]  # Gwen is the carer's name here


def test_jargon_is_found_with_what_to_say_instead() -> None:
    for term in TERMS:
        for form in term.forms:
            assert [one.term for one in found_in(f"About the {form} today.")] == [term], form
    assert (
        plainer("Hold the PEP and commence life story work.")
        == "Hold the school plan and start work on your life story."
    )
    assert list(found_in("You can contact me. The minute hand. A secure place. He was placed. SWIM")) == []


def test_plain_words_are_no_jargon_themselves() -> None:
    assert [one.plain for one in TERMS if one.is_same_kind and list(found_in(one.plain))] == []


def test_the_band_follows_the_age_on_the_day_of_the_review() -> None:
    days = {4: AgeBand.EARLY, 5: AgeBand.YOUNG, 8: AgeBand.MIDDLE, 12: AgeBand.OLDER, 16: AgeBand.NEARLY_ADULT}
    for age, band in days.items():
        assert band_of(date(2026 - age, 11, 5), HELD) is band
    assert band_of(date(2026 - 16, 11, 6), HELD) is AgeBand.OLDER
    assert band_of(None, HELD) is AgeBand.MIDDLE


def test_a_letter_is_kept_as_typed_and_nothing_but_blanks_takes_it_away(office: Office) -> None:
    family(office, 10)
    office.do(WriteLetter(child="A1", held_on=HELD, band=AgeBand.YOUNG, text="Hello!\n\n  Bye \n"))
    shown = letter(office)
    assert (shown.text, shown.band, shown.shown) == ("Hello!\n\n  Bye", AgeBand.YOUNG, "Hello!\n\n  Bye")
    office.undo()
    assert not letter(office).is_written
    office.redo()
    office.do(WriteLetter(child="A1", held_on=HELD, band=AgeBand.YOUNG, text="\n"))
    assert not letter(office).is_written


@pytest.mark.parametrize(("born_on", "is_named"), [(date(2008, 5, 5), True), (date(2006, 5, 5), False)])
def test_a_care_leaver_is_written_to_about_the_pathway_plan_and_not_sent_to_childline_from_nineteen(
    office: Office, born_on: date, is_named: bool
) -> None:
    office.each(
        IRO,
        AddChild(child="A1", given_name="Sam", born_on=born_on, tracking_from=STARTED),
        RecordCircumstance(child="A1", what=CircumstanceKind.CARE_LEAVER, from_on=day("1 Nov")),
        RecordReviewHeld(child="A1", held_on=HELD, participation=Participation.PN1, under=ReviewKind.PATHWAY),
    )
    shown = letter(office)
    assert shown.band is AgeBand.NEARLY_ADULT
    assert "pathway plan" in shown.shown
    assert ("Childline" in shown.shown) is is_named
