"""`check --against`: what was taken from a workbook is held against it again."""

from decimal import Decimal

from tests.fill.test_fill import ASKED, MUSEUM, one, sheet
from tests.support.example import EXAMPLE, changed
from tests.support.shell import Shell
from tests.support.workbooks import Z01, final_accounts, saved


def filled(shell: Shell, text: str = EXAMPLE + ASKED) -> str:
    """A content file that was filled from the museum's final accounts."""
    path = shell.write("a.yaml", text)
    shell.run("fill", "a.yaml", saved(shell.folder / "决算.xlsx", MUSEUM), "--apply")
    return path.read_text(encoding="utf-8")


def test_what_was_filled_agrees_with_its_workbook(shell: Shell) -> None:
    filled(shell)
    out = shell.run("check", "a.yaml", "--against", "决算.xlsx")[1]
    assert out.splitlines()[0] == "与工作簿核对了 4 个数，4 个一样"
    assert "WBK" not in out


def test_the_cell_that_differs_is_named(shell: Shell) -> None:
    shell.write("a.yaml", filled(shell).replace("支出: 312.40", "支出: 313.40"))
    code, out, _err = shell.run("check", "a.yaml", "--against", "决算.xlsx")
    assert code == 1
    assert f"决算.xlsx「{Z01}」J9 是 312.40万元" in out
    assert "行「本年支出合计」，列「决算数」，那一格写的是 3124004.56元" in out


def test_a_receipt_is_enough_and_leads_to_the_cell_in_a_layout_that_has_moved(shell: Shell) -> None:
    text = filled(shell).replace(ASKED, "")
    moved = final_accounts("某市科技馆", 2024, (Decimal(1), Decimal(1146000), Decimal(3)), shift=4)
    saved(shell.folder / "新.xlsx", moved)
    shell.write("a.yaml", text)
    out = shell.run("check", "a.yaml", "--against", "新.xlsx")[1]
    assert out.splitlines()[0] == "与工作簿核对了 4 个数，2 个一样"
    assert f"新.xlsx「{Z01}」J13 是 0.00万元" in out


def test_fewer_decimals_agree_when_they_are_the_rounded_ones(shell: Shell) -> None:
    asked = one("预算.支出", 表="支出表", 行="支出", 列="决算数")
    book = saved(shell.folder / "x.xlsx", sheet(["支出", 312.4049]))
    for written, same in (("312.40", 1), ("312.4", 1), ("312", 1), ("312.41", 0), ("3124049元", 1), ("312.405", 1)):
        shell.write("a.yaml", changed(("支出: 312.40", f"支出: {written}")) + asked)
        first = shell.run("check", "a.yaml", "--against", book)[1].splitlines()[0]
        assert first == f"与工作簿核对了 1 个数，{same} 个一样", written


def test_a_difference_can_be_accepted_with_its_reason(shell: Shell) -> None:
    reason = "支出: 313.40 # 忽略 WBK001：审计调减 1 万元，决算表尚未重报"
    shell.write("a.yaml", filled(shell).replace("支出: 312.40", reason))
    code, out, _err = shell.run("check", "a.yaml", "--against", "决算.xlsx")
    assert "审计调减 1 万元，决算表尚未重报" in out
    assert "SUP002" not in shell.run("check", "a.yaml")[1]  # without a workbook nothing shows that it is needless
    assert code == 1  # of the sums, which 313.40 breaks


def test_what_the_workbook_has_no_more_is_said(shell: Shell) -> None:
    filled(shell)
    saved(shell.folder / "新.xlsx", sheet(["支出", 1]))
    out = shell.run("check", "a.yaml", "--against", "新.xlsx")[1]
    assert out.count("WBK002") == 4
    assert "没有表「Z01」" in out


def test_documents_of_others_have_no_names_to_look_for(shell: Shell) -> None:
    shell.write("a.txt", "支出合计 312.40 万元。")
    _code, _out, err = shell.run("check", "a.txt", "--against", saved(shell.folder / "决算.xlsx", MUSEUM))
    assert "--against 只能核对内容文件" in err


def test_it_is_not_left_out_in_silence_where_nothing_is_compared(shell: Shell) -> None:
    shell.write("a.yaml", EXAMPLE)
    for other in ("--numbers", "--diff"):
        err = shell.run("check", "a.yaml", other, "--against", "决算.xlsx")[2]
        assert err == "--against 不和 --numbers、--diff 一起用\n"


def test_a_workbook_that_cannot_be_read_is_told_once_for_each_file(shell: Shell) -> None:
    shell.write("a.yaml", EXAMPLE)
    code, _out, err = shell.run("check", "a.yaml", "--against", "没有.xlsx")
    assert (code, err) == (2, "读不了 没有.xlsx：没有这个文件\n")
