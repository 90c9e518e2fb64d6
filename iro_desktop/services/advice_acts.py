"""Acts about independent legal advice: asked for, received, taken out of the log (IRO Handbook 2010 ch.2)."""

from dataclasses import replace

from iro_desktop.domain.acts import AnswerLegalAdvice, RecordLegalAdvice, RemoveLegalAdvice
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, LegalAdvice
from iro_desktop.services.alerts_held import check_day
from iro_desktop.services.workspace import Workspace


def record_legal_advice(act: RecordLegalAdvice, work: Workspace) -> None:
    """Record that advice was asked for, and the answer where it is there already."""
    facts = work.child(act.child)
    question = act.question.strip()
    if not question:
        raise UserError("Nothing says what was asked. Nothing was saved. Write the question.", "question")
    check_day(act.asked_on, act.asked_on, work.today, "asked_on")
    if any(one.asked_on == act.asked_on for one in facts.advice):
        raise UserError(
            f"Advice asked for on {short(act.asked_on)} is recorded already. Nothing was saved. "
            "Add to that one, or say another day.",
            "asked_on",
        )
    advice, use = _text(act.advice), _text(act.use)
    if act.answered_on is not None:
        check_day(act.answered_on, act.asked_on, work.today, "answered_on")
    elif advice or use:
        raise UserError(
            "Nothing says when the advice was given. Nothing was saved. Give the day of the answer.", "answered_on"
        )
    work.put(
        LegalAdvice(
            work.new_id(), facts.child.id, act.asked_on, question, _text(act.asked_of), act.answered_on, advice, use
        )
    )


def answer_legal_advice(act: AnswerLegalAdvice, work: Workspace) -> None:
    """Record the advice; what is said again replaces what was recorded, and what is not said stays."""
    one = _meant(work.child(act.child), act)
    check_day(act.answered_on, act.asked_on, work.today, "answered_on")
    advice, use = _text(act.advice) or one.advice, _text(act.use) or one.use
    work.put(replace(one, answered_on=act.answered_on, advice=advice, use=use))


def remove_legal_advice(act: RemoveLegalAdvice, work: Workspace) -> None:
    """Take an entry away."""
    work.remove(_meant(work.child(act.child), act))


def _meant(facts: ChildFacts, act: AnswerLegalAdvice | RemoveLegalAdvice) -> LegalAdvice:
    one = next((each for each in facts.advice if each.asked_on == act.asked_on), None)
    if one is None:
        raise UserError(
            f"{act.child} has no legal advice asked for on {short(act.asked_on)}. Nothing was saved. Check the date.",
            "asked_on",
        )
    return one


def _text(said: str | None) -> str | None:
    """Several lines stay; blanks around them go."""
    return (said or "").strip() or None
