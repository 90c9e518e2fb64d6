"""Why a date is what it is: where the count starts, the rule, each step, and what the rule rests on."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.dates import with_weekday
from iro_desktop.services.views import WhyStep, WhyView
from iro_desktop.ui.widgets import Card, Kind, LinkButton, Text, Tone
from iro_desktop.ui.widgets.pairs import Pairs


class WhyCard(Card):
    """The explanation of one deadline, to read or to copy."""

    def __init__(self, copy: QAction, by_hand: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Why this date?")
        self.text = ""
        self.pairs = Pairs(self)
        self.source = Text("", Kind.SMALL, parent=self)
        self.note = Text("", Kind.SMALL, Tone.TODAY, self)
        self.provisional = Text("", Kind.SMALL, Tone.TODAY, self)
        self.copy_button = LinkButton("Copy", parent=self)
        self.copy_button.setAccessibleName("Copy why this date")
        self.copy_button.clicked.connect(copy.trigger)
        self.head.addWidget(self.copy_button)
        self.by_hand_button = LinkButton("Set by hand", parent=self)
        self.by_hand_button.follow(by_hand)
        self.by_hand_button.setAccessibleName("Set this date by hand")
        for part in (self.pairs, self.note, self.source, self.provisional):
            self.body.addWidget(part)
        self.body.addWidget(self.by_hand_button)

    def show_why(self, why: WhyView | None) -> None:
        """Show the explanation; hidden where there is none."""
        self.setVisible(why is not None)
        if why is None:
            return
        self.text = why.as_text
        self.set_heading(why.heading)
        steps = [("" if n else "Count", _step(step)) for n, step in enumerate(why.steps)]
        pairs = [("Starts from", why.starts_from), ("Rule", why.rule), *steps]
        if why.plan_by and why.plan_by != why.due_on:
            pairs.append(("Plan for", f"{with_weekday(why.plan_by)}, so that it can still move"))
        self.pairs.show_pairs([pair for pair in pairs if pair[1]])
        self.source.setText(f"{why.citation} · {why.authority}; {why.mark_words}")
        self.note.set_or_hide(why.note)
        self.provisional.set_or_hide(
            "Provisional: bank holidays are not yet published that far." if why.provisional else ""
        )


def _step(step: WhyStep) -> str:
    return f"{step.text} → {with_weekday(step.on)}" if step.on and _short(step) not in step.text else step.text


def _short(step: WhyStep) -> str:
    """The step's day as it would stand in its text."""
    return with_weekday(step.on)[4:].rsplit(" ", 1)[0] if step.on else ""  # the year may be left out
