"""The first question, one's own way: a passphrase typed twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from iro_desktop.ui.pages.first_run_fields import Field, SecretField
from iro_desktop.ui.pages.first_run_step import Step
from iro_desktop.ui.pages.first_run_strength import RULE, strength_of
from iro_desktop.ui.widgets import LinkButton, PrimaryButton


class OwnStep(Step):
    """Passphrase, and the same again; how long it is stands beneath as one types."""

    chosen = Signal(str)

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        super().__init__(
            place,
            "Type your own passphrase",
            "A few words that only you would put together beat one word with figures and symbols.",
            parent,
        )
        self.first = SecretField("Passphrase", self)
        self.again = Field("The same again", self, is_secret=True)
        self.take = PrimaryButton("Use this passphrase", parent=self)
        self.offered = LinkButton("Offer me five words", parent=self)
        self.add(self.first)
        self.add(self.again)
        self.add_buttons(self.take, self.offered)
        self.first.advise(RULE)
        self._connect()

    def _connect(self) -> None:
        self.first.changed.connect(self._typed)
        self.first.edit.editingFinished.connect(self._left)
        self.first.eye_turned.connect(self._eye_turned)
        self.first.entered.connect(self.again.edit.setFocus)
        self.again.changed.connect(self._typed_again)
        self.again.entered.connect(self.go_on)
        self.take.clicked.connect(self.go_on)
        self.offered.clicked.connect(self.back)

    def arrive(self) -> None:
        """Begin with the passphrase."""
        self.first.edit.setFocus()

    def go_on(self) -> None:
        """Take it, or say what is missing beside the field it concerns."""
        strength = strength_of(self.first.text())
        if not strength.is_enough:
            self.first.refuse(strength.sentence)
        elif self.again.text() != self.first.text():
            self.again.refuse(self._difference())
        else:
            self.chosen.emit(self.first.text())

    def forget(self) -> None:
        """Hold it no longer."""
        self.first.clear()
        self.again.clear()

    def _difference(self) -> str:
        if not self.again.text():
            return "Type the passphrase here once more, so that a slip of the finger is noticed."
        return "The two are not the same. Show them to compare, or type this one again."

    def _typed(self, text: str) -> None:
        strength = strength_of(text)
        self.first.advise(strength.sentence, is_good=strength.is_enough)
        self._typed_again(self.again.text())

    def _typed_again(self, text: str) -> None:
        is_same = bool(text) and text == self.first.text()
        self.again.advise("The same." if is_same else "", is_good=is_same)

    def _left(self) -> None:
        """On leaving the field: a passphrase that is too short is said to be, without pulling the focus back."""
        strength = strength_of(self.first.text())
        if self.first.text() and not strength.is_enough:
            self.first.warn(strength.sentence)

    def _eye_turned(self) -> None:
        self.again.set_secret(is_secret=not self.first.is_shown)
