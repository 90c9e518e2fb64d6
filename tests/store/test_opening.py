"""Opening: one writer, readers beside it, durability that was read back, and a sentence for whatever is wrong."""

import hashlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as cipher

from iro_desktop.domain.errors import StoreBusy, UserError
from iro_desktop.store import engine as engine_module
from iro_desktop.store import migrate
from iro_desktop.store.engine import open_engine
from iro_desktop.store.store import Places, Store, claim, create, open_store
from tests.conftest import DATA_KEY
from tests.store.facts import a_child, add, line

DURABLE = {
    "journal_mode": "delete", "synchronous": 3, "fullfsync": 1, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2,
    "busy_timeout": 5000,
}  # fmt: skip


def settings_of(connection) -> dict[str, object]:
    return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in DURABLE}


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.stat().st_size
    }


# --- durability


def test_every_connection_has_the_settings_that_durability_rests_on(store):
    with store.reading() as one, store.reading() as other:
        assert settings_of(one.connection) == settings_of(other.connection) == DURABLE
    with store.writing() as writer:
        assert settings_of(writer.connection) == DURABLE


@pytest.mark.parametrize("name", ["synchronous", "secure_delete", "foreign_keys"])
def test_a_setting_that_does_not_take_is_noticed(places, monkeypatch, name):
    class Stubborn:
        """A library that overrides one setting, as another program's build of it might."""

        def __init__(self, connection) -> None:
            self._connection = connection

        def execute(self, statement: str):
            ignored = statement.startswith(f"PRAGMA {name} =")
            return self._connection.execute(f"PRAGMA {name} = 0" if ignored else statement)

        def close(self) -> None:
            self._connection.close()

    connect = cipher.connect
    monkeypatch.setattr(cipher, "connect", lambda *a, **k: Stubborn(connect(*a, **k)))
    with pytest.raises(RuntimeError, match=f"{name} is 0"):
        open_store(places, DATA_KEY)


