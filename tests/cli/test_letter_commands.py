"""``letter``, ``about-iro`` and the outputs about one child, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer
from tests.cli.loaded import loaded, loaded_once

__all__ = ["loaded", "loaded_once"]
Loaded = Callable[..., Answer]
READER = ("--names", "--for", "the child", "--purpose", "their letter")


@pytest.fixture
def child(loaded: Loaded) -> str:
    """A child with an IRO and a review held."""
    for one in loaded("find", "SMP", "--json").json:
        if one["iro"] and loaded("letter", one["child"], "--json").code == 0:
            return str(one["child"])
    raise AssertionError("nobody was reviewed")


def test_a_letter_is_told_by_id_and_its_text_to_a_stated_reader_alone(loaded: Loaded, child: str) -> None:
    by_id = loaded("letter", child, "--json").json
    assert by_id["child"] == child
    assert 5 <= by_id["reading_age"] <= 18
    assert "text" not in by_id
    named = loaded("letter", child, "--json", *READER).json
    assert named["text"]
    assert named["names"] == sum(one["kind"] == "name" for one in named["marks"])
    assert loaded("history", "--json").json[0]["sentence"] == "Names shown by “letter” for the child: their letter"


def test_a_letter_written_by_an_act_comes_out_as_a_file(loaded: Loaded, child: str, tmp_path: Path) -> None:
    held_on = loaded("letter", child, "--json").json["review"]
    acts = tmp_path / "acts.json"
    act = {"act": "WriteLetter", "child": child, "held_on": held_on, "band": "young", "text": "Hello.\n\nGood bye."}
    acts.write_text(json.dumps([act]))
    loaded("act", acts)
    told = loaded("letter", child, "--json").json
    assert (told["written"], told["band"], told["words"]) == (True, "young", 3)
    path = tmp_path / "letter.docx"
    loaded("export", "letter", path, "--child", child)
    assert path.read_bytes().startswith(b"PK")
    assert (
        loaded("history", "--json")
        .json[0]["sentence"]
        .startswith("Letter to the child as Word: 1 of 1 child, with names")
    )


def test_what_an_iro_tells_is_shown_to_a_stated_reader_alone(loaded: Loaded) -> None:
    name = loaded("find", "SMP", "--json").json[0]["iro"]
    told = loaded("about-iro", name, "--json").json
    assert (told["has_words"], told["has_picture"]) == (True, True)
    assert "words" not in told
    assert loaded("about-iro", name, "--json", *READER).json["words"]
