"""Whose agency something went to: the person's own, else the usual one of their role."""

from iro_desktop.domain.records import ChildFacts, Sending
from iro_desktop.domain.vocabulary import AGENCY_OF, Agency


def agency_of(facts: ChildFacts, sent: Sending) -> Agency:
    """The agency that an invitation, a form or a record went to."""
    person = next((one for one in facts.people if one.id == sent.person_id), None)
    return person.agency if person and person.agency else AGENCY_OF[sent.to]
