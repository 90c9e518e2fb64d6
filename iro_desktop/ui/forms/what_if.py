"""What would follow from a day: what changes, what comes if the review is held then, who may move along."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.services.plan_views import Consequence, MovePlan, PlannedPart
from iro_desktop.ui.widgets import Card, Kind, Text, Tone
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.pairs import Pairs

_MOST = 8


class WhatIf(QWidget):
    """Parts to choose, then consequences; nothing is changed by looking."""

    parts_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks: dict[str, Check] = {}
        self.together = Card(self, "Move along to the same day")
        self.changes = Card(self, "What changes")
        self._lines: list[tuple[Text, Text]] = []
        self._line_box = QVBoxLayout()
        self._line_box.setSpacing(2)
        self.more = Text("", Kind.SMALL, Tone.SOFT, self.changes)
        self.held = Card(self, "If it is held that day")
        self.held_pairs = Pairs(self.held, is_value_right=True)
        self.changes.body.addLayout(self._line_box)
        self.changes.body.addWidget(self.more)
        self.held.body.addWidget(self.held_pairs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self.together, self.changes, self.held):
            column.addWidget(card)

    def chosen(self) -> list[str]:
        """Keys of the parts that are taken along."""
        return [key for key, check in self._checks.items() if check.isChecked()]

    def show_plan(self, plan: MovePlan | None) -> None:
        """Show what would follow; nothing while there is no day."""
        self._show_parts([part for part in plan.parts if not part.is_fixed] if plan else [])
        changed = plan.consequences if plan else ()
        self.changes.setVisible(bool(changed))
        self._show_changes([_change(one, plan.child if plan else "") for one in changed[:_MOST]])
        self.more.set_or_hide(f"and {len(changed) - _MOST} more" if len(changed) > _MOST else "")
        self.held.setVisible(bool(plan and plan.if_held))
        self.held_pairs.show_pairs(plan.if_held if plan else ())

    def _show_changes(self, changes: Sequence[tuple[str, str]]) -> None:
        """Each with its name above and what becomes of it beneath, over the whole width."""
        while len(self._lines) < len(changes):
            line = (Text("", Kind.BODY, parent=self.changes), Text("", Kind.SMALL, Tone.SOFT, self.changes))
            for label in line:
                self._line_box.addWidget(label)
            self._line_box.addSpacing(4)
            self._lines.append(line)
        for number, (what, becomes) in enumerate(self._lines):
            shown = changes[number] if number < len(changes) else ("", "")
            what.set_or_hide(shown[0])
            becomes.set_or_hide(shown[1])

    def _show_parts(self, parts: Sequence[PlannedPart]) -> None:
        self.together.setVisible(bool(parts))
        kept = {part.key for part in parts}
        for key in [key for key in self._checks if key not in kept]:
            self._checks.pop(key).deleteLater()
        for part in parts:
            self._show_part(part)

    def _show_part(self, part: PlannedPart) -> None:
        check = self._checks.get(part.key)
        if check is None:
            check = self._checks[part.key] = Check("", self.together)
            check.toggled.connect(self.parts_changed)
            self.together.body.addWidget(check)
        check.setText(f"{part.words} – {part.margin_words}")
        check.updateGeometry()
        with QSignalBlocker(check):
            check.setChecked(part.is_chosen)


def _change(one: Consequence, child: str) -> tuple[str, str]:
    whose = f"{one.child}: " if one.child != child else ""
    if one.before is None:
        becomes = f"new: {one.after.words}" if one.after else ""
    else:
        becomes = f"{one.before.words} → {one.after.words}" if one.after else f"{one.before.words} → goes"
    return f"{whose}{one.what}", becomes
