"""Every kind of act by the command line: from a file, told in the history, undone and redone to identical dumps."""

import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from iro_desktop.app import PASSPHRASE_NAME
from iro_desktop.cli.main import run
from iro_desktop.domain.act_json import act_to_json
from iro_desktop.domain.acts import Act
from iro_desktop.store import vault
from iro_desktop.store.history import NOT_UNDOABLE
from tests.cli.conftest import PASSPHRASE, Answer
from tests.services.cases import CASES, Case

Call = Callable[..., Answer]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store as ``init`` makes it, made once: each test works on a copy of its own."""
    folder = tmp_path_factory.mktemp("every-act") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "MEMORY_KIB", 64)
        patch.setattr(vault, "PASSES", 1)
        patch.setenv(PASSPHRASE_NAME, PASSPHRASE)
        assert run(["--data-dir", str(folder), "init"]) == 0
    return folder


@pytest.mark.parametrize(
    "case", [one for one in CASES if one.act.kind not in NOT_UNDOABLE], ids=lambda case: case.act.kind
)
def test_it_is_done_told_undone_and_redone_to_the_letter(command: Call, folder: Path, made: Path, case: Case):
    shutil.copytree(made, folder)
    if case.before:
        _apply(command, folder.parent, case.before)
    before = _said(command, "dump")
    _apply(command, folder.parent, [case.act])
    after = _said(command, "dump")
    assert after != before
    _said(command, "undo")
    assert _said(command, "dump") == before
    _said(command, "redo")
    assert _said(command, "dump") == after
    sentence = case.act.sentence
    told = json.loads(_said(command, "history", "--limit", "3", "--json"))
    assert [row["sentence"] for row in told] == [f"Redo: {sentence}", f"Undo: {sentence}", sentence]


def _apply(command: Call, folder: Path, acts: Iterable[Act]) -> None:
    path = folder / "acts.json"
    path.write_text(json.dumps([act_to_json(act) for act in acts]), encoding="utf-8")
    _said(command, "act", path)


def _said(command: Call, *words: object) -> str:
    answer = command(*words)
    assert answer.code == 0, answer.err
    return answer.out
