"""An IRO: what is held about them changes; they leave the post."""

from collections.abc import Sequence
from dataclasses import dataclass

from iro_desktop.domain.acts import ChangeIro
from iro_desktop.domain.vocabulary import Contract, IroRole
from iro_desktop.services.service_views import IroRow
from iro_desktop.ui.forms.about.iro import PARTS
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskWords, Option, Questions, options_of

_HAND_OVER = "Then hand the children over one by one: Shift+L."


@dataclass(frozen=True, slots=True)
class _Said:
    """One field: what it held, and what it is to hold; ``None``: nothing."""

    name: str
    held: object
    wanted: object


def change_iro(row: IroRow) -> Questions:
    """Everything that is held about an IRO; what is emptied goes."""

    def act(answers: Answers) -> ChangeIro:
        return _changed(row, _said(row, answers))

    def problems(answers: Answers) -> Sequence[tuple[str, str]]:
        return _problems(answers)

    return Questions(
        "Change an IRO",
        (
            AskWords("name", "Name", is_needed=True, missing="Give the name.", proposed=row.name),
            AskChoice("fte", "How much of the week", _parts(row.fte), _value(row.fte)),
            AskChoice("role", "Whom they review", options_of(IroRole), row.role or "", "Not said"),
            AskChoice("contract", "Employed", options_of(Contract), row.contract or "", "Not said"),
            AskDay("from_on", "In post from", row.from_on, is_needed=False),
            AskDay("to_on", "Last day in post, where it is known", row.to_on, is_needed=False, help=_to_hand_over(row)),
            AskDay(
                "qualified_on",
                "Qualified as a social worker on",
                row.qualified_on,
                is_needed=False,
                help="Five years are asked for (SI 2010/959 reg 46).",
            ),
            AskWords("link_areas", "Link for, with commas between", hint="fostering, care leavers",
                     proposed=", ".join(row.link_areas)),
            AskWords("other_duties", "Other duties, per cent of their time", hint="10",
                     proposed=str(row.other_duties) if row.other_duties is not None else ""),
            AskWords("background", "Background", hint="languages, experience", proposed=row.background),
        ),
        act,
        problems=lambda answers: tuple(problems(answers)),
    )  # fmt: skip


def leaves_post(row: IroRow) -> Questions:
    """The last day in post."""

    def act(answers: Answers) -> ChangeIro:
        return ChangeIro(iro=row.name, to_on=answers.known_day("to_on"), row_version=row.row_version)

    return Questions(
        "Leaves the post",
        (AskDay("to_on", "Last day in post", row.to_on, help=_to_hand_over(row)),),
        act,
        about=row.name,
    )


def _to_hand_over(row: IroRow) -> str:
    if not row.children:
        return ""
    counted = "1 child is" if row.children == 1 else f"{row.children} children are"
    return f"{counted} allocated to them. {_HAND_OVER}"


def _value(fte: float) -> str:
    return f"{fte:g}" if fte != 1 else "1.0"


def _parts(fte: float) -> tuple[Option, ...]:
    """The usual shares of a week, and the one that is held."""
    known = {**PARTS} if _value(fte) in PARTS else {_value(fte): f"{fte:g} of full time", **PARTS}
    return tuple(Option(value, words) for value, words in known.items())


def _said(row: IroRow, answers: Answers) -> tuple[_Said, ...]:
    role, contract = answers.choice("role"), answers.choice("contract")
    duties = answers.text("other_duties")
    return (
        _Said("name", row.name, answers.text("name")),
        _Said("fte", row.fte, float(answers.choice("fte"))),
        _Said("role", row.role, IroRole(role) if role else None),
        _Said("contract", row.contract, Contract(contract) if contract else None),
        _Said("from_on", row.from_on, answers.day("from_on")),
        _Said("to_on", row.to_on, answers.day("to_on")),
        _Said("qualified_on", row.qualified_on, answers.day("qualified_on")),
        _Said("link_areas", ", ".join(row.link_areas) or None, answers.text("link_areas")),
        _Said("other_duties", row.other_duties, int(duties) if duties else None),
        _Said("background", row.background or None, answers.text("background")),
    )


def _changed(row: IroRow, said: Sequence[_Said]) -> ChangeIro:
    """Only what is another thing now; a field that was emptied is cleared."""
    new = {one.name: one.wanted for one in said if one.wanted is not None and one.wanted != one.held}
    gone = tuple(one.name for one in said if one.wanted is None and one.held is not None)
    return ChangeIro(iro=row.name, clear=gone, row_version=row.row_version, **new)  # type: ignore[arg-type]


def _problems(answers: Answers) -> list[tuple[str, str]]:
    duties = answers.text("other_duties")
    if duties is not None and not (duties.isdecimal() and int(duties) <= 100):
        return [("other_duties", "Say it as a number from 0 to 100.")]
    return []
