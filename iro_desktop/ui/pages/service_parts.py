"""The six lists of the service's records as columns, and what each says where it is empty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.vocabulary import Contract, TeamEventKind
from iro_desktop.services.clinic_views import ActionRow, ClinicRow
from iro_desktop.services.service_views import FeedbackRow, IroRow, MeetingRow, PlanRow, ServiceView, StandardRow
from iro_desktop.ui.models.records import Column

ServiceRow = IroRow | MeetingRow | StandardRow | FeedbackRow | PlanRow | ActionRow | ClinicRow
TEAM, MEETINGS, STANDARDS, FEEDBACK, PLAN, CLINICS = range(6)
_WORDS = {
    TeamEventKind.SUPERVISION: "Supervision",
    TeamEventKind.TEAM_MEETING: "Team meeting",
    TeamEventKind.OBSERVATION: "Observation",
    TeamEventKind.LINK_MEETING: "Link meeting",
}


def kind_words(row: MeetingRow) -> str:
    """What kind of meeting it was."""
    return _WORDS[row.what]


def load_words(row: IroRow) -> str:
    """How many children for each full-time equivalent; "" where none are reviewed."""
    return f"{row.per_fte:g} for each FTE" if row.per_fte is not None and row.children else ""


def fte_words(row: IroRow) -> str:
    """How much of the week, and whether by an agency."""
    contract = f", {row.contract.label}" if row.contract in {Contract.AGENCY, Contract.FIXED_TERM} else ""
    return f"{row.fte:g}{contract}" if row.contract else f"{row.fte:g}"


def supervised_words(row: IroRow) -> str:
    """When they were last supervised."""
    return short(row.supervised_on) if row.supervised_on else ""


def _about(row: MeetingRow) -> str:
    return row.words if row.is_missing or not row.note else f"{row.words}; {row.note}" if row.words else row.note


def quoted(row: FeedbackRow) -> str:
    """The words as they were said."""
    return f"“{' '.join(row.words.split())}”"


def _figure(row: StandardRow) -> str:
    return row.figure_words.split(",")[0] or row.stands


def clinic_words(row: ActionRow | ClinicRow) -> str:
    """What was agreed; of a clinic how much was."""
    if isinstance(row, ActionRow):
        return row.text
    agreed = len(row.actions)
    count = "nothing agreed" if not agreed else "1 action agreed" if agreed == 1 else f"{agreed} actions agreed"
    return f"Clinic: {count}"


def clinic_standing(row: ActionRow | ClinicRow) -> str:
    """How it stands; of a clinic how much is open."""
    if isinstance(row, ActionRow):
        return row.standing_words
    return f"{row.open} open" if row.open else "All done" if row.actions else "Held"


TEAM_COLUMNS: tuple[Column[IroRow], ...] = (
    Column("iro", "IRO", lambda row: row.name, keep=99),
    Column("standing", "What is missing", lambda row: row.standing_words, keep=98),
    Column("children", "Children", lambda row: str(row.children) if row.children else "", keep=80),
    Column("load", "Caseload", load_words, keep=90),
    Column("supervised", "Supervised", supervised_words, keep=70),
    Column("fte", "FTE", fte_words, keep=60),
    Column("away", "Today", lambda row: row.away_words.split(":")[0], keep=65),
)
MEETING_COLUMNS: tuple[Column[MeetingRow], ...] = (
    Column("what", "What", kind_words, keep=99),
    Column("standing", "When", lambda row: with_weekday(row.on) if row.on else "Missing", keep=98),
    Column("iro", "IRO", lambda row: row.iro, keep=90),
    Column("about", "About", _about, keep=80),
)
STANDARD_COLUMNS: tuple[Column[StandardRow], ...] = (
    Column("name", "Standard", lambda row: row.name, keep=99),
    Column("standing", "Stands", lambda row: row.standing_words, keep=98),
    Column("benchmark", "Benchmark", lambda row: row.benchmark, keep=80),
    Column("state", "State", lambda row: row.state.label.capitalize(), keep=60),
)
FEEDBACK_COLUMNS: tuple[Column[FeedbackRow], ...] = (
    Column("words", "Words", quoted, keep=99),
    Column("standing", "Consent", lambda row: row.consent_words, keep=98),
    Column("source", "From", lambda row: row.source.label.capitalize(), keep=90),
    Column("on", "When", lambda row: short(row.on), keep=80),
)
PLAN_COLUMNS: tuple[Column[PlanRow], ...] = (
    Column("text", "Action", lambda row: row.text, keep=99),
    Column("standing", "Stands", lambda row: row.standing_words, keep=98),
    Column("year", "Plan", lambda row: row.years_words, keep=95),
    Column("owner", "Who", lambda row: row.owner, keep=60),
    Column("due", "By", lambda row: short(row.due_on) if row.due_on else "", keep=70),
)


CLINIC_COLUMNS: tuple[Column[ActionRow | ClinicRow], ...] = (
    Column("text", "What", clinic_words, keep=99),
    Column("standing", "Stands", clinic_standing, keep=98),
    Column("iro", "IRO", lambda row: row.iro, keep=90),
    Column("clinic", "Clinic", lambda row: short(row.held_on), keep=80),
    Column("came", "What came of it", lambda row: row.came_of if isinstance(row, ActionRow) else "", keep=40),
)


def iro_sentence(row: IroRow) -> str:
    """An IRO as one sentence."""
    away = f", {row.away_words[:1].lower()}{row.away_words[1:]}" if row.away_words else ""
    supervised = f", supervised {supervised_words(row)}" if row.supervised_on else ", no supervision recorded"
    load = f", {row.load_words}" if row.load_words else ""
    return f"{row.name}: {row.standing_words}{load}{supervised}{away}"


def meeting_sentence(row: MeetingRow) -> str:
    """A meeting as one sentence."""
    when = with_weekday(row.on) if row.on else "missing"
    parts = (f"{kind_words(row)}, {when}", row.iro, row.words, row.note)
    return ", ".join(part for part in parts if part)


def standard_sentence(row: StandardRow) -> str:
    """A standard as one sentence."""
    benchmark = f", benchmark {row.benchmark}" if row.benchmark else ""
    return f"{row.name}, {row.state.label}: {row.standing_words}{benchmark}"


def feedback_sentence(row: FeedbackRow) -> str:
    """Feedback as one sentence."""
    return f"{row.source.label.capitalize()}, {short(row.on)}: {row.words} {row.consent_words}"


def plan_sentence(row: PlanRow) -> str:
    """An action as one sentence."""
    owner = f", {row.owner}" if row.owner else ""
    due = f", by {short(row.due_on)}" if row.due_on else ""
    return f"{row.years_words}, action {row.number}: {row.text} {row.standing_words}{owner}{due}"


def clinic_sentence(row: ActionRow | ClinicRow) -> str:
    """A clinic, or what was agreed there, as one sentence."""
    if isinstance(row, ClinicRow):
        return f"Clinic with {row.iro}, {with_weekday(row.held_on)}: {clinic_words(row)[8:]}, {clinic_standing(row)}"
    came = f". {row.came_of}" if row.came_of else ""
    return f"{row.iro}, clinic of {short(row.held_on)}: {row.text} {row.standing_words}{came}"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the six lists. Rows are of its own kind, which the models need not know."""

    name: str
    columns: Sequence[Column[Any]]
    sentence: Callable[[Any], str]
    lines: int  # how many lines a cell's words may take
    add: str  # words of the button that adds one
    empty: tuple[str, str]
    rows: Callable[[ServiceView], Sequence[Any]]
    counts: Callable[[ServiceView], list[tuple[str, str]]]


