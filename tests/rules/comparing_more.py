"""The program's dates beside the second reckoning's, for everything but the plain reviews."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta

from iro_desktop.domain.records import FosteringReport, Setting
from iro_desktop.rules.calendar import england
from iro_desktop.rules.carers import carer_deadlines
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.fostering_reports import report_deadlines
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.practice import Practice
from tests.rules import reckoned_fostering, reckoned_others
from tests.rules.lives_advised import advised
from tests.rules.lives_fostered import fostered, household_asked
from tests.rules.lives_more import life_after_care, life_in_care
from tests.rules.lives_of_alerts import disputed
from tests.rules.reckoned_alerts import challenges
from tests.rules.reckoned_counts import Reckoned, Settings
from tests.rules.reckoned_reviews import Walk

AROUND_REVIEWS = ("review", "before", "after", "mid-point")
PLAN = ("pathway.assessment", "pathway.review", "pathway.accommodation-review")


def difference_in_care(seed: int) -> str | None:
    """What the two say about a life in care, where they differ."""
    facts, settings, today = life_in_care(seed)
    found = deadlines_of(facts, england(), today, Practice(settings))
    reckoned = Walk(facts, Settings(settings), today).walk()
    return _difference(seed, settings, (one for one in found if one.rule.subject in AROUND_REVIEWS), reckoned)


def difference_after_care(seed: int) -> str | None:
    """What the two say about a young person's pathway plan."""
    facts, settings, today = life_after_care(seed)
    found = deadlines_of(facts, england(), today, Practice(settings))
    plan = (one for one in found if one.rule.id in PLAN)
    return _difference(seed, settings, plan, reckoned_others.pathway(facts, Settings(settings), today))


def difference_in_challenges(seed: int) -> str | None:
    """What the two say about alerts under a protocol."""
    facts, settings, today = disputed(seed)
    found = deadlines_of(facts, england(), today, Practice(settings))
    return _difference(seed, settings, found, challenges(facts, Settings(settings), today))


def difference_in_fostering(seed: int) -> str | None:
    """What the two say about private fostering."""
    facts, settings, today = fostered(seed)
    found = deadlines_of(facts, england(), today, Practice(settings))
    reckoned = reckoned_fostering.private_fostering(facts, Settings(settings), today)
    return _difference(seed, settings, found, reckoned)


def difference_in_reports(seed: int) -> str | None:
    """What the two say about the service's reports on private fostering, some of them sent."""
    facts, _, today = fostered(seed)
    quarters = [one.due_on for one in report_deadlines([facts], [], england(), today) if one.due_on]
    sent = {on: on + timedelta(days=seed % 40 - 5) for on in quarters[seed % 2 :: 2]}
    reports = [FosteringReport(str(on), on, sent_on) for on, sent_on in sent.items()]
    found = report_deadlines([facts], reports, england(), today)
    passed = {on: sent_on for on, sent_on in sent.items() if sent_on <= today}
    return _difference(seed, (), found, reckoned_fostering.reports(facts, passed, today))


def difference_in_a_household(seed: int) -> str | None:
    """What the two say about a foster carer."""
    facts, settings, today = household_asked(seed)
    found = carer_deadlines(facts, england(), today, Practice(settings))
    return _difference(seed, settings, found, reckoned_fostering.foster_carer(facts, Settings(settings), today))


def difference_in_recommendations(seed: int) -> str | None:
    """What the two say about what reviews recommended."""
    facts, settings, today = advised(seed)
    found = deadlines_of(facts, england(), today, Practice(settings))
    due = (one for one in found if one.rule.subject == "recommendation")
    return _difference(seed, settings, due, reckoned_others.recommended(facts, Settings(settings), today))


def _difference(
    seed: int, settings: Sequence[Setting], found: Iterable[Deadline], reckoned: Iterable[Reckoned]
) -> str | None:
    computed = Counter(as_reckoned(one) for one in found)
    expected = Counter(reckoned)
    if computed == expected:
        return None
    chosen = [f"{one.key}={one.value} from {one.from_on}" for one in settings]
    only_computed = "\n  computed ".join(map(_told, (computed - expected).elements()))
    only_reckoned = "\n  reckoned ".join(map(_told, (expected - computed).elements()))
    return f"seed {seed} {chosen}\n  computed {only_computed}\n  reckoned {only_reckoned}"


def as_reckoned(one: Deadline) -> Reckoned:
    """What the second reckoning says of a date."""
    return Reckoned(one.rule.id, one.trigger_on, one.due_on, one.standing.value, one.met_on)


def _told(one: Reckoned) -> str:
    return f"{one.rule} from {one.trigger_on}: {one.due_on} {one.standing} {one.met_on or ''}"


COMPARISONS = (
    difference_in_care,
    difference_after_care,
    difference_in_challenges,
    difference_in_fostering,
    difference_in_reports,
    difference_in_a_household,
    difference_in_recommendations,
)
