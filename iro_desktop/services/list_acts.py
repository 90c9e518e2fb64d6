"""Acts about the lists a service owns. Nothing is ever taken out of one: what was filed under it stays found."""

from dataclasses import replace

from iro_desktop.domain.acts import AddToList, MergeInList, RenameInList, RetireFromList
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ListEntry
from iro_desktop.domain.vocabulary import ServiceList
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.service_lists import Lists, former, plain, standard
from iro_desktop.services.workspace import Workspace


def entry_for(work: Workspace, which: ServiceList, name: str, field: str, filed: str | None = None) -> ListEntry:
    """The entry something is filed under by that name; a standard one becomes the service's own by its first use.

    ``filed``: the row id under which it stands filed, which may be retired. Raises ``UserError`` about ``field``.
    """
    lists = Lists(work.all(ListEntry))
    entry = _found(work, lists, which, name, field)
    entry = lists.standing(entry)
    if entry.is_retired and entry.id != filed:
        raise UserError(
            f"“{entry.name}” is retired from the {which.label}. Nothing was saved. Choose another, or add it again.",
            field,
        )
    return entry


def add_to_list(act: AddToList, work: Workspace) -> None:
    """Add a word, or offer again one that was retired."""
    name = _name_of(act.name, "name")
    lists = Lists(work.all(ListEntry))
    known = lists.named(act.which, name)
    if known is None:
        work.put(ListEntry(work.new_id(), act.which, standard(act.which, name) or name))
        return
    stands = lists.standing(known)
    if not stands.is_retired:
        as_now = "" if plain(stands.name) == plain(name) else f", now as “{stands.name}”"
        raise UserError(f"“{name}” is among the {act.which.label} already{as_now}. Nothing was saved.", "name")
    work.put(replace(stands, is_retired=False))


def rename_in_list(act: RenameInList, work: Workspace) -> None:
    """Give an entry another name; it is still found by the one it had."""
    to = _name_of(act.to, "to")
    lists = Lists(work.all(ListEntry))
    entry = _live(_found(work, lists, act.which, act.name, "name"), lists)
    other = lists.named(act.which, to)
    is_taken = other is not None and lists.standing(other).id != entry.id
    if is_taken or (other is None and standard(act.which, to) not in (None, entry.name)):
        raise UserError(
            f"“{to}” is among the {act.which.label} already. Nothing was saved. Merge the two instead.", "to"
        )
    had = [one for one in (*former(entry), entry.name) if plain(one) != plain(to)]
    work.put(replace(entry, name=to, former_names="\n".join(dict.fromkeys(had)) or None))


def merge_in_list(act: MergeInList, work: Workspace) -> None:
    """Let one entry stand for another from now on."""
    lists = Lists(work.all(ListEntry))
    goes = _live(_found(work, lists, act.which, act.name, "name"), lists)
    stays = _found(work, lists, act.which, act.into, "into")
    stays = lists.standing(stays)
    if stays.id == goes.id:
        raise UserError("That is the same entry twice. Nothing was saved. Choose two.", "into")
    if stays.is_retired:
        raise UserError(
            f"“{stays.name}” is retired from the {act.which.label}. Nothing was saved. Add it again first.", "into"
        )
    work.put(replace(goes, merged_into=stays.id))


def retire_from_list(act: RetireFromList, work: Workspace) -> None:
    """Offer an entry no more; what is filed under it stays."""
    lists = Lists(work.all(ListEntry))
    entry = _live(_found(work, lists, act.which, act.name, "name"), lists)
    if entry.is_retired:
        raise UserError(f"“{entry.name}” is retired already. Nothing was saved.", "name")
    work.put(replace(entry, is_retired=True))


def _found(work: Workspace, lists: Lists, which: ServiceList, name: str, field: str) -> ListEntry:
    """The entry of that name as it is, merged or retired; a standard one is put into the list."""
    said = _name_of(name, field)
    known = lists.named(which, said)
    if known is not None:
        return known
    offered = standard(which, said)
    if offered is None:
        raise UserError(
            f"“{said}” is not among the {which.label}. Nothing was saved. Choose one of them, or add it to the list.",
            field,
        )
    return work.put(ListEntry(work.new_id(), which, offered))


def _live(entry: ListEntry, lists: Lists) -> ListEntry:
    if entry.merged_into is not None:
        raise UserError(
            f"“{entry.name}” is merged into “{lists.standing(entry).name}”. Nothing was saved. Use that one.", "name"
        )
    return entry


def _name_of(said: str, field: str) -> str:
    name = words_of(said)
    if name is None:
        raise UserError("A name in a list is not empty. Nothing was saved. Give one.", field)
    return name
