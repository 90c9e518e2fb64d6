"""What is done on Timescales: change, add, take away. Forms at the side; every deed is one act that can be undone."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from iro_desktop.domain.acts import Act, RemoveLeave
from iro_desktop.services.plan_views import HolidayRow, LeaveRow, RuleRow, SettingRow
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.holiday_form import AddHoliday, TakeHolidayAway
from iro_desktop.ui.forms.setting_form import SettingForm, changing_limit, changing_setting
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.pages.timescales import TimescalesPage
from iro_desktop.ui.pages.timescales_models import HOLIDAYS_PART


class TimescaleDeeds(QObject):
    """Acts on the chosen row of the page."""

    def __init__(self, deeds: Deeds, page: TimescalesPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._page = deeds, page

    def change(self) -> None:
        """The one act that the chosen row offers."""
        row, desk = self._page.current(), self._deeds.desk
        if isinstance(row, SettingRow):
            self._ask(SettingForm(desk, self._save, changing_setting(row)))
        elif isinstance(row, RuleRow):
            if row.can_change:
                self._ask(SettingForm(desk, self._save, changing_limit(row)))
        else:
            self.take_away()

    def add(self) -> None:
        """A bank holiday, or leave."""
        if self._page.number == HOLIDAYS_PART:
            self._ask(AddHoliday(self._deeds.desk, self._save))
        else:
            self._deeds.leave()

    def take_away(self) -> None:
        """What was added or recorded here."""
        row = self._page.current()
        if isinstance(row, HolidayRow) and row.is_added:
            self._ask(TakeHolidayAway(self._deeds.desk, self._save, row))
        elif isinstance(row, LeaveRow):
            act = RemoveLeave(iro=row.iro, from_on=row.from_on)
            self._deeds.attempt(lambda: self._deeds.save(act))

    def _ask(self, form: FormSheet) -> None:
        self._deeds.form_wanted.emit(form)

    def _save(self, acts: Sequence[Act], sentence: str) -> None:
        self._deeds.save_as(acts, sentence)
