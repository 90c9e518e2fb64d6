"""The diary as a calendar file: what it will hold, said before it is written; in full or busy times only."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QWidget

from iro_desktop.domain.errors import UserError
from iro_desktop.services.desk import Desk
from iro_desktop.services.diary_views import CalendarShown, CalendarWish
from iro_desktop.ui.forms.places import is_there
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.widgets import Card, Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.wrapped_choice import wrapped_choices

ENDING = ".ics"
ChoosePlace = Callable[[QWidget, Path], Path | None]
_KINDS = (
    "In full: reviews and hearings by the council’s id, with their places",
    "Busy times only, for a calendar that others see",
)
_REPLACES = "A file of that name is there; it will be replaced."
_AGAIN = "Take the file in again after a change: the events take their earlier ones’ place."


def choose_calendar_place(parent: QWidget, proposed: Path) -> Path | None:
    """Where to, by the system's own dialogue; ``None`` where the person changed their mind."""
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save the calendar", str(proposed), f"Calendars (*{ENDING})")
    return Path(chosen) if chosen else None


class CalendarForm(FormSheet):
    """Which days, how much, where to."""

    def __init__(
        self, desk: Desk, wish: CalendarWish, folder: Path, choose: ChoosePlace, parent: QWidget | None = None
    ) -> None:
        super().__init__("Export calendar", desk.act, parent)
        self._desk, self._folder, self._choose = desk, folder, choose
        self.done: CalendarShown | None = None  # what was written
        self.save_button.setText("Write the file")
        self.card = Card(self.content, "What will be in the file")
        self.shown = Text("", Kind.BODY, parent=self.card)
        self.again = Text(_AGAIN, Kind.SMALL, Tone.SOFT, self.card)
        self.kinds = QButtonGroup(self)
        self._add_fields(wish)
        self._connect()
        self.look_again()
        self.finish()

    def _add_fields(self, wish: CalendarWish) -> None:
        self.card.body.addWidget(self.shown)
        self.card.body.addWidget(self.again)
        self.body.addWidget(self.card)
        self.add_field("kind", "What goes out", wrapped_choices(self.kinds, _KINDS, self))
        self.deadlines = Check("What falls due, too", self)
        self.add_field("deadlines", "", self.deadlines).label.hide()
        self.from_on = DateField("From", self._desk.typed_date, self)
        self.to_on = DateField("To", self._desk.typed_date, self)
        self.from_on.set_day(wish.from_on)
        self.to_on.set_day(wish.to_on)
        self.add_field("from_on", "From", self.from_on)
        self.add_field("to_on", "To", self.to_on)
        self.path = QLineEdit(str(self._folder / f"diary{ENDING}"), self)
        self.path.setAccessibleName("Folder and name of the file")
        self.choose_button = QuietButton("Choose…", parent=self)
        self.choose_button.setAccessibleName("Choose folder and name")
        self.add_field("path", "Folder and name of the file", self.path).beside.addWidget(self.choose_button)

    def _connect(self) -> None:
        self.kinds.idToggled.connect(self.look_again)
        self.deadlines.toggled.connect(self.look_again)
        self.from_on.day_changed.connect(self.look_again)
        self.to_on.day_changed.connect(self.look_again)
        self.path.textChanged.connect(self._place_changed)
        self.choose_button.clicked.connect(self._ask_place)

    def begin(self) -> None:
        """At the kind that is chosen: Enter writes the file as it is proposed."""
        self.kinds.button(max(0, self.kinds.checkedId())).setFocus()

    def whose(self) -> str:
        """No child."""
        return ""

    def look_again(self) -> None:
        """Say what the file would hold now."""
        self.fields["deadlines"].setVisible(not self._is_busy())
        for name, field in (("from_on", self.from_on), ("to_on", self.to_on)):
            self.fields[name].say(field.echo())
        wish = self._wish()
        try:
            self.shown.setText(self._desk.preview_calendar(wish).words if wish else "Say both days.")
        except UserError as error:
            self.shown.setText(str(error))
        self._place_changed()

    def problems(self) -> Problems:
        """Two days in their order, and a name with the right ending."""
        first, last = self.from_on.day(), self.to_on.day()
        found = [
            (name, "Say the day, for example 12 mar.") for name, day in (("from_on", first), ("to_on", last)) if not day
        ]
        if first and last and last < first:
            found.append(("to_on", "The last day lies before the first."))
        if self.place().suffix.lower() != ENDING:
            found.append(("path", f"A calendar file ends in {ENDING}: add it to the name."))
        return found

    def commit(self) -> None:
        """Write the file; raises ``UserError`` with a sentence to show."""
        wish = self._wish()
        if wish is not None:
            self.done = self._desk.export_calendar(wish, self.place())

    def place(self) -> Path:
        """The file typed; without a folder, in the one proposed."""
        return self._folder / Path(self.path.text().strip()).expanduser()

    def _is_busy(self) -> bool:
        return self.kinds.checkedId() == 1

    def _wish(self) -> CalendarWish | None:
        first, last = self.from_on.day(), self.to_on.day()
        if first is None or last is None or last < first:
            return None
        is_busy = self._is_busy()
        return CalendarWish(first, last, is_busy, self.deadlines.isChecked() and not is_busy)

    def _place_changed(self) -> None:
        self.fields["path"].say(_REPLACES if is_there(self.place()) else "")

    def _ask_place(self) -> None:
        chosen = self._choose(self, self.place())
        if chosen is not None:
            self.path.setText(str(chosen))
        self.path.setFocus()
