"""How stays end: SSDA903 REC codes by age and kind (DfE, 2024: special guardianship 11 %, adoption 9 %)."""

from random import Random

from iro_desktop.services.sample.lives import CareKind
from iro_desktop.services.sample.pick import weighted

_UNDER_18 = {
    CareKind.COURT: {
        "E4A": 24, "E4B": 4, "E13": 12, "E41": 14, "E45": 14, "E46": 2, "E47": 22, "E48": 2, "E3": 3, "E8": 3,
    },
    CareKind.AGREEMENT: {"E4A": 62, "E4B": 16, "E13": 12, "E3": 3, "E8": 7},
    CareKind.UASC: {"E3": 40, "E15": 30, "E13": 20, "E8": 10},
}  # fmt: skip
_ADOPTED = {"E12": 85, "E11": 15}
_AT_18 = {"E5": 34, "E6": 12, "E7": 14, "E17": 34, "E8": 6}


def end_reason(rng: Random, kind: CareKind, *, adult: bool) -> str:
    """Why a stay of that kind ended; ``adult``: on the eighteenth birthday."""
    if kind is CareKind.ADOPTION:
        return weighted(rng, _ADOPTED)
    return weighted(rng, _AT_18 if adult else _UNDER_18[kind])
