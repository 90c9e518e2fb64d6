"""``import``: read, plan, apply as one act."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, show_json
from iro_desktop.cli.session import actor, writing
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.problems import Severity
from iro_desktop.rules.calendar import england
from iro_desktop.services.importing import Outcome, Source, run_import

_SHOWN = 20


@click.command("import")
@click.argument("format_", metavar="FORMAT", type=click.Choice(["bank-holidays", "caseload", "ssda903"]))
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen; change nothing.")
@click.option("--only", help="Only these children: ids with commas between, or a file with one id a line.")
@click.option("--column", "columns", multiple=True, metavar="HEADING=FIELD", help="Correct a column of a sheet.")
@click.option("--sheet", "tab", help="Which tab of the workbook to read.")
@click.option("--month-first", multiple=True, metavar="HEADING", help="The dates of this column have the month first.")
@json_option
@click.pass_obj
def import_command(
    options: Options,
    format_: str,
    path: Path,
    dry_run: bool,
    only: str | None,
    columns: tuple[str, ...],
    tab: str | None,
    month_first: tuple[str, ...],
    as_json: bool,
) -> None:
    """Bring in a caseload sheet (.xlsx, .csv), a folder of SSDA903 files, or bank holidays (GOV.UK's JSON, .csv).

    Example: iro-desktop import ssda903 returns/2026 --dry-run
    """
    # What cannot be read is refused before a store is opened or made.
    said = _Said(path, only, columns, tab, month_first)
    source = _READERS[format_](options, said)
    with writing(options) as store:
        outcome = run_import(store, source, actor(options), england(), dry_run=dry_run)
    if as_json:
        show_json(_as_json(outcome))
    else:
        _tell(outcome, dry_run)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the command line says about the input."""

    path: Path
    only: str | None
    columns: tuple[str, ...]
    tab: str | None
    month_first: tuple[str, ...]


def _caseload(options: Options, said: _Said) -> Source:
    from iro_desktop.services.import_caseload import caseload_source, read_sheet

    if said.only is not None:
        raise UserError("--only goes with ssda903. A sheet is imported whole; take out the rows you do not want.")
    month_first = dict.fromkeys(said.month_first, True)
    corrections = _corrections(said.columns)
    sheet = read_sheet(said.path, "", corrections, options.today, tab=said.tab, month_first=month_first)
    return caseload_source(sheet, said.path.name)


def _ssda903(options: Options, said: _Said) -> Source:
    from iro_desktop.services.import_903 import read_903

    if said.columns or said.tab or said.month_first:
        raise UserError("--column, --sheet and --month-first go with caseload. SSDA903 files have fixed headings.")
    return read_903(said.path, options.today, _ids(said.only))


def _bank_holidays(_: Options, said: _Said) -> Source:
    from iro_desktop.services.import_bank_holidays import bank_holidays_source

    if said.only is not None or said.columns or said.tab or said.month_first:
        raise UserError("A list of bank holidays is imported as it is: leave the other options out.")
    return bank_holidays_source(said.path)


_READERS: dict[str, Callable[[Options, _Said], Source]] = {
    "bank-holidays": _bank_holidays,
    "caseload": _caseload,
    "ssda903": _ssda903,
}


def _corrections(columns: tuple[str, ...]) -> dict[str, str | None]:
    from iro_desktop.services.import_shown import field_labels

    corrections: dict[str, str | None] = {}
    fields = [field for field, _ in field_labels()]
    for one in columns:
        heading, separator, field = one.rpartition("=")
        if not separator or field not in ("", *fields):
            known = ", ".join(fields)
            raise UserError(f"“{one}” is not HEADING=FIELD, for example “Start=looked_after_since”. Fields: {known}.")
        corrections[heading] = field or None
    return corrections


def _ids(only: str | None) -> set[str] | None:
    if only is None:
        return None
    listed = Path(only)
    text = listed.read_text(encoding="utf-8-sig").replace("\n", ",") if listed.is_file() else only
    return {one.strip() for one in text.split(",") if one.strip()}


def _as_json(outcome: Outcome) -> dict[str, object]:
    return {
        "files": {
            name: {"rows": one.rows, "new": one.new, "changed": one.changed, "same": one.same, "refused": one.refused}
            for name, one in outcome.counts.items()
        },
        "problems": [
            {
                "file": one.file,
                "row": one.row,
                "field": one.field,
                "message": one.message,
                "severity": one.severity.value,
            }
            for one in outcome.problems
        ],
        "act": outcome.touched.done.act_id if outcome.touched else None,
    }


def _tell(outcome: Outcome, dry_run: bool) -> None:
    for name, one in outcome.counts.items():
        account = f"{one.new} new, {one.changed} changed, {one.same} as before, {one.refused} refused"
        click.echo(f"{name}: {one.rows} rows: {account}")
    order = list(Severity)
    for problem in sorted(outcome.problems, key=lambda one: -order.index(one.severity))[:_SHOWN]:
        where = f"{problem.file}{f', row {problem.row}' if problem.row else ''}"
        click.echo(f"  {problem.severity.value}: {where}: {problem.message}")
    if len(outcome.problems) > _SHOWN:
        click.echo(f"  … and {len(outcome.problems) - _SHOWN} more; --json lists them all")
    if dry_run:
        click.echo("Nothing was changed.")
    elif outcome.touched is None:
        click.echo("Everything in it was here already. Nothing was changed.")
    else:
        click.echo("Imported. “iro-desktop undo” takes it back as a whole.")
