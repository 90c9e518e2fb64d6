"""What the side says of a chosen row of the service's records: in full, with what may be done with it."""

from dataclasses import dataclass
from functools import singledispatch

from iro_desktop.domain.dates import in_full, short, with_weekday
from iro_desktop.domain.vocabulary import PlanProgress, StandardState, Standing
from iro_desktop.services.clinic_views import ActionRow, ClinicRow
from iro_desktop.services.service_views import FeedbackRow, IroRow, MeetingRow, PlanRow, StandardRow
from iro_desktop.ui.commands import Command
from iro_desktop.ui.pages.service_parts import ServiceRow, fte_words, kind_words

_MEETINGS_SHOWN = 8
Deeds = tuple[tuple[Command, str], ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """A row in full."""

    title: str
    about: str
    standing: Standing
    standing_words: str
    gaps: tuple[str, ...] = ()  # each a sentence
    words: str = ""  # what was written or said, at length
    pairs: tuple[tuple[str, str], ...] = ()
    list_title: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    deeds: Deeds = ()  # the likely one first


def _known(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in pairs if pair[1])


@singledispatch
def detail_of(row: ServiceRow) -> Detail:
    """A row in full."""
    raise TypeError(type(row).__name__)


@detail_of.register
def _(row: IroRow) -> Detail:
    qualified = ""
    if row.qualified_on is not None and row.years_qualified is not None:
        years = "1 year" if row.years_qualified == 1 else f"{row.years_qualified} years"
        qualified = f"{years}, since {short(row.qualified_on)}"
    post = f"since {short(row.from_on)}" if row.from_on else ""
    post += (", " if post else "") + f"until {short(row.to_on)}" if row.to_on else ""
    supervised = f"{short(row.supervised_on)}; {row.supervisions} in twelve months" if row.supervised_on else "never"
    pairs = _known(
        ("Caseload", row.load_words),
        ("FTE", fte_words(row)),
        ("In post", post),
        ("Supervised", supervised),
        ("Qualified", qualified),
        ("Link for", ", ".join(row.link_areas)),
        ("Other duties", f"{row.other_duties} per cent" if row.other_duties else ""),
        ("Background", row.background),
    )
    shown = row.meetings[:_MEETINGS_SHOWN]
    change, supervise = (Command.CHANGE_RECORD, "Change"), (Command.DONE, "Record supervision")
    is_waiting = any(gap.startswith("Supervision") for gap in row.gaps)
    deeds: Deeds = (
        *((supervise, change) if is_waiting else (change, supervise)),
        (Command.CLINIC, "Clinic"),
        (Command.LEAVE, "Leave"),
        (Command.END_FACT, "Leaves the post"),
    )
    return Detail(
        row.name,
        "\n".join(
            part
            for part in (f"{row.role.label[:1].upper()}{row.role.label[1:]}" if row.role else "", row.away_words)
            if part
        ),
        row.standing,
        row.standing_words,
        row.gaps,
        pairs=pairs,
        list_title="Meetings of the last twelve months" if shown else "",
        lines=tuple((short(one.on), one.words) for one in shown),
        deeds=deeds[:1] if row.has_left else deeds,
    )


@detail_of.register
def _(row: MeetingRow) -> Detail:
    title = kind_words(row)
    if row.is_missing:
        return Detail(
            title,
            row.iro,
            row.standing,
            "Missing",
            (f"{row.words}.",),
            deeds=((Command.ADD_FACT, "Record it"),),
        )
    pairs = _known(
        ("IRO", row.iro), ("Observed by", row.with_iro), ("About", row.area), ("Guests", row.guests), ("Note", row.note)
    )
    deeds: Deeds = ((Command.ADD_FACT, "Record another"), (Command.END_FACT, "Take away"))
    return Detail(title, in_full(row.on) if row.on else "", row.standing, "Held", pairs=pairs, deeds=deeds)


@detail_of.register
def _(row: StandardRow) -> Detail:
    signed = f"{short(row.signed_off_on)}" if row.signed_off_on else ""
    signed += f", {row.signed_off_by}" if row.signed_off_by else ""
    pairs = _known(
        ("Benchmark", row.benchmark),
        ("Figure", row.figure_words),
        ("Counted", row.check),
        ("In words", row.stands),
        ("Looked at", short(row.looked_on) if row.looked_on else ""),
        ("Measure", row.measure_name),
        ("Signed off", signed or "not yet"),
    )
    sign = "Sign off" if row.state is StandardState.DRAFT else "Sign off anew"
    change, done = (Command.CHANGE_RECORD, "Change"), (Command.DONE, sign)
    first = (done, change) if row.state is StandardState.DRAFT else (change, done)
    deeds: Deeds = (*first, (Command.END_FACT, "Take away"))
    lines = (("", row.definition),) if row.definition else ()
    title = "What the figure counts" if lines else ""
    return Detail(
        row.name, row.state.label.capitalize(), row.standing, row.standing_words, (), row.text, pairs, title, lines,
        deeds,
    )  # fmt: skip


@detail_of.register
def _(row: FeedbackRow) -> Detail:
    deeds: Deeds = (
        (Command.DONE, "Consent"),
        (Command.CHANGE_RECORD, "Change"),
        (Command.END_FACT, "Take away"),
    )
    if row.may_quote is not None:
        deeds = (deeds[1], deeds[0], deeds[2])
    return Detail(
        f"Feedback {row.number}",
        f"{row.source.label.capitalize()}, {with_weekday(row.on)}",
        row.standing,
        row.consent_words,
        words=f"“{row.words}”",
        pairs=_known(("Asked", row.question)),
        deeds=deeds,
    )


@detail_of.register
def _(row: PlanRow) -> Detail:
    pairs = _known(
        ("Who", row.owner),
        ("By", short(row.due_on) if row.due_on else ""),
        ("Progress", row.progress.label.capitalize() if row.progress is not PlanProgress.NOT_BEGUN else ""),
        ("On", short(row.progress_on) if row.progress_on else ""),
        ("How it went", row.went),
        ("From", row.came_words),
        ("Then", row.goes_words),
    )
    deeds: Deeds = (
        (Command.DONE, "Record progress"),
        (Command.CHANGE_RECORD, "Change"),
        (Command.END_FACT, "Take away"),
    )
    return Detail(
        f"Action {row.number} of {row.years_words}", "", row.standing, row.standing_words, (), row.text, pairs,
        deeds=deeds,
    )  # fmt: skip


@detail_of.register
def _(row: ActionRow) -> Detail:
    pairs = _known(
        ("IRO", row.iro),
        ("By", short(row.due_on) if row.due_on else ""),
        ("Done", short(row.done_on) if row.done_on else ""),
        ("Came of it", row.came_of),
    )
    done, change = (Command.DONE, "Done"), (Command.CHANGE_RECORD, "Change")
    first: Deeds = (done, change) if row.done_on is None else (change, (Command.DONE, "What came of it"))
    deeds: Deeds = (*first, (Command.ADD_FACT, "Agree another"), (Command.END_FACT, "Take away"))
    return Detail(
        f"Action {row.number}",
        f"Agreed at the clinic of {in_full(row.held_on)}",
        row.standing,
        row.standing_words,
        words=row.text,
        pairs=pairs,
        deeds=deeds,
    )


@detail_of.register
def _(row: ClinicRow) -> Detail:
    late = sum(one.standing is Standing.OVERDUE for one in row.actions)
    lines = tuple((str(one.number), f"{one.text} {one.standing_words}.") for one in row.actions)
    deeds: Deeds = (
        (Command.ADD_FACT, "Agree an action"),
        (Command.CLINIC, "Look at this IRO"),
        (Command.CHANGE_RECORD, "Change the note"),
        (Command.END_FACT, "Take away"),
    )
    words = f"{row.open} of {len(row.actions)} open" if row.open else "Everything done" if row.actions else "Held"
    standing = Standing.OVERDUE if late else Standing.DUE_SOON if row.open else Standing.MET
    return Detail(
        f"Clinic with {row.iro}",
        in_full(row.held_on),
        standing,
        words,
        words=row.note,
        list_title="Agreed" if lines else "",
        lines=lines,
        deeds=deeds,
    )
