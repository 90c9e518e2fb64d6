"""Who a child that is being added may already be: the same id, the same name and birth date, a name that sounds so."""

from iro_desktop.domain.births import Birth
from iro_desktop.domain.records import Child
from iro_desktop.services.caseload import folded
from iro_desktop.services.record_views import Alike
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.words import full_name


def alike(snapshot: Snapshot, council_id: str, given: str, family: str, birth: Birth | None) -> tuple[Alike, ...]:
    """Who may be the child that is being added: the same id, name and birth date, or a name that sounds so."""
    found, also = [], snapshot.merged_ids()
    for child in snapshot.children.values():
        record = child.facts.child
        ids = (record.council_id, *also.get(record.council_id, ()))
        why, is_same_id = _why(record, ids, council_id, (given, family), birth)
        if why:
            found.append(Alike(record.council_id, full_name(record), record.born_on, why, is_same_id))
    return tuple(sorted(found, key=lambda one: (not one.is_same_id, one.why, one.name))[:3])


def _why(
    record: Child, ids: tuple[str, ...], council_id: str, names: tuple[str, str], birth: Birth | None
) -> tuple[str, bool]:
    wanted = _bare(council_id)
    if wanted and _bare(record.council_id) == wanted:
        return "the same id", True
    if wanted and any(_bare(one) == wanted for one in ids):
        return f"{council_id.strip()} was merged into this child", True
    given, family = names
    if not given.strip() or not family.strip():
        return "", False
    firsts = [one for one in (record.given_name, record.known_as) if one]
    is_same = any(folded(one) == folded(given.strip()) for one in firsts) and _same(record.family_name, family)
    sounds = any(_sound(one) == _sound(given) for one in firsts) and _sound(record.family_name or "") == _sound(family)
    if not (is_same or sounds):
        return "", False
    known = Birth(record.born_on, record.born_as) if record.born_on else None
    if known and birth and (known.on > birth.latest or birth.on > known.latest):
        return ("the same name, born on another day", False) if is_same else ("", False)
    if is_same:
        return ("the same name and birth date" if known and birth else "the same name"), False
    return ("a name that sounds so, and the same birth date" if known and birth else "a name that sounds so"), False


def _bare(council_id: str) -> str:
    return "".join(letter for letter in folded(council_id) if letter.isalnum())


def _same(one: str | None, other: str) -> bool:
    return folded(one or "") == folded(other.strip())


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