def _team_counts(view: ServiceView) -> list[tuple[str, str]]:
    team = view.team
    if not team.rows:
        return []
    counts = [(str(team.in_post), "in post"), (f"{team.fte:g}", "FTE reviewing"), (str(team.children), "children")]
    if team.per_fte is not None and team.children:
        counts.append((f"{team.per_fte:g}", "for each FTE"))
    counts += [(str(team.agency), "agency")] if team.agency else []
    return [*counts, (str(team.away), "away today")] if team.away else counts


def _meeting_counts(view: ServiceView) -> list[tuple[str, str]]:
    meetings = view.meetings
    named = ((kind, count, _WORDS[kind].lower()) for kind, count in meetings.counts if count)
    found = [(str(count), words if count == 1 else f"{words}s") for _, count, words in named]
    return [*found, ("", f"since {short(meetings.from_on)}")] if found else []


def _standard_counts(view: ServiceView) -> list[tuple[str, str]]:
    rows = view.standards.rows
    signed = len(rows) - view.standards.drafts
    found = [(str(signed), "signed off"), (str(view.standards.drafts), "draft"), (str(view.standards.below), "below")]
    return [one for one in found if one[0] != "0"]


def _feedback_counts(view: ServiceView) -> list[tuple[str, str]]:
    found = [(str(len(view.feedback.rows)), "recorded"), (str(view.feedback.quotable), "may be quoted"),
             (str(view.feedback.not_asked), "not asked")]  # fmt: skip
    return [one for one in found if one[0] != "0"]


