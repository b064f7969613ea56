"""The maps that travel with the packs: 部门决算 Z01, Z03, Z04 and the export of 预算管理一体化."""

from decimal import Decimal

import pytest
from tests.support.shell import Shell
from tests.support.workbooks import Sheets, budget_export, final_accounts, income_and_spending, saved

UNIT = "样板镇中心幼儿园"
CONTENT = f"""\
文种: 部门整体支出绩效自评表
单位: {UNIT}
年度: 2024
预算:
  金额单位: 万元
  年初预算:
  批复: 【待填：万元】
  到位:
  支出: 0
  基本支出: {{年初预算: 0, 批复: 0, 支出: 0}}
  项目资金: {{年初预算: 0, 批复: 0, 支出: 0}}
  三公经费:
    年初预算: 【待填：万元】
"""
BOOKS: dict[str, tuple[Sheets, list[str]]] = {
    "Z01": (
        final_accounts(UNIT, 2024, (Decimal("3000000.00"), Decimal("1987654.32"), Decimal("4987654.32"))),
        [
            "年初预算: 498.77",
            "批复: 498.77",
            "到位: 498.77",
            "支出: 498.77",
            "基本支出: {年初预算: 300.00, 批复: 300.00, 支出: 300.00}",
            "项目资金: {年初预算: 198.77, 批复: 198.77, 支出: 198.77}",
            "年初预算: 【待填：万元】",
        ],
    ),
    "Z03、Z04": (
        income_and_spending(UNIT, 2024),
        [
            "年初预算:",
            "批复: 【待填：万元】",
            "到位: 501.23",
            "支出: 498.77",
            "基本支出: {年初预算: 0, 批复: 0, 支出: 300.00}",
            "项目资金: {年初预算: 0, 批复: 0, 支出: 198.77}",
            "年初预算: 【待填：万元】",
        ],
    ),
    "一体化": (
        budget_export(UNIT, 2024),
        [
            "年初预算: 520.50",
            "批复: 【待填：万元】",
            "到位:",
            "支出: 0",
            "基本支出: {年初预算: 310.00, 批复: 0, 支出: 0}",
            "项目资金: {年初预算: 210.50, 批复: 0, 支出: 0}",
            "年初预算: 1.50",
        ],
    ),
}


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize(
    "kind", ["部门整体支出绩效自评表", "部门整体支出绩效评价报告", "湖南省部门整体支出绩效自评报告"]
)
def test_a_pack_knows_where_its_figures_stand(shell: Shell, name: str, kind: str) -> None:
    sheets, wanted = BOOKS[name]
    path = shell.write("a.yaml", CONTENT.replace("部门整体支出绩效自评表", kind))
    code, out, _err = shell.run("fill", "a.yaml", saved(shell.folder / "决算.xlsx", sheets), "--apply")
    assert code == 0, out
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()[5:]]
    assert [line for line in lines if not line.startswith("#") and line != "三公经费:"] == wanted


def test_final_accounts_and_export_together(shell: Shell) -> None:
    """What only one of them has is taken from that one."""
    path = shell.write("a.yaml", CONTENT)
    books = [saved(shell.folder / f"{number}.xlsx", sheets) for number, (sheets, _wanted) in enumerate(BOOKS.values())]
    shell.run("fill", "a.yaml", *books, "--apply")
    text = path.read_text(encoding="utf-8")
    assert "\n    年初预算: 1.50\n" in text
    assert "\n  年初预算: 498.77\n" in text
    assert shell.run("check", "a.yaml", *(word for book in books for word in ("--against", book)))[1].startswith(
        "与工作簿核对了 11 个数，11 个一样\n"
    )


def test_packs_tells_what_can_be_taken(shell: Shell) -> None:
    told = [line for line in shell.run("packs")[1].splitlines() if line.startswith("  可从工作簿取：")]
    assert told[0].startswith("  可从工作簿取：预算.年初预算、预算.批复、预算.到位、预算.支出、")
    assert len(told) == 6
