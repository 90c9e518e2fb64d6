"""What the service did as a team: supervision, a team meeting, an observation, a link meeting."""

from collections.abc import Callable, Sequence
from datetime import date

from iro_desktop.domain.acts import RecordTeamEvent
from iro_desktop.domain.vocabulary import TeamEventKind
from iro_desktop.ui.forms.asked import (
    Answers,
    AskChoice,
    AskDay,
    AskText,
    AskWords,
    Option,
    Questions,
    options_of,
)

_MEANINGS = {
    TeamEventKind.SUPERVISION.value: "Of one IRO by their manager.",
    TeamEventKind.TEAM_MEETING.value: "Of the whole service.",
    TeamEventKind.OBSERVATION.value: "Another IRO watches how a review is chaired.",
    TeamEventKind.LINK_MEETING.value: "With a service area, by the IRO who is its link.",
}


def record_meeting(
    iros: Sequence[str],
    areas: Sequence[str],
    today: date,
    what: TeamEventKind = TeamEventKind.SUPERVISION,
    iro: str = "",
    area: str = "",
) -> Questions:
    """``what``, ``iro`` and ``area``: what is proposed, such as one that is missing."""

    def act(answers: Answers) -> RecordTeamEvent:
        return RecordTeamEvent(
            what=TeamEventKind(answers.choice("what")),
            on=answers.known_day("on"),
            iro=answers.choice("iro") or None,
            with_iro=answers.choice("with_iro") or None,
            area=answers.text("area") or answers.text("about"),
            guests=answers.text("guests"),
            note=answers.text("note"),
        )

    names = tuple(Option(name, name) for name in dict.fromkeys((*iros, *((iro,) if iro else ()))))
    hint = ", ".join(areas[:2]) or "fostering"
    return Questions(
        "Record a meeting",
        (
            AskChoice("what", "What", options_of(TeamEventKind, _MEANINGS), what.value),
            AskChoice("iro", "IRO", names, iro, shown=_is_no(TeamEventKind.TEAM_MEETING)),
            AskChoice("with_iro", "Observed by", names, shown=_is(TeamEventKind.OBSERVATION)),
            AskDay("on", "When", today),
            AskWords(
                "area",
                "Service area",
                is_needed=True,
                hint=hint,
                missing="Say which area.",
                shown=_is(TeamEventKind.LINK_MEETING),
                proposed=area,
            ),
            AskWords("about", "About", hint="caseload, practice", shown=_is_no(TeamEventKind.LINK_MEETING)),
            AskWords("guests", "Guests", hint="the virtual school", shown=_is(TeamEventKind.TEAM_MEETING)),
            AskText("note", "What came of it, if you like"),
        ),
        act,
    )


def _is(kind: TeamEventKind) -> Callable[[Answers], bool]:
    return lambda answers: answers.choice("what") == kind.value


def _is_no(kind: TeamEventKind) -> Callable[[Answers], bool]:
    return lambda answers: answers.choice("what") != kind.value
