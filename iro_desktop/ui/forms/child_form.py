"""A form about the selected child with one day in it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.acts import Act
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.widgets.date_field import DateField

Save = Callable[[Act], object]


def about_words(view: ChildView) -> str:
    """Whom a form is about."""
    return f"{view.name} · {view.child}" if view.name != view.child else view.child


class ChildForm(FormSheet):
    """Says the day in words, and begins with it."""

    def __init__(self, title: str, desk: Desk, save: Save, view: ChildView, parent: QWidget | None = None) -> None:
        super().__init__(title, save, parent)
        self._desk, self._view = desk, view
        self.about.set_or_hide(about_words(view))
        self.day = DateField("", desk.typed_date, self)
        self.day.day_changed.connect(self.look_again)

    def add_day(self, label: str, day: date | None) -> None:
        """Put the day's field in."""
        self.day.setAccessibleName(label)
        self.add_field("day", label, self.day)
        self.day.set_day(day)
        self.look_again()

    def whose(self) -> str:
        """The child it was opened for."""
        return self._view.child

    def look_again(self) -> None:
        """Say how the day was understood."""
        self.fields["day"].say(self.day.echo())

    def begin(self) -> None:
        """Begin with the day."""
        self.day.setFocus()
        self.day.selectAll()

    def problems(self) -> Problems:
        """A day is needed."""
        return () if self.day.day() else [("day", "Say the day, for example 12 mar or tomorrow.")]
