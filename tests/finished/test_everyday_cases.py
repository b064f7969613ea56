"""Documents of strangers that once were misread, or passed with a fault in them: what is said of each, and no more."""

from pathlib import Path

import pytest

from reportgen.pipeline.check import check_file

CASES = Path(__file__).parent.parent / "data" / "finished_cases"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        pytest.param("n1.docx", {"NUM008"}, id="预算320，其中基本100、项目210"),
        pytest.param("n3.docx", {"NUM042"}, id="支出98，其中项目114.6"),
        pytest.param("v1.docx", {"NUM027"}, id="a share that is wrong of its own whole"),
        pytest.param("num010_false.docx", set(), id="收入决算表 whose columns add up"),
        pytest.param("toc.txt", set(), id="contents without page numbers; a list of duties that ends in a short line"),
        pytest.param("p_foot.docx", {"DIS001", "DIS002"}, id="telephone and ID number in a footnote"),
        pytest.param("p_header.docx", {"DIS001", "DIS002"}, id="telephone and ID number in a header"),
        pytest.param("f5_inline.docx", {"NUM008", "DIS002"}, id="ruby, symbols, fractions, controls, hidden text"),
        pytest.param("g1.docx", {"IND009", "IND013", "PUN009"}, id="a form"),
        pytest.param("g1.pdf", {"IND009", "IND013", "PUN009"}, id="the same as PDF, with a row broken over pages"),
    ],
)
def test_what_is_said_of_a_stranger(name: str, meant: set[str]) -> None:
    """Their pages are a word processor's own, which is said of each."""
    said = {finding.code for finding in check_file(CASES / name).report}
    assert {code for code in said if not code.startswith("LAY")} == meant
