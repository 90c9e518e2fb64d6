"""Private fostering: every arrangement with its clocks, worst first, and the sums of each quarter."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from iro_desktop.domain.arrangements import arrangements_of, is_over, is_proposed, known_from, of_age, of_age_on
from iro_desktop.domain.births import Birth
from iro_desktop.domain.dates import LONG_MONTHS, short, with_weekday
from iro_desktop.domain.records import Arrangement
from iro_desktop.domain.vocabulary import Standing, Suitability, Task
from iro_desktop.rules.fostering_reports import quarter_end
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.offsets import add_months
from iro_desktop.rules.owed_fostering import over_on
from iro_desktop.services.child_page import deadline_row
from iro_desktop.services.fostering_views import ArrangementRow, FosteringQuarter, FosteringView
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.views import HistoryLine
from iro_desktop.services.whose import leads_fostering
from iro_desktop.services.words import display_name, standing_words

EVERYBODY = "all IROs"
_VISITS = frozenset({"private-fostering.first-visit", "private-fostering.visit"})
_TOO_OLD = "private-fostering.too-old"
_TOLD_AHEAD = timedelta(weeks=12)  # how long before the birthday that ends it, it is told
_QUARTERS = 8  # two years back: a report sets a quarter beside the one a year before
_OPEN_ORDER = (
    Standing.OVERDUE, Standing.DUE_TODAY, Standing.NOT_DUE, Standing.DUE_SOON, Standing.WAITING, Standing.UPCOMING,
)  # fmt: skip
_SETTLED = frozenset({Standing.MET, Standing.MET_LATE, Standing.MISSED})


def private_fostering(snapshot: Snapshot, iro: str | None, *, ended: bool = False) -> FosteringView:
    """The arrangements in scope, those that are over too if asked for, and the last quarters, newest first."""
    children = fostering_in_scope(snapshot, iro)
    rows = [row for child in children for row in arrangement_rows(snapshot, child)]
    current = [row for row in rows if not row.is_over]
    shown = sorted(rows if ended else current, key=_worst_first)
    late = sum(row.standing is Standing.OVERDUE for row in current)
    proposed = sum(row.is_proposed for row in current)
    quarters = tuple(_quarters(snapshot, children, rows))
    return FosteringView(iro or EVERYBODY, tuple(shown), len(rows) - len(current), late, proposed, quarters)


def fostering_in_scope(snapshot: Snapshot, iro: str | None) -> list[ChildNow]:
    """Children with an arrangement, of an IRO, or everybody's for the lead."""
    sees_all = leads_fostering(snapshot, iro)
    with_facts = (one for one in snapshot.children.values() if one.facts.arrangements or one.facts.circumstances)
    return [one for one in with_facts if (sees_all or one.iro == iro) and arrangements_of(one.facts)]


def arrangement_rows(snapshot: Snapshot, child: ChildNow) -> tuple[ArrangementRow, ...]:
    """A child's arrangements, newest first."""
    found = sorted(arrangements_of(child.facts), key=known_from, reverse=True)
    return tuple(_row(snapshot, child, one) for one in found)


def _worst_first(row: ArrangementRow) -> tuple[bool, int, date, str]:
    due_on = row.next.due_on if row.next and row.next.due_on else date.max
    order = _OPEN_ORDER.index(row.standing) if row.next and row.standing in _OPEN_ORDER else len(_OPEN_ORDER)
    return row.is_over, order, due_on, row.child


