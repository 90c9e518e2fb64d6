"""A challenge by the IRO: how long each stage has, and how long the whole has; and what a partner agency is asked.

IRO Handbook 2010 ch.6. The stages and their days are a service's own to set (``domain.protocol``): the rows here are
one authority's protocol, and stand where nobody has chosen. The formal process as a whole has a limit in the Handbook.
"""

from dataclasses import replace
from functools import lru_cache

from iro_desktop.domain.dates import short
from iro_desktop.domain.protocol import Stage
from iro_desktop.domain.records import Setting
from iro_desktop.domain.vocabulary import Agency, AlertStage, Authority, Mark, Ownership
from iro_desktop.rules.model import Citation, Offset, Rule, Unit
from iro_desktop.rules.offsets import parse_offset


def _stage(
    name: str, what: str, sentence: str, trigger: str, days: int, owner: str, authority: Authority, citation: Citation
) -> Rule:
    return Rule(
        f"alert.{name}",
        "alert",
        sentence,
        what,
        trigger,
        Offset(days, Unit.WORKING_DAYS),
        owner,
        Ownership.THEIRS,
        authority,
        citation,
    )


INFORMAL = _stage(
    "informal",
    "Answer to an informal alert",
    "The team manager answers an informal alert within 5 working days.",
    "the informal alert was raised",
    5,
    "team manager",
    Authority.LOCAL,
    Citation("Protocol of one authority; IRO Handbook 2010 6.1 for the informal attempt", Mark.V),
)
FORMAL = _stage(
    "formal",
    "Answer to a formal alert",
    "The senior manager answers a formal alert within 10 working days of the start of that stage.",
    "the formal stage began",
    10,
    "senior manager",
    Authority.LOCAL,
    Citation("Protocol of one authority, ten days, read as working days", Mark.V),
)


def _further(stage: AlertStage, ordinal: str) -> Rule:
    """A further formal stage; it is reached only where a service has one, and then by that service's own limit."""
    return _stage(
        stage.value,
        f"Answer to a formal alert, {ordinal} stage",
        f"The {ordinal} formal stage of a dispute is answered within 5 working days of its start.",
        f"the {ordinal} formal stage began",
        5,
        "the next manager",
        Authority.LOCAL,
        Citation("Pattern of several authorities, 5 working days a stage; IRO Handbook 2010 6.2 for stages", Mark.M),
    )


FURTHER = (
    _further(AlertStage.FORMAL_2, "second"),
    _further(AlertStage.FORMAL_3, "third"),
    _further(AlertStage.FORMAL_4, "fourth"),
    _further(AlertStage.FORMAL_5, "fifth"),
)
CAP = _stage(
    "cap",
    "End of the dispute process",
    "A dispute is resolved, all its stages together, within 20 working days of the day it was raised.",
    "the alert was raised",
    20,
    "responsible authority",
    Authority.GUIDANCE,
    Citation("IRO Handbook 2010 6.2", Mark.V),
)
PARTNER = _stage(
    "partner",
    "Answer to a partner escalation",
    "A partner agency answers an escalation by the day it was asked to, or within 10 working days.",
    "it was escalated to the partner agency",
    10,
    "partner agency",
    Authority.LOCAL,
    Citation("Practice of one authority that escalates to partner agencies; no text sets a time", Mark.I),
)
RULES = (INFORMAL, FORMAL, *FURTHER, CAP, PARTNER)
OF_STAGE = {
    AlertStage.INFORMAL: INFORMAL,
    AlertStage.FORMAL: FORMAL,
    **{AlertStage(row.id.removeprefix("alert.")): row for row in FURTHER},
}
OF_PARTNERS = frozenset({AlertStage.PARTNER, AlertStage.PARTNER_SENIOR})


@lru_cache(maxsize=1 << 7)
def by_protocol(rule: Rule, stage: Stage, setting: Setting) -> Rule | None:
    """The row of a stage as the service's protocol has it; ``None``: it sets that stage no time."""
    if stage.limit is None:
        return None
    offset = parse_offset(stage.limit)
    return replace(
        rule,
        offset=offset,
        what=f"Answer to “{stage.name}”",
        sentence=f"“{stage.name}” is answered by the {stage.responder} within {offset.words} of its start.",
        trigger=f"the stage “{stage.name}” began",
        owner=stage.responder,
        citation=Citation(f"Local protocol from {short(setting.from_on)}; IRO Handbook 2010 6.2 for stages", Mark.LA),
    )


@lru_cache(maxsize=1 << 7)
def of_partner(agency: Agency, offset: Offset, *, is_asked: bool, setting: Setting | None) -> Rule:
    """What one agency is asked; ``is_asked``: by a day named with the escalation, not by the service's setting."""
    row = replace(PARTNER, owner=agency.label, offset=offset)
    if is_asked:
        sentence = f"{agency.label[:1].upper()}{agency.label[1:]} was asked to answer by that day."
        return replace(row, sentence=sentence, citation=Citation("The day named with the escalation", Mark.LA))
    if setting is not None:
        return replace(
            row,
            sentence=f"A partner agency answers an escalation within {offset.words}.",
            citation=Citation(f"Local standard from {short(setting.from_on)}", Mark.LA),
        )
    return row
