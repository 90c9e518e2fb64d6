"""The demo for tests: made once in each process for each day, then copied; to make it anew costs seconds."""

import atexit
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import Actor
from iro_desktop.services.laid_down import lay_down
from iro_desktop.services.local import LocalDesk, make_store
from iro_desktop.services.sample import demo
from iro_desktop.store import vault
from iro_desktop.store.history import SAMPLE
from iro_desktop.store.store import Places, open_store

_PASSPHRASE = "five plain words for tests"


@cache
def _made(today: date) -> tuple[Path, bytes]:
    folder = Path(mkdtemp(prefix="demo-for-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    places = Places(folder / "store")
    store, _ = make_store(places, _PASSPHRASE, is_sample=True)
    with store:
        lay_down(store, demo(today), folder, Actor("sample", SAMPLE, today), england())
    return places.folder, vault.open_with_passphrase(places.key, _PASSPHRASE)


def open_demo(folder: Path, today: date) -> LocalDesk:
    """The same desk as ``services.demo.open_demo`` gives, on a copy in ``folder``."""
    made, data_key = _made(today)
    shutil.copytree(made, folder, dirs_exist_ok=True)
    desk = LocalDesk(open_store(Places(folder), data_key), Actor("you", "window", today))
    desk.set_scope(desk.iros()[0])
    return desk
