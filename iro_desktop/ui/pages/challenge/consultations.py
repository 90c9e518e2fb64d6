"""Consultation forms by agency: sent, back, not back, chased, and how long they took; Enter opens the forms."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.challenge_views import AgencyReturns, ConsultationRow
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets import Kind, QuietButton, Text

_AGENCIES: tuple[Column[AgencyReturns], ...] = (
    Column("agency", "Agency", lambda row: f"{row.agency.label[:1].upper()}{row.agency.label[1:]}", keep=9),
    Column("sent", "Sent", lambda row: str(row.sent), keep=8),
    Column("returned", "Returned", lambda row: f"{row.returned} of {row.sent}", keep=7),
    Column("waiting", "Not back", lambda row: str(row.waiting) if row.waiting else "–", keep=6),
    Column("chased", "Of these chased", lambda row: str(row.chased) if row.chased else "–", keep=4),
    Column("days", "Usual time to return", lambda row: _days(row.days), keep=5),
)
_FORMS: tuple[Column[ConsultationRow], ...] = (
    Column("child", "Child", lambda row: row.name, keep=9),
    Column("to", "To", lambda row: row.to, keep=8),
    Column("sent", "Sent", lambda row: short(row.sent_on), keep=7),
    Column("returned", "Returned", lambda row: short(row.returned_on) if row.returned_on else "not back", keep=6),
    Column("chased", "Chased", lambda row: short(row.chased_on) if row.chased_on else "", keep=5),
)


class Consultations(QWidget):
    """Two lists, one in the other's stead; Esc comes back from the forms to the agencies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agencies: RecordsModel[AgencyReturns] = RecordsModel(_AGENCIES, lambda row: row.agency, _spoken, self)
        self.forms: RecordsModel[ConsultationRow] = RecordsModel(
            _FORMS, lambda row: f"{row.child}/{row.to}/{row.sent_on}", _spoken_form, self
        )
        self.agency_list = FactTable(self.agencies, "Consultation by agency", 1, self, _ink)
        self.form_list = FactTable(self.forms, "Consultation forms", 1, self, _ink)
        self.heading = Text("", Kind.GROUP, parent=self, wraps=False)
        self.back = QuietButton("All agencies", "Esc", self)
        self._lay_out()
        self.agency_list.row_opened.connect(self._open)
        self.back.clicked.connect(self.close_forms)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column, head = QVBoxLayout(inside), QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.back)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.form_list, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.agency_list)
        self._stack.addWidget(inside)

    @property
    def table(self) -> FactTable:
        """The list that is shown."""
        return self.form_list if self._stack.currentIndex() else self.agency_list

    def show_returns(self, rows: Sequence[AgencyReturns]) -> None:
        """Show these agencies; stays with the one whose forms are shown."""
        place = max(0, self.agency_list.current_row())
        self.agencies.set_rows(rows)
        self.agency_list.choose_row(place)
        if self._stack.currentIndex():
            self._show_forms(self.agencies.record(self.agency_list.currentIndex()))

    def close_forms(self) -> bool:
        """Back to the agencies; False where one is there."""
        if not self._stack.currentIndex():
            return False
        self._stack.setCurrentIndex(0)
        self.agency_list.setFocus()
        return True

    def _open(self, index: QModelIndex) -> None:
        row = self.agencies.record(index)
        if row is not None:
            self._stack.setCurrentIndex(1)
            self._show_forms(row)
            self.form_list.choose_row(0)
            self.form_list.setFocus()

    def _show_forms(self, row: AgencyReturns | None) -> None:
        if row is None:
            self._stack.setCurrentIndex(0)
            return
        self.heading.setText(f"{_AGENCIES[0].show(row)}: {row.sent} sent, {row.returned} back")
        place = max(0, self.form_list.current_row())
        self.forms.set_rows(row.rows)
        self.form_list.choose_row(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc comes back to the agencies."""
        if event.key() != Qt.Key.Key_Escape or not self.close_forms():
            super().keyPressEvent(event)


def _days(days: int | None) -> str:
    if days is None:
        return "–"
    return "1 working day" if days == 1 else f"{days} working days"


def _spoken(row: AgencyReturns) -> str:
    usual = f", usually {_days(row.days)}" if row.days is not None else ""
    return (
        f"{row.agency.label}, {row.sent} sent, {row.returned} returned, {row.waiting} not back, "
        f"{row.chased} of these chased{usual}"
    )


def _spoken_form(row: ConsultationRow) -> str:
    back = f"returned {short(row.returned_on)}" if row.returned_on else "not back"
    chased = f", chased {short(row.chased_on)}" if row.chased_on else ""
    return f"{row.name}, {row.to}, sent {short(row.sent_on)}, {back}{chased}"


def _ink(key: str, row: object, now: Tokens) -> str:
    if isinstance(row, AgencyReturns) and key == "waiting" and row.waiting:
        return now.today
    if isinstance(row, ConsultationRow) and key == "returned" and row.returned_on is None:
        return now.today
    return now.ink
