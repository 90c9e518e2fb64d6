"""A small invented authority, filled once, and a desk over a copy of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from iro_desktop.services.acting import Actor
from iro_desktop.services.demo import fill
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.sample import generate
from iro_desktop.store.store import Places, open_store
from tests.conftest import DATA_KEY, TODAY


@pytest.fixture(scope="session")
def authority_file(tmp_path_factory: pytest.TempPathFactory, empty_store_file: Path) -> Path:
    """Thirty children over three years, with brothers and sisters, bookings and moves."""
    folder = tmp_path_factory.mktemp("authority")
    places = Places(folder / "data")
    places.folder.mkdir()
    shutil.copyfile(empty_store_file, places.store)
    with open_store(places, DATA_KEY) as store:
        fill(store, generate(30, 3, 5, TODAY), folder, Actor("sample", "window", TODAY))
    return places.store


@pytest.fixture
def authority(tmp_path: Path, authority_file: Path) -> Iterator[LocalDesk]:
    """A desk over a copy of the authority."""
    places = Places(tmp_path / "authority")
    places.folder.mkdir()
    shutil.copyfile(authority_file, places.store)
    desk = LocalDesk(open_store(places, DATA_KEY), Actor("tester", "window", TODAY))
    yield desk
    desk.close()
