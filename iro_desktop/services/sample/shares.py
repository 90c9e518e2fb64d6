"""How often what: the shares that make an invented authority look like an English one.

Sources: DfE, "Children looked after in England including adoptions" (releases of 2020 to 2025); Family Rights Group,
sibling groups in care (2014); Rotherham's timeliness for 2022/23. Where no figure is published, as for participation
codes, durations and sizes of sibling groups, the shares are assumptions.
"""

from typing import Final

CEASED_A_YEAR: Final = 0.42  # 34,450 ceased in 2024/25 for 81,770 looked after
UASC: Final = 0.08
ADOPTION: Final = 0.03
SHORT_BREAKS: Final = 0.015
SIBLINGS: Final = 0.45
CHILDREN_PER_IRO: Final = 65  # IRO Handbook: 50 to 70
MOVED_REVIEWS: Final = 0.4
BOOKED: Final = 0.93

AGES: Final = {(0, 1): 5, (1, 5): 14, (5, 10): 17, (10, 16): 37, (16, 18): 27}
AGES_OF_ELDERS: Final = {(6, 10): 16, (10, 16): 50, (16, 18): 34}
AGES_AT_END: Final = {(0, 1): 6, (1, 5): 19, (5, 10): 11, (10, 16): 14, (16, 18): 12, (18, 18): 38}
UASC_AGES: Final = {(14, 16): 13, (16, 18): 87}
MALE: Final = 0.53
UASC_MALE: Final = 0.95

# Days since the start of care of those looked after on one day, and days in care of those who ceased.
ELAPSED: Final = {
    (1, 30): 3, (31, 182): 13, (183, 365): 12, (366, 730): 18, (731, 1825): 30, (1826, 3650): 18, (3651, 5400): 6,
}  # fmt: skip
UASC_ELAPSED: Final = {(1, 30): 6, (31, 182): 24, (183, 365): 30, (366, 900): 40}
DURATIONS: Final = {
    (3, 30): 12, (31, 182): 18, (183, 365): 15, (366, 730): 20, (731, 1825): 20, (1826, 3650): 10, (3651, 6000): 5,
}  # fmt: skip

ETHNICITY: Final = {
    "WBRI": 64, "WIRI": 1, "WIRT": 0.5, "WROM": 0.5, "WOTH": 5,
    "MWBC": 4, "MWBA": 2, "MWAS": 2, "MOTH": 3,
    "BCRB": 3, "BAFR": 3, "BOTH": 2, "AIND": 1, "APKN": 2, "ABAN": 1, "AOTH": 1,
    "CHNE": 0.5, "OOTH": 3.5, "REFU": 0.5, "NOBT": 0.5,
}  # fmt: skip
UASC_ETHNICITY: Final = {"BAFR": 38, "AOTH": 27, "OOTH": 28, "WOTH": 7}

NEED: Final = {"N1": 64, "N2": 3, "N3": 4, "N4": 9, "N5": 15, "N6": 2, "N8": 3}

SIBLING_GROUP_SIZES: Final = {2: 65, 3: 22, 4: 9, 5: 4}
REVIEWED_TOGETHER: Final = 0.5

CHANGE_REASONS: Final = {
    "CARPL": 45,
    "OTHER": 25,
    "CREQB": 10,
    "CREQO": 8,
    "CHILD": 5,
    "LAREQ": 3,
    "STAND": 2,
    "CLOSE": 2,
}
RESTLESSNESS: Final = {
    0.2: 80,
    1.5: 20,
}  # placement moves a year: 69 % have one placement in the year, 10 % three or more

# By the highest age that the row covers.
PARTICIPATION: Final[dict[int, dict[str, float]]] = {
    6: {"PN1": 34, "PN2": 3, "PN3": 3, "PN4": 12, "PN5": 8, "PN6": 18, "PN7": 22},
    11: {"PN1": 53, "PN2": 4, "PN3": 1, "PN4": 5, "PN5": 10, "PN6": 17, "PN7": 10},
    99: {"PN1": 61, "PN2": 4, "PN3": 0.5, "PN4": 2, "PN5": 9, "PN6": 17, "PN7": 6.5},
}
