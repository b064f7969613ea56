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


SIDES = [
    ("示例县人民医院", ("三年门诊", "≥36万人次", "门诊", "≥12万人次")),
    ("某市第二中学", ("三年毕业率", "≥98%", "毕业率", "≥97%")),
    ("示例县人民法院", ("三年结案", "≥3000件", "结案", "≥1000件")),
]


@pytest.mark.parametrize(("unit", "words"), SIDES, ids=["hospital", "school", "court"])
def test_two_lists_side_by_side_and_what_stands_below_them(
    unit: str, words: tuple[str, str, str, str], tmp_path: Path
) -> None:
    """Half of a form that a page has cut: each list goes to its field, and names with a cell beside them to theirs."""
    indicators = ["二级指标", "三级指标", "指标值"]
    three, first, one, second = words
    rows = [
        ["一级指标", *indicators, *indicators],
        ["产出指标", "数量指标", three, first, "数量指标", one, second],
        ["合计", "", "", "", "", "", ""],
        ["申报单位需要说明的其他情况", *["无其他情况"] * 6],
    ]
    path = table_file(tmp_path / "批复表.docx", "部门（单位）整体支出绩效目标批复表", rows)
    word = NewDocx(str(path))
    row = word.tables[0].rows[3]
    for cell in row.cells[2:]:
        cell.text = ""
    row.cells[1].merge(row.cells[6]).text = f"{unit}没有其他情况"
    word.save(str(path))
    text = adopt_file(path, pack_of("target-approval")).text
    assert f"中期指标:\n  - {{一级指标: 产出指标, 二级指标: 数量指标, 三级指标: {three}, 指标值: {first}}}\n\n" in text
    assert f"年度指标:\n  - {{一级指标: 产出指标, 二级指标: 数量指标, 三级指标: {one}, 指标值: {second}}}\n\n" in text
    assert f"其他情况: {unit}没有其他情况" in text


@pytest.mark.parametrize("caption", ["表1-1　收支情况", "附表2-3 收支情况", "表4.1：收支情况", "续表一 收支情况"])
def test_the_whole_number_of_a_table_is_left_to_the_program(caption: str, tmp_path: Path) -> None:
    word = NewDocx()
    for line in (
        "某市水务局2024年度部门整体支出绩效评价报告",
        "四、存在的问题",
        "（一）支出偏慢",
        "各季支出如下。",
        caption,
    ):
        word.add_paragraph(line)
    table = word.add_table(2, 2)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ("季度", "支出", "一季度", "20.00"), strict=True
    ):
        cell.text = words
    word.save(str(tmp_path / "旧.docx"))
    adoption = adopt_file(tmp_path / "旧.docx")
    assert "      表 收支情况\n      | 季度 | 支出 |" in adoption.text
    assert caption not in adoption.text
