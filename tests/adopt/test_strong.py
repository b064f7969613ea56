"""Words that stand out within a paragraph come back between their marks; one that is bold as a whole has none."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document as NewDocx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from reportgen.pipeline.adopted import adopt_file
from reportgen.pipeline.build import build
from reportgen.pipeline.check import check_text

LETTER = """\
文种: 公文（信函格式）
单位: 示例县财政局
发文机关标志: 示例县财政局
发文字号: 示财函〔2025〕6号
事由: 商请提供评价资料
公文种类: 函
主送机关: 示例县人民医院
年度: 2024
正文: |
  按照工作安排，**全年收支平衡**，财政拨款收入**512.40万元**，其中项目支出120.00万元，由财务科汇总后报送，请予支持为盼。
  **一是加强管理。**项目立项、预算批复和绩效目标的文件，设备采购合同、验收单和付款凭证，满意度调查的原始资料。
  - **及时。**按月报送资料，逾期的由财务科提醒。
成文日期: 2025年3月20日
"""
AS_WRITTEN = (
    "，**全年收支平衡**，财政拨款收入**{{ 财政拨款收入 }}**，其中项目支出120.00万元，",
    "**一是加强管理。**项目立项",
    "- **及时。**按月",
)


def test_our_own_come_back_from_word_and_from_pdf(tmp_path: Path) -> None:
    built = build(check_text(LETTER, "函.yaml"), ("docx", "pdf"))
    assert built.checked.main
    for kind, content in built.outputs.items():
        (tmp_path / f"函.{kind}").write_bytes(content)
        text = adopt_file(tmp_path / f"函.{kind}", built.checked.main.pack).text
        assert [words for words in AS_WRITTEN if words not in text] == [], kind


def bold(run: Any) -> None:
    run.bold = True


def in_hei(run: Any) -> None:
    run.font.name = "Arial"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "黑体")


def by_style(run: Any) -> None:
    styles = run.part.document.styles
    style = styles.add_style("突出", WD_STYLE_TYPE.CHARACTER)
    style.font.bold = True
    run.style = style


@pytest.mark.parametrize(
    ("strong", "pieces", "says"),
    [
        (bold, ("门诊", "床位使用率", "为93%，比上年提高两个百分点。"), "门诊**床位使用率**为"),
        (in_hei, ("学校", "两处校舍", "需要修缮，已经报送教育局审批。"), "学校**两处校舍**需要修缮"),
        (by_style, ("法院", "当庭宣判率", "逐年提高，调解结案的占三成。"), "法院**当庭宣判率**逐年提高"),
        (bold, ("", "全段都是加粗的一句话，说明水务局的结论。", ""), "全段都是加粗的一句话"),
        (bold, ("本段", "。", "只有一个标点加粗，是手误。"), "本段。只有一个标点加粗"),
    ],
    ids=["hospital", "school", "court", "all of it", "a mark"],
)
def test_a_run_of_another_hand(strong: Any, pieces: tuple[str, str, str], says: str, tmp_path: Path) -> None:
    word = NewDocx()
    for line in ("示例县卫生健康局2024年度部门整体支出绩效评价报告", "四、存在的问题", "（一）情况"):
        word.add_paragraph(line)
    paragraph = word.add_paragraph()
    for at, piece in enumerate(pieces):
        run = paragraph.add_run(piece)
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋")
        if at == 1:
            strong(run)
    word.add_paragraph("另外一段照常，说明这件事的经过和原因。")
    word.save(str(tmp_path / "旧.docx"))
    assert says in adopt_file(tmp_path / "旧.docx").text
