"""Printing figures: as a PDF, or to a printer of this computer. They hold counts alone, no child."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from iro_desktop.domain.documents import Document
from iro_desktop.services.desk import Desk
from iro_desktop.ui.forms.places import is_there
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.painter import PaperPainter
from iro_desktop.ui.paper import pages_of, printers, send_to
from iro_desktop.ui.widgets import QuietButton
from iro_desktop.ui.widgets.choices import DropDown

_PDF = "PDF file"
_ENDING = ".pdf"


class PrintForm(FormSheet):
    """Where to; what it will be stands above."""

    look_above = "Nothing was printed yet. What is missing or wrong is said beside its field."

    def __init__(
        self,
        desk: Desk,
        make: Callable[[], Document],
        about: str,
        folder: Path,
        stem: str = "figures",
        names: tuple[str, ...] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Print figures", desk.act, parent)
        self._desk, self._make, self._folder = desk, make, folder
        self.done = ""  # what was printed, in words
        self.about.set_or_hide(f"{about}\nCounts alone: no child is named or told by an id.")
        self.save_button.setText("Print")
        self.target = DropDown("Where to", self)
        for name in (_PDF, *(printers() if names is None else names)):
            self.target.addItem(name)
        self.path = QLineEdit(f"{stem}-{desk.today_on.isoformat()}{_ENDING}", self)
        self.path.setAccessibleName("Folder and name of the file")
        self.choose_button = QuietButton("Choose…", parent=self)
        self.choose_button.setAccessibleName("Choose folder and name")
        self.add_field("target", "Where to", self.target)
        self.add_field("path", "Folder and name of the file", self.path).beside.addWidget(self.choose_button)
        self.finish()
        self.target.currentIndexChanged.connect(self.look_again)
        self.path.textChanged.connect(self.look_again)
        self.choose_button.clicked.connect(self._choose)
        self.look_again()

    def whose(self) -> str:
        """No child."""
        return ""

    def is_pdf(self) -> bool:
        """Whether a file is written."""
        return self.target.currentIndex() == 0

    def place(self) -> Path:
        """The file typed; without a folder, in the one proposed."""
        return self._folder / Path(self.path.text().strip()).expanduser()

    def look_again(self) -> None:
        """The file is asked for where one is written."""
        self.fields["path"].setVisible(self.is_pdf())
        there = "\nA file of that name is there; it will be replaced." if is_there(self.place()) else ""
        self.fields["path"].say(f"In the folder {self.place().parent}{there}")

    def problems(self) -> Problems:
        """A name with its ending, in a folder that is there."""
        if not self.is_pdf():
            return ()
        if not self.path.text().strip() or self.place().suffix.lower() != _ENDING:
            return [("path", f"Give the file a name that ends with {_ENDING}.")]
        return () if self.place().parent.is_dir() else [("path", "That folder is not there. Choose another one.")]

    def commit(self) -> None:
        """Print; raises ``UserError`` with a sentence to show."""
        from iro_desktop.services.outputs.write import as_shown

        paper = self._make()
        ready = as_shown(paper, f"Figures: {paper.title}")
        if self.is_pdf():
            self._desk.write_output(ready, self.place(), PaperPainter())
            self.done = f"Written: {self.place().name}, {_pages(pages_of(paper).count)}"
        else:
            pages = self._desk.print_output(ready, lambda document: send_to(document, self.target.currentText()))
            self.done = f"Written: sent to {self.target.currentText()}, {_pages(pages)}"

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, "Print to", str(self.place()), f"PDF (*{_ENDING})")
        if chosen:
            self.path.setText(chosen)
        self.path.setFocus()


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"
