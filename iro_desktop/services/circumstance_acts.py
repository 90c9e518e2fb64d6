"""Acts about what is so about a child, or happened: recorded, ended, taken away; and early reviews asked for."""

from dataclasses import replace
from datetime import date, timedelta

from iro_desktop.domain.acts import AskForReview, EndCircumstance, RecordCircumstance, RemoveCircumstance
from iro_desktop.domain.arrangements import OLDER_KINDS
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Circumstance
from iro_desktop.domain.vocabulary import CircumstanceKind
from iro_desktop.services import older_arrangement_acts
from iro_desktop.services.days_come import check_come
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.timescale import may_be_reviewed
from iro_desktop.services.workspace import Workspace

_AHEAD = timedelta(days=2 * 366)  # courts list, and releases are known, no further ahead
_BEGIN_LATER = frozenset({CircumstanceKind.HEARING})
# The fields of the act that hold its first and last day, where it asks for an early review and otherwise.
_FIRST, _LAST = {True: "asked_on", False: "from_on"}, {True: "before", False: "to_on"}
_END_LATER = _BEGIN_LATER | {CircumstanceKind.CUSTODY, CircumstanceKind.EXTRA_REVIEW}


def record_circumstance(act: RecordCircumstance, work: Workspace) -> None:
    """Record what is so from a day on; each kind once for each day."""
    if act.what in OLDER_KINDS:
        older_arrangement_acts.record(act, work)
        return
    facts = work.child(act.child)
    if act.what is CircumstanceKind.EXTRA_REVIEW:
        raise UserError(
            "An early review has a ground. Nothing was saved. Use “Ask for a review” and say the ground.", field="what"
        )
    if act.what is CircumstanceKind.ADOPTION_AUTHORITY and not may_be_reviewed(facts, act.from_on):
        raise UserError(
            f"{act.child} was not looked after on {short(act.from_on)}. Nothing was saved. "
            "Check the date, or record the start of care first.",
            field="from_on",
        )
    _check_day(act.from_on, work.today, "from_on", may_come=act.what in _BEGIN_LATER)
    _check_end(act.what, act.from_on, act.to_on, work.today)
    _add(facts, Circumstance("", "", act.what, act.from_on, act.to_on, None, words_of(act.note)), work)


def ask_for_review(act: AskForReview, work: Workspace) -> None:
    """Ask for a review before its turn; the day it has to come before is its end."""
    facts = work.child(act.child)
    _check_day(act.asked_on, work.today, "asked_on", may_come=False)
    _check_end(CircumstanceKind.EXTRA_REVIEW, act.asked_on, act.before, work.today)
    asked = Circumstance("", "", CircumstanceKind.EXTRA_REVIEW, act.asked_on, act.before, act.ground.value)
    _add(facts, asked, work)


def _add(facts: ChildFacts, told: Circumstance, work: Workspace) -> None:
    if any(one.kind is told.kind and one.from_on == told.from_on for one in facts.circumstances):
        raise UserError(
            f"{told.kind.label}, {short(told.from_on)}: recorded already. Nothing was saved.",
            field=_FIRST[told.kind is CircumstanceKind.EXTRA_REVIEW],
        )
    work.put(replace(told, id=work.new_id(), child_id=facts.child.id))


def _check_end(what: CircumstanceKind, from_on: date, to_on: date | None, today: date) -> None:
    if to_on is None:
        return
    field = _LAST[what is CircumstanceKind.EXTRA_REVIEW]
    if to_on < from_on:
        raise UserError(f"{short(to_on)} lies before {short(from_on)}. Nothing was saved. Check both dates.", field)
    _check_day(to_on, today, field, may_come=what in _END_LATER)


def _check_day(day: date, today: date, field: str, *, may_come: bool) -> None:
    if not may_come:
        check_come(day, today, field)
    if day > today + _AHEAD:
        raise UserError(f"{short(day)} lies more than two years ahead. Nothing was saved. Check the year.", field)


def end_circumstance(act: EndCircumstance, work: Workspace) -> None:
    """Give the last day, or another last day."""
    if act.what in OLDER_KINDS:
        older_arrangement_acts.end(act, work)
        return
    found = _recorded(work.child(act.child), act.what, act.from_on)
    _check_end(act.what, act.from_on, act.to_on, work.today)
    work.put(replace(found, to_on=act.to_on))


def remove_circumstance(act: RemoveCircumstance, work: Workspace) -> None:
    """Take an entry away."""
    if act.what in OLDER_KINDS:
        older_arrangement_acts.remove(act, work)
        return
    work.remove(_recorded(work.child(act.child), act.what, act.from_on))


def _recorded(facts: ChildFacts, what: CircumstanceKind, from_on: date) -> Circumstance:
    for one in facts.circumstances:
        if one.kind is what and one.from_on == from_on:
            return one
    raise UserError(
        f"{what.label}, {short(from_on)}: not recorded here. Nothing was changed. Check the date.", field="from_on"
    )
