"""In full: the measures of five authorities, two with a history cut to a year, against the plain counts."""

from pathlib import Path

import pytest

from iro_desktop.store.store import Store
from tests.measures import test_beside_plain_counts as beside
from tests.measures.authorities import Authority, authority
from tests.services.conftest import guarded

__all__ = ["guarded"]


@pytest.fixture
def town(store: Store, tmp_path: Path, seed: int, short: bool) -> Authority:
    return authority(store, tmp_path, seed, children=60, odd_ones=60, short=short)


@pytest.mark.parametrize(("seed", "short"), [(20, False), (21, True), (22, False), (23, True), (24, False)])
def test_every_measure_of_an_authority_equals_the_plain_count(town: Authority, short: bool) -> None:
    beside.test_every_measure_equals_a_plain_count_whole_by_iro_and_by_all_it_is_told_apart_by(town, short)
