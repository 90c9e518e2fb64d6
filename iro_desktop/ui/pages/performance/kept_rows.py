"""The lists of kept figures: the sets, the figures of one beside today, and the rows by which a figure differs."""

from dataclasses import dataclass

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import FrozenKind
from iro_desktop.services.figure_words import SAME
from iro_desktop.services.performance_views import FigureCompared, KeptSet, RowShown
from iro_desktop.ui.models.records import Column
from iro_desktop.ui.pages.performance.words import row_sentence
from iro_desktop.ui.theme import Tokens

_SOUND, _UNSOUND = "✓ as it was kept", "▲ not as it was kept"

SET_COLUMNS: tuple[Column[KeptSet], ...] = (
    Column("name", "Kept as", lambda one: one.name, keep=9),
    Column("days", "Time", lambda one: f"{short(one.from_on)} to {short(one.to_on)}", keep=8),
    Column("kind", "What it is", lambda one: one.kind.label, keep=5),
    Column("sound", "Checked", lambda one: _SOUND if one.is_sound else _UNSOUND, keep=7),
    Column("figures", "Figures", lambda one: f"{one.figures}", keep=3),
    Column("on", "Kept on", lambda one: short(one.frozen_on), keep=4),
    Column("by", "By", lambda one: one.frozen_by, keep=2),
    Column("note", "Note", lambda one: one.note, keep=1),
)

FIGURE_COLUMNS: tuple[Column[FigureCompared], ...] = (
    Column("measure", "Measure", lambda one: one.name, keep=9),
    Column("kept", "As kept", lambda one: one.kept, keep=8),
    Column("kept-of", "Of", lambda one: one.kept_words, keep=3, header_words="Of, as kept"),
    Column("today", "Today", lambda one: one.today, keep=7),
    Column("today-of", "Of", lambda one: one.today_words, keep=2, header_words="Of, today"),
    Column("words", "What is different", lambda one: f"? {one.doubt}" if one.doubt else one.words, keep=6),
)


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One row by which a kept figure and today's differ."""

    what: str  # "new", "gone", "judged otherwise"
    row: RowShown
    before: str  # how it was judged then; "" where nothing was
    place: int


_SIGNS = {"new": "+", "gone": "−", "judged otherwise": "↔"}

DIFF_COLUMNS: tuple[Column[DiffLine], ...] = (
    Column("what", "What", lambda one: f"{_SIGNS[one.what]}  {one.what}", keep=9),
    Column("name", "Child", lambda one: one.row.name or one.row.child, keep=10),
    Column("day", "Day", lambda one: short(one.row.day), keep=8),
    Column("before", "Then", lambda one: one.before, keep=6),
    Column("judged", "Today", lambda one: one.row.judged if one.what != "gone" else "", keep=7),
    Column("due", "Due", lambda one: short(one.row.due_on) if one.row.due_on else "", keep=5),
    Column("iro", "IRO", lambda one: one.row.iro, keep=3),
    Column("id", "Id", lambda one: one.row.child, keep=1),
)


def set_sentence(one: KeptSet) -> str:
    """A set read out."""
    sound = "as it was kept" if one.is_sound else "not as it was kept"
    figures = "1 figure" if one.figures == 1 else f"{one.figures} figures"
    days = f"{short(one.from_on)} to {short(one.to_on)}"
    return (
        f"{one.name}, {days}, {one.kind.label}, {figures}, {sound}, kept on {short(one.frozen_on)} by {one.frozen_by}"
    )


def set_words(one: KeptSet) -> str:
    """What stands above the figures of a set: which time, since when and by whom, of whom."""
    how = "Typed in" if is_published(one) else "Kept"
    return (
        f"{short(one.from_on)} to {short(one.to_on)}, the whole service. {how} on {short(one.frozen_on)} by "
        f"{one.frozen_by}."
    )


def figure_sentence(one: FigureCompared) -> str:
    """A kept figure beside today's, read out."""
    kept = f"{one.kept}, {one.kept_words}" if one.kept_words else one.kept
    today = f"{one.today}, {one.today_words}" if one.today_words else one.today
    return f"{one.name}: kept {kept}; today {today}; {one.doubt or one.words}"


def diff_lines(one: FigureCompared) -> list[DiffLine]:
    """Every row that makes the difference: new ones, those gone, those judged otherwise."""
    new = [DiffLine("new", row, "", n) for n, row in enumerate(one.new)]
    gone = [DiffLine("gone", row, row.judged, n) for n, row in enumerate(one.gone)]
    changed = [DiffLine("judged otherwise", now, then.judged, n) for n, (then, now) in enumerate(one.changed)]
    return [*new, *gone, *changed]


def diff_sentence(one: DiffLine) -> str:
    """One such row read out."""
    then = f", then {one.before}" if one.before and one.what != "gone" else ""
    return f"{one.what}: {row_sentence(one.row)}{then}"


def is_published(one: KeptSet) -> bool:
    """Whether it was typed in."""
    return one.kind is FrozenKind.PUBLISHED


def set_ink(key: str, row: object, now: Tokens) -> str:
    """Colours of the sets' cells."""
    if isinstance(row, KeptSet) and key == "sound":
        return now.met if row.is_sound else now.overdue
    return now.ink if key in {"name", "days"} else now.soft


def figure_ink(key: str, row: object, now: Tokens) -> str:
    """Colours of the figures' cells."""
    if isinstance(row, FigureCompared) and key == "words":
        return now.today if row.doubt else now.soft if row.words == SAME else now.ink
    return now.ink if key in {"measure", "kept", "today"} else now.soft


def diff_ink(key: str, row: object, now: Tokens) -> str:
    """Colours of the rows' cells."""
    if isinstance(row, DiffLine) and key == "what":
        return {"new": now.met, "gone": now.overdue, "judged otherwise": now.today}[row.what]
    return now.ink if key in {"name", "day"} else now.soft
