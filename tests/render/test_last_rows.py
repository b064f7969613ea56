"""The last rows of a long form stay together: a total is never alone below the heads of a new page."""

import pytest
from tests.support.grids import cell, printed, rows, table, template
from tests.support.pages import pages_text
from tests.support.prose import checked, document

from reportgen.model.document import Table
from reportgen.model.engine import Engine
from reportgen.model.formula import Total
from reportgen.model.table import CellRole
from reportgen.record import replace
from reportgen.render.docx.tables import table_xml


def long_form(lines: int, closing: tuple[str, ...], merged: int = 1) -> Table:
    """A form of so many lines and, at its end, its total and what stands below that."""
    end = lines + 1
    named = [cell(end + at, 0, words, CellRole.CENTER, columns=2) for at, words in enumerate(closing)]
    total = replace(cell(end, 2, "99.00", CellRole.NUMBER), formula=Total(((1, 2),)))
    below = [cell(end + at, 2, "良") for at in range(1, len(closing))]
    return table(*rows(lines, merged), *named, total, *below)


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("merged", [1, 4])
@pytest.mark.parametrize("closing", [("合计",), ("合计", "评价等级")])
def test_a_total_has_a_row_of_its_form_above_it(closing: tuple[str, ...], merged: int, engine: Engine) -> None:
    """29 lines find room on the page, their total does not; and so with fewer where more stands below the total."""
    for lines in (28, 29):
        pages = pages_text(printed(long_form(lines, closing, merged), engine=engine).pdf)
        (last,) = [page for page in pages if "合计" in page]
        assert f"第{lines}项科普活动" in last
        assert closing[-1] in last


@pytest.mark.parametrize("trade", ["病区", "班级", "泵站"])
def test_word_is_told_to_keep_them(trade: str) -> None:
    """All rows of the end but the last say that they stay with the next one."""
    body = [f"| 第{number}{trade} | {number}.00 |" for number in range(1, 9)]
    made = document(checked(f"表 {trade}经费", f"| {trade} | 金额 |", *body, "| 合计 | = |"))
    (form,) = [each for each in made.walk() if isinstance(each, Table)]
    assert list(form.tail()) == [8, 9]
    xml = table_xml(form, template().looks.styles, 8845).split("<w:tr>")
    assert [row for row, words in enumerate(xml[1:]) if "<w:keepNext/>" in words] == [8]


def test_a_sum_along_its_own_row_is_no_total_of_the_form() -> None:
    """小计 of a row adds up its sources: every row of the form has one."""
    own = [
        replace(each, formula=Total(((each.row, 0), (each.row, 1)))) if each.column == 2 else each for each in rows(9)
    ]
    assert list(table(*own).tail()) == [8, 9]
