"""The parts of the child's page, in their order; their digits follow from it."""

from iro_desktop.ui.pages.child.alerts import Alerts
from iro_desktop.ui.pages.child.bookings import Bookings
from iro_desktop.ui.pages.child.footprint import Footprint
from iro_desktop.ui.pages.child.fostering import PrivateFostering
from iro_desktop.ui.pages.child.leaving import Leaving
from iro_desktop.ui.pages.child.on_record import OnRecord
from iro_desktop.ui.pages.child.people import People
from iro_desktop.ui.pages.child.prepare import Prepare
from iro_desktop.ui.pages.child.reviews import Reviews
from iro_desktop.ui.pages.child.section import Section

SECTIONS: tuple[type[Section], ...] = (
    Prepare, People, Reviews, Bookings, Footprint, Alerts, OnRecord, PrivateFostering, Leaving,
)  # fmt: skip
