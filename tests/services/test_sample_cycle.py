"""What the invented authority tells of the review cycle: people, what was sent, recommendations, the footprint."""

import re
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from typing import TypeVar

import pytest

from iro_desktop.domain import acts
from iro_desktop.domain.acts import Act
from iro_desktop.domain.dates import age_on
from iro_desktop.domain.vocabulary import ContactKind, Restriction, Role, TalkHow
from iro_desktop.services.sample import Sample, demo, generate

T = TypeVar("T")
TODAY = date(2026, 11, 23)
OF_THE_CYCLE: tuple[type[Act], ...] = (
    acts.AddPerson, acts.RestrictPerson, acts.AllocateWorker, acts.RecordSent, acts.RecordReturned, acts.RecordChased,
    acts.RecordWishes, acts.RecordTalk, acts.RecordAttendance, acts.AddRecommendation, acts.CheckRecommendation,
    acts.RecordOutcome, acts.WriteRecord, acts.RecordContact, acts.RecordEvent, acts.BlockTime, acts.SaveView,
)  # fmt: skip


@cache
def authority() -> Sample:
    return generate(400, 8, 1, TODAY)


@cache
def caseload() -> Sample:
    return demo(TODAY)


def told(kind: type[T], sample: Sample | None = None) -> list[T]:
    return [act for act in (sample or authority()).acts if isinstance(act, kind)]


@pytest.mark.parametrize("kind", OF_THE_CYCLE, ids=lambda kind: kind.kind)
def test_something_of_every_kind_stands_in_the_demo_too(kind: type[Act]):
    assert told(kind, caseload())
    assert told(kind)


def test_people_are_plainly_invented_and_told_apart_by_their_names():
    people = told(acts.AddPerson)
    assert all(re.fullmatch(r"01632 960\d{3}", one.phone or "") for one in people)
    assert all((one.email or "").endswith("@example.org") for one in people)
    assert max(Counter((one.child, one.name) for one in people).values()) == 1


def test_everybody_restricted_is_around_the_child_and_each_restriction_has_its_reason():
    around = {(one.child, one.name) for one in told(acts.AddPerson)}
    restricted = told(acts.RestrictPerson)
    assert all((one.child, one.person) in around and one.reason for one in restricted)
    assert {one.what for one in restricted} == set(Restriction)


def test_what_came_back_was_sent_before():
    sent = {(one.child, one.to, one.person, one.sent_on) for one in told(acts.RecordSent)}
    for one in told(acts.RecordReturned):
        assert (one.child, one.to, one.person, one.sent_on) in sent
        assert one.sent_on < one.returned_on < TODAY


def test_two_to_four_recommendations_a_review_some_open_some_closed_each_by_its_number():
    made: dict[tuple[str, date], int] = defaultdict(int)
    for act in authority().acts:
        if isinstance(act, acts.AddRecommendation):
            made[act.child, act.held_on] += 1
        elif isinstance(act, acts.RecordOutcome | acts.CheckRecommendation):
            assert act.number <= made[act.child, act.held_on]
            assert act.held_on < (act.on) < TODAY
    assert set(made.values()) <= {2, 3, 4}
    closed = len(told(acts.RecordOutcome))
    assert 0.45 < closed / sum(made.values()) < 0.85


def test_who_is_under_four_is_observed_and_nobody_older():
    born = {child.council_id: child.born_on for child in authority().children}
    under_four = {TalkHow.OBSERVED, TalkHow.THROUGH_OTHERS}
    for one in told(acts.RecordTalk):
        assert (age_on(born[one.child], one.on) < 4) == (one.how in under_four)
    for contact in told(acts.RecordContact):
        if age_on(born[contact.child], contact.on) < 4:
            assert contact.how not in {ContactKind.VISIT, ContactKind.CALL_CHILD}


def test_the_social_worker_is_expected_at_every_review():
    for one in told(acts.RecordAttendance):
        assert Role.SOCIAL_WORKER in (*one.came, *one.apologies)
        assert not set(one.came) & set(one.apologies)
