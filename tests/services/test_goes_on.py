"""A review that is adjourned, or a series, says so: on Today, beside the child, and until when."""

import pytest

from iro_desktop.domain.acts import Act, AdjournReview, CompleteReview
from tests.services.cases import CHILD, FIRST, IRO, SERIES
from tests.services.office import Office, day

ADJOURNED = AdjournReview(child="A1", held_on=day("5 Nov"), adjourned_on=day("5 Nov"))
DONE = CompleteReview(child="A1", held_on=day("5 Nov"), completed_on=day("20 Nov"))


@pytest.mark.parametrize(
    ("told", "notice", "what"),
    [
        ((FIRST, ADJOURNED), "The review of Thu 5 Nov 2026 is adjourned", "Adjourned review of 5 Nov 2026"),
        ((SERIES,), "The series of meetings that began on Thu 5 Nov 2026 goes on", "Series of meetings of 5 Nov 2026"),
    ],
)
def test_it_is_said_until_it_is_completed(office: Office, told: tuple[Act, ...], notice: str, what: str):
    office.each(IRO, CHILD, *told)
    desk = office.desk()
    assert f"{notice}: to be completed by Thu 3 Dec 2026." in desk.child("A1").notices  # no key: it is printed, too
    assert [row.what for row in desk.today().rows if row.what.startswith(what)] == [f"{what}, to be completed"]
    office.do(DONE)
    desk = office.desk()
    assert not [words for words in desk.child("A1").notices if words.startswith(notice)]
    assert not [row for row in desk.today().rows if row.what.startswith(what)]
