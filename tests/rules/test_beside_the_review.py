"""What is told beside a date: hearings, the sixteenth birthday, a sign-off, a count that has no last day."""

from iro_desktop.domain.vocabulary import CircumstanceKind, Task
from iro_desktop.rules.calendar import england, with_days
from iro_desktop.rules.compute import deadlines_of, next_pathway_review
from iro_desktop.rules.explain import explain, steps_of
from iro_desktop.rules.leaving_care import eligibility
from iro_desktop.rules.offsets import parse_offset
from iro_desktop.rules.practice import STANDARD
from iro_desktop.rules.reviews import FIRST
from tests.builders import booking, child_with, circumstance, done, episode, on, pathway_review, review
from tests.rules.asking import deadlines, of_rule, only, owed, told

CARE = episode("2023-05-03")
HEARING = circumstance(CircumstanceKind.HEARING, "2023-08-14")
SIXTEEN = "pathway plan belongs to it"


def test_review_booked_after_a_hearing_says_that_it_should_inform_it() -> None:
    late = child_with(CARE, review("2023-05-30"), HEARING, booking("2023-08-21"))
    early = child_with(CARE, review("2023-05-30"), HEARING, booking("2023-08-14"))
    assert "hearing on 14 Aug 2023" in owed(late, "2023-08-01").note
    assert owed(early, "2023-08-01").note == ""


def test_hearing_that_is_over_is_told_no_more() -> None:
    facts = child_with(CARE, review("2023-05-30"), HEARING, booking("2023-08-21"))
    assert owed(facts, "2023-08-15").note == ""


def test_first_review_after_sixteen_is_told_once() -> None:
    first = child_with(CARE, review("2023-05-30"), born="2007-08-01")
    second = child_with(CARE, review("2023-05-30"), review("2023-08-02"), born="2007-08-01")
    assert SIXTEEN in owed(first, "2023-06-01").note
    assert SIXTEEN not in owed(second, "2023-08-03").note


def test_sign_off_counts_from_the_finished_minutes() -> None:
    held = review("2023-12-21")
    work = done(Task.MINUTES, "2024-01-12", held), done(Task.SIGN_OFF, "2024-01-22", held)
    assert told("after.sign-off", child_with(CARE, held, *work), "2024-02-01") == [("2024-01-19", "met-late")]


def test_sign_off_that_nobody_reported_leaves_no_trace() -> None:
    held = review("2023-12-21")
    facts = child_with(CARE, held, done(Task.MINUTES, "2024-01-12", held))
    assert of_rule("after.sign-off", facts, "2024-02-01") == []


def test_first_day_of_the_law_is_explained_as_one() -> None:
    home = circumstance(CircumstanceKind.LA_ACCOMMODATION, "2024-02-05")
    one = only("pathway.accommodation-review", child_with(episode("2020-06-01"), home, born="2006-01-10"), "2024-02-06")
    last = explain(one, england())[-1]
    assert (last.text, last.on) == ("From that day on, as soon as it can be: Mon 4 Mar 2024", on("2024-03-04"))


def test_early_review_without_a_day_is_explained_in_words() -> None:
    facts = child_with(CARE, review("2023-05-30"), circumstance(CircumstanceKind.EXTRA_REVIEW, "2023-06-05"))
    (step,) = explain(only("review.early", facts, "2023-06-06"), england())
    assert ("No number of days is laid down" in step.text, step.on) == (True, None)


def test_early_review_before_the_regulations_has_no_row() -> None:
    asked = circumstance(CircumstanceKind.EXTRA_REVIEW, "2010-06-07", "2010-07-01")
    assert of_rule("review.early", child_with(episode("2010-03-01"), asked), "2010-06-08") == []


def test_count_of_one_that_begins_on_day_1_is_that_day() -> None:
    (step,) = steps_of(england(), on("2024-03-28"), parse_offset("1wd"), counts_start=True)
    assert (step.text, step.on) == ("Start: Thu 28 Mar 2024, counted as day 1", on("2024-03-28"))


def test_next_pathway_review_is_the_earliest_that_is_open() -> None:
    home = circumstance(CircumstanceKind.LA_ACCOMMODATION, "2024-02-05")
    facts = child_with(episode("2020-06-01"), home, pathway_review("2024-02-01"), born="2006-01-10")
    one = next_pathway_review(deadlines(facts, "2024-02-06"))
    assert one is not None
    assert (one.rule.id, one.due_on) == ("pathway.accommodation-review", on("2024-03-04"))
    assert next_pathway_review(()) is None


def test_nobody_whose_birth_is_not_known_is_called_eligible() -> None:
    assert eligibility((), None) is None
    facts = child_with(episode("2020-06-01"), circumstance(CircumstanceKind.CARE_LEAVER, "2024-01-08"), born=None)
    assert of_rule("pathway.review", facts, "2024-02-01") == []


def test_young_person_taken_up_on_a_day_to_come_is_not_followed_yet() -> None:
    care = episode("2020-06-01", ended="2020-07-01", end_reason="E4A")
    facts = child_with(care, circumstance(CircumstanceKind.CARE_LEAVER, "2024-03-08"), born="2005-01-10")
    assert of_rule("pathway.review", facts, "2024-03-07") == []
    assert len(of_rule("pathway.review", facts, "2024-03-08")) == 1


def test_move_before_tracking_is_not_followed() -> None:
    moved = circumstance(CircumstanceKind.MOVED, "2024-04-02")
    taken_up = circumstance(CircumstanceKind.CARE_LEAVER, "2024-04-08")
    facts = child_with(episode("2020-06-01"), moved, taken_up, born="2006-03-10", tracking_from="2024-04-03")
    assert of_rule("pathway.visit", facts, "2024-04-09") == []


def test_service_that_chose_nothing_has_the_rows_as_printed() -> None:
    assert STANDARD.rows(FIRST, on("2024-03-04")) == (FIRST, None)


def test_day_proclaimed_since_moves_every_count_over_it() -> None:
    added = with_days(england(), ((on("2024-03-12"), "A day of mourning"),))
    (one,) = [
        each
        for each in deadlines_of(child_with(episode("2024-03-04")), added, on("2024-03-05"))
        if each.rule.id == "review.first"
    ]
    assert one.due_on == on("2024-04-04")
    assert "Skipped: Tue 12 Mar 2024, A day of mourning" in [step.text for step in explain(one, added)]


def test_no_added_day_leaves_the_calendar_itself() -> None:
    assert with_days(england(), ()) is england()
