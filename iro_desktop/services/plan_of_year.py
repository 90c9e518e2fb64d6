"""The plan of each year: this year's actions with how they go, the next year's priorities, what was carried on."""

from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.records import PlanAction
from iro_desktop.domain.vocabulary import PlanProgress, Standing
from iro_desktop.services.plan_acts import YEAR_BEGINS, year_of
from iro_desktop.services.service_views import PlanRow, PlanView
from iro_desktop.services.snapshot import Snapshot

_OPEN = frozenset({PlanProgress.NOT_BEGUN, PlanProgress.IN_HAND})
_SETTLED = {
    PlanProgress.DONE: (Standing.MET, "Done"),
    PlanProgress.CARRIED: (Standing.UPCOMING, "Carried on"),
    PlanProgress.DROPPED: (Standing.NOT_DUE, "No longer planned"),
}


def plan_of_year(snapshot: Snapshot) -> PlanView:
    """Every action: this year's, the years to come, then those before; within a year by number."""
    now = year_of(snapshot.today)
    actions = {(one.year, one.number): one for one in snapshot.plan}
    goes = {(one.year - 1, one.carried_from): one for one in snapshot.plan if one.carried_from is not None}
    rows = [_row(one, actions, goes.get(key), snapshot.today) for key, one in actions.items()]
    rows.sort(key=lambda row: (*_place_of(row.year, now), row.number))
    return PlanView(
        rows=tuple(rows),
        year=now,
        years=tuple(sorted({row.year for row in rows}, reverse=True)),
        late=sum(row.standing is Standing.OVERDUE and row.year >= now for row in rows),
        unsaid=sum(row.standing is Standing.OVERDUE and row.year < now for row in rows),
    )


def years_words(year: int) -> str:
    """A year of the plan as reports write it.

    >>> years_words(2026)
    '2026/27'
    """
    return f"{year}/{(year + 1) % 100:02d}"


def _place_of(year: int, now: int) -> tuple[int, int]:
    return (0, year - now) if year >= now else (1, now - year)


def _row(one: PlanAction, actions: dict[tuple[int, int], PlanAction], goes: PlanAction | None, today: date) -> PlanRow:
    standing, words = _standing(one, today)
    came = actions.get((one.year - 1, one.carried_from)) if one.carried_from is not None else None
    came_words = f"Carried on from {years_words(one.year - 1)}" if one.carried_from is not None else ""
    return PlanRow(
        year=one.year,
        years_words=years_words(one.year),
        number=one.number,
        text=one.text,
        owner=one.owner or "",
        due_on=one.due_on,
        progress=one.progress,
        progress_on=one.progress_on,
        went=one.went or "",
        came_words=f"{came_words}, action {came.number}" if came else came_words,
        goes_words=f"Carried on to {years_words(goes.year)}, action {goes.number}" if goes else "",
        standing=standing,
        standing_words=words,
    )


def _standing(one: PlanAction, today: date) -> tuple[Standing, str]:
    if one.progress not in _OPEN:
        return _SETTLED[one.progress]
    if one.year > year_of(today):
        return Standing.NOT_DUE, "To come"
    if today >= date(one.year + 1, *YEAR_BEGINS):
        return Standing.OVERDUE, "Year over, not said how it went"
    if one.due_on is not None and one.due_on < today:
        return Standing.OVERDUE, f"Was to be done by {short(one.due_on)}"
    return (Standing.DUE_SOON, "In hand") if one.progress is PlanProgress.IN_HAND else (Standing.WAITING, "Not begun")
