"""The recovery key: 160 random bits as eight groups of four letters and a check group, easy to read aloud."""

import hashlib
import os

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_BITS = 160


def new_recovery_key() -> str:
    """A new key as people see it: ``ABCD-…`` in nine groups, the last one checks the others."""
    value = int.from_bytes(os.urandom(_BITS // 8), "big")
    letters = "".join(_ALPHABET[value >> shift & 31] for shift in range(_BITS - 5, -1, -5))
    whole = letters + _check(letters)
    return "-".join(whole[start : start + 4] for start in range(0, len(whole), 4))


def secret_of(typed: str) -> bytes | None:
    """The secret behind a typed key; blanks, case and look-alike letters are forgiven. ``None``: mistyped."""
    letters = "".join(typed.upper().translate(_LOOKALIKES).replace("-", " ").split())
    body, check = letters[: _BITS // 5], letters[_BITS // 5 :]
    if len(letters) != _BITS // 5 + 4 or not set(letters) <= set(_ALPHABET) or _check(body) != check:
        return None
    return body.encode("ascii")


def _check(letters: str) -> str:
    digest = hashlib.sha256(b"iro-desktop recovery" + letters.encode("ascii")).digest()
    value = int.from_bytes(digest[:4], "big")
    return "".join(_ALPHABET[value >> shift & 31] for shift in (15, 10, 5, 0))
