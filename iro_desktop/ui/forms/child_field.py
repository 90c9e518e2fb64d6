"""The child a form is about: found by a part of the name or id."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.views import Found
from iro_desktop.ui.widgets.suggestion_box import Suggestion
from iro_desktop.ui.widgets.suggestions import SuggestEdit

Finder = Callable[[str], Sequence[Found]]


def as_suggestion(found: Found, section: str = "") -> Suggestion:
    """A found child as an offer."""
    born = f"born {short(found.born_on)}" if found.born_on else ""
    detail = " · ".join(part for part in (found.child, born, found.iro) if part)
    return Suggestion(found.name, detail, "", found, section)


class ChildField(SuggestEdit):
    """Shows the chosen child's name and id; typing looks for another."""

    changed = Signal()

    def __init__(self, find: Finder, parent: QWidget | None = None) -> None:
        self._find = find
        super().__init__("Part of the name or id", self._found, parent)
        self.setAccessibleName("Child")
        self.child = ""
        self.picked.connect(self._picked)
        self.textEdited.connect(self._typed)

    def set_child(self, child: str, name: str) -> None:
        """Show that child; none with ``""``."""
        self.child = child
        self.setText(f"{name} · {child}" if child and name != child else child)

    def kept(self) -> object:
        """The child chosen, and what is typed."""
        return [self.child, self.text()]

    def give_back(self, value: object) -> None:
        """That child, if they are still here, else the words."""
        child, words = value if isinstance(value, list) and len(value) == 2 else ("", "")
        found = next((one for one in self._find(child) if one.child == child), None) if child else None
        if found is not None:
            self.set_child(found.child, found.name)
        else:
            self.set_child("", "")
            self.setText(words)
        self.changed.emit()

    def _found(self, words: str) -> list[Suggestion]:
        return [as_suggestion(found) for found in self._find(words)] if words.strip() else []

    def _typed(self) -> None:
        if self.child:
            self.child = ""
            self.changed.emit()

    def _picked(self, found: object) -> None:
        if isinstance(found, Found):
            self.set_child(found.child, found.name)
            self.changed.emit()
