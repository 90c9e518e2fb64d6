"""How the child took part: the codes with their digits, and beneath them what the one in hand says."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from iro_desktop.domain.participation import meaning
from iro_desktop.domain.vocabulary import Participation
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.choices import Choice

_CODES = list(Participation)
_NONE = "Press 0 to 7. What a code says, and what it counts as, stands here."


class TookPart(QWidget):
    """The code that has the focus is explained, else the one chosen. Room for the longest is kept: nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = QButtonGroup(self)
        self.meaning = Text(_NONE, Kind.SMALL, Tone.SOFT, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, code in enumerate(_CODES):
            choice = Choice(f"{code.label[:1].upper()}{code.label[1:]}", str(number), self)
            choice.setProperty("value", code.value)
            choice.installEventFilter(self)
            self.group.addButton(choice, number)
            column.addWidget(choice)
        column.addSpacing(4)
        column.addWidget(self.meaning)
        self.setFocusProxy(self.group.button(0))
        self.group.idToggled.connect(self._explain)

    def code(self) -> Participation | None:
        """The code chosen."""
        number = self.group.checkedId()
        return _CODES[number] if number >= 0 else None

    def choose(self, code: Participation | None) -> None:
        """Choose that code, or none."""
        if code is not None:
            self.group.button(_CODES.index(code)).setChecked(True)
            return
        self.group.setExclusive(False)  # Qt lets nobody take back the only choice made
        for button in self.group.buttons():
            button.setChecked(False)
        self.group.setExclusive(True)

    def take(self, number: int) -> None:
        """Choose by its digit, and go there."""
        self.group.button(number).setChecked(True)
        self.group.button(number).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The focus came to a code, or left it."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._explain(in_focus=watched if event.type() is QEvent.Type.FocusIn else None)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the longest explanation at this width."""
        super().resizeEvent(event)
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        """The text size changed."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep_room()

    def _keep_room(self) -> None:
        shown = self.meaning.text()
        self.meaning.setMinimumHeight(0)
        tallest = 0
        for code in _CODES:
            self.meaning.setText(_words(code))
            tallest = max(tallest, self.meaning.heightForWidth(self.width()))
        self.meaning.setText(shown)
        self.meaning.setMinimumHeight(tallest)

    def _explain(self, *_toggled: object, in_focus: QObject | None = None) -> None:
        by_choice: Mapping[QObject, int] = {self.group.button(number): number for number in range(len(_CODES))}
        here = in_focus or next((one for one in self.group.buttons() if one.hasFocus()), None)
        number = by_choice[here] if here is not None else self.group.checkedId()
        self.meaning.setText(_words(_CODES[number]) if number >= 0 else _NONE)


def _words(code: Participation) -> str:
    return f"{code.value}: {meaning(code)}"
