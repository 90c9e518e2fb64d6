"""How marks of the footprint look: a shape and a colour each; lane and word stand beside it."""

from iro_desktop.services.footprint_views import FootprintMark, Lane
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.tones import Look

_OF_LANE = {
    Lane.CHILD: Look(Shape.DOT, "accent"),
    Lane.OTHERS: Look(Shape.RING, "accent"),
    Lane.MEETING: Look(Shape.BARS, "waiting"),
    Lane.REVIEW: Look(Shape.TICK, "met"),
    Lane.EVENT: Look(Shape.DIAMOND, "today"),
    Lane.ALERT: Look(Shape.TRIANGLE, "overdue"),
}
MID_POINT = Look(Shape.RING, "met")
REVIEW = _OF_LANE[Lane.REVIEW]
_LEFT_OUT = Look(Shape.DASH, "soft")


def look_of_mark(mark: FootprintMark) -> Look:
    """Shape and colour of a mark."""
    if mark.lane is not Lane.REVIEW:
        return _OF_LANE[mark.lane]
    if not mark.is_trace:
        return _LEFT_OUT
    return MID_POINT if mark.what.startswith("Mid-point") else REVIEW
