"""The parts of the child's page, in their order; their digits follow from it."""

from iro_desktop.ui.pages.child.bookings import Bookings
from iro_desktop.ui.pages.child.footprint import Footprint
from iro_desktop.ui.pages.child.on_record import OnRecord
from iro_desktop.ui.pages.child.section import Section

SECTIONS: tuple[type[Section], ...] = (Bookings, Footprint, OnRecord)
