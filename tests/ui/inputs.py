"""The promised counts of inputs, driven by keys alone on the invented caseload of 60, the child already in hand.

An input is one key pressed, with whatever is held down beside it. Each task is undone again: the desk stays as it was.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.local import LocalDesk
from iro_desktop.ui.forms.raise_alert import RaiseAlertForm
from iro_desktop.ui.forms.record_review import RecordReview
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.widgets.writing import WritingBox
from tests.demo_copy import open_demo
from tests.ui.conftest import Keyboard

TODAY = date(2026, 11, 23)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TEXT = "Laptop for home"


@dataclass(frozen=True)
class Counted:
    """One task: at most so many inputs, for whom it can be done, and the keys."""

    most: int
    children: Callable[[LocalDesk], Iterator[tuple[str, str]]]  # child and deadline in hand
    keys: Callable[[Shell, Keyboard], int]  # what is typed as text, not counted


def _not_recorded(desk: LocalDesk) -> Iterator[tuple[str, str]]:
    """Whose booked day has passed first, then whoever could have been reviewed today in timescale."""
    waiting = [row.child for row in desk.today().rows if row.group == "not-recorded"]
    for child in [*waiting, *(row.child for row in desk.caseload().rows if row.child not in waiting)]:
        told = desk.preview_review(child, TODAY)
        if child in waiting or (told.can_save and not told.is_late):
            yield child, ""


def _review_held(shell: Shell, keys: Keyboard) -> int:
    keys.press(Qt.Key.Key_R)
    form = shell.side.form
    assert isinstance(form, RecordReview)
    under_four = shell.desk.preview_review(form.child.child, form.held_on.day()).under_four
    keys.press(Qt.Key.Key_0 if under_four else Qt.Key.Key_1)
    keys.press(Qt.Key.Key_A)  # all who are usually there came
    if form.fields["late_reason"].isVisible():
        keys.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert form.late_reason.hasFocus()
        keys.press(Qt.Key.Key_Down)
    if form.accept_next.isVisible():
        keys.press(Qt.Key.Key_N)
    keys.press(Qt.Key.Key_Return)
    return 0


def _with_mid_point(desk: LocalDesk) -> Iterator[tuple[str, str]]:
    for row in desk.caseload().rows:
        shown = desk.mid_point(row.child)
        is_plain = shown is not None and shown.left_out is None and len(shown.recommendations) <= 6
        if shown is not None and is_plain and TODAY - shown.review_on >= timedelta(30):
            yield row.child, ""


def _mid_point(shell: Shell, keys: Keyboard) -> int:
    view = shell.deeds.in_hand.view
    shown = shell.desk.mid_point(view.child) if view else None
    assert shown is not None
    keys.press(Qt.Key.Key_P)
    for number in range(len(shown.recommendations)):
        keys.press((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[number % 3])
    keys.press(Qt.Key.Key_Return)
    return 0


def _booked(desk: LocalDesk) -> Iterator[tuple[str, str]]:
    for row in desk.caseload().rows:
        window = desk.booking_window(row.child)
        if row.next_booked_on and row.next_booked_on > TODAY and window and window.offers:
            yield row.child, ""


def _move(shell: Shell, keys: Keyboard) -> int:
    keys.press(Qt.Key.Key_M)
    view = shell.deeds.in_hand.view
    window = shell.desk.booking_window(view.child) if view else None
    assert view is not None
    assert window is not None
    other = next(number for number, offer in enumerate(window.offers) if offer.on != view.booked_on)
    keys.press((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[other], ALT)
    form = shell.side.form
    assert form is not None
    for _ in range(4):  # to who asked, past the days that suit
        if form.fields["asked_by"].widget.hasFocus():
            break
        keys.press(Qt.Key.Key_Tab)
    keys.type("c")  # the carer
    keys.press(Qt.Key.Key_Tab)
    keys.type("il")  # illness
    keys.press(Qt.Key.Key_Return)
    return 0


def _to_write_up(desk: LocalDesk) -> Iterator[tuple[str, str]]:
    for row in desk.write_ups().rows:
        for one in row.tasks:
            if "minutes" in one.deadline_id:
                yield row.child, one.deadline_id


def _minutes(_shell: Shell, keys: Keyboard) -> int:
    keys.press(Qt.Key.Key_R, CONTROL)
    keys.press(Qt.Key.Key_Return, CONTROL)
    return 0


def _reviewed(desk: LocalDesk) -> Iterator[tuple[str, str]]:
    return ((row.child, "") for row in desk.caseload().rows if desk.child(row.child).held)


def _recommendation(_shell: Shell, keys: Keyboard) -> int:
    keys.press(Qt.Key.Key_W)
    keys.type(TEXT)
    keys.press(Qt.Key.Key_Tab)
    keys.type("sc")  # school
    keys.press(Qt.Key.Key_6)  # weeks
    keys.press(Qt.Key.Key_Return)
    return len(TEXT)


def _missed(desk: LocalDesk) -> Iterator[tuple[str, str]]:
    """Overdue dates but those of alerts, and of recommendations without a date of their own."""
    for row in (one for one in desk.today().rows if one.child):
        deadline = next((one for one in desk.child(row.child).deadlines if one.id == row.deadline_id), None)
        if deadline and deadline.standing is Standing.OVERDUE and not deadline.rule.startswith("alert."):
            yield row.child, row.deadline_id


def _alert(shell: Shell, keys: Keyboard) -> int:
    keys.press(Qt.Key.Key_X)
    form = shell.side.form
    assert isinstance(form, RaiseAlertForm)
    about = form.fields["about"].widget
    assert isinstance(about, WritingBox)
    assert len(about.words()) > 40, "the facts are filled in"
    keys.press(Qt.Key.Key_Return)
    return 0


TASKS: Mapping[str, Counted] = {
    "review held": Counted(12, _not_recorded, _review_held),
    "mid-point": Counted(8, _with_mid_point, _mid_point),
    "move with its reason": Counted(8, _booked, _move),
    "minutes done": Counted(3, _to_write_up, _minutes),
    "alert from a missed date": Counted(6, _missed, _alert),
    "recommendation": Counted(6, _reviewed, _recommendation),
}


class SharedDesk(LocalDesk):
    """A desk that several windows work on, one after the other: none of them closes it."""

    def close(self) -> None:
        """It is closed by ``put_away``."""

    def put_away(self) -> None:
        super().close()


def shared_sample(folder: Path) -> Iterator[SharedDesk]:
    """The invented caseload for as long as a module's tests run."""
    opened = open_demo(folder, TODAY)
    opened.__class__ = SharedDesk
    assert isinstance(opened, SharedDesk)
    yield opened
    opened.put_away()


def inputs(open_shell: Callable[..., Shell], desk: LocalDesk, task: str, place: int = 0) -> int:
    """How many inputs the task takes with the child at that place among those it can be done for; it is undone."""
    counted = TASKS[task]
    found = list(dict.fromkeys(counted.children(desk)))
    child, deadline = found[place % len(found)]
    before, count = desk._store.dump(), len(desk.history())
    shell = open_shell(desk)
    shell.select(child, deadline)
    keys = Keyboard(shell.window())
    text = counted.keys(shell, keys)
    assert shell.side.form is None, f"{task} of {child} is not saved"
    assert len(desk.history()) == count + 1
    desk.undo()
    assert desk._store.dump() == before
    return keys.count - text
