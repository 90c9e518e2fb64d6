"""``team``, ``standards``, ``feedback``, and what ``plan`` shows by itself: the service's own records.

IROs stand by name, as in every list. What somebody wrote or said may name a child: it is shown with --names alone.
"""

from dataclasses import asdict
from datetime import date

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate, json_option, refuse_options_before, show_json, show_table
from iro_desktop.cli.session import allow_names, names_options, reading, snapshot
from iro_desktop.domain.errors import UserError
from iro_desktop.measures.compute import full_time
from iro_desktop.services.feedback import feedback
from iro_desktop.services.meetings import meetings
from iro_desktop.services.plan_of_year import plan_of_year, years_words
from iro_desktop.services.service_views import FeedbackRow, IroRow, MeetingRow, StandardRow
from iro_desktop.services.standards import standards
from iro_desktop.services.team import team

_WORDS_OF_IRO = frozenset({"background"})
_WORDS_OF_MEETING = frozenset({"guests", "note"})
_WORDS_OF_ACTION = frozenset({"text", "owner", "went"})
_WORDS_OF_STANDARD = frozenset({"text", "benchmark", "stands", "signed_off_by"})


@click.group("team", invoke_without_command=True)
@names_options
@json_option
@click.pass_context
def team_command(ctx: click.Context, names: bool, reader: str | None, purpose: str | None, as_json: bool) -> None:
    """Each IRO: post, caseload for their time against 50 to 70, supervision, and what is missing.

    Example: iro-desktop team --json
    """
    if ctx.invoked_subcommand is not None:
        refuse_options_before(ctx)
        return
    options: Options = ctx.obj
    shown = allow_names(options, "team", names, reader, purpose)
    with reading(options) as store:
        view = team(snapshot(store, options))
    if as_json:
        show_json([_iro(one, names=shown) for one in view.rows])
        return
    headings = ("IRO", "FTE", "children", "for each FTE", "supervised", "in 12 months", "stands")
    rows = [
        (one.name, one.fte, one.children, one.per_fte, one.supervised_on, one.supervisions, one.standing_words)
        for one in view.rows
    ]
    show_table(headings, rows)
    whole = "" if view.per_fte is None else f", {view.per_fte:g} children for each"
    click.echo(f"{view.in_post} in post, {full_time(view.fte)}{whole}", err=True)


@team_command.command("meetings")
@click.option("--from", "from_on", type=IsoDate(), help="First day; else twelve months before the last.")
@click.option("--to", "to_on", type=IsoDate(), help="Last day; else today.")
@click.option("--iro", help="Only those of this IRO.")
@names_options
@json_option
@click.pass_obj
def meetings_command(
    options: Options,
    from_on: date | None,
    to_on: date | None,
    iro: str | None,
    names: bool,
    reader: str | None,
    purpose: str | None,
    as_json: bool,
) -> None:
    """Supervision, team meetings, observations, link meetings; what is missing today comes first.

    Example: iro-desktop team meetings --from 2026-04-01 --to 2026-09-30
    """
    shown = allow_names(options, "team meetings", names, reader, purpose)
    with reading(options) as store:
        now = snapshot(store, options)
    if iro is not None and iro not in {one.name for one in now.iros}:
        raise UserError("There is no IRO of that name here.")
    view = meetings(now, from_on, to_on)
    rows = [one for one in view.rows if iro is None or iro in (one.iro, one.with_iro)]
    if as_json:
        show_json([_meeting(one, names=shown) for one in rows])
        return
    headings = ("day", "what", "IRO", "with", *(("about", "guests", "note") if shown else ("area",)))
    show_table(headings, [_meeting_shown(one, names=shown) for one in rows])
    counted = ", ".join(f"{count} {kind.label}" for kind, count in view.counts)
    click.echo(f"{counted}; {view.missing} missing", err=True)


