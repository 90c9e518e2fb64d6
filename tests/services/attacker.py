"""Somebody who has every table that was published with small numbers hidden, and tries to reckon what is hidden.

Knows no more than what is printed and what the definitions say; written down here once more, in another way than the
program has it. Three ways are tried: putting numbers into sums again and again; all pairs and triples of sums added and
subtracted; and the whole system solved, in the remainders of a large prime.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product

from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.model import LeftOut
from iro_desktop.services.performance_views import FigureShown

Name = tuple[str, str, str, str]  # measure, by, words, which number
Equation = dict[Name, int]  # adds up to nought
_PRIME = (1 << 61) - 1
_FEW = 4  # with more unknown left in two sums together, a third does not solve them
_CODES = ("attendance", "participation.strict", "participation.broad")
_OF_HELD = (
    "timeliness.held", "reports.in-time", "consult.in-time", "plan-current", "consulted", "visits.before", "rearranged",
    *_CODES,
)  # fmt: skip
_AFTER = (
    "recommendations.in-time", "response.in-time", "care-plan.in-time", "minutes.in-time", "letters.in-time",
    "distribution.in-time",
)  # fmt: skip
_TRACKED = ("consulted", "visits.before", "rearranged")
_KINDS = {
    "Quality assurance": "alerts.challenge",
    "Partner": "alerts.partner",
    "Good practice": "alerts.good-practice",
}
_SAME_POPULATION = (
    *((one, "reviews.held") for one in _OF_HELD),
    *combinations(_AFTER, 2),
    ("timeliness.child", "timeliness.latest"),
    ("timeliness.child", "children.stock"),
    ("pathway.timeliness", "pathway.held"),
    ("pathway.attendance", "pathway.held"),
    ("passports.sent", "children.started"),
)
_SAME_NUMBER = (
    *(
        (one, what, other, what)
        for group in (_CODES, _TRACKED)
        for what in ("all", "out")
        for one, other in combinations(group, 2)
    ),
    ("attendance.child", "all", "participation.child", "all"),
    ("attendance", "not", "not-attended", "all"),
    ("timeliness.held", "beside", "timeliness.due", "beside"),
)


@dataclass
class Published:
    """What is printed: the numbers read off it, and those that are there and hidden."""

    known: dict[Name, int] = field(default_factory=dict)
    names: set[Name] = field(default_factory=set)

    def read(self, figure: FigureShown, by: str = "", words: str = "") -> None:
        """Read one figure as it stands on paper."""
        at = (figure.measure, by, words)
        for number, count in self._numbers(figure, is_whole=not by):
            self.names.add((*at, number))
            if count is not None:
                self.known[*at, number] = count

    @staticmethod
    def _numbers(figure: FigureShown, *, is_whole: bool) -> Iterator[tuple[str, int | None]]:
        hidden = figure.printed == "c"
        if figure.unit == "percent":
            yield "met", None if hidden else figure.numerator
            yield "not", None if hidden else figure.denominator - figure.numerator
        if figure.unit == "average":
            yield "amount", None if hidden else figure.numerator
        yield "all", None if hidden else figure.denominator
        if figure.unit == "percent":
            told = re.search(r"; ([\d,]+) left out", figure.check)
            yield "out", int(told[1].replace(",", "")) if told else None
        if is_whole and not hidden:
            for why, count in figure.left_out:
                yield f"out: {why}", count
        waiting = re.search(r"; ([\d,]+) not yet recorded", figure.check)
        if waiting:
            yield "beside", int(waiting[1].replace(",", ""))


def public_equations(published: Published) -> list[Equation]:
    """What everybody knows of how the printed numbers hang together."""
    return [one for one in _all_equations(published) if one]


def _all_equations(told: Published) -> Iterator[Equation]:
    figures = {name[:3] for name in told.names}
    frames = sorted({name[1:3] for name in told.names})
    for measure, by, words in figures:
        if BY_ID[measure].unit == "percent":
            yield {(measure, by, words, "all"): 1, (measure, by, words, "met"): -1, (measure, by, words, "not"): -1}
        if not by and BY_ID[measure].left_out:
            parted: Equation = {(measure, by, words, f"out: {why}"): -1 for why in BY_ID[measure].left_out}
            yield {(measure, by, words, "out"): 1} | parted
        if by == "code" and measure in _CODES:
            yield from _of_code(measure, words)
    yield from _parts_of_wholes(figures)
    for frame in frames:
        yield from _in_one_frame(frame)
    for words in {words for one, by, words in figures if (one, by) == ("alerts.raised", "kind")}:
        of_kind = next((one for kind, one in _KINDS.items() if words.startswith(kind)), None)
        if of_kind:
            yield {("alerts.raised", "kind", words, "all"): 1, (of_kind, "", "", "all"): -1}
    for words in {words for one, by, words in figures if (one, by) == ("reviews.held", "kind")}:
        if "series" in words.casefold():
            yield {("reviews.held", "kind", words, "all"): 1, ("reviews.series", "", "", "all"): -1}


def _of_code(measure: str, words: str) -> Iterator[Equation]:
    met = {"attendance": "1234", "participation.strict": "12356", "participation.broad": "123456"}[measure]
    number = "met" if words[2:] in met and words else "not"
    yield {(measure, "code", words, "all"): 1, (measure, "code", words, number): -1}
    if words in ("PN0", ""):
        why = f"out: {LeftOut.NOT_SAID if not words else LeftOut.UNDER_FOUR}"
        yield {(measure, "code", words, "out"): 1, (measure, "", "", why): -1}
    if words[2:] in "567" and words:
        yield {(measure, "code", words, "all"): 1, ("not-attended", "code", words, "all"): -1}
    if words == "PN4" and measure == "attendance":
        broad, strict = ("participation.broad", "", "", "met"), ("participation.strict", "", "", "met")
        yield {broad: 1, strict: -1, (measure, "code", words, "all"): -1}


def _parts_of_wholes(figures: set[tuple[str, str, str]]) -> Iterator[Equation]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for measure, by, words in figures:
        if by and not (BY_ID[measure].of_period and by in ("month", "quarter")):
            groups[measure, by].append(words)
    for (measure, by), parts in groups.items():
        for number in ("met", "not", "all", "out", "amount", "beside"):
            yield {(measure, "", "", number): 1} | {(measure, by, words, number): -1 for words in parts}
    yield from _at_the_end(figures)
    for (measure, by), quarters in groups.items():
        months = groups.get((measure, "month"), [])
        for quarter in quarters if by == "quarter" else ():
            inside = [one for one in months if _quarter(one) == quarter]
            for number in ("met", "not", "all", "out"):
                yield {(measure, "quarter", quarter, number): 1} | {
                    (measure, "month", one, number): -1 for one in inside
                }


def _at_the_end(figures: set[tuple[str, str, str]]) -> Iterator[Equation]:
    """What looks at a last day alone says the same in the last month, the last quarter and the whole."""
    last = {"month": max((int(words[4:]), "JanFebMarAprMayJunJulAugSepOctNovDec".index(words[:3]), words)
                         for _, by, words in figures if by == "month")[2],
            "quarter": max(words for _, by, words in figures if by == "quarter")}  # fmt: skip
    for measure in ("children.stock", "caseload.per-fte", "timeliness.latest"):
        for (by, words), number in product(last.items(), ("met", "not", "all", "out")):
            yield {(measure, "", "", number): 1, (measure, by, words, number): -1}


def _quarter(month: str) -> str:
    """``Apr 2026`` as ``2026/27 Q1``."""
    at = "Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar".split().index(month[:3])
    year = int(month[4:]) - (at >= 9)
    return f"{year}/{(year + 1) % 100:02d} Q{at // 3 + 1}"


def _in_one_frame(frame: tuple[str, str]) -> Iterator[Equation]:
    """Measures beside each other, in the whole or in the same part of it."""

    def have(*measures: str) -> bool:
        return all(frame[0] in ("", "month", "quarter", *BY_ID[one].by) for one in measures)

    for one, other in _SAME_POPULATION:
        if have(one, other):
            yield _population(one, frame, 1) | _population(other, frame, -1)
    for one, number, other, its_number in _SAME_NUMBER:
        if have(one, other):
            yield {(one, *frame, number): 1, (other, *frame, its_number): -1}
    if have("alerts.raised", *_KINDS.values()):
        yield {("alerts.raised", *frame, "all"): 1} | {(one, *frame, "all"): -1 for one in _KINDS.values()}
    if frame[0] == "iro" and frame[1]:
        yield {("caseload.per-fte", *frame, "all"): 1, ("children.stock", *frame, "all"): -1}
    if frame[0] == "":
        caseload, nobodys = ("caseload.per-fte", *frame, "all"), ("children.stock", "iro", "", "all")
        yield {("children.stock", *frame, "all"): 1, caseload: -1, nobodys: -1}


def _population(measure: str, frame: tuple[str, str], sign: int) -> Equation:
    found = {(measure, *frame, "all"): sign}
    return found | {(measure, *frame, "out"): sign} if BY_ID[measure].unit == "percent" else found


# --- the attacks


def attacks(published: Published, truth: Mapping[Name, int]) -> dict[str, dict[Name, int]]:
    """What each way finds of what is hidden, by the name of the way. Whom a sum deceives finds what is not so.

    ``truth`` only leaves away sums that do not hold in this authority, with which nothing true could be found.
    """
    equations = []
    for one in public_equations(published):
        here = {name: count for name, count in one.items() if name in published.names}
        if here and sum(count * truth.get(name, 0) for name, count in here.items()) == 0:
            equations.append(here)
    return {
        "by putting in": _putting_in(equations, published.known),
        "by pairs and triples": _pairs_and_triples(equations, published.known),
        "by solving": _solving(equations, published.known),
        "by room": _room(equations, published),
    }


def _putting_in(equations: list[Equation], printed: Mapping[Name, int]) -> dict[Name, int]:
    known = dict(printed)
    is_new = True
    while is_new:
        is_new = False
        for one in equations:
            left = [name for name in one if name not in known]
            if len(left) == 1:
                rest = sum(count * known[name] for name, count in one.items() if name in known)
                known[left[0]] = -rest // one[left[0]]
                is_new = True
    return {name: count for name, count in known.items() if name not in printed}


def _pairs_and_triples(equations: list[Equation], printed: Mapping[Name, int]) -> dict[Name, int]:
    asked = [_less_known(one, printed) for one in equations]
    asked = [one for one in asked if len(one[0]) in range(1, 9)]
    found: dict[Name, int] = {}
    for left, total in _combined(asked):
        if len(left) == 1:
            ((name, count),) = left.items()
            if total % count == 0:
                found[name] = total // count
    return found


def _combined(asked: list[tuple[Equation, int]]) -> Iterator[tuple[Equation, int]]:
    """Each sum, each two that share an unknown added and subtracted, and each third with these."""
    by_name: dict[Name, list[int]] = defaultdict(list)
    for at, (left, _) in enumerate(asked):
        for name in left:
            by_name[name].append(at)

    def beside(one: Equation, at: int) -> set[int]:
        return {each for name in one for each in by_name[name] if each > at}

    for at, one in enumerate(asked):
        yield one
        for other, sign in product(beside(one[0], at), (1, -1)):
            two = _added(one, asked[other], sign)
            yield two
            if len(two[0]) <= _FEW:
                yield from (_added(two, asked[third], also) for third, also in product(beside(two[0], other), (1, -1)))


def _less_known(one: Equation, known: Mapping[Name, int]) -> tuple[Equation, int]:
    total = -sum(count * known[name] for name, count in one.items() if name in known)
    return {name: count for name, count in one.items() if name not in known}, total


def _added(one: tuple[Equation, int], other: tuple[Equation, int], sign: int) -> tuple[Equation, int]:
    found = dict(one[0])
    for name, count in other[0].items():
        found[name] = found.get(name, 0) + sign * count
    return {name: count for name, count in found.items() if count}, one[1] + sign * other[1]


def _solving(equations: list[Equation], printed: Mapping[Name, int]) -> dict[Name, int]:
    """The rows of unknown, each with its total, brought to steps and back, in remainders of a prime."""
    steps: dict[Name, tuple[Equation, int]] = {}
    for equation in equations:
        row, total = _less_known(equation, printed)
        while row:
            name = min(row)
            if name not in steps:
                by = pow(row[name], -1, _PRIME)
                steps[name] = {each: count * by % _PRIME for each, count in row.items()}, total * by % _PRIME
                break
            row, total = _reduce(row, total, name, steps[name])
    found: dict[Name, int] = {}
    for name in sorted(steps, reverse=True):
        row, total = steps[name]
        for other in sorted(row):
            if other != name and other in steps and other in row:
                row, total = _reduce(row, total, other, steps[other])
        steps[name] = row, total
        if len(row) == 1:
            found[name] = total if total < _PRIME // 2 else total - _PRIME
    return found


def _reduce(row: Equation, total: int, name: Name, by: tuple[Equation, int]) -> tuple[Equation, int]:
    times, found = row[name], dict(row)
    for each, count in by[0].items():
        found[each] = (found.get(each, 0) - times * count) % _PRIME
    return {each: count for each, count in found.items() if count}, (total - times * by[1]) % _PRIME


def _room(equations: list[Equation], published: Published) -> dict[Name, int]:
    """Numbers that counts of nought or more leave no room: the least that each can be, and the most, come together."""
    least = {name: 1 if name[3] == "all" else 0 for name in published.names if name not in published.known}
    most = dict.fromkeys(least, 10**9)
    asked = [_less_known(one, published.known) for one in equations]
    for _ in range(12):
        for row, total in asked:
            for name, count in row.items():
                others = [(c, n) for n, c in row.items() if n != name]
                low = sum(c * (least if c > 0 else most)[n] for c, n in others)
                high = sum(c * (most if c > 0 else least)[n] for c, n in others)
                ends = sorted(((total - low) // count, -((high - total) // count)) if count > 0 else
                              (-((total - low) // -count), (total - high) // count))  # fmt: skip
                most[name] = min(most[name], ends[1]) if ends[1] < 10**8 else most[name]
                least[name] = max(least[name], ends[0]) if ends[0] > 0 else least[name]
    return {name: count for name, count in least.items() if count == most[name]}


def hidden_numbers(published: Published, truth: Mapping[Name, int]) -> set[Name]:
    """What must not be found: of what is hidden those in a share and not in it, counts, and whatever is small."""
    return {
        name
        for name in published.names - published.known.keys()
        if truth.get(name, 0) > 0
        and (name[3] in ("met", "not", "amount") or truth[name] < 5 or _is_count(name))
    }  # fmt: skip


def _is_count(name: Name) -> bool:
    return name[3] == "all" and BY_ID[name[0]].unit in ("count", "median")


def recovered(published: Published, truth: Mapping[Name, int]) -> dict[str, set[Name]]:
    """By each way, the hidden numbers that were found."""
    published.names.update(truth)
    guarded = hidden_numbers(published, truth)
    return {
        way: {name for name in guarded & found.keys() if found[name] == truth[name]}
        for way, found in attacks(published, truth).items()
    }


def names_of(found: Mapping[str, Iterable[Name]]) -> set[Name]:
    """All of them."""
    return {name for names in found.values() for name in names}
