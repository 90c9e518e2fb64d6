"""The places Private fostering and Foster carers, by keys, on the real services."""

from collections.abc import Callable

import pytest

from iro_desktop.domain.acts import (
    Act,
    AddChild,
    AddFosterCarer,
    AddIro,
    BookCarerReview,
    ChangeSetting,
    EndArrangement,
    EndFosterCarer,
    RecordArrangement,
    RecordCarerReview,
)
from iro_desktop.domain.vocabulary import ArrangementEnd, Task
from iro_desktop.services.local import LocalDesk
from iro_desktop.store.store import Store
from iro_desktop.ui.commands import Command
from iro_desktop.ui.pages.child.fostering import PrivateFostering
from iro_desktop.ui.shell import Shell
from tests.services.cases import CHILD
from tests.services.cases_fostering import FOSTERED
from tests.services.office import Office, day
from tests.ui.conftest import Keyboard
from tests.ui.every_act import press
from tests.ui.handles import window_of

OpenShell = Callable[..., Shell]
IRO = AddIro(name="Jo Bloggs")
P1 = AddChild(child="P1", given_name="Zora", born_on=day("3 May 2015"), tracking_from=day("1 Jan"))
P2 = AddChild(child="P2", given_name="Abel", born_on=day("3 May 2015"), tracking_from=day("1 Jan"))
LATE = RecordArrangement(child="P1", aware_on=day("2 Nov"))
OVER = RecordArrangement(child="P2", aware_on=day("1 Jun"))
ENDED = EndArrangement(child="P2", from_on=day("1 Jun"), ended_on=day("3 Aug"), reason=ArrangementEnd.RETURNED)
DUE = AddFosterCarer(carer="FC 1", approved_on=day("16 Nov 2025"), iro="Jo Bloggs", terms="one child")
LATER = AddFosterCarer(carer="FC 2", approved_on=day("1 Jun"), iro="Jo Bloggs")


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)


@pytest.fixture
def opened(open_shell: OpenShell, office: Office) -> Callable[..., tuple[Shell, Keyboard]]:
    """The window on these facts, of one size."""

    def open_it(*acts: Act, size: tuple[int, int] = (1440, 900)) -> tuple[Shell, Keyboard]:
        office.each(*acts)
        shell = open_shell(LocalDesk(office.store, office.actor), size)
        return shell, Keyboard(window_of(shell))

    return open_it


class TestPrivateFostering:
    def test_a_child_is_added_with_the_arrangement_from_nothing(self, opened, office):
        shell, keys = opened(IRO)
        press(keys, ("Ctrl+9",))
        assert shell.fostering.empty.isVisible()
        press(keys, ("Return", "'N1", "Tab", "Space", "Tab", "'Zora", "Return"))
        facts = office.facts("N1")
        assert (facts.child.given_name, facts.child.tracking_from) == ("Zora", day("23 Nov"))
        assert [one.aware_on for one in facts.arrangements] == [day("23 Nov")]
        assert shell.fostering.chosen_child() == "N1"
        press(keys, ("Ctrl+Z",))
        assert shell.desk.find("N1") == (), "the child and the arrangement were one act"

    def test_a_child_who_is_here_is_not_asked_for_a_name(self, opened):
        shell, keys = opened(P1)
        press(keys, ("Ctrl+9", "A", "'P1"))
        form = shell.side.form
        assert form is not None
        assert not form.fields["given_name"].isVisible()
        press(keys, ("9",))
        assert form.fields["given_name"].isVisible()

    def test_the_late_one_is_in_hand_and_d_marks_its_visit(self, opened, office):
        shell, keys = opened(P1, LATE)
        press(keys, ("Ctrl+9", "D"))
        assert [(one.task, one.done_on) for one in office.facts("P1").completions] == [
            (Task.FOSTERING_VISIT, day("23 Nov"))
        ]
        assert shell.fostering.current().visits == (day("23 Nov"),)

    def test_what_has_ended_is_shown_by_s_and_hidden_again(self, opened):
        shell, keys = opened(P1, LATE, P2, OVER, ENDED)
        press(keys, ("Ctrl+9",))
        assert [row.child for row in shell.fostering.model.rows] == ["P1"]
        press(keys, ("S",))
        assert [row.child for row in shell.fostering.model.rows] == ["P1", "P2"]
        press(keys, ("S",))
        assert [row.child for row in shell.fostering.model.rows] == ["P1"]

    def test_enter_opens_the_childs_own_part_and_letters_mean_the_same_there(self, opened):
        shell, keys = opened(P1, LATE)
        press(keys, ("Ctrl+9", "Return"))
        section = shell.child_page.section
        assert isinstance(section, PrivateFostering)
        assert section.story.isVisible()
        press(keys, ("K",))
        assert shell.side.form is not None
        assert shell.side.form.title.text() == "Suitability"

    def test_a_meeting_is_recorded_and_its_own_interval_is_kept(self, opened):
        shell, keys = opened(P1, LATE, ChangeSetting(setting="fostering-meeting", value="6w", from_on=day("1 Jan")))
        press(keys, ("Ctrl+9", "R", "Down", "Return"))
        assert shell.fostering.current().meetings == (day("23 Nov"),)

    def test_nobody_now_says_how_many_have_ended(self, opened):
        shell, keys = opened(P2, OVER, ENDED)
        press(keys, ("Ctrl+9",))
        assert shell.fostering.empty.reason.text() == "One arrangement has ended: S shows what was."

    def test_without_an_arrangement_a_form_about_one_says_so(self, opened):
        shell, keys = opened(IRO)
        press(keys, ("Ctrl+9", "K"))
        assert shell.side.form is None
        assert "No private fostering arrangement is chosen" in shell.note_bar.words.text()


