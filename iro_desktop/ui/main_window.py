"""The window: what stands in it (a screen, or the work on an open desk), its commands, and how it looks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from iro_desktop.ui.commands import COMMANDS, Command, is_single_letter, make_actions
from iro_desktop.ui.letters import Letters
from iro_desktop.ui.look import Look
from iro_desktop.ui.menu import make_menu
from iro_desktop.ui.own_keys import keeps_key
from iro_desktop.ui.pages.opening import OpeningScreen
from iro_desktop.ui.theme import Theme, theme_of
from iro_desktop.ui.widgets.brand import brand_icon

if TYPE_CHECKING:  # not before something is painted
    from iro_desktop.services.desk import Desk
    from iro_desktop.ui.shell import Shell

TITLE = "IRO Desktop"  # never a child's name: titles show in task bars and shared screens
_NEEDS_DESK = frozenset(Command) - {
    Command.MENU,
    Command.LARGER,
    Command.SMALLER,
    Command.USUAL_SIZE,
    Command.SYSTEM_COLOURS,
    Command.LIGHT,
    Command.DARK,
    Command.SINGLE_KEYS,
    Command.QUIT,
}


class MainWindow(QMainWindow):
    """Painted first; what is loaded comes after."""

    painted = Signal()  # once, after the first paint
    look_chosen = Signal(str, int)  # scheme and text size, to be remembered
    scope_chosen = Signal(str)
    tiles_chosen = Signal(object)  # the measures that stand large on Performance, to be remembered

    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False
        self._scope_actions: list[QAction] = []
        self._scopes: tuple[str, ...] = ()  # IROs that have an action
        self._scope: str | None = None  # whose children are shown, as it was told last
        self.tiles: tuple[str, ...] = ()  # the measures that stand large on Performance; none: the standard ones
        self.desk: Desk | None = None
        self.shell: Shell | None = None
        self.actions_by_command = make_actions(self)
        self._letters = Letters(self.actions_by_command)
        self.screens = QStackedWidget(self)
        self.opening = OpeningScreen(self)
        self.screens.addWidget(self.opening)
        self.setCentralWidget(self.screens)
        self.setWindowTitle(TITLE)
        self.setWindowIcon(brand_icon())
        self.menu = make_menu(self.actions_by_command, self)
        self.actions_by_command[Command.SINGLE_KEYS].setChecked(True)
        self._look = Look(self.theme(), self.actions_by_command, self)
        self._look.chosen.connect(self.look_chosen)
        self._connect()
        self._allow()
        self._app().focusChanged.connect(self._focus_changed)

    def theme(self) -> Theme:
        """The application's theme."""
        return theme_of(self._app())

    def show_screen(self, screen: QWidget) -> None:
        """Fill the window with that screen: first run, unlock, a message."""
        self._leave_desk()
        self._put(screen)

    def show_desk(self, desk: "Desk") -> None:
        """Begin to work on an open store."""
        self._leave_desk()
        self.desk = desk
        from iro_desktop.ui.shell import Shell  # not before something is painted

        self.shell = Shell(desk, self.actions_by_command, self.commands, self)
        self.shell.top_bar.set_menu(self.menu)
        self.shell.deeds.tiles = self.tiles or self.shell.deeds.tiles
        self.shell.deeds.tiles_chosen.connect(self.tiles_chosen)
        self._scope = desk.whose()
        desk.on_change(self._remember_renamed)
        self._connect_shell(self.shell)
        self._offer_scopes(desk)
        self._allow()
        self._put(self.shell)
        self.shell.go_today()
        self.shell.offer_half_filled()

    def commands(self) -> list[QAction]:
        """Everything the find box offers, in order."""
        if self.desk is not None and tuple(self.desk.iros()) != self._scopes:
            self._offer_scopes(self.desk)
        of_the_desk = (
            [*self.shell.half_filled.actions, *self.shell.sort_actions, *self.shell.caseload_deeds.actions]
            if self.shell
            else []
        )
        return [*self.actions_by_command.values(), *self._scope_actions, *of_the_desk]

    def say_wrong(self, sentence: str) -> None:
        """Say what went wrong, where the person looks."""
        if self.shell is not None:
            self.shell.note_bar.say_wrong(sentence)
        else:
            self.opening.say_wrong(sentence)

    def _app(self) -> QApplication:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("the window needs an application")
        return app

    def _focus_changed(self) -> None:
        self._letters.begin_anew()  # no word goes on from one place to another

    def _put(self, screen: QWidget) -> None:
        self.screens.addWidget(screen)
        self.screens.setCurrentWidget(screen)

    def _leave_desk(self) -> None:
        """Take away what stood in the window; the opening screen stays for messages."""
        if self.shell is not None:
            self.shell.keep_now()
            self.shell.deeds.tasks.close()  # nothing may be read from a store that is closed
        self.shell, self.desk = None, None
        while self.screens.count() > 1:
            old = self.screens.widget(1)
            if old is None:
                return
            self.screens.removeWidget(old)
            old.deleteLater()

    def _connect(self) -> None:
        actions = self.actions_by_command
        actions[Command.MENU].triggered.connect(self._open_menu)
        actions[Command.SINGLE_KEYS].toggled.connect(self._use_single_keys)
        actions[Command.QUIT].triggered.connect(self.close)
        actions[Command.FIND].triggered.connect(self._find)
        actions[Command.IMPORT].triggered.connect(self._bring_in)
        self.theme().changed.connect(self._look_changed)

    def _connect_shell(self, shell: "Shell") -> None:
        from iro_desktop.ui.works import works_of  # not before something is painted

        shell.scope_wanted.connect(self._show_scope)
        for command, work in works_of(shell).items():
            action = self.actions_by_command[command]
            for slot in (shell.forms.command_begins, work, shell.forms.command_ends):  # called in this order
                action.triggered.connect(slot)

    def _allow(self) -> None:
        """What needs an open store can't be done without one."""
        for command in _NEEDS_DESK:
            self.actions_by_command[command].setEnabled(self.desk is not None)

    def _offer_scopes(self, desk: "Desk") -> None:
        """One action for each IRO, and one for all of them."""
        for action in self._scope_actions:
            action.deleteLater()
        names = self._scopes = tuple(desk.iros())
        self._scope_actions = [self._scope_action("", "Show the children of all IROs")] if len(names) > 1 else []
        if len(names) > 1:
            self._scope_actions += [self._scope_action(name, f"Show the children of {name}") for name in names]

    def _scope_action(self, name: str, words: str) -> QAction:
        action = QAction(words, self)
        action.setData(name)
        action.setWhatsThis("scope whose iro caseload")
        action.triggered.connect(self._choose_scope)
        return action

    def _choose_scope(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._show_scope(str(action.data()))

    def _show_scope(self, name: str) -> None:
        if self.desk is not None and self.shell is not None and self.shell.forms.may_leave():
            self.desk.set_scope(name or None)
            self.shell.forget()
            self.shell.refresh()
            self._scope = self.desk.whose()
            self.scope_chosen.emit(name)

    def _remember_renamed(self) -> None:
        """The IRO whose children are shown may have another name now: by that one they are remembered."""
        if self.desk is not None and self.desk.whose() != self._scope:
            self._scope = self.desk.whose()
            self.scope_chosen.emit(self._scope or "")

    def _find(self) -> None:
        if self.shell is not None:
            self.shell.find_box.begin()

    def _open_menu(self) -> None:
        if self.shell is not None:
            self.shell.top_bar.open_menu()
        else:
            self.menu.popup(self.mapToGlobal(self.rect().topLeft()))

    def _bring_in(self) -> None:
        from iro_desktop.ui.pages.import_page import ImportPage

        if self.shell is not None and self.desk is not None and self.shell.forms.may_leave():
            page = ImportPage(self.desk, self.shell)
            page.today_asked.connect(self.shell.go_today)
            self.shell.show_page(page)

    def _look_changed(self) -> None:
        self._look.mark_scheme()
        if self.shell is not None:
            self.shell.look_changed()

    def _use_single_keys(self, is_on: bool) -> None:  # noqa: FBT001 Qt hands it over so
        self._letters.begin_anew()
        for command, words in COMMANDS.items():
            if is_single_letter(words):
                keys = [QKeySequence(key) for key in words.keys] if is_on else []
                self.actions_by_command[command].setShortcuts(keys)

    def event(self, event: QEvent) -> bool:
        """A letter that can do nothing now says why; here come the keys that no field took."""
        return keeps_key(event, self._is_refused) or super().event(event)

    def _is_refused(self, event: QKeyEvent) -> bool:
        shell = self.shell
        if shell is None:
            return False
        of_place = shell.places.here.works
        words = self._letters.refusal(event, has_child=shell.deeds.in_hand.view is not None, of_place=of_place)
        if words:
            shell.note_bar.say_wrong(words)
        return bool(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that something stands on the screen, so that loading can begin."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the store with the window."""
        desk = self.desk
        self._leave_desk()
        if desk is not None:
            desk.close()
        super().closeEvent(event)
