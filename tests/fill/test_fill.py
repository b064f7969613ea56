"""`reportgen fill`: figures of a workbook go into the content file, and nothing else of it changes."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.support.example import EXAMPLE, ROOT, changed
from tests.support.shell import Shell
from tests.support.workbooks import Z01, Formula, final_accounts, saved

ASKED = """
取数:
  - {填: 预算.批复, 表: [收入支出决算总表, 财决01表], 行: 本年支出合计,
     列: [全年预算数, 调整预算数], 区: 项目(按功能分类), 小数: 2}
  - {填: 预算.支出, 表: Z01, 行: 本年支出合计, 列: 决算数, 区: 项目(按功能分类), 小数: 2}
  - {填: 预算.项目资金.支出, 表: Z01, 行: 项目支出, 列: 决算数, 小数: 2}
"""
MUSEUM = final_accounts("某市科技馆", 2024, (Decimal("1978000.00"), Decimal("1146004.56"), Decimal("3124004.56")))


def one(path: str, **words: Any) -> str:
    """取数 of one value."""
    pairs = ", ".join(f"{key}: {value}" for key, value in {"填": path, **words}.items())
    return f"\n取数:\n  - {{{pairs}}}\n"


def test_each_figure_is_shown_with_its_cell_and_written_only_when_asked_for(shell: Shell) -> None:
    path = shell.write("a.yaml", EXAMPLE + ASKED)
    saved(shell.folder / "决算.xlsx", MUSEUM)
    code, out, _err = shell.run("fill", "a.yaml", "决算.xlsx")
    assert code == 0
    assert "取到 4 个数，其中 2 个与原来不同：" in out
    assert f"  预算.批复：320.00 → 312.40　［{Z01} I9，行「本年支出合计」，列「全年预算数」］" in out
    assert f"  预算.支出：312.40（没有变）　［{Z01} J9，行「本年支出合计」，列「决算数」］" in out
    assert f"  预算.项目资金.支出：114.60（没有变）　［{Z01} O8，行「二、项目支出」，列「决算数」］" in out
    assert path.read_text(encoding="utf-8") == EXAMPLE + ASKED
    assert "已写进 a.yaml。" in shell.run("fill", "a.yaml", "决算.xlsx", "--apply")[1]
    text = path.read_text(encoding="utf-8")
    anchors = "行「本年支出合计」，列「全年预算数」，区「项目(按功能分类)」，小数 2"
    assert f"  # 取自 决算.xlsx「{Z01}」I9：预算.批复，{anchors}\n  批复: 312.40\n" in text
    kept = [line for line in text.splitlines() if "# 取自 " not in line]
    assert (
        kept
        == changed(("批复: 320.00", "批复: 312.40"), ("{批复: 120.00, 到位", "{批复: 114.60, 到位")).splitlines()
        + ASKED.splitlines()
    )
    assert shell.run("fill", "a.yaml", "决算.xlsx", "--apply")[1].count("不用改") == 1
    assert path.read_text(encoding="utf-8") == text


def test_a_layout_that_has_moved_is_found_by_its_words(shell: Shell) -> None:
    shell.write("a.yaml", EXAMPLE + ASKED)
    moved = final_accounts("某市科技馆", 2024, (Decimal(1), Decimal(2), Decimal(3)), "万元", shift=24)
    out = shell.run("fill", "a.yaml", saved(shell.folder / "决算.xlsx", moved))[1]
    assert f"预算.支出：312.40 → 3.00　［{Z01} J33，" in out


def test_line_ends_and_comments_stay(shell: Shell) -> None:
    text = (EXAMPLE + ASKED).replace("\n", "\r\n")
    path = shell.folder / "a.yaml"
    path.write_bytes(text.encode())
    shell.run("fill", "a.yaml", saved(shell.folder / "决算.xlsx", MUSEUM), "--apply")
    after = path.read_bytes().decode()
    assert after.count("\r\n") == after.count("\n") == text.count("\n") + 4


HOSPITAL = {"收入费用表": [["收入费用表"], ["编制单位：示例县人民医院", None, "单位：万元"],
                       ["项目", "本年累计数", "上年数"],
                       ["一、医疗收入", 8123.4567, 7000], ["　　其中：药品收入", 2100.5, 2000]]}  # fmt: skip
SCHOOL = {"Sheet1": [["2024年度学校基本情况表"], ["填报单位：样板镇中心小学"], ["指标", "单位", "年末数"],
                     ["在校学生", "人", 1280], ["其中：寄宿生", "人", 312]]}  # fmt: skip
COURT = {"2.25“三公”经费支出表 ": [["“三公”经费支出表"], ["单位：示例县人民法院", None, "金额单位", "元"],
                              ["项目", "预算数", "决算数"],
                              ["公务用车运行维护费", "1,234,500.00", "1,100,000.50"]]}  # fmt: skip
WATER = {"2.17支出总表": [["支出总表"], ["单位：某市水务局"], ["科目编码", "科目名称", "项目支出（万元）"],
                       ["2130306", "水利工程运行与维护", 980.25], ["2130305", "水利工程建设", 15000]]}  # fmt: skip
TRADES = [
    (HOSPITAL, "医疗.药品收入", "1900万元", {"表": "收入费用表", "行": "药品收入", "列": "本年累计数"}, "2100.5万元"),
    (SCHOOL, "学校.寄宿", "300人", {"表": "学校基本情况表", "行": "寄宿生", "列": "年末数", "单位": "人"}, "312人"),
    (
        COURT,
        "公车.运维",
        "【待填：万元】",
        {"表": "[“三公”经费支出表]", "行": "公务用车运行维护费", "列": "决算数"},
        "110.00005万元",
    ),
    (WATER, "水利.维护", "900.00万元", {"表": "2.17", "行": '"2130306"', "列": "项目支出"}, "980.25万元"),
]


@pytest.mark.parametrize(("sheets", "path", "old", "words", "new"), TRADES, ids=["医院", "学校", "法院", "水务"])
def test_other_trades(shell: Shell, sheets: Any, path: str, old: str, words: dict[str, str], new: str) -> None:
    group, name = path.split(".")
    unit = next(
        cell for rows in sheets.values() for row in rows for cell in row if isinstance(cell, str) and "：" in cell
    )
    facts = ("  # 「合计」等于", f"  {group}: {{{name}: {old}}}\n\n  # 「合计」等于")
    text = changed(("单位: 某市科技馆", f"单位: {unit.split('：')[1]}"), facts) + one(path, **words)
    file = shell.write("a.yaml", text)
    assert shell.run("fill", "a.yaml", saved(shell.folder / "导出.xlsx", sheets), "--apply")[0] == 0
    assert f"  {group}: {{{name}: {new}}}\n" in file.read_text(encoding="utf-8")


def sheet(*rows: Any, head: tuple[Any, ...] = ("项目", "决算数"), unit: str = "金额单位：万元") -> Any:
    return {"支出表": [["支出表"], [unit], list(head), *map(list, rows)]}


REFUSED = [
    (sheet(["支出", "—"]), "这一格是「—」"),
    (sheet(["支出", None]), "这一格是空的"),
    (sheet(["支出", Formula("=SUM(B9:B12)")]), "公式未计算：请用 Excel 或 WPS 打开，存一次再用"),
    (sheet(["支出", "详见附件"]), "这一格是「详见附件」，不是数"),
    (sheet(["支出", date(2024, 6, 30)]), "这一格是日期 2024年6月30日，不是数"),
    (sheet(["支出", 1], ["支出", 2]), "行和列的名称对得上 2 格：B4、B5。请加「上级行」"),
    (sheet(["支出", 1, 2], head=("项目", "决算数", "决算数")), "行和列的名称对得上 2 格：B4、C4。请加「区」"),
    (sheet(["收入", 1]), "没有行「支出」"),
    (sheet(["支出", 1], head=("项目", "预算数")), "没有列「决算数」"),
    (sheet(["支出", 1], unit="说明"), "工作簿里没有写单位，这里要 万元；请在取数里写「单位」"),
    (sheet(["支出", "3.5%"]), "工作簿里是 %，这里要 万元"),
    (sheet(["支出", 1], unit="2023年度　金额单位：万元"), "是 2023 年的，这里要 2024 年的"),
    (sheet(["支出", 1], unit="编制单位：示例县人民医院"), "是「示例县人民医院」的，内容文件是「某市科技馆」的"),
]


@pytest.mark.parametrize(("sheets", "why"), REFUSED, ids=[why for _sheets, why in REFUSED])
def test_what_cannot_be_taken_is_named_and_the_file_keeps_what_it_says(shell: Shell, sheets: Any, why: str) -> None:
    path = shell.write("a.yaml", text := EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 列="决算数"))
    code, out, _err = shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", sheets), "--apply")
    assert code == 1
    assert why in out
    assert path.read_text(encoding="utf-8") == text


READ = [
    (sheet(["支出", "1,234.50"]), "1234.5"),
    (sheet(["支出", 0]), "0"),
    (sheet(["支出", -3.5]), "-3.5"),
    (sheet(["支出", "(3.50)"]), "-3.5"),
    (sheet(["　　其中：支出", 7.25]), "7.25"),
    (sheet(["（一）支出", 7.25]), "7.25"),
    (sheet(["支 出", "１２.５"]), "12.5"),
    (sheet(["支出", 123456789.01], unit="单位：元"), "12345.678901"),
    (sheet(["支出", 0.1 + 0.2]), "0.3"),
    (sheet(["支出", 12345.6], head=("项目", "决算数（元）")), "1.23456"),
    (sheet(["支出", "3.5亿元"]), "35000"),
]


@pytest.mark.parametrize(("sheets", "new"), READ, ids=[new for _sheets, new in READ])
def test_figures_are_read_as_people_and_systems_write_them(shell: Shell, sheets: Any, new: str) -> None:
    path = shell.write("a.yaml", EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 列="决算数"))
    assert shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", sheets), "--apply")[0] == 0
    assert f"\n  支出: {new}\n" in path.read_text(encoding="utf-8")


def test_of_two_rows_that_below_the_row_named_above_is_meant(shell: Shell) -> None:
    sheets = sheet(["一、一般公共预算", None], ["支出", 1], ["二、政府性基金", None], ["支出", 2])
    shell.write("a.yaml", EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 列="决算数", 上级行="政府性基金"))
    assert "312.40 → 2　［支出表 B7" in shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", sheets))[1]


def test_last_years_value_is_taken_from_last_years_sheet(shell: Shell) -> None:
    sheets: Any = {
        str(year): [["支出表"], [f"{year}年度　金额单位：万元"], ["项目", "决算数"], ["支出", year]]
        for year in (2023, 2024)
    }
    shell.write("a.yaml", EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 列="决算数", 年度="上年"))
    assert "312.40 → 2023　［2023 B4" in shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", sheets))[1]


def test_what_nothing_asked_for_is_named(shell: Shell) -> None:
    shell.write("a.yaml", EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 列="决算数"))
    sheets = sheet(["支出", 5], ["结余", 7]) | {"资产表": [["资产表"], ["合计", 9, 8]]}
    out = shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", sheets))[1]
    assert "工作簿里有、没有用到的数 3 个：" in out
    assert "  x.xlsx「资产表」：整张表没有用，2 个" in out
    assert "  x.xlsx「支出表」：结余（1）" in out


def test_what_may_be_missing_is_told_and_is_no_fault(shell: Shell) -> None:
    asked = one("预算.支出", 表="支出表", 行="没有的行", 列="决算数", 选填="是")
    shell.write("a.yaml", EXAMPLE + asked)
    code, out, _err = shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", sheet(["支出", 5])))
    assert code == 0
    assert "工作簿里没有、可以没有的 4 个：" in out
    assert "没有行「没有的行」" in out


def test_a_title_above_a_table_with_tabs_does_not_hide_them(shell: Shell) -> None:
    path = shell.write("a.yaml", EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 列="决算数"))
    shell.write("支出表.txt", "支出表\n单位：万元\n项目\t决算数\n支出\t1,234.50\n")
    assert shell.run("fill", "a.yaml", "支出表.txt", "--apply")[0] == 0
    assert "\n  支出: 1234.5\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
def test_a_table_in_a_text_file(shell: Shell, encoding: str) -> None:
    path = shell.write("a.yaml", EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 列="决算数"))
    (shell.folder / "支出表.csv").write_bytes('单位：万元\r\n项目,决算数\r\n支出,"1,234.50"\r\n'.encode(encoding))
    assert shell.run("fill", "a.yaml", "支出表.csv", "--apply")[0] == 0
    assert "\n  支出: 1234.5\n" in path.read_text(encoding="utf-8")


def test_a_value_that_is_still_empty_is_filled_behind_its_colon(shell: Shell) -> None:
    text = changed(("  支出: 312.40", "  支出:    # 全年支出数")) + one(
        "预算.支出", 表="支出表", 行="支出", 列="决算数"
    )
    path = shell.write("a.yaml", text)
    shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", sheet(["支出", 5])), "--apply")
    assert "\n  支出: 5    # 全年支出数\n" in path.read_text(encoding="utf-8")


DAYS = [date(2025, 3, 20), 20250320, 45736, "2025-03-20", "2025年3月20日"]


@pytest.mark.parametrize("cell", DAYS, ids=map(str, DAYS))
def test_a_day_is_read_however_the_system_keeps_it(shell: Shell, cell: Any) -> None:
    text = changed(("成文日期: 2025年3月20日", "成文日期: 2025年1月1日"))
    path = shell.write("a.yaml", text + one("成文日期", 表="报送表", 行="报送日期", 列="内容"))
    rows = {"报送表": [["报送表"], ["项目", "内容"], ["报送日期", cell]]}
    assert shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", rows), "--apply")[0] == 0
    assert "\n成文日期: 2025年3月20日\n" in path.read_text(encoding="utf-8")


def test_a_code_keeps_its_noughts_and_a_name_that_yaml_would_misread_gets_quotes(shell: Shell) -> None:
    text = (
        changed(("主送机关: 某市财政局", "主送机关:\n署名: 甲"))
        + """
