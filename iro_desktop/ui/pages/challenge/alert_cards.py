"""The cards of an alert's page: clocks, stages with their replies, what came of it, Cafcass, pauses, legal advice."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.dates import from_to, short, with_weekday
from iro_desktop.domain.vocabulary import AlertKind, Standing
from iro_desktop.services.challenge_views import AdviceRow, AlertClock, AlertStory, StageShown
from iro_desktop.services.views import CyclePoint
from iro_desktop.ui.widgets import Card, Kind, Text, Tone
from iro_desktop.ui.widgets.badge import StandingBadge
from iro_desktop.ui.widgets.cycle_line import CycleLine
from iro_desktop.ui.widgets.pairs import Pairs

_PAUSE_NOTE = "The clock of a stage stands still. The limit of all stages together runs on."
_SETTLED = frozenset({Standing.MET, Standing.MET_LATE, Standing.MISSED})


class Clocks(Card):
    """Each clock in shape and words with its day, and the stages as a line of time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Clocks")
        self._rows: list[tuple[Text, StandingBadge]] = []
        self.none = Text("", tone=Tone.SOFT, parent=self)
        self.line = CycleLine(self)
        self.line.setAccessibleName("The alert as a line of time")
        self.body.addWidget(self.none)
        self._count = self.body.count()
        self.body.addWidget(self.line)

    def show_story(self, story: AlertStory) -> None:
        """Show the clocks that run first, then the settled ones."""
        clocks = sorted(story.clocks, key=lambda one: one.standing in _SETTLED)
        while len(self._rows) < len(clocks):
            self._add()
        for number, (what, badge) in enumerate(self._rows):
            is_shown = number < len(clocks)
            what.setVisible(is_shown)
            badge.setVisible(is_shown)
            if is_shown:
                self._fill(what, badge, clocks[number])
        self.none.set_or_hide(_no_clock(story) if not clocks else "")
        points = _points(story)
        self.line.setVisible(len(points) > 1)
        self.line.show_points(points, max(point.on for point in points))

    def _add(self) -> None:
        what, badge, pair = Text("", tone=Tone.SOFT, parent=self), StandingBadge(self), QVBoxLayout()
        pair.setSpacing(1)
        for part in (badge, what):
            pair.addWidget(part)
        self.body.insertLayout(self._count, pair)
        self._count += 1
        self._rows.append((what, badge))

    def _fill(self, what: Text, badge: StandingBadge, clock: AlertClock) -> None:
        due = f" · due {with_weekday(clock.due_on)}" if clock.due_on else ""
        what.setText(f"{clock.what}{due}")
        badge.show_standing(clock.standing, f"{clock.words[:1].upper()}{clock.words[1:]}")


def _no_clock(story: AlertStory) -> str:
    if story.card.kind is AlertKind.GOOD_PRACTICE:
        return "Nobody has to answer."
    return "No clock runs: no time was asked." if story.card.is_open else "It is resolved."


def _points(story: AlertStory) -> list[CyclePoint]:
    """Stages begun and answered, days that are due, the end: oldest first."""
    points = [CyclePoint(one.started_on, _lower(one.words), Standing.NOT_DUE) for one in story.stages]
    points += [CyclePoint(one.answered_on, "answered", Standing.MET) for one in story.stages if one.answered_on]
    running = [one for one in story.clocks if one.due_on and one.standing not in _SETTLED]
    points += [CyclePoint(one.due_on, _due_words(one), one.standing) for one in running if one.due_on]
    if story.card.resolved_on:
        points.append(CyclePoint(story.card.resolved_on, "resolved", Standing.MET))
    return sorted(points, key=lambda point: point.on)


def _due_words(clock: AlertClock) -> str:
    return "answer due" if clock.what.startswith("Answer") else "all stages"


