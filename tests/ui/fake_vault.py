"""A vault and a desk held in memory, for first run, unlock and import; and what the tests of their pages look for."""

import csv
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QScrollArea, QWidget

from iro_desktop.domain.acts import Act
from iro_desktop.domain.births import Birth
from iro_desktop.domain.documents import Document
from iro_desktop.domain.errors import RefusedInput, UserError, WrongPassphrase
from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.domain.records import SavedView
from iro_desktop.domain.vocabulary import AgeBand, Asker, Role, SendingKind, ServiceList
from iro_desktop.measures.model import By
from iro_desktop.services.challenge_views import (
    AdviceRow,
    AgencyReturns,
    AlertCard,
    AlertCount,
    AlertDraft,
    AlertStory,
    ChallengeView,
    ListLine,
    NextStage,
)
from iro_desktop.services.child_letter.letters import LetterShown
from iro_desktop.services.child_letter.reading_over import LetterRead
from iro_desktop.services.clinic_views import ClinicView
from iro_desktop.services.desk import ColumnShown, Desk, ImportCounts, ImportShown, StoreStatus
from iro_desktop.services.diary_views import CalendarShown, CalendarWish, DiaryView, LedgerLine
from iro_desktop.services.drafts import Draft, DraftOf
from iro_desktop.services.footprint_views import FootprintsView, FootprintView
from iro_desktop.services.fostering_views import ArrangementRow, CarersView, FosteringView
from iro_desktop.services.iro_profiles import AboutIro
from iro_desktop.services.leaver_views import LeaversView, LeaverView
from iro_desktop.services.long_work import LongWork
from iro_desktop.services.mid_point import MidPointView
from iro_desktop.services.outputs.model import LoggedExport, Outputs, OutputWish
from iro_desktop.services.outputs.painter import Painter
from iro_desktop.services.outputs.work import Written
from iro_desktop.services.outputs.write import Ready
from iro_desktop.services.performance_views import (
    FigureWish,
    KeptCompared,
    KeptSet,
    PartsView,
    PerformanceView,
    Point,
    RowsView,
)
from iro_desktop.services.plan_views import BookingWindow, ChangePlan, MovePlan, SiblingPlan, TimescalesView
from iro_desktop.services.preparation_views import LetterText, PeopleView, PrepSheet
from iro_desktop.services.record_views import Alike, ChildRecord, MergeView
from iro_desktop.services.report.model import ReportView
from iro_desktop.services.review_record import RecordShown
from iro_desktop.services.reviews_held import ReviewsHeld
from iro_desktop.services.same_for import SameFor
from iro_desktop.services.service_views import ServiceView
from iro_desktop.services.summary_views import Exported, SummaryShown, SummaryWish
from iro_desktop.services.templates import TemplateShown
from iro_desktop.services.views import (
    CaseloadView,
    ChildView,
    Done,
    Found,
    HistoryRow,
    ReviewPreview,
    TodayView,
    WhyView,
)
from iro_desktop.services.write_ups import WriteUpsView

RECOVERY_KEY = "7Q4M-X2KD-9FVB-3HTR-C8WZ-1NGP-Y5JE-6ASQ-R0T2"
WORDS = ("copper lantern river maple onion", "violet anchor thimble cedar marble")
FIELDS = (
    ("child", "the child's id"),
    ("name", "the child's whole name"),
    ("born_on", "the date of birth"),
    ("looked_after_since", "looked after since"),
    ("last_review_on", "the last review that was held"),
    ("last_review_number", "the number of the last review"),
    ("next_review_on", "the day the next review is booked for"),
    ("iro", "the IRO"),
    ("siblings", "brothers and sisters"),
)
_KNOWN = {
    "child id": "child",
    "name": "name",
    "dob": "born_on",
    "looked after since": "looked_after_since",
    "last review": "last_review_on",
    "rev no": "last_review_number",
    "next review": "next_review_on",
    "iro": "iro",
    "siblings": "siblings",
}
_DOUBTFUL = {"next review": "It may be the day by which it is due."}
GIVEN = ("Jayden", "Maya", "Leo", "Amina", "Sophie", "Noah", "Isla", "Harvey", "Zara", "Idris", "Connor", "Freya")
FAMILY = ("Peters", "Okafor", "Kaur", "Hughes", "Dunne", "Walsh", "Farrell", "Stone", "Nasser", "Blake")


