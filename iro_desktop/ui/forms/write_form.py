"""Writing or printing what was shown: as what kind of file, where to; or to which printer."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QWidget

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.services.desk import Desk
from iro_desktop.services.outputs.painter import Painter
from iro_desktop.services.summary_views import Exported
from iro_desktop.ui.forms.places import is_there
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.pages.documents.beginning import LONG, rows_in
from iro_desktop.ui.paper import printers, send_to
from iro_desktop.ui.widgets import QuietButton
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.wrapped_choice import wrapped_choices

if TYPE_CHECKING:  # what makes the outputs is loaded when one is asked for
    from iro_desktop.services.outputs.write import Ready

ChoosePlace = Callable[[QWidget, Path], Path | None]
KINDS = {
    OutputFormat.WORD: "Word (.docx), to go on writing in",
    OutputFormat.PDF: "PDF (.pdf), as it is seen",
    OutputFormat.EXCEL: "Excel workbook (.xlsx), a sheet for each table",
    OutputFormat.CSV: "Plain table (.csv), for any program: the first table alone",
}
_REPLACES = "A file of that name is there; it will be replaced."
_NO_PRINTER = "This computer knows no printer. Write a PDF instead, and print that where there is one."


def choose_place(parent: QWidget, proposed: Path) -> Path | None:
    """Where to, by the system's own dialogue; ``None`` where the person changed their mind."""
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save the document", str(proposed))
    return Path(chosen) if chosen else None


class WriteForm(FormSheet):
    """What it holds and for whom stands above; the file is what was shown."""

    def __init__(
        self,
        desk: Desk,
        ready: "Ready",
        painter: Painter,
        folder: Path,
        choose: ChoosePlace = choose_place,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"Write: {ready.output.title}", desk.act, parent)
        self._desk, self._ready, self._painter, self._folder, self._choose = desk, ready, painter, folder, choose
        self.done: Exported | None = None  # what was written
        self.is_long = rows_in(ready.made.document) > LONG  # then it is not written here, but beside the window
        self._formats = ready.output.formats
        self.about.set_or_hide(f"Holds {ready.told}.")
        self.save_button.setText("Write the file")
        self.kinds = QButtonGroup(self)
        stem = ready.made.file_stem or ready.output.key
        self.path = QLineEdit(str(free(folder / f"{stem}.{self._formats[0].value}")), self)
        self.choose_button = QuietButton("Choose…", parent=self)
        self.add_field("kind", "Kind of file", wrapped_choices(self.kinds, [KINDS[one] for one in self._formats], self))
        self.add_field("path", "Folder and name of the file", self.path).beside.addWidget(self.choose_button)
        self.path.setAccessibleName("Folder and name of the file")
        self.choose_button.setAccessibleName("Choose folder and name")
        self.kinds.idToggled.connect(self._kind_chosen)
        self.path.textChanged.connect(self._place_changed)
        self.choose_button.clicked.connect(self._ask_place)
        self._place_changed()
        self.finish()

    def begin(self) -> None:
        """At the kind that is chosen: Enter writes the file as it is proposed."""
        self.kinds.button(max(0, self.kinds.checkedId())).setFocus()

    def whose(self) -> str:
        """What is half filled in here is a place on this computer: of no child."""
        return ""

    def place(self) -> Path:
        """The file typed; without a folder, in the one proposed."""
        return self._folder / Path(self.path.text().strip()).expanduser()

    def problems(self) -> Problems:
        """A place with an ending in which it is written."""
        from iro_desktop.services.outputs.write import format_of

        try:
            format_of(self._ready.output, self.place())
        except UserError as error:
            return [("path", str(error))]
        return ()

    def commit(self) -> None:
        """Write the file; raises ``UserError`` with a sentence to show."""
        if not self.is_long:
            self.done = self._desk.write_output(self._ready, self.place(), self._painter)

    def _kind_chosen(self, number: int, is_chosen: bool) -> None:  # noqa: FBT001 Qt hands it over so
        if not is_chosen:
            return
        place, ending = self.path.text().strip(), f".{self._formats[number].value}"
        known = next((f".{one.value}" for one in OutputFormat if place.lower().endswith(f".{one.value}")), "")
        if known != ending:
            self.path.setText(f"{place[: len(place) - len(known)]}{ending}")

    def _place_changed(self) -> None:
        """The kind follows the name; a file that would be replaced is told."""
        place = self.place()
        for number, one in enumerate(self._formats):
            if place.suffix.lower() == f".{one.value}":
                self.kinds.button(number).setChecked(True)
        where = f"In the folder {place.parent}"
        self.fields["path"].say(f"{where}\n{_REPLACES}" if is_there(place) else where)

    def _ask_place(self) -> None:
        chosen = self._choose(self, self.place())
        if chosen is not None:
            self.path.setText(str(chosen))
        self.path.setFocus()


class PrintOut(FormSheet):
    """To which printer; the paper is what was shown."""

    def __init__(
        self, desk: Desk, ready: "Ready", names: tuple[str, ...] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"Print: {ready.output.title}", desk.act, parent)
        self._desk, self._ready = desk, ready
        self.pages = 0  # that were printed
        self.about.set_or_hide(
            f"Holds {ready.told}.\nPaper lies about: fetch it at once, and print no more than you need."
        )
        self.save_button.setText("Print")
        self.printer = DropDown("Printer", self)
        for name in printers() if names is None else names:
            self.printer.addItem(name)
        field = self.add_field("printer", "Printer", self.printer)
        field.say("" if self.printer.count() else _NO_PRINTER)
        self.finish()

    def whose(self) -> str:
        """Of no child."""
        return ""

    def problems(self) -> Problems:
        """A printer there is."""
        return () if self.printer.count() else [("printer", _NO_PRINTER)]

    def commit(self) -> None:
        """Print it; raises ``UserError`` with a sentence to show."""
        name = self.printer.currentText()
        self.pages = self._desk.print_output(self._ready, lambda document: send_to(document, name))


def free(place: Path) -> Path:
    """That name, or the next one that no file has."""
    more = (place.with_stem(f"{place.stem}-{number}") for number in range(2, 100))
    return next((one for one in (place, *more) if not one.exists()), place)
