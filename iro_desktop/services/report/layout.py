"""How a section stands on the page: its heading, what is written, its figures; prompts in drafts alone."""

from collections.abc import Iterator

from iro_desktop.domain.documents import Block, Heading, Look, Paragraph
from iro_desktop.services.report.model import SectionShown

_NOTHING = "Nothing of this is recorded for the year: not measured."


def section_blocks(one: SectionShown, *, is_draft: bool) -> Iterator[Block]:
    """A section as it stands: its heading, what is written, its figures; prompts only where nothing is written.

    A published report leaves a section out under whose heading nothing would stand.
    """
    if one.is_empty and not is_draft:
        return
    yield Heading(one.title)
    for words in _paragraphs(one.text):
        yield Paragraph(words)
    for piece in one.pieces:
        if not piece.is_prompt or (is_draft and not one.text):
            yield piece.block
    if is_draft and not one.text:
        if one.is_empty and not one.pieces:
            yield Paragraph(_NOTHING, Look.SOFT)
        if one.asks:
            yield Paragraph(one.asks, Look.PROMPT)


def _paragraphs(text: str) -> Iterator[str]:
    """What a person wrote, cut at its empty lines."""
    return (part.strip() for part in text.split("\n\n") if part.strip())
