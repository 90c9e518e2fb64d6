"""Small SSDA903 folders and caseload sheets, written by the tests that read them."""

from collections.abc import Sequence
from pathlib import Path

from iro_desktop.rules.calendar import england
from iro_desktop.services.import_903 import read_903
from iro_desktop.services.import_caseload import PASTED, caseload_source, read_sheet
from iro_desktop.services.importing import Outcome, run_import
from tests.services.office import Office

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE"
BORN = "05/05/2012"
COLUMNS = (
    "Child ID",
    "Name",
    "DOB",
    "LAC start date",
    "Last review",
    "Review number",
    "Next review",
    "IRO",
    "Siblings",
)


def header(*children: str) -> list[str]:
    return [f"{child},F,{BORN},WBRI,,," for child in children]


def episode(
    child: str, started: str, reason: str = "S", ended: str = "", end_reason: str = "", *, place: str = "U6"
) -> str:
    return f"{child},{started},{reason},C2,N1,{place},PR1,{ended},{end_reason},,,,"


def reviews(child: str, *days: str, code: str = "PN1") -> list[str]:
    return [f"{child},{BORN},{on},{code}" for on in days]


def folder_of(
    path: Path, children: Sequence[str], episodes: Sequence[str] | None = (), held: Sequence[str] | None = ()
) -> Path:
    """A folder with the files given; ``None`` leaves one out."""
    path.mkdir(exist_ok=True)
    for name, headings, rows in (
        ("header", HEADER, children),
        ("episodes", EPISODES, episodes),
        ("reviews", REVIEWS, held),
    ):
        (path / f"{name}.csv").unlink(missing_ok=True)
        if rows is not None:
            (path / f"{name}.csv").write_text("\n".join((headings, *rows)) + "\n", encoding="utf-8")
    return path


def take_903(office: Office, folder: Path, *, dry_run: bool = False) -> Outcome:
    return run_import(office.store, read_903(folder, office.actor.today), office.actor, england(), dry_run=dry_run)


def sheet_of(*rows: Sequence[str], columns: Sequence[str] = COLUMNS) -> str:
    """A caseload as pasted text; a row may end early."""
    return "\n".join("\t".join((*row, *[""] * (len(columns) - len(row)))) for row in (columns, *rows))


def take_sheet(office: Office, text: str, *, dry_run: bool = False) -> Outcome:
    source = caseload_source(read_sheet(None, text, {}, office.actor.today), PASTED)
    return run_import(office.store, source, office.actor, england(), dry_run=dry_run)


def told(outcome: Outcome) -> dict[str, tuple[int, int, int, int, int]]:
    """By file: rows, new, changed, same, refused."""
    return {
        name: (one.rows, one.new, one.changed, one.same, one.refused) for name, one in outcome.counts.items()
    }  # fmt: skip
