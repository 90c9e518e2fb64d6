"""Sets everything up on a bare computer and then does what it was asked; needs Python and nothing else.

    python3 -m iro_desktop.bootstrap demo      the program on an invented caseload
    python3 -m iro_desktop.bootstrap check     every check and every test
    python3 -m iro_desktop.bootstrap run ...   the program itself, with its own arguments

It fills ``.venv`` in the checkout from ``.ci/requirements.txt`` and sees that the system libraries which Qt links are
there. It imports the standard library only, and an older Python can still read it, so that it can say what is wrong.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parent.parent
REQUIREMENTS = CHECKOUT / ".ci" / "requirements.txt"
ENVIRONMENT = CHECKOUT / ".venv"
SCRIPTS = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")
STAMP = ENVIRONMENT / "complete.txt"
PICTURE = CHECKOUT / "pictures" / "iro-desktop.png"

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)


class SystemLibrary(NamedTuple):
    """A library that Qt expects from the system."""

    file: str  # as the loader looks for it
    package: str  # as Debian and Ubuntu call what brings it


# QtGui links these: without them not even a window that nobody sees can be painted.
QT_LIBRARIES = (
    SystemLibrary("libGL.so.1", "libgl1"),
    SystemLibrary("libEGL.so.1", "libegl1"),
    SystemLibrary("libxkbcommon.so.0", "libxkbcommon0"),
    SystemLibrary("libfontconfig.so.1", "libfontconfig1"),
    SystemLibrary("libdbus-1.so.3", "libdbus-1-3"),
    SystemLibrary("libglib-2.0.so.0", "libglib2.0-0"),
)
# Qt's plug-in for an X display links these besides.
X_LIBRARIES = (
    SystemLibrary("libxcb-cursor.so.0", "libxcb-cursor0"),
    SystemLibrary("libxcb-icccm.so.4", "libxcb-icccm4"),
    SystemLibrary("libxcb-image.so.0", "libxcb-image0"),
    SystemLibrary("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    SystemLibrary("libxcb-randr.so.0", "libxcb-randr0"),
    SystemLibrary("libxcb-render-util.so.0", "libxcb-render-util0"),
    SystemLibrary("libxcb-shape.so.0", "libxcb-shape0"),
    SystemLibrary("libxcb-xkb.so.1", "libxcb-xkb1"),
    SystemLibrary("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
# And its plug-in for Wayland these.
WAYLAND_LIBRARIES = (
    SystemLibrary("libwayland-client.so.0", "libwayland-client0"),
    SystemLibrary("libwayland-cursor.so.0", "libwayland-cursor0"),
    SystemLibrary("libwayland-egl.so.1", "libwayland-egl1"),
)


class Step(NamedTuple):
    """One of the checks, by the name that is printed when it fails."""

    name: str
    command: tuple[str, ...]


# From the quickest to the slowest, so that a slip is told within seconds.
STEPS = (
    Step("format", ("ruff", "format", "--check", ".")),
    Step("lint", ("ruff", "check", ".")),
    Step("types", ("mypy",)),
    Step("floors", ("lint-imports", "--no-logo")),
    Step("tests", ("pytest", "-n", "auto", "--durations=20")),
)


def main(arguments: list[str] | None = None) -> int:
    """Do what the first argument names; the exit code is 0 when it was done."""
    wanted, *rest = (sys.argv[1:] if arguments is None else arguments) or [""]
    if wanted not in COMMANDS or (rest and wanted != "run"):
        print(__doc__)
        return 0 if wanted in {"", "-h", "--help"} else 2
    refuse_unsuitable_python(sys.version_info[:2])
    refuse_python_without_venv()
    try:
        return COMMANDS[wanted](rest)
    except KeyboardInterrupt:
        raise SystemExit("Stopped. The same command starts again from where it is safe to.") from None


def demo(_: list[str]) -> int:
    """Open the program on an invented caseload; where nobody could see it, paint its window into a picture."""
    require(QT_LIBRARIES)
    if display_answers():
        return run(["demo"])
    set_up()
    PICTURE.parent.mkdir(exist_ok=True)
    say("There is no display here, so the window is painted into a picture instead.")
    return call([tool("iro-desktop"), "demo", "--picture", str(PICTURE)], QT_QPA_PLATFORM="offscreen")


def check(_: list[str]) -> int:
    """Run every check and test, stopping at the first that fails."""
    require(QT_LIBRARIES)
    set_up()
    os.chdir(CHECKOUT)  # where the tools look for their settings
    seconds = {step.name: seconds_taken_by(step) for step in STEPS}
    say("All passed: " + ", ".join(f"{name} {taken:.1f} s" for name, taken in seconds.items()))
    return 0


def run(arguments: list[str]) -> int:
    """Become the program itself, so that signals and the exit code are its own."""
    require(libraries_of_the_display())
    set_up()
    command = [tool("iro-desktop"), *arguments]
    if sys.platform != "win32":  # there exec starts a second program and gives the prompt back at once
        sys.stdout.flush()
        os.execv(command[0], command)
    return call(command)


COMMANDS = {"demo": demo, "check": check, "run": run}


def refuse_unsuitable_python(version: tuple[int, ...]) -> None:
    """Say which Python is needed, unless this is one."""
    if not OLDEST_PYTHON <= version <= NEWEST_PYTHON:
        oldest, newest, this = (".".join(map(str, each)) for each in (OLDEST_PYTHON, NEWEST_PYTHON, version))
        raise SystemExit(
            f"IRO Desktop needs Python {oldest} to {newest}; this is Python {this} ({sys.executable}).\n"
            f"Where a suitable one is installed, name it: python{oldest} -m iro_desktop.bootstrap demo"
        )


def set_up() -> None:
    """See that ``.venv`` holds exactly what the requirements name, and the program itself."""
    stamp = stamp_of(REQUIREMENTS.read_bytes())
    if is_complete(STAMP, stamp):
        return
    say("Setting up in .venv. The first time this fetches some 150 MB; later starts skip it.")
    python = str(SCRIPTS / "python")
    install = [python, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--compile"]
    must([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
    must([*install, "--require-hashes", "--only-binary=:all:", "--requirement", str(REQUIREMENTS)])
    must([*install, "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(CHECKOUT)])
    STAMP.write_text(stamp, encoding="utf-8")  # last, so that an interrupted set-up is done again


def stamp_of(requirements: bytes) -> str:
    """What an environment was made from: another pin, Python or place, and it has to be made anew."""
    python = f"{sys.version_info[0]}.{sys.version_info[1]} {sys.base_prefix}"
    return f"{hashlib.sha256(requirements).hexdigest()}\n{python}\n{CHECKOUT}\n"


def is_complete(stamp_file: Path, stamp: str) -> bool:
    """Whether the environment was finished, and from the same things."""
    return stamp_file.is_file() and stamp_file.read_text(encoding="utf-8") == stamp


def refuse_python_without_venv() -> None:
    """Say what to install where Python came without the module that makes environments, as on Debian."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        raise SystemExit(
            f"This Python ({sys.executable}) came without its venv module, which the set-up needs. Install it with\n\n"
            f"    {as_root()}apt-get install {package}\n\n"
            "(the name on Debian and Ubuntu) and give the same command again."
        )


