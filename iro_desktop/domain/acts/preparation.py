"""Acts about preparing a review: what is sent and comes back, the child's wishes, the talk with the child."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Role, SendingKind, TalkHow


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSent:
    """Record that an invitation, a consultation form or the record of the review was sent."""

    kind: ClassVar[str] = "RecordSent"
    child: str
    what: SendingKind
    to: Role
    sent_on: date
    person: str | None = None  # the name as held; None: to the role or agency as such
    without_place: bool = False  # an invitation that does not say where the review is

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.what.label.capitalize()} sent for {self.child}: {self.to.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReturned:
    """Record that what was sent came back answered; an empty ``views`` says no more than that."""

    kind: ClassVar[str] = "RecordReturned"
    child: str
    what: SendingKind
    to: Role
    sent_on: date  # as recorded
    returned_on: date
    person: str | None = None
    views: str | None = None  # in their words

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.what.label.capitalize()} returned for {self.child}: {self.to.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChased:
    """Record that an answer was asked for again."""

    kind: ClassVar[str] = "RecordChased"
    child: str
    what: SendingKind
    to: Role
    sent_on: date  # as recorded
    chased_on: date
    person: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.what.label.capitalize()} chased for {self.child}: {self.to.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSent:
    """Take away an entry made by mistake."""

    kind: ClassVar[str] = "RemoveSent"
    child: str
    what: SendingKind
    to: Role
    sent_on: date  # as recorded
    person: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away: {self.what.label} sent for {self.child}, {short(self.sent_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWishes:
    """Record what a child wants of the review, in their words; told on the same day again replaces it."""

    kind: ClassVar[str] = "RecordWishes"
    child: str
    told_on: date
    where: str | None = None
    when: str | None = None
    who: str | None = None
    chairing: str | None = None
    not_coming: str | None = None
    views: str | None = None
    explained_on: date | None = None  # rights, advocacy and complaints explained

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Wishes of {self.child} for the review, told {short(self.told_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTalk:
    """Record how the IRO heard the child before the review, or why not (SI 2010/959 reg 36(1))."""

    kind: ClassVar[str] = "RecordTalk"
    child: str
    on: date
    how: TalkHow
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Before the review of {self.child}: {self.how.label}"
