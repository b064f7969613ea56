"""What the rules about structure find beside the examples of their manual pages."""

import pytest
from tests.rules.fragments import findings, findings_finished, merged, said

from reportgen.diagnostics.diagnostic import Diagnostic

MARKED = [
    ("STR018", "&nbsp;全年开放<br/>300天。", ["&nbsp;"]),
    ("STR018", "目录 PAGEREF _Toc123456，错误!未定义书签。", ["PAGEREF"]),
    ("STR019", "全年免费开放展厅，举办科普活动、科学实验以及", ["科学实验以及"]),
    ("STR021", "全年支出控制在预算以内（可根据实际情况增减）。", ["（可根据实际情况增减）"]),
    ("STR022", "中期滚动目标（年—年）、年度目标（20 年度）。", ["（年—年）"]),
    ("STR027", "二是2023年，将以提升服务质量为目标开展培训。", ["2023年"]),
    ("STR027", "现将2023年度部门整体支出绩效自评情况报告如下：", ["2023年"]),
    ("STR027", "评价时段为2023年1月1日至12月31日。", ["2023年"]),
    ("STR028", "参加全市财政资金绩效考核工作。", ["财政资金绩效考核"]),
    ("STR031", "《管理办法》（财预〔2020〕10号）、《管理办法》（财预〔2021〕10号）。", ["财预〔2021〕10号"]),
    ("STR032", "2024年5月至3月开展培训，3月20日至3月5日巡展。", ["2024年5月至3月", "3月20日至3月5日"]),
    ("STR032", "开工日期：2024年5月6日，竣工日期：2024年3月1日。", ["竣工日期：2024年3月1日"]),
    ("STR032", "2024年2月至2023年12月举办。", ["2024年2月至2023年12月"]),
]


@pytest.mark.parametrize(("code", "text", "characters"), MARKED)
def test_the_very_characters_are_marked(code: str, text: str, characters: list[str]) -> None:
    assert [marks for found, marks in said(text) if found == code] == characters


NAME = "某市科学技术普及中心"


@pytest.mark.parametrize(
    ("written", "certain"),
    [
        ("某市科学技技术普及中心", True),
        ("某市学科技术普及中心", True),
        ("某市科学术普及中心", True),
        ("某市科学技木普及中心", False),
    ],
)
def test_slips_in_the_name_of_the_unit(written: str, certain: bool) -> None:
    content = merged(f"单位: {NAME}\n收支情况: {written}全年支出控制在预算以内。\n")
    found = [finding for finding in findings(content) if finding.code == "STR029"]
    assert [(finding.notes, finding.certain) for finding in found] == [((f"这里写的是「{written}」",), certain)]


def test_a_slip_in_the_name_of_a_department() -> None:
    content = merged(
        "活动:\n  - {部门: 未成年人心理健康辅导中心, 内容: 举办讲座。}\n"
        "  - {部门: 活动部, 内容: 参加未成年心理健康辅导中心的讲座。}\n"
    )
    assert [finding.label for finding in findings(content)] == ["全称是「未成年人心理健康辅导中心」"]


@pytest.mark.parametrize("written", ["某市科普中心", "某科学技术普及中心", "某市科学技术普及", "某市科学技术协会"])
def test_short_names_and_other_units_are_no_slips(written: str) -> None:
    content = merged(f"单位: {NAME}\n收支情况: {written}全年支出控制在预算以内。\n")
    assert [finding.code for finding in findings(content) if finding.code == "STR029"] == []


def finished(text: str, code: str) -> list[Diagnostic]:
    """The findings of one rule about a finished document."""
    return [finding for finding in findings_finished(text) if finding.code == code]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("一、甲情况\n二、乙情况\n四、丁情况\n", ["这里应是「三、」，写的是「四、」"]),
        ("（一）甲情况\n（二）乙情况\n（二）丙情况\n", ["「（二）」重复"]),
        ("1.甲工作已完成。\n2.乙工作已完成。\n2.丙工作已完成。\n3.丁工作已完成。\n", ["「2.」重复"]),
        ("（一）甲情况\n（二）乙情况\n整改措施\n（二）丙情况\n（三）丁情况\n", ["「（二）」重复"]),
        ("（一）甲\n（二）乙\n（三）丙\n整改措施\n（二）丁\n", ["「（二）」接不上，前面的标题或编号可能掉了"]),
        ("1.甲：（1）一项；（2）两项。\n（3）三项。\n2.乙。\n", []),
        ("1.甲。\n2、乙。\n3.丙。\n", []),
        ("一、甲\n1.一项。\n2.两项。\n二、乙\n3.三项。\n4.四项。\n", []),
        ("一、甲\n二.乙\n三、丙\n", []),
        ("1、2号展厅全年开放。\n3、4号展厅改造。\n", []),
        ("第一部分 概况\n一、甲\n二、乙\n第二部分 绩效\n一、丙\n", []),
    ],
)
def test_rows_of_numbers(lines: str, said: list[str]) -> None:
    text = f"某市科技馆2024年度工作总结\n{lines}"
    assert [finding.label for finding in finished(text, "STR010")] == said


@pytest.mark.parametrize(
    ("chapter", "empty"),
    [
        ("二、存在的问题\n", True),
        ("二、存在的问题：无\n", False),
        ("二、存在的问题\n无\n", False),
        ("二、存在的问题\n（一）活动偏少\n", False),
        ("二、加强组织管理工作\n", False),
    ],
)
def test_a_chapter_without_content(chapter: str, empty: bool) -> None:
    text = f"某市科技馆2024年度工作总结\n一、主要工作\n全年开放。\n{chapter}三、下一步打算\n增加场次。\n"
    assert bool(finished(text, "STR009")) is empty


