"""What is done with the annual report: published after asking; a section half written is opened again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from iro_desktop.services.drafts import DraftOf
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.publish_form import PublishForm
from iro_desktop.ui.pages.report.page import ReportPage
from iro_desktop.ui.pages.report.write_part import TITLE

_NOT_SAVED = "What you typed here is not saved yet. Nothing was published. Save it with Ctrl+S."
_NOT_OVER = "The year {} is not over. Nothing was published. Choose a year that has ended."
_PUBLISHED = "The annual report {} is published already. Nothing was changed."


class ReportDeeds(QObject):
    """Each goes to the page first where one is elsewhere."""

    place_wanted = Signal()

    def __init__(self, deeds: Deeds, page: Callable[[], ReportPage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._page = deeds, page

    def publish(self) -> None:
        """Say what publishing means and what is still unwritten, and ask."""
        self._go()
        view = self._page().view
        if view is None:
            return
        self._page().part.keep_now()
        if view.published_on is not None:
            self._deeds.went_wrong.emit(_PUBLISHED.format(view.years_words))
        elif not view.is_over:
            self._deeds.went_wrong.emit(_NOT_OVER.format(view.years_words))
        elif self._page().part.is_touched():
            self._deeds.went_wrong.emit(_NOT_SAVED)
        else:
            self._deeds.form_wanted.emit(PublishForm(view, self._deeds.save))

    def open_again(self, of: DraftOf) -> bool:
        """Go to the section that was being written; False where it is none of the report."""
        year, _, key = of.subject.partition("/")
        if of.title != TITLE or not year.isdecimal():
            return False
        self.place_wanted.emit()
        self._page().show_section(int(year), key)
        return True

    def _go(self) -> None:
        if not self._page().isVisible():
            self.place_wanted.emit()
