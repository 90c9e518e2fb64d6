"""The zip that a workbook is: weighed, counted and looked through before any library unpacks it.

Limits: at most 2,000 parts, 200 MiB unpacked (counted while reading, because the stated sizes can lie), and a hundred
times its packed size for any part over 1 MiB.
"""

import copy
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from iro_desktop.domain.errors import RefusedInput
from iro_desktop.exchange.sheet_cells import refusal
from iro_desktop.exchange.sheet_xml import HarmfulPart, PartReader, WorksheetPart

MAX_PARTS = 2_000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 100
SMALL_PART = 1024 * 1024
_CHUNK = 64 * 1024
_EXCEL_AGAIN = "Open it in Excel, save it again as an Excel workbook (.xlsx), and import that copy."
_ASK_AGAIN = "Print the sheet anew from the council's system and import that."


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of the workbook, in the order that Excel shows."""

    state: str  # visible, hidden or veryHidden
    part: WorksheetPart | None  # None for a chart or dialog


def tabs_of(content: bytes) -> list[Tab]:
    """Look through a workbook without unpacking it to anywhere. Raises RefusedInput where it breaks a limit."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _tabs(_parts(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise refusal("This workbook is damaged or was cut short while it was copied.", _ASK_AGAIN) from error
    except HarmfulPart as error:
        raise refusal("This workbook holds something that no ordinary spreadsheet has.", _EXCEL_AGAIN) from error


def _parts(archive: zipfile.ZipFile) -> dict[str, PartReader]:
    entries = archive.infolist()
    _check_names(entries)
    read: dict[str, PartReader] = {}
    zero_formats: dict[int, tuple[str, int]] = {}
    unpacked = 0
    # Styles first: they say which numbers are shown with leading zeros.
    for entry in sorted(entries, key=lambda entry: not entry.filename.endswith("styles.xml")):
        reader = PartReader(zero_formats) if entry.filename.endswith((".xml", ".rels")) else None
        for chunk in _chunks(archive, entry):
            unpacked += len(chunk)
            if unpacked > MAX_UNPACKED:
                raise _too_large()
            if reader:
                reader.feed(chunk)
        if reader:
            reader.feed(b"", is_last=True)
            zero_formats.update(reader.zero_formats)
            read[entry.filename] = reader
    return read


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    names = {entry.filename for entry in entries}
    if len(entries) > MAX_PARTS:
        raise _too_large()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise refusal("This workbook is protected by a password.", "Save a copy without the password and import that.")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise refusal("This workbook holds macros, which are never opened here.", _EXCEL_AGAIN)
    if not any(posixpath.basename(name) == "workbook.xml" for name in names):
        raise refusal("This file is a package of some kind, but no Excel workbook (.xlsx).", _EXCEL_AGAIN)
    if len(names) != len(entries) or any(".." in name.split("/") or name.startswith("/") for name in names):
        raise HarmfulPart("two parts of one name, or a path that leads outside")


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """What the entry truly unpacks to; zipfile alone would stop at the size it states, other readers would not."""
    boundless = copy.copy(entry)
    boundless.file_size = MAX_UNPACKED + 1
    unpacked = 0
    with archive.open(boundless) as stream:
        while chunk := stream.read(_CHUNK):
            unpacked += len(chunk)
            if unpacked > max(SMALL_PART, MAX_RATIO * entry.compress_size):
                raise _too_large()
            yield chunk
    if unpacked != entry.file_size:
        raise HarmfulPart("an entry states another size than it has")


def _tabs(parts: dict[str, PartReader]) -> list[Tab]:
    path = next(name for name, part in sorted(parts.items()) if posixpath.basename(name) == "workbook.xml")
    folder, base = posixpath.split(path)
    relations = parts.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    targets = relations.relations if relations else {}
    tabs = []
    for relation, state in parts[path].sheets:
        target = targets.get(relation, "")
        name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        part = parts.get(name)
        tabs.append(Tab(state, part.worksheet if part else None))
    return tabs


def _too_large() -> RefusedInput:
    return refusal(
        "This workbook unpacks to far more than a caseload needs.",
        "Copy the rows of the caseload into a new workbook and import that.",
    )
