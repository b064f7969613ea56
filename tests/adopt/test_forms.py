"""Tables of other hands: forms of a pack found again, lists found by the heads of their columns."""

from pathlib import Path

import pytest
from docx import Document as NewDocx

from reportgen.packs.loader import find_pack, load_pack
from reportgen.packs.pack import Pack
from reportgen.pipeline.adopted import adopt_file


def pack_of(name: str) -> Pack:
    folder = find_pack(name, ())
    assert folder is not None
    pack, _found = load_pack(folder)
    assert pack is not None
    return pack


def table_file(path: Path, title: str, rows: list[list[str]]) -> Path:
    """A Word file with a title and one table."""
    word = NewDocx()
    word.add_paragraph(title)
    table = word.add_table(len(rows), len(rows[0]))
    for cells, row in zip(rows, table.rows, strict=True):
        for words, cell in zip(cells, row.cells, strict=True):
            cell.text = words
    word.save(str(path))
    return path


@pytest.mark.parametrize(
    ("heads", "line", "written"),
    [
        (
            ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "权重", "得分"],
            ["产出指标", "数量指标", "门诊人次", "≥12万人次", "12.6万人次", "20", "20"],
            "三级指标: 门诊人次, 指标值: ≥12万人次, 完成值: 12.6万人次, 分值: 20, 得分: 20",
        ),
        (
            ["一级指标", "三级指标", "目标值", "完成情况", "分值", "扣分原因"],
            ["效益指标", "毕业生就业率", "≥95%", "93.1%", "15", "两个专业招聘会取消"],
            "三级指标: 毕业生就业率, 指标值: ≥95%, 完成值: 93.1%, 分值: 15, 偏差原因: 两个专业招聘会取消",
        ),
        (
            ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "备注"],
            ["产出指标", "质量指标", "水质达标率", "100%", "99.2%", "10", "9.9", ""],
            "三级指标: 水质达标率, 指标值: 100%, 完成值: 99.2%, 分值: 10, 得分: 9.9",
        ),
        (
            ["一级绩效指标", "三级绩效指标", "设定指标值", "实际完成情况", "权重分值", "未完成原因"],
            ["产出指标", "巡回审判", "≥40次", "38次", "10", "两次因道路中断取消"],
            "三级指标: 巡回审判, 指标值: ≥40次, 完成值: 38次, 分值: 10, 偏差原因: 两次因道路中断取消",
        ),
    ],
    ids=["hospital", "school", "water", "court, heads as the lexicon has them"],
)
def test_a_list_is_found_by_its_heads(heads: list[str], line: list[str], written: str, tmp_path: Path) -> None:
    path = table_file(tmp_path / "自评表.docx", "2024年度部门整体支出绩效自评表", [heads, line])
    text = adopt_file(path, pack_of("dept-self-evaluation")).text
    assert written in text


def test_sums_are_left_to_the_program(tmp_path: Path) -> None:
    rows = [
        ["一级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
        ["产出指标", "巡回审判", "≥40次", "44次", "50", "50"],
        ["总分", "", "", "", "100", "98"],
    ]
    path = table_file(tmp_path / "自评表.docx", "2024年度部门整体支出绩效自评表", rows)
    assert "总分" not in adopt_file(path, pack_of("dept-self-evaluation")).text.split("# ----")[0]


def test_what_has_no_column_is_kept_below(tmp_path: Path) -> None:
    """The words of a cell for which the pack has no field stand at the end of the file, as a comment."""
    rows = [
        ["一级指标", "三级指标", "指标值", "完成值", "分值", "佐证材料"],
        ["产出指标", "培训教师", "≥300人", "312人", "50", "培训签到册共12本"],
    ]
    path = table_file(tmp_path / "自评表.docx", "2024年度部门整体支出绩效自评表", rows)
    adoption = adopt_file(path, pack_of("dept-self-evaluation"))
    assert "# 培训签到册共12本" in adoption.text
    assert "培训签到册共12本" in [remark.words for remark in adoption.remarks]
