"""Prepare: the sheet for the next review. Enter does what its line asks for; each is undone by Ctrl+Z."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from iro_desktop.services.preparation_views import PrepForm, PrepLine
from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.pages.child.sheet_page import SheetPage
from iro_desktop.ui.widgets.hint import key_words

_FORMS = {
    PrepForm.BOOK: Command.BOOK,
    PrepForm.WISHES: Command.WISHES,
    PrepForm.TALK: Command.TALK,
    PrepForm.PERSON: Command.PERSON,
}


class Prepare(SheetPage):
    """Everything to know before the next review, on a page."""

    title = "Prepare"

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(deeds, actions, parent)
        self.offer(
            (Command.SENT, "Sent"),
            (Command.SENT_BACK, "Returned or chased"),
            (Command.COPY_INVITATION, "Copy invitation"),
            (Command.COPY_REMINDER, "Copy reminder"),
        )

    def show_child(self, view: ChildView) -> None:
        """Show the sheet of that child."""
        sheet = self.deeds.attempt(lambda: self.desk.preparation(view.child))
        if sheet is None:
            return
        self.heading.set_or_hide(sheet.heading)
        self.summary.show_counts(list(sheet.summary))
        self.summary.setVisible(any(count for count, _ in sheet.summary))
        self.show_parts(sheet.parts)

    def do_line(self, line: PrepLine) -> None:
        """Save what the line says, or open the form it asks for."""
        if line.asks is not None:
            self.actions_by_command[_FORMS[line.asks]].trigger()
        elif line.acts:
            self.deeds.save_at_once(line.acts, line.sentence)

    def key_of(self, line: PrepLine) -> str:
        """That of the form it opens."""
        return key_words(self.actions_by_command[_FORMS[line.asks]]) if line.asks else ""
