"""Acts about periods of care: their start, what changes inside one, and their end."""

from dataclasses import replace

from iro_desktop.domain.acts import ChangeCare, EndCare, StartCare
from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Episode
from iro_desktop.domain.vocabulary import CONTINUES, END_REASONS, LEGAL_STATUS, PLACEMENT, StartReason
from iro_desktop.rules.leaving_care import AFTER_CARE
from iro_desktop.rules.leaving_reasons import entitlements
from iro_desktop.services.people_acts import complete_from, open_period
from iro_desktop.services.workspace import Workspace


def start_care(act: StartCare, work: Workspace) -> None:
    """A child becomes looked after (again)."""
    facts = work.child(act.child)
    if act.on > work.today:
        raise UserError("The start of care lies in the future. Nothing was changed. Record it on the day.", field="on")
    if facts.child.born_on is not None and act.on < facts.child.born_on:
        raise UserError(
            "The start of care lies before the birth date. Nothing was changed. Check both dates.", field="on"
        )
    _check_codes(act.legal_status, act.placement)
    if open_period(facts, act.on) is not None:
        raise UserError(f"{act.child} already was looked after on {short(act.on)}. Nothing was changed.", field="on")
    later = [one for one in facts.episodes if one.started_on > act.on and one.start_reason == StartReason.STARTED]
    if later:
        raise UserError(
            f"{act.child} became looked after on {short(later[0].started_on)}, which is recorded already and later. "
            "Nothing was changed. An earlier time in care comes with an import of its episodes.",
            field="on",
        )
    if facts.child.complete_from is None:
        whole_from = complete_from(act.on, None, work, facts.child.tracking_from)
        work.put(replace(facts.child, complete_from=whole_from))
    started = StartReason.STARTED.value
    work.put(Episode(work.new_id(), facts.child.id, act.on, started, act.legal_status, None, act.placement))


def end_care(act: EndCare, work: Workspace) -> None:
    """A child ceases to be looked after. Allocations end with it, but for who is followed on as a care leaver.

    The service's IROs chair the reviews of pathway plans: the same IRO goes on for a relevant child and at eighteen.
    """
    facts = work.child(act.child)
    if act.reason not in END_REASONS:
        raise UserError("The reason care ended is not one of the SSDA903 codes. Nothing was changed.", field="reason")
    if act.on > work.today:
        raise UserError("The end of care lies in the future. Nothing was changed. Record it on the day.", field="on")
    period = next((one for one in periods_of_care(facts.episodes) if one.ended_on is None), None)
    if period is None or act.on < period.episodes[-1].started_on:
        raise UserError(
            f"{act.child} was not looked after on {short(act.on)}. Nothing was changed. Check the date.", field="on"
        )
    reviewed_on = max((one.held_on for one in facts.reviews if one.held_on <= work.today), default=act.on)
    if reviewed_on > act.on:
        raise UserError(
            f"A review of {act.child} on {short(reviewed_on)} is recorded, after that day. Nothing was changed. "
            "Check both dates.",
            field="on",
        )
    work.put(replace(period.episodes[-1], ended_on=act.on, end_reason=act.reason))
    if entitlements(work.child(act.child), act.on).now.status in AFTER_CARE:
        return
    for one in facts.allocations:
        if one.from_on > act.on:
            work.remove(one)
        elif one.to_on is None or one.to_on > act.on:
            work.put(replace(one, to_on=act.on))


def _check_codes(legal_status: str | None, placement: str | None) -> None:
    for words, code, codes in (("legal status", legal_status, LEGAL_STATUS), ("placement", placement, PLACEMENT)):
        if code is not None and code not in codes:
            raise UserError(
                f"The {words} is not one of the SSDA903 codes. Nothing was changed.", field=words.replace(" ", "_")
            )


def change_care(act: ChangeCare, work: Workspace) -> None:
    """Legal status or placement changes: the episode in hand ends, and the next begins on the same day."""
    facts = work.child(act.child)
    _check_codes(act.legal_status, act.placement)
    last = _episode_in_hand(act, facts)
    if act.on > work.today:
        raise UserError(
            f"{short(act.on)} is still to come. Nothing was changed. Record the change on the day.", field="on"
        )
    if act.on <= last.started_on:
        raise UserError(
            f"The change has to lie after {short(last.started_on)}, when what is recorded last began. "
            "Nothing was changed. An earlier change comes with an import of the episodes.",
            field="on",
        )
    legal_status, placement = act.legal_status or last.legal_status, act.placement or last.placement
    # The same kind of placement with another carer is a new placement: most moves are from foster care to foster care.
    is_legal = legal_status != last.legal_status
    is_placed = act.placement is not None and (placement != last.placement or not act.same_carer)
    if not (is_legal or is_placed):
        raise UserError(
            "Legal status and placement are as recorded. Nothing was changed. Say what is new.", field="legal_status"
        )
    reason = _reason(is_legal=is_legal, is_placed=is_placed, same_carer=act.same_carer)
    provider = last.provider if act.same_carer or not is_placed else None
    work.put(replace(last, ended_on=act.on, end_reason=CONTINUES))
    work.put(Episode(work.new_id(), facts.child.id, act.on, reason.value, legal_status, last.need, placement, provider))


def _episode_in_hand(act: ChangeCare, facts: ChildFacts) -> Episode:
    period = next((one for one in periods_of_care(facts.episodes) if one.ended_on is None), None)
    if period is None:
        raise UserError(f"{act.child} is not looked after. Nothing was changed. Record the start of care first.")
    return period.episodes[-1]


def _reason(*, is_legal: bool, is_placed: bool, same_carer: bool) -> StartReason:
    """Why the new episode begins (SSDA903 RNE), by what changes."""
    if not is_placed:
        return StartReason.LEGAL
    if is_legal:
        return StartReason.BOTH_SAME_CARER if same_carer else StartReason.BOTH
    return StartReason.PLACEMENT_SAME_CARER if same_carer else StartReason.PLACEMENT
