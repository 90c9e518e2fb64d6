"""What is done with the lists of words a service owns: added, renamed, merged, retired. Each is one act."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject

from iro_desktop.domain.acts import RetireFromList
from iro_desktop.domain.vocabulary import ServiceList
from iro_desktop.services.challenge_views import ListLine
from iro_desktop.services.drafts import DraftOf
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.asked import Questions
from iro_desktop.ui.forms.list_forms import ListForm, add_to_list, change_in_list
from iro_desktop.ui.pages.challenge.lists_page import ListsPage

_MERGED = "That entry is counted with another. Nothing was changed. Choose the one it is counted with."


class ListDeeds(QObject):
    """Opens the forms; an entry is retired at once, for it can be undone."""

    def __init__(self, deeds: Deeds, page: Callable[[], ListsPage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._make = deeds, page

    @cached_property
    def page(self) -> ListsPage:
        """The lists, made when somebody first goes there."""
        page = self._make()
        page.add_wanted.connect(self.add)
        page.change_wanted.connect(self.change)
        page.retire_wanted.connect(self.retire)
        return page

    def add(self, which: ServiceList) -> None:
        """A new entry."""
        self._ask(add_to_list(which))

    def change(self, which: ServiceList, line: ListLine) -> None:
        """Rename, merge, retire or offer again."""
        if line.merged_into:
            self._deeds.went_wrong.emit(_MERGED)
        else:
            self._ask(change_in_list(which, line, self._lines(which)))

    def retire(self, which: ServiceList, line: ListLine) -> None:
        """Offer it no more."""
        act = RetireFromList(which=which, name=line.name)
        self._deeds.attempt(lambda: self._deeds.save(act))

    def open_again(self, of: DraftOf) -> bool:
        """Open the form that holds what was typed; False where it is none of these."""
        for which in ServiceList:
            if of.title == add_to_list(which).title:
                self.add(which)
                return True
            lines = self._lines(which)
            line = next((one for one in lines if of.subject == f"{which.value}/{one.name}"), None)
            if line is not None and of.title == change_in_list(which, line, lines).title:
                self.change(which, line)
                return True
        return False

    def _lines(self, which: ServiceList) -> tuple[ListLine, ...]:
        return self._deeds.attempt(lambda: self._deeds.desk.service_list(which)) or ()

    def _ask(self, questions: Questions) -> None:
        self._deeds.form_wanted.emit(ListForm(questions, self._deeds.desk.typed_date, self._deeds.save))
