"""The prep sheet: all that is to be known before the next review, on a page."""

from iro_desktop.domain.dates import short
from iro_desktop.domain.documents import Block, Document, Facts, Heading, Look, Paragraph
from iro_desktop.domain.vocabulary import OutputFormat, Standing
from iro_desktop.domain.wording import capital
from iro_desktop.services.asked import Cycle
from iro_desktop.services.outputs.about_child import check_tells, child_of, head_of
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.preparation import preparation
from iro_desktop.services.preparation_views import PrepLine, PrepPart
from iro_desktop.services.restrictions import Thing

_DONE = frozenset({Standing.MET, Standing.MET_LATE})


def _make(making: Making, wish: OutputWish) -> Made:
    child = child_of(making, wish)
    check_tells(making, child, wish, Thing.RECORD)
    now, council_id = making.snapshot, child.facts.child.council_id
    sheet = preparation(Cycle(child.facts, child.deadlines, now.calendar, now.today))
    named = wish.names is not None
    summary = ", ".join(f"{count} {words}" for count, words in sheet.summary if count)
    blocks: list[Block] = [Paragraph(sheet.heading, Look.LEAD)]
    blocks += [Paragraph(capital(summary), Look.SOFT)] if summary else []
    for part in sheet.parts:
        blocks += _part(part, named=named)
    document = Document(
        "Prep sheet",
        head_of(making, child, wish),
        tuple(blocks),
        foot=f"Prep sheet {council_id}, {short(now.today)}",
        is_sample=making.is_sample,
    )
    fields = ("the next review", "the child’s wishes", "who is asked", "open recommendations")
    return Made(document, 1, 1, fields, "Prep sheet", file_stem=f"prep-sheet-{council_id}-{now.today.isoformat()}")


def _part(part: PrepPart, *, named: bool) -> list[Block]:
    rows = tuple((_label(one, named=named), words) for one in part.lines if (words := _words(one, named=named)))
    return [Heading(part.heading, 2), Facts(rows)] if rows else []


def _label(one: PrepLine, *, named: bool) -> str:
    return f"{one.label}: {one.name}" if named and one.name else one.label


def _words(one: PrepLine, *, named: bool) -> str:
    """How it stands, with a tick where it is done, and beneath it what somebody said."""
    tick = "✓ " if one.standing in _DONE else ""
    said = one.said if named else ""
    return "\n".join(words for words in (f"{tick}{capital(one.words)}".strip(), said) if words)


PREP_SHEET = Output(
    key="prep-sheet",
    title="Prep sheet",
    group=Group.CHILD,
    what_for="The next review on a page: the day, what the child wants, who is asked, what is back, what is open.",
    formats=(OutputFormat.PDF, OutputFormat.WORD),
    make=_make,
    asks=(Asks.CHILD,),
    names=Names.ON_WISH,
    is_of_snapshot=True,
)
