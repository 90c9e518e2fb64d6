"""Whether a file stands where one is typed: what can be no path at all holds none."""

from pathlib import Path


def is_there(place: Path) -> bool:
    """Whether writing there would replace a file. A name too long for any folder, or with a nought in it, is none."""
    try:
        return place.is_file()
    except (OSError, ValueError):
        return False
