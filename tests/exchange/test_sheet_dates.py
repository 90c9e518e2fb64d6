"""Dates are read day first, in every style; what could be two days is asked about."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.exchange.sheet_cells import NOT_COMPUTED, Cell
from iro_desktop.exchange.sheet_date_columns import DateColumns
from iro_desktop.exchange.sheet_dates import read_date
from iro_desktop.exchange.sheet_fields import CaseloadField

TODAY = date(2026, 3, 16)
DAY = date(2026, 3, 12)
BORN, LAST = CaseloadField.BORN_ON, CaseloadField.LAST_REVIEW_ON


def column(*cells: Cell, month_first: bool | None = None, other: tuple[Cell, ...] = ()) -> list[date | None]:
    stated = {} if month_first is None else {LAST: month_first}
    columns = DateColumns({LAST: cells, BORN: other}, stated, TODAY)
    return [columns.read(LAST, cell).value for cell in cells]


@pytest.mark.parametrize(
    "cell",
    [
        *("12/03/2026", "12/3/2026", "12/03/26", "12.3.26", "12.03.2026", "12-03-2026", "12 03 2026"),
        *("2026-03-12", "2026/03/12", "20260312", "12032026", "2026-03-12T00:00:00", "2026-03-12 00:00:00.000"),
        *("2026-03-12T00:00:00Z", "12/03/2026 00:00", "12/03/2026 14:30:00", "12 Mar 2026", "12-Mar-26", "12-MAR-2026"),
        *(
            "12MAR2026",
            "12th March 2026",
            "12 of March 2026",
            "Thursday 12 March 2026",
            "Thu 12/03/2026",
            "Thurs, 12 Mar 26",
        ),
        *("March 12, 2026", "Mar 12 2026", "12 Sept 2026".replace("Sept", "march"), " 12/03/2026\u00a0"),
        *(date(2026, 3, 12), datetime(2026, 3, 12), datetime(2026, 3, 12, 14, 30), 20260312),
    ],
)
def test_a_date_is_read_in_every_style(cell: Cell) -> None:
    assert read_date(cell, TODAY).value == DAY


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "31/02/2026",
            "2026-02-30",
            "12/03",
            "March 2026",
            "2026",
            "12/03/2026 (adjourned)",
            "c. 12/03/2026",
            "12/03/20266",
        ),
        *(
            "03/25/2026",
            "99/99/9999",
            "12/03/0026",
            "12/03/1066",
            "01/01/1900",
            "45728",
            45728,
            45728.0,
            2026,
            True,
            1.5,
        ),
        *("12/03/98", "2026-03-12T23:00:00.000Z", "12/03/2026 23:00", datetime(2026, 3, 12, 23, 0), date(1899, 12, 31)),
        *(NOT_COMPUTED, "#VALUE!", "#REF!", "see notes", "１２/xx/2026"),
    ],
)
def test_what_is_not_surely_one_day_is_asked_about(cell: Cell) -> None:
    reading = read_date(cell, TODAY)
    assert reading.value is None
    assert reading.doubt


def test_a_column_that_could_be_either_is_read_as_british() -> None:
    assert column("03/04/2025", "05/06/2025") == [date(2025, 4, 3), date(2025, 6, 5)]


def test_one_value_with_the_month_first_puts_the_ambiguous_ones_of_its_column_in_doubt() -> None:
    assert column("03/04/2025", "03/25/2025", "05/05/2025") == [None, None, date(2025, 5, 5)]


def test_one_value_with_the_month_first_puts_the_sheets_other_columns_in_doubt_too() -> None:
    assert column("03/04/2025", other=("03/25/2025",)) == [None]


def test_a_column_that_shows_the_day_first_is_believed_beside_a_foreign_one() -> None:
    assert column("03/04/2025", "25/04/2025", other=("03/25/2025",)) == [date(2025, 4, 3), date(2025, 4, 25)]


def test_an_american_clock_puts_the_date_before_it_in_doubt() -> None:
    assert column("3/12/2026 12:00:00 AM") == [None]
    assert column("3/12/2026 12:00:00 AM", "25/2/2026 12:00:00 AM") == [date(2026, 12, 3), date(2026, 2, 25)]


def test_a_person_who_says_month_first_ends_the_doubt() -> None:
    read = column("03/04/2025", "03/25/2025", "12 Mar 2025", month_first=True)
    assert read == [date(2025, 3, 4), date(2025, 3, 25), date(2025, 3, 12)]


def test_a_person_who_says_day_first_ends_the_doubt_that_another_column_raised() -> None:
    assert column("03/04/2025", other=("03/25/2025",), month_first=False) == [date(2025, 4, 3)]


def test_columns_that_nobody_spoke_of_stay_in_doubt_when_one_is_said_to_have_the_month_first() -> None:
    columns = DateColumns({LAST: ["03/04/2025"], BORN: ["05/06/2010"]}, {LAST: True}, TODAY)
    assert columns.read(BORN, "05/06/2010").doubt
    assert columns.in_doubt() == [BORN]


def test_stored_dates_with_small_days_beside_texts_with_large_ones_may_be_swapped() -> None:
    # A sheet printed day first and opened in American Excel: 4 March became 3 April, 25 March stayed a text.
    assert column(date(2025, 4, 3), "25/03/2025", date(2025, 6, 6)) == [None, date(2025, 3, 25), date(2025, 6, 6)]
    assert column(date(2025, 4, 3), "25/03/2025", date(2025, 6, 26))[0] == date(2025, 4, 3)


def test_dates_that_begin_with_a_year_of_two_digits_put_their_column_in_doubt() -> None:
    assert column("12-03-25", "98-03-12") == [None, None]


@given(st.dates(date(2000, 1, 1), TODAY))
def test_every_british_style_of_a_day_gives_that_day_or_a_doubt(day: date) -> None:
    for style in ("%d/%m/%Y", "%d.%m.%y", "%d-%b-%y", "%d %B %Y", "%Y-%m-%d", "%a %d %b %Y", "%d%b%Y", "%Y%m%d"):
        assert read_date(day.strftime(style), TODAY).value in {day, None}
    assert read_date(day.strftime("%d/%m/%Y"), TODAY).value == day


@given(st.lists(st.dates(date(2005, 1, 1), TODAY), min_size=1, max_size=30))
def test_a_column_printed_with_the_month_first_is_never_wrong_once_a_value_shows_it(days: list[date]) -> None:
    days = [*days, date(2025, 3, 25)]
    for day, read in zip(days, column(*[day.strftime("%m/%d/%Y") for day in days]), strict=True):
        assert read in {day, None}


@given(st.text(max_size=20))
def test_no_text_is_more_than_asked_about(text: str) -> None:
    reading = read_date(text, TODAY)
    assert (reading.value is None) == (reading.doubt is not None)


@given(st.one_of(st.integers(), st.floats(), st.booleans(), st.datetimes(), st.dates()))
def test_no_cell_is_more_than_asked_about(cell: Cell) -> None:
    reading = read_date(cell, TODAY)
    assert (reading.value is None) == (reading.doubt is not None)


def test_a_year_of_two_digits_is_of_this_century_unless_that_is_far_ahead() -> None:
    assert read_date("12/03/09", TODAY).value == date(2009, 3, 12)
    assert read_date((TODAY + timedelta(days=90)).strftime("%d/%m/%y"), TODAY).value == TODAY + timedelta(days=90)
    assert read_date("12/03/28", TODAY).doubt
