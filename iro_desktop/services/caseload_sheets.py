"""What stands beside the caseload in its summary: the team, what is overdue, what comes, siblings, what is not known.

Each is a sheet. They go by the children of the caseload's rows; the team's counts are of the whole scope.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Ownership, Standing
from iro_desktop.exchange.sheet_table import Cell, Form, OutColumn, OutTable
from iro_desktop.measures.model import LeftOut, Row
from iro_desktop.rules.compute import next_pathway_review, next_review
from iro_desktop.rules.model import Deadline
from iro_desktop.services.caseload import owed_review
from iro_desktop.services.incomplete import incomplete
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.splits import split_view
from iro_desktop.services.team import team
from iro_desktop.services.today import last_iro, what_words, with_work
from iro_desktop.services.words import asks_for_review, display_name, short_standing

COMING = 20  # working days
_NO_IRO = "(no IRO)"
_ALL = "All"
_UNKNOWN = frozenset({
    LeftOut.PREDECESSOR_UNKNOWN, LeftOut.OUTSIDE_CARE, LeftOut.GROWN_UP, LeftOut.NOT_TRACKED, LeftOut.NOT_SAID,
})  # fmt: skip
_WEIGHTS = (
    "Weighting: children for each full-time equivalent; 50 to 70 are asked for (IRO Handbook 2010, 7.15).",
    "This service has chosen no weights of its own, so every child counts as one.",
    "The last line’s full-time equivalents are of those in post whose caseload is of children.",
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose sheets: the children of the rows, and how a child is named."""

    snapshot: Snapshot
    iro: str | None
    children: frozenset[str]  # council ids of the rows
    is_narrowed: bool  # by a filter
    named: bool  # by name, else by id

    def name(self, council_id: str) -> str:
        """The child as the file has it."""
        if not self.named:
            return council_id
        name = display_name(self.snapshot.children[council_id].facts.child)
        return name if name == council_id else f"{name} ({council_id})"

    def of_rows(self) -> list[ChildNow]:
        """The children of the rows; without a filter those too whose care ended while something is owed."""
        found = with_work(self.snapshot, self.iro)
        return [
            one
            for one in found
            if one.facts.child.council_id in self.children or (not self.is_narrowed and not one.is_looked_after)
        ]


@dataclass(frozen=True, slots=True)
class Piece:
    """One open deadline of one child, with the working days to the day that counts."""

    child: ChildNow
    deadline: Deadline
    on: date | None  # the last day, or the booked one where that is earlier
    left: int  # working days to it; under nought: late


def more_sheets(scope: Scope, left_out: Mapping[str, Sequence[Row]]) -> tuple[OutTable, ...]:
    """The sheets beside caseload and figures; ``left_out``: the rows behind each figure shown, by its name."""
    pieces = list(_pieces(scope))
    per_iro = (per_iro_sheet(scope),) if scope.iro is None else ()
    return (*per_iro, overdue(scope, pieces), coming(scope, pieces), siblings(scope), gaps(scope, left_out))


def _pieces(scope: Scope) -> Iterator[Piece]:
    for child in scope.of_rows():
        yield from pieces_of(child, scope.snapshot)


def pieces_of(child: ChildNow, snapshot: Snapshot) -> tuple[Piece, ...]:
    """What is open of a child, but for what only its own page shows; of several limits for one review the earliest."""
    council_id = child.facts.child.council_id
    return snapshot.kept.of_one("pieces", council_id, child, lambda: tuple(_open_of(child, snapshot)))


def _open_of(child: ChildNow, snapshot: Snapshot) -> Iterator[Piece]:
    first = (next_review(child.owed), next_pathway_review(child.owed))
    for one in child.owed:
        if one.rule.ownership is Ownership.WATCH or (asks_for_review(one) and one not in first):
            continue
        days = [day for day in (one.due_on, one.booked_on) if day is not None]
        on = min(days) if days else None
        yield Piece(child, one, on, snapshot.calendar.between(snapshot.today, on) if on else 0)


def is_late(piece: Piece) -> bool:
    """Whether its day has passed, or it waits to be recorded."""
    return piece.deadline.standing in (Standing.OVERDUE, Standing.NOT_RECORDED)


def is_coming(piece: Piece, today: date) -> bool:
    """Whether its day comes in the next twenty working days, today among them."""
    return not is_late(piece) and piece.on is not None and piece.on >= today and piece.left <= COMING


# --- the team


