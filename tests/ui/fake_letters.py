"""Letters and passports of the fake desk: a proposal, read over by the real reader, with two names to be found."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from iro_desktop.domain.acts import SetIroPicture, WriteAboutIro, WriteLetter
from iro_desktop.domain.dates import age_on, with_weekday
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import AgeBand, Task
from iro_desktop.services.child_letter.bands import band_of
from iro_desktop.services.child_letter.letters import LetterShown
from iro_desktop.services.child_letter.name_guard import NameGuard, Whose
from iro_desktop.services.child_letter.reading_over import LetterRead, read_over
from iro_desktop.services.iro_profiles import AboutIro
from tests.ui.fake_people import FakeChild

LetterAct = WriteLetter | WriteAboutIro | SetIroPicture

GUARD = NameGuard({"quentin": Whose.SIBLING, "zelda": Whose.OTHER_CHILD}, frozenset())
_OPENING = {AgeBand.EARLY: "Hello {name},", AgeBand.YOUNG: "Hi {name},"}
_REST = (
    "Thank you for coming to your review. It was good to hear from you.\n\n"
    "What we want to happen\n\n"
    "• Arrange the health check. Your nurse or doctor will see to it, by Tuesday 29 December.\n"
    "• Say whether the referral is accepted. Your social worker will see to it.\n\n"
    "If you are not happy\n\nYou can talk to me at any time.\n\nFrom Angela Marsh"
)


@dataclass(frozen=True)
class FakeLetters:
    """What was written."""

    letters: Mapping[tuple[str, date], tuple[AgeBand, str]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)

    def after(self, act: LetterAct) -> "FakeLetters":
        if isinstance(act, WriteLetter):
            return replace(self, letters={**self.letters, (act.child, act.held_on): (act.band, act.text)})
        if isinstance(act, WriteAboutIro):
            return replace(self, words={**self.words, act.iro: act.words})
        return replace(self, pictures={**self.pictures, act.iro: act.picture or ""})


class WithLetters:
    """What the fake desk takes from here."""

    penned: FakeLetters
    children: dict[str, FakeChild]

    def child_letter(self, child: str, held_on: date, band: AgeBand | None = None) -> LetterShown:
        known = self.children[child]
        if known.last_on is None:
            raise UserError("No review is recorded. Nothing was shown.")
        before = self.penned.letters.get((child, held_on))
        chosen = band or (before[0] if before else band_of(known.born_on, held_on))
        opening = _OPENING.get(chosen, "Hi {name},").format(name=known.given)
        tasks = (
            f"after.letter/{child}/{held_on}"
            for one in known.tasks
            if one.task is Task.LETTER and one.review_on == held_on
        )
        return LetterShown(
            child,
            known.given,
            age_on(known.born_on, held_on) if known.born_on else None,
            held_on,
            with_weekday(held_on),
            "Third review",
            chosen,
            before[1] if before else "",
            f"{opening}\n\n{_REST}",
            next(tasks, ""),
            None,
        )

    def read_letter(self, child: str, band: AgeBand, text: str) -> LetterRead:
        del child
        return read_over(text, band, GUARD)

    def about_iro(self, iro: str) -> AboutIro:
        return AboutIro(iro, self.penned.words.get(iro, ""), self.penned.pictures.get(iro, ""))
