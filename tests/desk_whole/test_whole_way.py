"""The screen as a finance officer uses it: from an empty folder to the documents, round and home, and the next year."""

from pathlib import Path

from playwright.sync_api import expect
from tests.support.desk import saved
from tests.support.example import changed
from tests.support.officer import Officer, Program
from tests.support.reviewed import Copy

from reportgen.source.tree import tree_at


def test_a_new_file_is_typed_and_pasted(officer: Officer, served: Program, folder: Path) -> None:
    officer.open(served.address)
    officer.new("部门整体支出绩效评价报告", "示例县人民医院", "2025")
    officer.prose("单位概况.职能", "医院承担全县基本医疗和急诊急救任务。", "医院另设体检中心。")
    officer.paste("预算", 0, 1, "3200.00\t3350.00\t\t3290.00")
    officer.paste("预算", 5, 0, "设备购置\t100.00\t110.00\t110.00\t105.00", "信息化\t40.00\t40.00\t40.00\t36.00")
    officer.card("存在问题", 简称="信息化", 问题="信息化二期进度慢")
    tree = saved(folder / "示例县人民医院-2025.yaml").tree
    assert tree_at(tree, ("单位概况", "职能")) == "医院承担全县基本医疗和急诊急救任务。\n医院另设体检中心。"
    assert tree_at(tree, ("预算", "支出")) == "3290.00"
    assert tree_at(tree, ("预算", "分项", "2", "名称")) == "信息化"
    assert tree_at(tree, ("存在问题", "2", "问题")) == "信息化二期进度慢"
    officer.laid()  # with 【待填】 where something is missing


def test_a_wrong_sum_is_found_mended_built_sent_round_and_rolled(
    officer: Officer, served: Program, folder: Path
) -> None:
    path = folder / "科技馆.yaml"
    path.write_text(changed(("支付率: 98.0%", "支付率: 89.0%")), encoding="utf-8")
    officer.open(served.address, "科技馆.yaml")
    mend(officer)
    assert path.read_text(encoding="utf-8") == changed()
    assert "科技馆.docx" in officer.build()
    assert (folder / "output" / "科技馆.pdf").is_file()
    bring_home(officer, folder)
    assert "逐条打分" in path.read_text(encoding="utf-8")
    officer.open_file("科技馆.yaml")
    send_round(officer)
    roll(officer)
    (rolled,) = (each for each in folder.glob("*.yaml") if each != path)
    assert "年度: 2025" in rolled.read_text(encoding="utf-8")


def mend(officer: Officer) -> None:
    """The first finding, by its own repair."""
    officer.key("F8")
    expect(officer.page.locator(".find.open")).to_contain_text("支出 78.40万元 ÷ 到位 80.00万元 = 98.0%")
    officer.key("Alt+g")
    expect(officer.page.locator("#told")).to_contain_text("改为 98.0%")
    expect(officer.page.locator("#count-none")).to_be_visible()


def bring_home(officer: Officer, folder: Path) -> None:
    """The Word file comes back with a tracked change, which is accepted."""
    copy = Copy((folder / "output" / "科技馆.docx").read_bytes())
    copy.replace("逐项打分", "逐条打分")
    (folder / "退回.docx").write_bytes(copy.saved())
    officer.page.locator("#sending > summary").click()
    officer.page.get_by_role("menuitem", name="退回的意见").click()
    officer.page.locator("[name=copy]").set_input_files(folder / "退回.docx")
    officer.page.get_by_role("button", name="看意见").click()
    officer.page.wait_for_url("**/returned/copy**")
    officer.page.get_by_role("button", name="采纳并改").click()
    expect(officer.page.locator(".remark.accepted")).to_be_visible(timeout=15_000)


def send_round(officer: Officer) -> None:
    """The copy that goes round is made."""
    officer.page.locator("#sending > summary").click()
    officer.page.get_by_role("menuitem", name="送审稿").click()
    expect(officer.page.locator("#job-side")).to_contain_text("科技馆-送审.pdf", timeout=60_000)


def roll(officer: Officer) -> None:
    """Next year's file is written and opened."""
    officer.page.goto(officer.page.url.replace("/open", "/home/roll"))
    officer.page.locator("button", has_text="开始填写").click()
    officer.page.wait_for_url("**/open**")
    officer.ready()


def test_nobodys_edit_is_lost(officer: Officer, served: Program, folder: Path) -> None:
    """The file is changed by an editor while the page has another value of the same field, and one of another."""
    path = folder / "科技馆.yaml"
    path.write_text(changed(), encoding="utf-8")
    officer.open(served.address, "科技馆.yaml")
    path.write_text(changed(("支出: 0.60", "支出: 0.70")), encoding="utf-8")
    officer.line("主送机关", "示例县财政局")
    assert "支出: 0.70" in path.read_text(encoding="utf-8")
    assert "示例县财政局" in path.read_text(encoding="utf-8")

    text = path.read_text(encoding="utf-8")
    box = officer.field("单位").locator("input")
    box.fill("示例县科技馆")
    path.write_text(text.replace("单位: 某市科技馆", "单位: 某市青少年科技馆"), encoding="utf-8")
    dialog = officer.page.locator("#dialog")
    expect(dialog).to_contain_text("某市青少年科技馆")
    officer.key("Escape")
    officer.key("Escape")  # the second closes it whatever the page says
    expect(dialog).to_contain_text("某市青少年科技馆")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="用这里写的").click()
    expect(officer.page.locator("#saved")).to_contain_text("已保存")
    officer.saved()
    assert "单位: 示例县科技馆" in path.read_text(encoding="utf-8")


def test_a_program_that_is_killed_takes_nothing_along(
    officer: Officer, served: Program, folder: Path, tmp_path: Path
) -> None:
    path = folder / "科技馆.yaml"
    path.write_text(changed(), encoding="utf-8")
    officer.open(served.address, "科技馆.yaml")
    officer.line("主送机关", "示例县财政局")
    served.kill()
    officer.page.goto("about:blank")
    assert "示例县财政局" in path.read_text(encoding="utf-8")
    again = Program(folder, tmp_path / "home")
    try:
        officer.open(again.address, "科技馆.yaml")
        expect(officer.field("主送机关").locator("input")).to_have_value("示例县财政局")
    finally:
        again.end()