def per_iro_sheet(scope: Scope) -> OutTable:
    """Each IRO with what is carried for the time there is, and what of it is late or comes."""
    counts = _counts_by_iro(scope.snapshot)
    view = team(scope.snapshot)
    rows: list[list[Cell]] = []
    for one in view.rows:
        mine = counts.pop(one.name, Counter())
        load = str(one.load) if one.load else "left" if one.has_left else ""
        role = one.role.label if one.role else ""
        about: list[Cell] = [one.name, role, one.fte, one.other_duties, one.children, one.per_fte, load]
        rows.append([*about, *_counted(mine), one.away_words])
    nobody = sum((each for each in counts.values()), Counter())
    without = sum(child.iro is None for child in scope.snapshot.in_scope(None))
    if without or nobody:
        rows.append([_NO_IRO, "", None, None, without, None, "", *_counted(nobody), ""])
    sums: list[Cell] = [_ALL, "", view.fte, None, view.children, view.per_fte, ""]
    rows.append([*sums, *(sum(_whole(row[at]) for row in rows) for at in range(7, 11)), ""])
    columns = (
        OutColumn("IRO"),
        OutColumn("Role"),
        OutColumn("FTE", Form.DECIMAL),
        OutColumn("Other duties %", Form.WHOLE),
        OutColumn("Children", Form.WHOLE),
        OutColumn("Children for each FTE", Form.DECIMAL),
        OutColumn("Range"),
        OutColumn("Not yet recorded", Form.COUNT),
        OutColumn("Overdue", Form.COUNT),
        OutColumn(f"Due in {COMING} working days", Form.COUNT),
        OutColumn("Reviews not booked", Form.COUNT),
        OutColumn("Away"),
    )
    head = ("Caseload by IRO, the whole service", *_WEIGHTS)
    return OutTable("By IRO", head, columns, rows)


def _counts_by_iro(snapshot: Snapshot) -> dict[str, Counter[str]]:
    """What is late, and what comes, of the IROs' own work; children whose care ended count to their last IRO."""
    found: dict[str, Counter[str]] = {}
    for child in with_work(snapshot, None):
        whose = child.iro or (None if child.is_looked_after else last_iro(child, snapshot)) or ""
        mine = found.setdefault(whose, Counter())
        review = owed_review(child) if child.is_looked_after else None
        mine["not booked"] += review is not None and review.booked_on is None
        for piece in pieces_of(child, snapshot):
            if piece.deadline.rule.ownership is Ownership.MINE:
                mine["not recorded"] += piece.deadline.standing is Standing.NOT_RECORDED
                mine["overdue"] += piece.deadline.standing is Standing.OVERDUE
                mine["coming"] += is_coming(piece, snapshot.today)
    return found


def _counted(mine: Counter[str]) -> tuple[int, ...]:
    return tuple(mine[one] for one in ("not recorded", "overdue", "coming", "not booked"))


