"""The first question, the easy way: five words made by chance."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from iro_desktop.ui.accessible import announce
from iro_desktop.ui.pages.first_run_secret import SecretBox
from iro_desktop.ui.pages.first_run_step import Step
from iro_desktop.ui.widgets import LinkButton, PrimaryButton, QuietButton

_GAP = "\u2003 "  # wide, and a line may break at it


class OfferStep(Step):
    """Five words: take them, ask for others, or type one's own."""

    chosen = Signal(str)
    own_wanted = Signal()

    def __init__(self, suggest: Callable[[], str], place: str, parent: QWidget | None = None) -> None:
        super().__init__(
            place,
            "Choose a passphrase",
            "It encrypts everything you keep here, and only you will have it. "
            "These words were picked by chance: easy to learn, hard to guess. "
            "Write them down until you know them by heart.",
            parent,
        )
        self._suggest, self._words = suggest, ""
        self.box = SecretBox("Words offered", 1, self)
        self.take = PrimaryButton("Use these words", parent=self)
        self.other = QuietButton("Other words", parent=self)
        self.copy = QuietButton("Copy", parent=self)
        self.own = LinkButton("Type my own", parent=self)
        self.add(self.box)
        self.add_buttons(self.take, self.other, self.copy, self.own)
        self._connect()

    def _connect(self) -> None:
        self.copy.setAccessibleName("Copy the words")
        self.take.clicked.connect(self.go_on)
        self.other.clicked.connect(self.offer)
        self.copy.clicked.connect(self._copy)
        self.own.clicked.connect(self.own_wanted)

    def arrive(self) -> None:
        """Offer words, unless some are offered already."""
        if not self._words:
            self.offer()
        self.take.setFocus()

    def offer(self) -> None:
        """Offer other words."""
        self._words = self._suggest()
        self.box.show_groups([_GAP.join(self._words.split())], self._words)
        self.copy.setText("Copy")
        announce(self.box, f"Words offered: {self._words}")

    def go_on(self) -> None:
        """Take the words."""
        self.chosen.emit(self._words)

    def forget(self) -> None:
        """Hold them no longer."""
        self._words = ""
        self.box.forget()

    def _copy(self) -> None:
        self.box.copy()
        self.copy.setText("Copied")
        announce(self.copy, "Copied")
