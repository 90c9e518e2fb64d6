"""The record of a review with its recommendations and decisions: what is written, for whoever may have it."""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.dates import in_full, short
from iro_desktop.domain.documents import Block, Column, Document, Facts, Heading, Look, Paragraph, Table
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Outcome, OutputFormat, Task
from iro_desktop.domain.wording import capital
from iro_desktop.services.child_letter.letters import newest_review
from iro_desktop.services.outputs.about_child import check_tells, child_of, head_of
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.recommendations import RecommendationRow, recommendations
from iro_desktop.services.restrictions import Thing
from iro_desktop.services.review_record import SectionShown, record_of
from iro_desktop.services.reviews_held import HeldReview, reviews_held
from iro_desktop.services.snapshot import ChildNow
from iro_desktop.services.timescale import review_held


def _make(making: Making, wish: OutputWish) -> Made:
    child = child_of(making, wish)
    check_tells(making, child, wish, Thing.RECORD)
    now, facts = making.snapshot, child.facts
    day = wish.held_on or newest_review(child, now.today)
    review = review_held(facts, day)
    with making.store.reading() as reader:
        written = reader.record_sections(facts.child.id)
    record = record_of(facts, day, written, now.practice)
    shown = [one for one in record.sections if one.text or (wish.with_proposed and _adds(one))]
    made = [one for one in recommendations(facts, now.today, now.practice) if one.held_on == day]
    if not shown and not made:
        raise UserError(
            f"Nothing is written of the review of {short(day)} yet. Nothing was made. Write its record, or ask for "
            "what is proposed.",
            field="review",
        )
    held = next(one for one in reviews_held(now, child).rows if one.held_on == day)
    answered = [one.done_on for one in facts.completions if one.task is Task.RESPONSE and one.review_id == review.id]
    blocks: list[Block] = [Facts(tuple(_facts(child, held)))]
    for one in shown:
        blocks += [Heading(one.heading), *_text(one.shown if wish.with_proposed else one.text)]
        blocks += [] if one.is_written else [Paragraph("Proposed from what is recorded, not written yet.", Look.SOFT)]
    blocks += _decisions(made, answered[-1] if answered else None)
    is_draft = any(not one.is_written for one in shown)
    document = Document(
        "Record of the review",
        head_of(making, child, wish),
        tuple(blocks),
        foot=f"Record of the review of {short(day)}, {facts.child.council_id}",
        is_draft=is_draft,
        is_sample=making.is_sample,
    )
    fields = ("who came", "what was written of the review", "recommendations and decisions")
    return Made(
        document, 1, 1, fields, "Record of a review", file_stem=f"record-{facts.child.council_id}-{day.isoformat()}"
    )


def _adds(one: SectionShown) -> bool:
    """Whether what is proposed stands nowhere else here: the recommendations have their table."""
    is_of_table = any(word in one.heading.casefold() for word in ("recommend", "decision"))
    return bool(one.proposed) and (not is_of_table or "earlier" in one.heading.casefold())


def _facts(child: ChildNow, held: HeldReview) -> Iterator[tuple[str, str]]:
    yield "Review", f"{held.number_words}, {in_full(held.held_on)}"
    yield "Timescale", capital(held.timescale)
    if held.participation:
        yield "The child’s part", held.participation
    if held.came:
        yield "Who came", capital(held.came)
    yield "IRO", child.iro or "not allocated"


def _text(words: str) -> Iterator[Block]:
    yield from (Paragraph(one.strip("\n")) for one in words.split("\n\n") if one.strip())


def _decisions(made: list[RecommendationRow], answered_on: date | None) -> Iterator[Block]:
    if not made:
        return
    yield Heading("Recommendations and decisions")
    yield Paragraph(
        f"The manager answered on {short(answered_on)}: what was not declined is a decision."
        if answered_on
        else "The manager has not answered yet, as far as it is recorded here.",
        Look.SOFT,
    )
    rows = tuple(
        (one.number, one.text, capital(one.owner.label), _by(one), _state(one, is_answered=answered_on is not None))
        for one in made
    )
    columns = (
        Column("No", width=1),
        Column("Recommendation", width=7),
        Column("Who", width=3),
        Column("By", width=2.5),
        Column("Stands", width=3.5),
    )
    yield Table(columns, rows)


def _by(one: RecommendationRow) -> str:
    return short(one.due_on) if one.due_on else "no day"


def _state(one: RecommendationRow, *, is_answered: bool) -> str:
    if one.outcome is Outcome.DECLINED:
        return "Not accepted by the manager"
    if one.outcome is not None:
        return capital(one.stood_words)
    return "Decision" if is_answered else "Recommended"


RECORD = Output(
    key="record",
    title="Record of the review",
    group=Group.CHILD,
    what_for="What is written of a review, heading by heading, with its recommendations and decisions.",
    formats=(OutputFormat.WORD, OutputFormat.PDF),
    make=_make,
    asks=(Asks.CHILD, Asks.REVIEW, Asks.PROPOSED),
    names=Names.ALWAYS,
)
