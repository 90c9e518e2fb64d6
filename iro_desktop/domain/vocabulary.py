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


class CircumstanceKind(Labelled):
    """What is so about a child, or happened, from a day on, and starts or stops a clock."""

    ADOPTION_AUTHORITY = "adoption-authority", "Authorised to place for adoption"
    SHORT_BREAKS_EXCEEDED = "short-breaks-exceeded", "More than short breaks"
    LONG_TERM_PLACEMENT = "long-term-placement", "Long-term foster placement"
    HEARING = "hearing", "Court hearing"
    EXTRA_REVIEW = "extra-review", "Early review asked for"
    CHILD_PROTECTION = "child-protection", "Initial child protection conference"
    CARE_LEAVER = "care-leaver", "Care leaver followed here"
    LA_ACCOMMODATION = "la-accommodation", "Accommodation provided by the authority"
    MOVED = "moved", "Care leaver moved"
    CUSTODY = "custody", "Care leaver in custody"
    EDUCATION_RESUMED = "education-resumed", "Former relevant young person resumes education"
    HOME_TO_PARENT = "home-to-parent", "Home to a parent"
    FOSTERING_PROPOSED = "fostering-proposed", "Private fostering proposed"
    PRIVATE_FOSTERING = "private-fostering", "Privately fostered"


class LeaveKind(Labelled):
    """Why an IRO is away."""

    ANNUAL = "annual", "annual leave"
    SICK = "sick", "sick leave"
    TRAINING = "training", "training"
    OTHER = "other", "away"


class AlertStage(Labelled):
    """How far a challenge has gone (IRO Handbook ch.6; the service's own protocol)."""

    INFORMAL = "informal", "informal alert"
    FORMAL = "formal", "formal alert"
    CAFCASS = "cafcass", "referred to Cafcass"


class CarerReviewKind(Labelled):
    """Why a foster carer's approval was reviewed."""

    ANNUAL = "annual", "annual review"
    AD_HOC = "ad-hoc", "review after a change, concern or allegation"


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
    MOVE_REVIEW = "pathway.move-review", "Plan looked at after the move"
    ADVISER_VISIT = "pathway.visit", "Visited by the personal adviser"
    CUSTODY_VISIT = "pathway.custody-visit", "Visited in custody"
    FOSTERING_VISIT = "private-fostering.visit", "Private fostering visit made"


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


class Role(Labelled):
    """Who somebody around the child is: invited, consulted, at the review, or asked to do something."""

    CHILD = "child", "the child"
    MOTHER = "mother", "mother"
    FATHER = "father", "father"
    PARENT = "parent", "parent"
    RELATIVE = "relative", "relative or friend"
    CARER = "carer", "carer"
    KEY_WORKER = "key-worker", "key worker"
    SOCIAL_WORKER = "social-worker", "social worker"
    TEAM_MANAGER = "team-manager", "team manager"
    FOSTERING = "fostering", "supervising social worker"
    SCHOOL = "school", "school"
    HEALTH = "health", "health"
    MENTAL_HEALTH = "mental-health", "mental health service"
    ADVOCATE = "advocate", "advocate"
    VISITOR = "visitor", "independent visitor"
    GUARDIAN = "guardian", "children’s guardian"
    ADVISER = "adviser", "personal adviser"
    YOUTH_JUSTICE = "youth-justice", "youth justice"
    POLICE = "police", "police"
    HOUSING = "housing", "housing"
    ADULT_SERVICES = "adult-services", "adult services"
    INTERPRETER = "interpreter", "interpreter"
    IRO = "iro", "IRO"
    OTHER = "other", "somebody else"


class Agency(Labelled):
    """Whose service somebody works for, as consultation and recommendations are counted."""

    CHILDRENS_SERVICES = "childrens-services", "children’s services"
    EDUCATION = "education", "education"
    HEALTH = "health", "health"
    MENTAL_HEALTH = "mental-health", "mental health"
    POLICE = "police", "police"
    YOUTH_JUSTICE = "youth-justice", "youth justice"
    HOUSING = "housing", "housing"
    ADULT_SERVICES = "adult-services", "adult services"
    ADVOCACY = "advocacy", "advocacy"
    PLACEMENT = "placement", "placement provider"
    CAFCASS = "cafcass", "Cafcass"
    FAMILY = "family", "child and family"
    OTHER = "other", "another agency"


