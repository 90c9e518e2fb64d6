"""A CSV file as numbered lines of fields, read one line at a time; refused where its bytes cannot be what was exported.

A value of an SSDA903 file never spans lines, so a line is a row, and a quotation mark left open is found
on its own line. Sentences name the file and the line, never what stands there.
"""

import csv
import re
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from iro_desktop.domain.errors import RefusedInput

MAX_BYTES = 512 * 1024 * 1024
MAX_LINE = 64 * 1024

EXPORT_AGAIN = "Export it again from your case system and import that copy."
_AS_UTF_8 = "Export it again as UTF-8 (in Excel: Save As, “CSV UTF-8”) and import that copy."
_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SIGNATURES = {
    b"PK\x03\x04": "an Excel workbook or a zip",
    b"\xd0\xcf\x11\xe0": "an Excel workbook of the old kind",
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a compressed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "a database",
    b"{\\rtf": "a text document",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"<": "a web page or XML",
}
#: Signs that no text has; the zero byte among them. Tab, line ends and form feed are text.
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f]")


class Line(NamedTuple):
    """One line of the file."""

    number: int  # from 1, as an editor shows it
    fields: list[str]  # empty for a line of blanks
    is_ended: bool  # False only for a last line that no line end follows


def lines(path: Path) -> Generator[Line, None, None]:
    """The file's lines in order; opened at the first and closed after the last. Raises RefusedInput."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise refusal(f"{path.name} is larger than {MAX_BYTES >> 20} MiB.", "Choose the folder of one return.")
        with path.open("rb") as stream:
            _check_start(path.name, stream)
            yield from _numbered(path.name, stream)
    except OSError as error:
        raise refusal(f"{path.name} could not be read.", "Check that it is there and not open elsewhere.") from error


def refusal(happened: str, advice: str) -> RefusedInput:
    """The error for a set of which nothing is taken: what happened, what is safe, what to do."""
    return RefusedInput(f"{happened} Nothing was changed. {advice}")


def cut_short(file: str, number: int) -> RefusedInput:
    """The error for a file that ends in the middle of a row."""
    return refusal(f"{file} is cut short: its last line, {number}, is not whole.", EXPORT_AGAIN)


def _check_start(file: str, stream: BinaryIO) -> None:
    start = stream.read(4096)
    stream.seek(0)
    if not start.removeprefix(_BOM).strip():
        raise refusal(f"{file} is empty.", EXPORT_AGAIN)
    if start.startswith(_UTF_16) or _is_unmarked_utf_16(start):
        raise refusal(f"{file} is not UTF-8; it looks like UTF-16, which Excel calls Unicode text.", _AS_UTF_8)
    text = start.removeprefix(_BOM).lstrip()
    for signature, what in _SIGNATURES.items():
        if text.startswith(signature):
            raise refusal(f"{file} is called .csv but is {what} inside.", EXPORT_AGAIN)


def _is_unmarked_utf_16(start: bytes) -> bool:
    half = len(start) // 2
    return any(
        half and start[first::2].count(0) > 0.9 * half and not start[1 - first :: 2].count(0) for first in (0, 1)
    )


def _numbered(file: str, stream: BinaryIO) -> Iterator[Line]:
    for number, raw in enumerate(iter(partial(stream.readline, MAX_LINE), b""), 1):
        if _NOT_TEXT.search(raw):
            raise refusal(f"{file} is damaged or is no text: line {number} holds bytes that no text has.", EXPORT_AGAIN)
        if len(raw) == MAX_LINE and not raw.endswith(b"\n"):
            raise refusal(f"{file} is no table: line {number} is longer than {MAX_LINE >> 10} KiB.", EXPORT_AGAIN)
        text = _decoded(file, number, raw.removeprefix(_BOM) if number == 1 else raw)
        yield Line(number, _fields(file, number, text.rstrip("\r\n")), text.endswith(("\r", "\n")))


def _decoded(file: str, number: int, raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        if error.end == len(raw) and error.reason == "unexpected end of data":
            raise cut_short(file, number) from error
    raise refusal(f"{file} is not UTF-8: see line {number}. {_likely_encoding(raw)}", _AS_UTF_8)


def _likely_encoding(raw: bytes) -> str:
    try:
        raw.decode("cp1252")
    except UnicodeDecodeError:
        return "It is in no encoding that Windows or Excel writes."
    return "It looks like Windows-1252 (cp1252), which Excel calls CSV without UTF-8."


def _fields(file: str, number: int, text: str) -> list[str]:
    if "\r" in text:
        raise refusal(f"{file} has line ends of an old kind (CR alone): see line {number}.", EXPORT_AGAIN)
    if '"' not in text:
        return text.split(",") if text.strip() else []
    try:
        return next(csv.reader([text], strict=True))
    except csv.Error as error:
        happened = f'{file} has a quotation mark (") on line {number} that is not closed, or stands inside a value.'
        raise refusal(happened, EXPORT_AGAIN) from error
