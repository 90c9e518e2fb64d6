"""How easy a text is to read, against counts made by hand."""

import pytest

from iro_desktop.domain.vocabulary import AgeBand
from iro_desktop.services.child_letter.bands import PLAINNESS
from iro_desktop.services.child_letter.reading import Ease, ease_of, sentences_of, syllables, words_of

LINCOLN = (
    "Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, "
    "and dedicated to the proposition that all men are created equal."
)
# By hand: words, sentences, syllables.
BY_HAND = (
    ("The cat sat on the mat.", 6, 1, 6),
    ("I am happy. Are you?", 5, 2, 6),  # I am hap-py. Are you?
    ("Hi Sam,\n\nThank you for coming.", 6, 2, 7),  # com-ing
    ("Your next review is on Tuesday 8 December at 3.30.", 10, 1, 14),  # re-view Tues-day De-cem-ber, numbers one each
    ("Dr. Lee said “Well done!” to you.", 7, 2, 7),
    ("We talked about school. You wanted a bigger desk, and we agreed.", 12, 2, 16),
    # Lincoln's first sentence, as people count it.
    (LINCOLN, 30, 1, 47),
)


@pytest.mark.parametrize(("text", "words", "sentences", "spoken"), BY_HAND)
def test_words_sentences_and_syllables_are_those_counted_by_hand(
    text: str, words: int, sentences: int, spoken: int
) -> None:
    found = ease_of(text)
    assert (found.words, found.sentences) == (words, sentences)
    assert abs(found.syllables - spoken) <= len(words_of(text)) // 15  # long texts may be out by one word in fifteen


SPOKEN = {
    1: "cat the moved makes whole care tried through thought played watched called one eye here were sure own",
    2: "table review wanted places social people little meeting agreed special mother question lessons Wednesday "
    "passport because changes houses boxes ready complaint birthday grown-up bottle handled settled carer",
    3: "officer reviewing advocate family decided Saturday November together appointment assessment understand idea "
    "remember tomorrow animal library computer telephone beautiful decision studying medium piano everyone",
    4: "independent medication’s situation experience January interested education",
    5: "communication",
}


@pytest.mark.parametrize(("word", "spoken"), [(word, n) for n, words in SPOKEN.items() for word in words.split()])
def test_syllables_are_those_spoken(word: str, spoken: int) -> None:
    assert syllables(word) == spoken


def test_the_scores_follow_the_published_formulae() -> None:
    found = Ease(words=100, sentences=5, syllables=140)
    assert found.score == pytest.approx(206.835 - 20.3 - 118.44)
    assert found.age == round(0.39 * 20 + 11.8 * 1.4 - 15.59) + 5


def test_it_is_said_in_words_and_within_school_ages() -> None:
    assert ease_of("The cat sat on the mat.").in_words == "A child of 5 can read this"
    assert Ease(60, 1, 120).in_words == "This reads as adults write to each other"
    assert ease_of(" \n").in_words == "Nothing is written yet"
    assert ease_of("").score is None


def test_sentences_are_told_by_their_places() -> None:
    text = "Hello.  We met at 3.30 today! Ask Mr. Lee.\n• One line"
    assert [text[one.start : one.end] for one in sentences_of(text)] == [
        "Hello.",
        "We met at 3.30 today!",
        "Ask Mr. Lee.",
        "• One line",
    ]


def test_every_band_is_easier_or_as_easy_as_the_next() -> None:
    ages = [PLAINNESS[band].age for band in AgeBand]
    assert ages == sorted(ages)