def _whole(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0


# --- what is late, what comes


def overdue(scope: Scope, pieces: Sequence[Piece]) -> OutTable:
    """What waits to be recorded, then what is late, the longest first; the IROs' own work before that of others."""
    late = sorted((one for one in pieces if is_late(one)), key=_consequence)
    columns = (
        OutColumn("Standing"),
        OutColumn("Child"),
        OutColumn("What"),
        OutColumn("Due", Form.WEEKDAY),
        OutColumn("Owed by"),
        OutColumn("IRO"),
    )
    rows = [_row(scope, one, one.deadline.due_on) for one in late]
    mine = sum(one.deadline.rule.ownership is Ownership.MINE for one in late)
    head = (f"Overdue and not yet recorded: {len(late):,}, of them {mine:,} the IROs’ own", *_whose(scope))
    return OutTable("Overdue", head, columns, rows)


def coming(scope: Scope, pieces: Sequence[Piece]) -> OutTable:
    """What is due or booked in the next twenty working days, day by day."""
    last = scope.snapshot.calendar.add(scope.snapshot.today, COMING)
    found = [one for one in pieces if is_coming(one, scope.snapshot.today)]
    found.sort(key=lambda one: (one.on or date.max, _order(one)))
    columns = (
        OutColumn("Day", Form.WEEKDAY),
        OutColumn("Child"),
        OutColumn("What"),
        OutColumn("Last day", Form.DAY),
        OutColumn("Owed by"),
        OutColumn("IRO"),
    )
    rows: list[list[Cell]] = []
    for one in found:
        _, *rest = _row(scope, one, one.deadline.due_on)
        rows.append([one.on, *rest])
    head = (f"The coming {COMING} working days, to {short(last)}: {len(found):,}", *_whose(scope))
    return OutTable(f"Coming {COMING} days", head, columns, rows)


def _row(scope: Scope, piece: Piece, due_on: date | None) -> list[Cell]:
    one, child = piece.deadline, piece.child
    return [
        short_standing(one),
        scope.name(child.facts.child.council_id),
        what_words(one, child, scope.snapshot.today),
        due_on,
        one.rule.owner,
        child.iro or last_iro(child, scope.snapshot) or "",
    ]


def _consequence(piece: Piece) -> tuple[bool, bool, date, str, str]:
    one = piece.deadline
    is_not_recorded = one.standing is Standing.NOT_RECORDED
    return (one.rule.ownership is not Ownership.MINE, not is_not_recorded, one.due_on or date.min, *_order(piece))


def _order(piece: Piece) -> tuple[str, str]:
    return piece.child.facts.child.council_id, piece.deadline.id


def _whose(scope: Scope) -> tuple[str, ...]:
    return ("Only of the children that the caseload’s filter shows.",) if scope.is_narrowed else ()


# --- brothers and sisters


def siblings(scope: Scope) -> OutTable:
    """Each group with a child of the rows: who, with which IRO, and when they are reviewed next."""
    known = scope.snapshot.siblings
    groups = sorted({tuple(sorted((one, *known[one]))) for one in scope.children if known.get(one)})
    columns = (
        OutColumn("Brothers and sisters"),
        OutColumn("Children", Form.WHOLE),
        OutColumn("Looked after", Form.WHOLE),
        OutColumn("IRO"),
        OutColumn("Different IROs"),
        OutColumn("Next reviews booked"),
        OutColumn("First last lawful day", Form.DAY),
    )
    rows = [_group(scope, one) for one in groups]
    head = (f"Brothers and sisters: {len(groups):,} {'group' if len(groups) == 1 else 'groups'}", *_whose(scope))
    return OutTable("Siblings", head, columns, rows)


def _group(scope: Scope, group: Sequence[str]) -> list[Cell]:
    now = [scope.snapshot.children[one] for one in group]
    here = [one for one in now if one.is_looked_after]
    reviews = [review for one in here if (review := owed_review(one)) is not None]
    booked = sorted({one.booked_on for one in reviews if one.booked_on is not None})
    without = sum(one.booked_on is None for one in reviews)
    days = ", ".join((*map(short, booked), *([f"{without} not booked"] if without else [])))
    return [
        ", ".join(map(scope.name, group)),
        len(group),
        len(here),
        ", ".join(sorted({one.iro or _NO_IRO for one in here})),
        _split(scope, group),
        days or "–",
        min((one.due_on for one in reviews if one.due_on is not None), default=None),
    ]


def _split(scope: Scope, group: Sequence[str]) -> str:
    """Whether they have different IROs, and why."""
    view = split_view(scope.snapshot, next(one for one in group if one in scope.children))
    here = {one.iro for key in group if (one := scope.snapshot.children[key]).is_looked_after}
    if view is None or len(here) < 2:
        return "no"
    return f"yes: {view.reason.label}" if view.reason else "yes, no reason stated"


# --- what is not known


def gaps(scope: Scope, left_out: Mapping[str, Sequence[Row]]) -> OutTable:
    """What is not known of each child of the rows, and which figures leave something out for it."""
    found, rows = _left_out(left_out), list[list[Cell]]()
    for child in scope.of_rows():
        name, whose = scope.name(child.facts.child.council_id), child.iro or ""
        rows += [[name, _gap_words(words), "", whose] for words in incomplete(child, scope.snapshot)]
        for why, figures in found.get(child.facts.child.council_id, {}).items():
            said = ", ".join(f"{one} ({count})" if count > 1 else one for one, count in figures.items())
            rows.append([name, f"Left out: {why}", said, whose])
    columns = (OutColumn("Child"), OutColumn("What is not known"), OutColumn("Not counted in"), OutColumn("IRO"))
    children = len({str(row[0]) for row in rows})
    lines = (
        f"What is not known: {len(rows):,} entries about {children:,} {'child' if children == 1 else 'children'}",
        "A figure leaves out what cannot be judged without it, and says how much.",
        *_whose(scope),
    )
    return OutTable("Not known", lines, columns, rows)


def _gap_words(words: str) -> str:
    """As a line of its own: ``Not known: start of care``, ``Not on record: ethnicity, languages``."""
    return f"Not {words}" if words.startswith("on record") else f"Not known: {words}"


def _left_out(rows: Mapping[str, Sequence[Row]]) -> dict[str, dict[LeftOut, Counter[str]]]:
    """By child: each reason with the figures it touches, and how often."""
    found: dict[str, dict[LeftOut, Counter[str]]] = {}
    for figure, behind in rows.items():
        for row in behind:
            if row.left_out in _UNKNOWN and row.left_out is not None:
                found.setdefault(row.child, {}).setdefault(row.left_out, Counter())[figure] += 1
    return found
