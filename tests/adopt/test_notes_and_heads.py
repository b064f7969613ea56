"""Footnotes, the abstract and running heads of a report come along: as fields, or in the list of what has no place."""

from pathlib import Path

import docx
import pytest
from tests.support.example import changed

from reportgen.adopt.values import Certainty
from reportgen.pipeline.adopted import adopt_file
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

PROSE = "各项目均设定了量化的绩效目标"
DAY = "成文日期: 2025年3月20日\n"

TRADES = [
    pytest.param("门诊量稳中有升。", "不含体检，资料来自病案首页（门诊部）。", "门诊；整体支出", id="hospital"),
    pytest.param("校舍检测全部合格。", "按某教〔2016〕24号的规定每年检测一次。", "校舍；绩效评价", id="school"),
    pytest.param("管网漏损逐年减少。", "供水口径，与统计年鉴不同。", "供水", id="water"),
]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize(("said", "note", "words"), TRADES)
def test_they_come_back_as_they_were_written(said: str, note: str, words: str, kind: str, tmp_path: Path) -> None:
    text = changed(
        (DAY, f"{DAY}页眉: 某市科技馆绩效评价报告\n摘要: {said}\n关键词: {words}\n"), (PROSE, f"{PROSE}〔注：{note}〕")
    )
    built = build(check_text(text, "内容.yaml"), (kind,))
    path = tmp_path / f"报告.{kind}"
    path.write_bytes(built.outputs[kind])
    main = built.checked.main
    assert main is not None
    adoption = adopt_file(path, main.pack)
    for line in (f"〔注：{note}〕", "页眉: 某市科技馆绩效评价报告", f"摘要: {said}", f"关键词: {words}"):
        assert line in adoption.text
    assert not [remark for remark in adoption.remarks if remark.certainty is Certainty.UNPLACED]
    assert [remark.words for remark in adoption.remarks if "注" in remark.why] == [note]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("示例县人民医院", "示例县人民医院2024年度自评报告"),
        ("示例县第一中学", "勤奋 求实"),
        ("示例县人民法院", "绩效评价报告（送审稿）"),
    ],
)
def test_heads_without_a_field_are_listed(first: str, second: str, tmp_path: Path) -> None:
    """Two sections with heads of their own: neither is the head of every page."""
    word = docx.Document()
    word.add_paragraph(f"{first}2024年度部门整体支出绩效评价报告")
    word.add_paragraph("一、部门基本情况")
    word.add_paragraph("全年工作完成。")
    word.sections[0].header.paragraphs[0].text = first + "内部编印"
    section = word.add_section()
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = second
    path = tmp_path / "报告.docx"
    word.save(str(path))
    adoption = adopt_file(path)
    lost = [remark.words for remark in adoption.remarks if remark.certainty is Certainty.UNPLACED]
    assert lost[-2:] == [first + "内部编印", second]
    assert f"# {second}" in adoption.text
