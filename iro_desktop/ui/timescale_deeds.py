"""What is done on Timescales: change, add, take away. Forms at the side; every deed is one act that can be undone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from iro_desktop.domain.acts import Act, RemoveLeave
from iro_desktop.services.drafts import DraftOf
from iro_desktop.services.plan_views import HolidayRow, LeaveRow, RuleRow, SettingRow
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.holiday_form import AddHoliday, TakeHolidayAway
from iro_desktop.ui.forms.setting_form import Changing, SettingForm, changing_limit, changing_setting
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.pages.timescales import TimescalesPage
from iro_desktop.ui.pages.timescales_models import HOLIDAYS_PART

_NOT_ADDED = "That day is in the calendar of England. Nothing was changed. Only a day added here can be taken away."


class TimescaleDeeds(QObject):
    """Acts on the chosen row of the page."""

    def __init__(self, deeds: Deeds, page: Callable[[], TimescalesPage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._page = deeds, page

    def change(self) -> None:
        """The one act that the chosen row offers."""
        row = self._page().current()
        if isinstance(row, SettingRow | RuleRow):
            changing = _changing(row)
            if changing is not None:
                self._ask(SettingForm(self._deeds.desk, self._save, changing))
        else:
            self.take_away()

    def add(self) -> None:
        """A bank holiday, or leave."""
        if self._page().number == HOLIDAYS_PART:
            self._ask(AddHoliday(self._deeds.desk, self._save))
        else:
            self._deeds.leave()

    def take_away(self) -> None:
        """What was added or recorded here."""
        row = self._page().current()
        if isinstance(row, HolidayRow) and row.is_added:
            self._ask(TakeHolidayAway(self._deeds.desk, self._save, row))
        elif isinstance(row, LeaveRow):
            act = RemoveLeave(iro=row.iro, from_on=row.from_on)
            self._deeds.attempt(lambda: self._deeds.save(act))
        elif isinstance(row, HolidayRow):
            self._deeds.went_wrong.emit(_NOT_ADDED)

    def open_again(self, of: DraftOf) -> bool:
        """Open the form of this page that holds what was typed; False where it is none of these."""
        view = self._deeds.attempt(self._deeds.desk.timescales)
        rows: list[SettingRow | RuleRow] = [*view.settings, *view.rules] if view else []
        known = {one.key: one for row in rows if (one := _changing(row)) is not None}
        if of.subject in known:
            self._ask(SettingForm(self._deeds.desk, self._save, known[of.subject]))
            return True
        form = AddHoliday(self._deeds.desk, self._save)
        if of.title == form.title.text():
            self._ask(form)
            return True
        form.deleteLater()
        return False

    def _ask(self, form: FormSheet) -> None:
        self._deeds.form_wanted.emit(form)

    def _save(self, acts: Sequence[Act], sentence: str) -> None:
        self._deeds.save_as(acts, sentence)


def _changing(row: SettingRow | RuleRow) -> Changing | None:
    """What the row offers to change, if anything."""
    if isinstance(row, SettingRow):
        return changing_setting(row)
    return changing_limit(row) if row.can_change else None
