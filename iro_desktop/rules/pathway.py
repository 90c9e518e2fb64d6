"""Pathway plans and care leavers: the needs assessment, reviews of the plan, the personal adviser's visits.

SI 2010/959 reg 42 for a child still looked after; Care Leavers (England) Regulations 2010 (SI 2010/2571) and the
guidance of Volume 3 afterwards. Statute asks for no IRO after 18; where a service's IROs chair, the reviews are theirs.
"""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership, Task
from iro_desktop.rules.model import Citation, Offset, Rule, Unit

_FROM = date(2011, 4, 1)  # SI 2010/959 reg 1; SI 2010/2571 reg 1
_CHAIRED = "responsible authority, chaired by the IRO"
_REVIEW_HELD = "the pathway plan was last reviewed"


def _statute(
    id_: str, what: str, sentence: str, trigger: str, offset: Offset, owner: str, ownership: Ownership, source: str
) -> Rule:
    """A row read in the Regulations, in force with them."""
    citation = Citation(source, Mark.V)
    return Rule(id_, "pathway", sentence, what, trigger, offset, owner, ownership, Authority.STATUTE, citation, _FROM)


def _guidance(id_: str, what: str, sentence: str, trigger: str, offset: Offset, source: str) -> Rule:
    """A row of Volume 3: good practice, shown on the young person."""
    citation = Citation(source, Mark.V)
    adviser = "personal adviser"
    return Rule(id_, "pathway", sentence, what, trigger, offset, adviser, Ownership.WATCH, Authority.GUIDANCE, citation)


