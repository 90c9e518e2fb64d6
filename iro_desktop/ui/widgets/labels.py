"""Words on a screen, by what they are rather than how big: the sheet decides the size."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Kind(StrEnum):
    """What a piece of text is."""

    FIGURE = "figure"  # a number that a page is about
    TITLE = "title"  # the page
    HEADING = "heading"  # the selected thing
    GROUP = "group"  # a part of a page
    LABEL = "label"  # names what stands below or beside
    STRONG = "strong"
    BODY = "body"
    SMALL = "small"


class Tone(StrEnum):
    """In which voice it is said."""

    INK = "ink"
    SOFT = "soft"
    OVERDUE = "overdue"
    TODAY = "today"
    MET = "met"
    WAITING = "waiting"
    SOON = "soon"


class Text(QLabel):
    """A label of plain words; wraps unless told otherwise."""

    def __init__(
        self,
        words: str = "",
        kind: Kind = Kind.BODY,
        tone: Tone = Tone.INK,
        parent: QWidget | None = None,
        *,
        wraps: bool = True,
    ) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind.value)
        self.setProperty("tone", tone.value)
        self.setWordWrap(wraps)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_tone(self, tone: Tone) -> None:
        """Say it in another voice."""
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_or_hide(self, words: str) -> None:
        """Show the words; nothing to say takes no room."""
        self.setText(words)
        self.setVisible(bool(words))
