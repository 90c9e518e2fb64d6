"""Which file of a folder is which, before any row is read."""

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.exchange.ssda903_kinds import EPISODES, HEADER, REVIEWS, Kind, difference, kind_of, nearest
from iro_desktop.exchange.ssda903_lines import lines, refusal

_CHOOSE = "Choose the folder that holds header.csv, episodes.csv and reviews.csv."


class Folder(NamedTuple):
    """The files to read, and a note for each other."""

    header: Path
    episodes: Path | None
    reviews: Path | None
    notes: list[Problem]


def sorted_out(folder: Path) -> Folder:
    """Tell the files of a folder apart by their headings.

    Raises RefusedInput where the folder is none, where files are missing or there twice, or where one was clearly meant
    to be an SSDA903 file and has other columns.
    """
    known: dict[Kind, Path] = {}
    notes: list[Problem] = []
    for path in _entries(folder):
        kind = _kind_of(path) if path.suffix.lower() == ".csv" and not path.is_dir() else None
        if kind in known:
            raise refusal(
                f"{known[kind].name} and {path.name} are both {kind.name} files.",
                "Leave in the folder the files of one return, each kind once.",
            )
        if kind is not None:
            known[kind] = path
        if kind is None or not kind.is_read:
            notes.append(Problem(path.name, None, None, _why_not_read(path, kind), Severity.NOTE))
    _check_complete(known)
    return Folder(known[HEADER], known.get(EPISODES), known.get(REVIEWS), notes)


def _entries(folder: Path) -> list[Path]:
    try:
        found = sorted(folder.iterdir())
    except NotADirectoryError as error:
        raise refusal(f"{folder.name} is a file; an SSDA903 return is a folder of several.", _CHOOSE) from error
    except OSError as error:
        raise refusal("This folder could not be opened.", _CHOOSE) from error
    if not found:
        raise refusal("This folder is empty.", _CHOOSE)
    return found


def _kind_of(path: Path) -> Kind | None:
    with closing(lines(path)) as file_lines:
        headings = [heading.strip() for heading in next(file_lines).fields]
    if kind := kind_of(headings):
        return kind
    meant = nearest(path.stem, headings)
    if meant is None:
        return None
    happened = f"{path.name} has not the columns of a {meant.name} file: {difference(meant, headings)}."
    advice = f"The first line must read {','.join(meant.columns)}, in any order: export the file again."
    if not meant.is_read:
        advice += " Or take it out of the folder: it is not read here."
    raise refusal(happened, advice)


def _why_not_read(path: Path, kind: Kind | None) -> str:
    if kind is not None:
        return f"Not read: {kind.unread}."
    if path.is_dir():
        return "Not read: it is a folder inside the folder."
    if path.suffix.lower() != ".csv":
        return "Not read: it is not a .csv file."
    return "Not read: its columns are not those of any SSDA903 file."


def _check_complete(known: dict[Kind, Path]) -> None:
    missing = [] if HEADER in known else ["a Header file"]
    if EPISODES not in known and REVIEWS not in known:
        missing.append("an Episodes or a Reviews file")
    if missing:
        raise refusal(f"This folder lacks {' and '.join(missing)}.", _CHOOSE)
