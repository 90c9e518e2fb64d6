"""Three children in one group, two of them booked on one day, in the language of acts."""

from datetime import date

from iro_desktop.domain import acts
from iro_desktop.domain.acts import Act
from iro_desktop.services.local import LocalDesk
from iro_desktop.store.store import Store
from tests.services.office import Office, day

IROS = ("Jo Bloggs", "Ann Other")


def in_care(child: str, last_review_on: date, iro: str = IROS[0], number: int = 3) -> tuple[Act, ...]:
    """A child of eleven, looked after, last reviewed on that day."""
    return (
        acts.AddChild(
            child=child,
            born_on=date(2015, 5, 5),
            last_review_on=last_review_on,
            last_review_number=number,
            iro=iro,
        ),
    )


def a_family(office: Office) -> None:
    """A1 and A2 are booked for 1 December; A3 is not booked. Last lawful: 1, 10 and 20 January 2027."""
    office.do(
        *(acts.AddIro(name=name) for name in IROS),
        *in_care("A1", day("1 Jul")),
        *in_care("A2", day("10 Jul"), IROS[1]),
        *in_care("A3", day("20 Jul")),
        acts.FormSiblingGroup(name="Family 1", children=("A1", "A2", "A3"), from_on=day("1 Jul")),
        acts.BookReview(child="A1", review_on=day("1 Dec"), booked_on=day("2 Nov")),
        acts.BookReview(child="A2", review_on=day("1 Dec"), booked_on=day("2 Nov")),
    )


def store_of(desk: LocalDesk) -> Store:
    """The store beneath a desk of the tests."""
    return desk._store