class TestFosterCarers:
    def test_worst_first_and_its_story_beside_it(self, opened):
        shell, keys = opened(IRO, LATER, DUE)
        press(keys, ("Ctrl+Shift+F",))
        assert [row.reference for row in shell.carers.model.rows] == ["FC 1", "FC 2"]
        assert shell.carers.story.title.text() == "Household FC 1"

    def test_where_room_is_short_enter_opens_the_story_and_esc_comes_back(self, opened):
        shell, keys = opened(IRO, DUE, size=(700, 460))
        press(keys, ("Ctrl+Shift+F",))
        assert not shell.carers.story.isVisible()
        press(keys, ("Return",))
        assert shell.carers.story.isVisible()
        assert not shell.carers.list.isVisible()
        press(keys, ("Escape",))
        assert shell.carers.list.isVisible()

    def test_a_booked_day_is_given_up_in_the_form_that_books(self, opened):
        shell, keys = opened(IRO, DUE, BookCarerReview(carer="FC 1", review_on=day("30 Nov")))
        press(keys, ("Ctrl+Shift+F", "B", "End", "Return"))
        assert shell.carers.current().booked_on is None

    def test_what_makes_no_sense_says_why(self, opened):
        shell, keys = opened(IRO, DUE, EndFosterCarer(carer="FC 1", on=day("20 Nov")))
        press(keys, ("Ctrl+Shift+F", "S", "W"))
        assert "No review of this household is recorded" in shell.note_bar.words.text()
        press(keys, ("B",))
        assert "has ended" in shell.note_bar.words.text()

    def test_a_form_asked_for_elsewhere_goes_to_the_households_first(self, opened):
        shell, keys = opened(IRO, DUE, P1)
        press(keys, ("Ctrl+K", "'Record a foster", "Return"))
        assert shell.places.here.command is Command.FOSTER_CARERS
        assert shell.side.form is not None

    def test_the_newest_review_is_the_one_that_is_added_to(self, opened):
        old = RecordCarerReview(carer="FC 1", held_on=day("1 Jun"))
        shell, keys = opened(IRO, DUE, old, RecordCarerReview(carer="FC 1", held_on=day("16 Nov")))
        press(keys, ("Ctrl+Shift+F", "W", "Tab", "Tab", "Tab", "'20 nov", "Return"))
        assert [one.panel_on for one in shell.carers.current().reviews] == [day("20 Nov"), None]


class TestAnIdThatIsNotHere:
    def test_adds_nobody_until_it_is_said_that_the_child_is_new(self, opened):
        shell, keys = opened(IRO, P1)
        press(keys, ("Ctrl+9", "A", "'P11", "Return"))
        form = shell.side.form
        assert form is not None
        assert "There is no child P11 here" in form.fields["is_added"].problem.text()
        assert shell.desk.child("P1") is not None
        assert not shell.desk.alike("P11", "", "", None)


