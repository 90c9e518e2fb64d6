"""A letter read over as it is written: who can read it, which words are of the field, whose names stand in it."""

from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.vocabulary import AgeBand
from iro_desktop.services.child_letter.bands import PLAINNESS
from iro_desktop.services.child_letter.jargon import found_in
from iro_desktop.services.child_letter.name_guard import FoundName, NameGuard, Whose
from iro_desktop.services.child_letter.reading import ease_of, sentences_of


class MarkKind(StrEnum):
    """Why a piece of the text is marked."""

    NAME = "name"
    JARGON = "jargon"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class LetterMark:
    """A piece of the text with what is to be said of it."""

    start: int
    end: int
    kind: MarkKind
    words: str  # as it stands there
    advice: str  # "Say: school plan"
    instead: str = ""  # what fits in its place; "" where a person has to find words


@dataclass(frozen=True, slots=True)
class LetterRead:
    """What is to be known of a letter as it stands."""

    band: AgeBand
    words: int
    score: float | None  # Flesch reading ease
    age: int | None  # at which it can be read
    age_words: str  # "A child of 8 can read this"
    is_plain: bool  # enough for the band
    fits_words: str  # "Right for 8 to 11"; what makes it hard
    marks: tuple[LetterMark, ...]  # in order of the text

    def of(self, kind: MarkKind) -> tuple[LetterMark, ...]:
        """The marks of one kind."""
        return tuple(one for one in self.marks if one.kind is kind)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that stand in it, each once."""
        return tuple(dict.fromkeys(one.words for one in self.of(MarkKind.NAME)))


_WHO_SHOULD = {
    Whose.SIBLING: "A brother’s or sister’s name. Say “your brother” or “your sister”",
    Whose.OTHER_CHILD: "Another child here is called that. Leave the name out",
    Whose.RESTRICTED: "Somebody with a restriction. Leave the name out",
}


def read_over(text: str, band: AgeBand, guard: NameGuard) -> LetterRead:
    """Count it and mark what a child of that band should not have to read."""
    ease, plainness = ease_of(text), PLAINNESS[band]
    marks = [_name(one) for one in guard.found_in(text)]
    marks += [
        LetterMark(
            one.start,
            one.end,
            MarkKind.JARGON,
            one.words,
            f"Say: {one.term.plain}",
            _instead(one.term.plain, fits=one.term.is_same_kind),
        )
        for one in found_in(text)
    ]
    long_ones = [one for one in sentences_of(text) if one.words > plainness.longest]
    marks += [
        LetterMark(one.start, one.end, MarkKind.LONG, text[one.start : one.end], f"{one.words} words: make two of it")
        for one in long_ones
    ]
    is_plain = ease.age is not None and ease.age <= plainness.age
    return LetterRead(
        band,
        ease.words,
        ease.score,
        ease.age,
        ease.in_words,
        is_plain,
        _fits(band, ease.age, is_plain=is_plain),
        tuple(sorted(marks, key=lambda one: (one.start, one.end))),
    )


def _name(one: FoundName) -> LetterMark:
    return LetterMark(one.start, one.end, MarkKind.NAME, one.words, _WHO_SHOULD[one.whose])


def _instead(plain: str, *, fits: bool) -> str:
    return plain if fits else ""


def _fits(band: AgeBand, age: int | None, *, is_plain: bool) -> str:
    if age is None:
        return ""
    if is_plain:
        return f"Plain enough for {band.label}"
    return f"Too hard for {band.label}: shorter sentences and shorter words help"
