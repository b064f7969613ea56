"""Next year: what `roll` has left to be filled in is taken from next year's workbook, by the receipts of this year."""

from decimal import Decimal

from tests.fill.test_fill import ASKED, MUSEUM
from tests.support.example import EXAMPLE
from tests.support.shell import Shell
from tests.support.workbooks import Sheets, final_accounts, saved

MONEY = (Decimal("2000000.00"), Decimal("1500000.00"), Decimal("3500000.00"))
NEXT = final_accounts("某市科技馆", 2025, MONEY, shift=3)


def test_a_rolled_file_is_filled_from_next_years_accounts(shell: Shell) -> None:
    shell.write("某馆2024.yaml", EXAMPLE + ASKED)
    shell.run("fill", "某馆2024.yaml", saved(shell.folder / "2024.xlsx", MUSEUM), "--apply")
    rolled = shell.folder / "某馆2025.yaml"
    shell.run("roll", "某馆2024.yaml")
    assert "\n  支出: 【待填：万元】\n" in rolled.read_text(encoding="utf-8")
    out = shell.run("fill", "某馆2025.yaml", "2024.xlsx", "--apply")[1]
    assert "是 2024 年的，这里要 2025 年的" in out
    shell.run("fill", "某馆2025.yaml", saved(shell.folder / "2025.xlsx", NEXT), "--apply")
    text = rolled.read_text(encoding="utf-8")
    assert "\n  支出: 350.00\n" in text
    assert "批复: 150.00" in text
    assert text.count("# 取自 2025.xlsx") == 4
    assert "# 取自 2024.xlsx" not in text


def test_receipts_are_enough_where_nothing_else_says_what_to_take(shell: Shell) -> None:
    facts = "  人员: {编制: 12人, 在编: 【待填：人】, 退休: 4人}"
    receipt = "  # 取自 2024.xlsx「机构人员表」B3：人员.在编，行「在职人员」，列「年末数」，单位「人」"
    path = shell.write("a.yaml", f"文种: 项目支出绩效目标申报表\n单位: 示例县人民法院\n数据:\n{receipt}\n{facts}\n")
    book: Sheets = {"机构人员表": [["机构人员表"], ["项目", "年末数"], ["在职人员", 58]]}
    shell.run("fill", "a.yaml", saved(shell.folder / "2025.xlsx", book), "--apply")
    text = path.read_text(encoding="utf-8")
    assert "在编: 58人, 退休" in text
    assert "# 取自 2025.xlsx「机构人员表」B3：人员.在编" in text
