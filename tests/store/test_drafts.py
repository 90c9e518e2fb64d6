"""What is being typed: kept by key, in no history and no dump."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from iro_desktop.domain.errors import UserError
from iro_desktop.store.drafts import StoredDraft
from iro_desktop.store.store import Places, Store, open_store
from tests.conftest import DATA_KEY

AT = datetime(2026, 11, 25, 14, 2, tzinfo=UTC)
FIRST = StoredDraft('["Book review", "A1", ""]', '{"place": "at sch"}', AT)
OTHER = StoredDraft('["Record leave", "", ""]', "{}", AT + timedelta(minutes=1))


def test_what_is_kept_is_read_again_the_newest_first(store: Store):
    store.keep_draft(FIRST)
    store.keep_draft(OTHER)
    assert store.drafts() == (OTHER, FIRST)


def test_the_same_key_is_kept_once_as_it_was_last(store: Store):
    later = replace(FIRST, body='{"place": "at school"}', saved_at=AT + timedelta(seconds=1))
    store.keep_draft(FIRST)
    store.keep_draft(later)
    assert store.drafts() == (later,)


def test_what_is_dropped_is_gone_and_the_rest_stays(store: Store):
    store.keep_draft(FIRST)
    store.keep_draft(OTHER)
    store.drop_draft(FIRST.key)
    store.drop_draft("nothing is kept under this")
    assert store.drafts() == (OTHER,)


def test_it_outlives_the_process_that_kept_it(places: Places):
    with open_store(places, DATA_KEY) as store:
        store.keep_draft(FIRST)
    with open_store(places, DATA_KEY) as store:
        assert store.drafts() == (FIRST,)


def test_it_is_no_fact_and_leaves_no_history(store: Store):
    before = store.dump()
    store.keep_draft(FIRST)
    store.keep_draft(replace(FIRST, body="{}"))
    assert store.dump() == before
    assert store.acts() == ()
    assert store.problems() == []


def test_the_file_holds_no_word_of_it_in_the_clear(places: Places):
    with open_store(places, DATA_KEY) as store:
        store.keep_draft(replace(FIRST, body="wordsnobodyelsewrites" * 50))
        assert b"wordsnobodyelse" not in places.store.read_bytes()
    assert [path.name for path in places.folder.iterdir() if path.suffix not in {".iro", ".lock"}] == []


def test_a_store_open_for_reading_only_shows_what_is_kept_and_keeps_nothing(places: Places):
    with open_store(places, DATA_KEY) as store:
        store.keep_draft(FIRST)
    with open_store(places, DATA_KEY, read_only=True) as store:
        assert not store.is_writable
        assert store.drafts() == (FIRST,)
        with pytest.raises(UserError, match="reading only"):
            store.keep_draft(OTHER)
        assert store.drafts() == (FIRST,)
