"""Five hundred random moves, each foretold, done, compared with a fresh computation, and most of them undone."""

from random import Random

import pytest

from tests.services.planning.conftest import authority, authority_file
from tests.services.planning.family import store_of
from tests.services.planning.moving import check_a_move
from tests.services.planning.test_siblings import check_a_group

__all__ = ["authority", "authority_file"]


@pytest.mark.parametrize("seed", range(1000, 1020))
def test_what_is_foretold_of_twenty_five_random_moves_is_what_follows(authority, seed):
    rng = Random(seed)
    done = 0
    for _ in range(60):
        done += check_a_move(authority, store_of(authority), rng)
        if done == 25:
            return
    pytest.fail(f"only {done} of 60 random moves could be made")


@pytest.mark.parametrize("seed", range(1000, 1100))
def test_days_for_a_random_group_are_the_best_by_brute_force(store, seed):
    check_a_group(store, Random(seed))
