"""What the outputs about one child share: whose it is, by id or by name."""

from iro_desktop.domain.errors import UserError
from iro_desktop.services.outputs.model import Making, OutputWish
from iro_desktop.services.outputs.readers import check_reader
from iro_desktop.services.restrictions import Thing
from iro_desktop.services.snapshot import ChildNow
from iro_desktop.services.words import full_name


def child_of(making: Making, wish: OutputWish) -> ChildNow:
    """The child it is about; an id that was merged leads to the child it went to. Raises ``UserError``."""
    if not wish.child:
        raise UserError("This is about one child. Nothing was made. Say which.", field="child")
    now = making.snapshot
    found = now.children.get(wish.child) or now.children.get(now.stands_as(wish.child) or "")
    if found is None:
        raise UserError(f"No child with the id {wish.child} is known here. Nothing was made. Check it.", field="child")
    return found


def whose(child: ChildNow, wish: OutputWish) -> str:
    """How the child stands in it: by name where a reader is stated, else by the council's id."""
    record = child.facts.child
    return f"{full_name(record)} ({record.council_id})" if wish.names else record.council_id


def check_tells(making: Making, child: ChildNow, wish: OutputWish, thing: Thing) -> None:
    """Refuse a stated reader who must not have such a thing."""
    if wish.names is not None:
        check_reader(child.facts, wish.names.who, thing, making.snapshot.today)


def head_of(making: Making, child: ChildNow, wish: OutputWish) -> tuple[str, ...]:
    """The lines under the title: whom it is about, as at when, and for whom where names stand in it."""
    at = making.at
    names = f"With names, {wish.names.words}" if wish.names else "By id; what somebody typed is left out"
    return (
        f"Child {whose(child, wish)}",
        f"As at {at.day} {at:%B %Y, %H:%M}, by {making.actor.name}",
        names,
    )
