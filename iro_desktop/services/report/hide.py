"""Small numbers in the annual report, hidden through one door: a report goes to the board and to the public."""

from collections.abc import Sequence

from iro_desktop.measures.model import Figure, Unit
from iro_desktop.measures.suppress import HIDDEN, is_small
from iro_desktop.services.figures_shown import shown_of, shown_parts, tells_of_few
from iro_desktop.services.performance_views import FigureShown

ADDED = (Unit.PERCENT, Unit.COUNT)  # parts of these add up to the whole


def hidden(whole: Figure | None, parts: Sequence[Figure] = (), *, of_time: bool = False) -> list[FigureShown]:
    """Figures as a report may show them: the whole alone where no parts are given, otherwise the parts of it.

    ``of_time``: parts of a measure that looks at each time as a whole, which do not add up to the whole.
    """
    if not parts:
        return [shown_of(whole, hides_small=True)] if whole is not None else []
    is_hidden = whole is not None and tells_of_few(whole) and whole.definition.unit in ADDED and not of_time
    return shown_parts(parts, hides_small=True, whole_is_hidden=is_hidden)


def hidden_count(count: int) -> str:
    """A count of children that no measure makes: of fewer than five only that there are a few."""
    return HIDDEN if is_small(count) else f"{count:,}"


def is_hidden(one: FigureShown) -> bool:
    """Whether nothing of it may be shown."""
    return one.printed == HIDDEN
