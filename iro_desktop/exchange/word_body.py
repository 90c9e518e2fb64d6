"""Blocks as Word has them: real headings, lists, tables with a header row, pictures told in words."""

import base64
import binascii
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Length, Mm

from iro_desktop.domain.documents import (
    PROMPT_MARK,
    WHOLE_FACTS,
    WHOLE_TABLE,
    Align,
    Block,
    Bullets,
    Chart,
    Document,
    Facts,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Picture,
    Table,
    keeps_row,
    shown,
)
from iro_desktop.exchange import word_styles as style
from iro_desktop.exchange.pictures import bare
from iro_desktop.exchange.word_lists import Lists
from iro_desktop.exchange.word_templates import spaced
from iro_desktop.exchange.xml_text import xml_text

_LOOKS = {
    Look.PLAIN: style.PLAIN,
    Look.LEAD: style.LEAD,
    Look.SOFT: style.SOFT_WORDS,
    Look.QUOTE: style.QUOTE,
    Look.PROMPT: style.PROMPT,
}
_SIDES = {Align.RIGHT: "right", Align.CENTRE: "center"}
_MANY_COLUMNS = 8  # beyond, a table has smaller type
_LABEL_SHARE = 0.3  # of the width, in a table of facts
_CONTENTS_LEVELS = 2
_DOTS_PER_INCH, _EMU_PER_INCH, _TWIPS_PER_INCH = 300, 914_400, 1440
_HAS_CONTENT = "Contents"
# Stay with what follows, whatever a service's own template makes of these styles.
_KEEPING = {style.CAPTION, style.CONTENTS, *map(style.heading, (1, 2, 3))}
_OURS = 10_000  # numbers of bookmarks and pictures begin beyond those of a template


