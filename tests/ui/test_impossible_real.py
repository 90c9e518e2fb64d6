"""What cannot be, on the real services, by the forms: said beside its field, what was typed kept, nothing saved.

One invented caseload for the whole module: nothing is saved in it, and where something is it is taken back.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import AlertStage
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.record_review import RecordReview
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.inputs import TODAY, shared_sample

OpenShell = Callable[..., Shell]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDesk]:
    yield from shared_sample(tmp_path_factory.mktemp("impossible") / "demo")


def views(desk: LocalDesk) -> Iterator[ChildView]:
    return (desk.child(row.child) for row in desk.caseload().rows)


def grown(desk: LocalDesk) -> ChildView:
    """Four or more, with a review recorded and another booked to come; one held today would be in timescale."""
    return next(view for view in views(desk) if view.held and _is_ahead(view) and _is_grown(desk, view.child))


def _is_ahead(view: ChildView) -> bool:
    return view.booked_on is not None and view.booked_on > TODAY


def _is_grown(desk: LocalDesk, child: str) -> bool:
    told = desk.preview_review(child, TODAY)
    return told.can_save and not told.is_late and told.under_four is False


def dated(desk: LocalDesk) -> ChildView:
    """What matters most has a date that can be set by hand."""
    return next(view for view in views(desk) if view.main and view.main.due_on and view.main.trigger_on)


def challenged(desk: LocalDesk) -> ChildView:
    """With one open alert, not answered and not paused, with the service itself."""
    cards = (card for card in desk.challenge().alerts if card.is_open and not card.is_answered and not card.is_paused)
    one = next(card for card in cards if card.stage is AlertStage.INFORMAL and len(desk.alerts_of(card.child)) == 1)
    return desk.child(one.child)


def leaver(desk: LocalDesk) -> ChildView:
    """Eighteen or more, with a home that goes on."""
    return next(desk.child(row.child) for row in desk.leavers().rows if row.age >= 18 and row.home_on is not None)


def small(desk: LocalDesk) -> ChildView:
    """Under four."""
    return next(
        view
        for view in views(desk)
        if desk.preview_review(view.child, TODAY).under_four and desk.preview_review(view.child, TODAY).can_save
    )


def opened(shell: Shell, child: str, command: Command) -> FormSheet:
    shell.select(child)
    shell._actions[command].trigger()
    assert shell.side.form is not None
    return shell.side.form


def put(form: FormSheet, name: str, text: str) -> None:
    """Type, or choose, in that field."""
    widget = form.fields[name].widget
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findData(text))
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(text)
    else:
        assert isinstance(widget, QLineEdit)
        widget.setText(text)


@dataclass(frozen=True)
class Typed:
    what: str
    who: Callable[[LocalDesk], ChildView]
    command: Command
    fill: tuple[tuple[str, str], ...]
    field: str
    words: str
    code: int | None = None  # of a review held


def without_booking(desk: LocalDesk) -> ChildView:
    return next(view for view in views(desk) if view.booked_on is None and view.main and _can_book(desk, view))


def _can_book(desk: LocalDesk, view: ChildView) -> bool:
    window = desk.booking_window(view.child)
    return window is not None and window.last_lawful > TODAY


R, MOVE, CORRECT = Command.RECORD, Command.MOVE, Command.CORRECT
TABLE = (
    Typed("held in the future", grown, R, (("held_on", "tomorrow"),), "held_on", "still to come", 1),
    Typed("held before care began", grown, R, (("held_on", "1 jan 1999"),), "held_on", "not looked after", 1),
    Typed("held on no day", grown, R, (("held_on", "31 feb"),), "held_on", "Say on which day", 1),
    Typed("PN0 of a child of four or more", grown, R, (("held_on", "today"),), "participation", "use PN1 to PN7", 0),
    Typed("PN1 of a child under four", small, R, (("held_on", "today"),), "participation", "use PN0", 1),
    Typed("no code", grown, R, (("held_on", "today"),), "participation", "press 0 to 7"),
    Typed(
        "the next one before this one",
        grown,
        R,
        (("held_on", "today"), ("next_review_on", "yesterday")),
        "next_review_on",
        "on or before this one",
        1,
    ),
    Typed("number nought", grown, CORRECT, (("number", "0"),), "number", "from 1 to 99"),
    Typed("corrected into the future", grown, CORRECT, (("held_on", "tomorrow"),), "held_on", "still to come"),
    Typed("moved without a reason", grown, MOVE, (("day", "+20wd"), ("reason", "  ")), "reason", "Say why"),
    Typed("moved to 31 February", grown, MOVE, (("day", "31 feb"), ("reason", "Trip")), "day", "Say the day"),
    Typed("booked at 25:00", without_booking, Command.BOOK, (("day", "+5wd"), ("at", "25:00")), "at", "09:30"),
    Typed(
        "ends before it begins",
        grown,
        Command.ADD_FACT,
        (("what", "care-leaver"), ("from_on", "yesterday"), ("to_on", "1 jan 2026")),
        "to_on",
        "before the first",
    ),
    Typed(
        "set by hand without a reason",
        dated,
        Command.SET_DATE,
        (("due_on", "tomorrow"), ("reason", " ")),
        "reason",
        "Say why",
    ),
    Typed("care changed tomorrow", grown, Command.CHANGE_CARE, (("on", "tomorrow"), ("legal", "J1")), "on", "to come"),
    Typed(
        "a home of tomorrow", leaver, Command.HOME, (("what", "U"), ("from_on", "tomorrow")), "from_on", "still to come"
    ),
    Typed(
        "a home before sixteen", leaver, Command.HOME, (("what", "U"), ("from_on", "1 jan 2000")), "from_on", "under 16"
    ),
    Typed("in touch tomorrow", leaver, Command.TOUCH, (("on", "tomorrow"),), "on", "still to come"),
    Typed(
        "a home that ends tomorrow",
        leaver,
        Command.ABOUT_HOME,
        (("how", "ended"), ("to_on", "tomorrow")),
        "to_on",
        "to come",
    ),
    Typed("an entitlement without a reason", leaver, Command.ENTITLEMENT, (("reason", " "),), "reason", "Say why"),
    Typed("a plan made tomorrow", leaver, Command.PLAN_MADE, (("done_on", "tomorrow"),), "done_on", "to come"),
    Typed("an alert of tomorrow", grown, Command.RAISE_ALERT, (("on", "tomorrow"),), "on", "still to come"),
    Typed(
        "an alert answered tomorrow",
        challenged,
        Command.ALERT_STEP,
        (("on", "tomorrow"),),
        "on",
        "still to come",
    ),
    Typed(
        "an alert resolved before it was raised",
        challenged,
        Command.ALERT_STEP,
        (("what", "resolved"), ("on", "1 jan 1999"), ("effect", "Plan moved on")),
        "on",
        "before the alert was raised",
    ),
    Typed(
        "an escalation answered before it was made",
        grown,
        Command.RAISE_ALERT,
        (("what", "partner"), ("agency", "health"), ("reply_by", "yesterday")),
        "reply_by",
        "before the day it is raised",
    ),
    Typed("a pause without a reason", challenged, Command.ALERT_STEP, (("what", "paused"),), "reason", "Say why"),
    Typed("advice about nothing", grown, Command.LEGAL_ADVICE, (("question", " "),), "question", "Say what is asked"),
    Typed(
        "advice asked for tomorrow",
        grown,
        Command.LEGAL_ADVICE,
        (("question", "May contact stop?"), ("on", "tomorrow")),
        "on",
        "still to come",
    ),
    Typed(
        "figures kept back to front",
        grown,
        Command.FREEZE_FIGURES,
        (("name", "The year"), ("from_on", "1 apr 2026"), ("to_on", "1 mar 2026")),
        "to_on",
        "before the first",
    ),
    Typed(
        "figures kept under a name that is taken",
        grown,
        Command.FREEZE_FIGURES,
        (("name", "Annual report 2025/26"),),
        "name",
        "already",
    ),
    Typed(
        "a figure that is no number",
        grown,
        Command.PUBLISHED,
        (("value", "most"), ("name", "2023/24"), ("from_on", "1 apr 2023"), ("to_on", "31 mar 2024")),
        "value",
        "as a number",
    ),
    Typed(
        "a figure typed into what was frozen",
        grown,
        Command.PUBLISHED,
        (("value", "94"), ("name", "Annual report 2025/26"), ("from_on", "1 apr 2025"), ("to_on", "31 mar 2026")),
        "name",
        "frozen from the facts",
    ),
    Typed(
        "leave that ends before it begins",
        grown,
        Command.LEAVE,
        (("from_on", "21 dec 2026"), ("to_on", "20 dec 2026")),
        "to_on",
        "before the first",
    ),
)


@pytest.mark.parametrize("typed", TABLE, ids=lambda one: one.what)
def test_it_is_said_beside_its_field_and_nothing_is_saved(open_shell: OpenShell, desk: LocalDesk, typed: Typed) -> None:
    before = desk._store.dump()
    shell = open_shell(desk)
    form = opened(shell, typed.who(desk).child, typed.command)
    for name, text in typed.fill:
        put(form, name, text)
    if isinstance(form, RecordReview) and typed.code is not None:
        form.participation.button(typed.code).setChecked(True)
    Keyboard(shell.window()).press(Qt.Key.Key_Return)
    assert shell.side.form is form
    problem = form.fields[typed.field].problem
    assert problem.isVisible()
    assert typed.words in problem.text()
    for name, text in typed.fill:
        widget = form.fields[name].widget
        assert not isinstance(widget, QLineEdit) or widget.text() == text
    assert "Nothing was" in form.summary.text()
    assert desk._store.dump() == before
    form.cancelled.emit()
    for draft in desk.drafts():
        desk.drop_draft(draft.of)


def test_the_same_day_again_is_refused_beside_the_day(open_shell: OpenShell, desk: LocalDesk) -> None:
    before = desk._store.dump()
    shell = open_shell(desk)
    view = grown(desk)
    form = opened(shell, view.child, Command.RECORD)
    assert isinstance(form, RecordReview)
    form.held_on.set_day(view.held[0].held_on)
    form.took_part.take(1)
    form.try_save()
    assert "recorded already" in form.fields["held_on"].problem.text()
    assert desk._store.dump() == before
    form.cancelled.emit()
    for draft in desk.drafts():
        desk.drop_draft(draft.of)


def test_a_sunday_is_warned_of_and_saved_and_a_second_enter_or_click_saves_nothing_more(
    open_shell: OpenShell, desk: LocalDesk
) -> None:
    view, sunday = grown(desk), TODAY - timedelta(1)
    before, count = desk._store.dump(), len(desk.history())
    shell = open_shell(desk)
    form = opened(shell, view.child, Command.RECORD)
    assert isinstance(form, RecordReview)
    form.held_on.set_day(sunday)
    form.took_part.take(1)
    assert "weekend" in form.fields["held_on"].problem.text()
    place = form.save_button.rect().center()
    window = shell.window()
    at = form.save_button.mapTo(window, place)
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    under = window.childAt(at)
    QTest.mouseDClick(under or window, Qt.MouseButton.LeftButton)
    Keyboard(window).press(Qt.Key.Key_Return)
    assert len(desk.history()) == count + 1
    assert desk.history()[0].sentence == f"Record review held on {short(sunday)} for {view.child}"
    desk.undo()
    assert desk._store.dump() == before
