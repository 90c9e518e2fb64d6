"""The letter to the child as an output: as it is written, naming no other child."""

from iro_desktop.domain.documents import Block, Bullets, Document, Heading, Paragraph
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.services.child_letter.draft import BULLET
from iro_desktop.services.child_letter.letters import LetterShown, letter_of, read_letter
from iro_desktop.services.names_out import Reader
from iro_desktop.services.outputs.about_child import child_of
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.outputs.readers import check_reader
from iro_desktop.services.restrictions import Thing

_LONGEST_HEADING = 48  # letters
_ENDS = (".", "!", "?", ",", ":", ";", "”")
TO_THE_CHILD = Reader("the child", "their letter after the review")


def _make(making: Making, wish: OutputWish) -> Made:
    child = child_of(making, wish)
    check_reader(child.facts, wish.names.who if wish.names else "", Thing.LETTER, making.snapshot.today)
    with making.store.reading() as reader:
        letter = letter_of(making.snapshot, child, wish.held_on, reader.letters(child.facts.child.id))
    if not letter.is_written:
        raise UserError(
            f"The letter after the review of {letter.held_words} is not written yet. Nothing was made. Write it on the "
            "child’s page first; a proposal is there.",
            field="review",
        )
    read = read_letter(making.snapshot, child, letter.band, letter.text)
    left = [one for one in read.names if one.casefold() not in {each.casefold() for each in wish.allowed_names}]
    if left:
        raise UserError(
            f"The letter names {' and '.join(left)}. Nothing was made. Take the name out, or say in the letter’s own "
            "place that it may stand there this once.",
            field="review",
        )
    return Made(
        letter_document(letter, is_sample=making.is_sample),
        1,
        1,
        ("the child’s name", "what the review recommended"),
        "Letter to the child",
        file_stem=f"letter-{letter.child}-{letter.held_on.isoformat()}",
    )


def letter_document(letter: LetterShown, *, is_sample: bool) -> Document:
    """The letter on paper, as it stands."""
    return Document(
        "Your review",
        (),
        blocks_of_letter(letter.shown),
        marking="",
        is_sample=is_sample,
        template="letter",
        written_on=letter.sent_on,
    )


def blocks_of_letter(text: str) -> tuple[Block, ...]:
    """Paragraphs as they are typed; a short line alone without a mark at its end is a heading, "•" begins an entry."""
    blocks: list[Block] = []
    parts = [one.strip() for one in text.split("\n\n") if one.strip()]
    for number, part in enumerate(parts):
        lines = part.split("\n")
        if all(one.startswith(BULLET.strip()) for one in lines):
            blocks.append(Bullets(tuple(one.removeprefix(BULLET.strip()).strip() for one in lines)))
        elif 0 < number < len(parts) - 1 and _is_heading(part):
            blocks.append(Heading(part, 2))
        else:
            blocks.append(Paragraph(part))
    return tuple(blocks)


def _is_heading(words: str) -> bool:
    return "\n" not in words and len(words) <= _LONGEST_HEADING and not words.endswith(_ENDS)


LETTER = Output(
    key="letter",
    title="Letter to the child",
    group=Group.CHILD,
    what_for="What came of the review, in words for the child’s age, as it is written in its place.",
    formats=(OutputFormat.WORD, OutputFormat.PDF),
    make=_make,
    asks=(Asks.CHILD, Asks.REVIEW, Asks.NAMES_STAY),
    names=Names.ALWAYS,
    template="letter",
    proposed=TO_THE_CHILD,
)
