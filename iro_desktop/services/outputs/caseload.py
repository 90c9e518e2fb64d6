"""The caseload summary as an output: a workbook of sheets, or a document that a manager reads from the top."""

from collections.abc import Sequence

from iro_desktop.domain.dates import in_full
from iro_desktop.domain.documents import (
    Align,
    Block,
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Table,
)
from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.domain.wording import capital
from iro_desktop.exchange.sheet_table import OutTable
from iro_desktop.measures.model import Figure, Unit
from iro_desktop.services.caseload_columns import COLUMNS, STANDING
from iro_desktop.services.caseload_summary import NOTHING, Summary, Teller, caseload_summary
from iro_desktop.services.figure_words import printed
from iro_desktop.services.figures import span_of
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.outputs.sheets import table_of
from iro_desktop.services.summary_views import SummaryWish

_TITLE = "Caseload summary"
_FIGURES_LINES = 2  # of the head of that sheet that a document needs too


def summary_of(making: Making, wish: OutputWish) -> Summary:
    """The summary that is wished for. Raises ``UserError`` for an IRO or an order unknown."""
    asked = SummaryWish(wish.words, wish.sort or STANDING, wish.is_turned, wish.view, wish.names)
    span = wish.span or span_of(None, None, making.snapshot.today)
    teller = Teller(making.actor, making.at, making.is_sample)
    return caseload_summary(making.snapshot, wish.iro, asked, span, teller, making.step)


def _make(making: Making, wish: OutputWish) -> Made:
    summary = summary_of(making, wish)
    return Made(
        _document(summary, making),
        summary.rows,
        summary.of,
        tuple((one.title or one.header).lower().replace("iro", "IRO") for one in COLUMNS),
        _log(wish),
        summary.book,
        f"caseload-summary-{making.snapshot.today.isoformat()}",
    )


CASELOAD = Output(
    key="caseload",
    title=_TITLE,
    group=Group.SERVICE,
    what_for=(
        "The caseload as it stands on the screen, with its figures, what is overdue, what comes, and what is not "
        "known: for the manager."
    ),
    formats=(OutputFormat.EXCEL, OutputFormat.WORD, OutputFormat.PDF, OutputFormat.CSV),
    make=_make,
    asks=(Asks.IRO, Asks.FILTER, Asks.PERIOD),
    names=Names.ON_WISH,
    is_of_snapshot=True,
)


def output_wish(wish: SummaryWish, iro: str | None) -> OutputWish:
    """The caseload as it stands on the screen, as a wish for this output."""
    return OutputWish(
        CASELOAD.key,
        iro,
        words=wish.words,
        sort=wish.sort,
        is_turned=wish.is_turned,
        view=wish.view,
        names=wish.names,
    )


def _log(wish: OutputWish) -> str:
    return f"{_TITLE} of {wish.iro}" if wish.iro else _TITLE


def _document(summary: Summary, making: Making) -> Document:
    caseload, figures, *beside = summary.book.tables
    head = tuple(line for line in caseload.head[1:] if not line.startswith("Sample data"))
    return Document(
        title=_TITLE,
        head=(capital(summary.scope), *head),
        blocks=(
            Facts(_glance(beside, summary)),
            Heading("Caseload"),
            table_of(caseload),
            *_figures(figures, summary.figures),
            *(block for one in beside for block in _section(one)),
        ),
        foot=f"{_TITLE}, {in_full(making.snapshot.today)}",
        is_sample=making.is_sample,
        is_wide=True,
    )


def _glance(beside: Sequence[OutTable], summary: Summary) -> tuple[tuple[str, str], ...]:
    """What the sheets beside the caseload hold, one line each, before the list begins."""
    told = [(one.name, one.head[0].partition(": ")[2]) for one in beside if ": " in one.head[0]]
    besides = (("Besides", f"{summary.besides:,} not looked after now, in what follows the list"),)
    return (("Children", f"{summary.rows:,} of {summary.of:,}"), *(besides if summary.besides else ()), *told)


def _section(sheet: OutTable) -> tuple[Block, ...]:
    """A sheet with its lines; those that say as at when, which the title says, left out."""
    lines = [one for one in sheet.head if not one.startswith(("As at", "Sample data"))]
    first, *rest = lines
    table = table_of(sheet)
    body: tuple[Block, ...] = (table,) if table.rows else (Paragraph("None.", Look.SOFT),)
    return (Heading(sheet.name), Paragraph(first), *(Paragraph(one, Look.SOFT) for one in rest), *body)


def _figures(sheet: OutTable, counted: Sequence[Figure]) -> tuple[Block, ...]:
    """The figures as a table, and beneath it what each counts: the definitions are too long for a column."""
    rows = tuple(
        (
            one.definition.name,
            NOTHING if one.value is None else printed(one.definition.unit, one.value),
            f"{one.numerator:,} of {one.denominator:,}" if one.definition.unit is Unit.PERCENT else "",
            one.check,
            "; ".join(f"{count:,} {why}" for why, count in one.left_out) or "none",
        )
        for one in counted
    )
    columns = (
        Column("Measure", width=5),
        Column("Figure", Align.RIGHT, 2),
        Column("Of", Align.RIGHT, 2.5),
        Column("Check", width=6),
        Column("Left out", width=6),
    )
    meaning = tuple(f"{one.definition.name}: {one.definition.definition}" for one in counted)
    return (
        NewPage(),
        Heading("Figures"),
        *(Paragraph(line, Look.SOFT) for line in sheet.head[:_FIGURES_LINES]),
        Table(columns, rows),
        Heading("What each figure counts", 2),
        Bullets(meaning),
        NewPage(),
    )
