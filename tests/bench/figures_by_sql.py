"""Figures as somebody would write them by hand in SQL, for the bench: over stored facts, on the same encrypted store.

Each statement gives rows of ``child_id, day, met, counted``; one wrapper adds up those of the period and of the IRO.
Only figures are here that can be said in SQL at all. When a review or a visit falls due by law (its regime, what went
before it, an adoption, a short break, an easement) is what the program's rules are for; nobody wrote that in SQL.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.engine import Connection

from iro_desktop.measures.model import Span
from iro_desktop.rules.calendar import WorkingCalendar

HELD = """
    held AS (
        SELECT review.*, min(review.id) FROM review JOIN child ON child.id = review.child_id
        WHERE coalesce(review.kind, '') <> 'pathway' AND child.merged_into IS NULL
        GROUP BY review.child_id, review.held_on
    )
"""
PERIODS = """
    told AS (
        SELECT episode.*, sum(start_reason = 'S') OVER (PARTITION BY child_id ORDER BY started_on, episode.id) AS nth
        FROM episode JOIN child ON child.id = episode.child_id WHERE child.merged_into IS NULL
    ),
    period AS (
        SELECT child_id, min(started_on) AS first_on, max(start_reason = 'S') AS is_start_known,
            max(CASE WHEN ended_on IS NOT NULL AND end_reason <> 'X1' THEN ended_on END) AS ended_on,
            min(legal_status IN ('V3', 'V4')) AS is_short_breaks
        FROM told GROUP BY child_id, nth
    )
"""
_SHARE = "SELECT child_id, held_on AS day, participation IN ({met}) AS met, {asked} AS counted FROM held"
_ASKED = "coalesce(participation, 'PN0') <> 'PN0'"
_TASK = """
    SELECT finished.child_id, day, done_on IS NOT NULL AND done_on <= due_on AS met,
        held_on >= tracking_from AND (done_on IS NOT NULL OR due_on < :today) AND max(first_on) IS NOT NULL AS counted
    FROM (
        SELECT held.id, held.child_id, held_on, tracking_from, coalesce(
            completed_on, CASE WHEN coalesce(method, '') <> 'series' AND adjourned_on IS NULL THEN held_on END
        ) AS day
        FROM held JOIN child ON child.id = held.child_id
    ) AS finished
    JOIN (
        SELECT day_rank.on_, working.on_ AS due_on FROM day_rank JOIN working ON working.rank = day_rank.rank + {days}
    ) AS due ON due.on_ = day
    LEFT JOIN (
        SELECT review_id, min(done_on) AS done_on FROM completion
        WHERE task = '{task}' AND done_on <= :today GROUP BY review_id
    ) AS done ON done.review_id = finished.id
    LEFT JOIN period ON period.child_id = finished.child_id AND first_on <= held_on
        AND (ended_on IS NULL OR held_on <= ended_on)
    WHERE day BETWEEN :first AND :last GROUP BY finished.id
"""
_STOCK = """
    SELECT period.child_id, :last AS day, 1 AS met,
        born_on IS NULL OR date(born_on, '+18 years', 'floor') > :last AS counted
    FROM period JOIN child ON child.id = period.child_id
    WHERE first_on <= :last AND (ended_on IS NULL OR :last < ended_on) AND NOT is_short_breaks
