"""The one stream: read again after an act only where it was touched, and yet the same as read afresh."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import Engine, event

from iro_desktop.domain.acts import AddChild, RecordReviewHeld
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Participation
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.snapshot import Snapshot
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.lives import a_small_caseload, random_act
from tests.services.office import Office, day


def same(one: Snapshot, other: Snapshot) -> bool:
    return (list(one.children.items()), one.iros, one.siblings) == (
        list(other.children.items()), other.iros, other.siblings,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_after_a_hundred_random_acts_it_equals_one_read_afresh(office: Office, seed: int):
    rng = Random(seed)
    a_small_caseload(office)
    desk = office.desk()
    done = 0
    while done < 100:
        step = rng.random()
        try:
            if step < 0.15:
                desk.undo()
            elif step < 0.25:
                desk.redo()
            else:
                desk.act(random_act(rng, office))
        except UserError:
            continue
        done += 1
        if done % 10 == 0:
            assert same(desk._snapshot, office.snapshot())
    assert same(desk._snapshot, office.snapshot())


def everything(desk: LocalDesk) -> list[object]:
    """What the window can ask about everybody, in two scopes, and about each child."""
    found: list[object] = []
    for iro in (None, next(iter(desk.iros()), None)):
        desk.set_scope(iro)
        month = (desk.today_on - timedelta(days=20), desk.today_on + timedelta(days=20))
        found += [
            desk.today(),
            desk.caseload(),
            desk.caseload("a"),
            desk.write_ups(),
            desk.footprints(),
            desk.find("c"),
        ]
        found += [desk.diary(*month), desk.diary(*month, theirs=True)]
    for child in list(desk._snapshot.children):
        found += [desk.child(child), desk.booking_window(child), desk.plan_siblings(child), desk.people(child)]
    return found


@pytest.mark.parametrize("seed", range(2))
def test_what_is_kept_from_before_an_act_never_shows_after_it(office: Office, seed: int):
    rng = Random(seed)
    a_small_caseload(office)
    desk = office.desk()
    done = 0
    while done < 40:
        step = rng.random()
        everything(desk)  # so that all of it is kept
        try:
            if step < 0.15:
                desk.undo()
            elif step < 0.25:
                desk.redo()
            else:
                desk.act(random_act(rng, office))
        except UserError:
            continue
        done += 1
        afresh = office.desk()
        afresh._last_here_on = desk._last_here_on
        assert everything(desk) == everything(afresh)


def test_what_was_reckoned_is_not_reckoned_again_before_something_changes(office: Office):
    office.each(IRO, CHILD, AddChild(child="A2", last_review_on=day("1 Sep")))
    desk = office.desk()
    before = desk.today(), desk.child("A2"), desk.write_ups()
    assert all(
        one is other for one, other in zip(before, (desk.today(), desk.child("A2"), desk.write_ups()), strict=True)
    )
    desk.act(FIRST)
    assert desk.today() is not before[0]


def test_only_the_children_an_act_touched_are_computed_again(office: Office):
    office.each(IRO, CHILD, AddChild(child="A2", last_review_on=day("1 Sep")))
    desk = office.desk()
    before = dict(desk._snapshot.children)
    desk.act(FIRST)
    assert desk._snapshot.children["A2"] is before["A2"]
    assert desk._snapshot.children["A1"] is not before["A1"]


def test_a_child_whose_adding_is_undone_is_gone_and_comes_back_in_its_place(office: Office):
    desk = office.desk()
    for name in ("B", "C", "A"):
        desk.act(AddChild(child=name, last_review_on=day("1 Sep")))
    assert list(desk._snapshot.children) == ["A", "B", "C"]
    desk.undo()
    assert list(desk._snapshot.children) == ["B", "C"]
    with pytest.raises(UserError, match="no child with the id A"):
        desk.child("A")
    desk.redo()
    assert list(desk._snapshot.children) == ["A", "B", "C"]


def test_a_deadline_is_found_by_its_id_whatever_signs_the_councils_id_holds(office: Office):
    for name in ("A1", "12/34", "x/2026-11-23", "a b", "review.first/A1", "ß"):
        office.do(AddChild(child=name, looked_after_since=day("12 Oct"), tracking_from=day("12 Oct")))
        office.do(RecordReviewHeld(child=name, held_on=day("5 Nov"), participation=Participation.PN1))
    snapshot = office.snapshot()
    for child in snapshot.children.values():
        for one in child.deadlines:
            assert snapshot.deadline(one.id) == (child, one)
    assert snapshot.deadline("review.first/nobody/2026-01-01") is None
    assert snapshot.deadline("nonsense") is None


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent to the database meanwhile."""
    sent: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    yield sent
    event.remove(Engine, "before_cursor_execute", count)


def test_as_many_questions_are_put_to_the_store_for_400_children_as_for_60(office: Office):
    numbers = []
    for some in (range(60), range(60, 400)):
        office.do(*(AddChild(child=f"N{n:03}", last_review_on=day("1 Sep"), given_name="Ann") for n in some))
        with counted() as sent:
            desk = office.desk()
        with counted() as after:
            desk.today()
            desk.caseload()
            desk.find("ann")
            desk.child("N001")
            desk.preview_review("N001", day("20 Nov"))
        with counted() as acting:
            desk.act(RecordReviewHeld(child=f"N{some[5]:03}", held_on=day("20 Nov"), participation=Participation.PN1))
        numbers.append((len(sent), len(after), len(acting)))
    assert numbers[0] == numbers[1]
    assert numbers[0][0] < 60  # one for each kind of record
    assert numbers[0][1] == 0
