"""Word files as a hand makes them with other programs: python-docx's defaults, LibreOffice's own XML."""

from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.run import Run

TEXTS = {
    "医院": ("示例县人民医院", "门诊"),
    "学校": ("某市实验中学", "教学"),
    "水务": ("某区水务局", "巡河"),
}


def letter_of(trade: str) -> bytes:
    """A letter typed into Word's defaults: 宋体, no indents, loose lines, no page numbers."""
    unit, work = TEXTS[trade]
    word = Document()
    word.add_paragraph(f"{unit}关于{work}设备运行情况的报告")
    word.add_paragraph("某区财政局：")
    body = f"按照年度计划，{unit}组织{work}设备的运行和维护，各项工作按时完成，运行情况总体正常，没有发生事故。"
    for heading in ("一、运行情况", "二、存在问题"):
        word.add_paragraph(heading)
        for _number in range(8):
            word.add_paragraph(body * 2)
    _table(word)
    word.add_paragraph("特此报告。")
    word.add_paragraph(unit)
    word.add_paragraph("2025年3月20日")
    for paragraph in word.paragraphs:
        for run in paragraph.runs:
            _in_song(run)
    return _bytes(word)


def stressed() -> bytes:
    """A paragraph in 宋体 with one word in 黑体, a picture's line apart."""
    word = Document()
    word.add_paragraph("某区水务局关于巡河情况的报告").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for _number in range(4):
        paragraph = word.add_paragraph()
        _in_song(paragraph.add_run("巡河人员每日巡查河道两岸，及时清理漂浮物，"))
        run = paragraph.add_run("重点河段")
        _in_song(run, "黑体")
        _in_song(paragraph.add_run("每周复查一次，发现的问题当日登记，三日内办结并回复。"))
    return _bytes(word)


def _in_song(run: Run, name: str = "宋体") -> None:
    run.font.size = Pt(12)
    run.font.name = "Times New Roman"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def _table(word: Word) -> None:
    table = word.add_table(rows=3, cols=3)
    for row, names in enumerate((("项目", "预算", "支出"), ("设备", "30", "30"), ("维护", "20", "18"))):
        for column, text in enumerate(names):
            table.cell(row, column).text = text


def _bytes(word: Word) -> bytes:
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def through_libreoffice(content: bytes, folder: Path) -> bytes:
    """The same file as LibreOffice saves it."""
    from tests.support.word import converted

    inward, outward = folder / "进", folder / "出"
    inward.mkdir()
    outward.mkdir()
    (inward / "稿.docx").write_bytes(content)
    return converted(inward / "稿.docx", outward, "docx").read_bytes()
