"""What is recognised in the parts of a document: frame, headings, the values that rules need."""

from datetime import date

import pytest

from reportgen.finished.parts import Box, Grid, Line, Part, Picture
from reportgen.finished.recognise import Finished, recognise
from reportgen.model.content import Dated, Score, Year
from reportgen.model.document import Heading, Paragraph, Role, Table, line_of
from reportgen.place import Written

TITLE = Line("某市科技馆2024年度部门整体支出绩效评价报告")
BODY = Line("某市科技馆全年免费开放展厅，接待观众三十六万人次，各项工作按计划完成。")


def read(*parts: Part | str, **known: int) -> Finished:
    return recognise([Line(part) if isinstance(part, str) else part for part in parts], "报告.docx", known)


def headings(finished: Finished) -> list[tuple[int, str]]:
    return [(block.level, line_of(block)) for block in finished.document.walk() if isinstance(block, Heading)]


def roles(finished: Finished) -> list[tuple[Role, str]]:
    found = [block for block in finished.document.walk() if isinstance(block, Paragraph)]
    return [(block.role, line_of(block)) for block in found if block.role is not Role.BODY]


def table(*rows: tuple[str, ...]) -> Grid:
    return Grid(tuple(Box(r, c, text) for r, cells in enumerate(rows) for c, text in enumerate(cells)))


@pytest.mark.parametrize(
    ("first", "title"),
    [
        (["某市科技馆", "2024年度部门整体支出绩效评价报告"], "某市科技馆2024年度部门整体支出绩效评价报告"),
        (["某市科技馆", "2024年度自评报告", "（免费开放资金）"], "某市科技馆2024年度自评报告（免费开放资金）"),
        (["附件2", "部门整体支出绩效自评表", "（2024年度）"], "部门整体支出绩效自评表（2024年度）"),
        (["某市科技馆文件", "科馆发〔2025〕3号", "某市科技馆2024年度工作总结"], "某市科技馆2024年度工作总结"),
        (["部门整体支出绩效目标批复表", "批复单位：某市财政局"], "部门整体支出绩效目标批复表"),
        (["某市科技馆整体支出绩效评价报告", "部门基本情况"], "某市科技馆整体支出绩效评价报告"),
        (["某市科技馆", "绩 效 评 价 报 告"], "某市科技馆绩效评价报告"),
        (["我们的工作", "一、概况"], "我们的工作"),
        (["一、概况"], ""),
        (["全年免费开放。"], ""),
    ],
)  # fmt: skip
def test_the_title_ends_with_the_kind_of_document(first: list[str], title: str) -> None:
    assert read(*first, "一、概况", BODY).document.metadata.title == title


def test_lines_in_the_middle_belong_to_a_title_and_others_do_not() -> None:
    title = Line("2024年度绩效自评报告", centred=True)
    found = read(Line("内部资料", centred=False), Line("某市科技馆", centred=True), title, BODY)
    assert found.document.metadata.title == "某市科技馆2024年度绩效自评报告"


def test_the_title_of_a_form_may_stand_in_its_first_row() -> None:
    grid = Grid((Box(0, 0, "项目支出绩效自评表", columns=2), Box(1, 0, "项目名称"), Box(1, 1, "免费开放")))
    assert read(grid).document.metadata.title == "项目支出绩效自评表"


def test_addressee_signature_and_annexes_are_told_apart() -> None:
    found = read(
        TITLE, "某市财政局：", "现将情况报告如下。", "一、概况", BODY, "附件：绩效自评表", "某市科技馆（公章）",
        "二〇二五年三月二十日", "附件", "部门整体支出绩效自评表", table(("项目", "得分"), ("展厅", "10")),
    )  # fmt: skip
    assert roles(found) == [
        (Role.ADDRESSEE, "某市财政局："),
        (Role.AUTHOR, "某市科技馆（公章）"),
        (Role.DATE, "二〇二五年三月二十日"),
        (Role.ANNEX_MARK, "附件"),
        (Role.ANNEX_TITLE, "部门整体支出绩效自评表"),
    ]
    signed = found.content.values["成文日期"]
    assert isinstance(signed, Dated)
    assert signed.date == date(2025, 3, 20)
    (grid,) = [block for block in found.document.walk() if isinstance(block, Table)]
    assert grid.section == "部门整体支出绩效自评表"


def test_a_date_in_the_text_is_no_signature() -> None:
    assert "成文日期" not in read(TITLE, "2025年3月20日", "一、概况", BODY, "全年平稳。").content.values


def test_headings_by_the_form_of_their_number() -> None:
    found = read(TITLE, "一、概况", "（一）人员情况。", BODY, "1.展览部", BODY, "(1)展厅开放", BODY)
    assert headings(found) == [(1, "一、概况"), (2, "（一）人员情况。"), (3, "1.展览部"), (4, "(1)展厅开放")]


@pytest.mark.parametrize(
    "items",
    [
        ["1.购置展品。", "2.更新展品。", "3.维修展品。"],
        ["（1）购置展品", "（2）更新展品", "（3）维修展品"],
        ["1.分析评价：撰写绩效评价报告，分析原因并研究措施。", BODY],
        ["（一）购置展品，更新展品。", BODY],
        ["1.购置展品；", "2.更新展品。"],
        ["2024年全年开放。", BODY],
        ["1.5万人次参加活动", BODY],
    ],
)
def test_items_of_a_list_and_sentences_are_no_headings(items: list[str | Line]) -> None:
    assert headings(read(TITLE, "一、概况", *items)) == [(1, "一、概况")]


