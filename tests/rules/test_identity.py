"""Ids: the same for the same facts, and never two alike."""

import random
from dataclasses import replace

import pytest

from iro_desktop.domain.vocabulary import Task
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import all_deadlines, deadlines_of
from tests.builders import child_with, done, episode, review
from tests.rules.asking import deadlines, of_rule
from tests.rules.lives import life


def test_id_is_made_of_rule_child_and_trigger_day() -> None:
    assert "review.first/AB12/2024-03-04" in [
        one.id for one in deadlines(child_with(episode("2024-03-04")), "2024-03-05")
    ]


def test_same_rule_and_day_again_is_counted() -> None:
    first, second = review("2023-05-30"), review("2023-08-21")
    sent = done(Task.RECOMMENDATIONS, "2023-08-25", first), done(Task.RECOMMENDATIONS, "2023-08-25", second)
    facts = child_with(episode("2023-05-03"), first, second, *sent)
    assert [one.id for one in of_rule("after.response", facts, "2023-09-01")] == [
        "after.response/AB12/2023-08-25",
        "after.response/AB12/2023-08-25/2",
    ]


@pytest.mark.parametrize("seed", range(60))
def test_no_two_deadlines_of_a_life_share_an_id(seed: int) -> None:
    facts, today = life(seed)
    ids = [one.id for one in deadlines_of(facts, england(), today)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("seed", range(30))
def test_same_facts_give_the_same_deadlines_again(seed: int) -> None:
    facts, today = life(seed)
    assert deadlines_of(facts, england(), today) == deadlines_of(facts, england(), today)


@pytest.mark.parametrize("seed", range(30))
def test_order_in_which_work_was_reported_changes_nothing(seed: int) -> None:
    facts, today = life(seed)
    shuffled = random.Random(seed).sample(facts.completions, len(facts.completions))
    again = replace(facts, completions=tuple(shuffled))
    assert deadlines_of(again, england(), today) == deadlines_of(facts, england(), today)


def test_settling_a_deadline_keeps_its_id() -> None:
    held = review("2024-03-20")
    before = child_with(episode("2024-03-04"), held)
    after = replace(before, completions=(done(Task.MINUTES, "2024-04-02", held),))
    assert [one.id for one in of_rule("after.minutes", before, "2024-04-05")] == [
        one.id for one in of_rule("after.minutes", after, "2024-04-05")
    ]


def test_deadlines_of_many_children_come_child_by_child() -> None:
    lives = [life(seed) for seed in range(5)]
    today = max(day for _, day in lives)
    whole = list(all_deadlines((facts for facts, _ in lives), england(), today))
    assert whole == [one for facts, _ in lives for one in deadlines_of(facts, england(), today)]
