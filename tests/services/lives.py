"""Random acts, sensible and foolish, undone and redone against a model that keeps a dump for every step."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from iro_desktop.domain import acts
from iro_desktop.domain.acts import Act
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import (
    AlertOutcome,
    AlertStage,
    Asker,
    CarerReviewKind,
    CircumstanceKind,
    LateReason,
    LeaveKind,
    Participation,
    ReviewGround,
    ReviewKind,
    ReviewMethod,
    Sex,
    Task,
)
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from tests.services.office import Office

CHILDREN = tuple(f"C{n}" for n in range(6))  # four are there from the beginning
IROS = ("Jo Bloggs", "Ann Other", "Siân Ó Briain")


def a_small_caseload(office: Office) -> None:
    """Two IROs and four children in care, to begin with."""
    today = office.actor.today
    start = today - timedelta(days=700)
    held = [start + timedelta(days=20 + 150 * n) for n in range(4)]
    office.do(
        *(acts.AddIro(name=name) for name in IROS[:2]),
        acts.AddChild(
            child="C0", iro=IROS[0], born_on=date(2014, 2, 28), looked_after_since=start, tracking_from=start
        ),
        acts.AddChild(child="C1", iro=IROS[1], last_review_on=today - timedelta(days=60)),
        acts.AddChild(child="C2", looked_after_since=today - timedelta(days=9)),
        acts.AddChild(child="C3", iro=IROS[0], last_review_on=today - timedelta(days=300), last_review_number=2),
        *(
            acts.RecordReviewHeld(
                child="C0", held_on=day, participation=Participation.PN1, late_reason=LateReason.OTHER
            )
            for day in held
        ),
        acts.BookReview(child="C1", review_on=today + timedelta(days=90)),
    )


def random_act(rng: Random, office: Office) -> Act:
    """An act that fits what is there, or one that does not."""
    return rng.choice(MAKERS)(rng, office)


def _day(rng: Random, office: Office, back: int = 900, ahead: int = 0) -> date:
    return office.actor.today + timedelta(days=rng.randint(-back, ahead))


def _child(rng: Random) -> str:
    return rng.choice(CHILDREN)


def _maybe(rng: Random, value):
    return value if rng.random() < 0.5 else None


def _reviews(child: str, office: Office) -> list[date]:
    with office.store.reading() as reader:
        found = reader.child_by_council_id(child)
        return [one.held_on for one in reader.facts([found.id])[0].reviews] if found else []


def _bookings(child: str, office: Office) -> list[date]:
    with office.store.reading() as reader:
        found = reader.child_by_council_id(child)
        facts = reader.facts([found.id])[0] if found else None
        return [one.review_on for one in facts.bookings if one.status == "open"] if facts else []


def _one_of(rng: Random, days: list[date], office: Office) -> date:
    return rng.choice(days) if days and rng.random() < 0.9 else _day(rng, office)


def _add_child(rng: Random, office: Office) -> Act:
    since = _maybe(rng, _day(rng, office))
    last = _maybe(rng, _day(rng, office, back=200))
    return acts.AddChild(
        child=_child(rng), looked_after_since=since, last_review_on=last, born_on=_maybe(rng, _day(rng, office, 6000)),
        last_review_number=_maybe(rng, rng.randint(1, 9)) if last else None, given_name=_maybe(rng, "Ann"),
        iro=_maybe(rng, rng.choice(IROS)), tracking_from=_maybe(rng, _day(rng, office)),
    )  # fmt: skip


def _change_child(rng: Random, office: Office) -> Act:
    return acts.ChangeChild(
        child=_child(rng), given_name=_maybe(rng, rng.choice(("Ann", "Zoë"))), known_as=_maybe(rng, "Nan"),
        born_on=_maybe(rng, _day(rng, office, 6000)), sex=_maybe(rng, rng.choice(list(Sex))),
        tracking_from=_maybe(rng, _day(rng, office)), clear=("family_name",) if rng.random() < 0.2 else (),
    )  # fmt: skip


def _record(rng: Random, office: Office) -> Act:
    return acts.RecordReviewHeld(
        child=_child(rng), held_on=_day(rng, office), participation=rng.choice(list(Participation)[:3]),
        method=rng.choice(list(ReviewMethod)), late_reason=_maybe(rng, LateReason.COURT),
        next_review_on=_maybe(rng, _day(rng, office, 0, 200)), under=_maybe(rng, rng.choice(list(ReviewKind))),
        ground=_maybe(rng, ReviewGround.PLAN_CHANGE), adjourned=rng.random() < 0.2,
    )  # fmt: skip


def _correct(rng: Random, office: Office) -> Act:
    child = _child(rng)
    return acts.CorrectReview(
        child=child, held_on=_one_of(rng, _reviews(child, office), office), to_held_on=_maybe(rng, _day(rng, office)),
        participation=_maybe(rng, Participation.PN4), number=_maybe(rng, rng.randint(1, 9)),
        late_reason=LateReason.REPORT,
    )  # fmt: skip


def _task(rng: Random, office: Office) -> Act:
    child = _child(rng)
    review = _maybe(rng, _one_of(rng, _reviews(child, office), office))
    return acts.RecordTaskDone(
        child=child, task=rng.choice(list(Task)), done_on=_day(rng, office, 100), review_on=review
    )  # fmt: skip


def _move(rng: Random, office: Office) -> Act:
    child = _child(rng)
    return acts.MoveBooking(
        child=child, review_on=_one_of(rng, _bookings(child, office), office), to_on=_day(rng, office, 0, 200),
        moved_on=office.actor.today, asked_by=rng.choice(list(Asker)), reason="because",
    )  # fmt: skip


def _cancel(rng: Random, office: Office) -> Act:
    child = _child(rng)
    booked = _one_of(rng, _bookings(child, office), office)
    return acts.CancelBooking(child=child, review_on=booked, cancelled_on=office.actor.today, reason="because")


def _not_held(rng: Random, office: Office) -> Act:
    child = _child(rng)
    with office.store.reading() as reader:
        found = reader.child_by_council_id(child)
        facts = reader.facts([found.id])[0] if found else None
    days = [one.due_on for one in deadlines_of(facts, england(), office.actor.today) if one.is_open] if facts else []
    return acts.StateNotHeld(child=child, due_on=next((one for one in days if one), _day(rng, office)))


def _facts(child: str, office: Office) -> ChildFacts | None:
    with office.store.reading() as reader:
        found = reader.child_by_council_id(child)
        return reader.facts([found.id])[0] if found else None


def _circumstance(rng: Random, office: Office) -> Act:
    child = _child(rng)
    facts = _facts(child, office)
    what, on = rng.choice(list(CircumstanceKind)), _day(rng, office, 300, 60)
    if facts and facts.circumstances and rng.random() < 0.5:
        one = rng.choice(facts.circumstances)
        if rng.random() < 0.4:
            return acts.RemoveCircumstance(child=child, what=one.kind, from_on=one.from_on)
        return acts.EndCircumstance(child=child, what=one.kind, from_on=one.from_on, to_on=on)
    return acts.RecordCircumstance(child=child, what=what, from_on=on, to_on=_maybe(rng, on + timedelta(days=9)))


def _sitting(rng: Random, office: Office) -> Act:
    child = _child(rng)
    held_on = _one_of(rng, _reviews(child, office), office)
    later = min(held_on + timedelta(days=rng.randint(0, 40)), office.actor.today)
    return rng.choice((
        acts.AdjournReview(child=child, held_on=held_on),
        acts.AddSitting(child=child, held_on=held_on, on=later),
        acts.CompleteReview(child=child, held_on=held_on, completed_on=later),
    ))  # fmt: skip


def _override(rng: Random, office: Office) -> Act:
    child = _child(rng)
    facts = _facts(child, office)
    if facts and facts.overrides and rng.random() < 0.4:
        one = rng.choice(facts.overrides)
        return acts.WithdrawOverride(child=child, rule=one.rule_id, trigger_on=one.trigger_on)
    dated = [one for one in deadlines_of(facts, england(), office.actor.today) if one.due_on] if facts else []
    if not dated:
        return acts.WithdrawOverride(child=child, rule="review.first", trigger_on=office.actor.today)
    owed = rng.choice(dated)
    assert owed.due_on is not None
    due_on = owed.due_on - timedelta(days=rng.randint(0, 20))
    return acts.OverrideDeadline(
        child=child, rule=owed.rule.id, trigger_on=owed.trigger_on, due_on=due_on, reason="because"
    )


def _alert(rng: Random, office: Office) -> Act:
    child = _child(rng)
    facts = _facts(child, office)
    on, stage = _day(rng, office, 60), rng.choice(list(AlertStage))
    if not (facts and facts.alerts) or rng.random() < 0.3:
        return acts.RaiseAlert(child=child, raised_on=on, stage=stage)
    raised_on = rng.choice(facts.alerts).raised_on
    return rng.choice((
        acts.EscalateAlert(child=child, raised_on=raised_on, stage=stage, started_on=on),
        acts.AnswerAlert(child=child, raised_on=raised_on, stage=stage, answered_on=on),
        acts.ResolveAlert(
            child=child, raised_on=raised_on, resolved_on=on, outcome=AlertOutcome.RESOLVED, effect="Plan moved on"
        ),
    ))  # fmt: skip


def _of_the_service(rng: Random, office: Office) -> Act:
    on, ahead = _day(rng, office, 300, 60), _day(rng, office, 0, 20)
    key, value = rng.choice((
        ("mid-point", "half-interval"), ("mid-point", "3-months"), ("anchor", "original-due"), ("day-0", "counted"),
        ("limit:review.later", "5m"), ("limit:after.minutes", "10wd"), ("limit:after.minutes", "rule"),
    ))  # fmt: skip
    return rng.choice((
        acts.ChangeSetting(setting=key, value=value, from_on=on),
        acts.AddBankHoliday(on=ahead, name="Holiday"), acts.RemoveBankHoliday(on=ahead),
        acts.RecordLeave(iro=rng.choice(IROS), from_on=ahead, to_on=ahead + timedelta(days=9), what=LeaveKind.OTHER),
        acts.RemoveLeave(iro=rng.choice(IROS), from_on=ahead),
    ))  # fmt: skip


def _carer(rng: Random, office: Office) -> Act:
    carer, on = rng.choice(("F1", "F2")), _day(rng, office)
    return rng.choice((
        acts.AddFosterCarer(carer=carer, approved_on=on), acts.EndFosterCarer(carer=carer, on=on),
        acts.RecordCarerReview(carer=carer, held_on=on, decided_on=_maybe(rng, on), what=CarerReviewKind.AD_HOC),
    ))  # fmt: skip


def _change_care(rng: Random, office: Office) -> Act:
    return acts.ChangeCare(
        child=_child(rng), on=_day(rng, office, 300), legal_status=_maybe(rng, rng.choice(("C1", "C2", "E1", "V3"))),
        placement=_maybe(rng, rng.choice(("U6", "A4", "K2"))), same_carer=rng.random() < 0.5,
    )  # fmt: skip


MAKERS = (
    *[_circumstance] * 2, *[_sitting] * 2, *[_alert] * 2, *[_of_the_service] * 2, *[_change_care] * 2,
    _override, _carer,
    lambda rng, office: acts.AskForReview(
        child=_child(rng), ground=rng.choice(list(ReviewGround)), asked_on=_day(rng, office, 90),
        before=_maybe(rng, _day(rng, office, 0, 60)),
    ),
    lambda rng, office: acts.JoinSiblingGroup(group=rng.choice("XY"), child=_child(rng), from_on=_day(rng, office)),
    lambda rng, office: acts.LeaveSiblingGroup(group=rng.choice("XY"), child=_child(rng), to_on=_day(rng, office)),
    lambda rng, office: acts.AddIro(name=rng.choice(IROS)),
    *[_add_child] * 3, *[_change_child] * 2, *[_record] * 3, *[_task] * 2, _correct, _move, _cancel, _not_held,
    lambda rng, office: acts.AllocateIro(child=_child(rng), iro=rng.choice(IROS), from_on=_day(rng, office)),
    lambda rng, office: acts.FormSiblingGroup(
        name=rng.choice("XY"), children=tuple(rng.sample(CHILDREN, 2)), from_on=_day(rng, office)
    ),
    lambda rng, office: acts.StartCare(child=_child(rng), on=_day(rng, office), legal_status="C2"),
    lambda rng, office: acts.EndCare(child=_child(rng), on=_day(rng, office, 300), reason="E4A"),
    lambda rng, office: acts.BookReview(child=_child(rng), review_on=_day(rng, office, 20, 200), at="10:00"),
    lambda rng, office: acts.StateReviewNumber(
        child=(child := _child(rng)), held_on=_one_of(rng, _reviews(child, office), office), number=rng.randint(1, 9)
    ),
)  # fmt: skip


def acts_done(office: Office, rng: Random, count: int, attempts: int = 10_000) -> Iterator[Act]:
    """Does random acts until ``count`` of them were accepted, or nothing was in so many attempts."""
    for _ in range(attempts):
        act = random_act(rng, office)
        try:
            office.do(act)
        except UserError:
            continue
        count -= 1
        yield act
        if not count:
            return


def a_day_of_acts(office: Office, rng: Random, steps: int) -> None:
    """Some steps forward and back, each checked against the model."""
    now = office.dump().hash
    done: list[str] = []  # the dump before each act that can be undone
    undone: list[str] = []  # the dump after each act that can be redone
    for _ in range(steps):
        step = rng.random()
        if step < 0.2 and done:
            office.undo()
            undone.append(now)
            now = done.pop()
        elif step < 0.35 and undone:
            office.redo()
            done.append(now)
            now = undone.pop()
        elif step < 0.45:
            now = _undo_an_older_one(office, rng, now)
            done, undone = [], []
        elif next(acts_done(office, rng, 1, attempts=4), None) is not None:
            done.append(now)
            undone = []
            now = office.dump().hash
            continue
        assert office.dump().hash == now


def _undo_an_older_one(office: Office, rng: Random, now: str) -> str:
    """Undo any act by its id and redo it: the same facts again, also where it was refused."""
    past = office.store.acts()
    if not past:
        return now
    try:
        office.undo(rng.choice(past).id)
    except UserError:
        return now
    assert office.dump().hash != now
    office.redo()
    return now
