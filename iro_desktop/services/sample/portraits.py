"""A painted face for each invented IRO: plainly drawn by code, and so plainly nobody's photograph."""

import base64
import struct
import zlib

_SIDE, _CANVAS = 112, 160  # pixels; the measures beneath are of a canvas that wide
_GROUNDS = ((222, 235, 247), (229, 240, 222), (250, 235, 215), (236, 228, 244), (252, 228, 232))
_SKINS = ((244, 208, 177), (198, 144, 105), (140, 92, 62), (232, 188, 150), (110, 72, 48))
_HAIRS = ((60, 44, 36), (150, 90, 40), (120, 120, 126), (32, 28, 30), (196, 150, 80))
_INK = (45, 50, 60)
_GROUND, _SKIN, _HAIR, _LINE, _COAT = range(5)
_COATS = ((31, 95, 139), (60, 122, 76), (140, 74, 92), (98, 84, 150), (176, 106, 40))


def portrait(number: int) -> str:
    """The face of the IRO of that number, as a PNG in Base64: the same for the same number."""
    places = [at * _CANVAS / _SIDE for at in range(_SIDE)]
    rows = b"".join(b"\0" + bytes(_shade(x, y, number) for x in places) for y in places)
    colours = (
        _GROUNDS[number % 5],
        _SKINS[number * 2 % 5],
        _HAIRS[number * 3 % 5],
        _INK,
        _COATS[number * 4 % 5],
    )
    palette = bytes(part for colour in colours for part in colour)
    head = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    png = b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)
    return base64.b64encode(png).decode("ascii")


def _shade(x: float, y: float, number: int) -> int:
    """Which colour stands there."""
    if _round(x, y, 80, 76, 37, 43) <= 1:
        return _face(x, y, number)
    long = 46 if number % 2 else 8
    if y < 72 + long and _round(x, y, 80, 68, 45, 46) <= 1:
        return _HAIR
    return _COAT if y > 114 and _round(x, y, 80, 170, 62, 56) <= 1 else _GROUND


def _face(x: float, y: float, number: int) -> int:
    """Eyes, smile and glasses before the skin; the hair comes down some way."""
    aside = abs(x - 80) - 15  # from the middle of the nearer eye
    eye = _round(aside, y, 0, 72, 4.2, 5.2) <= 1
    glasses = number % 3 == 1 and abs(_round(aside, y, 0, 72, 11, 11) - 1.0) < 0.22
    smile = y > 84 and abs(_round(x, y, 80, 78, 22, 20) - 1.0) < 0.16
    if eye or glasses or smile:
        return _LINE
    return _HAIR if y < 46 + 5 * (number % 3) else _SKIN


def _round(x: float, y: float, at_x: float, at_y: float, wide: float, high: float) -> float:
    """At most 1 within that ellipse."""
    return ((x - at_x) / wide) ** 2 + ((y - at_y) / high) ** 2


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
