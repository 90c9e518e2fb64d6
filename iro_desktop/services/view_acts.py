"""Acts about saved views: ways to look at the caseload, kept under names."""

from collections.abc import Iterable
from dataclasses import replace

from iro_desktop.domain.acts import RemoveView, SaveView
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import SavedView
from iro_desktop.services.caseload_columns import BY_KEY, STANDING
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace


def save_view(act: SaveView, work: Workspace) -> None:
    """Keep a view; one of the same name, whatever its case, is replaced."""
    name = words_of(act.name)
    if name is None:
        raise UserError("A view needs a name. Nothing was saved. Say what you look for with it.", field="name")
    if act.sort is not None and act.sort not in BY_KEY:
        raise UserError(
            f"There is no column “{act.sort}”. Nothing was saved. There are: {', '.join(BY_KEY)}.", field="sort"
        )
    iro = work.iro(act.iro).name if act.iro else None
    sort = None if act.sort == STANDING and not act.is_descending else act.sort
    found = find_view(work.all(SavedView), name) or SavedView(work.new_id(), name)
    work.put(replace(found, name=name, iro=iro, words=words_of(act.words), sort=sort, is_descending=act.is_descending))


def remove_view(act: RemoveView, work: Workspace) -> None:
    """Take a view away."""
    work.remove(view_named(work.all(SavedView), act.name))


def view_named(views: Iterable[SavedView], name: str) -> SavedView:
    """The view of that name. Raises ``UserError`` where there is none."""
    found = find_view(views, name)
    if found is None:
        raise UserError("There is no saved view of that name. Nothing was changed. Check the name.", field="name")
    return found


def find_view(views: Iterable[SavedView], name: str) -> SavedView | None:
    """The view of that name; case and blanks are forgiven."""
    wanted = " ".join(name.split()).casefold()
    return next((one for one in views if one.name.casefold() == wanted), None)
