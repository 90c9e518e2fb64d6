"""A code with the words shown for it."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A code with the words shown for it."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        """Keep the code as the value and the label beside it."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label or code
        return member
