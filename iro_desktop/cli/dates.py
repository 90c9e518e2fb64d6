"""``date``: one offset after another, with the count written out."""

import csv
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from iro_desktop.cli.main import json_option, show_json
from iro_desktop.domain.dates import in_full, with_weekday
from iro_desktop.domain.errors import RefusedInput, UserError
from iro_desktop.rules.calendar import england
from iro_desktop.rules.explain import Step, steps_of
from iro_desktop.rules.offsets import add, parse_offset


@click.command("date", context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.option("--batch", help="CSV lines “start,offset” from this file, or - for standard input.")
@json_option
def date_command(words: tuple[str, ...], batch: str | None, as_json: bool) -> None:
    """Count from START by each OFFSET in turn: +5wd -15wd +3m +6w +28d +1y.

    Example: iro-desktop date 2024-04-02 -15wd
    """
    if batch is not None:
        _batch(batch)
        return
    if not words:
        raise UserError("Give a start and offsets, for example: iro-desktop date 2024-03-04 +20wd")
    answer = _count(words[0], words[1:])
    if as_json:
        show_json(answer)
    else:
        _tell(answer)


def _count(start_text: str, offsets: tuple[str, ...]) -> dict[str, object]:
    calendar = england()
    day = start = _date(start_text)
    steps: list[Step] = []
    days = [start]
    for text in offsets:
        try:
            offset = parse_offset(text)
            steps += steps_of(calendar, day, offset)
            day = add(calendar, day, offset)
        except OverflowError as error:
            raise UserError("That date lies outside the years 1 to 9999.") from error
        except ValueError as error:
            raise UserError(f"{error}.") from error
        days.append(day)
    return {
        "start": start,
        "offsets": [str(parse_offset(text)) for text in offsets],
        "result": day,
        "plan_by": calendar.on_or_before(day),
        "steps": [{"text": step.text, "on": step.on} for step in steps],
        "provisional": any(calendar.is_provisional(one) for one in days),
    }


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError(f"“{text}” is not a date: write it as 2024-03-04.") from error


def _tell(answer: dict[str, object]) -> None:
    result, plan_by = answer["result"], answer["plan_by"]
    assert isinstance(result, date)
    assert isinstance(plan_by, date)
    steps = answer["steps"]
    assert isinstance(steps, list)
    for step in steps:
        click.echo(f"  {step['text']}")
    click.echo(in_full(result))
    if plan_by != result:
        click.echo(f"Not a working day: plan by {with_weekday(plan_by)}.")
    if answer["provisional"]:
        click.echo("Provisional: bank holidays of that time are not proclaimed or not checked yet.")


def _batch(source: str) -> None:
    """Read all, then write: a line that cannot be read leaves no half answer."""
    if source == "-":
        lines = sys.stdin.read().splitlines()
    else:
        try:
            lines = Path(source).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise RefusedInput(f"{Path(source).name} could not be read as text.") from error
    answers = list(_answers(csv.reader(lines)))
    csv.writer(sys.stdout, lineterminator="\n").writerows(answers)


def _answers(rows: Iterable[list[str]]) -> Iterable[tuple[str, str, str]]:
    calendar = england()
    for number, row in enumerate(rows, 1):
        if not row:
            continue
        try:
            start, offset = (cell.strip() for cell in row)
            yield start, offset, add(calendar, date.fromisoformat(start), parse_offset(offset)).isoformat()
        except (ValueError, OverflowError) as error:
            raise RefusedInput(f"Line {number} is not “start,offset”, for example 2024-03-04,+20wd.") from error
