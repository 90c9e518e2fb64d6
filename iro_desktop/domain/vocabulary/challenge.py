"""Challenge and praise: alerts, partner escalations, good practice."""

from iro_desktop.domain.vocabulary.labelled import Labelled


class AlertKind(Labelled):
    """What an IRO raises, and with whom."""

    CHALLENGE = "challenge", "quality assurance alert"
    PARTNER = "partner", "partner escalation"
    GOOD_PRACTICE = "good-practice", "good practice"


class AlertStage(Labelled):
    """How far an alert has gone (IRO Handbook ch.6).

    What a service calls its stages, who answers and in which time is its own protocol (``domain.protocol``); these are
    their places in it. A referral to Cafcass may be made at any time (Children Act 1989 s.25B(3)).
    """

    INFORMAL = "informal", "informal alert"
    FORMAL = "formal", "formal alert"
    FORMAL_2 = "formal-2", "formal alert, second stage"
    FORMAL_3 = "formal-3", "formal alert, third stage"
    FORMAL_4 = "formal-4", "formal alert, fourth stage"
    FORMAL_5 = "formal-5", "formal alert, fifth stage"
    CAFCASS = "cafcass", "referred to Cafcass"
    PARTNER = "partner", "escalated to the partner agency"
    PARTNER_SENIOR = "partner-2", "escalated to the agency’s senior manager"
    GOOD_PRACTICE = "praise", "good practice told"


class CafcassGround(Labelled):
    """Why a case is referred to Cafcass (SI 2010/959 reg 45; Children Act 1989 s.25B(3))."""

    PLAN = "plan", "the authority failed to prepare the plan"
    REVIEW = "review", "the authority failed to review the case"
    DECISION = "decision", "the authority failed to implement a decision"
    DUTY = "duty", "the authority is otherwise in breach of its duties to the child"
    APPROPRIATE = "appropriate", "the IRO considers it appropriate"


class AlertOutcome(Labelled):
    """What came of an alert."""

    RESOLVED = "resolved", "resolved as asked"
    PARTLY = "partly", "partly resolved"
    NOT_RESOLVED = "not-resolved", "not resolved"
    EXPLAINED = "explained", "explained: the concern does not stand"
    OVERTAKEN = "overtaken", "overtaken by events"
    WITHDRAWN = "withdrawn", "withdrawn by the IRO"
    ACKNOWLEDGED = "acknowledged", "good practice acknowledged"


class ServiceList(Labelled):
    """A list of words that the service owns."""

    THEME = "theme", "themes"
    EFFECT = "effect", "effects for the child"
