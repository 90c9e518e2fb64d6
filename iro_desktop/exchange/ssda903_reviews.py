"""The answer to each row of a Reviews file. Rule numbers are those of the published SSDA903 validator."""

from collections.abc import Iterable, Mapping
from datetime import date

from iro_desktop.domain.dates import birthday
from iro_desktop.domain.vocabulary import Participation
from iro_desktop.exchange.ssda903_header import NO_CHILD
from iro_desktop.exchange.ssda903_rows import Answers, HeaderRow, Reason, ReviewRow
from iro_desktop.exchange.ssda903_table import DataRow
from iro_desktop.exchange.ssda903_values import PARTICIPATIONS, day_of

NOT_IN_HEADER: Reason = ("CHILD", "The child is not in the Header file; the row was left out.")


def read_reviews(
    file: str, rows: Iterable[DataRow], children: Mapping[str, HeaderRow], today: date
) -> Answers[ReviewRow]:
    """Accept each review that has a child, a date and a code, once; flag what is odd about it."""
    answers: Answers[ReviewRow] = Answers(file)
    seen: dict[tuple[str, date], int] = {}
    for row, (child, born, held, code) in rows:
        held_on, participation = day_of(held), PARTICIPATIONS.get(code)
        known = children.get(child)
        if known is None or held_on is None or participation is None:
            answers.refuse(child, row, *_lacks(child, known, held_on, held, participation, code))
        elif known.born_on and held_on < known.born_on:
            answers.refuse(child, row, ("REVIEW", "The review is dated before the child's birth; it was left out."))
        elif (child, held_on) in seen:
            answers.refuse(child, row, ("REVIEW", f"The review repeats row {seen[child, held_on]}; it was left out."))
        else:
            seen[child, held_on] = row
            answers.accepted.append(ReviewRow(row, child, held_on, participation))
            answers.flag(child, row, *_oddities(known, born, held_on, participation, today))
    return answers


def _lacks(
    child: str,
    known: HeaderRow | None,
    held_on: date | None,
    held: str,
    participation: Participation | None,
    code: str,
) -> list[Reason]:
    reasons: list[Reason] = []
    if known is None:
        reasons.append(NOT_IN_HEADER if child else NO_CHILD)
    if held_on is None:
        fault = "is not a date (dd/mm/yyyy)" if held else "is empty"
        reasons.append(("REVIEW", f"REVIEW {fault}; the review was left out (rule 166)."))
    if participation is None:
        fault = "is none of PN0 to PN7" if code else "is empty"
        reasons.append(("REVIEW_CODE", f"REVIEW_CODE {fault}; the review was left out (rule 167)."))
    return reasons


def _oddities(child: HeaderRow, born: str, held_on: date, participation: Participation, today: date) -> list[Reason]:
    odd: list[Reason] = []
    if born and child.born_on and day_of(born) != child.born_on:
        odd.append(("DOB", "DOB differs from the Header file, whose date counts."))
    if held_on > today:
        odd.append(("REVIEW", "The review is dated after today: kept as given, not counted as held before its day."))
    if child.born_on:
        odd += _age_against_code(birthday(child.born_on, 4), held_on, participation)
    return odd


def _age_against_code(four_on: date, held_on: date, participation: Participation) -> list[Reason]:
    """Rules 440 and 441. On the birthday itself the validator takes any code; PN0 is flagged, as the child is four."""
    if participation is Participation.PN0 and held_on >= four_on:
        return [("REVIEW_CODE", "PN0 is for children under four, and this child was four or over; kept (rule 440).")]
    if participation is not Participation.PN0 and held_on < four_on:
        return [("REVIEW_CODE", "A child under four has PN0, and this one was under four; kept (rule 441).")]
    return []
