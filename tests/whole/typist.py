"""Somebody typing into a form in a process of their own, which is killed at some moment; and what came back.

The typist tells on a pipe, for every key, when it was pressed and what the form then held. The clock is the
machine's monotonic one, which both processes share.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from random import Random
from threading import Thread
from typing import IO

from iro_desktop.services.acting import Actor
from iro_desktop.services.local import LocalDesk
from iro_desktop.store.store import Places, open_store
from tests.conftest import DATA_KEY, TODAY

BEHIND_S = 2.0  # at most so much of what was typed is lost
_STARTS_S = 60  # a busy machine opens the window late
_LONGEST_S = 4.5  # after the first key; the script goes on for longer
_WORDS = "moved at the wish of the carer, who is away; school asks for a later hour and the child agrees "


@dataclass(frozen=True, slots=True)
class Told:
    """One key: when it was pressed, and what the form held after it."""

    at: float
    state: dict[str, object]


@dataclass(frozen=True, slots=True)
class Killed:
    """What was typed until the process was killed, and what the store gave back."""

    at: float
    told: Sequence[Told]
    came_back: dict[str, object] | None

    @property
    def is_fresh(self) -> bool:
        """Whether what came back is what the form held at some moment of the last two seconds."""
        owed = [one for one in self.told if one.at <= self.at - BEHIND_S]
        if self.came_back is None:
            return not owed
        since = self.told[max(0, len(owed) - 1) :]
        return any(one.state == self.came_back for one in since)


def killed_while_typing(places: Places, seed: int) -> Killed:
    """Let somebody type by the rhythm of that seed, and kill them at a random moment after the first key."""
    command = [sys.executable, "-m", "tests.whole.typist", str(places.folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as typist:
        try:
            told, killed_at = _listen(typist, Random(seed).uniform(0.05, _LONGEST_S))
        finally:
            typist.kill()
    with open_store(places, DATA_KEY) as store:
        drafts = LocalDesk(store, Actor("tester", "window", TODAY)).drafts()
        assert store.problems() == []
    return Killed(killed_at, told, dict(drafts[0].state) if drafts else None)


def _listen(typist: "subprocess.Popen[bytes]", seconds: float) -> tuple[list[Told], float]:
    """Wait on the pipe until the moment has come, kill, and read what was still told."""
    lines: Queue[bytes] = Queue()
    assert typist.stdout is not None
    reader = Thread(target=_pass_on, args=(typist.stdout, lines), daemon=True)
    reader.start()
    heard = [lines.get(timeout=_STARTS_S)]
    ends_at = time.monotonic() + seconds
    with suppress(Empty):
        while (left := ends_at - time.monotonic()) > 0:
            heard.append(lines.get(timeout=left))
    assert typist.poll() is None, "the typist went by himself"
    typist.kill()
    killed_at = time.monotonic()
    reader.join()
    while not lines.empty():
        heard.append(lines.get())
    return [Told(*json.loads(line)) for line in heard if line.endswith(b"\n")], killed_at


def _pass_on(told: IO[bytes], lines: "Queue[bytes]") -> None:
    for line in told:
        lines.put(line)


def type_on(folder: Path, seed: int) -> None:
    """The typist: the real window on the real store, keys at uneven distances, pauses between words."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit

    from iro_desktop.ui.commands import Command
    from iro_desktop.ui.forms.book import Book
    from iro_desktop.ui.main_window import MainWindow
    from iro_desktop.ui.theme import Scheme, apply_theme

    app = QApplication([])
    apply_theme(app, Scheme.LIGHT)
    window = MainWindow()
    window.show_desk(LocalDesk(open_store(Places(folder), DATA_KEY), Actor("tester", "window", TODAY)))
    window.show()
    assert window.shell is not None
    window.shell.select("A1")
    window.actions_by_command[Command.BOOK].trigger()
    form = window.shell.side.form
    assert isinstance(form, Book)
    rng, lines = Random(seed), [form.time, form.place]

    def press(line: QLineEdit, letter: str) -> None:
        pressed_at = time.monotonic()
        QTest.keyClicks(line, letter)
        print(json.dumps([pressed_at, form.collect()]), flush=True)

    def go_on() -> None:
        """One key, then a while as people take it: a burst within a word, longer between, now and then a thought."""
        line = lines[0] if len(lines[0].text()) < 5 else lines[1]
        letter = _WORDS[len(line.text()) % len(_WORDS)]
        press(line, letter)
        pause = rng.choice([rng.randint(900, 2500)] + 5 * [rng.randint(150, 300)]) if letter == " " else 0
        QTimer.singleShot(pause or rng.randint(15, 120), go_on)

    go_on()
    app.exec()


if __name__ == "__main__":
    type_on(Path(sys.argv[1]), int(sys.argv[2]))
