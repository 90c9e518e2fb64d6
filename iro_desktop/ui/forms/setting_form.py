"""Change how the service counts: a value, from which day, why; with every deadline it touches shown beforehand."""

from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from iro_desktop.domain.acts import Act, ChangeSetting
from iro_desktop.domain.choices import BY_KEY, LIMIT, RULES_OWN, fault_of
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Authority
from iro_desktop.services.desk import Desk
from iro_desktop.services.plan_views import RuleRow, SettingRow
from iro_desktop.ui.forms.change_form import ChangeForm, SaveAs
from iro_desktop.ui.forms.limit_words import code_of, words_of
from iro_desktop.ui.forms.sheet import Problems
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.wrapped_choice import WrappedChoice

_LENGTHS = "10 working days, 28 days, 6 weeks or 5 months"


@dataclass(frozen=True, slots=True)
class Changing:
    """What is being changed, whether a choice of the service or the limit of a rule."""

    key: str
    title: str
    subject: str  # how history names it
    about: str
    values: tuple[tuple[str, str], ...]  # value and what it means
    value: str  # in force now
    other_words: str  # how further values are written; "" there are none
    label: str


def changing_setting(row: SettingRow) -> Changing:
    """A choice of the service."""
    why = BY_KEY[row.key].why
    about = why or "What began before the day stays as it was."
    return Changing(row.key, row.label, row.label, about, row.values, row.value, row.pattern_words, "Chosen")


def changing_limit(row: RuleRow) -> Changing:
    """The service's own limit in the place of a rule's."""
    if row.authority == Authority.STATUTE.label:
        law = "This is a date of the law: a limit of your own can only bring it forward, never put it off."
    else:
        law = "Your own limit takes its place and is shown as local."
    back = ((RULES_OWN, f"The rule's own limit: {row.limit}"),) if row.local else ()
    about = f"{row.what}: {row.limit} by the rule. {law}"
    held = row.local.split(" since ")[0]
    return Changing(f"{LIMIT}{row.id}", "Our own limit", row.what, about, back, held, _LENGTHS, "Limit")


class SettingForm(ChangeForm):
    """Values to choose from, or a line for one of one's own."""

    def __init__(self, desk: Desk, save: SaveAs, changing: Changing, parent: QWidget | None = None) -> None:
        super().__init__(changing.title, desk, save, parent)
        self.changing = changing
        self.subject = changing.key
        self.about.set_or_hide(changing.about)
        self.choices = QButtonGroup(self)
        self.other = QLineEdit(self)
        self.from_on = DateField("From which day", desk.typed_date, self)
        self.reason = QLineEdit(self)
        self._add_values()
        self.add_field("from_on", "From which day", self.from_on)
        self.add_field("reason", "Reason, for whoever asks later", self.reason)
        self.reason.setAccessibleName("Reason")
        self.from_on.set_day(desk.today_on)
        self._connect()
        self._say()
        self.close_fields()

    def _add_values(self) -> None:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        known = list(self.changing.values)
        known += [("", "Our own")] if known and self.changing.other_words else []
        for number, (value, words) in enumerate(known):
            choice = WrappedChoice(words[:1].upper() + words[1:], holder)
            choice.setChecked(value == self.changing.value)
            self.choices.addButton(choice, number)
            column.addWidget(choice)
        if known and self.choices.checkedId() < 0:
            self.choices.button(len(known) - 1).setChecked(True)
        if self.changing.other_words:
            self.other.setAccessibleName(f"{self.changing.label}, as {self.changing.other_words}")
            self.other.setPlaceholderText("10 working days" if self.changing.key.startswith(LIMIT) else "")
            is_list = "|" in self.changing.value  # nobody types a whole list anew to change one word of it
            held = self.changing.value if is_list or self.changing.value not in dict(known) else ""
            self.other.setText(words_of(held) or held)
            column.addWidget(self.other)
        holder.setFocusProxy(self.choices.checkedButton() or self.other)
        self.add_field("value", self.changing.label, holder)

    def _connect(self) -> None:
        self.choices.idToggled.connect(self._looked_at)
        self.other.textEdited.connect(self._other_typed)
        self.from_on.day_changed.connect(self._looked_at)

    def begin(self) -> None:
        """Begin with the value."""
        is_other = self.choices.checkedId() in {-1, len(self.changing.values)}
        (self.other if is_other else self.choices.checkedButton() or self.other).setFocus()
        self.other.selectAll()

    def value(self) -> str:
        """The value as a setting holds it."""
        number = self.choices.checkedId()
        is_known = 0 <= number < len(self.changing.values)
        return self.changing.values[number][0] if is_known else code_of(self.other.text())

    def missing(self) -> Problems:
        """A value that can be chosen, and a day."""
        found: list[tuple[str, str]] = []
        fault = fault_of(self.changing.key, self.value())
        if fault:
            found.append(("value", f"{fault}." if self.value() else f"Say it as {self.changing.other_words}."))
        if self.from_on.day() is None:
            found.append(("from_on", "Say from which day, for example 1 jan or today."))
        return found

    def act(self) -> Act:
        """The change as filled in."""
        return ChangeSetting(
            setting=self.changing.key,
            value=self.value(),
            from_on=self.from_on.known_day(),
            reason=self.reason.text().strip() or None,
        )

    def sentence(self) -> str:
        """What is chosen, in words."""
        return f"{self.changing.subject}: {self._value_words()} from {short(self.from_on.known_day())}"

    def _value_words(self) -> str:
        known = dict(self.changing.values).get(self.value(), "")
        return known or words_of(self.value()) or self.value()

    def _other_typed(self) -> None:
        if self.changing.values:
            self.choices.button(len(self.changing.values)).setChecked(True)
        self._looked_at()

    def _looked_at(self) -> None:
        self._say()
        self.look_again()

    def _say(self) -> None:
        self.fields["from_on"].say(self.from_on.echo())
        is_other = bool(self.changing.other_words) and self.choices.checkedId() in {-1, len(self.changing.values)}
        self.other.setVisible(is_other)
        understood = words_of(self.value()) or f"Written as {self.changing.other_words}"
        is_news = is_other and understood != self.other.text().strip()
        self.fields["value"].say(understood if is_news else "")
