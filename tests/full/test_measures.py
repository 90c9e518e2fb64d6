"""In full: the measures of more authorities, whole and cut short, against the plain count."""

import pytest

from iro_desktop.services.snapshot import Snapshot
from tests.measures import test_beside_plain_counts as beside
from tests.measures.test_beside_plain_counts import now
from tests.services.conftest import guarded

__all__ = ["guarded", "now"]


@pytest.mark.parametrize(("seed", "short"), [(seed, bool(seed % 2)) for seed in range(20, 32)])
def test_every_measure_of_an_authority_equals_the_plain_count(now: Snapshot, short: bool) -> None:
    beside.test_every_measure_equals_a_plain_count_whole_and_by_iro(now, short)
