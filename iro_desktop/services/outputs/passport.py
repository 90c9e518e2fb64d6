"""The passport as an output: who the IRO is, with a picture, and what a review is, in words for the child's age."""

from iro_desktop.domain.documents import Block, Bullets, Document, Heading, Paragraph, Picture
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import IroProfile
from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.services.child_letter.bands import band_of
from iro_desktop.services.names_out import Reader
from iro_desktop.services.outputs.about_child import check_tells, child_of
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.outputs.passport_words import ABOUT, About
from iro_desktop.services.restrictions import Thing

TO_THE_CHILD = Reader("the child", "to know their IRO")
_PICTURE_MM = 45


def _make(making: Making, wish: OutputWish) -> Made:
    child = child_of(making, wish)
    check_tells(making, child, wish, Thing.LETTER)
    if child.iro is None:
        raise UserError(
            f"{child.facts.child.council_id} has no IRO today, so there is nobody to tell of. Nothing was made. "
            "Allocate one first.",
            field="child",
        )
    with making.store.reading() as reader:
        profiles = reader.all(IroProfile)
    ids = {one.name: one.id for one in making.snapshot.iros}
    profile = next((one for one in profiles if one.iro_id == ids[child.iro]), None)
    record = child.facts.child
    band = band_of(record.born_on, making.snapshot.today)
    document = Document(
        f"About {child.iro}",
        (),
        tuple(_blocks(child.iro, profile, ABOUT[band], record.known_as or record.given_name or "")),
        marking="",
        is_sample=making.is_sample,
        template="letter",
    )
    return Made(
        document, 1, 1, ("the child’s first name",), "Passport for a child", file_stem=f"passport-{record.council_id}"
    )


def _blocks(iro: str, profile: IroProfile | None, about: About, name: str) -> list[Block]:
    blocks: list[Block] = []
    if profile is not None and profile.picture:
        blocks.append(Picture(profile.picture, f"{iro}, your IRO", _PICTURE_MM))
    greeting = about.greeting.format(name=name) if name else about.greeting.format(name="there")
    blocks += [Paragraph(greeting), Paragraph(f"{about.who.format(iro=iro)} {about.job}")]
    if profile is not None and profile.words:
        blocks += [Heading("A few words about me", 2), *map(Paragraph, _paragraphs(profile.words))]
    blocks += [Heading(about.review_heading, 2), Bullets(about.review)]
    return [*blocks, Heading(about.help_heading, 2), Paragraph(about.help)]


def _paragraphs(words: str) -> list[str]:
    return [one.strip() for one in words.split("\n\n") if one.strip()]


PASSPORT = Output(
    key="passport",
    title="Passport: who the IRO is",
    group=Group.CHILD,
    what_for="For a child who is new to care: the IRO’s picture and words, and what a review is, for the child’s age.",
    formats=(OutputFormat.WORD, OutputFormat.PDF),
    make=_make,
    asks=(Asks.CHILD,),
    names=Names.ALWAYS,
    template="letter",
    proposed=TO_THE_CHILD,
)
