"""One thing to do for every kind of act about figures that are kept: frozen, typed in as published, taken away."""

from iro_desktop.domain.acts import Act, FreezeFigures, RecordPublished, RemovePublished
from tests.services.office import day

FIRST_ON, LAST_ON = day("1 Apr 2025"), day("31 Mar 2026")
FROZEN = FreezeFigures(name="October", from_on=day("1 Oct"), to_on=day("31 Oct"), note="For the clinic")
PUBLISHED = RecordPublished(
    name="2025/26 as published",
    measure="timeliness.held",
    value=94.0,
    numerator=1033,
    denominator=1233,
    from_on=FIRST_ON,
    to_on=LAST_ON,
)
ATTENDED = RecordPublished(
    name="2025/26 as published", measure="attendance", value=46.5, from_on=FIRST_ON, to_on=LAST_ON
)


def figures_cases(*base: Act) -> tuple[tuple[Act, tuple[Act, ...]], ...]:
    """Each act with what has to be there before it."""
    return (
        (FROZEN, base),
        (FreezeFigures(name="So far", from_on=day("1 Apr 2026"), to_on=day("31 Mar 2027")), (*base, PUBLISHED)),
        (PUBLISHED, ()),
        (
            RecordPublished(
                name="2025/26 AS published", measure="attendance", value=47, from_on=FIRST_ON, to_on=LAST_ON
            ),
            (PUBLISHED, ATTENDED),
        ),
        (RemovePublished(name="2025/26 as published", measure="attendance"), (PUBLISHED, ATTENDED)),
        (RemovePublished(name="2025/26 as published", measure="attendance"), (ATTENDED,)),
    )
