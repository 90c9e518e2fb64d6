"""Text as an XML file can hold it: what it has no place for is shown by a mark, never dropped in silence."""

import re

# Control characters, half a surrogate pair, and two code points that are none.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    r"""One kind of line end, and U+FFFD where XML has no such character.

    >>> xml_text("a\r\nb\x07c")
    'a\nb\ufffdc'
    """
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