def _row(snapshot: Snapshot, child: ChildNow, one: Arrangement) -> ArrangementRow:
    facts, today = child.facts, snapshot.today
    record, name = facts.child, display_name(facts.child)
    until = over_on(one, of_age_on(record))
    clocks = _clocks(child, one, until)
    settled = [each for each in clocks if each.rule.id in _VISITS and _fell_due(each, today)]
    visits = _done(child, Task.FOSTERING_VISIT, known_from(one), until)
    nearest = _nearest(clocks, today)
    state, decided = _state(one, today), _decided(one)
    cautions = tuple(_cautions(child, one, today))
    next_words = _next_words(nearest)
    parts = (name, state, next_words, standing_words(nearest) if nearest and nearest.due_on else "", *cautions)
    return ArrangementRow(
        record.council_id,
        name,
        Birth(record.born_on, record.born_as).age_on(today) if record.born_on else None,
        child.iro or "",
        known_from(one),
        is_proposed(one, today) and not is_over(one, today),
        is_over(one, today),
        state,
        one.notified_on,
        one.aware_on,
        one.starts_on,
        one.ended_on,
        one.ended_as,
        one.notified_by,
        one.carer or "",
        one.note or "",
        one.suitability,
        one.decided_on,
        one.decided_by or "",
        decided,
        tuple(visits),
        len(settled),
        sum(each.standing is Standing.MET for each in settled),
        tuple(_done(child, Task.FOSTERING_MEETING, known_from(one), until)),
        deadline_row(nearest, today) if nearest else None,
        nearest.standing if nearest else Standing.NOT_DUE,
        next_words,
        cautions,
        tuple(_story(child, one, clocks, today)),
        one.row_version,
        ", ".join(part for part in parts if part),
    )


def _clocks(child: ChildNow, one: Arrangement, until: date) -> list[Deadline]:
    """The deadlines that this arrangement started."""
    born_on = child.facts.child.born_on
    found = (each for each in child.deadlines if each.rule.subject == "private-fostering")
    return [
        each
        for each in found
        if known_from(one) <= each.trigger_on < until
        or (each.rule.id == "private-fostering.notice" and each.trigger_on == one.starts_on)
        or (each.rule.id == _TOO_OLD and each.trigger_on == born_on)
    ]


def _fell_due(one: Deadline, today: date) -> bool:
    return one.due_on is not None and (one.standing in _SETTLED or one.due_on < today)


def _nearest(clocks: Iterable[Deadline], today: date) -> Deadline | None:
    """What is owed next; the birthday only where nothing else is, or where it comes first and soon."""
    owed = [one for one in clocks if one.is_open]
    if any(one.rule.id != _TOO_OLD for one in owed):
        owed = [one for one in owed if one.rule.id != _TOO_OLD or (one.due_on and one.due_on <= today + _TOLD_AHEAD)]
    return min(owed, key=lambda one: (one.due_on or date.min, one.rule.id), default=None)


def _next_words(one: Deadline | None) -> str:
    if one is None:
        return ""
    if one.due_on is None:
        return "No visit recorded yet"
    return f"{one.rule.what}, {with_weekday(one.due_on)}"


def _done(child: ChildNow, task: Task, first: date, until: date) -> list[date]:
    return sorted(one.done_on for one in child.facts.completions if one.task is task and first <= one.done_on < until)


def _state(one: Arrangement, today: date) -> str:
    if one.ended_on is not None:
        why = f", {one.ended_as.label}" if one.ended_as else ""
        return f"ended {short(one.ended_on)}{why}"
    if not is_proposed(one, today):
        begun = one.starts_on or one.aware_on
        return f"since {short(begun)}" if begun else ""
    if one.starts_on is None:
        return "proposed, no day yet"
    return (
        f"proposed, to begin {short(one.starts_on)}"
        if one.starts_on >= today
        else (f"proposed, was to begin {short(one.starts_on)}")
    )


def _decided(one: Arrangement) -> str:
    if one.suitability is None:
        return "not decided"
    when = f", {short(one.decided_on)}" if one.decided_on else ""
    return f"{one.suitability.label}{when}{f', by {one.decided_by}' if one.decided_by else ''}"


def _cautions(child: ChildNow, one: Arrangement, today: date) -> Iterator[str]:
    """What somebody has to decide, or to say here."""
    if is_over(one, today):
        return
    record = child.facts.child
    birthday = of_age_on(record)
    runs = not is_proposed(one, today)
    if not runs and one.starts_on is not None and one.starts_on < today:
        yield f"Was to begin on {short(one.starts_on)}: did it?"
    if one.suitability is Suitability.PROHIBITED:
        yield "Prohibited, and no end is recorded"
    if runs and one.suitability is None:
        yield "Suitability not decided"
    if runs and child.is_looked_after:
        yield "Looked after now: record when it ended"
    if birthday is not None and birthday <= today:
        yield f"{of_age(record)} since {short(birthday)}: record the end"
    elif birthday is not None and birthday <= today + _TOLD_AHEAD:
        yield f"{of_age(record)} on {short(birthday)}, which ends it"
    elif birthday is None:
        yield "Birth date not known: the age that ends it cannot be told"


