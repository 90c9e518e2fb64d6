"""The third step: the recovery key typed from the paper. Also of use later, where it was put off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from iro_desktop.ui.pages.first_run_fields import Field
from iro_desktop.ui.pages.first_run_step import Step
from iro_desktop.ui.widgets import Kind, PrimaryButton, QuietButton, Text, Tone

NOT_THE_SAME = (
    "That is not the key that was shown. Nothing was changed. "
    "Compare each group with the paper; Esc shows the key again."
)


class ConfirmStep(Step):
    """One field, forgiving in capitals, blanks and dashes; or later, with what that means."""

    typed = Signal(str)
    later = Signal()

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        super().__init__(
            place,
            "Type it once from the paper",
            "So that it is certain to be right on the day you need it. Capitals, blanks and dashes do not matter.",
            parent,
        )
        self.field = Field("Recovery key", self)
        self.field.edit.setPlaceholderText("nine groups of four")
        self.check = PrimaryButton("Check and open", parent=self)
        self.put_off = QuietButton("Confirm later", parent=self)
        self.add(self.field)
        self.add_buttons(self.check, self.put_off)
        self.add(
            Text(
                "Later is all right for looking around. Real children's records should wait for it: "
                "without a key that works, a forgotten passphrase would lose them.",
                Kind.SMALL,
                Tone.SOFT,
                self,
            )
        )
        self.field.entered.connect(self.go_on)
        self.check.clicked.connect(self.go_on)
        self.put_off.clicked.connect(self.later)

    def arrive(self) -> None:
        """Begin to type."""
        self.field.edit.setFocus()

    def go_on(self) -> None:
        """Have it checked."""
        if self.field.text().strip():
            self.typed.emit(self.field.text())
        else:
            self.field.refuse("Type the nine groups from the paper, or choose to confirm later.")

    def refuse(self) -> None:
        """It was not the key."""
        self.field.refuse(NOT_THE_SAME)

    def forget(self) -> None:
        """Hold it no longer."""
        self.field.clear()