class FakeVault:
    """Opens by one passphrase and one recovery key; raises what it is told to."""

    def __init__(self, desk: Desk | None = None, *, passphrase: str = "", fails: UserError | None = None) -> None:
        self.desk = desk or FakeDesk()
        self.passphrase, self.fails = passphrase, fails
        self.made: list[str] = []
        self.opened: list[str] = []
        self.is_confirmed = False
        self._suggested = 0

    def exists(self) -> bool:
        return bool(self.passphrase)

    def create(self, passphrase: str) -> str:
        self._fail()
        self.passphrase = passphrase
        self.made.append(passphrase)
        return RECOVERY_KEY

    def suggest_passphrase(self) -> str:
        self._suggested += 1
        return WORDS[(self._suggested - 1) % len(WORDS)]

    def confirm_recovery_key(self, typed: str) -> bool:
        self.is_confirmed = _letters(typed) == _letters(RECOVERY_KEY)
        return self.is_confirmed

    def open(self, passphrase: str) -> Desk:
        self._fail()
        if passphrase != self.passphrase:
            raise WrongPassphrase(
                "That passphrase does not open this store. Nothing was changed. "
                "Check Caps Lock and try again, or use the recovery key."
            )
        self.opened.append("passphrase")
        return self.desk

    def open_with_recovery_key(self, recovery_key: str) -> Desk:
        self._fail()
        if _letters(recovery_key) != _letters(RECOVERY_KEY):
            raise WrongPassphrase(
                "That recovery key is mistyped: one group does not fit the others. Nothing was changed."
            )
        self.opened.append("recovery key")
        return self.desk

    def _fail(self) -> None:
        if self.fails is not None:
            raise self.fails


def _letters(typed: str) -> str:
    return "".join(typed.upper().replace("-", " ").split())


