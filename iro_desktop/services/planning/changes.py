"""A changed setting or bank holiday before it takes effect: which open deadlines it touches, of all children.

The same handlers that would save the change say what it is; the deadlines are then computed with the calendar and the
practice that result.
"""

from collections.abc import Sequence

from iro_desktop.domain.acts import Act, AddBankHoliday, ChangeSetting, RemoveBankHoliday
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.services.acting import do_acts
from iro_desktop.services.plan_views import ChangePlan, Consequence
from iro_desktop.services.planning.before_after import consequences, soonest
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.workspace import Workspace
from iro_desktop.store.store import Store

_KINDS = (ChangeSetting, AddBankHoliday, RemoveBankHoliday)


def change_plan(store: Store, snapshot: Snapshot, base: WorkingCalendar, acts: Sequence[Act]) -> ChangePlan:
    """What would be touched; ``base``: the calendar without days of the service's own.

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
        work = Workspace(reader, snapshot.today, base)
        do_acts(acts, work)
        calendar, practice = work.calendar, work.practice
    found = [
        line
        for child in snapshot.children.values()
        for line in consequences(
            child.deadlines,
            deadlines_of(child.facts, calendar, snapshot.today, practice),
            snapshot.calendar,
            calendar,
        )
    ]
    return ChangePlan(_words(found), tuple(sorted(found, key=soonest)), tuple(acts))


def change_sentence(acts: Sequence[Act]) -> str:
    """The line for history and undo."""
    return acts[0].sentence if len(acts) == 1 else f"{len(acts)} changes of settings and bank holidays"


def _words(touched: Sequence[Consequence]) -> str:
    if not touched:
        return "Touches no open deadline."
    children = len({one.child for one in touched})
    overdue = sum(_becomes_overdue(one) for one in touched)
    words = f"Touches {_counted(len(touched), 'open deadline')} of {_children(children)}"
    return f"{words}; {overdue} {'becomes' if overdue == 1 else 'become'} overdue." if overdue else f"{words}."


def _becomes_overdue(one: Consequence) -> bool:
    was = one.before is not None and one.before.standing is Standing.OVERDUE
    return not was and one.after is not None and one.after.standing is Standing.OVERDUE


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _children(count: int) -> str:
    return "1 child" if count == 1 else f"{count:,} children"
