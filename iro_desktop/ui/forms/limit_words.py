"""A length of time as people write it, and as a setting holds it: "10 working days" and ``10wd``."""

import re

_UNITS = {
    "wd": ("working day", "working days"),
    "d": ("day", "days"),
    "w": ("week", "weeks"),
    "m": ("month", "months"),
    "y": ("year", "years"),
}
_TYPED = re.compile(r"\+?\s*(\d{1,3})\s*([a-z ]+?)s?")


def code_of(words: str) -> str:
    """As a setting holds it; what is no length of time stays as typed, but for blanks.

    >>> code_of("10 Working days"), code_of("5 months"), code_of("12"), code_of("none")
    ('10wd', '5m', '12', 'none')
    """
    typed = " ".join(words.split())
    found = _TYPED.fullmatch(typed.lower())
    if found is None:
        return typed
    for code, (one, _many) in _UNITS.items():
        if found[2].strip() in {code, one}:
            return f"{int(found[1])}{code}"
    return typed


def words_of(code: str) -> str:
    """As people write it; ``""`` where it is no length of time.

    >>> words_of("10wd"), words_of("1m"), words_of("none")
    ('10 working days', '1 month', '')
    """
    found = re.fullmatch(r"(\d{1,3})(wd|d|w|m|y)", code)
    if found is None:
        return ""
    one, many = _UNITS[found[2]]
    return f"{found[1]} {one if found[1] == '1' else many}"
