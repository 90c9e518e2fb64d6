"""In full: templates damaged in a thousand ways are used whole or refused in words, and nothing slips through them."""

import io
import re
from random import Random

import docx
import pytest

from iro_desktop.domain.errors import UserError
from iro_desktop.exchange.word_out import check_template, word_of
from tests.exchange.documents import EVERY_BLOCK, body_lines, parts_of, png, tampered, template, word_faults

PARTS = {name: part.decode() for name, part in parts_of(template()).items()}
ELEMENT = re.compile(r"<(\w+:?\w*)[^>/]*?(/>|>.*?</\1>)", re.DOTALL)
VALUE = re.compile(r'"[^"]*"')
OTHERS = ('""', '"x"', '"9999999999"', '"-1"')


def damaged(chance: Random) -> bytes:
    """One part of the standard template is gone, has lost a tag, an element or some letters, or says another value."""
    name = chance.choice(sorted(PARTS))
    text = PARTS[name]
    start = chance.randrange(len(text))
    ways = (
        lambda: text.replace(chance.choice(re.findall(r"<[^>]+>", text)), "", 1),
        lambda: text[:start] + text[start + chance.randrange(1, 40) :],
        lambda: text.replace(chance.choice([one[0] for one in ELEMENT.finditer(text)] or [" "]), "", 1),
        lambda: text.replace(
            chance.choice(VALUE.findall(text)), chance.choice(('""', '"x"', '"9999999999"', '"-1"')), 1
        ),
        lambda: None,
    )
    changed = chance.choice(ways)()
    return tampered({name: None if changed is None else changed.encode()})


@pytest.mark.parametrize("hundred", range(10))
def test_a_damaged_template_is_used_or_refused_in_words(hundred: int) -> None:
    chance, used = Random(hundred), 0
    refusals: list[str] = []
    for _ in range(100):
        content = damaged(chance)
        try:
            check_template(content)
        except UserError as error:
            refusals.append(str(error))
            continue
        made = word_of(EVERY_BLOCK, content, lambda _chart: png())
        assert word_faults(made) == []
        assert docx.Document(io.BytesIO(made)).core_properties.title == EVERY_BLOCK.title
        assert body_lines(made)[-1] == "The end."
        used += 1
    assert all("Nothing was taken over." in one for one in refusals)
    assert used > 10
    assert len(refusals) > 10
