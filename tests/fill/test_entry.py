"""`new --format xlsx` and back: a workbook to be filled in, and the content file that it becomes."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.support.entry_forms import filled_in
from tests.support.shell import Shell

from reportgen.fill.entered_charts import options_of
from reportgen.fill.workbook import read_book
from reportgen.packs.loader import find_pack, load_pack, pack_folders
from reportgen.pipeline.check import check_text
from reportgen.pipeline.entry import content_of, entry_form
from reportgen.place import Written
from reportgen.render.plain import render_plain
from reportgen.source.composed_text import Running
from reportgen.source.node import Mapping, Sequence
from reportgen.source.reader import read_source

MOMENT = datetime(2025, 3, 20, tzinfo=UTC)
KIND = "部门整体支出绩效评价报告"


def printed(text: str) -> str:
    """The lines of the document that a content file makes."""
    checked = check_text(text, "内容.yaml")
    assert checked.document is not None
    assert checked.main is not None
    return render_plain(checked.document, checked.main.template.frame)


@pytest.mark.parametrize("folder", pack_folders(), ids=lambda folder: folder.name)
def test_the_example_of_a_pack_comes_back_as_it_was(folder: Path, tmp_path: Path) -> None:
    """Filled into the workbook by hand and taken out again, it prints the same."""
    example = (folder / "example.yaml").read_text(encoding="utf-8")
    pack, _found = load_pack(folder)
    root = read_source(example, "例.yaml")[0].root
    assert pack is not None
    assert isinstance(root, Mapping)
    form, book = entry_form((pack,), (), MOMENT)
    made = content_of(read_book(filled_in(form, book, root, tmp_path / "填好.xlsx")), (), "")
    assert made.entered.unused == []
    assert printed(made.text) == printed(example)


def test_the_workbook_helps_whoever_fills_it_in(shell: Shell) -> None:
    assert shell.run("new", KIND, "--format", "xlsx")[1].startswith(f"已写出 {KIND}.xlsx，请填好后运行：")
    book = load_workbook(BytesIO((shell.folder / f"{KIND}.xlsx").read_bytes()))
    first, funds, problems, measures = (book[name] for name in ("基本情况", "预算", "存在问题", "整改措施"))
    assert all(sheet.protection.sheet for sheet in book)
    assert first["A3"].protection.locked
    assert not first["B4"].protection.locked
    unit = next(row[1].coordinate for row in first if row[0].value == "预算·金额单位*")
    assert funds["B2"].value == f'="年初预算（"&\'基本情况\'!${unit[0]}${unit[1:]}&"）"'
    assert {rule.formula1 for rule in first.data_validations.dataValidation} >= {'"万元,元,亿元"', '"优,良,中,差"'}
    assert next(iter(measures.data_validations.dataValidation)).formula1 == "'存在问题'!$A$4:$A$203"
    assert problems["A3"].value == "给整改措施对应用，不印出来；例：活动计划"


def test_what_is_missing_or_of_no_use_is_told(shell: Shell) -> None:
    shell.run("new", KIND, "--format", "xlsx", "-o", "待填.xlsx")
    book = load_workbook(shell.folder / "待填.xlsx")
    book["基本情况"]["B4"].value = "某市科技馆"
    book["活动"]["F9"].value = "写在外面的"
    book.create_sheet("草稿")["A1"].value = "不要的"
    book.save(shell.folder / "填好.xlsx")
    code, out, _err = shell.run("fill", "新.yaml", "填好.xlsx", "--all")
    assert code == 1
    assert "必填而没有填的 17 处：" in out
    assert "  年度\n" in out
    assert "  整张「存在问题」\n" in out
    assert "填了而用不上的 2 处：\n  「活动」F9\n  「草稿」A1\n" in out
    assert "\n单位: 某市科技馆\n年度:\n" in (shell.folder / "新.yaml").read_text(encoding="utf-8")


def test_nothing_is_overwritten(shell: Shell) -> None:
    shell.run("new", KIND, "--format", "xlsx", "-o", "待填.xlsx")
    path = shell.write("我的.yaml", "文种: 别的\n")
    assert shell.run("new", KIND, "--format", "xlsx", "-o", "待填.xlsx")[0] == 2
    code, _out, err = shell.run("fill", "我的.yaml", "待填.xlsx")
    assert (code, err) == (2, "我的.yaml 已经存在，没有改动它；请另起一个名字\n")
    assert path.read_text(encoding="utf-8") == "文种: 别的\n"
    assert shell.run("fill", "我的.docx", "待填.xlsx")[2] == "我的.docx：内容文件的名字要以 .yaml 结尾\n"
    shell.run("new", KIND, "--format", "xlsx", "-o", "又一份.xlsx")
    assert "不和别的工作簿一起用" in shell.run("fill", "新.yaml", "待填.xlsx", "又一份.xlsx")[2]


def test_prose_that_yaml_would_read_otherwise_stays_as_it_was_typed(shell: Shell) -> None:
    words = "负责科普: 展览。\n- 每周六开放 # 节假日除外\n{{ 年度 }}年开放305天。"
    shell.run("new", KIND, "--format", "xlsx", "-o", "待填.xlsx")
    book = load_workbook(shell.folder / "待填.xlsx")
    for row in book["基本情况"].iter_rows(min_row=3):
        if row[0].value == "收支情况*":
            row[1].value = words
        if row[0].value == "标题":
            row[1].value = "关于: 展览 # 的报告"
    book.save(shell.folder / "填好.xlsx")
    shell.run("fill", "新.yaml", "填好.xlsx")
    root = read_source((shell.folder / "新.yaml").read_text(encoding="utf-8"), "新.yaml")[0].root
    assert isinstance(root, Mapping)
    told = {entry.key.text: getattr(entry.value, "text", "").strip() for entry in root}
    assert told["收支情况"] == words
    assert told["标题"] == "关于: 展览 # 的报告"


def test_a_file_for_several_documents_comes_back_with_its_charts_and_scores(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "content" / "example-year-2024.yaml").read_text(encoding="utf-8")
    own = "  - {名称: 每月观众, 类型: 折线图, 单位: 万人次, 数据: {展厅: {1月: 0.2, 2月: 0.3}}, 来源: 预约系统}"
    text = text.replace("\n图表:\n", f"\n图表:\n{own}\n").replace(
        "评价过程: |\n", "评价过程: |\n  {{ 图表.每月观众 }}\n"
    )
    root = read_source(text, "例.yaml")[0].root
    assert isinstance(root, Mapping)
    kinds = root.get("文种")
    assert isinstance(kinds, Sequence)
    named = [each.text for each in kinds.items if isinstance(each, Written)]
    packs = [load_pack(folder)[0] for name in named if (folder := find_pack(name))]
    form, book = entry_form(tuple(pack for pack in packs if pack), (), MOMENT)
    made = content_of(read_book(filled_in(form, book, root, tmp_path / "填好.xlsx")), (), "")
    assert made.entered.unused == []
    assert printed(made.text) == printed(text)
    assert [finding.code for finding in check_text(made.text, "新.yaml").report] == []


@pytest.mark.parametrize("first", ["访谈清单", "部门整体支出绩效评价报告"])
def test_the_grades_are_those_of_the_document_that_has_them(first: str) -> None:
    """Whichever document of the file is named first."""
    names = sorted(["访谈清单", "部门整体支出绩效评价报告"], key=lambda name: name != first)
    packs = [load_pack(folder)[0] for name in names if (folder := find_pack(name))]
    book = entry_form(tuple(pack for pack in packs if pack), (), MOMENT)[1]
    (grade,) = [asked for sheet in book.sheets for asked in sheet.asked if asked.name == "等级"]
    assert "优" in grade.choices


SURVEY = """\
问卷:
  - 名称: 患者
    发放: 130份
    收回: 124份
    有效: 120份
    题目:
      - {题目: 您对候诊是否满意？, 简称: 候诊, 题型: 满意度, 选项: {非常满意: 60, 满意: 48, 一般: 12, 不满意: 0}}
      - {题目: 您从哪里知道医院？, 简称: 渠道, 题型: 多选, 选项: {网络: 72, 亲友: 48}}
