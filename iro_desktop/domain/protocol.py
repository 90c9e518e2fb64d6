"""A service's own protocol of disputes: its stages in order, who answers each, and in which time.

Written as one text, stages with ``|`` between them, each with its kind, name, who answers, and a limit or ``none``:
``informal, Informal alert, team manager, 5wd | formal, Formal alert, senior manager, 10wd``. The first may be
informal; every other is formal. Authorities differ in all of these; the IRO Handbook (6.2) limits only the whole.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from iro_desktop.domain.vocabulary import AlertStage

STANDARD_STAGES = "informal, Informal alert, team manager, 5wd | formal, Formal alert, senior manager, 10wd"
NO_LIMIT = "none"
FORMAL_STAGES = (
    AlertStage.FORMAL,
    AlertStage.FORMAL_2,
    AlertStage.FORMAL_3,
    AlertStage.FORMAL_4,
    AlertStage.FORMAL_5,
)
_LIMIT = re.compile(r"[1-9]\d{0,2}(wd|d|w|m)")
_PARTS = 4


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a protocol."""

    stage: AlertStage
    name: str  # as the service calls it
    responder: str  # who answers, by role
    limit: str | None  # "5wd"; None: no clock of its own


@dataclass(frozen=True, slots=True)
class Protocol:
    """The stages in their order."""

    stages: tuple[Stage, ...]

    @property
    def first(self) -> Stage:
        """Where an alert begins that is raised in its ordinary turn."""
        return self.stages[0]

    def of(self, stage: AlertStage) -> Stage | None:
        """That stage as the service has it; ``None``: it is no stage of this protocol."""
        return next((one for one in self.stages if one.stage is stage), None)

    def after(self, stage: AlertStage) -> tuple[Stage, ...]:
        """The stages that may follow that one, in order: any of them may be skipped."""
        order = [one.stage for one in self.stages]
        return self.stages[order.index(stage) + 1 :] if stage in order else ()


@lru_cache(maxsize=64)
def protocol_of(text: str) -> Protocol:
    """Read a protocol. Raises ``ValueError`` with a sentence that says what is wrong with it."""
    stages: list[Stage] = []
    formal = iter(FORMAL_STAGES)
    for number, line in enumerate(text.split("|"), 1):
        parts = [part.strip() for part in line.split(",")]
        if len(parts) != _PARTS or not all(parts):
            raise ValueError(f"Stage {number} is written as: informal or formal, its name, who answers, 5wd or none")
        kind, name, responder, limit = parts
        if kind not in ("informal", "formal") or (kind == "informal" and number > 1):
            raise ValueError(f"Stage {number} is “formal”; the first alone may be “informal”")
        if limit != NO_LIMIT and not _LIMIT.fullmatch(limit):
            raise ValueError(f"The limit of stage {number} is written as 5wd, 10d or 2w, or as “{NO_LIMIT}”")
        stage = AlertStage.INFORMAL if kind == "informal" else next(formal, None)
        if stage is None:
            raise ValueError("There are six stages at most, one informal and five formal")
        stages.append(Stage(stage, name, responder, None if limit == NO_LIMIT else limit))
    return Protocol(tuple(stages))


def fault_of_stages(text: str) -> str:
    """Why that text is no protocol; "" where it is one."""
    try:
        protocol_of(text)
    except ValueError as error:
        return str(error)
    return ""
