"""The service's own year: its people, meetings, practice standards, feedback and plans. All of it invented.

What such a service records is as annual reports print it: supervision, monthly team meetings with guests, peer
observations, link areas with a quarterly meeting, standards with a benchmark, feedback with consent, a plan by year.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from iro_desktop.domain.acts import (
    Act,
    AddIro,
    AddPlanAction,
    AddStandard,
    AllocateIro,
    ChangeIro,
    ChangeSetting,
    ChangeStandard,
    RecordFeedback,
    RecordLeave,
    RecordPlanProgress,
    RecordTeamEvent,
    SignOffStandard,
)
from iro_desktop.domain.vocabulary import Contract, IroRole, LeaveKind, PlanProgress, Role, TeamEventKind
from iro_desktop.services.sample.clinics import clinics
from iro_desktop.services.sample.days import add_days, add_months, any_day
from iro_desktop.services.sample.world import World

MANAGER, FOSTERING, LEFT = "Winifred Sketch-Vale", "Tobias Figment-Weir", "Rosalind Parable-Knoll"
_AREAS = (
    "cared for children", "care leavers", "children with disabilities", "adoption", "education", "health",
)  # fmt: skip
_WITHOUT = "care leavers"  # no meeting of it this quarter
_BACKGROUNDS = (
    "Grew up in foster care", "Speaks Welsh", "Speaks Punjabi and Urdu", "Came from a court team",
    "Worked with unaccompanied children", "Speaks Polish", "Black British, Caribbean family",
)  # fmt: skip
_GUESTS = (
    "the virtual school", "the designated nurse for children in care", "the advocacy service", "the housing team",
    "a young people’s council", "the leaving care team", "the adoption agency", "Cafcass",
)  # fmt: skip
_TOPICS = ("caseload and write-ups", "personal development", "practice: challenge and drift", "wellbeing")
_SEEN = ("chairing a first review", "a child’s part in their review", "a pathway plan review", "a final review")
_SUPERVISED_DAYS = 30


@dataclass(frozen=True, slots=True)
class _Standard:
    """One practice standard of the service."""

    name: str
    text: str
    benchmark: str
    measure: str | None = None
    stands: str | None = None
    is_draft: bool = False


_STANDARDS = (
    _Standard(
        "Reviews in timescale",
        "Every review is booked so that it stays in timescale even if it moves.",
        "95 %, each month",
        "timeliness.held",
    ),
    _Standard(
        "Recommendations after a review",
        "Recommendations are sent within five working days of the review.",
        "90 %",
        "recommendations.in-time",
    ),
    _Standard(
        "Record of the review",
        "The minutes are finished within fifteen working days of the review.",
        "90 %",
        "minutes.in-time",
    ),
    _Standard(
        "Mid-point reviews",
        "Half-way between two reviews each recommendation is looked at, with the child’s social worker.",
        "Every child, between each two reviews",
        stands="Twelve children were looked at in the audit of the autumn: nine had a mid-point on record.",
    ),
    _Standard(
        "The child’s voice",
        "Each child is spoken to alone before their review, or observed where they are under four.",
        "Every child",
        stands="Children say so in the survey; it is not always on record when and where.",
    ),
    _Standard(
        "Reviews of foster carers",
        "Fostering reviews are prepared, recorded and followed up as children’s reviews are.",
        "As the other standards have it",
        is_draft=True,
    ),
)
_FEEDBACK: tuple[tuple[Role, str, str, bool | None], ...] = (
    (Role.CHILD, "What is good about your IRO?", "She listens and she remembers what I said last time.", True),
    (Role.CHILD, "What would you change about your reviews?", "Make them shorter. And not in school time.", True),
    (Role.CHILD, "What is good about your IRO?", "He came to see my goalposts before the meeting.", True),
    (Role.CARER, "How was the last review?", "Well led, and the children had the first word.", True),
    (Role.CHILD, "What would you change about your reviews?", "Nothing. It is fine as it is.", None),
    (Role.CHILD, "What is good about your IRO?", "I had a new one and she is all right.", False),
    (Role.CARER, "How was the last review?", "The letter to the children took a long time to come.", None),
    (Role.SOCIAL_WORKER, "How do we work together?", "Recommendations are clear, and I hear of them early.", True),
    (Role.CHILD, "Did you get to say what you wanted?", "Yes, I chaired some of it myself.", True),
    (Role.CHILD, "Did you get to say what you wanted?", "Not really, there were too many people.", True),
    (Role.MOTHER, "How was the last review?", "I was told what was said about me. That was fair.", False),
    (Role.CHILD, "What would you change about your reviews?", "Ask me who should come.", True),
    (Role.ADVOCATE, "How do we work together?", "Young people are prepared well for their reviews.", None),
)
_LAST_YEAR = (
    ("Letters to children are written within fifteen working days.", PlanProgress.CARRIED,
     "More are in time than the year before, and not yet enough."),
    ("Mid-point reviews are held and recorded for every child.", PlanProgress.CARRIED,
     "A more consistent start; it stays a focus."),
    ("Practice standards are written for the service.", PlanProgress.DONE, "Written, and shared with every IRO."),
    ("A shared calendar of court dates is kept with the legal team.", PlanProgress.DROPPED,
     "The court sends its dates by itself since the summer."),
)  # fmt: skip
_THIS_YEAR: tuple[tuple[str, str, int, PlanProgress | None, str], ...] = (
    ("The practice standards are embedded: one is looked at in each team meeting.", MANAGER, 12,
     PlanProgress.IN_HAND, "Four of six so far."),
    ("Partners are shown each quarter how many consultation forms came back.", MANAGER, 6, None, ""),
    ("Young people help to write the letter that follows a review.", "", 9, PlanProgress.DONE,
     "Two workshops were held; the letter has a new shape."),
)  # fmt: skip
_NEXT_YEAR = (
    "Strengthen the timeliness of reviews, recommendations and letters.",
    "Challenge drift and delay earlier, with themes told to the teams each quarter.",
    "More young people chair a part of their own review.",
)


def service(rng: Random, names: Sequence[str], allocated: Sequence[AllocateIro], world: World) -> Iterator[Act]:
    """``names``: the IROs who review children; beside them a manager, a fostering IRO, and one who has left."""
    for name, fte in ((MANAGER, 1.0), (FOSTERING, 0.5), (LEFT, 1.0)):
        yield AddIro(name=name, fte=fte)
    yield from _people(rng, names, allocated, world)
    yield ChangeSetting(
        setting="supervision", value="6w", from_on=add_months(world.today, -24), reason="Supervision policy"
    )
    yield from _supervision(rng, names, world)
    yield from _team_meetings(world)
    yield from _observations(rng, names, world)
    yield from _link_meetings(_links(names), world)
    yield from _standards(world)
    yield from _feedback(world)
    yield from _plans(names, world)
    yield from clinics(rng, names, world)
    monday = add_days(world.today, -world.today.weekday())
    yield RecordLeave(iro=FOSTERING, from_on=monday, to_on=add_days(monday, 4), what=LeaveKind.ANNUAL)


def _people(rng: Random, names: Sequence[str], allocated: Sequence[AllocateIro], world: World) -> Iterator[ChangeIro]:
    links = _links(names)
    for index, name in enumerate(names):
        first_on = min((one.from_on for one in allocated if one.iro == name), default=world.today)
        from_on = min(first_on, add_months(world.today, -rng.randint(14, 100))).replace(day=1)
        is_agency = index % 6 == 4
        yield ChangeIro(
            iro=name,
            from_on=from_on,
            role=IroRole.PRIVATE_FOSTERING if index == 1 else IroRole.CARED_FOR,
            contract=Contract.AGENCY if is_agency else Contract.PERMANENT,
            qualified_on=None if index % 9 == 7 else add_months(from_on, -rng.randint(62, 190)),
            background=_BACKGROUNDS[index % len(_BACKGROUNDS)],
            link_areas=", ".join(area for area, whose in links if whose == name) or None,
            other_duties=10 if index == 1 else None,
        )
    yield ChangeIro(
        iro=MANAGER,
        from_on=add_months(world.today, -50).replace(day=1),
        role=IroRole.MANAGER,
        contract=Contract.PERMANENT,
        qualified_on=add_months(world.today, -12 * 22),
        background="Was an IRO here for nine years",
    )
    yield ChangeIro(
        iro=FOSTERING,
        from_on=add_months(world.today, -10).replace(day=1),
        role=IroRole.FOSTERING,
        contract=Contract.FIXED_TERM,
        qualified_on=add_months(world.today, -51).replace(day=15),
        link_areas="fostering",
    )
    yield ChangeIro(
        iro=LEFT,
        from_on=add_months(world.today, -30).replace(day=1),
        to_on=add_months(world.today, -2),
        role=IroRole.CARED_FOR,
        contract=Contract.AGENCY,
        qualified_on=add_months(world.today, -12 * 11),
    )


def _links(names: Sequence[str]) -> list[tuple[str, str]]:
    """Each service area with the IRO who is its link; fostering is the fostering IRO's."""
    return [(area, names[index % len(names)]) for index, area in enumerate(_AREAS)]


