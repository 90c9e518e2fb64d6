"""Private fostering, and foster carers."""

from iro_desktop.domain.vocabulary.labelled import Labelled


class Suitability(Labelled):
    """What was decided about a private fostering arrangement (Children Act 1989 ss.67, 69; Sch 8)."""

    SUITABLE = "suitable", "suitable"
    REQUIREMENTS = "requirements", "suitable, with requirements"
    PROHIBITED = "prohibited", "not suitable, prohibited"


class ArrangementEnd(Labelled):
    """Why a private fostering arrangement ended."""

    RETURNED = "returned", "the child returned to a parent"
    OF_AGE = "of-age", "the child is too old for it"  # 16; 18 where disabled (Children Act 1989 s.66)
    LOOKED_AFTER = "looked-after", "the child became looked after"
    MOVED_AWAY = "moved-away", "moved to another authority"
    NEVER_BEGAN = "never-began", "proposed, and never began"
    OTHER = "other", "another reason"


class CarerReviewKind(Labelled):
    """Why a foster carer's approval was reviewed."""

    ANNUAL = "annual", "annual review"
    AD_HOC = "ad-hoc", "review after a change, concern or allegation"


class CarerReviewGround(Labelled):
    """What calls for a review of a foster carer out of turn."""

    HOUSEHOLD = "household", "change in the household"
    ALLEGATION = "allegation", "allegation"
    SAFEGUARDING = "safeguarding", "s.47 enquiry"
    RECORD_CHECK = "record-check", "concern about a DBS check"
    COMPLAINT = "complaint", "complaint"
    TERMS = "terms", "change of the terms of approval"
    OTHER = "other", "another reason"


class CarerReviewOutcome(Labelled):
    """What a review of a foster carer came to."""

    CONTINUES = "continues", "approval continues"
    CHANGED = "changed", "approval continues on other terms"
    ENDS = "ends", "approval to end"
