"""A change inside a period of care: legal status, placement, or both."""

from collections.abc import Mapping

from iro_desktop.domain.acts import ChangeCare
from iro_desktop.domain.vocabulary import LEGAL_STATUS, PLACEMENT
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskTick, Option, Questions


def coded(codes: Mapping[str, str]) -> tuple[Option, ...]:
    """Codes of the return with their words."""
    return tuple(Option(code, f"{code}  {words}") for code, words in codes.items())


def change_of_care(view: ChildView) -> Questions:
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
            AskDay("on", "From"),
            AskChoice("legal", "Legal status", coded(LEGAL_STATUS), none_words="As before"),
            AskChoice("placement", "Placement", coded(PLACEMENT), none_words="As before"),
            AskTick("same_carer", "With the same carer as before", shown=moves),
        ),
        act,
        problems=problems,
    )
