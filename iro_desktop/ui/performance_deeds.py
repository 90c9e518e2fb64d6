"""What is done on Performance: other days, keeping figures, typing in published ones, printing."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from iro_desktop.domain.choices import IROS_COMPARED
from iro_desktop.domain.dates import short
from iro_desktop.domain.documents import Document
from iro_desktop.measures.model import By
from iro_desktop.services.figure_times import months_shown, quarters_shown
from iro_desktop.services.performance_views import FigureWish, PerformanceView, Point, Tile
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.figure_forms import FigureDays, FreezeForm, PublishedForm
from iro_desktop.ui.forms.places import documents
from iro_desktop.ui.forms.print_form import PrintForm
from iro_desktop.ui.forms.setting_form import SettingForm, changing_setting
from iro_desktop.ui.forms.tiles_form import TilesForm
from iro_desktop.ui.pages.performance.kept_rows import is_published
from iro_desktop.ui.pages.performance.page import PerformancePage
from iro_desktop.ui.printing import Printing, measure_document, page_document

_SMALL_SHOWN = "Small numbers are shown; for paper that leaves the service, hide them on the page first."


class PerformanceDeeds(QObject):
    """Each goes to Performance first where one is elsewhere."""

    place_wanted = Signal()

    def __init__(self, deeds: Deeds, page: Callable[[], PerformancePage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._page = deeds, page
        self.folder = documents()

    def days(self) -> None:
        """Other days, or as known on a past day."""
        self._go()
        self._deeds.form_wanted.emit(FigureDays(self._deeds.desk, self._page().wish(), self._page().set_days))

    def freeze(self) -> None:
        """Keep the figures that are shown."""
        self._go()
        self._deeds.form_wanted.emit(FreezeForm(self._deeds.desk, self._deeds.save, self._page().wish()))

    def published(self) -> None:
        """Type in a figure as it was published, into the set one is at."""
        self._go()
        self._ask_published("")

    def _ask_published(self, after: str) -> None:
        here = self._page().kept.chosen_set()
        sets = [one for one in self._deeds.attempt(self._deeds.desk.kept_sets) or () if is_published(one)]
        into = here if here is not None and is_published(here) else sets[0] if sets and after else None
        form = PublishedForm(self._deeds.desk, self._deeds.save, into)
        if after:
            form.go_on_from(after)
        elif self._page().measure_shown():
            form.measure.setCurrentIndex(form.measure.findData(self._page().measure_shown()))
        form.next_wanted.connect(lambda: self._ask_published(str(form.measure.currentData())))
        self._deeds.form_wanted.emit(form)

    def print(self) -> None:
        """Print the page, or the measure that is open."""
        self._go()
        self._page().when_counted(self._ask_print)

    def _ask_print(self) -> None:
        view = self._page().view()
        if view is None:
            self._deeds.went_wrong.emit("The figures are not counted. Nothing was printed. Count them first.")
            return
        tile = next((one for one in view.tiles if one.figure.measure == self._page().measure_shown()), None)
        about = tile.figure.name if tile else "All figures"
        about = f"{about}, {view.span_words}"
        if not view.wish.hides_small:
            about += f"\n{_SMALL_SHOWN}"
        stem = f"figures-{tile.figure.measure.replace('.', '-')}" if tile else "figures"
        form = PrintForm(self._deeds.desk, lambda: self._paper(view, tile), about, self.folder, stem)
        form.saved.connect(lambda: self._deeds.was_saved.emit(form.done))
        self._deeds.form_wanted.emit(form)

    def _paper(self, view: PerformanceView, tile: Tile | None) -> Document:
        by = f"Printed from IRO Desktop on {short(self._deeds.desk.today_on)}"
        printing = Printing(by, self._deeds.desk.status().is_sample)
        if tile is None:
            return page_document(view, printing)
        points = {one: self._points(tile, view.wish, one) for one in (By.MONTH, By.QUARTER)}
        return measure_document(view, tile, points, printing)

    def _points(self, tile: Tile, wish: FigureWish, by: By) -> tuple[Point, ...]:
        cut = months_shown if by is By.MONTH else quarters_shown
        first, last = cut(wish.from_on, wish.to_on, self._deeds.desk.today_on)
        asked = wish if wish.hides_small else replace(wish, from_on=first, to_on=last)  # other days would tell more
        return self._deeds.desk.figure_trend(tile.figure.measure, asked, by)

    def hide_small(self) -> None:
        """Hide small numbers on the page, or show them again."""
        self._go()
        self._page().hide_small.toggle()

    def choose_tiles(self) -> None:
        """Which figures stand large, and in which order."""
        self._go()
        view = self._page().view()
        if view is not None:
            figures = tuple(one.figure for one in view.tiles)
            form = TilesForm(self._deeds.desk, figures, self._deeds.tiles, self._page().set_tiles)
            self._deeds.form_wanted.emit(form)

    def compare(self) -> None:
        """The service's choice whether IROs stand beside one another: a dated setting, as on Timescales."""
        self._go()
        view = self._deeds.attempt(self._deeds.desk.timescales)
        row = next((one for one in view.settings if one.key == IROS_COMPARED), None) if view else None
        if row is not None:
            form = SettingForm(self._deeds.desk, self._deeds.save_as, changing_setting(row))
            self._deeds.form_wanted.emit(form)

    def _go(self) -> None:
        if not self._page().isVisible():
            self.place_wanted.emit()
