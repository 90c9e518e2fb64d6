"""Blocks of a document as items on paper: the same blocks, in the same order, as Word is made from."""

import base64
import binascii
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from iro_desktop.domain.documents import (
    PROMPT_MARK,
    WHOLE_FACTS,
    WHOLE_TABLE,
    Align,
    Block,
    Bullets,
    Chart,
    Column,
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
from iro_desktop.ui.paper_chart import chart_height, paint_chart
from iro_desktop.ui.paper_items import CENTRE, LEFT, RIGHT, Box, Item, Row, Text, paragraph, text
from iro_desktop.ui.paper_type import ACCENT, RULE, SOFT, TINT, Voice, Voices, mm, pt

_SIDES: Mapping[Align, Qt.AlignmentFlag] = {Align.LEFT: LEFT, Align.RIGHT: RIGHT, Align.CENTRE: CENTRE}
_BOXES = {Look.LEAD: Box(bar=ACCENT, tint=TINT), Look.QUOTE: Box(bar=RULE), Look.PROMPT: Box(dashes=SOFT)}
_MANY_COLUMNS = 8  # beyond, a table has smaller type
_LABEL_SHARE = 0.3  # of the width, in a table of facts
_CONTENTS_LEVELS = 2
_CELL_AIR = pt(4.2)
_AFTER_TABLE = 10  # points


class Flow:
    """Makes the items of one document. ``on_page`` says on which page a heading stands, once that is known."""

    def __init__(self, width: float, voices: Voices, on_page: Mapping[int, int]) -> None:
        self._width, self._voices, self._on_page = width, voices, on_page
        self._is_new_page = False

    def items(self, document: Document) -> list[Item]:
        """Everything, from the title on."""
        made = [*self._opening(document)]
        if document.has_contents:
            made += self._contents(document)
        number = 0
        for block in document.blocks:
            if isinstance(block, NewPage):
                self._is_new_page = True
                continue
            of_it = [*self._of(block)]
            if isinstance(block, Heading) and of_it:
                number += 1
                of_it[0].marks = number
            if self._is_new_page and of_it:
                of_it[0].begins_page, self._is_new_page = True, False
            made += of_it
        return made

    def _opening(self, document: Document) -> Iterator[Item]:
        yield from self._words(document.title, self._voices.title, keeps_next=True)
        for line in document.head:
            yield from self._words(line, self._voices.head, keeps_next=True)
        yield _air(10)

    def _of(self, block: Block) -> Iterator[Item]:
        match block:
            case Heading():
                yield from self._words(block.words, self._voices.headings[min(block.level, 3) - 1], keeps_next=True)
            case Paragraph():
                yield from self._paragraph(block)
            case Bullets():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case Facts():
                yield from self._facts(block)
            case Chart():
                yield from self._chart(block)
            case Picture():
                yield from self._photo(block)

    # --- words

    def _words(self, words: str, voice: Voice, *, keeps_next: bool = False) -> Iterator[Item]:
        yield from paragraph(text(words, voice, self._width), self._width, keeps_next=keeps_next)
        yield _air(voice.below, keeps_next=keeps_next)

    def _paragraph(self, block: Paragraph) -> Iterator[Item]:
        looks = {Look.LEAD: "lead", Look.SOFT: "soft", Look.QUOTE: "quote", Look.PROMPT: "prompt"}
        voice: Voice = getattr(self._voices, looks.get(block.look, "text"))
        box = _BOXES.get(block.look)
        is_prompt = block.look is Look.PROMPT
        words = f"{PROMPT_MARK} {block.words}" if is_prompt else block.words
        indent = box.inset if box else 0.0
        laid = text(words, voice, self._width - 2 * indent, bold=len(PROMPT_MARK) if is_prompt else 0)
        yield from paragraph(laid, self._width, indent=indent, box=box)
        yield _air(voice.below)

    def _list(self, block: Bullets) -> Iterator[Item]:
        voice = self._voices.item
        indent = pt(voice.points * (1.9 if block.is_numbered and len(block.lines) > 9 else 1.5))
        for number, line in enumerate(block.lines, 1):
            label = text(f"{number}." if block.is_numbered else "•", voice, indent)
            yield from paragraph(text(line, voice, self._width - indent), self._width, indent=indent, label=label)
            yield _air(voice.below)
        yield _air(3)

    def _contents(self, document: Document) -> Iterator[Item]:
        """The headings with their pages."""
        headings = [one for one in document.blocks if isinstance(one, Heading)]
        if not any(one.level <= _CONTENTS_LEVELS for one in headings):
            return
        yield from self._words("Contents", self._voices.headings[1], keeps_next=True)
        for number, heading in enumerate(headings, 1):
            if heading.level <= _CONTENTS_LEVELS:
                yield from self._content_line(heading, number)
        yield _air(10)

    def _content_line(self, heading: Heading, number: int) -> Iterator[Item]:
        indent = pt(14) * (heading.level - 1)
        voice = self._voices.text if heading.level == 1 else self._voices.soft
        room = pt(30)
        laid = text(heading.words, voice, self._width - indent - room)

        def paint(painter: QPainter, x: float, y: float) -> None:
            laid.paint(painter, x + indent, y)
            page = text(str(self._on_page.get(number, "")), voice, room, RIGHT)
            page.paint(painter, x + self._width - room, y + laid.height - voice.line)

        yield Item(laid.height, paint)
        yield _air(1.5)

    # --- tables

    def _table(self, block: Table) -> Iterator[Item]:
        if block.caption:
            yield from self._words(block.caption, self._voices.caption, keeps_next=True)
        voice = self._voices.small_cell if len(block.columns) > _MANY_COLUMNS else self._voices.cell
        lefts, widths = _spread([one.width for one in block.columns], self._width)
        widths = [
            wide - _CELL_AIR if column.align is Align.RIGHT and number + 1 < len(widths) else wide
            for number, (wide, column) in enumerate(zip(widths, block.columns, strict=True))
        ]  # a number keeps its distance from the words at its right
        heads = self._row([one.heading for one in block.columns], block.columns, lefts, widths, voice, is_bold=True)
        heads.tint, heads.rule = TINT, (pt(1), SOFT)
        head = heads.item()
        head.keeps_next = True
        yield head
        last = len(block.rows) - 1
        for number, values in enumerate(block.rows):
            is_bold = number in block.bold_rows
            row = self._row([shown(one) for one in values], block.columns, lefts, widths, voice, is_bold=is_bold)
            if number == last - 1 and last in block.bold_rows:  # above a sum
                row.rule = (pt(1), SOFT)
            item = row.item(head)
            item.keeps_next = keeps_row(number, len(block.rows), WHOLE_TABLE)
            yield item
        yield _air(_AFTER_TABLE)

    def _facts(self, block: Facts) -> Iterator[Item]:
        lefts, widths = _spread([_LABEL_SHARE, 1 - _LABEL_SHARE], self._width)
        for number, (label, words) in enumerate(block.rows):
            label_cell = text(label, self._voices.cell, widths[0], is_bold=True)
            item = Row([label_cell, text(words, self._voices.cell, widths[1])], lefts, self._width).item()
            item.keeps_next = keeps_row(number, len(block.rows), WHOLE_FACTS)
            yield item
        yield _air(_AFTER_TABLE)

    def _row(
        self,
        words: Sequence[str],
        columns: Sequence[Column],
        lefts: list[float],
        widths: list[float],
        voice: Voice,
        *,
        is_bold: bool,
    ) -> Row:
        cells: list[Text] = [
            text(one, voice, width, _SIDES[column.align], is_bold=is_bold)
            for one, column, width in zip(words, columns, widths, strict=True)
        ]
        return Row(cells, lefts, self._width)

    # --- pictures

    def _chart(self, block: Chart) -> Iterator[Item]:
        yield from self._words(block.title, self._voices.caption, keeps_next=True)
        width = self._width
        tall = chart_height(block, width)
        yield Item(tall, lambda painter, x, y: paint_chart(painter, block, QRectF(x, y, width, tall)), keeps_next=True)
        yield _air(4, keeps_next=True)
        yield from self._words(block.told, self._voices.soft)

    def _photo(self, block: Picture) -> Iterator[Item]:
        image = picture_of(block)
        if image is None:  # what is no picture stands there in words
            yield from self._words(block.told, self._voices.soft)
            return
        width = min(self._width, mm(block.width))
        tall = width * image.height() / max(1, image.width())
        yield Item(tall, lambda painter, x, y: painter.drawImage(QRectF(x, y, width, tall), image))
        yield _air(8)


def picture_of(block: Picture) -> QImage | None:
    """The picture upright, as the camera was held; None where the data is no picture."""
    try:
        content = base64.b64decode(block.data, validate=True)
    except (binascii.Error, ValueError):
        return None
    held = QBuffer()
    held.setData(QByteArray(content))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(held)
    reader.setAutoTransform(True)
    image = reader.read()
    return None if image.isNull() else image


def _air(points: float, *, keeps_next: bool = False) -> Item:
    return Item(pt(points), lambda _painter, _x, _y: None, keeps_next=keeps_next, is_air=True)


def _spread(shares: Sequence[float], width: float) -> tuple[list[float], list[float]]:
    """Where the words of each column begin, and the room they have; the outer ones stand at the margins' tint."""
    whole = sum(shares) or 1.0
    lefts, widths, left = [], [], 0.0
    for share in shares:
        wide = width * share / whole
        lefts.append(left + _CELL_AIR)
        widths.append(max(pt(6), wide - 2 * _CELL_AIR))
        left += wide
    return lefts, widths