def _plan_counts(view: ServiceView) -> list[tuple[str, str]]:
    rows, now = view.plan.rows, view.plan.year
    this, coming = sum(row.year == now for row in rows), sum(row.year > now for row in rows)
    found = [(str(this), "this year"), (str(coming), "to come"), (str(view.plan.late), "late")]
    return [one for one in found if one[0] != "0"]


def _clinic_counts(view: ServiceView) -> list[tuple[str, str]]:
    clinics = view.clinics
    found = [
        (str(clinics.held), "clinic" if clinics.held == 1 else "clinics"),
        (str(clinics.open), "open action" if clinics.open == 1 else "open actions"),
        (str(clinics.late), "late"),
    ]
    return [one for one in found if one[0] != "0"]


PARTS = (
    Part(
        "Team", TEAM_COLUMNS, iro_sentence, 1, "Add an IRO",
        ("No IRO is entered yet", "With the first one, caseloads for their time and supervision are counted here."),
        lambda view: view.team.rows, _team_counts,
    ),
    Part(
        "Meetings", MEETING_COLUMNS, meeting_sentence, 1, "Record a meeting",
        ("No meeting in the last twelve months", (
            "Supervision, team meetings, observations and link meetings stand "
            "here, and which of them is missing."
        )),
        lambda view: view.meetings.rows, _meeting_counts,
    ),
    Part(
        "Standards", STANDARD_COLUMNS, standard_sentence, 2, "Add a standard",
        ("No practice standard is written yet", (
            "With its benchmark and a measure, a standard shows by itself where "
            "the service stands."
        )),
        lambda view: view.standards.rows, _standard_counts,
    ),
    Part(
        "Feedback", FEEDBACK_COLUMNS, feedback_sentence, 2, "Record feedback",
        ("Nothing said so far", (
            "What children, carers and colleagues say stands here in their words, with whether it "
            "may be quoted."
        )),
        lambda view: view.feedback.rows, _feedback_counts,
    ),
    Part(
        "Plan", PLAN_COLUMNS, plan_sentence, 2, "Add an action",
        ("No plan for any year yet", (
            "This year’s actions and how they go, the next year’s priorities, and what was "
            "carried on."
        )),
        lambda view: view.plan.rows, _plan_counts,
    ),
    Part(
        "Clinics", CLINIC_COLUMNS, clinic_sentence, 2, "Add to the clinics",
        ("No clinic is recorded yet", (
            "A service manager and an IRO look at exceptions together; what they agree stands here until it is done."
        )),
        lambda view: view.clinics.rows, _clinic_counts,
    ),
)  # fmt: skip


def key_of(row: ServiceRow) -> str:
    """Tells the rows of one list apart."""
    return row.key


def matching(number: int, rows: Sequence[Any], words: str) -> list[Any]:
    """The rows in whose sentence every word occurs."""
    asked = words.casefold().split()
    return [row for row in rows if all(word in PARTS[number].sentence(row).casefold() for word in asked)]
