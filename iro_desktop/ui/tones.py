"""How a standing looks: its shape and its colour. The word comes with the row; colour never stands alone."""

from dataclasses import dataclass

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.theme import Tokens


@dataclass(frozen=True, slots=True)
class Look:
    """The mark of a standing and the token of its colour."""

    shape: Shape
    token: str

    def colour(self, colours: Tokens) -> str:
        """The colour in this scheme."""
        return str(getattr(colours, self.token))


LOOKS: dict[Standing, Look] = {
    Standing.MET: Look(Shape.TICK, "met"),
    Standing.MET_LATE: Look(Shape.LATE_TICK, "today"),
    Standing.MISSED: Look(Shape.CROSS, "overdue"),
    Standing.NOT_RECORDED: Look(Shape.QUESTION, "ink"),
    Standing.OVERDUE: Look(Shape.TRIANGLE, "overdue"),
    Standing.DUE_TODAY: Look(Shape.DIAMOND, "today"),
    Standing.DUE_SOON: Look(Shape.RING, "accent"),
    Standing.WAITING: Look(Shape.BARS, "waiting"),
    Standing.UPCOMING: Look(Shape.TICK, "met"),
    Standing.NOT_DUE: Look(Shape.DASH, "soft"),
}


_TO_COME = Look(Shape.DOT, "soft")


def look_without_words(standing: Standing) -> Look:
    """Where the words don't stand beside it, a tick would say done: what is still to come is a dot."""
    return _TO_COME if standing in {Standing.UPCOMING, Standing.NOT_DUE} else LOOKS[standing]


def look_of(standing: Standing) -> Look:
    """Shape and colour of a standing."""
    return LOOKS[standing]
