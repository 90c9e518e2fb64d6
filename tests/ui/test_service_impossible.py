"""What cannot be of the service's records, by the forms on the real services: said beside its field, nothing saved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from iro_desktop.services.local import LocalDesk
from iro_desktop.services.sample.service import FOSTERING
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.pages.service_parts import CLINICS, FEEDBACK, MEETINGS, PLAN, STANDARDS, TEAM
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.inputs import shared_sample

OpenShell = Callable[..., Shell]
IRA = "Ira Example-Quill"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDesk]:
    yield from shared_sample(tmp_path_factory.mktemp("service") / "demo")


@dataclass(frozen=True)
class Typed:
    what: str
    part: int
    deed: str
    fill: tuple[tuple[str, str], ...]
    field: str
    words: str
    key: str = ""  # of the row; "" the first


TABLE = (
    Typed("no name", TEAM, "change", (("name", " "),), "name", "Give the name", FOSTERING),
    Typed("another's name", TEAM, "change", (("name", IRA.upper()),), "name", "of that name", FOSTERING),
    Typed("left before coming", TEAM, "change", (("to_on", "1 jan 1999"),), "to_on", "lies before", FOSTERING),
    Typed("leaves before coming", TEAM, "end", (("to_on", "1 jan 1999"),), "to_on", "lies before", FOSTERING),
    Typed("qualified tomorrow", TEAM, "change", (("qualified_on", "tomorrow"),), "qualified_on", "to come", FOSTERING),
    Typed("more than all the time", TEAM, "change", (("other_duties", "120"),), "other_duties", "0 to 100", FOSTERING),
    Typed("supervision of tomorrow", TEAM, "done", (("on", "tomorrow"),), "on", "to come", FOSTERING),
    Typed("a meeting of tomorrow", MEETINGS, "add", (("on", "tomorrow"),), "on", "still to come"),
    Typed(
        "observed by themselves",
        MEETINGS,
        "add",
        (("what", "observation"), ("iro", IRA), ("with_iro", IRA)),
        "with_iro",
        "observes themselves",
    ),
    Typed("of no area", MEETINGS, "add", (("what", "link-meeting"), ("area", " ")), "area", "Say which area"),
    Typed("a standard twice", STANDARDS, "add", (("name", "record of the REVIEW"),), "name", "already is"),
    Typed("signed off tomorrow", STANDARDS, "done", (("on", "tomorrow"),), "on", "still to come"),
    Typed("signed off before", STANDARDS, "done", (("on", "1 jan 2020"),), "on", "already", "Record of the review"),
    Typed("looked at tomorrow", STANDARDS, "change", (("stands", "Well"), ("looked_on", "tomorrow")), "looked_on",
          "still to come"),
    Typed("nothing said", FEEDBACK, "add", (("words", " "),), "words", "Say what they said"),
    Typed("said tomorrow", FEEDBACK, "add", (("words", "Good"), ("on", "tomorrow")), "on", "still to come"),
    Typed("an action of nothing", PLAN, "add", (("text", " "),), "text", "Say what is to be done"),
    Typed("done before its year", PLAN, "add", (("text", "More"), ("due_on", "1 jan 2020")), "due_on", "lies before"),
    Typed("progress of tomorrow", PLAN, "done", (("on", "tomorrow"),), "on", "still to come"),
    Typed("progress before the last", PLAN, "done", (("on", "1 jan 2020"),), "on", "later day", "2026/1"),
    Typed("a clinic of tomorrow", CLINICS, "add", (("what", "clinic"), ("held_on", "tomorrow")), "held_on", "to come"),
    Typed("nothing agreed", CLINICS, "add", (("text", " "),), "text", "Say what is to be done"),
    Typed("agreed for long ago", CLINICS, "add", (("text", "More"), ("due_on", "1 jan 2020")), "due_on", "lies before"),
    Typed("changed to nothing", CLINICS, "change", (("text", " "),), "text", "Say what is to be done"),
    Typed("done tomorrow", CLINICS, "done", (("done_on", "tomorrow"),), "done_on", "to come"),
    Typed("done before it was agreed", CLINICS, "done", (("done_on", "1 jan 2020"),), "done_on", "lies before"),
)  # fmt: skip


def put(form: FormSheet, name: str, text: str) -> None:
    """Type, or choose, in that field."""
    widget = form.fields[name].widget
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findData(text))
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(text)
    else:
        assert isinstance(widget, QLineEdit)
        widget.setText(text)


@pytest.mark.parametrize("typed", TABLE, ids=lambda one: one.what)
def test_it_is_said_beside_its_field_and_nothing_is_saved(open_shell: OpenShell, desk: LocalDesk, typed: Typed) -> None:
    before = desk._store.dump()
    shell = open_shell(desk)
    shell.go_service()
    shell.service.show_part(typed.part, typed.key)
    getattr(shell.service_deeds, typed.deed)()
    form = shell.side.form
    assert form is not None
    for name, text in typed.fill:
        put(form, name, text)
    Keyboard(shell.window()).press(Qt.Key.Key_Return)
    assert shell.side.form is form
    problem = form.fields[typed.field].problem
    assert problem.isVisible()
    assert typed.words in problem.text()
    assert "Nothing was" in form.summary.text()
    assert desk._store.dump() == before
    form.cancelled.emit()
    for draft in desk.drafts():
        desk.drop_draft(draft.of)
