"""Small numbers are hidden so that nobody can subtract them back from all that is published together."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from iro_desktop.measures.model import By
from iro_desktop.measures.suppress import HIDDEN
from iro_desktop.services import figures_hidden, iros_compared
from iro_desktop.services.kept_figures import KeptFigures
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.performance import figures_told, performance, trend
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.ui.pages.performance.words import of_words
from tests.conftest import TODAY
from tests.demo_copy import open_demo
from tests.services.attacker import names_of, recovered
from tests.services.conftest import guarded
from tests.services.publishing import published, small_authorities, truth_of

__all__ = ["guarded"]
SEEDS = range(6)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDesk]:
    """Sixty invented children, of whom small authorities are made; read only."""
    opened = open_demo(tmp_path_factory.mktemp("small") / "demo", TODAY)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that compares its IROs: there are more tables to reckon from."""
    monkeypatch.setattr(iros_compared, "are_compared", lambda _: True)


@pytest.fixture
def whole(desk: LocalDesk) -> Snapshot:
    return desk._snapshot


@pytest.fixture
def kept(desk: LocalDesk) -> KeptFigures:
    return KeptFigures(desk._store)


def test_nobody_finds_a_hidden_number_in_all_tables_together(whole: Snapshot, kept: KeptFigures) -> None:
    for small in small_authorities(whole, SEEDS):
        truth = truth_of(small, kept)
        found = recovered(published(small, kept, hides_small=True), truth)
        assert not names_of(found), (small.wish, {way: sorted(names)[:5] for way, names in found.items()})


def test_with_small_numbers_alone_hidden_each_way_finds_some(
    whole: Snapshot, kept: KeptFigures, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same attack on the same tables, where nothing beside the small numbers is hidden: it is a real one."""
    monkeypatch.setattr(figures_hidden, "hidden_pieces", lambda cells, sums, small: frozenset(small))
    for small in small_authorities(whole, range(2)):
        found = recovered(published(small, kept, hides_small=True), truth_of(small, kept))
        assert all(found.values()), {way: len(names) for way, names in found.items()}


def test_the_page_hides_what_its_tables_hide_and_no_step_from_a_year_before_tells_it(
    whole: Snapshot, kept: KeptFigures
) -> None:
    for small in small_authorities(whole, range(3)):
        wish = replace(small.wish, hides_small=True)
        before = {}
        for tile in performance(small.snapshot, kept, wish).tiles:
            change, figure = tile.change, tile.figure
            if change is not None:
                before[figure.measure] = change.before
                assert change.words == "not shown" or HIDDEN not in (change.before, figure.printed)
            if tile.months:
                course = [one.figure.value for one in trend(small.snapshot, figure.measure, wish, By.MONTH)][-12:]
                is_whole = wish.from_on.day == 1  # else its first month began before it, and is not shown on the tile
                shown = tile.months[-len(course) :]
                assert shown[not is_whole :] == tuple(course[not is_whole :])
                assert set(tile.months[: -len(course)]) <= {None}
        alerts = [before.get(f"alerts.{one}", "") for one in ("raised", "challenge", "partner", "good-practice")]
        assert alerts.count(HIDDEN) != 1


def test_what_is_hidden_is_said_in_words_and_never_as_nought(whole: Snapshot, kept: KeptFigures) -> None:
    small = next(small_authorities(whole, range(1)))
    told = figures_told(small.snapshot, kept, replace(small.wish, hides_small=True))
    hidden = [one for one, _ in told if one.printed == HIDDEN]
    assert hidden
    for one in hidden:
        assert (one.value, one.check) == (None, "Hidden, so that nobody can be told from it.")
        assert of_words(one) == "hidden, so that nobody can be told from it"


def test_a_page_narrowed_twice_shows_no_figure(whole: Snapshot, kept: KeptFigures) -> None:
    small = next(small_authorities(whole, range(1)))
    name = small.snapshot.iros[0].name
    wish = replace(small.wish, hides_small=True, iro=name, where=((By.TEAM, "North"),))
    assert {one.printed for one, _ in figures_told(small.snapshot, kept, wish)} == {HIDDEN}
