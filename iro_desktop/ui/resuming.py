"""What was typed and not saved: kept as the window goes, said as it comes, opened again where one asks for it."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from iro_desktop.services.drafts import Draft, DraftOf
from iro_desktop.ui.bringing import Bringing
from iro_desktop.ui.commands import Command
from iro_desktop.ui.form_place import FormPlace
from iro_desktop.ui.half_filled import HalfFilled
from iro_desktop.ui.widgets.note_bar import NoteBar

_CANNOT_GO_ON = "As things stand now that form can't be opened. What you typed is kept. Nothing was changed."


class OpensAgain(Protocol):
    """What opens forms that no command of a child opens."""

    def open_again(self, of: DraftOf) -> bool:
        """Open the form that holds what was typed; False where it is none of these."""
        ...


class Resuming(QObject):
    """Opens the form as it was opened, about the same child; what was typed comes back by itself."""

    def __init__(
        self,
        half_filled: HalfFilled,
        forms: FormPlace,
        bringing: Bringing,
        note_bar: NoteBar,
        actions: Mapping[Command, QAction],
        others: tuple[OpensAgain, ...],
    ) -> None:
        super().__init__(half_filled)
        self._half_filled, self._forms, self._bringing, self._note_bar = half_filled, forms, bringing, note_bar
        self._actions, self._others = actions, others
        half_filled.wanted.connect(self.go_on_with)

    def offer(self) -> None:
        """Say what was being filled in before a crash or a lock, with the way to go on."""
        self._half_filled.refresh()
        if self._half_filled.sentence():
            self._note_bar.say_kept(self._half_filled.sentence())

    def go_on_with(self, draft: Draft) -> None:
        """Open that form."""
        if not self._forms.may_leave():
            return
        if draft.of.child:
            self._bringing.take_in_hand(draft.of.child, draft.deadline)
        else:
            self._bringing.chosen.emit("", "")
        action = self._actions[Command(draft.way)] if draft.way else None
        if action is not None and action.isEnabled():
            action.trigger()
        elif not any(one.open_again(draft.of) for one in self._others):
            self._note_bar.say_wrong(_CANNOT_GO_ON)
