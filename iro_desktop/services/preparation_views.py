"""What the window shows of the preparation of a review and the people around a child: words ready to show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from iro_desktop.domain.acts import Act
from iro_desktop.domain.vocabulary import Restriction, Role, SendingKind, Standing


class PrepForm(StrEnum):
    """The form that a line of the sheet opens."""

    BOOK = "book"
    WISHES = "wishes"
    TALK = "talk"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class PrepLine:
    """One line of the sheet. ``name`` and ``said`` are personal: shown only to a stated reader."""

    key: str  # tells lines apart
    label: str  # "Mother", "Where"
    words: str  # how it stands; no names, no free words
    name: str = ""  # who
    said: str = ""  # free words: the child's own, a reason, a place
    standing: Standing | None = None  # None: nothing to be done about it
    do_words: str = ""  # "Sent today"; "" where there is nothing to do
    acts: tuple[Act, ...] = ()  # what doing it makes, as one act of the history
    sentence: str = ""  # what the history shows of them
    asks: PrepForm | None = None  # the form that doing it opens, where there are no acts
    to: Role | None = None  # who is asked, on the lines of those who are
    person: str | None = None  # the name as held


@dataclass(frozen=True, slots=True)
class PrepPart:
    """Lines under one heading."""

    heading: str
    lines: tuple[PrepLine, ...]


@dataclass(frozen=True, slots=True)
class PrepSheet:
    """All that is to be known before the next review, on a page."""

    child: str
    name: str
    heading: str  # "Third review, Wednesday 20 January 2027 at 10:00"
    summary: tuple[tuple[int, str], ...]  # counts with their words
    booked_on: date | None
    parts: tuple[PrepPart, ...]

    def line(self, key: str) -> PrepLine | None:
        """The line of that key."""
        return next((one for part in self.parts for one in part.lines if one.key == key), None)


@dataclass(frozen=True, slots=True)
class RestrictionRow:
    """What must not be done towards somebody."""

    what: Restriction
    words: str  # "Not invited, since 2 Nov 2026"
    reason: str
    from_on: date
    to_on: date | None  # last day
    holds: bool  # today


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody around the child."""

    person: str  # the name as held
    role: Role
    role_words: str
    agency_words: str
    responsibility: str  # "parental responsibility", "no parental responsibility", ""
    phone: str
    email: str
    note: str
    asked_words: str  # "invited, consulted, sent the record"
    state_words: str  # what was sent for the next review
    is_invited: bool
    is_consulted: bool
    is_sent_record: bool
    restrictions: tuple[RestrictionRow, ...]  # oldest first
    left_on: date | None
    row_version: int

    @property
    def restricted_words(self) -> str:
        """The restrictions that hold today."""
        return "; ".join(one.words for one in self.restrictions if one.holds)


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody to whom something can be sent: the child, a person around them, or a role as such."""

    to: Role
    person: str | None
    words: str  # "Mother, Mary Smith"
    refused: Mapping[SendingKind, str]  # why not today; "" where they may have it
    only_without_place: bool  # an invitation may go that does not say where the review is
    is_invited: bool = True
    is_consulted: bool = True
    is_sent_record: bool = True


@dataclass(frozen=True, slots=True)
class SendingRow:
    """Something that was sent."""

    what: SendingKind
    to: Role
    person: str | None
    sent_on: date
    returned_on: date | None
    words: str  # "Consultation form to the mother, Mary Smith, sent Mon 9 Nov"
    is_of_next_review: bool


@dataclass(frozen=True, slots=True)
class WishesRow:
    """What the child wants, as told last."""

    told_on: date
    where: str
    when: str
    who: str
    chairing: str
    not_coming: str
    views: str
    explained_on: date | None


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The people around a child, with what was sent to them."""

    child: str
    people: tuple[PersonRow, ...]  # those who left last
    receivers: tuple[Receiver, ...]  # the child first
    sendings: tuple[SendingRow, ...]  # newest first
    wishes: WishesRow | None = None
    born_on: date | None = None
    counts: tuple[tuple[int, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class LetterText:
    """A text for somebody, to be pasted into an e-mail."""

    text: str
    words: str  # what was made, without names: "invitation, mother"
    sent: tuple[Act, ...]  # records it as sent, or chased, today; empty where that is recorded
