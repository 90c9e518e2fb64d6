"""Private fostering: an arrangement from nothing, changed, decided, ended; what was done about it; the report."""

from collections.abc import Callable, Sequence
from datetime import date

from iro_desktop.domain.acts import (
    Act,
    AddChild,
    ChangeArrangement,
    DecideSuitability,
    EndArrangement,
    RecordArrangement,
    RecordFosteringReport,
    RecordTaskDone,
    RemoveArrangement,
    RemoveFosteringReport,
)
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import ArrangementEnd, Role, Suitability, Task
from iro_desktop.services.fostering_views import ArrangementRow, FosteringQuarter
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskTick, AskWords, Option, Questions, options_of

_RUNS, _PROPOSED = "runs", "proposed"
_ENDED, _MISTAKE, _GOES_ON = "ended", "mistake", "goes-on"
_SENT = "sent"
_LATER = "Nothing was saved. Record it once it is so."
_KNOWN = "Give the day of the notice, or the day on which the authority knew."


def new_arrangement(child: str, today: date, is_known: Callable[[str], bool]) -> Questions:
    """An arrangement of a child who is here, or of one who is added with it."""

    def is_new(answers: Answers) -> bool:
        typed = answers.text("council_id")
        return typed is not None and not is_known(typed)

    def runs(answers: Answers) -> bool:
        return answers.choice("what") == _RUNS

    def act(answers: Answers) -> RecordArrangement:
        return RecordArrangement(
            child=answers.text("council_id") or "",
            notified_on=answers.day("notified_on"),
            aware_on=answers.day("aware_on"),
            starts_on=answers.day("starts_on"),
            notified_by=_role(answers),
            carer=answers.text("carer"),
            note=answers.text("note"),
        )

    def first(answers: Answers) -> tuple[Act, ...]:
        if not is_new(answers):
            return ()
        days = [day for day in (answers.day("notified_on"), answers.day("aware_on")) if day]
        return (
            AddChild(
                child=answers.text("council_id") or "",
                given_name=answers.text("given_name"),
                family_name=answers.text("family_name"),
                born_on=answers.day("born_on"),
                tracking_from=min(days, default=None),
            ),
        )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        if is_new(answers) and not answers.tick("is_added"):
            typed = answers.text("council_id")
            return (("is_added", f"There is no child {typed} here. Check the id, or tick this to add the child."),)
        if not runs(answers) and answers.day("notified_on") is None:
            return (("notified_on", "Say the day of the notice, for example 12 mar."),)
        days = ((name, answers.day(name)) for name in ("aware_on", "notified_on"))
        return tuple((name, f"{short(day)} is still to come. {_LATER}") for name, day in days if day and day > today)

    what = (
        Option(_RUNS, "The child is privately fostered", "Visits count from the day on which the authority knew."),
        Option(_PROPOSED, "It is proposed", "The first visit counts from the day of the notice."),
    )
    return Questions(
        "Private fostering arrangement",
        (
            AskWords("council_id", "Id of the child", is_needed=True, missing="Give the id that your council uses.",
                     proposed=child),
            AskTick("is_added", "Not here yet: add this child", shown=is_new),
            AskWords("given_name", "Given name, if you like", shown=is_new),
            AskWords("family_name", "Family name, if you like", shown=is_new),
            AskDay("born_on", "Born, if known", is_needed=False, shown=is_new),
            AskChoice("what", "What is known", what, _RUNS),
            AskDay("aware_on", "The authority knew on", today, shown=runs),
            AskDay("notified_on", "Notice was given on", is_needed=False),
            AskDay("starts_on", "It began, or is to begin, on", is_needed=False),
            *_about_it(),
        ),
        act,
        about="A child who is not here yet is added with it.",
        problems=problems,
        first=first,
    )  # fmt: skip


