"""Bank holidays proclaimed since this program was made: add a day, or take an added one away."""

from PySide6.QtWidgets import QLineEdit, QWidget

from iro_desktop.domain.acts import Act, AddBankHoliday, RemoveBankHoliday
from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.services.desk import Desk
from iro_desktop.services.plan_views import HolidayRow
from iro_desktop.ui.forms.change_form import ChangeForm, SaveAs
from iro_desktop.ui.forms.sheet import Problems
from iro_desktop.ui.widgets.date_field import DateField


class AddHoliday(ChangeForm):
    """A day and its name."""

    def __init__(self, desk: Desk, save: SaveAs, parent: QWidget | None = None) -> None:
        super().__init__("Add a bank holiday", desk, save, parent)
        self.about.set_or_hide("A day proclaimed for England. Counts of working days will pass over it.")
        self.day = DateField("Day", desk.typed_date, self)
        self.name = QLineEdit(self)
        self.name.setAccessibleName("Name")
        self.name.setPlaceholderText("as it was proclaimed")
        self.add_field("on", "Day", self.day)
        self.add_field("name", "Name", self.name)
        self.day.day_changed.connect(self._day_typed)
        self.name.textEdited.connect(self.look_again)
        self.close_fields()

    def missing(self) -> Problems:
        """Both are needed."""
        found = [] if self.day.day() else [("on", "Say the day, for example 7 jun 2027.")]
        return found if self.name.text().strip() else [*found, ("name", "Say what the day is called.")]

    def act(self) -> Act:
        """The day added."""
        return AddBankHoliday(on=self.day.known_day(), name=self.name.text().strip())

    def sentence(self) -> str:
        """The day and its name."""
        return f"Bank holiday {short(self.day.known_day())}: {self.name.text().strip()}"

    def _day_typed(self) -> None:
        self.fields["on"].say(self.day.echo())
        self.look_again()


class TakeHolidayAway(ChangeForm):
    """Shows what comes sooner again; Enter takes the day away."""

    def __init__(self, desk: Desk, save: SaveAs, row: HolidayRow, parent: QWidget | None = None) -> None:
        super().__init__("Take a bank holiday away", desk, save, parent)
        self._row = row
        self.about.set_or_hide(f"{row.name}, {with_weekday(row.on)}")
        self.save_button.setText("Take away")
        self.close_fields()

    def begin(self) -> None:
        """Nothing is to be filled in."""
        self.save_button.setFocus()

    def act(self) -> Act:
        """The day taken away."""
        return RemoveBankHoliday(on=self._row.on)

    def sentence(self) -> str:
        """The day and its name."""
        return f"Take away bank holiday {short(self._row.on)}: {self._row.name}"
