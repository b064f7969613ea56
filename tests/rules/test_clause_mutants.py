"""Each clause of GB/T 9704-2012 broken once in letters of a hospital, a school, a court and a water bureau: it is told.

The right letters have nothing said of their layout, so that what is said is said of the one thing that was broken.
"""

from itertools import cycle
from pathlib import Path

import pytest
from tests.support.clause_mutants import MUTANTS, TRADES, Mutant, ground, packed

from reportgen.pipeline.check import check_file

SECRET = "DIS005"
"""Of 秘密★1年, which every letter has."""


def findings(content: bytes, folder: Path) -> list[tuple[str, str]]:
    path = folder / "公文.docx"
    path.write_bytes(content)
    return [(found.code, found.label) for found in check_file(path).report if found.code != SECRET]


@pytest.mark.parametrize("trade", TRADES)
def test_nothing_is_said_of_the_right_letter(trade: str, tmp_path: Path) -> None:
    assert findings(packed(ground(trade)), tmp_path) == []


@pytest.mark.parametrize(
    ("mutant", "trade"),
    list(zip(MUTANTS, cycle(TRADES), strict=False)),
    ids=[f"{each.clause} {each.done}" for each in MUTANTS],
)
def test_a_broken_clause_is_told(mutant: Mutant, trade: str, tmp_path: Path) -> None:
    found = findings(mutant.of(trade), tmp_path)
    assert any(code == mutant.code and mutant.label in label for code, label in found), found


WORDED = [each for each in MUTANTS if each.code.startswith(("PUN", "STR", "LAY015", "LAY016", "LAY017"))]


@pytest.mark.parametrize("mutant", WORDED, ids=lambda each: each.done)
@pytest.mark.parametrize("trade", TRADES)
def test_a_slip_in_the_words_is_said_by_one_rule(mutant: Mutant, trade: str, tmp_path: Path) -> None:
    """What a rule about all text says of a line, the rule about the part that the line is does not say again."""
    assert [code for code, _label in findings(mutant.of(trade), tmp_path)] == [mutant.code]


@pytest.mark.parametrize("trade", TRADES)
def test_what_differs_everywhere_is_told_once(trade: str, tmp_path: Path) -> None:
    """A style without an indent is one finding, with how many paragraphs it concerns."""
    broken = next(each for each in MUTANTS if each.done == "正文没有首行缩进（样式）")
    labels = [label for code, label in findings(broken.of(trade), tmp_path) if code == "LAY008"]
    assert [label for label in labels if label.startswith("正文")] == ["正文·首行缩进：4 段中 4 段没有"]
