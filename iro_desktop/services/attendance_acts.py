"""Acts about who came to a review, and who did not: by role, each once.

The child's own presence is said by the participation code; the IRO, who holds the review, needs no mention.
"""

from collections.abc import Sequence
from dataclasses import replace

from iro_desktop.domain.acts import RecordAttendance
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.participation import ABSENT, THERE
from iro_desktop.domain.records import Attendance, ChildFacts, Review
from iro_desktop.domain.vocabulary import Participation, Role
from iro_desktop.services.timescale import review_held
from iro_desktop.services.workspace import Workspace


def record_attendance(act: RecordAttendance, work: Workspace) -> None:
    """Say who came to a review that is recorded; what was said before is replaced."""
    facts = work.child(act.child)
    review = review_held(facts, act.held_on)
    check_attendance(act.came, act.apologies, review.participation)
    put_attendance(act.came, act.apologies, review, facts, work)


def check_attendance(came: Sequence[Role], apologies: Sequence[Role], code: Participation | None) -> None:
    """Each role once, the IRO not at all, and the child as the code has it. Raises ``UserError``."""
    for roles, field in ((came, "came"), (apologies, "apologies")):
        twice = next((role for role in roles if list(roles).count(role) > 1), None)
        if twice is not None:
            raise UserError(f"Named twice: {twice.label}. Nothing was saved. Say each once.", field)
        if Role.IRO in roles:
            raise UserError(
                "The IRO holds the review and needs no mention. Nothing was saved. Leave the IRO out.", field
            )
    both = next((role for role in came if role in apologies), None)
    if both is not None:
        raise UserError(f"Both there and not there: {both.label}. Nothing was saved. Say one of the two.", "apologies")
    if Role.CHILD in came and code in ABSENT:
        raise UserError(f"{code} says that the child was not there. Nothing was saved. Say one of the two.", "came")
    if Role.CHILD in apologies and code in THERE:
        raise UserError(f"{code} says that the child was there. Nothing was saved. Say one of the two.", "apologies")


def put_attendance(
    came: Sequence[Role], apologies: Sequence[Role], review: Review, facts: ChildFacts, work: Workspace
) -> None:
    """Keep these in the place of what was kept; a row that says so already stays as it is."""
    wanted = dict.fromkeys(came, True) | dict.fromkeys(apologies, False)
    for one in _rows(facts, review):
        if one.role in wanted:
            work.put(replace(one, came=wanted.pop(one.role)))
        else:
            work.remove(one)
    for role, was_there in wanted.items():
        work.put(Attendance(work.new_id(), facts.child.id, review.id, role, was_there))


def follow_code(review: Review, facts: ChildFacts, work: Workspace) -> None:
    """After another code: the child's own row, where there is one, says what the code says."""
    if review.participation is None or review.participation is Participation.PN0:
        return
    for one in _rows(facts, review):
        if one.role is Role.CHILD:
            work.put(replace(one, came=review.participation in THERE))


def _rows(facts: ChildFacts, review: Review) -> list[Attendance]:
    return [one for one in facts.attendances if one.review_id == review.id]
