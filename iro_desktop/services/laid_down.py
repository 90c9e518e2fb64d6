"""An invented authority laid down in its store with a past: what was entered on each day stands under that day.

The only place that gives the history other days than this computer's and the actor's own; it refuses any store that is
not made for a sample. Everything goes in by the gate, in one transaction, sitting after sitting.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from iro_desktop.domain.acts import Act
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.exchange.ssda903 import Set903, read_folder
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.services.acting import Actor, do_acts, write_changes
from iro_desktop.services.import_903 import source_of
from iro_desktop.services.sample import Sample
from iro_desktop.services.sample.entered import Sitting, sittings
from iro_desktop.services.sample.files import write_return
from iro_desktop.services.workspace import Workspace
from iro_desktop.store.store import Store, Writer


def lay_down(store: Store, sample: Sample, folder: Path, actor: Actor, calendar: WorkingCalendar) -> tuple[Act, ...]:
    """Enter a sample on the days on which it was entered; its files stand in ``folder`` meanwhile.

    Gives back what was refused to the last and left out: a date set by hand that goes by another rule where the history
    came in bit by bit. A demo opens on any day, with one such entry less.
    Raises ``ValueError`` for a store that is not a sample's: nobody's history has a past that was not lived.
    """
    if not store.is_sample:
        raise ValueError("a past is laid down in the store of a sample alone")
    write_return(sample, folder / "903")
    files = read_folder(folder / "903", sample.today)
    with store.writing() as writer:
        work = Workspace(writer, sample.today, calendar, actor.name)
        work.load_all()
        waiting: list[Act] = []
        for sitting in sittings(sample):
            work.today = sitting.day
            one = replace(sitting, acts=(*waiting, *sitting.acts))
            waiting = _enter(files, one, work, replace(actor, today=sitting.day), writer)
    return tuple(waiting)


def _enter(files: Set903, sitting: Sitting, work: Workspace, actor: Actor, writer: Writer) -> list[Act]:
    """One sitting, one line of the history: the return as it was by then, and after it the acts.

    What cannot be entered yet, because of what comes in later, is handed back for the next sitting.
    """
    if sitting.children:
        source_of(known_by(files, sitting.day, sitting.children)).plan(work)
    waiting = []
    for act in sitting.acts:
        before = work.steps
        try:
            do_acts((act,), work)
        except UserError:
            if work.steps != before:  # half done: no sample may hang on that
                raise
            waiting.append(act)
    changes = work.changes()
    if changes:
        done = replace(sitting, acts=tuple(act for act in sitting.acts if act not in waiting))
        write_changes("List", _sentence(done), actor, changes, writer)
        work.settle()
    return waiting


def _sentence(sitting: Sitting) -> str:
    entries = f"{len(sitting.acts):,} {'entry' if len(sitting.acts) == 1 else 'entries'}"
    told = len(sitting.children)
    files = f", and files about {told} {'child' if told == 1 else 'children'}" if told else ""
    return f"The week to {short(sitting.day)}: {entries}{files}"


def known_by(files: Set903, day: date, children: Collection[str]) -> Set903:
    """The rows of some children as an export of that day had them: what came later is not in it yet."""
    episodes = (
        one if one.ended_on is None or one.ended_on <= day else replace(one, ended_on=None, end_reason=None)
        for one in files.episodes
        if one.child in children and one.started_on <= day
    )
    return replace(
        files,
        children=tuple(one for one in files.children if one.child in children),
        episodes=tuple(episodes),
        reviews=tuple(one for one in files.reviews if one.child in children and one.held_on <= day),
    )
