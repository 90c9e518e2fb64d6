"""Undo and redo: every kind of act, imports, refusals, and random days against a model."""

import json
from random import Random

import pytest

from iro_desktop.domain.acts import ACT_TYPES, AddChild, AddIro, AllocateIro, ChangeChild
from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import apply_acts
from iro_desktop.store.codec import from_json, to_json
from iro_desktop.store.history import NOT_UNDOABLE
from tests.services.cases import BOOKED, CASES, CHILD, FIRST, HOLIDAY, IRO, Case
from tests.services.lives import a_day_of_acts, a_small_caseload
from tests.services.office import Office, day


def test_the_cases_cover_every_kind_of_act():
    assert {case.act.kind for case in CASES} == set(ACT_TYPES)


UNDOABLE = [case for case in CASES if case.act.kind not in NOT_UNDOABLE]
FOR_GOOD = [case for case in CASES if case.act.kind in NOT_UNDOABLE]


@pytest.mark.parametrize("case", FOR_GOOD, ids=lambda case: case.act.kind)
def test_what_is_done_for_good_is_not_undone_and_stands_in_no_list(office: Office, case: Case):
    *_, last = office.each(*case.before)
    office.refused(case.act, ChangeChild(child="A1", given_name="Ann"))
    done = office.do(case.act)
    assert "cannot be undone" in office.refused(by=lambda: office.undo(done.done.act_id))
    after = office.dump()
    with pytest.raises(UserError):
        office.undo(last.done.act_id)  # what it was made of stays too
    assert office.dump() == after
    assert office.store.broken_link() is None
    assert office.store.problems() == []


@pytest.mark.parametrize("case", UNDOABLE, ids=lambda case: case.act.kind)
def test_done_undone_and_redone_the_facts_are_the_same_to_the_letter(office: Office, case: Case):
    office.each(*case.before)
    before = office.dump()
    done = office.do(case.act)
    after = office.dump()
    assert after != before
    undone = office.undo()
    assert office.dump() == before
    assert undone.done.sentence == f"Undo: {done.done.sentence}"
    assert undone.child_ids == done.child_ids
    redone = office.redo()
    assert office.dump() == after
    assert redone.done.sentence == f"Redo: {done.done.sentence}"
    office.undo()
    assert office.dump() == before
    assert office.store.broken_link() is None
    assert office.store.problems() == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.act.kind)
def test_doing_it_twice_is_refused_or_done_again_but_never_half(office: Office, case: Case):
    office.each(*case.before, case.act)
    before = office.dump()
    try:
        office.do(case.act)
    except UserError:
        assert office.dump() == before
    else:
        office.undo()
        assert office.dump() == before


def test_a_list_of_acts_is_one_act_with_one_undo(office: Office):
    empty = office.dump()
    office.do(IRO, CHILD, FIRST, BOOKED)
    assert [act.sentence for act in office.store.acts()] == ["4 acts from a list"]
    after = office.dump()
    office.undo()
    assert office.dump() == empty
    office.redo()
    assert office.dump() == after


def test_a_list_with_one_act_that_cannot_be_done_does_nothing_and_says_which(office: Office):
    sentence = office.refused(IRO, CHILD, CHILD, FIRST)
    assert sentence.startswith("Act 3 (AddChild): There already is a child with the id A1.")


def test_what_a_later_act_built_on_is_not_undone(office: Office):
    added, child, first, _ = office.each(IRO, CHILD, FIRST, BOOKED)
    for act in (added, child):
        assert "Undo" in office.refused(by=lambda act=act: office.undo(act.done.act_id))
    office.undo(first.done.act_id)


