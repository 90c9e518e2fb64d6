"""Which plain count stands for which measure: things of their own day, and things of a whole period."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from iro_desktop.domain.records import ChildFacts
from tests.measures.plainly import beyond, children, part, reviews, work
from tests.measures.plainly.told import Told, Town

OfDay = Callable[[Town, ChildFacts], Iterable[Told]]
OfPeriod = Callable[[ChildFacts, Town, date, date], Iterator[Told]]

BY_DAY: dict[str, OfDay] = {
    "timeliness.held": reviews.held,
    "timeliness.due": reviews.due,
    "reviews.held": reviews.all_held,
    "reviews.series": reviews.series,
    "reviews.adjourned": reviews.adjourned,
    "reviews.additional": reviews.additional,
    "rearranged": reviews.rearranged,
    "rearrangements": reviews.rearrangements,
    "reports.in-time": work.before("before.report", 3),
    "consult.in-time": work.before("before.consult", 15),
    "plan-current": work.plan_current,
    "consultations.returned": work.consultations,
    "recommendations.in-time": work.after("after.recommendations", 5),
    "response.in-time": work.after("after.response", 5),
    "care-plan.in-time": work.after("after.care-plan", 10),
    "minutes.in-time": work.after("after.minutes", 15),
    "letters.in-time": work.after("after.letter", 15),
    "distribution.in-time": work.after("after.distribution", 20),
    "mid-point.coverage": work.mid_points,
    "visits.before": part.visited,
    "passports.sent": work.passports,
    "attendance": part.by_code(part.THERE),
    "participation.strict": part.by_code(part.STRICT),
    "participation.broad": part.by_code(part.BROAD),
    "not-attended": part.absent,
    "consulted": part.heard,
    "children.started": children.starts,
    "children.ceased": children.ceases,
    "pathway.timeliness": beyond.pathway,
    "pathway.attendance": part.by_code(part.THERE, pathway=True),
    "pathway.held": beyond.pathway_held,
    "private-fostering.visits": beyond.visits,
    "alerts.raised": beyond.raised(None, agency=True, kinds=True),
    "alerts.challenge": beyond.raised("challenge", agency=False),
    "alerts.partner": beyond.raised("partner", agency=True),
    "alerts.good-practice": beyond.raised("good-practice", agency=True),
    "alerts.answered-in-time": beyond.answered,
    "alerts.resolved-in-time": beyond.resolved,
    "alerts.days": beyond.days_to_resolve,
}
BY_PERIOD: dict[str, OfPeriod] = {
    "timeliness.child": children.every_review,
    "timeliness.latest": children.latest_review,
    "attendance.child": partial(part.by_child, part.THERE),
    "participation.child": partial(part.by_child, part.STRICT),
    "children.stock": children.stock,
    "caseload.per-fte": children.allocated,
    "iro-changes": children.iro_changes,
}
OF_CARERS = {"foster-carer.timeliness": beyond.carers}


def everything(measure: str, town: Town, spans: list[tuple[date, date]]) -> list[list[Told]]:
    """What is told for each of these periods."""
    if measure in BY_PERIOD:
        count = BY_PERIOD[measure]
        return [[one for facts in town.children for one in count(facts, town, *span)] for span in spans]
    if measure in OF_CARERS:
        told = list(OF_CARERS[measure](town))
    else:
        told = [one for facts in town.children for one in BY_DAY[measure](town, facts)]
    return [[one for one in told if first <= one.day <= min(last, town.today)] for first, last in spans]
