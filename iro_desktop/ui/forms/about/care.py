"""A change inside a period of care, and an IRO's days away."""

from collections.abc import Mapping
from datetime import date

from iro_desktop.domain.acts import ChangeCare, RecordLeave
from iro_desktop.domain.vocabulary import LEGAL_STATUS, PLACEMENT, LeaveKind
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskTick, Option, Questions, options_of


def _coded(codes: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(code, f"{code}  {words}") for code, words in codes.items())


def change_of_care(view: ChildView, today: date) -> Questions:
    """Legal status, placement, or both."""

    def moves(answers: Answers) -> bool:
        return bool(answers.choice("placement"))

    def act(answers: Answers) -> ChangeCare:
        return ChangeCare(
            child=view.child,
            on=answers.known_day("on"),
            legal_status=answers.choice("legal") or None,
            placement=answers.choice("placement") or None,
            same_carer=answers.tick("same_carer"),
        )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        if not answers.choice("legal") and not answers.choice("placement"):
            return (("legal", "Say what changed: legal status, placement, or both."),)
        return ()

    return Questions(
        "Change of care",
        (
            AskDay("on", "From", today),
            AskChoice("legal", "Legal status", _coded(LEGAL_STATUS), none_words="As before"),
            AskChoice("placement", "Placement", _coded(PLACEMENT), none_words="As before"),
            AskTick("same_carer", "With the same carer as before", shown=moves),
        ),
        act,
        problems=problems,
    )


def leave(iros: tuple[str, ...], proposed: str, today: date) -> Questions:
    """Days on which an IRO is away."""

    def act(answers: Answers) -> RecordLeave:
        first = answers.known_day("from_on")
        return RecordLeave(
            iro=answers.choice("iro"),
            from_on=first,
            to_on=answers.day("to_on") or first,
            what=LeaveKind(answers.choice("what")),
        )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        first, last = answers.day("from_on"), answers.day("to_on")
        if first and last and last < first:
            return (("to_on", "The last day lies before the first. Check both days."),)
        return ()

    return Questions(
        "IRO’s leave",
        (
            AskChoice("iro", "IRO", tuple(Option(name, name) for name in iros), proposed),
            AskDay("from_on", "First day", today),
            AskDay("to_on", "Last day", is_needed=False, help="Leave empty for a single day."),
            AskChoice("what", "Why", options_of(LeaveKind)),
        ),
        act,
        problems=problems,
    )
