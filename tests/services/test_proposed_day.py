"""The day proposed for the next review when one is recorded: in timescale, with room for a move."""

from iro_desktop.domain.acts import AddChild, AddIro
from tests.services.office import Office, day


def test_the_next_day_proposed_leaves_room_for_a_move(office: Office):
    office.each(AddIro(name="Jo Bloggs"), AddChild(child="A1", looked_after_since=day("2 Nov"), iro="Jo Bloggs"))
    preview = office.desk().preview_review("A1", day("20 Nov"))
    assert preview.next_plan_by == day("19 Feb 2027")
    assert preview.next_book_on == day("12 Feb 2027")  # five working days, while there are no moves to judge by


def test_without_a_day_nothing_is_proposed(office: Office):
    office.each(AddChild(child="A1", looked_after_since=day("2 Nov")))
    assert office.desk().preview_review("A1", None).next_book_on is None
