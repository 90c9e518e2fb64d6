"""What one heading says, and what the headings of a row say together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from iro_desktop.exchange.sheet_fields import CaseloadField, Sureness
from iro_desktop.exchange.sheet_rules import RULES, HeadingRule
from iro_desktop.exchange.sheet_words import plain_words

_ORDER = (Sureness.NONE, Sureness.UNSURE, Sureness.LIKELY, Sureness.SURE, Sureness.STATED)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a heading may be read as, and why it is not sure."""

    field: CaseloadField | None
    sureness: Sureness
    because: str = ""

    @property
    def weight(self) -> int:
        """A number to compare guesses by: surer is higher."""
        return _ORDER.index(self.sureness)


NO_GUESS = Guess(None, Sureness.NONE)


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """One column of the sheet as it would be read."""

    index: int  # from 0
    heading: str  # as shown, made different from every other heading of the sheet; the key for corrections
    field: CaseloadField | None
    sureness: Sureness
    filled: int  # cells under the heading that hold anything, in the children's rows
    because: str = ""  # why the guess is not sure
    is_nameless: bool = False  # no heading: ``heading`` only says which column it is

    @property
    def is_read(self) -> bool:
        """True if values are taken from this column."""
        return self.field is not None and self.sureness in {Sureness.STATED, Sureness.SURE, Sureness.LIKELY}

    @property
    def letter(self) -> str:
        """The column as a spreadsheet names it: A for the first."""
        return column_letter(self.index)


def column_letter(index: int) -> str:
    """The name of a column.

    >>> column_letter(0), column_letter(27)
    ('A', 'AB')
    """
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def guess(heading: str) -> Guess:
    """The best reading of one heading.

    >>> guess("Rev no").field, guess("Next review due").sureness
    (<CaseloadField.LAST_REVIEW_NUMBER: 'last_review_number'>, <Sureness.NONE: 'none'>)
    """
    words = frozenset(plain_words(heading))
    return max((_match(rule, words) for rule in RULES), key=lambda found: found.weight, default=NO_GUESS)


def _match(rule: HeadingRule, words: frozenset[str]) -> Guess:
    if not all(words & group for group in rule.needs) or words & rule.never:
        return NO_GUESS
    strange = words - rule.knows - frozenset().union(*rule.needs)
    sureness = Sureness.LIKELY if strange and rule.at_best is Sureness.SURE else rule.at_best
    return Guess(rule.field, sureness, rule.because)


def group_guess(upper: str, lower: str, *, is_merged: bool) -> Guess:
    """What a two-line heading says: ``Review`` over ``No``, ``Mother`` over ``Date of birth``.

    The lower line alone counts only where the upper one does not forbid it. In text nobody can see how far an upper
    heading reaches, so there a forbidden reading becomes a question instead.
    """
    alone, together = guess(lower), guess(f"{upper} {lower}")
    if together.weight >= alone.weight or together.field not in {alone.field, None}:
        return together
    if together.field is alone.field:
        return alone
    if is_merged:
        return together
    return replace(
        alone, sureness=min(alone.sureness, Sureness.LIKELY, key=_ORDER.index), because="of what stands above it"
    )


def name_order_is_family_first(heading: str) -> bool:
    """True for ``Surname, Forename`` and its like, where the heading itself says which comes first."""
    words = plain_words(heading)
    return "familyfirst" in words or (
        "surname" in words and "forename" in words and words.index("surname") < words.index("forename")
    )


def heading_key(heading: str) -> str:
    """The form under which headings are compared: one blank between words, no case."""
    return " ".join(heading.casefold().split())


def corrected(columns: Sequence[ColumnGuess], corrections: Mapping[str, CaseloadField | None]) -> list[ColumnGuess]:
    """The columns with a person's word put in the place of the guesses; other guesses for the same field yield."""
    stated = {heading_key(heading): field for heading, field in corrections.items()}
    taken = {stated[key] for column in columns if (key := heading_key(column.heading)) in stated} - {None}
    answer = []
    for column in columns:
        key = heading_key(column.heading)
        if key in stated:
            field = stated[key]
            answer.append(replace(column, field=field, sureness=Sureness.STATED, because=""))
        elif column.field in taken:
            answer.append(replace(column, field=None, sureness=Sureness.NONE, because=""))
        else:
            answer.append(column)
    return answer
