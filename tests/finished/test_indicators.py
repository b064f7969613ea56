"""Indicator tables of finished documents become the values that a content file would give."""

from pathlib import Path

import pytest

from reportgen.finished.parts import Box, Grid
from reportgen.finished.recognise import recognise
from reportgen.finished.text import read_lines
from reportgen.model.content import Content, Indicators, Listing, ListRow, Score
from reportgen.model.document import Table
from reportgen.pipeline.check import check_text
from reportgen.pipeline.finished import check_parts
from reportgen.record import replace
from reportgen.rules.indicator_sets import IndicatorSet, indicator_sets

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
DATA = ROOT / "tests" / "data"

FORM = """\
某市科技馆2024年度项目支出绩效自评表
一、自评表

项目名称\t展厅运行经费
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t年度资金总额\t77.00\t80.00\t78.40\t10\t98.00%\t9.80
\t其中：当年财政拨款\t77.00\t80.00\t78.40\t—\t98.00%\t—
年度总体目标\t预期目标\t实际完成情况
\t开放300天。\t开放305天。
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
产出指标\t数量指标\t展厅开放天数\t≥300天\t305天\t60\t60\t
\t\t科普活动场次\t≥20场\t19场\t30\t28.5\t一场改期。
总分\t\t\t\t\t100\t98.3\t
"""


def values(text: str) -> Content:
    return recognise(read_lines(text), "自评表.txt").content


def lines(text: str) -> tuple[ListRow, ...]:
    (listing,) = values(text).every(Listing)
    return listing.rows


def indicators(row: ListRow, name: str = "绩效指标") -> list[dict[str, str]]:
    found = row.cells[name]
    assert isinstance(found, Indicators)
    return [{column: each.text(column) for column in each.cells} for each in found.rows]


def test_a_self_evaluation_form_is_read_as_a_project() -> None:
    (project,) = lines(FORM)
    assert project.name == "展厅运行经费"
    assert (project.text("预期目标"), project.text("完成情况")) == ("开放300天。", "开放305天。")
    assert indicators(project)[1] == {
        "一级指标": "产出指标",
        "二级指标": "数量指标",
        "三级指标": "科普活动场次",
        "指标值": "≥20场",
        "完成值": "19场",
        "分值": "30分",
        "得分": "28.5分",
        "偏差原因": "一场改期。",
    }


def test_the_sum_row_is_the_score_and_no_indicator() -> None:
    (project,) = lines(FORM)
    (score,) = values(FORM).every(Score)
    assert len(indicators(project)) == 2
    assert (project.text("总分"), project.text("总得分")) == ("100分", "98.3分")
    assert score.points
    assert score.points.place.spot.words == "第 13 行第 7 格"


def test_the_fund_lines_say_how_the_money_was_spent() -> None:
    (found,) = indicator_sets(values(FORM))
    assert found.execution
    assert (found.execution.share, str(found.execution.earned and found.execution.earned.value)) == (
        found.execution.spent / found.execution.budget,
        "9.80分",
    )


@pytest.mark.parametrize(
    "pack",
    ["project-self-evaluation", "sichuan-project", "target-approval", "project-application", "project-targets"],
)
def test_a_form_that_the_program_made_is_read_back_as_it_was_written(pack: str) -> None:
    """Its grid, with merged cells, gives the indicators of the content file again."""
    text = (TEMPLATES / pack / "example.yaml").read_text(encoding="utf-8")
    checked = check_text(text, "内容.yaml")
    assert checked.document
    assert checked.main
    grids = [grid(block) for block in checked.document.walk() if isinstance(block, Table)]
    again = list(indicator_sets(recognise(grids, "自评表.docx").content))
    assert [known(each) for each in again] == [known(each) for each in indicator_sets(checked.main.content)]


def grid(table: Table) -> Grid:
    return Grid(
        tuple(Box(cell.row, cell.column, cell.text, rows=cell.rows, columns=cell.columns) for cell in table.cells)
    )


def known(found: IndicatorSet) -> list[tuple[object, ...]]:
    return [(each.first, each.second, each.name, each.target, each.actual, each.points) for each in found.every]


