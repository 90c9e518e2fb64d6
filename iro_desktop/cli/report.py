"""``report``: the annual report of a year, a section of it, and what is still to be written.

What a person wrote, and quotes, may name somebody: they are shown with --names alone. Writing is an act like any other.
"""

from collections.abc import Iterator
from itertools import chain

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, show_json, show_table
from iro_desktop.cli.session import allow_names, names_options, reading, snapshot
from iro_desktop.domain.dates import short
from iro_desktop.domain.documents import Bullets, Chart, Look, Paragraph, Table, lines_of
from iro_desktop.domain.errors import UserError
from iro_desktop.services.report.facts import facts_of
from iro_desktop.services.report.model import Piece, ReportView, SectionShown
from iro_desktop.services.report.published import report_view
from iro_desktop.services.report.reviews import MOVED_BY_REASON
from iro_desktop.services.report.sections import BY_KEY

_HIDDEN = "(words are shown with --names)"
_FEEDBACK = "feedback"
_OF_PLAN = frozenset({"progress", "priorities"})
_STATUS = "status"


@click.command("report")
@click.argument("what", nargs=-1, required=True, metavar="[status] YEAR")
@click.option("--section", type=click.Choice(list(BY_KEY)), help="This section alone.")
@names_options
@json_option
@click.pass_obj
def report_command(
    options: Options,
    what: tuple[str, ...],
    section: str | None,
    names: bool,
    reader: str | None,
    purpose: str | None,
    as_json: bool,
) -> None:
    """The annual report of the year that begins on 1 April of YEAR; with status: what is still to be written.

    It is written by the act WriteReportSection, published by PublishReport, and made into a file by
    export annual-report.

    Example: iro-desktop report 2025 --section reviews
    """
    is_status, year = _read(what)
    shown = allow_names(options, "report", names, reader, purpose)
    with reading(options) as store:
        view = report_view(facts_of(snapshot(store, options), store, year))
    if is_status:
        _status(view, as_json=as_json)
        return
    chosen = [one for one in view.sections if section in (None, one.key)]
    if as_json:
        show_json([_section(one, names=shown) for one in chosen])
        return
    click.echo(_standing(view), err=True)
    for one in chosen:
        click.echo(f"{one.title}\n")
        for line in chain(_words(one, names=shown), ("",)):
            click.echo(line)


def _read(what: tuple[str, ...]) -> tuple[bool, int]:
    is_status = what[0] == _STATUS
    rest = what[1:] if is_status else what
    if len(rest) != 1 or not rest[0].isascii() or not rest[0].isdecimal():
        raise UserError("Say which year: iro-desktop report 2025, or iro-desktop report status 2025.")
    return is_status, int(rest[0])


def _standing(view: ReportView) -> str:
    if view.published_on is not None:
        return f"Published on {short(view.published_on)}. {view.source_words}"
    return f"A draft. {view.source_words}"


def _status(view: ReportView, *, as_json: bool) -> None:
    if as_json:
        show_json(
            {
                "year": view.years_words,
                "published_on": view.published_on,
                "figures": view.source_words,
                "sections": [{"section": one.key, "state": one.state, "asks": one.asks} for one in view.sections],
                "missing": [one.key for one in view.missing],
                "cautions": list(view.cautions),
                "faults": list(view.faults),
            }
        )
        return
    click.echo(_standing(view), err=True)
    rows = [(one.key, one.state, len(one.text) or None, one.asks) for one in view.sections]
    show_table(("section", "stands", "letters", "what is asked"), rows)
    for line in (*view.faults, *view.cautions):
        click.echo(line)


def _section(one: SectionShown, *, names: bool) -> dict[str, object]:
    return {
        "section": one.key,
        "title": one.title,
        "state": one.state,
        "text": one.text if names else None,
        "lines": list(_words(one, names=names)),
        "measures": list(dict.fromkeys(about.measure for about in one.figures)),
    }


def _words(one: SectionShown, *, names: bool) -> Iterator[str]:
    if one.text:
        yield one.text if names else _HIDDEN
    for piece in one.pieces:
        yield from lines_of(piece.block) if names or not _may_name(one, piece) else (_HIDDEN,)


def _may_name(one: SectionShown, piece: Piece) -> bool:
    """What somebody typed: quotes and the questions before them, what the plan says, reasons why a review was moved."""
    block = piece.block
    is_typed = isinstance(block, Paragraph) and (block.look is Look.QUOTE or one.key == _FEEDBACK)
    is_of_plan = one.key in _OF_PLAN and not isinstance(block, Paragraph | Bullets)
    title = block.caption if isinstance(block, Table) else block.title if isinstance(block, Chart) else ""
    return is_typed or is_of_plan or title == MOVED_BY_REASON
