"""The service's place: five lists one key apart, what is missing first, and each deed on what is chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from iro_desktop.domain.acts import (
    AddIro,
    AllocateIro,
    ChangeFeedback,
    ChangeIro,
    ChangeStandard,
    RecordLeave,
    RecordTeamEvent,
    RemoveFeedback,
    SaveView,
)
from iro_desktop.domain.vocabulary import Standing, TeamEventKind
from iro_desktop.services.service_views import IroRow, MeetingRow
from iro_desktop.store.store import Store
from iro_desktop.ui.cannot import NOT_WITH_IT
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.pages.service_parts import FEEDBACK, MEETINGS, PARTS, PLAN, STANDARDS, TEAM
from iro_desktop.ui.shell import Shell
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.office import Office
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.handles import window_of
from tests.ui.test_access import settle

OpenShell = Callable[..., Shell]


def at(open_shell: OpenShell, part: int = TEAM, row: int = 0, desk: FakeDesk | None = None) -> Shell:
    """The service's place at that row of that list."""
    shell = open_shell(desk or FakeDesk(60))
    shell.go_service()
    shell.service.show_part(part)
    shell.service.table.choose_row(row)
    return shell


def acted(shell: Shell) -> list[object]:
    desk = shell.desk
    assert isinstance(desk, FakeDesk)
    return list(desk.acted)


def form_of(shell: Shell) -> AskForm:
    assert isinstance(shell.side.form, AskForm)
    return shell.side.form


# --- what meets the eye


def test_it_opens_on_the_team_with_what_is_missing_first(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    Keyboard(window_of(shell)).press(
        Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert shell.page() is shell.service
    row = shell.service.current()
    assert isinstance(row, IroRow)
    assert row.standing is Standing.OVERDUE
    assert shell.side.service.title.text() == row.name
    assert shell.service.missing.isVisible()
    assert shell.rail.places[Command.SERVICE].isChecked()


def test_what_is_missing_leads_to_the_list_where_it_stands_first(open_shell: OpenShell) -> None:
    shell = at(open_shell)
    for number, (part, words) in enumerate(shell.desk.service_records().missing):
        link = shell.service.links[number]
        assert link.text() == words
        link.click()
        assert shell.service.number == part
        assert shell.service.table.current_row() == 0
        assert shell.service.table.hasFocus()
    assert len(shell.desk.service_records().missing) >= 3


def test_digits_show_the_lists_and_nobody_is_in_hand(open_shell: OpenShell) -> None:
    shell = at(open_shell)
    keys = Keyboard(window_of(shell))
    for number, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6)):
        keys.press(key)
        assert shell.service.number == number
        assert shell.service.table.hasFocus()
    assert shell.deeds.in_hand.view is None


@pytest.mark.parametrize("part", range(6))
def test_a_model_holds_its_rows_through_every_change(open_shell: OpenShell, part: int) -> None:
    shell = at(open_shell, part)
    model = shell.service.models[part]
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    for words in ("zzz", "a", ""):
        shell.service.filter.setText(words)
        shell.refresh()
        assert shell.service.table.currentIndex().isValid() == bool(model.rows)
    assert len({row.key for row in model.rows}) == len(model.rows)


def test_each_row_says_itself_in_one_sentence(open_shell: OpenShell) -> None:
    view = at(open_shell).desk.service_records()
    for part in PARTS:
        for row in part.rows(view):
            assert len(part.sentence(row).split()) > 2
            assert "None" not in part.sentence(row).replace("None since", "").replace("None is", "")


def test_a_list_is_narrowed_and_says_why_nothing_is_left(open_shell: OpenShell) -> None:
    shell = at(open_shell, MEETINGS)
    window_of(shell).actions_by_command[Command.FILTER].trigger()
    assert shell.service.filter.hasFocus()
    shell.service.filter.setText("fostering link")
    shell.service._narrow()
    rows = shell.service.models[MEETINGS].rows
    assert rows
    assert all(row.area == "fostering" for row in rows)
    shell.service.filter.setText("zzz")
    shell.service._narrow()
    assert "zzz" in shell.service.empty.reason.text()
    assert not shell.service.empty.button.isVisible()
    Keyboard(window_of(shell)).press(Qt.Key.Key_Escape)
    assert shell.service.models[MEETINGS].rows


