"""What an output is: what it is about, what has to be said for it, and what makes its document.

An output is data. ``register.py`` lists all of them; the window's page, the command line and the preview follow from
the list, so an output that is in it can be had everywhere.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from iro_desktop.domain.documents import Document
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Agency, OutputFormat
from iro_desktop.exchange.sheet_table import OutBook
from iro_desktop.measures.model import Span
from iro_desktop.services.acting import Actor
from iro_desktop.services.names_out import Reader
from iro_desktop.services.outputs.step import Step, no_step
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.store import Store


class Group(StrEnum):
    """Under which heading an output stands in the list."""

    CHILD = "For a child"
    IRO = "For an IRO"
    SERVICE = "For the service"
    PARTNERS = "For partners"


class Asks(StrEnum):
    """What has to be said before an output can be made; the window shows a field for each, the command an option."""

    IRO = "iro"  # optional: without, the whole service
    ONE_IRO = "one-iro"  # an IRO has to be named
    CHILD = "child"
    REVIEW = "review"  # the day of a held review of the child; the newest where none is said
    AGENCY = "agency"
    QUARTER = "quarter"  # a day in it; the last whole quarter where none is said
    YEAR = "year"  # that begins on 1 April; the last whole one where none is said
    PERIOD = "period"  # from and to
    FILTER = "filter"  # words, order and view of the caseload
    SMALL = "small"  # whether small numbers are hidden
    NAMES_STAY = "names-stay"  # which names of others may stand in it; none where nothing is said
    PROPOSED = "proposed"  # whether what the facts propose is taken in too


class Names(StrEnum):
    """Whether names stand in it."""

    NEVER = "never"
    ON_WISH = "on-wish"  # by the council's ids, unless names are asked for with a reader and a purpose
    ALWAYS = "always"  # it cannot be made without, such as a letter to the child: reader and purpose are asked for


@dataclass(frozen=True, slots=True)
class OutputWish:
    """What was said for one output; what an output does not ask for is left alone."""

    output: str  # its key
    iro: str | None = None
    child: str | None = None  # council id
    held_on: date | None = None
    agency: Agency | None = None
    on: date | None = None  # a day in the quarter
    year: int | None = None
    span: Span | None = None
    words: str = ""  # filter
    sort: str = ""
    is_turned: bool = False
    view: str = ""
    hides_small: bool = True
    with_proposed: bool = False  # what the facts propose too, where nothing is written
    allowed_names: tuple[str, ...] = ()  # of other children or restricted people, that may stand in it this once
    names: Reader | None = None


@dataclass(frozen=True, slots=True)
class Making:
    """All that a maker works with. ``step`` is told how far it is and raises ``long_work.Cancelled`` to stop it."""

    snapshot: Snapshot
    store: Store
    actor: Actor
    at: datetime  # local time of writing
    is_sample: bool
    step: Step = no_step


@dataclass(frozen=True, slots=True)
class Made:
    """An output ready to be shown or written."""

    document: Document
    children: int  # about how many children it says something of each
    of: int  # of how many in its scope
    fields: tuple[str, ...]  # what it says of each child, in words a person knows: "birth date", "next review"
    log: str  # the line for the export log, without names: "Clinic pack of …"
    book: OutBook | None = None  # for Excel and CSV, where it is more than the document's tables
    file_stem: str = ""  # proposed name of the file, without names of children: "clinic-2026-11-25"


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of output."""

    key: str  # as the command line has it: "clinic-pack"
    title: str  # "Clinic pack"
    group: Group
    what_for: str  # in a sentence: what it is and whom it is for
    formats: tuple[OutputFormat, ...]
    make: Callable[[Making, OutputWish], Made]
    asks: tuple[Asks, ...] = ()
    names: Names = Names.NEVER
    template: str = "document"
    is_of_snapshot: bool = False  # ``make`` asks nothing of the store, so it can be made beside the window
    proposed: Reader | None = None  # who reads the names as a rule, and what for: "the child"; a person may change it


@dataclass(frozen=True, slots=True)
class OutputShown:
    """What a person sees before a file is written: the document itself, and what it tells to whom."""

    document: Document
    children: int
    of: int
    fields: tuple[str, ...]
    readers: str  # "for … : …"; "" where it goes by ids
    formats: tuple[OutputFormat, ...]
    file_stem: str


@dataclass(frozen=True, slots=True)
class LoggedExport:
    """One line of the export log. What its sentence says apart is "" where it is of another kind."""

    at: datetime  # local time
    author: str
    origin: str
    sentence: str  # as the history has it, whole
    what: str  # "Clinic pack for Jo Bloggs"; the whole sentence where it was not written by an output
    kind: str = ""  # "Word", "paper"
    children: str = ""  # "12 of 62 children"
    names: str = ""  # "by id", "with names", "no child named"
    reader: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Outputs:
    """A list of outputs by key."""

    by_key: Mapping[str, Output] = field(default_factory=dict)

    def get(self, key: str) -> Output:
        """The output of that key. Raises ``UserError``."""
        if key not in self.by_key:
            known = ", ".join(self.by_key)
            raise UserError(f"There is no output “{key}”. Nothing was written. There are: {known}.", field="output")
        return self.by_key[key]
