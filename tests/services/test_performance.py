"""What the page of figures is told: tiles, months, parts and rows, all from the same rows, and small numbers hidden."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from iro_desktop.domain.acts import ChangeSetting
from iro_desktop.domain.choices import IROS_COMPARED
from iro_desktop.domain.errors import UserError
from iro_desktop.measures.compute import DoesNotAddUp, figure_for, figure_of, rows_of
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.model import By, Span, Unit
from iro_desktop.measures.suppress import is_small
from iro_desktop.services.figure_words import change_of, change_words, printed, share_doubt, value_doubt
from iro_desktop.services.figures import counted_of, service_of
from iro_desktop.services.performance import Counting, year_before
from iro_desktop.services.performance_views import TILES, FigureWish
from tests.conftest import TODAY
from tests.demo_copy import open_demo
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.office import Office, day

YEAR = FigureWish(date(2026, 4, 1), date(2027, 3, 31))
SMALL = replace(YEAR, hides_small=True)
TO_COME = FigureWish(date(2027, 1, 1), date(2027, 2, 1))
EVENTS = [one for one in DEFINITIONS if not one.of_period]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Sixty invented children, the whole service in view; read only."""
    opened = open_demo(tmp_path_factory.mktemp("figures") / "demo", TODAY)
    opened.act(ChangeSetting(setting=IROS_COMPARED, value="yes", from_on=TODAY))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def counted(desk):
    return counted_of(desk._snapshot), service_of(desk._snapshot)


# --- every figure is the one that the measures give


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda one: one.id)
def test_tile_trend_and_parts_are_what_the_measure_gives_for_the_same_time(desk, counted, definition):
    children, service = counted
    tile = next(one for one in desk.performance(YEAR).tiles if one.figure.measure == definition.id)
    figure = figure_for(definition, children, Span(YEAR.from_on, YEAR.to_on, TODAY), service=service)
    assert (tile.figure.numerator, tile.figure.denominator, tile.figure.value) == (
        figure.numerator, figure.denominator, figure.value,
    )  # fmt: skip
    assert (tile.figure.check, tile.figure.beside) == (figure.check, figure.beside)
    points = desk.figure_trend(definition.id, YEAR, By.MONTH)
    for point in points:
        alone = figure_for(definition, children, Span(point.from_on, point.to_on, TODAY), service=service)
        assert (point.figure.value, point.figure.check) == (alone.value, alone.check)
    values = tuple(point.figure.value for point in points)
    assert tile.months[-len(points) :] == (values if definition.id in TILES else ())


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda one: one.id)
def test_of_one_iro_it_is_the_rows_of_that_iro_and_no_others(desk, counted, definition):
    children, service = counted
    span = Span(YEAR.from_on, YEAR.to_on, TODAY)
    for iro in desk.iros():
        rows = rows_of(definition, children, span, iro, service=service)
        assert Counting(desk._snapshot, replace(YEAR, iro=iro)).rows(definition, span) == rows


def test_what_is_counted_by_its_own_day_is_the_same_whatever_period_the_day_lies_in(counted):
    """That is what lets one counting be cut into months; a measure that looks at the period says so."""
    children, service = counted
    whole = Span(date(2025, 9, 1), date(2026, 11, 30), TODAY)
    for definition in EVENTS:
        rows = rows_of(definition, children, whole, service=service)
        for first, after in pairwise([date(2025, 9, 1), date(2025, 9, 20), date(2026, 2, 1), date(2026, 12, 1)]):
            part = Span(first, after - timedelta(1), TODAY)
            assert rows_of(definition, children, part, service=service) == [
                row for row in rows if first <= row.day < after
            ], definition.id
    of_period = {one.id for one in DEFINITIONS if one.of_period}
    assert {"timeliness.child", "timeliness.latest", "children.stock", "caseload.per-fte"} <= of_period


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda one: one.id)
def test_rows_stand_in_three_lists_that_make_the_figure(desk, definition):
    view = desk.figure_rows(definition.id, YEAR)
    assert len(view.left_out) == sum(count for _, count in view.figure.left_out)
    assert len(view.met) + len(view.not_met) == view.figure.denominator
    if definition.unit is Unit.PERCENT:
        assert len(view.met) == view.figure.numerator
        assert {row.judged for row in view.met} <= {definition.words[0]}
        assert {row.judged for row in view.not_met} <= {definition.words[1]}
    assert all(row.judged.startswith("left out: ") for row in view.left_out)


