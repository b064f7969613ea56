"""The title, the headings, the signature and the page numbers of the real report's PDF, measured on their glyphs."""

import re
import unicodedata

import pytest
from tests.support.pages import Line
from tests.support.paragraphs import Row
from tests.support.sheet import CHARACTER, LEFT_EDGE, LOWER_EDGE, MM, PITCH, RIGHT_EDGE

TITLE = ["南阳市科学技术馆", "部门整体支出绩效评价报告"]
HEADINGS = [
    "一、部门基本情况",
    "（一）部门职能与机构设置。",
    "（二）人员情况。",
    "（三）部门年度总体工作任务和重点工作任务。",
    "（四）部门年度整体收支情况。",
    "（五）部门年度整体工作目标任务完成情况。",
    "二、部门整体评价工作开展",
    "（一）绩效评价实施过程情况",
    "（二）绩效评价整体结果概况",
    "三、部门整体支出绩效评价分析",
    "（一）投入情况分析。",
    "（二）执行管理情况分析。",
    "（三）支出绩效情况分析。",
    "1.展览教育部。",
    "（1）开放天数",
    "（2）展教活动",
    "（3）展品更新",
    "（4）志愿者服务",
    "（5）辅导员培训",
    "2.青少年活动中心和未成年人心理健康辅导中心。",
    "（1）未成年人心理健康辅导中心广泛开展各类心理健康教育。",
    "（2）青少年课外活动中心积极开展特色活动。",
    "（3）积极主动开展好业务学习培训。",
    "（4）严格按照创文指挥部及文明办要求做好创文工作。",
    "3.科技活动部。",
    "4.展品维护研发部。",
    "（1）展品的维护。",
    "（2）科普大篷车进校园活动。",
    "四、存在的问题",
    "（一）绩效管理体系不完善，预算编制不完整。",
    "（二）人才储备不足，现有人才队伍与科技馆发展需求不匹配。",
    "（三）部分场馆设施开放及使用程度仍有待改进。",
    "（四）信息化管理水平较差。",
    "五、整改措施或建议",
    "（一）重视整体支出绩效管理及预算的编制完整性、科学性。",
    "1.重视整体支出绩效管理",
    "2.重视预算的编制完整性、科学性",
    "（二）聚力人才引进和培养，打造高水平科技人才队伍。",
    "（三）细化场馆设施开放细则，提升群众体验的便利性。",
    "（四）加强信息化建设，提升运营能力。",
    "六、其他需要说明的问题",
]
FACES = [
    # how a heading begins, faces of its hanzi and of its digits
    (re.compile(r"[一二三四五六]、"), {"GWHei"}),
    (re.compile(r"（[一二三四五]）"), {"GWKai"}),
    (re.compile(r"\d\.|（\d）"), {"GWFangSong", "GWLatin"}),
]


@pytest.fixture
def headings(nanyang_paragraphs: list[list[Row]]) -> list[list[Row]]:
    """The rows of the headings, known by their words."""
    texts = ("".join(row.text for row in paragraph) for paragraph in nanyang_paragraphs)
    return [rows for rows, text in zip(nanyang_paragraphs, texts, strict=True) if text in HEADINGS]


# title and headings


def test_the_title_is_broken_by_meaning_and_centred(nanyang_text: list[list[Line]]) -> None:
    """二号小标宋, shorter above longer."""
    lines = nanyang_text[0][:2]
    assert [line.text for line in lines] == TITLE
    assert all(line.faces == {"GWBiaoSong"} and line.size == 22 for line in lines)
    centre = (LEFT_EDGE + RIGHT_EDGE) / 2
    assert all(abs((line.left + line.right) / 2 - centre) < 1 for line in lines)


def test_the_headings_stand_in_order_with_computed_labels(headings: list[list[Row]]) -> None:
    assert ["".join(row.text for row in rows) for rows in headings] == HEADINGS


