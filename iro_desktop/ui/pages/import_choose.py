"""Which file or folder: the system's own dialogue, or whatever a test puts in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

Choose = Callable[[QWidget], Path | None]
ENDINGS = (".xlsx", ".csv", ".tsv", ".txt")


def choose_sheet(parent: QWidget) -> Path | None:
    """A sheet, or None where the person changed their mind."""
    kinds = " ".join(f"*{ending}" for ending in ENDINGS)
    chosen, _ = QFileDialog.getOpenFileName(parent, "Choose the list of children", "", f"Lists ({kinds})")
    return Path(chosen) if chosen else None


def choose_folder(parent: QWidget) -> Path | None:
    """A folder, or None where the person changed their mind."""
    chosen = QFileDialog.getExistingDirectory(parent, "Choose the folder of the SSDA903 return")
    return Path(chosen) if chosen else None


@dataclass(frozen=True, slots=True)
class Choosers:
    """How a person says which file and which folder."""

    sheet: Choose = choose_sheet
    folder: Choose = choose_folder
