"""What is on record of one child, as frozen data for the window and the command line. Words are ready to be shown."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from iro_desktop.domain.vocabulary import SplitReason


class Entry(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"  # several lines
    BIRTH = "birth"  # a day, a month, a year, or expected
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of a child."""

    name: str  # of the act ``ChangeChild``
    label: str
    words: str  # as shown; "" where it is not known
    value: str  # as filled in: the text, or the code chosen; "" where it is not known
    entry: Entry = Entry.LINE
    options: tuple[tuple[str, str], ...] = ()  # code and words, for a choice
    hint: str = ""


@dataclass(frozen=True, slots=True)
class EpisodeLine:
    """One episode of care, codes in words."""

    started_on: date
    span: str  # "2 Nov 2026 to 9 Nov 2026", "since 9 Nov 2026"
    words: str  # "Interim care order (C1), foster care (U6), the authority itself (PR1)"
    why: str  # why it began: "started to be looked after"
    legal_status: str  # codes; "" where not known
    placement: str
    provider: str
    ended_on: date | None
    end_reason: str
    ended_words: str  # "returned home, planned (E4A)"; "" where it goes on or another follows


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """One time of being looked after, newest episode first."""

    words: str  # "Looked after since 2 Nov 2026", "Looked after 2 Nov 2024 to 3 Mar 2025: returned home, planned"
    is_open: bool
    episodes: tuple[EpisodeLine, ...]


@dataclass(frozen=True, slots=True)
class Responsible:
    """A time in which somebody was responsible for the child."""

    role: str  # "IRO", "social worker", "personal adviser"
    who: str  # with the team where it is known
    span: str
    is_now: bool
    note: str = ""  # what was handed over


@dataclass(frozen=True, slots=True)
class SplitView:
    """How far brothers and sisters share one IRO."""

    group: str
    words: str  # "All have the same IRO."; who has which; the reason and how they keep in touch
    is_split: bool  # this child has another IRO than a brother or sister
    is_missing: bool  # and no reason is stated
    reason: SplitReason | None = None
    liaison: str = ""


@dataclass(frozen=True, slots=True)
class ChildRecord:
    """All that is on record of a child besides the work of reviews."""

    child: str
    row_version: int
    fields: tuple[FieldRow, ...]
    periods: tuple[PeriodLine, ...]  # newest first
    responsible: tuple[Responsible, ...]  # by role, newest first
    iro_changes: int
    split: SplitView | None  # None: in no group of brothers and sisters
    was_also: tuple[str, ...] = ()  # ids of second entries merged into this one


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One of two entries that may be the same child."""

    child: str
    name: str
    lines: tuple[tuple[str, str], ...]  # born, looked after since, last review, IRO, records


@dataclass(frozen=True, slots=True)
class MergeView:
    """Two entries side by side, and what a merge would do. Nothing is changed."""

    goes: EntryLine
    stays: EntryLine
    moves: tuple[str, ...]  # "3 reviews", "1 recommendation"
    kept_once: int
    wrong: tuple[str, ...]  # why it cannot be
    differs: tuple[str, ...]  # what makes it doubtful that they are one child: "birth date", "name"


@dataclass(frozen=True, slots=True)
class Alike:
    """A child who may be the one that is being added."""

    child: str
    name: str
    born_on: date | None
    why: str  # "the same id", "the same name and birth date", "sounds like it"
    is_same_id: bool = False
