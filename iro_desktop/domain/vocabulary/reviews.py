"""Reviews, the work around them, and what is recommended."""

from iro_desktop.domain.vocabulary.labelled import Labelled


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


class ReviewKind(Labelled):
    """Under which law a review is held."""

    LOOKED_AFTER = "looked-after", "review of a child looked after"
    PATHWAY = "pathway", "pathway plan review"


class ReviewGround(Labelled):
    """Why a review has to come early (SI 2010/959 reg 33(3), 32(2), 17(d); Vol 3; local practice)."""

    IRO_ASKED = "iro-asked", "the IRO asked for one"
    SAFEGUARDING = "safeguarding", "a visit found welfare not adequately safeguarded"
    ACCOMMODATION_ENDS = "accommodation-ends", "accommodation under s.21 ends before a review would fall"
    DETENTION_ENDS = "detention-ends", "detention ends before a review would fall"
    CEASING = "ceasing", "the authority proposes to stop accommodating the child"
    PLAN_CHANGE = "plan-change", "significant change to the care plan"
    WITH_PARENTS = "with-parents", "placing a child in care with parents"
    OTHER_ARRANGEMENTS = "other-arrangements", "move from regulated accommodation"
    UNPLANNED_MOVE = "unplanned-move", "unplanned placement move"


class Task(Labelled):
    """A piece of work with its own clock that a person reports as done. Values are the rule ids."""

    NOTIFIED = "care.notified", "IRO manager told that care began"
    INTRODUCTION = "care.introduction", "Passport sent to the child"
    CARE_PLAN = "care.plan", "Care plan prepared"
    REMAND_PLAN = "care.remand-plan", "Care plan for a child on remand prepared"
    DETENTION_PLAN = "care.detention-plan", "Detention placement plan prepared"
    PLACEMENT_PLAN = "care.placement-plan", "Placement plan agreed"
    PLACEMENT_TOLD = "care.placement-told", "IRO told of the placement"
    HEALTH_ASSESSMENT = "care.health-assessment", "Initial health assessment done"
    HEALTH_REVIEW = "care.health-review", "Review health assessment done"
    PEP = "care.pep", "Personal education plan started"
    PEP_READY = "care.pep-ready", "Personal education plan ready"
    CONSULT = "before.consult", "Consulted about the review"
    ATTENDEES = "before.attendees", "Who comes agreed with the child"
    FORMS = "before.forms", "Consultation forms sent"
    INVITATIONS = "before.invitations", "Invitations and papers sent"
    DISCUSSION = "before.discussion", "Discussed with the social worker"
    REPORT = "before.report", "Reports received"
    CHILD_SEEN = "before.child-seen", "Spoken to the child alone"
    RECOMMENDATIONS = "after.recommendations", "Recommendations sent"
    RESPONSE = "after.response", "Manager's answer received"
    UPDATED_CARE_PLAN = "after.care-plan", "Care plan updated"
    MINUTES = "after.minutes", "Minutes finished"
    LETTER = "after.letter", "Letter to the child sent"
    DISTRIBUTION = "after.distribution", "Record distributed"
    SIGN_OFF = "after.sign-off", "Record signed off by the manager"
    MID_POINT = "mid-point", "Mid-point review done"
    IRO_VISIT = "between.visit", "IRO visited the child"
    CONFERENCE = "conference.review", "Child protection review conference held"
    PATHWAY_ASSESSMENT = "pathway.assessment", "Needs assessment for the pathway plan done"
    PATHWAY_PLAN = "pathway.plan", "Pathway plan made"
    MOVE_REVIEW = "pathway.move-review", "Plan looked at after the move"
    ADVISER_VISIT = "pathway.visit", "Visited by the personal adviser"
    CUSTODY_VISIT = "pathway.custody-visit", "Visited in custody"
    FOSTERING_VISIT = "private-fostering.visit", "Private fostering visit made"
    FOSTERING_MEETING = "private-fostering.meeting", "Child-in-need meeting attended"


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


class Venue(Labelled):
    """Where, or by what means, a review is to be held."""

    PLACEMENT = "placement", "where the child lives"
    SCHOOL = "school", "school"
    OFFICE = "office", "council office"
    VIDEO = "video", "by video"
    TELEPHONE = "telephone", "by telephone"
    HEALTH = "health", "hospital or clinic"
    ELSEWHERE = "elsewhere", "another place"


class SendingKind(Labelled):
    """What was sent to somebody about a review."""

    INVITATION = "invitation", "invitation"
    CONSULTATION = "consultation", "consultation form"
    RECORD = "record", "record of the review"


class TalkHow(Labelled):
    """How the IRO heard the child before the review, or why not (SI 2010/959 reg 36(1))."""

    ALONE = "alone", "spoken to alone"
    ALONE_REMOTELY = "alone-remotely", "spoken to alone, by telephone or video"
    OBSERVED = "observed", "observed, under four"
    THROUGH_OTHERS = "through-others", "heard through those who know the child, under four"
    REFUSED = "refused", "the child did not want to"
    NOT_SUITABLE = "not-suitable", "not appropriate for their age or understanding"


class Outcome(Labelled):
    """What became of a recommendation."""

    DONE = "done", "done"
    PARTLY = "partly", "partly done, closed"
    NOT_DONE = "not-done", "not done, closed"
    OVERTAKEN = "overtaken", "no longer needed"
    DECLINED = "declined", "not accepted by the manager"


class Progress(Labelled):
    """How an open recommendation stood when it was looked at."""

    DONE = "done", "done"
    IN_HAND = "in-hand", "in hand"
    STUCK = "stuck", "no progress"
    OVERTAKEN = "overtaken", "no longer needed"
