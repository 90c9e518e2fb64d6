"""The lists a service owns: its words are renamed, merged and retired, and what was filed under them is still found."""

from dataclasses import replace

import pytest

from iro_desktop.domain.acts import (
    Act,
    AddToList,
    AnswerLegalAdvice,
    ChangeAlert,
    MergeInList,
    RemoveLegalAdvice,
    RenameInList,
    RetireFromList,
)
from iro_desktop.domain.lists import STANDARD
from iro_desktop.domain.vocabulary import ServiceList
from tests.services.cases import CHILD, IRO
from tests.services.cases_challenge import ALERT, ASKED, OWN, RAISED
from tests.services.office import Office, day

THEME = ServiceList.THEME
DRIFT = replace(ALERT, theme="Drift and delay")
RENAMED = RenameInList(which=THEME, name="Drift and delay", to="Delay")
MERGED = MergeInList(which=THEME, name="Drift and delay", into="Placement")
RETIRED = RetireFromList(which=THEME, name="Drift and delay")


@pytest.fixture
def office(office: Office) -> Office:
    office.each(IRO, CHILD)
    return office


def shown(office: Office, which: ServiceList = THEME) -> dict[str, tuple[int, bool, bool]]:
    """Each line with how often it is used, whether it is retired, whether it is still the program's own."""
    lines = office.desk().service_list(which)
    return {one.name: (one.used, one.is_retired, one.is_standard) for one in lines}


def themes(office: Office) -> list[str]:
    """The themes of the alerts as they are shown."""
    return [one.theme for one in office.desk().challenge().alerts]


@pytest.mark.parametrize("which", list(ServiceList))
def test_the_program_offers_a_short_list(office: Office, which: ServiceList):
    assert set(shown(office, which)) == set(STANDARD[which])
    assert all(line == (0, False, True) for line in shown(office, which).values())


def test_a_standard_word_becomes_the_service_s_own_when_it_is_first_used(office: Office):
    office.do(replace(ALERT, theme="drift AND  delay"))
    assert shown(office)["Drift and delay"] == (1, False, False)
    office.do(DRIFT)
    assert len(office.snapshot().lists) == 1
    office.undo()
    office.undo()
    assert shown(office)["Drift and delay"] == (0, False, True)


def test_renamed_it_is_shown_by_the_new_name_and_found_by_both(office: Office):
    office.each(DRIFT, RENAMED, DRIFT)
    assert themes(office) == ["Delay", "Delay"]
    assert "Drift and delay" not in shown(office)
    line = next(one for one in office.desk().service_list(THEME) if one.name == "Delay")
    assert (line.used, line.former_names) == (2, ("Drift and delay",))


def test_merged_what_was_filed_under_it_counts_with_the_other(office: Office):
    office.each(DRIFT, MERGED, DRIFT)
    assert themes(office) == ["Placement", "Placement"]
    lines = {one.name: one for one in office.desk().service_list(THEME)}
    assert (lines["Placement"].used, lines["Drift and delay"].merged_into) == (2, "Placement")


def test_retired_what_is_filed_stays_and_it_is_offered_again_by_adding_it(office: Office):
    office.each(DRIFT, RETIRED)
    assert themes(office) == ["Drift and delay"]
    assert "retired" in office.refused(DRIFT)
    office.do(AddToList(which=THEME, name="drift and delay"))
    assert shown(office)["Drift and delay"] == (1, False, False)


def test_an_alert_filed_under_a_retired_word_is_changed_without_choosing_another(office: Office):
    office.each(DRIFT, RETIRED)
    office.do(ChangeAlert(child="A1", raised_on=RAISED, theme="Drift and delay", team="North"))
    assert office.facts().alerts[0].team == "North"


@pytest.mark.parametrize(
    ("before", "act", "sentence"),
    [
        ((), AddToList(which=THEME, name="  "), "is not empty"),
        ((OWN,), replace(OWN, name="passports  AND travel"), "among the themes already"),
        ((DRIFT, RENAMED), AddToList(which=THEME, name="Drift and delay"), "already, now as “Delay”"),
        ((DRIFT,), replace(RENAMED, to="Placement"), "Merge the two instead"),
        ((OWN,), replace(RENAMED, to="Passports and travel"), "Merge the two instead"),
        ((), replace(RENAMED, name="Zebras"), "“Zebras” is not among the themes"),
        ((DRIFT, MERGED), RENAMED, "is merged into “Placement”"),
        ((DRIFT, MERGED), MERGED, "is merged into “Placement”"),
        ((), replace(MERGED, into="Drift and delay"), "the same entry twice"),
        ((DRIFT, MERGED), MergeInList(which=THEME, name="Placement", into="Drift and delay"), "same entry twice"),
        ((RetireFromList(which=THEME, name="Placement"),), MERGED, "“Placement” is retired"),
        ((RETIRED,), RETIRED, "retired already"),
    ],
)
def test_what_does_not_fit_is_refused(office: Office, before: tuple[Act, ...], act: Act, sentence: str):
    office.each(*before)
    assert sentence in office.refused(act)


class TestLegalAdvice:
    ANSWERED = AnswerLegalAdvice(child="A1", asked_on=RAISED, answered_on=day("16 Nov"), advice="No.")

    def test_it_is_asked_answered_and_answered_once_more(self, office: Office):
        office.each(ASKED, self.ANSWERED, replace(self.ANSWERED, answered_on=day("18 Nov"), advice=None))
        (one,) = office.desk().advice("A1")
        assert (one.answered_on, one.advice, one.asked_of, one.working_days) == (day("18 Nov"), "No.", "Gray and Co", 7)

    def test_the_log_of_everybody_has_the_newest_first(self, office: Office):
        office.each(ASKED, replace(ASKED, asked_on=day("11 Nov")))
        assert [one.asked_on for one in office.desk().advice()] == [day("11 Nov"), RAISED]

    @pytest.mark.parametrize(
        ("before", "act", "sentence"),
        [
            ((), replace(ASKED, advice="No."), "Give the day of the answer"),
            ((), replace(ASKED, question=" "), "Write the question"),
            ((), replace(ASKED, answered_on=day("8 Nov")), "lies before 9 Nov 2026"),
            ((ASKED,), ASKED, "is recorded already"),
            ((), ANSWERED, "has no legal advice asked for"),
            ((), RemoveLegalAdvice(child="A1", asked_on=RAISED), "has no legal advice asked for"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, office: Office, before: tuple[Act, ...], act: Act, sentence: str):
        office.each(*before)
        assert sentence in office.refused(act)
