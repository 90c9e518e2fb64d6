"""Who is on record: a child or an IRO added, a child changed, a second entry merged. Forms open through the deeds."""

from PySide6.QtCore import QObject, Qt, Signal

from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.about.iro import AddIroForm, another_iro
from iro_desktop.ui.forms.add_child import AddChildForm
from iro_desktop.ui.forms.change_record import ChangeRecord
from iro_desktop.ui.forms.merge_form import MergeForm


class ChildDeeds(QObject):
    """Opens the forms, and tells whom to take in hand afterwards."""

    child_wanted = Signal(str)

    def __init__(self, deeds: Deeds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._desk = deeds, deeds.desk

    def add(self) -> None:
        """Add a child; once saved, or found to be here already, that child is in hand."""
        today = self._deeds.attempt(self._desk.today)
        iros = self._desk.iros_in_post()
        iro = today.scope if today is not None and today.scope in iros else iros[0] if len(iros) == 1 else ""
        form = AddChildForm(self._desk, self._deeds.save, iro)
        form.child_wanted.connect(self.child_wanted, Qt.ConnectionType.QueuedConnection)  # once the form is gone
        self._deeds.form_wanted.emit(form)

    def add_iro(self) -> None:
        """Add an IRO."""
        self._deeds.form_wanted.emit(AddIroForm(another_iro(), self._desk.typed_date, self._deeds.save))

    def change(self) -> None:
        """Change what is on record of the child in hand."""
        view = self._deeds.in_hand.view
        form = self._deeds.attempt(lambda: ChangeRecord(self._desk, self._deeds.save, view)) if view else None
        if form is not None:
            self._deeds.form_wanted.emit(form)

    def merge(self) -> None:
        """Merge a second entry into the child in hand."""
        view = self._deeds.in_hand.view
        if view is not None:
            self._deeds.form_wanted.emit(MergeForm(self._desk, self._deeds.save, view))
