"""The XML inside a workbook, read as a stream, for what the value reader does not tell or could be harmed by.

`python-calamine` gives no formulas, no error values and no number formats, and makes room for every cell between the
first and the last: one stray cell in the last corner of a sheet would ask for gigabytes. So each part is passed once
through the standard library's parser. A part with a document type (the way to entity bombs and outside files) is
refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from iro_desktop.exchange.sheet_cells import NOT_COMPUTED

Place = tuple[int, int]  # row and column, from 0
ZeroFormat = tuple[str, int]  # the words before the figures, and how many figures are always shown

#: A number format that only pads with zeros, perhaps after fixed letters: ``000000`` or ``"M"000000``.
_ZEROS = re.compile(r'((?:"[^"]*"|\\.|-)*)(0{2,})')
_CORNER = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


class HarmfulPart(Exception):
    """A part of the workbook declares entities or is not XML at all."""


@dataclass(slots=True)
class WorksheetPart:
    """What one worksheet holds besides its values."""

    replaced: dict[Place, str]  # failed and never computed formulas, and numbers shown with leading zeros
    hidden_rows: set[int]
    height: int = 0
    width: int = 0


class PartReader:
    """Reads one XML part chunk by chunk; what it found is in the attribute that fits the part's root element."""

    def __init__(self, zero_formats: Mapping[int, ZeroFormat]) -> None:
        self.worksheet: WorksheetPart | None = None
        self.sheets: list[tuple[str, str]] = []  # relation id and state, in the order of the tabs
        self.relations: dict[str, str] = {}
        self.zero_formats: dict[int, ZeroFormat] = {}
        self._known_formats = zero_formats
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = _refuse_document_type
        self._parser.StartElementHandler = self._root

    def feed(self, chunk: bytes, *, is_last: bool = False) -> None:
        """Read on. Raises HarmfulPart where this is not plain XML."""
        try:
            self._parser.Parse(chunk, is_last)
        except (expat.ExpatError, ValueError) as error:
            raise HarmfulPart(str(error)) from error

    def _root(self, name: str, _attributes: dict[str, str]) -> None:
        handlers = {"workbook": self._book, "Relationships": self._relation}
        root = _local(name)
        if root == "worksheet":
            self.worksheet = WorksheetPart({}, set())
            _WorksheetReader(self._parser, self.worksheet, self._known_formats)
        elif root == "styleSheet":
            _StyleReader(self._parser, self.zero_formats)
        else:
            self._parser.StartElementHandler = handlers.get(root)

    def _book(self, name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "sheet":
            relation = next((value for key, value in attributes.items() if _local(key) == "id"), "")
            self.sheets.append((relation, attributes.get("state", "visible")))

    def _relation(self, _name: str, attributes: dict[str, str]) -> None:
        self.relations[attributes.get("Id", "")] = attributes.get("Target", "")


class _StyleReader:
    """Collects the cell styles that pad a number with zeros."""

    def __init__(self, parser: expat.XMLParserType, found: dict[int, ZeroFormat]) -> None:
        self._found = found
        self._formats: dict[str, ZeroFormat] = {}
        self._style = -1
        self._in_cell_styles = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        if tag == "numFmt" and (zeros := _ZEROS.fullmatch(attributes.get("formatCode", ""))):
            prefix = re.sub(r'["\\]', "", zeros[1])
            self._formats[attributes.get("numFmtId", "")] = (prefix, len(zeros[2]))
        elif tag == "cellXfs":
            self._in_cell_styles = True
        elif tag == "xf" and self._in_cell_styles:
            self._style += 1
            if zero_format := self._formats.get(attributes.get("numFmtId", "")):
                self._found[self._style] = zero_format

    def _end(self, name: str) -> None:
        if _local(name) == "cellXfs":
            self._in_cell_styles = False


class _WorksheetReader:
    """Follows rows and cells; a cell without an address stands right of the one before, as Excel has it."""

    def __init__(
        self, parser: expat.XMLParserType, part: WorksheetPart, zero_formats: Mapping[int, ZeroFormat]
    ) -> None:
        self._part = part
        self._zero_formats = zero_formats
        self._row = self._column = -1
        self._attributes: dict[str, str] = {}
        self._has_formula = self._has_value = self._in_value = False
        self._text = ""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        if tag == "c":
            self._start_cell(attributes)
        elif tag == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
            if attributes.get("hidden") in {"1", "true"}:
                self._part.hidden_rows.add(self._row)
        elif tag == "f":
            self._has_formula = True
        elif tag in {"v", "is"}:
            self._has_value = self._in_value = True

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self._has_formula = self._has_value = self._in_value = False
        self._text = ""
        self._column += 1
        if corner := _CORNER.fullmatch(attributes.get("r", "")):
            self._row, self._column = int(corner[2]) - 1, _column_of(corner[1])

    def _characters(self, text: str) -> None:
        # Only failed formulas and padded numbers are kept from here: both are short.
        if self._in_value and len(self._text) < 64:
            self._text += text

    def _end(self, name: str) -> None:
        tag = _local(name)
        if tag in {"v", "is"}:
            self._in_value = False
        elif tag == "c" and (self._has_formula or self._has_value):
            self._part.height = max(self._part.height, self._row + 1)
            self._part.width = max(self._part.width, self._column + 1)
            if (text := self._replacement()) is not None:
                self._part.replaced[self._row, self._column] = text

    def _replacement(self) -> str | None:
        """The text to show for a cell whose value alone would mislead."""
        kind, text = self._attributes.get("t", "n"), self._text.strip()
        if kind == "e":
            return text
        # A formula that yields "nothing" is stored as an empty text; one never computed has no type and no value.
        if self._has_formula and kind != "str" and not text:
            return NOT_COMPUTED
        if kind == "n" and text.isdigit() and (zeros := self._zero_formats.get(int(self._attributes.get("s", 0)))):
            return zeros[0] + text.zfill(zeros[1])
        return None


def _refuse_document_type(*_declaration: object) -> None:
    raise HarmfulPart("a document type is declared")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _column_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
