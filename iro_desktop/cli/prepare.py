"""``prepare``: the sheet for a child's next review; names and free words only for a stated reader and purpose."""

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, show_json
from iro_desktop.cli.session import allow_names, child_unknown, names_options, reading, snapshot
from iro_desktop.services.asked import Cycle
from iro_desktop.services.preparation import preparation
from iro_desktop.services.preparation_views import PrepLine, PrepSheet


@click.command("prepare")
@click.argument("child_id", metavar="ID")
@names_options
@json_option
@click.pass_obj
def prepare_command(
    options: Options, child_id: str, names: bool, reader: str | None, purpose: str | None, as_json: bool
) -> None:
    """Everything to know before a child's next review, on a page.

    Example: iro-desktop prepare AB12
    """
    shown = allow_names(options, "prepare", names, reader, purpose)
    with reading(options) as store:
        now = snapshot(store, options)
    child = now.children.get(child_id)
    if child is None:
        raise child_unknown(now, child_id)
    sheet = preparation(Cycle(child.facts, child.deadlines, now.calendar, now.today))
    if as_json:
        show_json(_as_json(sheet, names=shown))
    else:
        _show(sheet, names=shown)


def _as_json(sheet: PrepSheet, *, names: bool) -> dict[str, object]:
    parts = [{"heading": one.heading, "lines": [_line(each, names=names) for each in one.lines]} for one in sheet.parts]
    who = {"name": sheet.name} if names else {}
    return {"child": sheet.child, **who, "heading": sheet.heading, "booked_on": sheet.booked_on, "parts": parts}


def _line(one: PrepLine, *, names: bool) -> dict[str, object]:
    personal = {"name": one.name, "said": one.said} if names else {}
    return {
        "label": one.label,
        **personal,
        "words": one.words,
        "standing": one.standing.value if one.standing else None,
        "to": one.to.value if one.to else None,
        "acts": [act.kind for act in one.acts],
    }


def _show(sheet: PrepSheet, *, names: bool) -> None:
    click.echo(sheet.name if names else sheet.child)
    click.echo(sheet.heading)
    for part in sheet.parts:
        click.echo(f"\n{part.heading}")
        for one in part.lines:
            said = (one.name, one.words, one.said) if names else (one.words,)
            click.echo(f"  {one.label}: {'; '.join(words for words in said if words) or 'told'}")
