"""Two entries of what may be one child, side by side before they are merged."""

from collections import Counter
from collections.abc import Iterable

from iro_desktop.domain.births import Birth
from iro_desktop.domain.dates import short
from iro_desktop.domain.records import Child
from iro_desktop.services.caseload import current_period, folded
from iro_desktop.services.merging import merge_plan, stands_twice
from iro_desktop.services.record_views import EntryLine, MergeView
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import full_name
from iro_desktop.services.workspace import Writing

_ONE_AND_MANY = {
    "episode": ("episode of care", "episodes of care"),
    "review": ("review", "reviews"),
    "booking": ("booking", "bookings"),
    "completion": ("piece of work done", "pieces of work done"),
    "allocation": ("time with an IRO", "times with an IRO"),
    "worker": ("worker", "workers"),
    "circumstance": ("fact", "facts"),
    "sitting": ("further meeting", "further meetings"),
    "date_override": ("date set by hand", "dates set by hand"),
    "alert": ("alert", "alerts"),
    "alert_step": ("step of an alert", "steps of an alert"),
    "recommendation": ("recommendation", "recommendations"),
    "recommendation_check": ("look at a recommendation", "looks at recommendations"),
    "attendance": ("attendance", "attendances"),
    "person": ("person around the child", "people around the child"),
    "person_restriction": ("restriction", "restrictions"),
    "sending": ("sending", "sendings"),
    "wishes": ("telling of wishes", "tellings of wishes"),
    "contact": ("contact", "contacts"),
    "significant_event": ("event", "events"),
    "record_section": ("heading of a record", "headings of records"),
    "child_letter": ("letter to the child", "letters to the child"),
    "sibling_membership": ("membership of a sibling group", "memberships of sibling groups"),
}


def merge_view(
    snapshot: Snapshot, goes: str, stays: str, written: tuple[Iterable[Writing], Iterable[Writing]]
) -> MergeView:
    """What merging the first named into the second would do; ``written``: records of reviews of stays and goes."""
    second, first = snapshot.children[goes], snapshot.children[stays]
    plan = merge_plan(first.facts, second.facts, written, snapshot.memberships)
    counts = Counter(one.entity for one in plan.moves)
    return MergeView(
        _entry(second, snapshot),
        _entry(first, snapshot),
        tuple(_counted(entity, counts[entity]) for entity in _ONE_AND_MANY if counts[entity]),
        stands_twice(second.facts, plan),
        tuple(plan.wrong),
        tuple(_differs(first.facts.child, second.facts.child)),
    )


def _counted(entity: str, count: int) -> str:
    return f"{count} {_ONE_AND_MANY[entity][count > 1]}"


def _entry(child: ChildNow, snapshot: Snapshot) -> EntryLine:
    record, period = child.facts.child, current_period(child, snapshot)
    held = [one.held_on for one in child.facts.reviews if one.held_on <= snapshot.today]
    since = "not looked after now" if period is None else short(period.started_on) if period.started_on else "not known"
    return EntryLine(
        record.council_id,
        full_name(record),
        (
            ("Born", Birth(record.born_on, record.born_as).words if record.born_on else "not known"),
            ("Looked after since", since),
            ("Last review", short(max(held)) if held else "none recorded"),
            ("IRO", child.iro or "not allocated"),
        ),
    )


def _differs(first: Child, second: Child) -> Iterable[str]:
    """What is known of both and is not the same."""
    births = [one.born_on and Birth(one.born_on, one.born_as) for one in (first, second)]
    if births[0] and births[1] and (births[0].on > births[1].latest or births[1].on > births[0].latest):
        yield "birth date"
    for words, one, other in (
        ("given name", first.given_name, second.given_name),
        ("family name", first.family_name, second.family_name),
    ):
        if one and other and folded(one) != folded(other):
            yield words
    if first.sex and second.sex and first.sex is not second.sex:
        yield "sex"
