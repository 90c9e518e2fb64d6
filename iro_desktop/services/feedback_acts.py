"""Acts about feedback: what somebody said about the service, in their words, and whether it may be quoted."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import ChangeFeedback, RecordFeedback, RemoveFeedback
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Feedback
from iro_desktop.services.days_come import CHECK, check_come
from iro_desktop.services.workspace import Workspace

CLEARABLE = frozenset({"question", "may_quote"})


def record_feedback(act: RecordFeedback, work: Workspace) -> None:
    """Record feedback with the next number; one that was taken away is not given again."""
    _check_day(act.on, work.today)
    number = 1 + max((one.number for one in work.ever(Feedback)), default=0)
    work.put(
        Feedback(work.new_id(), number, act.on, act.source, _words_of(act.words), _said(act.question), act.may_quote)
    )


def change_feedback(act: ChangeFeedback, work: Workspace) -> None:
    """Change what was said, empty what is to be cleared."""
    one = _numbered(act.number, work)
    unknown = set(act.clear) - CLEARABLE
    if unknown:
        raise UserError(f"“{min(unknown)}” cannot be emptied. Nothing was changed.", field="clear")
    twice = {name for name in act.clear if getattr(act, name) is not None}
    if twice:
        raise UserError(
            f"“{min(twice)}” is both given and to be emptied. Nothing was changed. Say one of the two.", field="clear"
        )
    if act.on is not None:
        _check_day(act.on, work.today)
    work.put(
        replace(
            one,
            on=act.on or one.on,
            source=act.source or one.source,
            words=one.words if act.words is None else _words_of(act.words),
            question=None if "question" in act.clear else _said(act.question) or one.question,
            may_quote=None if "may_quote" in act.clear else one.may_quote if act.may_quote is None else act.may_quote,
        )
    )


def remove_feedback(act: RemoveFeedback, work: Workspace) -> None:
    """Take feedback away."""
    work.remove(_numbered(act.number, work))


def _numbered(number: int, work: Workspace) -> Feedback:
    found = next((one for one in work.all(Feedback) if one.number == number), None)
    if found is None:
        raise UserError(f"There is no feedback {number}. Nothing was changed. Check the number.", field="number")
    return found


def _check_day(on: date, today: date) -> None:
    check_come(on, today, "on", CHECK)


def _words_of(words: str) -> str:
    if not words.strip():
        raise UserError("Feedback is somebody's words. Nothing was saved. Say what they said.", field="words")
    return words.strip()


def _said(words: str | None) -> str | None:
    return (words or "").strip() or None
