"""What is done in Documents: the file written, the paper printed, as they are shown."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from iro_desktop.services.summary_views import Exported
from iro_desktop.services.templates import TemplateShown
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.places import documents
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.forms.template_form import TakeBack, TemplatePath
from iro_desktop.ui.forms.write_form import ChoosePlace, PrintOut, WriteForm, choose_place
from iro_desktop.ui.pages.documents.page import DocumentsPage
from iro_desktop.ui.pages.documents.templates_part import TemplatesPart
from iro_desktop.ui.painter import PaperPainter
from iro_desktop.ui.places import Work

if TYPE_CHECKING:  # what makes the outputs is loaded when one is asked for
    from iro_desktop.services.outputs.write import Ready

_OWNER = "export"


class DocumentDeeds(QObject):
    """Each begins from what is shown; there is no other way to a file."""

    place_wanted = Signal()
    written = Signal(object)  # a ``Ready`` whose file was asked for, or that was printed

    def __init__(self, deeds: Deeds, page: Callable[[], DocumentsPage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._page = deeds, page
        self.folder = documents()
        self.choose_place: ChoosePlace = choose_place
        self.choose_template: ChoosePlace | None = None  # None: the system's own dialogue
        self.printers: tuple[str, ...] | None = None  # None: those of this computer
        self.works: Mapping[Command, Work] = {
            Command.EXPORT: Work(self.write, self._can),
            Command.PRINT_FIGURES: Work(self.print_out, self._can),
        }

    def write(self) -> None:
        """Ask where to write what is shown."""
        ready = self._ready(self.write)
        if ready is None:
            return
        form = WriteForm(self._deeds.desk, ready, PaperPainter(), self.folder, self.choose_place)
        form.saved.connect(lambda: self._begin(ready, form.place()) if form.is_long else self._say_written(form.done))
        form.saved.connect(lambda: self.written.emit(ready))
        self._deeds.form_wanted.emit(form)

    def _begin(self, ready: "Ready", place: Path) -> None:
        """A long document is laid out beside the window; the page tells how far it is, and Esc stops it."""
        work = self._deeds.attempt(lambda: self._deeds.desk.write_work(ready, place, PaperPainter()))
        if work is None:
            return
        task = self._deeds.tasks.begin(_OWNER, f"Writing {ready.output.title}", work)
        task.answered.connect(self._take)
        task.refused.connect(self._deeds.went_wrong)
        self._page().make.strip.follow(task)

    def _take(self, written: object) -> None:
        refusal, done = getattr(written, "refusal", None), getattr(written, "done", None)
        if refusal is not None:
            self._deeds.went_wrong.emit(str(refusal))
        else:
            self._say_written(done)

    def print_out(self) -> None:
        """Ask on which printer."""
        ready = self._ready(self.print_out)
        if ready is None:
            return
        form = PrintOut(self._deeds.desk, ready, self.printers)
        form.saved.connect(lambda: self._say_printed(form))
        form.saved.connect(lambda: self.written.emit(ready))
        self._deeds.form_wanted.emit(form)

    def follow(self, part: TemplatesPart) -> None:
        """Do what is asked of the templates there."""
        part.copy_wanted.connect(self._copy_template)
        part.put_wanted.connect(self._put_template)
        part.take_back_wanted.connect(self._take_back_template)

    def _copy_template(self, row: TemplateShown) -> None:
        form = TemplatePath(self._deeds.desk, row, self.folder, self.choose_template, is_copy=True)
        self._ask(form, lambda: f"Written: {form.place().name} in {form.place().parent.name}, to edit in Word")

    def _put_template(self, row: TemplateShown) -> None:
        form = TemplatePath(self._deeds.desk, row, self.folder, self.choose_template, is_copy=False)
        self._ask(form, lambda: f"Written: {form.place().name} is the template in use from now on")

    def _take_back_template(self, row: TemplateShown) -> None:
        self._ask(TakeBack(self._deeds.desk, row), lambda: "Written: the standard template is in use again")

    def _ask(self, form: FormSheet, said: Callable[[], str]) -> None:
        form.saved.connect(lambda: self._deeds.was_saved.emit(said()))
        form.saved.connect(self._page().templates.show_again)
        self._deeds.form_wanted.emit(form)

    def for_output(self, key: str) -> None:
        """The document of that key."""
        self.place_wanted.emit()
        self._page().show_one(key)

    def for_child(self) -> None:
        """The documents that can be made for the child in hand."""
        self.place_wanted.emit()
        self._page().show_for_child()

    def for_letter(self, held_on: date, names: tuple[str, ...]) -> None:
        """The letter after the review held on that day; those names of others may stand in it this once."""
        self.place_wanted.emit()
        self._page().show_letter(held_on, names)

    def _ready(self, then: Callable[[], None]) -> "Ready | None":
        """What is shown, where all is said that must be; what is missing is said beside its field."""
        page = self._page()
        return page.make.ready if page.can_be_written(then) else None

    def _can(self) -> bool:
        return self._page().make.ready is not None

    def _say_written(self, done: Exported | None) -> None:
        if done is not None:
            place = done.files[0]
            self._deeds.was_saved.emit(f"Written: {place.name} in {place.parent.name}; its line stands under What left")

    def _say_printed(self, form: PrintOut) -> None:
        pages = "1 page" if form.pages == 1 else f"{form.pages} pages"
        self._deeds.was_saved.emit(f"Written: {pages} sent to {form.printer.currentText()}")
