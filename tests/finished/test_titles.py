"""Titles of documents of all trades: where they begin and end, and what unit and year they name."""

import pytest
from tests.rules.fragments import findings_finished

from reportgen.finished.parts import Box, Grid, Line, Look, Part
from reportgen.finished.recognise import Finished, recognise
from reportgen.finished.title_words import ends_in_kind
from reportgen.model.content import Year
from reportgen.place import Written

BIG, SMALL = Look("方正小标宋简体", 22.0), Look("仿宋_GB2312", 16.0)
BODY = Line("全年的各项工作按照年初计划完成，支出控制在预算以内。", look=SMALL, centred=False)


def read(*parts: Part) -> Finished:
    return recognise(parts, "报告.pdf")


def told(finished: Finished) -> tuple[str, int | None]:
    """The unit and the year."""
    unit, year = finished.content.values.get("单位"), finished.content.values.get("年度")
    return unit.text if isinstance(unit, Written) else "", year.number if isinstance(year, Year) else None


@pytest.mark.parametrize(
    ("first", "full"),
    [
        ("示例县财政局关于", "商请提供医疗设备购置项目绩效评价资料的函"),
        ("某市第二中学关于2024年", "度实验室建设和设备购置经费安排情况的报告"),
        ("样板镇人民政府关于申请", "二〇二四年农村供水管网维修养护资金的请示"),
    ],
)
def test_a_last_line_that_is_full_belongs_to_those_in_the_middle(first: str, full: str) -> None:
    head = Line(first, centred=True, look=BIG), Line(full, centred=False, look=BIG)
    assert read(*head, Line("示例单位：", look=SMALL), BODY).document.metadata.title == first + full


def test_a_line_in_other_letters_does_not() -> None:
    head = Line("内部资料", centred=True, look=SMALL), Line("某市水务局2024年度工作总结", centred=False, look=BIG)
    assert read(*head, BODY).document.metadata.title == "某市水务局2024年度工作总结"


@pytest.mark.parametrize(
    ("full", "rest", "unit"),
    [
        ("甲省乙市丙县人力资源和社会保障局2023年", "度部门整体支出绩效自评报告", "甲省乙市丙县人力资源和社会保障局"),
        ("甲市第一人民医院关于2023年度公立医院综合改革补助资金项目支出绩效自评的报", "告", "甲市第一人民医院"),
        ("甲市乙区水旱灾害防御中心2023年度部门决算公开", "情况说明", "甲市乙区水旱灾害防御中心"),
        ("甲市中级人民法院关于2023年度办案业务经费项目情况", "的报告", "甲市中级人民法院"),
    ],
)
def test_a_title_that_wraps_is_whole(full: str, rest: str, unit: str) -> None:
    """The first line of a PDF's title is full, so that nothing shows that it is set in the middle."""
    found = read(Line(full, centred=False, look=BIG), Line(rest, centred=True, look=BIG), Line("一、概况"), BODY)
    assert found.document.metadata.title == full + rest
    assert told(found) == (unit, 2023)


