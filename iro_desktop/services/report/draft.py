"""The report of a year as it stands: every section made from the figures, with what a person wrote in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from iro_desktop.domain.dates import short
from iro_desktop.domain.documents import Block, Document, Look, NewPage, Paragraph, lines_of
from iro_desktop.domain.vocabulary import FrozenKind
from iro_desktop.services.long_work import IsCancelled, Progress, Step, never, stop_where, told_nobody
from iro_desktop.services.names_typed import Named, named_in
from iro_desktop.services.report.facts import ReportFacts, year_words
from iro_desktop.services.report.figures import YearFigures
from iro_desktop.services.report.layout import section_blocks
from iro_desktop.services.report.model import Piece, ReportView, Section, SectionShown
from iro_desktop.services.report.sections import APPENDIX, SECTIONS

TITLE = "Independent Reviewing Officers: annual report {}"
_MOST_NAMES = 5  # words that are shown
_OF_PLAN = frozenset({"progress", "priorities"})
MARKING = "OFFICIAL"  # for the board and the public; nobody is named and small numbers are hidden


@dataclass(frozen=True, slots=True)
class Made:
    """What the figures give of a year's report; what a person writes changes nothing in it."""

    figures: YearFigures
    pieces: tuple[tuple[Section, tuple[Piece, ...]], ...]
    named: Named  # who must not be named in it


def made_of(facts: ReportFacts, progress: Progress = told_nobody, is_cancelled: IsCancelled = never) -> Made:
    """Every section made from the figures, as the report may show them.

    They are made twice: first to see what will be printed, then with what may not be shown of it hidden. Raises
    ``Cancelled``.
    """
    year = YearFigures(facts)
    for number, one in enumerate(SECTIONS):
        stop_where(is_cancelled)
        progress(Step(one.title, number, len(SECTIONS) + 1))
        for _ in one.make(year):
            pass
    stop_where(is_cancelled)
    progress(Step("What may be shown", len(SECTIONS), len(SECTIONS) + 1))
    year.hide()
    named = named_in(one.facts for one in facts.children)
    return Made(year, tuple((one, tuple(one.make(year))) for one in SECTIONS), named)


def draft(made: Made, written: Mapping[str, str]) -> ReportView:
    """The report as it stands, prompts among it."""
    year, sections = made.figures, shown_sections(made, written)
    return ReportView(
        year=year.facts.year,
        years_words=year_words(year.facts.year),
        sections=sections,
        document=document(year, sections, is_draft=True),
        source_words=year.words,
        is_over=year.is_over,
        published_on=None,
        published_by="",
        cautions=(*_cautions(year), *_names(sections, made.named)),
    )


def shown_sections(made: Made, written: Mapping[str, str]) -> tuple[SectionShown, ...]:
    """The sections with what is written under each."""
    return tuple(
        SectionShown(one.key, one.title, one.asks, one.is_needed, written.get(one.key, ""), pieces)
        for one, pieces in made.pieces
    )


def document(year: YearFigures, sections: Sequence[SectionShown], *, is_draft: bool, by: str = "") -> Document:
    """The whole as blocks; without prompts where it is no draft. ``by``: who publishes it."""
    blocks: list[Block] = []
    for one in sections:
        made = list(section_blocks(one, is_draft=is_draft))
        blocks += [NewPage(), *made] if one.key == APPENDIX and made else made
    first, last, which = year.whole.from_on, year.ends_on, year_words(year.facts.year)
    head = [f"{short(first)} to {short(last)}{'' if year.is_over else ', the year so far'}", year.words]
    if not is_draft:
        head.append(f"Published on {short(year.facts.today)} by {by}.")
    return Document(
        title=TITLE.format(which),
        head=tuple(head),
        blocks=tuple(blocks),
        marking=MARKING,
        foot=f"IRO annual report {which}",
        is_draft=is_draft,
        has_contents=True,
    )


def _cautions(year: YearFigures) -> Iterator[str]:
    """What a person should know before publishing."""
    kept = year.source
    if not year.is_over:
        yield f"The year ends on {short(year.whole.to_on)}: it can be published after that day."
    if kept is not None and kept.record.kind is FrozenKind.PUBLISHED:
        yield "The figures were typed in as published: nothing is told apart, and no rows stand behind them."
    since = year.recorded_since
    if kept is None and since is not None and year.whole.to_on < since:
        yield f"Work is recorded here since {short(since)}: who left before may not be known, nor counted."
    for one in year.facts.sets:
        if one.faults and (one.record.from_on, one.record.to_on) == (year.whole.from_on, year.whole.to_on):
            yield f"Figures kept as {one.record.name} are not used: they are not as they were kept."
    shown = year.shown("timeliness.held")
    if shown is not None and shown.beside:
        yield f"{shown.beside:,} booked reviews of the year have passed with nothing recorded: they are in no figure."


def _names(sections: Sequence[SectionShown], named: Named) -> Iterator[str]:
    """Where what somebody wrote or said may name a child, or somebody around one: a person has to look."""
    for one in sections:
        typed = [one.text, *(line for piece in one.pieces if _is_typed(one, piece) for line in lines_of(piece.block))]
        found = named.told_in("\n".join(typed))
        if found:
            words = ", ".join(f"“{word}”" for word in found[:_MOST_NAMES])
            yield f"{one.title}: {words} may name somebody. No child is to be told by this report: look at it again."


def _is_typed(section: SectionShown, piece: Piece) -> bool:
    """Quotes, and what the plan says."""
    block = piece.block
    return (isinstance(block, Paragraph) and block.look is Look.QUOTE) or section.key in _OF_PLAN
