"""Tables whose merged cells are drawn last, as Typst draws them: read in the order of their rows all the same."""

import pytest
from tests.support.grids import HEAD, cell, rows, table, template
from tests.support.typst_sheets import sheet

from reportgen.pdf import page_texts
from reportgen.verify.artifacts import verify_pdf
from reportgen.verify.comparison import squeeze
from reportgen.verify.lines import Line

FORM = """
#let row(n) = ([第#{n}项科普活动], if n == 5 [AMOUNT] else [#{n}.00])
#table(columns: 3, table.header[一级指标][三级指标][指标值],
  ..range(1, 15).map(n => (
    ..if calc.rem(n, 7) == 1 { (table.cell(rowspan: 7, align: horizon)[指标#{n}类],) }, ..row(n))).flatten())
"""


def made(amount: str = "5.00") -> bytes:
    """Two pages: the head is repeated over the second, and the second label reaches from one into the other."""
    return sheet(FORM.replace("AMOUNT", amount))


@pytest.fixture(scope="module")
def meant() -> list[Line]:
    form = table(*rows(14, label=7))
    return [Line(one.text, table=form, cell=one) for one in form.lines()]


def test_a_merged_cell_stands_before_the_rows_beside_it() -> None:
    first, second = map(squeeze, page_texts(made()))
    assert first.removeprefix("".join(HEAD)).startswith("指标1类第1项科普活动1.00第2项科普活动2.00")
    assert "".join(HEAD) in second
    assert second.index("".join(HEAD)) < second.index("第14项科普活动")


def test_what_the_form_says_is_read_back_without_a_finding(meant: list[Line]) -> None:
    found, pages = verify_pdf(meant, made(), "甲.pdf", template().looks)
    assert found == []
    assert (pages[0], pages[-1]) == (1, 2)


def test_a_digit_changed_in_a_cell_is_found_and_named(meant: list[Line]) -> None:
    (remark,) = verify_pdf(meant, made("6.00"), "甲.pdf", template().looks)[0]
    assert remark.label == "甲.pdf 表格第 6 行第 3 格：5.00"
    assert remark.notes == ("应为：5.00", "实为：6.00")


def test_a_merged_cell_that_says_otherwise_is_found(meant: list[Line]) -> None:
    label = cell(8, 0, "指标9类", rows=7)
    changed = [Line(label.text, table=line.table, cell=label) if line.text == "指标8类" else line for line in meant]
    (remark,) = verify_pdf(changed, made(), "甲.pdf", template().looks)[0]
    assert remark.notes == ("应为：指标9类", "实为：指标8类")
