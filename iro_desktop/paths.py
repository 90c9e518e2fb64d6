"""Where things lie: resources of the program, and the folder of a person's own data."""

import os
from pathlib import Path

ENVIRONMENT_NAME = "IRO_DESKTOP_DATA_DIR"


def resource(*parts: str) -> Path:
    """A file of the program: in a checkout beside the package, in a wheel or frozen program inside it."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    base = inside if inside.is_dir() else package.parent / "resources"
    return base.joinpath(*parts)


def data_dir(chosen: Path | None = None) -> Path:
    """The folder with the store, backups and logs: as chosen, as in the environment, or the person's own."""
    if chosen is not None:
        return chosen
    if named := os.environ.get(ENVIRONMENT_NAME):
        return Path(named)
    import platformdirs  # a few milliseconds that a window with a folder of its own need not wait for

    return Path(platformdirs.user_data_path("IRO Desktop", appauthor=False))
