"""What shows only when the files are laid side by side."""

from collections import defaultdict
from collections.abc import Iterable

from iro_desktop.domain.vocabulary import SHORT_BREAK_STATUSES
from iro_desktop.exchange.ssda903_rows import Answers, EpisodeRow, HeaderRow, ReviewRow

_NO_EPISODE = "The child has no episode: no period of care, no review duty; history incomplete."
_REVIEWS_ALONE = "The child has reviews but no episode; they are kept, history incomplete (rule 1012)."
_SHORT_BREAKS = "The child has short breaks only (V3, V4) but reviews in the return; kept as given (rule 399)."


def note_missing_episodes(header: Answers[HeaderRow], episodes: Answers[EpisodeRow]) -> None:
    """Note each child without an episode."""
    in_care = {episode.child for episode in episodes.accepted}
    for child in header.accepted:
        if child.child not in in_care:
            header.note(child.child, child.row, "CHILD", _NO_EPISODE)


def flag_uncalled_reviews(reviews: Answers[ReviewRow], episodes: Answers[EpisodeRow]) -> None:
    """Flag once, at its first review, each child whose episodes call for no review in the return."""
    statuses: dict[str, set[str | None]] = defaultdict(set)
    for episode in episodes.accepted:
        statuses[episode.child].add(episode.legal_status)
    for review in _first_of_each(reviews.accepted):
        if review.child not in statuses:
            reviews.flag(review.child, review.row, ("CHILD", _REVIEWS_ALONE))
        elif statuses[review.child] <= SHORT_BREAK_STATUSES:
            reviews.flag(review.child, review.row, ("REVIEW", _SHORT_BREAKS))


def _first_of_each(reviews: Iterable[ReviewRow]) -> Iterable[ReviewRow]:
    first: dict[str, ReviewRow] = {}
    for review in reviews:
        first.setdefault(review.child, review)
    return first.values()