def _supervision(rng: Random, names: Sequence[str], world: World) -> Iterator[RecordTeamEvent]:
    """Every month for each; the fostering IRO, and of a team of four one more, has waited for longer."""
    waiting = {FOSTERING, *(names[3:4])}
    for name in (*names, FOSTERING):
        on = add_days(world.today, -(rng.randint(58, 70) if name in waiting else rng.randint(3, 36)))
        first_on = add_months(world.today, -9 if name == FOSTERING else -13)
        for number in range(14):
            if on < first_on:
                break
            yield RecordTeamEvent(
                what=TeamEventKind.SUPERVISION,
                on=_working(on, world),
                iro=name,
                area=_TOPICS[number % len(_TOPICS)],
            )
            on = add_days(on, -_SUPERVISED_DAYS - rng.randint(-2, 6))


def _working(day: date, world: World) -> date:
    """The day, or the last working day before it: nothing lies in the future."""
    return day if world.calendar.is_working(day) else world.calendar.add(day, -1)


def _team_meetings(world: World) -> Iterator[RecordTeamEvent]:
    for months in range(12):
        on = _working(add_days(add_months(world.today, -months).replace(day=1), 9), world)
        if on <= world.today:
            yield RecordTeamEvent(
                what=TeamEventKind.TEAM_MEETING, on=on, guests=_GUESTS[months % len(_GUESTS)] if months % 3 else None
            )


