"""The first minutes, by keys alone and with every slip."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from iro_desktop.domain.errors import UserError
from iro_desktop.ui.pages.first_run import FirstRunPage
from iro_desktop.ui.pages.first_run_strength import strength_of
from iro_desktop.ui.theme import Scheme, apply_theme
from tests.ui.fake_vault import RECOVERY_KEY, WORDS, FakeVault, clipped, faults_of_names, out_of_order

GOOD = "my grey tortoise sleeps"
Show = Callable[..., FirstRunPage]


@pytest.fixture
def vault() -> FakeVault:
    return FakeVault()


@pytest.fixture
def show(qtbot: QtBot, dressed: QApplication, vault: FakeVault) -> Show:
    def shown(text_scale: int = 100) -> FirstRunPage:
        apply_theme(dressed, Scheme.LIGHT, text_scale)
        page = FirstRunPage(vault, print_text=lambda text, _: printed.append(text))
        qtbot.addWidget(page)
        page.resize(1366, 768)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    printed: list[str] = []
    shown.printed = printed  # type: ignore[attr-defined]
    return shown


@pytest.fixture
def page(show: Show) -> FirstRunPage:
    return show()


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)


def write(qtbot: QtBot, words: str) -> None:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    qtbot.keyClicks(focus, words)


def reach_key(qtbot: QtBot, page: FirstRunPage) -> None:
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.step is page.key)


def reach_confirm(qtbot: QtBot, page: FirstRunPage) -> None:
    reach_key(qtbot, page)
    press(qtbot, Qt.Key.Key_Return)
    assert page.step is page.confirm


def test_by_keys_alone_from_five_words_to_an_open_desk(qtbot: QtBot, page: FirstRunPage, vault: FakeVault) -> None:
    reach_confirm(qtbot, page)
    write(qtbot, RECOVERY_KEY.lower().replace("-", " "))
    with qtbot.waitSignal(page.opened) as opened:
        press(qtbot, Qt.Key.Key_Return)
    assert opened.args == [vault.desk]
    assert vault.made == [WORDS[0]]
    assert vault.is_confirmed


def test_other_words_are_offered_and_taken(qtbot: QtBot, page: FirstRunPage, vault: FakeVault) -> None:
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    assert WORDS[1].split()[0] in page.offer.box.accessibleName()
    page.offer.take.setFocus()
    reach_key(qtbot, page)
    assert vault.made == [WORDS[1]]


def test_a_passphrase_of_ones_own_by_keys_alone(qtbot: QtBot, page: FirstRunPage, vault: FakeVault) -> None:
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    assert page.step is page.own
    write(qtbot, GOOD)
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, GOOD)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.step is page.key)
    assert vault.made == [GOOD]


def test_a_short_passphrase_is_told_beside_its_field_and_kept(
    qtbot: QtBot, page: FirstRunPage, vault: FakeVault
) -> None:
    page.offer.own.click()
    write(qtbot, "tortoise")
    page.own.take.click()
    field = page.own.first
    assert field.problem.isVisible()
    assert (
        field.edit.accessibleDescription() == field.problem.words.text() == "Add 4 more characters, or make it 4 words."
    )
    assert field.edit.hasFocus()
    assert field.edit.selectedText() != ""
    assert field.text() == "tortoise"
    assert vault.made == []


def test_two_that_differ_are_told_beside_the_second(qtbot: QtBot, page: FirstRunPage, vault: FakeVault) -> None:
    page.offer.own.click()
    page.own.first.edit.setText(GOOD)
    page.own.again.edit.setText(GOOD + "s")
    page.own.take.click()
    assert "not the same" in page.own.again.edit.accessibleDescription()
    assert page.own.first.problem.isHidden()
    assert vault.made == []


def test_letters_are_hidden_until_asked_in_both_fields(page: FirstRunPage) -> None:
    hidden, shown = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal
    page.offer.own.click()
    fields = [page.own.first.edit, page.own.again.edit]
    assert [field.echoMode() for field in fields] == [hidden, hidden]
    page.own.first.eye.click()
    assert [field.echoMode() for field in fields] == [shown, shown]
    assert page.own.first.eye.accessibleName() == "Hide passphrase"


def test_pasting_is_allowed(qtbot: QtBot, page: FirstRunPage) -> None:
    QGuiApplication.clipboard().setText(GOOD)
    page.offer.own.click()
    qtbot.keyClick(page.own.first.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.own.first.text() == GOOD


def test_esc_goes_back_a_step_but_never_past_the_key(qtbot: QtBot, page: FirstRunPage) -> None:
    page.offer.own.click()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.offer.isVisible()
    reach_confirm(qtbot, page)
    press(qtbot, Qt.Key.Key_Escape)
    assert page.key.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.key.isVisible()


def test_a_held_enter_does_not_run_past_the_key(qtbot: QtBot, page: FirstRunPage) -> None:
    reach_key(qtbot, page)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True, count=1
    )
    QApplication.sendEvent(page.key.box, held)
    assert page.step is page.key


def test_the_key_is_read_out_in_its_groups(qtbot: QtBot, page: FirstRunPage) -> None:
    reach_key(qtbot, page)
    assert page.key.box.hasFocus()
    assert page.key.box.accessibleName() == f"Recovery key: {RECOVERY_KEY.replace('-', ', ')}"


def test_a_copied_key_is_kept_out_of_clipboard_histories(qtbot: QtBot, page: FirstRunPage) -> None:
    reach_key(qtbot, page)
    page.key.copy.click()
    copied = QGuiApplication.clipboard().mimeData()
    assert RECOVERY_KEY in copied.text().replace("-\n", "-")
    assert "x-kde-passwordManagerHint" in copied.formats()


def test_the_printed_paper_holds_the_key_and_what_it_is(qtbot: QtBot, show: Show) -> None:
    page = show()
    reach_key(qtbot, page)
    page.key.print.click()
    (paper,) = show.printed  # type: ignore[attr-defined]
    assert RECOVERY_KEY in paper.replace("-\n", "-")
    assert "opens the records if the passphrase is forgotten" in paper


def test_a_wrong_key_is_told_beside_the_field_and_opens_nothing(
    qtbot: QtBot, page: FirstRunPage, vault: FakeVault
) -> None:
    reach_confirm(qtbot, page)
    write(qtbot, "7Q4M X2KD")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(page.confirm.field.problem.isVisible)
    assert "Nothing was changed" in page.confirm.field.edit.accessibleDescription()
    assert page.confirm.field.text() == "7Q4M X2KD"
    assert vault.opened == []


def test_confirming_may_wait_and_says_what_that_means(qtbot: QtBot, page: FirstRunPage, vault: FakeVault) -> None:
    reach_confirm(qtbot, page)
    with qtbot.waitSignal(page.opened):
        page.confirm.put_off.click()
    assert not vault.is_confirmed


def test_secrets_are_forgotten_once_the_desk_is_open(qtbot: QtBot, page: FirstRunPage) -> None:
    reach_confirm(qtbot, page)
    write(qtbot, "7Q4M")
    with qtbot.waitSignal(page.opened):
        page.confirm.put_off.click()
    kept = [page.offer.box, page.key.box, page.confirm.field.edit]
    assert not any(secret in part.accessibleName() for part in kept for secret in ("7Q4M", "copper"))
    assert page.confirm.field.text() == ""


def test_a_store_that_cannot_be_made_says_so_and_asks_again(qtbot: QtBot, page: FirstRunPage, vault: FakeVault) -> None:
    vault.fails = UserError("There is no room left on this disk. Nothing was made. Make room and try again.")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(page.notice.isVisible)
    assert page.notice.text() == str(vault.fails)
    vault.fails = None
    reach_key(qtbot, page)
    assert page.notice.isHidden()


def test_pressing_twice_makes_one_store(qtbot: QtBot, page: FirstRunPage, vault: FakeVault) -> None:
    page.offer.take.click()
    page.offer.take.click()
    qtbot.waitUntil(lambda: page.step is page.key)
    assert len(vault.made) == 1


def test_one_can_look_around_first(qtbot: QtBot, page: FirstRunPage) -> None:
    with qtbot.waitSignal(page.sample_asked):
        page.sample.click()


STEPS: dict[str, Callable[[QtBot, FirstRunPage], None]] = {
    "offer": lambda qtbot, page: None,
    "own": lambda qtbot, page: page.offer.own.click(),
    "key": reach_key,
    "confirm": reach_confirm,
}


@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_names_order_and_room(qtbot: QtBot, show: Show, step: str) -> None:
    page = show(200)
    STEPS[step](qtbot, page)
    qtbot.waitUntil(lambda: not clipped(page))
    assert faults_of_names(page) == []
    assert out_of_order(page) == []


def test_focus_is_in_sight_at_every_step(qtbot: QtBot, page: FirstRunPage) -> None:
    for go in (STEPS["offer"], STEPS["own"]):
        go(qtbot, page)
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        assert page.step.isAncestorOf(focus)


@pytest.mark.parametrize(
    ("passphrase", "is_enough"),
    [
        ("", False),
        ("short", False),
        ("elevenchars", False),
        ("twelvecharss", True),
        ("aaaaaaaaaaaaaaaa", False),
        ("red fox hid low", True),
        ("a b c d", False),
        ("one one one one", False),
        (" copper lantern river maple", False),
    ],
)
def test_long_enough_is_twelve_characters_or_four_words(passphrase: str, is_enough: bool) -> None:
    assert strength_of(passphrase).is_enough is is_enough
    assert strength_of(passphrase).sentence.endswith(".")
