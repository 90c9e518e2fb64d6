"""The one small form: asks what its questions say, echoes each day in words, and makes their act."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from iro_desktop.domain.acts import Act
from iro_desktop.services.same_for import kinds_made_by
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, Asked, AskText, AskTick, AskWords, Questions
from iro_desktop.ui.forms.same_for import Ask, SaveAs
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.date_field import DateField, Reader
from iro_desktop.ui.widgets.writing import WritingBox

CHOOSE = "Choose one"


class AskForm(FormSheet):
    """Fields as data; those that make no sense with what was chosen are not shown."""

    def __init__(
        self,
        questions: Questions,
        read: Reader,
        save: Callable[[Act], None],
        about: str = "",
        parent: QWidget | None = None,
        save_all: Callable[[Sequence[Act], str], object] | None = None,
    ) -> None:
        super().__init__(questions.title, save, parent)
        self.questions, self._read, self._save_all = questions, read, save_all
        self.subject = questions.subject
        self.about.set_or_hide("\n".join(part for part in (about, questions.about) if part))
        self._widgets: dict[str, QWidget] = {}
        for asked in questions.asked:
            self._add(asked)
        self.finish()
        self.look_again()

    def begin(self) -> None:
        """The first field that asks something; a list of one thing only tells it."""
        shown = [field.widget for field in self.fields.values() if not field.isHidden()]
        asking = [one for one in shown if one.focusPolicy() is not Qt.FocusPolicy.NoFocus]
        (asking or shown)[0].setFocus()

    def answers(self) -> Answers:
        """What is filled in now, without the fields that are not shown."""
        seen = {name: widget for name, widget in self._widgets.items() if not self.fields[name].isHidden()}
        return Answers(
            {name: one.day() for name, one in seen.items() if isinstance(one, DateField)},
            {name: str(one.currentData() or "") for name, one in seen.items() if isinstance(one, DropDown)},
            {name: text for name, one in seen.items() if (text := _written(one)) is not None},
            {name: one.isChecked() for name, one in seen.items() if isinstance(one, Check)},
        )

    def look_again(self) -> None:
        """Show what is asked now, and how it was understood."""
        for asked in self.questions.asked:
            self.fields[asked.name].setVisible(asked.shown(self.answers()))
            self.fields[asked.name].say(self._note(asked))

    def problems(self) -> Problems:
        """What each field misses, then what they say together."""
        answers = self.answers()
        missing = [self._missing(asked, answers) for asked in self.questions.asked if asked.shown(answers)]
        found = [(name, words) for name, words in missing if words]
        return found or self.questions.problems(answers)

    def offer_same(self, ask: Ask, save_as: SaveAs, child: str) -> None:
        """Offered where the words are about nobody alone."""
        if not self.questions.is_for_one:
            super().offer_same(ask, save_as, child)

    def makes(self) -> frozenset[type]:
        """As the questions say."""
        return kinds_made_by(self.questions.act)

    def act(self) -> Act:
        """What the answers make."""
        return self.questions.act(self.answers())

    def acts(self) -> Sequence[Act]:
        """The act alone: what has to be there first is no entry about a child."""
        return (self.act(),)

    def commit(self) -> None:
        """Save it, with what has to be there first, under its own sentence."""
        act, first = self.act(), self.questions.first(self.answers())
        if first and self._save_all is not None:
            self._save_all((*first, act), act.sentence)
        else:
            self._save(act)

    def _add(self, asked: Asked) -> None:
        widget = self._made(asked)
        self._widgets[asked.name] = widget
        field = self.add_field(asked.name, asked.label, widget)
        if isinstance(asked, AskTick):
            field.label.hide()

    def _made(self, asked: Asked) -> QWidget:
        if isinstance(asked, AskDay):
            day = DateField(asked.label, self._read, self)
            day.set_day(asked.proposed)
            day.day_changed.connect(self.look_again)
            return day
        if isinstance(asked, AskChoice):
            return self._drop_down(asked)
        if isinstance(asked, AskText):
            box = WritingBox(asked.label, self, enter_saves=True)
            box.setPlainText(asked.proposed)
            return box
        if isinstance(asked, AskTick):
            tick = Check(asked.label, self)
            tick.setChecked(asked.proposed)
            tick.toggled.connect(self.look_again)
            return tick
        line = QLineEdit(self)
        line.setAccessibleName(asked.label)
        line.setPlaceholderText(asked.hint)
        line.setText(asked.proposed)
        return line

    def _drop_down(self, asked: AskChoice) -> DropDown:
        box = DropDown(asked.label, self)
        if asked.none_words or (asked.is_open and not asked.proposed):
            box.addItem(asked.none_words or CHOOSE, "")
        for option in asked.options:
            box.addItem(option.words, option.value)
        if box.count() == 1:
            box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.setCurrentIndex(max(0, box.findData(asked.proposed)))
        box.currentIndexChanged.connect(self.look_again)
        return box

    def _note(self, asked: Asked) -> str:
        widget = self._widgets[asked.name]
        if isinstance(asked, AskDay) and isinstance(widget, DateField):
            return "\n".join(part for part in (widget.echo(), asked.help) if part)
        if isinstance(asked, AskTick):
            return asked.help
        if isinstance(asked, AskChoice) and isinstance(widget, DropDown):
            return next((one.meaning for one in asked.options if one.value == widget.currentData()), "")
        return ""

    def _missing(self, asked: Asked, answers: Answers) -> tuple[str, str]:
        widget = self._widgets[asked.name]
        if isinstance(asked, AskDay) and isinstance(widget, DateField) and widget.day() is None:
            is_typed = bool(widget.text().strip())
            words = "Not a date: try 12 mar or yesterday." if is_typed else "Say the day, for example 12 mar."
            return asked.name, words if asked.is_needed or is_typed else ""
        if isinstance(asked, AskChoice) and not asked.none_words and not answers.choice(asked.name):
            return asked.name, "Choose one."
        if isinstance(asked, AskWords | AskText) and asked.is_needed and not answers.text(asked.name):
            return asked.name, asked.missing
        return asked.name, ""


def _written(widget: QWidget) -> str | None:
    """The words in a field for words."""
    if isinstance(widget, WritingBox):
        return widget.words().strip()
    return widget.text().strip() if type(widget) is QLineEdit else None
