"""The command line's door: global options, commands loaded when asked for, exit codes.

0 done · 1 something the user can put right · 2 nothing could be read from the input · 70 a bug.
"""

import importlib
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from iro_desktop import __version__
from iro_desktop.app import Options
from iro_desktop.domain.errors import RefusedInput, UserError

if TYPE_CHECKING:
    from iro_desktop.services.outputs.painter import Painter

DONE, USER_ERROR, REFUSED, BUG = 0, 1, 2, 70
_BUG = "That is a fault of the program, not yours. What was saved before is safe. Please report “{kind}” in {where}."

# Command: module and what it does. A module is imported when its command runs: "date" does not wait for the store.
COMMANDS = {
    "about-iro": ("letters", "what an IRO tells children about themselves, for the passport"),
    "act": ("acts", "apply a JSON list of acts as one act"),
    "alerts": ("alerts", "open alerts with their clocks; counted, told, drafted"),
    "caseload": ("caseload", "the children looked after, now or as known at the end of a past day"),
    "check": ("store_commands", "whether file, references and history are whole"),
    "child": ("people", "everything about one child"),
    "clinic": ("clinic", "an IRO's exceptions since the last clinic, figures beside their own, what was agreed"),
    "consultations": ("challenge", "consultation forms by agency, and what came back"),
    "date": ("dates", "count working days, days, weeks, months, years"),
    "diary": ("diary", "reviews, deadlines, hearings and leave, day by day"),
    "demo": ("demo", "look around with 60 invented children"),
    "due": ("due", "every deadline: open ones, or all"),
    "dump": ("store_commands", "a logical dump of all facts, with a hash"),
    "export": ("export", "write a file: summary, letter, report, calendar"),
    "exports": ("exports", "the export log: what left the program in a year, for whom and why"),
    "feedback": ("service", "what was said about the service, and whether it may be quoted"),
    "find": ("people", "children by part of a name, nickname or id"),
    "footprint": ("footprint", "contacts, mid-points and reviews by month, and how long nothing was"),
    "foster-carers": ("fostering", "fostering households, their approval and its reviews"),
    "history": ("acts", "what was done, newest first"),
    "import": ("importing", "bring in a caseload sheet, SSDA903 files or bank holidays"),
    "init": ("store_commands", "make an empty, encrypted store"),
    "leavers": ("leavers", "care leavers: status, plan, adviser, home, in touch; and why somebody is entitled"),
    "legal-advice": ("challenge", "the log of legal advice"),
    "letter": ("letters", "the letter to a child after a review: written, sent, how it reads"),
    "lists": ("challenge", "the themes and effects the service owns"),
    "measures": ("measures", "every measure of a period, the rows behind one, and figures that are kept"),
    "plan": ("plan", "what would follow: a move, a window, siblings' days, a changed rule; the service's plan"),
    "prepare": ("prepare", "everything to know before a child's next review, on a page"),
    "private-fostering": ("fostering", "private fostering arrangements, their visits, the sums of each quarter"),
    "recommendations": ("recommendations", "what reviews recommended, how it stands, how far it drifted"),
    "redo": ("acts", "do again what was undone last"),
    "report": ("report", "the annual report of a year, and what is still to be written in it"),
    "rules": ("rules", "the register of rules with their sources"),
    "sample": ("sample", "write an invented authority as files"),
    "standards": ("service", "practice standards, their benchmarks, where the service stands"),
    "team": ("service", "the IROs, their caseloads and supervision; team meetings"),
    "templates": ("templates", "the Word templates: list, copy out, put in, check, remove"),
    "undo": ("acts", "take back the newest act, or one by its id"),
    "write-ups": ("recommendations", "reviews to be written up, in the order that keeps most dates"),
    "why": ("due", "the count of one deadline, step by step"),
}


class Commands(click.Group):
    """Looks commands up by name and imports only the one that is asked for."""

    table: Mapping[str, tuple[str, str]] = COMMANDS  # by name: module and what it does

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in order."""
        return sorted(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, from its module's function ``NAME_command``, with ``_`` for ``-``."""
        if cmd_name not in self.table:
            return None
        module = importlib.import_module(f"iro_desktop.cli.{self.table[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing them."""
        if not self.table:
            return
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in sorted(self.table.items())])


