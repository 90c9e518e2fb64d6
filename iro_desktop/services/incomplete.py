"""What is not known yet of a child, in words: first what dates depend on, then what the record asks for."""

from iro_desktop.domain.records import Child
from iro_desktop.domain.vocabulary import Sex, WorkerRole
from iro_desktop.services.caseload import current_episode, current_period, owed_review
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.splits import split_view


def incomplete(child: ChildNow, snapshot: Snapshot) -> tuple[str, ...]:
    """Each thing on a line of its own; what only the record asks for on one line, at the end."""
    record, period, review = child.facts.child, current_period(child, snapshot), owed_review(child)
    split = split_view(snapshot, record.council_id) if child.is_looked_after else None
    claims = (
        (record.born_on is None, "birth date"),
        (record.born_as is not None, "exact birth date"),
        (record.given_name is None and record.known_as is None, "name"),
        (period is not None and period.started_on is None, "start of care"),
        (review is not None and review.due_on is None, "last review"),
        (
            review is not None and review.due_on is not None and review.review_number is None,
            "number of the last review",
        ),
        (child.is_looked_after and child.iro is None, "IRO"),
        (split is not None and split.is_missing, "reason why brothers and sisters have different IROs"),
    )
    of_the_record = ", ".join((*_of_the_care(child, snapshot), *_of_the_record(record)))
    found = tuple(words for missing, words in claims if missing)
    return (*found, f"on record: {of_the_record}") if of_the_record else found


def _of_the_care(child: ChildNow, snapshot: Snapshot) -> tuple[str, ...]:
    """What stands in no episode, and nobody named, while the child is looked after."""
    episode = current_episode(child, snapshot)
    if not child.is_looked_after or episode is None:
        return ()
    has_worker = any(
        one.role is WorkerRole.SOCIAL_WORKER and (one.to_on is None or one.to_on >= snapshot.today)
        for one in child.facts.workers
    )
    claims = (
        (episode.legal_status is None, "legal status"),
        (episode.placement is None, "placement"),
        (not has_worker, "social worker"),
    )
    return tuple(words for missing, words in claims if missing)


def _of_the_record(record: Child) -> tuple[str, ...]:
    claims = (
        (record.sex in (None, Sex.UNKNOWN), "sex"),
        (record.ethnicity is None, "ethnicity"),
        (record.is_disabled is None, "whether disabled"),
        (record.languages is None, "languages"),
    )
    return tuple(words for missing, words in claims if missing)