def _story(child: ChildNow, one: Arrangement, clocks: Sequence[Deadline], today: date) -> list[HistoryLine]:
    """All that happened, newest first."""
    by = f" by {one.notified_by.label}" if one.notified_by else ""
    of_notice = next((each for each in clocks if each.rule.id == "private-fostering.notice"), None)
    judged = {Standing.MET: ", in time", Standing.MET_LATE: ", later than six weeks before"}
    late = judged.get(of_notice.standing, "") if of_notice else ""
    what = "proposed" if one.aware_on is None or (one.notified_on and one.notified_on < one.aware_on) else "running"
    days: list[tuple[date | None, str]] = [
        (one.notified_on, f"Notice{by} of an arrangement {what}{late}"),
        (one.aware_on, "The authority knows that the child is privately fostered"),
        (one.starts_on, "Begins" if one.starts_on and one.starts_on > today else "Began"),
        (one.decided_on, f"Decided: {_decided(one)}"),
        (one.ended_on, f"Ended: {one.ended_as.label}" if one.ended_as else "Ended"),
    ]
    met = {each.met_on: each for each in clocks if each.rule.id in _VISITS and each.met_on}
    until = over_on(one, of_age_on(child.facts.child))
    days += [(day, _visit_words(met.get(day))) for day in _done(child, Task.FOSTERING_VISIT, known_from(one), until)]
    days += [(day, "Child-in-need meeting") for day in _done(child, Task.FOSTERING_MEETING, known_from(one), until)]
    days += [(each.due_on, f"{each.rule.what} missed") for each in clocks if each.standing is Standing.MISSED]
    return sorted((HistoryLine(on, words) for on, words in days if on), key=lambda line: line.on, reverse=True)


def _visit_words(one: Deadline | None) -> str:
    if one is None:
        return "Visit"
    late = f", late: was due {short(one.due_on)}" if one.standing is Standing.MET_LATE and one.due_on else ", in time"
    return f"{'First visit' if one.rule.id.endswith('first-visit') else 'Visit'}{late}"


# --- the quarters


def _quarters(
    snapshot: Snapshot, children: Sequence[ChildNow], rows: Sequence[ArrangementRow]
) -> Iterator[FosteringQuarter]:
    """The quarter that runs and those before it in which anything was known or reported."""
    if not rows and not snapshot.reports:
        return
    visits = [one for child in children for one in child.deadlines if one.rule.id in _VISITS]
    last = quarter_end(snapshot.today)
    for number in range(_QUARTERS):
        quarter_on = quarter_end(add_months(last.replace(day=1), -3 * number))
        quarter = _quarter(snapshot, quarter_on, rows, visits)
        if number == 0 or any((quarter.new, quarter.ended, quarter.open, quarter.visits_due, quarter.report)):
            yield quarter


def _quarter(
    snapshot: Snapshot, quarter_on: date, rows: Sequence[ArrangementRow], visits: Sequence[Deadline]
) -> FosteringQuarter:
    first_on, day = add_months(quarter_on.replace(day=1), -2), min(quarter_on, snapshot.today)
    report = next((one for one in snapshot.service if one.trigger_on == quarter_on), None)
    due = [one for one in visits if one.due_on and first_on <= one.due_on <= day and _fell_due(one, snapshot.today)]
    return FosteringQuarter(
        quarter_on,
        f"{LONG_MONTHS[first_on.month - 1]} to {LONG_MONTHS[quarter_on.month - 1]} {quarter_on.year}",
        sum(first_on <= row.from_on <= quarter_on for row in rows),
        sum(row.ended_on is not None and first_on <= row.ended_on <= quarter_on for row in rows),
        sum(row.from_on <= day and (row.ended_on is None or row.ended_on > day) for row in rows),
        len(due),
        sum(one.standing is Standing.MET for one in due),
        deadline_row(report, snapshot.today) if report else None,
        next((one.sent_on for one in snapshot.reports if one.quarter_on == quarter_on), None),
    )
