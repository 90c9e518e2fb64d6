"""The clinic pack: what a service manager and an IRO look at together, and a page for what they agree."""

from collections.abc import Iterator

from iro_desktop.domain.dates import in_full, short
from iro_desktop.domain.documents import (
    Align,
    Block,
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Table,
)
from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.services.clinic import clinic
from iro_desktop.services.clinic_views import ActionRow, ClinicView, Exceptional
from iro_desktop.services.figure_words import NOTHING
from iro_desktop.services.outputs.let_out import LetOut, child_words, letting_out
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.outputs.quarters import shown_snapshot

_TITLE = "Clinic pack"
_EMPTY_LINES = 6  # to write on
_ROOM = "\n\n"  # for a hand: three lines
_MEANING = {
    Exceptional.NOT_HELD: "reviews that were due and were not held",
    Exceptional.HELD_LATE: "reviews held after the last lawful day",
    Exceptional.NOT_RECORDED: "booked days that passed with nothing recorded",
    Exceptional.OVERDUE: "what is past its day today",
    Exceptional.WRITTEN_LATE: "recommendations, minutes and letters finished after their day, or never",
    Exceptional.DONE_LATE: "other work of the IRO done after its day, or never",
    Exceptional.MID_POINT: "mid-point reviews left out, or not held before the next review",
    Exceptional.FOOTPRINT: "times without contact, mid-point or review longer than the service’s own limit",
    Exceptional.ALERT: "alerts whose answer is over its time",
    Exceptional.DRIFT: "recommendations open for as many reviews running as the service looks at",
}


def _make(making: Making, wish: OutputWish) -> Made:
    view = clinic(shown_snapshot(making, wish), wish.iro or "")
    told = {one.child for one in view.exceptions}
    of = told | {one.facts.child.council_id for one in making.snapshot.in_scope(view.iro)}
    document = Document(
        title=f"{_TITLE}: {view.iro}",
        head=(
            f"{view.since_words[:1].upper()}{view.since_words[1:]}, as recorded on {in_full(view.today)}",
            f"Children stand by name, {wish.names.words}" if wish.names else "Children stand by the council’s id",
        ),
        blocks=tuple(_blocks(view, wish, letting_out(making, wish))),
        foot=f"{_TITLE}, {view.iro}, {short(view.today)}",
        is_sample=making.is_sample,
    )
    return Made(
        document,
        len(told),
        len(of),
        ("what was late, left out or missing, with its days",),
        f"{_TITLE} of {view.iro}",
        file_stem=f"clinic-{view.today.isoformat()}",
    )


CLINIC_PACK = Output(
    key="clinic-pack",
    title=_TITLE,
    group=Group.IRO,
    what_for=(
        "What went late, was left out or stands open since the last clinic, the IRO’s figures beside their own, and "
        "what was agreed: for the service manager and the IRO, at their clinic."
    ),
    formats=(OutputFormat.WORD, OutputFormat.PDF),
    make=_make,
    asks=(Asks.ONE_IRO,),
    names=Names.ON_WISH,
    is_of_snapshot=True,
)


def _blocks(view: ClinicView, wish: OutputWish, let_out: LetOut) -> Iterator[Block]:
    yield Facts(tuple(_glance(view)))
    yield Heading("Exceptions")
    if not view.exceptions:
        yield Paragraph(f"None {view.since_words}.")
    for kind, count in view.counts:
        yield Heading(f"{kind.value} ({count})", 2)
        yield Paragraph(f"{_MEANING[kind][:1].upper()}{_MEANING[kind][1:]}.", Look.SOFT)
        mine = (one for one in view.exceptions if one.kind is kind)
        yield Table(
            (Column("Child", width=3), Column("What", width=5), Column("How it stands", width=6)),
            tuple((child_words(one.child, one.name, wish), let_out(one.what), one.words) for one in mine),
        )
    yield from _figures(view)
    yield Heading("Agreed at earlier clinics")
    yield from _agreed(view, let_out)
    yield from _page(view, let_out)


def _glance(view: ClinicView) -> Iterator[tuple[str, str]]:
    agreed = view.agreed
    still = [one for one in agreed if one.done_on is None]
    late = sum(one.due_on is not None and one.due_on < view.today for one in still)
    yield "Children", f"{view.children:,}"
    yield "Exceptions", f"{len(view.exceptions):,}, of {len({one.child for one in view.exceptions}):,} children"
    yield "Stand today", f"{sum(one.is_open for one in view.exceptions):,} of them"
    yield "Agreed and open", f"{len(still)} {'action' if len(still) == 1 else 'actions'}, {late} late"


def _figures(view: ClinicView) -> Iterator[Block]:
    yield Heading("Figures, beside their own")
    yield Paragraph(
        f"Since the first day counted here, {short(view.since)}, beside the same number of days before "
        f"({view.before_words}). No other IRO stands here. Few reviews make a share move far.",
        Look.SOFT,
    )
    rows = tuple(
        (
            one.figure.name,
            one.figure.printed,
            one.change.before if one.change else NOTHING,
            one.change.words if one.change else "not measured before",
            one.year.printed,
        )
        for one in view.figures
    )
    right = Align.RIGHT
    yield Table(
        (
            Column("Figure", width=5),
            Column("Since", right, 2),
            Column("Before", right, 2),
            Column("Change", width=4),
            Column("Twelve months", right, 2.4),
        ),
        rows,
    )
    yield Bullets(tuple(f"{one.figure.name}: {one.figure.check}." for one in view.figures))


def _agreed(view: ClinicView, let_out: LetOut) -> Iterator[Block]:
    earlier = [one for one in view.agreed if one.held_on < view.today]
    if not earlier:
        yield Paragraph("Nothing was agreed before." if view.clinics else "No clinic is recorded yet.")
        return
    yield Table(
        (
            Column("Clinic", width=2.2),
            Column("What", width=5),
            Column("How it stands", width=3.4),
            Column("What came of it", width=4),
        ),
        tuple((one.held_on, let_out(one.text), one.standing_words, let_out(one.came_of)) for one in earlier),
    )


def _page(view: ClinicView, let_out: LetOut) -> Iterator[Block]:
    """A page to write on, with what is recorded of today's clinic already."""
    today = next((one for one in view.clinics if one.held_on == view.today), None)
    agreed: tuple[ActionRow, ...] = today.actions if today else ()
    yield NewPage()
    yield Heading("Agreed at this clinic")
    if today is not None and today.note:
        yield Paragraph(let_out(today.note))
    written = [(one.number, let_out(one.text), one.due_on) for one in agreed]
    empty = [(len(written) + more, _ROOM, None) for more in range(1, _EMPTY_LINES + 1)]
    yield Table(
        (Column("No.", Align.RIGHT, 1), Column("What is to be done", width=9), Column("By", width=2.5)),
        (*written, *empty),
    )
    yield Facts((("Clinic held on", in_full(view.today) if today else ""), ("IRO", view.iro), ("Service manager", "")))
