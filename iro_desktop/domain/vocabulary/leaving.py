"""Leaving care: who is a care leaver, where they live, whether the authority is in touch.

Statuses: Children Act 1989 Sch 2 para 19B, ss.23A, 23C, 24. Codes: SSDA903 OC3.
"""

from iro_desktop.domain.vocabulary.labelled import Labelled


class LeaverStatus(Labelled):
    """What a young person is entitled to as one who was looked after."""

    ELIGIBLE = "eligible", "eligible child"
    RELEVANT = "relevant", "relevant child"
    FORMER_RELEVANT = "former-relevant", "former relevant young person"
    QUALIFYING = "qualifying", "qualifying young person"
    NONE = "none", "not entitled as a care leaver"


class Accommodation(Labelled):
    """What sort of place a care leaver lives in (SSDA903 ACCOM, its letter)."""

    FAMILY = "B", "with parents or relatives"
    RESIDENTIAL = "C", "residential or health setting"
    SEMI_INDEPENDENT = "D", "semi-independent, transitional"
    LODGINGS_SUPPORTED = "E", "supported lodgings"
    ABROAD = "G", "gone abroad"
    DEPORTED = "H", "deported"
    LODGINGS = "K", "ordinary lodgings"
    UNKNOWN = "R", "not known"
    HOMELESS = "S", "no fixed abode, homeless"
    FOYER = "T", "foyer or similar"
    INDEPENDENT = "U", "independent living"
    EMERGENCY = "V", "emergency accommodation"
    BED_AND_BREAKFAST = "W", "bed and breakfast"
    CUSTODY = "X", "in custody"
    OTHER = "Y", "other accommodation"
    FORMER_CARERS = "Z", "with former foster carers"


class InTouch(Labelled):
    """Whether the authority is in touch with a care leaver (SSDA903 IN_TOUCH)."""

    YES = "YES", "in touch"
    NO = "NO", "not in touch"
    REFUSED = "REFU", "does not want contact"
    NOT_REQUIRED = "NREQ", "no longer requires services"
    RETURNED_HOME = "RHOM", "returned home for six months"
    DIED = "DIED", "died"


class Activity(Labelled):
    """What a care leaver mainly does (SSDA903 ACTIV)."""

    HIGHER_FULL = "F1", "higher education, full time"
    HIGHER_PART = "P1", "higher education, part time"
    EDUCATION_FULL = "F2", "other education, full time"
    EDUCATION_PART = "P2", "other education, part time"
    APPRENTICE_FULL = "F4", "apprenticeship, full time"
    APPRENTICE_PART = "P4", "apprenticeship, part time"
    WORK_FULL = "F5", "training or employment, full time"
    WORK_PART = "P5", "training or employment, part time"
    ILL = "G4", "not in education, work or training: illness or disability"
    NOT_IN_WORK = "G5", "not in education, work or training"
    PARENT = "G6", "not in education, work or training: pregnancy or parenting"
    NOT_KNOWN = "0", "not known"
