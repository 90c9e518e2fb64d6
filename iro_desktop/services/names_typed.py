"""Which typed words name somebody: a child, somebody around one, a worker. By them it is told what may not go out.

Every word of a child's name counts. People around a child are typed as they are spoken of: "Nuala Larkby, health",
"Elm School, designated teacher", "Mother"; there a word counts that begins with a capital and is no ordinary one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iro_desktop.domain.dates import LONG_MONTHS, LONG_WEEKDAYS, MONTHS, WEEKDAYS
from iro_desktop.domain.records import ChildFacts
from iro_desktop.domain.vocabulary import Agency, Role, Venue, WorkerRole
from iro_desktop.services.caseload import folded
from iro_desktop.services.snapshot import Snapshot

_SHORTEST = 3  # letters: initials and "Dr" are of nobody in particular
_PART = re.compile(r"[,;:/()\[\]–—]| - ")
_ORGANISATIONS = frozenset(
    "school primary secondary junior infant infants academy college nursery university hospital clinic surgery practice"
    " centre center hub service services team unit council trust agency department nhs camhs cafcass police court"
    " library church hall hotel association society".split()
)
_TITLES = frozenset("mr mrs ms miss mx dr prof rev reverend doctor sir lady pc dc ps sgt sergeant".split())
_ORDINARY = _TITLES | frozenset(
    "road street house lane avenue close drive place court way park hill green church north south east west upper lower"
    " new old home office room floor building family mum mam mother dad father nan nana gran grandad grandma"
    " grandmother grandfather step foster aunt auntie uncle cousin sister brother half parent parents carer carers"
    " partner friend mister master professor the and for with her his their at on"
    " manager worker teacher nurse head deputy officer coordinator lead leader senior key support social designated"
    " virtual safeguarding duty education placement residential therapist psychologist visitor paediatrician guardian"
    " solicitor advocate interpreter adviser advisor assistant class year tutor pastoral review video call telephone"
    " writing reports report meeting training visit visits leave minutes time kept free travel".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """What names somebody."""

    words: frozenset[str]  # each by itself
    wholes: frozenset[tuple[str, str]]  # first and last word together

    def is_in(self, text: str) -> bool:
        """Whether the text names anybody.

        >>> Named(frozenset({"larkby"}), frozenset({("li", "wu")})).is_in("At Larkby’s, with Li")
        True
        """
        found = frozenset(_folded_words(text))
        return not self.words.isdisjoint(found) or any(found.issuperset(one) for one in self.wholes)

    def told_in(self, text: str) -> tuple[str, ...]:
        """The words of the text that begin with a capital and name somebody, each once.

        >>> Named(frozenset({"larkby", "will"}), frozenset()).told_in("Larkby will say, Will Larkby")
        ('Larkby', 'Will')
        """
        found = (word for word in re.findall(r"\w+", text) if word[0].isupper() and folded(word) in self.words)
        return tuple(dict.fromkeys(found))


def named(snapshot: Snapshot) -> Named:
    """Everybody named in the store."""
    return named_in(child.facts for child in snapshot.children.values())


def named_in(everybody: Iterable[ChildFacts]) -> Named:
    """These children, and everybody named around them."""
    words: set[str] = set()
    wholes: set[tuple[str, str]] = set()
    ordinary = _ORDINARY | _ORGANISATIONS | frozenset(_folded_words(" ".join(_labels())))
    for facts in everybody:
        record = facts.child
        for name in (record.given_name, record.family_name, record.known_as):
            words.update(_folded_words(name or ""))
        words.update(f"{word}s" for word in _folded_words(record.family_name or ""))
        people = [*(one.name for one in facts.people), *(one.name for one in facts.workers)]
        for part in (part for name in people for part in _PART.split(name)):
            words.update(_telling(part, ordinary))
            wholes.update(_whole(part, ordinary))
    return Named(frozenset(words), frozenset(wholes))


def _telling(part: str, ordinary: frozenset[str]) -> Iterator[str]:
    """The words that tell who it is, and more than one of that name: ``Larkby``, ``the Larkbys``."""
    if _ORGANISATIONS.isdisjoint(_folded_words(part)):
        for found in re.findall(r"\w+", part):
            word = folded(found)
            if len(word) >= _SHORTEST and found[0].isupper() and word not in ordinary:
                yield from (word, f"{word}s")


def _whole(part: str, ordinary: frozenset[str]) -> Iterator[tuple[str, str]]:
    words = [word for word in _folded_words(part) if word not in _TITLES]
    if len(words) > 1 and not ordinary.issuperset(words) and _ORGANISATIONS.isdisjoint(words):
        yield words[0], words[-1]


def _labels() -> Iterable[str]:
    kinds: tuple[Iterable[Role | Agency | Venue | WorkerRole], ...] = (Role, Agency, Venue, WorkerRole)
    return (*(one.label for kind in kinds for one in kind), *WEEKDAYS, *MONTHS, *LONG_WEEKDAYS, *LONG_MONTHS)


def _folded_words(text: str) -> Iterator[str]:
    return (found.group() for found in re.finditer(r"\w+", folded(text)))
