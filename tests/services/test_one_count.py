"""What two pages count is one number: alerts and consultation forms on Challenge, and the same as figures."""

from datetime import date

import pytest

from iro_desktop.domain.acts import EscalateAlert, RaiseAlert
from iro_desktop.domain.vocabulary import AlertStage, CafcassGround
from iro_desktop.measures.model import By
from iro_desktop.services.performance_views import FigureWish
from tests.demo_copy import open_demo
from tests.services.office import day

FROM, TO = date(2026, 4, 1), date(2026, 11, 23)
WISH = FigureWish(FROM, TO)


@pytest.fixture
def desk(tmp_path):
    """The invented caseload, with an alert that names no team and went to Cafcass before it became a formal one."""
    opened = open_demo(tmp_path, TO)
    opened.set_scope(None)
    child = opened.caseload().rows[0].child
    raised_on = day("2 Nov")
    opened.act(RaiseAlert(child=child, raised_on=raised_on))
    nth = max(one.nth for one in opened.alerts_of(child) if one.raised_on == raised_on)
    for stage, started_on, ground in (
        (AlertStage.CAFCASS, day("3 Nov"), CafcassGround.PLAN),
        (AlertStage.FORMAL, day("6 Nov"), None),
    ):
        opened.act(
            EscalateAlert(child=child, raised_on=raised_on, nth=nth, stage=stage, started_on=started_on, ground=ground)
        )
    yield opened
    opened.close()


@pytest.mark.parametrize("by", ["stage", "kind", "theme", "team", "agency", "iro", "outcome", "effect"])
def test_alerts_are_counted_alike_on_challenge_and_as_a_figure(desk, by):
    counted = desk.alert_counts(by, FROM, TO)
    figure = desk.figure_parts("alerts.raised", WISH, By(by))
    assert sorted(one.count for one in counted.lines if one.count) == sorted(
        one.figure.numerator for one in figure.parts
    )
    told = {one.words.casefold(): one.count for one in counted.lines}
    for part in figure.parts:
        assert not part.words or told[part.words.casefold()] == part.figure.numerator


def test_consultation_forms_are_counted_alike_on_challenge_and_as_a_figure(desk):
    returns = {one.agency.label: (one.returned, one.sent) for one in desk.consultations(FROM, TO)}
    parts = desk.figure_parts("consultations.returned", WISH, By.AGENCY).parts
    assert {one.words: (one.figure.numerator, one.figure.denominator) for one in parts} == returns
