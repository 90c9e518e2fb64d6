"""Words that people typed, in an output without names: they go out where they name nobody."""

from collections.abc import Callable

from iro_desktop.services.names_typed import named
from iro_desktop.services.outputs.model import Making, OutputWish

LEFT_OUT = "(left out here: it names somebody)"
LetOut = Callable[[str], str]


def letting_out(making: Making, wish: OutputWish) -> LetOut:
    """What to print of typed words: themselves where names were asked for, or where they name nobody known here."""
    if wish.names is not None:
        return str
    names = named(making.snapshot)
    return lambda words: LEFT_OUT if names.is_in(words) else words


def child_words(child: str, name: str, wish: OutputWish) -> str:
    """How a child stands in a list: by the council's id, with the name where that was asked for."""
    return f"{name} ({child})" if wish.names is not None and name != child else child