def _about_it(row: ArrangementRow | None = None) -> tuple[AskChoice | AskWords, ...]:
    told_by = row.notified_by.value if row and row.notified_by else ""
    return (
        AskChoice("notified_by", "Who told the authority", options_of(Role), told_by, none_words="Not said"),
        AskWords("carer", "Who cares for the child", hint="an aunt, a host family", proposed=row.carer if row else ""),
        AskWords("note", "Note, if any", proposed=row.note if row else ""),
    )


def _role(answers: Answers) -> Role | None:
    chosen = answers.choice("notified_by")
    return Role(chosen) if chosen else None


def change_arrangement(row: ArrangementRow) -> Questions:
    """Its days, who told, who cares; what is emptied goes."""

    def act(answers: Answers) -> ChangeArrangement:
        said = {
            "notified_on": answers.day("notified_on"),
            "aware_on": answers.day("aware_on"),
            "starts_on": answers.day("starts_on"),
            "notified_by": _role(answers),
            "carer": answers.text("carer"),
            "note": answers.text("note"),
        }
        emptied = tuple(name for name, value in said.items() if value is None and getattr(row, name) not in (None, ""))
        return ChangeArrangement(
            child=row.child,
            from_on=row.from_on,
            notified_on=answers.day("notified_on"),
            aware_on=answers.day("aware_on"),
            starts_on=answers.day("starts_on"),
            notified_by=_role(answers),
            carer=answers.text("carer"),
            note=answers.text("note"),
            clear=emptied,
            row_version=row.row_version,
        )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        if answers.day("notified_on") is None and answers.day("aware_on") is None:
            return (("aware_on", _KNOWN),)
        return ()

    return Questions(
        "Change the arrangement",
        (
            AskDay("aware_on", "The authority knew on", row.aware_on, is_needed=False,
                   help="Empty while it is only proposed."),
            AskDay("notified_on", "Notice was given on", row.notified_on, is_needed=False),
            AskDay("starts_on", "It began, or is to begin, on", row.starts_on, is_needed=False),
            *_about_it(row),
        ),
        act,
        about=row.state_words[:1].upper() + row.state_words[1:],
        subject=row.key,
        problems=problems,
        is_for_one=True,
    )  # fmt: skip


_MEANINGS = {
    Suitability.SUITABLE: "It may go on as it is.",
    Suitability.REQUIREMENTS: "It may go on; what is required stands in the note of the arrangement.",
    Suitability.PROHIBITED: "It must end. Record the end once it has.",
}


def decide_suitability(row: ArrangementRow, today: date) -> Questions:
    """What was decided, by whom and when."""

    def act(answers: Answers) -> DecideSuitability:
        return DecideSuitability(
            child=row.child,
            from_on=row.from_on,
            suitability=Suitability(answers.choice("suitability")),
            decided_on=answers.known_day("decided_on"),
            decided_by=answers.text("decided_by"),
        )

    chosen = row.suitability.value if row.suitability else ""
    options = options_of(Suitability, {key.value: one for key, one in _MEANINGS.items()})
    return Questions(
        "Suitability",
        (
            AskChoice("suitability", "What was decided", options, chosen, is_open=True),
            AskDay("decided_on", "Decided on", row.decided_on or today),
            AskWords("decided_by", "By whom", hint="team manager", proposed=row.decided_by),
        ),
        act,
        about=row.state_words[:1].upper() + row.state_words[1:],
        subject=row.key,
        is_for_one=True,
    )


