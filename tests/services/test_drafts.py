"""Half-filled forms as the desk keeps them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from iro_desktop.services.acting import Actor
from iro_desktop.services.drafts import Draft, DraftOf
from iro_desktop.services.local import LocalDesk
from iro_desktop.store.store import Places, Store, open_store
from tests.conftest import DATA_KEY, TODAY

BOOKING = DraftOf("Book review", "A1")
STATE = {"day": "12 mar", "place": "Schule “Süd”", "along": True, "child": ["A1", "Name · A1"]}
DRAFT = Draft(BOOKING, STATE, "book", "A1/review.next")


def desk_on(store: Store) -> LocalDesk:
    return LocalDesk(store, Actor("tester", "window", TODAY))


def test_a_draft_comes_back_as_it_was_kept_with_the_moment(store: Store):
    desk = desk_on(store)
    before = datetime.now(UTC)
    desk.keep_draft(DRAFT)
    (found,) = desk.drafts()
    assert replace(found, saved_at=DRAFT.saved_at) == DRAFT
    assert before <= found.saved_at <= datetime.now(UTC)


def test_one_is_kept_for_each_form_child_and_subject(store: Store):
    desk = desk_on(store)
    others = (DraftOf("Book review", "A2"), DraftOf("Done", "A1", "x"), DraftOf("Done", "A1", "y"), DraftOf("Done"))
    for of in (BOOKING, *others, BOOKING):
        desk.keep_draft(replace(DRAFT, of=of))
    assert {one.of for one in desk.drafts()} == {BOOKING, *others}
    desk.drop_draft(BOOKING)
    assert {one.of for one in desk.drafts()} == set(others)


def test_keeping_is_no_act(store: Store):
    desk = desk_on(store)
    told: list[str] = []
    desk.on_change(lambda: told.append("changed"))
    desk.keep_draft(DRAFT)
    assert not told
    assert desk.undo_label() is None
    assert desk.history() == ()
    assert desk.status().saved_at == ""


def test_a_desk_for_reading_only_goes_on_working_and_keeps_nothing(places: Places):
    with open_store(places, DATA_KEY, read_only=True) as store:
        desk = desk_on(store)
        desk.keep_draft(DRAFT)
        desk.drop_draft(BOOKING)
        assert desk.drafts() == ()


def test_the_moment_is_said_as_people_say_it():
    at = datetime(2026, 11, 25, 14, 2).astimezone()
    assert replace(DRAFT, saved_at=at).when_words(date(2026, 11, 25)) == "today at 14:02"
    assert replace(DRAFT, saved_at=at).when_words(date(2026, 11, 27)) == "on Wed 25 Nov at 14:02"
    assert replace(DRAFT, saved_at=at.astimezone(UTC)).at_words == "14:02"
