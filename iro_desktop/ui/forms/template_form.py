"""Copying a template out, putting one's own in, and going back to the standard one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from iro_desktop.services.desk import Desk
from iro_desktop.services.templates import TemplateShown
from iro_desktop.ui.forms.places import is_there
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.forms.write_form import free
from iro_desktop.ui.widgets import QuietButton

_ENDING = ".docx"
_KINDS = f"Word (*{_ENDING})"
Choose = Callable[[QWidget, Path], Path | None]


def choose_new(parent: QWidget, proposed: Path) -> Path | None:
    """Where to copy it."""
    chosen, _ = QFileDialog.getSaveFileName(parent, "Copy the template to", str(proposed), _KINDS)
    return Path(chosen) if chosen else None


def choose_known(parent: QWidget, proposed: Path) -> Path | None:
    """Which file to take."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "Take this file as the template", str(proposed.parent), _KINDS)
    return Path(chosen) if chosen else None


class TemplatePath(FormSheet):
    """A Word file on this computer, to write or to take."""

    def __init__(
        self, desk: Desk, row: TemplateShown, folder: Path, choose: Choose | None = None, *, is_copy: bool
    ) -> None:
        super().__init__("Copy the template out" if is_copy else "Put your own template in", desk.act)
        self._desk, self._row, self._folder, self._is_copy = desk, row, folder, is_copy
        self._choose = choose or (choose_new if is_copy else choose_known)
        self.subject = row.name
        self.about.set_or_hide(f"{row.what_for}. In use: {row.words}.")
        self.save_button.setText("Copy it" if is_copy else "Put it in")
        place = folder / f"iro-{row.name}{_ENDING}"
        self.path = QLineEdit(str(free(place)) if is_copy else "", self)
        self.path.setAccessibleName("Folder and name of the file")
        self.choose_button = QuietButton("Choose…", parent=self)
        self.choose_button.setAccessibleName("Choose the file")
        self.add_field("path", "Folder and name of the file", self.path).beside.addWidget(self.choose_button)
        self.path.textChanged.connect(self._place_changed)
        self.choose_button.clicked.connect(self._ask)
        self._place_changed()
        self.finish()

    def whose(self) -> str:
        """Of no child."""
        return ""

    def place(self) -> Path:
        """The file typed; without a folder, in the one proposed."""
        return self._folder / Path(self.path.text().strip()).expanduser()

    def problems(self) -> Problems:
        """A name is needed; what else is wrong with it the services say."""
        return () if self.path.text().strip() else [("path", "Choose the file.")]

    def commit(self) -> None:
        """Copy it, or take it; raises ``UserError`` with a sentence to show."""
        work = self._desk.copy_template if self._is_copy else self._desk.put_template
        work(self._row.name, self.place())

    def _place_changed(self) -> None:
        there = (
            "\nA file of that name is there; it will be replaced." if self._is_copy and is_there(self.place()) else ""
        )
        self.fields["path"].say(f"In the folder {self.place().parent}{there}" if self.path.text().strip() else "")

    def _ask(self) -> None:
        chosen = self._choose(self, self.place())
        if chosen is not None:
            self.path.setText(str(chosen))
        self.path.setFocus()


class TakeBack(FormSheet):
    """Says what is lost before it is."""

    def __init__(self, desk: Desk, row: TemplateShown) -> None:
        super().__init__("Go back to the standard template", desk.act)
        self._desk, self._row = desk, row
        self.subject = row.name
        self.about.set_or_hide(
            f"{row.what_for}.\nYour service’s own template is removed. Copy it out first, if you may want it again."
        )
        self.save_button.setText("Remove it")
        self.finish()

    def begin(self) -> None:
        """At Cancel: nothing is lost by Enter alone."""
        self.cancel_button.setFocus()

    def whose(self) -> str:
        """Of no child."""
        return ""

    def commit(self) -> None:
        """Remove it; raises ``UserError`` with a sentence to show."""
        self._desk.take_back_template(self._row.name)
