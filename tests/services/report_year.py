"""A service of 150 invented children for the proofs of the annual report, and its figures counted another way."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from iro_desktop.measures.compute import beside_of, figure_of, fte_of, rows_of
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.model import By, Counted, Figure, Row, Service, Span, Unit
from iro_desktop.services.figure_times import days_of_year
from iro_desktop.services.figures import counted_of, service_of
from iro_desktop.services.snapshot import Snapshot

# Days, years and the names of laws hold digits and are no figures.
_NO_FIGURES = re.compile(
    r"regulations 36, 45 and 46|Regulations \d{4}|\d{4}/\d\d|SI \d{4}/\d+|\d{1,2} [A-Z][a-z]+ \d{4}"
    r"|[Ss]ection \d+\w*(\(\d\))*|regulations? \d+|Q\d|PN\d|Handbook \(?\d{4}\)?,? ?\d?\.?\d*"
    r"|Handbook \(\d\.\d+\)|paragraph \d\.\d+|20 working days|1989|\(2010\)"
)
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def numbers_in(text: str) -> list[str]:
    """The figures that a text prints: ``1,033`` and ``83.8``, not its days, years and paragraphs."""
    return _NUMBER.findall(_NO_FIGURES.sub(" ", text))


def printed(unit: Unit, value: float | None) -> str:
    """As a reader expects it; written again here, so that both must agree."""
    if value is None:
        return "–"
    if unit is Unit.PERCENT:
        return f"{value:.1f} %"
    if unit is Unit.MEDIAN:
        return f"{value:g} working day{'' if value == 1 else 's'}"
    return f"{value:,.{ {Unit.COUNT: 0, Unit.AVERAGE: 2, Unit.RATIO: 1}[unit] }f}"


@dataclass(frozen=True)
class CountedAgain:
    """Every measure of one year, straight from the facts and without any page, plan or table."""

    snapshot: Snapshot
    year: int

    @cached_property
    def children(self) -> list[Counted]:
        return counted_of(self.snapshot)

    @cached_property
    def service(self) -> Service:
        return service_of(self.snapshot)

    def span(self, year: int) -> Span:
        return Span(*days_of_year(year), self.snapshot.today)

    def rows(self, measure: str, span: Span | None = None) -> list[Row]:
        return rows_of(BY_ID[measure], self.children, span or self.span(self.year), service=self.service)

    def figure(self, measure: str, year: int | None = None) -> Figure:
        span = self.span(self.year if year is None else year)
        beside = beside_of(BY_ID[measure], self.children, span)
        return figure_of(BY_ID[measure], self.rows(measure, span), span, fte_of(self.service, span, None), beside)

    def apart(self, measure: str, by: By | None) -> dict[str, tuple[int, int]]:
        """By quarter or by anything else; nothing where it is not told apart."""
        if by is None:
            return {}
        return self.quarters(measure) if by is By.QUARTER else self.parts(measure, by)

    def parts(self, measure: str, by: By) -> dict[str, tuple[int, int]]:
        """Met and counted under each, as the tags of the rows say."""
        found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for row in self.rows(measure):
            if row.left_out is None:
                each = found[row.tag(by) or "not recorded"]
                each[0] += row.is_met
                each[1] += 1
        return {words: (met, counted) for words, (met, counted) in found.items()}

    def quarters(self, measure: str) -> dict[str, tuple[int, int]]:
        """The same by quarter; what looks at each quarter as a whole is counted for each."""
        found = {}
        for number, (from_on, to_on) in enumerate(self._quarters(), 1):
            span = Span(from_on, to_on, self.snapshot.today)
            rows = self.rows(measure, span) if BY_ID[measure].of_period else [
                row for row in self.rows(measure) if from_on <= row.day <= to_on
            ]  # fmt: skip
            counted = [row for row in rows if row.left_out is None]
            found[f"Q{number}"] = sum(row.is_met for row in counted), len(counted)
        return found

    def _quarters(self) -> Iterator[tuple[date, date]]:
        year = self.year
        yield date(year, 4, 1), date(year, 6, 30)
        yield date(year, 7, 1), date(year, 9, 30)
        yield date(year, 10, 1), date(year, 12, 31)
        yield date(year + 1, 1, 1), date(year + 1, 3, 31)
