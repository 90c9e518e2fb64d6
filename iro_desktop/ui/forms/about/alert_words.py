"""What forms about alerts offer: the service's own words, agencies, and which alert is meant."""

from collections.abc import Sequence

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Agency, AlertKind, AlertOutcome
from iro_desktop.services.challenge_views import AlertCard, ListLine
from iro_desktop.ui.forms.asked import Option

NO_THEME = "No theme said"
NO_AGENCY = "Not said"
AGENCIES = tuple(Option(one.value, f"{one.label[:1].upper()}{one.label[1:]}") for one in Agency)
KINDS = {
    AlertKind.CHALLENGE: "To the service, by the stages of its own protocol.",
    AlertKind.PARTNER: "To another agency; the whole of a dispute has no limit there.",
    AlertKind.GOOD_PRACTICE: "Raised with the same care. Nobody has to answer.",
}
OF_PRAISE = (AlertOutcome.ACKNOWLEDGED, AlertOutcome.WITHDRAWN)
_LONGEST = 34  # letters of what it is about in a list; the whole stands beneath


def offered(lines: Sequence[ListLine], also: str = "") -> tuple[Option, ...]:
    """The entries on offer, by name; ``also`` one that is in use already and may be offered no more."""
    names = [one.name for one in lines if not one.is_retired and not one.merged_into]
    return tuple(Option(name, name) for name in sorted({*names, *([also] if also else [])}, key=str.casefold))


def words_of(card: AlertCard) -> str:
    """``12 Mar 2026: Health assessment``, cut where it is long."""
    text = " ".join((card.about or card.theme or card.kind.label).split())
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    return f"{short(card.raised_on)}: {shown}"


def how_it_stands(card: AlertCard) -> str:
    """``Formal alert. The initial health assessment was due …``."""
    state = "resolved" if card.resolved_on else "answered" if card.is_answered else ""
    return ". ".join(part for part in (", ".join(one for one in (card.stage_words, state) if one), card.about) if part)
