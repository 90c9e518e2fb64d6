"""The process is killed with a form half filled: what was typed is back, but for the last two seconds."""

import pytest

from tests.services.cases import CHILD, FIRST, IRO
from tests.services.office import Office
from tests.whole.typist import killed_while_typing


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_was_typed_is_back_after_a_kill_but_for_the_last_two_seconds(store, places, seed):
    Office(store).each(IRO, CHILD, FIRST)
    store.close()
    killed = killed_while_typing(places, seed)
    assert killed.is_fresh, killed
