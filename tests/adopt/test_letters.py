"""What the templates of letters print around the text: a table before the title, an order without one, who signs it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document as NewDocx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from tests.support.adopted import printed_by
from tests.support.made import ROOT

from reportgen.packs.loader import load_pack
from reportgen.packs.pack import Pack
from reportgen.pipeline.adopted import Adopted, adopt_file

CENTRE = WD_ALIGN_PARAGRAPH.CENTER
BODY = "请按照办法的规定，把绩效目标、绩效监控和绩效评价贯穿预算管理全过程，于2025年6月底前落实。"


def pack_named(name: str) -> Pack:
    pack = load_pack(ROOT / "templates" / name)[0]
    assert pack
    return pack


def adopted(path: Path, name: str, lines: list[str], cells: Sequence[tuple[str, str]] = ()) -> Adopted:
    """A Word file whose first lines stand in the middle, up to an empty one, with a table behind the first."""
    word = NewDocx()
    middle = True
    for at, line in enumerate(lines):
        middle = middle and bool(line)
        paragraph = word.add_paragraph(line)
        if middle:
            paragraph.alignment = CENTRE
        if at == 0 and cells:
            table = word.add_table(len(cells), 2)
            for row, words in zip(table.rows, cells, strict=True):
                row.cells[0].text, row.cells[1].text = words
    word.save(str(path))
    return adopt_file(path, pack_named(name))


@pytest.mark.parametrize(
    ("unit", "about", "by"),
    [
        ("示例县人民医院", ("关于购置", "手术室设备的请示"), "设备科"),
        ("某市第二中学", ("关于修缮实验楼经费", "安排情况的报告"), "总务处"),
        ("样板镇人民政府", ("关于报送", "2025年绩效目标的函"), "财政所"),
    ],
    ids=["hospital", "school", "town"],
)
def test_the_title_stands_behind_the_table(unit: str, about: tuple[str, str], by: str, tmp_path: Path) -> None:
    """The name of the form ends as titles do; the title of the paper stands on its second page."""
    cells = [("领导批示", ""), ("拟办意见", "建议同意。"), ("呈报部门", by), ("承办人", "周强")]
    lines = [f"{unit}呈批件", *about, "", BODY, f"{unit}{by}", "2025年3月20日"]
    adoption = adopted(tmp_path / "呈批件.docx", "official-approval", lines, cells)
    what, _of, kind = "".join(about).removeprefix("关于").rpartition("的")
    for line in (f"单位: {unit}", f"事由: {what}", f"公文种类: {kind}", f"呈报部门: {by}", f"署名: {unit}{by}"):
        assert line in adoption.text
    assert "# " not in adoption.text.partition("正文:")[2]


@pytest.mark.parametrize(
    ("mark", "number", "office", "person"),
    [
        ("示例县人民政府令", "第12号", "县长", "赵　明"),
        ("某市水务局令", "2025年第3号", "局长", "欧阳静"),
        ("某省财政厅命令", "第7号", "厅长", "李·买买提"),
    ],
    ids=["county", "water", "province"],
)
def test_an_order_has_its_mark_and_who_signs_it(
    mark: str, number: str, office: str, person: str, tmp_path: Path
) -> None:
    lines = [mark, number, "", BODY, f"{office}　　{person}", "2025年3月20日"]
    adoption = adopted(tmp_path / "令.docx", "official-order", lines)
    for line in (f"发文机关标志: {mark}", f"令号: {number}", f"签发人职务: {office}", f"签发人: {person}"):
        assert line in adoption.text
    assert f"单位: {mark.removesuffix('令').removesuffix('命')}" in adoption.text
    assert printed_by(adoption).startswith(mark + number + BODY[:10])


def test_a_form_with_its_own_title_keeps_it(tmp_path: Path) -> None:
    """A template that prints words of its own above the text has no letterhead alone."""
    lines = ["示例县水务局2024年度部门整体支出绩效评价报告", "（送审稿）", "", "一、部门基本情况", BODY]
    assert "单位: 示例县水务局" in adopted(tmp_path / "报告.docx", "dept-evaluation", lines).text
