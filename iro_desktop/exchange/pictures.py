"""A picture without what a camera wrote into it: where it was taken, by whom, with what, and a small copy of itself.

PNG: https://www.w3.org/TR/png-3/ (5.3, chunks). JPEG: ITU-T T.81, B.1.1 (markers).
"""

from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"pHYs", b"IDAT", b"IEND"}
_JPEG = b"\xff\xd8"
_SCAN, _COMMENT = 0xDA, 0xFE
_JFIF, _ADOBE = 0xE0, 0xEE  # of the sixteen kinds of extras, those that say how colours are meant
_EXTRAS = range(0xE0, 0xF0)
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # where the size stands


def bare(content: bytes) -> bytes:
    """The picture alone. Raises ``ValueError`` where it is neither PNG nor JPEG, or is cut short."""
    if content.startswith(_PNG):
        return _PNG + b"".join(_png_kept(content))
    if content.startswith(_JPEG):
        return _JPEG + b"".join(_jpeg_kept(content))
    raise ValueError("neither a PNG nor a JPEG")


def size_of(content: bytes) -> tuple[int, int]:
    """Its width and height. Raises ``ValueError`` where it is neither PNG nor JPEG, or says neither."""
    if content.startswith(_PNG) and content[12:16] == b"IHDR" and len(content) >= 24:
        return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    if content.startswith(_JPEG):
        for head, kept in _segments(content):
            if head in _FRAMES and len(kept) >= 9:
                return int.from_bytes(kept[7:9], "big"), int.from_bytes(kept[5:7], "big")
    raise ValueError("neither a PNG nor a JPEG that says its size")


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The pieces of a JPEG before its scan, each by its marker."""
    place = len(_JPEG)
    while content[place : place + 1] == b"\xff" and content[place + 1] != _SCAN:
        end = place + 2 + int.from_bytes(content[place + 2 : place + 4], "big")
        yield content[place + 1], content[place:end]
        place = end if end > place + 2 else len(content)


def _png_kept(content: bytes) -> Iterator[bytes]:
    place, kind = len(_PNG), b""
    while kind != b"IEND":
        head = content[place : place + 8]
        kind, end = head[4:], place + 12 + int.from_bytes(head[:4], "big")
        if len(head) < 8 or end > len(content):
            raise ValueError("a PNG that is cut short")
        if kind in _PNG_KEPT:
            yield content[place:end]
        place = end


def _jpeg_kept(content: bytes) -> Iterator[bytes]:
    place = len(_JPEG)
    while True:
        head = content[place : place + 4]
        if len(head) < 4 or head[0] != 0xFF:
            raise ValueError("a JPEG that is cut short")
        if head[1] == _SCAN:
            yield content[place : content.rindex(b"\xff\xd9") + 2]  # what hangs behind the end is no picture
            return
        end = place + 2 + int.from_bytes(head[2:], "big")
        if head[1] in {_JFIF, _ADOBE} or not (head[1] == _COMMENT or head[1] in _EXTRAS):
            yield content[place:end]
        place = end
