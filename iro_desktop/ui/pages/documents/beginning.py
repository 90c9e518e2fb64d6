"""The beginning of a long document: as much of it as is laid out while a person waits."""

from dataclasses import replace

from iro_desktop.domain.documents import Block, Document, Table

LONG = 1_000  # rows of tables; a document with no more is shown whole
_SHOWN = 300


def rows_in(document: Document) -> int:
    """How many rows its tables have."""
    return sum(len(one.rows) for one in document.tables)


def beginning_of(document: Document) -> Document:
    """The document itself, or its first blocks where it is long; a table is cut, too."""
    if rows_in(document) <= LONG:
        return document
    blocks: list[Block] = []
    left = _SHOWN
    for block in document.blocks:
        if isinstance(block, Table):
            blocks.append(replace(block, rows=block.rows[:left]))
            left -= len(block.rows)
        else:
            blocks.append(block)
        if left <= 0:
            break
    return replace(document, blocks=tuple(blocks), has_contents=False)
