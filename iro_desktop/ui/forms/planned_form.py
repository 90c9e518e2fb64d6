"""What booking and moving share: the window, days that suit, and what the typed day would mean."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.desk import Desk
from iro_desktop.services.plan_views import BookingWindow, MovePlan
from iro_desktop.services.views import ChildView, Done
from iro_desktop.ui.forms.change_words import count_words
from iro_desktop.ui.forms.child_form import ChildForm
from iro_desktop.ui.forms.day_offers import DayOffers
from iro_desktop.ui.forms.field import StandingLine
from iro_desktop.ui.forms.sheet import while_typing
from iro_desktop.ui.forms.what_if import WhatIf, seen_of
from iro_desktop.ui.widgets import Card, Kind, Text, Tone
from iro_desktop.ui.widgets.window_band import WindowBand, is_drawn

CarryOut = Callable[[Callable[[], Done]], None]  # does the work and tells that it was saved


class PlannedForm(ChildForm):
    """Asks the desk at every day typed; nothing is changed before it is saved."""

    def __init__(
        self, title: str, desk: Desk, carry_out: CarryOut, view: ChildView, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, desk, desk.act, view, parent)
        self._carry_out = carry_out
        self.plan: MovePlan | None = None
        self._wrong = ""  # why nothing can be planned for the day typed
        self.window_shown = self._window()
        self.verdict = StandingLine(self)
        self.count = Text("", Kind.SMALL, parent=self)  # seen without scrolling; what moves stands at the end
        self.warnings = Text("", Kind.SMALL, Tone.TODAY, self)
        self.window_card = Card(self.content, "When it is best held")
        self.band = WindowBand(self.window_card)
        self.offers = DayOffers(self)
        self.slack = Text("", Kind.SMALL, Tone.SOFT, self.window_card)
        self.what_if = WhatIf(self.content)
        self.offers.day_taken.connect(self._take)
        self.what_if.parts_changed.connect(self.look_again)

    def add_planned_day(self, label: str, day: date | None) -> None:
        """The day's field, with the verdict beneath it and the window after it."""
        for part in (self.band, self.offers, self.slack):
            self.window_card.body.addWidget(part)
        self._show_window()
        self.add_day(label, day)
        layout = self.fields["day"].layout()
        layout.addWidget(self.verdict)  # type: ignore[union-attr]
        layout.addWidget(self.count)  # type: ignore[union-attr]
        layout.addWidget(self.warnings)  # type: ignore[union-attr]
        self.body.addWidget(self.window_card)

    def add_what_if(self) -> None:
        """What would follow, at the end of the form."""
        self.body.addWidget(self.what_if)
        self.finish()

    def chosen(self) -> list[str]:
        """Keys of the parts to be done along with it."""
        return self.what_if.chosen()

    def same_for_all(self) -> None:
        """Brothers and sisters whose reviews can move along do."""
        self.what_if.take_all()

    def look_again(self) -> None:
        """Ask what the day would mean, and show it."""
        super().look_again()
        day = self.day.day()
        self._wrong = ""
        self.plan = self._planned(day) if day else None
        self.fields["day"].refuse(self._wrong)
        plan = self.plan
        self.verdict.say(_standing(plan), plan.words if plan else "")
        self.count.set_or_hide(count_words(seen_of(plan)) if plan else "")
        self.warnings.set_or_hide("\n".join(plan.warnings) if plan else "")
        self.what_if.show_plan(plan)
        self.offers.mark(day)
        self.band.show_window(self.window_shown, day)

    def said_at_once(self, name: str) -> str:
        """Why the day typed can't be planned."""
        return self._wrong if name == "day" else ""

    def _planned(self, day: date) -> MovePlan | None:
        try:
            plan = self._desk.plan_move(self._view.child, day, self.chosen())
        except UserError as error:
            self._wrong = while_typing(error)
            return None
        return plan

    def _window(self) -> BookingWindow | None:
        try:
            return self._desk.booking_window(self._view.child)
        except UserError:
            return None  # the verdict says what is the matter

    def _show_window(self) -> None:
        window = self.window_shown
        self.window_card.setVisible(window is not None)
        if window is not None:
            self.offers.show_offers(window.offers, is_overdue=window.last_lawful < self._desk.today_on)
            self.offers.setVisible(bool(window.offers))
            slack = f"Kept free at the end: {window.slack_words}.".replace("..", ".")
            self.slack.set_or_hide(slack if is_drawn(window) else "")

    def _take(self, day: date) -> None:
        self.day.set_day(day)


def _standing(plan: MovePlan | None) -> Standing:
    if plan is None or plan.in_timescale is None:
        return Standing.NOT_DUE
    return Standing.UPCOMING if plan.in_timescale else Standing.OVERDUE
