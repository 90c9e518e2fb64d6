"""Beside a letter: who can read it, whose names stand in it, which words a child does not know."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.services.child_letter.reading_over import LetterMark, LetterRead, MarkKind
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.widgets import Kind, LinkButton, Text, Tone
from iro_desktop.ui.widgets.card import Card
from iro_desktop.ui.widgets.check import Check

_MOST, _MOST_NAMES = 6, 12  # of one kind; more are told by their number
_INDENT = 14
_SHORT = 34  # letters of a sentence
_NONE = "No name of another child, no words of the field, no long sentence"
_HEADINGS = {
    MarkKind.NAME: "Names that must not stand in it",
    MarkKind.JARGON: "Words a child may not know",
    MarkKind.LONG: "Long sentences",
}


class MarkLine(QWidget):
    """One thing to look at: its words lead there; beneath, what to say instead, or whether a name may stay."""

    wanted = Signal(object)
    plain_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark: LetterMark | None = None
        self.link = LinkButton("", parent=self)
        self.advice = Text("", Kind.SMALL, Tone.SOFT, self)
        self.put = LinkButton("", parent=self)
        self.may_stay = Check("", self)
        self.advice.setContentsMargins(4, 0, 0, 0)
        column, beneath = QVBoxLayout(self), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        beneath.setContentsMargins(_INDENT, 0, 0, 0)
        column.addWidget(self.link)
        for one in (self.advice, self.put, self.may_stay):
            beneath.addWidget(one)
        column.addLayout(beneath)
        self.link.clicked.connect(self._go)
        self.put.clicked.connect(self._put)

    def show_mark(self, mark: LetterMark, *, may_stay: bool) -> None:
        """Say what is to be said of it."""
        self.mark = mark
        words = mark.words if len(mark.words) <= _SHORT else f"{mark.words[:_SHORT].rstrip()}…"
        self.link.setText(f"“{words}”")
        self.link.setAccessibleName(f"Go to “{words}”. {mark.advice}")
        self.link.updateGeometry()
        self.put.setText(f"Put “{mark.instead}”")
        self.put.updateGeometry()
        self.put.setVisible(bool(mark.instead))
        self.advice.set_or_hide("" if mark.instead else mark.advice)
        self.may_stay.setText(f"“{words}” may stay, this once")
        self.may_stay.setVisible(mark.kind is MarkKind.NAME)
        self.may_stay.setChecked(may_stay and mark.kind is MarkKind.NAME)
        self.show()

    def _go(self) -> None:
        self.wanted.emit(self.mark)

    def _put(self) -> None:
        self.plain_wanted.emit(self.mark)


class MarkGroup(QWidget):
    """What is marked of one kind."""

    def __init__(self, kind: MarkKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.heading = Text("", Kind.LABEL, Tone.OVERDUE if kind is MarkKind.NAME else Tone.INK, self)
        self.lines = [MarkLine(self) for _ in range(_MOST_NAMES if kind is MarkKind.NAME else _MOST)]
        self.more = Text("", Kind.SMALL, Tone.SOFT, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        for one in (self.heading, *self.lines, self.more):
            column.addWidget(one)

    def show_marks(self, found: Sequence[LetterMark], allowed: Sequence[str]) -> None:
        """Each once; hidden where there is none."""
        self.heading.setText(f"{_HEADINGS[self._kind]} ({len(found)})")
        for number, line in enumerate(self.lines):
            if number < len(found):
                line.show_mark(found[number], may_stay=found[number].words in allowed)
            else:
                line.mark = None
                line.hide()
        left = len(found) - len(self.lines)
        self.more.set_or_hide(f"And {left} more: Ctrl J goes from one to the next." if left > 0 else "")
        self.setVisible(bool(found))


class LetterMeter(Card):
    """What is to be known of the letter as it stands; a click goes to the place, another puts the plain word in."""

    wanted = Signal(object)  # the mark to go to
    plain_wanted = Signal(object)  # the mark whose plain words go in its place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "How it reads")
        self.read: LetterRead | None = None
        self.age = Text("", Kind.HEADING, parent=self)
        self.fits = Text("", Kind.BODY, parent=self)
        self.counts = Text("", Kind.SMALL, Tone.SOFT, self)
        self.none = Text(_NONE, Kind.SMALL, Tone.SOFT, self)
        self.groups = {kind: MarkGroup(kind, self) for kind in MarkKind}
        for one in (self.age, self.fits, self.counts, self.none, *self.groups.values()):
            self.body.addWidget(one)
        for group in self.groups.values():
            for line in group.lines:
                line.wanted.connect(self.wanted)
                line.plain_wanted.connect(self.plain_wanted)

    def show_read(self, read: LetterRead) -> None:
        """Say it."""
        before, self.read = self.read, read
        self.age.setText(read.age_words)
        self.fits.set_or_hide(read.fits_words)
        self.fits.set_tone(Tone.MET if read.is_plain else Tone.TODAY)
        score = "" if read.score is None else f" · reading ease {max(0, min(100, round(read.score)))} of 100"
        words = "1 word" if read.words == 1 else f"{read.words:,} words"
        self.counts.setText(f"{words}{score}")
        allowed = self.allowed()
        for kind, group in self.groups.items():
            group.show_marks(_once(read.of(kind)), allowed)
        self.none.setVisible(not read.marks)
        if before is not None and before.is_plain != read.is_plain:
            announce(self, f"{read.age_words}. {read.fits_words}")

    def name_lines(self) -> list[MarkLine]:
        """The lines of the names that stand in it."""
        return [line for line in self.groups[MarkKind.NAME].lines if line.mark is not None]

    def allowed(self) -> tuple[str, ...]:
        """The names that a person said may stay, this once."""
        return tuple(one.mark.words for one in self.name_lines() if one.mark and one.may_stay.isChecked())

    def left_names(self) -> tuple[str, ...]:
        """The names that stand in it and of which nobody said that they may."""
        allowed = set(self.allowed())
        return tuple(name for name in (self.read.names if self.read else ()) if name not in allowed)

    def forget_allowed(self) -> None:
        """What was allowed was for once."""
        for line in self.groups[MarkKind.NAME].lines:
            line.may_stay.setChecked(False)


def _once(marks: Sequence[LetterMark]) -> list[LetterMark]:
    """Each word once, where it stands first."""
    return list({one.words: one for one in reversed(marks)}.values())[::-1]
