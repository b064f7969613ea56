"""Time grows no faster than the text: twice the input costs about twice the steps, whatever it is made of.

Nothing is timed. Steps are calls of Python and C functions; what they do not count, a regular expression that runs
away, meets the limit that every file has.
"""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from reportgen.finished.text import read_lines
from reportgen.limits import Limits, within
from reportgen.pipeline.finished import check_parts

HEAD = "某市科技馆2024年度部门整体支出绩效自评报告\n一、基本情况\n"
ENOUGH = Limits(60, 0)
TWICE, LEAST = 2.6, 20_000
"""n log n is 2.2 times as much; below so many steps most of them are the same for any text."""

LINE = {
    "digits": "1",
    "blanks": " ",
    "wide blanks": "\u3000",
    "marks": "，",
    "points": "..",
    "letters": "a",
    "letters and digits": "a1",
    "hanzi": "支",
    "numerals": "三百",
    "brackets": "（",
    "brackets in brackets": "（）（",
    "quotation marks": "“",
    "titles": "《办法》（某政〔2024〕1号）、",
    "numbers": "12 ",
    "amounts": "12.5万元 ",
    "其中": "其中：1万元，",
    "分别为": "甲、乙分别为1万元、2万元，",
    "rates": "100%，",
    "growth": "增长10%，",
    "shares": "甲占10%，",
    "scores": "预算执行10分得9分，",
    "days": "2024年3月5日、",
    "years": "2024年",
    "telephones": "13800138000，",
    "units": "某市第二中学、",
    "paths": "C:\\a\\",
    "sentences": "收入100万元，比上年增加5万元，增长5.26%。",
}
LINES: dict[str, Callable[[int], str]] = {
    "paragraphs that share clauses": lambda at: f"工作{at}认真开展，成效明显，社会反响良好，第{at}项任务落实到位。",
    "amounts of other names": lambda at: f"项目{at}收入{at}万元。",
    "headings": lambda at: f"（{'一二三四五六七八九十'[at % 10]}）情况\n全年情况正常。",
    "rows": lambda at: f"项目{at}\t{at}\t{at + 1}\t{at + 2}",
    "rows of indicators": lambda at: f"产出指标\t数量指标\t指标{at}\t≥{at}个",
    "measures": lambda at: f"{at}.对第{at}项问题加强管理。",
}


def steps(text: str) -> int:
    """How many functions are called until a text is checked."""
    count = 0

    def count_call(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    parts = read_lines(text)
    sys.setprofile(count_call)
    try:
        with within(ENOUGH):
            check_parts(parts, "a.txt")
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    steps(HEAD)  # rules and packs are read with the first text


def grows_evenly(text: Callable[[int], str], count: int) -> bool:
    once, twice = steps(text(count)), steps(text(2 * count))
    return twice <= max(LEAST, TWICE * once)


@pytest.mark.parametrize("words", LINE.values(), ids=LINE)
def test_twice_as_long_a_paragraph_takes_twice_the_steps(words: str) -> None:
    assert grows_evenly(lambda count: f"{HEAD}甲{words * count}\n", 100)


@pytest.mark.parametrize("words", LINE.values(), ids=LINE)
def test_no_pattern_runs_away(words: str) -> None:
    """3,000 characters of the same: some took a minute once."""
    with within(ENOUGH):
        check_parts(read_lines(f"{HEAD}甲{words * (3000 // len(words))}\n"), "a.txt")


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_twice_as_many_lines_take_twice_the_steps(line: Callable[[int], str]) -> None:
    assert grows_evenly(lambda count: HEAD + "\n".join(map(line, range(count))) + "\n", 150)
