"""Who is around a child, and how they are in touch."""

from iro_desktop.domain.vocabulary.labelled import Labelled


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
