"""Days on which an IRO is away: no review is offered on them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.acts import Act, RecordLeave
from iro_desktop.domain.vocabulary import LeaveKind
from iro_desktop.services.desk import Desk
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.date_field import DateField


class LeaveForm(FormSheet):
    """Whose, from when, to when, what."""

    def __init__(self, desk: Desk, save: Callable[[Act], None], parent: QWidget | None = None) -> None:
        super().__init__("Record leave", save, parent)
        self.iro = DropDown("IRO", self)
        for name in desk.iros_in_post():
            self.iro.addItem(name, name)
        # Tab follows the order of making, which is that of the screen.
        self.from_on = DateField("First day", desk.typed_date, self)
        self.to_on = DateField("Last day", desk.typed_date, self)
        self.what = DropDown("What", self)
        for kind in LeaveKind:
            self.what.addItem(kind.label[:1].upper() + kind.label[1:], kind)
        for name, label, field in (
            ("iro", "IRO", self.iro),
            ("from_on", "First day", self.from_on),
            ("to_on", "Last day", self.to_on),
            ("what", "What", self.what),
        ):
            self.add_field(name, label, field)
        self.from_on.day_changed.connect(self._say_days)
        self.to_on.day_changed.connect(self._say_days)
        self.finish()

    def whose(self) -> str:
        """No child."""
        return ""

    def problems(self) -> Problems:
        """Somebody, and two days in their order."""
        found = [] if self.iro.currentData() else [("iro", "No IRO is held here yet: bring in your children first.")]
        first, last = self.from_on.day(), self.to_on.day()
        if first is None:
            found.append(("from_on", "Say the first day, for example 21 dec."))
        if last is None:
            found.append(("to_on", "Say the last day, for example 1 jan."))
        elif first is not None and last < first:
            found.append(("to_on", "The last day lies before the first."))
        return found

    def act(self) -> Act:
        """The leave."""
        return RecordLeave(
            iro=str(self.iro.currentData()),
            from_on=self.from_on.known_day(),
            to_on=self.to_on.known_day(),
            what=LeaveKind(self.what.currentData()),
        )

    def _say_days(self) -> None:
        for name, field in (("from_on", self.from_on), ("to_on", self.to_on)):
            self.fields[name].say(field.echo())
