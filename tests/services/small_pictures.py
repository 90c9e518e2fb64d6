"""Small pictures made byte by byte, with what a camera writes into them."""

import base64
import struct
import zlib

PLACE = b"GPS 51.5007 N 0.1246 W"


def png(width: int = 4, height: int = 4, *, told: bytes = b"") -> bytes:
    """A grey PNG; ``told``: what a camera says, as text and as EXIF."""
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    extras = [(b"tEXt", b"Comment\0" + told), (b"eXIf", told)] if told else []
    chunks = [(b"IHDR", head), *extras, (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def jpeg(width: int = 4, height: int = 4, *, told: bytes = b"") -> bytes:
    """The frame of a JPEG, for what reads no further: its colours are none."""
    exif = _segment(0xE1, b"Exif\0\0" + told) + _segment(0xFE, told) if told else b""
    frame = _segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    scan = _segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x00\x01"
    return b"\xff\xd8" + _segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + exif + frame + scan + b"\xff\xd9"


def told(content: bytes) -> str:
    """As an act carries it."""
    return base64.b64encode(content).decode("ascii")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data
