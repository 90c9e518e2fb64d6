"""The plan of a year: an action added, changed, and how it goes."""

from datetime import date

from iro_desktop.domain.acts import AddPlanAction, ChangePlanAction, RecordPlanProgress
from iro_desktop.domain.vocabulary import PlanProgress
from iro_desktop.services.plan_of_year import years_words
from iro_desktop.services.service_views import PlanRow
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskText, AskWords, Option, Questions, options_of

_MEANINGS = {PlanProgress.CARRIED.value: "It is put into the next year’s plan, once."}


def add_action(this_year: int, proposed: int) -> Questions:
    """For this year, the next, or the one before."""

    def act(answers: Answers) -> AddPlanAction:
        return AddPlanAction(
            year=int(answers.choice("year")),
            text=answers.text("text") or "",
            owner=answers.text("owner"),
            due_on=answers.day("due_on"),
        )

    years = (this_year, this_year + 1, this_year - 1)
    notes = ("this year’s plan", "the next year’s priorities", "last year’s plan")
    options = tuple(Option(str(year), f"{years_words(year)}: {note}") for year, note in zip(years, notes, strict=True))
    return Questions(
        "Add an action",
        (
            AskText("text", "What is to be done", is_needed=True, missing="Say what is to be done."),
            AskChoice("year", "Plan", options, str(proposed)),
            AskWords("owner", "Who does it"),
            AskDay("due_on", "To be done by, if it is known", is_needed=False),
        ),
        act,
    )


def change_action(row: PlanRow) -> Questions:
    """What it says; what is emptied goes."""

    def act(answers: Answers) -> ChangePlanAction:
        text, owner, due_on = answers.text("text"), answers.text("owner"), answers.day("due_on")
        gone = [name for name, held, said in (("owner", row.owner, owner), ("due_on", row.due_on, due_on))
                if held and said is None]  # fmt: skip
        return ChangePlanAction(
            year=row.year,
            number=row.number,
            text=text if text != row.text else None,
            owner=owner if owner and owner != row.owner else None,
            due_on=due_on if due_on != row.due_on else None,
            clear=tuple(gone),
        )

    return Questions(
        "Change an action",
        (
            AskText("text", "What is to be done", row.text, is_needed=True, missing="Say what is to be done."),
            AskWords("owner", "Who does it", proposed=row.owner),
            AskDay("due_on", "To be done by, if it is known", row.due_on, is_needed=False),
        ),
        act,
        about=_about(row),
    )


def progress(row: PlanRow, today: date) -> Questions:
    """How it goes, and how it went."""

    def act(answers: Answers) -> RecordPlanProgress:
        return RecordPlanProgress(
            year=row.year,
            number=row.number,
            progress=PlanProgress(answers.choice("progress")),
            on=answers.known_day("on"),
            went=answers.text("went"),
        )

    proposed = PlanProgress.DONE if row.progress is PlanProgress.IN_HAND else PlanProgress.IN_HAND
    return Questions(
        "Record progress",
        (
            AskChoice("progress", "How it stands", options_of(PlanProgress, _MEANINGS), proposed.value),
            AskText("went", "How it went, in words", row.went),
            AskDay("on", "On", today),
        ),
        act,
        about=_about(row),
    )


def _about(row: PlanRow) -> str:
    text = " ".join(row.text.split())
    shown = text if len(text) <= 90 else f"{text[:89].rstrip()}…"
    return f"{row.years_words}, action {row.number}: {shown}"