附件:
  - 佐证材料目录（另册）
  - {标题: 患者名册, 正文: "名册按科室编排。\\n# 说明\\n不含姓名。", 横排: 是}
"""


def test_surveys_and_annexes_come_back(tmp_path: Path) -> None:
    """Options one below the other with their counts; an annex that is kept elsewhere is a name alone."""
    folder = find_pack("dept-evaluation")
    assert folder
    text = (folder / "example.yaml").read_text(encoding="utf-8")
    said = "  患者满意度{{ 问卷.患者.满意度 }}，其中候诊{{ 问卷.患者.候诊.满意度 }}。\n"
    text = text.replace("评价过程: |\n", f"{SURVEY}评价过程: |\n{said}")
    pack, root = load_pack(folder)[0], read_source(text, "例.yaml")[0].root
    assert pack
    assert isinstance(root, Mapping)
    form, book = entry_form((pack,), (), MOMENT)
    made = content_of(read_book(filled_in(form, book, root, tmp_path / "填好.xlsx")), (), "")
    assert made.entered.unused == []
    assert printed(made.text) == printed(text)
    assert "选项: {网络: 72, 亲友: 48}" in made.text
    assert "附件:\n  - 佐证材料目录（另册）\n" in made.text


def test_names_of_options_alone_are_for_answers_in_a_file() -> None:
    assert options_of(Running(("满意", "一般"))) == ["满意", "一般"]
    assert options_of("满意：60；一般：12") == {"满意": "60", "一般": "12"}
