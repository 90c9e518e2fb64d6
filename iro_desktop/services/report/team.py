"""Profile of the service and workload: who is in the team, what each carries, what the service did as a team."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from iro_desktop.domain.dates import age_on
from iro_desktop.domain.documents import Align, Column, Table
from iro_desktop.domain.records import Iro
from iro_desktop.domain.vocabulary import Contract, IroRole, TeamEventKind
from iro_desktop.measures.compute import figures_by, full_time
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.model import By, Span
from iro_desktop.measures.suppress import is_small
from iro_desktop.services.figure_words import printed
from iro_desktop.services.report.blocks import asked, facts, heading, said, told
from iro_desktop.services.report.figures import YearFigures, quarter_words
from iro_desktop.services.report.hide import hidden_count, is_hidden
from iro_desktop.services.report.model import About, Piece
from iro_desktop.services.report.words import listed
from iro_desktop.services.team import FEWEST, MOST
from iro_desktop.services.team_acts import areas_of

_REVIEWING = frozenset({None, IroRole.CARED_FOR, IroRole.PRIVATE_FOSTERING})
_LOAD, _CHANGES = "caseload.per-fte", "iro-changes"
_EACH = "children for each full-time equivalent"
_MEETINGS = {
    TeamEventKind.SUPERVISION: "Supervisions",
    TeamEventKind.TEAM_MEETING: "Team meetings",
    TeamEventKind.OBSERVATION: "Peer observations",
    TeamEventKind.LINK_MEETING: "Meetings of link areas",
}


def service(year: YearFigures) -> Iterator[Piece]:
    """The team as it stood on the last day of the year that has come."""
    here = in_post(year)
    if here:
        yield facts(list(_make_up(here, year.ends_on)))
    yield from _workload(year)
    yield from _together(year)
    yield from _private_fostering(year)


def in_post(year: YearFigures) -> list[Iro]:
    """Who was in post on the last day of the year that has come."""
    day = year.ends_on
    return [
        one
        for one in year.facts.iros
        if (one.from_on is None or one.from_on <= day) and (one.to_on is None or day <= one.to_on)
    ]


def _make_up(here: Sequence[Iro], day: date) -> Iterator[tuple[str, str]]:
    reviewing = [one for one in here if one.role in _REVIEWING]
    yield "IROs in post", f"{len(reviewing)}, {full_time(round(sum(one.fte for one in reviewing), 2))}"
    others = Counter(one.role.label for one in here if one.role is not None and one.role not in _REVIEWING)
    if others:
        yield "Beside them", ", ".join(f"{label} {count}" for label, count in sorted(others.items()))
    contracts = Counter(one.contract.label for one in reviewing if one.contract is not None)
    if contracts:
        yield "Employed", listed([f"{contracts[one.label]} {one.label}" for one in Contract if contracts[one.label]])
    tenures = sorted(age_on(one.from_on, day) for one in reviewing if one.from_on is not None)
    if tenures:
        yield "Years in post", _range(tenures)
    qualified = sorted(age_on(one.qualified_on, day) for one in reviewing if one.qualified_on is not None)
    if qualified:
        yield "Years qualified as a social worker", _range(qualified)
    areas = sorted({area for one in here for area in areas_of(one.link_areas)}, key=str.casefold)
    if areas:
        yield "Link areas", f"{len(areas)}: {listed(areas)}"


def _range(years: Sequence[int]) -> str:
    low, high = years[0], years[-1]
    return f"{low}" if low == high else f"{low} to {high}"


def _workload(year: YearFigures) -> Iterator[Piece]:
    shown = year.shown(_LOAD)
    if shown is None or is_hidden(shown):
        return
    yield heading("Caseloads")
    yield from told(year, _LOAD, _EACH, f"at the end; the IRO Handbook (7.15) says {FEWEST} to {MOST}")
    table = _over_the_year(year)
    if table is not None:
        yield Piece(table, (About(_LOAD, By.QUARTER), About(_LOAD, By.IRO)))
        lowest = min(table.rows, key=lambda row: float(str(row[1])))
        highest = max(table.rows, key=lambda row: float(str(row[1])))
        yield asked(
            f"Caseloads went from {lowest[1]} ({lowest[0]}) to {highest[1]} ({highest[0]}) children for each full-time "
            "equivalent. How were they kept fair, and what did absence and vacancies do?",
            About(_LOAD, By.QUARTER),
        )
    changes = year.shown(_CHANGES)
    if changes is not None and not is_hidden(changes):
        yield said(
            f"{changes.numerator:,} changes of IRO were made among {changes.denominator:,} children looked after at "
            f"any time in the year, {changes.printed} for each child.",
            About(_CHANGES),
        )


def _over_the_year(year: YearFigures) -> Table | None:
    """Children for each full-time IRO at the end of each quarter, with the lowest and the highest of one IRO."""
    rows = []
    whole = dict(year.quarters(_LOAD))
    for span in year.last_days():
        shown = whole.get(quarter_words(span.from_on))
        if shown is None or shown.value is None:
            return None  # not known, or hidden
        loads = _loads(year, span)
        ends = (printed(shown.unit, loads[0]), printed(shown.unit, loads[-1])) if loads else ("", "")
        rows.append((quarter_words(span.from_on), shown.printed, *ends))
    if len(rows) < 2:
        return None
    columns = (
        Column("At the end of", width=1.6),
        Column("For each full-time IRO", Align.RIGHT),
        Column("Lowest of an IRO", Align.RIGHT),
        Column("Highest of an IRO", Align.RIGHT),
    )
    return Table(columns, tuple(rows), "Caseloads over the year, for each full-time equivalent")


def _loads(year: YearFigures, span: Span) -> list[float]:
    """What each IRO in post carried on the last day, for each full-time equivalent, the lowest first."""
    rows = year.counted(_LOAD, span)
    told_ = figures_by(BY_ID[_LOAD], rows, span, By.IRO, year.facts.service)
    if any(is_small(one.numerator) for _, one in told_):
        return []
    return sorted(one.value for _, one in told_ if one.value is not None)


def _together(year: YearFigures) -> Iterator[Piece]:
    """What the service did as a team, and the legal advice that was taken."""
    span = year.whole
    events = Counter(one.what for one in year.facts.team_events if span.holds(one.on))
    rows = [(words, f"{events[kind]:,}") for kind, words in _MEETINGS.items() if events[kind]]
    guests = sum(bool(one.guests) for one in year.facts.team_events if span.holds(one.on))
    if guests:
        rows.append(("Team meetings with guests", f"{guests:,}"))
    advice = sum(span.holds(one.asked_on) for child in year.facts.children for one in child.facts.advice)
    rows.append(("Independent legal advice asked for", hidden_count(advice) if advice else "not in this year"))
    yield heading("Supervision, meetings and legal advice")
    yield facts(rows)
    if not events:
        yield said("No supervision, team meeting or observation of this year is on record here.")


def _private_fostering(year: YearFigures) -> Iterator[Piece]:
    """Oversight of private fostering; nothing where there was none."""
    span = year.whole
    arrangements = [one for child in year.facts.children for one in child.facts.arrangements]
    begins = [(one.notified_on or one.aware_on, one.ended_on) for one in arrangements]
    known = [(start, end) for start, end in begins if start is not None and start <= year.ends_on]
    during = sum(end is None or end >= span.from_on for _, end in known)
    if not during:
        return
    yield heading("Private fostering")
    yield facts(
        (
            ("Arrangements during the year", hidden_count(during)),
            ("Told of in the year", hidden_count(sum(span.holds(start) for start, _ in known))),
            ("Ended in the year", hidden_count(sum(end is not None and span.holds(end) for _, end in known))),
        )
    )
    yield from told(year, "private-fostering.visits", "visits to privately fostered children", "were made in timescale")
