"""Brothers and sisters out of free text: ids, names, or the id of a family that several rows share."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from iro_desktop.exchange.sheet_names import name_doubt, name_key
from iro_desktop.exchange.sheet_values import NO_SIBLING, looks_like_id
from iro_desktop.exchange.sheet_words import plain_words, word_set

_APART = re.compile(r"\s*(?:[;/|&+\n•]|\band\b)\s*", re.IGNORECASE)
_KINSHIP = word_set(
    "twin twins triplet brother sister half full step older younger elder big little of to and with sibling siblings"
    " sib the is bro sis maternal paternal birth adopted"
)
_MOST_IN_A_FAMILY = 12  # a "family" larger than this is more likely a code that means something else


@dataclass(frozen=True, slots=True)
class Kin:
    """One child as the sheet names it."""

    child: str
    given: str | None
    family: str | None


@dataclass(frozen=True, slots=True)
class SiblingReading:
    """The ids found, and what could not be told."""

    children: tuple[str, ...] = ()
    doubt: str | None = None  # the end of a sentence that begins "The brothers and sisters …"


def read_siblings(heading: str, texts: Sequence[str], kin: Sequence[Kin]) -> list[SiblingReading]:
    """One reading for each row; ``texts`` and ``kin`` run in step. The child itself is never among its siblings."""
    texts = ["" if text.casefold() in NO_SIBLING else text for text in texts]
    listed = _Family(kin)
    readings = [listed.read(text, own) if text else SiblingReading() for text, own in zip(texts, kin, strict=True)]
    codes = _FamilyCodes(heading, texts, readings, kin)
    members = _members(texts, kin)
    return [
        _group(members[text.casefold()], own) if codes.has(text) else reading
        for text, own, reading in zip(texts, kin, readings, strict=True)
    ]


class _FamilyCodes:
    """Tells which texts are a family's code, held by all its children, rather than a list of brothers and sisters."""

    def __init__(
        self, heading: str, texts: Sequence[str], readings: Sequence[SiblingReading], kin: Sequence[Kin]
    ) -> None:
        self._shares = Counter(text.casefold() for text in texts if text)
        self._children = {own.child.casefold() for own in kin}
        # Some systems use the eldest child's id as the family's: then that child's own row holds its own id.
        self._own = {
            text.casefold() for text, own in zip(texts, kin, strict=True) if text.casefold() == own.child.casefold()
        }
        filled = [(text, reading) for text, reading in zip(texts, readings, strict=True) if text]
        shared = sum(self._shares[text.casefold()] > 1 for text, _reading in filled)
        named = sum(bool(reading.children) for _text, reading in filled)
        is_group_heading = bool({"group", "family", "household"} & set(plain_words(heading)))
        self._all = is_group_heading and (shared * 2 >= len(filled) or named * 2 < len(filled))
        self._some = any(self._is_shared_code(text) for text in self._shares)

    def has(self, text: str) -> bool:
        """True if this text is a code. One child's code alone is one too, where others of its column are."""
        if not text or self._all:
            return bool(text)
        is_unknown = looks_like_id(text) and text.casefold() not in self._children
        return self._is_shared_code(text) or (self._some and is_unknown)

    def _is_shared_code(self, text: str) -> bool:
        key = text.casefold()
        if self._shares[key] < 2 or not looks_like_id(text) or (text.isdecimal() and len(text) < 3):
            return False
        return key not in self._children or key in self._own


def _members(texts: Sequence[str], kin: Sequence[Kin]) -> Mapping[str, list[str]]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for text, own in zip(texts, kin, strict=True):
        if text:
            members[text.casefold()].append(own.child)
    return members


def _group(members: list[str], own: Kin) -> SiblingReading:
    others = tuple(child for child in dict.fromkeys(members) if child != own.child)
    if len(others) >= _MOST_IN_A_FAMILY:
        return SiblingReading(doubt=f"share one code with {len(others)} other children, too many for a family")
    return SiblingReading(others)


class _Family:
    """Finds children of the sheet by id and by name."""

    def __init__(self, kin: Sequence[Kin]) -> None:
        self.by_id = {own.child.casefold(): own.child for own in kin}
        self._by_name: defaultdict[str, set[str]] = defaultdict(set)
        self._by_given: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._shapes = {_shape(own.child) for own in kin}
        for own in kin:
            given, family = name_key(own.given or ""), name_key(own.family or "")
            if given and family:
                firsts = {given, given.split()[0]}
                for first in firsts:
                    self._by_name[f"{first} {family}"].add(own.child)
                    self._by_name[f"{family} {first}"].add(own.child)
                    self._by_given[first, family].add(own.child)

    def read(self, text: str, own: Kin) -> SiblingReading:
        """Every child that the text names, in its order; the first that cannot be told is the doubt."""
        found: list[str] = []
        for part in filter(None, _APART.split(text)):
            pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
            while pieces:
                child, used = self._next(pieces, own)
                if child is None:
                    return SiblingReading(doubt="name somebody who cannot be told from this sheet")
                found.append(child)
                del pieces[:used]
        return SiblingReading(tuple(child for child in dict.fromkeys(found) if child != own.child))

    def _next(self, pieces: list[str], own: Kin) -> tuple[str | None, int]:
        """The child at the front, and how many pieces name it: ``FERN, Ava`` is one child in two pieces."""
        if len(pieces) > 1 and (child := self._named(f"{pieces[0]} {pieces[1]}", own)):
            return child, 2
        return self._one(pieces[0], own), 1

    def _one(self, piece: str, own: Kin) -> str | None:
        words = re.findall(r"[^\s()\[\]:,]+", piece)
        ids = [self.by_id[word.casefold()] for word in words if word.casefold() in self.by_id]
        rest = [word for word in words if word.casefold() not in self.by_id]
        names = " ".join(word for word in rest if word.casefold() not in _KINSHIP and word not in {"-", "–"})
        if ids:
            fits = not names or self._named(names, own) == ids[0]
            return ids[0] if len(set(ids)) == 1 and fits else None
        if looks_like_id(names) and _shape(names) in self._shapes:
            return names  # a brother or sister with another IRO: the id has the shape of this sheet's ids
        return self._named(names, own)

    def _named(self, text: str, own: Kin) -> str | None:
        if name_doubt(text):
            return None
        key = name_key(text)
        candidates = self._by_name.get(key) or self._by_given.get((key, name_key(own.family or "")), set())
        return next(iter(candidates)) if len(candidates) == 1 else None


def _shape(child: str) -> str:
    return re.sub(r"[A-Za-z]", "a", re.sub(r"\d", "9", child))
