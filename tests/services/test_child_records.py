"""A child's own record: fields, workers, care put right, two IROs explained, the same for siblings, who is alike."""

from dataclasses import replace
from datetime import date

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    AddIro,
    AddRecommendation,
    AllocateIro,
    ChangeCare,
    ChangeChild,
    CheckRecommendation,
    CorrectEpisode,
    EndCare,
    EndWorker,
    FormSiblingGroup,
    RecordContact,
    RecordReviewHeld,
    StartCare,
    StateSiblingSplit,
    WithdrawSiblingSplit,
)
from iro_desktop.domain.births import Birth
from iro_desktop.domain.vocabulary import BornAs, ContactKind, Participation, Progress, Role, SplitReason, WorkerRole
from tests.services.cases import CHILD, FIRST, IRO, STARTED
from tests.services.cases_children import WORKER
from tests.services.files import sheet_of, take_sheet
from tests.services.office import Office, day

OTHER_IRO = AddIro(name="Ann Other")


def fields_of(office: Office, child: str = "A1") -> dict[str, str]:
    return {one.name: one.words for one in office.desk().child_record(child).fields}


# --- fields


def test_every_field_is_changed_shown_in_words_and_emptied(office: Office):
    office.each(IRO, CHILD)
    office.do(
        ChangeChild(
            child="A1",
            born_on=date(2015, 5, 5),
            born_as=BornAs.MONTH,
            ethnicity="WBRI",
            is_disabled=False,
            is_asylum_seeking=True,
            school="Elm  Primary ",
            upn="a1234 56789012",
        )
    )
    shown = fields_of(office)
    assert (shown["born_on"], shown["ethnicity"], shown["school"]) == ("May 2015", "White British", "Elm Primary")
    assert (shown["is_disabled"], shown["is_asylum_seeking"], shown["upn"]) == ("No", "Yes", "A123456789012")
    office.do(ChangeChild(child="A1", clear=("born_on", "is_disabled", "school")))
    shown = fields_of(office)
    assert (shown["born_on"], shown["is_disabled"], shown["school"]) == ("", "", "")
    assert office.child().born_as is None


def test_a_birth_date_that_becomes_known_to_the_day_is_no_longer_incomplete(office: Office):
    office.do(AddChild(child="A1", last_review_on=day("1 Sep"), born_on=date(2015, 5, 5), born_as=BornAs.YEAR))
    assert office.child().born_on == date(2015, 1, 1)
    assert "exact birth date" in office.desk().child("A1").incomplete
    assert "10 or 11 years" in office.desk().child("A1").subtitle
    office.do(ChangeChild(child="A1", born_on=date(2015, 5, 5)))
    assert "exact birth date" not in office.desk().child("A1").incomplete


def test_how_far_a_birth_date_is_known_can_be_said_afterwards_and_a_sheet_makes_it_exact(office: Office):
    office.each(IRO, replace(CHILD, child="A1"))
    office.do(ChangeChild(child="A1", born_as=BornAs.YEAR))
    assert (office.child().born_on, office.child().born_as) == (date(2015, 1, 1), BornAs.YEAR)
    rows = ("A1", "Ann Moor", "05/05/2015", "12/10/2026", "", "", "", "Jo Bloggs", "")
    take_sheet(office, sheet_of(rows))
    assert (office.child().born_on, office.child().born_as) == (date(2015, 5, 5), None)
    assert take_sheet(office, sheet_of(rows)).touched is None


def test_what_only_the_record_asks_for_is_said_on_one_line(office: Office):
    office.do(AddChild(child="A1", looked_after_since=day("2 Nov")))
    (line,) = [one for one in office.desk().child("A1").incomplete if one.startswith("on record: ")]
    assert {"legal status", "social worker", "sex", "languages"} <= set(line.removeprefix("on record: ").split(", "))


def test_a_code_for_a_review_is_refused_only_where_it_is_impossible(office: Office):
    start = day("12 Oct")
    office.do(AddChild(child="A1", looked_after_since=start, born_on=date(2022, 11, 1), born_as=BornAs.MONTH))
    for code in (Participation.PN0, Participation.PN1):
        office.do(RecordReviewHeld(child="A1", held_on=day("9 Nov"), participation=code))
        office.undo()
    office.do(ChangeChild(child="A1", born_on=date(2015, 1, 1), born_as=BornAs.YEAR))
    assert "PN1 to PN7" in office.refused(
        RecordReviewHeld(child="A1", held_on=day("9 Nov"), participation=Participation.PN0)
    )


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (ChangeChild(child="A1", upn="12"), "13 letters and digits"),
        (ChangeChild(child="A1", ethnicity="XXXX"), "ethnicity"),
        (ChangeChild(child="A1", clear=("tracking_from",)), "cannot be emptied"),
        (ChangeChild(child="A1", school="Elm", clear=("school",)), "both given and to be emptied"),
        (ChangeChild(child="A1", born_on=day("1 Nov")), "in care already"),
    ],
)
def test_what_no_field_can_hold_is_refused(office: Office, act, why: str):
    office.each(IRO, CHILD)
    assert why in office.refused(act)


