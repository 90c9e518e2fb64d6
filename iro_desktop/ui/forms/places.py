"""Where files go: the folder that is proposed, and whether one stands where a path is typed."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def is_there(place: Path) -> bool:
    """Whether writing there would replace a file. A name too long for any folder, or with a nought in it, is none."""
    try:
        return place.is_file()
    except (OSError, ValueError):
        return False


def documents() -> Path:
    """Where people keep what they write; the home folder where there is no such place."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()
