"""Figures have names and an order of their own: renamed, moved or put between, they keep both, and their comments."""

import pytest

from reportgen.source.changed import changed_text
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source
from reportgen.source.tree import Tree, exactly, tree_at, tree_of

HOSPITAL = """\
数据:
  床位:
    # 忽略 NUM001：院方口径
    编制: 300张   # 批复数
    开放: 280张

    # 两年之和
    合计: 580张
  医生: 96名
"""
SCHOOL = "数据:\n  班级: {初中: 24个, 高中: 18个}\n  教师: 160人  # 九月\n"
WATER = "数据:\n  # 沿用上年待确认\n  泵站: 12座\n\n  # 全长\n  渠道: 86千米\n\n预算: 无\n"


def set_to(text: str, path: str, value: Tree | None) -> str:
    source, _found = read_source(text, "新.yaml")
    assert isinstance(source.root, Mapping)
    keys = tuple(path.split("."))
    after, read = changed_text(text, source.root, keys, value, lambda above: () if above else ("数据", "预算"))
    assert value is None or exactly(tree_at(tree_of(read.root), keys)) == exactly(value)
    return after


@pytest.mark.parametrize(
    ("text", "path", "value", "line", "instead"),
    [
        (HOSPITAL, "数据.床位", {"核定": "300张", "开放": "280张", "合计": "580张"}, "编制: 300张", "核定: 300张"),
        (SCHOOL, "数据", {"班级": {"初中": "24个", "高中": "18个"}, "专任教师": "160人"}, "教师", "专任教师"),
        (WATER, "数据", {"泵站": "12座", "干渠": "86千米"}, "渠道:", "干渠:"),
    ],
)
def test_what_is_called_otherwise_stays_where_it_stands(
    text: str, path: str, value: Tree, line: str, instead: str
) -> None:
    assert set_to(text, path, value) == text.replace(line, instead)


@pytest.mark.parametrize(
    ("text", "path", "value", "lines"),
    [
        (
            HOSPITAL,
            "数据.床位",
            {"开放": "280张", "编制": "300张", "合计": "580张"},
            ["    开放: 280张", "    # 忽略 NUM001：院方口径", "    编制: 300张   # 批复数", "", "    # 两年之和"],
        ),
        (
            SCHOOL,
            "数据.班级",
            {"高中": "18个", "初中": "24个"},
            ["  班级: {高中: 18个, 初中: 24个}", "  教师: 160人  # 九月"],
        ),
        (
            SCHOOL,
            "数据",
            {"教师": "150人", "班级": {"初中": "24个", "高中": "18个"}},
            ["  教师: 150人  # 九月", "  班级: {初中: 24个, 高中: 18个}"],
        ),
        (
            WATER,
            "数据",
            {"泵站": "12座", "水库": "3座", "渠道": "86千米"},
            ["  泵站: 12座", "  水库: 3座", "", "  # 全长"],
        ),
    ],
)
def test_what_is_moved_or_new_stands_where_it_was_put(text: str, path: str, value: Tree, lines: list[str]) -> None:
    after = set_to(text, path, value).split("\n")
    start = after.index(lines[0])
    assert after[start : start + len(lines)] == lines


@pytest.mark.parametrize(
    ("text", "path", "gone"),
    [
        (HOSPITAL, "数据.床位.编制", "    # 忽略 NUM001：院方口径\n    编制: 300张   # 批复数\n"),
        (SCHOOL, "数据.教师", "  教师: 160人  # 九月\n"),
        (WATER, "数据.泵站", "  # 沿用上年待确认\n  泵站: 12座\n"),
        (
            WATER.replace("预算", "# 忽略 FUN001：没有项目\n预算") + "\n末: 1\n",
            "预算",
            "# 忽略 FUN001：没有项目\n预算: 无\n\n",
        ),
    ],
)
def test_what_is_taken_out_leaves_no_acknowledgement_to_the_next_and_no_blank_lines(
    text: str, path: str, gone: str
) -> None:
    assert text.count(gone) == 1
    assert set_to(text, path, None) == text.replace(gone, "")
