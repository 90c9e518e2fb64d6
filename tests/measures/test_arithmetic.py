"""Shares, rounding, the vectors of the field, what a table hides, and figures whose parts do not add up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iro_desktop.domain.records import ChildFacts, Iro, Review
from iro_desktop.domain.vocabulary import IroRole, Participation, ReviewMethod
from iro_desktop.measures.compute import (
    DoesNotAddUp,
    figure_for,
    figure_of,
    figures_by,
    fte_of,
    half_up,
    numerator_for,
    percent,
    rows_of,
)
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.model import By, Counted, LeftOut, Row, Service, Span, Unit
from iro_desktop.measures.suppress import hides_share
from iro_desktop.measures.tables import Table, suppressed
from tests.builders import child_with, episode, new_id

TODAY = date(2026, 11, 23)
YEAR = Span(date(2025, 4, 1), date(2026, 3, 31), TODAY)
FIRST = date(2025, 4, 1)


# --- shares and rounding


@given(st.integers(0, 10**9), st.integers(1, 10**9))
@example(1, 2000)
@example(1999, 2000)
def test_a_share_is_within_half_a_tenth_and_half_goes_up(part: int, whole: int) -> None:
    part = min(part, whole)
    shown = percent(part, whole)
    assert shown is not None
    off = Fraction(str(shown)) - Fraction(100 * part, whole)
    assert -Fraction(1, 20) < off <= Fraction(1, 20)
    assert 0 <= shown <= 100


@given(st.fractions(min_value=0, max_value=10**6), st.integers(0, 3))
def test_half_up_is_the_nearest_and_never_below_by_a_half(exact: Fraction, decimals: int) -> None:
    off = Fraction(str(half_up(exact, decimals))) - exact
    assert -Fraction(1, 2 * 10**decimals) < off <= Fraction(1, 2 * 10**decimals)


@given(st.integers(1, 5000), st.data())
def test_a_share_printed_with_one_decimal_leads_back_to_its_numerator_where_it_can(
    whole: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, whole))
    shown = percent(part, whole)
    assert shown is not None
    back = numerator_for(shown, whole)
    assert abs(back - part) <= whole / 2000 + 1
    assert whole >= 1000 or back == part


# --- the vectors of the field


def _held(codes: Sequence[Participation]) -> list[Counted]:
    """One child for each review, reviewed once in the year."""
    made = []
    for number, code in enumerate(codes):
        facts = child_with(episode("2024-01-05"))
        held = Review(new_id(), "c", FIRST + timedelta(days=number % 360), None, code, ReviewMethod.MEETING)
        made.append(Counted(_named(replace(facts, reviews=(held,)), number), (), {}))
    return made


def _named(facts: ChildFacts, number: int) -> ChildFacts:
    return replace(facts, child=replace(facts.child, council_id=f"C{number:05}"))


def test_the_vector_of_codes_gives_sixty_ninety_three_and_ninety_five_percent() -> None:
    numbers = (20, 50, 5, 3, 2, 20, 15, 5)
    codes = [code for code, count in zip(Participation, numbers, strict=True) for _ in range(count)]
    children = _held(codes)
    for measure, shown in (("attendance", 60.0), ("participation.strict", 93.0), ("participation.broad", 95.0)):
        found = figure_for(BY_ID[measure], children, YEAR)
        assert (found.percent, found.denominator) == (shown, 100)
        assert found.left_out == ((LeftOut.UNDER_FOUR, 20),)


# Cheshire East, IRO annual report 2023/24: 1,233 reviews held; what it says of them, and the share that this is.
PUBLISHED = (
    ("timeliness.held", 1033, 83.8, "1,033 in time + 200 late = 1,233 held; 0 left out"),
    ("rearranged", 531, 43.1, "531 rearranged + 702 not moved = 1,233 held; 0 left out"),
    (
        "recommendations.in-time",
        683,
        55.4,
        "683 in time + 550 late or not sent = 1,233 reviews whose recommendations were due; 0 left out",
    ),
    (
        "minutes.in-time",
        573,
        46.5,
        "573 in time + 660 late or not finished = 1,233 reviews whose minutes were due; 0 left out",
    ),
)


def rows_with(met: int, whole: int, iros: int = 1) -> list[Row]:
    """So many rows, so many of them met."""
    return [
        Row(f"C{at:05}", FIRST + timedelta(days=at % 365), None, None, None, at < met, None, f"IRO {at % iros}")
        for at in range(whole)
    ]


@pytest.mark.parametrize(("measure", "met", "shown", "check"), PUBLISHED)
def test_the_published_counts_have_the_shares_that_they_have(measure: str, met: int, shown: float, check: str) -> None:
    found = figure_of(BY_ID[measure], rows_with(met, 1233), YEAR)
    assert (found.numerator, found.denominator, found.percent, found.value) == (met, 1233, shown, shown)
    assert found.check == check


def test_the_published_ninety_four_percent_of_1233_would_be_1159_reviews() -> None:
    assert numerator_for(94, 1233) == 1159
    assert percent(1159, 1233) == 94.0
    assert percent(1033, 1233) == 83.8


# --- what a table hides


def _ways(total: int, places: int) -> Iterator[tuple[int, ...]]:
    if places == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *others) for others in _ways(total - first, places - 1))


@given(st.lists(st.integers(0, 11), min_size=1, max_size=5))
@example([1, 1, 40])
@example([4, 4, 9])
@example([3, 0, 0, 12, 12])
@example([5, 4, 4])
def test_no_hidden_part_can_be_told_from_the_total_and_what_is_shown(counts: list[int]) -> None:
    """Who tries knows that nought is never hidden, one that is hidden is small, and none exceeds those shown."""
    shown, total = _shown(counts)
    most = min((count for count, one in zip(counts, shown, strict=True) if count and one != "c"), default=sum(counts))
    places = [at for at, one in enumerate(shown) if one == "c"]
    if not places or total == "c":
        return
    values: dict[int, set[int]] = {at: set() for at in places}
    for way in _ways(sum(counts[at] for at in places), len(places)):
        if min(way) in range(1, 5) and max(way) <= most:
            for at, count in zip(places, way, strict=True):
                values[at].add(count)
    assert all(len(found) > 1 for found in values.values()), values


@given(st.lists(st.integers(0, 60), max_size=8))
def test_small_parts_are_hidden_nought_never_and_nothing_where_none_is_small(counts: list[int]) -> None:
    shown, _ = _shown(counts)
    assert all(one == "c" for count, one in zip(counts, shown, strict=True) if 0 < count < 5)
    assert all(one in ("c", str(count)) for count, one in zip(counts, shown, strict=True))
    assert not any(one == "c" for count, one in zip(counts, shown, strict=True) if not count)
    if not any(0 < count < 5 for count in (*counts, sum(counts))):
        assert "c" not in shown


def _shown(counts: list[int]) -> tuple[list[str], str | None]:
    table = Table("by team", {str(at): count for at, count in enumerate(counts)}, sum(counts))
    (found,) = suppressed([table])
    return list(found.parts.values()), found.whole


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_share_is_hidden_where_those_in_it_or_not_in_it_are_few(met: int, not_met: int) -> None:
    assert hides_share(met, met + not_met) is (0 < met < 5 or 0 < not_met < 5 or 0 < met + not_met < 5)


# --- parts and the whole


@st.composite
def some_rows(draw: st.DrawFn) -> list[Row]:
    """Rows as a sound measure yields them."""
    whole = draw(st.integers(0, 30))
    found = []
    for at in range(whole):
        why = draw(st.sampled_from([None, None, LeftOut.NOT_TRACKED, LeftOut.NOT_YET_DUE]))
        is_met = draw(st.booleans()) and why is None
        day = FIRST + timedelta(days=draw(st.integers(0, 364)))
        who, team = draw(st.sampled_from(["Asha", "Ben", ""])), draw(st.sampled_from(["North", ""]))
        found.append(Row(f"C{at:03}", day, day, None, None, is_met, why, who, team))
    return found


@given(some_rows(), st.sampled_from([By.IRO, By.TEAM, By.MONTH, By.QUARTER, By.AGENCY]))
def test_the_parts_add_up_to_the_whole(rows: list[Row], by: By) -> None:
    definition = BY_ID["minutes.in-time"]
    whole = figure_of(definition, rows, YEAR)
    parts = figures_by(definition, rows, YEAR, by)
    assert sum(one.numerator for _, one in parts) == whole.numerator
    assert sum(one.denominator for _, one in parts) == whole.denominator
    assert whole.denominator + sum(count for _, count in whole.left_out) == len(rows)
    assert [words for words, _ in parts] == sorted({row.tag(by) for row in rows})


TAMPERED = {
    "in the numerator though left out": {"is_met": True, "left_out": LeftOut.NOT_TRACKED},
    "left out for a reason that is none of the measure's": {"is_met": False, "left_out": LeftOut.NONE_DUE},
    "from before the period": {"day": date(2025, 3, 31)},
    "from after the period": {"day": date(2026, 4, 1)},
}


@given(some_rows().filter(bool), st.sampled_from(sorted(TAMPERED)), st.data())
def test_tampered_rows_are_refused_whichever_row_it_is(rows: list[Row], how: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    tampered = [*rows[:at], replace(rows[at], **TAMPERED[how]), *rows[at + 1 :]]  # type: ignore[arg-type]
    with pytest.raises(DoesNotAddUp):
        figure_of(BY_ID["minutes.in-time"], tampered, YEAR)
    with pytest.raises(DoesNotAddUp):
        figure_of(BY_ID["minutes.in-time"], [*rows, rows[at]], YEAR)  # the same thing twice


def test_what_lies_after_today_is_in_no_figure() -> None:
    to_come = Span(date(2026, 4, 1), date(2027, 3, 31), TODAY)
    tomorrow = Row("C1", TODAY + timedelta(days=1), None, None, None, True, None, "")
    with pytest.raises(DoesNotAddUp):
        figure_of(BY_ID["minutes.in-time"], [tomorrow], to_come)


def test_a_count_has_nobody_who_was_not_met() -> None:
    with pytest.raises(DoesNotAddUp):
        figure_of(BY_ID["reviews.held"], rows_with(1, 2), YEAR)


# --- averages and ratios


def test_the_caseload_is_divided_by_full_time_equivalents_told_exactly() -> None:
    iros = {
        "a": Iro("a", "Asha", fte=1.0),
        "b": Iro("b", "Ben", fte=0.6),
        "c": Iro("c", "Cara", fte=0.7, to_on=date(2026, 3, 30)),
        "d": Iro("d", "Dev", fte=0.7, from_on=date(2026, 3, 31), role=IroRole.CARED_FOR),
        "e": Iro("e", "Eve", fte=1.0, role=IroRole.MANAGER),
        "f": Iro("f", "Finn", fte=0.5, role=IroRole.FOSTERING),
    }
    service = Service(iros)
    assert fte_of(service, YEAR, None) == Fraction(23, 10)
    assert fte_of(service, YEAR, "Ben") == Fraction(3, 5)
    one = figure_of(BY_ID["caseload.per-fte"], rows_with(130, 130), YEAR, fte_of(service, YEAR, None))
    assert (one.value, one.check) == (56.5, "130 children with an IRO, 2.3 full-time equivalents")
    assert figure_of(BY_ID["caseload.per-fte"], rows_with(1, 1), YEAR, Fraction(0)).value is None


def test_an_average_and_a_middle_value_say_what_they_are_made_of() -> None:
    rows = [replace(one, amount=float(at)) for at, one in enumerate(rows_with(4, 4))]
    changes = figure_of(BY_ID["iro-changes"], rows, YEAR)
    assert (changes.value, changes.check) == (1.5, "6 changes of IRO among 4 children")
    days = figure_of(BY_ID["alerts.days"], rows, YEAR)
    assert (days.value, days.check) == (1.5, "the middle of 4 alerts resolved")
    assert figure_of(BY_ID["alerts.days"], [], YEAR).value is None


def test_every_measure_of_nobody_says_that_there_is_nothing_to_count() -> None:
    for definition in DEFINITIONS:
        found = figure_of(definition, rows_of(definition, [], YEAR), YEAR)
        assert found.denominator == 0
        assert found.value == (0 if definition.unit is Unit.COUNT else None)