# --- who is responsible


def test_workers_have_a_dated_history_and_the_same_person_may_come_again(office: Office):
    office.each(IRO, CHILD, WORKER, replace(WORKER, worker="Ada Lund", from_on=day("9 Nov")))
    office.do(replace(WORKER, from_on=day("16 Nov")))
    told = [one for one in office.desk().child_record("A1").responsible if one.role == "social worker"]
    assert [(one.who, one.is_now) for one in told] == [
        ("Sol Mere, North 2", True),
        ("Ada Lund, North 2", False),
        ("Sol Mere, North 2", False),
    ]
    assert "allocated already" in office.refused(replace(WORKER, from_on=day("20 Nov")))
    assert "before" in office.refused(EndWorker(child="A1", role=WorkerRole.SOCIAL_WORKER, to_on=day("1 Nov")))
    assert "No personal adviser" in office.refused(EndWorker(child="A1", role=WorkerRole.ADVISER, to_on=day("20 Nov")))


def test_what_an_iro_hands_over_is_told_and_changes_of_iro_are_counted(office: Office):
    office.each(IRO, CHILD, OTHER_IRO)
    office.do(AllocateIro(child="A1", iro="Ann Other", from_on=day("1 Nov"), note=" Court in March "))
    record = office.desk().child_record("A1")
    assert (record.iro_changes, record.responsible[0].who, record.responsible[0].note) == (
        1,
        "Ann Other",
        "Court in March",
    )


# --- care


def placed(office: Office) -> None:
    office.do(AddChild(child="A2"))
    office.do(StartCare(child="A2", on=day("2 Nov"), legal_status="C1", placement="U6"))
    office.do(ChangeCare(child="A2", on=day("9 Nov"), legal_status="C2"))


def test_care_is_told_in_words_the_newest_first(office: Office):
    placed(office)
    (period,) = office.desk().child_record("A2").periods
    assert period.words == "Looked after since 2 Nov 2026"
    assert [(one.span, one.words, one.why) for one in period.episodes] == [
        ("since 9 Nov 2026", "Full care order (C2), foster care (U6)", "legal status changed"),
        ("2 Nov 2026 to 9 Nov 2026", "Interim care order (C1), foster care (U6)", "started to be looked after"),
    ]


def test_a_day_put_right_moves_the_end_of_the_episode_before_it(office: Office):
    placed(office)
    office.do(CorrectEpisode(child="A2", started_on=day("9 Nov"), to_started_on=day("6 Nov"), placement="U4"))
    first, second = office.facts("A2").episodes
    assert (first.ended_on, second.started_on, second.placement) == (day("6 Nov"), day("6 Nov"), "U4")


def test_a_start_that_was_not_known_becomes_known(office: Office):
    office.do(AddChild(child="A1", last_review_on=day("1 Sep")))
    assert "start of care" in office.desk().child("A1").incomplete
    office.do(CorrectEpisode(child="A1", started_on=day("1 Sep"), to_started_on=day("3 Jan"), legal_status="C2"))
    assert "start of care" not in office.desk().child("A1").incomplete


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (CorrectEpisode(child="A2", started_on=day("3 Nov"), legal_status="C2"), "No episode"),
        (CorrectEpisode(child="A2", started_on=day("2 Nov"), legal_status="ZZ"), "SSDA903"),
        (CorrectEpisode(child="A2", started_on=day("9 Nov"), to_started_on=day("1 Dec")), "still to come"),
        (CorrectEpisode(child="A2", started_on=day("9 Nov"), to_started_on=day("2 Nov")), "The episode before"),
        (CorrectEpisode(child="A2", started_on=day("2 Nov"), to_started_on=day("10 Nov")), "end lies before"),
        (CorrectEpisode(child="A2", started_on=day("2 Nov"), ended_on=day("5 Nov")), "Correct the start of that one"),
        (CorrectEpisode(child="A2", started_on=day("9 Nov"), ended_on=day("15 Nov")), "goes on"),
    ],
)
def test_what_cannot_be_of_an_episode_is_refused(office: Office, act, why: str):
    placed(office)
    assert why in office.refused(act)


def test_an_end_put_right_has_its_reason_and_comes_before_no_review(office: Office):
    office.each(IRO, CHILD, FIRST, EndCare(child="A1", on=day("20 Nov"), reason="E4A"))
    end = CorrectEpisode(child="A1", started_on=STARTED, ended_on=day("19 Nov"), end_reason="E4B")
    assert "A review on 5 Nov 2026" in office.refused(replace(end, ended_on=day("2 Nov")))
    office.do(end)
    (period,) = office.desk().child_record("A1").periods
    assert period.words == "Looked after 12 Oct 2026 to 19 Nov 2026: returned home, unplanned (E4B)"


