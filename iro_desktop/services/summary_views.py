"""What the caseload summary is asked for, and what is shown of it before it is written."""

from dataclasses import dataclass
from pathlib import Path

from iro_desktop.services.caseload_columns import STANDING
from iro_desktop.services.names_out import Reader


@dataclass(frozen=True, slots=True)
class SummaryWish:
    """Which rows in which order: as the caseload stands on the screen."""

    words: str = ""  # the filter
    sort: str = STANDING  # a column's key
    is_turned: bool = False
    view: str = ""  # the saved view it came from
    names: Reader | None = None  # None: children by id


@dataclass(frozen=True, slots=True)
class SummaryShown:
    """What would be in the file."""

    head: tuple[str, ...]  # the lines above the table, as they will stand in the file
    columns: tuple[str, ...]  # every heading
    rows: int
    of: int  # children in scope before the filter
    figures: tuple[str, ...]  # "Reviews held in time: 93.8 % (210 of 224)"; in a workbook, Word or PDF, not in CSV
    beside: tuple[str, ...] = ()  # the other sheets, by name; not in CSV either


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    files: tuple[Path, ...]
    rows: int
    of: int
