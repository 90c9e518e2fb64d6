"""What a small form asks, as data: its fields, what they mean, and the act that the answers make."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from iro_desktop.domain.acts import Act
from iro_desktop.domain.vocabulary import Labelled


@dataclass(frozen=True, slots=True)
class Answers:
    """What was filled in; fields that are not shown are left out."""

    days: Mapping[str, date | None]
    choices: Mapping[str, str]
    words: Mapping[str, str]
    ticks: Mapping[str, bool]

    def day(self, name: str) -> date | None:
        """The day typed, or ``None``."""
        return self.days.get(name)

    def known_day(self, name: str) -> date:
        """The day, where it was made sure that there is one."""
        day = self.days.get(name)
        if day is None:
            raise ValueError("asked for a day that was not typed")
        return day

    def choice(self, name: str) -> str:
        """The value chosen; empty where none was."""
        return self.choices.get(name, "")

    def text(self, name: str) -> str | None:
        """The words typed, or ``None``."""
        return self.words.get(name) or None

    def tick(self, name: str) -> bool:
        """Whether the box is ticked."""
        return self.ticks.get(name, False)


def always(_answers: Answers) -> bool:
    """A field that is always asked."""
    return True


@dataclass(frozen=True, slots=True)
class AskDay:
    """A day, typed as people write it."""

    name: str
    label: str
    proposed: date | None = None
    is_needed: bool = True
    help: str = ""
    shown: Callable[[Answers], bool] = always


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose, with what it means."""

    value: str
    words: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class AskChoice:
    """One of several; with ``none_words`` nothing may be chosen; ``is_open``: none is proposed."""

    name: str
    label: str
    options: tuple[Option, ...]
    proposed: str = ""
    none_words: str = ""
    shown: Callable[[Answers], bool] = always
    is_open: bool = False  # for what nobody may have said by Enter alone


@dataclass(frozen=True, slots=True)
class AskWords:
    """A few words."""

    name: str
    label: str
    is_needed: bool = False
    hint: str = ""
    missing: str = "Say it in a few words."
    shown: Callable[[Answers], bool] = always
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class AskText:
    """More than a line of words; ``proposed`` stands in it already."""

    name: str
    label: str
    proposed: str = ""
    is_needed: bool = False
    missing: str = "Say it in a few words."
    shown: Callable[[Answers], bool] = always


@dataclass(frozen=True, slots=True)
class AskTick:
    """A box to tick."""

    name: str
    label: str
    shown: Callable[[Answers], bool] = always
    proposed: bool = False
    help: str = ""


Asked = AskDay | AskChoice | AskWords | AskText | AskTick


def no_problems(_answers: Answers) -> tuple[tuple[str, str], ...]:
    """Nothing beyond what each field needs."""
    return ()


def nothing_first(_answers: Answers) -> tuple[Act, ...]:
    """All that the act needs is there."""
    return ()


@dataclass(frozen=True, slots=True)
class Questions:
    """A small form: its fields from top to bottom, and the act they make."""

    title: str
    asked: tuple[Asked, ...]
    act: Callable[[Answers], Act]
    about: str = ""  # a line beneath the child's name
    subject: str = ""  # what tells it apart where there can be several about one child, such as a deadline's id
    problems: Callable[[Answers], tuple[tuple[str, str], ...]] = field(default=no_problems)
    is_for_one: bool = False  # its words name one child: the same is never offered for brothers and sisters
    first: Callable[[Answers], tuple[Act, ...]] = field(default=nothing_first)  # what the act needs to be there


def options_of(kinds: type[Labelled], meanings: Mapping[str, str] | None = None) -> tuple[Option, ...]:
    """Every member of a closed set, with what it means where that is said."""
    said = meanings or {}
    return tuple(
        Option(kind.value, kind.label[:1].upper() + kind.label[1:], said.get(kind.value, "")) for kind in kinds
    )
