"""How easy a text is to read: Flesch reading ease, and the age at which a child can read it.

Reading ease: R. Flesch, "A new readability yardstick", 1948: 206.835 - 1.015 * words a sentence - 84.6 * syllables a
word. Age: the grade of J. P. Kincaid and others, 1975 (0.39 * words a sentence + 11.8 * syllables a word - 15.59), with
five years added, the age at which a school class begins. Both are estimates by length alone; they know no meaning.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’\-][A-Za-zÀ-ÿ]+)*|\d+(?:[.:]\d+)*")
_END = re.compile(r"[.!?]+[”’\"')]*(?=\s|$)")  # the mark within "3.30" ends nothing
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|etc)\.$")
_VOWELS = re.compile(r"[aeiouyà-ÿ]+")
_YOUNGEST, _OLDEST, _GROWN = 5, 18, 16
_BEFORE_SCHOOL = 5  # years, in which a child begins the first class

# Words of such letters that the rules beneath count wrong, by how many syllables are spoken.
_SPOKEN = {
    2: "being doing going seeing saying science quiet diet lion trial fuel cruel poem poet people create something "
    "sometimes someone somewhere hopeful careful therefore likely lovely safely nicely lonely evening every "
    "wednesday wednesdays",
    3: "idea ideas area areas family families different favourite another somebody everyone everything everywhere "
    "radio annual actual usual important medicine video created advocate advocates complaining separate",
    4: "everybody interested education usually actually january february independent",
}
_KNOWN = {word: count for count, words in _SPOKEN.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, by its place in the text."""

    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class Ease:
    """What a text counts up to."""

    words: int
    sentences: int
    syllables: int

    @property
    def score(self) -> float | None:
        """Flesch reading ease, 100 and more very easy, below 30 hard; None where there is nothing to read."""
        if not self.sentences:
            return None
        return 206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words

    @property
    def age(self) -> int | None:
        """The age at which a child can read it, from 5 to 18; None where there is nothing to read."""
        if not self.sentences:
            return None
        grade = 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59
        return min(_OLDEST, max(_YOUNGEST, round(grade) + _BEFORE_SCHOOL))

    @property
    def in_words(self) -> str:
        """For somebody who knows no score."""
        age = self.age
        if age is None:
            return "Nothing is written yet"
        if age >= _OLDEST:
            return "This reads as adults write to each other"
        return f"A child of {age} can read this" if age < _GROWN else f"A young person of {age} can read this"


def ease_of(text: str) -> Ease:
    """Count a text.

    >>> ease_of("The cat sat on the mat.")
    Ease(words=6, sentences=1, syllables=6)
    """
    sentences = list(sentences_of(text))
    return Ease(
        sum(one.words for one in sentences),
        len(sentences),
        sum(syllables(word) for word in words_of(text)),
    )


def words_of(text: str) -> list[str]:
    """Its words; a number or a clock time is one."""
    return [found[0] for found in _WORD.finditer(text)]


def sentences_of(text: str) -> Iterator[Sentence]:
    """Its sentences, in order; a line without an end mark is one too, such as a greeting."""
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for end in (*_ends(text, line.start(), line.end()), line.end()):
            words = len(words_of(text[start:end]))
            if words:
                blanks = len(text[start:end]) - len(text[start:end].lstrip())
                yield Sentence(start + blanks, end, words)
            start = end


def _ends(text: str, first: int, last: int) -> Iterator[int]:
    for found in _END.finditer(text, first, last):
        if not _ABBREVIATION.search(text[first : found.end()]):
            yield found.end()


def syllables(word: str) -> int:
    """How many syllables are spoken, by its groups of vowels; a number counts as one.

    >>> [syllables(word) for word in ("cat", "table", "review", "independent", "moved", "wanted", "don’t")]
    [1, 2, 2, 4, 1, 2, 1]
    """
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part)
    plain = word.casefold().replace("'", "’")
    if plain in _KNOWN:
        return _KNOWN[plain]
    plain = plain.removesuffix("’s").replace("’", "")
    count = _KNOWN.get(plain) or len(_VOWELS.findall(plain)) - _silent(plain) + len(_TWO_VOWELS.findall(plain))
    return max(1, count)


# Vowels side by side that are spoken apart: "studying", "medium", "situation"; not "million".
_TWO_VOWELS = re.compile(r"y(?=ing)|[aiou](?=ing)|(?<![tscgxnl])i(?=a|o|um|enc)|(?<![gq])u(?=a)|(?<=re)a(?=c)")


def _silent(word: str) -> int:
    """Whether the last "e" is not spoken: of "make", "moved", "makes"; it is in "table", "wanted", "places"."""
    if word.endswith("ed"):
        return int(not re.search(r"[td]ed$|[aeiouy]ed$|[^aeiouylr][lr]ed$", word))
    if word.endswith("es"):
        return int(not re.search(r"(?:[sxzcg]|ch|sh|[aeiouy]|[^aeiouylr]l)es$", word))
    return int(bool(re.search(r"[^aeiouy]e$", word)) and not re.search(r"[^aeiouylr]le$", word))
