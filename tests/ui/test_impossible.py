"""What cannot be is said beside its field, in every form of the window; what was typed stays, and nothing is saved."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from iro_desktop.domain.lengths import WRITING
from iro_desktop.ui.forms.child_field import ChildField
from iro_desktop.ui.forms.field import Field
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.widgets.date_field import DateField
from tests.ui.fake_desk import FakeDesk
from tests.ui.test_access import SCREENS, screens, settle

OpenShell = Callable[..., Shell]
NO_DAYS = ("31 feb", "29 feb 2027", "1 jan 0001", "31 dec 9999", "31/31/2026", "Monday 24 nov 2026", "?")


def shown(form: FormSheet, kind: type[QWidget]) -> list[QWidget]:
    """Inputs of that kind that can be seen, scrolled to or not."""
    found = [one for one in form.content.findChildren(kind) if one.isVisibleTo(form) and one.isEnabled()]
    return [one for one in found if not isinstance(one.parentWidget(), QComboBox)]


def field_of(form: FormSheet, widget: QWidget) -> Field:
    """The field the input stands in."""
    return next(one for one in form.fields.values() if one.widget is widget or one.widget.isAncestorOf(widget))


def refused_beside(form: FormSheet, widget: QWidget, text: str) -> str:
    """What is wrong with how the form takes that; "" where it is as it should be."""
    form.try_save()
    settle()
    said = field_of(form, widget).problem
    kept = widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()  # type: ignore[attr-defined]
    where = f"{form.title.text()}, {widget.accessibleName()}, {text[:20]}"
    if form.is_saved:
        return f"{where}: saved"
    if not said.isVisibleTo(form) or not said.text():
        return f"{where}: nothing is said beside it"
    if kept != text:
        return f"{where}: what was typed is gone"
    return "" if "Nothing was" in form.summary.text() else f"{where}: the summary does not say that nothing was saved"


def opened(open_shell: OpenShell, screen: str) -> tuple[FakeDesk, FormSheet | None]:
    desk = FakeDesk(60)
    shell = open_shell(desk)
    SCREENS[screen](shell)
    settle()
    return desk, shell.side.form


@screens
def test_what_is_no_day_is_refused_in_every_date_field_of_every_form(open_shell: OpenShell, screen: str) -> None:
    desk, form = opened(open_shell, screen)
    before = list(desk.acted)
    faults = []
    for line in shown(form, DateField) if form else []:
        assert form is not None
        assert isinstance(line, DateField)
        usual = line.text()
        for text in NO_DAYS:
            line.setText(text)
            faults.append(refused_beside(form, line, text))
        line.setText(usual)
    assert [fault for fault in faults if fault] == []
    assert desk.acted == before


@screens
def test_ten_thousand_characters_are_refused_in_every_line_and_taken_where_one_writes(
    open_shell: OpenShell, screen: str
) -> None:
    desk, form = opened(open_shell, screen)
    before = list(desk.acted)
    faults = []
    for line in shown(form, QLineEdit) if form else []:
        if form is None or isinstance(line, DateField | ChildField) or not isinstance(line, QLineEdit):
            continue
        line.setText("x" * 10_000)
        faults.append(refused_beside(form, line, "x" * 10_000))
        line.setText("")
    for writing in shown(form, QPlainTextEdit) if form else []:
        assert form is not None
        assert isinstance(writing, QPlainTextEdit)
        if writing.isReadOnly():
            continue
        writing.setPlainText("x" * (WRITING + 1))
        faults.append(refused_beside(form, writing, "x" * (WRITING + 1)))
        writing.setPlainText("")
    assert [fault for fault in faults if fault] == []
    assert desk.acted == before
