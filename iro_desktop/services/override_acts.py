"""Acts about dates set by hand in the place of those that rules give; a date of the law only earlier."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import OverrideDeadline, WithdrawOverride
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Override
from iro_desktop.domain.vocabulary import Authority
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.rules.recommendations import DUE
from iro_desktop.rules.register import rules_of
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

RECOMMENDED = DUE.id


def override_deadline(act: OverrideDeadline, work: Workspace) -> None:
    """Set the date of an open deadline by hand; a second time replaces the first."""
    facts = work.child(act.child)
    reason = words_of(act.reason)
    if reason is None:
        raise UserError("A date set by hand has a reason. Nothing was changed. Say why.", field="reason")
    if act.rule == RECOMMENDED:
        raise UserError(
            "The day of a recommendation is its own. Nothing was changed. Change the recommendation instead.",
            field="due_on",
        )
    deadline = _open_deadline(act, facts, work, work.practice)
    if deadline is None or deadline.due_on is None:
        raise UserError(
            f"{act.child} has no open date of {act.rule} counted from {short(act.trigger_on)}. "
            "Nothing was changed. Look at the child again."
        )
    if deadline.rule.offset.count >= 0 and act.due_on < act.trigger_on:
        raise UserError(
            f"{short(act.due_on)} lies before {short(act.trigger_on)}, from which the date is counted. "
            "Nothing was changed. Check the date.",
            field="due_on",
        )
    if _is_law(act.rule, act.trigger_on):
        _check_law(act, deadline, _open_deadline(act, facts, work, STANDARD) or deadline)
    before = _set_already(act, facts)
    known = before or Override(work.new_id(), facts.child.id, act.rule, act.trigger_on, act.due_on, reason, work.today)
    if before is None or (before.due_on, before.reason) != (act.due_on, reason):
        work.put(replace(known, due_on=act.due_on, reason=reason, set_on=work.today))


def withdraw_override(act: WithdrawOverride, work: Workspace) -> None:
    """The rule's own date stands again."""
    found = _set_already(act, work.child(act.child))
    if found is None:
        raise UserError(f"No date of {act.rule} is set by hand for {act.child}. Nothing was changed.")
    work.remove(found)


def _open_deadline(act: OverrideDeadline, facts: ChildFacts, work: Workspace, practice: Practice) -> Deadline | None:
    """The open deadline that is meant, as the rules give it."""
    found = deadlines_of(replace(facts, overrides=()), work.calendar, work.today, practice)
    meant = (one for one in found if one.is_open and one.rule.id == act.rule and one.trigger_on == act.trigger_on)
    return next(meant, None)


def _is_law(rule_id: str, trigger_on: date) -> bool:
    return any(one.authority is Authority.STATUTE and one.in_force_on(trigger_on) for one in rules_of(rule_id))


def _check_law(act: OverrideDeadline, deadline: Deadline, by_law: Deadline) -> None:
    """A local limit may have brought the date forward: what the law allows is counted without the settings."""
    law_on = by_law.due_on or deadline.due_on
    if law_on is None:
        return
    if deadline.rule.is_earliest and act.due_on < law_on:
        raise UserError(
            f"The law's first day is {short(law_on)}; a date set by hand can only be later. Nothing was changed.",
            field="due_on",
        )
    if not deadline.rule.is_earliest and act.due_on > law_on:
        raise UserError(
            f"The law's last day is {short(law_on)}; a date set by hand can only be earlier. Nothing was changed.",
            field="due_on",
        )


def _set_already(act: OverrideDeadline | WithdrawOverride, facts: ChildFacts) -> Override | None:
    return next((one for one in facts.overrides if one.rule_id == act.rule and one.trigger_on == act.trigger_on), None)
