"""What became of a recommendation: closed with its outcome, or looked at and still open."""

from collections.abc import Sequence
from datetime import date

from iro_desktop.domain.acts import CheckRecommendation, RecordOutcome
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Outcome, Progress
from iro_desktop.services.recommendations import RecommendationRow
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskWords, Option, Questions, options_of

_LONGEST = 22  # letters of a text in a list; the whole stands beneath it
_STILL_OPEN = {
    Progress.IN_HAND: Option(Progress.IN_HAND.value, "Still open: in hand", "It was looked at, and stays open."),
    Progress.STUCK: Option(Progress.STUCK.value, "Still open: no progress", "It was looked at, and stays open."),
}


def outcome(
    view: ChildView, rows: Sequence[RecommendationRow], chosen: RecommendationRow | None, today: date
) -> Questions:
    """Which one, what became of it, on which day; ``rows`` are those that are open.

    ``chosen`` is then the only one asked about. Where none is, which one comes first: none is closed by oversight.
    """
    by_key = {key_of(row): row for row in ((chosen,) if chosen is not None and chosen.is_open else rows)}

    def act(answers: Answers) -> RecordOutcome | CheckRecommendation:
        row, what = by_key[answers.choice("which")], answers.choice("what")
        on, note = answers.known_day("on"), answers.text("note")
        if what in _STILL_OPEN:
            return CheckRecommendation(
                child=view.child, held_on=row.held_on, number=row.number, on=on, progress=Progress(what), note=note
            )
        return RecordOutcome(
            child=view.child, held_on=row.held_on, number=row.number, outcome=Outcome(what), on=on, note=note
        )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        row, on = by_key[answers.choice("which")], answers.day("on")
        if on and on < row.held_on:
            return (("on", f"That is before the review of {short(row.held_on)}. Check the day."),)
        if on and on > today:
            return (("on", "That day is still to come."),)
        return ()

    which = tuple(Option(key, words_of(row), row.text) for key, row in by_key.items())
    return Questions(
        "What became of a recommendation",
        (
            AskChoice("which", "Which one", which),
            AskChoice("what", "What became of it", (*options_of(Outcome), *_STILL_OPEN.values())),
            AskDay("on", "On", today),
            AskWords("note", "Note, if any"),
        ),
        act,
        subject=which[0].value if len(which) == 1 else "",
        problems=problems,
    )


def key_of(row: RecommendationRow) -> str:
    """What tells it apart among a child's."""
    return f"{row.held_on}/{row.number}"


def words_of(row: RecommendationRow) -> str:
    """``2 of 5 Nov 2026: Laptop for home``, cut where it is long."""
    text = " ".join(row.text.split())
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    return f"{row.number} of {short(row.held_on)}: {shown}"
