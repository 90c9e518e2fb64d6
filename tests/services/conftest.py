"""Real services over a real store; no test here may write facts past the gate."""

import pytest

from iro_desktop.store.store import Store
from tests.services.office import Office


@pytest.fixture(autouse=True)
def guarded(tripwire: None) -> None:
    """Every test of the services stands behind the tripwire."""


@pytest.fixture
def office(store: Store) -> Office:
    """An empty store with one IRO at work."""
    return Office(store)