def libraries_of_the_display() -> tuple[SystemLibrary, ...]:
    """The system libraries that Qt needs for what it will paint on; none on Windows and macOS, where it brings all."""
    if not sys.platform.startswith("linux"):
        return ()
    if "DISPLAY" in os.environ:
        return QT_LIBRARIES + X_LIBRARIES
    if "WAYLAND_DISPLAY" in os.environ:
        return QT_LIBRARIES + WAYLAND_LIBRARIES
    return QT_LIBRARIES


def require(libraries: tuple[SystemLibrary, ...]) -> None:
    """Install those of the libraries that are missing, where that is allowed; otherwise say exactly what to install."""
    if not sys.platform.startswith("linux"):
        return
    missing = [library for library in libraries if not loads(library)]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        install_packages([library.package for library in missing])
        missing = [library for library in missing if not loads(library)]
    if missing:
        raise SystemExit(what_to_install(missing))


def loads(library: SystemLibrary) -> bool:
    """Whether the system's loader finds the library, and all that it needs in turn."""
    try:
        ctypes.CDLL(library.file)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Install Debian packages, without a question and without what they merely recommend."""
    say("Installing system libraries for Qt: " + " ".join(packages))
    apt = ["apt-get", "--quiet", "--yes", "-o", "DPkg::Lock::Timeout=300"]
    call([*apt, "update"], DEBIAN_FRONTEND="noninteractive")
    call([*apt, "install", "--no-install-recommends", *packages], DEBIAN_FRONTEND="noninteractive")


def what_to_install(missing: list[SystemLibrary]) -> str:
    """The sentence for someone who has to install the libraries, or have them installed."""
    files = ", ".join(library.file for library in missing)
    packages = " ".join(library.package for library in missing)
    return (
        f"Qt, which paints the window, needs system libraries that are not here: {files}. Install them with\n\n"
        f"    {as_root()}apt-get install --no-install-recommends {packages}\n\n"
        "(the names on Debian and Ubuntu) and give the same command again."
    )


def as_root() -> str:
    """What a person types before a command that only the administrator may give."""
    return "" if sys.platform != "win32" and os.geteuid() == 0 else "sudo "


def display_answers() -> bool:
    """Whether a window would be seen; a DISPLAY left over from a closed session would end Qt without a word."""
    if not sys.platform.startswith("linux"):
        return True
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    wayland = os.environ.get("WAYLAND_DISPLAY")
    return bool(wayland and Path(folder, wayland).exists()) or ("DISPLAY" in os.environ and x_server_answers())


def x_server_answers() -> bool:
    """Whether the X server that DISPLAY names lets us in."""
    with contextlib.suppress(OSError):
        xcb = ctypes.CDLL("libxcb.so.1")
        xcb.xcb_connect.restype = ctypes.c_void_p
        connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
        return bool(xcb.xcb_connection_has_error(connection) == 0)
    return False


def seconds_taken_by(step: Step) -> float:
    """Run one check without a display, in order to say how long it took; stop where it fails."""
    say(f"{step.name}: {' '.join(step.command)}")
    began = time.monotonic()
    code = call([tool(step.command[0]), *step.command[1:]], QT_QPA_PLATFORM="offscreen")
    taken = time.monotonic() - began
    if code != 0:
        raise SystemExit(f"{step.name} failed after {taken:.1f} s")
    say(f"{step.name} passed in {taken:.1f} s")
    return taken


def tool(name: str) -> str:
    """The full path of a program of the environment, with the ending that this system gives it."""
    return shutil.which(name, path=str(SCRIPTS)) or str(SCRIPTS / name)


def must(command: list[str]) -> None:
    """Run a command of the set-up, or stop with a sentence; its own words stand above it."""
    if call(command) != 0:
        raise SystemExit("The set-up could not go on, for the reason above. Mend that and give the same command again.")


def call(command: list[str], **environment: str) -> int:
    """Run a command to its end; its exit code."""
    return subprocess.run(command, env={**os.environ, **environment}, check=False).returncode


def say(sentence: str) -> None:
    """Print at once, so that our words and those of the programs we start stay in order."""
    print(sentence, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
