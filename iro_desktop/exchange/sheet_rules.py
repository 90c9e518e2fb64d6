"""How the columns of a caseload are headed, as data: one rule per way of saying a field.

A rule asks of a heading made plain (``plain_words``) for one word out of each set in ``needs``; words in ``knows``
change nothing, any other word makes the match doubtful, and a word in ``never`` forbids it.

Invented from the wording of councils' public forms, from Annex A, list 8, and from the Standard Safeguarding Dataset.
What is dangerous here is not a column that is missed but one that is mistaken: a review that is *due* is not one that
was held, a mother's birth date not the child's, an episode's start not the start of care.
"""

from dataclasses import dataclass

from iro_desktop.exchange.sheet_fields import CaseloadField, Sureness
from iro_desktop.exchange.sheet_words import word_set


@dataclass(frozen=True, slots=True)
class HeadingRule:
    """One way of heading a column."""

    field: CaseloadField
    needs: tuple[frozenset[str], ...]
    knows: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    at_best: Sureness = Sureness.SURE
    because: str = "it is not the usual heading for it"  # said where the match is not sure


_OTHERS = word_set(
    "social worker sw manager team carer carers placement school mother mothers father fathers parent parents gp nhs"
    " upn urn professional advocate guardian solicitor court adviser advisor pa visitor hospital health dental nurse"
)
_SYSTEMS = word_set(
    "mosaic lcs liquidlogic eclipse carefirst ics frameworki fwi azeus swift protocol paris capita ssda903 903"
)
_DUE = word_set("due target deadline overdue expected timescale required limit must days weeks status")
_NOT_THIS_REVIEW = word_set(
    "health medical pathway pep education dental midpoint mid midway conference cp cpp plan supervision foster"
    " fostering carer placement minutes visit contact type category outcome decision decisions status participation"
    " method venue time place location chair chaired comment comments notes reason sdq permanence panel"
    " disruption risk assessment medication invited attended recommendations recommendation distributed report"
)
_CARE_IS_NOT = word_set(
    "end ended ceased ceases left leaving leaver discharge placement legal status review visit order pathway plan"
    " health pep medical age days weeks months category reason type number count expected due mother next iro booked"
)

