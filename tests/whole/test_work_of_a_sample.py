"""An invented authority in, its stream of deadlines out, held against a reckoning of its own over the same files."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from iro_desktop.domain.records import Booking, Child, ChildFacts, Episode, Review
from iro_desktop.domain.vocabulary import BookingStatus
from tests.rules.second_reckoning import owed_review

TODAY = date(2026, 11, 23)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _day(text: str) -> date | None:
    return date(int(text[6:]), int(text[3:5]), int(text[:2])) if text else None


def _sure(text: str) -> date:
    day = _day(text)
    assert day is not None
    return day


def facts_of_files(sample: Path) -> list[ChildFacts]:
    """Each child's facts straight from the files, past the program's readers, services and store."""
    acts = json.loads((sample / "acts.json").read_text(encoding="utf-8"))
    tracking = {one["child"]: date.fromisoformat(one["tracking_from"]) for one in acts if one.get("tracking_from")}
    reviews = {(row["CHILD"], _sure(row["REVIEW"])) for row in _rows(sample / "903" / "reviews.csv")}
    first = min(day for _, day in reviews)
    whole_from = date(first.year if (first.month, first.day) >= (4, 1) else first.year - 1, 4, 1)
    reviews |= {(one["child"], date.fromisoformat(one["held_on"])) for one in acts if one["act"] == "RecordReviewHeld"}
    held: dict[str, list[Review]] = defaultdict(list)
    for child, day in sorted(reviews):
        held[child].append(Review(f"{child}{day}", child, day))
    episodes: dict[str, list[Episode]] = defaultdict(list)
    for number, row in enumerate(_rows(sample / "903" / "episodes.csv")):
        episodes[row["CHILD"]].append(
            Episode(str(number), row["CHILD"], _sure(row["DECOM"]), row["RNE"], row["LS"], row["CIN"], row["PLACE"],
                    row["PLACE_PROVIDER"], _day(row["DEC"]), row["REC"] or None)
        )  # fmt: skip
    booked = _booked(acts)
    return [
        ChildFacts(
            Child(row["CHILD"], row["CHILD"], tracking.get(row["CHILD"], TODAY), whole_from, born_on=_day(row["DOB"])),
            tuple(sorted(episodes[row["CHILD"]], key=lambda one: one.started_on)),
            tuple(held[row["CHILD"]]),
            tuple(Booking("b", row["CHILD"], day, BookingStatus.OPEN) for day in booked.get(row["CHILD"], ())),
        )
        for row in _rows(sample / "903" / "header.csv")
    ]


def _booked(acts: list[dict[str, Any]]) -> dict[str, list[date]]:
    """The open booking of each child after all acts."""
    booked: dict[str, list[date]] = {}
    for one in acts:
        if one["act"] == "BookReview":
            booked[one["child"]] = [date.fromisoformat(one["review_on"])]
        elif one["act"] == "MoveBooking":
            booked[one["child"]] = [date.fromisoformat(one["to_on"])]
        elif one["act"] == "CancelBooking":
            booked.pop(one["child"], None)
    return booked


def check_reviews(sample: Path, stream: list[dict[str, Any]], *, open_children: int) -> None:
    """Exactly one open review deadline for each child looked after, equal to the reckoning; none for the others."""
    closed = {"met", "met-late", "missed"}
    found = defaultdict(list)
    for one in stream:
        if one["rule"].startswith("review.") and one["standing"] not in closed:
            due_on = date.fromisoformat(one["due_on"]) if one["due_on"] else None
            found[one["child"]].append((one["rule"], one["review_number"], due_on, one["standing"]))
    reckoned = {}
    for facts in facts_of_files(sample):
        owed = owed_review(facts, TODAY)
        if owed is not None:
            reckoned[facts.child.council_id] = [tuple(owed)]
    assert len(reckoned) == open_children
    assert dict(found) == reckoned


def check_whys(command: Callable[..., Any], stream: list[dict[str, Any]], *, at_most: int) -> None:
    """Every deadline's explanation ends on its date: some of each rule and standing by the command itself."""
    kinds: Counter[tuple[str, str]] = Counter()
    for one in stream:
        kinds[one["rule"], one["standing"]] += 1
        if kinds[one["rule"], one["standing"]] <= max(1, at_most // 40):
            why = command("why", one["id"], "--json").json
            assert why["steps"][-1]["on"] == why["due_on"] == one["due_on"]


def test_each_open_child_of_a_sample_has_the_review_that_the_second_reckoning_finds(command, sample):
    command("import", "ssda903", sample / "903")
    assert command("act", sample / "acts.json").code == 0
    check_reviews(sample, command("due", "--all", "--json").json, open_children=60)