def test_a_writer_has_the_lock_of_the_file_from_its_first_statement(places, store):
    with store.writing():
        other = cipher.connect(str(places.store), timeout=0, isolation_level=None)
        other.execute("PRAGMA cipher_log_level = NONE")
        other.execute(f"PRAGMA key = \"x'{DATA_KEY.hex()}'\"")
        with pytest.raises(cipher.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


# --- one writer


def test_a_second_writer_is_refused_with_a_sentence_and_a_reader_works_beside_the_first(places, store):
    add(store, a_child())
    with pytest.raises(StoreBusy, match="already open"):
        open_store(places, DATA_KEY)
    with open_store(places, DATA_KEY, read_only=True) as beside, beside.reading() as reader:
        assert len(reader.children()) == 1
    add(store, a_child("A2"))


def test_a_reader_works_beside_a_writer_in_the_middle_of_an_act(places, store):
    add(store, a_child())
    with store.writing() as writer:
        writer.write(line(), [])
        assert places.store.with_name("caseload.iro-journal").exists()
        with open_store(places, DATA_KEY, read_only=True) as beside, beside.reading() as reader:
            assert len(reader.children()) == 1


def test_a_store_open_for_reading_refuses_to_write(places, store):
    store.close()
    with open_store(places, DATA_KEY, read_only=True) as beside:
        with pytest.raises(UserError, match="reading only"), beside.writing():
            pass
        add_to = beside._engine.connect()
        with pytest.raises(Exception, match="readonly"):
            add_to.exec_driver_sql("DELETE FROM child")
        add_to.close()


def test_closing_lets_the_next_writer_in_and_closing_twice_is_harmless(places, store):
    store.close()
    store.close()
    open_store(places, DATA_KEY).close()


def test_of_many_that_start_at_once_exactly_one_writes(places):
    for _ in range(10):
        start = threading.Barrier(4)
        opened: list[Store] = []
        refused: list[StoreBusy] = []

        def attempt(start=start, opened=opened, refused=refused) -> None:
            start.wait()
            try:
                opened.append(open_store(places, DATA_KEY))
            except StoreBusy as error:
                refused.append(error)

        threads = [threading.Thread(target=attempt) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert (len(opened), len(refused)) == (1, 3)
        opened[0].close()


_WRITE_AND_HANG = """
import sys, time
from pathlib import Path
from iro_desktop.store.store import Places, open_store
from tests.store.facts import a_child, add, line
from iro_desktop.store.gate import Change
store = open_store(Places(Path(sys.argv[1])), bytes(range(32)))
add(store, a_child("SAVED"))
with store.writing() as writer:
    writer.connection.exec_driver_sql("PRAGMA cache_size = 1")
    writer.write(line(), [Change(None, a_child(f"HALF-{n}")) for n in range(300)])
    print("ready", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
@pytest.mark.parametrize("read_only", [False, True])
def test_after_a_kill_the_next_start_needs_no_ceremony(places, read_only):
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", _WRITE_AND_HANG, str(places.folder)], stdout=subprocess.PIPE, cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGKILL)
    assert places.store.with_name("caseload.iro-journal").exists()
    with open_store(places, DATA_KEY, read_only=read_only) as store:
        with store.reading() as reader:
            assert [child.council_id for child in reader.children()] == ["SAVED"]
        assert store.problems() == []
        assert store.broken_link() is None
    assert not places.store.with_name("caseload.iro-journal").exists()


# --- making


def test_a_store_is_never_made_over_another(places, store):
    store.close()
    before = bytes_of(places.folder)
    with pytest.raises(UserError, match="already"):
        create(places, DATA_KEY)
    assert bytes_of(places.folder) == before
    open_store(places, DATA_KEY).close()


def test_making_that_fails_leaves_nothing_but_the_lock(tmp_path, monkeypatch):
    def fail(*_: object) -> None:
        raise RuntimeError("cut")

    places = Places(tmp_path)
    monkeypatch.setattr("iro_desktop.store.store.put_in_place", fail)
    with pytest.raises(RuntimeError, match="cut"):
        create(places, DATA_KEY)
    assert [path.name for path in tmp_path.iterdir()] == ["caseload.lock"]
    monkeypatch.undo()
    create(places, DATA_KEY).close()


def test_a_first_run_that_was_killed_does_not_stand_in_the_way_of_the_next(tmp_path):
    (tmp_path / "caseload.new").write_bytes(b"half")
    (tmp_path / "caseload.new-journal").write_bytes(b"half")
    with create(Places(tmp_path), DATA_KEY) as store:
        assert store.problems() == []
    assert {path.name for path in tmp_path.iterdir()} == {"caseload.iro", "caseload.lock"}


def test_making_a_store_while_another_makes_one_is_refused(tmp_path):
    lock = claim(Places(tmp_path))
    with pytest.raises(StoreBusy):
        create(Places(tmp_path), DATA_KEY)
    lock.release()


# --- what can be wrong with the file


def test_no_store_is_said_so(tmp_path):
    with pytest.raises(UserError, match="There is no caseload"):
        open_store(Places(tmp_path), DATA_KEY)


def open_and_check(places: Places, *, read_only: bool) -> None:
    with open_store(places, DATA_KEY, read_only=read_only) as store:
        if store.problems():
            raise UserError("Nothing was changed, and the check found it.")


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("size", [0, 1, 4096, 20_000])
def test_a_file_cut_short_is_refused_and_kept_as_it_is(places, size, read_only):
    cut = places.store.read_bytes()[:size]
    places.store.write_bytes(cut)
    with pytest.raises(UserError, match="Nothing was changed"):
        open_and_check(places, read_only=read_only)
    assert places.store.read_bytes() == cut


def test_a_damaged_page_is_noticed_by_the_check(places, store):
    add(store, *(a_child(f"A{n}", "Ann") for n in range(300)))
    with store.reading() as reader:
        root = "SELECT rootpage FROM sqlite_master WHERE name = 'child'"
        page = reader.connection.exec_driver_sql(root).scalar_one()
        size = int(reader.connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    store.close()
    whole = bytearray(places.store.read_bytes())
    whole[(page - 1) * size + size // 2] ^= 1
    places.store.write_bytes(bytes(whole))
    with open_store(places, DATA_KEY) as damaged:
        with pytest.raises(UserError, match="damaged"):
            damaged.dump()
        assert damaged.problems()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_store_is_refused_in_words_without_changing_a_byte(places, read_only):
    engine = open_engine(places.store, DATA_KEY)
    with engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {migrate.SCHEMA_VERSION + 1}")
    engine.dispose()
    before = bytes_of(places.folder)
    with pytest.raises(UserError, match="newer IRO Desktop"):
        open_store(places, DATA_KEY, read_only=read_only)
    assert bytes_of(places.folder) == before


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path):
    (tmp_path / "file").write_text("", encoding="ascii")
    with pytest.raises(UserError, match="could not be used"):
        create(Places(tmp_path / "file" / "data"), DATA_KEY)


def test_a_store_that_cannot_be_opened_as_a_file_is_said_so(tmp_path):
    (tmp_path / "caseload.iro").mkdir()
    with pytest.raises(UserError, match="could not be used"):
        open_store(Places(tmp_path), DATA_KEY)


def test_a_reader_that_never_ends_makes_a_writer_give_up_with_a_sentence(places, store, monkeypatch):
    monkeypatch.setattr(engine_module, "BUSY_TIMEOUT_MS", 50)
    with open_store(places, DATA_KEY, read_only=True) as beside, beside.reading() as reader:
        reader.children()
        store._engine.dispose()  # so that the writer connects anew, with the short patience
        with pytest.raises(StoreBusy, match="Try again"):
            add(store, a_child())
    add(store, a_child())


_FULL = """
import resource, signal, sys
from pathlib import Path
from iro_desktop.domain.errors import UserError
from iro_desktop.store.store import Places, open_store
from tests.store.facts import a_child, add
places = Places(Path(sys.argv[1]))
store = open_store(places, bytes(range(32)))
saved = refused = 0
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
for room in (7_919 * n % 140_000 - 8_000 for n in range(40)):
    resource.setrlimit(resource.RLIMIT_FSIZE, (places.store.stat().st_size + room, resource.RLIM_INFINITY))
    try:
        add(store, *(a_child(f"A{room}-{n}", "Ann" * 30) for n in range(40)))
        saved += 1
    except UserError as error:
        assert "disk is full" in str(error), error
        refused += 1
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    with store.reading() as reader:
        assert len(reader.children()) == 40 * saved, (len(reader.children()), saved)
assert not store.problems() and store.broken_link() is None
print(saved > 3, refused > 3)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size")
def test_a_full_disk_refuses_in_words_keeps_all_that_was_saved_and_lets_go_on_afterwards(places):
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _FULL, str(places.folder)], capture_output=True, text=True, cwd=root, check=False,
        env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("True True", "")
