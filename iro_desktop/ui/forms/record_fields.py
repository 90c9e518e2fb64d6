"""Fields of a child as they are filled in, in a form or where they stand: one editor for each, one act out of all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from iro_desktop.domain.acts import ChangeChild
from iro_desktop.domain.births import Birth, typed_birth
from iro_desktop.domain.vocabulary import BornAs, Sex
from iro_desktop.services.record_views import Entry, FieldRow
from iro_desktop.ui.widgets.choices import DropDown

NOT_A_BIRTH = "Not a birth date: try 3 May 2015, May 2015, 2015 or expected 3 Feb 2027."
_LINES = 4  # of a text


@dataclass(frozen=True, slots=True)
class Editor:
    """The widget in which a field is filled in."""

    row: FieldRow
    widget: QWidget

    @property
    def value(self) -> str:
        """What is filled in, without blanks around it; a code for a choice."""
        if isinstance(self.widget, QPlainTextEdit):
            return self.widget.toPlainText().strip()
        if isinstance(self.widget, QComboBox):
            return str(self.widget.currentData() or "")
        assert isinstance(self.widget, QLineEdit)
        return self.widget.text().strip()

    def fill(self, value: str) -> None:
        """Fill that in."""
        if isinstance(self.widget, QPlainTextEdit):
            self.widget.setPlainText(value)
        elif isinstance(self.widget, QComboBox):
            self.widget.setCurrentIndex(max(0, self.widget.findData(value)))
        elif isinstance(self.widget, QLineEdit):
            self.widget.setText(value)

    @property
    def is_changed(self) -> bool:
        """Whether it holds something else than is on record."""
        return self.value != self.row.value

    def wrong(self, today: date) -> str:
        """What is wrong with it; empty: nothing."""
        is_birth = self.row.entry is Entry.BIRTH and bool(self.value)
        return NOT_A_BIRTH if is_birth and typed_birth(self.value, today) is None else ""

    def echo(self, today: date) -> str:
        """How a birth date was understood."""
        birth = typed_birth(self.value, today) if self.row.entry is Entry.BIRTH and self.value else None
        return birth_words(birth, today) if birth else ""


def birth_words(birth: Birth, today: date) -> str:
    """``May 2015: 11 years``."""
    age = "" if birth.known_as is BornAs.EXPECTED else birth.age_words(today)
    words = f"{birth.words[:1].upper()}{birth.words[1:]}"
    return f"{words}: {age}" if age else words


def editor_of(row: FieldRow, parent: QWidget) -> Editor:
    """An editor that holds what is on record."""
    editor = Editor(row, _widget(row, parent))
    editor.widget.setAccessibleName(row.label)
    editor.fill(row.value)
    return editor


def _widget(row: FieldRow, parent: QWidget) -> QWidget:
    if row.entry is Entry.CHOICE:
        box = DropDown(row.label, parent)
        box.addItem("Not known", "")
        for code, words in row.options:
            box.addItem(words[:1].upper() + words[1:], code)
        return box
    if row.entry is Entry.TEXT:
        text = QPlainTextEdit(parent)
        text.setTabChangesFocus(True)
        text.setFixedHeight(text.fontMetrics().lineSpacing() * _LINES + 16)
        return text
    line = QLineEdit(parent)
    line.setPlaceholderText(row.hint)
    return line


def change_of(child: str, values: Mapping[str, str], row_version: int, today: date) -> ChangeChild:
    """The one act that makes these values stand; an empty one is not known any more."""
    said: dict[str, Any] = {}
    cleared = []
    for name, value in values.items():
        if not value:
            cleared.append(name)
        elif name == "born_on":
            birth = typed_birth(value, today)
            said |= {"born_on": birth.on, "born_as": birth.known_as} if birth else {}
        else:
            said[name] = Sex(value) if name == "sex" else value == "yes" if name.startswith("is_") else value
    return ChangeChild(child=child, row_version=row_version, clear=tuple(cleared), **said)
