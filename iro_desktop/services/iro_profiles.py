"""What IROs tell children about themselves, as the window shows it."""

from dataclasses import dataclass

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import IroProfile
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class AboutIro:
    """One IRO for the passport."""

    iro: str
    words: str  # "" where nothing is written
    picture: str  # a PNG or JPEG, in Base64; "" where there is none

    @property
    def in_words(self) -> str:
        """``words and picture``, ``words, no picture``, ``nothing yet``."""
        if self.words and self.picture:
            return "words and picture"
        return "words, no picture" if self.words else "picture, no words" if self.picture else "nothing yet"


def about_iro(store: Store, snapshot: Snapshot, iro: str) -> AboutIro:
    """What one IRO tells. Raises ``UserError`` where there is no such IRO."""
    ids = {one.name: one.id for one in snapshot.iros}
    if iro not in ids:
        raise UserError(f"There is no IRO named {iro}. Nothing was shown. Check the name.", field="iro")
    with store.reading() as reader:
        found = next((one for one in reader.all(IroProfile) if one.iro_id == ids[iro]), None)
    return AboutIro(iro, (found.words if found else None) or "", (found.picture if found else None) or "")
