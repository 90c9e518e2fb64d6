"""Small numbers: what tells of fewer than five by itself. What would give it away is found in ``linked``.

The practice of the Department for Education's statistics, as commonly stated.
"""

THRESHOLD = 5  # counts from 1 to one less are small; nought tells of nobody
HIDDEN = "c"  # for confidential, as national tables print it


def is_small(count: int) -> bool:
    """Whether a count alone could point to a person."""
    return 0 < count < THRESHOLD


def hides_share(numerator: int, denominator: int) -> bool:
    """Whether a share tells of too few: those in it, those not in it, or all of them are a small number."""
    return any(is_small(one) for one in (numerator, denominator - numerator, denominator))
