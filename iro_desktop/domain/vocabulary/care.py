"""A child, and the care they have: the SSDA903 codes with their labels.

Code lists: SSDA903 as published in the collection guides 2023/24 to 2026/27, and the rules of its validator.
"""

from iro_desktop.domain.vocabulary.labelled import Labelled


class Sex(Labelled):
    """Sex as held here; the return sends 1/2 up to 2023/24 and M/F/U from 2024/25."""

    MALE = "M", "male"
    FEMALE = "F", "female"
    UNKNOWN = "U", "not known"


class BornAs(Labelled):
    """How far a birth date is known, where it is not the exact day."""

    EXPECTED = "expected", "expected, not yet born"
    MONTH = "month", "day not known"
    YEAR = "year", "day and month not known"


class StartReason(Labelled):
    """Why an episode began (SSDA903 RNE). Only S starts a period of care."""

    STARTED = "S", "started to be looked after"
    LEGAL = "L", "legal status changed"
    PLACEMENT = "P", "placement and carer changed"
    PLACEMENT_SAME_CARER = "T", "placement changed, same carer"
    BOTH = "B", "legal status, placement and carer changed"
    BOTH_SAME_CARER = "U", "legal status and placement changed, same carer"


class CircumstanceKind(Labelled):
    """What is so about a child, or happened, from a day on, and starts or stops a clock."""

    ADOPTION_AUTHORITY = "adoption-authority", "Authorised to place for adoption"
    SHORT_BREAKS_EXCEEDED = "short-breaks-exceeded", "More than short breaks"
    LONG_TERM_PLACEMENT = "long-term-placement", "Long-term foster placement"
    HEARING = "hearing", "Court hearing"
    EXTRA_REVIEW = "extra-review", "Early review asked for"
    CHILD_PROTECTION = "child-protection", "Initial child protection conference"
    ELIGIBILITY = "eligibility", "Entitlement as a care leaver stated"
    CARE_LEAVER = "care-leaver", "Care leaver followed here"
    LA_ACCOMMODATION = "la-accommodation", "Accommodation provided by the authority"
    MOVED = "moved", "Care leaver moved"
    CUSTODY = "custody", "Care leaver in custody"
    EDUCATION_RESUMED = "education-resumed", "Former relevant young person resumes education"
    HOME_TO_PARENT = "home-to-parent", "Home to a parent"
    FOSTERING_PROPOSED = "fostering-proposed", "Private fostering proposed"
    PRIVATE_FOSTERING = "private-fostering", "Privately fostered"


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
