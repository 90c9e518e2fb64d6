"""The place for one form at the side: it opens, comes back when asked for again, and is not lost by going away."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.side import Side
from iro_desktop.ui.widgets.note_bar import NoteBar

_FORM_FIRST = "Finish or cancel the form first: press Enter or Esc. Nothing was changed."


class FormPlace(QObject):
    """Opens and closes the side's form, and says where it stands in the way."""

    changed = Signal()  # a form came or went: the room is shared anew
    left = Signal()  # nothing waits for the focus any more: it goes to the page

    def __init__(self, side: Side, note_bar: NoteBar, passing: QWidget, parent: QObject | None = None) -> None:
        """``passing`` is what one only comes through: the focus doesn't go back there."""
        super().__init__(parent)
        self._side, self._note_bar, self._passing = side, note_bar, passing
        self._focus_before: QWidget | None = None

    @property
    def form(self) -> FormSheet | None:
        """The open form."""
        return self._side.form

    def unless_open(self, work: Callable[[], None]) -> None:
        """Do it; not behind a half-filled form, whose child could vanish."""
        if self.form is None:
            work()
        else:
            self._note_bar.say_wrong(_FORM_FIRST)

    def may_leave(self) -> bool:
        """Whether nothing typed would be lost; else the form comes to the front, and it is said."""
        if self.form is None or not self.form.is_touched():
            return True
        self._note_bar.say_wrong(_FORM_FIRST)
        self.form.begin()
        return False

    def bring_back(self) -> bool:
        """Go on with the open form, where there is one."""
        if self.form is not None:
            self.form.begin()
        return self.form is not None

    def open(self, form: FormSheet) -> None:
        """Put the form at the side, unless it stands there already or another one holds what was typed."""
        is_same = self.form is not None and form.is_like(self.form)
        if (is_same and self.bring_back()) or not self.may_leave():
            form.deleteLater()
            return
        if self.form is None:
            self._focus_before = QApplication.focusWidget()
        form.saved.connect(self.close)
        form.cancelled.connect(self.close)
        self._side.show_form(form)
        self.changed.emit()
        form.begin()

    def drop(self) -> None:
        """Take the form away; the focus is the caller's."""
        self._side.close_form()

    def close(self) -> None:
        """Take the form away and go back to where one was."""
        self.drop()
        self.changed.emit()
        before = self._focus_before
        if before is not None and before.isVisible() and before is not self._passing:
            before.setFocus()
        else:
            self.left.emit()
