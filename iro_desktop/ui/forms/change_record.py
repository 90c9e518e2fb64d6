"""The whole record of a child in one form: what was changed of it is one act."""

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.acts import ChangeChild
from iro_desktop.domain.errors import Conflict
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.child_form import Save, about_words
from iro_desktop.ui.forms.record_fields import Editor, change_of, editor_of
from iro_desktop.ui.forms.sheet import FormSheet, Problems


class ChangeRecord(FormSheet):
    """A field that somebody else changed meanwhile is shown with theirs and yours, and asked about once more."""

    TITLE = "Change what is on record"  # its drafts are kept by it, and those of a line changed where it stands

    def __init__(self, desk: Desk, save: Save, view: ChildView, parent: QWidget | None = None) -> None:
        super().__init__(self.TITLE, save, parent)
        self._desk, self._view = desk, view
        self._record = desk.child_record(view.child)
        self.about.set_or_hide(about_words(view))
        self.editors: dict[str, Editor] = {}
        for row in self._record.fields:
            editor = self.editors[row.name] = editor_of(row, self.content)
            self.add_field(row.name, row.label, editor.widget)
        self.finish()

    def whose(self) -> str:
        """The child it was opened for."""
        return self._view.child

    def problems(self) -> Problems:
        """What is no birth date; nothing to save is said, too."""
        today = self._desk.today_on
        wrong = [(name, one.wrong(today)) for name, one in self.editors.items() if one.wrong(today)]
        if wrong or any(one.is_changed for one in self.editors.values()):
            return wrong
        return [("", "Nothing differs from what is on record. Change something, or press Esc.")]

    def act(self) -> ChangeChild:
        """What was changed."""
        values = {name: one.value for name, one in self.editors.items() if one.is_changed}
        return change_of(self._view.child, values, self._record.row_version, self._desk.today_on)

    def commit(self) -> None:
        """Save it; where the record is another by now, show theirs beside yours."""
        try:
            super().commit()
        except Conflict as error:
            self._show_theirs()
            raise Conflict(
                "The record was changed meanwhile; what differs is said beside each field. Nothing was saved. "
                "Enter saves yours."
            ) from error

    def _changed(self, name: str) -> None:
        super()._changed(name)
        self.fields[name].say(self.editors[name].echo(self._desk.today_on))

    def _show_theirs(self) -> None:
        """Read again: a field that is not yours shows theirs, one that is says what theirs is."""
        self._record = self._desk.child_record(self._view.child)
        for row in self._record.fields:
            mine = self.editors[row.name]
            is_mine, is_theirs = mine.is_changed, row.value != mine.row.value
            self.editors[row.name] = Editor(row, mine.widget)
            if is_theirs and is_mine:
                self.fields[row.name].say(f"Meanwhile changed to: {row.words or 'not known'}")
            elif is_theirs:
                self.editors[row.name].fill(row.value)
