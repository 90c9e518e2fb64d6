"""A changed setting or bank holiday before it takes effect: which open deadlines it touches, of all children.

The same handlers that would save the change say what it is; the deadlines are then computed with the calendar and the
practice that result.
"""

from collections.abc import Sequence

from iro_desktop.domain.acts import Act, AddBankHoliday, ChangeSetting, RemoveBankHoliday
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.rules.carers import carer_deadlines
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.services.acting import do_acts
from iro_desktop.services.plan_views import ChangePlan, Consequence
from iro_desktop.services.planning.before_after import consequences, soonest
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.workspace import Workspace
from iro_desktop.store.store import Store

_OF_CARERS = "foster-carer."
_KINDS = (ChangeSetting, AddBankHoliday, RemoveBankHoliday)


def change_plan(store: Store, snapshot: Snapshot, acts: Sequence[Act]) -> ChangePlan:
    """What would be touched, of children and of foster carers, whose reference stands in the place of a child's id.

    Raises ``UserError`` for acts of another kind, or where one cannot be done.
    """
    other = next((one for one in acts if not isinstance(one, _KINDS)), None)
    if other is not None:
        raise UserError(
            f"{other.kind} changes no rule. Nothing was changed. "
            f"Give {', '.join(kind.kind for kind in _KINDS)} only; others are done with “iro-desktop act”."
        )
    if not acts:
        return ChangePlan("There is nothing to change.", (), ())
    with store.reading() as reader:
        work = Workspace(reader, snapshot.today, snapshot.base)
        do_acts(acts, work)
        calendar, practice = work.calendar, work.practice
    today = snapshot.today
    states = [
        (one.deadlines, deadlines_of(one.facts, calendar, today, practice)) for one in snapshot.children.values()
    ] + [(one.deadlines, carer_deadlines(one.facts, calendar, today, practice)) for one in snapshot.carers.values()]
    found = [line for state in states for line in consequences(*state, snapshot.calendar, calendar)]
    found = [line for line in found if not line.looks_same]
    return ChangePlan(_words(found, acts), tuple(sorted(found, key=soonest)), tuple(acts))


def change_sentence(acts: Sequence[Act]) -> str:
    """The line for history and undo."""
    return acts[0].sentence if len(acts) == 1 else f"{len(acts)} changes of settings and bank holidays"


def _words(touched: Sequence[Consequence], acts: Sequence[Act]) -> str:
    if not touched:
        is_choice = any(isinstance(one, ChangeSetting) for one in acts)
        why = "it counts for what begins from that day on" if is_choice else "none is counted over that day"
        return f"Touches no open deadline: {why}."
    carers = len({one.child for one in touched if one.rule.startswith(_OF_CARERS)})
    children = len({one.child for one in touched if not one.rule.startswith(_OF_CARERS)})
    whose = [_counted(children, "child", "children")] if children else []
    whose += [_counted(carers, "foster carer", "foster carers")] if carers else []
    overdue = sum(_becomes_overdue(one) for one in touched)
    words = f"Touches {_counted(len(touched), 'open deadline', 'open deadlines')} of {' and '.join(whose)}"
    return f"{words}; {overdue} {'becomes' if overdue == 1 else 'become'} overdue." if overdue else f"{words}."


def _becomes_overdue(one: Consequence) -> bool:
    was = one.before is not None and one.before.standing is Standing.OVERDUE
    return not was and one.after is not None and one.after.standing is Standing.OVERDUE


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
