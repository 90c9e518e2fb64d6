"""Small turns of wording that every floor needs."""


def capital(words: str) -> str:
    """The words with a capital at the beginning, the rest as it is.

    >>> capital("the child’s IRO"), capital("")
    ('The child’s IRO', '')
    """
    return words[:1].upper() + words[1:]
