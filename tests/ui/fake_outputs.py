"""Documents of the fake desk: the real list of outputs, each with an invented document; what was written is kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from iro_desktop.domain.documents import Align, Column, Document, Facts, Heading, Look, Paragraph, Table
from iro_desktop.domain.errors import UserError
from iro_desktop.services.long_work import LongWork, known
from iro_desktop.services.outputs.export_log import line_of, year_of
from iro_desktop.services.outputs.model import LoggedExport, Made, Names, Output, Outputs, OutputWish
from iro_desktop.services.outputs.painter import Painter
from iro_desktop.services.outputs.register import OUTPUTS
from iro_desktop.services.outputs.work import Written
from iro_desktop.services.outputs.write import Ready, format_of
from iro_desktop.services.summary_views import Exported
from iro_desktop.services.templates import TemplateShown

_AT = datetime(2026, 11, 20, 14, 2, tzinfo=UTC)
_CHILDREN, _OF = 12, 60


@dataclass
class FakeOutputs:
    """What was made, written and printed."""

    made: list[OutputWish] = field(default_factory=list)
    written: list[tuple[OutputWish, Path]] = field(default_factory=list)
    printed: list[OutputWish] = field(default_factory=list)
    own: set[str] = field(default_factory=set)  # templates that are the service's own
    copied: list[tuple[str, Path]] = field(default_factory=list)
    refuses: str = ""  # what making says instead, where something is to be wrong
    log: list[LoggedExport] = field(
        default_factory=lambda: [
            LoggedExport(
                _AT, "sam", "window", "", "Clinic pack for Angela Marsh", "PDF", "12 of 60 children", "by id"
            ),
            LoggedExport(
                _AT - timedelta(days=3), "sam", "window", "", "Caseload summary", "Excel", "60 of 60 children",
                "with names", "the team manager", "monthly performance clinic",
            ),
        ]
    )  # fmt: skip

    def outputs(self) -> Outputs:
        return OUTPUTS

    def make(self, wish: OutputWish) -> Ready:
        output = OUTPUTS.get(wish.output)
        if self.refuses:
            raise UserError(self.refuses)
        self.made.append(wish)
        return Ready(output, wish, made_of(output, wish))

    def write(self, done: Ready, path: Path, kind: str) -> Exported:
        self._keep(done, kind)
        self.written.append((done.wish, path))
        return Exported((path,), done.made.children, done.made.of)

    def print_out(self, done: Ready, send: Callable[[Document], int]) -> int:
        self._keep(done, "paper")
        self.printed.append(done.wish)
        return send(done.made.document)

    def lines(self, year: int | None) -> tuple[LoggedExport, ...]:
        return tuple(one for one in self.log if year is None or year_of(one.at.date()) == year)

    def _keep(self, done: Ready, kind: str) -> None:
        words = line_of(done.output, done.made, done.wish, kind)
        self.log.insert(0, LoggedExport(_AT, "sam", "window", words, done.made.log, kind))


class WithOutputs:
    """What the fake desk takes from here."""

    papers: FakeOutputs

    def outputs(self) -> Outputs:
        return self.papers.outputs()

    def make_output(self, wish: OutputWish) -> Ready:
        return self.papers.make(wish)

    def output_work(self, wish: OutputWish) -> LongWork[Ready]:
        return known(self.papers.make(wish))

    def write_output(self, done: Ready, path: Path, painter: Painter | None = None) -> Exported:
        if painter is not None and path.suffix == ".pdf":
            path.write_bytes(painter.pdf(done.made.document))
        return self.papers.write(done, path, format_of(done.output, path).label)

    def write_work(self, done: Ready, path: Path, painter: Painter) -> LongWork[Written]:
        return known(Written(b"", self.write_output(done, path, painter)))

    def print_output(self, done: Ready, send: Callable[[Document], int]) -> int:
        return self.papers.print_out(done, send)

    def templates(self) -> tuple[TemplateShown, ...]:
        own, places = self.papers.own, ("marking", "title", "head", "body")
        return (
            TemplateShown("document", "Reports, packs and lists: marking at the top", "document" in own, places, ""),
            TemplateShown("letter", "Letters and passports for children: larger type", "letter" in own, places, ""),
        )

    def copy_template(self, name: str, path: Path) -> None:
        self.papers.copied.append((name, path))

    def put_template(self, name: str, path: Path) -> None:
        if path.suffix != ".docx":
            raise UserError(f"A template is a Word document: {path.name} is none. Nothing was changed.", field="path")
        self.papers.own.add(name)

    def take_back_template(self, name: str) -> None:
        self.papers.own.discard(name)

    def export_log(self, year: int | None = None) -> tuple[LoggedExport, ...]:
        return self.papers.lines(year)


def made_of(output: Output, wish: OutputWish) -> Made:
    """A document of a page and a half, about invented children."""
    rows = tuple((f"SMP{number:05}", f"Minutes, review of {number % 28 + 1} Oct 2026", number) for number in range(30))
    columns = (Column("Child", width=2), Column("What", width=6), Column("Working days late", Align.RIGHT, 2))
    document = Document(
        output.title,
        (wish.iro or "All IROs", "As at Mon 23 Nov 2026, 14:02, by sam."),
        (
            Facts((("Children", f"{_CHILDREN} of {_OF}"), ("Overdue", "30"))),
            Heading("Overdue"),
            Paragraph("The longest first.", Look.SOFT),
            Table(columns, rows),
        ),
        foot=f"{output.title}, Monday 23 November 2026",
        is_sample=True,
    )
    children, of = (0, 0) if output.names is Names.NEVER else (_CHILDREN, _OF)
    stem = f"{output.key}-2026-11-23"
    return Made(document, children, of, ("what is late",) if children else (), output.title, file_stem=stem)
