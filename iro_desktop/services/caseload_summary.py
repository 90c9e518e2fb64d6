"""The caseload summary, the manager's export: exactly the rows on the screen, with what they are and what they count.

Children stand by the council's id; names only for a stated reader and purpose. Every file has its line in the history.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from fractions import Fraction

from iro_desktop.domain.dates import from_to, short, with_weekday
from iro_desktop.domain.errors import UserError
from iro_desktop.exchange.sheet_table import Cell, Form, OutBook, OutColumn, OutTable
from iro_desktop.measures.compute import beside_of, figure_of, fte_of, rows_of
from iro_desktop.measures.definitions import BY_ID as MEASURES
from iro_desktop.measures.model import Counted, Figure, Row, Service, Span, Unit
from iro_desktop.services.acting import Actor
from iro_desktop.services.caseload import caseload_view, folded
from iro_desktop.services.caseload_columns import BY_KEY, COLUMNS, in_order
from iro_desktop.services.caseload_sheets import Scope, more_sheets
from iro_desktop.services.figure_words import printed
from iro_desktop.services.figures import check_iro, counted_of, service_of
from iro_desktop.services.outputs.step import Step, no_step
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.summary_views import SummaryShown, SummaryWish
from iro_desktop.services.today import EVERYBODY
from iro_desktop.services.views import CaseloadRow, CaseloadView

NOTHING = "nothing to count"
_SAMPLE = "Sample data: invented children"
_BY_ID = "Children are named by the council's id."
_AFTER_NAME = next(place for place, column in enumerate(COLUMNS, 1) if column.key == "child")
# The measures a manager reads beside a caseload; all of them stand under Performance.
FIGURES_SHOWN = (
    "timeliness.held",
    "timeliness.due",
    "minutes.in-time",
    "recommendations.in-time",
    "attendance",
    "participation.strict",
    "participation.broad",
    "mid-point.coverage",
    "caseload.per-fte",
)
_FIGURE_COLUMNS = (
    OutColumn("Measure"),
    OutColumn("Percent", Form.PERCENT),
    OutColumn("Numerator", Form.WHOLE),
    OutColumn("Denominator", Form.WHOLE),
    OutColumn("Check"),
    OutColumn("Printed"),
    OutColumn("Left out"),
    OutColumn("Definition"),
    OutColumn("Source"),
)


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary ready to be written."""

    book: OutBook
    rows: int
    of: int
    scope: str  # "all IROs", "children of Jo Bloggs"
    figures: tuple[Figure, ...]
    besides: int = 0  # not looked after now, so in no row, and told of in the sheets beside

    @property
    def shown(self) -> SummaryShown:
        """What a person sees of it before it is written."""
        table, _, *beside = self.book.tables
        headings = tuple(column.heading for column in table.columns)
        names = tuple(one.name for one in beside)
        return SummaryShown(table.head, headings, self.rows, self.of, tuple(map(_figure_words, self.figures)), names)


@dataclass(frozen=True, slots=True)
class Teller:
    """Who writes it, when, and whether the children are invented."""

    actor: Actor
    at: datetime  # local time
    is_sample: bool


def caseload_summary(
    snapshot: Snapshot, iro: str | None, wish: SummaryWish, span: Span, teller: Teller, step: Step = no_step
) -> Summary:
    """The rows as the caseload shows them, the figures of the scope, and what stands beside them, each on its sheet.

    Raises ``UserError`` for an order unknown.
    """
    check_iro(snapshot, iro)
    if wish.sort not in BY_KEY:
        raise UserError(f"There is no column “{wish.sort}”. Nothing was written. There are: {', '.join(BY_KEY)}.")
    view = caseload_view(snapshot, iro, wish.words)
    rows = in_order(view.rows, wish.sort, is_turned=wish.is_turned)
    whole = caseload_view(snapshot, iro) if wish.words else view
    table = OutTable(
        "Caseload", _head(view, whole, wish, teller, snapshot), _columns(wish), _rows(rows, snapshot, wish)
    )
    children, service = counted_of(snapshot), service_of(snapshot)
    behind = _behind(children, service, span, iro, step)
    counted = _figures(children, fte_of(service, span, iro), span, iro, behind)
    shown = frozenset(row.child for row in rows)
    scope = Scope(snapshot, iro, shown, is_narrowed=bool(wish.words.split()), named=wish.names is not None)
    beside = more_sheets(scope, {MEASURES[one].name: found for one, found in behind.items()})
    told = tuple(replace(one, head=_told(one.head, teller)) for one in beside)
    tables = (table, _figures_table(view.scope, counted, span, teller), *told)
    book = OutBook(tables, datetime.combine(span.today, time()))
    return Summary(book, len(rows), view.of, _scope(view.scope), counted, _besides(scope, beside))


def _besides(scope: Scope, beside: Sequence[OutTable]) -> int:
    """Of how many the sheets beside tell who stand in no row."""
    told: set[Cell] = set()
    for table in beside:
        told.update(row[at] for at, one in enumerate(table.columns) if one.heading == "Child" for row in table.rows)
    others = {one.facts.child.council_id for one in scope.of_rows()} - scope.children
    return sum(scope.name(one) in told for one in others)


def _told(head: tuple[str, ...], teller: Teller) -> tuple[str, ...]:
    lines = (*head, _as_at(teller))
    return (*lines, _SAMPLE) if teller.is_sample else lines


def _children(rows: int, of: int) -> str:
    return f"{rows:,} of {of:,} {'child' if of == 1 else 'children'}"


# --- the head


