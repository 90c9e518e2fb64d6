"""What was planned for the year and how it went, and what is planned for the next one."""

from collections import Counter
from collections.abc import Iterator

from iro_desktop.domain.documents import Column, Table
from iro_desktop.domain.records import PlanAction
from iro_desktop.domain.vocabulary import PlanProgress
from iro_desktop.services.report.blocks import asked, said
from iro_desktop.services.report.facts import year_words
from iro_desktop.services.report.figures import YearFigures
from iro_desktop.services.report.model import Piece
from iro_desktop.services.report.words import capital, listed


def progress(year: YearFigures) -> Iterator[Piece]:
    """The actions of the year with how they went."""
    actions = _of(year, year.facts.year)
    if not actions:
        return
    counted = Counter(one.progress for one in actions)
    said_ = listed([f"{counted[one]} {one.label}" for one in PlanProgress if counted[one]])
    yield said(f"{_actions(len(actions))} planned for {year_words(year.facts.year)}: {said_}.")
    columns = (
        Column("No.", width=0.35),
        Column("Action", width=2.2),
        Column("Progress", width=1.0),
        Column("How it went", width=2.4),
    )
    rows = tuple((one.number, one.text, capital(one.progress.label), one.went or "not said yet") for one in actions)
    yield Piece(Table(columns, rows, f"Plan of {year_words(year.facts.year)}"))
    unsaid = [str(one.number) for one in actions if not one.went]
    if unsaid:
        which = f"action {unsaid[0]}" if len(unsaid) == 1 else f"actions {listed(unsaid)}"
        yield asked(f"Of {which} it is not said how it went: Service, Plan, says it there and here.")


def priorities(year: YearFigures) -> Iterator[Piece]:
    """The plan of the year that follows."""
    after = year.facts.year + 1
    actions = _of(year, after)
    if not actions:
        yield asked(
            f"Nothing is planned for {year_words(after)} yet: what is written under Service, Plan, stands here."
        )
        return
    yield said(f"{_actions(len(actions))} planned for {year_words(after)}:")
    columns = (
        Column("No.", width=0.35),
        Column("Priority", width=3.4),
        Column("Who", width=1.2),
        Column("By", width=1.0),
    )
    rows = tuple((one.number, one.text, one.owner or "", one.due_on) for one in actions)
    yield Piece(Table(columns, rows, f"Priorities for {year_words(after)}"))


def _of(year: YearFigures, which: int) -> list[PlanAction]:
    return sorted((one for one in year.facts.plan if one.year == which), key=lambda one: one.number)


def _actions(count: int) -> str:
    return "One action was" if count == 1 else f"{count} actions were"
