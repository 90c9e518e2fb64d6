"""Who is responsible for a child from a day on: the IRO, the social worker, the personal adviser."""

from collections.abc import Sequence
from datetime import date

from iro_desktop.domain.acts import AddIro, AllocateIro, AllocateWorker, EndWorker
from iro_desktop.domain.vocabulary import WorkerRole
from iro_desktop.services.record_views import ChildRecord
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskWords, Option, Questions

_IRO, _ENDS, _NEW = "iro", "ends:", "new:"  # no role and no name of an IRO ends so


def _is_iro(answers: Answers) -> bool:
    return answers.choice("role") == _IRO


def _is_worker(answers: Answers) -> bool:
    return answers.choice("role") in {one.value for one in WorkerRole}


def _ends(answers: Answers) -> bool:
    return answers.choice("role").startswith(_ENDS)


def _is_new(answers: Answers) -> bool:
    return _is_iro(answers) and answers.choice("iro") == _NEW


def _iro(answers: Answers) -> str:
    """The IRO's name, chosen or typed."""
    return (answers.text("name") or "") if _is_new(answers) else answers.choice("iro")


def allocate(view: ChildView, record: ChildRecord, iros: Sequence[str], today: date) -> Questions:
    """Somebody takes over; of workers also: nobody does."""
    options = _options(record)
    here = next((one.who for one in record.responsible if one.role == "IRO" and one.is_now), "")

    def first(answers: Answers) -> tuple[AddIro, ...]:
        is_known = _iro(answers).casefold() in {name.casefold() for name in iros}
        return (AddIro(name=_iro(answers)),) if _is_new(answers) and not is_known else ()

    def act(answers: Answers) -> AllocateIro | AllocateWorker | EndWorker:
        on, role = answers.known_day("from_on"), answers.choice("role")
        if _is_iro(answers):
            return AllocateIro(child=view.child, iro=_iro(answers), from_on=on, note=answers.text("note"))
        if _ends(answers):
            return EndWorker(child=view.child, role=WorkerRole(role.removeprefix(_ENDS)), to_on=on)
        return AllocateWorker(
            child=view.child,
            role=WorkerRole(role),
            worker=answers.text("worker") or "",
            team=answers.text("team"),
            from_on=on,
        )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        if _is_iro(answers) and _iro(answers) == here:
            return (("iro", f"{here} is the IRO already. Choose another one, or press Esc."),)
        return ()

    return Questions(
        "Allocate",
        (
            AskChoice("role", "Who", options),
            AskChoice(
                "iro",
                "IRO",
                (*(Option(name, name) for name in iros), Option(_NEW, "Another IRO, not named here yet")),
                next((name for name in iros if name != here), _NEW),
                shown=_is_iro,
            ),
            AskWords("name", "Name of the IRO", is_needed=True, missing="Give the IRO’s name.", shown=_is_new),
            AskWords("worker", "Name", is_needed=True, missing="Give the name.", shown=_is_worker),
            AskWords("team", "Team, if known", shown=_is_worker),
            AskDay("from_on", "From, or last day", today),
            AskWords("note", "What is handed over, if anything", hint="court dates, what was promised", shown=_is_iro),
        ),
        act,
        about=_about(record),
        problems=problems,
        first=first,
    )


def _options(record: ChildRecord) -> tuple[Option, ...]:
    begins = [Option(role.value, role.label.capitalize(), "The one before ends the day before.") for role in WorkerRole]
    running = {one.role for one in record.responsible if one.is_now}
    ended = [
        Option(f"{_ENDS}{role.value}", f"{role.label.capitalize()} ends", "The day is the last one; nobody takes over.")
        for role in WorkerRole
        if role.label in running
    ]
    return (Option(_IRO, "IRO", "The one before ends the day before."), *begins, *ended)


def _about(record: ChildRecord) -> str:
    now = [f"{one.role[:1].upper()}{one.role[1:]}: {one.who}, {one.span}" for one in record.responsible if one.is_now]
    return "\n".join(now) or "Nobody is allocated yet."
