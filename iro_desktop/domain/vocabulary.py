"""Closed sets of the field, with the labels people read and the SSDA903 codes files carry.

Code lists: SSDA903 as published in the collection guides 2023/24 to 2026/27, and the rules of its validator.
"""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A code with the words shown for it."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        """Keep the code as the value and the label beside it."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label or code
        return member


class Sex(Labelled):
    """Sex as held here; the return sends 1/2 up to 2023/24 and M/F/U from 2024/25."""

    MALE = "M", "male"
    FEMALE = "F", "female"
    UNKNOWN = "U", "not known"


class Participation(Labelled):
    """How the child took part in a review (SSDA903 REVIEW_CODE)."""

    PN0 = "PN0", "under four on the day"
    PN1 = "PN1", "attended, spoke for themselves"
    PN2 = "PN2", "attended, an advocate spoke"
    PN3 = "PN3", "attended, showed views without words"
    PN4 = "PN4", "attended, did not contribute"
    PN5 = "PN5", "not there, briefed an advocate"
    PN6 = "PN6", "not there, sent their views"
    PN7 = "PN7", "not there, views not known"


class StartReason(Labelled):
    """Why an episode began (SSDA903 RNE). Only S starts a period of care."""

    STARTED = "S", "started to be looked after"
    LEGAL = "L", "legal status changed"
    PLACEMENT = "P", "placement and carer changed"
    PLACEMENT_SAME_CARER = "T", "placement changed, same carer"
    BOTH = "B", "legal status, placement and carer changed"
    BOTH_SAME_CARER = "U", "legal status and placement changed, same carer"


class ReviewMethod(Labelled):
    """How a review was held."""

    MEETING = "meeting", "one meeting"
    SERIES = "series", "series of meetings"
    NO_MEETING = "no-meeting", "without a meeting"


class LateReason(Labelled):
    """Why a review was held out of timescale; required then (IRO Handbook 7.11: reasons are reported)."""

    CHILD_ASKED = "child-asked", "the child asked for another day"
    FAMILY = "family", "parent or carer could not come"
    SOCIAL_WORKER = "social-worker", "social worker absent or changed"
    REPORT = "report", "report or care plan not ready"
    PLACEMENT_MOVED = "placement-moved", "placement moved at short notice"
    COURT = "court", "court timetable"
    IRO_ABSENT = "iro-absent", "IRO absent"
    TOLD_LATE = "told-late", "service told late that the child is looked after"
    OTHER = "other", "another reason"


class Task(Labelled):
    """A piece of work with its own clock that a person reports as done. Values are the rule ids."""

    CARE_PLAN = "care.plan", "Care plan prepared"
    RECOMMENDATIONS = "after.recommendations", "Recommendations sent"
    RESPONSE = "after.response", "Manager's answer received"
    UPDATED_CARE_PLAN = "after.care-plan", "Care plan updated"
    MINUTES = "after.minutes", "Minutes finished"
    LETTER = "after.letter", "Letter to the child sent"
    DISTRIBUTION = "after.distribution", "Record distributed"
    MID_POINT = "mid-point", "Mid-point review done"


class BookingStatus(Labelled):
    """What became of a booked day."""

    OPEN = "open", "booked"
    MOVED = "moved", "moved"
    CANCELLED = "cancelled", "cancelled"
    HELD = "held", "held"


class Asker(Labelled):
    """Who asked for a review to be moved."""

    CHILD = "child", "the child"
    FAMILY = "family", "parent or family"
    CARER = "carer", "carer"
    SOCIAL_WORKER = "social-worker", "social worker"
    IRO = "iro", "IRO"
    PARTNER = "partner", "partner agency"


class Standing(Labelled):
    """Where a deadline stands, in order of precedence."""

    MET = "met", "Met"
    MET_LATE = "met-late", "Met late"
    MISSED = "missed", "Missed"
    NOT_RECORDED = "not-recorded", "Was it held?"
    OVERDUE = "overdue", "Overdue"
    DUE_TODAY = "due-today", "Due today"
    DUE_SOON = "due-soon", "Due soon"
    WAITING = "waiting", "Waiting"
    UPCOMING = "upcoming", "Upcoming"
    NOT_DUE = "not-due", "Not due"


