"""The real desk and vault: first run, unlocking, and what a window may ask for."""

import random
import threading

import pytest

from iro_desktop.domain.acts import AddChild
from iro_desktop.domain.errors import DamagedKeyFile, StoreBusy, UserError, WrongPassphrase
from iro_desktop.rules.register import LAW_CHECKED_ON
from iro_desktop.services.demo import open_demo
from iro_desktop.services.desk import Desk, Vault
from iro_desktop.services.local import LocalVault, make_keys, make_store
from iro_desktop.services.passwords import WORDS, five_words
from iro_desktop.store import vault
from iro_desktop.store.store import Places, open_store
from tests.conftest import TODAY
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.office import Office, day

PASSPHRASE = "acorn bridge candle dune 42"
pytestmark = pytest.mark.usefixtures("quick_stretching")


@pytest.fixture
def first_run(tmp_path) -> LocalVault:
    return LocalVault(tmp_path / "data", "tester", TODAY)


def names(folder) -> set[str]:
    return {path.name for path in folder.iterdir()}


# --- first run


def test_a_first_run_makes_a_store_that_opens_by_passphrase_and_by_recovery_key(first_run: Vault):
    assert not first_run.exists()
    recovery_key = first_run.create(PASSPHRASE)
    assert first_run.exists()
    desk = first_run.open(PASSPHRASE)
    assert (desk.status().children, desk.status().is_sample, desk.status().recovery_confirmed) == (0, False, False)
    desk.act(AddChild(child="A1", last_review_on=day("1 Sep")))
    desk.close()
    again = first_run.open_with_recovery_key(recovery_key)
    assert again.status().children == 1
    again.close()


def test_the_recovery_key_is_confirmed_by_retyping_it(first_run: LocalVault):
    recovery_key = first_run.create(PASSPHRASE)
    assert not first_run.confirm_recovery_key("ABCD")
    assert first_run.confirm_recovery_key(recovery_key)
    desk = first_run.open(PASSPHRASE)
    assert desk.status().recovery_confirmed
    desk.close()


def test_each_failure_to_open_is_its_own_kind_and_leaves_the_next_attempt_free(first_run: LocalVault, tmp_path):
    first_run.create(PASSPHRASE)
    key = tmp_path / "data" / "caseload.key"
    whole = key.read_bytes()
    with pytest.raises(WrongPassphrase):
        first_run.open("something else")
    with pytest.raises(WrongPassphrase):
        first_run.open_with_recovery_key("ABCD")
    key.write_bytes(whole[:100])
    with pytest.raises(DamagedKeyFile):
        first_run.open(PASSPHRASE)
    key.unlink()
    with pytest.raises(UserError, match="missing"):
        first_run.open(PASSPHRASE)
    key.write_bytes(whole)
    desk = first_run.open(PASSPHRASE)
    with pytest.raises(StoreBusy):
        first_run.open(PASSPHRASE)
    desk.close()
    first_run.open(PASSPHRASE).close()


def test_the_key_file_of_another_store_is_told_from_a_wrong_passphrase(first_run: LocalVault, tmp_path):
    first_run.create(PASSPHRASE)
    other = LocalVault(tmp_path / "other", "tester", TODAY)
    other.create(PASSPHRASE)
    (tmp_path / "other" / "caseload.key").replace(tmp_path / "data" / "caseload.key")
    with pytest.raises(UserError, match="belongs to another store"):
        first_run.open(PASSPHRASE)


def test_a_desk_that_cannot_be_built_lets_the_lock_go(first_run: LocalVault, monkeypatch):
    first_run.create(PASSPHRASE)

    def fail(*_: object) -> None:
        raise RuntimeError("cut")

    with monkeypatch.context() as patched:
        patched.setattr("iro_desktop.services.local.Snapshot.of", fail)
        with pytest.raises(RuntimeError, match="cut"):
            first_run.open(PASSPHRASE)
    first_run.open(PASSPHRASE).close()


# --- keys are never lost


def test_keys_are_never_made_over_a_store(first_run: LocalVault, tmp_path):
    first_run.create(PASSPHRASE)
    before = {path.name: path.read_bytes() for path in (tmp_path / "data").iterdir()}
    for attempt in (lambda: first_run.create("other"), lambda: make_keys(Places(tmp_path / "data"), "other")):
        with pytest.raises(UserError, match="already"):
            attempt()
    assert {path.name: path.read_bytes() for path in (tmp_path / "data").iterdir()} == before


def test_a_key_file_without_its_store_is_put_aside_and_opens_the_store_should_it_turn_up(
    first_run: LocalVault, tmp_path
):
    folder = tmp_path / "data"
    first_run.create(PASSPHRASE)
    (folder / "caseload.iro").rename(tmp_path / "elsewhere.iro")
    for _ in range(3):  # within one second too
        make_keys(Places(folder), "another")
    aside = sorted(name for name in names(folder) if name.endswith(".old"))
    assert len(aside) == 3
    first = next(name for name in aside if opens(folder / name, PASSPHRASE))
    (tmp_path / "elsewhere.iro").rename(folder / "caseload.iro")
    open_store(Places(folder), vault.open_with_passphrase(folder / first, PASSPHRASE)).close()


