"""What is in a figure, what is left out and why; and that no figure is shown whose parts do not add up."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import CircumstanceKind, ReviewGround, ReviewKind, ReviewMethod, Task
from iro_desktop.measures.compute import DoesNotAddUp, figure_of, percent, rows_of
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.model import By, Counted, Figure, LeftOut, Row, Span, Unit
from iro_desktop.measures.reviews import REVIEW_LIMITS
from iro_desktop.rules import after_review, preparation
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.rules.reviews import NEXT_REVIEW
from tests.builders import booking, child_with, circumstance, done, episode, override, pathway_review, practice, review

TODAY = date(2026, 11, 23)


def rows(measure: str, facts: ChildFacts, *, of: str = "2026", chosen: Practice = STANDARD) -> list[Row]:
    span = Span(date(int(of), 1, 1), date(int(of), 12, 31), TODAY)
    counted = Counted(facts, deadlines_of(facts, england(), TODAY, chosen), {"iro": "Asha Iyer"})
    return rows_of(BY_ID[measure], [counted], span)


def told(measure: str, facts: ChildFacts, **more: object) -> list[tuple[str, str]]:
    """Day and answer of each row."""
    found = rows(measure, facts, **more)  # type: ignore[arg-type]
    return [(one.day.isoformat(), str(one.left_out or ("in time" if one.is_met else "not in time"))) for one in found]


def figure(measure: str, facts: ChildFacts) -> Figure:
    return figure_of(BY_ID[measure], rows(measure, facts), Span(date(2026, 1, 1), TODAY, TODAY))


def test_the_rules_that_measures_know_are_those_that_ask_for_the_next_review() -> None:
    assert REVIEW_LIMITS == NEXT_REVIEW


def test_each_measure_of_work_around_a_review_states_the_limit_of_its_rule() -> None:
    for measure, rule in (
        ("recommendations.in-time", after_review.RECOMMENDATIONS),
        ("response.in-time", after_review.RESPONSE),
        ("care-plan.in-time", after_review.CARE_PLAN_UPDATE),
        ("minutes.in-time", after_review.MINUTES),
        ("letters.in-time", after_review.LETTER),
        ("distribution.in-time", after_review.DISTRIBUTION),
    ):
        assert f"within {rule.offset.words} of " in BY_ID[measure].definition
    for measure, rule in (("reports.in-time", preparation.REPORT), ("consult.in-time", preparation.CONSULT)):
        assert f"at least {rule.offset.words.removesuffix(' before')} ahead" in BY_ID[measure].definition


def test_every_definition_says_everything_about_itself() -> None:
    for one in DEFINITIONS:
        said = (one.definition, one.population, one.numerator, one.denominator, one.source, one.name, one.subject)
        assert all(said)
        assert one.definition.endswith(".")
        assert all(words[0].isupper() and "  " not in words and "{" not in words for words in said)
        is_met, is_not, whole = one.words
        assert whole
        assert bool(is_met and is_not) is (one.unit is Unit.PERCENT)
        assert bool(one.better) or one.unit is not Unit.PERCENT


def test_each_measure_has_an_id_and_a_name_of_its_own() -> None:
    assert len({one.id for one in DEFINITIONS}) == len({one.name for one in DEFINITIONS}) == len(DEFINITIONS) == 47


def test_no_measure_tells_things_apart_by_what_it_does_not_know_of_them() -> None:
    for one in DEFINITIONS:
        assert By.IRO in one.by
        assert len(set(one.by)) == len(one.by)


def test_a_review_on_its_last_day_is_in_time_and_a_day_later_it_is_not() -> None:
    first = review("2026-02-02")
    assert told("timeliness.held", child_with(episode("2026-01-05"), first)) == [("2026-02-02", "in time")]
    assert told("timeliness.held", child_with(episode("2026-01-05"), review("2026-02-03"))) == [
        ("2026-02-03", "not in time")
    ]


def test_a_review_whose_predecessor_is_unknown_is_left_out_with_that_reason() -> None:
    facts = child_with(episode("2024-01-05", "L"), review("2026-02-02"), complete_from="2026-01-01")
    for measure in ("timeliness.held", "timeliness.due"):
        assert told(measure, facts)[0] == ("2026-02-02", LeftOut.PREDECESSOR_UNKNOWN)


def test_a_pathway_review_and_one_told_twice_are_no_reviews_of_their_own() -> None:
    facts = child_with(episode("2026-01-05"), review("2026-02-02"), review("2026-02-02"), pathway_review("2026-03-03"))
    assert len(rows("timeliness.held", facts)) == 1
    assert len(rows("minutes.in-time", facts)) == 1


def test_a_review_not_held_is_counted_once_its_last_day_has_passed_and_not_before() -> None:
    late = child_with(episode("2026-01-05"), review("2026-02-02"), review("2026-04-30"))
    assert told("timeliness.due", late)[-1] == ("2026-10-30", "not in time")
    to_come = child_with(episode("2026-01-05"), review("2026-02-02"), review("2026-05-02"), review("2026-06-01"))
    assert [day for day, _ in told("timeliness.due", to_come)] == ["2026-02-02", "2026-05-02", "2026-11-02"]
    due_today = child_with(episode("2026-01-05"), review("2026-02-02"), review("2026-04-30"), review("2026-05-23"))
    assert "2026-11-23" not in [day for day, _ in told("timeliness.due", due_today)]


def test_a_review_missed_before_care_ended_still_counts_as_not_in_time() -> None:
    facts = child_with(
        episode("2026-01-05", ended="2026-09-01", end_reason="E4A"), review("2026-02-02"), tracking_from="2026-01-01"
    )
    assert told("timeliness.due", facts) == [("2026-02-02", "in time"), ("2026-05-02", "not in time")]


def test_what_fell_due_before_a_child_was_tracked_here_is_left_out_for_nobody_knows() -> None:
    facts = child_with(
        episode("2026-01-05"), review("2026-02-02"), tracking_from="2026-11-01", complete_from="2026-01-01"
    )
    assert told("timeliness.due", facts)[-1] == ("2026-05-02", LeftOut.NOT_TRACKED)
    assert told("minutes.in-time", facts) == [("2026-02-02", LeftOut.NOT_TRACKED)]


def test_two_limits_at_once_are_one_review_due_by_the_earlier() -> None:
    facts = child_with(
        episode("2025-01-06"), review("2025-01-30"), review("2025-04-20"), review("2025-10-15"),
        circumstance(CircumstanceKind.ADOPTION_AUTHORITY, "2025-11-03"), review("2026-02-10"),
    )  # fmt: skip
    assert told("timeliness.held", facts) == [("2026-02-10", "not in time")]
    assert told("timeliness.due", facts)[0] == ("2026-02-03", "not in time")


def test_a_date_set_by_hand_moves_no_limit_of_the_law() -> None:
    facts = child_with(
        episode("2026-01-05"), review("2026-02-02"), override("review.second", "2026-02-02", "2026-04-01")
    )
    assert told("timeliness.due", facts)[-1] == ("2026-05-02", "not in time")


def test_a_series_is_in_time_only_if_it_was_completed_in_time() -> None:
    done_late = review("2026-02-02", method=ReviewMethod.SERIES, completed="2026-04-02")
    assert told("timeliness.held", child_with(episode("2026-01-05"), done_late)) == [("2026-02-02", "not in time")]
    assert [day for day, _ in told("minutes.in-time", child_with(episode("2026-01-05"), done_late))] == ["2026-04-02"]


def test_an_extra_review_that_takes_no_turn_by_choice_is_left_out_with_that_reason() -> None:
    extra = review("2026-03-02", ground=ReviewGround.IRO_ASKED)
    facts = child_with(episode("2026-01-05"), review("2026-02-02"), extra)
    assert told("timeliness.held", facts)[-1] == ("2026-03-02", "in time")
    assert told("timeliness.held", facts, chosen=practice(extra_review_resets="no"))[-1] == (
        "2026-03-02",
        LeftOut.NOT_IN_TURN,
    )


def test_a_review_outside_care_or_after_the_eighteenth_birthday_is_left_out() -> None:
    ended = child_with(episode("2025-01-06", ended="2026-01-10", end_reason="E4A"), review("2026-02-02"))
    assert told("timeliness.held", ended) == [("2026-02-02", LeftOut.OUTSIDE_CARE)]
    assert told("minutes.in-time", ended) == [("2026-02-02", LeftOut.OUTSIDE_CARE)]
    adult = child_with(episode("2025-01-06"), review("2025-02-03"), review("2026-02-02"), born="2008-01-30")
    assert told("timeliness.held", adult) == [("2026-02-02", LeftOut.ADULT)]


def test_minutes_count_once_they_are_finished_or_their_limit_has_passed() -> None:
    one, two, three = review("2026-02-02"), review("2026-05-01"), review("2026-11-20")
    facts = child_with(episode("2026-01-05"), one, two, three, done(Task.MINUTES, "2026-02-23", one))
    assert told("minutes.in-time", facts) == [
        ("2026-02-02", "in time"), ("2026-05-01", "not in time"), ("2026-11-20", LeftOut.NOT_YET_DUE),
    ]  # fmt: skip
    found = figure("minutes.in-time", facts)
    assert (found.numerator, found.denominator, found.percent) == (1, 2, 50.0)
    assert found.check == "1 in time + 1 late or not finished = 2 reviews whose minutes were due; 1 left out"


def test_a_booking_is_no_review() -> None:
    assert told("timeliness.held", child_with(episode("2026-01-05"), booking("2026-02-02"))) == []


def test_a_period_counts_both_its_ends_and_nothing_after_today() -> None:
    span = Span(date(2026, 2, 2), date(2027, 3, 31), TODAY)
    assert [span.holds(day) for day in (date(2026, 2, 1), date(2026, 2, 2), TODAY, date(2026, 11, 24))] == [
        False, True, True, False,
    ]  # fmt: skip


def test_nothing_to_count_has_no_percentage() -> None:
    found = figure("timeliness.held", child_with(episode("2026-01-05")))
    assert (found.denominator, found.percent) == (0, None)
    assert found.check == "0 in time + 0 late = 0 held; 0 left out"


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_a_percentage_is_the_exact_share_half_up(part: int, whole: int) -> None:
    part = min(part, whole)
    shown = percent(part, whole)
    assert shown is not None
    assert -Fraction(1, 20) < Fraction(str(shown)) - Fraction(100 * part, whole) <= Fraction(1, 20)


@pytest.mark.parametrize(
    "broken",
    [
        {"is_met": True, "left_out": LeftOut.ADULT},
        {"left_out": LeftOut.NOT_YET_DUE},
        {"day": date(2027, 1, 1)},
        {},  # the same thing twice
    ],
)
def test_a_figure_whose_parts_contradict_each_other_is_refused(broken: dict[str, object]) -> None:
    found = rows("timeliness.held", child_with(episode("2026-01-05"), review("2026-02-02")))
    span = Span(date(2026, 1, 1), TODAY, TODAY)
    wrong = replace(found[0], **broken)  # type: ignore[arg-type]
    with pytest.raises(DoesNotAddUp):
        figure_of(BY_ID["timeliness.held"], [*found, wrong] if not broken else [wrong], span)


def test_the_kind_of_review_named_looked_after_counts_as_one() -> None:
    one = replace(review("2026-02-02"), kind=ReviewKind.LOOKED_AFTER)
    assert told("timeliness.held", child_with(episode("2026-01-05"), one)) == [("2026-02-02", "in time")]