class Ownership(Labelled):
    """Whose work a rule is, seen from the IRO."""

    MINE = "mine", "IRO"
    THEIRS = "theirs", "somebody else, tracked"
    WATCH = "watch", "shown on the child only"


class Authority(Labelled):
    """What a rule rests on."""

    STATUTE = "statute", "statute"
    GUIDANCE = "guidance", "guidance"
    LOCAL = "local", "local practice"


class Mark(Labelled):
    """How far a rule's text was checked: its evidence."""

    V = "V", "read in the named source"
    LA = "LA", "stated in authorities' procedures"
    M = "M", "widely known, not checked against the text"
    I = "I", "local interpretation, made so that a date can be computed"  # noqa: E741 the mark's own letter


SHORT_BREAK_STATUSES = frozenset({"V3", "V4"})
ADOPTION_PLACEMENTS = frozenset({"A3", "A4", "A5", "A6"})
UNKNOWN_START = "?"  # an episode that says no more than: looked after on this day, start not known
START_REASONS = frozenset(reason.value for reason in StartReason)

LEGAL_STATUS = {
    "C1": "interim care order",
    "C2": "full care order",
    "D1": "freeing order",
    "E1": "placement order",
    "V2": "section 20",
    "V3": "short breaks, agreement",
    "V4": "short breaks, one agreement",
    "L1": "police protection",
    "L2": "emergency protection order",
    "L3": "child assessment order",
    "J1": "remand",
    "J2": "PACE",
    "J3": "youth sentence",
}

PLACEMENT = {
    "A3": "placed for adoption",
    "A4": "placed for adoption",
    "A5": "placed for adoption",
    "A6": "placed for adoption",
    "H5": "semi-independent",
    "K1": "secure home",
    "K2": "children's home",
    "K3": "supported accommodation",
    "P1": "with parents",
    "P2": "independent living",
    "P3": "own arrangement",
    "R1": "residential care home",
    "R2": "health setting",
    "R3": "family centre",
    "R5": "young offender institution",
    "S1": "residential school",
    "T0": "temporary",
    "T1": "temporary, hospital",
    "T2": "temporary, holiday",
    "T3": "temporary, carer on holiday",
    "T4": "temporary",
    "U1": "family or friends, long term",
    "U2": "family or friends, for adoption",
    "U3": "family or friends",
    "U4": "foster care, long term",
    "U5": "foster care, for adoption",
    "U6": "foster care",
    "Z1": "other placement",
    "Z11": "other placement",
    "Z12": "other placement",
    "Z13": "other placement",
    "Z14": "other placement",
}

CONTINUES = "X1"  # REC: the next episode follows

END_REASONS = {
    "E11": "adopted, not opposed",
    "E12": "adopted, consent dispensed with",
    "E2": "died",
    "E3": "care taken over by another authority",
    "E4A": "returned home, planned",
    "E4B": "returned home, unplanned",
    "E13": "left care to live with a relative or friend",
    "E41": "child arrangements order",
    "E43": "special guardianship",
    "E44": "special guardianship",
    "E45": "special guardianship to relative, carer",
    "E46": "special guardianship to other carer",
    "E47": "special guardianship to relative",
    "E48": "special guardianship to other",
    "E5": "moved to independence, supported",
    "E6": "moved to independence",
    "E7": "moved to adult services",
    "E9": "sentenced to custody",
    "E14": "accommodation ended on remand",
    "E15": "age assessed as 18 or over",
    "E16": "child moved abroad",
    "E17": "aged 18, stayed with carers",
    "E8": "ended for another reason",
}

ETHNICITIES = frozenset(
    "WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT".split()
)
CATEGORIES_OF_NEED = frozenset(f"N{n}" for n in range(1, 9))
