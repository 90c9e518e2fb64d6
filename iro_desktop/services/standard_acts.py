"""Acts about practice standards: drafted, changed, signed off, taken away; where the service stands against each."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import AddStandard, ChangeStandard, RemoveStandard, SignOffStandard
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.domain.records import PracticeStandard
from iro_desktop.domain.vocabulary import StandardState
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.services.days_come import CHECK, check_come
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

CLEARABLE = frozenset({"text", "benchmark", "measure", "stands", "looked_on"})


def add_standard(act: AddStandard, work: Workspace) -> None:
    """Add a standard, as a draft; names are told apart whatever their case."""
    name = _free_name(act.name, "name", work)
    _check_measure(act.measure)
    work.put(
        PracticeStandard(
            work.new_id(),
            name,
            _text_of(act.text),
            benchmark=words_of(act.benchmark),
            measure=words_of(act.measure),
        )
    )


def change_standard(act: ChangeStandard, work: Workspace) -> None:
    """Change what was said, empty what is to be cleared; where it stands has the day on which that was looked at."""
    one = _named(act.name, work)
    if act.row_version is not None and act.row_version != one.row_version:
        raise Conflict("This standard was changed elsewhere since it was opened here. Nothing was saved. Look again.")
    unknown = set(act.clear) - CLEARABLE
    if unknown:
        raise UserError(f"“{min(unknown)}” cannot be emptied. Nothing was changed.", field="clear")
    said = {name: getattr(act, name) for name in sorted(CLEARABLE) if getattr(act, name) is not None}
    twice = said.keys() & set(act.clear)
    if twice:
        raise UserError(
            f"“{min(twice)}” is both given and to be emptied. Nothing was changed. Say one of the two.", field="clear"
        )
    _check_measure(act.measure)
    name = one.name if act.to_name is None else _free_name(act.to_name, "to_name", work, one)
    after = replace(
        one,
        name=name,
        text=_said("text", act, _text_of(act.text), one.text),
        benchmark=_said("benchmark", act, words_of(act.benchmark), one.benchmark),
        measure=_said("measure", act, words_of(act.measure), one.measure),
        stands=_said("stands", act, _text_of(act.stands), one.stands),
    )
    work.put(replace(after, looked_on=_looked_on(act, after, one.looked_on, work.today)))


def _said(name: str, act: ChangeStandard, said: str | None, held: str | None) -> str | None:
    return None if name in act.clear else said or held


def _looked_on(act: ChangeStandard, after: PracticeStandard, held: date | None, today: date) -> date | None:
    """The day said; today, where it was said anew how it stands; none, where nothing is said of that."""
    check_come(act.looked_on, today, "looked_on", CHECK)
    if after.stands is None:
        if act.looked_on is not None:
            raise UserError(
                "A day was given without where the service stands. Nothing was saved. Say it in a few words.", "stands"
            )
        return None
    if "looked_on" in act.clear:
        return None
    return act.looked_on or (today if act.stands is not None else held)


def sign_off_standard(act: SignOffStandard, work: Workspace) -> None:
    """Record that a standard was signed off; later again, where it was signed off anew."""
    one = _named(act.name, work)
    check_come(act.on, work.today, "on", CHECK)
    if one.signed_off_on is not None and act.on <= one.signed_off_on:
        raise UserError(
            f"It was signed off on {short(one.signed_off_on)} already. Nothing was saved. Give a later day, "
            "if it was signed off anew.",
            field="on",
        )
    work.put(replace(one, state=StandardState.SIGNED_OFF, signed_off_on=act.on, signed_off_by=words_of(act.by)))


def remove_standard(act: RemoveStandard, work: Workspace) -> None:
    """Take a standard away."""
    work.remove(_named(act.name, work))


def _named(name: str, work: Workspace) -> PracticeStandard:
    found = _find(name, work)
    if found is None:
        raise UserError("There is no practice standard of that name. Nothing was changed. Check the name.", "name")
    return found


def _find(name: str, work: Workspace) -> PracticeStandard | None:
    wanted = (words_of(name) or "").casefold()
    return next((one for one in work.all(PracticeStandard) if one.name.casefold() == wanted), None)


def _free_name(name: str, field: str, work: Workspace, mine: PracticeStandard | None = None) -> str:
    words = words_of(name)
    if words is None:
        raise UserError("A practice standard needs a name. Nothing was saved. Say it in a few words.", field=field)
    other = _find(words, work)
    if other is not None and (mine is None or other.id != mine.id):
        raise UserError("There already is a practice standard of that name. Nothing was saved.", field=field)
    return words


def _check_measure(measure: str | None) -> None:
    if measure is not None and words_of(measure) not in BY_ID:
        raise UserError(
            f"There is no measure “{measure}”. Nothing was saved. There are: {', '.join(BY_ID)}.", field="measure"
        )


def _text_of(text: str | None) -> str | None:
    return (text or "").strip() or None