class Stages(Card):
    """Every stage in full, the newest last, with what was answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Stages")
        self._parts: list[tuple[Text, Text, Text]] = []

    def show_story(self, story: AlertStory) -> None:
        """Show each stage."""
        while len(self._parts) < len(story.stages):
            self._add()
        for number, (head, about, reply) in enumerate(self._parts):
            stage = story.stages[number] if number < len(story.stages) else None
            head.set_or_hide(stage.words if stage else "")
            about.set_or_hide(_stage_words(stage) if stage else "")
            reply.set_or_hide(f"“{stage.reply}”" if stage and stage.reply else "")

    def _add(self) -> None:
        made = Text("", Kind.STRONG, parent=self), Text("", tone=Tone.SOFT, parent=self), Text("", parent=self)
        group = QVBoxLayout()
        group.setSpacing(1)
        for part in made:
            group.addWidget(part)
        self.body.addLayout(group)
        self._parts.append(made)


def _stage_words(stage: StageShown) -> str:
    answered = f"answered {with_weekday(stage.answered_on)}" if stage.answered_on else ""
    parts = (f"from {with_weekday(stage.started_on)}", stage.responder, answered)
    return " · ".join(part for part in parts if part)


class Came(Card):
    """What came of it, and what it changed for the child."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "What came of it")
        self.pairs = Pairs(self)
        self.body.addWidget(self.pairs)

    def show_story(self, story: AlertStory) -> None:
        """Outcome, effect, child told; hidden while it is open."""
        card = story.card
        told = with_weekday(card.child_told_on) if card.child_told_on else "not recorded yet: Q records it"
        pairs = (
            ("Outcome", card.outcome.label if card.outcome else ""),
            ("Resolved", with_weekday(card.resolved_on) if card.resolved_on else ""),
            ("Effect", ". ".join(part for part in (card.effect, card.effect_words) if part)),
            ("Child told", told),
        )
        self.setVisible(not card.is_open)
        self.pairs.show_pairs([pair for pair in pairs if pair[1]])


class Cafcass(Card):
    """The referral: its ground, who was told of it and when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Referred to Cafcass")
        self.pairs = Pairs(self)
        self.body.addWidget(self.pairs)

    def show_story(self, story: AlertStory) -> None:
        """Hidden where it was not referred."""
        stage = next((one for one in story.stages if one.ground is not None), None)
        self.setVisible(stage is not None)
        if stage is None or stage.ground is None:
            return
        told = ", ".join(part for part in (stage.told, short(stage.told_on) if stage.told_on else "") if part)
        pairs = (
            ("On", with_weekday(stage.started_on)),
            ("Ground", stage.ground.label),
            ("Told", told or "nobody is recorded"),
            ("Answered", with_weekday(stage.answered_on) if stage.answered_on else "not yet"),
        )
        self.pairs.show_pairs(pairs)


class Paused(Card):
    """Days on which the clock of a stage stood still, with the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Pauses")
        self.pairs = Pairs(self)
        self.body.addWidget(self.pairs)
        self.body.addWidget(Text(_PAUSE_NOTE, Kind.SMALL, Tone.SOFT, self))

    def show_story(self, story: AlertStory) -> None:
        """Hidden where there was none."""
        self.setVisible(bool(story.pauses))
        lines = []
        for one in story.pauses:
            when = from_to(one.from_on, one.to_on) if one.to_on else f"since {short(one.from_on)}"
            days = "1 working day" if one.working_days == 1 else f"{one.working_days} working days"
            lines.append((when, f"{days}: {one.reason}"))
        self.pairs.show_pairs(lines)


class Advised(Card):
    """Independent legal advice about the child, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Legal advice about this child")
        self.pairs = Pairs(self)
        self.body.addWidget(self.pairs)

    def show_rows(self, rows: Sequence[AdviceRow]) -> None:
        """Hidden where none was taken."""
        self.setVisible(bool(rows))
        self.pairs.show_pairs([(short(row.asked_on), advice_words(row)) for row in rows])


def advice_words(row: AdviceRow) -> str:
    """The question, whom it was asked of, and what was advised."""
    asked = f"{row.question} ({row.asked_of})" if row.asked_of else row.question
    if row.answered_on is None:
        days = "1 working day" if row.working_days == 1 else f"{row.working_days} working days"
        return f"{asked} Waiting for {days}."
    advice = f" {row.advice}" if row.advice else ""
    use = f" What came of it: {row.use}" if row.use else ""
    return f"{asked} Received {short(row.answered_on)}.{advice}{use}"


def _lower(words: str) -> str:
    """Without its capital letter: names within keep theirs."""
    return words[:1].lower() + words[1:]
