"""Alerts drafted from what is on record: a date that is missed or overdue, or a recommendation that drifts.

The facts are filled in; the IRO reads, changes and raises it. Nothing is written here.
"""

from datetime import date

from iro_desktop.domain.acts import RaiseAlert
from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.protocol import protocol_of
from iro_desktop.domain.records import Worker
from iro_desktop.domain.vocabulary import AlertKind, AlertStage, ServiceList, Standing, WorkerRole
from iro_desktop.rules.model import Deadline
from iro_desktop.services.challenge_views import AlertDraft
from iro_desktop.services.reviews_held import alert_draft, reviews_held
from iro_desktop.services.service_lists import Lists
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import what_of, working_days

_LATE = frozenset({Standing.OVERDUE, Standing.MISSED, Standing.MET_LATE})
_ASKS = "Please say what has been done, what stands in the way, and by when it will be done."
_DRIFT = "Drift and delay"
_ON_RECOMMENDATIONS = "Recommendations not acted on"
# The theme that is proposed, by rule, else by the subject of the rule.
_THEMES = {
    "before.report": "Reports late",
    "before.child-seen": "Voice of the child",
    "care.plan": "Care plan not updated",
    "after.care-plan": "Care plan not updated",
    "after.response": _ON_RECOMMENDATIONS,
    "care.pep": "Education",
    "care.pep-ready": "Education",
    "care.health-assessment": "Health",
    "care.health-review": "Health",
    "care.placement-plan": "Placement",
    "review": "Review late or not arranged",
    "recommendation": _ON_RECOMMENDATIONS,
    "pathway": "Pathway planning",
    "conference": "Safety",
    "private-fostering": "Statutory visits",
}


def draft_from_date(snapshot: Snapshot, deadline_id: str) -> AlertDraft:
    """An alert about a date that is missed, overdue or was met late."""
    found = snapshot.deadline(deadline_id)
    if found is None:
        raise UserError("That date no longer applies. Nothing was drafted. Look at the child again.")
    child, one = found
    if one.rule.subject == "alert":
        raise UserError("That date is of an alert already. Nothing was drafted. Take the alert further instead.")
    if one.standing not in _LATE or one.due_on is None:
        raise UserError(
            f"{what_of(one)} is neither missed nor overdue. Nothing was drafted. Raise an alert in your own words."
        )
    theme = _THEMES.get(one.rule.id) or _THEMES.get(one.rule.subject, _DRIFT)
    return _draft(snapshot, child, about_date(one), theme, rule=one.rule.id, trigger_on=one.trigger_on)


def draft_from_recommendation(
    snapshot: Snapshot, child: ChildNow, held_on: date, number: int, *, with_text: bool = True
) -> AlertDraft:
    """An alert about a recommendation, with how far it has drifted."""
    row = reviews_held(snapshot, child).recommendation(held_on, number)
    if row is None:
        raise UserError("That recommendation is here no more. Nothing was drafted. Look at the reviews again.")
    about = alert_draft(child.facts, row, snapshot.today, with_text=with_text)
    return _draft(snapshot, child, about, _ON_RECOMMENDATIONS, review_on=held_on, number=number)


def about_date(one: Deadline) -> str:
    """What was due when, by which rule, how late it is, and which review it follows; the child by id."""
    assert one.due_on is not None
    rule = one.rule
    due = f"{what_of(one)} (child {one.child}): due on {with_weekday(one.due_on)}, {_how_late(one)}."
    lines = [
        due,
        f"Counted from {with_weekday(one.trigger_on)}: {rule.trigger}.",
        f"{rule.sentence} Source: {rule.citation.source} ({rule.authority.label}).",
        f"It follows the review of {short(one.review_on)}." if one.review_on else "",
        _ASKS,
    ]
    return "\n".join(line for line in lines if line)


def _how_late(one: Deadline) -> str:
    if one.standing is Standing.MET_LATE and one.met_on is not None:
        return f"done on {short(one.met_on)}"
    late = -(one.working_days_left or 0)
    over = f"{working_days(late)} over" if late > 0 else "past its day"
    return f"missed, {over}" if one.standing is Standing.MISSED else over


def _draft(
    snapshot: Snapshot,
    child: ChildNow,
    about: str,
    theme: str,
    *,
    rule: str | None = None,
    trigger_on: date | None = None,
    review_on: date | None = None,
    number: int | None = None,
) -> AlertDraft:
    worker = allocated_worker(child, snapshot.today)
    return AlertDraft(
        child.facts.child.council_id,
        about,
        Lists(snapshot.lists).offered(ServiceList.THEME, theme),
        (worker.team or "") if worker else "",
        worker.name if worker else "",
        rule,
        trigger_on,
        review_on,
        number,
        _first_stage(snapshot),
        _already_on(child, rule, trigger_on),
    )


def _already_on(child: ChildNow, rule: str | None, trigger_on: date | None) -> date | None:
    """When an alert about the same date was raised that is not resolved; good practice is no alert about it."""
    about_it = (
        one.raised_on
        for one in child.facts.alerts
        if rule is not None and (one.rule_id, one.trigger_on) == (rule, trigger_on)
        and one.resolved_on is None and one.kind is not AlertKind.GOOD_PRACTICE
    )  # fmt: skip
    return max(about_it, default=None)


def _first_stage(snapshot: Snapshot) -> AlertStage:
    return protocol_of(snapshot.practice.value("alert-stages", snapshot.today)).first.stage


def allocated_worker(child: ChildNow, today: date) -> Worker | None:
    """The social worker allocated today, else whoever else is; ``None``: nobody."""
    now = [one for one in child.facts.workers if one.from_on <= today and (one.to_on is None or one.to_on >= today)]
    social = [one for one in now if one.role is WorkerRole.SOCIAL_WORKER]
    return max(social or now, key=lambda one: one.from_on, default=None)


def act_of(draft: AlertDraft, raised_on: date, *, with_names: bool = True) -> RaiseAlert:
    """The act that raises the draft as it is; ``with_names`` False: without who has to answer."""
    return RaiseAlert(
        child=draft.child,
        raised_on=raised_on,
        stage=draft.stage,
        about=draft.about,
        theme=draft.theme or None,
        team=draft.team or None,
        responder=(draft.responder or None) if with_names else None,
        rule=draft.rule,
        trigger_on=draft.trigger_on,
        review_on=draft.review_on,
        number=draft.number,
    )
