"""A form about a change that touches many deadlines: it shows them before anything is saved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.acts import Act
from iro_desktop.domain.errors import UserError
from iro_desktop.services.desk import Desk
from iro_desktop.ui.forms.sheet import FormSheet, Problems, while_typing
from iro_desktop.ui.forms.touched import TouchedList
from iro_desktop.ui.widgets import Card, Kind, Text, Tone

SaveAs = Callable[[Sequence[Act], str], None]  # the acts, and the sentence that history and undo show
_PAUSE_MS = 250  # typing settles before the whole caseload is counted again


class ChangeForm(FormSheet):
    """Enter saves only what has been shown: where it was not yet, the first Enter shows it."""

    def __init__(self, title: str, desk: Desk, save: SaveAs, parent: QWidget | None = None) -> None:
        self._desk, self._save_all = desk, save
        super().__init__(title, self._save_one, parent)
        self._shown: Act | None = None
        self.effect = Card(self.content, "What it touches")
        self.effect_words = Text("", Kind.BODY, parent=self.effect)
        self.touched = TouchedList(self.effect)
        self.touched.hide()
        self.effect.body.addWidget(self.effect_words)
        self.effect.body.addWidget(self.touched)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look_now)

    def close_fields(self) -> None:
        """After the last field: what it touches."""
        self.body.addWidget(self.effect)
        self.finish()
        self.look_now()

    def whose(self) -> str:
        """No child: it is about the service."""
        return ""

    def missing(self) -> Problems:
        """What must be filled in before anything can be planned."""
        return ()

    def sentence(self) -> str:
        """The change in words, for history and undo."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Something was typed: look when it settles."""
        self._pause.start()

    def look_now(self) -> None:
        """Show what it would touch as it is filled in now."""
        self._pause.stop()
        self._shown = None
        self.effect_words.set_tone(Tone.SOFT)
        self.touched.show_rows(())
        if self.missing():
            self.effect_words.setText("Shown here as soon as the form is filled in. Nothing is changed before Enter.")
            return
        try:
            plan = self._desk.plan_change([self.act()])
        except UserError as error:
            self.effect_words.setText(while_typing(error))
            return
        self._shown = self.act()
        self.effect_words.set_tone(Tone.INK)
        self.effect_words.setText(plan.words)
        self.touched.show_rows(plan.touched)

    def is_shown(self) -> bool:
        """Whether what is shown belongs to what is filled in now."""
        return not self.missing() and self._shown == self.act()

    def problems(self) -> Problems:
        """What is missing; and what it touches must have been seen."""
        missing = self.missing()
        if missing or self.is_shown():
            return missing
        self.look_now()
        if not self.touched.touched.rows:
            return ()
        return [("", "See first what it touches, then press Enter again. Nothing was changed.")]

    def field_problems(self) -> Problems:
        """What is missing; leaving a field plans nothing."""
        return self.missing()

    def _save_one(self, act: Act) -> None:
        self._save_all([act], self.sentence())
