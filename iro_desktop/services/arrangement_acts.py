"""Acts about private fostering arrangements, and the service's report on them.

An arrangement is known by its first known day. One that an older file holds as facts about the child is taken over by
the first act that touches it.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from iro_desktop.domain.acts import (
    ChangeArrangement,
    DecideSuitability,
    EndArrangement,
    RecordArrangement,
    RecordFosteringReport,
    RemoveArrangement,
    RemoveFosteringReport,
)
from iro_desktop.domain.arrangements import OLDER_KINDS, arrangements_of, known_from, of_age, of_age_on
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.domain.records import Arrangement, ChildFacts, FosteringReport
from iro_desktop.domain.vocabulary import ArrangementEnd
from iro_desktop.rules.fostering_reports import quarter_end
from iro_desktop.rules.offsets import add_months
from iro_desktop.services.days_come import check_come
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

_AHEAD = timedelta(days=2 * 366)  # nobody proposes an arrangement further ahead
_CHANGEABLE = ("notified_on", "aware_on", "starts_on", "notified_by", "carer", "note")
_GO_TOGETHER = {"suitability": ("suitability", "decided_on", "decided_by"), "ended_on": ("ended_on", "ended_as")}
_CLEARABLE = frozenset({*_CHANGEABLE, *_GO_TOGETHER})


def record_arrangement(act: RecordArrangement, work: Workspace) -> None:
    """Record an arrangement that is proposed, or that runs."""
    facts = work.child(act.child)
    one = Arrangement(
        work.new_id(),
        facts.child.id,
        act.notified_on,
        act.aware_on,
        act.starts_on,
        notified_by=act.notified_by,
        carer=words_of(act.carer),
        note=words_of(act.note),
    )
    put_checked(one, facts, work)


def change_arrangement(act: ChangeArrangement, work: Workspace) -> None:
    """Change what is held; ``clear`` of ``ended_on`` lets it run on, of ``suitability`` takes the decision back."""
    facts = work.child(act.child)
    before = taken_over(facts, act.from_on, work)
    if act.row_version is not None and act.row_version != before.row_version:
        raise Conflict("That arrangement was changed since it was read. Nothing was saved. Look at it again.")
    unknown = sorted(set(act.clear) - _CLEARABLE)
    if unknown:
        raise UserError(f"“{unknown[0]}” cannot be emptied. Nothing was saved. Give another value instead.", "clear")
    said: dict[str, Any] = {name: getattr(act, name) for name in _CHANGEABLE if getattr(act, name) is not None}
    twice = sorted(said.keys() & set(act.clear))
    if twice:
        raise UserError(f"“{twice[0]}” is both given and to be emptied. Nothing was saved. Say one of the two.")
    for name in {"carer", "note"} & said.keys():
        said[name] = words_of(said[name])
    emptied = [field for name in act.clear for field in _GO_TOGETHER.get(name, (name,))]
    put_checked(replace(before, **said | dict.fromkeys(emptied)), work.child(act.child), work)


def decide_suitability(act: DecideSuitability, work: Workspace) -> None:
    """Record the decision; a newer one takes its place."""
    facts = work.child(act.child)
    before = taken_over(facts, act.from_on, work)
    check_come(act.decided_on, work.today, "decided_on")
    after = replace(before, suitability=act.suitability, decided_on=act.decided_on, decided_by=words_of(act.decided_by))
    put_checked(after, work.child(act.child), work)


def end_arrangement(act: EndArrangement, work: Workspace) -> None:
    """Give the last day and the reason, or others in their place."""
    facts = work.child(act.child)
    before = taken_over(facts, act.from_on, work)
    check_come(act.ended_on, work.today, "ended_on")
    if act.reason is ArrangementEnd.NEVER_BEGAN and before.aware_on is not None:
        raise UserError(
            f"{act.child} is recorded as privately fostered since {short(before.aware_on)}, so it did begin. "
            "Nothing was saved. Choose another reason.",
            field="reason",
        )
    birthday = of_age_on(facts.child)
    if act.reason is ArrangementEnd.OF_AGE and birthday is not None and act.ended_on < birthday - timedelta(days=1):
        raise UserError(
            f"{act.child} is {of_age(facts.child)} on {short(birthday)}, later than that. Nothing was saved. "
            "Check the day, or choose another reason.",
            field="reason",
        )
    put_checked(replace(before, ended_on=act.ended_on, ended_as=act.reason), work.child(act.child), work)


def remove_arrangement(act: RemoveArrangement, work: Workspace) -> None:
    """Take it away, with what an older file held of it."""
    facts = work.child(act.child)
    one = taken_over(facts, act.from_on, work)
    if any(each.id == one.id for each in facts.arrangements):
        work.remove(one)


def record_fostering_report(act: RecordFosteringReport, work: Workspace) -> None:
    """Record that the report of a quarter was sent, or another day in its place."""
    if quarter_end(act.quarter_on) != act.quarter_on:
        raise UserError(
            f"{short(act.quarter_on)} does not end a quarter. Nothing was saved. "
            f"The quarter ends on {short(quarter_end(act.quarter_on))}.",
            field="quarter_on",
        )
    check_come(act.sent_on, work.today, "sent_on")
    began_on = add_months(act.quarter_on.replace(day=1), -2)
    if act.sent_on < began_on:
        raise UserError(
            f"The quarter began on {short(began_on)}, after that. Nothing was saved. Check both days.", field="sent_on"
        )
    known = _report(act.quarter_on, work)
    work.put(FosteringReport(known.id if known else work.new_id(), act.quarter_on, act.sent_on))


def remove_fostering_report(act: RemoveFosteringReport, work: Workspace) -> None:
    """Take back that it was sent."""
    known = _report(act.quarter_on, work)
    if known is None:
        raise UserError(
            f"No report to {short(act.quarter_on)} is recorded here. Nothing was changed. Check the day.",
            field="quarter_on",
        )
    work.remove(known)


def taken_over(facts: ChildFacts, from_on: date, work: Workspace) -> Arrangement:
    """The arrangement known from that day; the facts of an older file make room for it.

    Raises ``UserError`` where there is none.
    """
    one = next((each for each in arrangements_of(facts) if known_from(each) == from_on), None)
    if one is None:
        raise UserError(
            f"No private fostering arrangement known from {short(from_on)} is recorded here. Nothing was changed. "
            "Check the day.",
            field="from_on",
        )
    if any(each.id == one.id for each in facts.arrangements):
        return one
    for fact in facts.circumstances:
        if fact.kind in OLDER_KINDS and fact.from_on in (one.notified_on, one.aware_on):
            work.remove(fact)
    return replace(one, id=work.new_id())


def put_checked(one: Arrangement, facts: ChildFacts, work: Workspace) -> None:
    """Put it, if it can be so. Raises ``UserError`` naming the field otherwise."""
    _check_days(one, facts, work.today)
    _check_end(one)
    _check_alone(one, facts)
    work.put(one)


def _check_days(one: Arrangement, facts: ChildFacts, today: date) -> None:
    child = facts.child
    if one.notified_on is None and one.aware_on is None:
        raise UserError(
            "An arrangement needs the day of the notice, or the day on which the authority knew. Nothing was saved. "
            "Give one of the two.",
            field="notified_on",
        )
    for day, field in ((one.notified_on, "notified_on"), (one.aware_on, "aware_on")):
        if day is not None:
            check_come(day, today, field)
    if one.starts_on is not None and one.starts_on > today + _AHEAD:
        raise UserError(
            f"{short(one.starts_on)} lies more than two years ahead. Nothing was saved. Check the year.", "starts_on"
        )
    if one.aware_on is not None and one.starts_on is not None and one.starts_on > max(today, one.aware_on):
        raise UserError(
            f"It begins on {short(one.starts_on)}, so {child.council_id} is not privately fostered yet. "
            "Nothing was saved. Leave out the day on which the authority knew, or check when it began.",
            field="starts_on",
        )
    first_on = known_from(one)
    if child.born_on is not None and one.aware_on is not None and one.aware_on < child.born_on:
        raise UserError(f"{short(one.aware_on)} lies before the birth. Nothing was saved. Check the day.", "aware_on")
    birthday = of_age_on(child)
    if birthday is not None and first_on >= birthday:
        field = "aware_on" if one.aware_on == first_on else "notified_on"
        hint = "" if of_age(child) == 18 else " A disabled child can be, to 18: say so on record first."
        raise UserError(
            f"{child.council_id} was {of_age(child)} on {short(birthday)}, too old to be privately fostered. "
            f"Nothing was saved. Check the day.{hint}",
            field,
        )
    if one.decided_on is not None and one.decided_on < first_on:
        raise UserError(
            f"{short(one.decided_on)} lies before {short(first_on)}, when the arrangement was known. "
            "Nothing was saved. Check both days.",
            field="decided_on",
        )


def _check_end(one: Arrangement) -> None:
    if one.ended_on is None:
        return
    is_to_begin = one.starts_on is not None and one.ended_as is not ArrangementEnd.NEVER_BEGAN
    first_on = max(day for day in (known_from(one), one.aware_on, one.starts_on if is_to_begin else None) if day)
    if one.ended_on < first_on:
        raise UserError(
            f"{short(one.ended_on)} lies before {short(first_on)}, when it began. Nothing was saved. Check both days.",
            field="ended_on",
        )


def _check_alone(one: Arrangement, facts: ChildFacts) -> None:
    """One proposal and one arrangement can stand side by side: a child moves on. Two of a kind cannot."""
    for other in arrangements_of(facts):
        if other.id == one.id:
            continue
        field = "aware_on" if one.aware_on is not None else "notified_on"
        if known_from(other) == known_from(one):
            raise UserError(
                f"An arrangement known from {short(known_from(one))} is recorded already. Nothing was saved. "
                "Change that one instead.",
                field,
            )
        if (one.aware_on is None) is (other.aware_on is None) and _overlap(one, other):
            raise UserError(
                f"The arrangement known from {short(known_from(other))} has not ended by then. Nothing was saved. "
                "End it first.",
                field,
            )


def _overlap(one: Arrangement, other: Arrangement) -> bool:
    return _first(one) <= (other.ended_on or date.max) and _first(other) <= (one.ended_on or date.max)


def _first(one: Arrangement) -> date:
    return one.aware_on or known_from(one)


def _report(quarter_on: date, work: Workspace) -> FosteringReport | None:
    return next((one for one in work.all(FosteringReport) if one.quarter_on == quarter_on), None)