# --- time


def test_points_cover_the_period_without_gap_or_overlap_and_none_is_to_come(desk):
    wish = FigureWish(date(2026, 2, 10), date(2027, 1, 20))
    for by, labels in ((By.MONTH, ("Feb 2026", "Nov 2026")), (By.QUARTER, ("2025/26 Q4", "2026/27 Q3"))):
        points = desk.figure_trend("reviews.held", wish, by)
        assert (points[0].label, points[-1].label) == labels
        assert (points[0].from_on, points[-1].to_on) == (wish.from_on, TODAY)
        assert all(one.to_on + timedelta(1) == after.from_on for one, after in pairwise(points))


@pytest.mark.parametrize(
    ("first", "last", "today", "before"),
    [
        ("2026-04-01", "2027-03-31", "2026-11-23", ("2025-04-01", "2025-11-23")),  # what is to come has no year before
        ("2025-04-01", "2026-03-31", "2026-11-23", ("2024-04-01", "2025-03-31")),
        ("2024-02-01", "2024-02-29", "2026-11-23", ("2023-02-01", "2023-02-28")),
        ("2025-02-01", "2025-02-28", "2026-11-23", ("2024-02-01", "2024-02-29")),
        ("2024-02-29", "2024-03-31", "2026-11-23", ("2023-02-28", "2023-03-31")),
    ],
)
def test_a_year_before_is_the_same_days_and_the_end_of_february_stays_its_end(first, last, today, before):
    span = year_before(Span(*map(date.fromisoformat, (first, last, today))))
    assert (span.from_on, span.to_on) == tuple(map(date.fromisoformat, before))


def test_the_head_says_whose_and_what_time_and_as_known_when(desk):
    view = desk.performance(YEAR)
    assert (view.scope, view.span_words) == ("all IROs", "1 April 2026 to 31 March 2027")
    assert desk.performance(FigureWish(date(2026, 4, 1), TODAY)).span_words == "1 April to 23 November 2026"


def test_facts_that_do_not_reach_back_give_no_earlier_figure(office: Office):
    office.each(IRO, CHILD, FIRST)
    tiles = {one.figure.measure: one for one in office.desk().performance(YEAR).tiles}
    assert tiles["timeliness.held"].figure.printed == "100.0 %"
    assert {one.change for one in tiles.values()} == {None}


def test_an_earlier_figure_is_known_for_what_the_returns_tell_and_not_for_work_that_was_not_recorded(desk):
    tiles = {one.figure.measure: one for one in desk.performance(YEAR).tiles}
    assert tiles["timeliness.held"].change is not None
    assert tiles["timeliness.held"].change.before_words == "a year before"
    assert tiles["minutes.in-time"].change is None
    assert tiles["reviews.series"].change is None


# --- parts


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda one: one.id)
def test_parts_add_up_to_the_whole_by_everything_it_can_be_told_apart_by(desk, definition):
    for by in (*definition.by, By.MONTH, By.QUARTER):
        view = desk.figure_parts(definition.id, YEAR, by)
        if definition.unit in (Unit.PERCENT, Unit.COUNT):
            assert sum(one.figure.numerator for one in view.parts) == view.whole.numerator
            assert sum(one.figure.denominator for one in view.parts) == view.whole.denominator
            assert not view.parts or f"= {view.whole.denominator:,} " in view.check
        else:
            assert view.check == ""


def test_ages_stand_in_their_own_order_and_what_is_not_recorded_last(desk):
    view = desk.figure_parts("children.stock", YEAR, By.AGE)
    assert [one.words for one in view.parts] == ["under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"]
    assert view.title == "Children looked after, by age"
    assert desk.figure_parts("timeliness.held", YEAR, By.TEAM).parts[-1].words == ""


