"""How long what is typed may be: a slip of the clipboard is refused, what somebody wrote at length is not."""

LINE = 1_000  # characters of a line: a name, a place, a reason
WRITING = 100_000  # characters of what is written in paragraphs
PICTURE = 400_000  # characters of a picture in Base64: some 300 kB
# Fields of acts that hold paragraphs; every other text is a line.
_WRITTEN = frozenset(
    "about advice chairing communication effect_words liaison not_coming note notes question reply stands text use "
    "views went when where who words".split()
)


def longest(field: str) -> int:
    """How many characters that field of an act may have."""
    if field == "picture":
        return PICTURE
    return WRITING if field in _WRITTEN else LINE


def too_long(count: int, most: int) -> str:
    """What to say where there are more; "" where there are not."""
    if count <= most:
        return ""
    return f"{count:,} characters are more than fit here: {most:,} at most. Nothing was saved. Shorten it."