@pytest.mark.parametrize("part", range(6))
def test_where_nothing_is_yet_it_says_so_and_offers_the_next_act(open_shell: OpenShell, part: int) -> None:
    shell = at(open_shell, part, desk=FakeDesk(0))
    assert shell.service.empty.isVisible()
    assert shell.service.empty.words.text() == PARTS[part].empty[0]
    assert shell.service.empty.button.hasFocus()
    Keyboard(window_of(shell)).press(Qt.Key.Key_Return)
    assert shell.side.form is not None


# --- the keys


def test_a_missing_meeting_is_recorded_by_two_keys(open_shell: OpenShell) -> None:
    shell = at(open_shell, MEETINGS)
    row = shell.service.current()
    assert isinstance(row, MeetingRow)
    assert row.is_missing
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_D)
    keys.press(Qt.Key.Key_Return)
    (act,) = acted(shell)
    assert isinstance(act, RecordTeamEvent)
    assert (act.what, act.iro) == (row.what, row.iro)
    assert row.key not in {one.key for one in shell.service.models[MEETINGS].rows}


def test_a_missing_link_meeting_proposes_its_area(open_shell: OpenShell) -> None:
    shell = at(open_shell, MEETINGS)
    rows = shell.service.models[MEETINGS].rows
    line = next(n for n, row in enumerate(rows) if row.is_missing and row.what is TeamEventKind.LINK_MEETING)
    shell.service.table.choose_row(line)
    shell.service_deeds.add()
    assert form_of(shell).answers().text("area") == rows[line].area


def test_what_cannot_be_done_with_the_row_says_so_and_not_of_a_child(open_shell: OpenShell) -> None:
    shell = at(open_shell, MEETINGS)
    rows = shell.service.models[MEETINGS].rows
    shell.service.table.choose_row(next(n for n, row in enumerate(rows) if not row.is_missing))
    Keyboard(window_of(shell)).press(Qt.Key.Key_Q)
    assert shell.note_bar.words.text() == NOT_WITH_IT
    assert shell.side.form is None


def test_keys_mean_the_child_again_once_one_goes_back(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    child = shell.deeds.in_hand.view
    shell.go_service()
    shell.go_today()
    assert shell.deeds.in_hand.view is not None
    assert child is not None
    assert shell.deeds.in_hand.view.child == child.child
    window_of(shell).actions_by_command[Command.ADD_FACT].trigger()
    assert shell.side.form is not None
    assert shell.side.form.title.text() == "Add a fact"


def test_what_is_taken_away_comes_back_by_undo(open_shell: OpenShell) -> None:
    shell = at(open_shell, FEEDBACK)
    before = [row.key for row in shell.service.models[FEEDBACK].rows]
    Keyboard(window_of(shell)).press(Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(acted(shell)[0], RemoveFeedback)
    assert len(shell.service.models[FEEDBACK].rows) == len(before) - 1
    window_of(shell).actions_by_command[Command.UNDO].trigger()
    assert [row.key for row in shell.service.models[FEEDBACK].rows] == before


def test_enter_changes_the_row_and_leave_is_of_the_iro_that_is_chosen(open_shell: OpenShell) -> None:
    shell = at(open_shell, TEAM, 1)
    row = shell.service.current()
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_Return)
    assert form_of(shell).title.text() == "Change an IRO"
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_L)
    assert isinstance(row, IroRow)
    form = shell.side.form
    assert form is not None
    keys.press(Qt.Key.Key_Tab)
    for text in ("7 dec", "8 dec"):
        keys.type(text)
        keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Return)
    (act,) = acted(shell)
    assert isinstance(act, RecordLeave)
    assert act.iro == row.name


# --- the forms say only what changed


def test_only_what_was_changed_is_said_and_what_was_emptied_is_cleared(open_shell: OpenShell) -> None:
    shell = at(open_shell)
    rows = shell.service.models[TEAM].rows
    line = next(n for n, row in enumerate(rows) if row.link_areas and row.background)
    shell.service.table.choose_row(line)
    shell.service_deeds.change()
    form = form_of(shell)
    form.fields["background"].widget.setText("")  # type: ignore[attr-defined]
    form.fields["other_duties"].widget.setText("20")  # type: ignore[attr-defined]
    form.try_save()
    (act,) = acted(shell)
    assert act == ChangeIro(
        iro=rows[line].name, other_duties=20, clear=("background",), row_version=rows[line].row_version
    )


def test_where_the_service_stands_has_its_day(open_shell: OpenShell) -> None:
    shell = at(open_shell, STANDARDS)
    row = shell.service.current()
    shell.service_deeds.change()
    form = form_of(shell)
    form.fields["stands"].widget.setPlainText("Half of them")  # type: ignore[attr-defined]
    form.try_save()
    (act,) = acted(shell)
    assert isinstance(act, ChangeStandard)
    assert row is not None
    assert (act.stands, act.looked_on, act.name) == ("Half of them", shell.desk.today_on, row.key)


