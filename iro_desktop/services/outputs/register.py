"""Every output there is, in the order in which it is offered. Whoever makes one adds its line here.

The window's page, the command line, the export log and the tests over all outputs follow from this list.
"""

from types import MappingProxyType

from iro_desktop.services.outputs import (
    annual_report,
    caseload,
    child_sheet,
    clinic_pack,
    diary_paper,
    fostering_report,
    letter,
    partner_card,
    passport,
    prep_sheet,
    record,
    themes,
    work_list,
)
from iro_desktop.services.outputs.model import Output, Outputs

_ALL: tuple[Output, ...] = (
    letter.LETTER,
    passport.PASSPORT,
    record.RECORD,
    prep_sheet.PREP_SHEET,
    child_sheet.CHILD_SHEET,
    work_list.WORK_LIST,
    diary_paper.DIARY,
    clinic_pack.CLINIC_PACK,
    caseload.CASELOAD,
    annual_report.ANNUAL_REPORT,
    themes.THEMES,
    fostering_report.FOSTERING_REPORT,
    partner_card.PARTNER_CARD,
)
OUTPUTS = Outputs(MappingProxyType({one.key: one for one in _ALL}))
