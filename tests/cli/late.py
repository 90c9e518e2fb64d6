"""Reviews that were held and can still be recorded, for tests of what comes in late."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from tests.cli.conftest import Answer

Command = Callable[..., Answer]
_HELD_ON = date(2026, 11, 19)


def do(command: Command, folder: Path, *acts: dict[str, object], on: str = "2026-11-23", dry: bool = False) -> int:
    """Put acts to the command line; its exit code."""
    file = folder / "late-acts.json"
    file.write_text(json.dumps(acts), encoding="utf-8")
    return command("act", file, *(["--dry-run"] if dry else []), on=on).code


def held(child: str, on: date) -> dict[str, object]:
    """A review held, with the child there."""
    return {"act": "RecordReviewHeld", "child": child, "held_on": on.isoformat(), "participation": "PN1"}


def late_reviews(command: Command, folder: Path, count: int) -> list[tuple[str, str]]:
    """Children with the day of a review each that the program would take: in care, of four and over, in time."""
    found: list[tuple[str, str]] = []
    for row in command("caseload", "--json").json:
        on = _HELD_ON - timedelta(len(found) % 4)
        if row["last_review_on"] is None or date.fromisoformat(row["last_review_on"]) > on - timedelta(30):
            continue
        if do(command, folder, held(row["child"], on), dry=True) == 0:
            found.append((row["child"], on.isoformat()))
        if len(found) == count:
            return found
    raise AssertionError(f"only {len(found)} children can have a review recorded late")
