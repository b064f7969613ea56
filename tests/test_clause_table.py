"""docs/条款对照.md: what it says is produced and checked is there, and each check is shown by a broken letter."""

import pytest
from script.clause_table import CLAUSES, PAGE, Clause, page
from tests.support.clause_mutants import MUTANTS
from tests.support.letter import PACK
from tests.support.wordml import WordFile

from reportgen.rules import all_rules

STYLES = {style.name for style in WordFile(PACK / "template.docx").styles}


def test_the_page_is_that_of_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run script/clause_table.py"


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.number)
def test_a_clause_names_styles_and_rules_that_exist(clause: Clause) -> None:
    assert set(clause.styles) <= STYLES
    assert set(clause.codes) <= all_rules().keys()
    assert clause.codes or clause.unseen


@pytest.mark.parametrize("clause", [each for each in CLAUSES if each.codes], ids=lambda clause: clause.number)
def test_a_clause_that_is_checked_is_broken_by_a_letter(clause: Clause) -> None:
    codes = {mutant.code for mutant in MUTANTS if mutant.clause == clause.number}
    assert codes
    assert codes <= set(clause.codes)


def test_every_broken_letter_belongs_to_a_clause() -> None:
    assert {mutant.clause for mutant in MUTANTS} <= {clause.number for clause in CLAUSES}