class TestGoingOn:
    def test_what_was_typed_about_a_household_comes_back_for_that_one(self, opened):
        shell, keys = opened(IRO, LATER, DUE)
        press(keys, ("Ctrl+Shift+F", "Down", "Q", "Tab", "Tab", "'three children", "Escape", "Home", "Ctrl+1"))
        press(keys, ("Ctrl+G",))
        form = shell.side.form
        assert form is not None
        assert form.about.text() == "Household FC 2"
        assert form.answers().text("terms") == "three children"

    def test_what_was_typed_of_a_new_arrangement_comes_back(self, opened):
        shell, keys = opened(IRO, P1)
        press(keys, ("Ctrl+9", "A", "'N7", "Escape", "Ctrl+1", "Ctrl+G"))
        form = shell.side.form
        assert form is not None
        assert form.answers().text("council_id") == "N7"


class TestToday:
    def test_a_household_is_opened_from_today(self, opened):
        shell, keys = opened(IRO, LATER, DUE)
        assert shell.today.current().carer == "FC 1"
        press(keys, ("Return",))
        assert shell.places.here.command is Command.FOSTER_CARERS
        assert shell.carers.current().reference == "FC 1"

    def test_the_report_that_is_owed_opens_private_fostering(self, opened):
        shell, keys = opened(P1, RecordArrangement(child="P1", aware_on=day("21 Sep")))
        row = next(line for line in shell.lists.day.rows if not line.child)
        assert shell.today.choose("", row.deadline_id)
        press(keys, ("Return",))
        assert shell.places.here.command is Command.PRIVATE_FOSTERING


def test_a_quarter_that_still_runs_says_so_before_its_report_is_recorded(open_shell: OpenShell, store: Store):
    office = Office(store)
    office.each(IRO, CHILD, FOSTERED)
    shell = open_shell(office.desk())
    press(Keyboard(window_of(shell)), ("Ctrl+9", "U"))
    assert shell.side.form is not None
    assert shell.side.form.fields["quarter_on"].note.text().endswith("The quarter runs until 31 Dec 2026.")


IMPOSSIBLE = (
    ("a second one that runs", ("Ctrl+9", "A", "'P1", "Return"), "aware_on", "End it first"),
    (
        "known tomorrow",
        ("Ctrl+9", "A", "'N1", "Tab", "Space", *("Tab",) * 5, "'tomorrow", "Return"),
        "aware_on",
        "still to come",
    ),
    ("no day at all", ("Ctrl+9", "Q", "Delete", "Return"), "aware_on", "Give the day"),
    ("ended before it began", ("Ctrl+9", "Shift+A", "Tab", "Tab", "'1 nov", "Return"), "ended_on", "when it began"),
    ("decided before it was known", ("Ctrl+9", "K", "Down", "Tab", "'1 nov", "Return"), "decided_on", "was known"),
    ("visited tomorrow", ("Ctrl+9", "R", "Tab", "'tomorrow", "Return"), "done_on", "still to come"),
    ("sent before the quarter", ("Ctrl+9", "U", "'1 sep", "Return"), "sent_on", "The quarter began"),
    ("a reference twice", ("Ctrl+Shift+F", "A", "'fc 1", "Tab", "'1 sep", "Return"), "carer", "There already is"),
    ("approved after its review", ("Ctrl+Shift+F", "Q", "'17 nov", "Return"), "approved_on", "does not lie before"),
    ("booked for yesterday", ("Ctrl+Shift+F", "B", "'yesterday", "Return"), "review_on", "has passed"),
    ("asked for tomorrow", ("Ctrl+Shift+F", "E", "Tab", "'tomorrow", "Return"), "asked_on", "still to come"),
    ("held tomorrow", ("Ctrl+Shift+F", "R", "'tomorrow", "Return"), "held_on", "still to come"),
    ("to panel before it was held", ("Ctrl+Shift+F", "W", "Tab", "Tab", "Tab", "'1 nov", "Return"), "panel_on", "lies"),
    ("ended before its review", ("Ctrl+Shift+F", "Shift+A", "'1 nov", "Return"), "on", "lies before"),
)


@pytest.mark.parametrize(
    ("keys", "field", "words"), [one[1:] for one in IMPOSSIBLE], ids=[one[0] for one in IMPOSSIBLE]
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_saved(
    opened, office: Office, keys: tuple[str, ...], field: str, words: str
):
    held = RecordCarerReview(carer="FC 1", held_on=day("16 Nov"))
    shell, keyboard = opened(IRO, P1, LATE, DUE, held)
    before = office.dump()
    press(keyboard, keys)
    form = shell.side.form
    assert form is not None
    assert words in form.fields[field].problem.text()
    assert office.dump() == before
