"""Titles broken by meaning into a trapezoid or a diamond, never an hourglass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose.title import LONGEST_LINE, title_lines


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        (["南阳市科学技术馆", "部门整体支出绩效评价报告"], ["南阳市科学技术馆", "部门整体支出绩效评价报告"]),
        (["某市科技馆", "绩效自评报告"], ["某市科技馆绩效自评报告"]),
        (
            ["示例县科学技术协会", "2023年", "上级专项财政项目绩效自评报告"],
            ["示例县科学技术协会", "2023年上级专项财政项目绩效自评报告"],
        ),
    ],
    ids=["两行", "一行放得下", "年度归后一行"],
)
def test_a_title_breaks_where_its_meaning_does(parts: list[str], lines: list[str]) -> None:
    assert title_lines(parts) == lines


def test_a_name_longer_than_a_line_is_parted_but_never_inside_the_year() -> None:
    lines = title_lines(
        ["南阳市未成年人心理健康辅导中心暨青少年课外活动中心", "2024", "年度", "部门整体支出绩效评价报告"]
    )
    assert lines == ["南阳市未成年人心理健康辅导中心", "暨青少年课外活动中心", "2024年度部门整体支出绩效评价报告"]


def test_three_lines_are_no_hourglass() -> None:
    lines = title_lines(["某省某市某区科学技术协会", "2023年度", "科技馆免费开放补助资金项目", "支出绩效自评报告"])
    lengths = [len(line) for line in lines]
    assert len(lines) < 3 or lengths[1] >= min(lengths[0], lengths[2])


@given(st.lists(st.text("某市科技馆绩效评价报告年度的和", min_size=1, max_size=12), min_size=1, max_size=5))
def test_nothing_is_lost_and_no_line_is_too_long(parts: list[str]) -> None:
    lines = title_lines(parts)
    assert "".join(lines) == "".join(parts)
    assert all(0 < len(line) <= LONGEST_LINE for line in lines)
