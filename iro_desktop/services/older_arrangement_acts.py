"""The older acts about private fostering, as facts about a child: what they say is kept as an arrangement."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import EndCircumstance, RecordCircumstance, RemoveCircumstance
from iro_desktop.domain.arrangements import arrangements_of, known_from
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Arrangement, ChildFacts
from iro_desktop.domain.vocabulary import CircumstanceKind
from iro_desktop.services.arrangement_acts import put_checked, taken_over
from iro_desktop.services.days_come import check_come
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

_PROPOSED = CircumstanceKind.FOSTERING_PROPOSED
# The older acts have a first and a last day; a proposal's last day is the one on which it is to begin.
_FIELDS: Mapping[str, str] = {
    "notified_on": "from_on", "aware_on": "from_on", "starts_on": "to_on", "ended_on": "to_on",
}  # fmt: skip


def record(act: RecordCircumstance, work: Workspace) -> None:
    """A proposal; or that the child is privately fostered, which takes up the proposal that is open."""
    facts = work.child(act.child)
    note = words_of(act.note)
    with _in_its_own_fields():
        if act.what is _PROPOSED:
            one = Arrangement(work.new_id(), facts.child.id, act.from_on, starts_on=act.to_on, note=note)
            put_checked(one, facts, work)
            return
        proposed = [one for one in arrangements_of(facts) if one.aware_on is None and one.ended_on is None]
        if proposed and known_from(proposed[0]) <= act.from_on:
            before = taken_over(facts, known_from(proposed[0]), work)
            after = replace(before, aware_on=act.from_on, ended_on=act.to_on, note=note or before.note)
        else:
            after = Arrangement(work.new_id(), facts.child.id, aware_on=act.from_on, ended_on=act.to_on, note=note)
        _check_over(after, work.today)
        put_checked(after, work.child(act.child), work)


def end(act: EndCircumstance, work: Workspace) -> None:
    """The last day; of a proposal the day on which it is to begin."""
    before = _recorded(work.child(act.child), act.what, act.from_on, work)
    with _in_its_own_fields():
        is_proposed = act.what is _PROPOSED
        after = replace(before, starts_on=act.to_on) if is_proposed else replace(before, ended_on=act.to_on)
        _check_over(after, work.today)
        put_checked(after, work.child(act.child), work)


def remove(act: RemoveCircumstance, work: Workspace) -> None:
    """Take away what that fact said; what the other one said of the same arrangement stays."""
    facts = work.child(act.child)
    one = _recorded(facts, act.what, act.from_on, work)
    was_proposed = one.notified_on is not None and one.aware_on is not None and one.notified_on < one.aware_on
    if was_proposed and act.what is _PROPOSED:
        put_checked(replace(one, notified_on=None, starts_on=None), work.child(act.child), work)
    elif was_proposed:
        put_checked(replace(one, aware_on=None, ended_on=None, ended_as=None), work.child(act.child), work)
    elif any(each.id == one.id for each in facts.arrangements):
        work.remove(one)


def _recorded(facts: ChildFacts, what: CircumstanceKind, from_on: date, work: Workspace) -> Arrangement:
    for one in arrangements_of(facts):
        if from_on == (one.notified_on if what is _PROPOSED else one.aware_on):
            return taken_over(facts, known_from(one), work)
    raise UserError(
        f"{what.label}, {short(from_on)}: not recorded here. Nothing was changed. Check the date.", field="from_on"
    )


def _check_over(one: Arrangement, today: date) -> None:
    check_come(one.ended_on, today, "ended_on")


@contextmanager
def _in_its_own_fields() -> Iterator[None]:
    try:
        yield
    except UserError as error:
        raise type(error)(str(error), _FIELDS.get(error.field or "", error.field or "")) from error
