"""The record of a review: the service's headings, what is written, what the facts propose."""

import pytest

from iro_desktop.domain.acts import (
    AddRecommendation,
    ChangeSetting,
    CheckRecommendation,
    RecordAttendance,
    RecordReviewHeld,
    WriteRecord,
)
from iro_desktop.domain.vocabulary import Participation, Progress, Role
from iro_desktop.services.review_record import RecordShown
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.office import Office, day

HELD = day("5 Nov")


def record(office: Office) -> RecordShown:
    return office.desk().record_of("A1", HELD)


def section(office: Office, heading: str) -> str:
    return next(one.shown for one in record(office).sections if one.heading == heading)


def begun(office: Office) -> None:
    office.each(IRO, CHILD, FIRST)


def test_headings_are_the_services_own_from_the_day_they_were_chosen(office: Office) -> None:
    begun(office)
    assert [one.heading for one in record(office).sections][:2] == ["Who came", "What the child said"]
    office.do(ChangeSetting(setting="record-headings", value="Present| My  views|Decisions", from_on=day("1 Nov")))
    assert [one.heading for one in record(office).sections] == ["Present", "My views", "Decisions"]
    office.do(ChangeSetting(setting="record-headings", value="Later", from_on=day("6 Nov")))
    assert [one.heading for one in record(office).sections] == ["Present", "My views", "Decisions"]


def test_what_stands_under_a_heading_no_longer_in_use_is_shown_last(office: Office) -> None:
    begun(office)
    office.do(WriteRecord(child="A1", held_on=HELD, heading="Leisure", text="Swims"))
    assert record(office).sections[-1].heading == "Leisure"


def test_who_came_is_proposed_by_role_and_what_is_written_stands_in_its_place(office: Office) -> None:
    begun(office)
    office.do(
        RecordAttendance(child="A1", held_on=HELD, came=(Role.CARER, Role.SOCIAL_WORKER), apologies=(Role.SCHOOL,))
    )
    lines = section(office, "Who came").splitlines()
    assert set(lines[0].removeprefix("Came: ").rstrip(".").split(", ")) == {"carer", "social worker"}
    assert lines[1] == "Apologies or did not come: school."
    assert not record(office).sections[0].is_written
    office.do(WriteRecord(child="A1", held_on=HELD, heading="Who came", text="Everybody"))
    assert section(office, "Who came") == "Everybody"
    assert record(office).sections[0].is_written


def test_participation_is_proposed_in_words(office: Office) -> None:
    begun(office)
    assert section(office, "What the child said") == "Attended, spoke for themselves (PN1)."


def test_new_recommendations_are_listed_and_earlier_ones_with_what_became_of_them(office: Office) -> None:
    begun(office)
    office.each(
        AddRecommendation(child="A1", held_on=HELD, text="Laptop", owner=Role.SCHOOL, due_on=day("18 Nov")),
        AddRecommendation(child="A1", held_on=HELD, text="Visit", owner=Role.IRO),
    )
    assert section(office, "Recommendations") == "1. Laptop (school, by 18 Nov 2026)\n2. Visit (IRO)"
    assert section(office, "Earlier recommendations") == ""
    office.each(
        RecordReviewHeld(child="A1", held_on=day("19 Nov"), participation=Participation.PN1),
        CheckRecommendation(child="A1", held_on=HELD, number=1, on=day("19 Nov"), progress=Progress.STUCK),
    )
    later = office.desk().record_of("A1", day("19 Nov"))
    earlier = next(one.shown for one in later.sections if one.heading == "Earlier recommendations")
    assert earlier.splitlines() == [
        "1 of 5 Nov 2026 (school): Laptop – no progress on 19 Nov 2026.",
        "2 of 5 Nov 2026 (IRO): Visit – not looked at yet.",
    ]


def test_whole_record_is_copied_with_its_headings_and_without_empty_ones(office: Office) -> None:
    begun(office)
    office.do(WriteRecord(child="A1", held_on=HELD, heading="Health", text="Teeth\nEyes"))
    assert record(office).as_text() == (
        "What the child said\nAttended, spoke for themselves (PN1).\n\nHealth\nTeeth\nEyes"
    )


def test_no_name_is_added_to_the_record(office: Office) -> None:
    from iro_desktop.domain.acts import ChangeChild

    begun(office)
    office.do(ChangeChild(child="A1", given_name="Zebulon", family_name="Quarterman"))
    assert "Zebulon" not in record(office).as_text()


@pytest.mark.parametrize("value", ["", " | ", "Health||Care plan", "|Health"])
def test_empty_headings_are_refused(office: Office, value: str) -> None:
    refused = office.refused(ChangeSetting(setting="record-headings", value=value, from_on=day("1 Nov")))
    assert "headings in their order with | between them" in refused
