"""Small numbers are hidden so that nobody can subtract them back from all that is published together."""

from pathlib import Path

import pytest

from iro_desktop.services import figures_hidden, iros_compared
from iro_desktop.services.kept_figures import KeptFigures
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.store import Store
from tests.measures.authorities import authority
from tests.services.attacker import names_of, recovered
from tests.services.conftest import guarded
from tests.services.publishing import published, small_authorities, truth_of

__all__ = ["guarded"]
SEEDS = range(6)


@pytest.fixture
def whole(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Snapshot:
    """A hundred invented children, of whom small authorities are made."""
    monkeypatch.setattr(iros_compared, "are_compared", lambda _: True)
    return authority(store, tmp_path, 3, children=100, odd_ones=0).now


def test_nobody_finds_a_hidden_number_in_all_tables_together(whole: Snapshot, store: Store) -> None:
    kept = KeptFigures(store)
    for small in small_authorities(whole, SEEDS):
        truth = truth_of(small, kept)
        found = recovered(published(small, kept, hides_small=True), truth)
        assert not names_of(found), (small.wish, {way: sorted(names)[:5] for way, names in found.items()})


def test_with_small_numbers_alone_hidden_each_way_finds_some(
    whole: Snapshot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same attack on the same tables, where nothing beside the small numbers is hidden: it is a real one."""
    monkeypatch.setattr(figures_hidden, "hidden_pieces", lambda cells, sums, small: frozenset(small))
    kept = KeptFigures(store)
    for small in small_authorities(whole, SEEDS):
        found = recovered(published(small, kept, hides_small=True), truth_of(small, kept))
        assert all(found.values()), {way: len(names) for way, names in found.items()}
