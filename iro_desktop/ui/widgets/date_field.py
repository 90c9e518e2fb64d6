"""A line for a day as people type it; the day understood is said in words beside it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from iro_desktop.domain.dates import in_full, short

Reader = Callable[[str], date | None]


class DateField(QLineEdit):
    """Reads "12 mar", "yesterday", "+20wd"; the arrows go a day back or on."""

    day_changed = Signal()

    def __init__(self, name: str, read: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self.setAccessibleName(name)
        self.setPlaceholderText("12 mar, +10wd, tomorrow")
        self.textChanged.connect(self.day_changed)

    def day(self) -> date | None:
        """The day understood; ``None`` where nothing or no day was typed."""
        return self._read(self.text()) if self.text().strip() else None

    def known_day(self) -> date:
        """The day, where it was made sure that there is one."""
        day = self.day()
        if day is None:
            raise ValueError("asked for a day that was not typed")
        return day

    def set_day(self, day: date | None) -> None:
        """Fill in that day."""
        self.setText(short(day) if day else "")

    def echo(self) -> str:
        """What was understood, in words; a hint where it is no day."""
        day = self.day()
        if day:
            return in_full(day)
        return "Not a date yet. Try 12 mar, 12/3 or yesterday." if self.text().strip() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up is the day after, Down the day before."""
        day, step = self.day(), {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step and day:
            self.set_day(date.fromordinal(day.toordinal() + step))
        else:
            super().keyPressEvent(event)