def end_arrangement(row: ArrangementRow, today: date) -> Questions:
    """It ended, it goes on after all, or it was entered by mistake."""

    def ends(answers: Answers) -> bool:
        return answers.choice("how") == _ENDED

    def act(answers: Answers) -> EndArrangement | RemoveArrangement | ChangeArrangement:
        if ends(answers):
            return EndArrangement(
                child=row.child,
                from_on=row.from_on,
                ended_on=answers.known_day("ended_on"),
                reason=ArrangementEnd(answers.choice("reason")),
            )
        if answers.choice("how") == _GOES_ON:
            return ChangeArrangement(child=row.child, from_on=row.from_on, clear=("ended_on",))
        return RemoveArrangement(child=row.child, from_on=row.from_on)

    how = [Option(_ENDED, "It ended", "It stays on record, with its last day; nothing is owed after it.")]
    if row.ended_on is not None:
        how.append(Option(_GOES_ON, "It goes on after all", "The end that was recorded is taken back."))
    how.append(Option(_MISTAKE, "It was entered by mistake", "It is taken away, and its dates with it."))
    never = ArrangementEnd.NEVER_BEGAN
    reasons = tuple(one for one in options_of(ArrangementEnd) if row.aware_on is None or one.value != never.value)
    proposed = row.ended_as or (never if row.aware_on is None else ArrangementEnd.RETURNED)
    return Questions(
        "End or take away the arrangement",
        (
            AskChoice("how", "What happened", tuple(how), _ENDED),
            AskChoice("reason", "Why", reasons, proposed.value, shown=ends),
            AskDay("ended_on", "Last day", row.ended_on or today, shown=ends),
        ),
        act,
        about=row.state_words[:1].upper() + row.state_words[1:],
        subject=row.key,
        is_for_one=True,
    )


def fostering_done(row: ArrangementRow, today: date) -> Questions:
    """A visit made, or a child-in-need meeting held."""

    def act(answers: Answers) -> RecordTaskDone:
        return RecordTaskDone(child=row.child, task=Task(answers.choice("task")), done_on=answers.known_day("done_on"))

    options = (
        Option(Task.FOSTERING_VISIT.value, "Visit", "The place was visited; carer, household and child spoken to."),
        Option(Task.FOSTERING_MEETING.value, "Child-in-need meeting", "The meeting was held."),
    )
    return Questions(
        "Visit or meeting",
        (
            AskChoice("task", "What was done", options, Task.FOSTERING_VISIT.value),
            AskDay("done_on", "On", today),
        ),
        act,
        about=row.next_words,
        subject=row.key,
        is_for_one=True,
    )


def _how_sent(one: FosteringQuarter, today: date) -> str:
    """Whether the report of that quarter went, and that a quarter is not over yet."""
    if one.sent_on:
        return f"Recorded as sent on {short(one.sent_on)}."
    still = f" The quarter runs until {short(one.quarter_on)}." if one.quarter_on > today else ""
    return f"Not recorded as sent.{still}"


def fostering_report(quarters: Sequence[FosteringQuarter], today: date, written_on: date | None = None) -> Questions:
    """The report of a quarter went to senior leaders, or did not after all.

    ``written_on``: the last day of the quarter whose report was just written, which is then proposed.
    """
    rows = {one.quarter_on.isoformat(): one for one in quarters}
    owed = [key for key, one in rows.items() if one.sent_on is None and one.quarter_on <= today]

    def is_sent(answers: Answers) -> bool:
        one = rows.get(answers.choice("quarter_on"))
        return one is not None and one.sent_on is not None

    def sends(answers: Answers) -> bool:
        return not is_sent(answers) or answers.choice("how") == _SENT

    def act(answers: Answers) -> RecordFosteringReport | RemoveFosteringReport:
        quarter_on = date.fromisoformat(answers.choice("quarter_on"))
        if sends(answers):
            return RecordFosteringReport(quarter_on=quarter_on, sent_on=answers.known_day("sent_on"))
        return RemoveFosteringReport(quarter_on=quarter_on)

    proposed = written_on.isoformat() if written_on is not None else owed[-1] if owed else ""
    options = tuple(Option(key, one.words, _how_sent(one, today)) for key, one in rows.items())
    how = (
        Option(_SENT, "It was sent on another day"),
        Option(_MISTAKE, "It was not sent", "What was recorded is taken away."),
    )
    return Questions(
        "Quarterly report on private fostering",
        (
            AskChoice("quarter_on", "Quarter", options, proposed),
            AskChoice("how", "What is right", how, _SENT, shown=is_sent),
            AskDay("sent_on", "Sent to senior leaders on", today, shown=sends),
        ),
        act,
    )