def test_narrowed_by_an_iro_or_by_a_wish_for_that_iro_is_the_same(desk):
    iro = desk.iros()[0]
    by_wish = desk.performance(replace(YEAR, iro=iro)).tiles
    narrowed = desk.performance(replace(YEAR, where=((By.IRO, iro),))).tiles
    assert [one.figure for one in narrowed] == [one.figure for one in by_wish]


def test_only_measures_that_can_be_narrowed_so_are_shown(desk):
    tiles = desk.performance(replace(YEAR, where=((By.THEME, "Health"),))).tiles
    assert {one.figure.subject for one in tiles} == {"Challenge and praise"}
    part = next(one for one in desk.figure_parts("timeliness.held", YEAR, By.TEAM).parts if one.words)
    narrow = desk.performance(replace(YEAR, where=((By.TEAM, part.words),))).tiles
    assert narrow[0].figure.numerator == part.figure.numerator


# --- refusals


@pytest.mark.parametrize(
    ("ask", "field", "words"),
    [
        (lambda desk: desk.performance(replace(YEAR, iro="Nobody")), "", "no IRO of that name"),
        (lambda desk: desk.performance(replace(YEAR, to_on=date(2026, 3, 1))), "to_on", "lies before"),
        (lambda desk: desk.performance(replace(YEAR, as_at=TODAY + timedelta(1))), "as_at", "still to come"),
        (lambda desk: desk.performance(TO_COME), "from_on", "1 Jan 2027, where the period begins, is still to come."),
        (lambda desk: desk.figure_trend("reviews.held", TO_COME, By.MONTH), "from_on", "still to come"),
        (lambda desk: desk.figure_rows("children.stock", TO_COME), "from_on", "still to come"),
        (lambda desk: desk.figure_doubt("attendance", YEAR, 194), "value", "not more than 100 %"),
        (lambda desk: desk.figure_trend("luck", YEAR, By.MONTH), "measure", "no measure “luck”"),
        (lambda desk: desk.figure_trend("attendance", YEAR, By.TEAM), "by", "by month or by quarter"),
        (lambda desk: desk.figure_parts("attendance", YEAR, By.THEME), "by", "cannot be told apart by theme"),
        (lambda desk: desk.figure_rows("attendance", SMALL), "hides_small", "Rows are children"),
        (
            lambda desk: desk.figure_rows("attendance", replace(YEAR, where=((By.THEME, "x"),))),
            "where",
            "is not known by theme",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_sentence(desk, ask, field, words):
    with pytest.raises(UserError, match=words) as refused:
        ask(desk)
    assert refused.value.field == field


def test_a_figure_whose_parts_contradict_each_other_is_not_printed_and_the_others_are(office: Office, monkeypatch):
    office.each(IRO, CHILD, FIRST)

    def broken(definition, *said):
        if definition.id == "attendance":
            raise DoesNotAddUp("attendance: 1 + 1, 3 counted")
        return figure_of(definition, *said)

    monkeypatch.setattr("iro_desktop.services.performance.figure_of", broken)
    desk = office.desk()
    tiles = {one.figure.measure: one for one in desk.performance(YEAR).tiles}
    assert tiles["attendance"].figure.printed == "not shown"
    assert tiles["attendance"].figure.check.startswith("Not shown, because its parts do not add up: attendance: 1 + 1")
    assert tiles["timeliness.held"].figure.printed == "100.0 %"
    for ask in (desk.figure_rows, lambda measure, wish: desk.figure_trend(measure, wish, By.MONTH)):
        with pytest.raises(UserError, match="do not add up"):
            ask("attendance", YEAR)


# --- small numbers


def test_no_figure_and_no_part_that_is_shown_tells_of_fewer_than_five(desk):
    for tile in desk.performance(SMALL).tiles:
        one = tile.figure
        if one.printed == "c":
            assert (one.value, one.numerator, one.denominator, one.left_out, one.beside) == (None, 0, 0, (), 0)
        elif one.unit is Unit.PERCENT:
            assert not any(map(is_small, (one.numerator, one.denominator - one.numerator, one.denominator)))
        else:
            assert not is_small(one.denominator)
        assert not any(is_small(count) for _, count in one.left_out)


@pytest.mark.parametrize("by", [By.TEAM, By.IRO, By.MONTH, By.QUARTER])
def test_what_is_hidden_does_not_follow_from_the_whole_less_what_is_shown(desk, by):
    for measure in ("timeliness.held", "reviews.held", "minutes.in-time", "attendance", "children.started"):
        plain, shown = desk.figure_parts(measure, YEAR, by), desk.figure_parts(measure, SMALL, by)
        pairs = [(one.figure, two.figure) for one, two in zip(plain.parts, shown.parts, strict=True)]
        hidden = [one for one, two in pairs if two.printed == "c"]
        if shown.whole.printed == "c":
            assert len(hidden) == len(pairs)
        elif hidden:
            assert len(hidden) > 1
            met, whole = sum(one.numerator for one in hidden), sum(one.denominator for one in hidden)
            assert len(hidden) == len(pairs) or not any(map(is_small, (met, whole, whole - met)))


# --- words


@pytest.mark.parametrize(
    ("unit", "before", "now", "words"),
    [
        (Unit.PERCENT, 94.0, 83.8, "down 10.2 percentage points"),
        (Unit.PERCENT, 83.8, 84.8, "up 1.0 percentage point"),
        (Unit.PERCENT, 0.1, 0.3, "up 0.2 percentage points"),  # not 0.19999…
        (Unit.PERCENT, 83.8, 83.8, "the same"),
        (Unit.PERCENT, None, 83.8, "not measured before"),
        (Unit.PERCENT, 83.8, None, "nothing to count now"),
        (Unit.PERCENT, None, None, "the same"),
        (Unit.COUNT, 473, 531, "up by 58"),
        (Unit.COUNT, 2531, 1000, "down by 1,531"),
        (Unit.AVERAGE, 0.5, 0.38, "down by 0.12"),
        (Unit.MEDIAN, 11.5, 10.5, "down by 1 working day"),
        (Unit.MEDIAN, 9.0, 11.5, "up by 2.5 working days"),
        (Unit.RATIO, 61.25, 64.0, "up by 2.7"),
    ],
)
def test_the_words_of_a_change_follow_the_figures(unit, before, now, words):
    assert change_words(unit, before, now) == words


def test_better_and_worse_go_by_the_definition():
    for measure, is_up_better in (("timeliness.held", True), ("rearranged", False), ("reviews.held", None)):
        definition = BY_ID[measure]
        assert change_of(definition, 80.0, 90.0, "").is_better is is_up_better
        assert change_of(definition, 90.0, 80.0, "").is_better is (None if is_up_better is None else not is_up_better)
        assert change_of(definition, 90.0, 90.0, "").is_better is None
        assert change_of(definition, None, 90.0, "").is_better is None


@pytest.mark.parametrize(
    ("before", "now", "volumes", "is_better"),
    [
        (10, 20, (100, 100), False),  # more of as many
        (10, 20, (100, 400), None),  # more, but of four times as many: one in ten was moved, one in twenty is
        (10, 20, (100, 200), None),  # as many of each as before
        (10, 20, (200, 100), False),
        (20, 10, (100, 100), True),
        (20, 10, (100, 400), True),
        (20, 10, (100, 20), None),  # fewer, but half of all now
        (10, 10, (100, 50), None),  # the same
        (10, 20, None, None),  # of how many is not known
        (0, 3, (0, 40), None),  # nothing there could be counted then
        (3, 0, (40, 0), None),
    ],
)
def test_a_count_is_judged_only_where_it_moved_that_way_for_each_of_its_volume_too(before, now, volumes, is_better):
    for measure in ("rearrangements", "not-attended"):
        assert change_of(BY_ID[measure], before, now, "", volumes).is_better is is_better


def test_a_count_without_a_good_direction_is_never_judged():
    plain = [one for one in DEFINITIONS if one.unit is Unit.COUNT and not one.better]
    assert plain
    for one in plain:
        for volumes in (None, (100, 100), (100, 50)):
            assert change_of(one, 10, 20, "", volumes).is_better is None


def test_every_count_with_a_good_direction_says_of_how_many_it_could_be():
    for one in DEFINITIONS:
        is_judged_count = one.unit is Unit.COUNT and one.better != 0
        assert bool(one.per) is is_judged_count, one.id
        assert not one.per or set(one.by) >= {By.IRO, By.TEAM} <= set(BY_ID[one.per].by)


def test_the_verdict_on_a_count_of_the_page_is_that_of_count_and_rate(desk):
    """Counted again from the other figures of the page: no count is called worse while its rate fell."""
    span = year_before(Span(YEAR.from_on, YEAR.to_on, TODAY))
    tiles = {one.figure.measure: one for one in desk.performance(YEAR).tiles}
    before = {one.figure.measure: one.figure for one in desk.performance(FigureWish(span.from_on, span.to_on)).tiles}
    told = [one for one in ("rearrangements", "not-attended") if tiles[one].change is not None]
    assert told
    for measure in told:
        was, now, per = before[measure], tiles[measure].figure, BY_ID[measure].per
        then, since = was.denominator / before[per].denominator, now.denominator / tiles[per].figure.denominator
        ways = {
            (now.denominator > was.denominator) - (now.denominator < was.denominator),
            (since > then) - (since < then),
        }
        assert tiles[measure].change.is_better is {(1,): False, (-1,): True}.get(tuple(ways))


@pytest.mark.parametrize(
    ("said", "met", "whole", "doubt"),
    [
        (94, 1033, 1233, "94 % of 1,233 would be 1,159; 1,033 of 1,233 is 83.8 %"),
        (84, 1033, 1233, ""),
        (83.8, 1033, 1233, ""),
        (83.78, 1033, 1233, ""),
        (83.7, 1033, 1233, "83.7 % of 1,233 would be 1,032; 1,033 of 1,233 is 83.8 %"),
        (43.1, 531, 1233, ""),
        (12.5, 1, 8, ""),
        (13, 1, 8, ""),
        (12, 1, 8, ""),  # half a point either way: printed without a decimal, both roundings are somebody's practice
        (50, 0, 0, "50 % was printed; there is nothing to count"),
    ],
)
def test_a_printed_share_is_doubted_where_its_numbers_do_not_make_it(said, met, whole, doubt):
    assert share_doubt(said, met, whole) == doubt


def test_a_printed_count_is_doubted_where_another_is_counted():
    assert value_doubt(Unit.COUNT, 531, 531) == ""
    assert value_doubt(Unit.COUNT, 1531, 531) == "1,531 was printed; 531 is counted"
    assert printed(Unit.MEDIAN, 11.5) == "11.5 working days"


def test_nothing_now_and_nothing_a_year_before_is_no_comparison(desk):
    tiles = desk.performance(replace(YEAR, where=((By.TEAM, "Nowhere"),))).tiles
    empty = [one for one in tiles if one.figure.value is None]
    assert empty
    assert {one.change for one in empty} == {None}


def test_a_published_figure_is_asked_about_and_answered_from_the_rows(office: Office):
    office.each(IRO, CHILD, FIRST)
    wish = FigureWish(day("1 Apr"), TODAY)
    said = office.desk().figure_doubt("timeliness.held", wish, 94)
    assert said == "94 % of 1 would be 1; 1 of 1 is 100.0 %."
    assert office.desk().figure_doubt("timeliness.held", wish, 100) == "100 % is right: 1 of 1."
    assert (
        office.desk().figure_doubt("timeliness.held", replace(wish, hides_small=True), 94)
        == "Hidden, so that nobody can be told from it."
    )
    assert office.desk().figure_doubt("reviews.held", wish, 3) == "3 was printed; 1 is counted."
