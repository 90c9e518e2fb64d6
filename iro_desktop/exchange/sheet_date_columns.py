"""The date columns of one sheet together: a sheet is printed in one style, so one column speaks for the others."""

from collections.abc import Iterable, Mapping
from datetime import date

from iro_desktop.exchange.sheet_cells import Cell
from iro_desktop.exchange.sheet_dates import BLANK, DateReading, date_order, judged, read_date, with_month_first
from iro_desktop.exchange.sheet_fields import CaseloadField
from iro_desktop.exchange.sheet_values import says_nothing


class DateColumns:
    """Reads dates; where a person has said which comes first, day (False) or month (True), that is the end of doubt."""

    def __init__(
        self, columns: Mapping[CaseloadField, Iterable[Cell]], stated: Mapping[CaseloadField, bool], today: date
    ) -> None:
        self._stated = stated
        self._today = today
        self._orders = {field: date_order(map(self._alone, cells)) for field, cells in columns.items()}
        self._is_foreign = any(stated.values()) or any(
            order.is_foreign for field, order in self._orders.items() if field not in stated
        )

    def read(self, field: CaseloadField, cell: Cell) -> DateReading:
        """One cell in the light of its column and of the others."""
        reading = self._alone(cell)
        if field not in self._stated:
            return judged(reading, self._orders[field], elsewhere_foreign=self._is_foreign)
        if self._stated[field] and not reading.is_stored:
            return with_month_first(reading)
        return judged(reading, self._orders[field]) if self._stated[field] else reading

    def in_doubt(self) -> list[CaseloadField]:
        """The fields of which a person should say whether the day or the month comes first."""
        return [
            field
            for field, order in self._orders.items()
            if field not in self._stated
            and (order.is_foreign or order.may_hold_swapped or (self._is_foreign and order.is_open))
        ]

    def _alone(self, cell: Cell) -> DateReading:
        return BLANK if says_nothing(cell) else read_date(cell, self._today)
