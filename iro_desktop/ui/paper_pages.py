"""Items laid on pages: nothing is cut, headings stay with what follows, a table's headings stand again overleaf."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from iro_desktop.ui.paper_items import Item

_FILLED = 0.6  # of a page: what is longer than a whole one begins on a new one only beyond


@dataclass(slots=True)
class Page:
    """What stands on one page, each with its top."""

    placed: list[tuple[float, Item]] = field(default_factory=list)
    filled: float = 0.0

    def add(self, item: Item) -> None:
        """Beneath what stands there."""
        top = self.filled + (item.above if self.placed else 0.0)
        self.placed.append((top, item))
        self.filled = top + item.height


def paged(items: Sequence[Item], room: float) -> list[Page]:
    """The pages, at least one."""
    pages = [Page()]
    for group in _groups(items):
        _place(pages, group, room)
    return pages


def _groups(items: Sequence[Item]) -> list[list[Item]]:
    """Those that stay together, in order."""
    groups: list[list[Item]] = [[]]
    for item in items:
        if item.begins_page:  # stronger than what a heading would like
            groups.append([])
        groups[-1].append(item)
        if not item.keeps_next:
            groups.append([])
    return [one for one in groups if one]


def _place(pages: list[Page], group: list[Item], room: float) -> None:
    page, height = pages[-1], _height(group)
    is_full = page.filled + height > room and (height <= room or page.filled > room * _FILLED)
    is_air = all(one.is_air for one in group)  # it begins no page: one with nothing on it would be left at the end
    if page.placed and not is_air and (group[0].begins_page or is_full):
        _turn(pages, group[0])
    for item in group:
        waiting: Item | None = item
        while waiting is not None:
            waiting = _put(pages, waiting, room)


def _put(pages: list[Page], item: Item, room: float) -> Item | None:
    """On the last page; what of it had no room there is handed back."""
    left = room - pages[-1].filled - (item.above if pages[-1].placed else 0.0)
    if item.is_air and (item.height > left or not pages[-1].placed):
        return None  # nothing stands at the foot or the top of a page but words
    if item.height <= left:
        pages[-1].add(item)
        return None
    parts = item.split(left) if item.split and item.height > room else None
    if parts:
        pages[-1].add(parts[0])
        _turn(pages, parts[1])
        return parts[1]
    begun = len(pages[-1].placed) > 1 or (pages[-1].placed and pages[-1].placed[0][1] is not item.repeats)
    if begun:
        _turn(pages, item)
        return item
    pages[-1].add(item)  # taller than any page, and cannot be cut
    return None


def _turn(pages: list[Page], item: Item) -> None:
    pages.append(Page())
    if item.repeats:
        pages[-1].add(item.repeats)


def _height(group: list[Item]) -> float:
    return sum(one.above + one.height for one in group)