def test_halves_side_by_side_are_the_mid_term_and_the_year() -> None:
    (form,) = lines((DATA / "dongguan-2020.txt").read_text(encoding="utf-8"))
    assert indicators(form, "中期指标")[-1] == {
        "一级指标": "满意度指标",
        "二级指标": "服务对象满意度指标",
        "三级指标": "3年调查对象数量",
        "指标值": "≥9000人",
    }
    assert (len(indicators(form, "中期指标")), len(indicators(form, "年度指标"))) == (32, 31)


def test_rows_that_a_page_break_moved_are_put_back() -> None:
    (form,) = lines((DATA / "dongguan-2020.txt").read_text(encoding="utf-8"))
    assert indicators(form, "年度指标")[3] == {
        "一级指标": "管理指标",
        "二级指标": "财务（预算）管理指标",
        "三级指标": "资金使用合规率",
        "指标值": "100%",
    }


def test_indicators_in_one_text_are_taken_apart() -> None:
    projects = lines((DATA / "guangzhou-2023.txt").read_text(encoding="utf-8"))
    assert [len(indicators(project)) for project in projects] == [9, 7, 5, 6, 9]
    assert indicators(projects[0])[2] == {
        "一级指标": "满意度指标",
        "三级指标": "活动投诉率",
        "指标值": "低于5%（活动投诉率=投诉次数÷参加活动人次×100%）",
    }


def test_a_value_in_a_text_is_marked_where_it_stands() -> None:
    projects = lines((DATA / "guangzhou-2023.txt").read_text(encoding="utf-8"))
    found = projects[0].cells["绩效指标"]
    assert isinstance(found, Indicators)
    place = found.rows[6].cells["指标值"].place
    assert (place.spot.words, place.length) == ("第 12 行第 7 格", len("不低于96%"))


def test_points_of_a_higher_level_are_no_second_half() -> None:
    text = (
        "自评表\n一、指标\n\n一级指标\t分值\t三级指标\t指标值\t分值\t得分\n产出指标\t50\t展厅开放天数\t≥300天\t50\t48\n"
    )
    (form,) = lines(text)
    assert indicators(form) == [
        {
            "一级指标": "产出指标",
            "一级指标分值": "50分",
            "三级指标": "展厅开放天数",
            "指标值": "≥300天",
            "分值": "50分",
            "得分": "48分",
        }
    ]


def test_other_tables_are_left_alone() -> None:
    assert list(values("报告\n一、概况\n\n项目\t批复\t支出\n展厅运行\t80\t78.4\n").every(Listing)) == []


HEAD = "一级指标\t三级指标\t指标值\t完成值\t分值\t得分\n"
FIRST = "产出指标\t展厅开放天数\t≥300天\t305天\t50\t50\n"
SECOND = "效益指标\t受益学校\t≥30所\t30所\t40\t40\n总分\t\t\t\t100\t100\n"


@pytest.mark.parametrize("repeated", [HEAD, ""], ids=["head repeated", "no head"])
def test_a_table_that_a_page_break_cut_is_one_table(repeated: str) -> None:
    pages = read_lines(f"自评表\n一、指标\n{HEAD}{FIRST}第2页\n{repeated}{SECOND}")
    (project,) = next(recognise(pages, "自评表.txt").content.every(Listing)).rows
    assert [each["三级指标"] for each in indicators(project)] == ["展厅开放天数", "受益学校"]
    assert project.text("总分") == "100分"


def test_a_second_project_is_not_taken_for_the_rest_of_the_first() -> None:
    text = f"自评表\n一、指标\n项目名称\t甲项目\n{HEAD}{FIRST}{SECOND}附表\n项目名称\t乙项目\n{HEAD}{FIRST}{SECOND}"
    assert [each.name for each in lines(text)] == ["甲项目", "乙项目"]


def test_what_stands_below_the_indicators_is_none() -> None:
    (project,) = lines(f"自评表\n一、指标\n{HEAD}{FIRST}小计\t小计\t\t\t50\t50\n填报人：\t甲同志\t联系电话\t0000000\n")
    assert len(indicators(project)) == 1


def test_the_weights_of_half_a_table_are_not_added_up() -> None:
    """Where the sum row was not found, lines may be missing: nothing is said about the total."""
    text = f"某市科技馆2024年度项目支出绩效自评表\n一、指标\n{HEAD}{FIRST}"
    assert [each.code for each in check_parts(read_lines(text), "自评表.txt").report if each.code == "SCO006"] == []


