"""``templates``: the Word templates that documents are poured into; a service edits a copy and puts it in."""

from pathlib import Path

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, show_json, show_table
from iro_desktop.domain.errors import UserError
from iro_desktop.exchange.word_checks import PLACEHOLDERS
from iro_desktop.services.templates import NAMES, TemplateShown, check_file, copy_out, put_in, take_back, templates

_name = click.argument("name", type=click.Choice(NAMES))
_path = click.argument("path", type=click.Path(path_type=Path))


@click.group("templates")
def templates_command() -> None:
    """Word templates: list them, copy one out, put your own in, check a file, go back to the standard one.

    A template is a Word document with a paragraph {{ body }}, where the document itself is to stand, and other
    places to be filled in; “templates list” names them.

    Example: iro-desktop templates copy letter our-letter.docx
    """


@templates_command.command("list")
@json_option
@click.pass_obj
def list_command(options: Options, as_json: bool) -> None:
    """Which templates are in use, and what may stand in braces.

    Example: iro-desktop templates list --json
    """
    found = templates(options.folder)
    if as_json:
        places = [{"place": f"{{{{ {name} }}}}", "what": words} for name, words in PLACEHOLDERS.items()]
        show_json({"templates": [_as_json(one) for one in found], "places": places})
        return
    show_table(("name", "in use", "for"), [(one.name, one.words, one.what_for) for one in found])
    click.echo("")
    show_table(
        ("may stand in it", "is filled with"), [(f"{{{{ {one} }}}}", what) for one, what in PLACEHOLDERS.items()]
    )
    for one in found:
        if one.trouble:
            click.echo(one.trouble, err=True)


@templates_command.command("copy")
@_name
@_path
@json_option
@click.pass_obj
def copy_command(options: Options, name: str, path: Path, as_json: bool) -> None:
    """Write the template in use to PATH, to edit it in Word.

    Example: iro-desktop templates copy document our-report.docx
    """
    if path.is_file():  # one that somebody may have worked on in Word
        raise UserError(
            f"There is a file {path.name} already. It is as it was. Choose another name, or delete it first."
        )
    copy_out(options.folder, name, path)
    _say(f"{path.name}: a copy of the template “{name}”", {"name": name, "file": str(path)}, as_json=as_json)


@templates_command.command("put")
@_name
@_path
@json_option
@click.pass_obj
def put_command(options: Options, name: str, path: Path, as_json: bool) -> None:
    """Take the file at PATH as your service's own template from now on.

    Example: iro-desktop templates put document our-report.docx
    """
    done = put_in(options.folder, name, path)
    _say(f"The template “{name}” is now {done.words}.", _as_json(done), as_json=as_json)


@templates_command.command("check")
@_path
@json_option
def check_command(path: Path, as_json: bool) -> None:
    """Say whether the file at PATH can be a template, and what it fills in; nothing is changed.

    Example: iro-desktop templates check our-report.docx
    """
    found = check_file(path)
    _say(f"{path.name} can be used. It fills in: {', '.join(found)}.", {"places": found}, as_json=as_json)


@templates_command.command("remove")
@_name
@json_option
@click.pass_obj
def remove_command(options: Options, name: str, as_json: bool) -> None:
    """Go back to the standard template; your service's own is removed.

    Example: iro-desktop templates remove document
    """
    take_back(options.folder, name)
    _say(f"The template “{name}” is the standard one again.", {"name": name}, as_json=as_json)


def _say(words: str, told: object, *, as_json: bool) -> None:
    if as_json:
        show_json(told)
    else:
        click.echo(words)


def _as_json(one: TemplateShown) -> dict[str, object]:
    return {
        "name": one.name,
        "what_for": one.what_for,
        "is_own": one.is_own,
        "places": one.places,
        "trouble": one.trouble or None,
    }
