"""A figure in words: how it is printed, how it stands beside an earlier one, and what a printed one would need.

The words follow the figures: up, down or the same is read off what is printed, so that a reader who subtracts the two
figures on the page comes to the same change. Better or worse is said by the definition of the measure. Of a count it is
said only where it moved the same way for each of its volume, too: of more reviews, more may be moved.
"""

from fractions import Fraction

from iro_desktop.measures.compute import counted_words, half_up, numerator_for, percent
from iro_desktop.measures.model import By, Definition, Unit
from iro_desktop.services.performance_views import Change

NOTHING = "–"  # printed where there is nothing to count
NOT_BEFORE = "not measured before"
SAME = "the same"
_DECIMALS = {Unit.PERCENT: 1, Unit.COUNT: 0, Unit.AVERAGE: 2, Unit.MEDIAN: 1, Unit.RATIO: 1}
BY_WORDS = {
    By.IRO: "IRO",
    By.TEAM: "team",
    By.MONTH: "month",
    By.QUARTER: "quarter",
    By.REASON: "reason",
    By.ASKED_BY: "who asked",
    By.NOTICE: "notice given",
    By.KIND: "kind",
    By.STAGE: "stage",
    By.THEME: "theme",
    By.AGENCY: "agency",
    By.OUTCOME: "outcome",
    By.EFFECT: "effect",
    By.CODE: "code",
    By.AGE: "age",
    By.SEX: "sex",
    By.ETHNICITY: "ethnicity",
    By.LEGAL_STATUS: "legal status",
    By.PLACEMENT: "placement",
}


def printed(unit: Unit, value: float | None) -> str:
    """A value as it stands on the page.

    >>> printed(Unit.PERCENT, 83.8), printed(Unit.COUNT, 1233.0), printed(Unit.MEDIAN, 1.0), printed(Unit.PERCENT, None)
    ('83.8 %', '1,233', '1 working day', '–')
    """
    if value is None:
        return NOTHING
    number = _plain(unit, _rounded(unit, value))
    if unit is Unit.PERCENT:
        return f"{number} %"
    if unit is Unit.MEDIAN:
        return f"{number} working {'day' if number == '1' else 'days'}"
    return number


def change_words(unit: Unit, before: float | None, now: float | None) -> str:
    """From an earlier figure to this one.

    >>> change_words(Unit.PERCENT, 94.0, 83.8), change_words(Unit.COUNT, 473, 531), change_words(Unit.COUNT, 5, 5)
    ('down 10.2 percentage points', 'up by 58', 'the same')
    >>> change_words(Unit.PERCENT, None, 83.8), change_words(Unit.PERCENT, None, None)
    ('not measured before', 'the same')
    """
    if before is None:
        return SAME if now is None else NOT_BEFORE
    if now is None:
        return "nothing to count now"
    moved = _moved(unit, before, now)
    if not moved:
        return SAME
    way, number = "up" if moved > 0 else "down", _plain(unit, abs(moved))
    if unit is Unit.PERCENT:
        return f"{way} {number} percentage {'point' if abs(moved) == 1 else 'points'}"
    if unit is Unit.MEDIAN:
        return f"{way} by {number} working {'day' if number == '1' else 'days'}"
    return f"{way} by {number}"


Volumes = tuple[int, int]  # of how many a count could be: in the earlier time, and now


def change_of(
    definition: Definition, before: float | None, now: float | None, before_words: str, volumes: Volumes | None = None
) -> Change:
    """A figure beside an earlier one, as values; ``before_words`` says where the earlier one comes from.

    ``volumes`` are asked for a count that has a good direction; ``None``: not known, and then it is not judged.
    """
    said = change_words(definition.unit, before, now)
    is_better = _verdict(definition, before, now, volumes) if before is not None and now is not None else None
    return Change(printed(definition.unit, before), before_words, said, is_better)


def of_words(definition: Definition, numerator: int | None, denominator: int | None) -> str:
    """The two numbers of a share: "1,033 of 1,233"; of a count nothing beside itself; "" where they are not known."""
    if numerator is None or denominator is None or definition.unit is Unit.COUNT:
        return ""
    if definition.unit in (Unit.MEDIAN, Unit.RATIO):
        return counted_words(denominator, definition.words[2])
    return f"{numerator:,} of {denominator:,}"


def share_doubt(said: float, numerator: int, denominator: int) -> str:
    """What is wrong with a printed share of known numbers; "" where they make it, to as many places as were printed.

    >>> share_doubt(94, 1033, 1233)
    '94 % of 1,233 would be 1,159; 1,033 of 1,233 is 83.8 %'
    >>> share_doubt(84, 1033, 1233), share_doubt(83.8, 1033, 1233)
    ('', '')
    """
    exact = Fraction(100 * numerator, denominator) if denominator else None
    if exact is not None and abs(Fraction(str(said)) - exact) <= _half_a_digit(said):
        return ""
    share = printed(Unit.PERCENT, percent(numerator, denominator))
    if exact is None:
        return f"{said:g} % was printed; there is nothing to count"
    return (
        f"{said:g} % of {denominator:,} would be {numerator_for(said, denominator):,}; "
        f"{numerator:,} of {denominator:,} is {share}"
    )


def value_doubt(unit: Unit, said: float, value: float | None) -> str:
    """The same of a figure that is no share: what was printed, and what is counted."""
    if value is not None and _rounded(unit, said) == _rounded(unit, value):
        return ""
    return f"{printed(unit, said)} was printed; {printed(unit, value)} is counted"


def _half_a_digit(said: float) -> Fraction:
    """Half of the last place that was printed: 94 may stand for 93.5 to 94.5, 83.8 for 83.75 to 83.85."""
    decimals = len(f"{said:.10f}".rstrip("0").partition(".")[2])
    return Fraction(1, 2 * 10**decimals)


def _verdict(definition: Definition, before: float, now: float, volumes: Volumes | None) -> bool | None:
    """Whether a change is for the better; ``None``: it cannot be said."""
    moved = _moved(definition.unit, before, now)
    if not moved or not definition.better:
        return None
    if definition.unit is Unit.COUNT and not _is_more_of_each(moved > 0, before, now, volumes):
        return None
    return (moved > 0) == (definition.better > 0)


def _is_more_of_each(is_up: bool, before: float, now: float, volumes: Volumes | None) -> bool:  # noqa: FBT001 a way
    """Whether a count that went that way went that way for each of its volume, too."""
    if volumes is None or not all(volumes):
        return False
    then, since = Fraction(str(before)) / volumes[0], Fraction(str(now)) / volumes[1]
    return then != since and (since > then) is is_up


def _moved(unit: Unit, before: float, now: float) -> Fraction:
    return _rounded(unit, now) - _rounded(unit, before)


def _rounded(unit: Unit, value: float) -> Fraction:
    """The value as it is printed, exactly."""
    return Fraction(str(half_up(Fraction(str(value)), _DECIMALS[unit])))


def _plain(unit: Unit, exact: Fraction) -> str:
    decimals = _DECIMALS[unit]
    if unit is Unit.MEDIAN and exact.denominator == 1:
        decimals = 0
    return f"{float(exact):,.{decimals}f}"
