"""Another Independent Reviewing Officer: a name, and how much of the week they work."""

from iro_desktop.domain.acts import AddIro
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskWords, Option, Questions

_FULL_TIME = "1.0"
PARTS = {
    _FULL_TIME: "Full time",
    "0.9": "Nine tenths of full time",
    "0.8": "Four days of five",
    "0.6": "Three days of five",
    "0.5": "Half time",
    "0.4": "Two days of five",
    "0.2": "One day of five",
}


class AddIroForm(AskForm):
    """It is about no child."""

    def whose(self) -> str:
        """Nobody."""
        return ""


def another_iro() -> Questions:
    """Children are allocated to them afterwards."""

    def act(answers: Answers) -> AddIro:
        return AddIro(name=answers.text("name") or "", fte=float(answers.choice("fte")))

    parts = tuple(Option(value, words) for value, words in PARTS.items())
    return Questions(
        "Add an IRO",
        (
            AskWords("name", "Name", is_needed=True, missing="Give the name."),
            AskChoice("fte", "How much of the week", parts, _FULL_TIME),
        ),
        act,
        about="Children are handed over one by one: Shift+L.",
    )
