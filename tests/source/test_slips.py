"""Slips of the hand in YAML: all of them in one run, and reading goes on as it was meant."""

import pytest

from reportgen.place import Written
from reportgen.source.node import Mapping
from reportgen.source.reader import read_source
from reportgen.source.yaml_errors import PROBLEMS


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("单位：某市科技馆\n年度: 2020\n", "SRC002", 1, 3),
        ("年度: 2020\n预算:\n  批复：518\n  支出：597\n", "SRC002", 3, 5),
        ("行: {批复: 120，到位: 60}\n", "SRC003", 1, 12),
        ("行: {批复：120, 到位: 60}\n年度：2020\n", "SRC002", 1, 7),
        ("年度: 2020\n预算:\n\t批复: 518\n", "SRC004", 3, 1),
        ("年度:2020\n单位: 甲\n", "SRC005", 1, 3),
        ("年度: 2020\n预算:\n\u3000批复：518\n", "SRC004", 3, 1),
        ("内设机构:\n  -名称: 甲\n    内容: 乙\n", "SRC009", 2, 3),
        ("内设机构:\n  －名称：甲\n    内容: 乙\n", "SRC009", 2, 3),
        ("收支: {{ 年度 }}年预算\n年度: 2020\n", "SRC010", 1, 5),
        ("收支: | 年预算批复\n年度：2020\n", "SRC011", 1, 5),
    ],
    ids=[
        "冒号",
        "缩进里的冒号",
        "逗号",
        "花括号里的冒号",
        "Tab",
        "冒号后没有空格",
        "全角空格",
        "列表没有空格",
        "全角的列表",
        "花括号开头",
        "竖线后面有字",
    ],
)
def test_a_slip_is_named_at_its_character(text: str, code: str, line: int, column: int) -> None:
    _source, found = read_source(text, "a.yaml")
    assert (code, line, column) in [(d.code, d.place.line, d.place.column) for d in found]


def test_reading_goes_on_behind_slips() -> None:
    source, found = read_source("单位：某市科技馆\n行: {批复: 120，到位: 60}\n年度: 2020\n", "a.yaml")
    assert [d.code for d in found] == ["SRC002", "SRC003"]
    assert isinstance(source.root, Mapping)
    unit = source.root.get("单位")
    assert isinstance(unit, Written)
    assert unit.text == "某市科技馆"
    assert [entry.key.text for entry in source.root] == ["单位", "行", "年度"]


def test_full_width_marks_in_prose_are_no_slips() -> None:
    text = "年度: 2020\n说明: |\n  业务范围包括：科普展览，讲座。\n  其中：一是……\n短语: 其中：甲，乙\n"
    _source, found = read_source(text, "a.yaml")
    assert found == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('单位: "某市科技馆\n年度: 2020\n', 1, "引号没有收尾"),
        ("行: [1, 2\n年度: 3\n", 1, "方括号"),
        ("年度: 2024\n行: {甲: 1, 乙: 2\n单位: 甲\n", 2, "花括号"),
    ],
    ids=["引号", "方括号", "花括号"],
)
def test_other_faults_of_form_are_said_in_plain_words(text: str, line: int, words: str) -> None:
    _source, found = read_source(text, "a.yaml")
    assert [(d.code, d.place.line) for d in found] == [("SRC001", line)]
    assert words in found[0].label + found[0].fix


def test_braces_in_prose_are_no_flow_values() -> None:
    """A slip elsewhere does not make the commas of a one-line prose value slips."""
    text = "单位：甲\n人员: 年末编制{{ 编制 }}，在编{{ 在编 }}，退休{{ 退休 }}。\n"
    _source, found = read_source(text, "a.yaml")
    assert [(d.code, d.place.line) for d in found] == [("SRC002", 1)]


@pytest.mark.parametrize("text", ["", "# 只有说明\n", "\n\n"], ids=["空", "只有说明", "空行"])
def test_an_empty_file_is_said_to_be_empty(text: str) -> None:
    _source, found = read_source(text, "a.yaml")
    assert [(d.code, d.label) for d in found] == [("SRC001", "文件是空的")]


def test_no_message_of_the_parser_is_shown_in_english() -> None:
    for label, fix in PROBLEMS.values():
        assert not label.isascii()
        assert not fix.isascii()
