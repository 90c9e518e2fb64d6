"""Brothers and sisters are found by id, by name, or by the code that a family shares."""

import pytest

from iro_desktop.exchange.sheet_siblings import Kin, read_siblings

KIN = [
    Kin("1001", "Ava", "Fernley"),
    Kin("1002", "Ben", "Fernley"),
    Kin("1003", "Cara", "Fernley"),
    Kin("2001", "Ava", "O'Brien"),
    Kin("2002", "Zoë", "O'Brien"),
    Kin("3001", "Idris", "Pryce"),
    Kin("3002", "Idris", "Pryce"),
]


def of_first(text: str, heading: str = "Siblings") -> tuple[str, ...] | None:
    """What the text says beside Ava Fernley; None if it is asked about."""
    texts = [text, *[""] * (len(KIN) - 1)]
    reading = read_siblings(heading, texts, KIN)[0]
    assert not (reading.children and reading.doubt)
    return None if reading.doubt else reading.children


@pytest.mark.parametrize(
    "text",
    [
        *("1002, 1003", "1002;1003", "1002 / 1003", "1002 and 1003", "1002\n1003", "1001, 1002, 1003", "1002 & 1003"),
        *("Ben, Cara", "Ben Fernley; Cara Fernley", "FERNLEY, Ben; FERNLEY, Cara", "FERNLEY, Ben, FERNLEY, Cara"),
        *(
            "Ben and Cara",
            "ben fernley / CARA",
            "Ben Fernley (1002), Cara Fernley (1003)",
            "1002 (Ben); 1003 - Cara Fernley",
        ),
        *("Twin of 1002; sister 1003", "1002 (brother), 1003 (half sister)", "Fernley Ben; Fernley Cara"),
    ],
)
def test_brothers_and_sisters_are_found_by_id_and_by_name(text: str) -> None:
    assert of_first(text) == ("1002", "1003")


@pytest.mark.parametrize("text", ["", "None", "-", "no siblings", "N/A", "n", "None known"])
def test_no_brothers_and_sisters_is_said_in_words_too(text: str) -> None:
    assert of_first(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        *("Yes", "2", "Ben and Zara", "Ben Fernley (1003)", "Idris Pryce", "three in placement", "see file", "Ben?"),
        *("1002 1003", "F017"),
    ],
)
def test_what_cannot_be_told_is_asked_about(text: str) -> None:
    assert of_first(text) is None


def test_an_id_of_the_same_shape_is_a_child_of_another_iro() -> None:
    assert of_first("1002, 7777") == ("1002", "7777")


def test_a_first_name_alone_is_of_the_same_family() -> None:
    texts = ["", "", "", "Zoë", "", "", ""]
    assert read_siblings("Siblings", texts, KIN)[3].children == ("2002",)


def test_a_spelling_without_accents_is_the_same_name() -> None:
    texts = ["", "", "", "Zoe OBrien", "", "", ""]
    assert read_siblings("Siblings", texts, KIN)[3].children == ("2002",)


@pytest.mark.parametrize("heading", ["Sibling group", "Family ID", "Siblings"])
def test_rows_that_share_a_familys_code_are_brothers_and_sisters(heading: str) -> None:
    readings = read_siblings(heading, ["F17", "F17", "f17", "F18", "F18", "F19", ""], KIN)
    assert [reading.children for reading in readings] == [
        ("1002", "1003"),
        ("1001", "1003"),
        ("1001", "1002"),
        ("2002",),
        ("2001",),
        (),
        (),
    ]
    assert not any(reading.doubt for reading in readings)


@pytest.mark.parametrize("heading", ["Sibling group", "Family ID", "Siblings"])
def test_the_eldest_childs_id_can_be_the_familys_code(heading: str) -> None:
    readings = read_siblings(heading, ["1001", "1001", "1001", "2001", "2001", "3001", "3002"], KIN)
    assert [set(reading.children) for reading in readings[:5]] == [
        {"1002", "1003"},
        {"1001", "1003"},
        {"1001", "1002"},
        {"2002"},
        {"2001"},
    ]
    assert [reading.children for reading in readings[5:]] == [(), ()]


def test_a_code_that_far_too_many_share_is_asked_about() -> None:
    kin = [Kin(str(1000 + number), None, None) for number in range(20)]
    assert all(reading.doubt for reading in read_siblings("Family ID", ["LA1"] * 20, kin))
