"""What has to be asked about a sheet's tabs and columns before its reading is sure."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.exchange.sheet_body import Body, Kind
from iro_desktop.exchange.sheet_fields import DATE_FIELDS, CaseloadField, Sureness
from iro_desktop.exchange.sheet_fit import holds_people, share_that_fits
from iro_desktop.exchange.sheet_headings import ColumnGuess
from iro_desktop.exchange.sheet_layout import Table
from iro_desktop.exchange.sheet_words import plain_words, word_set

_NAMES = {CaseloadField.NAME, CaseloadField.GIVEN_NAME, CaseloadField.FAMILY_NAME}
#: Words of headings that nobody could take for the field, though the values might fit it.
_SURELY_NOT = {
    CaseloadField.BORN_ON: word_set("review start since legal sibling"),
    CaseloadField.LOOKED_AFTER_SINCE: word_set("review dob birth"),
    CaseloadField.LAST_REVIEW_ON: word_set("dob birth start since became legal"),
}
_NEVER_OURS = word_set(
    "due next health dental medical pep visit placement sdq pathway ceased end printed expected mother father target"
)
_NO_PERSON = word_set(
    "social team school placement carer legal status order type ethnicity gender sex category need plan provider"
    " outcome venue location mother father manager authority language religion address"
)
_NEAR = {
    CaseloadField.CHILD: word_set("id number child case system"),
    CaseloadField.NAME: word_set("name known child initials"),
    CaseloadField.LAST_REVIEW_NUMBER: word_set("review number"),
    CaseloadField.IRO: word_set("iro officer chair reviewing"),
    CaseloadField.SIBLINGS: word_set("sibling family brother sister kin related relations household twin group"),
}


def questions_about(tables: Sequence[Table], body: Body, file: str, today: date) -> list[Problem]:
    """Every question about tabs (``tables``, the chosen one first) and about the chosen one's columns."""
    asked = [*_tabs(tables), *_guesses(tables[0]), *_missing(tables[0], body, today)]
    return [Problem(file, None, field, message, Severity.ASK) for field, message in asked]


Question = tuple[CaseloadField | None, str]


def _tabs(tables: Sequence[Table]) -> list[Question]:
    chosen, *others = tables
    rivals = [f"“{table.sheet.name}”" for table in others if table.score * 2 >= chosen.score and table.children]
    if not rivals:
        return []
    looks = "looks" if len(rivals) == 1 else "look"
    message = (
        f"“{chosen.sheet.name}” was read. {', '.join(rivals)} {looks} like a caseload too: which is the right one?"
    )
    return [(None, message)]


def _guesses(table: Table) -> list[Question]:
    questions: list[Question] = []
    likely = [column for column in table.columns if column.sureness is Sureness.LIKELY]
    for column in likely:
        label = column.field.label if column.field else ""
        message = f"{_named([column])} was read as {label}: is that right? {_sentence(column.because)}"
        questions.append((column.field, message))
    unsure = sorted(
        (column for column in table.columns if column.sureness is Sureness.UNSURE),
        key=lambda column: list(CaseloadField).index(column.field or CaseloadField.CHILD),
    )
    for field, group in groupby(unsure, key=lambda column: column.field):
        columns = list(group)
        verb = "was not read. Is it" if len(columns) == 1 else "were not read. Is one of them"
        label = field.label if field else ""
        questions.append((field, f"{_named(columns)} {verb} {label}? {_sentence(columns[0].because)}"))
    return questions


def _named(columns: Sequence[ColumnGuess]) -> str:
    start = "Column" if len(columns) == 1 else "Columns"
    return f"{start} {', '.join(f'{column.letter} “{column.heading}”' for column in columns)}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _missing(table: Table, body: Body, today: date) -> list[Question]:
    questions: list[Question] = []
    for field in CaseloadField:
        if _is_found(table, body, field):
            continue
        near = [f"“{column.heading}”" for column in table.columns if _could_be(table, column, field, today)]
        if near:
            questions.append((field, f"No column was read as {field.label}. Is it one of these: {', '.join(near)}?"))
        elif field is CaseloadField.CHILD:
            questions.append((field, "No column holds the child's id, without which no row can be used."))
        elif field in _NAMES - {CaseloadField.NAME}:
            questions.append((field, f"No column was read as {field.label}, though another part of the name was."))
        elif field is CaseloadField.SIBLINGS and body.rows(Kind.FAMILY):
            questions.append(
                (field, "Lines between the rows name families. Brothers and sisters are not read from them.")
            )
    return questions


def _is_found(table: Table, body: Body, field: CaseloadField) -> bool:
    """True where nothing has to be asked: the field has a column, or is asked about already, or need not be there."""
    fields = {column.field for column in table.columns}
    if field in fields or field is CaseloadField.NEXT_REVIEW_ON:
        return True
    if field is CaseloadField.IRO:
        return bool(body.iros)
    if field in {CaseloadField.GIVEN_NAME, CaseloadField.FAMILY_NAME}:
        return CaseloadField.NAME in fields or not fields & _NAMES
    return field is CaseloadField.NAME and bool(fields & _NAMES)


def _could_be(table: Table, column: ColumnGuess, field: CaseloadField, today: date) -> bool:
    """True for a column that is not read and whose heading or values might be the missing field."""
    if column.is_read or not column.filled or column.sureness is Sureness.STATED:
        return False
    words = set(plain_words(column.heading))
    if field in DATE_FIELDS:
        is_near = share_that_fits(table, column, field, today) >= 0.5 or ("review" in words and "last" in words)
        return is_near and not words & (_NEVER_OURS | _SURELY_NOT[field])
    if field in {CaseloadField.NAME, CaseloadField.IRO}:
        is_text = share_that_fits(table, column, field, today) >= 0.5 and not words & _NO_PERSON
        is_near = bool(words & _NEAR[field]) or (field is CaseloadField.IRO and holds_people(table, column))
        return is_text and is_near
    is_near = bool(words & _NEAR.get(field, _NEAR[CaseloadField.NAME]))
    return is_near and share_that_fits(table, column, field, today) >= 0.5
