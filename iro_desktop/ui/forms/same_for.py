"""The same entry for brothers and sisters: a line of ticks at the foot of a form. Each is checked, and saved as one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.acts import Act
from iro_desktop.services.same_for import SameFor, for_sibling, same_sentence
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.widgets import Kind, LinkButton, Text, Tone
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.flow import FlowLayout

Ask = Callable[[str, Sequence[Act]], Sequence[SameFor]]  # the child, and the acts as filled in; none: only who there is
SaveAs = Callable[[Sequence[Act], str], None]
KEY = "Alt+S"


class SameForLine(QWidget):
    """Hidden where the child has no brother or sister in care, or the entry is about this child alone."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask: Ask | None = None
        self._save_as: SaveAs | None = None
        self._child = ""
        self._known: dict[str, SameFor] = {}
        self.ticks: dict[str, Check] = {}
        self.words = Text("The same for", Kind.LABEL, parent=self, wraps=False)
        self.all_button = LinkButton("All of them", KEY.replace("+", " "), self)
        self.left_out = Text("", Kind.SMALL, Tone.TODAY, self)
        self._flow = FlowLayout(gap=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addLayout(self._flow)
        column.addWidget(self.left_out)
        self.all_button.clicked.connect(self.all_wanted)
        self.left_out.hide()
        self.hide()

    def offer(self, ask: Ask, save_as: SaveAs) -> None:
        """Be used from now on; whom it is about is said by ``about``."""
        self._ask, self._save_as = ask, save_as

    def about(self, child: str) -> None:
        """Offer the brothers and sisters of that child."""
        if self._ask is None or child == self._child:
            return
        self._child = child
        known = self._ask(child, ()) if child else ()
        self._known = {one.child: one for one in known}
        self._make_ticks(known)
        self.left_out.set_or_hide("")
        self.setVisible(bool(known))

    def _make_ticks(self, known: Sequence[SameFor]) -> None:
        for one in self.ticks.values():
            self._flow.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._flow.removeWidget(self.all_button)
        self.ticks = {}
        for sibling in known:
            tick = self.ticks[sibling.child] = Check(sibling.name, self)
            tick.setObjectName(f"same for {sibling.child}")  # what is typed is kept under it, without a name
            tick.setAccessibleName(f"The same for {sibling.name}")
            self._flow.addWidget(tick)
        self._flow.addWidget(self.all_button)

    def chosen(self) -> list[str]:
        """Ids of those who are ticked."""
        return [child for child, tick in self.ticks.items() if tick.isChecked()]

    def take_all(self, acts: Sequence[Act]) -> None:
        """Tick everybody for whom it can be the same; if they are ticked, nobody."""
        self._check(acts)
        able = [self.ticks[one.child] for one in self._known.values() if not one.wrong]
        is_on = not all(tick.isChecked() for tick in able)
        for tick in able:
            tick.setChecked(is_on)
        self._leave_out()

    def refusal(self, acts: Sequence[Act]) -> str:
        """Why it cannot be saved as ticked: who is left out, now no longer ticked; empty: it can."""
        chosen = self.chosen()
        self._check(acts)
        wrong = [one for one in self._known.values() if one.wrong and one.child in chosen]
        self._leave_out()
        if not wrong:
            return ""
        names = " and ".join(one.name for one in wrong)
        are = "is" if len(wrong) == 1 else "are"
        return f"{names} {are} left out, as said below. Nothing was saved yet. Press Enter again to save the rest."

    def save(self, acts: Sequence[Act]) -> None:
        """Save for the child and everybody ticked, as one act with one undo; raises ``UserError``."""
        if self._save_as is None:
            raise RuntimeError("nobody was offered")
        others = self.chosen()
        every = [*acts, *(act for one in others for act in for_sibling(acts, one))]
        self._save_as(every, same_sentence(acts[0].sentence, len(others)))

    def _check(self, acts: Sequence[Act]) -> None:
        if self._ask is not None and acts:
            self._known = {one.child: one for one in self._ask(self._child, acts)}

    def _leave_out(self) -> None:
        """Say beside the ticks who cannot have the same, and why."""
        wrong = [one for one in self._known.values() if one.wrong]
        for one in wrong:
            self.ticks[one.child].setChecked(False)
        words = "\n".join(f"Not for {one.name}: {one.wrong}" for one in wrong)
        self.left_out.set_or_hide(words)
        if words:
            announce(self, words)
