"""The Word templates: the standard ones, and a service's own in the folder ``templates`` of its data.

A template holds no child, so it lies there as a plain file that Word opens. The service's own goes before the standard
one; where it cannot be used, the standard one stands in and a sentence says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from iro_desktop.domain.errors import UserError
from iro_desktop.exchange.placing import placed
from iro_desktop.paths import resource

FOLDER = "templates"
_WHAT_FOR = {
    "document": "Reports, packs and lists: marking at the top, page numbers at the foot",
    "letter": "Letters and passports for children: larger type, no marking",
}
NAMES = tuple(_WHAT_FOR)
_MOST_BYTES = 10 * 1024 * 1024
_ENDING = ".docx"


@dataclass(frozen=True, slots=True)
class TemplateShown:
    """One template as it stands."""

    name: str
    what_for: str
    is_own: bool  # the service's own is in use
    places: tuple[str, ...]  # what it fills in: "title"; without braces, in order
    trouble: str  # why the service's own stands aside; "" where all is well

    @property
    def words(self) -> str:
        """Which is in use: "the service's own"."""
        return "the service’s own" if self.is_own else "the standard one"


def templates(folder: Path | None) -> tuple[TemplateShown, ...]:
    """Every template, as it stands."""
    return tuple(shown(folder, name) for name in NAMES)


def shown(folder: Path | None, name: str) -> TemplateShown:
    """One template, as it stands. Raises ``UserError`` for a name unknown."""
    content, trouble = in_use(folder, name)
    is_own = folder is not None and _own(folder, name).exists() and not trouble
    return TemplateShown(name, _WHAT_FOR[name], is_own, check(content), trouble)


def in_use(folder: Path | None, name: str) -> tuple[bytes, str]:
    """The template that documents are poured into, and why the service's own is not it; "" where it is or none is."""
    _check_name(name)
    standard = resource(FOLDER, f"{name}{_ENDING}")
    own = None if folder is None else _own(folder, name)
    if own is None or not own.exists():
        return standard.read_bytes(), ""
    try:
        content = _read(own)
        check(content)
    except UserError as error:
        trouble = f"The service’s own template “{name}” was left aside, and the standard one taken. {error}"
        return standard.read_bytes(), trouble
    return content, ""


def template_in(folder: Path | None) -> Callable[[str], bytes]:
    """How a template is found by its name."""
    return lambda name: in_use(folder, name)[0]


def check(content: bytes) -> tuple[str, ...]:
    """What a template fills in, in order. Raises ``UserError`` where it cannot be used, and says why."""
    from iro_desktop.exchange.word_checks import PLACEHOLDERS
    from iro_desktop.exchange.word_out import check_template

    found = check_template(content)
    return tuple(one for one in PLACEHOLDERS if one in found)


def check_file(path: Path) -> tuple[str, ...]:
    """The same for a file. Raises ``UserError``."""
    return check(_read(path))


def copy_out(folder: Path | None, name: str, path: Path) -> None:
    """Write the template in use to a place where it can be edited. Raises ``UserError``."""
    _check_ending(path)
    with placed(path, in_use(folder, name)[0]):
        pass


def put_in(folder: Path, name: str, path: Path) -> TemplateShown:
    """Take a file as the service's own template from now on. Raises ``UserError``; then the one before stays."""
    _check_name(name)
    _check_ending(path)
    content = _read(path)
    check(content)
    own = _own(folder, name)
    try:
        own.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("There is no room for templates in the data folder. Nothing was taken over.") from error
    with placed(own, content):
        pass
    return shown(folder, name)


def take_back(folder: Path, name: str) -> None:
    """Go back to the standard one. Raises ``UserError`` where the service has none of its own."""
    _check_name(name)
    own = _own(folder, name)
    if not own.exists():
        raise UserError(
            f"The template “{name}” is the standard one already. Nothing was changed. There is nothing to remove.",
            field="name",
        )
    try:
        own.unlink()
    except OSError as error:
        raise UserError(
            f"The service’s own template “{name}” could not be removed. Nothing was changed. Close it in Word first.",
            field="name",
        ) from error


def _own(folder: Path, name: str) -> Path:
    return folder / FOLDER / f"{name}{_ENDING}"


def _check_name(name: str) -> None:
    if name not in _WHAT_FOR:
        raise UserError(
            f"There is no template “{name}”. Nothing was changed. There are: {', '.join(NAMES)}.", field="name"
        )


def _check_ending(path: Path) -> None:
    if path.suffix.lower() != _ENDING:
        raise UserError(
            f"A template is a Word document: {path.name} does not end in .docx. Nothing was changed. "
            "Choose a name that does.",
            field="path",
        )


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UserError(f"{path.name} is larger than 10 MB. Nothing was taken over. Make its pictures smaller.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(
            f"There is no file {path.name} in that place. Nothing was taken over. Check its name and its folder.",
            field="path",
        ) from error
    except OSError as error:
        raise UserError(
            f"{path.name} could not be read: {(error.strerror or 'input or output error').lower()}. "
            "Nothing was taken over. Close it in Word, or choose another file.",
            field="path",
        ) from error
