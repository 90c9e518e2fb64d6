"""What one partner agency and the service had to do with each other in a time: forms, escalations, thanks."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.vocabulary import Agency, AlertKind, Standing
from iro_desktop.rules.disputes import OF_PARTNERS
from iro_desktop.services.alert_cards import Held, alerts_of
from iro_desktop.services.challenge_views import AgencyReturns
from iro_desktop.services.consultations import consultation_returns
from iro_desktop.services.service_lists import Lists
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.today import with_work

NO_THEME = "no theme said"
_LATE = frozenset({Standing.MET_LATE, Standing.MISSED, Standing.OVERDUE})


@dataclass(frozen=True, slots=True)
class PartnerFacts:
    """What was between the service and an agency in a time, first and last day included."""

    agency: Agency
    forms: AgencyReturns
    escalations: tuple[tuple[str, int], ...]  # by theme, the most frequent first
    in_time: int  # answers of the agency to those escalations, each stage for itself
    late: int  # answered late, or over its day without an answer
    waiting: int  # not answered, and still in time or without a day
    untimed: int  # answered, and no day was asked for
    praise: tuple[tuple[str, int], ...]  # good practice of the agency, by theme

    @property
    def escalated(self) -> int:
        """How many escalations."""
        return sum(count for _, count in self.escalations)

    @property
    def answers(self) -> int:
        """How many answers were asked for."""
        return self.in_time + self.late + self.waiting + self.untimed

    @property
    def praised(self) -> int:
        """How often good practice was told."""
        return sum(count for _, count in self.praise)


def partner_facts(snapshot: Snapshot, agency: Agency, from_on: date, to_on: date) -> PartnerFacts:
    """Of the whole service's children; an alert counts when it was raised, a form when it was sent."""
    lists = Lists(snapshot.lists)
    raised = [
        one
        for child in with_work(snapshot, None)
        for one in alerts_of(snapshot, child)
        if one.alert.agency is agency and from_on <= one.alert.raised_on <= to_on
    ]
    partners = [one for one in raised if one.alert.kind is AlertKind.PARTNER]
    answers = Counter(words for one in partners for words in _answers(one))
    returns = consultation_returns(snapshot, None, from_on, to_on)
    forms = next((one for one in returns if one.agency is agency), None)
    return PartnerFacts(
        agency,
        forms or AgencyReturns(agency, 0, 0, 0, 0, None, ()),
        _by_theme(partners, lists),
        answers["in time"],
        answers["late"],
        answers["waiting"],
        answers["untimed"],
        _by_theme([one for one in raised if one.alert.kind is AlertKind.GOOD_PRACTICE], lists),
    )


def _by_theme(found: list[Held], lists: Lists) -> tuple[tuple[str, int], ...]:
    counted = Counter(lists.name_of(one.alert.theme_id) or NO_THEME for one in found)
    return tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def _answers(one: Held) -> Iterator[str]:
    """How each stage at the agency was answered; a stage that was taken further unanswered is late or waiting."""
    for step in one.steps:
        if step.stage in OF_PARTNERS:
            clock = one.clocks.get(step.id)
            standing = clock.standing if clock is not None else None
            if standing is Standing.MET:
                yield "in time"
            elif standing in _LATE:
                yield "late"
            else:
                yield "untimed" if step.answered_on is not None else "waiting"
