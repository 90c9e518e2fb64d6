"""The letter to the child in the window: proposed, read over, saved, sent; and what children read about the IRO."""

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter

from iro_desktop.domain.acts import RecordTaskDone, SetIroPicture, WriteAboutIro, WriteLetter
from iro_desktop.domain.vocabulary import AgeBand, Task
from iro_desktop.services.child_letter.reading_over import MarkKind
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.service.passport import LONGEST_SIDE, NoPictureError, picture_from
from iro_desktop.ui.pages.letter import LetterPage
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import FakeChild
from tests.ui.handles import fake_of, window_of

OpenShell = Callable[..., Shell]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def at_letter(open_shell: OpenShell) -> tuple[Shell, Keyboard, FakeChild]:
    """At the letter of a child to whom one is owed."""
    shell = open_shell(FakeDesk())
    child = next(
        one
        for one in fake_of(shell).children.values()
        if one.last_on and any(task.task is Task.LETTER and task.review_on == one.last_on for task in one.tasks)
    )
    shell.select(child.id)
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_L, CONTROL)
    return shell, keys, child


def page(shell: Shell) -> LetterPage:
    assert shell.page() is shell.letter
    return shell.letter


def test_one_key_goes_there_and_a_proposal_is_ready(open_shell: OpenShell):
    shell, _keys, child = at_letter(open_shell)
    assert page(shell).box.hasFocus()
    assert child.given in page(shell).words()
    assert page(shell).state.text().startswith("Proposed")
    assert page(shell).meter.age.text().startswith("A child of")


def test_it_is_saved_as_typed_with_its_band(open_shell: OpenShell):
    shell, keys, child = at_letter(open_shell)
    before = page(shell).words()
    assert child.last_on is not None
    keys.type("Well. ")
    keys.press(Qt.Key.Key_S, CONTROL)
    assert fake_of(shell).acted == [
        WriteLetter(child=child.id, held_on=child.last_on, band=page(shell)._band(), text=f"Well. {before}")
    ]
    assert page(shell).state.text() == "Saved"
    assert fake_of(shell).drafts() == ()


def test_a_letter_is_saved_and_sent_in_two_inputs(open_shell: OpenShell):
    shell, keys, child = at_letter(open_shell)
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert keys.count == 2
    written, done = fake_of(shell).acted
    assert isinstance(written, WriteLetter)
    assert done == RecordTaskDone(
        child=child.id, task=Task.LETTER, done_on=fake_of(shell).today_on, review_on=child.last_on
    )
    assert shell.page() is not shell.letter


def test_it_is_not_sent_with_a_brothers_name_until_somebody_says_so_each_time(open_shell: OpenShell):
    shell, keys, _child = at_letter(open_shell)
    keys.type("Quentin says hello. ")
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert fake_of(shell).acted == []
    assert "The letter names Quentin" in shell.note_bar.words.text()
    check = page(shell).meter.name_lines()[0].may_stay
    assert check.hasFocus()
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert len(fake_of(shell).acted) == 2
    assert page_of(shell).meter.allowed() == ()


def page_of(shell: Shell) -> LetterPage:
    return shell.letter


def test_plain_words_are_put_in_the_place_of_jargon_and_marks_are_gone_to_one_by_one(open_shell: OpenShell):
    shell, keys, _child = at_letter(open_shell)
    page(shell).box.setPlainText("The PEP is here. A placement and a placement.")
    page(shell).read_over()
    keys.press(Qt.Key.Key_J, CONTROL)
    assert page(shell).box.textCursor().selectedText() == "PEP"
    keys.press(Qt.Key.Key_J, CONTROL)
    assert page(shell).box.textCursor().selectedText() == "placement"
    line = page(shell).meter.groups[MarkKind.JARGON].lines[1]
    line.put.click()
    assert page(shell).words() == "The PEP is here. A home and a home."
    page(shell).box.undo()
    assert page(shell).words() == "The PEP is here. A placement and a placement."


def test_another_band_brings_other_words_until_somebody_writes(open_shell: OpenShell):
    shell, keys, _child = at_letter(open_shell)
    page(shell).band.setCurrentIndex(list(AgeBand).index(AgeBand.EARLY))
    assert page(shell).words().startswith("Hello ")
    page(shell).box.setFocus()
    keys.type("x")
    page(shell).band.setCurrentIndex(list(AgeBand).index(AgeBand.MIDDLE))
    assert page(shell).words().startswith("xHello ")