def opens(path, passphrase: str) -> bool:
    try:
        vault.open_with_passphrase(path, passphrase)
    except WrongPassphrase:
        return False
    return True


def test_an_empty_passphrase_makes_nothing(first_run: LocalVault, tmp_path):
    for empty in ("", "   "):
        with pytest.raises(UserError, match="empty"):
            first_run.create(empty)
    assert not first_run.exists()
    assert not (tmp_path / "data" / "caseload.key").exists()


def test_of_many_first_runs_at_once_one_makes_the_store_and_its_own_passphrase_opens_it(tmp_path):
    for run in range(10):
        places = Places(tmp_path / f"data{run}")
        start, made = threading.Barrier(4), list[str]()

        def attempt(n: int, places=places, start=start, made=made) -> None:
            start.wait()
            try:
                make_store(places, f"passphrase {n}")[0].close()
            except UserError:
                return
            made.append(f"passphrase {n}")

        threads = [threading.Thread(target=attempt, args=(n,)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(made) == 1
        open_store(places, vault.open_with_passphrase(places.key, made[0])).close()


def test_a_disk_that_fails_while_the_store_is_made_leaves_a_folder_in_which_it_can_be_made(
    first_run, tmp_path, monkeypatch
):
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("iro_desktop.store.durable.os.fsync", full)
        with pytest.raises(UserError, match="disk is full"):
            first_run.create(PASSPHRASE)
    assert not first_run.exists()
    first_run.create(PASSPHRASE)
    first_run.open(PASSPHRASE).close()


def test_suggested_passphrases_are_five_words_and_a_number(first_run: LocalVault):
    assert len(WORDS) == len(set(WORDS)) >= 330  # five of them and a number: over 48 bits
    *words, number = five_words(random.Random(1)).split()
    assert len(words) == 5
    assert set(words) <= set(WORDS)
    assert 10 <= int(number) <= 99
    assert first_run.suggest_passphrase() != first_run.suggest_passphrase()


# --- the desk


def test_listeners_hear_of_every_change_and_of_nothing_else(office: Office):
    desk = office.desk()
    heard: list[str] = []
    desk.on_change(lambda: heard.append("one"))
    desk.on_change(lambda: heard.append("other"))
    desk.act(IRO)
    desk.undo()
    desk.redo()
    assert heard == ["one", "other"] * 3
    with pytest.raises(UserError):
        desk.act(FIRST)
    desk.today()
    assert len(heard) == 6


def test_the_corner_says_when_it_was_saved_and_how_many_children_there_are(office: Office):
    desk = office.desk()
    assert (desk.status().saved_at, desk.status().children) == ("", 0)
    desk.act(IRO)
    desk.act(CHILD)
    status = desk.status()
    assert len(status.saved_at) == 5
    assert (status.children, status.law_checked_on, desk.iros()) == (1, LAW_CHECKED_ON, ("Jo Bloggs",))


def test_a_day_is_read_as_it_is_typed(office: Office):
    desk = office.desk()
    for text, meant in (
        ("12 mar 2027", "12 Mar 2027"),
        ("yesterday", "22 Nov"),
        ("+20wd", "21 Dec"),
        ("-1d", "22 Nov"),
    ):
        assert desk.typed_date(text) == day(meant)
    for text in ("", "soon", "+99999y", "+99999wd", "31 feb", "+", "--3d", "1 jan 0001"):
        assert desk.typed_date(text) is None


def test_what_was_shown_of_an_act_that_fails_stays_as_it_was(office: Office):
    desk = office.desk()
    desk.act(IRO)
    before = desk.today(), desk.caseload(), desk.history()
    with pytest.raises(UserError):
        desk.act(FIRST)
    assert (desk.today(), desk.caseload(), desk.history()) == before


def test_the_history_shows_the_newest_first_and_no_more_than_asked_for(office: Office):
    desk = office.desk()
    for n in range(5):
        desk.act(AddChild(child=f"A{n}"))
    assert [row.sentence for row in desk.history(2)] == ["Add child A4", "Add child A3"]
    assert all(row.who == "tester" and row.origin == "window" for row in desk.history())


def test_the_demo_opens_on_sixty_children_of_one_iro_and_leaves_no_plain_file(tmp_path):
    desk: Desk = open_demo(tmp_path, TODAY)
    assert (desk.status().is_sample, desk.status().children) == (True, 60)
    assert desk.today().scope == desk.iros()[0]
    assert names(tmp_path) == {"caseload.iro", "caseload.key", "caseload.lock"}
    desk.close()
