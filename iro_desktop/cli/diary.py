"""``diary``: the days with what stands on them, by the council's id."""

from datetime import date, timedelta

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate, json_option, show_json, show_table
from iro_desktop.cli.session import reading, snapshot
from iro_desktop.domain.errors import UserError
from iro_desktop.services.diary_by_id import entries_by_id
from iro_desktop.services.diary_views import DiaryEntry

_DAYS = 13  # two weeks


@click.command("diary")
@click.option("--from", "from_on", type=IsoDate(), help="First day; else today.")
@click.option("--to", "to_on", type=IsoDate(), help="Last day; else two weeks.")
@click.option("--iro", help="Only this IRO's.")
@click.option("--theirs", is_flag=True, help="What others owe, too.")
@json_option
@click.pass_obj
def diary_command(
    options: Options, from_on: date | None, to_on: date | None, iro: str | None, theirs: bool, as_json: bool
) -> None:
    """Reviews booked, deadlines, hearings, leave and time kept free, day by day, with what speaks against them.

    Example: iro-desktop diary --from 2026-12-01 --to 2026-12-31
    """
    first = from_on or options.today
    last = to_on or first + timedelta(days=_DAYS)
    if last < first:
        raise UserError("The last day lies before the first. Check both days.")
    with reading(options) as store:
        now = snapshot(store, options)
    if iro is not None and iro not in {one.name for one in now.iros}:
        raise UserError("There is no IRO of that name here.")
    found = entries_by_id(now, iro, first, last, theirs=theirs)
    if as_json:
        show_json([_as_json(one) for one in found])
    else:
        rows = [
            (one.on, one.at, one.child, one.what, one.place, " ".join((*_clashes(one), one.detail))) for one in found
        ]
        show_table(("day", "time", "child", "what", "where", "how it stands"), rows)


def _as_json(one: DiaryEntry) -> dict[str, object]:
    return {
        "id": one.id,
        "on": one.on,
        "kind": one.kind.value,
        "what": one.what,
        "child": one.child or None,
        "iro": one.iro or None,
        "at": one.at or None,
        "minutes": one.minutes,
        "place": one.place or None,
        "deadline": one.deadline_id or None,
        "standing": one.standing.value if one.standing else None,
        "last_lawful": one.last_lawful,
        "working_days_to_spare": one.slack,
        "is_late": one.is_late,
        "clashes": _clashes(one),
    }


def _clashes(one: DiaryEntry) -> list[str]:
    return list(one.clashes)