def test_what_a_later_act_touched_is_not_undone(office: Office):
    office.each(IRO, CHILD, AddIro(name="Ann Other"))
    one = office.do(ChangeChild(child="A1", given_name="Ann"))
    office.do(ChangeChild(child="A1", given_name="Bea"))
    allocated = office.do(AllocateIro(child="A1", iro="Ann Other", from_on=day("1 Nov")))
    office.do(AllocateIro(child="A1", iro="Jo Bloggs", from_on=day("10 Nov")))
    for act in (one, allocated):
        with pytest.raises(Conflict):
            office.undo(act.done.act_id)
        assert "later" in office.refused(by=lambda act=act: office.undo(act.done.act_id))


def test_an_older_act_that_stands_alone_is_undone_by_its_id_and_redone(office: Office):
    office.each(IRO, CHILD, AddChild(child="A2"))
    one = office.do(ChangeChild(child="A2", given_name="Bea"))
    office.do(ChangeChild(child="A1", given_name="Ann"))
    before = office.dump()
    office.undo(one.done.act_id)
    assert office.child("A2").given_name is None
    assert office.child("A1").given_name == "Ann"
    office.redo()
    assert office.dump() == before


def test_a_new_act_ends_the_redoing(office: Office):
    office.each(IRO, CHILD)
    office.undo()
    office.do(AddChild(child="A2"))
    assert "nothing to redo" in office.refused(by=office.redo)
    office.undo()
    office.redo()


def test_there_is_an_end_to_undoing(office: Office):
    assert "nothing to undo" in office.refused(by=office.undo)
    office.do(IRO)
    office.undo()
    assert "nothing to undo" in office.refused(by=office.undo)
    assert "cannot be undone" in office.refused(by=lambda: office.undo("no such act"))


def test_an_act_undone_already_is_not_undone_again(office: Office):
    office.do(IRO)
    one = office.do(CHILD)
    office.undo()
    assert "cannot be undone" in office.refused(by=lambda: office.undo(one.done.act_id))


def test_the_history_tells_what_can_be_undone_and_what_undid_what(office: Office):
    desk = office.desk()
    desk.act(IRO)
    desk.act(CHILD)
    desk.undo()
    newest, child, iro = desk.history()
    assert (newest.sentence, newest.undoes, newest.can_undo) == ("Undo: Add child A1", child.act_id, False)
    assert (child.can_undo, iro.can_undo) == (False, True)
    assert (desk.undo_label(), desk.redo_label()) == ("Add an IRO", "Add child A1")
    desk.redo()
    assert (desk.undo_label(), desk.redo_label()) == ("Add child A1", None)
    assert desk.history()[0].sentence == "Redo: Add child A1"


@pytest.mark.parametrize("seed", range(8))
def test_random_days_undo_and_redo_to_the_letter(office: Office, seed: int):
    """25 short days each, 200 in all; a thousand stand in tests/full."""
    rng = Random(seed)
    a_small_caseload(office)
    for _ in range(25):
        a_day_of_acts(office, rng, steps=5)
    assert len(office.store.acts()) > 75
    assert office.store.broken_link() is None
    assert office.store.problems() == []


def test_an_act_recorded_before_a_record_had_its_newer_fields_is_undone_and_redone(office: Office):
    """What is not known is not written down, so older payloads read like those of today."""
    office.each(IRO, CHILD, FIRST)
    text = to_json(office.review(FIRST.held_on))
    assert not {"kind", "ground", "adjourned_on"} & json.loads(text).keys()
    assert from_json("review", text, 1) == office.review(FIRST.held_on)
    before = office.dump()
    office.undo()
    office.redo()
    assert office.dump() == before


def test_several_acts_are_one_with_the_sentence_given(office: Office):
    done = apply_acts(office.store, [IRO, CHILD], office.actor, england(), sentence="Take on A1")
    assert done is not None
    assert (done.done.sentence, done.everybody) == ("Take on A1", False)
    assert [act.sentence for act in office.store.acts()] == ["Take on A1"]


def test_what_is_of_the_service_as_a_whole_touches_everybody_also_when_undone(office: Office):
    assert office.do(HOLIDAY).everybody
    assert office.undo().everybody
    assert not office.do(IRO).everybody
