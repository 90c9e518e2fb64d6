"""A picture goes out without what a camera or a program wrote into it."""

import pytest

from iro_desktop.exchange.pictures import bare
from tests.exchange.documents import png


def segment(kind: int, content: bytes) -> bytes:
    return bytes([0xFF, kind]) + (len(content) + 2).to_bytes(2, "big") + content


HEAD = b"\xff\xd8" + segment(0xE0, b"JFIF\0") + segment(0xDB, b"table")
SCAN = segment(0xDA, b"scan") + b"\x12\x34\xff\x00\x56\xff\xd9"


def test_a_png_keeps_its_picture_alone() -> None:
    size = (b"pHYs", b"\0\0\x2e\x23\0\0\x2e\x23\1")
    whole = png(40, 20, (b"tEXt", b"Author\0Somebody"), (b"eXIf", b"somewhere"), size)
    kept = bare(whole + b"behind the end")
    assert b"Somebody" not in kept
    assert b"somewhere" not in kept
    assert b"behind" not in kept
    assert kept == png(40, 20, size)


def test_a_jpeg_keeps_its_picture_alone() -> None:
    spoken = segment(0xE1, b"Exif\0\0 Somebody at 51.5 N") + segment(0xED, b"caption") + segment(0xFE, b"comment")
    assert bare(HEAD + spoken + SCAN + b"behind the end") == HEAD + SCAN


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"<svg/>", png()[:30], HEAD, HEAD + b"\xff\xe1", HEAD + segment(0xDA, b"no end")]
)
def test_what_is_no_whole_picture_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"PNG|JPEG|not found"):
        bare(content)
