"""What is done with the diary as a whole: time kept free and given back, and a calendar file written."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject

from iro_desktop.domain.acts import FreeTime
from iro_desktop.services.diary_views import CalendarShown, CalendarWish, DiaryEntry
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.calendar_form import CalendarForm, ChoosePlace, choose_calendar_place
from iro_desktop.ui.forms.kept_time import KeptTimeForm
from iro_desktop.ui.forms.places import documents
from iro_desktop.ui.pages.diary import DiaryPage

_AHEAD = timedelta(weeks=26)


class DiaryDeeds(QObject):
    """Opens the forms; a kept time is given free at once, for it can be undone."""

    def __init__(self, deeds: Deeds, page: Callable[[], DiaryPage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._page = deeds, page
        self.folder = documents()
        self.choose_place: ChoosePlace = choose_calendar_place

    def keep_time(self) -> None:
        """Ask when and what for; the day one is at is proposed."""
        desk, day = self._deeds.desk, self._page().where.day
        iro = self._page().scope()
        self._deeds.form_wanted.emit(KeptTimeForm(desk, self._deeds.save, iro, max(day, desk.today_on)))

    def free(self, entry: DiaryEntry) -> None:
        """Give that time free."""
        act = FreeTime(iro=entry.iro, on=entry.on, starts_at=entry.at)
        self._deeds.attempt(lambda: self._deeds.save(act))

    def export(self) -> None:
        """Open the form that says what would be written."""
        today = self._deeds.desk.today_on
        wish = CalendarWish(today, today + _AHEAD)
        form = CalendarForm(self._deeds.desk, wish, self.folder, self.choose_place)
        form.saved.connect(lambda: self._say_written(form.done, form.place()))
        self._deeds.form_wanted.emit(form)

    def _say_written(self, done: CalendarShown | None, place: Path) -> None:
        if done is not None:
            events = "1 event" if done.events == 1 else f"{done.events} events"
            self._deeds.was_saved.emit(f"Written: {place.name} in {place.parent.name}, {events}")
