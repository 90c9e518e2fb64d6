"""What was typed and not saved: offered again, one action each, and opened where it was left."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from iro_desktop.domain.errors import UserError
from iro_desktop.services.desk import Desk
from iro_desktop.services.drafts import Draft

MOST = 9  # further ones come up as these are settled


class HalfFilled(QObject):
    """The newest is opened by its command; every one stands in the find box."""

    wanted = Signal(object)  # a Draft to go on with

    def __init__(self, desk: Desk, go_on: QAction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._go_on = desk, go_on
        self._drafts: tuple[Draft, ...] = ()
        self.actions: list[QAction] = []
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again what is kept."""
        for action in self.actions:
            action.deleteLater()
        found = [(draft, words) for draft in self._desk.drafts() if (words := self._words(draft))]
        self._drafts = tuple(draft for draft, _ in found[:MOST])
        self.actions = [self._action(number, words) for number, (_, words) in enumerate(found[:MOST])]
        self._go_on.setEnabled(bool(self._drafts))

    def sentence(self) -> str:
        """What was being filled in, the newest; "" where nothing is."""
        if not self._drafts:
            return ""
        newest = self._drafts[0]
        more = len(self._drafts) - 1
        told = f"; and {more} more in the find box" if more else ""
        return f"You were filling in: {self._words(newest)}{told}."

    def open_newest(self) -> None:
        """Go on with what was typed last."""
        if self._drafts:
            self.wanted.emit(self._drafts[0])

    def _action(self, number: int, words: str) -> QAction:
        action = QAction(f"Go on with {words}", self)
        action.setData(number)
        action.setWhatsThis("draft half-filled form unfinished resume continue")
        action.triggered.connect(self._chosen)
        return action

    def _chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.wanted.emit(self._drafts[int(action.data())])

    def _words(self, draft: Draft) -> str:
        """Its title, whose, and since when; "" where the child is no longer here."""
        try:
            view = self._desk.child(draft.of.child) if draft.of.child else None
        except UserError:
            return ""
        about = f", {view.name}" if view else ""
        return f"{draft.of.title}{about} (typed {draft.when_words(self._desk.today_on)})"
