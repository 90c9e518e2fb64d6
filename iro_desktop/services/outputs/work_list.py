"""The work list on paper: what needs an IRO today and in the next ten working days, each with its reason in words."""

from collections.abc import Iterator

from iro_desktop.domain.dates import in_full, short
from iro_desktop.domain.documents import Block, Column, Document, Heading, Look, Paragraph, Table
from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.domain.wording import capital
from iro_desktop.services.figures import check_iro
from iro_desktop.services.outputs.let_out import LetOut, child_words, letting_out
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.outputs.quarters import shown_snapshot
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.today import today_view
from iro_desktop.services.views import TodayGroup, TodayRow, TodayView

_TITLE = "Work list"
GROUPS = {
    TodayGroup.NOT_RECORDED: "Not yet recorded",
    TodayGroup.OVERDUE: "Overdue",
    TodayGroup.BOOKED_LATE: "Booked too late",
    TodayGroup.TODAY: "Today",
    TodayGroup.NEXT_FIVE: "In the next five working days",
    TodayGroup.SOON: "In six to ten working days",
    TodayGroup.WAITING: "Waiting for others",
}


def _make(making: Making, wish: OutputWish) -> Made:
    check_iro(making.snapshot, wish.iro)
    now = shown_snapshot(making, wish)
    view = today_view(now, wish.iro)
    told = {row.child for row in view.rows if row.child}
    document = Document(
        title=_TITLE,
        head=(
            f"{view.scope[:1].upper()}{view.scope[1:]}, as recorded on {in_full(view.today)}",
            f"{_pieces(len(view.rows))} of work, the most pressing first; {_children(wish)}",
        ),
        blocks=tuple(_blocks(view, now, wish, letting_out(making, wish))),
        foot=f"{_TITLE}, {view.scope}, {short(view.today)}",
        is_sample=making.is_sample,
        is_wide=True,
    )
    return Made(
        document,
        len(told),
        max(view.children, len(told)),
        ("what is due, by when, and why",),
        f"{_TITLE} of {view.scope}",
        file_stem=f"work-list-{view.today.isoformat()}",
    )


WORK_LIST = Output(
    key="work-list",
    title=_TITLE,
    group=Group.IRO,
    what_for=(
        "What is overdue, due today and due in the next ten working days, with the reason for each date in words: to "
        "take along on paper, or for whoever covers."
    ),
    formats=(OutputFormat.WORD, OutputFormat.PDF, OutputFormat.EXCEL, OutputFormat.CSV),
    make=_make,
    asks=(Asks.IRO,),
    names=Names.ON_WISH,
    is_of_snapshot=True,
)


def _blocks(view: TodayView, now: Snapshot, wish: OutputWish, let_out: LetOut) -> Iterator[Block]:
    counted = [f"{words[:1].lower()}{words[1:]} {view.counts[group]:,}" for group, words in GROUPS.items()
               if view.counts[group]]  # fmt: skip
    if counted:
        yield Paragraph(f"{capital(', '.join(counted))}.", Look.LEAD)
    if not view.rows:
        yield Paragraph("Nothing is owed in the next ten working days.", Look.LEAD)
    for group, words in GROUPS.items():
        rows = [row for row in view.rows if row.group is group]
        if rows:
            yield Heading(words)
            yield Table(
                (
                    Column("Child", width=3.4),
                    Column("What", width=5),
                    Column("Stands", width=3),
                    Column("By when", width=4),
                    Column("Why that day", width=7),
                ),
                tuple(_row(row, now, wish, let_out) for row in rows),
            )


def _row(row: TodayRow, now: Snapshot, wish: OutputWish, let_out: LetOut) -> tuple[str, ...]:
    return (_whose(row, wish), row.what, row.standing_words, row.when, why(row, now, let_out))


def _children(wish: OutputWish) -> str:
    return f"children by name, {wish.names.words}" if wish.names else "children by the council’s id"


def _pieces(count: int) -> str:
    return "1 piece" if count == 1 else f"{count:,} pieces"


def _whose(row: TodayRow, wish: OutputWish) -> str:
    if row.carer:
        return f"foster carer {row.carer}"
    return child_words(row.child, row.name, wish) if row.child else "the service"


def why(row: TodayRow, now: Snapshot, let_out: LetOut) -> str:
    """The reason in a line: the fact it counts from with its day, the time it leaves, and whose rule it is."""
    one = now.any_deadline(row.deadline_id)
    if one is None:
        return ""
    rule = one.rule
    if one.due_on is None:
        return let_out(one.note)
    if one.override:
        given = f"; the rule gives {short(one.rule_due_on)}" if one.rule_due_on else ""
        return f"Set by hand: {let_out(one.override)}{given}"
    start = f"{rule.trigger[:1].upper()}{rule.trigger[1:]} on {short(one.trigger_on)}"
    leaves = f"{rule.offset.words} {'before' if rule.offset.count < 0 else 'from then'}" if rule.offset.count else ""
    return f"{', '.join(part for part in (start, leaves) if part)} ({rule.citation.source})"