def test_what_is_typed_is_given_back(open_shell: OpenShell):
    shell, keys, child = at_letter(open_shell)
    keys.type("Half a sen")
    shell.go(Command.TODAY)
    assert [one.of.child for one in fake_of(shell).drafts()] == [child.id]
    again = open_shell(fake_of(shell))
    again.select(child.id)
    again.write_letter()
    assert again.letter.words().startswith("Half a sen")
    assert not again.letter.given_back.isHidden()


def test_it_leads_to_the_document_with_the_names_that_may_stay(open_shell: OpenShell):
    shell, keys, child = at_letter(open_shell)
    keys.type("Zelda! ")
    keys.press(Qt.Key.Key_E, CONTROL)
    assert shell.page() is shell.letter
    page(shell).meter.name_lines()[0].may_stay.setChecked(True)
    keys.press(Qt.Key.Key_E, CONTROL)
    assert shell.page() is shell.documents
    wish = fake_of(shell).papers.made[-1]
    assert (wish.output, wish.child, wish.held_on, wish.allowed_names) == (
        "letter",
        child.id,
        child.last_on,
        ("Zelda",),
    )


def test_the_passport_is_recorded_as_sent_by_one_key(open_shell: OpenShell):
    shell = open_shell(FakeDesk())
    child = next(iter(fake_of(shell).children))
    shell.select(child)
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_T, CONTROL)
    today = fake_of(shell).today_on
    assert fake_of(shell).acted == [RecordTaskDone(child=child, task=Task.INTRODUCTION, done_on=today)]


# pictures


def image(width: int = 900, height: int = 600) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("#336699"))
    return made


def content(made: QImage, kind: bytes) -> bytes:
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(held, QByteArray(kind)).write(made)
    return bytes(held.data().data())


PLACE = b"GPS 51.5007 N"
TURNED = (  # EXIF that says: held on its side, and where
    b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0" + PLACE
)


def with_exif(jpeg: bytes) -> bytes:
    return jpeg[:2] + b"\xff\xe1" + (len(TURNED) + 2).to_bytes(2, "big") + TURNED + jpeg[2:]


def shown(picture: str) -> QImage:
    held = QBuffer()
    held.setData(QByteArray(base64.b64decode(picture)))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(held).read()


def test_a_photograph_comes_small_upright_and_without_its_place(dressed: object):
    photograph = with_exif(content(image(), b"JPEG"))
    assert PLACE in photograph
    picture = picture_from(photograph)
    assert PLACE not in base64.b64decode(picture)
    assert b"Exif" not in base64.b64decode(picture)
    assert max(shown(picture).width(), shown(picture).height()) == LONGEST_SIDE
    assert shown(picture).height() > shown(picture).width()  # it was held on its side


def test_what_a_png_says_in_words_stays_behind(dressed: object):
    made = image(60, 40)
    made.setText("Author", "Ira Example-Quill")
    assert b"Example-Quill" in content(made, b"PNG")
    assert b"Example-Quill" not in base64.b64decode(picture_from(content(made, b"PNG")))


@pytest.mark.parametrize("what", [b"", b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_none(dressed: object, what: bytes):
    with pytest.raises(NoPictureError):
        picture_from(what)


def test_words_and_picture_are_saved_as_one(open_shell: OpenShell, tmp_path: Path):
    shell = open_shell(FakeDesk())
    file = tmp_path / "me.jpg"
    file.write_bytes(content(image(), b"JPEG"))
    keys = Keyboard(window_of(shell))
    keys.press(Qt.Key.Key_W, CONTROL | SHIFT)
    keys.type("I like dogs.")
    keys.press(Qt.Key.Key_Tab)
    keys.type(str(tmp_path / "none.jpg"))
    keys.press(Qt.Key.Key_Return)
    form = shell.forms.form
    assert form is not None
    assert "no such file" in form.fields["picture"].problem.text()
    assert fake_of(shell).acted == []
    keys.press(Qt.Key.Key_A, CONTROL)
    keys.type(str(file))
    keys.press(Qt.Key.Key_Return)
    words, picture = fake_of(shell).acted
    assert words == WriteAboutIro(iro="Angela Marsh", words="I like dogs.")
    assert isinstance(picture, SetIroPicture)
    fake_of(shell).undo()
    assert fake_of(shell).about_iro("Angela Marsh").in_words == "nothing yet"
