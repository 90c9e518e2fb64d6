"""A form as a sheet at the right: never modal. Enter saves, Esc goes back to where one was."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from iro_desktop.domain.acts import Act
from iro_desktop.domain.errors import UserError
from iro_desktop.services.same_for import kinds_made_by, may_be_same
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.filled import collect, give_back
from iro_desktop.ui.forms.field import Field, too_long_in
from iro_desktop.ui.forms.fields_of_acts import field_for
from iro_desktop.ui.forms.given_back import GivenBack
from iro_desktop.ui.forms.same_for import KEY, Ask, SameForLine, SaveAs
from iro_desktop.ui.forms.stops import focusable, next_stop
from iro_desktop.ui.own_keys import is_writing, keeps_key
from iro_desktop.ui.widgets import Kind, PrimaryButton, QuietButton, Text, Tone
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.panes import Rule
from iro_desktop.ui.widgets.scroller import Scroller

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}

Problems = Sequence[tuple[str, str]]  # name of the field, or "", and a sentence


def while_typing(error: UserError) -> str:
    """What is wrong, before Enter: nobody has asked yet that anything be saved."""
    return str(error).replace(" Nothing was saved.", "").replace(" Nothing was changed.", "")


class FormSheet(QWidget):
    """What the forms share. A form says its fields, makes its act, and may look again when something was typed.

    What is typed is kept by title, child and ``subject``: a form of which there can be several about one child (a
    deadline's, a recommendation's) sets ``subject`` to what tells them apart, and one about no child says so.
    """

    saved = Signal()
    cancelled = Signal()
    look_above = "Nothing was saved yet. What is missing or wrong is said beside its field."

    def __init__(self, title: str, save: Callable[[Act], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self.fields: dict[str, Field] = {}
        self.subject = ""
        self._untouched: dict[str, object] = {}
        self._was_refused = False  # Enter was pressed, and something was wrong
        self.is_saved = False  # once only: a second Enter or click finds nothing to save
        self.setAccessibleName(title)
        self.title = Text(title, Kind.HEADING, parent=self)
        self.about = Text("", Kind.BODY, Tone.SOFT, self)
        self.given_back = GivenBack(self)
        self.same = SameForLine(self)
        self.summary = Text("", Kind.BODY, Tone.OVERDUE, self)
        self.save_button = PrimaryButton("Save", "Enter", self)
        self.cancel_button = QuietButton("Cancel", "Esc", self)
        self._lay_out()
        self.save_button.clicked.connect(self.try_save)
        self.cancel_button.clicked.connect(self.cancelled)
        self.same.all_wanted.connect(self.same_for_all)
        QShortcut(QKeySequence(KEY), self, self.same_for_all, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        self._scroll = Scroller(self)
        self.content = QWidget(self._scroll)
        self.body = QVBoxLayout(self.content)
        self._scroll.keep_margin(self.body, 20, 8, 20, 12)
        self.body.setSpacing(14)
        head, foot = QVBoxLayout(), QVBoxLayout()
        head.setContentsMargins(20, 20, 20, 4)
        head.setSpacing(3)
        head.addWidget(self.title)
        head.addWidget(self.about)
        self._buttons = FlowLayout(gap=8)
        self._buttons.addWidget(self.save_button)
        self._buttons.addWidget(self.cancel_button)
        foot.setContentsMargins(20, 12, 20, 16)
        foot.setSpacing(8)
        foot.addWidget(self.same)
        foot.addWidget(self.summary)
        foot.addLayout(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.given_back)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(Rule(self))
        layout.addLayout(foot)
        for label in (self.about, self.summary):
            label.hide()

    def add_field(self, name: str, label: str, widget: QWidget) -> Field:
        """Put a field below the others."""
        self.fields[name] = Field(label, widget, self.content)
        self.body.addWidget(self.fields[name])
        self._watch(name, widget)
        return self.fields[name]

    def add_button(self, button: QAbstractButton) -> None:
        """Another way to go on, between Save and Cancel."""
        self._buttons.removeWidget(self.cancel_button)
        self._buttons.addWidget(button)
        self._buttons.addWidget(self.cancel_button)

    def finish(self) -> None:
        """Close the list of fields."""
        self.body.addStretch(1)
        self._scroll.setWidget(self.content)

    def begin(self) -> None:
        """Put the focus where typing begins."""
        next(iter(self.fields.values())).widget.setFocus()

    def mark_untouched(self) -> None:
        """What is filled in now was proposed, not typed."""
        self._untouched = self.collect()

    def is_touched(self) -> bool:
        """Whether anything was filled in since it opened."""
        return self.collect() != self._untouched

    def whose(self) -> str | None:
        """The child it is about, by the council's id; "" none; ``None``: the child in hand as it was opened."""
        return None

    def collect(self) -> dict[str, object]:
        """What is filled in, by the name of the field."""
        return collect(self, {name: field.widget for name, field in self.fields.items()})

    def give_back(self, state: Mapping[str, object]) -> None:
        """Fill in again what was collected."""
        give_back(self, state, {name: field.widget for name, field in self.fields.items()})

    def is_like(self, other: "FormSheet") -> bool:
        """Whether it asks the same about the same."""
        return (self.title.text(), self.about.text()) == (other.title.text(), other.about.text())

    def problems(self) -> Problems:
        """What keeps the act from being made."""
        return ()

    def field_problems(self) -> Problems:
        """What is wrong beside the fields, asked when one is left."""
        return self.problems()

    def said_at_once(self, _name: str) -> str:
        """What is wrong with a field that is said while it is filled in."""
        return ""

    def act(self) -> Act:
        """The act as filled in; asked only where there are no problems."""
        raise NotImplementedError

    def acts(self) -> Sequence[Act]:
        """All that is saved, the act that names it first; a form that saves more than one act says so here."""
        return (self.act(),)

    def makes(self) -> frozenset[type]:
        """Which kinds of act it makes, as far as its ``act`` says so."""
        return kinds_made_by(type(self).act)

    def commit(self) -> None:
        """Save what is filled in; raises ``UserError`` with a sentence to show."""
        self._save(self.act())

    def offer_same(self, ask: Ask, save_as: SaveAs, child: str) -> None:
        """Offer the same entry for brothers and sisters, where it can be made for several."""
        is_known = type(self).acts is not FormSheet.acts or type(self).commit is FormSheet.commit
        if is_known and may_be_same(self.makes()):
            self.same.offer(ask, save_as)
            whose = self.whose()
            self.same.about(child if whose is None else whose)

    def same_for_all(self) -> None:
        """Tick the brothers and sisters for whom it can be the same."""
        if self.same.isVisible():
            self.same.take_all(() if self.problems() else self.acts())

    def show_problems(self, problems: Problems) -> None:
        """Beside each field, and those of no field above the buttons; the first one gets the focus."""
        asked = self._asked()
        for name, field in self.fields.items():
            said = " ".join(sentence for at, sentence in problems if at == name)
            field.refuse(said or self.said_at_once(name))
        of_none = " ".join(sentence for at, sentence in problems if at not in asked)
        self.summary.set_or_hide(of_none or (self.look_above if problems else ""))
        for name, sentence in problems[:1]:
            announce(self, sentence, is_urgent=True)
            if name in asked:
                self.fields[name].widget.setFocus()
                self._scroll.ensureWidgetVisible(self.fields[name])

    def _too_long(self) -> Problems:
        """What could only have been pasted there by mistake."""
        return [(name, words) for name in self._asked() if (words := too_long_in(self.fields[name].widget))]

    def _asked(self) -> list[str]:
        """The fields that can be seen, scrolled to or not."""
        return [name for name, field in self.fields.items() if field.isVisibleTo(self)]

    def try_save(self) -> None:
        """Save, or say what is missing."""
        if self.is_saved:
            return
        problems = self._too_long() or self.problems()
        self._was_refused = bool(problems)
        self.show_problems(problems)
        if problems:
            return
        try:
            if self._is_left_to_one():
                return
        except UserError as error:
            self._was_refused = True
            self.show_problems([(field_for(error.field, self._asked()), str(error))])
            return
        self.is_saved = True
        self.saved.emit()

    def _is_left_to_one(self) -> bool:
        """Save, for brothers and sisters too where they are ticked; whether one of them has to be left out first."""
        if not self.same.chosen():
            self.commit()
            return False
        refusal = self.same.refusal(self.acts())
        if refusal:
            self._was_refused = True
            self.show_problems([("", refusal)])
        elif self.same.chosen():
            self.same.save(self.acts())
        return bool(refusal)

    def _watch(self, name: str, widget: QWidget) -> None:
        """A problem goes when its field changes, and is looked for again when it is left."""
        if isinstance(widget, QLineEdit):
            widget.textChanged.connect(lambda: self._changed(name))
            widget.editingFinished.connect(lambda: self._left(name))
        elif isinstance(widget, QPlainTextEdit):
            widget.textChanged.connect(lambda: self._changed(name))
        elif isinstance(widget, QComboBox):
            widget.currentIndexChanged.connect(lambda: self._changed(name))
        elif isinstance(widget, QAbstractButton):
            widget.toggled.connect(lambda: self._changed(name))

    def _changed(self, name: str) -> None:
        self.fields[name].refuse(self.said_at_once(name))
        whose = self.whose()
        if whose is not None:
            self.same.about(whose)
        if self._was_refused:
            self.summary.set_or_hide("")

    def _left(self, name: str) -> None:
        if self._was_refused and self.isVisible():
            self.fields[name].refuse(" ".join(words for at, words in self.field_problems() if at == name))

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 Qt hands it over so
        """Tab goes from the last field to Save and Cancel, then round the form; Esc leaves it."""
        here = QApplication.focusWidget()
        stops = list(focusable(self.layout(), self))
        to = next_stop(stops, here, 1 if is_next else -1) if here is not None else None
        if to is None:
            return super().focusNextPrevChild(is_next)
        to.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
        return True

    def event(self, event: QEvent) -> bool:
        """Bare letters and digits belong to the form while it has the focus, not to the window's commands."""
        return keeps_key(event, is_writing) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Esc cancels, wherever in the form."""
        if event.key() in _ENTER:
            if not event.isAutoRepeat():  # a key held down saves once
                self.try_save()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
