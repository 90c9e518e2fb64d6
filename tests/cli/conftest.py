"""The command line, run in this process on a folder of its own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from iro_desktop.app import PASSPHRASE_NAME
from iro_desktop.cli.main import run
from iro_desktop.store import vault
from tests.cli.plain_painter import PlainPainter

PASSPHRASE = "plain words for tests 12"


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def quick_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretching a passphrase costs 140 ms on purpose; tests of commands need not pay it."""
    monkeypatch.setattr(vault, "MEMORY_KIB", 64)
    monkeypatch.setattr(vault, "PASSES", 1)
    monkeypatch.setenv(PASSPHRASE_NAME, PASSPHRASE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def command(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    def call(*words: object, on: str = "2026-11-23") -> Answer:
        capsys.readouterr()
        code = run(["--data-dir", str(folder), "--on", on, *map(str, words)], PlainPainter())
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return call


@pytest.fixture
def sample(tmp_path: Path, command: Callable[..., Answer]) -> Path:
    """Files of an invented authority."""
    target = tmp_path / "sample"
    assert command("sample", target, "--children", 60, "--years", 3, "--seed", 7).code == 0
    return target
