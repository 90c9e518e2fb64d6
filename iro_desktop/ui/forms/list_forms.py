"""The lists of words that the service owns: an entry added, renamed, merged into another, retired."""

from collections.abc import Sequence

from iro_desktop.domain.acts import Act, AddToList, MergeInList, RenameInList, RetireFromList
from iro_desktop.domain.vocabulary import ServiceList
from iro_desktop.services.challenge_views import ListLine
from iro_desktop.ui.forms.about.alert_words import offered
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskWords, Option, Questions

RENAMED, MERGED, RETIRED, OFFERED = "renamed", "merged", "retired", "offered"


class ListForm(AskForm):
    """About a word of the service's, and no child."""

    def whose(self) -> str:
        """Nobody."""
        return ""


def add_to_list(which: ServiceList) -> Questions:
    """A new entry."""
    return Questions(
        f"Add to the {which.label}",
        (AskWords("name", "Name", is_needed=True, missing="Give it a name."),),
        lambda answers: AddToList(which=which, name=answers.text("name") or ""),
        about="It is offered from now on, in every form that asks for one.",
        subject=which.value,
    )


def change_in_list(which: ServiceList, line: ListLine, lines: Sequence[ListLine]) -> Questions:
    """What becomes of one entry; what is filed under it stays where it is, or goes with it."""
    others = tuple(one for one in offered(lines) if one.value != line.name)
    used = "1 alert is filed under it" if line.used == 1 else f"{line.used} alerts are filed under it"

    def act(answers: Answers) -> Act:
        what = answers.choice("what")
        if what == RENAMED:
            return RenameInList(which=which, name=line.name, to=answers.text("to") or "")
        if what == MERGED:
            return MergeInList(which=which, name=line.name, into=answers.choice("into"))
        if what == OFFERED:
            return AddToList(which=which, name=line.name)
        return RetireFromList(which=which, name=line.name)

    return Questions(
        f"Change in the {which.label}",
        (
            AskChoice("what", "What becomes of it", _what(line, has_others=bool(others))),
            AskWords(
                "to",
                "New name",
                is_needed=True,
                missing="Give it a name.",
                proposed=line.name,
                shown=lambda answers: answers.choice("what") == RENAMED,
            ),
            AskChoice("into", "Counted with", others, shown=lambda answers: answers.choice("what") == MERGED),
        ),
        act,
        about=f"{line.name}. {used}.",
        subject=f"{which.value}/{line.name}",
    )


def _what(line: ListLine, *, has_others: bool) -> tuple[Option, ...]:
    again = Option(OFFERED, "Offered again", "It can be chosen again in every form.")
    renamed = Option(RENAMED, "Renamed", "What is filed under it stays, and is found by both names.")
    merged = Option(MERGED, "Merged into another", "What is filed under it is counted with the other from now on.")
    retired = Option(RETIRED, "Retired", "It is offered no more. What is filed under it stays.")
    if line.is_retired:
        return (again, renamed)
    return (renamed, *([merged] if has_others else []), retired)
