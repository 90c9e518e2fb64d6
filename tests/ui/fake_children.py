"""What is on record of the fake desk's children: real records behind them, changed by acts as simply as can be."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import timedelta

from iro_desktop.domain.acts import (
    Act,
    AddChild,
    AllocateIro,
    AllocateWorker,
    ChangeChild,
    CorrectEpisode,
    EndCare,
    EndWorker,
    MergeChild,
    RecordReviewHeld,
    StartCare,
    StateSiblingSplit,
    WithdrawSiblingSplit,
)
from iro_desktop.domain.births import Birth
from iro_desktop.domain.dates import age_on, short
from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.domain.records import Allocation, Child, ChildFacts, Episode, Worker
from iro_desktop.domain.vocabulary import Participation, WorkerRole
from iro_desktop.services.child_record import field_rows, iro_changes, period_lines, responsible
from iro_desktop.services.record_views import Alike, ChildRecord, EntryLine, MergeView, SplitView
from iro_desktop.services.same_for import SameFor
from tests.ui.fake_people import TODAY, FakeChild, people

Children = Mapping[str, FakeChild]
_KEPT = {"child", "clear", "row_version"}
_ON_RECORD = ChangeChild | AllocateIro | AllocateWorker | EndWorker | CorrectEpisode | StartCare | EndCare


def facts_of(child: FakeChild) -> ChildFacts:
    """The child's record: as changed, else as the fake's fields have it."""
    if child.record is not None:
        return child.record
    since = child.since
    placed_on = since + timedelta(200)
    return ChildFacts(
        Child(child.id, child.id, since, None, child.given, child.family, born_on=child.born_on, school="Elm Primary"),
        episodes=(
            Episode("e1", child.id, since, "S", "C1", None, "U3", "PR0", placed_on, "X1"),
            Episode("e2", child.id, placed_on, "B", child.legal, None, child.placement, "PR1"),
        ),
        allocations=(
            Allocation("a1", child.id, "Priya Nand", since, placed_on - timedelta(1)),
            Allocation("a2", child.id, child.iro, placed_on, note="Court in March; sees her grandmother on Sundays"),
        ),
        workers=(Worker("w1", child.id, WorkerRole.SOCIAL_WORKER, "Sol Mere", placed_on, "North 2"),),
    )


def record_of(child: FakeChild, group: Sequence[FakeChild]) -> ChildRecord:
    """What is on record."""
    facts = facts_of(child)
    names = {one.iro_id: one.iro_id for one in facts.allocations}
    return ChildRecord(
        child.id,
        facts.child.row_version,
        field_rows(facts.child),
        period_lines(facts),
        responsible(facts, names, TODAY),
        iro_changes(facts),
        _split(child, group[1:]) if len(group) > 1 else None,
    )


def _split(child: FakeChild, others: Sequence[FakeChild]) -> SplitView:
    is_split = any(one.iro != child.iro for one in others)
    words = "; ".join(f"{one.short_name}: {one.iro}" for one in others)
    because = f"Different IROs because of {child.split.reason.label}." if child.split else "No reason is stated."
    return SplitView(
        f"Siblings of {child.id}",
        f"{words}. {because}" if is_split or child.split else "All have the same IRO.",
        is_split,
        is_split and child.split is None,
        child.split.reason if child.split else None,
        (child.split.liaison or "") if child.split else "",
    )


def children_after(act: Act, children: Children) -> dict[str, FakeChild] | None:
    """The children that an act about records changes; ``None``: it is no such act."""
    if isinstance(act, AddChild):
        return {act.child: _added(act, children)}
    if isinstance(act, MergeChild):
        return {act.into: children[act.into]}
    if isinstance(act, StateSiblingSplit | WithdrawSiblingSplit):
        split = act if isinstance(act, StateSiblingSplit) else None
        return {act.child: replace(children[act.child], split=split)}
    if not isinstance(act, _ON_RECORD):
        return None
    known = children[act.child]
    facts = _changed(act, facts_of(known))
    facts = replace(facts, child=replace(facts.child, row_version=facts.child.row_version + 1))
    iro = act.iro if isinstance(act, AllocateIro) else known.iro
    record = facts.child
    return {
        act.child: replace(
            known,
            record=facts,
            iro=iro,
            given=record.given_name or known.given,
            family=record.family_name or known.family,
            born_on=record.born_on,
        )
    }


def _added(act: AddChild, children: Children) -> FakeChild:
    if act.child in children:
        raise UserError(f"There already is a child with the id {act.child}. Nothing was changed.", field="child")
    like = next(iter((children or people(1)).values()))
    since = act.looked_after_since or act.last_review_on or TODAY
    return replace(
        like,
        id=act.child,
        given=act.given_name or act.child,
        family=act.family_name or "",
        born_on=act.born_on,
        since=since,
        last_on=act.last_review_on,
        number=None,
        tasks=(),
        past=(),
        booked_on=None,
        record=None,
        split=None,
    )


def _changed(act: Act, facts: ChildFacts) -> ChildFacts:
    if isinstance(act, ChangeChild):
        if act.row_version not in (None, facts.child.row_version):
            raise Conflict(f"{act.child} was changed elsewhere. Nothing was saved.")
        said = {one.name: getattr(act, one.name) for one in fields(act) if one.name not in _KEPT}
        given = {name: value for name, value in said.items() if value is not None}
        return replace(facts, child=replace(facts.child, **given | dict.fromkeys(act.clear)))
    if isinstance(act, AllocateIro):
        ended = [replace(one, to_on=one.to_on or act.from_on - timedelta(1)) for one in facts.allocations]
        new = Allocation(f"a{len(ended) + 1}", facts.child.id, act.iro, act.from_on, note=act.note)
        return replace(facts, allocations=(*ended, new))
    if isinstance(act, AllocateWorker):
        new_worker = Worker("w9", facts.child.id, act.role, act.worker, act.from_on, act.team)
        return replace(facts, workers=(*facts.workers, new_worker))
    if isinstance(act, EndWorker):
        return replace(facts, workers=tuple(replace(one, to_on=act.to_on) for one in facts.workers))
    return _care_changed(act, facts)


def _care_changed(act: Act, facts: ChildFacts) -> ChildFacts:
    last = facts.episodes[-1]
    if isinstance(act, CorrectEpisode):
        one = next(each for each in facts.episodes if each.started_on == act.started_on)
        corrected = replace(
            one,
            started_on=act.to_started_on or one.started_on,
            legal_status=act.legal_status or one.legal_status,
            placement=act.placement or one.placement,
            provider=act.provider or one.provider,
        )
        return replace(facts, episodes=tuple(corrected if each is one else each for each in facts.episodes))
    if isinstance(act, EndCare):
        ended = replace(last, ended_on=act.on, end_reason=act.reason)
        return replace(facts, episodes=(*facts.episodes[:-1], ended))
    if isinstance(act, StartCare):
        new = Episode("e9", facts.child.id, act.on, "S", act.legal_status, None, act.placement)
        return replace(facts, episodes=(*facts.episodes, new))
    return facts


def same_for(group: Sequence[FakeChild], acts: Sequence[Act]) -> tuple[SameFor, ...]:
    """Brothers and sisters; a code for a review has to fit the age."""
    return tuple(SameFor(one.id, one.short_name, _wrong(one, acts)) for one in group[1:])


def _wrong(child: FakeChild, acts: Sequence[Act]) -> str:
    for act in acts:
        if isinstance(act, RecordReviewHeld) and child.born_on:
            is_under = age_on(child.born_on, act.held_on) < 4
            if is_under != (act.participation is Participation.PN0):
                return "The child was under four on that day: use PN0." if is_under else "The child was four or older."
    return ""


def alike_to(children: Children, council_id: str, given: str, family: str, birth: Birth | None) -> tuple[Alike, ...]:
    """The same id, whatever blanks and case, or the same name."""
    bare = council_id.replace(" ", "").lower()
    found = [
        Alike(one.id, f"{one.given} {one.family}", one.born_on, "the same id", is_same_id=True)
        for one in children.values()
        if bare and one.id.lower() == bare
    ]
    names = given.strip().lower(), family.strip().lower()
    found += [
        Alike(one.id, f"{one.given} {one.family}", one.born_on, "the same name" + (" and birth date" if birth else ""))
        for one in children.values()
        if all(names) and (one.given.lower(), one.family.lower()) == names
    ]
    return tuple(found[:3])


def merge_of(goes: FakeChild, stays: FakeChild) -> MergeView:
    """Both side by side; care that began on different days contradicts."""
    wrong = (
        (f"{goes.id} has care from {short(goes.since)} that goes on: both cannot be.",)
        if goes.since != stays.since
        else ()
    )
    return MergeView(_entry(goes), _entry(stays), ("4 reviews", "1 time with an IRO"), 2, wrong, ("birth date",))


def _entry(child: FakeChild) -> EntryLine:
    return EntryLine(
        child.id,
        f"{child.given} {child.family}",
        (
            ("Born", short(child.born_on) if child.born_on else "not known"),
            ("Looked after since", short(child.since)),
            ("Last review", short(child.last_on) if child.last_on else "none recorded"),
            ("IRO", child.iro),
        ),
    )
