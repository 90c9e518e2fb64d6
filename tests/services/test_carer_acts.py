"""Foster carers: approval, its reviews and its end."""

import pytest

from iro_desktop.domain.acts import Act, AddFosterCarer, EndFosterCarer, RecordCarerReview
from tests.services.cases import CARER
from tests.services.office import Office, day

HELD = RecordCarerReview(carer="f 1", held_on=day("1 Sep"), panel_on=day("10 Sep"), decided_on=day("17 Sep"))
ENDED = EndFosterCarer(carer="F 1", on=day("1 Nov"))


def test_the_snapshot_has_every_carer_with_the_next_review_and_none_after_the_end(office: Office):
    desk = office.desk()
    desk.act(CARER)
    now = desk._snapshot.carers["F 1"]
    assert [(one.child, one.due_on) for one in now.deadlines if one.is_open] == [("F 1", day("1 Sep"))]
    desk.act(HELD)
    now = desk._snapshot.carers["F 1"]
    assert [one.due_on for one in now.deadlines if one.is_open] == [day("1 Sep 2027")]
    desk.act(ENDED)
    assert not [one for one in desk._snapshot.carers["F 1"].deadlines if one.is_open]


@pytest.mark.parametrize(
    ("before", "act", "sentence"),
    [
        ((), AddFosterCarer(carer=" ", approved_on=day("1 Sep")), "needs a reference"),
        ((), AddFosterCarer(carer="F 1", approved_on=day("24 Nov")), "still to come"),
        ((CARER,), AddFosterCarer(carer=" f  1", approved_on=day("1 Sep")), "There already is a foster carer f 1"),
        ((), HELD, "There is no foster carer f 1"),
        ((CARER, HELD), HELD, "A review on 1 Sep 2026 is recorded already"),
        ((CARER,), RecordCarerReview(carer="F 1", held_on=day("1 Sep 2025")), "time of approval, from 1 Sep 2025"),
        ((CARER, ENDED), RecordCarerReview(carer="F 1", held_on=day("2 Nov")), "to 1 Nov 2026"),
        ((CARER,), RecordCarerReview(carer="F 1", held_on=day("24 Nov")), "still to come"),
        (
            (CARER,),
            RecordCarerReview(carer="F 1", held_on=day("1 Sep"), panel_on=day("9 Sep"), decided_on=day("8 Sep")),
            "8 Sep 2026 lies before 9 Sep 2026",
        ),
        (
            (CARER,),
            RecordCarerReview(carer="F 1", held_on=day("1 Sep"), decided_on=day("24 Nov")),
            "24 Nov 2026 is still to come",
        ),
        ((CARER, ENDED), ENDED, "ended on 1 Nov 2026 already"),
        ((CARER, HELD), EndFosterCarer(carer="F 1", on=day("31 Aug")), "lies before 1 Sep 2026"),
        ((CARER,), EndFosterCarer(carer="F 1", on=day("24 Nov")), "still to come"),
        ((), ENDED, "There is no foster carer F 1"),
    ],
)
def test_what_does_not_fit_is_refused(office: Office, before: tuple[Act, ...], act: Act, sentence: str):
    office.each(*before)
    assert sentence in office.refused(act)
