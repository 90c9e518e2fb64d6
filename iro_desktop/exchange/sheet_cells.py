"""Raw cells as they stand in a file or pasted text, before anybody knows what they mean. Standard library only."""

import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime

from iro_desktop.domain.errors import RefusedInput

Cell = str | int | float | bool | date | datetime | None

#: Text put in the place of a formula whose result the file does not hold: the reader asks instead of seeing a blank.
NOT_COMPUTED = "#NOT-COMPUTED!"

#: Signs with no width that other systems leave in text; joiners that some scripts need to be written are not among
#: them.
_INVISIBLE = dict.fromkeys([0xFEFF, 0x200B, 0x00AD, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of raw cells. Row and column positions count from 0; people are told them from 1."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = field(default_factory=frozenset)
    merged: tuple[tuple[int, int, int, int], ...] = ()  # first row, first column, last row, last column
    lengths: tuple[int, ...] = ()  # of text: how many cells each line truly had; empty for a workbook


def refusal(happened: str, advice: str) -> RefusedInput:
    """The error for input of which nothing could be read: what happened, what is safe, what to do."""
    return RefusedInput(f"{happened} Nothing was read and nothing was changed. {advice}")


def shown(cell: Cell) -> str:
    """A cell as text on one line, with no-break and doubled blanks and invisible signs folded away."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        cell = int(cell)
    text = str(cell)
    if text.isascii() and text.isprintable():  # nearly every cell: nothing to fold but blanks
        return " ".join(text.split())
    visible = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    plain = "".join(" " if unicodedata.category(sign) in {"Cc", "Cs"} else sign for sign in visible)
    return " ".join(plain.split())


def is_empty(cell: Cell) -> bool:
    """True where a person would see nothing in the cell."""
    return cell is None or (isinstance(cell, str) and not shown(cell))


def is_broken(cell: Cell) -> bool:
    """True for a formula that failed or was never worked out: something stood there, and the file does not say what.

    ``#N/A`` is not among them: councils' sheets use it for "nothing found", so it counts as blank.
    """
    text = shown(cell)
    return text == NOT_COMPUTED or (text.startswith("#") and text.endswith(("!", "?")) and len(text) > 2)
