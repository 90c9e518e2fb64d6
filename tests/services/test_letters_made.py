"""Letters, passports, records and sheets as outputs: for nobody who must not have them, and with nothing hidden."""

import base64
from dataclasses import replace
from datetime import date, datetime
from random import Random

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    AddPerson,
    AddRecommendation,
    RecordOutcome,
    RecordTaskDone,
    RestrictPerson,
    SetIroPicture,
    WriteAboutIro,
    WriteLetter,
    WriteRecord,
)
from iro_desktop.domain.documents import Bullets, Facts, Heading, Picture, Table
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import AgeBand, Outcome, Restriction, Role, Standing, Task
from iro_desktop.services.child_page import child_view
from iro_desktop.services.names_out import Reader
from iro_desktop.services.outputs.child_sheet import _days
from iro_desktop.services.outputs.model import Making, Names, OutputWish
from iro_desktop.services.outputs.register import OUTPUTS
from iro_desktop.services.outputs.write import Ready, ready
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.cases_letters import ABOUT
from tests.services.office import Office, day
from tests.services.small_pictures import PLACE, jpeg, png, told
from tests.services.test_letter_words import HELD, family

MINE = ("letter", "passport", "record", "prep-sheet", "child-sheet")
TEXT = "Hi Sam,\n\nThank you for coming.\n\nWhat we want\n\n• A desk.\n• A dog.\n\nFrom Jo"
TO = Reader("the child", "their letter")


def make(office: Office, key: str, names: Reader | None = TO, **said: object) -> Ready:
    making = Making(office.snapshot(), office.store, office.actor, datetime(2026, 11, 23, 9, 0), is_sample=False)
    wish = OutputWish(key, child="A1", names=names, **said)  # type: ignore[arg-type]
    return ready(making, wish)


def refused(office: Office, key: str, names: Reader | None = TO, **said: object) -> str:
    with pytest.raises(UserError) as caught:
        make(office, key, names, **said)
    assert "Nothing was made" in str(caught.value)
    return str(caught.value)


def begun(office: Office) -> None:
    family(office, 10)
    office.each(
        WriteLetter(child="A1", held_on=HELD, band=AgeBand.MIDDLE, text=TEXT),
        WriteRecord(child="A1", held_on=HELD, heading="Health", text="All well."),
    )


def test_a_letter_is_made_of_what_is_written(office: Office) -> None:
    family(office, 10)
    assert "not written yet" in refused(office, "letter")
    office.do(WriteLetter(child="A1", held_on=HELD, band=AgeBand.MIDDLE, text=TEXT))
    document = make(office, "letter").made.document
    assert document.words == "Your review\nHi Sam,\nThank you for coming.\nWhat we want\nA desk.\nA dog.\nFrom Jo"
    assert [type(one) for one in document.blocks if isinstance(one, Heading | Bullets)] == [Heading, Bullets]
    assert (document.marking, document.template) == ("", "letter")


def test_a_name_of_another_child_stands_in_it_only_where_somebody_says_so_each_time(office: Office) -> None:
    begun(office)
    office.do(WriteLetter(child="A1", held_on=HELD, band=AgeBand.MIDDLE, text="Hi Sam,\n\nRuby and Alex send love."))
    assert "The letter names Ruby and Alex" in refused(office, "letter")
    assert "names Alex." in refused(office, "letter", allowed_names=("ruby",))
    assert "Ruby and Alex" in make(office, "letter", allowed_names=("Ruby", "Alex")).made.document.words
    assert "The letter names" in refused(office, "letter")


NAMES = ("Mary Smith", "Nuala Larkby, health visitor", "Elm School, Ms Wexfold", "Dr Olaf Quillby", "Stig O’Dell")
PLANTED_ROLES = (Role.MOTHER, Role.FATHER, Role.RELATIVE, Role.CARER, Role.SCHOOL, Role.HEALTH, Role.ADVOCATE)


def planted(rng: Random) -> tuple[AddPerson, RestrictPerson, str]:
    """Somebody with a restriction, and how a person might write them as the reader."""
    name, role = rng.choice(NAMES), rng.choice(PLANTED_ROLES)
    what = rng.choice([Restriction.NOTHING_SENT, Restriction.NO_PLACEMENT])
    ways = (
        name,
        name.upper(),
        f"  {name.lower()} ",
        f"{name} ({role.label})",
        f"{role.label}: {name}",
        role.label,
        role.label.capitalize(),
        f"the child’s {role.label}",
        f"{role.label} and the social worker",
        f"social worker, {name}",
        "everybody",
    )
    return (
        AddPerson(child="A1", role=role, name=name),
        RestrictPerson(child="A1", person=name, what=what, reason="Court order of May", from_on=day("2 Nov")),
        rng.choice(ways),
    )


def test_of_a_hundred_things_asked_for_somebody_with_a_restriction_none_is_made(office: Office) -> None:
    begun(office)
    made, rng = 0, Random(20261123)
    for _ in range(100):
        person, restriction, who = planted(rng)
        office.do(person, restriction)
        keys = MINE if restriction.what is Restriction.NOTHING_SENT else ("record", "prep-sheet", "child-sheet")
        sentence = refused(office, rng.choice(keys), Reader(who, "to know"))
        made += "Court order of May" not in sentence
        office.undo()
    assert made == 0


