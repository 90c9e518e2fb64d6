"""``export KEY PATH``: what leaves the program as a file: every output of the register, and the calendar."""

import click

from iro_desktop.cli.main import Commands
from iro_desktop.cli.outputs import command_of
from iro_desktop.services.outputs.register import OUTPUTS

# What is no document: format, module and what it writes. A module is imported when its format is asked for.
FORMATS: dict[str, tuple[str, str]] = {
    "calendar": ("export_calendar", "the diary as .ics: in full by id, or busy times only"),
}


class Formats(Commands):
    """The calendar from its module; the outputs each made from its line in the register."""

    table = FORMATS | {key: ("", one.what_for) for key, one in OUTPUTS.by_key.items()}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of an output, or of the calendar."""
        found = OUTPUTS.by_key.get(cmd_name)
        return command_of(found) if found else super().get_command(ctx, cmd_name)


@click.group("export", cls=Formats)
def export_command() -> None:
    """Write a file: a summary, a letter, a report, a calendar. Every export leaves a line in the export log.

    Children stand by the council's id; names have to be asked for, with for whom and why, where an output can hold
    them at all. With --dry-run nothing is written: it says what the file would hold.

    Example: iro-desktop export caseload summary.xlsx
    """
