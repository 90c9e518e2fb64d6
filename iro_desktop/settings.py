"""How a person likes the window, remembered beside the store. Holds no child's data; a damaged file is forgotten."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

FILE_NAME = "window.json"
SCHEMES = ("system", "light", "dark")
SMALLEST, LARGEST = 100, 225  # per cent of the usual text size


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """What is remembered from one start to the next."""

    scheme: str = "system"
    text_scale: int = 100  # per cent
    iro: str | None = None  # whose caseload is shown; None: everybody's
    tiles: tuple[str, ...] = ()  # ids of the measures that stand large, in order; none: the standard ones


def load(folder: Path) -> WindowSettings:
    """What was remembered; the usual look where nothing sound is there."""
    try:
        found = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        scheme, text_scale, iro = found["scheme"], found["text_scale"], found["iro"]
        tiles = found.get("tiles", [])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return WindowSettings()
    is_sound = scheme in SCHEMES and type(text_scale) is int and SMALLEST <= text_scale <= LARGEST
    if not is_sound:
        return WindowSettings()
    known = tuple(one for one in tiles if isinstance(one, str)) if isinstance(tiles, list) else ()
    return WindowSettings(scheme, text_scale, iro if isinstance(iro, str) else None, known)


def save(folder: Path, settings: WindowSettings) -> None:
    """Remember, if the folder is there and can be written; a look that is lost costs nobody anything."""
    if not folder.is_dir():
        return
    temporary = folder / f"{FILE_NAME}.new"
    try:
        temporary.write_text(json.dumps(asdict(settings)), encoding="utf-8")
        temporary.replace(folder / FILE_NAME)
    except OSError:
        temporary.unlink(missing_ok=True)