@dataclass
class FakeDesk:
    """Children by id; a plan counts its rows against them, applying adds them."""

    children: dict[str, tuple[str, ...]] = field(default_factory=dict)
    extra_problems: tuple[Problem, ...] = ()
    plans: list[dict[str, str | None]] = field(default_factory=list)
    applied: int = 0
    fails: UserError | None = None
    undone: list[str] = field(default_factory=list)
    listeners: list[Callable[[], None]] = field(default_factory=list)
    today_on: date = date(2026, 11, 23)

    def plan_caseload(self, path: Path | None, text: str, corrections: Mapping[str, str | None]) -> ImportShown:
        self._fail()
        self.plans.append(dict(corrections))
        content = text if path is None else path.read_text(encoding="utf-8")
        rows = list(csv.reader(content.splitlines(), delimiter="\t" if "\t" in content else ","))
        if len(rows) < 2:
            raise RefusedInput(
                "There are no rows under the headings. Nothing was changed. Copy the cells and try again."
            )
        fields = _fields_of(rows[0], corrections)
        if "child" not in fields.values():
            raise RefusedInput("No column holds the child's id. Nothing was changed. Choose which column it is.")
        source = "pasted text" if path is None else path.name
        return self._shown(source, rows, fields, corrections)

    def _shown(
        self, source: str, rows: list[list[str]], fields: dict[str, str | None], corrections: Mapping[str, str | None]
    ) -> ImportShown:
        columns = tuple(
            ColumnShown(place, heading, fields[heading], tuple(row[place] for row in rows[1:4]))
            for place, heading in enumerate(rows[0])
        )
        key = next(place for place, heading in enumerate(rows[0]) if fields[heading] == "child")
        problems, wanted = list(self.extra_problems), {}
        for number, row in enumerate(rows[1:], 2):
            if not row[key]:
                sentence = "This row has no child's id, so it was left out."
                problems.append(Problem(source, number, rows[0][key], sentence, Severity.REFUSED))
            else:
                wanted[row[key]] = tuple(row)
        for heading, because in _DOUBTFUL.items():
            for column in columns:
                if column.heading.casefold() == heading and column.heading not in corrections:
                    label = dict(FIELDS)[str(column.field)]
                    sentence = f"Column G, “{column.heading}”, was read as {label}: is that right? {because}"
                    problems.append(Problem(source, None, column.field, sentence, Severity.ASK))
        new = [child for child in wanted if child not in self.children]
        same = [child for child, row in wanted.items() if self.children.get(child) == row]
        counts = ImportCounts(
            len(rows) - 1, len(new), len(wanted) - len(new) - len(same), len(same), len(rows) - 1 - len(wanted)
        )
        return ImportShown(source, columns, FIELDS, {source: counts}, tuple(problems), wanted)

    def plan_903(self, folder: Path) -> ImportShown:
        self._fail()
        counts = {
            "header.csv": ImportCounts(400, 400, 0, 0, 0),
            "episodes.csv": ImportCounts(1843, 1840, 0, 0, 3),
            "reviews.csv": ImportCounts(5210, 5198, 0, 0, 12),
        }
        return ImportShown(folder.name, (), (), counts, self.extra_problems, {"903": ("903",)})

    def apply_import(self, shown: ImportShown) -> Done:
        self._fail()
        assert isinstance(shown.token, dict)
        self.children.update(shown.token)
        self.applied += 1
        for listener in self.listeners:
            listener()
        return Done(
            "a1", f"Import of {len(shown.token)} children from {shown.source}", datetime(2026, 11, 23, tzinfo=UTC)
        )

    def _fail(self) -> None:
        if self.fails is not None:
            raise self.fails

    def undo_label(self) -> str | None:
        return "Import" if self.children else None

    def redo_label(self) -> str | None:
        return "Import" if self.undone else None

    def status(self) -> StoreStatus:
        raise NotImplementedError

    def iros(self) -> tuple[str, ...]:
        raise NotImplementedError

    def iros_in_post(self) -> tuple[str, ...]:
        return self.iros()

    def whose(self) -> str | None:
        return None

    def set_scope(self, iro: str | None) -> None:
        raise NotImplementedError

    def today(self) -> TodayView:
        raise NotImplementedError

    def caseload(self, words: str = "") -> CaseloadView:
        raise NotImplementedError

    def child(self, child: str) -> ChildView:
        raise NotImplementedError

    def acts(self, acts: Sequence[Act], sentence: str) -> Done:
        raise NotImplementedError

    def footprint(self, child: str) -> FootprintView:
        raise NotImplementedError

    def footprints(self) -> FootprintsView:
        raise NotImplementedError

    def leavers(self) -> LeaversView:
        raise NotImplementedError

    def leaver(self, child: str) -> LeaverView | None:
        raise NotImplementedError

    def mid_point(self, child: str) -> MidPointView | None:
        raise NotImplementedError

    def reviews_held(self, child: str) -> ReviewsHeld:
        raise NotImplementedError

    def alert_draft(self, child: str, held_on: date, number: int) -> str:
        raise NotImplementedError

    def challenge(self) -> ChallengeView:
        raise NotImplementedError

    def alert(self, child: str, raised_on: date, nth: int = 1) -> AlertStory:
        raise NotImplementedError

    def alerts_of(self, child: str) -> tuple[AlertCard, ...]:
        raise NotImplementedError

    def alert_terms(self, raised_on: date) -> tuple[NextStage, ...]:
        raise NotImplementedError

    def alert_counts(self, by: str, from_on: date, to_on: date) -> AlertCount:
        raise NotImplementedError

    def clinic(self, iro: str) -> ClinicView:
        raise NotImplementedError

    def consultations(self, from_on: date, to_on: date) -> tuple[AgencyReturns, ...]:
        raise NotImplementedError

    def service_list(self, which: ServiceList) -> tuple[ListLine, ...]:
        raise NotImplementedError

    def advice(self, child: str | None = None) -> tuple[AdviceRow, ...]:
        raise NotImplementedError

    def draft_alert(self, deadline_id: str) -> AlertDraft:
        raise NotImplementedError

    def recommendation_alert(self, child: str, held_on: date, number: int) -> AlertDraft:
        raise NotImplementedError

    def record_of(self, child: str, held_on: date) -> RecordShown:
        raise NotImplementedError

    def private_fostering(self, *, ended: bool = False) -> FosteringView:
        raise NotImplementedError

    def arrangements(self, child: str) -> tuple[ArrangementRow, ...]:
        raise NotImplementedError

    def foster_carers(self, *, ended: bool = False) -> CarersView:
        raise NotImplementedError

    def service_records(self) -> ServiceView:
        raise NotImplementedError

    def write_ups(self) -> WriteUpsView:
        raise NotImplementedError

    def diary(self, from_on: date, to_on: date, *, theirs: bool = False) -> DiaryView:
        raise NotImplementedError

    def views(self) -> tuple[SavedView, ...]:
        raise NotImplementedError

    def caseload_as_at(self, day: date, words: str = "") -> CaseloadView:
        raise NotImplementedError

    def performance(self, wish: FigureWish) -> PerformanceView:
        raise NotImplementedError

    def count_performance(self, wish: FigureWish) -> LongWork[PerformanceView]:
        raise NotImplementedError

    def figure_trend(self, measure: str, wish: FigureWish, by: By) -> tuple[Point, ...]:
        raise NotImplementedError

    def figure_parts(self, measure: str, wish: FigureWish, by: By) -> PartsView:
        raise NotImplementedError

    def figure_rows(self, measure: str, wish: FigureWish) -> RowsView:
        raise NotImplementedError

    def kept_sets(self) -> tuple[KeptSet, ...]:
        raise NotImplementedError

    def kept_compared(self, name: str, *, hides_small: bool = False) -> KeptCompared:
        raise NotImplementedError

    def figure_doubt(self, measure: str, wish: FigureWish, printed: float) -> str:
        raise NotImplementedError

    def preview_summary(self, wish: SummaryWish) -> SummaryShown:
        raise NotImplementedError

    def export_summary(self, wish: SummaryWish, path: Path, painter: Painter | None = None) -> Exported:
        raise NotImplementedError

    def outputs(self) -> Outputs:
        raise NotImplementedError

    def make_output(self, wish: OutputWish) -> Ready:
        raise NotImplementedError

    def output_work(self, wish: OutputWish) -> LongWork[Ready]:
        raise NotImplementedError

    def write_output(self, done: Ready, path: Path, painter: Painter | None = None) -> Exported:
        raise NotImplementedError

    def write_work(self, done: Ready, path: Path, painter: Painter) -> LongWork[Written]:
        raise NotImplementedError

    def print_output(self, done: Ready, send: Callable[[Document], int]) -> int:
        raise NotImplementedError

    def templates(self) -> tuple[TemplateShown, ...]:
        raise NotImplementedError

    def copy_template(self, name: str, path: Path) -> None:
        raise NotImplementedError

    def put_template(self, name: str, path: Path) -> None:
        raise NotImplementedError

    def take_back_template(self, name: str) -> None:
        raise NotImplementedError

    def child_letter(self, child: str, held_on: date, band: AgeBand | None = None) -> LetterShown:
        raise NotImplementedError

    def read_letter(self, child: str, band: AgeBand, text: str) -> LetterRead:
        raise NotImplementedError

    def about_iro(self, iro: str) -> AboutIro:
        raise NotImplementedError

    def annual_report(self, year: int) -> ReportView:
        raise NotImplementedError

    def report_work(self, year: int) -> LongWork[ReportView]:
        raise NotImplementedError

    def export_log(self, year: int | None = None) -> tuple[LoggedExport, ...]:
        raise NotImplementedError

    def preview_calendar(self, wish: CalendarWish) -> CalendarShown:
        raise NotImplementedError

    def export_calendar(self, wish: CalendarWish, path: Path) -> CalendarShown:
        raise NotImplementedError

    def child_record(self, child: str) -> ChildRecord:
        raise NotImplementedError

    def same_for(self, child: str, acts: Sequence[Act]) -> tuple[SameFor, ...]:
        return ()

    def merge_view(self, goes: str, stays: str) -> MergeView:
        raise NotImplementedError

    def alike(self, council_id: str, given: str, family: str, birth: Birth | None) -> tuple[Alike, ...]:
        return ()

    def ledger(self, child: str) -> tuple[LedgerLine, ...]:
        raise NotImplementedError

    def plan_move(self, child: str, to_on: date, chosen: Collection[str] | None = None) -> MovePlan:
        raise NotImplementedError

    def apply_move(
        self, child: str, to_on: date, chosen: Collection[str], asked_by: Asker, reason: str, at: str = ""
    ) -> Done:
        raise NotImplementedError

    def booking_window(self, child: str) -> BookingWindow | None:
        raise NotImplementedError

    def plan_siblings(self, child: str) -> SiblingPlan | None:
        raise NotImplementedError

    def preparation(self, child: str) -> PrepSheet:
        raise NotImplementedError

    def people(self, child: str) -> PeopleView:
        raise NotImplementedError

    def letter(
        self, child: str, what: SendingKind, to: Role, person: str | None, *, without_place: bool = False
    ) -> LetterText:
        raise NotImplementedError

    def plan_change(self, acts: Sequence[Act]) -> ChangePlan:
        raise NotImplementedError

    def timescales(self) -> TimescalesView:
        raise NotImplementedError

    def why(self, deadline_id: str) -> WhyView:
        raise NotImplementedError

    def find(self, words: str) -> tuple[Found, ...]:
        raise NotImplementedError

    def act(self, act: Act) -> Done:
        raise NotImplementedError

    def undo(self) -> Done:
        self.undone, self.children = list(self.children), {}
        for listener in self.listeners:
            listener()
        return Done("a2", "Undone: import", datetime(2026, 11, 23, tzinfo=UTC))

    def redo(self) -> Done:
        raise NotImplementedError

    def history(self, limit: int = 200) -> tuple[HistoryRow, ...]:
        raise NotImplementedError

    def preview_review(self, child: str, held_on: date | None, *, has_reason: bool = False) -> ReviewPreview:
        raise NotImplementedError

    def typed_date(self, text: str) -> date | None:
        raise NotImplementedError

    def keep_draft(self, draft: Draft) -> None:
        raise NotImplementedError

    def drafts(self) -> tuple[Draft, ...]:
        return ()

    def drop_draft(self, of: DraftOf) -> None:
        raise NotImplementedError

    def on_change(self, listener: Callable[[], None]) -> None:
        self.listeners.append(listener)

    def close(self) -> None:
        raise NotImplementedError