def test_an_end_after_care_began_again_is_refused(office: Office):
    placed(office)
    office.do(EndCare(child="A2", on=day("12 Nov"), reason="E4A"))
    office.do(StartCare(child="A2", on=day("16 Nov"), legal_status="V2"))
    late = CorrectEpisode(child="A2", started_on=day("9 Nov"), ended_on=day("18 Nov"))
    assert "Care began again on 16 Nov 2026" in office.refused(late)
    assert "time in care before" in office.refused(
        CorrectEpisode(child="A2", started_on=day("16 Nov"), to_started_on=day("11 Nov"))
    )


# --- brothers and sisters


def family(office: Office) -> None:
    office.each(IRO, CHILD, OTHER_IRO)
    office.do(AddChild(child="A2", looked_after_since=STARTED, iro="Ann Other", tracking_from=STARTED))
    office.do(FormSiblingGroup(name="One", children=("A1", "A2"), from_on=STARTED))


def test_two_iros_without_a_reason_are_noticed_until_it_is_stated_for_either(office: Office):
    family(office)
    for child in ("A1", "A2"):
        view = office.desk().child(child)
        assert any("no reason is stated" in one for one in view.notices)
        assert any("different IROs" in one for one in view.incomplete)
    office.do(StateSiblingSplit(group="One", child="A1", reason=SplitReason.SIZE, liaison="Monthly call"))
    for child in ("A1", "A2"):
        assert not any("no reason" in one for one in office.desk().child(child).notices)
    split = office.desk().child_record("A2").split
    assert split is not None
    assert "too many for one IRO. In touch: Monthly call." in split.words
    office.do(WithdrawSiblingSplit(group="One", child="A1"))
    assert "No exception" in office.refused(WithdrawSiblingSplit(group="One", child="A1"))


def test_an_exception_that_no_longer_applies_is_said_to_be(office: Office):
    family(office)
    office.do(StateSiblingSplit(group="One", child="A1", reason=SplitReason.SIZE))
    office.do(AllocateIro(child="A2", iro="Jo Bloggs", from_on=day("20 Nov")))
    split = office.desk().child_record("A1").split
    assert split is not None
    assert "can be withdrawn" in split.words


def test_the_same_entry_is_checked_for_each_and_changes_nothing(office: Office):
    family(office)
    office.do(FIRST)
    desk, before = office.desk(), office.dump()
    visit = RecordContact(child="A1", on=day("20 Nov"), how=ContactKind.VISIT)
    assert [(one.child, one.wrong) for one in desk.same_for("A1", [visit])] == [("A2", "")]
    late = RecordContact(child="A1", on=day("20 Dec"), how=ContactKind.VISIT)
    assert desk.same_for("A1", [late])[0].wrong
    assert office.dump() == before


def test_a_recommendation_of_the_same_number_is_the_same_only_by_its_words(office: Office):
    family(office)
    office.each(FIRST, replace(FIRST, child="A2"))
    office.do(AddRecommendation(child="A1", held_on=FIRST.held_on, text="Laptop", owner=Role.SCHOOL))
    office.do(AddRecommendation(child="A2", held_on=FIRST.held_on, text="Dentist", owner=Role.CARER))
    done = CheckRecommendation(child="A1", held_on=FIRST.held_on, number=1, on=day("20 Nov"), progress=Progress.DONE)
    assert "another one" in office.desk().same_for("A1", [done])[0].wrong


# --- who is alike


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("a 1", "", "", None), "the same id"),
        (("", "Callum", "Moor", Birth(date(2015, 5, 5))), "the same name and birth date"),
        (("", "Cal", "moor", None), "the same name"),
        (("", "Calum", "More", None), "a name that sounds so"),
        (("", "Callum", "Moor", Birth(date(2010, 1, 1))), "the same name, born on another day"),
        (("", "Callum", "Moor", Birth(date(2015, 1, 1), BornAs.YEAR)), "the same name and birth date"),
    ],
)
def test_one_who_may_be_the_same_is_told(office: Office, typed, why: str):
    office.each(IRO, replace(CHILD, given_name="Callum", known_as="Cal", family_name="Moor"))
    (found,) = office.desk().alike(*typed)
    assert (found.child, found.why) == ("A1", why)


@pytest.mark.parametrize(
    "typed", [("", "", "", None), ("A12", "", "", None), ("", "Callum", "", None), ("", "Ruby", "Moor", None)]
)
def test_others_are_not_alike(office: Office, typed):
    office.each(IRO, replace(CHILD, given_name="Callum", family_name="Moor"))
    assert office.desk().alike(*typed) == ()