def test_consent_is_asked_and_never_proposed(open_shell: OpenShell) -> None:
    shell = at(open_shell, FEEDBACK)
    rows = shell.service.models[FEEDBACK].rows
    shell.service.table.choose_row(next(n for n, row in enumerate(rows) if row.may_quote is None))
    keys = Keyboard(window_of(shell))
    words = shell.service.table.model().index(shell.service.table.current_row(), 0).data().strip("“”")
    keys.press(Qt.Key.Key_D)
    assert isinstance(shell.side.form, AskForm)
    assert words in shell.side.form.about.text(), "whose words they are stands in sight"
    keys.press(Qt.Key.Key_Return)
    assert not acted(shell), "nobody agrees by Enter alone"
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    (act,) = acted(shell)
    assert isinstance(act, ChangeFeedback)
    assert act.may_quote is True


@pytest.mark.parametrize("words", ["ten", "101", "-1", "9.5"])
def test_other_duties_are_a_share(open_shell: OpenShell, words: str) -> None:
    shell = at(open_shell)
    shell.service_deeds.change()
    form = form_of(shell)
    form.fields["other_duties"].widget.setText(words)  # type: ignore[attr-defined]
    form.try_save()
    assert form.fields["other_duties"].problem.text() == "Say it as a number from 0 to 100."
    assert not acted(shell)


# --- what was typed is kept


def test_a_half_filled_form_comes_back_at_its_own_list_from_anywhere(open_shell: OpenShell) -> None:
    desk = FakeDesk(60)
    shell = at(open_shell, PLAN, 1, desk)
    row = shell.service.current()
    shell.service_deeds.done()
    form_of(shell).fields["went"].widget.setPlainText("Slowly")  # type: ignore[attr-defined]
    shell.forms.keep_now()
    again = open_shell(desk)
    window_of(again).actions_by_command[Command.GO_ON].trigger()
    settle()
    assert again.page() is again.service
    assert row is not None
    now = again.service.current()
    assert now is not None
    assert now.key == row.key
    assert form_of(again).answers().text("went") == "Slowly"


# --- on the real services: a name changes, somebody leaves


def renamed(shell: Shell, keys: Keyboard, name: str) -> None:
    shell.go_service()
    keys.press(Qt.Key.Key_Q)
    keys.type(name)
    keys.press(Qt.Key.Key_Return)
    settle()


def test_whose_children_are_shown_follows_the_name(open_shell: OpenShell, store: Store) -> None:
    office = Office(store)
    office.each(IRO, CHILD, FIRST, SaveView(name="Jo's", iro="Jo Bloggs"))
    desk = office.desk()
    desk.set_scope("Jo Bloggs")
    shell = open_shell(desk)
    told: list[str] = []
    window_of(shell).scope_chosen.connect(told.append)
    renamed(shell, Keyboard(window_of(shell)), "Jo Blake")
    assert told == ["Jo Blake"]
    assert shell.rail.whose.text() == "Jo Blake"
    assert desk.views()[0].iro == "Jo Blake"
    window_of(shell).actions_by_command[Command.UNDO].trigger()
    QApplication.processEvents()
    assert told == ["Jo Blake", "Jo Bloggs"]


def test_who_has_left_is_not_offered_where_children_are_given_out(open_shell: OpenShell, store: Store) -> None:
    office = Office(store)
    office.each(
        IRO, CHILD, AddIro(name="Ann Other"), ChangeIro(iro="Ann Other", to_on=office.actor.today.replace(day=1))
    )
    shell = open_shell(office.desk())
    shell.select("A1")
    window_of(shell).actions_by_command[Command.ALLOCATE].trigger()
    form = form_of(shell)
    box = form.fields["iro"].widget
    assert "Ann Other" not in [box.itemText(n) for n in range(box.count())]  # type: ignore[attr-defined]
    sentence = office.refused(AllocateIro(child="A1", iro="Ann Other", from_on=office.actor.today))
    assert "last day in post" in sentence


def test_what_was_just_added_is_what_the_next_key_means(open_shell: OpenShell) -> None:
    shell = at(open_shell, FEEDBACK)
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_A)
    keys.type("She listens.")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_D)
    assert isinstance(shell.side.form, AskForm)
    assert "She listens." in shell.side.form.about.text()
