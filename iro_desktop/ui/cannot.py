"""Why a command can't be done with what is in hand: a key that does nothing says so."""

from collections.abc import Mapping

from iro_desktop.ui.commands import COMMANDS, Command

_NOTHING = "Nothing was changed."
NO_CHILD = f"No child is in hand. {_NOTHING} Choose one in the list, or press Ctrl+K and type a name."
WORD_TYPED = f"What was typed went nowhere: no field has the focus. {_NOTHING} Press a letter by itself for a command."
_BECAUSE: Mapping[Command, str] = {
    Command.RECORD: "There are no children to record a review for yet.",
    Command.RECOMMEND: "No review of this child is recorded, so none can have recommended anything. R records one.",
    Command.OUTCOME: "No review of this child is recorded, so nothing is recommended. R records one.",
    Command.CHANGE_RECOMMENDATION: "No review of this child is recorded, so nothing is recommended. R records one.",
    Command.WRITE_LETTER: "No review of this child is recorded. R records one.",
    Command.WRITE_RECORD: "No review of this child is recorded. R records one.",
    Command.DONE: "What is in hand is not work that is marked done.",
    Command.DONE_ON: "What is in hand is not work that is marked done.",
    Command.BOOK: "There is no review to book, or it is booked already; M moves it.",
    Command.MOVE: "No review is booked for this child, so none can be moved. B books one.",
    Command.NOT_HELD: "Only a review whose day has passed can be said not to have taken place.",
    Command.END_FACT: "No fact is recorded for this child. A adds one.",
    Command.SET_DATE: "The date in hand cannot be set by hand.",
    Command.TAKE_BACK: "The date in hand was not set by hand.",
    Command.ADJOURN: "Only a review that was held not long ago, and not adjourned before, can be adjourned.",
    Command.SITTING: "A further meeting belongs to a series that is still open.",
    Command.COMPLETE: "Only a series or an adjourned review that is still open can be completed.",
    Command.ALERT_STEP: "No alert is recorded for this child. X raises one.",
    Command.MID_POINT: "No mid-point can be recorded: it is done, or no review was held before today.",
    Command.SKIP_MID_POINT: "No mid-point can be left out: it is done or left out already, or no review was held.",
    Command.SPLIT: "The child is in no group of brothers and sisters. G forms one.",
    Command.BOOK_TOGETHER: "There is no day on which brothers and sisters can be booked together.",
    Command.WHY: "No date is in hand.",
    Command.LEAVE: "No IRO is named in the caseload, so nobody’s leave can be recorded.",
}  # fmt: skip


NOT_WITH_IT = f"That cannot be done with what is chosen here. {_NOTHING}"


def why_not(command: Command, *, has_child: bool, is_of_place: bool = False) -> str:
    """The sentence for a command that can't be done now; what is missing first is a child.

    ``is_of_place``: it is about what is chosen at a place where no children stand.
    """
    if is_of_place:
        return NOT_WITH_IT
    if not has_child and command not in {Command.RECORD, Command.LEAVE}:
        return NO_CHILD
    because = _BECAUSE.get(command, f"{COMMANDS[command].text.rstrip('…')}: that cannot be done now.")
    return f"{because} {_NOTHING}"
