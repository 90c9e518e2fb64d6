"""What is so about the fake desk's children, and what acts about it do."""

from dataclasses import replace

from iro_desktop.domain.acts import (
    Act,
    AdjournReview,
    AskForReview,
    CompleteReview,
    EndCircumstance,
    OverrideDeadline,
    RecordCircumstance,
    RemoveCircumstance,
    WithdrawOverride,
)
from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.vocabulary import CircumstanceKind, Participation, ReviewMethod, Role
from iro_desktop.services.plan_views import CircumstanceRow
from iro_desktop.services.views import HeldRow
from tests.ui.fake_people import TODAY, FakeChild


def so_after(child: FakeChild, act: Act) -> FakeChild:
    """The child once that is so; other facts about care change nothing that the fake shows."""
    if isinstance(act, RecordCircumstance | AskForReview):
        return replace(child, circumstances=(_row(act), *child.circumstances))
    if isinstance(act, EndCircumstance | RemoveCircumstance):
        is_meant = [(one.kind, one.from_on) == (act.what, act.from_on) for one in child.circumstances]
        left = [one for one, gone in zip(child.circumstances, is_meant, strict=True) if not gone]
        return replace(child, circumstances=tuple(left))
    if isinstance(act, OverrideDeadline):
        others = [one for one in child.overrides if one[0] != act.rule]
        return replace(child, overrides=(*others, (act.rule, act.due_on, act.reason)))
    if isinstance(act, WithdrawOverride):
        return replace(child, overrides=tuple(one for one in child.overrides if one[0] != act.rule))
    if isinstance(act, AdjournReview | CompleteReview):
        return replace(child, is_adjourned=isinstance(act, AdjournReview))
    return child


def _row(act: RecordCircumstance | AskForReview) -> CircumstanceRow:
    if isinstance(act, AskForReview):
        words = f"Early review asked for: {act.ground.label}, {with_weekday(act.asked_on)}"
        return CircumstanceRow(CircumstanceKind.EXTRA_REVIEW, act.asked_on, act.before, words, can_end=False)
    is_moment = act.what is CircumstanceKind.HEARING
    words = f"{act.what.label}, {'' if is_moment else 'since '}{with_weekday(act.from_on)}"
    return CircumstanceRow(act.what, act.from_on, act.to_on, words, can_end=not is_moment)


def notices_of(child: FakeChild) -> tuple[str, ...]:
    """A review booked after a hearing."""
    return tuple(
        f"The review booked for {with_weekday(child.booked_on)} falls after the hearing of {with_weekday(one.from_on)}"
        " that it should inform."
        for one in child.circumstances
        if one.kind is CircumstanceKind.HEARING and child.booked_on and TODAY <= one.from_on < child.booked_on
    )


def held_of(child: FakeChild) -> tuple[HeldRow, ...]:
    """The last review."""
    if child.last_on is None:
        return ()
    words = f"Review {child.number}, {with_weekday(child.last_on)}"
    return (
        HeldRow(
            child.last_on,
            words,
            is_open=child.is_adjourned,
            can_adjourn=not child.is_adjourned,
            participation=Participation.PN1,
            method=ReviewMethod.MEETING,
            came=(Role.CARER,),
            apologies=(Role.SCHOOL,),
        ),
    )
