"""Nothing readable lies on the disk, from the first byte on."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as cipher
from sqlalchemy.exc import IntegrityError

from iro_desktop.domain.errors import UserError
from iro_desktop.store import tables
from iro_desktop.store.gate import Change
from iro_desktop.store.store import Places, Store, create, open_store
from tests.conftest import DATA_KEY
from tests.store.facts import a_child, add, change, line, one_of_each

CANARIES = ("Zebedee", "Quillfeather", "CANARY-77")


def readable_in(folder: Path) -> list[str]:
    """Names of files that show a canary, or that they are a database at all."""
    signs = [word.encode(code) for word in CANARIES for code in ("utf-8", "utf-16-le", "utf-16-be")]
    signs.append(b"SQLite format 3")
    return [path.name for path in folder.rglob("*") if path.is_file() and any(s in path.read_bytes() for s in signs)]


def test_a_store_is_encrypted_before_anything_is_in_it(tmp_path):
    create(Places(tmp_path), DATA_KEY).close()
    assert readable_in(tmp_path) == []
    assert {path.name for path in tmp_path.iterdir()} == {"caseload.iro", "caseload.lock"}


def test_names_stand_in_no_file_of_the_folder_while_writing_or_afterwards(places, store):
    child = a_child(CANARIES[2], CANARIES[0])
    add(store, child, sentence=f"Add child {CANARIES[2]}")
    with store.reading() as reader:
        [now] = reader.children()
    change(store, now, replace(now, family_name=CANARIES[1]))
    with store.writing() as writer:
        writer.connection.exec_driver_sql("PRAGMA cache_size = 1")  # so that pages reach the disk before the commit
        writer.write(line(), [Change(None, a_child(f"{CANARIES[2]}-{n}", CANARIES[0] * 20)) for n in range(200)])
        assert any(path.name.endswith("-journal") for path in places.folder.iterdir())
        assert readable_in(places.folder) == []
    store.close()
    assert readable_in(places.folder) == []


def test_no_other_key_reads_it(places, store):
    add(store, *one_of_each())
    store.close()
    with pytest.raises(UserError, match="could not be read"):
        open_store(places, bytes(32))


def test_it_is_no_database_without_a_key(places, store):
    store.close()
    connection = cipher.connect(str(places.store))
    connection.execute("PRAGMA cipher_log_level = NONE")
    with pytest.raises(cipher.DatabaseError):
        connection.execute("SELECT count(*) FROM sqlite_master")
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of another kind")
def test_store_and_lock_are_their_owners_alone_whatever_the_umask(tmp_path):
    before = os.umask(0)
    try:
        with create(Places(tmp_path / "new"), DATA_KEY) as store, store.writing() as writer:
            writer.connection.exec_driver_sql("UPDATE store SET created_at = ''")
            rights = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "new").iterdir()}
    finally:
        os.umask(before)
    assert rights == {"caseload.iro": 0o600, "caseload.lock": 0o600, "caseload.iro-journal": 0o600}
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_errors_of_the_database_hide_what_was_to_be_written(store: Store):
    row = {"id": "x", "authority_id": store.authority_id, "row_version": 1, "name": CANARIES[0], "fte": None}
    with pytest.raises(IntegrityError) as caught, store.writing() as writer:
        writer.connection.execute(tables.iro.insert(), row)
    assert CANARIES[0] not in f"{caught.value} {caught.value!r}"
