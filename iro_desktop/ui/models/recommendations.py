"""The columns of reviews held, and of what they recommended."""

from collections.abc import Callable
from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.services.recommendations import RecommendationRow
from iro_desktop.services.reviews_held import HeldReview
from iro_desktop.ui.models.records import Column
from iro_desktop.ui.theme import Tokens

REVIEWS: tuple[Column[HeldReview], ...] = (
    Column("day", "Held", lambda row: row.held_words, keep=9),
    Column("number", "Review", lambda row: row.number_words, keep=8),
    Column("pn", "PN", lambda row: row.participation, keep=6, header_words="Participation"),
    Column("timescale", "Timescale", lambda row: row.timescale, keep=7),
    Column("came", "Who came", lambda row: row.came, keep=3),
    Column("made", "Recommendations", lambda row: row.open_words, keep=5),
)


def spoken_review(row: HeldReview) -> str:
    """A review as it is read out."""
    made = f"recommendations: {row.open_words}" if row.made else "nothing recommended"
    parts = (f"{row.number_words} of {row.held_words}", row.participation, row.timescale, row.came, made)
    return ", ".join(part for part in parts if part)


def recommendation_columns(at: Callable[[], date | None]) -> tuple[Column[RecommendationRow], ...]:
    """``at``: the review they are shown at; what an earlier one recommended says which."""

    def numbered(row: RecommendationRow) -> str:
        which = "" if row.held_on == at() else f" of {short(row.held_on)}"
        return f"{row.number}{which}. {row.text}"

    return (
        Column("text", "Recommendation", numbered, keep=9),
        Column("who", "Who, by when", lambda row: f"{row.owner.label}, {row.due_words}", keep=7),
        Column("agency", "Agency", lambda row: row.agency.label, keep=2),
        Column("stood", "How it stands", stood, keep=8),
    )


def stood(row: RecommendationRow) -> str:
    """How it stands with its drift: ``second review running, 131 days; in hand on 3 Nov 2026``."""
    drift = row.drift_words if row.reviews > 1 else f"open {row.drift_words}"
    return f"{drift}; {row.stood_words}" if row.is_open else row.stood_words


def recommendation_ink(key: str, row: object, now: Tokens) -> str:
    """What is past its day, or past the limit for drift, stands out; what is closed stands back."""
    if not isinstance(row, RecommendationRow):
        return now.ink
    if not row.is_open:
        return now.soft
    is_late = (key == "who" and row.is_overdue) or (key == "stood" and row.is_drifting)
    return now.overdue if is_late else now.ink


def spoken_recommendation(row: RecommendationRow) -> str:
    """A recommendation as it is read out."""
    drift = f"open for {row.drift_words}" if row.is_open else ""
    late = "past the limit for drift" if row.is_drifting else ""
    which = f"Recommendation {row.number} of {short(row.held_on)}"
    parts = (which, row.text, row.owner.label, f"due: {row.due_words}", row.stood_words, drift, late)
    return ", ".join(part for part in parts if part)
