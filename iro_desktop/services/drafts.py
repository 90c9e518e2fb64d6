"""Half-filled forms and half-written pages: kept as they are typed, given back after a crash or a lock.

A draft is no fact. It stands in the encrypted store and nowhere else, and is gone once what it holds is saved.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from iro_desktop.domain.dates import near
from iro_desktop.store.drafts import StoredDraft
from iro_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class DraftOf:
    """What a draft is of: one draft is kept for each."""

    title: str  # of the form or page, as shown; holds no name
    child: str = ""  # the council's id; "" it is about no child
    subject: str = ""  # what else tells it apart: a deadline's id, a setting's key, the review's day

    @property
    def key(self) -> str:
        """What it is kept under."""
        return json.dumps([self.title, self.child, self.subject], ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed, and how one comes back to it."""

    of: DraftOf
    state: Mapping[str, object]  # what each field holds, by its name; what can be told in JSON
    way: str = ""  # the command that opens it again; "" it is opened by hand
    deadline: str = ""  # the deadline in hand as it was opened; "" none
    saved_at: datetime = field(default=datetime.min.replace(tzinfo=UTC))  # UTC; said by the desk that keeps it

    @property
    def at_words(self) -> str:
        """The time of day here, as "14:02"."""
        return f"{self.saved_at.astimezone():%H:%M}"

    def when_words(self, today: date) -> str:
        """Day and time here, as "on Wed 25 Nov at 14:02" or "today at 14:02"."""
        day = self.saved_at.astimezone().date()
        return f"today at {self.at_words}" if day == today else f"on {near(day, today)} at {self.at_words}"


def keep(store: Store, draft: Draft, at: datetime) -> None:
    """Keep it as it is now. A store open for reading only keeps nothing, and nothing is said of it."""
    if store.is_writable:
        body = {"of": [draft.of.title, draft.of.child, draft.of.subject], "state": draft.state,
                "way": draft.way, "deadline": draft.deadline}  # fmt: skip
        store.keep_draft(StoredDraft(draft.of.key, json.dumps(body, ensure_ascii=False), at))


def drop(store: Store, of: DraftOf) -> None:
    """Forget it, where there is one."""
    if store.is_writable:
        store.drop_draft(of.key)


def every(store: Store) -> tuple[Draft, ...]:
    """All that is kept, the newest first."""
    return tuple(_read(one) for one in store.drafts())


def _read(kept: StoredDraft) -> Draft:
    body = json.loads(kept.body)
    return Draft(DraftOf(*body["of"]), body["state"], body["way"], body["deadline"], kept.saved_at)
