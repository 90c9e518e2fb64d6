"""What single cells say: blanks that are words, ids, review numbers, the name of an IRO."""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from iro_desktop.exchange.sheet_cells import Cell, is_broken, shown
from iro_desktop.exchange.sheet_names import name_doubt, split_name

Value = TypeVar("Value")

_COMPUTED = "comes from a formula whose result is not in the file"


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("|"))


#: Words by which systems and people leave a cell blank. Names are held to the shorter list: Null and Nil are surnames.
NO_NAME = _phrases(
    "|-|--|---|–|—|−|.|..|...|?|??|/|#n/a|n/a|n/k|not known|unknown|not recorded|not stated|(blank)|(null)|<null>"
)
NOTHING = NO_NAME | _phrases(
    "na|n.a.|n.a|nk|n.k.|none|null|nil|tbc|tba|tbd|nan|nat|not applicable|not available|not yet|not held|not yet held"
    "|no review|no reviews|no review yet|none yet|none held|no date|not set|not provided|no data|no value|not found"
    "|missing|00/00/0000|0000-00-00|dd/mm/yyyy|awaited|pending|x"
)
NO_IRO = NO_NAME | _phrases(
    "tbc|tba|none|null|na|nil|unallocated|not allocated|not yet allocated|vacant|vacancy|not assigned|unassigned|no iro"
    "|no iro allocated|awaiting allocation|to be allocated|duty iro|duty"
)
NO_SIBLING = NOTHING | _phrases(
    "no|n|0|no siblings|no sibling|none known|no known siblings|only child|no siblings in care|none in care"
)
_COUNTED = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINALS = {word: number for number, word in enumerate(_COUNTED, 1)} | {"initial": 1}
_REVIEW_NUMBER = re.compile(
    r"(?:(?:cla|lac|review|rev|rvw|r|no|number|#|[ .:])*)0*(\d{1,3})(?:\.0+)?(?:st|nd|rd|th)?"
    r"(?: (?:cla |lac )?(?:review|rev))?"
)
_MOST_REVIEWS = 60  # at two or three a year from birth to eighteen there is room for some more
_ID = re.compile(r"(?=.*\d)[\w./-]+(?: [\w./-]*\d[\w./-]*)?")
_ROLE = re.compile(r"\s*\((?:iro|agency|agency iro|locum)\)$", re.IGNORECASE)
_CUT_NUMBER = re.compile(r"\d+(?:\.\d+)?E\+?\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """One cell read; both None: the cell is blank."""

    value: Value | None = None
    doubt: str | None = None  # the end of a sentence that begins with the field's name


def says_nothing(cell: Cell, words: frozenset[str] = NOTHING) -> bool:
    """True for an empty cell or a word that stands for one."""
    return shown(cell).casefold() in words


def read_id(cell: Cell) -> Reading[str]:
    """A child's id as text: numbers lose what only the spreadsheet added (``123456.0``), text keeps its zeros."""
    text = shown(cell)
    if is_broken(cell):
        return Reading(doubt=_COMPUTED)
    if says_nothing(cell):
        return Reading()
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return Reading(doubt="is stored as something else than a number or text")
    if isinstance(cell, int | float) and not (0 <= cell < 1e15 and float(cell).is_integer()):
        return Reading(doubt="is a number that has lost figures or has a fraction")
    if _CUT_NUMBER.fullmatch(text):
        return Reading(doubt="was cut short by Excel to a number with an exponent")
    return Reading(re.sub(r"^'?(\d+)(?:\.0+)?$", r"\1", text))


def looks_like_id(text: str) -> bool:
    """True for what case systems use as ids: one word with figures in it, or two if the second has figures."""
    return _ID.fullmatch(text) is not None


def read_review_number(cell: Cell) -> Reading[int]:
    """The number of a review, also as ``3rd`` or ``Review 3``; 0 says that none was held yet."""
    if is_broken(cell):
        return Reading(doubt=_COMPUTED)
    if says_nothing(cell):
        return Reading()
    text = shown(cell).casefold()
    word = text.removesuffix(" review").removesuffix(" lac").removesuffix(" cla")
    found = None if isinstance(cell, bool) else _REVIEW_NUMBER.fullmatch(text)
    number = int(found[1]) if found else _ORDINALS.get(word)
    if number is None or number > _MOST_REVIEWS:
        return Reading(doubt="cannot be the number of a review")
    return Reading(number)


def read_iro(cell: Cell) -> Reading[str]:
    """The IRO's name, given name first. More than one name in a cell is asked about."""
    if is_broken(cell):
        return Reading(doubt=_COMPUTED)
    if says_nothing(cell, NO_IRO):
        return Reading()
    name = split_name(_ROLE.sub("", shown(cell)))
    if name.doubt or name_doubt(name.whole) or re.search(r"\b(?:and|or)\b", name.whole, re.IGNORECASE):
        return Reading(doubt="does not look like one person's name")
    return Reading(name.whole)
