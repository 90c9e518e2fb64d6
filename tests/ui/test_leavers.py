"""Care leavers as a place, and leaving care on the child's page, on the real services."""

from collections.abc import Callable

import pytest

from iro_desktop.domain.vocabulary import LeaverStatus
from iro_desktop.store.store import Store
from iro_desktop.ui.pages.child.leaving import Leaving
from iro_desktop.ui.pages.child.sections import SECTIONS
from iro_desktop.ui.pages.timescales_table import standing_of
from iro_desktop.ui.shell import Shell
from tests.services.cases import CHILD, IRO, LEAVER
from tests.services.cases_leavers import HOME, STATED, TOUCH
from tests.services.office import Office
from tests.services.test_leavers import FOLLOWED, HELD
from tests.ui.conftest import Keyboard
from tests.ui.every_act import press
from tests.ui.handles import in_hand, window_of

OpenShell = Callable[..., Shell]


@pytest.fixture
def office(store: Store) -> Office:
    office = Office(store)
    office.each(*FOLLOWED, HELD, CHILD, HOME, TOUCH)
    return office


def test_enter_goes_from_the_list_to_leaving_care(open_shell: OpenShell, office: Office):
    shell = open_shell(office.desk())
    press(Keyboard(window_of(shell)), ("Ctrl+8", "Down", "Return"))
    assert shell.child_page.chosen_child() == "A3"
    assert isinstance(shell.child_page.section, Leaving)
    lines = [row.line for row in shell.child_page.section._rows() if row.line is not None]
    words = {line.label or line.key: line.words for line in lines}
    assert words["By the care history"] == "Former relevant young person since 2 Mar 2026"
    assert words["since 5 Oct 2026"] == "Independent living, suitable"
    assert words["9 Nov 2026"].startswith("In touch, visit")


def test_digits_narrow_the_list_and_an_empty_one_says_why(open_shell: OpenShell, office: Office):
    shell = open_shell(office.desk())
    keys = Keyboard(window_of(shell))
    press(keys, ("Ctrl+8", "3"))
    assert [row.child for row in shell.leavers.rows.rows] == ["A3"]
    press(keys, ("2",))
    assert not shell.leavers.has_rows()
    assert shell.leavers.empty.isVisible()


def test_a_child_under_sixteen_has_no_such_part(open_shell: OpenShell, store: Store):
    office = Office(store)
    office.each(IRO, CHILD)
    shell = open_shell(office.desk())
    press(Keyboard(window_of(shell)), ("Ctrl+K", "'a1", "Return", "O"))
    number = SECTIONS.index(Leaving)
    assert not shell.child_page.parts.isTabVisible(number)


def test_a_line_opens_its_form_and_what_is_saved_stands_there(open_shell: OpenShell, office: Office):
    shell = open_shell(office.desk())
    keys = Keyboard(window_of(shell))
    press(keys, ("Ctrl+8", "Down", "Return", "Shift+N", "Return"))
    assert isinstance(shell.child_page.section, Leaving)
    row = shell.child_page.section.row_of("plan")
    assert row is not None
    assert row.line is not None
    assert row.line.words == "made 23 Nov 2026"


def test_the_computed_entitlement_stays_beside_the_stated_one(open_shell: OpenShell, store: Store):
    office = Office(store)
    office.each(IRO, LEAVER, STATED)
    shell = open_shell(office.desk())
    press(Keyboard(window_of(shell)), ("Ctrl+8", "Down", "Return"))
    section = shell.child_page.section
    assert isinstance(section, Leaving)
    labels = [row.line.label for row in section._rows() if row.line is not None][:2]
    assert labels == ["Stated", "By the care history"]
    assert shell.desk.leavers().rows[0].status is LeaverStatus.FORMER_RELEVANT


def test_whoever_was_in_hand_elsewhere_is_not_beside_the_care_leavers(open_shell: OpenShell, office: Office):
    shell = open_shell(office.desk())
    press(Keyboard(window_of(shell)), ("Ctrl+K", "'a1", "Return"))
    assert "A1" not in [row.child for row in shell.desk.leavers().rows]
    press(Keyboard(window_of(shell)), ("Ctrl+8",))
    assert shell.leavers.chosen_child() == shell.desk.leavers().rows[0].child
    assert shell.deeds.in_hand.view is not None
    assert shell.deeds.in_hand.view.child == shell.leavers.chosen_child()


def test_the_most_pressing_of_the_plan_is_in_hand_and_shown_as_shape_and_words(open_shell: OpenShell, office: Office):
    shell = open_shell(office.desk())
    press(Keyboard(window_of(shell)), ("Ctrl+K", "'a1", "Return", "Ctrl+8"))
    row = shell.leavers.rows.rows[0]
    deadline = in_hand(shell)
    assert deadline.id == row.deadline_id
    assert row.next_words.startswith(deadline.what)
    assert standing_of("standing", row) is deadline.standing
