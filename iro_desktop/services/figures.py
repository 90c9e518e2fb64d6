"""Measures over the store as it is now: every child's facts and deadlines, those whose care has ended included."""

from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ListEntry
from iro_desktop.measures.compute import figures_of, rows_of
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.model import Counted, CountedCarer, Figure, Row, Service, Span
from iro_desktop.services.snapshot import Snapshot

_YEAR_BEGINS = (4, 1)  # the year of the returns: from 1 April


def figures(snapshot: Snapshot, span: Span, iro: str | None = None) -> tuple[Figure, ...]:
    """Every measure of the period, for one IRO or the whole service. Raises ``UserError`` for an IRO unknown."""
    check_iro(snapshot, iro)
    return figures_of(counted_of(snapshot), span, iro, service=service_of(snapshot))


def figure_rows(snapshot: Snapshot, measure: str, span: Span, iro: str | None = None) -> list[Row]:
    """The rows behind one figure, those left out too. Raises ``UserError`` for a measure or an IRO unknown."""
    check_iro(snapshot, iro)
    if measure not in BY_ID:
        known = ", ".join(one.id for one in DEFINITIONS)
        raise UserError(f"There is no measure “{measure}”. Nothing was counted. There are: {known}.")
    return rows_of(BY_ID[measure], counted_of(snapshot), span, iro, service=service_of(snapshot))


def span_of(from_on: date | None, to_on: date | None, today: date) -> Span:
    """The period from one day to another, both in it; by default the year of the returns up to today."""
    last_on = to_on or today
    first_on = from_on or date(last_on.year - ((last_on.month, last_on.day) < _YEAR_BEGINS), *_YEAR_BEGINS)
    if last_on < first_on:
        raise UserError(
            f"{short(last_on)} lies before {short(first_on)}, where the period begins. Nothing was counted. "
            "Check both days."
        )
    return Span(first_on, last_on, today)


def check_iro(snapshot: Snapshot, iro: str | None) -> None:
    """Raises ``UserError`` where no IRO has that name."""
    if iro is not None and iro not in {one.name for one in snapshot.iros}:
        raise UserError("There is no IRO of that name here. Nothing was changed. Check the name.")


def counted_of(snapshot: Snapshot) -> list[Counted]:
    """Every child of the store as measures see them, those whose care has ended too."""
    service = service_of(snapshot)
    names = {one.id: one.name for one in snapshot.iros}
    return [Counted(child.facts, child.deadlines, names, service) for child in snapshot.children.values()]


def service_of(snapshot: Snapshot) -> Service:
    """What measures know of the service: IROs, the words of its lists, foster carers, working days."""
    entries = {one.id: one for one in snapshot.lists}

    def stands_for(one: ListEntry) -> ListEntry:
        while one.merged_into in entries:
            one = entries[one.merged_into]
        return one

    return Service(
        {one.id: one for one in snapshot.iros},
        {one.id: stands_for(one).name for one in snapshot.lists},
        tuple(CountedCarer(one.facts, one.deadlines) for one in snapshot.carers.values()),
        snapshot.calendar.between,
    )