LOCAL = """\
某市科协2024年度部门整体支出绩效自评表
一、自评表
主管部门\t某市科协\t自评总分\t96
预算执行\t年初预算数\t全年（调整）预算数\t全年执行数\t执行率（%）\t权重\t得分
\t500\t520\t510\t98.08\t10\t9.81
指标名称\t计量单位\t指标性质\t年初指标值\t调整指标值\t全年完成值\t得分系数（%）\t权重\t得分\t是否核心指标
开放天数\t天\t≥\t300\t290\t295\t100\t60\t60\t是
接待观众\t万人次\t≥\t3\t3\t2.4\t80\t30\t24\t否
"""


def test_columns_go_by_other_names_in_other_places() -> None:
    """重庆: sign and unit apart, the target as adjusted, the total score in a field of its own."""
    (found,) = indicator_sets(values(LOCAL))
    assert [(each.name, each.target, each.actual, str(each.earned)) for each in found.indicators] == [
        ("开放天数", "≥290天", "295天", "60"),
        ("接待观众", "≥3万人次", "2.4万人次", "24"),
    ]
    assert found.execution
    assert str(found.execution.earned and found.execution.earned.value) == "9.81分"
    (score,) = values(LOCAL).every(Score)
    assert str(score.points and score.points.value) == "96分"


def test_unfilled_lines_of_a_form_are_no_indicators() -> None:
    text = f"自评表\n一、指标\n{HEAD}{FIRST}\t指标2：\t\t\t\t\n\t……\t\t\t\t\n{SECOND}"
    (found,) = indicator_sets(values(text))
    assert [each.name for each in found.indicators] == ["展厅开放天数", "受益学校"]


def test_a_table_whose_cells_are_lines_is_told_by_its_levels() -> None:
    """唐山, copied from a web page: empty cells are gone, unfilled lines are left out."""
    projects = lines((DATA / "tangshan-2021.txt").read_text(encoding="utf-8"))
    assert [project.name for project in projects] == [
        "唐山市总工会房屋租金",
        "唐山市科普专项经费",
        "唐山科技馆运营管理服务费",
    ]
    assert [(each["二级指标"], each["指标值"]) for each in indicators(projects[0])] == [
        ("数量指标", "26650.77平方米"),
        ("质量指标", "100%"),
        ("时效指标", "2021年9月30日之前"),
        ("成本指标", "100%"),
        ("社会效益指标", "提高了市民的科学素质"),
        ("服务对象满意度指标", "90%"),
    ]


@pytest.mark.parametrize("between", ["政府采购情况见下表，单位为万元。", "附表2"])
def test_another_table_is_not_taken_for_the_rest_of_the_indicators(between: str) -> None:
    other = "项目\t采购方式\t金额\t供应商\t数量\t备注\n展品\t公开招标\t30\t某公司\t5\t无\n"
    text = f"自评表\n一、指标\n{HEAD}{FIRST}{between}\n{other}"
    (project,) = lines(text)
    assert len(indicators(project)) == 1


@pytest.mark.parametrize(
    ("first", "second"), [("审结案件", "调解成功率"), ("救治患者", "药占比"), ("改造管网", "水质合格率")]
)
def test_a_subtotal_within_a_form_ends_nothing(first: str, second: str) -> None:
    """小计 over the columns of names stands between the classes of indicators."""
    rows = [
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", first, "≥8000件", "8236件", "50", "50.00"],
        ["", "小计", "", "", "", "50", "50.00"],
        ["效益指标", "社会效益", second, "≥70%", "73.60%", "50", "49.00"],
        ["", "小计", "", "", "", "50", "49.00"],
    ]
    boxes = [
        Box(row, column, text, columns=4 if text == "小计" else 1)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if not (texts[1] == "小计" and 1 < column < 5) and not (column == 0 and not text)
    ]
    boxes = [replace(box, rows=2) if box.column == 0 and box.row in (1, 3) else box for box in boxes]
    content = recognise([Grid(tuple(boxes), 1)], "自评表.docx").content
    (listing,) = content.every(Listing)
    assert [each["三级指标"] for each in indicators(listing.rows[0])] == [first, second]
