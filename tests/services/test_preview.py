"""What the form shows while a review is filled in is what recording it then does."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from iro_desktop.domain.acts import AddChild, RecordReviewHeld, RecordTaskDone
from iro_desktop.domain.dates import age_on, with_weekday
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import LateReason, Participation, Standing, Task
from iro_desktop.rules.compute import next_review
from iro_desktop.rules.reviews import NEXT_REVIEW
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.views import ReviewPreview
from iro_desktop.services.words import number_words, what_of
from tests.conftest import TODAY
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.lives import _day, a_small_caseload, acts_done
from tests.services.office import Office, day

PN1 = Participation.PN1


def code_for(office: Office, child: str, held_on) -> Participation:
    born_on = office.child(child).born_on
    return Participation.PN0 if born_on and age_on(born_on, held_on) < 4 else Participation.PN1


def a_past(office: Office, rng: Random, child: str) -> None:
    """A child in care for some time, tracked from some day, with reviews in time and late, and some never told."""
    since = TODAY - timedelta(days=rng.randint(5, 1200))
    tracking_from = rng.choice((since, since, TODAY - timedelta(days=rng.randint(0, 600))))
    if rng.random() < 0.8:
        office.do(AddChild(child=child, tracking_from=tracking_from, looked_after_since=since))
    else:
        office.do(AddChild(child=child, tracking_from=tracking_from, last_review_on=since))
    on = since + timedelta(days=rng.randint(10, 45))
    while on < TODAY:
        if rng.random() < 0.8:
            late = RecordReviewHeld(child=child, held_on=on, participation=PN1, late_reason=LateReason.OTHER)
            office.do(late)
        on += timedelta(days=rng.choice((60, 90, 100, 170, 180, 190, 230)))


def recorded_as_previewed(office: Office, desk: LocalDesk, child: str, held_on: date) -> ReviewPreview | None:
    """Record a review without a word of why it was late, then with one; ``None`` if it cannot be recorded at all."""
    preview = desk.preview_review(child, held_on)
    plain = RecordReviewHeld(child=child, held_on=held_on, participation=code_for(office, child, held_on))
    if preview.is_late and not any(field == "held_on" for field, _ in preview.problems):
        assert not preview.can_save
        assert "was due by" in office.refused(plain)
        preview = desk.preview_review(child, held_on, has_reason=True)
        plain = replace(plain, late_reason=LateReason.OTHER)
    if not preview.can_save:
        office.refused(plain)
        return None
    desk.act(plain)
    return preview


def check_what_came(office: Office, desk: LocalDesk, child: str, held_on: date, preview: ReviewPreview) -> None:
    now = desk._snapshot.children[child].deadlines
    owed = next_review(now)
    assert (preview.next_due_on, preview.next_plan_by) == ((owed.due_on, owed.plan_by) if owed else (None, None))
    follows = [(what_of(one), with_weekday(one.due_on)) for one in now if one.review_on == held_on and one.due_on]
    assert sorted(preview.after) == sorted(follows)
    settled = [one for one in now if one.rule.id in NEXT_REVIEW and one.met_on == held_on]
    assert preview.is_late == any(one.standing is Standing.MET_LATE for one in settled)
    if settled and office.review(held_on, child).number is None and settled[0].review_number:
        assert preview.number_words == number_words(settled[0].review_number)


@pytest.mark.parametrize("seed", range(4))
def test_over_random_pasts_and_days_the_preview_is_what_comes_about(office: Office, seed: int):
    rng = Random(seed)
    for n in range(30):
        a_past(office, rng, f"N{n}")
    desk = office.desk()
    seen: Counter[str] = Counter()
    for n in range(30):
        held_on = TODAY - timedelta(days=rng.choice((*range(-2, 30), *range(0, 900, 30))))
        preview = recorded_as_previewed(office, desk, f"N{n}", held_on)
        if preview is not None:
            check_what_came(office, desk, f"N{n}", held_on, preview)
            seen[preview.timescale_words.split(" ")[0]] += 1
            seen["late"] += preview.is_late
    assert all(seen[word] for word in ("In", "Out", "late")), seen


@pytest.mark.parametrize("seed", range(2))
def test_in_any_muddle_of_acts_the_preview_is_what_comes_about(office: Office, seed: int):
    rng = Random(seed)
    a_small_caseload(office)
    recorded = 0
    while recorded < 15:
        for _ in acts_done(office, rng, 2):
            pass
        desk = office.desk()
        child, held_on = rng.choice(list(desk._snapshot.children)), _day(rng, office, back=300, ahead=20)
        preview = recorded_as_previewed(office, desk, child, held_on)
        if preview is not None:
            check_what_came(office, desk, child, held_on, preview)
            recorded += 1


def test_in_time_late_and_untold_are_said_in_words(office: Office):
    office.each(IRO, CHILD, AddChild(child="A2", looked_after_since=day("1 Mar 2024"), last_review_on=day("1 Mar")))
    desk = office.desk()
    in_time = desk.preview_review("A1", day("5 Nov"))
    assert in_time.timescale_words == "In timescale: last lawful day 9 Nov 2026, 2 working days to spare."
    assert (in_time.number_words, in_time.held_words) == ("First review", "Thursday 5 November 2026")
    assert in_time.next_words == "Next review by Friday 5 February 2027 (3 months, SI 2010/959 reg 33(2))"
    late = desk.preview_review("A1", day("11 Nov"))
    assert late.timescale_words == "Out of timescale by 2 working days: it was due by 9 Nov 2026."
    assert late.problems == (("late_reason", "Say why it was out of timescale."),)
    untold = desk.preview_review("A2", day("5 Nov"))
    assert untold.timescale_words.startswith("One was due by 1 Sep 2026; the history here is incomplete")
    assert (untold.is_late, untold.number_words, untold.can_save) == (False, "Review, number not known", True)


@pytest.mark.parametrize(
    ("on", "problem"),
    [
        (None, "Give the day"),
        (day("24 Nov"), "still to come"),
        (day("5 Nov"), "recorded already"),
        (day("11 Oct"), "not looked after on that day"),
        (day("1 Jan 1900"), "year cannot be right"),
        (day("1 Jan 2199"), "year cannot be right"),
    ],
)
def test_a_day_that_cannot_be_is_said_and_not_saved(office: Office, on, problem):
    office.each(IRO, CHILD, FIRST)
    preview = office.desk().preview_review("A1", on)
    assert not preview.can_save
    assert any(problem in words for _, words in preview.problems)
    assert not preview.held_words or preview.number_words


def test_a_weekend_or_holiday_is_a_note_and_no_hindrance(office: Office):
    office.each(IRO, CHILD)
    preview = office.desk().preview_review("A1", day("7 Nov"))
    assert preview.problems == (("held_on", "Note: that is a weekend. Check the day."),)
    assert preview.can_save


def test_under_four_is_told_where_the_birth_date_is_known(office: Office):
    office.do(AddChild(child="A1", born_on=day("5 Nov 2022"), looked_after_since=day("2 Nov")))
    office.do(AddChild(child="A2", looked_after_since=day("2 Nov")))
    desk = office.desk()
    assert [desk.preview_review("A1", day(f"{n} Nov")).under_four for n in (4, 5)] == [True, False]
    assert desk.preview_review("A2", day("4 Nov")).under_four is None


def test_a_child_nobody_knows_is_a_sentence(office: Office):
    with pytest.raises(UserError, match="no child with the id XX"):
        office.desk().preview_review("XX", TODAY)


def test_previewing_changes_nothing(office: Office):
    office.each(IRO, CHILD, FIRST, RecordTaskDone(child="A1", task=Task.MINUTES, done_on=day("20 Nov")))
    desk, before = office.desk(), office.dump()
    shown = desk.child("A1")
    for on in range(1, 24):
        desk.preview_review("A1", day(f"{on} Nov"), has_reason=True)
    assert desk.child("A1") == shown
    assert office.dump() == before