@dataclass(slots=True)
class Body:
    """Makes the elements of the body, in order. ``style_ids``: the template's ids by the names of the styles."""

    word: WordDocument
    style_ids: Mapping[str, str]
    lists: Lists
    chart_png: Callable[[Chart], bytes]
    width: int  # between the margins, in twips
    _pictures: int = field(default=0)
    _headings: int = field(default=0)
    _breaks: bool = field(default=False)  # the next paragraph begins a page

    def elements(self, document: Document) -> Iterator[BaseOxmlElement]:
        """Everything that stands where the template has its body."""
        if document.has_contents:
            yield from self._contents(document)
        for block in document.blocks:
            yield from self._of(block)

    def paragraph(self, words: str, name: str) -> BaseOxmlElement:
        """One paragraph in the style of that name."""
        made = element("w:p")
        looks = within(made, "w:pPr")
        within(looks, "w:pStyle", val=self.style_ids[name])
        if name in _KEEPING:
            within(looks, "w:keepNext")
        if self._breaks:
            within(looks, "w:pageBreakBefore")
            self._breaks = False
        write(made, words)
        return made

    def _of(self, block: Block) -> Iterator[BaseOxmlElement]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._paragraph(block)
            case Bullets():
                yield from self._list(block)
            case Table():
                if block.caption:
                    yield self.paragraph(block.caption, style.CAPTION)
                yield self._table(block)
                yield self._after_table()
            case Facts():
                yield self._facts(block)
                yield self._after_table()
            case Chart():
                yield self.paragraph(block.title, style.CAPTION)
                yield self._picture(self.chart_png(block), block.told, None, keeps_next=True)
                yield self.paragraph(block.told, style.SOFT_WORDS)
            case Picture():
                yield from self._photo(block)
            case NewPage():
                self._breaks = True

    # --- words

    def _heading(self, block: Heading) -> BaseOxmlElement:
        """With a bookmark, so that the table of contents leads there."""
        made = self.paragraph("", style.heading(block.level))
        self._headings += 1
        number = str(_OURS + self._headings)
        within(made, "w:bookmarkStart", id=number, name=_place(self._headings))
        write(made, block.words)
        within(made, "w:bookmarkEnd", id=number)
        return made

    def _paragraph(self, block: Paragraph) -> BaseOxmlElement:
        made = self.paragraph("", _LOOKS[block.look])
        if block.look is Look.PROMPT:
            write(made, f"{PROMPT_MARK} ", is_bold=True)
        write(made, block.words)
        return made

    def _list(self, block: Bullets) -> Iterator[BaseOxmlElement]:
        number = self.lists.numbered() if block.is_numbered else self.lists.bullets
        for place, line in enumerate(block.lines):
            made = self.paragraph("", style.NUMBERS if block.is_numbered else style.BULLETS)
            belongs = within(made[0], "w:numPr")
            within(belongs, "w:ilvl", val="0")
            within(belongs, "w:numId", val=str(number))
            if place == len(block.lines) - 1:  # what follows keeps its distance; a table has none of its own
                within(made[0], "w:spacing", after="160")
            write(made, line)
            yield made

    def _contents(self, document: Document) -> Iterator[BaseOxmlElement]:
        """A field of Word's whose lines stand already; page numbers come when it is brought up to date there."""
        lines = [
            (number, one)
            for number, one in enumerate((one for one in document.blocks if isinstance(one, Heading)), 1)
            if one.level <= _CONTENTS_LEVELS
        ]
        if not lines:
            return
        yield self.paragraph(_HAS_CONTENT, style.CONTENTS)
        for place, (number, heading) in enumerate(lines):
            made = self.paragraph("", style.contents(heading.level))
            if not place:
                _mark(made, "begin")
                within(within(made, "w:r"), "w:instrText").text = f' TOC \\o "1-{_CONTENTS_LEVELS}" \\h \\z \\u '
                _mark(made, "separate")
            write(within(made, "w:hyperlink", anchor=_place(number), history="1"), heading.words)
            if place == len(lines) - 1:
                _mark(made, "end")
            yield made

    # --- tables

    def _table(self, block: Table) -> BaseOxmlElement:
        name = style.SMALL_CELL if len(block.columns) > _MANY_COLUMNS else style.CELL
        widths = _widths([one.width for one in block.columns], self.width)
        sides = [_SIDES.get(one.align, "") for one in block.columns]
        cells = [_Cell(self.style_ids[name], *one) for one in zip(widths, sides, strict=True)]
        kept = [keeps_row(number, len(block.rows), WHOLE_TABLE) for number in range(len(block.rows))]
        bold = [True] * len(cells)
        heads = _row([one.heading for one in block.columns], cells, bold, keeps=bool(kept), is_head=True)
        rows = [
            _row(list(map(shown, row)), cells, [number in block.bold_rows] * len(cells), keeps=kept[number])
            for number, row in enumerate(block.rows)
        ]
        return self._made(style.TABLE, widths, [heads, *rows], block.caption, first="firstRow")

    def _facts(self, block: Facts) -> BaseOxmlElement:
        widths = _widths([_LABEL_SHARE, 1 - _LABEL_SHARE], self.width)
        cells = [_Cell(self.style_ids[style.CELL], width) for width in widths]
        count = len(block.rows)
        rows = [
            _row(row, cells, (True, False), keeps=keeps_row(number, count, WHOLE_FACTS))
            for number, row in enumerate(block.rows)
        ]
        return self._made(style.FACTS, widths, rows, "", first="firstColumn")

    def _made(
        self, name: str, widths: Sequence[int], rows: Sequence[str], caption: str, *, first: str
    ) -> BaseOxmlElement:
        """A table from its rows as XML: thousands of cells made one by one would take as many seconds."""
        flags = "".join(
            f' w:{one}="{int(one == first)}"' for one in ("firstRow", "lastRow", "firstColumn", "lastColumn")
        )
        told = f"<w:tblCaption w:val={quoteattr(xml_text(caption))}/>" if caption else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return parse_xml(
            spaced(
                f"<w:tbl><w:tblPr><w:tblStyle w:val={quoteattr(self.style_ids[name])}/>"
                f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
                f'<w:tblLook{flags} w:noHBand="1" w:noVBand="1"/>{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
                f"{''.join(rows)}</w:tbl>"
            )
        )

    def _after_table(self) -> BaseOxmlElement:
        """Word joins two tables that touch; a small line keeps them apart."""
        made = element("w:p")
        looks = within(made, "w:pPr")
        within(looks, "w:pStyle", val=self.style_ids[style.SMALL_CELL])
        return made

    # --- pictures

    def _photo(self, block: Picture) -> Iterator[BaseOxmlElement]:
        try:
            content = bare(base64.b64decode(block.data, validate=True))
            yield self._picture(content, block.told, Mm(block.width))
        except (binascii.Error, ValueError):  # what is no picture stands there in words
            yield self.paragraph(block.told, style.SOFT_WORDS)

    def _picture(self, content: bytes, told: str, width: Length | None, *, keeps_next: bool = False) -> BaseOxmlElement:
        made = self.paragraph("", style.PLAIN)
        if keeps_next:
            made[0].insert(1, element("w:keepNext"))
        inline = self._inline(content, width)
        self._pictures += 1
        for side in ("distT", "distB", "distL", "distR"):  # it stands at the margin, as words do
            inline.set(side, "0")
        about = inline.docPr
        about.set("id", str(_OURS + self._pictures))
        about.set("name", f"Picture {self._pictures}")
        about.set("descr", xml_text(told))
        within(within(made, "w:r"), "w:drawing").append(inline)
        return made

    def _inline(self, content: bytes, width: Length | None) -> CT_Inline:
        relation, image = self.word.part.get_or_add_image(io.BytesIO(content))
        wide = width or Emu(round(image.px_width / _DOTS_PER_INCH * _EMU_PER_INCH))
        wide = Emu(min(wide, round(self.width / _TWIPS_PER_INCH * _EMU_PER_INCH)))
        tall = Emu(round(wide * image.px_height / max(1, image.px_width)))
        return CT_Inline.new_pic_inline(1, relation, "picture", wide, tall)


