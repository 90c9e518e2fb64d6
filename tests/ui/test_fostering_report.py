"""Once the quarterly report on private fostering is written, it is asked whether it was sent; of no other document."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

from PySide6.QtWidgets import QApplication

from iro_desktop.services.outputs.model import OutputWish
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.shell import Shell
from tests.ui.fake_desk import FakeDesk

OpenShell = Callable[..., Shell]


def written(shell: Shell, key: str, on: date) -> None:
    """As if that document had just been written."""
    shell.document_deeds.written.emit(SimpleNamespace(output=SimpleNamespace(key=key), wish=OutputWish(key, on=on)))
    QApplication.processEvents()


def test_it_asks_when_the_report_of_that_quarter_was_sent(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    owed = next(one for one in shell.desk.private_fostering().quarters if one.sent_on is None)
    written(shell, "private-fostering", owed.quarter_on)
    form = shell.side.form
    assert isinstance(form, AskForm)
    assert form.title.text() == "Quarterly report on private fostering"
    assert form.answers().choice("quarter_on") == owed.quarter_on.isoformat()


def test_it_asks_nothing_after_another_document_or_of_a_quarter_that_nobody_owes(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    owed = next(one for one in shell.desk.private_fostering().quarters if one.sent_on is None)
    written(shell, "themes", owed.quarter_on)
    written(shell, "private-fostering", date(2001, 3, 31))
    assert shell.side.form is None