"""
# What it is of, by the measure's id: what it is made from, and its rows.
FIGURES: dict[str, tuple[str, str]] = {
    "reviews.held": (HELD, "SELECT child_id, held_on AS day, 1 AS met, 1 AS counted FROM held"),
    "reviews.series": (
        HELD, "SELECT child_id, held_on AS day, 1 AS met, 1 AS counted FROM held WHERE method = 'series'"
    ),
    "attendance": (HELD, _SHARE.format(met="'PN1', 'PN2', 'PN3', 'PN4'", asked=_ASKED)),
    "participation.strict": (HELD, _SHARE.format(met="'PN1', 'PN2', 'PN3', 'PN5', 'PN6'", asked=_ASKED)),
    "participation.broad": (HELD, _SHARE.format(met="'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6'", asked=_ASKED)),
    "plan-current": (
        HELD,
        """
        SELECT child_id, held_on AS day, is_plan_current AS met, is_plan_current IS NOT NULL AS counted FROM held
        """,
    ),
    "rearranged": (
        f"""{HELD}, after AS (
            SELECT *, lag(held_on, 1, '') OVER (PARTITION BY child_id ORDER BY held_on) AS before_on FROM held
        )""",
        """
        SELECT after.child_id, held_on AS day, EXISTS (
            SELECT 1 FROM booking WHERE booking.authority_id = :authority AND booking.child_id = after.child_id
            AND coalesce(booking.kind, '') <> 'pathway'
            AND status IN ('moved', 'cancelled') AND closed_on > before_on AND closed_on <= held_on
        ) AS met, held_on >= tracking_from AS counted FROM after JOIN child ON child.id = after.child_id
        """,
    ),
    "rearrangements": (
        "",
        """
        SELECT child_id, closed_on AS day, 1 AS met, 1 AS counted FROM booking JOIN child ON child.id = child_id
        WHERE coalesce(kind, '') <> 'pathway' AND status IN ('moved', 'cancelled') AND merged_into IS NULL
        """,
    ),
    "consultations.returned": (
        "",
        """
        SELECT child_id, sent_on AS day, coalesce(returned_on <= :today, 0) AS met, 1 AS counted
        FROM sending JOIN child ON child.id = child_id WHERE what = 'consultation' AND merged_into IS NULL
        """,
    ),
    "recommendations.in-time": (f"{HELD}, {PERIODS}", _TASK.format(task="after.recommendations", days=5)),
    "minutes.in-time": (f"{HELD}, {PERIODS}", _TASK.format(task="after.minutes", days=15)),
    "letters.in-time": (f"{HELD}, {PERIODS}", _TASK.format(task="after.letter", days=15)),
    "distribution.in-time": (f"{HELD}, {PERIODS}", _TASK.format(task="after.distribution", days=20)),
    "children.stock": (PERIODS, _STOCK),
    "children.started": (
        PERIODS,
        """
        SELECT DISTINCT child_id, first_on AS day, 1 AS met, 1 AS counted FROM period
        WHERE is_start_known AND NOT is_short_breaks
        """,
    ),
    "children.ceased": (
        PERIODS,
        """
        SELECT child_id, ended_on AS day, 1 AS met, 1 AS counted FROM period
        WHERE ended_on IS NOT NULL AND NOT is_short_breaks
        """,
    ),
    "caseload.per-fte": (
        PERIODS,
        f"""
        SELECT * FROM ({_STOCK}) AS here WHERE EXISTS (
            SELECT 1 FROM allocation WHERE allocation.authority_id = :authority
            AND allocation.child_id = here.child_id AND from_on <= :last
            AND (to_on IS NULL OR :last <= to_on)
        )
        """,
    ),
    "alerts.raised": (
        "",
        """
        SELECT child_id, raised_on AS day, 1 AS met, 1 AS counted FROM alert JOIN child ON child.id = child_id
        WHERE merged_into IS NULL
        """,
    ),
}  # fmt: skip
_SUMS = """
    {of} SELECT coalesce(sum(counted AND met), 0), coalesce(sum(counted), 0) FROM ({rows}) AS one
    WHERE day BETWEEN :first AND :last
"""
_OF_IRO = """
    AND EXISTS (
        SELECT 1 FROM allocation WHERE allocation.authority_id = :authority
        AND allocation.child_id = one.child_id AND allocation.iro_id = :iro
        AND allocation.from_on <= {on} AND (allocation.to_on IS NULL OR {on} <= allocation.to_on)
    )
"""
# A child is given to an IRO days after coming into care: who was given the child first in that time.
_GIVEN = """
    (SELECT min(from_on) FROM allocation
     WHERE allocation.authority_id = :authority AND allocation.child_id = one.child_id AND from_on >= day)
"""


def statement(key: str, *, of_iro: bool) -> str:
    """The whole statement of one figure."""
    of, rows = FIGURES[key]
    whose = _OF_IRO.format(on=_GIVEN if key == "children.started" else "day") if of_iro else ""
    return _SUMS.format(of=f"WITH {of}" if of else "", rows=rows) + whose


def make_days(connection: Connection, calendar: WorkingCalendar, first_on: date, last_on: date) -> None:
    """Two small tables of this connection alone: the rank of each day among working days, and each working day."""
    run = connection.exec_driver_sql
    run("CREATE TEMP TABLE day_rank (on_ TEXT PRIMARY KEY, rank INTEGER NOT NULL) WITHOUT ROWID")
    run("CREATE TEMP TABLE working (rank INTEGER PRIMARY KEY, on_ TEXT NOT NULL)")
    ranks = list(_ranks(calendar, first_on, last_on))
    run("INSERT INTO day_rank VALUES (?, ?)", [(day.isoformat(), rank) for day, rank, _ in ranks])
    run("INSERT INTO working VALUES (?, ?)", [(rank, day.isoformat()) for day, rank, is_working in ranks if is_working])


def _ranks(calendar: WorkingCalendar, first_on: date, last_on: date) -> Iterator[tuple[date, int, bool]]:
    rank, day = 0, first_on
    while day <= last_on:
        is_working = calendar.is_working(day)
        rank += is_working
        yield day, rank, is_working
        day += timedelta(1)


def figures_by_sql(connection: Connection, authority: str, span: Span, iro: str | None) -> dict[str, tuple[int, int]]:
    """Numerator and denominator of each figure, by its measure's id."""
    run = connection.exec_driver_sql
    asked = {
        "authority": authority,
        "first": span.from_on.isoformat(),
        "last": min(span.to_on, span.today).isoformat(),
        "today": span.today.isoformat(),
        "iro": run("SELECT id FROM iro WHERE name = ?", (iro,)).scalar_one() if iro else None,
    }
    found: dict[str, tuple[int, int]] = {}
    for key in FIGURES:
        numerator, denominator = run(statement(key, of_iro=iro is not None), asked).one()
        found[key] = numerator, denominator
    return found
