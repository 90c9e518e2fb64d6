"""Typed handles on what a test holds: the window of a shell, the fake desk beneath it, the form at its side."""

from PySide6.QtWidgets import QApplication, QWidget

from iro_desktop.domain.acts import RecordReviewHeld
from iro_desktop.services.views import DeadlineRow
from iro_desktop.ui.forms.record_review import RecordReview
from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.shell import Shell
from tests.ui.fake_desk import FakeDesk


def app() -> QApplication:
    """The application."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def window_of(shell: Shell) -> MainWindow:
    """The window the shell stands in."""
    window = shell.window()
    assert isinstance(window, MainWindow)
    return window


def shell_of(window: MainWindow) -> Shell:
    """The shell in the window."""
    assert window.shell is not None
    return window.shell


def fake_of(shell: Shell) -> FakeDesk:
    """The fake desk the shell works on."""
    assert isinstance(shell.desk, FakeDesk)
    return shell.desk


def review_form(shell: Shell) -> RecordReview:
    """The form that records a review; it must be open."""
    assert isinstance(shell.side.form, RecordReview)
    return shell.side.form


def in_hand(shell: Shell) -> DeadlineRow:
    """The deadline in hand."""
    row = shell.deeds.in_hand.deadline
    assert row is not None
    return row


def focused(window: QWidget) -> QWidget:
    """What has the focus; the window where nothing has."""
    found: QWidget | None = QApplication.focusWidget()
    return window if found is None else found


def recorded(desk: FakeDesk) -> RecordReviewHeld:
    """The one act that was saved, a review held."""
    (act,) = desk.acted
    assert isinstance(act, RecordReviewHeld)
    return act
