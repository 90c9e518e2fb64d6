"""A document before it is a file: headings, paragraphs, tables, charts. Knows no file format and no window.

Whatever leaves the program is one of these. Word, PDF, paper and the preview are made from the same blocks, so what is
seen before a file is written is what stands in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Value = str | date | int | float | None  # of a cell; None: empty
PROMPT_MARK = "To write:"  # stands before every prompt, so that none goes out unseen


class Look(StrEnum):
    """How a paragraph looks, and what it means."""

    PLAIN = "plain"
    LEAD = "lead"  # what a reader must not miss
    SOFT = "soft"  # about the document: a definition, a source, a caution
    QUOTE = "quote"  # somebody's own words
    PROMPT = "prompt"  # asks the writer for words; never in a published document


class Align(StrEnum):
    """Where the values of a column stand."""

    LEFT = "left"
    RIGHT = "right"  # numbers
    CENTRE = "centre"


class ChartKind(StrEnum):
    """What a chart looks like."""

    BARS = "bars"
    STACKED = "stacked"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a section of the document, 2 and 3 stand within it."""

    words: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a line break in it is one on paper too."""

    words: str
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; numbered where the order or the number counts."""

    lines: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what stands beside each: a table of two columns whose first is its headings."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    heading: str
    align: Align = Align.LEFT
    width: float = 1.0  # its share of the width, beside the others'


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of headings, repeated on each page. ``bold_rows``: places of sums and the like."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    caption: str = ""
    bold_rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one line or of one kind of bar, a value for each category; None where none is known."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. ``told`` says in a sentence what it shows: for those who do not see it, and under it for everybody."""

    title: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    told: str
    unit: str = ""  # "%" or a word, after each value
    aside: frozenset[int] = frozenset()  # places of categories that are no part like the others: drawn in outline

    def __post_init__(self) -> None:
        if any(len(one.values) != len(self.categories) for one in self.series):
            raise ValueError(f"the chart {self.title} has not a value for each category")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from a file: a PNG or JPEG in Base64, with what it shows in words, and its width in millimetres."""

    data: str
    told: str
    width: int = 40


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


Block = Heading | Paragraph | Bullets | Facts | Table | Chart | Picture | NewPage


@dataclass(frozen=True, slots=True)
class Document:
    """One document. It names no child where it was not asked to: titles and file names never do."""

    title: str
    head: tuple[str, ...]  # under the title: scope, period, as at when, by whom, N of M, names or ids
    blocks: tuple[Block, ...]
    marking: str = "OFFICIAL-SENSITIVE"  # at the top of each page; "" where none belongs: a letter to a child
    foot: str = ""  # at the left of the foot of each page; the right says page x of y
    is_draft: bool = False  # says DRAFT on each page
    is_sample: bool = False  # says on each page that the children are invented
    has_contents: bool = False  # a table of contents after the title
    is_wide: bool = False  # the page lies on its side
    template: str = "document"  # which Word template it is poured into: "document", "letter"
    written_on: date | None = None  # for a template that asks for its date

    @property
    def notice(self) -> str:
        """What each page says beside the marking; "" where it is neither a draft nor a sample."""
        said = (("DRAFT", self.is_draft), ("Sample data: invented children", self.is_sample))
        return " · ".join(words for words, is_so in said if is_so)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables, in order."""
        return tuple(one for one in self.blocks if isinstance(one, Table))

    @property
    def words(self) -> str:
        """Every word of it as plain text, a line for each paragraph, row and list entry."""
        return "\n".join([self.title, *self.head, *(line for one in self.blocks for line in lines_of(one))])


WHOLE_TABLE, WHOLE_FACTS = 5, 7  # rows: what is that small is never parted


def keeps_row(number: int, count: int, whole: int) -> bool:
    """Whether a row stays with the next one: so that no first or last row, or sum, stands alone on a page.

    >>> [keeps_row(number, 3, 5) for number in range(3)], [keeps_row(number, 9, 5) for number in (0, 1, 7, 8)]
    ([True, True, False], [True, False, True, False])
    """
    return number < count - 1 and (count <= whole or number in {0, count - 2})


def lines_of(block: Block) -> Sequence[str]:
    """A block as plain text; cells of a row stand between tabs."""
    match block:
        case Heading(words) | Paragraph(words):
            return [words]
        case Bullets(lines):
            return lines
        case Facts(rows):
            return [f"{label}\t{words}" for label, words in rows]
        case Table(columns, rows):
            heads = "\t".join(one.heading for one in columns)
            return [*([block.caption] if block.caption else []), heads, *("\t".join(map(shown, row)) for row in rows)]
        case Chart(title):
            return [title, block.told]
        case Picture():
            return [block.told]
        case NewPage():
            return []


def shown(value: Value) -> str:
    """A value as it is printed: days as 12 Mar 2026, whole numbers with commas.

    >>> shown(date(2026, 3, 12)), shown(1233), shown(83.8), shown(None)
    ('12 Mar 2026', '1,233', '83.8', '')
    """
    match value:
        case None:
            return ""
        case date():
            return f"{value.day} {value:%b %Y}"
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.1f}"
    return value
