"""What is said before a command that takes its own is refused, in every group there is: click's tree is walked."""

from collections.abc import Iterator

import click
import pytest

from iro_desktop.cli.main import IsoDate, program
from iro_desktop.cli.wishes import Narrowed


def groups(group: click.Group = program, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Group]]:
    """Every group below the program's own, with the words that lead to it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, click.Group):
            yield (*path, name), found
            yield from groups(found, (*path, name))


def said(option: click.Option) -> list[str]:
    """The option as somebody would say it."""
    if option.is_flag:
        return [option.opts[0]]
    words: object = "x"
    if isinstance(option.type, click.Choice):
        words = option.type.choices[0]
    elif isinstance(option.type, IsoDate):
        words = "2026-01-01"
    elif isinstance(option.type, Narrowed):
        words = "team=North"
    elif option.type in (click.INT, click.FLOAT) or isinstance(option.type, click.IntRange):
        words = "2026"
    return [option.opts[0], *[str(words)] * option.nargs]


OPTIONS = [
    (path, next(iter(group.list_commands(click.Context(group)))), one)
    for path, group in groups()
    for one in group.params
    if isinstance(one, click.Option)
]


def test_the_groups_with_options_of_their_own_are_found():
    assert {"alerts", "foster-carers", "leavers", "measures", "plan", "team"} <= {path[0] for path, _, _ in OPTIONS}


@pytest.mark.parametrize(
    ("path", "sub", "option"), OPTIONS, ids=[" ".join((*path, one.opts[0])) for path, _, one in OPTIONS]
)
def test_an_option_before_a_command_is_refused_and_says_where_it_counts(command, path, sub, option):
    answer = command(*path, *said(option), sub)
    assert answer.code == 1
    assert f"after “{sub}”" in answer.err
