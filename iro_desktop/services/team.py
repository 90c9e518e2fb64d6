"""The team as it stands: who is in post, what each carries for their time, what is missing.

Sources: a caseload of 50 to 70 for a full-time IRO, IRO Handbook 2010, 7.15; five years after qualifying as a social
worker, SI 2010/959 reg 46; what the annual report says of the team's make-up, IRO Handbook 7.11.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.dates import age_on, short
from iro_desktop.domain.records import Iro, Leave
from iro_desktop.domain.vocabulary import Contract, IroRole, Standing, TeamEventKind
from iro_desktop.services.meetings import (
    NamedEvent,
    a_year_before,
    last_supervisions,
    named_events,
    overdue_supervision,
)
from iro_desktop.services.service_views import IroRow, Load, MetLine, TeamView
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.team_acts import areas_of

FEWEST, MOST = 50, 70  # children for each full-time equivalent
YEARS_QUALIFIED = 5
IN_ORDER = "In order"
_REVIEWING = frozenset({None, IroRole.CARED_FOR, IroRole.PRIVATE_FOSTERING})  # whose caseload is of children
_WORST = (Standing.OVERDUE, Standing.DUE_SOON, Standing.WAITING, Standing.MET, Standing.NOT_DUE)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Something missing about an IRO: how pressing, in a few words, and as a sentence."""

    standing: Standing
    words: str
    sentence: str


def team(snapshot: Snapshot) -> TeamView:
    """Everybody who is in post, is to come, or left while children are still allocated to them or within a year."""
    events = named_events(snapshot)
    rows = [_row(one, snapshot, events) for one in snapshot.iros if _is_shown(one, snapshot)]
    rows.sort(key=lambda row: (row.has_left and not row.children, _WORST.index(row.standing), row.name))
    here = [one for one in rows if not one.has_left and _has_begun(one.from_on, snapshot.today)]
    reviewing = [one for one in here if one.role in _REVIEWING]
    fte, children = sum(one.fte for one in reviewing), sum(one.children for one in reviewing)
    return TeamView(
        rows=tuple(rows),
        in_post=len(here),
        fte=round(fte, 2),
        children=len(snapshot.in_scope(None)),
        per_fte=round(children / fte, 1) if fte else None,
        agency=sum(one.contract is Contract.AGENCY for one in here),
        away=sum(bool(one.away_words) for one in here),
    )


def _has_begun(from_on: date | None, today: date) -> bool:
    return from_on is None or from_on <= today


def _is_shown(iro: Iro, snapshot: Snapshot) -> bool:
    is_past = iro.to_on is not None and iro.to_on < a_year_before(snapshot.today)
    return not is_past or bool(snapshot.in_scope(iro.name))


def _row(iro: Iro, snapshot: Snapshot, events: Sequence[NamedEvent]) -> IroRow:
    today, children = snapshot.today, len(snapshot.in_scope(iro.name))
    has_left = iro.to_on is not None and iro.to_on < today
    per_fte = round(children / iro.fte, 1) if iro.role in _REVIEWING and not has_left else None
    load = _load_of(per_fte)
    supervised = last_supervisions(snapshot).get(iro.id)
    mine = [one for one in events if iro.name in (one.iro, one.with_iro) and one.on >= a_year_before(today)]
    gaps = sorted(_gaps(iro, children, load, snapshot), key=lambda gap: _WORST.index(gap.standing))
    quiet = (Standing.NOT_DUE, f"Left on {short(iro.to_on)}") if has_left and iro.to_on else (Standing.MET, IN_ORDER)
    standing, words = (gaps[0].standing, gaps[0].words) if gaps else quiet
    more = f", and {len(gaps) - 1} more" if len(gaps) > 1 else ""
    return IroRow(
        name=iro.name,
        standing=standing,
        standing_words=words + more,
        gaps=tuple(gap.sentence for gap in gaps),
        role=iro.role,
        fte=iro.fte,
        from_on=iro.from_on,
        to_on=iro.to_on,
        contract=iro.contract,
        qualified_on=iro.qualified_on,
        years_qualified=age_on(iro.qualified_on, today) if iro.qualified_on else None,
        link_areas=areas_of(iro.link_areas),
        other_duties=iro.other_duties,
        background=iro.background or "",
        children=children,
        per_fte=per_fte,
        load=load,
        load_words=_load_words(iro, children, per_fte, load),
        supervised_on=supervised,
        supervisions=sum(one.what is TeamEventKind.SUPERVISION for one in mine),
        away_words=_away_words([one for one in snapshot.leave if one.iro_id == iro.id], today),
        has_left=has_left,
        meetings=tuple(MetLine(one.on, one.words_for(iro.name)) for one in mine),
        row_version=iro.row_version,
    )


def _load_of(per_fte: float | None) -> Load | None:
    if per_fte is None:
        return None
    return Load.BELOW if per_fte < FEWEST else Load.OVER if per_fte > MOST else Load.WITHIN


def _load_words(iro: Iro, children: int, per_fte: float | None, load: Load | None) -> str:
    """What is carried for the time there is; with other duties also for the time that they leave."""
    if per_fte is None or load is None:
        return f"{children} children" if children else ""
    words = f"{children} {'child' if children == 1 else 'children'}, {per_fte:g} for each full-time equivalent: {load}"
    if iro.other_duties and iro.other_duties < 100:
        left = children / (iro.fte * (1 - iro.other_duties / 100))
        words += f"; {left:.1f} for the time that other duties leave"
    return words


def _gaps(iro: Iro, children: int, load: Load | None, snapshot: Snapshot) -> list[_Gap]:
    today, counted = snapshot.today, f"{children} {'child' if children == 1 else 'children'}"
    found: list[_Gap] = []
    if iro.to_on is not None and iro.to_on < today:
        if children:
            sentence = f"Left on {short(iro.to_on)}, and {counted} are still allocated to them: hand them over."
            found.append(_Gap(Standing.OVERDUE, f"Left, {counted} to hand over", sentence))
        return found
    if iro.to_on is not None and children:
        sentence = f"Leaves on {short(iro.to_on)}: {counted} are to be handed over by then."
        found.append(_Gap(Standing.DUE_SOON, f"Leaves on {short(iro.to_on)}", sentence))
    if load is Load.OVER:
        sentence = f"Carries more than {MOST} children for each full-time equivalent (IRO Handbook 7.15)."
        found.append(_Gap(Standing.OVERDUE, f"Over {MOST} for each FTE", sentence))
    without = overdue_supervision(iro, snapshot)
    if without:
        found.append(_Gap(Standing.OVERDUE, "Supervision missing", f"Supervision is missing: {without}."))
    years = age_on(iro.qualified_on, today) if iro.qualified_on else None
    if years is not None and years < YEARS_QUALIFIED:
        sentence = (
            f"Qualified for under {YEARS_QUALIFIED} years, since {short(iro.qualified_on)}: "
            f"{YEARS_QUALIFIED} are asked for (SI 2010/959 reg 46)."
            if iro.qualified_on
            else ""
        )
        found.append(_Gap(Standing.DUE_SOON, f"Qualified under {YEARS_QUALIFIED} years", sentence))
    if years is None:
        sentence = f"Not known since when qualified: {YEARS_QUALIFIED} years are asked for (SI 2010/959 reg 46)."
        found.append(_Gap(Standing.WAITING, "Qualified since: not known", sentence))
    return found


def _away_words(leave: Sequence[Leave], today: date) -> str:
    now = next((one for one in leave if one.from_on <= today <= one.to_on), None)
    return f"Away until {short(now.to_on)}: {now.kind.label}" if now else ""
