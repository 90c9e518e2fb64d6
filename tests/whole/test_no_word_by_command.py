"""No reading command shows what somebody typed, unless a reader and a purpose are named: every word typed is marked."""

import contextlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from iro_desktop.app import PASSPHRASE_NAME
from iro_desktop.cli.main import program, run
from iro_desktop.store import vault
from tests.cli.conftest import PASSPHRASE, quick_stretching

__all__ = ["quick_stretching"]

MARK = "Qzxv"
# Where a person may write what they like. Names of IROs, teams, households and lists are shown everywhere.
TYPED = frozenset(
    "given_name family_name known_as school languages communication notes note text about reply told went words "
    "question advice asked_of use views who where when chairing not_coming effect_words background guests terms "
    "decided_by stands person liaison reason by".split()
)
ALSO = {"AddPerson": {"name"}, "AllocateWorker": {"worker"}, "RecordArrangement": {"carer"}}
CLOSED = {"EndArrangement": {"reason"}, "AskForReview": {"reason"}, "StateSiblingSplit": {"reason"}}
# What each command is asked beside its name; the rest needs nothing. Those left out write, or open a window.
# Of every output it is asked in ``tests/ui/test_every_output.py``.
ASKED: dict[str, tuple[str, ...]] = {
    "about-iro": ("{iro}",), "clinic": ("{iro}",), "report": ("2025",), "letter": ("{child}",),
    "alerts counts": ("--by", "theme"), "alerts draft": ("{late}",), "alerts show": ("{child}", "{raised}"),
    "child": ("{child}",), "lists": ("theme",),
    "date": ("2026-01-01", "+3wd"), "diary": ("--from", "2026-10-01", "--to", "2027-06-30", "--theirs"),
    "due": ("--all",), "find": ("SMP",), "foster-carers show": ("{carer}",), "leavers why": ("{child}",),
    "measures compare": ("Kept",), "measures rows": ("timeliness.held",), "measures trend": ("timeliness.held",),
    "plan move": ("{child}", "--to", "2026-12-15"), "plan siblings": ("{family}",), "plan window": ("{child}",),
    "prepare": ("{child}",), "why": ("{deadline}",), "alerts": ("--all",), "leavers": ("--all",),
    "private-fostering": ("--all",), "foster-carers": ("--all",), "history": ("--limit", "9999"),
}  # fmt: skip
LEFT_OUT = {
    "act", "demo", "export calendar", "export caseload", "import", "init", "measures doubt", "measures freeze",
    "measures published", "plan rules", "redo", "sample", "templates check", "templates copy", "templates put",
    "templates remove", "undo",
}  # fmt: skip


def leaves(group: click.Group = program, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Every command that can be run, and every group that can be run by itself."""
    for name in group.list_commands(click.Context(group)):
        found = group.get_command(click.Context(group), name)
        assert found is not None
        if not isinstance(found, click.Group) or found.invoke_without_command:
            yield " ".join((*path, name))
        if isinstance(found, click.Group):
            yield from leaves(found, (*path, name))


def marked(act: dict[str, object]) -> dict[str, object]:
    """The act with the mark before every word that somebody typed."""
    kind = str(act["act"])
    typed = (TYPED | ALSO.get(kind, set())) - CLOSED.get(kind, set())
    return {
        name: f"{MARK} {value}" if name in typed and isinstance(value, str) else value for name, value in act.items()
    }


def late(folder: Path) -> str:
    """A date from which an alert can be drafted."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        assert run(["--data-dir", str(folder), "--on", "2026-11-23", "due", "--all", "--json"]) == 0
    return next(str(one["id"]) for one in json.loads(said.getvalue()) if one["standing"] == "overdue")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str]]]:
    """A store with marked words, and whom to ask about in it."""
    folder = tmp_path_factory.mktemp("marked")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "MEMORY_KIB", 64)
        patch.setattr(vault, "PASSES", 1)
        patch.setenv(PASSPHRASE_NAME, PASSPHRASE)

        def done(*words: str) -> None:
            assert run(["--data-dir", str(folder / "data"), "--on", "2026-11-23", *words]) == 0, words

        done("sample", str(folder / "sample"), "--children", "40", "--years", "1", "--seed", "7")
        done("import", "ssda903", str(folder / "sample" / "903"))
        acts = [marked(one) for one in json.loads((folder / "sample" / "acts.json").read_text(encoding="utf-8"))]
        (folder / "acts.json").write_text(json.dumps(acts), encoding="utf-8")
        done("act", str(folder / "acts.json"))
        done("measures", "freeze", "Kept", "--from", "2026-04-01", "--to", "2026-10-31", "--note", f"{MARK} board")
        override = next(one for one in acts if one["act"] == "OverrideDeadline")
        alert = next(one for one in acts if one["act"] == "RaiseAlert" and "nth" not in one)
        yield folder / "data", {
            "child": str(alert["child"]), "raised": str(alert["raised_on"]),
            "deadline": f"{override['rule']}/{override['child']}/{override['trigger_on']}",
            "late": late(folder / "data"),
            "iro": next(str(one["name"]) for one in acts if one["act"] == "AddIro"),
            "family": next(str(one["name"]) for one in acts if one["act"] == "FormSiblingGroup"),
            "carer": next(str(one["carer"]) for one in acts if one["act"] == "AddFosterCarer"),
        }  # fmt: skip


def test_every_command_is_asked_or_known_to_be_none_that_reads():
    assert set(leaves()) >= set(ASKED) | LEFT_OUT


@pytest.mark.parametrize("name", sorted(one for one in set(leaves()) - LEFT_OUT if not one.startswith("export ")))
def test_no_word_typed_is_shown_without_a_reader_and_a_purpose(store, name, capsys):
    folder, known = store
    words = [one.format(**known) for one in ASKED.get(name, ())]
    for more in ((), ("--json",)):
        capsys.readouterr()
        code = run(["--data-dir", str(folder), "--on", "2026-11-23", *name.split(), *words, *more])
        said = capsys.readouterr()
        assert code == 0, said.err
        lines = [line for line in said.out.splitlines() + said.err.splitlines() if MARK.lower() in line.lower()]
        assert not lines, lines[:5]


def test_the_mark_is_there_to_be_seen(store, capsys):
    folder, known = store
    run(["--data-dir", str(folder), "child", known["child"], "--names", "--for", "me", "--purpose", "a test"])
    assert MARK in capsys.readouterr().out