def test_a_heading_with_its_text_in_one_paragraph_names_what_follows() -> None:
    found = read(TITLE, "一、概况", "（一）人员情况。某市科技馆编制12人。", "退休人员8人。")
    last = list(found.document.walk())[-1]
    assert isinstance(last, Paragraph)
    assert last.section == "一、概况（一）人员情况"


def test_a_heading_whose_automatic_number_was_lost_is_known_by_words_outline() -> None:
    """Nanyang's published report lost eleven numbers: 部门基本情况 should be 一、部门基本情况."""
    lost = Line("绩效评价整体结果概况", level=2)
    found = read(TITLE, "部门基本情况", "（一）人员情况", BODY, lost, BODY, 部门基本情况=1)
    assert headings(found) == [(1, "部门基本情况"), (2, "（一）人员情况"), (2, "绩效评价整体结果概况")]


def test_the_outline_of_word_may_begin_with_the_title() -> None:
    """The title has the first level of the outline, so headings have the second: 一、 is level 1 all the same."""
    found = read(Line(TITLE.text, level=1), Line("一、概况", level=2), BODY, Line("存在的问题", level=2), BODY)
    assert headings(found) == [(1, "一、概况"), (1, "存在的问题")]


def test_automatic_numbers_are_labels() -> None:
    found = read(TITLE, Line("概况", number="一、"), BODY, Line("概况", number="1.1", level=2), BODY)
    assert headings(found) == [(1, "一、概况"), (2, "1.1概况")]


def test_a_place_points_at_the_words_behind_the_number() -> None:
    (heading,) = [block for block in read(TITLE, "一、概况", BODY).document.walk() if isinstance(block, Heading)]
    inline = heading.inlines[0]
    assert (inline.text, inline.origin.column, inline.origin.length) == ("概况", 3, 2)


def test_a_contents_page_is_no_text() -> None:
    found = read(TITLE, "目　录", "一、概况……………1", "（一）人员情况\t2", "二、问题......（3）", "一、概况", BODY)
    assert headings(found) == [(1, "一、概况")]


def test_what_stands_above_a_table_names_it_and_its_unit() -> None:
    found = read(TITLE, "一、概况", BODY, "表1　收支情况", "单位：万元", table(("项目", "支出"), ("展厅", "78.4")))
    (grid,) = [block for block in found.document.walk() if isinstance(block, Table)]
    assert (grid.caption, grid.unit, grid.section) == ("表1　收支情况", "万元", "一、概况")
    assert roles(found) == [(Role.CAPTION, "表1　收支情况"), (Role.UNIT, "单位：万元")]


def test_a_picture_answers_for_what_the_text_says_of_it() -> None:
    found = read(TITLE, "一、概况", "每月接待人次如下图所示。", Picture())
    assert roles(found) == [(Role.FIGURE, "")]


# ---- values ----


@pytest.mark.parametrize(
    ("parts", "unit", "year"),
    [
        ([TITLE], "某市科技馆", 2024),
        (["部门整体支出绩效自评表", "（2024年度）", "单位名称：某市科技馆"], "某市科技馆", 2024),
        (["部门整体支出绩效自评表", "填报单位（盖章）：某市科技馆"], "某市科技馆", None),
        (["部门整体支出绩效自评表", table(("部门（单位）名称", "某市科技馆"))], "某市科技馆", None),
        (["项目支出绩效目标表", "单位：万元"], None, None),
        (["部门整体支出绩效评价报告"], None, None),
    ],
)
def test_unit_and_year(parts: list[Part | str], unit: str | None, year: int | None) -> None:
    values = read(*parts, "一、概况", BODY).content.values
    named, told = values.get("单位"), values.get("年度")
    assert (named.text if isinstance(named, Written) else None) == unit
    assert (told.number if isinstance(told, Year) else None) == year


@pytest.mark.parametrize(
    ("text", "points", "grade"),
    [
        ("经综合评价，总得分95.66分，评价等级为“优”。", "95.66", "优"),
        ("评分表总体得分 87.64 分。评价结果为“良好”，具体如下：", "87.64", "良好"),
        ("自评得分98分，自评等级：优。", "98", "优"),
        ("综合得分为90分。", "90", None),
        ("展厅满意度调查中得分90.2分。", None, None),
        ("评价总分100分制，各项得分见表。", None, None),
        ("评价总分100分，其中投入20分。", None, None),
        ("自评得分100分，等级为优。", "100", "优"),
        ("评价得分90分以上为优，80分至90分为良。", None, None),
        ("评价得分90（含）分以上为优。", None, None),
        ("产出指标自评得分48分。", None, None),
        ("五个项目平均自评得分95分。", None, None),
        ("绩效得分率为95.66%。", None, None),
        ("总得分95.66。", "95.66", None),
        ("评价结果为优化支出结构提供依据。", None, None),
        ("项目甲自评得分98分，项目乙自评得分90分。", None, None),
    ],
)
def test_the_score_that_a_sentence_states(text: str, points: str | None, grade: str | None) -> None:
    score = read(TITLE, "一、概况", text).content.values.get("评价")
    if points is None:
        assert score is None
        return
    assert isinstance(score, Score)
    assert score.points is not None
    assert str(score.points.value) == f"{points}分"
    assert (score.grade.text if score.grade else None) == grade


def test_several_scores_are_none() -> None:
    found = read(TITLE, "一、概况", "项目甲总得分98分。", "项目乙总得分90分。")
    assert "评价" not in found.content.values


def test_a_score_in_a_form() -> None:
    score = read("部门整体支出绩效自评表", table(("总得分", "95.66"))).content.values["评价"]
    assert isinstance(score, Score)