def test_each_level_of_heading_has_its_face(headings: list[list[Row]]) -> None:
    """三号: 一、 in 黑体, （一） in 楷体 (its punctuation, which GW Kai has not, in 仿宋), 1. and （1） in 仿宋."""
    for rows in headings:
        expected = next(faces for pattern, faces in FACES if pattern.match(rows[0].text))
        glyphs = [glyph for row in rows for glyph in row.line.glyphs]
        words = {glyph.face for glyph in glyphs if not unicodedata.category(glyph.text).startswith("P")}
        assert words <= expected, rows[0].text
        assert {glyph.size for glyph in glyphs} == {16}


def test_running_text_is_fang_song_of_size_three(
    nanyang_paragraphs: list[list[Row]], headings: list[list[Row]]
) -> None:
    glyphs = [
        glyph
        for paragraph in nanyang_paragraphs[1:]
        if paragraph not in headings
        for row in paragraph
        for glyph in row.line.glyphs
    ]
    assert {glyph.size for glyph in glyphs} == {16}
    others = {glyph.text: glyph.face for glyph in glyphs if glyph.face not in ("GWFangSong", "GWLatin")}
    assert others == dict.fromkeys("①②③④", "GWSong"), "GW FangSong has no circled figures"


def test_every_paragraph_begins_two_characters_in(nanyang_paragraphs: list[list[Row]]) -> None:
    """Headings too; later lines begin at the edge."""
    body = nanyang_paragraphs[1:-2]
    assert [p[0].text for p in body if abs(p[0].line.left - LEFT_EDGE - 2 * CHARACTER) > 0.5] == []
    later = [row for paragraph in body for row in paragraph[1:]]
    assert [row.text for row in later if abs(row.line.left - LEFT_EDGE) > 0.5] == []


def test_no_heading_stands_last_on_a_page(headings: list[list[Row]], nanyang_text: list[list[Line]]) -> None:
    last = [rows[-1] for rows in headings if rows[-1].row == len(nanyang_text[rows[-1].page - 1])]
    assert last == []


def test_a_heading_is_not_torn_by_a_page(headings: list[list[Row]]) -> None:
    assert [rows[0].text for rows in headings if len({row.page for row in rows}) > 1] == []


# signature and page numbers


def test_the_signature_stands_as_7_3_5_2_says(nanyang_paragraphs: list[list[Row]]) -> None:
    """正文下空一行; 署名 two characters from the right; 成文日期 begins two characters right of the 署名."""
    *_, (closing,), (author,), (date,) = nanyang_paragraphs
    assert (author.text, date.text) == ("南阳市科学技术馆", "2021年4月15日")
    assert abs(closing.line.baseline - author.line.baseline - 2 * PITCH) < 0.1
    assert abs(author.line.baseline - date.line.baseline - PITCH) < 0.1
    assert abs(RIGHT_EDGE - author.line.right - 2 * CHARACTER) < 1
    assert abs(date.line.left - author.line.left - 2 * CHARACTER) < 1


def test_the_signature_is_not_alone_on_its_page(nanyang_paragraphs: list[list[Row]]) -> None:
    *_, closing, author, date = nanyang_paragraphs
    assert closing[-1].page == author[0].page == date[0].page


def test_page_numbers_are_outside_one_character_in(nanyang_pages: list[list[Line]]) -> None:
    """四号半角宋体 with a 一字线 on both sides: odd pages at the right, even ones at the left."""
    numbers = [lines[-1] for lines in nanyang_pages]
    assert [line.text for line in numbers] == [f"— {n} —" for n in range(1, len(numbers) + 1)]
    assert all(line.faces == {"GWSong"} and line.size == 14 for line in numbers)
    assert all(abs(RIGHT_EDGE - 14 - line.right) < 0.5 for line in numbers[0::2])
    assert all(abs(line.left - LEFT_EDGE - 14) < 0.5 for line in numbers[1::2])


def test_the_line_of_the_page_number_begins_7_mm_below_the_type_area(nanyang_pages: list[list[Line]]) -> None:
    gaps = [LOWER_EDGE - (lines[-1].baseline + 0.88 * 14) for lines in nanyang_pages]
    assert all(abs(gap - 7 * MM) < 0.5 * MM for gap in gaps), gaps
