"""Fields changed where they stand: arrows go from line to line, Enter fills one in and saves it, Esc leaves it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from iro_desktop.domain.acts import Act
from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.services.desk import Desk
from iro_desktop.services.drafts import DraftOf
from iro_desktop.services.record_views import ChildRecord, FieldRow
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.commands import Command
from iro_desktop.ui.drafting import Draftkeeper, Way
from iro_desktop.ui.forms.change_record import ChangeRecord
from iro_desktop.ui.forms.record_fields import Editor, change_of, editor_of
from iro_desktop.ui.own_keys import is_writing, keeps_key
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.widgets import Kind, Text, Tone

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PAD = 6
_UNKNOWN = "not known"
_KEPT = "Nothing was saved. What you typed in the line is kept: press Ctrl+G to go on."
_WAY = Way(Command.CHANGE_RECORD.value)


class _Cell(QWidget):
    """What a field says, or its editor; what is wrong beneath."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = Text("", parent=self)
        self.note = Text("", Kind.SMALL, Tone.SOFT, self)
        self.problem = Text("", Kind.SMALL, Tone.OVERDUE, self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)
        for part in (self.words, self.note, self.problem):
            self.column.addWidget(part)
        for label in (self.note, self.problem):
            label.hide()


class FieldList(QWidget):
    """One tab stop. A line is one act; somebody else's change meanwhile is shown beside yours."""

    moved = Signal()  # to another line
    put_aside = Signal(str)  # a line was left half filled for another child: what to say of it

    def __init__(self, desk: Desk, save: Callable[[Act], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._save = desk, save
        self._record: ChildRecord | None = None
        self._version = 0  # of the record, as it was read when the line was opened
        self.editor: Editor | None = None
        self._keeper: Draftkeeper | None = None  # of the line that is being filled in
        self.current = 0
        self._lines: list[tuple[Text, _Cell]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(2 * _PAD)
        self._grid.setColumnStretch(1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def show_record(self, record: ChildRecord) -> None:
        """Show these fields; a line that is being filled in stays so, unless the child is another."""
        if self._record is not None and self._record.child != record.child:
            self._close_editor(is_kept=True)
            self.current = 0
        self._record = record
        while len(self._lines) < len(record.fields):
            self._add_line()
        for (label, cell), row in zip(self._lines, record.fields, strict=True):
            label.setText(row.label)
            cell.words.setText(row.words or _UNKNOWN)
            cell.words.set_tone(Tone.INK if row.words else Tone.SOFT)
        self._name_current()

    def _add_line(self) -> None:
        number = len(self._lines)
        label, cell = Text("", Kind.BODY, Tone.SOFT, self), _Cell(self)
        self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(cell, number, 1, Qt.AlignmentFlag.AlignTop)
        self._lines.append((label, cell))

    # filling in

    def open_line(self, number: int) -> None:
        """Turn that line into a field."""
        if self._record is None or not 0 <= number < len(self._record.fields):
            return
        if self.editor is not None and self.editor.is_changed:
            self.editor.widget.setFocus()
            self._cell.problem.set_or_hide("Finish this line first: Enter saves it, Esc leaves it.")
            return
        self._close_editor()
        self.current, self._version = number, self._record.row_version
        cell = self._cell
        self.editor = editor_of(self._record.fields[number], cell)
        cell.words.hide()
        cell.column.insertWidget(0, self.editor.widget)
        widget = self.editor.widget
        self._keep(self._record.child)
        widget.installEventFilter(self)
        widget.show()
        widget.setFocus()
        if isinstance(widget, QLineEdit):
            widget.selectAll()
            widget.textChanged.connect(self._typed)
        self._typed()

    def _keep(self, child: str) -> None:
        """What is typed is kept as the whole form's would be: that form goes on with it after a crash."""
        of = DraftOf(ChangeRecord.TITLE, child)
        if any(one.of.key == of.key for one in self._desk.drafts()):
            return  # the form is half filled already: what it holds is not to be lost
        self._keeper = Draftkeeper(self._desk, lambda: of, self._typed_state, _leave_as_it_is, self, _WAY)
        self._keeper.begin()
        self._keeper.watch(self._cell)

    def _typed_state(self) -> dict[str, object]:
        return {self.editor.row.name: self.editor.value} if self.editor is not None else {}

    @property
    def _cell(self) -> _Cell:
        return self._lines[self.current][1]

    def _typed(self) -> None:
        self._cell.problem.set_or_hide("")
        if self.editor is not None:
            self._cell.note.set_or_hide(self.editor.echo(self._desk.today_on))

    def save_line(self) -> None:
        """Save the line; what is wrong is said beneath it, and what was typed stays."""
        editor, record = self.editor, self._record
        if editor is None or record is None:
            return
        wrong = editor.wrong(self._desk.today_on)
        if wrong:
            self._refuse(wrong)
            return
        if editor.is_changed:
            act = change_of(record.child, {editor.row.name: editor.value}, self._version, self._desk.today_on)
            try:
                self._save(act)
            except Conflict:
                self._show_theirs(editor)
                return
            except UserError as error:
                self._refuse(str(error))
                return
        self.leave_line()

    def _refuse(self, sentence: str) -> None:
        self._cell.problem.set_or_hide(sentence)
        announce(self, sentence, is_urgent=True)

    def _show_theirs(self, editor: Editor) -> None:
        """Read again: the next Enter saves yours over theirs, knowing it."""
        record = self._desk.child_record(self._record.child if self._record else "")
        self._record, self._version = record, record.row_version
        row: FieldRow = record.fields[self.current]
        self.editor = Editor(row, editor.widget)
        theirs = row.words or _UNKNOWN
        self._refuse(f"The record was changed meanwhile: here it says {theirs}. Enter saves yours, Esc keeps theirs.")

    def leave_line(self) -> None:
        """As it is on record; the focus stays at the line."""
        self._close_editor()
        self.setFocus()

    def _close_editor(self, *, is_kept: bool = False) -> None:
        if self.editor is None:
            return
        cell, widget = self._cell, self.editor.widget
        if self._keeper is not None:
            if is_kept and self._keeper.keep_now():
                self.put_aside.emit(_KEPT)
            elif not is_kept:
                self._keeper.settle()
            self._keeper.deleteLater()
            self._keeper = None
        self.editor = None
        cell.column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
        cell.words.show()
        for label in (cell.note, cell.problem):
            label.set_or_hide("")
        if self._record is not None:
            self.show_record(self._record)

    # keys and mouse

    def move_to(self, number: int) -> None:
        """Stand at that line."""
        self.current = max(0, min(number, len(self._lines) - 1))
        self._name_current()
        announce(self, self.accessibleName())
        self.update()
        self.moved.emit()

    def _name_current(self) -> None:
        if self._record is not None and self._record.fields:
            row = self._record.fields[self.current]
            self.setAccessibleName(f"{row.label}: {row.words or _UNKNOWN}. Enter changes it.")

    def event(self, event: QEvent) -> bool:
        """While a line is filled in, letters belong to it and not to the window's commands."""
        return keeps_key(event, lambda key: self.editor is not None and is_writing(key)) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter saves several lines of text, too; Shift+Enter begins a new one."""
        is_text = isinstance(watched, QPlainTextEdit) and event.type() is QEvent.Type.KeyPress
        if is_text and isinstance(event, QKeyEvent) and event.key() in _ENTER and not event.modifiers():
            self.save_line()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go to a line, Enter opens or saves it, Esc leaves it."""
        steps = {
            Qt.Key.Key_Down: self.current + 1,
            Qt.Key.Key_Up: self.current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._lines) - 1,
        }
        if event.key() in _ENTER:
            self.save_line() if self.editor is not None else self.open_line(self.current)
        elif event.key() == Qt.Key.Key_Escape and self.editor is not None:
            self.leave_line()
        elif self.editor is None and event.key() in steps:
            self.move_to(steps[Qt.Key(event.key())])
        elif self.editor is None or event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click fills in the line that was meant."""
        for number in range(len(self._lines)):
            if self._box(number).contains(event.position().toPoint()):
                self.open_line(number)
                return
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The line one stands at shows it."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And no longer does."""
        super().focusOutEvent(event)
        self.update()

    def _box(self, number: int) -> QRect:
        label, cell = self._lines[number]
        return label.geometry().united(cell.geometry()).adjusted(-_PAD, -_PAD + 1, _PAD, _PAD - 1)

    def current_box(self) -> QRect:
        """Where the line one stands at is."""
        return self._box(self.current) if self._lines else QRect()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring around the line one stands at."""
        if not self.hasFocus() or not self._lines:
            return
        now, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.accent), 2))
        painter.setBrush(QColor(now.selected))
        painter.drawRoundedRect(QRectF(self.current_box()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


def _leave_as_it_is(_state: Mapping[str, object]) -> None:
    """Nothing is given back where it stands: the whole form does that."""
