"""Bringing a child in hand from elsewhere than the list: found, added, or next in turn."""

from PySide6.QtCore import QObject, Signal

from iro_desktop.services.views import Found
from iro_desktop.ui.beside import Beside
from iro_desktop.ui.commands import Command
from iro_desktop.ui.form_place import FormPlace
from iro_desktop.ui.forms.record_review import RecordReview
from iro_desktop.ui.places import Places


class Bringing(QObject):
    """Marks the child in the list where they stand in it, and shows them at the right."""

    caseload_wanted = Signal()  # where one is, no child can be in hand
    chosen = Signal(str, str)  # a child and a deadline to take in hand
    left = Signal()  # the focus goes to the page

    def __init__(self, places: Places, forms: FormPlace, beside: Beside, parent: QObject) -> None:
        super().__init__(parent)
        self._places, self._forms, self._beside = places, forms, beside

    def show_found(self, found: Found) -> None:
        """Show who was found; a review that is being recorded is then theirs."""
        if isinstance(self._forms.form, RecordReview):
            self._forms.form.child.set_child(found.child, found.name)
            self._forms.form.child.changed.emit()
        elif self._forms.may_leave():
            self.bring(found.child)

    def bring(self, child: str) -> None:
        """Show that child, who was found, was added or is here already."""
        self.take_in_hand(child)
        self._beside.show()
        self.left.emit()

    def take_in_hand(self, child: str, deadline_id: str = "") -> None:
        """That child, marked in the list where they stand in it, and the deadline where it is still one of theirs."""
        self._forms.drop()
        if not self._places.here.has_children:
            self.caseload_wanted.emit()
        here = self._places.here
        table = here.page.table
        is_listed = here.command is not Command.CHILD_PAGE and here.page.choose(child, deadline_id)
        if not is_listed and table is not None:
            table.clear_choice()
        if not is_listed or deadline_id:
            self.chosen.emit(child, deadline_id)