@click.command("standards")
@names_options
@json_option
@click.pass_obj
def standards_command(options: Options, names: bool, reader: str | None, purpose: str | None, as_json: bool) -> None:
    """Practice standards, and where the service stands over the last twelve months; what they say with --names.

    Example: iro-desktop standards --json
    """
    shown = allow_names(options, "standards", names, reader, purpose)
    with reading(options) as store:
        view = standards(snapshot(store, options))
    if as_json:
        show_json([_standard(one, names=shown) for one in view.rows])
        return
    rows = [
        (
            one.name,
            one.state.label,
            one.signed_off_on,
            one.figure_words,
            *((one.benchmark, one.stands) if shown else ()),
        )
        for one in view.rows
    ]
    show_table(("standard", "state", "signed off", "figure", *(("benchmark", "stands") if shown else ())), rows)


@click.command("feedback")
@click.option("--quotable", is_flag=True, help="Only what may be quoted.")
@names_options
@json_option
@click.pass_obj
def feedback_command(
    options: Options, quotable: bool, names: bool, reader: str | None, purpose: str | None, as_json: bool
) -> None:
    """What was said about the service, by whom, and whether it may be quoted; the words with --names.

    Example: iro-desktop feedback --quotable --names --for "corporate parenting board" --purpose "annual report"
    """
    shown = allow_names(options, "feedback", names, reader, purpose)
    with reading(options) as store:
        view = feedback(snapshot(store, options))
    rows = [one for one in view.rows if one.may_quote or not quotable]
    if as_json:
        show_json([_feedback(one, names=shown) for one in rows])
        return
    headings = ("number", "day", "from", "consent", *(("question", "words") if shown else ()))
    told = [
        (one.number, one.on, one.source.label, one.consent_words, *((one.question, one.words) if shown else ()))
        for one in rows
    ]
    show_table(headings, told)


def show_plan(options: Options, year: int | None, *, names: bool, as_json: bool) -> None:
    """The actions of the plan of a year, or of every year; what they are and how they went with ``names``."""
    with reading(options) as store:
        view = plan_of_year(snapshot(store, options))
    rows = [one for one in view.rows if year is None or one.year == year]
    if as_json:
        hidden = {"standing", "years_words"} | (frozenset() if names else _WORDS_OF_ACTION)
        show_json([{name: value for name, value in asdict(one).items() if name not in hidden} for one in rows])
        return
    headings = ("year", "number", "by", "stands", *(("action", "owner", "how it went") if names else ()))
    told = [
        (
            *(years_words(one.year), one.number, one.due_on, one.standing_words),
            *((one.text, one.owner, one.went) if names else ()),
        )
        for one in rows
    ]
    show_table(headings, told)


def _iro(one: IroRow, *, names: bool) -> dict[str, object]:
    left_out = {"standing", "standing_words", "load", "has_left", "meetings", "row_version"}
    hidden = left_out if names else left_out | _WORDS_OF_IRO
    return {
        **{name: value for name, value in asdict(one).items() if name not in hidden},
        "load": str(one.load) if one.load else None,
    }


def _meeting(one: MeetingRow, *, names: bool) -> dict[str, object]:
    told: dict[str, object] = {
        "what": one.what,
        "on": one.on,
        "missing": one.is_missing,
        "iro": one.iro or None,
        "with": one.with_iro or None,
        "area": _area(one, names=names) or None,
    }
    return told | ({name: getattr(one, name) or None for name in sorted(_WORDS_OF_MEETING)} if names else {})


def _area(one: MeetingRow, *, names: bool) -> str:
    """A link area is one of the service's; what supervision was about may be a child."""
    return one.area if names or one.what.value == "link-meeting" else ""


def _meeting_shown(one: MeetingRow, *, names: bool) -> tuple[object, ...]:
    day = one.on or f"missing: {one.words}"
    return (
        day,
        one.what.label,
        one.iro,
        one.with_iro,
        *((one.area, one.guests, one.note) if names else (_area(one, names=False),)),
    )


def _standard(one: StandardRow, *, names: bool) -> dict[str, object]:
    left_out = {"standing", "standing_words", "figure_words", "row_version", "definition"}
    hidden = left_out if names else left_out | _WORDS_OF_STANDARD
    return {name: value for name, value in asdict(one).items() if name not in hidden}


def _feedback(one: FeedbackRow, *, names: bool) -> dict[str, object]:
    told: dict[str, object] = {"number": one.number, "on": one.on, "from": one.source, "may_quote": one.may_quote}
    return told | ({"question": one.question or None, "words": one.words} if names else {})
