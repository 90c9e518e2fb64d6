"""Figures that are kept as they were: frozen from the facts of a day, or typed in as they were published."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.vocabulary import FrozenKind


@dataclass(frozen=True, slots=True)
class FrozenSet:
    """A set of figures of one period, known by its name; who kept it stands in the history too."""

    entity: ClassVar[str] = "frozen_set"
    id: str
    name: str
    kind: FrozenKind
    from_on: date
    to_on: date
    frozen_on: date
    frozen_by: str
    digest: str  # SHA-256 over the digests of its figures, in hexadecimal digits
    note: str | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class FrozenFigure:
    """One figure of a set, with the rows it was counted from."""

    entity: ClassVar[str] = "frozen_figure"
    id: str
    set_id: str
    measure: str  # its id
    digest: str  # SHA-256 over all the rest
    numerator: int | None = None  # None: not published
    denominator: int | None = None
    value: float | None = None  # as printed; None: there was nothing to count
    check: str | None = None  # the reckoning in words, as it stood
    rows: str | None = None  # JSON, a list for each row; None: typed in, no rows are known
    row_version: int = 1
