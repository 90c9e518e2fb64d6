"""The act of writing the letter to a child."""

from dataclasses import replace

from iro_desktop.domain.acts import WriteLetter
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildLetter
from iro_desktop.services.timescale import review_held
from iro_desktop.services.workspace import Workspace


def write_letter(act: WriteLetter, work: Workspace) -> None:
    """Keep the letter as typed; nothing but blanks takes it away."""
    facts = work.child(act.child)
    review = review_held(facts, act.held_on)
    if review.held_on > work.today:
        raise UserError(
            "That review is still to come. Nothing was saved. Write its letter once it was held.", field="held_on"
        )
    before = next((one for one in work.letters(facts.child) if one.review_id == review.id), None)
    text = act.text.rstrip()
    if text.strip():
        known = before or ChildLetter(work.new_id(), facts.child.id, review.id, act.band, text)
        work.put(replace(known, band=act.band, text=text))
    elif before is not None:
        work.remove(before)
