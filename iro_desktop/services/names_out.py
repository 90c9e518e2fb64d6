"""Names leave only for a stated reader and purpose; what leaves has its line in the encrypted history."""

from dataclasses import dataclass

from iro_desktop.domain.errors import UserError
from iro_desktop.services.acting import Actor, moment_of
from iro_desktop.store.gate import ActLine
from iro_desktop.store.store import Store

EXPORT = "Export"  # the kind of such a line: what was shown cannot be unseen, so it cannot be undone


@dataclass(frozen=True, slots=True)
class Reader:
    """Who will read names, and what for."""

    who: str
    purpose: str

    @property
    def words(self) -> str:
        """As the log has it."""
        return f"for {self.who}: {self.purpose}"


def reader_of(who: str | None, purpose: str | None, how: str = "Say who and what for.") -> Reader:
    """A reader with a purpose. Raises ``UserError`` where either is missing; ``how`` says what to do."""
    named, said = " ".join((who or "").split()), " ".join((purpose or "").split())
    if not (named and said):
        raise UserError(f"Names leave this program only for a reader and a purpose. Nothing was shown. {how}")
    return Reader(named, said)


def log_export(store: Store, sentence: str, actor: Actor) -> str:
    """Add a line to the history of what leaves the program; it names no child. Returns the act's id."""
    with store.writing() as writer:
        return writer.write(ActLine(EXPORT, sentence, actor.name, actor.origin, moment_of(actor)), [])
