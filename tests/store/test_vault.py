"""The key file: each way in, each way it fails with a sentence of its own, and never a half-written one."""

import json
import sys
from pathlib import Path
from random import Random

import pytest

from iro_desktop.domain.errors import DamagedKeyFile, UserError, WrongPassphrase
from iro_desktop.store import vault

STRETCHING = (vault.MEMORY_KIB, vault.PASSES, vault.LANES)  # as imported, before any test makes it quick
PASSPHRASE = "acorn bridge candle dune 42"
pytestmark = pytest.mark.usefixtures("quick_stretching")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "caseload.key"


def test_passphrase_and_recovery_key_open_the_same_data_key(path):
    data_key, recovery_key = vault.make(path, PASSPHRASE)
    assert len(data_key) == 32
    assert vault.open_with_passphrase(path, PASSPHRASE) == data_key
    assert vault.open_with_recovery_key(path, recovery_key) == data_key


def test_two_stores_have_nothing_in_common(path, tmp_path):
    one, other = vault.make(path, PASSPHRASE), vault.make(tmp_path / "other.key", PASSPHRASE)
    assert one[0] != other[0]
    assert one[1] != other[1]
    mine, theirs = vault.read(path), vault.read(tmp_path / "other.key")
    assert mine.passphrase.salt != theirs.passphrase.salt


def test_a_passphrase_is_stretched_with_64_mebibytes_three_times():
    assert STRETCHING == (64 * 1024, 3, 4)


def test_each_failure_has_its_own_sentence(path, tmp_path):
    _, recovery_key = vault.make(path, PASSPHRASE)
    _, other_recovery_key = vault.make(tmp_path / "other.key", PASSPHRASE)
    damaged = tmp_path / "damaged.key"
    damaged.write_bytes(path.read_bytes()[:-20])
    newer = tmp_path / "newer.key"
    whole = json.loads(path.read_bytes())
    whole["keys"]["version"] = 2
    newer.write_text(json.dumps({"keys": whole["keys"], "checksum": vault._checksum(whole["keys"])}), encoding="ascii")
    mistyped = recovery_key[:-1] + ("0" if recovery_key[-1] != "0" else "1")
    attempts = [
        (WrongPassphrase, lambda: vault.open_with_passphrase(path, "something else")),
        (WrongPassphrase, lambda: vault.open_with_recovery_key(path, other_recovery_key)),
        (WrongPassphrase, lambda: vault.open_with_recovery_key(path, mistyped)),
        (DamagedKeyFile, lambda: vault.open_with_passphrase(damaged, PASSPHRASE)),
        (UserError, lambda: vault.open_with_passphrase(tmp_path / "missing.key", PASSPHRASE)),
        (UserError, lambda: vault.open_with_passphrase(tmp_path, PASSPHRASE)),
        (UserError, lambda: vault.open_with_passphrase(newer, PASSPHRASE)),
    ]
    sentences = []
    for kind, attempt in attempts:
        with pytest.raises(kind) as caught:
            attempt()
        sentences.append(str(caught.value))
        assert PASSPHRASE not in sentences[-1]
    assert len(set(sentences)) == len(attempts)
    assert all("Nothing was changed" in sentence or "was not touched" in sentence for sentence in sentences)


def test_a_key_file_cut_anywhere_is_told_from_a_wrong_passphrase(path):
    vault.make(path, PASSPHRASE)
    whole = path.read_bytes()
    for length in range(0, len(whole.rstrip()), 7):
        path.write_bytes(whole[:length])
        with pytest.raises(DamagedKeyFile, match="damaged"):
            vault.open_with_passphrase(path, PASSPHRASE)


def test_every_flipped_bit_is_told_from_a_wrong_passphrase(path):
    vault.make(path, PASSPHRASE)
    whole = path.read_bytes()
    bits = Random(1).sample(range(8 * len(whole)), 600)
    for bit in bits:
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(bytes(flipped))
        with pytest.raises(DamagedKeyFile):
            vault.open_with_passphrase(path, PASSPHRASE)


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"\x00" * 400,
        b"not JSON",
        b"[]",
        b"null",
        b"3",
        b'{"keys": 3, "checksum": ""}',
        b"[" * 200_000,
        b"\xff\xfe",
    ],
)
def test_junk_is_a_damaged_key_file(path, junk):
    path.write_bytes(junk)
    with pytest.raises(DamagedKeyFile):
        vault.read(path)


def test_a_recovery_key_is_confirmed_by_retyping_it_and_by_nothing_else(path):
    _, recovery_key = vault.make(path, PASSPHRASE)
    assert not vault.read(path).recovery_confirmed
    assert not vault.confirm_recovery_key(path, "ABCD-" + recovery_key[5:])
    assert not vault.read(path).recovery_confirmed
    assert vault.confirm_recovery_key(path, recovery_key.lower().replace("-", "  "))
    assert vault.read(path).recovery_confirmed
    assert vault.open_with_passphrase(path, PASSPHRASE)


def test_a_passphrase_is_the_same_however_the_keyboard_composes_its_accents(path):
    data_key, _ = vault.make(path, "café crème 12")
    assert vault.open_with_passphrase(path, "cafe\u0301 cre\u0300me 12") == data_key


@pytest.mark.parametrize("odd", ["", " ", "x" * 10_000, "\ud800", "\x00", "пароль", "🐟"])
def test_any_text_can_be_tried_as_a_passphrase(path, odd):
    vault.make(path, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        vault.open_with_passphrase(path, odd)


def test_the_file_holds_no_secret_in_clear(path):
    data_key, recovery_key = vault.make(path, PASSPHRASE)
    text = path.read_bytes()
    for secret in (data_key, data_key.hex().encode(), recovery_key.encode(), PASSPHRASE.encode()):
        assert secret not in text


@pytest.mark.skipif(sys.platform == "win32", reason="rights of another kind")
def test_the_key_file_is_its_owners_alone_whatever_lay_there_before(path):
    left_over = path.with_name("caseload.key.new")
    left_over.write_text("of a crash", encoding="ascii")
    left_over.chmod(0o666)
    vault.make(path, PASSPHRASE)
    assert path.stat().st_mode & 0o777 == 0o600
    assert not left_over.exists()


def test_a_write_that_fails_leaves_the_old_key_file_and_a_sentence(path, monkeypatch):
    vault.make(path, PASSPHRASE)
    before = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("iro_desktop.store.vault.os.fsync", full)
    with pytest.raises(UserError, match="disk is full"):
        vault.make(path, "another")
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path):
    (tmp_path / "file").write_text("", encoding="ascii")
    with pytest.raises(UserError, match="could not be used"):
        vault.make(tmp_path / "file" / "caseload.key", PASSPHRASE)
