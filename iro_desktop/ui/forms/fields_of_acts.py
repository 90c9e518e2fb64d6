"""Beside which field of a form a refusal is said: forms ask some fields of an act under a name of their own."""

from collections.abc import Collection, Mapping

# A field of an act, and what forms call it where not by its own name; the first that the form has is meant.
_ASKED_AS: Mapping[str, tuple[str, ...]] = {
    "adjourned": ("adjourned_on",),
    "adjourned_on": ("on",),
    "answered_on": ("on",),
    "asked_on": ("on",),
    "at": ("starts_at",),
    "booked_on": ("day",),
    "came": ("who_came",),
    "apologies": ("who_came",),
    "cancelled_on": ("reason",),
    "child": ("other", "others", "council_id"),
    "children": ("others",),
    "chased_on": ("on",),
    "completed_on": ("on",),
    "done_on": ("day", "on"),
    "due_on": ("day",),
    "explained_on": ("explained",),
    "from_on": ("on", "which"),
    "group": ("other", "others"),
    "held_on": ("review",),
    "legal_status": ("legal",),
    "moved_on": ("day",),
    "on": ("further", "day"),
    "raised_on": ("on", "alert"),
    "resolved_on": ("on",),
    "returned_on": ("on",),
    "review_on": ("day",),
    "sent_on": ("which", "on"),
    "stage": ("what",),
    "started_on": ("on",),
    "to_held_on": ("held_on",),
    "to": ("role",),
    "to_on": ("day", "until", "on"),
}


def field_for(name: str, asked: Collection[str]) -> str:
    """The form's field for a field of the act; "" where it asks nothing of the kind."""
    return next((one for one in (name, *_ASKED_AS.get(name, ())) if one in asked), "")
