"""避头尾 in cells and paragraphs of any width: no line begins with a mark that closes, or with a %."""

from functools import cache

import pytest
from tests.support.grids import cell, paragraph, printed, table
from tests.support.pages import page_lines

from reportgen.model.engine import Engine
from reportgen.render.cjk import CLOSING, OPENING

SAID = (
    "《建设工程质量管理条例》；县水务局抽查的验收单",
    "“三公”经费控制率（按年初预算计）：不超过上年",
    "住院床位使用率（不含观察床）%；门诊次均费用（元）；平均住院日",
    "《义务教育学校管理标准》：“以人为本”；校舍安全排查（含围墙）‰",
)
"""From forms of four trades: two marks side by side, of which Unicode does not call the second a closing one."""


@cache
def beginnings_and_ends(engine: Engine) -> tuple[set[str], set[str]]:
    """With which characters lines begin and end; each text stands behind 1 to 10 hanzi: marks come everywhere."""
    said = [f"{'评' * before}{text}" for text in SAID for before in range(1, 11)]
    rows = [cell(number, 0, text) for number, text in enumerate(said, start=1)]
    empty = [cell(number, column, "") for number in range(1, len(said) + 1) for column in (1, 2)]
    pdf = printed(*map(paragraph, said), table(*rows, *empty), engine=engine).pdf
    lines = [line.text.strip() for page in page_lines(pdf) for line in page]
    return {line[0] for line in lines if line}, {line[-1] for line in lines if line}


@pytest.mark.parametrize("engine", Engine)
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(engine: Engine) -> None:
    begins, ends = beginnings_and_ends(engine)
    assert begins & set(f"{CLOSING}%‰") == set()
    assert ends & set(OPENING) == set()
