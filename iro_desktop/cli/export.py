"""``export FORMAT PATH``: what leaves the program as a file. Each format is a module of its own."""

import click

from iro_desktop.cli.main import Commands

# Format: module and what it writes. A module is imported when its format is asked for.
FORMATS: dict[str, tuple[str, str]] = {
    "calendar": ("export_calendar", "the diary as .ics: in full by id, or busy times only"),
    "caseload": ("export_caseload", "the caseload summary: .xlsx or .csv"),
}


class Formats(Commands):
    """The formats, each from its module's function ``FORMAT_command``."""

    table = FORMATS


@click.group("export", cls=Formats)
def export_command() -> None:
    """Write a file: the caseload summary, a calendar. Every export leaves a line in the history.

    Example: iro-desktop export caseload summary.xlsx
    """
