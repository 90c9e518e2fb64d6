"""Sentences that several definitions share."""

WHOSE = "For one IRO: where that IRO was responsible for the child on the day that puts it into the period."
WHOSE_START = (
    "For one IRO: where that IRO was responsible for the child on the day care began, or was the first to be given "
    "the child in that time in care."
)
IN_TIME = (
    "In time means on or before the last day that the law allows, or the service's own limit where that is stricter; "
    "a series of meetings or an adjourned review must also have been completed within its own limit."
)
NO_OFFICIAL = "No official definition was found: this one is as many authorities print it"
HELD = "Reviews of children looked after held in the period, also where care has ended since"
COUNTED = "Each of them counts as one"
CODES = "SSDA903 REVIEW_CODE; no national definition of the share was found"
REVIEWS, AFTER, BEFORE = "Reviews", "After the review", "Before the review"
TAKING_PART, BETWEEN, PATHWAY = "Taking part", "Between reviews", "Pathway plan reviews"
CHALLENGE, CASELOAD, CHILDREN = "Challenge and praise", "Caseload", "The children"
FOSTERING = "Fostering"
