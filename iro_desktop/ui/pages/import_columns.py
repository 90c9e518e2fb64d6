"""The columns of a sheet as they were recognised, each with its first values, each open to correction."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.problems import Problem
from iro_desktop.services.desk import ColumnShown, ImportShown
from iro_desktop.ui.pages.first_run_notice import Remark
from iro_desktop.ui.pages.first_run_rows import WrapRow
from iro_desktop.ui.pages.import_choice import FieldChoice
from iro_desktop.ui.pages.import_words import many, question_about
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Card, Kind, LinkButton, QuietButton, Text, Tone

_WIDE_EMS = 50
_VALUES = 3
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_LINK_EDGE = 4  # a link's words stand that far inside it


class ColumnRow(QWidget):
    """One column: its heading, its first values, what it means, and the question about it where there is one."""

    said = Signal(str, object)

    def __init__(self, column: ColumnShown, fields: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = column.heading
        self.name = Text(column.heading or "(no heading)", Kind.STRONG, parent=self)
        self.values = Text(_values(column), Kind.BODY, Tone.SOFT, self)
        self.choice = FieldChoice(column.heading, fields, self)
        self.name.setBuddy(self.choice)
        self.question = Remark(Shape.QUESTION, Tone.TODAY, self)
        self.yes = QuietButton("Yes", parent=self)
        self.no = QuietButton("Leave it out", parent=self)
        self._answers = WrapRow(self.yes, self.no, parent=self)
        self._asked: str | None = None
        self._line = QBoxLayout(_BESIDE)
        self._line.setSpacing(16)
        for part, share in ((self.name, 3), (self.values, 5), (self.choice, 4)):
            self._line.addWidget(part, share)
        self._asking = QBoxLayout(_BESIDE)
        self._asking.addWidget(self.question, 8, Qt.AlignmentFlag.AlignVCenter)
        self._asking.addWidget(self._answers, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._line)
        layout.addLayout(self._asking)
        self._arrange()
        self.choice.said.connect(self.said)
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self._leave_out)

    def show_column(self, column: ColumnShown, question: Problem | None) -> None:
        """Show what it is taken for now, and what is asked about it."""
        words = question.message if question else ""
        self._asked = (column.field or question.field) if question else None
        self.choice.show_field(column.field)
        self.values.setText(_values(column))
        self.name.set_tone(Tone.INK if column.field or question else Tone.SOFT)
        self.question.say(words)
        self.choice.setAccessibleDescription(words)
        self._answers.setVisible(question is not None)
        for answer in (self.yes, self.no):
            answer.setAccessibleName(f"{answer.text()}: “{self.heading}”")
            answer.setAccessibleDescription(words)

    @property
    def is_asked(self) -> bool:
        """Whether an answer is wanted."""
        return self._asked is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns where there is room, else one below the other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_wide = self.width() >= _WIDE_EMS * self.font().pixelSize()
        for line, gap in ((self._line, 16), (self._asking, 32)):  # two gaps above are as wide as one below
            line.setDirection(_BESIDE if is_wide else _BELOW)
            line.setSpacing(gap if is_wide else 6)

    def _agree(self) -> None:
        self.choice.setFocus()
        self.said.emit(self.heading, self._asked)

    def _leave_out(self) -> None:
        self.choice.setFocus()
        self.said.emit(self.heading, None)


def _values(column: ColumnShown) -> str:
    shown = [value for value in column.sample[:_VALUES] if value]
    return "  ·  ".join(shown) or "no values"


class ColumnsCard(Card):
    """Every column: those asked about first, then those that are read; the others behind a link."""

    said = Signal(str, object)
    grown = Signal()  # more rows than before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16 - _LINK_EDGE)
        self.rows: dict[str, ColumnRow] = {}
        self._fields: tuple[tuple[str, str], ...] = ()
        self._shown: ImportShown | None = None
        self._unread: list[str] = []
        self._head = Text("Column in your sheet", Kind.LABEL, parent=self)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._list.setContentsMargins(_LINK_EDGE, 0, _LINK_EDGE, 0)
        self.more = LinkButton("", parent=self)
        self.more.clicked.connect(self._show_unread)
        self.body.addLayout(self._heads())
        self.body.addSpacing(4)
        self.body.addLayout(self._list)
        self.body.addWidget(self.more)

    def _heads(self) -> QHBoxLayout:
        heads = QHBoxLayout()
        heads.setSpacing(16)
        heads.setContentsMargins(_LINK_EDGE, 4, _LINK_EDGE, 0)
        self._second, self._third = (
            Text(words, Kind.LABEL, parent=self) for words in ("First values", "What it is read as")
        )
        for part, share in ((self._head, 3), (self._second, 5), (self._third, 4)):
            heads.addWidget(part, share)
        return heads

    def start(self) -> None:
        """Forget the sheet before: the next one is laid out anew."""
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows, self._unread, self._shown = {}, [], None

    def show_columns(self, shown: ImportShown) -> None:
        """Show the columns; rows stay where they are while a sheet is being corrected, so that the focus does."""
        self._shown = shown
        if not self.rows:
            self._build(shown)
        for column in shown.columns:
            row = self.rows.get(column.heading)
            question = question_about(column, shown.problems)
            if row is None and (column.field or question):
                row = self._add(column)
            if row is not None:
                row.show_column(column, question)
        self._unread = [column.heading for column in shown.columns if column.heading not in self.rows]
        self.more.setText(f"Show {many(len(self._unread), 'column')} not read")
        self.more.setVisible(bool(self._unread))
        self.setVisible(bool(shown.columns))

    def in_order(self) -> list[QWidget]:
        """What can be reached by Tab, from top to bottom."""
        parts = [part for row in self.rows.values() for part in (row.choice, row.yes, row.no)]
        return [*parts, self.more]

    def first_asked(self) -> ColumnRow | None:
        """The first column with an open question."""
        return next((row for row in self.rows.values() if row.is_asked), None)

    def _build(self, shown: ImportShown) -> None:
        self._fields = shown.fields
        asked = [column for column in shown.columns if question_about(column, shown.problems)]
        read = [column for column in shown.columns if column.field and column not in asked]
        for column in (*asked, *read):
            self._add(column)

    def _add(self, column: ColumnShown) -> ColumnRow:
        row = ColumnRow(column, self._fields, self)
        row.said.connect(self.said)
        self.rows[column.heading] = row
        self._list.addWidget(row)
        return row

    def _show_unread(self) -> None:
        """Build the rows of the columns that are not read, and go to the first of them."""
        if self._shown is None:
            return
        first = self._unread[0]
        for column in self._shown.columns:
            if column.heading in self._unread:
                self._add(column).show_column(column, None)
        self._unread = []
        self.more.hide()
        self.grown.emit()
        self.rows[first].choice.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The headings stand only over three columns."""
        super().resizeEvent(event)
        self._set_heads()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._set_heads()

    def _set_heads(self) -> None:
        is_wide = self.width() - 32 >= _WIDE_EMS * self.font().pixelSize()
        self._list.setSpacing(10 if is_wide else 22)
        self._second.setVisible(is_wide)
        self._third.setVisible(is_wide)
        self._head.setText("Column in your sheet" if is_wide else "Columns in your sheet, and what they are read as")
