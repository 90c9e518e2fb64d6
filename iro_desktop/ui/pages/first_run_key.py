"""The second step: the recovery key, shown once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from iro_desktop.ui.accessible import announce
from iro_desktop.ui.pages.first_run_paper import PrintText, paper_text
from iro_desktop.ui.pages.first_run_secret import SecretBox, copy_secret
from iro_desktop.ui.pages.first_run_step import Step
from iro_desktop.ui.widgets import Kind, PrimaryButton, QuietButton, Text, Tone

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class KeyStep(Step):
    """The key in groups, big; to be written down, printed or copied."""

    written = Signal()

    def __init__(self, print_text: PrintText, place: str, parent: QWidget | None = None) -> None:
        super().__init__(
            place,
            "Write down your recovery key",
            "If you forget your passphrase, this key is the only other way in. "
            "It is shown only now, and nobody else has it.",
            parent,
        )
        self._print, self._key = print_text, ""
        self.box = SecretBox("Recovery key", 3, self)
        self.done = PrimaryButton("I have written it down", parent=self)
        self.print = QuietButton("Print", parent=self)
        self.copy = QuietButton("Copy", parent=self)
        self.add(self.box)
        self.add(
            Text(
                "Keep the paper in a locked place, away from this computer. "
                "There is no letter I, L, O or U in the key: what looks like one is a figure, or a V.",
                Kind.SMALL,
                Tone.SOFT,
                self,
            )
        )
        self.add_buttons(self.done, self.print, self.copy)
        self._connect()

    def _connect(self) -> None:
        self.print.setAccessibleName("Print the recovery key")
        self.copy.setAccessibleName("Copy the recovery key")
        self.done.clicked.connect(self.go_on)
        self.print.clicked.connect(self._print_key)
        self.copy.clicked.connect(self._copy_key)

    def show_key(self, recovery_key: str) -> None:
        """Show the key."""
        self._key = recovery_key
        self.box.show_groups(recovery_key.split("-"), recovery_key)

    def arrive(self) -> None:
        """Begin with the key itself, so that it is read out first."""
        self.box.setFocus()

    def go_on(self) -> None:
        """It is on paper."""
        self.written.emit()

    def forget(self) -> None:
        """Hold it no longer."""
        self._key = ""
        self.box.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from the key, too."""
        if event.key() in _ENTER and self.box.hasFocus() and not event.isAutoRepeat():
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _print_key(self) -> None:
        self._print(paper_text(self._key), self)

    def _copy_key(self) -> None:
        copy_secret(paper_text(self._key))
        self.copy.setText("Copied")
        announce(self.copy, "Copied")
