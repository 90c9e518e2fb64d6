"""Names come out in two parts and in ordinary letters; what is not surely a name is asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.exchange.sheet_names import natural_family, natural_given, split_name


@pytest.mark.parametrize(
    ("text", "given_name", "family_name"),
    [
        ("FERNLEY, Ava", "Ava", "Fernley"),
        ("Fernley,Ava Rose", "Ava Rose", "Fernley"),
        ("O'BRIEN, ZOË", "Zoë", "O'Brien"),
        ("O’BRIEN, Siân", "Siân", "O’Brien"),
        ("MCDONALD, Ben", "Ben", "McDonald"),
        ("VAN DER BERG, JAN", "Jan", "van der Berg"),
        ("SMITH-JONES, Anne-Marie", "Anne-Marie", "Smith-Jones"),
        ("Ava Fernley", "Ava", "Fernley"),
        ("Ava Rose Fernley", "Ava Rose", "Fernley"),
        ("Ava FERNLEY", "Ava", "Fernley"),
        ("FERNLEY Ava", "Ava", "Fernley"),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("AVA FERNLEY", "Ava", "Fernley"),
        ("Miss Ava Fernley", "Ava", "Fernley"),
        ("T.J. Fernley", "T.J.", "Fernley"),
        ("Олена Шевченко", "Олена", "Шевченко"),
        ("ШЕВЧЕНКО, Олена", "Олена", "Шевченко"),
        ("علي الحسن", "علي", "الحسن"),
        ("ሳባ ተስፋይ", "ሳባ", "ተስፋይ"),
        ("Łukasz Źdźbło", "Łukasz", "Źdźbło"),
        ("Ava", "Ava", None),
    ],
)
def test_a_whole_name_is_split(text: str, given_name: str, family_name: str | None) -> None:
    name = split_name(text)
    assert (name.given, name.family, name.doubt) == (given_name, family_name, None)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ZoÃ« Fern",
            "Zo� Fern",
            "Zo? Fern",
            "Fern, Ava (100234)",
            "12/03/2026",
            "Ava & Ben Fern",
            "Fern, Ava (Avie)",
        ),
        *("Ava Fern - restricted", "李 明", "TJ Fern", "C2"),
    ],
)
def test_what_is_not_surely_one_name_is_asked_about(text: str) -> None:
    assert split_name(text).doubt


def test_a_heading_that_says_surname_first_is_believed() -> None:
    name = split_name("Fernley Ava", family_first=True)
    assert (name.given, name.family) == ("Ava", "Fernley")
    assert split_name("de Souza Ava", family_first=True).doubt


@pytest.mark.parametrize("text", ["van der Berg", "McDonald", "MacDonald", "de Souza", "DeLuca", "ap Rhys", "李"])
def test_a_name_in_mixed_letters_stays_as_it_is(text: str) -> None:
    assert natural_family(text) == text


@pytest.mark.parametrize(
    ("text", "natural"), [("TJ", "TJ"), ("AVA", "Ava"), ("ANNE-MARIE", "Anne-Marie"), ("J.", "J.")]
)
def test_first_names_in_capitals_become_ordinary_but_initials_stay(text: str, natural: str) -> None:
    assert natural_given(text) == natural


WORDS = st.from_regex(r"[A-ZÀ-ÖА-Я][a-zß-öа-я]{1,10}", fullmatch=True)


@given(WORDS, WORDS)
def test_a_name_printed_with_a_comma_is_split_as_it_was_put_together(given_name: str, family_name: str) -> None:
    name = split_name(f"{family_name}, {given_name}")
    assert (name.given, name.family) == (given_name, family_name) or name.doubt


@given(st.text(max_size=30))
def test_no_text_is_more_than_asked_about(text: str) -> None:
    split_name(text)
