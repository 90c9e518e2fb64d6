"""The sample as handed out: children as the return knows them, and the acts that tell the rest."""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.acts import Act
from iro_desktop.domain.records import Episode, Review
from iro_desktop.domain.vocabulary import Sex


@dataclass(frozen=True, slots=True)
class SampleChild:
    """One child with what an SSDA903 return holds. ``child_id`` of the records is the council's id."""

    council_id: str
    born_on: date
    sex: Sex
    ethnicity: str
    upn: str
    episodes: tuple[Episode, ...]  # oldest first
    reviews: tuple[Review, ...]  # oldest first; none for short breaks (SSDA903 rule 399)
    uasc_until: date | None  # the day unaccompanied status ends; None: not unaccompanied

    @property
    def is_open(self) -> bool:
        """Whether the child is looked after on the day of the sample."""
        return self.episodes[-1].ended_on is None


@dataclass(frozen=True, slots=True)
class Sample:
    """An invented authority on one day."""

    today: date
    children: tuple[SampleChild, ...]  # by id; those looked after and those who have left
    acts: tuple[Act, ...]  # in the order in which they are to be applied, after the import

    @property
    def open_children(self) -> tuple[SampleChild, ...]:
        """Those looked after on the day of the sample."""
        return tuple(child for child in self.children if child.is_open)
