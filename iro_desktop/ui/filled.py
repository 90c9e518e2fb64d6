"""What is filled in beneath a widget: read by name, put back by name, and heard when it changes.

Lines, multi-line writing, lists and ticks are known. A widget whose state is more than that says it itself: it has
what ``Keeps`` asks; what stands beneath it is read as ever. An input that follows from another is marked ``DERIVED``.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol, TypeGuard

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from iro_desktop.ui.widgets.suggestions import SuggestEdit

DERIVED = "derived"  # property of an input that follows from another one: it is neither kept nor given back
_HEARD = "heard"  # property of an input: the number of who listens to it already
_ROUNDS = 3  # a field may show, fill or offer others: what was overrun is put back again
_NO_NAMES: Mapping[str, QWidget] = {}


class Keeps(Protocol):
    """A widget that tells its own state."""

    changed: SignalInstance  # emitted at every change of it

    def kept(self) -> object:
        """What it holds, as JSON can tell it."""
        ...

    def give_back(self, value: object) -> None:
        """Hold that again; what is no longer possible is left out."""
        ...


def collect(root: QWidget, names: Mapping[str, QWidget] = _NO_NAMES) -> dict[str, object]:
    """What each input beneath the widget holds; ``names``: widgets known by a name, such as a form's fields."""
    found = {name: _value(one) for name, one in _inputs(root, names)}
    return {name: value for name, value in found.items() if value is not None}


def give_back(root: QWidget, state: Mapping[str, object], names: Mapping[str, QWidget] = _NO_NAMES) -> None:
    """Fill in again what was collected, as if it were typed; names that are no longer there are passed over."""
    for _ in range(_ROUNDS):
        changed = [(one, state.get(name)) for name, one in _inputs(root, names) if _is_other(name, one, state)]
        for one, value in changed:
            _put(one, value)
        if not changed:
            return


def _is_other(name: str, one: QWidget, state: Mapping[str, object]) -> bool:
    """Whether it holds something else; of a choice among several only the one made was collected."""
    is_known = name in state or (isinstance(one, QAbstractButton) and _is_one_of_several(one))
    return is_known and _value(one) != state.get(name)


def watch(root: QWidget, touch: Callable[[], None], listener: int) -> None:
    """Call ``touch``, a bound method, at every change of an input beneath the widget; asked again, only of new ones."""
    for _, one in _inputs(root, _NO_NAMES):
        if one.property(_HEARD) != listener:
            one.setProperty(_HEARD, listener)
            _listen(one, touch)


def _listen(one: QWidget, touch: Callable[[], None]) -> None:
    if isinstance(one, QLineEdit | QPlainTextEdit | QTextEdit):
        one.textChanged.connect(touch)
    elif isinstance(one, QComboBox):
        one.currentTextChanged.connect(touch)
    elif isinstance(one, QAbstractButton):
        one.toggled.connect(touch)
    elif _keeps(one):
        one.changed.connect(touch)


def _inputs(root: QWidget, names: Mapping[str, QWidget]) -> Iterator[tuple[str, QWidget]]:
    """Every input with a name of its own, in the order of making."""
    seen: dict[str, int] = {}
    for one in root.findChildren(QWidget):
        if _is_input(one):
            name = _name(one, names)
            seen[name] = seen.get(name, 0) + 1
            yield (f"{name} {seen[name]}" if seen[name] > 1 else name), one


def _is_input(one: QWidget) -> bool:
    if one.property(DERIVED):
        return False
    if isinstance(one, QLineEdit):  # that of an editable list belongs to the list
        return not one.isReadOnly() and not isinstance(one.parentWidget(), QComboBox)
    if isinstance(one, QPlainTextEdit | QTextEdit):
        return not one.isReadOnly()
    if isinstance(one, QAbstractButton):
        return one.isCheckable()
    return isinstance(one, QComboBox) or _keeps(one)


def _keeps(one: object) -> TypeGuard[Keeps]:
    """By its name alone: asking a protocol for every label of a form would be felt while typing."""
    return hasattr(one, "kept")


def _name(one: QWidget, names: Mapping[str, QWidget]) -> str:
    """The field it stands in, and what it is called there."""
    field = next((name for name, widget in names.items() if widget is one or widget.isAncestorOf(one)), "")
    if field and names[field] is one:
        return field
    own = one.objectName() or one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else "")
    return "/".join(part for part in (field, own or type(one).__name__) if part)


def _value(one: QWidget) -> object:
    """What it holds; ``None`` for a choice among others that is not the one made."""
    if _keeps(one):
        return one.kept()
    if isinstance(one, QLineEdit):
        return one.text()
    if isinstance(one, QPlainTextEdit | QTextEdit):
        return one.toPlainText()
    if isinstance(one, QComboBox):
        return one.currentText() if one.isEditable() else _code(one, one.currentIndex())
    assert isinstance(one, QAbstractButton)
    return one.isChecked() or (None if _is_one_of_several(one) else False)


def _put(one: QWidget, value: object) -> None:
    if _keeps(one):
        one.give_back(value)
    elif isinstance(one, QLineEdit) and isinstance(value, str):
        one.setText(value)
        if not isinstance(one, SuggestEdit):  # which would offer its list
            one.textEdited.emit(value)
    elif isinstance(one, QPlainTextEdit | QTextEdit) and isinstance(value, str):
        one.setPlainText(value)
    elif isinstance(one, QComboBox) and isinstance(value, str):
        _choose(one, value)
    elif isinstance(one, QAbstractButton):
        _tick(one, is_ticked=value is True)


def _choose(box: QComboBox, value: str) -> None:
    if box.isEditable():
        box.setEditText(value)
        return
    place = next((index for index in range(box.count()) if _code(box, index) == value), -1)
    if place >= 0:
        box.setCurrentIndex(place)


def _code(box: QComboBox, index: int) -> str:
    """An option by what it stands for; its words may change from one version of the program to the next."""
    data = box.itemData(index)
    return box.itemText(index) if data is None else str(data)


def _tick(button: QAbstractButton, *, is_ticked: bool) -> None:
    group = _group(button)
    if is_ticked or group is None or not group.exclusive():
        button.setChecked(is_ticked)
        return
    group.setExclusive(False)  # Qt lets nobody take back the only choice made
    button.setChecked(False)
    group.setExclusive(True)


def _is_one_of_several(button: QAbstractButton) -> bool:
    group = _group(button)
    return button.autoExclusive() or (group is not None and group.exclusive())


def _group(button: QAbstractButton) -> QButtonGroup | None:
    return button.group()  # Qt's stubs promise one to every button
