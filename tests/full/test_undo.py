"""A thousand random days of acts, undone and redone against a model, in forty stores."""

from random import Random

import pytest

from tests.services.lives import a_day_of_acts, a_small_caseload
from tests.services.office import Office


@pytest.mark.parametrize("seed", range(1000, 1040))
def test_a_thousand_random_days_undo_and_redo_to_the_letter(store, tripwire, seed):
    office, rng = Office(store), Random(seed)
    a_small_caseload(office)
    for _ in range(25):
        a_day_of_acts(office, rng, steps=8)
    assert store.broken_link() is None
    assert store.problems() == []