def _observations(rng: Random, names: Sequence[str], world: World) -> Iterator[RecordTeamEvent]:
    """Each IRO is observed once a year, by the next one; the only one by the fostering IRO."""
    for index, name in enumerate(names):
        other = names[(index + 1) % len(names)] if len(names) > 1 else FOSTERING
        on = _working(any_day(rng, add_months(world.today, -9), add_days(world.today, -20)), world)
        yield RecordTeamEvent(
            what=TeamEventKind.OBSERVATION, on=on, iro=name, with_iro=other, area=_SEEN[index % len(_SEEN)]
        )


def _link_meetings(links: Sequence[tuple[str, str]], world: World) -> Iterator[RecordTeamEvent]:
    """Once a quarter for each area; one of them has had none this quarter."""
    month = world.today.month - (world.today.month - 1) % 3
    for index, (area, name) in enumerate((*links, ("fostering", FOSTERING))):
        for quarters in range(4):
            first = add_months(date(world.today.year, month, 1), -3 * quarters)
            on = _working(add_days(first, 10 + 3 * index), world)
            is_missed = area == _WITHOUT and not quarters
            is_there = name != FOSTERING or quarters < 3
            if on <= world.today and is_there and not is_missed:
                yield RecordTeamEvent(what=TeamEventKind.LINK_MEETING, on=on, iro=name, area=area)


def _standards(world: World) -> Iterator[Act]:
    for one in _STANDARDS:
        yield AddStandard(name=one.name, text=one.text, benchmark=one.benchmark, measure=one.measure)
        if not one.is_draft:
            yield SignOffStandard(name=one.name, on=_working(add_months(world.today, -8), world), by="Head of service")
        if one.stands:
            yield ChangeStandard(
                name=one.name, stands=one.stands, looked_on=_working(add_days(world.today, -40), world)
            )


def _feedback(world: World) -> Iterator[RecordFeedback]:
    """A survey in the spring, and what was said since; the oldest first, as it is recorded."""
    days = (300, 298, 296, 240, 231, 205, 160, 132, 101, 77, 54, 33, 12)
    for ago, (source, question, words, may_quote) in zip(days, _FEEDBACK, strict=True):
        yield RecordFeedback(
            on=add_days(world.today, -ago), source=source, words=words, question=question, may_quote=may_quote
        )


def _plans(names: Sequence[str], world: World) -> Iterator[Act]:
    year = world.today.year - ((world.today.month, world.today.day) < (4, 1))
    for text, _, _ in _LAST_YEAR:
        yield AddPlanAction(year=year - 1, text=text, owner=MANAGER)
    for text, owner, months, _, _ in _THIS_YEAR:
        due_on = add_days(add_months(date(year, 4, 1), months), -1)
        yield AddPlanAction(year=year, text=text, owner=owner or names[0], due_on=due_on)
    for number, (_, progress, went) in enumerate(_LAST_YEAR, 1):
        yield RecordPlanProgress(year=year - 1, number=number, progress=progress, on=date(year, 3, 24), went=went)
    for number, (_, _, _, begun, went) in enumerate(_THIS_YEAR, 1):
        if begun is not None:
            on = max(add_days(world.today, -20), min(date(year, 4, 1), world.today))
            yield RecordPlanProgress(year=year, number=number, progress=begun, on=on, went=went)
    for text in _NEXT_YEAR:
        yield AddPlanAction(year=year + 1, text=text)
