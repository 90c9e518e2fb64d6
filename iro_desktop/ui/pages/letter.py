"""The letter to the child: its place to write, with a meter beside it; saved as typed, sent by one key."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeySequence, QResizeEvent, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from iro_desktop.domain.acts import Act, RecordTaskDone, WriteLetter
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import AgeBand, Task
from iro_desktop.services.child_letter.letters import LetterShown
from iro_desktop.services.child_letter.reading_over import LetterMark, LetterRead, MarkKind
from iro_desktop.services.drafts import DraftOf
from iro_desktop.services.views import ChildView
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.drafting import Way
from iro_desktop.ui.forms.given_back import GivenBack
from iro_desktop.ui.pages.letter_meter import LetterMeter
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.typing_kept import TypingKept
from iro_desktop.ui.widgets import Kind, PrimaryButton, QuietButton, Text, Tone
from iro_desktop.ui.widgets.card import Card
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.row_table import RowTable
from iro_desktop.ui.widgets.scroller import Scroller
from iro_desktop.ui.widgets.summary import SummaryLine
from iro_desktop.ui.widgets.writing import WritingBox

TITLE = "Letter to the child"
_LETTERS = 96  # of a line, the card around it included
_METER_EMS, _TWO_EMS = 24, 62  # width of the meter; the width from which it stands beside the letter
_ANY_WIDTH = 16_777_215  # as Qt has it
_REST_MS = 250  # of typing, before it is read over again
_KEYS = {"save": "Ctrl+S", "sent": "Ctrl+Return", "next_mark": "Ctrl+J"}
_PROPOSED = "Proposed from what is recorded; it is the letter once it is saved"
_CHANGED, _SAVED = "Changed, not saved yet", "Saved"
_TOKENS = {MarkKind.NAME: "overdue", MarkKind.JARGON: "today", MarkKind.LONG: "soft"}


class LetterPage(QWidget):
    """About one review of the child in hand. What is typed is kept until it is saved."""

    left = Signal()  # back to where one came from
    document_wanted = Signal(object, object)  # the day of the review, the names that may stay

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds, self.desk = deeds, deeds.desk
        self._letter: LetterShown | None = None
        self._read: LetterRead | None = None
        self._is_filling = False
        self.heading = Text(TITLE, Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.brief = Text("", Kind.SMALL, parent=self)  # what the meter says, where that is out of sight
        self.given_back = GivenBack(self)
        self._typing = TypingKept(deeds, self, self.given_back, self._draft_of)
        self.save_button = PrimaryButton("Save", "Ctrl+S", self)
        self.sent_button = QuietButton("Letter sent", "Ctrl+Enter", self)
        self.next_button = QuietButton("Next mark", "Ctrl+J", self)
        self.document_button = QuietButton("Word, PDF or paper…", "Ctrl+E", self)
        self.band = DropDown("For whom it is written", self)
        for one in AgeBand:
            self.band.addItem(f"For {one.label}", one)
        self._scroll, self._beside = Scroller(self), Scroller(self)
        self._content, self._right = QWidget(self._scroll), QWidget(self._beside)
        self.card = Card(self._content)
        self.box = WritingBox(TITLE, self.card, lines=14)
        self.state = Text("", Kind.SMALL, Tone.SOFT, self.card)
        self.meter = LetterMeter(self._right)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(10)
        head, line = QVBoxLayout(), FlowLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        self.band.setMinimumContentsLength(20)
        for one in (self.save_button, self.sent_button, self.next_button, self.document_button, self.band):
            line.addWidget(one)
        self.card.body.addWidget(self.box)
        self.card.body.addWidget(self.state)
        self._left_column = QVBoxLayout(self._content)
        self._scroll.keep_margin(self._left_column, 0, 0, 0, 24)
        self._left_column.setSpacing(12)
        self._left_column.addWidget(self.card)
        self._left_column.addStretch(1)
        self._right_column = QVBoxLayout(self._right)
        self._beside.keep_margin(self._right_column, 0, 0, 0, 24)
        self._right_column.addWidget(self.meter)
        self._right_column.addStretch(1)
        self._scroll.setWidget(self._content)
        self._beside.setWidget(self._right)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._scroll, 1000)  # the room that is left goes to the letter, then to nobody
        body.addWidget(self._beside)
        body.addStretch(1)
        self.column.addLayout(head)
        self.column.addLayout(line)
        self.column.addWidget(self.brief)
        self.column.addWidget(self.given_back)
        self.column.addLayout(body, 1)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.sent_button.clicked.connect(self.sent)
        self.next_button.clicked.connect(self.next_mark)
        self.document_button.clicked.connect(self.make_document)
        self.band.currentIndexChanged.connect(self._band_chosen)
        self.box.textChanged.connect(self._typed)
        self.box.cursorPositionChanged.connect(self._say)
        self._rest.timeout.connect(self.read_over)
        self.meter.wanted.connect(self._go_to)
        self.meter.plain_wanted.connect(self._put_plain)
        for name, work in {"save": self.save, "sent": self.sent, "next_mark": self.next_mark}.items():
            key = QKeySequence(_KEYS[name])
            QShortcut(key, self, work, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def table(self) -> RowTable | None:
        """No list stands here."""
        return None

    # showing

    def show_letter(self, view: ChildView, letter: LetterShown) -> None:
        """Show the letter of one review; what is typed and not saved stays."""
        is_same = self._letter is not None and _key(self._letter) == _key(letter)
        if not is_same:
            self._typing.end()
        keeps = is_same and self.is_touched()
        self._letter = letter
        age = f"{letter.age} years old then" if letter.age is not None else "age not known"
        sent = f"sent {short(letter.sent_on)}" if letter.sent_on else "not sent yet"
        parts = [(view.name, ""), ("", age), ("", letter.number_words), ("", f"held {letter.held_words}"), ("", sent)]
        self.summary.show_parts(parts)
        self.sent_button.setVisible(bool(letter.deadline))
        if not keeps:
            self._fill(letter.shown, letter.band)
        if not self._typing.is_begun:
            self._keep_drafts(letter)
        elif not keeps:
            self._typing.settle()
        self.read_over()

    def _fill(self, text: str, band: AgeBand) -> None:
        self._is_filling = True
        if self.box.words() != text:
            self.box.setPlainText(text)
        self.band.setCurrentIndex(list(AgeBand).index(band))
        self._is_filling = False

    def is_touched(self) -> bool:
        """Whether something stands here that is neither saved nor proposed."""
        letter = self._letter
        if letter is None:
            return False
        return self.words() != letter.shown.rstrip() or (letter.is_written and self._band() is not letter.band)

    def words(self) -> str:
        """What stands here now."""
        return self.box.words().rstrip()

    def _band(self) -> AgeBand:
        return list(AgeBand)[max(0, self.band.currentIndex())]

    def _band_chosen(self) -> None:
        """Another band has other words, where nobody has written yet."""
        letter = self._letter
        if self._is_filling or letter is None:
            return
        if not letter.is_written and not self.is_touched():
            other = self._deeds.attempt(lambda: self.desk.child_letter(letter.child, letter.held_on, self._band()))
            if other is not None:
                self._letter = other
                self._fill(other.shown, other.band)
                self._typing.settle()
        else:
            self._typing.touch()
        self.read_over()

    def _typed(self) -> None:
        if not self._is_filling:
            self._rest.start()
            self._say()

    # reading over

    def read_over(self) -> None:
        """Read what stands here, mark it, and say it beside."""
        letter = self._letter
        if letter is None:
            return
        self._rest.stop()
        self._read = self._deeds.attempt(lambda: self.desk.read_letter(letter.child, self._band(), self.box.words()))
        if self._read is not None:
            self.meter.show_read(self._read)
            self.brief.setText(_brief(self._read))
            self.brief.set_tone(Tone.OVERDUE if self._read.names else Tone.MET if self._read.is_plain else Tone.TODAY)
            self.box.setAccessibleDescription(f"{self._read.age_words}. {self._read.fits_words}")
        self._mark()
        self._say()

    def _marks(self) -> Sequence[LetterMark]:
        return self._read.marks if self._read is not None and not self._rest.isActive() else ()

    def _mark(self) -> None:
        chosen = []
        for one in self._marks():
            mark = QTextEdit.ExtraSelection()
            look, cursor = QTextCharFormat(), self._cursor(one)
            look.setUnderlineColor(QColor(str(getattr(tokens(), _TOKENS[one.kind]))))
            is_long = one.kind is MarkKind.LONG
            style = QTextCharFormat.UnderlineStyle
            look.setUnderlineStyle(style.DotLine if is_long else style.WaveUnderline)
            mark.format, mark.cursor = look, cursor
            chosen.append(mark)
        self.box.setExtraSelections(sorted(chosen, key=lambda one: one.cursor.anchor() - one.cursor.position()))

    def _cursor(self, mark: LetterMark) -> QTextCursor:
        cursor = QTextCursor(self.box.document())
        cursor.setPosition(_place(self.box.words(), mark.start))
        cursor.setPosition(_place(self.box.words(), mark.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def next_mark(self) -> None:
        """Go to the next thing to look at, from where one is; after the last, to the first."""
        if self._rest.isActive():
            self.read_over()
        marks = self._marks()
        if not marks:
            announce(self, "Nothing is marked")
            return
        here, words = self.box.textCursor().selectionStart(), self.box.words()
        was = self.box.textCursor().hasSelection()
        later = (
            one for one in marks if _place(words, one.start) > here or (not was and _place(words, one.start) == here)
        )
        self._go_to(next(later, marks[0]))

    def _go_to(self, mark: LetterMark) -> None:
        self.box.setTextCursor(self._cursor(mark))
        self.box.setFocus()
        self._scroll.ensureWidgetVisible(self.box, 0, 0)
        spot = self.box.cursorRect().translated(self.box.mapTo(self._content, self.box.rect().topLeft()))
        self._scroll.ensureVisible(spot.x(), spot.y(), 0, 4 * spot.height())
        announce(self, f"{mark.words}: {mark.advice}")

    def _put_plain(self, mark: LetterMark) -> None:
        """The plain words in the place of every such term, as if they were typed."""
        cursor = self.box.textCursor()
        cursor.beginEditBlock()
        for one in reversed([each for each in self._marks() if each.words == mark.words and each.instead]):
            at = self._cursor(one)
            upper = one.words[:1].isupper() and not one.words.isupper()
            at.insertText(one.instead[:1].upper() + one.instead[1:] if upper else one.instead)
        cursor.endEditBlock()
        self.read_over()
        self.box.setFocus()

    def _say(self) -> None:
        letter = self._letter
        if letter is None:
            return
        is_touched = self.is_touched()
        here = self.box.textCursor().position()
        at = next(
            (one for one in self._marks() if one.start <= here <= one.end and one.kind is not MarkKind.LONG), None
        )
        words = _CHANGED if is_touched else _SAVED if letter.is_written else _PROPOSED
        self.state.set_or_hide(f"“{at.words}”: {at.advice}" if at else words)
        self.state.set_tone(Tone.TODAY if is_touched or at else Tone.SOFT)
        self.save_button.setEnabled(is_touched or not letter.is_written)
        self.next_button.setEnabled(bool(self._marks()))

    # keeping what is typed

    def _keep_drafts(self, letter: LetterShown) -> None:
        way = Way(Command.WRITE_LETTER.value, letter.deadline)
        self._typing.begin(self._content, self._collect, self._give_back, way)

    def _draft_of(self) -> DraftOf:
        if self._letter is None:
            raise RuntimeError("a draft is kept of a letter that is shown")
        return DraftOf(TITLE, self._letter.child, self._letter.held_on.isoformat())

    def _collect(self) -> dict[str, object]:
        return {"text": self.box.words(), "band": self._band().value}

    def _give_back(self, state: Mapping[str, object]) -> None:
        band = str(state.get("band", ""))
        self._fill(str(state.get("text", "")), AgeBand(band) if band in set(AgeBand) else self._band())
        self.read_over()

    def keep_now(self) -> None:
        """Keep what is typed by now."""
        self._typing.keep_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost by going elsewhere."""
        self.keep_now()
        super().hideEvent(event)

    # saving

    def save(self) -> None:
        """Save the letter as it stands here, what was proposed too."""
        acts = self._written()
        if acts:
            self._save(acts, acts[0].sentence)

    def sent(self) -> None:
        """Save it, and record that it was sent today; not while the name of another child stands in it unsaid."""
        letter = self._letter
        if letter is None or self.sent_button.isHidden():
            return
        if self._rest.isActive():
            self.read_over()
        if not self._may_leave():
            return
        done = RecordTaskDone(
            child=letter.child, task=Task.LETTER, done_on=self.desk.today_on, review_on=letter.held_on
        )
        if self._save(
            [*self._written(), done], f"Letter to {letter.child} after the review on {short(letter.held_on)} sent"
        ):
            self.meter.forget_allowed()
            self.left.emit()

    def make_document(self) -> None:
        """Go to Documents with this letter; what is not saved is saved first."""
        letter = self._letter
        if letter is None:
            return
        self.read_over()
        if self._may_leave() and (not self._written() or self._save(self._written(), self._written()[0].sentence)):
            allowed = self.meter.allowed()
            self.meter.forget_allowed()
            self.document_wanted.emit(letter.held_on, allowed)

    def _may_leave(self) -> bool:
        names = self.meter.left_names()
        if not self.words():
            self._deeds.went_wrong.emit("Nothing is written yet. Nothing was saved. Write the letter first.")
            return False
        if names:
            self._deeds.went_wrong.emit(
                f"The letter names {' and '.join(names)}. Nothing was saved. Take the name out, or tick beside it "
                "that it may stay this once."
            )
            lines = (one for one in self.meter.name_lines() if one.mark and one.mark.words == names[0])
            next((one.may_stay for one in lines), self.box).setFocus()
            return False
        return True

    def _written(self) -> list[Act]:
        letter = self._letter
        if letter is None or (letter.is_written and not self.is_touched()):
            return []
        if not letter.is_written and not self.words():
            return []
        return [WriteLetter(child=letter.child, held_on=letter.held_on, band=self._band(), text=self.words())]

    def _save(self, acts: Sequence[Act], sentence: str) -> bool:
        try:
            self._deeds.save_as(acts, sentence)
        except UserError as error:
            self._deeds.went_wrong.emit(str(error))
            return False
        self._typing.saved()
        self._say()
        return True

    # as a place

    def has_rows(self) -> bool:
        """There is something to write in while a letter is shown."""
        return self._letter is not None

    def focus_list(self) -> None:
        """Go where one writes, at the beginning."""
        self.box.setFocus()

    def choose(self, child: str, _deadline_id: str = "") -> bool:
        """It is about a review of whoever is in hand."""
        return bool(child)

    def chosen_child(self) -> str:
        """Whose letter is shown."""
        return self._letter.child if self._letter else ""

    # room

    def minimumSizeHint(self) -> QSize:
        """As narrow as the card."""
        return QSize(240, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the letter where there is room, beneath it where there is none."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        """As wide as the type asks."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "meter"):
            self._share_width()
            self._mark()

    def _share_width(self) -> None:
        em = self.fontMetrics().height()
        is_two = self.width() >= _TWO_EMS * em * 0.75
        wide = _LETTERS * self.fontMetrics().averageCharWidth()
        self._content.setMaximumWidth(wide)
        self._scroll.setMaximumWidth(wide + em if is_two else _ANY_WIDTH)
        self.brief.setVisible(not is_two)
        self._beside.setFixedWidth(round(_METER_EMS * em * 0.72))
        self._beside.setVisible(is_two)
        home = self._right_column if is_two else self._left_column
        if home.indexOf(self.meter) < 0:
            self._put_meter(home, is_two=is_two)

    def _put_meter(self, home: QBoxLayout, *, is_two: bool) -> None:
        home.insertWidget(0 if is_two else 1, self.meter)


def _brief(read: LetterRead) -> str:
    """``A child of 8 can read this · 2 names · 7 words · 1 long sentence``."""
    counted = (
        (len(read.names), "name that must not stand", "names that must not stand"),
        (len(read.of(MarkKind.JARGON)), "word of the field", "words of the field"),
        (len(read.of(MarkKind.LONG)), "long sentence", "long sentences"),
    )
    said = [f"{count} {one if count == 1 else many}" for count, one, many in counted if count]
    return " · ".join((read.age_words, *said))


def _key(letter: LetterShown) -> tuple[str, date]:
    return letter.child, letter.held_on


def _place(text: str, at: int) -> int:
    """A place as Qt counts it: letters beyond the first plane are two."""
    return at + sum(ord(each) > 0xFFFF for each in text[:at])
