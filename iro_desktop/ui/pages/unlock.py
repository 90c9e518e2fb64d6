"""Unlock: the passphrase, or the recovery key where it is forgotten. What goes wrong is said in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.errors import UserError, WrongPassphrase
from iro_desktop.services.desk import Desk, Vault
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.pages.first_run_fields import SecretField
from iro_desktop.ui.pages.first_run_frame import CentredCard
from iro_desktop.ui.pages.first_run_notice import Notice
from iro_desktop.ui.pages.first_run_step import Step
from iro_desktop.ui.pages.first_run_work import Runner, run_after_painting
from iro_desktop.ui.widgets import LinkButton, PrimaryButton

_BY_PASSPHRASE = ("Unlock your caseload", "It is encrypted on this computer.", "Passphrase")
_BY_KEY = (
    "Unlock with the recovery key",
    "Type the nine groups from the paper. Capitals, blanks and dashes do not matter.",
    "Recovery key",
)


class UnlockPage(QWidget):
    """One field, Enter opens. ``opened`` carries the desk."""

    opened = Signal(object)

    def __init__(self, vault: Vault, parent: QWidget | None = None, *, run: Runner = run_after_painting) -> None:
        super().__init__(parent)
        self._vault, self._run = vault, run
        self._by_key, self._is_busy = False, False
        self.frame = CentredCard(self)
        card = self.frame.card
        self.question = Step("", "", "", card)
        self.notice = Notice(card)
        self.field = SecretField("Passphrase", card)
        self.open_button = PrimaryButton("Unlock", parent=card)
        self.other_way = LinkButton("", parent=card)
        self._lay_out()
        self._ask()
        self.field.entered.connect(self.unlock)
        self.open_button.clicked.connect(self.unlock)
        self.other_way.clicked.connect(self._turn)

    def _lay_out(self) -> None:
        for part in (self.notice, self.field):
            self.question.add(part)
        self.question.add_buttons(self.open_button, self.other_way)
        self.frame.card.body.addWidget(self.question)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)

    def showEvent(self, event: QShowEvent) -> None:
        """Empty, with the focus in the field."""
        super().showEvent(event)
        if not event.spontaneous():
            self._by_key = False
            self.field.clear()
            self.notice.say("")
            self._ask()

    def unlock(self) -> None:
        """Try what was typed."""
        typed = self.field.text()
        if self._is_busy:
            return
        if not typed:
            self.field.refuse(f"Type your {self.field.label.text().lower()} first.")
            return
        self._is_busy = True
        self.notice.say("")
        self.frame.say_busy("Opening…")
        self._run(self, lambda: self._desk(typed), self._opened, self._failed, self._ended)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from the recovery key to the passphrase."""
        if event.key() == Qt.Key.Key_Escape and self._by_key:
            self._turn()
        else:
            super().keyPressEvent(event)

    def _desk(self, typed: str) -> Desk:
        return self._vault.open_with_recovery_key(typed) if self._by_key else self._vault.open(typed)

    def _turn(self) -> None:
        if not self._is_busy:
            self._by_key = not self._by_key
            self.field.clear()
            self.notice.say("")
            self._ask()
            announce(self, self.question.title.text())

    def _ask(self) -> None:
        title, sentence, name = _BY_KEY if self._by_key else _BY_PASSPHRASE
        self.question.title.setText(title)
        self.question.sentence.setText(sentence)
        self.field.set_name(name)
        self.field.show_letters(are_shown=self._by_key)
        self.other_way.setText("Use the passphrase instead" if self._by_key else "Use the recovery key instead")
        self.other_way.updateGeometry()
        self.field.edit.setFocus()

    def _opened(self, desk: Desk) -> None:
        self.field.clear()
        self.opened.emit(desk)

    def _failed(self, error: UserError) -> None:
        if isinstance(error, WrongPassphrase):
            self.field.refuse(str(error))
        else:
            self.notice.say(str(error))
            self.field.edit.setFocus()

    def _ended(self) -> None:
        self._is_busy = False
        self.frame.say_busy("")
