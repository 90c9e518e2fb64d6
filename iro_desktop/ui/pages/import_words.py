"""An import said in words: how its rows were accounted for, what the button does, and why it can't yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.services.desk import ColumnShown, ImportCounts, ImportShown

ORDER = (Severity.ASK, Severity.REFUSED, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Changes:
    """What would be written: rows or children, by how they would change."""

    new: int
    changed: int
    are_children: bool


def many(count: int, one: str, more: str = "") -> str:
    """A number with its noun.

    >>> many(1, "row"), many(1200, "row"), many(2, "child", "children")
    ('1 row', '1,200 rows', '2 children')
    """
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def total(shown: ImportShown) -> ImportCounts:
    """The rows of all files together."""
    every = shown.counts.values()
    return ImportCounts(
        sum(each.rows for each in every),
        sum(each.new for each in every),
        sum(each.changed for each in every),
        sum(each.same for each in every),
        sum(each.refused for each in every),
    )


def parts_of(counts: ImportCounts) -> list[tuple[int, str]]:
    """The ways in which rows were accounted for, as number and word."""
    return [
        (counts.new, "new"),
        (counts.changed, "changed"),
        (counts.same, "the same as here"),
        (counts.refused, "refused"),
    ]


def sentence_of(counts: ImportCounts) -> str:
    """Every row accounted for, in one sentence; what is nought is left out.

    >>> sentence_of(ImportCounts(60, 58, 1, 0, 1))
    '60 rows: 58 new, 1 changed, 1 refused.'
    """
    parts = ", ".join(f"{count:,} {word}" for count, word in parts_of(counts) if count)
    return f"{many(counts.rows, 'row')}: {parts or 'none to read'}."


def changes_of(shown: ImportShown) -> Changes:
    """The children that would be written; rows, where a set of files has no new or changed children."""
    files = list(shown.counts.items())
    headers = [counts for name, counts in files if "header" in name.casefold()]
    children = next(iter([*headers, *shown.counts.values()]), None)  # the file of the children comes first
    if children is not None and children.new + children.changed:
        return Changes(children.new, children.changed, are_children=True)
    every = total(shown)
    return Changes(every.new, every.changed, are_children=False)


def button_words(shown: ImportShown) -> str:
    """The verb and the number: "Import 58 children and update 1"."""
    changes = changes_of(shown)
    nouns = ("child", "children") if changes.are_children else ("row", "rows")
    if changes.new and changes.changed:
        return f"Import {many(changes.new, *nouns)} and update {changes.changed:,}"
    if changes.changed:
        return f"Update {many(changes.changed, *nouns)}"
    return f"Import {many(changes.new, *nouns)}" if changes.new else "Import"


def is_about(problem: Problem, column: ColumnShown) -> bool:
    """Whether a finding about the whole sheet speaks of this column, by its heading."""
    is_named = problem.field is not None and f"“{column.heading}”" in problem.message
    return problem.row is None and (is_named or problem.field == column.heading)


def question_about(column: ColumnShown, problems: tuple[Problem, ...]) -> Problem | None:
    """What is asked about this column, the first of it; None where nothing is."""
    return next((each for each in problems if each.severity is Severity.ASK and is_about(each, column)), None)


def open_questions(shown: ImportShown) -> list[Problem]:
    """What has to be answered first: what a column means. Other questions are shown and hold nothing up."""
    asked = (question_about(column, shown.problems) for column in shown.columns)
    return list(dict.fromkeys(each for each in asked if each is not None))


def not_beside_columns(shown: ImportShown) -> list[Problem]:
    """The findings that the list of columns doesn't tell already: no column's question, no note that it is not read."""
    told = {Severity.ASK, Severity.NOTE}
    return [
        each
        for each in shown.problems
        if each.severity not in told or not any(is_about(each, column) for column in shown.columns)
    ]


def names_of(shown: ImportShown) -> dict[str, str]:
    """What to call a field: by the heading it has in the sheet, else in plain words."""
    return dict(shown.fields) | {column.field: column.heading for column in shown.columns if column.field}


def why_not(shown: ImportShown) -> str:
    """Why nothing can be written yet, with what to do; "" where it can."""
    questions, counts = len(open_questions(shown)), total(shown)
    if questions:
        return f"{many(questions, 'question')} to answer first."
    if not counts.rows:
        return "There are no rows in it."
    if not shown.writes_nothing:
        return ""
    if counts.refused == counts.rows:
        return "Nothing to import: every row was refused. The reasons stand above."
    if counts.refused:
        return "Nothing to import: the rows that could be read are here already."
    return "Nothing to import: every row is here already, unchanged."


def where(problem: Problem, names: Mapping[str, str], *, names_file: bool) -> str:
    """Which row and which column a finding is about."""
    row = "" if problem.row is None else f"Row {problem.row}"
    field = names.get(problem.field, problem.field) if problem.field else ""
    parts = [problem.file if names_file else "", row, field]
    return " · ".join(part for part in parts if part) or "The whole sheet"
