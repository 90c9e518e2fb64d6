"""The further meetings of a series, a line for each day; one more line comes as the last is filled in."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.dates import in_full
from iro_desktop.ui.filled import DERIVED
from iro_desktop.ui.widgets.date_field import DateField, Reader

_MOST = 8


class FurtherMeetings(QWidget):
    """Those held already; later ones are added once they were held."""

    changed = Signal()

    def __init__(self, read: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self.lines: list[DateField] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._add()
        self.setFocusProxy(self.lines[0])

    def days(self) -> tuple[date, ...]:
        """The days understood, as typed."""
        return tuple(day for line in self.lines if (day := line.day()) is not None)

    def echo(self) -> str:
        """The days in words."""
        return "; ".join(in_full(day) for day in self.days())

    def problem(self, held_on: date | None, today: date) -> str:
        """What is wrong with the first line that is wrong."""
        seen: set[date] = set()
        for line in self.lines:
            day = line.day()
            if day is None and line.text().strip():
                return f"“{line.text().strip()[:40]}” is not a date: try 12 mar, or leave the line empty."
            if day is not None and held_on is not None and day <= held_on:
                return "A further meeting comes after the first one. Check the day."
            if day is not None and day > today:
                return "That meeting is still to come. Add it once it was held."
            if day in seen:
                return "That day stands there twice."
            seen |= {day} if day is not None else set()
        return ""

    def kept(self) -> object:
        """What is typed in each line."""
        return [line.text() for line in self.lines if line.text()]

    def give_back(self, value: object) -> None:
        """Those lines again."""
        words = [str(one) for one in value][:_MOST] if isinstance(value, list) else []
        while len(self.lines) < len(words):
            self._add()
        for number, line in enumerate(self.lines):
            line.setText(words[number] if number < len(words) else "")

    def _add(self) -> None:
        line = DateField(f"Further meeting {len(self.lines) + 1}", self._read, self)
        line.setProperty(DERIVED, True)  # kept together
        line.setPlaceholderText("a date, if there was one" if not self.lines else "another date")
        line.day_changed.connect(self._typed)
        self.lines.append(line)
        self._column.addWidget(line)
        line.show()

    def _typed(self) -> None:
        if self.lines[-1].text().strip() and len(self.lines) < _MOST:
            self._add()
        self.changed.emit()