def test_a_short_line_at_the_edge_or_in_other_letters_is_none_of_the_title() -> None:
    title = Line("甲市科技馆2023年度绩效自评报告", centred=True, look=BIG)
    for before in (
        Line("内部资料", centred=False, look=BIG),
        Line("甲市财政局预算绩效评价中心编印的参考资料", look=SMALL, centred=False),
    ):
        assert read(before, title, Line("一、概况"), BODY).document.metadata.title == title.text


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("甲市乙区财政局2024年度部门决算", "甲市乙区财政局"),
        ("甲县乙镇财政所2024年度部门整体支出绩效自评报告", "甲县乙镇财政所"),
        ("甲市急救中心2024年度部门决算公开", "甲市急救中心"),
        ("2024年度甲市第三幼儿园部门整体支出绩效自评报告", "甲市第三幼儿园"),
        ("关于甲市强制隔离戒毒所2024年度项目支出绩效自评情况的报告", "甲市强制隔离戒毒所"),
        ("甲县残联2024年部门预算", "甲县残联"),
    ],
)  # fmt: skip
def test_the_unit_that_a_title_names_is_told(title: str, unit: str) -> None:
    assert told(read(Line(title), Line("一、概况"), BODY)) == (unit, 2024)


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("甲县网信办2024年度部门整体支出绩效自评报告", "填报单位：中共甲县委网络安全和信息化委员会办公室"),
        ("甲市一中2024年度部门整体支出绩效自评报告", "单位名称：甲市第一高级中学"),
        ("甲法院2024年度部门整体支出绩效自评报告", "填报单位：甲市乙区人民法院"),
    ],
)
def test_a_title_that_names_the_unit_by_another_name_does_name_it(title: str, form: str) -> None:
    assert "STR005" not in [each.code for each in findings_finished(f"{title}\n{form}\n一、概况\n{BODY.text}\n")]


@pytest.mark.parametrize("year", ["（2019年度）", "（2019 年度）", "2019年度", "（二〇一九年度）"])
@pytest.mark.parametrize("title", ["项目支出绩效自评表", "部门整体支出绩效目标申报表"])
def test_the_year_below_the_title_of_a_form_is_its_year(title: str, year: str) -> None:
    below = [Line(title, centred=True), Line("填报单位：甲市乙区人民法院"), Line(year, centred=True)]
    assert told(read(*below, BODY))[1] == 2019
    rows = Grid((Box(0, 0, title, columns=2), Box(1, 0, year, columns=2), Box(2, 0, "项目名称"), Box(2, 1, "办案")))
    assert told(read(rows))[1] == 2019
    assert read(rows).document.metadata.title == title


@pytest.mark.parametrize("head", ["年度目标", "预算执行情况", "年度总体目标", "公开01表", "表1 收支情况"])
def test_the_head_of_a_table_is_no_title(head: str) -> None:
    title = "甲市乙区水务局2024年度部门决算"
    assert read(Line(title), Line(head), Line("一、概况"), BODY).document.metadata.title == title
    assert read(Grid((Box(0, 0, head, columns=2), Box(0, 2, "实际完成情况")))).document.metadata.title == ""


@pytest.mark.parametrize(
    "title",
    [
        "某市人民政府令",
        "某市城镇供水条例",
        "某市中小学校园安全管理规定",
        "关于公立医院收费的通告",
        "某市人民法院2024年度部门决算",
    ],
)
def test_an_order_or_a_law_is_not_asked_for_a_year(title: str) -> None:
    assert "STR005" not in [each.code for each in findings_finished(f"{title}\n第12号\n一、总则\n{BODY.text}\n")]


@pytest.mark.parametrize(
    "title",
    [
        "某市不动产登记中心2024年度预算绩效自评问答",
        "示例县人民医院2024年设备购置项目绩效自评",
        "某区实验小学2024年预算执行自查",
    ],
)
def test_a_full_first_line_in_larger_letters_is_the_title(title: str) -> None:
    """It stands in no middle, and ends in no kind of document."""
    finished = read(Line(title, centred=False, look=BIG), Line("一、基本情况", look=SMALL), BODY)
    assert finished.document.metadata.title == title
    alike = read(Line(title, centred=False, look=SMALL), Line("一、基本情况", look=SMALL), BODY)
    assert alike.document.metadata.title != title


@pytest.mark.parametrize(
    "subtitle",
    ["（委托方：某市财政局　受托方：某某咨询（某市）有限公司）", "（主管部门：某县水务局（本级））", "（2024年度）"],
)
def test_a_line_in_brackets_below_a_title_leaves_its_kind(subtitle: str) -> None:
    assert ends_in_kind("示例县人民医院2024年度项目支出绩效评价报告" + subtitle)
