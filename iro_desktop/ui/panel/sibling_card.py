"""Brothers and sisters: days that suit all, with each child's margin, and the booking of all at once."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.dates import with_weekday
from iro_desktop.services.plan_views import SiblingOffer, SiblingPlan
from iro_desktop.ui.widgets import Card, Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.hint import key_words

_MOST = 4


class _OfferLine(QWidget):
    """One day: the button that books it, and what it leaves each child."""

    taken = Signal(object)  # the offer

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.offer: SiblingOffer | None = None
        self.button = QuietButton("", parent=self)
        self.margins = Text("", Kind.SMALL, Tone.SOFT, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.button)
        column.addWidget(self.margins)
        self.button.clicked.connect(self._take)

    def show_offer(self, offer: SiblingOffer, plan: SiblingPlan, key: str) -> None:
        """Show that day."""
        self.offer = offer
        names = {one.child: one.name for one in plan.children}
        is_all = len(offer.children) == sum(one.last_lawful is not None for one in plan.children)
        who = "all" if is_all else " and ".join(names.get(one, one) for one in offer.children)
        self.button.key = key
        self.button.setText(f"Book {who} on {with_weekday(offer.on)}")
        self.button.updateGeometry()
        parts = [f"{names.get(child, child)} {margin}" for child, margin in offer.margins]
        self.margins.setText(f"Working days to spare: {', '.join(parts)}")

    def _take(self) -> None:
        if self.offer is not None:
            self.taken.emit(self.offer)


class SiblingCard(Card):
    """Best three days, or the split where no day suits all; hidden where there is no group."""

    offer_taken = Signal(object)  # a SiblingOffer

    def __init__(self, best: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Together with brothers and sisters")
        self._best = best
        self.words = Text("", parent=self)
        self.left_out = Text("", Kind.SMALL, Tone.SOFT, self)
        self.lines = [_OfferLine(self) for _ in range(_MOST)]
        self.body.addWidget(self.words)
        for line in self.lines:
            line.taken.connect(self.offer_taken)
            self.body.addWidget(line)
        self.body.addWidget(self.left_out)

    def show_plan(self, plan: SiblingPlan | None) -> None:
        """Show what suits; the first day for all has a key of its own."""
        self.setVisible(plan is not None)
        if plan is None:
            return
        self.words.setText(plan.words)
        offers = (plan.offers or plan.split)[:_MOST]
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(offers))
            if number < len(offers):
                line.show_offer(offers[number], plan, key_words(self._best) if plan.offers and not number else "")
        out = [f"{one.name}: {one.words}" for one in plan.children if one.last_lawful is None]
        self.left_out.set_or_hide("\n".join(out))
