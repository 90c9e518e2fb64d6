"""Acts about the plan of a year, which begins on 1 April: its actions, how they went, what was carried on."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import AddPlanAction, ChangePlanAction, RecordPlanProgress, RemovePlanAction
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import PlanAction
from iro_desktop.domain.vocabulary import PlanProgress
from iro_desktop.services.days_come import CHECK, check_come
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

CLEARABLE = frozenset({"owner", "due_on"})
YEAR_BEGINS = (4, 1)
_YEARS_BACK, _YEARS_AHEAD = 20, 5


def year_of(day: date) -> int:
    """The year of the plan that the day lies in.

    >>> year_of(date(2027, 3, 31)), year_of(date(2027, 4, 1))
    (2026, 2027)
    """
    return day.year - ((day.month, day.day) < YEAR_BEGINS)


def add_plan_action(act: AddPlanAction, work: Workspace) -> None:
    """Add an action with the next number of its year; one that was taken away is not given again."""
    now = year_of(work.today)
    if not now - _YEARS_BACK <= act.year <= now + _YEARS_AHEAD:
        raise UserError(
            f"The plan of {act.year} cannot be meant. Nothing was saved. Give the year in which it begins.",
            field="year",
        )
    _check_due(act.due_on, act.year)
    _put_next(act.year, _text_of(act.text), words_of(act.owner), act.due_on, None, work)


def _put_next(
    year: int, text: str, owner: str | None, due_on: date | None, carried_from: int | None, work: Workspace
) -> None:
    number = 1 + max((one.number for one in work.ever(PlanAction) if one.year == year), default=0)
    work.put(PlanAction(work.new_id(), year, number, text, owner, due_on, carried_from=carried_from))


def change_plan_action(act: ChangePlanAction, work: Workspace) -> None:
    """Change what was said, empty what is to be cleared."""
    one = _meant(act.year, act.number, work)
    unknown = set(act.clear) - CLEARABLE
    if unknown:
        raise UserError(f"“{min(unknown)}” cannot be emptied. Nothing was changed.", field="clear")
    twice = {name for name in act.clear if getattr(act, name) is not None}
    if twice:
        raise UserError(
            f"“{min(twice)}” is both given and to be emptied. Nothing was changed. Say one of the two.", field="clear"
        )
    _check_due(act.due_on, act.year)
    work.put(
        replace(
            one,
            text=one.text if act.text is None else _text_of(act.text),
            owner=None if "owner" in act.clear else words_of(act.owner) or one.owner,
            due_on=None if "due_on" in act.clear else act.due_on or one.due_on,
        )
    )


def record_plan_progress(act: RecordPlanProgress, work: Workspace) -> None:
    """Record how an action stands. Carried on, it is put into the next year's plan, once.

    Where it turns out not to be carried on, what was put there goes again, unless it was begun there.
    """
    one = _meant(act.year, act.number, work)
    check_come(act.on, work.today, "on", CHECK)
    if one.progress_on is not None and act.on < one.progress_on:
        raise UserError(
            f"How it stood on {short(one.progress_on)} is recorded already. Nothing was saved. Give a later day.",
            field="on",
        )
    carried = next(
        (each for each in work.all(PlanAction) if (each.year, each.carried_from) == (act.year + 1, act.number)), None
    )
    if act.progress is PlanProgress.CARRIED and carried is None:
        _put_next(act.year + 1, one.text, one.owner, None, one.number, work)
    elif act.progress is not PlanProgress.CARRIED and carried is not None and carried.progress_on is None:
        work.remove(carried)
    work.put(replace(one, progress=act.progress, progress_on=act.on, went=(act.went or "").strip() or one.went))


def remove_plan_action(act: RemovePlanAction, work: Workspace) -> None:
    """Take an action out of its plan; what was carried on from it stays where it is."""
    work.remove(_meant(act.year, act.number, work))


def _meant(year: int, number: int, work: Workspace) -> PlanAction:
    found = next((one for one in work.all(PlanAction) if (one.year, one.number) == (year, number)), None)
    if found is None:
        raise UserError(
            f"The plan that begins in {year} has no action {number}. Nothing was changed. Check the number.",
            field="number",
        )
    return found


def _text_of(text: str) -> str:
    if not text.strip():
        raise UserError("An action has a text. Nothing was saved. Say what is to be done.", field="text")
    return text.strip()


def _check_due(due_on: date | None, year: int) -> None:
    if due_on is not None and due_on < date(year, *YEAR_BEGINS):
        raise UserError(
            f"{short(due_on)} lies before the year of that plan begins. Nothing was saved. Check the date.",
            field="due_on",
        )
