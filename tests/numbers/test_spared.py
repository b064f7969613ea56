"""What is spared is found by one pattern made of many; a guard before it names the characters that they begin with."""

import re
from pathlib import Path

import pytest

from reportgen.numbers.spared import CODES, DATES, DOCUMENT_NUMBERS, FORMULAS, LABELS, LATIN, NAMES, ORDINALS, spared

_HERE = Path(__file__).parent
_TEXTS = [
    line
    for file in (_HERE / "phrases.txt", _HERE / "seeds.txt", *(_HERE.parent / "data").glob("*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(
    "pattern",
    [*CODES, *DOCUMENT_NUMBERS, *DATES, *ORDINALS, *LATIN, *NAMES, *FORMULAS, *LABELS],
    ids=lambda each: each[:20],
)
def test_whatever_a_pattern_finds_by_itself_is_spared(pattern: str) -> None:
    for text in _TEXTS:
        spans = spared(text)
        for match in re.finditer(pattern, text, re.MULTILINE):
            assert any(start <= match.start() < end for start, end in spans), match
