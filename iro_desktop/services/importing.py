"""Imports: read, plan, apply. A plan changes nothing; applying it is one act with one undo."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.problems import Problem
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.services.acting import Actor, Touched, write_changes
from iro_desktop.services.desk import ImportCounts
from iro_desktop.services.workspace import Workspace
from iro_desktop.store.store import Store


class Tally:
    """Counts of one file: every row ends as new, changed, same or refused."""

    def __init__(self, refused: int = 0) -> None:
        """Start with the rows that reading refused."""
        self.new = self.changed = self.same = 0
        self.refused = refused

    def count(self, *, new: bool, changed: bool) -> None:
        """Account for one row."""
        if new:
            self.new += 1
        elif changed:
            self.changed += 1
        else:
            self.same += 1

    @property
    def counts(self) -> ImportCounts:
        """The account, which adds up by construction."""
        rows = self.new + self.changed + self.same + self.refused
        return ImportCounts(rows, self.new, self.changed, self.same, self.refused)


@dataclass(frozen=True, slots=True)
class Source:
    """Something that was read: how it changes the facts, and what was found on the way."""

    kind: str  # "caseload", "ssda903"
    sentence: str  # for history and undo
    plan: Callable[[Workspace], tuple[Mapping[str, ImportCounts], tuple[Problem, ...]]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did, or would do."""

    counts: Mapping[str, ImportCounts]
    problems: tuple[Problem, ...]
    touched: Touched | None  # None: a dry run, or nothing was new


def run_import(
    store: Store, source: Source, actor: Actor, calendar: WorkingCalendar, *, dry_run: bool = False
) -> Outcome:
    """Plan against the store as it is now and, unless it is a dry run, write the outcome as one act."""
    if dry_run:
        with store.reading() as reader:
            counts, problems = source.plan(Workspace(reader, actor.today, calendar))
        return Outcome(counts, problems, None)
    with store.writing() as writer:
        work = Workspace(writer, actor.today, calendar)
        counts, problems = source.plan(work)
        changes = work.changes()
        if not changes:
            return Outcome(counts, problems, None)
        touched = write_changes(f"Import {source.kind}", source.sentence, actor, changes, writer)
    return Outcome(counts, problems, touched)


def check_exists(path: Path) -> None:
    """Raise ``UserError`` for a path that is not there."""
    if not path.exists():
        raise UserError(f"{path.name} was not found. Nothing was changed. Check the path.")
