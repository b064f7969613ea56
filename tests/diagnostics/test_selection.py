"""`--select` and `--ignore`: which codes are told."""

import pytest
from tests.diagnostics.outcomes import COMMA, SUM

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kinds import IGNORE_UNUSED
from reportgen.diagnostics.report import Report
from reportgen.diagnostics.selection import Selection, beginnings
from reportgen.place import Place
from reportgen.record import replace


@pytest.mark.parametrize(
    ("select", "ignore", "told"),
    [
        ("", "", True),
        ("NUM", "", True),
        ("NUM003", "", True),
        ("NUM00", "", True),
        ("PUN", "", False),
        ("", "NUM", False),
        ("", "NUM004", True),
        ("NUM", "NUM003", False),
        ("NUM003", "NUM", True),
        ("NUM", "NUM", False),
        ("PUN", "NUM004", False),
    ],
)
def test_the_longer_word_wins(select: str, ignore: str, told: bool) -> None:
    assert Selection(beginnings([select]), beginnings([ignore])).wants("NUM003") is told


def test_words_may_be_typed_with_any_comma_and_in_small_letters() -> None:
    assert beginnings(["num，PUN001", "sco、 str"]) == ("NUM", "PUN001", "SCO", "STR")


def test_what_makes_a_document_impossible_is_always_told() -> None:
    fatal = replace(SUM, severity=Severity.FATAL)
    assert list(Selection(("PUN",), ("NUM",)).of(Report.of([fatal, SUM, COMMA]))) == [fatal, COMMA]


@pytest.mark.parametrize(
    ("selection", "told"),
    [
        (Selection(), True),
        (Selection(ignore=("NUM",)), False),
        (Selection(ignore=("PUN",)), True),
        (Selection(select=("PUN", "SUP")), False),
        (Selection(select=("NUM", "SUP")), True),
        (Selection(select=("NUM",)), False),
    ],
)
def test_an_unused_acknowledgement_is_told_only_when_its_code_was_asked_about(selection: Selection, told: bool) -> None:
    unused = IGNORE_UNUSED.at(Place("a.yaml", 3, 1), "NUM003")
    assert bool(len(selection.of(Report.of([unused])))) is told
