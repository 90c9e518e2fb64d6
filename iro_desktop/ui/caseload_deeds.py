"""What is done with the caseload as a whole: written as a file, and ways to look at it kept under names."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from iro_desktop.domain.acts import RemoveView, SaveView
from iro_desktop.domain.records import SavedView
from iro_desktop.services.caseload_columns import BY_KEY, STANDING
from iro_desktop.services.summary_views import Exported, SummaryWish
from iro_desktop.services.today import EVERYBODY
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.asked import Answers, AskWords, Questions
from iro_desktop.ui.forms.places import documents
from iro_desktop.ui.forms.summary_form import ChoosePlace, SummaryForm, choose_place
from iro_desktop.ui.pages.caseload import CaseloadPage

_MANY = 300  # children whose summary is not made while a person waits


class KeepView(AskForm):
    """The name of a view; it is about no child."""

    def whose(self) -> str:
        """Nobody."""
        return ""


class CaseloadDeeds(QObject):
    """Exports, keeps, chooses and takes away. ``actions``: one to choose and one to take away for each view kept."""

    documents_wanted = Signal(str)  # the key of an output
    view_wanted = Signal(object)  # a SavedView to be taken up

    def __init__(self, deeds: Deeds, page: Callable[[], CaseloadPage], keep: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._deeds, self._page, self._keep = deeds, page, keep
        self.folder = documents()
        self.choose_place: ChoosePlace = choose_place
        self.menu = QMenu("Views of the caseload", parent)
        self._away = QMenu("Take away", self.menu)
        self._views: tuple[SavedView, ...] | None = None
        self.actions: list[QAction] = []

    def refresh(self) -> None:
        """Offer the views that are kept now."""
        views = self._deeds.attempt(self._deeds.desk.views) or ()
        if views == self._views:
            return
        self._views = views
        for action in self.actions:
            action.deleteLater()
        choose = [self._action(f"View “{one.name}”", one.name, self._choose) for one in views]
        take = [self._action(f"Take away view “{one.name}”", one.name, self._take_away) for one in views]
        self.actions = [*choose, *take]
        self._fill(choose, take)

    def _fill(self, choose: list[QAction], take: list[QAction]) -> None:
        self.menu.clear()
        self._away.clear()
        self.menu.addActions(choose)
        self.menu.addSeparator()
        self.menu.addAction(self._keep)
        if take:
            self._away.addActions(take)
            self.menu.addMenu(self._away)

    def _action(self, words: str, name: str, work: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.setData(name)
        action.setWhatsThis("saved view filter caseload")
        action.triggered.connect(work)
        return action

    # export

    def export(self) -> None:
        """Open the form that shows what would be written; that of very many children is made in Documents."""
        if len(self._deeds.desk.caseload(self._page().words()).rows) > _MANY:
            self.documents_wanted.emit("caseload")
            return
        form = SummaryForm(self._deeds.desk, self.wish(), self.folder, self.choose_place)
        form.saved.connect(lambda: self._say_written(form.done))
        self._deeds.form_wanted.emit(form)

    def wish(self) -> SummaryWish:
        """The caseload as it stands on the screen."""
        words, (key, is_turned) = self._page().words(), self._page().order()
        return SummaryWish(words, key, is_turned, self._name_of(words, key, is_turned=is_turned))

    def _name_of(self, words: str, key: str, *, is_turned: bool) -> str:
        """The name under which this way to look is kept, or ""."""
        here = (self.scope() or None, words, key, is_turned)
        found = (one.name for one in self._deeds.desk.views() if _state(one) == here)
        return next(found, "")

    def _say_written(self, done: Exported | None) -> None:
        if done is not None:
            place = done.files[0]
            self._deeds.was_saved.emit(
                f"Written: {place.name} in {place.parent.name}, {done.rows} of {done.of} children"
            )

    # views

    def keep(self) -> None:
        """Ask for a name for the way the caseload is looked at now."""
        wish, iro = self.wish(), self.scope()
        questions = Questions(
            "Keep this view",
            (AskWords("name", "Name of the view", is_needed=True, missing="Give it a name.", hint="Late ones"),),
            lambda answers: _kept(answers, wish, iro),
            about=_about(wish, iro),
        )
        self._deeds.form_wanted.emit(KeepView(questions, self._deeds.desk.typed_date, self._deeds.save))

    def _choose(self) -> None:
        action = self.sender()
        name = str(action.data()) if isinstance(action, QAction) else ""
        view = next((one for one in self._deeds.desk.views() if one.name == name), None)
        if view is not None:
            self.view_wanted.emit(view)

    def _take_away(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            act = RemoveView(name=str(action.data()))
            self._deeds.attempt(lambda: self._deeds.save(act))

    def scope(self) -> str:
        """Whose children are shown; "" everybody's."""
        scope = self._deeds.desk.caseload().scope
        return "" if scope == EVERYBODY else scope


def _state(view: SavedView) -> tuple[str | None, str, str, bool]:
    return view.iro, view.words or "", view.sort or STANDING, view.is_descending


def _kept(answers: Answers, wish: SummaryWish, iro: str) -> SaveView:
    return SaveView(
        name=answers.text("name") or "",
        iro=iro or None,
        words=wish.words or None,
        sort=None if wish.sort == STANDING and not wish.is_turned else wish.sort,
        is_descending=wish.is_turned,
    )


def _about(wish: SummaryWish, iro: str) -> str:
    """What is kept, in words."""
    column = BY_KEY[wish.sort]
    order = f"ordered by {(column.title or column.header).lower()}" if column.key != "iro" else "ordered by IRO"
    turned = ", the other way round" if wish.is_turned else ""
    words = f"filtered by “{wish.words}”" if wish.words else "without a filter"
    return f"{f'Children of {iro}' if iro else 'The children of all IROs'}, {words}, {order}{turned}"
