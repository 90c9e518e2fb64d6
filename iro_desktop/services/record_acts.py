"""The act of writing the record of a review, heading by heading."""

from dataclasses import replace

from iro_desktop.domain.acts import WriteRecord
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import RecordSection
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.timescale import review_held
from iro_desktop.services.workspace import Workspace


def write_record(act: WriteRecord, work: Workspace) -> None:
    """Write one heading as typed; nothing but blanks takes it away."""
    facts = work.child(act.child)
    review = review_held(facts, act.held_on)
    heading = words_of(act.heading)
    if heading is None:
        raise UserError("What is written stands under a heading. Nothing was saved. Name it.", field="heading")
    written = (one for one in work.record_sections(facts.child) if one.review_id == review.id)
    before = next((one for one in written if one.heading == heading), None)
    text = act.text.rstrip()
    if text.strip():
        known = before or RecordSection(work.new_id(), facts.child.id, review.id, heading, text)
        work.put(replace(known, text=text))
    elif before is not None:
        work.remove(before)