def _fields_of(headings: list[str], corrections: Mapping[str, str | None]) -> dict[str, str | None]:
    guessed = {heading: _KNOWN.get(heading.casefold()) for heading in headings}
    stated = {value for value in corrections.values() if value}
    kept = {heading: None if field in stated else field for heading, field in guessed.items()}
    return kept | {heading: corrections[heading] for heading in headings if heading in corrections}


def sheet(rows: int = 60, *, headings: str = "", blank_ids: int = 0) -> str:
    """A caseload as it is copied from Excel: tabs between cells, headings first; the last ids may be blank."""
    lines = [headings or "Child ID\tName\tDOB\tLooked after since\tLast review\tRev no\tIRO\tSocial worker"]
    for number in range(rows):
        child = "" if number >= rows - blank_ids else f"C{1001 + number}"
        name = f"{GIVEN[number % len(GIVEN)]} {FAMILY[number % len(FAMILY)]}"
        days = (f"{number % 28 + 1:02}/03/{2010 + number % 14}", f"{number % 28 + 1:02}/01/2025", "14/09/2026")
        lines.append("\t".join((child, name, *days, str(number % 5 + 1), "Dana Reid", "T. Marsh")))
    return "\n".join(lines) + "\n"


def reachable(window: QWidget) -> list[QWidget]:
    """What Tab stops at, in its order, beginning at the top of the window's chain."""
    found, here = [], window.nextInFocusChain()
    while here is not None and here is not window:
        tab = here.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if tab and here.isVisibleTo(window) and here.isEnabled() and window.isAncestorOf(here):
            found.append(here)
        here = here.nextInFocusChain()
    return found


