"""The recovery key as people copy it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.store.recovery import _ALPHABET, new_recovery_key, secret_of


def test_a_key_is_nine_groups_of_four_without_letters_that_look_alike():
    key = new_recovery_key()
    assert [len(group) for group in key.split("-")] == [4] * 9
    assert not set(key) & set("ILOU")


def test_keys_differ_and_have_160_random_bits():
    keys = {new_recovery_key() for _ in range(200)}
    assert len(keys) == 200
    assert all(len({key[place] for key in keys}) > 20 for place in range(44) if place % 5 != 4)


def test_case_blanks_and_look_alike_letters_are_forgiven():
    key = new_recovery_key()
    typed = key.lower().replace("-", " ").replace("0", "o").replace("1", "l").replace("v", "u")
    assert secret_of(f"  {typed}\n") == secret_of(key) is not None


@given(st.integers(0, 35), st.sampled_from(_ALPHABET))
def test_one_mistyped_letter_is_noticed(place, letter):
    letters = new_recovery_key().replace("-", "")
    mistyped = letters[:place] + letter + letters[place + 1 :]
    assert (secret_of(mistyped) is None) == (mistyped != letters)


def test_two_groups_swapped_are_noticed():
    groups = new_recovery_key().split("-")
    if groups[0] != groups[1]:
        assert secret_of("-".join((groups[1], groups[0], *groups[2:]))) is None


@pytest.mark.parametrize("typed", ["", "ABCD", "🐟" * 36, "ß" * 36, "A" * 35, "A" * 37, "\ud800" * 36])
def test_anything_else_is_mistyped(typed):
    assert secret_of(typed) is None


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(typed):
    secret_of(typed)
