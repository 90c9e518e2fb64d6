"""The twelve kinds of SSDA903 file and how they are told apart: by their set of column names alone.

Columns: the published validator's lists, collections 2017/18 to 2026/27. It knows a file by that set, in any order; one
column more, one less, or one in small letters makes it another file.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file."""

    name: str
    stem: str  # the file name that everybody uses, without .csv
    columns: tuple[str, ...]
    unread: str = ""  # why it is not read; empty for the files that are

    @property
    def is_read(self) -> bool:
        """Whether its rows are taken in."""
        return not self.unread


def _kind(name: str, stem: str, columns: str, unread: str = "") -> Kind:
    return Kind(name, stem, tuple(columns.split()), unread)


HEADER = _kind("Header", "header", "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB")
EPISODES = _kind(
    "Episodes",
    "episodes",
    "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN",
)
REVIEWS = _kind("Reviews", "reviews", "CHILD DOB REVIEW REVIEW_CODE")
KINDS = (
    HEADER,
    EPISODES,
    REVIEWS,
    _kind("UASC", "uasc", "CHILD SEX DOB DUC", "asylum-seeking status changes no review date"),
    _kind(
        "OC2",
        "oc2",
        """CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT
        SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED""",
        "health and offending outcomes are not kept here",
    ),
    _kind("OC3", "oc3", "CHILD DOB IN_TOUCH ACTIV ACCOM", "care leavers' outcomes are not kept here"),
    _kind(
        "AD1",
        "ad1",
        "CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR",
        "details of adopters are not kept here",
    ),
    _kind(
        "Placed for adoption",
        "placed_for_adoption",
        "CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED",
        "decisions about adoption are not taken from the return",
    ),
    _kind(
        "Previous permanence",
        "previous_permanence",
        "CHILD DOB PREV_PERM LA_PERM DATE_PERM",
        "earlier permanence orders are not kept here",
    ),
    _kind(
        "Missing", "missing", "CHILD DOB MISSING MIS_START MIS_END", "times missing from placement are not kept here"
    ),
    _kind(
        "Social worker episodes",
        "sw_episodes",
        "CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON",
        "social workers are not followed here",
    ),
    _kind("DoLo", "DoLo", "CHILD DOB DOLO_START DOLO_END", "deprivation of liberty orders are not kept here"),
)

_BY_COLUMNS = {frozenset(kind.columns): kind for kind in KINDS}
_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


def kind_of(headings: Sequence[str]) -> Kind | None:
    """The kind with exactly these columns, each once, in any order."""
    kind = _BY_COLUMNS.get(frozenset(headings))
    return kind if kind and len(headings) == len(kind.columns) else None


def nearest(stem: str, headings: Sequence[str]) -> Kind | None:
    """The kind that a file was meant to be: by its name, else by sharing half of its columns; ``None`` if neither.

    The name goes first, so that a file without a heading line is still missed as what it is.
    """
    found = {heading.upper() for heading in _apart(headings)}
    words = re.sub(r"[^a-z0-9]+", "_", stem.lower())
    named = [kind for kind in KINDS if _is_named(kind, words)]
    best = max(named or KINDS, key=lambda kind: _shared(kind, found))
    return best if named or _shared(best, found) >= 0.5 else None


def difference(kind: Kind, headings: Sequence[str]) -> str:
    """How the headings differ from the kind's, in words that repeat nothing but known column names.

    A line that is no heading line may hold a child's values: unknown headings are told by their place.
    """
    if len(headings) == 1 and (separator := next((s for s in _OTHER_SEPARATORS if s in headings[0]), None)):
        return f"its columns are separated by {_OTHER_SEPARATORS[separator]} instead of commas"
    known = set(kind.columns)
    small = [heading.upper() for heading in headings if heading not in known and heading.upper() in known]
    missing = [column for column in kind.columns if column not in headings and column not in small]
    if len(missing) == len(kind.columns):
        return "its first line holds none of the column names"
    twice = sorted({heading for heading in headings if heading in known and headings.count(heading) > 1})
    unknown = [str(place) for place, heading in enumerate(headings, 1) if heading.upper() not in known]
    said = (
        (missing, "{} missing: {}"),
        (small, "{} not in capitals: {}"),
        (twice, "{} there twice: {}"),
        (unknown, "{} not known, counted from the left: {}"),
    )
    return "; ".join(words.format(_columns_are(len(which)), ", ".join(which)) for which, words in said if which)


def _apart(headings: Sequence[str]) -> Sequence[str]:
    return [part.strip(' "') for part in re.split(r"[;\t|]", headings[0])] if len(headings) == 1 else headings


def _shared(kind: Kind, found: set[str]) -> float:
    return len(found.intersection(kind.columns)) / len(found.union(kind.columns))


def _is_named(kind: Kind, words: str) -> bool:
    """True for header.csv and also for 2024_header.csv: whole words of the file's name."""
    return f"_{kind.stem.lower()}_" in f"_{words}_"


def _columns_are(count: int) -> str:
    return "1 column is" if count == 1 else f"{count} columns are"
