"""A key that the content file lacks is put in behind its neighbour, where the pack says it stands."""

import pytest
from tests.support.shell import Shell

SHEET = """支出决算表
编制单位：{unit},2024年度,金额单位：万元
项目,年初预算数,全年预算数,决算数
本年支出合计,300.00,320.00,312.40
项目支出,110.00,120.00,114.60
基本支出,190.00,200.00,197.80
三公经费,1.00,1.00,0.60
"""
COLUMNS = {"年初预算": "年初预算数", "批复": "全年预算数", "支出": "决算数"}
ROWS = {"项目资金": "项目支出", "基本支出": "基本支出", "三公经费": "三公经费"}


def intake(path: str) -> str:
    """An item of 取数 for a figure of the fund table."""
    *line, column = path.split(".")[1:]
    row = ROWS[line[0]] if line else "本年支出合计"
    return f"  - {{填: {path}, 表: 支出决算表, 行: {row}, 列: {COLUMNS[column]}, 小数: 2}}\n"


def filled(shell: Shell, unit: str, funds: str, *paths: str, line_end: str = "\n") -> str:
    """The fund table of a content file after it was filled twice, receipts left out: nothing is put in again."""
    text = f"文种: 部门整体支出绩效评价报告\n单位: {unit}\n年度: 2024\n{funds}取数:\n" + "".join(map(intake, paths))
    path = shell.write("a.yaml", text.replace("\n", line_end))
    shell.write("决算.csv", SHEET.format(unit=unit))
    code, out, _err = shell.run("fill", "a.yaml", "决算.csv", "--apply")
    assert code == 0, out
    first = path.read_bytes().decode()
    assert first.count("\n") == first.count(line_end)
    assert "不用改" in shell.run("fill", "a.yaml", "决算.csv", "--apply")[1]
    assert path.read_bytes().decode() == first
    assert f"{len(paths)} 个一样" in shell.run("check", "a.yaml", "--against", "决算.csv")[1]
    table = first.replace(line_end, "\n").partition("取数:")[0].partition("预算:\n")[2]
    return "".join(line for line in table.splitlines(keepends=True) if "# 取自" not in line)


@pytest.mark.parametrize(
    ("unit", "funds", "paths", "after"),
    [
        (
            "示例县人民医院",
            "预算:\n  金额单位: 万元\n  支出: 312.40 # 快报数\n\n",
            ("预算.批复", "预算.年初预算"),
            "  金额单位: 万元\n  年初预算: 300.00\n  批复: 320.00\n  支出: 312.40 # 快报数\n\n",
        ),
        (
            "某市第二中学",
            (
                "预算:\n  金额单位: 万元\n  项目资金: {批复: 120.00, 支出: 114.60}\n"
                "  分项:\n    - {名称: 展板, 支出: 1.00}\n"
            ),
            ("预算.项目资金.年初预算", "预算.支出"),
            (
                "  金额单位: 万元\n  支出: 312.40\n  项目资金: {年初预算: 110.00, 批复: 120.00, 支出: 114.60}\n"
                "  分项:\n    - {名称: 展板, 支出: 1.00}\n"
            ),
        ),
        (
            "示例县水务局",
            "预算:\n  金额单位: 万元\n  项目资金:\n    批复: 120.00\n    # 年末\n    支出: 114.60\n\n# 下面是说明\n",
            ("预算.基本支出.支出", "预算.基本支出.批复", "预算.三公经费.支出", "预算.项目资金.年初预算"),
            (
                "  金额单位: 万元\n  项目资金:\n    年初预算: 110.00\n    批复: 120.00\n    # 年末\n    支出: 114.60\n"
                "  基本支出:\n    批复: 200.00\n    支出: 197.80\n  三公经费:\n    支出: 0.60\n\n# 下面是说明\n"
            ),
        ),
    ],
    ids=["hospital", "school", "water"],
)
def test_it_stands_where_the_pack_lays_it_out(
    unit: str, funds: str, paths: tuple[str, ...], after: str, shell: Shell
) -> None:
    assert filled(shell, unit, funds, *paths) == after


def test_line_ends_stay(shell: Shell) -> None:
    funds = "预算:\n  金额单位: 元\n  支出: 3124000.00\n"
    assert "  批复: 3200000.00\n" in filled(shell, "示例县人民法院", funds, "预算.批复", line_end="\r\n")


@pytest.mark.parametrize(
    ("funds", "path"),
    [
        ("预算:\n  金额单位: 万元\n  支出: 312.40\n", "数据.床位"),
        ("预算:\n  金额单位: 万元\n  支出: 312.40\n", "预算.设备购置.支出"),
        ("", "预算.支出"),
    ],
    ids=["a name of one's own", "an item of a list", "no table at all"],
)
def test_what_no_pack_lays_out_is_listed(funds: str, path: str, shell: Shell) -> None:
    text = (
        f"文种: 部门整体支出绩效评价报告\n单位: 某市科技馆\n年度: 2024\n{funds}取数:\n"
        f"  - {{填: {path}, 表: 支出决算表, 行: 本年支出合计, 列: 决算数}}\n"
    )
    written = shell.write("a.yaml", text)
    shell.write("决算.csv", SHEET.format(unit="某市科技馆"))
    out = shell.run("fill", "a.yaml", "决算.csv", "--apply")[1]
    assert path in out.partition("要取就先写上这一栏：")[2]
    assert written.read_text(encoding="utf-8") == text


def test_each_receipt_stands_above_its_own_line(shell: Shell) -> None:
    """Also where a key is put in right above another that is filled."""
    text = (
        "文种: 部门整体支出绩效评价报告\n单位: 某市科技馆\n年度: 2024\n预算:\n  金额单位: 万元\n  支出: 1.00\n取数:\n"
    )
    path = shell.write("a.yaml", text + intake("预算.支出") + intake("预算.批复"))
    shell.write("决算.csv", SHEET.format(unit="某市科技馆"))
    shell.run("fill", "a.yaml", "决算.csv", "--apply")
    lines = path.read_text(encoding="utf-8").splitlines()
    at = lines.index("  批复: 320.00")
    assert "：预算.批复，" in lines[at - 1]
    assert "：预算.支出，" in lines[at + 1]
    assert lines[at + 2] == "  支出: 312.40"
