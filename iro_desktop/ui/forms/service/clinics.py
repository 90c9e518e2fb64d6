"""Performance clinics: one that was held, what was agreed there, and what came of it."""

from collections.abc import Callable, Sequence
from datetime import date

from iro_desktop.domain.acts import AddClinicAction, ChangeClinicAction, RecordClinic, RecordClinicAction
from iro_desktop.domain.dates import short
from iro_desktop.services.clinic_views import ActionRow, ClinicRow
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskText, Option, Questions

_ACTION, _CLINIC = "action", "clinic"
_DONE, _OPEN = "done", "open"
_LONGEST = 90  # letters of an action above a form


def add_to_clinics(iros: Sequence[str], at: ActionRow | ClinicRow | None, iro: str, today: date) -> Questions:
    """An action agreed at the clinic of the chosen row, or one more clinic; ``iro``: who is proposed for it."""
    proposed = at.iro if at is not None and at.iro in iros else iro if iro in iros else iros[0] if iros else ""

    def act(answers: Answers) -> AddClinicAction | RecordClinic:
        if at is not None and answers.choice("what") == _ACTION:
            return AddClinicAction(
                iro=at.iro, held_on=at.held_on, text=answers.text("text") or "", due_on=answers.day("due_on")
            )
        return RecordClinic(iro=answers.choice("iro"), held_on=answers.known_day("held_on"), note=answers.text("note"))

    clinic = Option(_CLINIC, "A clinic that was held")
    kinds = (Option(_ACTION, "An action", f"Agreed with {at.iro} on {short(at.held_on)}"), clinic) if at else (clinic,)
    return Questions(
        "Add to the clinics",
        (
            AskChoice("what", "What", kinds, kinds[0].value),
            AskText(
                "text",
                "What is to be done",
                is_needed=True,
                missing="Say what is to be done.",
                shown=_is(_ACTION),
            ),
            AskDay("due_on", "To be done by, if a day is agreed", is_needed=False, shown=_is(_ACTION)),
            AskChoice("iro", "IRO", tuple(Option(name, name) for name in iros), proposed, shown=_is(_CLINIC)),
            AskDay("held_on", "Held on", today, shown=_is(_CLINIC)),
            AskText("note", "What was talked about, if you like", shown=_is(_CLINIC)),
        ),
        act,
    )


def change_clinic(row: ClinicRow) -> Questions:
    """Its note."""

    def act(answers: Answers) -> RecordClinic:
        return RecordClinic(iro=row.iro, held_on=row.held_on, note=answers.text("note"))

    return Questions(
        "Change the note of a clinic",
        (AskText("note", "What was talked about", row.note),),
        act,
        about=f"Clinic with {row.iro} on {short(row.held_on)}",
    )


def change_clinic_action(row: ActionRow) -> Questions:
    """What it says, and by when."""

    def act(answers: Answers) -> ChangeClinicAction:
        return ChangeClinicAction(
            iro=row.iro,
            held_on=row.held_on,
            number=row.number,
            text=answers.text("text") or "",
            due_on=answers.day("due_on"),
        )

    return Questions(
        "Change an agreed action",
        (
            AskText("text", "What is to be done", row.text, is_needed=True, missing="Say what is to be done."),
            AskDay("due_on", "To be done by, if a day is agreed", row.due_on, is_needed=False),
        ),
        act,
        about=_about(row),
    )


def clinic_action_done(row: ActionRow, today: date) -> Questions:
    """Done, with what came of it; or still open, with how far it is."""

    def act(answers: Answers) -> RecordClinicAction:
        is_done = answers.choice("how") == _DONE
        return RecordClinicAction(
            iro=row.iro,
            held_on=row.held_on,
            number=row.number,
            done_on=answers.known_day("done_on") if is_done else None,
            came_of=answers.text("came_of"),
        )

    return Questions(
        "What came of an agreed action",
        (
            AskChoice("how", "How it stands", (Option(_DONE, "Done"), Option(_OPEN, "Still open")), _DONE),
            AskText("came_of", "What came of it, or how far it is", row.came_of),
            AskDay("done_on", "Done on", row.done_on or today, shown=_is(_DONE, "how")),
        ),
        act,
        about=_about(row),
    )


def _is(value: str, name: str = "what") -> Callable[[Answers], bool]:
    return lambda answers: answers.choice(name) == value


def _about(row: ActionRow) -> str:
    text = " ".join(row.text.split())
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    return f"{row.iro}, {short(row.held_on)}, action {row.number}: {shown}"
