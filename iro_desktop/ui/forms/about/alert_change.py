"""What is held about an alert, changed: open or resolved."""

from collections.abc import Sequence
from datetime import date

from iro_desktop.domain.acts import ChangeAlert
from iro_desktop.domain.vocabulary import Agency, AlertKind
from iro_desktop.services.challenge_views import AlertCard, ListLine
from iro_desktop.ui.forms.about.alert_words import AGENCIES, NO_AGENCY, NO_THEME, how_it_stands, offered
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, Asked, AskText, AskWords, Questions

CHANGE_TITLE = "Change an alert"
_NO_EFFECT = "No effect said"


def change_alert(card: AlertCard, themes: Sequence[ListLine], effects: Sequence[ListLine], today: date) -> Questions:
    """Everything that is held stands in its field; what is emptied goes."""
    is_resolved = not card.is_open
    asked: tuple[Asked, ...] = (
        AskText("about", "What it is about", card.about),
        AskChoice("theme", "Theme", offered(themes, card.theme), card.theme, none_words=NO_THEME),
        AskWords("team", "Team whose practice it is about", proposed=card.team),
        *_agency(card),
        *(_of_an_end(card, effects) if is_resolved else ()),
    )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        told = answers.day("child_told_on")
        return (("child_told_on", "That day is still to come."),) if told and told > today else ()

    return Questions(
        CHANGE_TITLE,
        asked,
        lambda answers: _changed(answers, card),
        about=how_it_stands(card),
        subject=card.key,
        problems=problems,
        is_for_one=True,
    )


def _agency(card: AlertCard) -> tuple[Asked, ...]:
    if card.kind is AlertKind.CHALLENGE:
        return ()
    none = "" if card.kind is AlertKind.PARTNER else NO_AGENCY
    return (AskChoice("agency", "Agency", AGENCIES, card.agency.value if card.agency else "", none_words=none),)


def _of_an_end(card: AlertCard, effects: Sequence[ListLine]) -> tuple[Asked, ...]:
    none = "" if card.effect else _NO_EFFECT
    return (
        AskChoice("effect", "Effect for the child", offered(effects, card.effect), card.effect, none_words=none),
        AskWords("effect_words", "The effect in words", proposed=card.effect_words),
        AskDay("child_told_on", "Child told on", card.child_told_on, is_needed=False),
    )


def _changed(answers: Answers, card: AlertCard) -> ChangeAlert:
    """Only what differs is said; what was there and is not any more is cleared."""
    words = {
        "about": (card.about, answers.text("about")),
        "theme": (card.theme, answers.choice("theme")),
        "team": (card.team, answers.text("team")),
    }
    if not card.is_open:
        words |= {
            "effect": (card.effect, answers.choice("effect")),
            "effect_words": (card.effect_words, answers.text("effect_words")),
        }
    told, agency = answers.day("child_told_on"), answers.choice("agency")
    emptied = [name for name, (before, now) in words.items() if before and not now]
    emptied += ["child_told_on"] if card.child_told_on and not card.is_open and told is None else []
    emptied += ["agency"] if card.agency and card.kind is AlertKind.GOOD_PRACTICE and not agency else []
    said = {name: now for name, (before, now) in words.items() if now and now != before}
    return ChangeAlert(
        child=card.child,
        raised_on=card.raised_on,
        nth=card.nth,
        about=said.get("about"),
        theme=said.get("theme"),
        team=said.get("team"),
        agency=Agency(agency) if agency and (card.agency is None or agency != card.agency.value) else None,
        effect=said.get("effect"),
        effect_words=said.get("effect_words"),
        child_told_on=told if told != card.child_told_on else None,
        clear=tuple(emptied),
        row_version=card.row_version,
    )
