"""A numbered table that goes on over a page says so above its heads: 表1（续）; readers put it together again."""

from functools import cache
from pathlib import Path

import pytest
from tests.support.pages import pages_text
from tests.support.prose import checked

from reportgen.finished.parts import Grid
from reportgen.finished.reading import read_finished
from reportgen.pipeline.build import build

TRADES = {"病区": "表 各病区维修", "班级": "表 各班级维修", "泵站": ""}
"""The last one has no line with its name, and so no number."""
LINES = 45


@cache
def printed(trade: str) -> bytes:
    rows = [f"| 第{number}{trade} | {number}.00 |" for number in range(1, LINES)]
    name = [TRADES[trade]] if TRADES[trade] else []
    built = build(checked(*name, f"| {trade} | 金额 |", *rows, "| 合计 | = |"), ["pdf"])
    assert [(found.code, found.label) for found in built.report if found.code.startswith("VER")] == []
    return built.outputs["pdf"]


@pytest.mark.parametrize("trade", TRADES)
def test_each_further_page_says_that_the_table_goes_on(trade: str) -> None:
    pages = [text for page in pages_text(printed(trade)) if f"{trade}金额" in (text := "".join(page.split()))]
    assert len(pages) == 3
    numbered = bool(TRADES[trade])
    assert [page.startswith(f"表1（续）{trade}金额") for page in pages] == [False, numbered, numbered]
    assert [page.count("（续）") for page in pages] == [0, numbered, numbered]


@pytest.mark.parametrize("trade", TRADES)
def test_it_is_read_back_as_one_table(trade: str, tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(printed(trade))
    (grid,) = [part for part in read_finished(path).parts if isinstance(part, Grid)]
    assert max(box.row for box in grid.boxes) == LINES
