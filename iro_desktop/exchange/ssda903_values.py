"""Single values of SSDA903 files: which texts are dates and codes. Values come stripped and in capitals.

Code lists: ``domain.vocabulary`` and, for those that only files have, the collection guides 2023/24 to 2026/27.
"""

import re
from collections.abc import Callable, Collection
from datetime import date
from functools import lru_cache

from iro_desktop.domain.vocabulary import (
    CATEGORIES_OF_NEED,
    CONTINUES,
    END_REASONS,
    ETHNICITIES,
    LEGAL_STATUS,
    PLACEMENT,
    START_REASONS,
    Participation,
    Sex,
)

SEXES = {"1": Sex.MALE, "2": Sex.FEMALE, "M": Sex.MALE, "F": Sex.FEMALE, "U": Sex.UNKNOWN}
PARTICIPATIONS = {code.value: code for code in Participation}
END_CODES = frozenset({*END_REASONS, CONTINUES})
PROVIDERS = frozenset(f"PR{n}" for n in range(6))
CHANGE_REASONS = frozenset({
    "CARPL", "CLOSE", "ALLEG", "STAND", "APPRR", "CREQB", "CREQO", "CHILD", "LAREQ", "PLACE", "CUSTOD", "OTHER",
})  # fmt: skip

_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_UPN_LETTER = "[A-HJ-NP-RT-Z]"  # not I, O, S, which look like digits
_UPN = re.compile(rf"{_UPN_LETTER}\d{{12}}|{_UPN_LETTER}\d{{11}}{_UPN_LETTER}|UN[1-5]", re.ASCII)


@lru_cache(maxsize=1 << 16)
def day_of(text: str) -> date | None:
    """The date that dd/mm/yyyy or d/m/yyyy says; ``None`` for all else, and for years that no file can mean.

    Two figures for the year, ISO dates and times of day are no dates here (validator rule 166).
    """
    match = _DATE.fullmatch(text)
    if match is None or not 1900 <= int(match[3]) < 2200:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def is_upn(text: str) -> bool:
    """A letter and 12 digits, or 11 digits between two letters, never I, O or S; or UN1 to UN5 (rule 168)."""
    return _UPN.fullmatch(text) is not None


def is_plausible(code: str, lengths: Collection[int]) -> bool:
    """Whether an unknown code may be a newer one: letters and digits of a usual number."""
    return len(code) in lengths and code.isascii() and code.isalnum()


def _is_day(text: str) -> bool:
    return day_of(text) is not None


def _one_of(codes: Collection[str]) -> Callable[[str], bool]:
    return lambda text: text in codes


#: What a value can look like when it is whole. Used for the last value of a file that ends without a line end.
_WHOLE: dict[str, Callable[[str], bool]] = {
    "SEX": _one_of(SEXES),
    "DOB": _is_day,
    "ETHNIC": _one_of(ETHNICITIES),
    "UPN": lambda text: len(text) == 13 or is_upn(text),
    "MC_DOB": _is_day,
    "DECOM": _is_day,
    "RNE": _one_of(START_REASONS),
    "LS": _one_of(LEGAL_STATUS),
    "CIN": _one_of(CATEGORIES_OF_NEED),
    "PLACE": _one_of(PLACEMENT),
    "PLACE_PROVIDER": _one_of(PROVIDERS),
    "DEC": _is_day,
    "REC": _one_of(END_CODES),
    "REASON_PLACE_CHANGE": _one_of(CHANGE_REASONS),
    "URN": lambda text: len(text) == 7,
    "REVIEW": _is_day,
    "REVIEW_CODE": _one_of(PARTICIPATIONS),
}
_NEVER_EMPTY = frozenset({"CHILD", "DECOM", "RNE", "REVIEW", "REVIEW_CODE"})


def may_be_cut(column: str, text: str) -> bool:
    """Whether a value at the very end of a file may be only the beginning of one. Of a child's id nobody can tell."""
    if column == "CHILD" or not text:
        return column in _NEVER_EMPTY
    is_whole = _WHOLE.get(column)
    return is_whole is not None and not is_whole(text)
