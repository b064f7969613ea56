"""The heads of indicator tables: which column says what, by the words that forms of all places use for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportgen.finished.forms.cells import words
from reportgen.model.lattice import Lattice

LEVELS = ("一级指标", "二级指标")
NAME, TARGET, POINTS, EARNED = "三级指标", "指标值", "分值", "得分"
_HEADS = {
    "一级指标": r"一级(?:绩效)?指标",
    "二级指标": r"二级(?:绩效)?指标",
    NAME: r"三级(?:绩效)?指标(?:名称)?|(?:绩效)?指标名称",
    "指标说明": r"(?:绩效)?指标(?:描述|说明|解释|内容|含义)",
    "指标性质": r"指标性质|指标方向|符号",
    TARGET: r"(?:年度|全年|计划|预期|目标|调整后?)?(?:绩效)?(?:指标|目标)值|计划值|全年目标",
    "度量单位": r"(?:度量|计量)?单位",
    "完成值": r"(?:实际|全年|年度|全年实际)?(?:完成|达到)值|实际值|全年实际值?|(?:指标)?(?:实际)?完成情况",
    POINTS: r"(?:指标)?(?:分值|权重)(?:权重)?|满分",
    EARNED: r"(?:自评|实际|评价|指标)?得分|自评分数?",
    "偏差原因": r".{0,8}原因.{0,14}|(?:未完成|扣分|偏差).{0,4}(?:说明|分析)",
    "评分标准": r"(?:评分|评价|计分|赋分|打分)(?:标准|办法|规则|方法|细则)",
    "依据": r".{0,8}依据",
}
_HEAD = {name: re.compile(pattern) for name, pattern in _HEADS.items()}
_BRACKET = re.compile(r"[（(][^）)]*[）)]")
_TEXT_COLUMNS = (*LEVELS, NAME)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an indicator table: the rows after it are lines of indicators.

    `halves` are tables side by side (中期 and 年度), each with the column of each of its parts.
    """

    row: int
    body: int
    halves: tuple[Mapping[str, int], ...]


@lru_cache(maxsize=2048)
def head_word(text: str) -> str:
    """The part of an indicator that a column of this name holds; empty when it is none."""
    bare = _BRACKET.sub("", text)
    if len(bare) > 16:
        return ""
    return next((name for name, pattern in _HEAD.items() if pattern.fullmatch(bare)), "")


def heads(lattice: Lattice) -> list[Head]:
    """Every head of an indicator table in a table, from the top."""
    found: list[Head] = []
    for row in range(lattice.table.row_count):
        names = {head_word(words(cell)) for cell in lattice.row(row)}
        inside = found and row < found[-1].body
        if not inside and NAME in names and names & {TARGET, POINTS, "完成值"}:
            found.append(_head(lattice, row))
    return found


def _head(lattice: Lattice, row: int) -> Head:
    second = lattice.row(row + 1)
    two_rows = any(words(cell) for cell in second) and all(
        not words(cell) or cell.row <= row or head_word(words(cell)) for cell in second
    )
    columns: dict[int, str] = {}
    for cell in (*lattice.row(row), *(second if two_rows else ())):
        name = head_word(words(cell))
        if name:
            columns[cell.column] = name
    return Head(row, row + 1 + two_rows, tuple(_halves(columns)))


def _halves(columns: Mapping[int, str]) -> list[dict[str, int]]:
    """A part that comes a second time begins the second half, unless it is the points of a higher level."""
    halves: list[dict[str, int]] = [{}]
    level = ""
    for column, name in sorted(columns.items()):
        level = name if name in _TEXT_COLUMNS else level
        key = f"{level}{name}" if name == POINTS and level in LEVELS else name
        if key in halves[-1] and name in _TEXT_COLUMNS and TARGET in halves[-1]:
            halves.append({})
        halves[-1].setdefault(key, column)
    return [half for half in halves if NAME in half]
