"""The partner card: one page for one agency, of what came back from it, what was raised with it, and thanks."""

from collections.abc import Iterator, Sequence

from iro_desktop.domain.documents import Align, Block, Column, Document, Heading, Look, Paragraph, Table, Value
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.domain.wording import capital
from iro_desktop.measures.suppress import HIDDEN
from iro_desktop.services.figure_words import NOTHING
from iro_desktop.services.outputs.counts import Sheet, hidden_words, total
from iro_desktop.services.outputs.let_out import LetOut, letting_out
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.outputs.quarters import Quarter, head_of, quarter_wished
from iro_desktop.services.partner_facts import PartnerFacts, partner_facts

_TITLE = "Partner card"
_FORMS, _ANSWERS, _THEMES, _PRAISE = "forms", "answers", "themes", "praise"


def _make(making: Making, wish: OutputWish) -> Made:
    if wish.agency is None:
        raise UserError("This card is for one agency. Nothing was made. Say which.", field="agency")
    now = making.snapshot
    quarter = quarter_wished(wish, now.today)
    quarters = (quarter, quarter.a_year_before)
    facts = [partner_facts(now, wish.agency, one.first, min(one.last, now.today)) for one in quarters]
    let_out = letting_out(making, wish)
    sheet = _sheet(facts, let_out, hides=wish.hides_small)
    label = wish.agency.label
    document = Document(
        title=f"{_TITLE}: {label}",
        head=(*head_of(quarter, "All IROs", making), "No child and nobody else is named"),
        blocks=tuple(_blocks(quarters, facts, sheet, let_out)),
        foot=f"{_TITLE}, {label}, {quarter.words}",
        is_sample=making.is_sample,
    )
    return Made(
        document,
        0,
        0,
        (),
        f"{_TITLE} for {label}, {quarter.words}",
        file_stem=quarter.stem(f"partner-card-{wish.agency.value}"),
    )


PARTNER_CARD = Output(
    key="partner-card",
    title=_TITLE,
    group=Group.PARTNERS,
    what_for=(
        "One page for an agency: the consultation forms it was sent and sent back, the year before beside, what was "
        "raised with it by theme, and thanks. Nobody is named and small numbers are hidden."
    ),
    formats=(OutputFormat.WORD, OutputFormat.PDF),
    make=_make,
    asks=(Asks.AGENCY, Asks.QUARTER, Asks.SMALL),
    names=Names.NEVER,
    is_of_snapshot=True,
)


# --- small numbers


def _sheet(facts: Sequence[PartnerFacts], let_out: LetOut, *, hides: bool) -> Sheet:
    sheet = Sheet(hides=hides)
    for at, one in enumerate(facts):
        forms = sheet.add(f"{_FORMS}/{at}", {"back": one.forms.returned, "waiting": one.forms.waiting}, one.forms.sent)
        chased = {"chased": one.forms.chased, "not chased": one.forms.waiting - one.forms.chased}
        sheet.same(((forms, "waiting"),), (total(sheet.add(f"chased/{at}", chased, one.forms.waiting)),))
        sheet.add(f"{_THEMES}/{at}", _let_out(one.escalations, let_out), one.escalated)
        sheet.add(
            f"{_ANSWERS}/{at}",
            {"in time": one.in_time, "late": one.late, "waiting": one.waiting, "untimed": one.untimed},
            one.answers,
        )
        sheet.add(f"{_PRAISE}/{at}", _let_out(one.praise, let_out), one.praised)
    return sheet


def _let_out(lines: Sequence[tuple[str, int]], let_out: LetOut) -> dict[str, int]:
    found: dict[str, int] = {}
    for words, count in lines:
        found[let_out(words)] = found.get(let_out(words), 0) + count
    return found


# --- the card


