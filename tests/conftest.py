"""Shared by all tests: the day it is, one real store in a temporary file, and a tripwire on writes past the gate."""

import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine, event

from iro_desktop.store import gate, tables, vault
from iro_desktop.store.store import Places, Store, create, open_store

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # windows are drawn, and none appears

TODAY = date(2026, 11, 23)  # a Monday
DATA_KEY = bytes(range(32))

# Deadlines of milliseconds fail on a busy machine and prove nothing; examples are counted instead.
settings.register_profile("quick", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("quick")


@pytest.fixture(scope="session")
def empty_store_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without facts, made once: each test works on a copy of its own."""
    places = Places(tmp_path_factory.mktemp("empty-store"))
    create(places, DATA_KEY).close()
    return places.store


@pytest.fixture
def places(tmp_path: Path, empty_store_file: Path) -> Places:
    """A folder with an empty store under ``DATA_KEY``."""
    places = Places(tmp_path / "data")
    places.folder.mkdir()
    shutil.copyfile(empty_store_file, places.store)
    return places


@pytest.fixture
def store(places: Places) -> Iterator[Store]:
    """An empty store, open for writing."""
    with open_store(places, DATA_KEY) as opened:
        yield opened


@pytest.fixture
def quick_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretching a passphrase costs 140 ms on purpose; most tests need not pay it."""
    monkeypatch.setattr(vault, "MEMORY_KIB", 64)
    monkeypatch.setattr(vault, "PASSES", 1)


@pytest.fixture
def tripwire(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails the test at any statement that changes facts or history outside the write gate."""
    guarded = "|".join((*tables.ENTITY_TABLES, "act", "change", "payload"))
    writes = re.compile(rf'\s*(?:INSERT INTO|REPLACE INTO|UPDATE|DELETE FROM) "?(?:{guarded})\b', re.IGNORECASE)
    depth = 0
    write = gate.write

    def in_the_gate(*arguments: object) -> str:
        nonlocal depth
        depth += 1
        try:
            return write(*arguments)  # type: ignore[arg-type]
        finally:
            depth -= 1

    def look(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        assert depth or not writes.match(statement), f"written past the gate: {statement[:40]}"

    monkeypatch.setattr("iro_desktop.store.store.write", in_the_gate)
    event.listen(Engine, "before_cursor_execute", look)
    yield
    event.remove(Engine, "before_cursor_execute", look)