ASSESSMENT = _statute(
    Task.PATHWAY_ASSESSMENT.value,
    "Needs assessment",
    "The needs of an eligible child are assessed within 3 months of reaching 16, or of becoming eligible later; "
    "the pathway plan follows as soon as possible.",
    "the child became eligible",
    Offset(3, Unit.MONTHS),
    "social worker",
    Ownership.THEIRS,
    "SI 2010/959 reg 42(1)",
)
ASSESSMENT_RELEVANT = _statute(
    Task.PATHWAY_ASSESSMENT.value,
    "Needs assessment, relevant child",
    "The needs of a relevant child without a pathway plan are assessed within 3 months of becoming relevant.",
    "the child became relevant",
    Offset(3, Unit.MONTHS),
    "social worker",
    Ownership.THEIRS,
    "SI 2010/2571 reg 5",
)
ASSESSMENT_EDUCATION = _statute(
    "pathway.assessment-education",
    "Needs assessment, education resumed",
    "The needs of a former relevant young person who resumes education are assessed within 3 months of the authority "
    "being told.",
    "the authority was told that education is resumed",
    Offset(3, Unit.MONTHS),
    "personal adviser",
    Ownership.THEIRS,
    "SI 2010/2571 reg 5; Children Act 1989 s.23CA",
)
PLAN = Rule(
    Task.PATHWAY_PLAN.value,
    "pathway",
    "The pathway plan is made as soon as possible after the assessment of needs; the law names no day.",
    "Pathway plan",
    "the needs were assessed",
    Offset(0, Unit.DAYS),
    "social worker",
    Ownership.THEIRS,
    Authority.STATUTE,
    Citation("SI 2010/959 reg 43; SI 2010/2571 reg 6", Mark.M),
    _FROM,
)
# Where a service has set a day: no limit of the law is there for it to come before.
PLAN_BY_A_DAY = replace(PLAN, authority=Authority.GUIDANCE)
NO_DAY = frozenset({PLAN.id})  # rules for which the law names no day
AS_SOON_AS_POSSIBLE = "As soon as possible after the assessment: the law names no day. A service may set one."
REVIEW = _statute(
    "pathway.review",
    "Pathway plan review",
    "The pathway plan is reviewed not more than 6 months after the review before it.",
    _REVIEW_HELD,
    Offset(6, Unit.MONTHS),
    _CHAIRED,
    Ownership.MINE,
    "SI 2010/2571 reg 7(1)",
)
ACCOMMODATION_FIRST = Rule(
    "pathway.accommodation-review",
    "pathway",
    "Where the authority provides accommodation, the plan is reviewed as soon as practicable after the end of 28 days "
    "beginning on its first day.",
    "First review in accommodation",
    "the authority's accommodation began",
    Offset(28, Unit.DAYS),
    _CHAIRED,
    Ownership.MINE,
    Authority.STATUTE,
    Citation("SI 2010/2571 reg 7(2)(a)", Mark.V),
    _FROM,
    is_earliest=True,
)
ACCOMMODATION_LATER = _statute(
    "pathway.accommodation-review",
    "Review in accommodation",
    "While the authority provides accommodation, the plan is reviewed not more than 3 months after the review "
    "before it.",
    _REVIEW_HELD,
    Offset(3, Unit.MONTHS),
    _CHAIRED,
    Ownership.MINE,
    "SI 2010/2571 reg 7(2)",
)
MOVE_REVIEW = _guidance(
    Task.MOVE_REVIEW.value,
    "Plan looked at after a move",
    "After a move the plan is looked at again, usually at 28 days.",
    "the young person moved",
    Offset(28, Unit.DAYS),
    "Children Act 1989 guidance, Volume 3, 4.15",
)
VISIT_AFTER_MOVE = _statute(
    Task.ADVISER_VISIT.value,
    "Adviser's visit after a move",
    "The personal adviser visits within 7 days of a move.",
    "the young person moved",
    Offset(7, Unit.DAYS),
    "personal adviser",
    Ownership.WATCH,
    "SI 2010/2571 reg 8(2); Volume 3, 3.39",
)
VISIT_LATER = _statute(
    Task.ADVISER_VISIT.value,
    "Adviser's visit",
    "The personal adviser visits not more than 2 months after the visit before.",
    "the personal adviser last visited",
    Offset(2, Unit.MONTHS),
    "personal adviser",
    Ownership.WATCH,
    "SI 2010/2571 reg 8(2); Volume 3, 3.39",
)
CUSTODY_VISIT = _guidance(
    Task.CUSTODY_VISIT.value,
    "Visit in custody",
    "A young person in custody is visited within 10 working days.",
    "custody began",
    Offset(10, Unit.WORKING_DAYS),
    "Children Act 1989 guidance, Volume 3",
)
CUSTODY_REVIEW = _guidance(
    "pathway.custody-review",
    "Review before release",
    "The plan of a young person in custody is reviewed at least 1 month before release.",
    "release is expected on",
    Offset(-1, Unit.MONTHS),
    "Children Act 1989 guidance, Volume 3",
)
HOME_SIX_MONTHS = _statute(
    "pathway.home-to-parent",
    "Six months at home",
    "After 6 months at home with a parent without a break, a relevant child becomes qualifying, and reviews of the "
    "plan end if the arrangement holds.",
    "the young person returned home to a parent",
    Offset(6, Unit.MONTHS),
    "personal adviser",
    Ownership.WATCH,
    "SI 2010/2571 reg 3(4)",
)
END_21 = Rule(
    "pathway.ends",
    "pathway",
    "The duty to a former relevant young person ends 21 years from birth, or later while in agreed education or "
    "training.",
    "End of the pathway duty",
    "the young person was born",
    Offset(21, Unit.YEARS),
    "personal adviser",
    Ownership.WATCH,
    Authority.STATUTE,
    Citation("Children Act 1989 ss.23C, 23CA", Mark.M),
)
RULES = (
    ASSESSMENT,
    ASSESSMENT_RELEVANT,
    ASSESSMENT_EDUCATION,
    PLAN,
    REVIEW,
    ACCOMMODATION_FIRST,
    ACCOMMODATION_LATER,
    MOVE_REVIEW,
    VISIT_AFTER_MOVE,
    VISIT_LATER,
    CUSTODY_VISIT,
    CUSTODY_REVIEW,
    HOME_SIX_MONTHS,
    END_21,
)