RULES: tuple[HeadingRule, ...] = (
    HeadingRule(
        CaseloadField.CHILD,
        (word_set("id number"), word_set("child case record system") | _SYSTEMS),
        word_set("unique cla local record case council authority la") | _SYSTEMS | word_set("child id number system"),
        _OTHERS
        | word_set("sibling family group household iro officer review placement row age date name surname forename"),
    ),
    HeadingRule(
        CaseloadField.CHILD,
        (word_set("id"),),
        word_set("unique number local record system"),
        _OTHERS
        | word_set("sibling family group household iro officer review row age date name child case surname forename")
        | _SYSTEMS,
    ),
    HeadingRule(CaseloadField.CHILD, (_SYSTEMS,), _SYSTEMS, _OTHERS | word_set("date review start name iro status")),
    HeadingRule(
        CaseloadField.NAME,
        (word_set("surname"), word_set("forename")),
        word_set("child name first last full cla initial initials"),
        _OTHERS | word_set("iro officer sibling previous birth maiden known preferred"),
    ),
    HeadingRule(
        CaseloadField.NAME,
        (word_set("name fullname"),),
        word_set("child full cla legal whole familyfirst"),
        _OTHERS
        | word_set("iro officer sibling forename surname chair family preferred known middle user group previous"),
    ),
    HeadingRule(
        CaseloadField.GIVEN_NAME,
        (word_set("forename"),),
        word_set("child name cla legal"),
        _OTHERS | word_set("iro officer sibling surname preferred known middle second chair previous"),
    ),
    HeadingRule(
        CaseloadField.FAMILY_NAME,
        (word_set("surname"),),
        word_set("child name cla legal"),
        _OTHERS | word_set("iro officer sibling forename preferred known birth maiden previous chair former"),
    ),
    HeadingRule(
        CaseloadField.BORN_ON,
        (word_set("dob"),),
        word_set("child date cla actual"),
        _OTHERS | word_set("iro sibling place expected edd name"),
    ),
    HeadingRule(
        CaseloadField.BORN_ON,
        (word_set("birth"),),
        word_set("child date"),
        _OTHERS | word_set("sibling place weight name certificate order expected country mothers"),
        Sureness.LIKELY,
    ),
    HeadingRule(
        CaseloadField.LOOKED_AFTER_SINCE,
        (
            word_set("cla care accommodated"),
            word_set("start since from became become becoming becomes entered admitted admission taken into came"),
        ),
        word_set("date child current last this now cla care start since became period spell"),
        _CARE_IS_NOT | word_set("episode first"),
        because="it may not be the start of the present period of care",
    ),
    HeadingRule(
        CaseloadField.LOOKED_AFTER_SINCE,
        (word_set("cla care accommodated episode"), word_set("date start since became first")),
        word_set("date start child current"),
        _CARE_IS_NOT,
        Sureness.UNSURE,
        "it may be another date than the start of the present period of care",
    ),
    HeadingRule(
        CaseloadField.LOOKED_AFTER_SINCE,
        (word_set("start since admitted admission"),),
        word_set("date"),
        _CARE_IS_NOT | _OTHERS,
        Sureness.UNSURE,
        "it does not say what started",
    ),
    HeadingRule(
        CaseloadField.LAST_REVIEW_ON,
        (word_set("last previous held"), word_set("review")),
        word_set("date cla statutory child held last actual meeting iro"),
        _DUE | _NOT_THIS_REVIEW | word_set("next booked forthcoming upcoming future number count first second team"),
    ),
    HeadingRule(
        CaseloadField.LAST_REVIEW_ON,
        (word_set("review"), word_set("date cla statutory") | word_set("review")),
        word_set("date cla statutory child review"),
        _DUE
        | _NOT_THIS_REVIEW
        | word_set("next booked forthcoming upcoming future number count previous last held team"),
        Sureness.UNSURE,
        "it does not say whether the review was held or is still to come",
    ),
    HeadingRule(
        CaseloadField.LAST_REVIEW_NUMBER,
        (word_set("review"), word_set("number sequence seq")),
        word_set("last cla statutory child id held previous"),
        _DUE | _NOT_THIS_REVIEW | word_set("next booked forthcoming upcoming future date first count"),
    ),
    HeadingRule(
        CaseloadField.LAST_REVIEW_NUMBER,
        (word_set("review"), word_set("count")),
        word_set("cla number held"),
        _DUE | _NOT_THIS_REVIEW | word_set("next booked forthcoming upcoming future date first"),
        Sureness.LIKELY,
        "a count of reviews may leave some out",
    ),
    HeadingRule(
        CaseloadField.NEXT_REVIEW_ON,
        (word_set("booked"), word_set("review")),
        word_set("next date cla statutory child"),
        _DUE | _NOT_THIS_REVIEW | word_set("last previous held number count first"),
    ),
    HeadingRule(
        CaseloadField.NEXT_REVIEW_ON,
        (word_set("next forthcoming upcoming future"), word_set("review")),
        word_set("date cla statutory child"),
        _DUE | _NOT_THIS_REVIEW | word_set("last previous held number count first"),
        Sureness.LIKELY,
        "it may be the day by which the review is due, not the day it is booked for",
    ),
    HeadingRule(
        CaseloadField.NEXT_REVIEW_ON,
        (word_set("booked"),),
        word_set("date next"),
        _DUE | _NOT_THIS_REVIEW | word_set("last previous held number count first"),
        Sureness.LIKELY,
        "it does not say what is booked",
    ),
    HeadingRule(
        CaseloadField.IRO,
        (word_set("iro"),),
        word_set("name allocated worker current child assigned named cla officer responsible"),
        (_OTHERS - {"worker"})
        | word_set(
            "date visit contact email phone id number previous last next comments notes alert footprint review start"
            " from"
        ),
    ),
    HeadingRule(
        CaseloadField.IRO,
        (word_set("chair chairperson chaired"),),
        word_set("review cla name"),
        _OTHERS | word_set("date cp conference next"),
        Sureness.LIKELY,
        "the chair of one review may not be the child's IRO",
    ),
    HeadingRule(
        CaseloadField.SIBLINGS,
        (word_set("family household"), word_set("group id number unit")),
        word_set("sibling family group id number name cla child care"),
        _OTHERS | word_set("count size placed together apart contact surname forename y n yes history"),
    ),
    HeadingRule(
        CaseloadField.SIBLINGS,
        (word_set("sibling"), word_set("group id unit")),
        word_set("sibling family group id number name cla child care"),
        _OTHERS | word_set("count size placed together apart contact surname forename y n yes history"),
    ),
    HeadingRule(
        CaseloadField.SIBLINGS,
        (word_set("sibling"),),
        word_set("id name child cla care other also looked"),
        _OTHERS | word_set("number count size placed together apart contact y n yes placement assessment dob"),
    ),
    HeadingRule(
        CaseloadField.SIBLINGS,
        (word_set("family household"),),
        frozenset(),
        _OTHERS | word_set("surname time support name contact count size"),
        Sureness.LIKELY,
    ),
)
