"""``templates``: from the standard one to a service's own and back."""

from pathlib import Path

import pytest

from iro_desktop.services.templates import NAMES
from tests.exchange.documents import with_body


def test_a_template_goes_out_is_checked_comes_in_and_goes_back(command, tmp_path: Path) -> None:
    copy = tmp_path / "ours.docx"
    assert command("templates", "copy", "letter", copy).code == 0
    copy.write_bytes(with_body("{{ title }}", "A council: {{ title }}"))
    assert command("templates", "check", copy, "--json").json["places"][:2] == ["title", "head"]
    assert command("templates", "put", "letter", copy).code == 0
    assert [one["is_own"] for one in command("templates", "list", "--json").json["templates"]] == [False, True]
    assert command("templates", "remove", "letter").code == 0
    again = command("templates", "remove", "letter")
    assert again.code == 1
    assert "the standard one already" in again.err


def test_the_list_names_every_place_that_can_be_filled_in(command) -> None:
    answer = command("templates", "list")
    assert answer.code == 0
    for words in (*NAMES, "{{ body }}", "{{ marking }}", "the standard one"):
        assert words in answer.out


def test_a_file_that_cannot_be_a_template_is_refused_and_nothing_changes(command, tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(with_body("{{ body }}", "no place"))
    for words in (("check", bad), ("put", "document", bad)):
        answer = command("templates", *words)
        assert answer.code == 1
        assert "Nothing was taken over." in answer.err
    assert not any(one["is_own"] for one in command("templates", "list", "--json").json["templates"])


def test_a_broken_template_of_ones_own_is_told_in_the_list(command, folder: Path) -> None:
    (folder / "templates").mkdir(parents=True)
    (folder / "templates" / "letter.docx").write_bytes(b"rubbish")
    answer = command("templates", "list")
    assert answer.code == 0
    assert "left aside" in answer.err


@pytest.mark.parametrize("words", [("copy", "report", "x.docx"), ("put", "letter"), ("copy", "letter", "x.pdf")])
def test_what_is_said_wrongly_is_refused(command, words: tuple[str, ...]) -> None:
    assert command("templates", *words).code == 1


def test_a_copy_never_takes_the_place_of_one_that_was_worked_on(command, tmp_path: Path) -> None:
    worked_on = tmp_path / "ours.docx"
    worked_on.write_bytes(b"hours of work")
    answer = command("templates", "copy", "letter", worked_on)
    assert answer.code == 1
    assert "already. It is as it was." in answer.err
    assert worked_on.read_bytes() == b"hours of work"
