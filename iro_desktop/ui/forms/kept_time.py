"""Time kept free in the diary, such as for writing up."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from iro_desktop.domain.acts import Act, BlockTime
from iro_desktop.services.desk import Desk
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.date_field import DateField

_LENGTHS = (30, 60, 90, 120, 180, 240)  # minutes
_USUAL = 90
_WHAT = "Writing up"


class KeptTimeForm(FormSheet):
    """Whose, when, how long, what for."""

    def __init__(
        self, desk: Desk, save: Callable[[Act], object], iro: str, on: date, parent: QWidget | None = None
    ) -> None:
        super().__init__("Keep time free", save, parent)
        # Tab follows the order of making, which is that of the screen.
        self.on = DateField("Day", desk.typed_date, self)
        self.starts_at = QLineEdit("14:00", self)
        self.length = DropDown("How long", self)
        self.what = QLineEdit(_WHAT, self)
        self.iro = DropDown("Whose", self)
        for name in desk.iros_in_post():
            self.iro.addItem(name, name)
        for minutes in _LENGTHS:
            self.length.addItem(_length_words(minutes), minutes)
        self.length.setCurrentIndex(_LENGTHS.index(_USUAL))
        self.iro.setCurrentIndex(max(0, self.iro.findData(iro)))
        self.starts_at.setAccessibleName("From")
        self.what.setAccessibleName("What for")
        self.on.set_day(on)
        for name, label, field in (
            ("on", "Day", self.on),
            ("starts_at", "From", self.starts_at),
            ("minutes", "How long", self.length),
            ("what", "What for, no names", self.what),
            ("iro", "Whose", self.iro),
        ):
            self.add_field(name, label, field)
        self.on.day_changed.connect(self._say_day)
        self._say_day()
        self.finish()

    def whose(self) -> str:
        """No child."""
        return ""

    def problems(self) -> Problems:
        """Somebody, a day, a time, a purpose."""
        found = []
        if self.on.day() is None:
            found.append(("on", "Say the day, for example 12 mar or tomorrow."))
        if not self.starts_at.text().strip():
            found.append(("starts_at", "Say from when, for example 14:00."))
        if not self.what.text().strip():
            found.append(("what", "Say what for, in a few words."))
        if not self.iro.currentData():
            found.append(("iro", "No IRO is held here yet: bring in your children first."))
        return found

    def act(self) -> Act:
        """The time kept."""
        return BlockTime(
            iro=str(self.iro.currentData()),
            on=self.on.known_day(),
            starts_at=self.starts_at.text().strip(),
            minutes=int(self.length.currentData()),
            what=self.what.text().strip(),
        )

    def _say_day(self) -> None:
        self.fields["on"].say(self.on.echo())


def _length_words(minutes: int) -> str:
    if minutes < 60:
        return f"{minutes} minutes"
    hours = f"{minutes / 60:g}"
    return "1 hour" if hours == "1" else f"{hours} hours"
