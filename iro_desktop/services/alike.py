"""Who a child that is being added may already be: the same id, the same name and birth date, a name that sounds so."""

from dataclasses import dataclass

from iro_desktop.domain.births import Birth
from iro_desktop.domain.records import Child
from iro_desktop.services.caseload import folded
from iro_desktop.services.record_views import Alike
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.words import full_name


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was typed, made comparable once."""

    council_id: str
    bare_id: str
    names: tuple[str, str] | None  # given and family; None: not both were typed
    sounds: tuple[str, str]
    birth: Birth | None


def alike(snapshot: Snapshot, council_id: str, given: str, family: str, birth: Birth | None) -> tuple[Alike, ...]:
    """Who may be the child that is being added: the same id, name and birth date, or a name that sounds so."""
    names = folded(given.strip()), folded(family.strip())
    wanted = _Wanted(
        council_id.strip(), _bare(council_id), names if all(names) else None, (_sound(given), _sound(family)), birth
    )
    found, also = [], snapshot.merged_ids()
    for child in snapshot.children.values():
        record = child.facts.child
        why, is_same_id = _why(record, also.get(record.council_id, ()), wanted)
        if why:
            found.append(Alike(record.council_id, full_name(record), record.born_on, why, is_same_id))
    return tuple(sorted(found, key=lambda one: (not one.is_same_id, one.why, one.name))[:3])


def _why(record: Child, merged: tuple[str, ...], wanted: _Wanted) -> tuple[str, bool]:
    """In words, and whether it is the id; empty: they are not alike."""
    if wanted.bare_id and _bare(record.council_id) == wanted.bare_id:
        return "the same id", True
    if wanted.bare_id and any(_bare(one) == wanted.bare_id for one in merged):
        return f"{wanted.council_id} was merged into this child", True
    return (_why_by_name(record, wanted) if wanted.names else ""), False


def _why_by_name(record: Child, wanted: _Wanted) -> str:
    family, firsts = record.family_name or "", [one for one in (record.given_name, record.known_as) if one]
    is_same = wanted.names is not None and folded(family) == wanted.names[1]
    is_same = is_same and any(folded(one) == wanted.names[0] for one in firsts if wanted.names)
    is_like = (
        not is_same and _sound(family) == wanted.sounds[1] and any(_sound(one) == wanted.sounds[0] for one in firsts)
    )
    if not (is_same or is_like):
        return ""
    known, typed = Birth(record.born_on, record.born_as) if record.born_on else None, wanted.birth
    words = "the same name" if is_same else "a name that sounds so"
    if known is None or typed is None:
        return words
    if known.on > typed.latest or typed.on > known.latest:
        return "the same name, born on another day" if is_same else ""
    return f"{words} and birth date" if is_same else f"{words}, and the same birth date"


def _bare(council_id: str) -> str:
    return "".join(letter for letter in council_id.casefold() if letter.isalnum())


_SOUNDS = {letter: str(n) for n, group in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1) for letter in group}


def _sound(name: str) -> str:
    """How a name sounds, roughly (Soundex, as the 1880 census rules have it; the first letter by its sound, too).

    >>> _sound("Callum") == _sound("Calum"), _sound("Katie") == _sound("Cathy")
    (True, True)
    """
    letters = [letter for letter in folded(name) if letter.isalpha()]
    code = before = ""
    for letter in letters:
        sound = _SOUNDS.get(letter, ".")  # a vowel: the same sound after it counts again
        if letter in "hw":
            continue
        code += "" if sound in {before, "."} else sound
        before = sound
    vowel = letters[0] if letters and letters[0] in "aeiou" else ""
    return f"{vowel}{code[:4]}"