def faults_of_names(window: QWidget) -> list[str]:
    """Focusable parts without a name, and names that stand twice."""
    names = [_name(part) for part in reachable(window)]
    nameless = [type(part).__name__ for part in reachable(window) if not _name(part)]
    return [*nameless, *sorted({name for name in names if names.count(name) > 1})]


def _name(part: QWidget) -> str:
    return part.accessibleName() or (part.text() if isinstance(part, QAbstractButton) else "")


def out_of_order(window: QWidget) -> list[str]:
    """Parts that Tab reaches before something that stands above them."""
    tops = [(_name(part), _height_of(part, window)) for part in reachable(window)]
    return [name for (_, before), (name, after) in pairwise(tops) if after < before - 12]


def _height_of(part: QWidget, window: QWidget) -> int:
    """Where it stands from the top; what has to be scrolled to stands at the foot of what scrolls."""
    height, around = part.mapTo(window, part.rect().center()).y(), part.parentWidget()
    while around is not None and around is not window:
        if isinstance(around, QScrollArea):
            height = min(height, around.mapTo(window, around.rect().bottomLeft()).y())
        around = around.parentWidget()
    return height


def clipped(window: QWidget) -> list[str]:
    """Words that don't fit where they stand."""
    labels: list[QLabel] = [
        label for label in window.findChildren(QLabel) if label.isVisibleTo(window) and label.text()
    ]
    buttons: list[QPushButton] = [button for button in window.findChildren(QPushButton) if button.isVisibleTo(window)]
    low = [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]
    narrow = [label.text() for label in labels if not label.wordWrap() and label.width() < label.sizeHint().width()]
    cut = [button.text() for button in buttons if button.width() < button.sizeHint().width()]
    parts: list[tuple[QWidget, str]] = [
        *((each, each.text()) for each in labels),
        *((each, each.text()) for each in buttons),
    ]
    beyond = [words for part, words in parts if part.mapTo(window, part.rect().bottomRight()).x() > window.width()]
    return [*low, *narrow, *cut, *beyond]
