"""In full: of 200 random small authorities nobody finds a hidden number in all that is published together."""

from pathlib import Path

import pytest

from iro_desktop.services import iros_compared
from iro_desktop.services.kept_figures import KeptFigures
from iro_desktop.store.store import Store
from tests.measures.authorities import authority
from tests.services.attacker import names_of, recovered
from tests.services.conftest import guarded
from tests.services.publishing import published, small_authorities, truth_of

__all__ = ["guarded"]
EACH = 4  # so few that one test stays well under its time on a busy computer


@pytest.mark.parametrize("first", range(1000, 1200, EACH))
def test_nobody_finds_a_hidden_number(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    monkeypatch.setattr(iros_compared, "are_compared", lambda _: True)
    whole, kept = authority(store, tmp_path, first // EACH % 7, children=150, odd_ones=0).now, KeptFigures(store)
    for small in small_authorities(whole, range(first, first + EACH)):
        found = recovered(published(small, kept, hides_small=True), truth_of(small, kept))
        assert not names_of(found), (small.wish, {way: sorted(names)[:5] for way, names in found.items()})
