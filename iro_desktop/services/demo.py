"""The demo: an invented caseload of one IRO with 60 children, in a throw-away store."""

import secrets
import tempfile
from datetime import date
from pathlib import Path

from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import Actor, apply_acts
from iro_desktop.services.import_903 import read_903
from iro_desktop.services.importing import run_import
from iro_desktop.services.laid_down import lay_down
from iro_desktop.services.local import LocalDesk, make_store
from iro_desktop.services.sample import Sample, demo, write
from iro_desktop.store.history import SAMPLE
from iro_desktop.store.store import Places, Store


def open_demo(folder: Path, today: date) -> LocalDesk:
    """Make the invented caseload in ``folder`` and open it. The passphrase is random and kept nowhere."""
    places = Places(folder)
    store, _ = make_store(places, secrets.token_urlsafe(24), is_sample=True)
    with tempfile.TemporaryDirectory(dir=folder) as files:
        lay_down(store, demo(today), Path(files), Actor("sample", SAMPLE, today), england())
    desk = LocalDesk(store, Actor("you", "window", today))
    desk.set_scope(desk.iros()[0] if desk.iros() else None)
    return desk


def fill(store: Store, sample: Sample, folder: Path, actor: Actor) -> None:
    """Import an invented authority into a store, the way its files would be: all on the actor's day."""
    write(sample, folder)
    run_import(store, read_903(folder / "903", actor.today), actor, england())
    apply_acts(store, sample.acts, actor, england())
