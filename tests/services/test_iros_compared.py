"""IROs are not compared with one another before the service chose it; one is always shown against their own figures."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from iro_desktop.domain.acts import ChangeSetting
from iro_desktop.domain.choices import BY_KEY, IROS_COMPARED
from iro_desktop.domain.errors import UserError
from iro_desktop.measures.definitions import DEFINITIONS
from iro_desktop.measures.model import By
from iro_desktop.services.performance_views import FigureWish
from tests.conftest import TODAY
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.office import Office

YEAR = FigureWish(date(2026, 4, 1), date(2027, 3, 31))
JUDGED = [one.id for one in DEFINITIONS if one.better and By.IRO in one.by]
PLAIN = [one.id for one in DEFINITIONS if not one.better and By.IRO in one.by]


@pytest.fixture
def desk(office: Office):
    office.each(IRO, CHILD, FIRST)
    return office.desk()


def choose(value: str, from_on: date = TODAY) -> ChangeSetting:
    return ChangeSetting(setting=IROS_COMPARED, value=value, from_on=from_on)


def test_it_is_off_before_anybody_chose_it_and_says_why():
    assert BY_KEY[IROS_COMPARED].default == "no"
    assert "ranks them by what they were given" in BY_KEY[IROS_COMPARED].why


def test_what_can_be_better_or_worse_is_not_told_apart_by_iro(desk):
    assert not desk.performance(YEAR).compares_iros
    for measure in JUDGED:
        with pytest.raises(UserError, match=IROS_COMPARED) as refused:
            desk.figure_parts(measure, YEAR, By.IRO)
        assert refused.value.field == "by"


def test_how_much_each_iro_has_is_told_apart_always(desk):
    assert {"caseload.per-fte", "children.stock", "alerts.raised"} <= set(PLAIN)
    for measure in PLAIN:
        assert desk.figure_parts(measure, YEAR, By.IRO).by is By.IRO


def test_one_iro_stands_against_their_own_earlier_figures_either_way(desk):
    own = replace(YEAR, iro=IRO.name)
    assert desk.figure_parts("timeliness.held", own, By.IRO).by is By.IRO
    assert desk.figure_trend("timeliness.held", own, By.MONTH)


def test_the_switch_counts_from_its_day_and_back_again(desk):
    desk.act(choose("yes", TODAY + timedelta(1)))
    assert not desk.performance(YEAR).compares_iros
    desk.act(choose("yes"))
    assert desk.performance(YEAR).compares_iros
    assert desk.figure_parts("timeliness.held", YEAR, By.IRO).by is By.IRO
    desk.undo()
    with pytest.raises(UserError):
        desk.figure_parts("timeliness.held", YEAR, By.IRO)
