"""What a booking carried over the days would mean there, said live; nothing is changed by it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.diary_views import DiaryEntry
from iro_desktop.services.plan_views import MovePlan
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.forms.field import StandingLine
from iro_desktop.ui.forms.sheet import while_typing
from iro_desktop.ui.widgets import Card, Kind, Text, Tone

Plan = Callable[[str, date], MovePlan]
_KEYS = "Arrows carry it on · Enter asks who and why · Esc puts it back"


class CarryBar(Card):
    """One verdict, what speaks against the day, and the keys."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=10)
        self._plan = plan
        # Wrapped words ask for the height they would have at their narrowest; only that at the real width is wanted.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.verdict = StandingLine(self)
        self.warnings = Text("", Kind.SMALL, Tone.TODAY, self)
        self.keys = Text(_KEYS, Kind.SMALL, Tone.SOFT, self)
        column = QVBoxLayout()
        column.setSpacing(3)
        for part in (self.verdict, self.warnings, self.keys):
            column.addWidget(part)
        column.addStretch(1)
        self.body.addLayout(column, 1)

    def begin(self, entry: DiaryEntry) -> None:
        """An entry was picked up from its day."""
        self._say(Standing.NOT_DUE, f"{entry.title}, picked up: {entry.detail}", "")

    def look(self, entry: DiaryEntry, day: date) -> None:
        """Say what that day would mean."""
        if day == entry.on:
            self.begin(entry)
            return
        try:
            plan = self._plan(entry.child, day)
        except UserError as error:
            self._say(Standing.OVERDUE, while_typing(error), "")
            return
        standing = Standing.NOT_DUE
        if plan.in_timescale is not None:
            standing = Standing.UPCOMING if plan.in_timescale else Standing.OVERDUE
        self._say(standing, f"{entry.name}: {plan.words}", " ".join(plan.warnings))

    def end(self) -> None:
        """Nothing is carried any more: no word of it takes room."""
        self.verdict.say(Standing.NOT_DUE, "")
        self.warnings.set_or_hide("")

    def _say(self, standing: Standing, words: str, warnings: str) -> None:
        self.verdict.say(standing, words)
        self.warnings.set_or_hide(warnings)
        announce(self, f"{words} {warnings}".strip())
