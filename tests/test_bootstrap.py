"""What sets up a bare computer: its plain parts. The whole was tried on bare systems by hand."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

from iro_desktop import bootstrap
from iro_desktop.bootstrap import CHECKOUT, COMMANDS, QT_LIBRARIES, STEPS, SystemLibrary

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
REQUIREMENTS = (CHECKOUT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
LICENCES = (CHECKOUT / "resources" / "licences" / "LICENCES.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))

NOWHERE = SystemLibrary("libnowhere.so.1", "libnowhere1")
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt brings its libraries")


class Runs(list[list[str]]):
    """Stands in for running programs: remembers them, and fails those whose words include ``failing``."""

    failing = "no such word"

    def __call__(self, command: list[str], **environment: str) -> int:
        self.append([*command, *(f"{name}={value}" for name, value in environment.items())])
        return int(self.failing in command)

    def said(self) -> str:
        return "\n".join(" ".join(command) for command in self)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    recorded = Runs()
    monkeypatch.setattr(bootstrap, "call", recorded)
    return recorded


@pytest.fixture
def stamp(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    file = tmp_path / "complete.txt"
    monkeypatch.setattr(bootstrap, "STAMP", file)
    return file


def pins() -> list[Requirement]:
    """Every pinned package, with its marker, without its hashes."""
    lines = REQUIREMENTS.replace("\\\n", " ").splitlines()
    return [Requirement(line.split("--hash")[0].strip()) for line in lines if line and line[0] not in " #"]


# The environment


def test_environment_is_complete_when_made_from_the_same_things(tmp_path):
    file = tmp_path / "complete.txt"
    file.write_text(bootstrap.stamp_of(b"a==1"), encoding="utf-8")
    assert bootstrap.is_complete(file, bootstrap.stamp_of(b"a==1"))


def test_environment_without_stamp_is_not_complete(tmp_path):
    assert not bootstrap.is_complete(tmp_path / "complete.txt", bootstrap.stamp_of(b"a==1"))


def test_another_pin_python_or_place_needs_another_environment(monkeypatch):
    stamps = {bootstrap.stamp_of(b"a==1"), bootstrap.stamp_of(b"a==2")}
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    stamps.add(bootstrap.stamp_of(b"a==1"))
    monkeypatch.setattr(bootstrap, "CHECKOUT", Path("elsewhere"))
    stamps.add(bootstrap.stamp_of(b"a==1"))
    assert len(stamps) == 4


def test_set_up_installs_with_hashes_and_then_the_program_itself(runs, stamp):
    bootstrap.set_up()
    assert [command[2] for command in runs] == ["venv", "pip", "pip"]
    assert {"--require-hashes", "--compile", "--only-binary=:all:"} <= set(runs[1])
    assert {"--editable", "--no-index", "--no-build-isolation"} <= set(runs[2])
    assert stamp.exists()


def test_second_start_installs_nothing(runs, stamp):
    bootstrap.set_up()
    runs.clear()
    bootstrap.set_up()
    assert runs == []


@pytest.mark.parametrize("failing", ["venv", "--require-hashes", "--editable"])
def test_set_up_that_fails_anywhere_is_done_again(runs, stamp, failing):
    runs.failing = failing
    with pytest.raises(SystemExit, match="give the same command again"):
        bootstrap.set_up()
    assert not stamp.exists()


# Python


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_supported_pythons_pass(version):
    bootstrap.refuse_unsuitable_python(version)


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 15), (4, 0)])
def test_other_pythons_are_told_which_is_needed(version):
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 to 3\.14; this is Python"):
        bootstrap.refuse_unsuitable_python(version)


def test_supported_pythons_are_those_of_the_project():
    oldest, beyond = (".".join(map(str, each)) for each in ((3, 11), (3, bootstrap.NEWEST_PYTHON[1] + 1)))
    assert PROJECT["project"]["requires-python"] == f">={oldest},<{beyond}"


def test_python_without_venv_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(SystemExit, match=r"apt-get install python3\.\d+-venv"):
        bootstrap.refuse_python_without_venv()


def test_bootstrap_needs_nothing_but_python():
    bare = [sys.executable, "-S", "-E", "-c", "import iro_desktop.bootstrap"]
    assert subprocess.run(bare, cwd=CHECKOUT, check=False).returncode == 0


def test_bootstrap_is_readable_to_a_python_too_old_to_run_it():
    source = Path(bootstrap.__file__).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))


# System libraries


@linux_only
def test_missing_libraries_are_named_with_the_packages_that_bring_them(monkeypatch, runs):
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as refused:
        bootstrap.require((NOWHERE,))
    assert "libnowhere.so.1" in str(refused.value)
    assert "sudo apt-get install --no-install-recommends libnowhere1\n" in str(refused.value)
    assert runs == []


def test_message_names_every_library_and_every_package():
    sentence = bootstrap.what_to_install(list(QT_LIBRARIES))
    assert all(library.file in sentence and library.package in sentence for library in QT_LIBRARIES)


@linux_only
def test_administrator_has_the_missing_libraries_installed_and_no_others(monkeypatch, runs):
    here = SystemLibrary("libhere.so.1", "libhere1")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(bootstrap, "loads", lambda library: library is here or bool(runs))
    bootstrap.require((here, NOWHERE))
    assert runs[0][-2] == "update"
    assert runs[1][-2:] == ["libnowhere1", "DEBIAN_FRONTEND=noninteractive"]
    assert "libhere1" not in runs.said()


@linux_only
def test_libraries_that_could_not_be_installed_are_named_after_all(monkeypatch, runs):
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(SystemExit, match="libnowhere1"):
        bootstrap.require((NOWHERE,))


def test_library_that_is_not_there_does_not_load():
    assert not bootstrap.loads(NOWHERE)


# The commands


@linux_only
def test_without_a_display_demo_says_so_and_paints_a_picture(monkeypatch, runs, tmp_path, capsys):
    picture = tmp_path / "pictures" / "window.png"
    monkeypatch.setattr(bootstrap, "PICTURE", picture)
    monkeypatch.setattr(bootstrap, "display_answers", lambda: False)
    monkeypatch.setattr(bootstrap, "set_up", lambda: None)
    monkeypatch.setattr(bootstrap, "loads", lambda library: True)
    assert bootstrap.main(["demo"]) == 0
    assert runs[0][1:] == ["demo", "--picture", str(picture), "QT_QPA_PLATFORM=offscreen"]
    assert "no display here" in capsys.readouterr().out
    assert picture.parent.is_dir()


@linux_only
def test_display_of_a_closed_session_is_no_display(monkeypatch, tmp_path):
    monkeypatch.setenv("DISPLAY", ":47110")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert not bootstrap.display_answers()


def test_check_stops_at_the_first_failure_and_names_it(monkeypatch, runs, capsys):
    monkeypatch.setattr(bootstrap, "set_up", lambda: None)
    monkeypatch.setattr(bootstrap, "loads", lambda library: True)
    monkeypatch.chdir(CHECKOUT)
    runs.failing = "check"  # as in: ruff check
    with pytest.raises(SystemExit, match="lint failed after"):
        bootstrap.main(["check"])
    assert "format passed" in capsys.readouterr().out
    assert len(runs) == 2


def test_checks_go_from_the_quickest_to_the_slowest():
    assert [step.name for step in STEPS] == ["format", "lint", "types", "floors", "tests"]


@pytest.mark.parametrize("arguments", [["frobnicate"], ["demo", "twice"]])
def test_unknown_words_get_the_list_of_commands(arguments, capsys):
    assert bootstrap.main(arguments) == 2
    printed = capsys.readouterr().out
    assert all(f"bootstrap {command}" in printed for command in COMMANDS)


# The papers


def test_requirements_hold_no_address():
    assert not re.search(r"://|@|--index|--extra-index|--find-links|--trusted", REQUIREMENTS)


def test_every_requirement_is_pinned_with_hashes():
    blocks = re.split(r"\n(?=[A-Za-z0-9])", REQUIREMENTS.strip())
    loose = [block.splitlines()[0] for block in blocks if "==" not in block or "--hash=sha256:" not in block]
    assert loose == []
    assert len(blocks) == len(pins())


def test_every_dependency_is_pinned_within_its_range():
    pinned = {canonicalize_name(pin.name): next(iter(pin.specifier)).version for pin in pins()}
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    outside = [line for line in asked if pinned.get(name_of(line), "none") not in Requirement(line).specifier]
    assert outside == []


def name_of(line: str) -> NormalizedName:
    return canonicalize_name(Requirement(line).name)


def test_every_package_stands_among_the_licences():
    told = canonicalize_name(LICENCES.replace(" ", "-"))
    assert [pin.name for pin in pins() if canonicalize_name(pin.name) not in told] == []


def test_readme_gives_the_commands_that_there_are():
    given = set(re.findall(r"^(?:python3|py) -m iro_desktop\.bootstrap (\w+)$", README, re.MULTILINE))
    assert given == {"demo", "check"}
    assert given < set(COMMANDS)


def test_readme_gives_each_command_for_windows_too():
    for start in ("python3", "py"):
        for command in ("demo", "check"):
            assert f"\n{start} -m iro_desktop.bootstrap {command}\n" in README


def test_ci_runs_the_readme_s_second_command():
    script = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")
    assert script.endswith("exec python3 -m iro_desktop.bootstrap check\n")
