"""Whatever stands in the cells of a finished document, reading and checking it does not fail."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.finished.parts import Box, Grid, Line
from reportgen.numbers.units import words
from reportgen.pipeline.finished import check_parts

TITLE = Line("某市科技馆2024年度项目支出绩效自评表")
FUNDS = ["", "来源", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "偏差原因"]
HALVES = ["一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"]
CELLS = words(
    "一级指标 三级指标 指标值 产出指标 产出指标（50分） 数量指标 时效指标 成本指标 满意度指标 项目名称 预期目标"
    " 中期目标 总分 合计 小计 0 -1 10 100 50.5 100% 120% ≥300天 ≥9万 ≤2% 0次 -5% 3-5天 不涉及 无 — / 已完成 未完成"
    " 部分达成 展厅开放天数 3年讲座场次 讲座场次 群众满意度 预算执行率 2024年12月 2023年 80万元 ≤80万元 ≤5元/人"
    " 1、产出指标：开放天数，年度指标值：300天。1、 指标1： 提高了素质 ≥ ０ １２"
)
ROWS = st.lists(st.lists(st.sampled_from(CELLS) | st.just(""), max_size=9), max_size=8)


@given(ROWS, st.sampled_from([HEAD, HALVES, []]), ROWS, st.integers(1, 3), st.integers(1, 3))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_no_grid_breaks_it(
    above: list[list[str]], head: list[str], below: list[list[str]], down: int, right: int
) -> None:
    rows = [["", ""], *above, FUNDS, *above, head, *below]
    boxes = [Box(row, column, text) for row, texts in enumerate(rows) for column, text in enumerate(texts)]
    wide = Box(len(rows) - 1, 2, "讲座场次", rows=down, columns=right)
    for finding in check_parts([TITLE, Grid((*boxes, wide)), Grid(tuple(boxes))], "自评表.docx").report:
        assert finding.place.line


@given(st.lists(st.sampled_from([*CELLS, *HEAD]), max_size=40))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_column_of_lines_breaks_it(lines: list[str]) -> None:
    check_parts([TITLE, *(Line(line) for line in [*HEAD, *lines])], "自评表.txt")
