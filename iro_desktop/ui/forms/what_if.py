"""What would follow from a day: what changes, what comes if the review is held then, who may move along."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.plan_views import Consequence, MovePlan, PlannedPart
from iro_desktop.ui.forms.change_words import becomes, change_words, without_year
from iro_desktop.ui.widgets import Card, Kind, Text, Tone
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.pairs import Pairs

_MOST = 12
_NEAR = 300  # days: within them a day needs no year


class WhatIf(QWidget):
    """Parts to choose, then consequences; nothing is changed by looking."""

    parts_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks: dict[str, Check] = {}
        self.together = Card(self, "Move along to the same day: Alt+S all of them")
        self.changes = Card(self, "What changes")
        self.lines: list[Text] = []
        self._line_box = QVBoxLayout()
        self._line_box.setSpacing(5)
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

    def take_all(self) -> None:
        """Take everybody along; if they are, nobody."""
        is_on = not all(check.isChecked() for check in self._checks.values())
        for check in list(self._checks.values()):
            check.setChecked(is_on)

    def show_plan(self, plan: MovePlan | None) -> None:
        """Show what would follow; nothing while there is no day."""
        self._show_parts([part for part in plan.parts if not part.is_fixed] if plan else [])
        changed = seen_of(plan) if plan else ()
        self.changes.setVisible(bool(changed))
        self._show_lines(_lines(plan) if plan else ())
        self.more.set_or_hide(f"and {len(changed) - _MOST} more" if len(changed) > _MOST else "")
        self.held.setVisible(bool(plan and plan.if_held))
        self.held_pairs.show_pairs(plan.if_held if plan else ())

    def _show_lines(self, shown: Sequence[str]) -> None:
        while len(self.lines) < len(shown):
            self.lines.append(Text("", Kind.SMALL, parent=self.changes))
            self._line_box.addWidget(self.lines[-1])
        for number, line in enumerate(self.lines):
            line.set_or_hide(shown[number] if number < len(shown) else "")

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
            check.setObjectName(part.key)  # its words follow from the day, and it is found again by its key
            check.toggled.connect(self.parts_changed)
            self.together.body.addWidget(check)
        check.setText(f"{part.words} – {part.margin_words}")
        check.updateGeometry()
        with QSignalBlocker(check):
            check.setChecked(part.is_chosen)


def seen_of(plan: MovePlan) -> tuple[Consequence, ...]:
    """What differs to the eye."""
    return tuple(one for one in plan.consequences if not one.looks_same)


def _lines(plan: MovePlan) -> list[str]:
    """Those of the child in hand, then those of each brother or sister beneath their id."""
    seen = sorted(seen_of(plan), key=lambda one: (one.child != plan.child, one.child))  # the soonest first, as before
    found: list[str] = []
    for number, one in enumerate(seen[:_MOST]):
        if one.child != (seen[number - 1].child if number else plan.child):
            found.append(f"{one.child}:")
        found.append(f"{one.what}  {_becomes(one, plan)}")
    return found


def _becomes(one: Consequence, plan: MovePlan) -> str:
    """The days, and the standing where it is another; a new line begins before them, never among them."""
    days = change_words(one, lambda day: without_year(day) if abs((day - plan.to_on).days) < _NEAR else short(day))
    standing = becomes(one)
    told = f"{days}, {standing}" if standing else days
    return told.replace(" ", "\N{NO-BREAK SPACE}")
