"""The sample as files: an SSDA903 folder and the acts that follow its import.

Columns as the collection's guides have them; dates dd/mm/yyyy, UTF-8, LF; sex 1 and 2 up to the collection of 2023/24,
M and F from 2024/25. Names of children stand in ``acts.json`` alone: the return has none.
"""

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from iro_desktop.domain.act_json import act_to_json
from iro_desktop.domain.acts import Act
from iro_desktop.domain.vocabulary import Sex
from iro_desktop.services.sample.model import Sample, SampleChild

HEADER = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES = (
    "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE", "HOME_POST",
    "PL_POST", "URN",
)  # fmt: skip
REVIEWS = ("CHILD", "DOB", "REVIEW", "REVIEW_CODE")
UASC = ("CHILD", "SEX", "DOB", "DUC")

_LETTERS_FROM = date(2024, 4, 1)  # first day of the first collection year with M and F
_NUMBERS = {Sex.MALE: "1", Sex.FEMALE: "2"}

Row = tuple[str | None, ...]


def write(sample: Sample, folder: Path) -> dict[str, int]:
    """Write ``folder/903/*.csv`` and ``folder/acts.json``; returns the number of rows of each, and of open children."""
    counts = write_return(sample, folder / "903")
    (folder / "acts.json").write_text(_as_json(sample.acts), encoding="utf-8", newline="\n")
    return {"open_children": len(sample.open_children), **counts, "acts": len(sample.acts)}


def write_return(sample: Sample, returns: Path) -> dict[str, int]:
    """Write the return alone, one file for each of its tables; returns the number of rows of each."""
    returns.mkdir(parents=True, exist_ok=True)
    tables: dict[str, tuple[Sequence[str], list[Row]]] = {
        "header": (HEADER, [_header(child, sample.today) for child in sample.children]),
        "episodes": (EPISODES, [row for child in sample.children for row in _episodes(child)]),
        "reviews": (REVIEWS, [row for child in sample.children for row in _reviews(child)]),
        "uasc": (UASC, [_uasc(child, sample.today) for child in sample.children if child.uasc_until]),
    }
    for name, (heading, rows) in tables.items():
        _write_csv(returns / f"{name}.csv", heading, rows)
    return {name: len(rows) for name, (_, rows) in tables.items()}


def _as_json(acts: Iterable[Act]) -> str:
    lines = ",\n".join(json.dumps(act_to_json(act), ensure_ascii=False) for act in acts)
    return f"[\n{lines}\n]\n"


def _write_csv(path: Path, heading: Sequence[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)


def _header(child: SampleChild, today: date) -> Row:
    return (child.council_id, _sex(child.sex, today), _day(child.born_on), child.ethnicity, child.upn, None, None)


def _episodes(child: SampleChild) -> list[Row]:
    return [
        (
            child.council_id, _day(one.started_on), one.start_reason, one.legal_status, one.need, one.placement,
            one.provider, _day(one.ended_on), one.end_reason, one.change_reason, None, None, None,
        )
        for one in child.episodes
    ]  # fmt: skip


def _reviews(child: SampleChild) -> list[Row]:
    return [(child.council_id, _day(child.born_on), _day(one.held_on), one.participation) for one in child.reviews]


def _uasc(child: SampleChild, today: date) -> Row:
    return (child.council_id, _sex(child.sex, today), _day(child.born_on), _day(child.uasc_until))


def _sex(sex: Sex, today: date) -> str:
    return sex.value if today >= _LETTERS_FROM else _NUMBERS[sex]


def _day(day: date | None) -> str | None:
    return f"{day:%d/%m}/{day.year:04d}" if day else None
