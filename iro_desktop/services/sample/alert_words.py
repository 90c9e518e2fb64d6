"""What invented alerts are about, what is answered, and what changed: plain sentences that name nobody."""

from dataclasses import dataclass

from iro_desktop.domain.vocabulary import Agency


@dataclass(frozen=True, slots=True)
class Matter:
    """One concern, or one thing done well, from the first word to the effect."""

    theme: str
    about: str
    reply: str
    effect: str
    ages: range = range(18)  # of the child today
    agency: Agency | None = None


CONCERNS = (
    Matter(
        "Drift and delay",
        "The plan for permanence has stood still since the last review, and no date is set for deciding.",
        "The decision is on the list of the next panel.",
        "Plan moved on",
    ),
    Matter(
        "Care plan not updated",
        "The care plan still says what was so before the last change, so nobody works to the same plan.",
        "The plan is rewritten and shared with everybody.",
        "Plan moved on",
    ),
    Matter(
        "Placement",
        "Notice was given on the placement, and nobody has said what comes next.",
        "More support is agreed and the carers have taken back their notice.",
        "Placement kept or changed for the better",
    ),
    Matter(
        "Health",
        "The review health assessment is past its time and no appointment is made.",
        "The clinic has given a day.",
        "Service provided",
    ),
    Matter(
        "Education",
        "There has been no school place since the move; tuition has not begun.",
        "A place is named and tuition bridges the time until then.",
        "Service provided",
        range(5, 17),
    ),
    Matter(
        "Family time",
        "Family time was cut by half without a review, and the reason was not told to the child.",
        "It is back as it was agreed at the review.",
        "Family time kept or changed for the better",
    ),
    Matter(
        "Statutory visits",
        "No visit is recorded for ten weeks.",
        "The child was seen, and visits are booked until spring.",
        "Safer",
    ),
    Matter(
        "Reports late",
        "The social worker’s report came on the morning of the review, for the second time.",
        "Reports are now looked at in supervision a week ahead.",
        "No effect yet",
    ),
    Matter(
        "Pathway planning",
        "The pathway plan is not begun, and the assessment of needs is not complete.",
        "A personal adviser is named and the assessment has begun.",
        "Plan moved on",
        range(15, 18),
    ),
    Matter(
        "Voice of the child",
        "The child has asked twice for an advocate and none was offered.",
        "An advocate has met the child and will come to the review.",
        "Child’s voice heard",
        range(5, 18),
    ),
    Matter(
        "Changes of social worker",
        "This is the third social worker since the summer; the child was told by text message.",
        "The team manager has met the child and named who stays.",
        "No effect yet",
        range(5, 18),
    ),
)
WITH_PARTNERS = (
    Matter(
        "Health",
        "The initial health assessment was not offered in time.",
        "An appointment is offered next week.",
        "Service provided",
        agency=Agency.HEALTH,
    ),
    Matter(
        "Education",
        "No meeting about the personal education plan was held this term.",
        "The meeting is set; the virtual school takes part.",
        "Plan moved on",
        range(5, 17),
        Agency.EDUCATION,
    ),
    Matter(
        "Health",
        "The referral was closed without a word to the carers.",
        "The referral is open again, with a first appointment.",
        "Service provided",
        range(5, 18),
        Agency.MENTAL_HEALTH,
    ),
    Matter(
        "Transition to adult services",
        "Nobody has said whether adult services will assess before the birthday.",
        "An assessor is named.",
        "Plan moved on",
        range(15, 18),
        Agency.ADULT_SERVICES,
    ),
    Matter(
        "Placement",
        "No flat is offered, and the placement ends.",
        "A flat is kept until the move.",
        "Placement kept or changed for the better",
        range(16, 18),
        Agency.HOUSING,
    ),
)
DONE_WELL = (
    Matter(
        "Life story and identity",
        "Life story work that the child is proud of, shown at the review page by page.",
        "Thank you. It will be shown at the team’s next meeting.",
        "Practice shared with others",
    ),
    Matter(
        "Voice of the child",
        "The social worker prepared the child so well that the child chaired half of the review.",
        "Thank you; told to the whole team.",
        "Child’s voice heard",
        range(7, 18),
    ),
    Matter(
        "Family time",
        "Family time was built up step by step with the parents, and each step was kept.",
        "Thank you. The parents were told as well.",
        "Family time kept or changed for the better",
    ),
    Matter(
        "Placement",
        "The carers and the school held the placement through a hard term.",
        "Thank you; passed on to the carers.",
        "Placement kept or changed for the better",
        agency=Agency.PLACEMENT,
    ),
)
PAUSES = (
    "The court decides at its hearing whether the plan may change",
    "The team manager is away; the service manager agreed to wait",
    "The assessment that was asked for is under way",
)
QUESTIONS = (
    (
        "May the authority change family time before the court has decided?",
        "Not beyond what the order allows; the authority has to go back to court.",
        "Told the team; the plan was put back.",
    ),
    (
        "Does the plan need a new care and support assessment before the move?",
        "Yes, and the child’s wishes are to be recorded with it.",
        "Put to the senior manager with the alert.",
    ),
    (
        "Is the young person owed a pathway plan by this authority?",
        "Yes: looked after for long enough since the fourteenth birthday.",
        "The assessment has begun.",
    ),
)
LAW_FIRM = "Independent legal advice line"
