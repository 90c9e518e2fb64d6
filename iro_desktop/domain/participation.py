"""What each participation code says (SSDA903 REVIEW_CODE): was the child there, are their views known, what it counts.

Two rates are in use: the strict one leaves PN4 and PN7 out, the broad one PN7 alone; PN0 is in neither.
"""

from iro_desktop.domain.vocabulary import Participation

PN = Participation
THERE = frozenset({PN.PN1, PN.PN2, PN.PN3, PN.PN4})
ABSENT = frozenset({PN.PN5, PN.PN6, PN.PN7})
TOOK_PART = frozenset({PN.PN1, PN.PN2, PN.PN3, PN.PN5, PN.PN6})  # the strict rate
NOT_SILENT = THERE | ABSENT - {PN.PN7}  # the broad one
_BOTH = "It counts as attending and as taking part."
_TOOK_PART = "It counts as taking part, not as attending."
_MEANINGS = {
    PN.PN0: "Under four on the day of the review, so neither attending nor taking part is counted.",
    PN.PN1: f"Was there and spoke for themselves. {_BOTH}",
    PN.PN2: f"Was there; an advocate or the IRO spoke for them. {_BOTH}",
    PN.PN3: f"Was there and showed their views by signs, pictures or behaviour. {_BOTH}",
    PN.PN4: "Was there, but let nothing be known of their views. It counts as attending; as taking part in the broad "
    "rate only, not in the strict one.",
    PN.PN5: f"Was not there; an advocate or the IRO was told their views. {_TOOK_PART}",
    PN.PN6: f"Was not there; their views came by letter, form, recording or the like. {_TOOK_PART}",
    PN.PN7: "Was not there and let nothing be known. It counts neither as attending nor as taking part.",
}


def meaning(code: Participation) -> str:
    """One or two plain sentences for whoever chooses the code."""
    return _MEANINGS[code]
