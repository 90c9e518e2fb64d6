"""Unlock: one field, and what goes wrong said beside it in different sentences."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from iro_desktop.domain.errors import DamagedKeyFile, StoreBusy
from iro_desktop.ui.pages import first_run_fields, first_run_notice
from iro_desktop.ui.pages.unlock import UnlockPage
from iro_desktop.ui.theme import Scheme, apply_theme
from tests.ui.fake_vault import RECOVERY_KEY, FakeVault, clipped, faults_of_names, out_of_order

PASSPHRASE = "copper lantern river maple onion"
DAMAGED = DamagedKeyFile("The key file is damaged. The store itself was not touched. Put back the copy from a backup.")
BUSY = StoreBusy("Another window has this store open. Nothing was changed. Close it and try again.")


@pytest.fixture
def vault() -> FakeVault:
    return FakeVault(passphrase=PASSPHRASE)


@pytest.fixture
def show(qtbot: QtBot, dressed: QApplication, vault: FakeVault) -> Callable[..., UnlockPage]:
    def shown(text_scale: int = 100) -> UnlockPage:
        apply_theme(dressed, Scheme.LIGHT, text_scale)
        page = UnlockPage(vault)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return shown


@pytest.fixture
def page(show: Callable[..., UnlockPage]) -> UnlockPage:
    return show()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    heard: list[str] = []
    for module in (first_run_fields, first_run_notice):
        monkeypatch.setattr(module, "announce", lambda _widget, words, **_: heard.append(words))
    return heard


def try_with(qtbot: QtBot, page: UnlockPage, typed: str) -> None:
    qtbot.keyClicks(page.field.edit, typed)
    qtbot.keyClick(page.field.edit, Qt.Key.Key_Return)


def test_typing_and_enter_open_the_desk(qtbot: QtBot, page: UnlockPage, vault: FakeVault) -> None:
    assert page.field.edit.hasFocus()
    with qtbot.waitSignal(page.opened) as opened:
        try_with(qtbot, page, PASSPHRASE)
    assert opened.args == [vault.desk]
    assert page.field.text() == ""


def test_a_password_manager_may_paste(qtbot: QtBot, page: UnlockPage) -> None:
    QGuiApplication.clipboard().setText(PASSPHRASE)
    qtbot.keyClick(page.field.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.opened):
        page.open_button.click()


def test_a_wrong_passphrase_is_told_beside_the_field_which_keeps_it(
    qtbot: QtBot, page: UnlockPage, said: list[str]
) -> None:
    try_with(qtbot, page, "wrong")
    qtbot.waitUntil(page.field.problem.isVisible)
    sentence = page.field.edit.accessibleDescription()
    assert "does not open this store" in sentence
    assert said == [sentence]
    assert page.field.text() == "wrong"
    assert page.field.edit.selectionLength() == len("wrong")
    assert page.notice.isHidden()


@pytest.mark.parametrize("error", [DAMAGED, BUSY])
def test_what_no_passphrase_can_mend_is_told_apart_and_keeps_the_field(
    qtbot: QtBot, page: UnlockPage, vault: FakeVault, said: list[str], error: DamagedKeyFile | StoreBusy
) -> None:
    vault.fails = error
    try_with(qtbot, page, PASSPHRASE)
    qtbot.waitUntil(page.notice.isVisible)
    assert page.notice.text() == str(error)
    assert said == [str(error)]
    assert page.field.problem.isHidden()
    assert page.field.text() == PASSPHRASE
    assert page.field.edit.hasFocus()


def test_the_sentence_goes_when_one_tries_again(qtbot: QtBot, page: UnlockPage, vault: FakeVault) -> None:
    vault.fails = BUSY
    try_with(qtbot, page, PASSPHRASE)
    qtbot.waitUntil(page.notice.isVisible)
    vault.fails = None
    with qtbot.waitSignal(page.opened):
        qtbot.keyClick(page.field.edit, Qt.Key.Key_Return)
    assert page.notice.isHidden()


def test_the_recovery_key_opens_too_by_keys_alone(qtbot: QtBot, page: UnlockPage, vault: FakeVault) -> None:
    page.other_way.setFocus()
    qtbot.keyClick(page.other_way, Qt.Key.Key_Return)
    assert page.field.edit.accessibleName() == "Recovery key"
    assert page.field.edit.echoMode() is QLineEdit.EchoMode.Normal
    with qtbot.waitSignal(page.opened):
        try_with(qtbot, page, RECOVERY_KEY.lower())
    assert vault.opened == ["recovery key"]


def test_esc_goes_back_from_the_recovery_key_to_hidden_letters(qtbot: QtBot, page: UnlockPage) -> None:
    page.other_way.click()
    qtbot.keyClick(page.field.edit, Qt.Key.Key_Escape)
    assert page.field.edit.accessibleName() == "Passphrase"
    assert page.field.edit.echoMode() is QLineEdit.EchoMode.Password


def test_an_empty_field_is_told_so_at_once(page: UnlockPage) -> None:
    page.open_button.click()
    assert page.field.edit.accessibleDescription() == "Type your passphrase first."


def test_pressing_twice_tries_once(qtbot: QtBot, page: UnlockPage, vault: FakeVault) -> None:
    page.field.edit.setText(PASSPHRASE)
    with qtbot.waitSignal(page.opened):
        page.open_button.click()
        page.open_button.click()
    assert vault.opened == ["passphrase"]


def test_it_says_that_it_is_opening_before_it_does(qtbot: QtBot, page: UnlockPage) -> None:
    page.field.edit.setText(PASSPHRASE)
    page.open_button.click()
    assert page.frame.busy.text() == "Opening…"
    qtbot.waitUntil(lambda: page.frame.busy.text().strip() == "")


def test_coming_back_finds_it_empty(qtbot: QtBot, page: UnlockPage) -> None:
    try_with(qtbot, page, "wrong")
    qtbot.waitUntil(page.field.problem.isVisible)
    page.hide()
    page.show()
    assert page.field.text() == ""
    assert page.field.problem.isHidden()


def test_names_order_and_room_at_twice_the_size(
    qtbot: QtBot, show: Callable[..., UnlockPage], vault: FakeVault
) -> None:
    page = show(200)
    vault.fails = DAMAGED
    try_with(qtbot, page, "wrong")
    qtbot.waitUntil(page.notice.isVisible)
    qtbot.waitUntil(lambda: not clipped(page))
    assert faults_of_names(page) == []
    assert out_of_order(page) == []
