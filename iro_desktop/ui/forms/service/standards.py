"""Practice standards: added, changed, signed off."""

from datetime import date

from iro_desktop.domain.acts import AddStandard, ChangeStandard, SignOffStandard
from iro_desktop.measures.definitions import DEFINITIONS
from iro_desktop.services.service_views import StandardRow
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskText, AskWords, Option, Questions

_NO_MEASURE = "None: said in words"


def _measures() -> tuple[Option, ...]:
    return tuple(Option(one.id, one.name, one.definition) for one in DEFINITIONS)


def add_standard() -> Questions:
    """A draft."""

    def act(answers: Answers) -> AddStandard:
        return AddStandard(
            name=answers.text("name") or "",
            text=answers.text("text"),
            benchmark=answers.text("benchmark"),
            measure=answers.choice("measure") or None,
        )

    return Questions(
        "Add a practice standard",
        (
            AskWords("name", "Name", is_needed=True, missing="Say it in a few words.", hint="Record of the review"),
            AskText("text", "What is expected"),
            AskWords("benchmark", "Benchmark", hint="90 %, each month"),
            AskChoice("measure", "Measure that says where the service stands", _measures(), none_words=_NO_MEASURE),
        ),
        act,
        about="It is a draft until it is signed off.",
    )


def change_standard(row: StandardRow, today: date) -> Questions:
    """What it says, and where the service stands; what is emptied goes."""

    def act(answers: Answers) -> ChangeStandard:
        return _changed(row, answers)

    return Questions(
        "Change a practice standard",
        (
            AskText("stands", "Where the service stands, in words", proposed=row.stands),
            AskDay("looked_on", "Looked at on", row.looked_on or today, is_needed=False),
            AskWords("to_name", "Name", is_needed=True, missing="Say it in a few words.", proposed=row.name),
            AskText("text", "What is expected", proposed=row.text),
            AskWords("benchmark", "Benchmark", hint="90 %, each month", proposed=row.benchmark),
            AskChoice("measure", "Measure that says where the service stands", _measures(), row.measure, _NO_MEASURE),
        ),
        act,
        about=row.name,
    )


def _changed(row: StandardRow, answers: Answers) -> ChangeStandard:
    stands, looked_on = answers.text("stands"), answers.day("looked_on")
    wanted = {
        "text": (row.text, answers.text("text")),
        "benchmark": (row.benchmark, answers.text("benchmark")),
        "measure": (row.measure, answers.choice("measure") or None),
        "stands": (row.stands, stands),
    }
    new = {name: said for name, (held, said) in wanted.items() if said is not None and said != held}
    gone = tuple(name for name, (held, said) in wanted.items() if said is None and held)
    name = answers.text("to_name")
    is_looked = stands is not None and looked_on != row.looked_on
    return ChangeStandard(
        name=row.name,
        to_name=name if name != row.name else None,
        looked_on=looked_on if is_looked else None,
        clear=gone,
        row_version=row.row_version,
        **new,
    )


def sign_off(row: StandardRow, today: date) -> Questions:
    """Who signed it off, and when."""

    def act(answers: Answers) -> SignOffStandard:
        return SignOffStandard(name=row.name, on=answers.known_day("on"), by=answers.text("by"))

    return Questions(
        "Sign off a practice standard",
        (
            AskDay("on", "Signed off on", today),
            AskWords("by", "By", hint="head of service", proposed=row.signed_off_by),
        ),
        act,
        about=row.name,
    )
