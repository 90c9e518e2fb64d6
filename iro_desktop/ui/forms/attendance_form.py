"""Who came to a review that is recorded already."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.acts import RecordAttendance
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.child_form import Save
from iro_desktop.ui.forms.sheet import Problems
from iro_desktop.ui.forms.which_review import WhichReview
from iro_desktop.ui.forms.who_came import WhoCame


class AttendanceForm(WhichReview):
    """What is known of it is ticked; what is saved takes its place."""

    def __init__(self, desk: Desk, save: Save, view: ChildView, parent: QWidget | None = None) -> None:
        super().__init__("Who came", desk, save, view, parent)
        self.who_came = WhoCame(self)
        self.add_field("who_came", "Besides the child", self.who_came)
        self.close_fields()

    def show_known(self) -> None:
        """The roles recorded, and those usually there."""
        row = self.row()
        self.who_came.offer(self._desk.preview_review(self._view.child, row.held_on).attenders)
        self.who_came.say(row.came, row.apologies)
        code = row.participation
        self.fields["review"].say(f"{code.value}: {code.label}" if code else "")

    def begin(self) -> None:
        """Begin with the ticks."""
        self.who_came.setFocus()

    def problems(self) -> Problems:
        """Something is said, or taken back."""
        row = self.row()
        if (self.who_came.came(), self.who_came.apologies()) == (row.came, row.apologies):
            return [("who_came", "That is how it is recorded already. Tick who came, or press A for all.")]
        return ()

    def act(self) -> RecordAttendance:
        """The child's own presence, where it was recorded, stays as it was: the code tells it."""
        return RecordAttendance(
            child=self._view.child,
            held_on=self.row().held_on,
            came=self.who_came.came(),
            apologies=self.who_came.apologies(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A: all came."""
        if event.key() == Qt.Key.Key_A:
            self.who_came.mark_all()
        else:
            super().keyPressEvent(event)