def test_who_has_no_restriction_may_have_it(office: Office) -> None:
    begun(office)
    office.each(
        AddPerson(child="A1", role=Role.MOTHER, name="Mary Smith"),
        AddPerson(child="A1", role=Role.RELATIVE, name="Otto Smith"),
        RestrictPerson(
            child="A1", person="Mary Smith", what=Restriction.NO_PLACEMENT, reason="Order", from_on=day("2 Nov")
        ),
    )
    for who in ("the child", "the carer", "Gwen Dapplecroft", "the team manager", "Otto"):
        for key in MINE:
            assert make(office, key, Reader(who, "to know")).made.children == 1
    assert make(office, "letter", Reader("Mary Smith", "to know")).made.children == 1  # it says no address


def test_a_passport_shows_the_iros_words_and_picture_without_what_the_camera_wrote(office: Office) -> None:
    begun(office)
    for content in (png(told=PLACE), jpeg(told=PLACE)):
        assert PLACE in content
        office.each(ABOUT, SetIroPicture(iro="Jo Bloggs", picture=told(content)))
        document = make(office, "passport").made.document
        kept = base64.b64decode(next(one for one in document.blocks if isinstance(one, Picture)).data)
        assert PLACE not in kept
        assert b"Exif" not in kept
        assert kept in (png(), jpeg())
        assert "I ride a bike." in document.words
        office.undo()
        office.undo()
    assert "Hi Sam, this is for you." in make(office, "passport").made.document.words
    office.do(WriteAboutIro(iro="Jo Bloggs", words="Tea."))
    assert "Tea." in make(office, "passport").made.document.words


def test_a_child_who_is_new_to_care_is_to_get_the_passport_until_it_is_sent(office: Office) -> None:
    office.each(
        IRO, AddChild(child="A1", looked_after_since=day("20 Nov"), tracking_from=day("20 Nov"), iro="Jo Bloggs")
    )
    (told_so,) = [one for one in office.desk().child("A1").notices if "passport" in one]
    assert told_so.startswith("New to care: the IRO’s passport is due to the child by Sun 22 Nov 2026.")
    office.do(RecordTaskDone(child="A1", task=Task.INTRODUCTION, done_on=day("23 Nov")))
    assert not [one for one in office.desk().child("A1").notices if "passport" in one]


def test_a_passport_needs_an_iro(office: Office) -> None:
    office.do(AddChild(child="A1", born_on=date(2019, 1, 1)))
    assert "no IRO today" in refused(office, "passport")


def test_a_record_holds_what_is_written_and_what_is_proposed_only_where_that_is_asked(office: Office) -> None:
    begun(office)
    office.each(
        RecordOutcome(child="A1", held_on=HELD, number=2, outcome=Outcome.DECLINED, on=day("12 Nov")),
        RecordTaskDone(child="A1", task=Task.RESPONSE, done_on=day("12 Nov"), review_on=HELD),
    )
    document = make(office, "record").made.document
    assert [one.words for one in document.blocks if isinstance(one, Heading)] == [
        "Health",
        "Recommendations and decisions",
    ]
    assert [row[-1] for row in document.tables[-1].rows] == ["Decision", "Not accepted by the manager", "Decision"]
    assert not document.is_draft
    more = make(office, "record", with_proposed=True).made.document
    assert "Who came" in more.words
    assert "Proposed from what is recorded" in more.words
    assert more.is_draft


def test_a_record_of_which_nothing_is_written_is_not_made(office: Office) -> None:
    office.each(IRO, CHILD, FIRST)
    assert "Nothing is written" in refused(office, "record")


def test_sheets_by_id_hold_no_word_that_somebody_typed(office: Office) -> None:
    begun(office)
    office.do(AddRecommendation(child="A1", held_on=HELD, text="Zebedee is to decide.", owner=Role.CARER))
    for key in ("child-sheet", "prep-sheet"):
        by_id = make(office, key, None).made.document
        assert OUTPUTS.get(key).names is Names.ON_WISH
        for word in ("Zebedee", "Sam", "Fenniwick", "Ruby", "Gwen"):
            assert word not in by_id.words, (key, word)
        assert "A1" in by_id.words
        named = make(office, key, Reader("the team", "the meeting")).made.document
        assert "Zebedee" in named.words
        assert any(isinstance(one, Table | Facts) for one in named.blocks)


def test_a_sheet_that_asks_whether_a_review_was_held_names_the_day_it_was_booked_for(office: Office) -> None:
    begun(office)
    main = child_view(office.snapshot(), "A1").main
    assert main is not None
    view = replace(child_view(office.snapshot(), "A1"), booked_on=day("20 Nov"))
    assert _days(view, replace(main, standing=Standing.NOT_RECORDED, due_words="Tue 1 Dec 2026")) == (
        "booked for Fri 20 Nov 2026, due Tue 1 Dec 2026"
    )
    assert _days(view, replace(main, standing=Standing.OVERDUE, due_words="Tue 1 Dec 2026")) == "Tue 1 Dec 2026"


def test_no_file_name_and_no_line_of_the_log_names_a_child(office: Office) -> None:
    begun(office)
    for key in MINE:
        made = make(office, key).made
        for word in ("Sam", "Fenniwick"):
            assert word not in made.file_stem
            assert word not in made.log
            assert word not in made.document.title
            assert word not in made.document.foot
