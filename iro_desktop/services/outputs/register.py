"""Every output there is, in the order in which it is offered. Whoever makes one adds its line here.

The window's page, the command line, the export log and the tests over all outputs follow from this list.
"""

from types import MappingProxyType

from iro_desktop.services.outputs import annual_report, caseload
from iro_desktop.services.outputs.model import Output, Outputs

_ALL: tuple[Output, ...] = (caseload.CASELOAD, annual_report.ANNUAL_REPORT)
OUTPUTS = Outputs(MappingProxyType({one.key: one for one in _ALL}))
