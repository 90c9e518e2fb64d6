"""Times in care: their start, their end, and an episode put right."""

from collections.abc import Callable
from datetime import date

from iro_desktop.domain.acts import CorrectEpisode, EndCare, StartCare
from iro_desktop.domain.vocabulary import END_REASONS, LEGAL_STATUS, PLACEMENT, PROVIDERS
from iro_desktop.services.record_views import ChildRecord, EpisodeLine
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.about.care import coded
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, Option, Questions

_START, _END, _CORRECT = "start", "end", "correct:"
Shown = Callable[[Answers], bool]


def care_history(view: ChildView, record: ChildRecord, today: date) -> Questions:
    """What happened, or what of the record is wrong. A change inside a time in care has a form of its own."""
    episodes = {f"{_CORRECT}{n}": line for n, line in enumerate(_episodes(record))}
    is_open = any(one.is_open for one in record.periods)

    def what(*values: str) -> Shown:
        return lambda answers: answers.choice("what") in values

    def corrects(answers: Answers) -> bool:
        return answers.choice("what") in episodes

    def corrects_end(answers: Answers) -> bool:
        return corrects(answers) and bool(episodes[answers.choice("what")].ended_words)

    def places(answers: Answers) -> bool:
        return corrects(answers) or answers.choice("what") == _START

    def act(answers: Answers) -> StartCare | EndCare | CorrectEpisode:
        legal, placement = answers.choice("legal_status") or None, answers.choice("placement") or None
        if answers.choice("what") == _START:
            return StartCare(child=view.child, on=answers.known_day("on"), legal_status=legal, placement=placement)
        if answers.choice("what") == _END:
            return EndCare(child=view.child, on=answers.known_day("on"), reason=answers.choice("reason"))
        return CorrectEpisode(
            child=view.child,
            started_on=episodes[answers.choice("what")].started_on,
            to_started_on=answers.day("to_started_on"),
            legal_status=legal,
            placement=placement,
            provider=answers.choice("provider") or None,
            ended_on=answers.day("ended_on"),
            end_reason=answers.choice("end_reason") or None,
        )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        said = (answers.day("to_started_on"), answers.day("ended_on"))
        codes = (answers.choice(name) for name in ("legal_status", "placement", "provider", "end_reason"))
        if corrects(answers) and not any(said) and not any(codes):
            return (("to_started_on", "Say what is to be put right: a day, a status, a placement."),)
        return ()

    return Questions(
        "Care history",
        (
            AskChoice("what", "What happened", _options(episodes, is_open=is_open)),
            AskDay("on", "On", today, shown=what(_START, _END)),
            AskChoice("reason", "Why care ended", (Option("", "Choose"), *coded(END_REASONS)), shown=what(_END)),
            AskDay("to_started_on", "Began on, if another day", is_needed=False, shown=corrects),
            AskChoice("legal_status", "Legal status", coded(LEGAL_STATUS), none_words="As recorded", shown=places),
            AskChoice("placement", "Placement", coded(PLACEMENT), none_words="As recorded", shown=places),
            AskChoice("provider", "Provided by", coded(PROVIDERS), none_words="As recorded", shown=corrects),
            AskDay("ended_on", "Ended on, if another day", is_needed=False, shown=corrects_end),
            AskChoice("end_reason", "Why care ended", coded(END_REASONS), none_words="As recorded", shown=corrects_end),
        ),
        act,
        problems=problems,
    )


def _episodes(record: ChildRecord) -> list[EpisodeLine]:
    return [line for period in record.periods for line in period.episodes]


def _options(episodes: dict[str, EpisodeLine], *, is_open: bool) -> tuple[Option, ...]:
    happened = (
        Option(_END, "Care ended", "Open review duties and allocations end on that day.")
        if is_open
        else Option(_START, "Care began", "The first review is due within 20 working days.")
    )
    put_right = [Option(key, f"Put right: {one.span}", f"{one.words}; {one.why}.") for key, one in episodes.items()]
    return (Option("", "Choose"), happened, *put_right)