AGENCY_OF = {
    Role.CHILD: Agency.FAMILY,
    Role.MOTHER: Agency.FAMILY,
    Role.FATHER: Agency.FAMILY,
    Role.PARENT: Agency.FAMILY,
    Role.RELATIVE: Agency.FAMILY,
    Role.CARER: Agency.PLACEMENT,
    Role.KEY_WORKER: Agency.PLACEMENT,
    Role.SOCIAL_WORKER: Agency.CHILDRENS_SERVICES,
    Role.TEAM_MANAGER: Agency.CHILDRENS_SERVICES,
    Role.FOSTERING: Agency.PLACEMENT,
    Role.SCHOOL: Agency.EDUCATION,
    Role.HEALTH: Agency.HEALTH,
    Role.MENTAL_HEALTH: Agency.MENTAL_HEALTH,
    Role.ADVOCATE: Agency.ADVOCACY,
    Role.VISITOR: Agency.ADVOCACY,
    Role.GUARDIAN: Agency.CAFCASS,
    Role.ADVISER: Agency.CHILDRENS_SERVICES,
    Role.YOUTH_JUSTICE: Agency.YOUTH_JUSTICE,
    Role.POLICE: Agency.POLICE,
    Role.HOUSING: Agency.HOUSING,
    Role.ADULT_SERVICES: Agency.ADULT_SERVICES,
    Role.INTERPRETER: Agency.OTHER,
    Role.IRO: Agency.CHILDRENS_SERVICES,
    Role.OTHER: Agency.OTHER,
}


class Restriction(Labelled):
    """What must not be done towards somebody around the child; always with its reason."""

    NOTHING_SENT = "nothing-sent", "nothing is sent to them"
    NOT_INVITED = "not-invited", "not invited"
    NO_PLACEMENT = "no-placement", "not told where the child lives"


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


class ContactKind(Labelled):
    """How an IRO was in touch between reviews: the footprint."""

    VISIT = "visit", "visit to the child"
    CALL_CHILD = "call-child", "call with the child"
    CALL = "call", "telephone with a professional"
    OBSERVATION = "observation", "observation"
    MESSAGE = "message", "message"
    MEETING = "meeting", "meeting attended"


class EventKind(Labelled):
    """What the social worker tells the IRO of between reviews (IRO Handbook; list as in authorities' procedures)."""

    PLAN_CHANGE = "plan-change", "change of plan in proceedings"
    ACTION_LATE = "action-late", "agreed action not done in time"
    CONTACT_CHANGE = "contact-change", "major change of family time"
    NEW_SOCIAL_WORKER = "new-social-worker", "new social worker"
    SAFEGUARDING = "safeguarding", "safeguarding concern or s.47 enquiry"
    COMPLAINT = "complaint", "complaint"
    PLACEMENT_CHANGE = "placement-change", "unplanned change of placement"
    FAMILY = "family", "birth, death or marriage in the family"
    OFFENCE = "offence", "charge or conviction"
    EXCLUSION = "exclusion", "exclusion from school"
    MISSING = "missing", "missing from care"
    OTHER = "other", "something else"


class WorkerRole(Labelled):
    """Whose allocation to a child is followed, besides the IRO's."""

    SOCIAL_WORKER = "social-worker", "social worker"
    ADVISER = "adviser", "personal adviser"


class SplitReason(Labelled):
    """Why brothers and sisters do not share one IRO."""

    CHILD_ASKED = "child-asked", "a child’s wish"
    CONFLICT = "conflict", "conflict of interest"
    SIZE = "size", "too many for one IRO"


class BornAs(Labelled):
    """How far a birth date is known, where it is not the exact day."""

    EXPECTED = "expected", "expected, not yet born"
    MONTH = "month", "day not known"
    YEAR = "year", "day and month not known"


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

    V = "V", "checked against the source"
    LA = "LA", "stated in authorities' procedures"
    M = "M", "as commonly stated; the text was not checked"
    I = "I", "local interpretation, so that a date can be given"  # noqa: E741 the mark's own letter


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

PROVIDERS = {
    "PR0": "parents or own arrangement",
    "PR1": "the authority itself",
    "PR2": "another local authority",
    "PR3": "another public body",
    "PR4": "private provider",
    "PR5": "voluntary provider",
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

ETHNICITIES = {
    "WBRI": "White British",
    "WIRI": "White Irish",
    "WIRT": "Traveller of Irish heritage",
    "WROM": "Gypsy or Roma",
    "WOTH": "other White background",
    "MWBC": "White and Black Caribbean",
    "MWBA": "White and Black African",
    "MWAS": "White and Asian",
    "MOTH": "other mixed background",
    "AIND": "Indian",
    "APKN": "Pakistani",
    "ABAN": "Bangladeshi",
    "AOTH": "other Asian background",
    "BCRB": "Caribbean",
    "BAFR": "African",
    "BOTH": "other Black background",
    "CHNE": "Chinese",
    "OOTH": "other ethnic group",
    "REFU": "not said",
    "NOBT": "not asked yet",
}
CATEGORIES_OF_NEED = frozenset(f"N{n}" for n in range(1, 9))
