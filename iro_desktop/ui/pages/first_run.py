"""The first minutes: a passphrase, the recovery key, and the key once more from paper. One card, three questions."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.errors import UserError
from iro_desktop.services.desk import Vault
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.pages.first_run_confirm import ConfirmStep
from iro_desktop.ui.pages.first_run_frame import CentredCard
from iro_desktop.ui.pages.first_run_key import KeyStep
from iro_desktop.ui.pages.first_run_notice import Notice
from iro_desktop.ui.pages.first_run_offer import OfferStep
from iro_desktop.ui.pages.first_run_own import OwnStep
from iro_desktop.ui.pages.first_run_paper import PrintText, print_text
from iro_desktop.ui.pages.first_run_step import Step
from iro_desktop.ui.pages.first_run_work import Runner, run_after_painting
from iro_desktop.ui.widgets import LinkButton

T = TypeVar("T")


class FirstRunPage(QWidget):
    """Makes the store and opens it. ``opened`` carries the desk; ``sample_asked`` leaves for invented children."""

    opened = Signal(object)
    sample_asked = Signal()

    def __init__(
        self,
        vault: Vault,
        parent: QWidget | None = None,
        *,
        run: Runner = run_after_painting,
        print_text: PrintText = print_text,
    ) -> None:
        super().__init__(parent)
        self._vault, self._run = vault, run
        self._passphrase, self._is_busy = "", False
        self.frame = CentredCard(self)
        self.notice = Notice(self.frame.card)
        self.offer = OfferStep(vault.suggest_passphrase, "Step 1 of 3", self.frame.card)
        self.own = OwnStep("Step 1 of 3", self.frame.card)
        self.key = KeyStep(print_text, "Step 2 of 3", self.frame.card)
        self.confirm = ConfirmStep("Step 3 of 3", self.frame.card)
        self.sample = LinkButton("Look around with invented children first", parent=self.frame)
        self._lay_out()
        self._connect()
        self._go(self.offer)

    @property
    def step(self) -> Step:
        """Where one is."""
        return self._step

    def _steps(self) -> tuple[Step, ...]:
        return (self.offer, self.own, self.key, self.confirm)

    def _lay_out(self) -> None:
        body = self.frame.card.body
        body.setSpacing(16)
        body.addWidget(self.notice)
        for step in self._steps():
            body.addWidget(step)
            step.hide()
        self.frame.below.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)

    def _connect(self) -> None:
        self.offer.chosen.connect(self._create)
        self.offer.own_wanted.connect(self._own_wanted)
        self.own.chosen.connect(self._create)
        self.own.back.connect(self.go_back)
        self.key.written.connect(self._written)
        self.confirm.typed.connect(self._check)
        self.confirm.later.connect(self._open)
        self.sample.clicked.connect(self.sample_asked)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus where this step begins."""
        super().showEvent(event)
        if not event.spontaneous():
            self._step.arrive()

    def go_back(self) -> None:
        """Esc: one step back, where there is one. The key can't be gone back from: the store is made."""
        before = {self.own: self.offer, self.confirm: self.key}
        if not self._is_busy and self._step in before:
            self._go(before[self._step])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _go(self, step: Step) -> None:
        self._step = step
        self.notice.say("")
        for each in self._steps():
            each.setVisible(each is step)
        self.sample.setVisible(step in {self.offer, self.own})
        step.arrive()
        announce(step, step.title.text())
        QTimer.singleShot(0, self.frame, self._to_top)

    def _to_top(self) -> None:
        self.frame.verticalScrollBar().setValue(0)

    def _own_wanted(self) -> None:
        self._go(self.own)

    def _written(self) -> None:
        self._go(self.confirm)

    def _create(self, passphrase: str) -> None:
        self._passphrase = passphrase
        self._work("Making your encrypted store…", lambda: self._vault.create(passphrase), self._created)

    def _created(self, recovery_key: str) -> None:
        self.offer.forget()
        self.own.forget()
        self.key.show_key(recovery_key)
        self._go(self.key)

    def _check(self, typed: str) -> None:
        self._work("Checking…", lambda: self._vault.confirm_recovery_key(typed), self._checked)

    def _checked(self, is_right: bool) -> None:  # noqa: FBT001 -- the answer of the vault, passed on
        if is_right:
            self._open()
        else:
            self.confirm.refuse()

    def _open(self) -> None:
        self._work("Opening…", lambda: self._vault.open(self._passphrase), self._opened)

    def _opened(self, desk: object) -> None:
        self._passphrase = ""
        for step in (self.key, self.confirm):
            step.forget()
        self.opened.emit(desk)

    def _work(self, words: str, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """The one way to the vault: says what is going on, and takes no second wish meanwhile."""
        if self._is_busy:
            return
        self._is_busy = True
        self.notice.say("")
        self.frame.say_busy(words)
        self._run(self, job, done, self._failed, self._ended)

    def _ended(self) -> None:
        self._is_busy = False
        self.frame.say_busy("")

    def _failed(self, error: UserError) -> None:
        self.notice.say(str(error))
