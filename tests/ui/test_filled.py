"""Reading and refilling what is filled in beneath a widget, for each kind of field."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from iro_desktop.domain.vocabulary import LeaveKind
from iro_desktop.ui.filled import DERIVED, collect, give_back, watch
from iro_desktop.ui.widgets.choices import Choice, DropDown
from iro_desktop.ui.widgets.date_field import DateField

W = TypeVar("W", bound=QWidget)
Kind = tuple[QWidget, Callable[[], None], object]  # the field, filling it in, and what is then read
pytestmark = pytest.mark.usefixtures("dressed")


class Folding(QWidget):
    """Tells its own state; what stands beneath it is read as ever."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("folding")
        self.is_open = False
        self.line = named(QLineEdit(self), "inside")

    def kept(self) -> object:
        return self.is_open

    def give_back(self, value: object) -> None:
        self.is_open = value is True
        self.changed.emit()


class Bell(QObject):
    """Counts."""

    def __init__(self) -> None:
        super().__init__()
        self.rung = 0

    def ring(self) -> None:
        self.rung += 1


def named(widget: W, name: str) -> W:
    widget.setAccessibleName(name)
    return widget


@pytest.fixture
def root(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def line(root: QWidget) -> Kind:
    one = named(QLineEdit(root), "it")
    return one, lambda: one.setText("some words"), "some words"


def day(root: QWidget) -> Kind:
    one = named(DateField("it", lambda _text: date(2026, 3, 12), root), "it")
    return one, lambda: one.setText("12 ma"), "12 ma"


def writing(root: QWidget) -> Kind:
    one = named(QPlainTextEdit(root), "it")
    return one, lambda: one.setPlainText("one\ntwo"), "one\ntwo"


def rich(root: QWidget) -> Kind:
    one = named(QTextEdit(root), "it")
    return one, lambda: one.setPlainText("one\ntwo"), "one\ntwo"


def options(root: QWidget) -> Kind:
    one = DropDown("it", root)
    for kind in LeaveKind:
        one.addItem(kind.label, kind)
    return one, lambda: one.setCurrentIndex(1), list(LeaveKind)[1].value


def own_words(root: QWidget) -> Kind:
    one = named(QComboBox(root), "it")
    one.setEditable(True)
    one.addItems(["by telephone", "at school"])
    return one, lambda: one.setEditText("at home"), "at home"


def tick(root: QWidget) -> Kind:
    one = named(QCheckBox(root), "it")
    return one, lambda: one.setChecked(True), True


def own_state(root: QWidget) -> Kind:
    one = Folding(root)
    one.setObjectName("it")
    return one, lambda: one.give_back(True), True


KINDS = (line, day, writing, rich, options, own_words, tick, own_state)


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_is_read_given_back_and_heard(root: QWidget, kind: Callable[[QWidget], Kind]) -> None:
    _, fill, wanted = kind(root)
    bell = Bell()
    watch(root, bell.ring, 1)
    untouched = collect(root)
    fill()
    assert bell.rung
    typed = collect(root)
    assert typed["it"] == wanted
    give_back(root, untouched)
    assert collect(root) == untouched != typed
    give_back(root, typed)
    assert collect(root) == typed


def choices(root: QWidget) -> tuple[QButtonGroup, list[Choice]]:
    group = QButtonGroup(root)
    made = [Choice(words, "", root) for words in ("first", "second")]
    for one in made:
        group.addButton(one)
    return group, made


def test_of_several_choices_the_one_made_comes_back_and_so_does_none(root: QWidget) -> None:
    group, (_, second) = choices(root)
    nothing = collect(root)
    second.setChecked(True)
    chosen = collect(root)
    assert nothing == {}
    assert chosen == {"second": True}
    give_back(root, nothing)
    assert group.checkedButton() is None
    give_back(root, chosen)
    assert group.checkedButton() is second
    assert group.exclusive()


def test_fields_known_by_a_name_are_kept_under_it(root: QWidget) -> None:
    holder = QWidget(root)
    inner, alone = named(QLineEdit(holder), "Reason"), named(QLineEdit(root), "Reason")
    inner.setText("a")
    alone.setText("b")
    names = {"why": holder, "also": alone}
    assert collect(root, names) == {"why/Reason": "a", "also": "b"}


def test_fields_of_the_same_name_are_told_apart(root: QWidget) -> None:
    first, second = named(QLineEdit(root), "Name"), named(QLineEdit(root), "Name")
    first.setText("a")
    second.setText("b")
    state = collect(root)
    first.clear()
    second.clear()
    give_back(root, state)
    assert (first.text(), second.text()) == ("a", "b")


def test_what_follows_from_another_field_or_cannot_be_typed_in_is_not_kept(root: QWidget) -> None:
    derived, fixed = named(QCheckBox(root), "derived"), named(QLineEdit(root), "fixed")
    derived.setProperty(DERIVED, True)
    fixed.setReadOnly(True)
    assert collect(root) == {}


def test_a_field_that_is_emptied_by_another_is_filled_again(root: QWidget) -> None:
    second, first = named(QLineEdit(root), "second"), named(QLineEdit(root), "first")
    first.textChanged.connect(second.clear)
    give_back(root, {"second": "kept", "first": "kept too"})
    assert collect(root) == {"second": "kept", "first": "kept too"}


def test_what_is_no_longer_offered_or_there_is_passed_over(root: QWidget) -> None:
    box, new = DropDown("kind", root), named(QCheckBox(root), "new")
    box.addItem("One", "one")
    new.setChecked(True)
    give_back(root, {"kind": "gone", "and this": "too"})
    assert box.currentData() == "one"
    assert new.isChecked(), "an input that was not there is left as it is"


def test_filling_again_is_taken_for_typing(root: QWidget) -> None:
    one = named(QLineEdit(root), "it")
    heard: list[str] = []
    one.textEdited.connect(heard.append)
    give_back(root, {"it": "words"})
    assert heard == ["words"]


def test_inputs_that_come_later_are_heard_once_asked_again_and_nobody_hears_twice(root: QWidget) -> None:
    bell = Bell()
    first = named(QLineEdit(root), "first")
    watch(root, bell.ring, 1)
    later = named(QLineEdit(root), "later")
    watch(root, bell.ring, 1)
    first.setText("a")
    later.setText("b")
    QApplication.processEvents()
    assert bell.rung == 2
