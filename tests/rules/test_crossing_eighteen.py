"""From the 16th birthday to the 21st, asked on every day: there is always one review to hold next, with its day."""

from datetime import date, timedelta
from pathlib import Path

from iro_desktop.domain.dates import birthday
from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import Ownership, Task
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of, next_pathway_review, next_review
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.reviews import NEXT_REVIEW
from tests.builders import child_with, done, episode, on, pathway_review, review
from tests.conftest import TODAY
from tests.demo_copy import open_demo

BORN = "2006-03-10"
IN_CARE = [review(day) for day in (
    "2020-06-26", "2020-09-25", "2021-03-24", "2021-09-23", "2022-03-22", "2022-09-21", "2023-03-20", "2023-09-19",
)]  # fmt: skip
AFTER = [
    pathway_review(day) for day in ("2024-03-12", "2024-09-11", "2025-03-24", "2025-09-22", "2026-03-20", "2026-09-18")
]


def gaps(facts: ChildFacts, first: date, last: date) -> list[str]:
    """Each day on which there isn't exactly one kind of review owed, with a day, by the IRO."""
    found: list[str] = []
    day = first
    while day < last:
        stream = deadlines_of(facts, england(), day)
        in_care, plan = next_review(stream), next_pathway_review(stream)
        owed: Deadline | None = in_care or plan
        assert facts.child.born_on is not None
        is_adult = day >= birthday(facts.child.born_on, 18)
        if owed is None or owed.due_on is None:
            found.append(f"{day}: nothing is owed")
        elif in_care is not None and plan is not None:
            found.append(f"{day}: two tracks at once")
        elif owed.rule.ownership is not Ownership.MINE:
            found.append(f"{day}: not the IRO's")
        elif (owed.rule.id in NEXT_REVIEW) is is_adult and not _left(facts, day):
            found.append(f"{day}: {owed.rule.id}")
        day += timedelta(days=1)
    return found


def _left(facts: ChildFacts, day: date) -> bool:
    return any(one.ended_on is not None and one.ended_on <= day for one in facts.episodes)


def test_a_life_in_care_until_eighteen_is_followed_on_every_day_to_twenty_one() -> None:
    care = episode("2020-06-01", ended="2024-03-10", end_reason="E8")
    facts = child_with(care, *IN_CARE, *AFTER, born=BORN)
    assert gaps(facts, on("2022-03-10"), on("2027-03-10")) == []
    late = [one for one in deadlines_of(facts, england(), on("2027-03-10")) if one.standing == "met-late"]
    assert [one.rule.id for one in late] == ["pathway.review"]  # the one of 24 March 2025


def test_one_whose_end_of_care_nobody_recorded_is_followed_too() -> None:
    facts = child_with(episode("2020-06-01"), *IN_CARE, *AFTER, born=BORN)
    assert gaps(facts, on("2022-03-10"), on("2027-03-10")) == []


def test_one_who_left_at_seventeen_is_followed_from_the_day_of_exit() -> None:
    care = episode("2020-06-01", ended="2023-04-03", end_reason="E4A")
    held = [one for one in IN_CARE if one.held_on < on("2023-04-03")]
    facts = child_with(care, *held, *AFTER, born=BORN)
    assert gaps(facts, on("2022-03-10"), on("2027-03-10")) == []


def test_nothing_is_owed_from_twenty_one_on() -> None:
    facts = child_with(episode("2020-06-01"), *IN_CARE, *AFTER, born=BORN)
    day = on("2027-03-10")
    while day < on("2027-09-10"):
        stream = deadlines_of(facts, england(), day)
        assert (next_review(stream), next_pathway_review(stream)) == (None, None)
        day += timedelta(days=1)


def test_without_the_work_after_reviews_nothing_of_it_is_lost_at_eighteen() -> None:
    last = IN_CARE[-1]
    care = episode("2020-06-01", ended="2024-03-10", end_reason="E8")
    facts = child_with(care, *IN_CARE, *AFTER, done(Task.MINUTES, "2023-10-02", last), born=BORN)
    open_after = [
        one
        for one in deadlines_of(facts, england(), on("2024-03-25"))
        if one.is_open and one.rule.id == "after.minutes"
    ]
    assert AFTER[0].held_on in {one.review_on for one in open_after}
    assert last.held_on not in {one.review_on for one in open_after}


def test_a_young_person_of_the_sample_is_followed_on_every_day(tmp_path: Path) -> None:
    desk = open_demo(tmp_path, TODAY)
    rows = [row for row in desk.leavers().rows if row.age >= 18]
    assert rows
    with desk._store.reading() as reader:
        facts = [one for one in reader.facts() if one.child.council_id in {row.child for row in rows}]
    desk.close()
    for one in facts[:1]:
        assert one.child.born_on is not None
        first = max(birthday(one.child.born_on, 16), one.child.tracking_from, one.child.complete_from or date.min)
        assert gaps(one, first, birthday(one.child.born_on, 21)) == []
