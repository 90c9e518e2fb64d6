"""The mid-point review in two minutes: each open recommendation by one key, saved as one act."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from iro_desktop.domain.acts import Act, CheckRecommendation, RecordMidPoint
from iro_desktop.domain.vocabulary import Progress
from iro_desktop.services.desk import Desk
from iro_desktop.services.mid_point import MidPointView
from iro_desktop.services.recommendations import RecommendationRow
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.child_form import ChildForm
from iro_desktop.ui.forms.progress_line import IN_ORDER, ProgressLine
from iro_desktop.ui.forms.sheet import Problems
from iro_desktop.ui.widgets import Kind, Text, Tone

SaveAll = Callable[[Sequence[Act], str], None]
_NONE_OPEN = "No recommendation is open."
_HOW = "How each stands: 1 in hand, 2 no progress, 3 done, 4 no longer needed"


class MidPoint(ChildForm):
    """Begins with the first recommendation; a digit says how it stands and goes on to the next."""

    def __init__(
        self, desk: Desk, save_all: SaveAll, view: ChildView, shown: MidPointView, parent: QWidget | None = None
    ) -> None:
        super().__init__("Mid-point review", desk, _only_together, view, parent)
        self._save_all, self._shown = save_all, shown
        self.about.set_or_hide(f"{self.about.text()}\n{shown.review_words}")
        self.lines: dict[str, ProgressLine] = {}
        self.how = Text(_HOW if shown.recommendations else _NONE_OPEN, Kind.SMALL, Tone.SOFT, self.content)
        self.body.addWidget(self.how)
        for row in shown.recommendations:
            self._add_line(row)
        self.note = QLineEdit(self)
        self.note.setAccessibleName("Note, if any")
        self.add_day("Done on", desk.today_on)
        self.add_field("note", "Note, if any", self.note)
        if shown.left_out is not None:
            why = f": {shown.left_out}" if shown.left_out else ""
            self.fields["note"].say(f"It was left out{why}. What you save here takes the place of that.")
        self.finish()

    def _add_line(self, row: RecommendationRow) -> None:
        name = name_of(row, self._shown)
        line = ProgressLine(row, name, self.content)
        key = f"{row.held_on}/{row.number}"
        self.lines[key] = line
        self.add_field(key, name, line)
        line.chosen.connect(self._state_chosen)

    def _state_chosen(self) -> None:
        line = self.sender()
        for key, one in self.lines.items():
            if one is line:
                self.fields[key].refuse("")

    def begin(self) -> None:
        """With the first recommendation, where one is open."""
        if self.lines:
            next(iter(self.lines.values())).begin()
        else:
            super().begin()

    def problems(self) -> Problems:
        """How each stands has to be said, and the day."""
        missing = [
            (key, "Say how it stands: press 1, 2, 3 or 4.")
            for key, line in self.lines.items()
            if line.progress() is None
        ]
        return [*missing, *super().problems()]

    def act(self) -> RecordMidPoint:
        """The mid-point itself."""
        return RecordMidPoint(
            child=self._view.child,
            review_on=self._shown.review_on,
            on=self.day.known_day(),
            note=self.note.text().strip() or None,
        )

    def acts(self) -> Sequence[Act]:
        """The mid-point, with how each recommendation stood."""
        act = self.act()
        checks = [
            CheckRecommendation(
                child=act.child,
                held_on=line.row.held_on,
                number=line.row.number,
                on=act.on,
                progress=line.progress() or Progress.IN_HAND,
                note=line.note.text().strip() or None,
            )
            for line in self.lines.values()
        ]
        return [act, *checks]

    def commit(self) -> None:
        """All of it under one sentence and one undo."""
        acts = self.acts()
        self._save_all(acts, acts[0].sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit says how the recommendation one is at stands."""
        number = event.key() - Qt.Key.Key_1
        line = self._line_here()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if line is not None and is_plain and 0 <= number < len(IN_ORDER):
            line.choose(number)
            self._go_on_from(line)
        else:
            super().keyPressEvent(event)

    def _line_here(self) -> ProgressLine | None:
        here = QApplication.focusWidget()
        return next((one for one in self.lines.values() if here is not None and one.isAncestorOf(here)), None)

    def _go_on_from(self, line: ProgressLine) -> None:
        """To the next one that nobody has said anything about."""
        lines = list(self.lines.values())
        after = lines[lines.index(line) + 1 :]
        to = next((one for one in after if one.progress() is None), None)
        if to is not None:
            to.begin()
            self._scroll.ensureWidgetVisible(to)


def name_of(row: RecommendationRow, shown: MidPointView) -> str:
    """What tells a recommendation apart: its number, and its review where that is another one."""
    if row.held_on == shown.review_on:
        return f"Recommendation {row.number}"
    return f"Recommendation {row.number} of {row.held_on:%d %b %Y}".replace(" of 0", " of ")


def _only_together(_act: Act) -> None:
    """The mid-point is saved with its recommendations, never alone."""
    raise NotImplementedError
