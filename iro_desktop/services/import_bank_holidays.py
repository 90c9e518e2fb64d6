"""Importing bank holidays: days not known yet are added; those known are left as they are."""

from collections.abc import Mapping
from pathlib import Path

from iro_desktop.domain.acts import AddBankHoliday
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.exchange.bank_holidays import HolidayFile, read_bank_holidays
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.services.acting import do_acts
from iro_desktop.services.desk import ImportCounts
from iro_desktop.services.importing import Source, Tally, check_exists
from iro_desktop.services.workspace import Workspace


def bank_holidays_source(path: Path) -> Source:
    """The file as something to import. Raises ``UserError`` where it is missing or nothing in it can be read."""
    check_exists(path)
    read = read_bank_holidays(path)

    def plan(work: Workspace) -> tuple[Mapping[str, ImportCounts], tuple[Problem, ...]]:
        tally = Tally(len(read.problems))
        problems = list(read.problems)
        for line in read.lines:
            if not work.calendar.is_working(line.on):
                tally.count(new=False, changed=False)
                continue
            try:
                do_acts([AddBankHoliday(on=line.on, name=line.name)], work)
                tally.count(new=True, changed=False)
            except UserError as error:
                tally.refused += 1
                problems.append(Problem(path.name, line.row, "date", str(error), Severity.REFUSED))
        return {path.name: tally.counts}, tuple(problems)

    return Source("bank-holidays", f"Import bank holidays from {path.name}", plan)


def days_to_add(read: HolidayFile, calendar: WorkingCalendar) -> tuple[AddBankHoliday, ...]:
    """An act for each day that the calendar does not know yet."""
    return tuple(AddBankHoliday(on=line.on, name=line.name) for line in read.lines if calendar.is_working(line.on))
