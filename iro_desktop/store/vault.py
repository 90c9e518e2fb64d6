"""The key file: a random data key, wrapped once by the passphrase and once by the recovery key.

The store is encrypted with the data key, never with a passphrase: changing a passphrase re-wraps 32 bytes. A
checksum over the file tells damage from a wrong passphrase, which look the same to the cipher.
"""

import hashlib
import json
import os
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from iro_desktop.domain.errors import DamagedKeyFile, UserError, WrongPassphrase
from iro_desktop.store.durable import folder_told, put_in_place
from iro_desktop.store.recovery import new_recovery_key, secret_of

MEMORY_KIB, PASSES, LANES = 64 * 1024, 3, 4  # argon2id: about 140 ms
_VERSION = 1
_PURPOSE = b"iro-desktop data key"
Lock = Callable[[bytes, bytes], bytes]  # secret and salt to a 32-byte key
_WRONG = (
    "That passphrase does not open this store. Nothing was changed. "
    "Check Caps Lock and try again, or use the recovery key."
)
_WRONG_RECOVERY = (
    "That recovery key does not open this store. Nothing was changed. Check each group against the paper it is on."
)
_DAMAGED = (
    "The key file {name} is damaged: it was cut short or altered, so no passphrase can open it. "
    "The store itself was not touched. Put back the copy of the key file that lies in every backup."
)
_UNREACHABLE = (
    "The key file {name} could not be read: this account may not, or the disk fails. The store was not touched. "
    "Get access to the file, then try again."
)
_NEWER = "The key file {name} was written by a newer IRO Desktop. Nothing was changed. Install the newer program."


@dataclass(frozen=True, slots=True)
class Wrap:
    """The data key under one lock."""

    salt: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What stands in the key file; holds no secret in clear."""

    passphrase: Wrap
    recovery: Wrap
    recovery_confirmed: bool = False


def make(path: Path, passphrase: str) -> tuple[bytes, str]:
    """Make a key file; returns the data key (32 bytes) and the recovery key, which is shown once and kept nowhere."""
    data_key, recovery_key = os.urandom(32), new_recovery_key()
    secret = secret_of(recovery_key)
    assert secret is not None
    write(path, KeyFile(_wrap(data_key, _stretch, _typed(passphrase)), _wrap(data_key, _derive, secret)))
    return data_key, recovery_key


def open_with_passphrase(path: Path, passphrase: str) -> bytes:
    """The data key. Raises ``WrongPassphrase`` or ``DamagedKeyFile``."""
    return _unwrap(read(path).passphrase, _stretch, _typed(passphrase), _WRONG)


def _typed(passphrase: str) -> bytes:
    """The same bytes however a keyboard composes its accents."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def open_with_recovery_key(path: Path, typed: str) -> bytes:
    """The data key. Raises ``WrongPassphrase`` or ``DamagedKeyFile``."""
    secret = secret_of(typed)
    if secret is None:
        raise WrongPassphrase("That recovery key is mistyped: one group does not fit the others. Nothing was changed.")
    return _unwrap(read(path).recovery, _derive, secret, _WRONG_RECOVERY)


def confirm_recovery_key(path: Path, typed: str) -> bool:
    """Mark the recovery key as confirmed if ``typed`` opens the store."""
    try:
        open_with_recovery_key(path, typed)
    except WrongPassphrase:
        return False
    write(path, replace(read(path), recovery_confirmed=True))
    return True


def read(path: Path) -> KeyFile:
    """Read and check the key file. Raises ``DamagedKeyFile``; ``UserError`` if it is missing."""
    try:
        text = path.read_bytes()
    except FileNotFoundError as error:
        message = f"The key file {path.name} is missing. The store was not touched. Put back the copy from a backup."
        raise UserError(message) from error
    except OSError as error:
        raise UserError(_UNREACHABLE.format(name=path.name)) from error
    try:
        whole = json.loads(text)
        body = whole["keys"]
        if whole["checksum"] != _checksum(body):
            raise ValueError("checksum")
        if body["version"] != _VERSION:
            raise UserError(_NEWER.format(name=path.name))
        return KeyFile(_wrap_of(body["passphrase"]), _wrap_of(body["recovery"]), bool(body["recovery_confirmed"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DamagedKeyFile(_DAMAGED.format(name=path.name)) from error


def write(path: Path, keys: KeyFile) -> None:
    """Write the key file whole or not at all, readable by its owner only."""
    body: dict[str, object] = {
        "version": _VERSION,
        "passphrase": _text_of(keys.passphrase),
        "recovery": _text_of(keys.recovery),
        "recovery_confirmed": keys.recovery_confirmed,
    }
    temporary = path.with_name(path.name + ".new")
    with folder_told():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            temporary.unlink(missing_ok=True)
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                json.dump({"keys": body, "checksum": _checksum(body)}, file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            put_in_place(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)


def _stretch(secret: bytes, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(secret, salt, PASSES, MEMORY_KIB, LANES, 32, Type.ID)


def _derive(secret: bytes, salt: bytes) -> bytes:
    """The recovery key has 160 random bits: no stretching needed."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt, b"iro-desktop recovery wrap").derive(secret)


def _wrap(data_key: bytes, lock: Lock, secret: bytes) -> Wrap:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(16), os.urandom(12)
    return Wrap(salt, nonce, AESGCM(lock(secret, salt)).encrypt(nonce, data_key, _PURPOSE))


def _unwrap(wrap: Wrap, lock: Lock, secret: bytes, sentence: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(lock(secret, wrap.salt)).decrypt(wrap.nonce, wrap.sealed, _PURPOSE)
    except InvalidTag as error:
        raise WrongPassphrase(sentence) from error


def _checksum(body: object) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _text_of(wrap: Wrap) -> dict[str, str]:
    return {name: b64encode(getattr(wrap, name)).decode() for name in ("salt", "nonce", "sealed")}


def _wrap_of(body: dict[str, str]) -> Wrap:
    return Wrap(*(b64decode(body[name], validate=True) for name in ("salt", "nonce", "sealed")))
