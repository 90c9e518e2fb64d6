"""Whether a passphrase is long enough, in a plain sentence."""

from dataclasses import dataclass

CHARACTERS, WORDS = 12, 4
_LETTERS_OF_A_WORD, _DIFFERENT = 3, 5
RULE = f"At least {CHARACTERS} characters, or {WORDS} words."


@dataclass(frozen=True, slots=True)
class Strength:
    """The answer and the sentence to be shown with it."""

    is_enough: bool
    sentence: str


def strength_of(passphrase: str) -> Strength:
    """Judge a passphrase by its length; what is one letter over and over does not count as long.

    >>> strength_of("copper lantern river maple").sentence
    'Good: 4 words.'
    >>> strength_of("tortoise").sentence
    'Add 4 more characters, or make it 4 words.'
    """
    words = {word.casefold() for word in passphrase.split() if len(word) >= _LETTERS_OF_A_WORD}
    if not passphrase:
        return Strength(is_enough=False, sentence=RULE)
    if passphrase != passphrase.strip():
        return Strength(is_enough=False, sentence="There is a space at the beginning or the end; take it away.")
    if len(set(passphrase.casefold())) < _DIFFERENT:
        return Strength(is_enough=False, sentence="The same few characters over and over are easy to guess.")
    if len(words) >= WORDS:
        return Strength(is_enough=True, sentence=f"Good: {len(words)} words.")
    if len(passphrase) >= CHARACTERS:
        return Strength(is_enough=True, sentence=f"Good: {len(passphrase)} characters.")
    missing = CHARACTERS - len(passphrase)
    more = "1 more character" if missing == 1 else f"{missing} more characters"
    return Strength(is_enough=False, sentence=f"Add {more}, or make it {WORDS} words.")
