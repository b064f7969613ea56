"""Every recursion over a file has a bound: what is nested without end, or made of itself, is refused with its place."""

import pytest

from reportgen.errors import EnvironmentProblem
from reportgen.source.composer import DEEPEST
from reportgen.source.reader import read_source
from reportgen.world import now

BOMB = "a: &a [甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "line"),
    [(BOMB, 1), ("年度: 2024\n科室: &科 [*科]\n", 2), ("年度: 2024\n单位: *单位\n", 2), ("科室: &a {b: *a}\n", 1)],
    ids=["别名炸弹", "指自己的别名", "没有的别名", "含自己的键"],
)
def test_an_alias_is_refused_where_it_stands(text: str, line: int) -> None:
    _source, found = read_source(text, "a.yaml")
    assert [(each.place.line, "开头" in each.label) for each in found] == [(line, True)]


@pytest.mark.parametrize(
    "value",
    [
        "[" * 400 + "]" * 400,
        "{甲: " * 400 + "乙" + "}" * 400,
        "\n" + "".join("  " * depth + "键:\n" for depth in range(1, 400)),
        "\n  " + "- " * 400 + "甲",
    ],
    ids=["方括号", "花括号", "缩进", "横线"],
)
def test_what_is_nested_too_deep_is_refused(value: str) -> None:
    source, found = read_source(f"年度: 2024\n其他问题: {value}\n", "a.yaml")
    assert source.root is None
    assert [each.code for each in found] == ["SRC020"]
    assert str(DEEPEST) in found[0].label


def test_a_file_of_too_many_values_is_refused() -> None:
    source, found = read_source("列: [" + "1," * 200_001 + "1]\n", "a.yaml")
    assert (source.root, [each.code for each in found]) == (None, ["SRC020"])


@pytest.mark.parametrize("seconds", ["abc", "1e9", "9" * 30, "-" + "9" * 30])
def test_a_time_that_is_none_is_told(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(EnvironmentProblem, match="SOURCE_DATE_EPOCH"):
        now()
