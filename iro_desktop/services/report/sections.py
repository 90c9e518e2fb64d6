"""The sections of the annual report, in the order in which they stand. Another one is a line here."""

from iro_desktop.services.report import (
    appendix,
    challenge,
    children,
    further,
    indicators,
    opening,
    plan,
    reviews,
    taking_part,
    team,
)
from iro_desktop.services.report.model import Section

APPENDIX = "measures"
SECTIONS = (
    Section(
        "introduction", "Introduction", opening.introduction,
        "What kind of year it was, what went well, what has to be better, in a page at most.", is_needed=True,
    ),
    Section(
        "purpose", "Purpose of the service and legal context", opening.purpose,
        "What is particular to this service: to whom it answers, with whom it works.",
    ),
    Section(
        "service", "Profile of the service and workload", team.service,
        "Who manages the service, how stable the team was, how caseloads were kept fair.", is_needed=True,
    ),
    Section(
        "children", "Profile of the children", children.children,
        "Why numbers rose or fell, and what the profile means for the work.", is_needed=True,
    ),
    Section(
        "reviews", "Reviews of children looked after", reviews.reviews,
        "Why reviews were late or rearranged, and what the service does about it.", is_needed=True,
    ),
    Section(
        "pathway", "Pathway plan reviews", reviews.pathway,
        "How care leavers are reviewed, and what helped them to come.",
    ),
    Section(
        "indicators", "Performance indicators", indicators.indicators,
        "What in the table needs a word, and what was published otherwise before.",
    ),
    Section(
        "participation", "Participation", taking_part.participation,
        "How children are heard before and at their reviews, also the youngest.", is_needed=True,
    ),
    Section(
        "attendance", "Attendance", taking_part.attendance,
        "What brings children and young people to their reviews, and what keeps them away.",
    ),
    Section(
        "feedback", "Feedback about the service", taking_part.feedback,
        "How children, families and others were asked, and what the service changed.", is_needed=True,
    ),
    Section(
        "partners", "Consultation with partner agencies", taking_part.partners,
        "How partners are consulted beside the forms, and how returns are shared with them.",
    ),
    Section(
        "challenge", "Dispute resolution, alerts and good practice", challenge.challenge,
        "What alerts changed for children, what is learned, which good practice is worth copying.", is_needed=True,
    ),
    Section(
        "progress", "Progress against the year’s actions", plan.progress,
        "What the actions of the year came to as a whole.",
    ),
    Section(
        "priorities", "Priorities for the next year", plan.priorities,
        "Why these, and how it will be seen that they are met.", is_needed=True,
    ),
    Section(
        "further", "Further figures", further.further,
        "What in these figures needs a word; audits and advocacy, where the service has them.",
    ),
    Section(APPENDIX, "How the figures are counted", appendix.appendix),
)  # fmt: skip
KEYS = tuple(one.key for one in SECTIONS)
BY_KEY = {one.key: one for one in SECTIONS}