_LAST_TODAY = date(9900, 1, 1)  # counts of months and working days from a later day leave the calendar


class IsoDate(click.ParamType[date]):
    """A date as 2026-03-12."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it, or say how to write it."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” is not a date: write it as 2026-03-12")


def refuse_options_before(ctx: click.Context) -> None:
    """Refuse what is said before a command that takes its own: it would be left out without a word."""
    said = [
        one.opts[0]
        for one in ctx.command.params
        if isinstance(one, click.Option) and ctx.get_parameter_source(one.name or "") is ParameterSource.COMMANDLINE
    ]
    if said:
        name = ctx.invoked_subcommand
        raise click.UsageError(f"Say {', '.join(said)} after “{name}”: before it, it does not count there", ctx)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(__version__, prog_name="IRO Desktop")
@click.option("--data-dir", type=click.Path(path_type=Path), help="Folder of the store; else your own data folder.")
@click.option("--on", type=IsoDate(), help="Take this day as today, for this command.")
@click.option("--passphrase-file", type=click.Path(path_type=Path), help="File whose first line is the passphrase.")
@click.pass_context
def program(ctx: click.Context, data_dir: Path | None, on: date | None, passphrase_file: Path | None) -> None:
    """Caseload, dates and reviews of Independent Reviewing Officers. Without a command: the window.

    Dates are written 2026-03-12. Exit codes: 0 done, 1 something you can put right, 2 nothing could be read from the
    input, 70 a fault of the program.

    Example: iro-desktop --on 2026-11-23 due --json
    """
    if on is not None and on > _LAST_TODAY:
        raise click.BadParameter("that day lies too far ahead", param_hint="--on")
    ctx.obj = Options(data_dir, on, passphrase_file, ctx.obj)
    if ctx.invoked_subcommand is None:
        ctx.exit(from_window("start", "open_program")(data_dir, on))


def from_window(module: str, name: str) -> Callable[..., Any]:
    """A function of the window, loaded by name: the two floors beside each other never import each other."""
    found: Callable[..., Any] = getattr(importlib.import_module(f"iro_desktop.ui.{module}"), name)
    return found


def run(arguments: Sequence[str], painter: "Painter | None" = None) -> int:
    """Run one command; returns the exit code. Messages go to standard error. ``painter`` paints charts and pages."""
    _speak_utf8()
    try:
        code = program.main(list(arguments), prog_name="iro-desktop", standalone_mode=False, obj=painter)
    except RefusedInput as error:
        return _say(str(error), REFUSED)
    except UserError as error:
        return _say(str(error), USER_ERROR)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        return _say(error.format_message(), USER_ERROR)
    except (click.Abort, KeyboardInterrupt):
        return _say("Stopped. Nothing that was not saved before was changed.", USER_ERROR)
    except BrokenPipeError:
        return DONE
    except OSError as error:
        return _say(_system_sentence(error), USER_ERROR)
    except Exception as error:  # noqa: BLE001 the outer door: a bug is told without its data
        return _say(_BUG.format(kind=type(error).__name__, where=_where(error)), BUG)
    return code if isinstance(code, int) else DONE  # a command that ends with a code: click hands it back


def _system_sentence(error: OSError) -> str:
    """What the system refused, without a path that could hold a name."""
    name = Path(error.filename).name if isinstance(error.filename, str) else "a file"
    return f"The system refused {name}: {error.strerror or 'input or output error'}. What was saved before is safe."


def _where(error: BaseException) -> str:
    """Module and line of the fault; no values."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "the program"


def _say(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    return code


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def show_json(value: object) -> None:
    """One JSON value on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=_plain))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else str(value)


def show_table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Columns lined up for a person; dates as 12 Mar 2026."""
    from iro_desktop.domain.dates import short

    texts = [
        [short(cell) if isinstance(cell, date) else "" if cell is None else str(cell) for cell in row] for row in rows
    ]
    widths = [max(len(line[column]) for line in [list(headings), *texts]) for column in range(len(headings))]
    for line in [list(headings), *texts]:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


json_option = click.option("--json", "as_json", is_flag=True, help="One JSON value on standard output.")