@pytest.mark.parametrize(
    ("ending", "label"),
    [
        ("", ["文末没有署名和成文日期"]),
        ("某市科技馆\n", ["文末没有成文日期"]),
        ("某市科技馆\n2025年3月\n", []),
        ("二〇二五年三月二十日\n", ["日期上面没有署名"]),
        ("报告日期：2025年3月20日\n", []),
    ],
)
def test_a_report_is_signed_somewhere(ending: str, label: list[str]) -> None:
    text = f"某市科技馆2024年度工作总结报告\n一、甲\n已完成。\n二、乙\n已完成。\n三、丙\n已完成。\n{ending}"
    assert [finding.label for finding in finished(text, "STR012")] == label


def test_a_year_that_only_the_text_tells_is_not_certain() -> None:
    text = "部门总体绩效目标\n一、目标\n2020年，市科协将继续努力。\n2021年开放，2021年12月底前完成，2021年举办。\n"
    (finding,) = finished(text, "STR027")
    assert (finding.label, finding.certain) == ("这里写的是 2020 年，文件说的是 2021 年", False)


def test_a_blank_among_filled_cells_is_named_and_slipped_columns_are_left_alone() -> None:
    head = "绩效自评表\n一级指标\t三级指标\t指标值\t完成值\n"
    rows = "产出\t开放天数\t300天\t300天\n\t培训期数\t\t12期\n\t巡展场次\t5场\t5场\n"
    (finding,) = finished(head + rows, "STR020")
    assert finding.label == "「培训期数」没有填指标值"
    assert finished(head + rows + "开放率\t100%\t\t\n", "STR020") == []


def test_a_label_with_a_limit_speaks_of_the_cell_beside_it() -> None:
    (finding,) = finished(f"绩效自评表\n评价结论（50字以内）\t{'全年开放。' * 11}\n存在问题\t无\n", "STR023")
    assert (finding.label, finding.notes) == ("55 字，最多 50 字", ("多了 5 字",))


def test_a_project_with_two_codes() -> None:
    form = "项目编码\t{code}\n项目名称\t{name}\n"
    text = "绩效目标表\n" + "说明\n".join(
        [form.format(code="A1000001", name="展厅运行"), form.format(code="A1000001", name="科普活动")]
    )
    (finding,) = finished(text, "STR031")
    assert finding.label == "编码 A1000001 前面是「展厅运行」"


def test_chapters_out_of_order() -> None:
    text = (
        "某市科技馆2024年度部门整体支出绩效评价报告\n一、部门基本情况\n公益事业单位。\n二、部门整体支出绩效评价分析\n已完成。\n"
        "三、部门整体评价工作开展情况\n成立小组。\n四、存在的问题\n无。\n五、整改措施\n无。\n六、其他需要说明的情况\n无。\n"
    )
    (finding,) = finished(text, "STR024")
    assert finding.label == "「部门整体支出绩效评价分析」应在「部门整体评价工作开展」后面"


def test_a_paragraph_that_stands_many_times_is_named_once() -> None:
    copy = "展厅和活动两个项目都编了年度计划，设定了量化的绩效目标，预算细化到每一场活动，全部按计划执行。\n"
    text = "某市科技馆2024年度工作总结\n一、甲\n" + copy + "二、乙\n" + copy + "三、丙\n" + copy + copy
    (found,) = finished(text, "STR026")
    assert (found.label, found.notes[1]) == ("与前面的一段相同", "后面还有 2 段与它雷同")


ANNEXED = """{unit}2024年度项目支出绩效自评报告
一、评价结论
综合得分92.5分，等级为优，评分表见附件。
附件：{noted}
{unit}
2025年3月18日
{below}
指标\t分值\t得分
预算执行率\t100\t92.5
"""


@pytest.mark.parametrize(
    ("unit", "noted", "below", "labels"),
    [
        ("示例县人民医院", "项目绩效评分表", "项目绩效评分表", ["附件的标题上面没有写「附件」"]),
        ("某市第二中学", "《校舍维修项目评分表》", "校舍维修项目评分表", ["附件的标题上面没有写「附件」"]),
        ("样板县水务局", "1. 供水工程评分表", "供水工程评分表", ["附件的标题上面没有写「附件」"]),
        ("某县人民法院", "审判业务项目评分表", "附件\n审判业务项目评分表", []),
        (
            "某市实验中学",
            "1. 校舍维修项目评分表\n2. 校舍维修项目清单",
            "附件1\n校舍维修项目评分表\n校舍维修项目清单",
            ["附件的标题上面没有写「附件」"],
        ),
        (
            "示例县人民医院",
            "1. 设备购置项目评分表\n2. 设备清单",
            "附件1\n设备购置项目评分表",
            ["附件说明列了 2 个，后面附了 1 个"],
        ),
        ("某县人民法院", "审判业务项目评分表", "附件\n信息化项目评分表", ["附件的标题与附件说明不一致"]),
        ("某市科技馆", "展厅运行项目评分表", "自评得分情况", []),
    ],
)
def test_an_annex_is_bound_in_with_its_mark(unit: str, noted: str, below: str, labels: list[str]) -> None:
    text = ANNEXED.format(unit=unit, noted=noted, below=below)
    assert [finding.label for finding in finished(text, "STR014")] == labels
