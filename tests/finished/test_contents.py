"""A table of contents without page numbers, and lists of duties: neither is a row of empty chapters."""

import pytest
from tests.rules.fragments import findings_finished

from reportgen.finished.contents import without_contents
from reportgen.finished.parts import Box, Grid, Line, Part


def lines(*texts: str) -> list[Part]:
    return [Line(text) for text in texts]


def words(parts: list[Part]) -> list[str]:
    return [part.text for part in without_contents(parts) if isinstance(part, Line)]


FINANCE = ["一、主要职能", "二、机构设置", "三、收入支出情况说明"]
HOSPITAL = [
    "第一部分 医院概况",
    "一、主要职责",
    "二、机构设置情况",
    "第二部分 2023年度部门决算表",
    "一、收入支出决算总表",
    "二、收入决算表",
    "第三部分 2023年度部门决算情况说明",
    "一、收入支出决算总体情况说明",
    "第四部分 名词解释",
]
COURT = ["部门概况", "（一）主要职能", "（二）机构设置", "决算情况", "名词解释"]
WATER = ["第一章 单位基本情况", "第二章 收支情况", "附件：决算公开表"]
TITLE = "甲市乙区某局2023年度部门决算"


@pytest.mark.parametrize("entries", [FINANCE, HOSPITAL, COURT, WATER], ids=["财政局", "医院", "法院", "水务局"])
@pytest.mark.parametrize("title", [[], [TITLE]], ids=["", "标题在目录后面"])
def test_bare_headings_below_the_word_are_its_entries(entries: list[str], title: list[str]) -> None:
    body = [line for entry in entries for line in (entry, "全年支出控制在预算以内，没有超支。")]
    assert words(lines("封面", "目　录", *entries, *title, *body)) == ["封面", *title, *body]


def test_entries_may_say_it_in_other_words_and_on_a_page() -> None:
    entries = ["第一部分 部门概况 3", "第二部分 决算表 8", "第三部分 决算情况说明 15"]
    body = ["第一部分 某市水文站概况", "负责水文监测。", "第二部分 决算表", "无。"]
    assert words(lines("目录", *entries, *body)) == body


def test_entries_may_stand_in_a_table() -> None:
    grid = Grid(tuple(Box(row, 0, text) for row, text in enumerate(FINANCE)))
    body = lines(*(line for entry in FINANCE for line in (entry, "正常。")))
    assert without_contents([Line("目录"), grid, *body]) == body


@pytest.mark.parametrize(
    "after",
    [
        ["一、主要职能", "管理财政收支。", "二、机构设置", "内设办公室。"],
        ["一、主要职能", "（一）起草文件", "二、机构设置"],
        [],
    ],
)
def test_what_never_comes_again_is_the_text(after: list[str]) -> None:
    assert words(lines("目录", *after)) == after


REPORT = """目录
{entries}
甲市{unit}2024年度部门整体支出绩效自评报告
{body}
甲市{unit}
2025年3月20日
"""


@pytest.mark.parametrize(
    ("unit", "duty"),
    [
        ("财政局", "完成交办的其他任务。"),
        ("第一人民医院", "承担市卫生健康委员会交办的其他事项。"),
        ("实验中学", "办理其他教育教学任务。"),
        ("中级人民法院", "承办其他应由本院负责的事项。"),
        ("水务局", "监测水资源利用情况。"),
    ],
)
@pytest.mark.parametrize("last", ["二、机构设置\n内设办公室。", ""])
def test_the_last_duty_of_a_list_is_no_empty_chapter(unit: str, duty: str, last: str) -> None:
    entries = ["一、主要职能", *(["二、机构设置"] if last else [])]
    body = f"一、主要职能\n按规定履行下列职能。\n（一）起草文件。\n（二）{duty}\n{last}".strip()
    found = findings_finished(REPORT.format(entries="\n".join(entries), unit=unit, body=body))
    assert [finding.code for finding in found] == []


def test_a_list_of_bare_topics_is_no_row_of_empty_chapters() -> None:
    body = "一、主要职能\n（一）水质监测评价\n（二）水旱灾害分析\n（三）用水情况\n二、机构设置\n内设办公室。"
    assert findings_finished(REPORT.format(entries="一、主要职能\n二、机构设置", unit="水务局", body=body)) == []


def test_a_chapter_of_the_text_that_says_nothing_is_found() -> None:
    body = "一、主要职能\n管理水利工程。\n二、存在的问题\n三、下一步打算\n加强管理。"
    found = findings_finished(REPORT.format(entries="一、主要职能\n二、存在的问题", unit="水务局", body=body))
    assert [(each.code, each.label) for each in found] == [("STR009", "「存在的问题」下面没有内容")]


@pytest.mark.parametrize("unit", ["水务局", "中医医院", "第二中学"])
def test_words_of_the_report_may_stand_between_contents_and_the_first_chapter(unit: str) -> None:
    entries = ["一、基本情况", "（一）职能", "二、评价工作开展情况", "三、评价结论", "四、存在问题"]
    preface = f"受某市财政局委托，示例咨询公司对{unit}的项目开展重点评价。"
    body = [line for entry in entries for line in (entry, "已经完成。")]
    assert words(lines("评价报告", "目录", *entries, preface, *body)) == ["评价报告", preface, *body]
