"""A service's own Word templates: put in, in use, left aside where they are broken, taken back."""

from pathlib import Path

import pytest

from iro_desktop.domain.errors import UserError
from iro_desktop.services.templates import (
    NAMES,
    check_file,
    copy_out,
    in_use,
    put_in,
    shown,
    take_back,
    template_in,
    templates,
)
from tests.exchange.documents import template, with_body


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A template that somebody edited in Word."""
    path = tmp_path / "ours.docx"
    path.write_bytes(with_body("{{ title }}", "A council: {{ title }}"))
    return path


def test_without_any_of_its_own_a_service_has_the_standard_ones(tmp_path: Path) -> None:
    found = templates(tmp_path)
    assert [one.name for one in found] == list(NAMES)
    assert not any(one.is_own or one.trouble for one in found)
    assert template_in(None)("letter") == template_in(tmp_path)("letter") == template("letter")


def test_its_own_goes_before_the_standard_one_and_can_be_taken_back(tmp_path: Path, own: Path) -> None:
    done = put_in(tmp_path, "document", own)
    assert done.is_own
    assert template_in(tmp_path)("document") == own.read_bytes()
    assert template_in(tmp_path)("letter") == template("letter")
    take_back(tmp_path, "document")
    assert template_in(tmp_path)("document") == template("document")
    with pytest.raises(UserError, match="the standard one already"):
        take_back(tmp_path, "document")


def test_a_copy_is_the_one_in_use_and_can_be_put_in_as_it_is(tmp_path: Path, own: Path) -> None:
    copy_out(tmp_path, "document", tmp_path / "copy.docx")
    assert (tmp_path / "copy.docx").read_bytes() == template("document")
    put_in(tmp_path, "document", own)
    copy_out(tmp_path, "document", tmp_path / "copy.docx")
    assert (tmp_path / "copy.docx").read_bytes() == own.read_bytes()
    assert put_in(tmp_path, "document", tmp_path / "copy.docx").is_own


def test_one_that_cannot_be_used_is_not_taken_and_the_one_before_stays(tmp_path: Path, own: Path) -> None:
    put_in(tmp_path, "document", own)
    bad = tmp_path / "bad.docx"
    bad.write_bytes(with_body("{{ body }}", "no place"))
    with pytest.raises(UserError, match=r"not one paragraph .* Nothing was taken over\."):
        put_in(tmp_path, "document", bad)
    assert template_in(tmp_path)("document") == own.read_bytes()
    assert [one.name for one in (tmp_path / "templates").iterdir()] == ["document.docx"]


def test_one_that_was_broken_since_stands_aside_and_a_sentence_says_why(tmp_path: Path, own: Path) -> None:
    put_in(tmp_path, "document", own)
    (tmp_path / "templates" / "document.docx").write_bytes(b"rubbish")
    content, trouble = in_use(tmp_path, "document")
    assert content == template("document")
    assert "was left aside, and the standard one taken" in trouble
    assert shown(tmp_path, "document").trouble == trouble
    assert not shown(tmp_path, "document").is_own


@pytest.mark.parametrize("name", ["", "report", "../document", "document.docx"])
def test_a_name_unknown_is_refused_naming_those_there_are(tmp_path: Path, own: Path, name: str) -> None:
    for attempt in (
        lambda: put_in(tmp_path, name, own),
        lambda: take_back(tmp_path, name),
        lambda: shown(tmp_path, name),
    ):
        with pytest.raises(UserError, match=r"Nothing was changed\. There are: document, letter"):
            attempt()


def test_a_file_that_is_not_there_or_no_word_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There is no file nothing\.docx .* Nothing was taken over\. Check"):
        check_file(tmp_path / "nothing.docx")
    with pytest.raises(UserError, match=r"does not end in \.docx"):
        put_in(tmp_path, "letter", tmp_path / "letter.doc")
    with pytest.raises(UserError, match=r"does not end in \.docx"):
        copy_out(tmp_path, "letter", tmp_path / "letter.pdf")
    large = tmp_path / "large.docx"
    large.write_bytes(b"PK" + bytes(11 * 1024 * 1024))
    with pytest.raises(UserError, match="larger than 10 MB"):
        check_file(large)
