"""Leaving care: what the young person is entitled to and why, the plan, adviser, homes, being in touch, ages ahead."""

from collections.abc import Iterator, Mapping
from datetime import date

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.dates import short
from iro_desktop.domain.records import Home, Touch
from iro_desktop.domain.vocabulary import LeaverStatus, Standing
from iro_desktop.services.leaver_views import LeaverView, StatusView
from iro_desktop.services.preparation_views import PrepLine, PrepPart
from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.pages.child.sheet_page import SheetPage

_TOUCHES = 8  # the newest; older ones are history
_TOO_YOUNG = "Leaving care begins at sixteen. What a young person is entitled to stands here from then on."
_COMMANDS = {
    "status": Command.ENTITLEMENT,
    "plan": Command.PLAN_MADE,
    "adviser": Command.ALLOCATE,
    "home": Command.HOME,
    "homes": Command.ABOUT_HOME,
    "touch": Command.TOUCH,
    "review": Command.BOOK,
}


class Leaving(SheetPage):
    """Each line that can be acted on opens its form."""

    title = "Leaving care"
    is_usual = False

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(deeds, actions, parent)
        self.offer(
            (Command.HOME, "Home"),
            (Command.TOUCH, "In touch"),
            (Command.PLAN_MADE, "Plan made"),
            (Command.ENTITLEMENT, "Entitlement"),
            (Command.ABOUT_HOME, "Change or end a home"),
        )

    @classmethod
    def applies(cls, view: ChildView, _deeds: Deeds) -> bool:
        """From sixteen on."""
        return view.is_sixteen

    def show_child(self, view: ChildView) -> None:
        """Show that young person."""
        leaver = self.deeds.attempt(lambda: self.desk.leaver(view.child))
        self.summary.hide()
        if leaver is None:
            self.show_parts((PrepPart("Not yet", (PrepLine("young", "", _TOO_YOUNG),)),))
            return
        self.show_parts(_parts(leaver))

    def do_line(self, line: PrepLine) -> None:
        """Open the form that is about that line."""
        command = _COMMANDS[line.key.split("/")[0]]
        self.actions_by_command[command].trigger()


def _parts(leaver: LeaverView) -> tuple[PrepPart, ...]:
    parts = (
        PrepPart("Entitlement", tuple(_status(leaver))),
        PrepPart("Plan and reviews", tuple(_plan(leaver))),
        PrepPart("Where they live", tuple(_homes(leaver))),
        PrepPart("In touch", tuple(_touches(leaver))),
        PrepPart("Ahead", tuple(PrepLine(f"ahead/{what}", short(day), what) for what, day in leaver.ahead)),
    )
    return tuple(part for part in parts if part.lines)


def _status(leaver: LeaverView) -> Iterator[PrepLine]:
    counts = leaver.stated or leaver.computed
    label = "Stated" if leaver.stated else "By the care history"
    yield PrepLine("status/now", label, counts.words, said=_why(counts), do_words="State or take back")
    if leaver.stated is not None:
        yield PrepLine("status/computed", "By the care history", leaver.computed.words, said=_why(leaver.computed))
    if counts.coming:
        yield PrepLine("coming", "Next", counts.coming)


def _why(status: StatusView) -> str:
    return "\n".join(status.reasons)


def _plan(leaver: LeaverView) -> Iterator[PrepLine]:
    row = leaver.row
    assessed = f"done {short(row.assessed_on)}" if row.assessed_on else "not recorded as done"
    yield PrepLine("assessed", "Needs assessment", assessed)
    is_missing = row.plan_on is None and row.status is not LeaverStatus.NONE
    yield PrepLine(
        "plan",
        "Pathway plan",
        row.plan_words,
        standing=_asking(is_missing),
        do_words="Made" if is_missing else "Made anew",
    )
    said = f"last held {short(row.last_review_on)}" if row.last_review_on else ""
    can_book = row.next_due_on is not None and row.booked_on is None
    yield PrepLine("review", "Next review", row.review_words, said=said, do_words="Book" if can_book else "")
    adviser = next(iter(leaver.advisers), None)
    words = f"{adviser[0]}, since {short(adviser[1])}" if adviser and row.adviser else "nobody is recorded"
    yield PrepLine(
        "adviser",
        "Personal adviser",
        words,
        standing=_asking(not row.adviser),
        do_words="Change" if row.adviser else "Allocate",
    )
    for number, (what, when, standing) in enumerate(leaver.clocks):
        yield PrepLine(f"clock/{number}", what, when, standing=standing)


def _asking(is_missing: bool) -> Standing | None:  # noqa: FBT001 one question, its answer the mark
    return Standing.DUE_SOON if is_missing else None


def _homes(leaver: LeaverView) -> Iterator[PrepLine]:
    if not leaver.homes:
        yield PrepLine("home", "", "No home after care is recorded.", do_words="Record")
    for number, (one, to_on) in enumerate(leaver.homes):
        yield _home(number, one, to_on)


def _home(number: int, one: Home, to_on: date | None) -> PrepLine:
    suits = {True: "suitable", False: "not suitable", None: "suitability not known"}[one.is_suitable]
    words = ", ".join((one.what.label, suits, *(("provided by the authority",) if one.is_provided else ())))
    when = f"{short(one.from_on)} to {short(to_on)}" if to_on else f"since {short(one.from_on)}"
    is_poor = to_on is None and one.is_suitable is False
    return PrepLine(
        f"homes/{number}",
        when,
        f"{words[0].upper()}{words[1:]}",
        said=one.note or "",
        standing=Standing.OVERDUE if is_poor else None,
        do_words="Change or end",
    )


def _touches(leaver: LeaverView) -> Iterator[PrepLine]:
    if not leaver.touches:
        yield PrepLine("touch", "", "Nothing is recorded about being in touch.", do_words="Record")
    for number, one in enumerate(leaver.touches[:_TOUCHES]):
        yield _touch(number, one)


def _touch(number: int, one: Touch) -> PrepLine:
    parts = [one.in_touch.label, one.how.label.lower() if one.how else "", one.activity.label if one.activity else ""]
    words = ", ".join(part for part in parts if part)
    return PrepLine(
        f"touch/{number}",
        short(one.on),
        f"{words[0].upper()}{words[1:]}",
        said=one.note or "",
        do_words="Record again" if number == 0 else "",
    )