def element(name: str, /, **attributes: str) -> BaseOxmlElement:
    """An element of Word's own namespace."""
    return OxmlElement(name, {qn(f"w:{key}"): value for key, value in attributes.items()})


def within(parent: BaseOxmlElement, name: str, /, **attributes: str) -> BaseOxmlElement:
    """A new last element of the parent."""
    made = element(name, **attributes)
    parent.append(made)
    return made


def write(parent: BaseOxmlElement, words: str, *, is_bold: bool = False) -> None:
    """Words as one run; a line break or tab in them is one in Word."""
    if words:
        parent.append(parse_xml(spaced(_run(words, is_bold=is_bold))))


def _run(words: str, *, is_bold: bool = False) -> str:
    if not words:
        return ""
    lines = []
    for line in xml_text(words).split("\n"):
        parts = (f'<w:t xml:space="preserve">{escape(one)}</w:t>' if one else "" for one in line.split("\t"))
        lines.append("<w:tab/>".join(parts))
    looks = "<w:rPr><w:b/></w:rPr>" if is_bold else ""
    return f"<w:r>{looks}{'<w:br/>'.join(lines)}</w:r>"


@dataclass(frozen=True, slots=True)
class _Cell:
    """How the cells of one column are set."""

    style_id: str
    width: int
    side: str = ""

    def xml(self, words: str, *, is_bold: bool, keeps: bool) -> str:
        """One cell; ``keeps``: on the page of the row beneath."""
        keep = "<w:keepNext/>" if keeps else ""
        side = f'<w:jc w:val="{self.side}"/>' if self.side else ""
        looks = f"<w:pPr><w:pStyle w:val={quoteattr(self.style_id)}/>{keep}{side}</w:pPr>"
        width = f'<w:tcPr><w:tcW w:w="{self.width}" w:type="dxa"/></w:tcPr>'
        return f"<w:tc>{width}<w:p>{looks}{_run(words, is_bold=is_bold)}</w:p></w:tc>"


def _row(
    words: Sequence[str], cells: Sequence[_Cell], bold: Sequence[bool], *, keeps: bool, is_head: bool = False
) -> str:
    """A row that no page break cuts; the first of a table stands again on each page."""
    head = "<w:tblHeader/>" if is_head else ""
    each = zip(words, cells, bold, strict=True)
    made = (one.xml(text, is_bold=is_bold, keeps=keeps) for text, one, is_bold in each)
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(made)}</w:tr>"


def _mark(parent: BaseOxmlElement, kind: str) -> None:
    within(within(parent, "w:r"), "w:fldChar", fldCharType=kind)


def _place(number: int) -> str:
    return f"_Toc{number:09}"


def _widths(shares: Sequence[float], width: int) -> list[int]:
    whole = sum(shares) or 1.0
    return [round(width * share / whole) for share in shares]
