"""The same entry for brothers and sisters: records of their own, each checked by itself before any is saved."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, get_args, get_type_hints

from iro_desktop.domain import acts
from iro_desktop.domain.acts import Act
from iro_desktop.domain.errors import UserError
from iro_desktop.services.acting import do_acts
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.words import display_name
from iro_desktop.services.workspace import Workspace
from iro_desktop.store.store import Store

# Acts that are about one child and nobody else: who they are, in which group they are, what stands on their record,
# and a booking, whose form plans the day for brothers and sisters itself.
ALONE: frozenset[type[Act]] = frozenset(
    {
        acts.AddChild,
        acts.ChangeChild,
        acts.MergeChild,
        acts.CorrectEpisode,
        acts.JoinSiblingGroup,
        acts.LeaveSiblingGroup,
        acts.StateSiblingSplit,
        acts.WithdrawSiblingSplit,
        acts.StateReviewNumber,
        acts.StateNotHeld,
        acts.OverrideDeadline,
        acts.WithdrawOverride,
        acts.BookReview,
        acts.MoveBooking,
        acts.ChangeBooking,
        acts.CancelBooking,
        acts.CorrectReview,
    }
)

_BY_NUMBER = frozenset(
    {acts.ChangeRecommendation, acts.CheckRecommendation, acts.RecordOutcome, acts.RemoveRecommendation}
)


@dataclass(frozen=True, slots=True)
class SameFor:
    """A brother or sister in care, and why the entry cannot be the same for them."""

    child: str  # council id
    name: str
    wrong: str = ""  # a sentence; empty: it can be the same


def may_be_same(kinds: Collection[type]) -> bool:
    """Whether entries of these kinds can be made for several children; of none nothing is known yet, so they may."""
    return not any(kind in ALONE for kind in kinds) and all(
        "child" in {one.name for one in fields(kind)} for kind in kinds
    )


def kinds_made_by(make: Callable[..., object]) -> frozenset[type]:
    """The kinds of act that a function says it returns; none where it says no more than that it is an act."""
    said = get_type_hints(make).get("return")
    kinds = frozenset(get_args(said) or ((said,) if isinstance(said, type) else ()))
    return frozenset() if len(kinds) == len(acts.ACT_TYPES) else kinds


def for_sibling(wanted: Sequence[Act], sibling: str) -> tuple[Act, ...]:
    """The same acts about another child."""
    return tuple(replace(_any(one), child=sibling, **_without_version(one)) for one in wanted)


def _without_version(one: Act) -> dict[str, None]:
    return {"row_version": None} if any(each.name == "row_version" for each in fields(one)) else {}


def _any(one: Act) -> Any:
    return one


def siblings_in_care(snapshot: Snapshot, child: str) -> tuple[SameFor, ...]:
    """Brothers and sisters who are looked after today, by their id."""
    others = (snapshot.children[one] for one in snapshot.siblings.get(child, ()) if one in snapshot.children)
    return tuple(
        SameFor(one.facts.child.council_id, display_name(one.facts.child)) for one in others if one.is_looked_after
    )


def same_for(store: Store, snapshot: Snapshot, child: str, wanted: Sequence[Act]) -> tuple[SameFor, ...]:
    """Each brother or sister with what stands in the way of these acts; nothing is changed."""
    known = siblings_in_care(snapshot, child)
    if not wanted:
        return known
    with store.reading() as reader:
        return tuple(
            replace(one, wrong=_wrong(wanted, one.child, Workspace(reader, snapshot.today, snapshot.base)))
            for one in known
        )


def _wrong(wanted: Sequence[Act], sibling: str, work: Workspace) -> str:
    try:
        for own, act in zip(wanted, for_sibling(wanted, sibling), strict=True):
            _check_recommendation(own, act, work)
            do_acts([act], work)  # one by one: no “act 2 of a list” in the sentence
    except UserError as error:
        return str(error).replace(" Nothing was saved.", "").replace(" Nothing was changed.", "")
    return "" if work.changes() else "That is how it stands already."


def _check_recommendation(own: Any, act: Any, work: Workspace) -> None:
    """A number means another recommendation for another child, unless the words are the same."""
    if type(own) not in _BY_NUMBER:
        return
    texts = [_text_of(one, work) for one in (own, act)]
    if texts[0] != texts[1]:
        raise UserError(f"Recommendation {own.number} of that review is another one, or there is none.")


def _text_of(act: Any, work: Workspace) -> str | None:
    facts = work.child(act.child)
    on = {one.id: one.held_on for one in facts.reviews}
    numbered = (one for one in facts.recommendations if one.number == act.number and on[one.review_id] == act.held_on)
    return next((" ".join(one.text.split()).casefold() for one in numbered), None)


def same_sentence(sentence: str, others: int) -> str:
    """The line for history and undo: ``Care plan for AB12, the same for 3 brothers and sisters``."""
    return f"{sentence}, the same for {others} {'brother or sister' if others == 1 else 'brothers and sisters'}"
