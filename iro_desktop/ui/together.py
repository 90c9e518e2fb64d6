"""Brothers and sisters booked on one day: the acts of an offer, and the sentence that history shows."""

from datetime import date

from iro_desktop.domain.acts import Act, BookReview, MoveBooking
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Asker
from iro_desktop.services.plan_views import SiblingOffer, SiblingPlan

_REASON = "brothers and sisters reviewed together"


def booked_together(plan: SiblingPlan, offer: SiblingOffer, today: date) -> list[Act]:
    """A booking for each child of the offer, a move where another day is booked; in the plan's order."""
    acts: list[Act] = []
    for one in plan.children:
        if one.child not in offer.children or one.booked_on == offer.on:
            continue
        if one.booked_on is None:
            acts.append(BookReview(child=one.child, review_on=offer.on, booked_on=today))
        else:
            acts.append(
                MoveBooking(
                    child=one.child,
                    review_on=one.booked_on,
                    to_on=offer.on,
                    moved_on=today,
                    asked_by=Asker.IRO,
                    reason=_REASON,
                )
            )
    return acts


def together_words(offer: SiblingOffer) -> str:
    """The line for history and undo: ids, no names."""
    return f"Book reviews together on {short(offer.on)} for {', '.join(offer.children)}"