def _head(
    view: CaseloadView, whole: CaseloadView, wish: SummaryWish, teller: Teller, snapshot: Snapshot
) -> tuple[str, ...]:
    kept = f"{_view_words(wish, snapshot)}. " if wish.view else ""
    lines = (
        f"Caseload summary: {_scope(view.scope)}",
        f"{_children(len(view.rows), view.of)}. {_as_at(teller)}",
        f"{kept}Filter: {_filter_words(whole, wish)}. Order: {_order_words(wish)}.",
        f"With names, {wish.names.words}" if wish.names else _BY_ID,
    )
    return (*lines, _SAMPLE) if teller.is_sample else lines


def _scope(scope: str) -> str:
    return EVERYBODY if scope == EVERYBODY else f"children of {scope}"


def _as_at(teller: Teller) -> str:
    """The day whose facts it shows, and the moment it was written, where that is another day."""
    today, clock = teller.actor.today, f"{teller.at:%H:%M}"
    if teller.at.date() == today:
        return f"As at {with_weekday(today)}, {clock}, by {teller.actor.name}."
    return f"As at {with_weekday(today)}; written on {short(teller.at.date())}, {clock}, by {teller.actor.name}."


def _view_words(wish: SummaryWish, snapshot: Snapshot) -> str:
    """The saved view by its name; one that seems to name a child is not told in a file without names."""
    children = [child.facts.child for child in snapshot.children.values()]
    names = {folded(name) for one in children for name in (one.given_name, one.family_name, one.known_as) if name}
    words = re.findall(r"\w+", folded(wish.view).replace("'s", ""))
    is_told = wish.names is not None or names.isdisjoint(words)
    return f"Saved view “{wish.view}”" if is_told else "A saved view"


def _filter_words(whole: CaseloadView, wish: SummaryWish) -> str:
    """The words typed; what fits nothing but a name is not told in a file without names."""
    typed = wish.words.split()
    if not typed:
        return "none"
    if wish.names is None:
        hay = folded(" ".join(_impersonal(row) for row in whole.rows))
        typed = [word if folded(word) in hay else "(a name)" for word in typed]
    return f"“{' '.join(typed)}”"


def _impersonal(row: CaseloadRow) -> str:
    return f"{row.child} {row.legal} {row.legal_words} {row.placement} {row.standing_words} {row.iro}"


def _order_words(wish: SummaryWish) -> str:
    column = BY_KEY[wish.sort]
    name = column.title or column.header
    return f"{name}, the other way round" if wish.is_turned else name


# --- the rows


def _columns(wish: SummaryWish) -> tuple[OutColumn, ...]:
    found = [OutColumn(column.header, column.form) for column in COLUMNS]
    if wish.names:
        found.insert(_AFTER_NAME, OutColumn("Id"))
    return tuple(found)


def _rows(rows: Sequence[CaseloadRow], snapshot: Snapshot, wish: SummaryWish) -> list[list[Cell]]:
    return [_named(row) if wish.names else _by_id(row, snapshot) for row in rows]


def _named(row: CaseloadRow) -> list[Cell]:
    cells = [column.cell_of(row) for column in COLUMNS]
    return [*cells[:_AFTER_NAME], row.child, *cells[_AFTER_NAME:]]


def _by_id(row: CaseloadRow, snapshot: Snapshot) -> list[Cell]:
    instead = {"child": row.child, "siblings": ", ".join(snapshot.siblings.get(row.child, ()))}
    return [instead[column.key] if column.key in instead else column.cell_of(row) for column in COLUMNS]


# --- the figures


def _figures_table(scope: str, counted: Sequence[Figure], span: Span, teller: Teller) -> OutTable:
    lines = (
        f"Figures: {_scope(scope)}, {from_to(span.from_on, span.to_on)}",
        "They count the whole scope, also children whose care has ended since; the filter does not narrow them.",
        _as_at(teller),
    )
    head = (*lines, _SAMPLE) if teller.is_sample else lines
    return OutTable("Figures", head, _FIGURE_COLUMNS, [_figure_row(one) for one in counted])


def _behind(
    children: Sequence[Counted], service: Service, span: Span, iro: str | None, step: Step
) -> dict[str, list[Row]]:
    """The rows behind each figure; each is told as it is counted, and then the sheets beside."""
    found: dict[str, list[Row]] = {}
    for number, one in enumerate(FIGURES_SHOWN):
        step(number, len(FIGURES_SHOWN) + 1, MEASURES[one].name)
        found[one] = rows_of(MEASURES[one], children, span, iro, service=service)
    step(len(FIGURES_SHOWN), len(FIGURES_SHOWN) + 1, "Overdue, coming, siblings, what is not known")
    return found


def _figures(
    children: Sequence[Counted], fte: Fraction, span: Span, iro: str | None, behind: Mapping[str, Sequence[Row]]
) -> tuple[Figure, ...]:
    return tuple(
        figure_of(MEASURES[one], rows, span, fte, beside_of(MEASURES[one], children, span, iro))
        for one, rows in behind.items()
    )


def _figure_row(one: Figure) -> list[Cell]:
    left_out = "; ".join(f"{count:,} {why}" for why, count in one.left_out)
    about = one.definition
    percent: Cell = "" if about.unit is not Unit.PERCENT else NOTHING if one.percent is None else one.percent
    return [
        about.name,
        percent,
        one.numerator,
        one.denominator,
        one.check,
        printed(about.unit, one.value),
        left_out or "none",
        about.definition,
        about.source,
    ]


def _figure_words(one: Figure) -> str:
    about = one.definition
    if one.value is None:
        return f"{about.name}: {NOTHING}"
    of = f"{one.numerator:,} of {one.denominator:,}" if about.unit is Unit.PERCENT else one.check
    return f"{about.name}: {printed(about.unit, one.value)} ({of})"
