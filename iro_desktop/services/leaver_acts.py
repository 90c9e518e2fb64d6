"""Acts about care leavers: an entitlement stated in place of the computed one, homes after care, being in touch."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from iro_desktop.domain.acts import (
    ChangeHome,
    RecordHome,
    RecordTouch,
    RemoveHome,
    RemoveTouch,
    StateEligibility,
    WithdrawEligibility,
)
from iro_desktop.domain.dates import birthday, short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Circumstance, Home, Touch
from iro_desktop.domain.vocabulary import Accommodation, CircumstanceKind, InTouch, LeaverStatus
from iro_desktop.rules.homes import homes_until
from iro_desktop.rules.leaving_care import ADULT, SIXTEEN, History
from iro_desktop.services.days_come import check_come
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

_DAY = timedelta(days=1)
_EMPTIED: Mapping[str, Callable[[Home], Home]] = {  # what a home need not say
    "is_suitable": lambda home: replace(home, is_suitable=None),
    "to_on": lambda home: replace(home, to_on=None),
    "note": lambda home: replace(home, note=None),
}


def state_eligibility(act: StateEligibility, work: Workspace) -> None:
    """State what a young person is entitled to; the newest statement counts, and the computed one stays beside it."""
    facts = work.child(act.child)
    reason = words_of(act.reason)
    if reason is None:
        raise UserError("An entitlement is stated with its reason. Nothing was saved. Say it in a few words.", "reason")
    check_come(act.from_on, work.today, "from_on")
    _check_sixteen(facts, act.from_on, "from_on")
    _check_age(facts, act)
    if _stated(facts, act.from_on) is not None:
        raise UserError(
            f"An entitlement is stated from {short(act.from_on)} already. Nothing was saved. Take that back first.",
            field="from_on",
        )
    said = Circumstance("", facts.child.id, CircumstanceKind.ELIGIBILITY, act.from_on, None, act.status.value, reason)
    work.put(replace(said, id=work.new_id()))


def _check_age(facts: ChildFacts, act: StateEligibility) -> None:
    """Eligible and relevant are children; former relevant young people are not."""
    born_on = facts.child.born_on
    if born_on is None:
        return
    is_adult = act.from_on >= birthday(born_on, ADULT)
    of_children = act.status in (LeaverStatus.ELIGIBLE, LeaverStatus.RELEVANT)
    if (is_adult and of_children) or (not is_adult and act.status is LeaverStatus.FORMER_RELEVANT):
        side = "children under 18 alone" if of_children else "from the 18th birthday on"
        raise UserError(
            f"{act.status.label[0].upper()}{act.status.label[1:]}: that is for {side}. Nothing was saved. "
            "Check the day, or choose another.",
            field="status",
        )


def withdraw_eligibility(act: WithdrawEligibility, work: Workspace) -> None:
    """Take a stated entitlement back."""
    found = _stated(work.child(act.child), act.from_on)
    if found is None:
        raise UserError(
            f"No entitlement is stated from {short(act.from_on)}. Nothing was changed. Check the day.", field="from_on"
        )
    work.remove(found)


def _stated(facts: ChildFacts, from_on: date) -> Circumstance | None:
    stated = (one for one in facts.circumstances if one.kind is CircumstanceKind.ELIGIBILITY)
    return next((one for one in stated if one.from_on == from_on), None)


# --- homes


def record_home(act: RecordHome, work: Workspace) -> None:
    """Record a home; the one before ends on the day before, and one expected to last longer ends sooner."""
    facts = work.child(act.child)
    _check_after_care(facts, act.from_on, work, "from_on")
    if any(one.from_on == act.from_on for one in facts.homes):
        raise UserError(
            f"A home from {short(act.from_on)} is recorded already. Nothing was saved. Change that one.",
            field="from_on",
        )
    for one in facts.homes:
        if one.from_on < act.from_on and one.to_on is not None and one.to_on >= act.from_on:
            if one.to_on <= work.today:
                raise UserError(
                    f"The home from {short(one.from_on)} is recorded until {short(one.to_on)}. Nothing was saved. "
                    "Change its last day first.",
                    field="from_on",
                )
            work.put(replace(one, to_on=act.from_on - _DAY))
    told = (act.what, act.is_suitable, act.is_provided, None, words_of(act.note))
    work.put(Home(work.new_id(), facts.child.id, act.from_on, *told))


def change_home(act: ChangeHome, work: Workspace) -> None:
    """Correct a home, or say when it ended."""
    facts = work.child(act.child)
    before = _home(facts, act.from_on)
    unknown = [one for one in act.clear if one not in _EMPTIED]
    if unknown:
        raise UserError(
            f"“{unknown[0]}” of a home can't be emptied. Nothing was changed. Only {', '.join(_EMPTIED)} can.", "clear"
        )
    note = words_of(act.note)
    after = replace(
        before,
        what=act.what or before.what,
        is_suitable=before.is_suitable if act.is_suitable is None else act.is_suitable,
        is_provided=before.is_provided if act.is_provided is None else act.is_provided,
        to_on=act.to_on or before.to_on,
        note=note or before.note,
    )
    for name in act.clear:
        after = _EMPTIED[name](after)
    if after == before:
        raise UserError("That is how the home is recorded. Nothing was changed. Say what is new.")
    _check_end(facts, after, work.today)
    work.put(after)


def _check_end(facts: ChildFacts, home: Home, today: date) -> None:
    if home.to_on is None:
        return
    if home.to_on < home.from_on:
        raise UserError(
            f"{short(home.to_on)} lies before the home began, {short(home.from_on)}. Nothing was changed. "
            "Check the day.",
            field="to_on",
        )
    if home.to_on > today and home.what is not Accommodation.CUSTODY:
        raise UserError(
            f"{short(home.to_on)} is still to come. Nothing was changed. Record the end once it is so; only a release "
            "from custody is known before.",
            field="to_on",
        )
    following = next((one for one in facts.homes if one.from_on > home.from_on), None)
    if following is not None and home.to_on >= following.from_on:
        raise UserError(
            f"The next home begins on {short(following.from_on)}. Nothing was changed. Choose an earlier day.",
            field="to_on",
        )


def remove_home(act: RemoveHome, work: Workspace) -> None:
    """Take a home away; the one before goes on."""
    work.remove(_home(work.child(act.child), act.from_on))


def _home(facts: ChildFacts, from_on: date) -> Home:
    for one, _ in homes_until(facts.homes):
        if one.from_on == from_on:
            return one
    raise UserError(
        f"No home from {short(from_on)} is recorded for {facts.child.council_id}. Nothing was changed. Check the day.",
        field="from_on",
    )


# --- in touch


def record_touch(act: RecordTouch, work: Workspace) -> None:
    """Record whether the authority is in touch; said again of a day, it replaces what was said."""
    facts = work.child(act.child)
    _check_after_care(facts, act.on, work, "on")
    died = next((one for one in facts.touches if one.in_touch is InTouch.DIED and one.on < act.on), None)
    if died is not None:
        raise UserError(
            f"The death of the young person is recorded on {short(died.on)}. Nothing was saved. Check both entries.",
            field="on",
        )
    for one in facts.touches:
        if one.on == act.on:
            work.remove(one)
    told = (act.in_touch, act.activity, act.how, words_of(act.note))
    work.put(Touch(work.new_id(), facts.child.id, act.on, *told))


def remove_touch(act: RemoveTouch, work: Workspace) -> None:
    """Take an entry away."""
    facts = work.child(act.child)
    found = next((one for one in facts.touches if one.on == act.on), None)
    if found is None:
        raise UserError(
            f"Nothing about being in touch is recorded on {short(act.on)}. Nothing was changed. Check the day.", "on"
        )
    work.remove(found)


# --- days


def _check_sixteen(facts: ChildFacts, day: date, field: str) -> None:
    born_on = facts.child.born_on
    if born_on is not None and day < birthday(born_on, SIXTEEN):
        raise UserError(
            f"{facts.child.council_id} was under 16 on {short(day)}, and nobody leaves care as a care leaver before. "
            "Nothing was saved. Check the day.",
            field,
        )


def _check_after_care(facts: ChildFacts, day: date, work: Workspace, field: str) -> None:
    """Refuse a day to come, one before sixteen, and one on which the child was looked after."""
    check_come(day, work.today, field)
    _check_sixteen(facts, day, field)
    if History(facts, work.today).is_in_care(day):
        raise UserError(
            f"{facts.child.council_id} was looked after on {short(day)}. Nothing was saved. Placements belong to the "
            "care history; this is for the time after care.",
            field,
        )
