"""An invented authority in, its stream of deadlines out, held against a reckoning of its own over the same files."""

import csv
import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from iro_desktop.domain.records import Booking, Child, ChildFacts, Episode, Review
from iro_desktop.domain.vocabulary import BookingStatus
from iro_desktop.rules.calendar import england
from iro_desktop.rules.explain import explain
from iro_desktop.services.demo import open_demo
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.views import TodayGroup
from iro_desktop.store import vault
from iro_desktop.store.store import Places, open_store
from tests.cli.conftest import PASSPHRASE
from tests.rules.asking import REGULATION_33
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
    told = [one for one in acts if one["act"] == "RecordReviewHeld" and one.get("under") != "pathway"]
    reviews |= {(one["child"], date.fromisoformat(one["held_on"])) for one in told}
    completed = {(one["child"], one["held_on"]): one["completed_on"] for one in acts if one["act"] == "CompleteReview"}
    held: dict[str, list[Review]] = defaultdict(list)
    for child, day in sorted(reviews):
        closed_on = completed.get((child, day.isoformat()))
        held[child].append(Review(f"{child}{day}", child, day, date.fromisoformat(closed_on) if closed_on else None))
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
    """The open booking of each child after all acts; those of care leavers are for other reviews, and do no harm."""
    booked: dict[str, list[date]] = {}
    for one in acts:
        if one["act"] == "BookReview":
            booked[one["child"]] = [date.fromisoformat(one["review_on"])]
        elif one["act"] == "MoveBooking":
            booked[one["child"]] = [date.fromisoformat(one["to_on"])]
        elif one["act"] in ("CancelBooking", "RecordReviewHeld"):
            booked.pop(one["child"], None)
    return booked


def check_reviews(sample: Path, stream: list[dict[str, Any]], *, open_children: int) -> None:
    """One open review by regulation 33 for each child looked after, equal to the reckoning; none for the others.

    Beside it a review may be owed before a placement for adoption, or be asked for early, and so on.
    """
    closed = {"met", "met-late", "missed"}
    found = defaultdict(list)
    by_hand = set()  # children whose date a person has set: the reckoning knows the rule's own
    for one in stream:
        if one["rule"] in REGULATION_33 and one["standing"] not in closed:
            if one["rule_due_on"]:
                by_hand.add(one["child"])
            by_rule = one["rule_due_on"] or one["due_on"]
            standing = "by hand" if one["rule_due_on"] else one["standing"]
            due_on = date.fromisoformat(by_rule) if by_rule else None
            found[one["child"]].append((one["rule"], one["review_number"], due_on, standing))
    reckoned = {}
    for facts in facts_of_files(sample):
        owed = owed_review(facts, TODAY)
        if owed is not None:
            child = facts.child.council_id
            reckoned[child] = [tuple(owed._replace(standing="by hand") if child in by_hand else owed)]
    assert len(reckoned) == open_children
    assert dict(found) == reckoned


def check_whys(folder: Path) -> int:
    """Every deadline's explanation ends on its date; returns how many there are."""
    places = Places(folder)
    with open_store(places, vault.open_with_passphrase(places.key, PASSPHRASE), read_only=True) as store:
        now = Snapshot.of(store, TODAY, england())
    stream = [one for child in now.children.values() for one in child.deadlines]
    stream += [one for carer in now.carers.values() for one in carer.deadlines]
    stream += now.service
    for one in stream:
        assert explain(one, now.calendar)[-1].on == one.due_on, one.id
    return len(stream)


@pytest.mark.parametrize("today", [TODAY, date(2025, 5, 9), date(2027, 2, 25)])
def test_the_iro_of_the_demo_meets_a_list_of_some_forty_lines_and_waits_for_fewer(tmp_path, today):
    desk = open_demo(tmp_path, today)
    view = desk.today()
    desk.close()
    shown = Counter(row.deadline_id.split("/")[0] for row in view.rows)
    waiting = view.counts[TodayGroup.WAITING]
    assert 30 <= len(view.rows) - waiting <= 50  # the IRO's own
    assert 20 <= waiting <= 48  # others': recommendations just fallen due, answers to alerts, visits
    assert max(shown.values()) <= 16
    assert {"review.later", "review.series", "review.adjourned", "review.early", "alert.informal"} <= set(shown)


def test_each_open_child_of_a_sample_has_the_review_that_the_second_reckoning_finds(command, sample, folder):
    command("import", "ssda903", sample / "903")
    assert command("act", sample / "acts.json").code == 0
    stream = command("due", "--all", "--json").json
    check_reviews(sample, stream, open_children=60)
    assert check_whys(folder) == len(stream)
