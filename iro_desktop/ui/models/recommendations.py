"""The columns of reviews held, and of what they recommended."""

from iro_desktop.domain.dates import short
from iro_desktop.services.recommendations import RecommendationRow
from iro_desktop.services.reviews_held import HeldReview
from iro_desktop.ui.models.records import Column

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


def text_words(row: RecommendationRow) -> str:
    """``2. Laptop for home``."""
    return f"{row.number}. {row.text}"


RECOMMENDATIONS: tuple[Column[RecommendationRow], ...] = (
    Column("text", "Recommendation", text_words, keep=9),
    Column("made", "Made on", lambda row: short(row.held_on), keep=3),
    Column("who", "Who", lambda row: row.owner.label, keep=8),
    Column("agency", "Agency", lambda row: row.agency.label, keep=2),
    Column("due", "Due", lambda row: row.due_words, keep=7),
    Column("stood", "How it stands", lambda row: row.stood_words, keep=6),
    Column("drift", "Open for", lambda row: row.drift_words if row.is_open else "", keep=5),
)


def spoken_recommendation(row: RecommendationRow) -> str:
    """A recommendation as it is read out."""
    drift = f"open for {row.drift_words}" if row.is_open else ""
    late = "past the limit for drift" if row.is_drifting else ""
    which = f"Recommendation {row.number} of {short(row.held_on)}"
    parts = (which, row.text, row.owner.label, f"due: {row.due_words}", row.stood_words, drift, late)
    return ", ".join(part for part in parts if part)