def _blocks(
    quarters: Sequence[Quarter], facts: Sequence[PartnerFacts], sheet: Sheet, let_out: LetOut
) -> Iterator[Block]:
    yield from _thanks(facts[0], sheet)
    yield Heading("Consultation forms")
    yield Table(_columns("Before a child’s review", quarters), tuple(_forms(facts, sheet)), "", frozenset({0, 1}))
    yield Heading("Raised with you")
    if any(one.escalated for one in facts):
        yield Table(_columns("Escalations, by theme", quarters), tuple(_by_theme(facts, sheet, let_out)))
        yield Table(_columns("Your answers", quarters), tuple(_answers(sheet)))
    else:
        yield Paragraph("Nothing was raised with your agency in this quarter, nor in the same one a year before.")
    if any(one.praised for one in facts):
        yield Heading("Good practice told to you")
        names = list(dict.fromkeys(words for one in facts for words in _let_out(one.praise, let_out)))
        rows = [(capital(words), *(sheet.number(f"{_PRAISE}/{at}", words) for at in (0, 1))) for words in names]
        yield Table(_columns("By theme", quarters), tuple(rows))
    yield from hidden_words(sheet)
    yield Paragraph(
        "A form counts in the quarter in which it was sent, and what was raised in that in which it was; all as it is "
        "recorded today. Working days: half of the forms that came back took no more.",
        Look.SOFT,
    )


def _columns(first: str, quarters: Sequence[Quarter]) -> tuple[Column, ...]:
    return (Column(first, width=6), *(Column(one.short_words, Align.RIGHT, 2) for one in quarters))


def _thanks(now: PartnerFacts, sheet: Sheet) -> Iterator[Block]:
    back = sheet.number(f"{_FORMS}/0", "back")
    if back == HIDDEN:
        yield Paragraph("Thank you for the forms you sent back: children’s reviews are better for them.", Look.LEAD)
    elif now.forms.returned:
        forms = "form" if now.forms.returned == 1 else "forms"
        yield Paragraph(
            f"Thank you for the {back} {forms} you sent back: children’s reviews are better for them.", Look.LEAD
        )
    elif now.forms.sent:
        yield Paragraph("No form came back in this quarter. Who could help us to change that?", Look.LEAD)


def _forms(facts: Sequence[PartnerFacts], sheet: Sheet) -> Iterator[tuple[Value, ...]]:
    yield "Forms sent to you", *(sheet.whole(f"{_FORMS}/{at}") for at in (0, 1))
    yield "Sent back by you", *(sheet.number(f"{_FORMS}/{at}", "back") for at in (0, 1))
    yield "Working days to come back", *(_days(one, sheet.number(f"{_FORMS}/{at}", "back")) for at, one in
                                         enumerate(facts))  # fmt: skip
    yield "Not come back", *(sheet.number(f"{_FORMS}/{at}", "waiting") for at in (0, 1))
    yield "of them chased", *(sheet.number(f"chased/{at}", "chased") for at in (0, 1))


def _days(one: PartnerFacts, back: str) -> str:
    if back == HIDDEN:
        return HIDDEN
    return NOTHING if one.forms.days is None else f"{one.forms.days:,}"


def _by_theme(facts: Sequence[PartnerFacts], sheet: Sheet, let_out: LetOut) -> Iterator[tuple[Value, ...]]:
    for words in dict.fromkeys(words for one in facts for words in _let_out(one.escalations, let_out)):
        yield capital(words), *(sheet.number(f"{_THEMES}/{at}", words) for at in (0, 1))
    yield "Together", *(sheet.whole(f"{_THEMES}/{at}") for at in (0, 1))


def _answers(sheet: Sheet) -> Iterator[tuple[Value, ...]]:
    for words, key in (
        ("In time", "in time"),
        ("Late, or over the day asked for", "late"),
        ("Still waited for", "waiting"),
        ("Answered, no day was asked for", "untimed"),
    ):
        yield words, *(sheet.number(f"{_ANSWERS}/{at}", key) for at in (0, 1))
