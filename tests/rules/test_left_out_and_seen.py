"""A mid-point left out is missed with its reason; what counts as the IRO having seen the child between reviews."""

from dataclasses import replace

import pytest

from iro_desktop.domain.records import SKIPPED, ChildFacts, Completion, Contact
from iro_desktop.domain.vocabulary import ContactKind, Standing, TalkHow, Task
from tests.builders import child_with, done, episode, on, practice, review
from tests.rules.asking import deadlines

CARE = episode("2022-05-03")
FIRST, SECOND = review("2022-05-27"), review("2022-08-22")
NEXT = review("2023-02-20")
DUE = on("2022-11-22")


def left_out(day: str = "2022-11-01", reason: str | None = "Placed for adoption") -> Completion:
    return replace(done(Task.MID_POINT, day, SECOND), detail=SKIPPED, note=reason)


def mid_point(facts: ChildFacts, today: str):
    found = [one for one in deadlines(facts, today) if one.rule.id == "mid-point" and one.trigger_on == SECOND.held_on]
    return found[0] if found else None


class TestLeftOut:
    @pytest.mark.parametrize("today", ["2022-11-01", "2022-11-22", "2023-01-10", "2023-05-01"])
    def test_it_is_missed_with_the_reason_before_and_after_its_day(self, today: str) -> None:
        facts = child_with(CARE, FIRST, SECOND, *([NEXT] if today > "2023-02-20" else []), left_out())
        one = mid_point(facts, today)
        assert one is not None
        assert (one.standing, one.met_on, one.due_on, one.note) == (
            Standing.MISSED,
            None,
            DUE,
            "Left out: Placed for adoption",
        )
        assert not one.is_open

    def test_without_words_it_only_says_so(self) -> None:
        one = mid_point(child_with(CARE, FIRST, SECOND, left_out(reason=None)), "2022-12-01")
        assert one is not None
        assert one.note == "Left out"

    def test_a_decision_of_tomorrow_changes_nothing_today(self) -> None:
        one = mid_point(child_with(CARE, FIRST, SECOND, left_out("2022-11-02")), "2022-11-01")
        assert one is not None
        assert one.is_open

    def test_one_done_after_all_is_met(self) -> None:
        facts = child_with(CARE, FIRST, SECOND, left_out(), done(Task.MID_POINT, "2022-11-15", SECOND))
        one = mid_point(facts, "2022-12-01")
        assert one is not None
        assert (one.standing, one.met_on) == (Standing.MET, on("2022-11-15"))

    def test_where_the_next_review_came_before_its_day_none_was_owed(self) -> None:
        early = review("2022-11-10")
        assert mid_point(child_with(CARE, FIRST, SECOND, early, left_out()), "2022-12-01") is None


def seen(*facts: Contact | Completion):
    base = child_with(CARE, FIRST, SECOND, *(one for one in facts if isinstance(one, Completion)))
    contacts = tuple(one for one in facts if isinstance(one, Contact))
    found = deadlines(replace(base, contacts=contacts), "2022-10-20", practice(iro_visit="2m"))
    (one,) = [each for each in found if each.rule.id == "between.visit"]
    return one.trigger_on


def contact(how: ContactKind, day: str = "2022-10-11") -> Contact:
    return Contact("v", "c", on(day), how)


class TestSeen:
    @pytest.mark.parametrize("how", [ContactKind.VISIT, ContactKind.OBSERVATION])
    def test_being_with_the_child_counts(self, how: ContactKind) -> None:
        assert seen(contact(how)) == on("2022-10-11")

    @pytest.mark.parametrize(
        "how", [ContactKind.CALL_CHILD, ContactKind.CALL, ContactKind.MESSAGE, ContactKind.MEETING]
    )
    def test_other_contacts_do_not(self, how: ContactKind) -> None:
        assert seen(contact(how)) == SECOND.held_on

    def test_a_visit_dated_after_today_has_not_happened(self) -> None:
        assert seen(contact(ContactKind.VISIT, "2022-10-21")) == SECOND.held_on

    @pytest.mark.parametrize(
        ("how", "counts"),
        [(None, True), (TalkHow.ALONE, True), (TalkHow.OBSERVED, True), (TalkHow.REFUSED, False),
         (TalkHow.ALONE_REMOTELY, False)],
    )  # fmt: skip
    def test_the_talk_before_a_review_counts_where_the_child_was_seen(
        self, how: TalkHow | None, *, counts: bool
    ) -> None:
        talk = replace(done(Task.CHILD_SEEN, "2022-10-12"), detail=how.value if how else None)
        assert seen(talk) == (on("2022-10-12") if counts else SECOND.held_on)
