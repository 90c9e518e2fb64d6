"""The annual report of the fake desk: a few sections as the real ones are, written in and published by its acts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from iro_desktop.domain.acts import PublishReport, WriteReportSection
from iro_desktop.domain.documents import Align, Column, Document, Look, Paragraph, Table
from iro_desktop.domain.errors import UserError
from iro_desktop.services.report.layout import section_blocks
from iro_desktop.services.report.model import About, Piece, ReportView, SectionShown

ReportAct = WriteReportSection | PublishReport
_HELD = About("timeliness.held")
_TABLE = Table(
    (Column("Team", width=2), Column("In time", Align.RIGHT), Column("Of", Align.RIGHT), Column("Share", Align.RIGHT)),
    (("North", 71, 75, "94.7 %"), ("South", 62, 69, "89.9 %"), ("All", 133, 144, "92.4 %")),
    "Reviews held in timescale, by team",
    frozenset({2}),
)
_SECTIONS = (
    SectionShown(
        "introduction", "Introduction", "What kind of year it was.", is_needed=True, text="",
        pieces=(Piece(Paragraph("144 reviews of children looked after were held."), (About("reviews.held"),)),),
    ),
    SectionShown(
        "reviews", "Reviews of children looked after", "Why reviews were late or rearranged.", is_needed=True, text="",
        pieces=(
            Piece(Paragraph("133 of 144 reviews (92.4 %) were held in timescale."), (_HELD,)),
            Piece(_TABLE, (_HELD,)),
            Piece(Paragraph("11 reviews were out of timescale. What lay behind them?", Look.PROMPT), (_HELD,)),
        ),
    ),
    SectionShown("pathway", "Pathway plan reviews", "How leavers are reviewed.", is_needed=False, text="", pieces=()),
    SectionShown(
        "measures", "How the figures are counted", "", is_needed=False, text="",
        pieces=(Piece(Paragraph("Figures counted from the facts.", Look.SOFT)),),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class FakeReports:
    """What is written under each heading of each year, and which years are published."""

    today: date
    written: Mapping[tuple[int, str], str] = field(default_factory=dict)
    published: frozenset[int] = frozenset()

    def after(self, act: ReportAct) -> "FakeReports":
        if act.year in self.published:
            raise UserError("That report was published and stays as it is. Nothing was saved.", field="year")
        if isinstance(act, WriteReportSection):
            return replace(self, written={**self.written, (act.year, act.section): act.text.strip()})
        if not any(year == act.year for year, _ in self.written):
            raise UserError("Nothing is written in that report yet. Nothing was published.", field="year")
        return replace(self, published=self.published | {act.year})

    def view(self, year: int) -> ReportView:
        is_published = year in self.published
        sections = tuple(replace(one, text=self.written.get((year, one.key), "")) for one in _SECTIONS)
        blocks = tuple(block for one in sections for block in section_blocks(one, is_draft=not is_published))
        words = f"{year}/{(year + 1) % 100:02d}"
        document = Document(f"Annual report {words}", (), blocks, marking="OFFICIAL", is_draft=not is_published)
        return ReportView(
            year, words, sections, document, "Figures counted from the facts.", date(year + 1, 3, 31) < self.today,
            self.today if is_published else None, "sam" if is_published else "",
        )  # fmt: skip
