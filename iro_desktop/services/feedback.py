"""Feedback about the service: who said what, to which question, and whether it may be quoted."""

from collections import Counter

from iro_desktop.domain.records import Feedback
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.service_views import FeedbackRow, FeedbackView
from iro_desktop.services.snapshot import Snapshot

CONSENT = {True: "May be quoted", False: "May not be quoted", None: "Consent not asked"}
_LOOKS = {True: Standing.MET, False: Standing.NOT_DUE, None: Standing.WAITING}


def feedback(snapshot: Snapshot) -> FeedbackView:
    """Everything that was said, the newest first."""
    rows = sorted((_row(one) for one in snapshot.feedback), key=lambda row: (row.on, row.number), reverse=True)
    counted = Counter(row.source for row in rows)
    return FeedbackView(
        rows=tuple(rows),
        quotable=sum(row.may_quote is True for row in rows),
        not_asked=sum(row.may_quote is None for row in rows),
        sources=tuple(counted.most_common()),
    )


def _row(one: Feedback) -> FeedbackRow:
    return FeedbackRow(
        one.number,
        one.on,
        one.source,
        one.question or "",
        one.words,
        one.may_quote,
        _LOOKS[one.may_quote],
        CONSENT[one.may_quote],
    )