取数:
  - {填: 主送机关, 表: 报送表, 行: 主送, 列: 内容}
  - {填: 署名, 表: 报送表, 行: 代码, 列: 内容}
"""
    )
    path = shell.write("a.yaml", text)
    rows = {"报送表": [["报送表"], ["项目", "内容"], ["主送", "某市: 财政局"], ["代码", "001"]]}
    assert shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", rows), "--apply")[0] == 0
    after = path.read_text(encoding="utf-8")
    assert '\n主送机关: "某市: 财政局"\n' in after
    assert "\n署名: 001\n" in after


def test_a_rate_is_no_guess(shell: Shell) -> None:
    """0.95 may be 95 % or less than one: the intake says which."""
    rows = {"满意度表": [["满意度表"], ["项目", "结果"], ["满意率", 0.95]]}
    book = saved(shell.folder / "x.xlsx", rows)
    for unit, told in (("", "看不出 0.95 是 0.95% 还是比值"), ("比", "93% → 95%"), ('"%"', "93% → 0.95%")):
        words = {"表": "满意度表", "行": "满意率", "列": "结果"} | ({"单位": unit} if unit else {})
        shell.write("a.yaml", EXAMPLE + one("问卷.满意率", **words))
        assert told in shell.run("fill", "a.yaml", book)[1]


def test_a_reference_is_not_filled_over(shell: Shell) -> None:
    text = changed(("支出: 312.40", '支出: "{{ 预算.批复 }}"')) + one("预算.支出", 表="支出表", 行="支出", 列="决算数")
    path = shell.write("a.yaml", text)
    out = shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", sheet(["支出", 5])), "--apply")[1]
    assert "「预算.支出」引用的是别的数，没有改" in out
    assert path.read_text(encoding="utf-8") == text


def test_a_unit_that_the_workbook_writes_otherwise_is_named(shell: Shell) -> None:
    """南阳市科技馆 and 南阳市科学技术馆 are one: the writer knows, and the receipt remembers it for later checks."""
    shell.write("a.yaml", EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 列="决算数"))
    head = "编制单位：某市科学技术馆（本级）"
    rows = {"支出表": [["支出表"], [head, "金额单位：万元"], ["项目", "决算数"], ["支出", 5]]}
    book = saved(shell.folder / "x.xlsx", rows)
    refused = shell.run("fill", "a.yaml", book, "--apply")[1]
    assert "确是同一个单位，只是写法不同的，加 --unit 某市科学技术馆(本级)" in refused
    assert shell.run("fill", "a.yaml", book, "--apply", "--unit", "某市科学技术馆")[0] == 0
    assert shell.run("check", "a.yaml", "--against", book)[1].startswith("与工作簿核对了 1 个数，1 个一样\n")


def test_a_line_of_a_list_is_reached_by_its_name(shell: Shell) -> None:
    """Of each project its money, which in the export stands in the row of the project."""
    example = ROOT / "templates" / "project-self-evaluation" / "example.yaml"
    text = example.read_text(encoding="utf-8")
    name = "项目自评.展厅运行经费.资金.其中：当年财政拨款.全年执行数"
    rows = {"项目支出表": [["项目支出表"], ["金额单位：元"], ["项目名称", "全年执行数"], ["展厅运行经费", 784001.5]]}
    path = shell.write("a.yaml", text + one(f'"{name}"', 表="项目支出表", 行="展厅运行经费", 列="全年执行数", 小数=2))
    out = shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", rows), "--apply")[1]
    assert f"  {name}：" in out
    assert "全年执行数: 78.40" in path.read_text(encoding="utf-8")


def test_a_content_file_in_gbk_is_saved_as_utf_8_and_said_so(shell: Shell) -> None:
    text = EXAMPLE + one("预算.支出", 表="支出表", 行="支出", 列="决算数")
    path = shell.folder / "a.yaml"
    path.write_bytes(text.encode("gb18030"))
    out = shell.run("fill", "a.yaml", saved(shell.folder / "x.xlsx", sheet(["支出", 5])), "--apply")[1]
    assert out.endswith("a.yaml 是 GBK 编码，已另存为 UTF-8\n")
    assert "\n  支出: 5\n" in path.read_text(encoding="utf-8")
