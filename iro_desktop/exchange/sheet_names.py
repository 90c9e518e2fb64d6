"""Names as case systems print them: ``O'BRIEN, Ava Rose``, ``Jan van der Berg``, ``Ava FERN``."""

import re
import unicodedata
from dataclasses import dataclass

from iro_desktop.exchange.sheet_words import word_set

#: Words that belong to the surname after them.
_PARTICLES = word_set(
    "van von der den de la le du da das dos del della di ter ten el al bin ibn bint st abu ap ab mac o"
)
#: Those written small inside a surname that is printed in capitals.
_SMALL = word_set("van von der den de la le du da das dos del della di ter ten bin ibn bint")
_TITLE = re.compile(r"^(?:miss|master|mr|mrs|ms|mx|dr)\.? (?=\w)", re.IGNORECASE)
_MARKS = " -'’ʼ.,()"
_FAMILY_FIRST = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in two parts; either may be missing."""

    given: str | None = None
    family: str | None = None
    doubt: str | None = None  # the end of a sentence that begins "This name …"

    @property
    def whole(self) -> str:
        """Given name, then surname."""
        return " ".join(part for part in (self.given, self.family) if part)


def split_name(text: str, *, family_first: bool = False) -> PersonName:
    """A whole name in its parts: at the comma, by what the heading says, at the capitals, else before the last word.

    >>> split_name("O'BRIEN, Ava Rose")
    PersonName(given='Ava Rose', family="O'Brien", doubt=None)
    """
    if doubt := name_doubt(text):
        return PersonName(doubt=doubt)
    text = _TITLE.sub("", text)
    family, comma, given = text.partition(",")
    if comma:
        return PersonName(natural_given(given.replace(",", " ")), natural_family(family))
    words = text.split()
    if len(words) <= 1:
        return PersonName(given=natural_given(text))
    return _first_word_family(words) if family_first else _without_comma(text, words)


def _first_word_family(words: list[str]) -> PersonName:
    # Without a comma nobody can see where a surname of two words ends.
    doubt = "has more than two words and no comma: which belong to the surname?" if len(words) > 2 else None
    return PersonName(natural_given(" ".join(words[1:])), natural_family(words[0]), doubt)


def _without_comma(text: str, words: list[str]) -> PersonName:
    if _FAMILY_FIRST.search(text):
        return PersonName(given=text, doubt="is in a script that puts the surname first: which part is which?")
    capital = [word for word in words if _is_capital(word)]
    if capital == words[:1] and len(words[0]) <= 3 and len(words) > 1:
        return PersonName(doubt="begins with a short word in capitals: is it initials or the surname?")
    if capital and len(capital) < len(words):
        rest = " ".join(word for word in words if word not in capital)
        return PersonName(natural_given(rest), natural_family(" ".join(capital)))
    return _last_word_family(words)


def _last_word_family(words: list[str]) -> PersonName:
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return PersonName(natural_given(" ".join(words[:start])), natural_family(" ".join(words[start:])))


def _is_capital(word: str) -> bool:
    letters = [sign for sign in word if sign.isalpha()]
    return len(letters) > 1 and word.isupper() and "." not in word


def name_doubt(text: str) -> str | None:
    """Why this text is not surely a name: figures, question marks, or the wreck of another encoding (``ZoÃ«``)."""
    if any(not (sign.isalpha() or sign in _MARKS or unicodedata.category(sign) in {"Mn", "Mc", "Cf"}) for sign in text):
        return "holds signs that names do not have"
    if " - " in text or "(" in text:
        return "holds more than the name: what stands behind a dash or in brackets is to be taken out or kept by hand"
    # Two bytes of one letter, read as two letters: the second is a sign or one of these few letters.
    if re.search("[ÃÂÄÅÐÑ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]", text):
        return "seems to come from a file in another encoding"
    return None


def natural_family(text: str) -> str | None:
    """A surname in ordinary letters if it is printed in capitals; any other is kept as it stands."""
    text = text.strip()
    if not text.isupper():
        return text or None
    words = [_natural_word(word) for word in text.split()]
    return " ".join(
        word.lower() if word.casefold() in _SMALL and index < len(words) - 1 else word
        for index, word in enumerate(words)
    )


def natural_given(text: str) -> str | None:
    """First names in ordinary letters if printed in capitals; initials such as ``TJ`` stay."""
    words = text.split()
    if not text.isupper():
        return " ".join(words) or None
    return " ".join(word if _is_initials(word) else _natural_word(word) for word in words)


def _is_initials(word: str) -> bool:
    return len(word.replace(".", "")) <= 2 and not set(word) & set("AEIOUY")


def _natural_word(word: str) -> str:
    lowered = re.sub(r"(^|[-'’ʼ(.])(\w)", lambda found: found[1] + found[2].upper(), word.lower())
    lowered = re.sub(r"(['’ʼ])S$", r"\1s", lowered)
    return re.sub(r"(^|-)Mc(\w)", lambda found: f"{found[1]}Mc{found[2].upper()}", lowered)


def name_key(text: str) -> str:
    """A form under which two spellings of one name are found together: letters only, no case, no accents."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalpha() else " " for sign in plain.casefold().replace("'", "")).split())
