"""Who came to a review: one tick for each role, and all of them by one key."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.vocabulary import Role
from iro_desktop.services.views import Attender
from iro_desktop.ui.filled import DERIVED
from iro_desktop.ui.widgets import Kind, LinkButton, Text, Tone
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.flow import FlowLayout

_NEVER_ASKED = frozenset({Role.CHILD, Role.IRO})  # told by the code; holds the review
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class CameTick(Check):
    """Not said, came, sent apologies: the space bar goes round."""

    stepped = Signal(int)

    def __init__(self, attender: Attender, parent: QWidget | None = None) -> None:
        super().__init__(attender.words, parent)
        self.attender = attender
        self.setTristate(True)
        self.setProperty(DERIVED, True)  # the whole list is kept by ``WhoCame``
        self.checkStateChanged.connect(self._say)
        self._say()

    def nextCheckState(self) -> None:
        """Came is the most usual, so it is first."""
        order = [Qt.CheckState.Unchecked, Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked]
        self.setCheckState(order[(order.index(self.checkState()) + 1) % len(order)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go to the next role."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def _say(self) -> None:
        state = self.checkState()
        said = {Qt.CheckState.Checked: "came", Qt.CheckState.PartiallyChecked: "sent apologies"}.get(state, "not said")
        self.setAccessibleName(f"{self.attender.words}: {said}")
        apologies = state is Qt.CheckState.PartiallyChecked
        self.setText(f"{self.attender.words}, apologies" if apologies else self.attender.words)
        self.updateGeometry()


class WhoCame(QWidget):
    """One tab stop for all ticks. A role that is not offered can be called up."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: list[CameTick] = []
        self._said: dict[Role, bool] = {}  # also of roles that are not offered at the moment
        self._offered: tuple[Attender, ...] = ()
        self._has_others = False
        self._flow = FlowLayout(gap=2)
        self.all_came = LinkButton("All came", "A", self)
        self.others = LinkButton("Others", parent=self)
        self.note = Text("Space: came; once more: apologies.", Kind.SMALL, Tone.SOFT, self)
        self.links = FlowLayout(gap=10)
        for link in (self.all_came, self.others):
            self.links.addWidget(link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._flow)
        column.addLayout(self.links)
        column.addWidget(self.note)
        self.all_came.clicked.connect(self.mark_all)
        self.others.clicked.connect(self.show_others)

    def offer(self, attenders: Sequence[Attender]) -> None:
        """These first; what was said of others stays, and is shown."""
        if tuple(attenders) != self._offered:
            self._offered = tuple(attenders)
            self._make()

    def say(self, came: Sequence[Role], apologies: Sequence[Role]) -> None:
        """What is known of it already."""
        self._said = dict.fromkeys(came, True) | dict.fromkeys(apologies, False)
        self._make()

    def came(self) -> tuple[Role, ...]:
        """Who was there."""
        return tuple(role for role in Role if self._said.get(role) is True)

    def apologies(self) -> tuple[Role, ...]:
        """Who was expected and was not there."""
        return tuple(role for role in Role if self._said.get(role) is False)

    def mark_all(self) -> None:
        """Everybody offered of whom nothing is said came."""
        for attender in self._offered:
            self._said.setdefault(attender.role, True)
        self._show_said()
        self.changed.emit()

    def show_others(self) -> None:
        """Every other role, too."""
        self._has_others = not self._has_others
        self._make()
        self.others.setFocus()
        self.changed.emit()

    def kept(self) -> object:
        """What is said, by role."""
        return {role.value: came for role, came in self._said.items()}

    def give_back(self, value: object) -> None:
        """Say that again."""
        said: Mapping[object, object] = value if isinstance(value, dict) else {}
        known = {role.value: role for role in Role}
        self._said = {known[str(key)]: came is True for key, came in said.items() if key in known}
        self._make()
        self.changed.emit()

    def _make(self) -> None:
        for tick in self.ticks:
            self._flow.removeWidget(tick)
            tick.hide()  # gone at once: Qt takes it away later
            tick.deleteLater()
        self.ticks = []
        for attender in self._shown():
            tick = CameTick(attender, self)
            self.ticks.append(tick)
            self._flow.addWidget(tick)
            tick.checkStateChanged.connect(self._ticked)
            tick.stepped.connect(self._step)
            tick.show()
        self.others.setText("Fewer" if self._has_others else "Others")
        self.others.updateGeometry()
        self._show_said()
        self._stop_at(0)
        self._in_order()

    def _shown(self) -> list[Attender]:
        offered = {one.role for one in self._offered}
        rest = [role for role in Role if role not in offered | _NEVER_ASKED]
        wanted = [role for role in rest if self._has_others or role in self._said]
        return [*self._offered, *(Attender(role, f"{role.label[:1].upper()}{role.label[1:]}") for role in wanted)]

    def _in_order(self) -> None:
        """Tab goes as it is read: the ticks, then the links."""
        if self.ticks:
            self.setFocusProxy(self.ticks[0])

    def _show_said(self) -> None:
        states = {True: Qt.CheckState.Checked, False: Qt.CheckState.PartiallyChecked, None: Qt.CheckState.Unchecked}
        for tick in self.ticks:
            tick.setCheckState(states[self._said.get(tick.attender.role)])

    def _ticked(self) -> None:
        tick = self.sender()
        if not isinstance(tick, CameTick):
            return
        role, state = tick.attender.role, tick.checkState()
        if state is Qt.CheckState.Unchecked:
            self._said.pop(role, None)
        else:
            self._said[role] = state is Qt.CheckState.Checked
        self.changed.emit()

    def _step(self, step: int) -> None:
        here = next((n for n, tick in enumerate(self.ticks) if tick.hasFocus()), 0)
        to = (here + step) % len(self.ticks)
        self._stop_at(to)
        self.ticks[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_at(self, place: int) -> None:
        """Tab stops at one of them."""
        for number, tick in enumerate(self.ticks):
            tick.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == place else Qt.FocusPolicy.ClickFocus)
