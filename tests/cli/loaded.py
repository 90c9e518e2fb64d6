"""A store with an invented authority in it, made once; each test works on a copy of its own."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from iro_desktop.app import PASSPHRASE_NAME
from iro_desktop.cli.main import run
from iro_desktop.store import vault
from tests.cli.conftest import PASSPHRASE, Answer


@pytest.fixture(scope="session")
def loaded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the store that the copies are made of."""
    folder = tmp_path_factory.mktemp("authority")
    sample = folder / "sample"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "MEMORY_KIB", 64)
        patch.setattr(vault, "PASSES", 1)
        patch.setenv(PASSPHRASE_NAME, PASSPHRASE)
        for words in (
            ("sample", str(sample), "--children", "60", "--years", "3", "--seed", "7"),
            ("import", "ssda903", str(sample / "903")),
            ("act", str(sample / "acts.json")),
        ):
            assert run(["--data-dir", str(folder / "data"), "--on", "2026-11-23", *words]) == 0
    return folder / "data"


@pytest.fixture
def loaded(loaded_once: Path, folder: Path, command: Callable[..., Answer]) -> Callable[..., Answer]:
    """Commands on a copy."""
    shutil.copytree(loaded_once, folder)
    return command
