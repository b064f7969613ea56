"""Each clause of GB/T 9704-2012 that paper can show, broken once: a rule of that clause tells it of the PDF as well.

Which ones paper does not show is said in docs/条款对照.md, with why; those are looked at, too, so that it stays true.
"""

from collections.abc import Mapping
from itertools import cycle
from pathlib import Path

import pytest
from script.clause_table import CLAUSES
from tests.support.clause_mutants import MUTANTS, TRADES, UNSEEN, Mutant, ground, packed
from tests.support.word import converted_together

from reportgen.pipeline.check import check_file

CODES = {clause.number: set(clause.codes) for clause in CLAUSES}
Pages = Mapping[str, Path]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """All of them, and the right letters, printed in one call of LibreOffice."""
    folder = tmp_path_factory.mktemp("条款")
    letters = {each.done: each.of(trade) for each, trade in zip(MUTANTS, cycle(TRADES), strict=False)}
    letters |= {trade: packed(ground(trade)) for trade in TRADES}
    paths = [folder / f"{number}.docx" for number in range(len(letters))]
    for path, content in zip(paths, letters.values(), strict=True):
        path.write_bytes(content)
    return dict(zip(letters, converted_together(paths, folder, "pdf"), strict=True))


def codes(path: Path) -> set[str]:
    return {found.code for found in check_file(path).report} - {"DIS005"}


@pytest.mark.parametrize("trade", TRADES)
def test_nothing_is_said_of_the_right_letter(pages: Pages, trade: str) -> None:
    assert codes(pages[trade]) == set()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda each: f"{each.clause} {each.done}")
def test_a_broken_clause_is_told_of_the_pdf(pages: Pages, mutant: Mutant) -> None:
    told = codes(pages[mutant.done]) & CODES[mutant.clause]
    assert bool(told) is not bool(mutant.unseen), codes(pages[mutant.done])


def test_what_paper_does_not_show_are_broken_letters() -> None:
    assert UNSEEN.keys() <= {each.done for each in MUTANTS}
