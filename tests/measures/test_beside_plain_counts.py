"""Every measure of invented authorities against a plain count of the same facts by another method."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest

from iro_desktop.measures.compute import figure_for, figure_of, figures_by, figures_in_one_pass, figures_of, rows_of
from iro_desktop.measures.definitions import DEFINITIONS
from iro_desktop.measures.model import By, Definition, LeftOut, Row, Span, Unit
from iro_desktop.store.store import Store
from tests.conftest import TODAY
from tests.measures.authorities import Authority, authority, spans
from tests.measures.plainly import counts
from tests.measures.plainly import told as plain
from tests.measures.plainly.told import Told

ANSWERS = {
    LeftOut.PREDECESSOR_UNKNOWN: plain.UNKNOWN,
    LeftOut.OUTSIDE_CARE: plain.OUTSIDE,
    LeftOut.ADULT: plain.ADULT,
    LeftOut.GROWN_UP: plain.GROWN_UP,
    LeftOut.NOT_TRACKED: plain.UNTRACKED,
    LeftOut.NOT_YET_DUE: plain.TO_COME,
    LeftOut.UNDER_FOUR: plain.UNDER_FOUR,
    LeftOut.NOT_SAID: plain.NOT_SAID,
    LeftOut.NONE_DUE: plain.NONE_DUE,
    LeftOut.NONE_HELD: plain.NONE_HELD,
    LeftOut.NOT_SENT: plain.NOT_SENT,
}
WHO = (By.IRO, By.TEAM)
COUNTED = (plain.MET, plain.NOT_MET)


def as_told(row: Row, definition: Definition) -> Told:
    answer = ANSWERS[row.left_out] if row.left_out else plain.MET if row.is_met else plain.NOT_MET
    about = sorted((by.value, row.tag(by)) for by in definition.by if by not in WHO)
    return Told(row.child, row.day, answer, row.iro, row.team, tuple(about), row.amount)


@pytest.fixture
def town(store: Store, tmp_path: Path, seed: int, short: bool) -> Authority:
    return authority(store, tmp_path, seed, children=12, odd_ones=30, short=short)


@pytest.mark.parametrize(("seed", "short"), [(3, False), (11, True)])
def test_every_measure_equals_a_plain_count_whole_by_iro_and_by_all_it_is_told_apart_by(
    town: Authority, short: bool
) -> None:
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for definition in DEFINITIONS:
        expected = counts.everything(definition.id, town.town, spans())
        for (from_on, to_on), told in zip(spans(), expected, strict=True):
            span = Span(from_on, to_on, TODAY)
            rows = rows_of(definition, town.children, span, service=town.service)
            differ(definition, span, rows, told)
            seen[definition.id].update(one.answer for one in told)
        told_apart(town, definition, Span(*spans()[-1], TODAY), expected[-1])
    every_answer_has_come_up(seen, short=short)


def differ(definition: Definition, span: Span, rows: Iterable[Row], told: Iterable[Told]) -> None:
    found, expected = Counter(as_told(row, definition) for row in rows), Counter(told)
    wrong = [f"counted  {one}" for one in (found - expected).elements()]
    wrong += [f"expected {one}" for one in (expected - found).elements()]
    assert not wrong, "\n".join([f"{definition.id}, {span.from_on} to {span.to_on}", *sorted(wrong)])


def told_apart(town: Authority, definition: Definition, span: Span, told: Sequence[Told]) -> None:
    """The figure as a whole, for each IRO, and for everything that the measure can be told apart by."""
    whole = figure_for(definition, town.children, span, service=town.service)
    rows = rows_of(definition, town.children, span, service=town.service)
    assert Counter(dict(whole.left_out)).total() == sum(one.answer not in COUNTED for one in told)
    if definition.unit is Unit.PERCENT:
        assert (whole.numerator, whole.denominator) == pair(told)
    for by in (*definition.by, By.MONTH, By.QUARTER):
        parts: defaultdict[str, list[Told]] = defaultdict(list)
        for one in told:
            parts[under(one, by)].append(one)
        for words, figure in figures_by(definition, rows, span, by, town.service):
            if definition.unit in (Unit.PERCENT, Unit.COUNT):
                assert (figure.numerator, figure.denominator) == pair(parts[words]), (definition.id, by, words)
            assert figure.denominator == pair(parts.pop(words))[1]
        assert not parts
    for iro in town.now.iros:
        mine = rows_of(definition, town.children, span, iro.name, service=town.service)
        differ(definition, span, mine, [one for one in told if one.iro == iro.name])


def under(one: Told, by: By) -> str:
    if by is By.IRO:
        return one.iro
    if by is By.TEAM:
        return one.team
    if by is By.MONTH:
        return one.day.isoformat()[:7]
    if by is By.QUARTER:
        year = one.day.year if one.day.month > 3 else one.day.year - 1
        quarter = {4: 1, 5: 1, 6: 1, 7: 2, 8: 2, 9: 2, 10: 3, 11: 3, 12: 3}.get(one.day.month, 4)
        return f"{year}/{str(year + 1)[2:]} Q{quarter}"
    return dict(one.about)[by.value]


def pair(told: Sequence[Told]) -> tuple[int, int]:
    met = sum(one.answer == plain.MET for one in told)
    return met, met + sum(one.answer == plain.NOT_MET for one in told)


def every_answer_has_come_up(seen: dict[str, Counter[str]], *, short: bool) -> None:
    """Nothing was compared that is not there, and each reason to leave out has come up somewhere."""
    for measure, answers in seen.items():
        assert answers[plain.MET] or answers[plain.NOT_MET], measure
    every = sum(seen.values(), Counter[str]())
    assert set(ANSWERS.values()) == set(every) - set(COUNTED)
    assert (seen["timeliness.held"][plain.UNKNOWN] > seen["timeliness.held"][plain.MET] / 5) is short


@pytest.mark.parametrize(("seed", "short"), [(5, False)])
def test_the_figures_of_the_iros_and_nobodys_sum_to_the_whole(town: Authority) -> None:
    span = Span(date(2025, 4, 1), TODAY, TODAY)
    for definition in DEFINITIONS:
        rows = rows_of(definition, town.children, span, service=town.service)
        whole = figure_of(definition, rows, span)
        mine = [
            figure_for(definition, town.children, span, name, service=town.service)
            for name in [*(one.name for one in town.now.iros), ""]
        ]
        assert sum(one.denominator for one in mine) == whole.denominator
        if definition.unit is not Unit.RATIO:
            assert sum(one.numerator for one in mine) == whole.numerator
        out: Counter[LeftOut] = sum((Counter(dict(one.left_out)) for one in mine), Counter[LeftOut]())
        assert out == Counter(dict(whole.left_out))


@pytest.mark.parametrize(("seed", "short"), [(3, False)])
def test_children_who_come_one_by_one_give_the_same_figures(town: Authority) -> None:
    for from_on, to_on in spans():
        span = Span(from_on, to_on, TODAY)
        expected = figures_of(town.children, span, service=town.service)
        assert figures_in_one_pass(iter(town.children), span, service=town.service) == expected
    name = next(iter(town.service.iros.values())).name
    of_one = figures_of(town.children, span, name, service=town.service)
    assert figures_in_one_pass(iter(town.children), span, name, service=town.service) == of_one
