"""Names that must not stand in a child's letter: brothers and sisters, other children, restricted people.

A brother or sister has a letter of their own, and what is said of them is theirs. A word that is also the child's own
name, or that of somebody who works with them, is nobody else's here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from iro_desktop.domain.records import Child, ChildFacts, Person
from iro_desktop.services.caseload import folded
from iro_desktop.services.restrictions import in_force
from iro_desktop.services.snapshot import ChildNow, Snapshot

_WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_SHORTEST = 2  # letters
# Names that are words too: at the beginning of a sentence they are words.
_WORDS_TOO = frozenset(
    "may will hope faith grace joy mark rose summer sky skye bill daisy ivy jade wren amber april august autumn "
    "dawn drew frank gene grant guy harmony heath ivory jack jean june lane law miles pat patience penny pepper "
    "poppy prince ray reed rich rob ruby sandy stone sunny tony violet willow destiny art bob chance chase "
    "christian dale dean earl eve iris melody olive pearl robin royal sage scarlett star storm mason tyler max can "
    "see long so an".split()
)
_ROLES = frozenset(
    "mum mother dad father nan nana gran grandma grandad aunt auntie uncle cousin sister brother step foster carer "
    "carers mr mrs ms miss dr school primary secondary academy college nurse teacher social worker health surgery "
    "team the and hospital clinic centre service police key family placement designated deputy head of street road "
    "house".split()
)


class Whose(StrEnum):
    """Whose name it is."""

    SIBLING = "a brother or sister"
    OTHER_CHILD = "another child"
    RESTRICTED = "somebody with a restriction"


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in a text."""

    start: int
    end: int
    words: str  # as it stands there
    whose: Whose


@dataclass(frozen=True, slots=True)
class NameGuard:
    """Names by their words in small letters; ``theirs``: a name of the child's own or of somebody around them."""

    by_word: Mapping[str, Whose]
    theirs: frozenset[str]

    def found_in(self, text: str) -> Iterator[FoundName]:
        """Every name in the text, in order.

        Names of brothers, sisters and restricted people in any letters; of other children where a capital begins them.
        """
        for found in _WORD.finditer(text):
            word = _bare(found[0])
            whose = self.by_word.get(word)
            if whose is None or word in self.theirs:
                continue
            is_capital = found[0][0].isupper()
            if word in _WORDS_TOO and (not is_capital or _begins_sentence(text, found.start())):
                if whose is not Whose.SIBLING or not is_capital:
                    continue
            elif whose is Whose.OTHER_CHILD and not is_capital:
                continue
            yield FoundName(found.start(), found.start() + len(_named(found[0])), _named(found[0]), whose)

    def without(self, text: str) -> str:
        """The text with each name put in words: for a proposal. One brother or sister after another is said once."""
        made, place = "", 0
        for one in self.found_in(text):
            made += text[place : one.start] + _IN_WORDS[one.whose]
            place = one.end
        made += text[place:]
        for words in set(_IN_WORDS.values()):
            made = re.sub(rf"{words}(?:(?:,| and|, and)? {words})+", _SEVERAL.get(words, words), made)
        return made


_IN_WORDS = {
    Whose.SIBLING: "your brother or sister",
    Whose.OTHER_CHILD: "another child",
    Whose.RESTRICTED: "somebody you know",
}
_SEVERAL = {"your brother or sister": "your brothers and sisters", "another child": "other children"}


def guard_of(snapshot: Snapshot, child: ChildNow, on: date) -> NameGuard:
    """What must not stand in a letter to this child, as everybody is named today."""
    council_id = child.facts.child.council_id
    siblings = [snapshot.children[one].facts.child for one in snapshot.siblings.get(council_id, ())]
    by_word: dict[str, Whose] = dict.fromkeys(_other_given_names(snapshot, council_id), Whose.OTHER_CHILD)
    by_word.update(dict.fromkeys(_restricted(child.facts, on), Whose.RESTRICTED))
    by_word.update({word: Whose.SIBLING for one in siblings for word in _names(one)})
    mine = frozenset(_names(child.facts.child)) - frozenset(word for one in siblings for word in _called_by(one))
    around = frozenset(_around(child, on)) - frozenset(word for one in siblings for word in _names(one))
    barred = frozenset(_restricted(child.facts, on))
    return NameGuard(by_word, mine | (around - barred))


def _names(one: Child) -> Iterator[str]:
    yield from _called_by(one)
    yield from _words(one.family_name or "")


def _called_by(one: Child) -> Iterator[str]:
    for name in (one.given_name, one.known_as):
        yield from _words(name or "")


def _other_given_names(snapshot: Snapshot, council_id: str) -> frozenset[str]:
    """What other children are called; a family name says little without the given one, and may be a place."""
    everybody: dict[str, set[str]] = snapshot.kept.once(("given names",), lambda: _called(snapshot))
    return frozenset(word for word, ids in everybody.items() if ids - {council_id})


def _called(snapshot: Snapshot) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, one in snapshot.children.items():
        for word in _called_by(one.facts.child):
            found.setdefault(word, set()).add(key)
    return found


def _restricted(facts: ChildFacts, on: date) -> Iterator[str]:
    for person in facts.people:
        if next(in_force(facts, person, on), None) is not None:
            yield from _telling(person)


def _around(child: ChildNow, on: date) -> Iterator[str]:
    for person in child.facts.people:
        if next(in_force(child.facts, person, on), None) is None:
            yield from _telling(person)
    for worker in child.facts.workers:
        yield from _words(worker.name)
    yield from _words(child.iro or "")


def _telling(person: Person) -> Iterator[str]:
    """The words of a name that tell who it is: people are typed as they are spoken of, "Elm School, Ms Larkby"."""
    return (word for word in _words(person.name) if word not in _ROLES)


def _words(name: str) -> Iterable[str]:
    """Each word, and the parts of a double name."""
    for found in _WORD.finditer(name):
        word = folded(found[0])
        parts = (word, *re.split(r"[\-’']", word)) if re.search(r"[\-’']", word) else (word,)
        yield from (part for part in parts if len(part) >= _SHORTEST)


def _named(words: str) -> str:
    """Without an ``’s``."""
    return re.sub(r"[’']s$", "", words)


def _bare(words: str) -> str:
    return folded(_named(words))


def _begins_sentence(text: str, place: int) -> bool:
    before = text[:place].rstrip(" “\"'(•-–")
    return not before or before[-1] in ".!?\n:"
