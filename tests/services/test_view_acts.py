"""Views of the caseload: kept under a name, replaced by it, taken away, and undone to the letter."""

from dataclasses import replace

import pytest

from iro_desktop.domain.acts import RemoveView, SaveView
from tests.services.cases import IRO, VIEW
from tests.services.office import Office


def kept(office: Office) -> list[tuple[object, ...]]:
    views = office.snapshot().views
    return [(one.name, one.iro, one.words, one.sort, one.is_descending) for one in views]


def test_a_view_keeps_whose_children_which_words_and_which_order(office: Office):
    office.each(IRO, replace(VIEW, iro="jo  bloggs", words="  c2   late "))
    assert kept(office) == [("Late ones", "Jo Bloggs", "c2 late", "slack", True)]


def test_the_same_name_in_another_case_replaces_the_view(office: Office):
    office.each(VIEW, SaveView(name="LATE ones", words="c2"))
    assert kept(office) == [("LATE ones", None, "c2", None, False)]


def test_the_order_in_which_the_caseload_comes_is_none_of_its_own(office: Office):
    office.each(SaveView(name="All", sort="standing"), SaveView(name="Best first", sort="standing", is_descending=True))
    assert kept(office) == [("All", None, None, None, False), ("Best first", None, None, "standing", True)]


def test_views_stand_by_name_and_the_history_tells_none(office: Office):
    office.each(replace(VIEW, name="Zoe's children"), replace(VIEW, name="Asha's children"))
    assert [name for name, *_ in kept(office)] == ["Asha's children", "Zoe's children"]
    assert {one.sentence for one in office.store.acts()} == {"Keep a view of the caseload"}


def test_a_view_taken_away_comes_back_by_undo(office: Office):
    office.do(VIEW)
    before = office.dump()
    office.do(RemoveView(name="late ones"))
    assert kept(office) == []
    office.undo()
    assert office.dump() == before


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (replace(VIEW, name=" "), "A view needs a name"),
        (replace(VIEW, sort="colour"), "There is no column “colour”"),
        (replace(VIEW, iro="Nobody"), "There is no IRO named Nobody"),
        (RemoveView(name="Early ones"), "There is no saved view of that name"),
    ],
)
def test_what_no_view_can_be_is_refused(office: Office, act: SaveView | RemoveView, sentence: str):
    office.do(VIEW)
    assert sentence in office.refused(act)


def test_keeping_what_is_kept_already_changes_nothing(office: Office):
    office.do(VIEW)
    assert "how it stands already" in office.refused(VIEW)
