"""The data rows of one SSDA903 file, in the order of columns that its kind has; refused where the file is not whole."""

from collections.abc import Callable, Iterator
from operator import itemgetter
from pathlib import Path

from iro_desktop.exchange.ssda903_kinds import Kind
from iro_desktop.exchange.ssda903_lines import EXPORT_AGAIN, Line, cut_short, lines, refusal
from iro_desktop.exchange.ssda903_values import may_be_cut

MAX_ROWS = 2_000_000

DataRow = tuple[int, tuple[str, ...]]  # line number; values stripped and, but for CHILD, in capitals


def data_rows(path: Path, kind: Kind) -> Iterator[DataRow]:
    """Every row below the headings of a file that is known to have the kind's columns, with its line number.

    Blank lines at the end are no rows. Raises RefusedInput, for a doubled file only after its last row.
    """
    file_lines = lines(path)
    headings = [heading.strip() for heading in next(file_lines).fields]
    in_order: Callable[[list[str]], tuple[str, ...]] = itemgetter(*map(headings.index, kind.columns))
    prints: list[int] = []
    for line in _filled(path.name, file_lines):
        _check(path.name, headings, line)
        if len(prints) == MAX_ROWS:
            raise refusal(f"{path.name} has more than {MAX_ROWS:,} rows.", "Choose the folder of one return.")
        child, *rest = in_order(line.fields)
        values = (child.strip(), *[value.strip().upper() for value in rest])
        prints.append(hash(values))
        yield line.number, values
    _check_doubled(path.name, prints)


def _filled(file: str, file_lines: Iterator[Line]) -> Iterator[Line]:
    blank: int | None = None
    for line in file_lines:
        if not line.fields:
            blank = blank or line.number
            continue
        if blank:
            raise refusal(f"{file} has a blank line, {blank}, in the middle of its rows.", EXPORT_AGAIN)
        yield line


def _check(file: str, headings: list[str], line: Line) -> None:
    fields = line.fields
    if len(fields) != len(headings):
        raise _uneven(file, len(headings), line)
    if not line.is_ended and may_be_cut(headings[-1], fields[-1].strip().upper()):
        raise cut_short(file, line.number)
    if fields[-1].strip() == headings[-1] and [field.strip(" \ufeff") for field in fields] == headings:
        raise refusal(f"{file} holds its heading line again on line {line.number}: it is doubled.", EXPORT_AGAIN)


def _uneven(file: str, width: int, line: Line) -> Exception:
    if not line.is_ended and len(line.fields) < width:
        return cut_short(file, line.number)
    happened = f"Line {line.number} of {file} has {len(line.fields)} values, but there are {width} columns."
    return refusal(happened, EXPORT_AGAIN)


def _check_doubled(file: str, prints: list[int]) -> None:
    """Refuse rows that come twice as a whole. Of two equal rows the second alone is refused, as any repeat is."""
    half, odd = divmod(len(prints), 2)
    if half > 1 and not odd and prints[:half] == prints[half:]:
        raise refusal(f"{file} holds all its rows twice: it is doubled.", EXPORT_AGAIN)
