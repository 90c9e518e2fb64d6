"""Measures over the store as it is now: every child's facts and deadlines, those whose care has ended included."""

from collections.abc import Iterable
from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Iro, ListEntry
from iro_desktop.measures.compute import figures_of, rows_of
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.model import Counted, CountedCarer, Figure, Row, Service, Span
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.carers import carer_deadlines
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.workspace import Workspace

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
    carers = tuple(CountedCarer(one.facts, one.deadlines) for one in snapshot.carers.values())
    return _service(snapshot.iros, snapshot.lists, carers, snapshot.calendar)


def counted_in(work: Workspace) -> list[Counted]:
    """Every child as an act sees them, with its deadlines; second entries merged away are left aside."""
    work.load_all()
    service = service_in(work)
    names = {key: one.name for key, one in service.iros.items()}
    found = []
    for council_id in sorted(work.council_ids()):
        facts = work.find(council_id)
        if facts is not None and facts.child.merged_into is None:
            limits = deadlines_of(facts, work.calendar, work.today, work.practice)
            found.append(Counted(facts, limits, names, service))
    return found


def service_in(work: Workspace) -> Service:
    """The service as an act sees it."""
    carers = tuple(
        CountedCarer(one, carer_deadlines(one, work.calendar, work.today, work.practice)) for one in work.carers()
    )
    return _service(work.all(Iro), work.all(ListEntry), carers, work.calendar)


def _service(
    iros: Iterable[Iro], entries: Iterable[ListEntry], carers: tuple[CountedCarer, ...], calendar: WorkingCalendar
) -> Service:
    by_id = {one.id: one for one in entries}

    def stands_for(one: ListEntry) -> ListEntry:
        while one.merged_into in by_id:
            one = by_id[one.merged_into]
        return one

    names = {key: stands_for(one).name for key, one in by_id.items()}
    return Service({one.id: one for one in iros}, names, carers, calendar.between)
