"""A child who stands here twice: both entries side by side, what a merge moves, and nothing done before it is seen."""

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.acts import MergeChild
from iro_desktop.domain.errors import UserError
from iro_desktop.services.desk import Desk
from iro_desktop.services.record_views import EntryLine, MergeView
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.child_field import ChildField
from iro_desktop.ui.forms.child_form import Save, about_words
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.widgets import Card, Text, Tone
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.pairs import Pairs


class MergeForm(FormSheet):
    """The child in hand stays; the other entry goes into it."""

    def __init__(self, desk: Desk, save: Save, view: ChildView, parent: QWidget | None = None) -> None:
        super().__init__("Merge a second entry", save, parent)
        self._desk, self._view = desk, view
        self.shown: MergeView | None = None
        self.about.set_or_hide(f"{about_words(view)}\nThis entry stays. Undo takes the two apart again.")
        self.other = ChildField(desk.find, self)
        self.add_field("other", "The second entry, which goes into this one", self.other)
        self.stays, self.stays_pairs = self._card("Stays")
        self.goes, self.goes_pairs = self._card("Goes")
        self.what = Card(self.content, "What happens")
        self.what_words = Text("", parent=self.what)
        self.what.body.addWidget(self.what_words)
        self.body.addWidget(self.what)
        self.sure = Check("", self)
        self.add_field("sure", "", self.sure).label.hide()
        self.finish()
        self.other.changed.connect(self.look_again)
        self.look_again()

    def _card(self, heading: str) -> tuple[Card, Pairs]:
        card = Card(self.content, heading)
        pairs = Pairs(card)
        card.body.addWidget(pairs)
        self.body.addWidget(card)
        return card, pairs

    def whose(self) -> str:
        """The child who stays."""
        return self._view.child

    def look_again(self) -> None:
        """Show both entries, and what a merge would do."""
        self.shown = self._planned()
        for part in (self.stays, self.goes, self.what):
            part.setVisible(self.shown is not None)
        differs = self.shown.differs if self.shown else ()
        self.fields["sure"].setVisible(bool(differs) and not (self.shown and self.shown.wrong))
        self.sure.setText(f"They are one child, though this differs: {', '.join(differs)}")
        self.sure.updateGeometry()
        if self.shown is None:
            return
        for entry, card, pairs, word in (
            (self.shown.stays, self.stays, self.stays_pairs, "Stays"),
            (self.shown.goes, self.goes, self.goes_pairs, "Goes"),
        ):
            _show(entry, card, pairs, word)
        self.what_words.set_tone(Tone.OVERDUE if self.shown.wrong else Tone.INK)
        self.what_words.setText(_what(self.shown))

    def _planned(self) -> MergeView | None:
        if not self.other.child or self.other.child == self._view.child:
            return None
        try:
            return self._desk.merge_view(self.other.child, self._view.child)
        except UserError:
            return None  # gone since it was found: the field says so when Enter is pressed

    def problems(self) -> Problems:
        """Another entry has to be chosen, both have to agree, and what differs has to be seen."""
        if self.other.child == self._view.child:
            return [("other", "That is the entry in hand. Choose the other one.")]
        if self.shown is None:
            return [("other", "Choose the second entry: type a part of the name or the id.")]
        if self.shown.wrong:
            return [("other", f"They can’t be merged as they stand: {self.shown.wrong[0]} Nothing was changed.")]
        if self.shown.differs and not self.sure.isChecked():
            return [("sure", "Tick this if they are one child all the same. Nothing was changed.")]
        return ()

    def act(self) -> MergeChild:
        """The merge."""
        return MergeChild(child=self.other.child, into=self._view.child)


def _show(entry: EntryLine, card: Card, pairs: Pairs, word: str) -> None:
    card.set_heading(f"{word}: {entry.child}")
    pairs.show_pairs((("Name", entry.name), *entry.lines))


def _what(shown: MergeView) -> str:
    if shown.wrong:
        return "\n".join(shown.wrong)
    moves = f"{', '.join(shown.moves)} go to {shown.stays.child}." if shown.moves else "Nothing has to move."
    twice = f" {shown.kept_once} stand in both and are kept once." if shown.kept_once else ""
    return f"{moves}{twice} {shown.goes.child} is then in no list; its id still finds the child."
