"""The lists a service owns: an entry found by any name it ever had, and the one that stands for it now."""

from collections.abc import Iterable

from iro_desktop.domain.lists import STANDARD
from iro_desktop.domain.records import ListEntry
from iro_desktop.domain.vocabulary import ServiceList
from iro_desktop.services.caseload import folded


class Lists:
    """Entries, asked by name or by row id."""

    def __init__(self, entries: Iterable[ListEntry]) -> None:
        """Take the entries of every list."""
        self._by_id = {one.id: one for one in entries}

    def of(self, which: ServiceList) -> tuple[ListEntry, ...]:
        """The entries of one list, by name."""
        return tuple(sorted((one for one in self._by_id.values() if one.which is which), key=lambda one: one.name))

    def named(self, which: ServiceList, name: str) -> ListEntry | None:
        """The entry of that name, or else the one that had it, however it is written; merged ones as they are."""
        wanted = plain(name)
        mine = self.of(which)
        now = next((one for one in mine if plain(one.name) == wanted), None)
        return now or next((one for one in mine if wanted in map(plain, former(one))), None)

    def standing(self, entry: ListEntry) -> ListEntry:
        """The entry that stands for this one: itself, or that into which it was merged, and so on."""
        while entry.merged_into is not None and entry.merged_into in self._by_id:
            entry = self._by_id[entry.merged_into]
        return entry

    def name_of(self, entry_id: str | None) -> str:
        """What is shown for an entry; "" where there is none."""
        entry = self._by_id.get(entry_id or "")
        return self.standing(entry).name if entry else ""

    def offered(self, which: ServiceList, name: str) -> str:
        """A name that the program proposes as the service has it today; "" where it offers that no more."""
        entry = self.named(which, name)
        if entry is None:
            return standard(which, name) or ""
        entry = self.standing(entry)
        return "" if entry.is_retired else entry.name


def former(entry: ListEntry) -> tuple[str, ...]:
    """The names it had, oldest first."""
    return tuple((entry.former_names or "").splitlines())


def standard(which: ServiceList, name: str) -> str | None:
    """The name as the program offers it, however it is written; ``None``: it does not."""
    return next((one for one in STANDARD[which] if plain(one) == plain(name)), None)


def plain(name: str) -> str:
    """A name for comparing: no case, no accents, one blank between words."""
    return " ".join(folded(name).split())
