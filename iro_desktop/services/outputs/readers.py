"""Who reads what is made about a child: nobody who must not have it that day."""

import re
from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Person
from iro_desktop.domain.vocabulary import Role
from iro_desktop.services.caseload import folded
from iro_desktop.services.restrictions import Thing, refusal

# What people call somebody in a role, besides the role's own name.
_ALSO = {
    Role.CHILD: ("child", "young person", "themselves", "herself", "himself"),
    Role.MOTHER: ("mum", "mam", "mummy", "mothers", "parents", "parent", "family", "birth family"),
    Role.FATHER: ("dad", "daddy", "fathers", "parents", "parent", "family", "birth family"),
    Role.PARENT: ("parents", "family", "birth family"),
    Role.RELATIVE: (
        "relative",
        "friend",
        "grandmother",
        "grandfather",
        "nan",
        "nana",
        "grandad",
        "aunt",
        "uncle",
        "family",
    ),
    Role.CARER: ("foster carer", "foster carers", "carers", "home"),
    Role.SCHOOL: ("teacher", "designated teacher", "school nurse", "education"),
    Role.HEALTH: ("nurse", "doctor", "gp"),
    Role.MENTAL_HEALTH: ("camhs",),
    Role.GUARDIAN: ("guardian", "cafcass"),
    Role.ADVISER: ("pa",),
}
_EVERYBODY = frozenset({"everybody", "everyone", "all", "all who came", "the network", "those around the child"})


def check_reader(facts: ChildFacts, who: str, thing: Thing, today: date) -> None:
    """Refuse a reader who is restricted, or of a role in which somebody is, unless another is named.

    Raises ``UserError`` with the reason that is held.
    """
    for role, person in _meant(facts, who):
        words = refusal(facts, thing, role, person, today)
        if words:
            raise UserError(f"{words} Nothing was made.", field="reader")


def _meant(facts: ChildFacts, who: str) -> Iterator[tuple[Role, Person | None]]:
    """Those around the child whom the words mean: by name, else by role, each person of it."""
    words = _plain(who)
    named = [one for one in facts.people if _is_named(one, words)]
    yield from ((one.role, one) for one in named)
    roles = {one.role for one in named}
    for role in Role:
        if role not in roles and (
            words in _EVERYBODY or any(_has(words, each) for each in (role.label, *_ALSO.get(role, ())))
        ):
            yield role, None


def _is_named(person: Person, words: str) -> bool:
    """By the whole name, or by any word of it that is no role."""
    own = [each for each in _plain(person.name).split() if len(each) > 2 and each not in _COMMON]
    return bool(own) and any(_has(words, each) for each in own)


_COMMON = frozenset(
    "the and mrs miss school primary secondary academy college social worker nurse teacher designated health surgery "
    "mother father mum dad nan nana grandmother grandfather aunt uncle foster carer step team service children".split()
)


def _has(words: str, part: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_plain(part))}(?!\w)", words) is not None


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s']", " ", folded(words)).split()).replace("'s", "").replace("the child s ", "")
