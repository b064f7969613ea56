"""What people paste from Word, WPS, Excel and web pages: paragraphs, headings, lists and tables stay, the rest goes."""

from pathlib import Path

from playwright.sync_api import Page, expect
from tests.desk_prose.conftest import Desk

CLIPBOARD = Path(__file__).parents[1] / "data" / "clipboard"
PASTE = """([html, plain]) => {
  const clipboardData = new DataTransfer();
  if (html) clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", plain);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}"""
MADE = """async ([html, plain, marks]) => {
  const { pasted } = await import("/static/prose/pasting.js");
  const { told } = await import("/static/prose/intake.js");
  const { text, counts } = pasted({ html, plain }, marks);
  return [text, told(counts)];
}"""

HOSPITAL = """# 医疗服务情况
全年门急诊12.6万人次，出院8,312人次，平均住院日7.2天〔注：不含日间手术。〕。
床位使用率为92.3%。
主要做法是：
- 推行预约诊疗。
  - 分时段到院。
- 规范收费。
表 各科门诊（单位：人次）
| 科室 | 上半年 | 下半年 |
| 内科 | 31,200 | 32,800 |
| 外科 | 28,100 |  |"""
SCHOOL = """# 教学情况
在校生1,860人，专任教师128人，生师比14.5。
# 经费情况
## 公用经费
- 水电费按月支付；
- 维修费按合同支付。
## 专项经费
实验室改造支出36.2万元，占4.5%。
# 校园安全
- 安装监控。"""
WATER = """| 水厂 | 供水量 | 合格率 |
| 城东水厂 | 3,650.00 | 99.80% |
|  | 1,200.50 | 99.9% |
| 合计 | 4,850.50 | 甲／乙 |"""
COURT = """# 审判执行工作
全年受理案件3200件，结案3120件，结案率97.5%。
## 主要举措
- 立案：
  - 网上立案
  - 跨域立案
- 繁简分流
来源：办公室"""


def paste(page: Page, html: str, plain: str = "") -> None:
    page.locator(".cm-content").first.click()
    page.keyboard.press("Control+End")
    page.evaluate(PASTE, [html, plain])


SAID = {
    "word-hospital": (
        "粘贴了 4 段、1 个小标题、3 条编号、1 张表、1 个注。"
        "去掉手写编号 4 处、不间断空格 2 处、零宽字符 1 处、数字外面的引号 1 对、图片 1 张、修订里删去的字 1 处。"
        "全角数字、字母 8 个改成半角。合并的格 1 个拆开"
    ),
    "wps-school": (
        "粘贴了 2 段、5 个小标题、3 条编号。去掉手写编号 7 处、不间断空格 6 处、数字外面的引号 1 对。"
        "全角数字、字母 3 个改成半角"
    ),
    "excel-water": "粘贴了 1 张表。全角数字、字母 1 个改成半角。合并的格 1 个拆开",
    "web-court": "粘贴了 2 段、2 个小标题、4 条编号。去掉不间断空格 1 处、图片 1 张",
}
TEXTS = {"word-hospital": HOSPITAL, "wps-school": SCHOOL, "excel-water": WATER, "web-court": COURT}


def copied(name: str) -> str:
    return (CLIPBOARD / f"{name}.html").read_text(encoding="utf-8")


def test_what_others_copy_becomes_prose(desk: Desk) -> None:
    page = desk.show("")
    made = {name: page.evaluate(MADE, [copied(name), "", True]) for name in SAID}
    assert made == {name: [text, SAID[name]] for name, text in TEXTS.items()}


def test_it_says_what_it_has_cleaned_and_takes_it_back(desk: Desk) -> None:
    page = desk.show("")
    paste(page, copied("word-hospital"))
    assert desk.text() == HOSPITAL
    assert page.locator(".in-grid tr").count() == 3
    assert page.locator(".said .grow").inner_text() == SAID["word-hospital"]
    page.click(".said button >> text=撤销")
    assert desk.text() == ""
    paste(page, "", "１．检修；\n２．抢险。")
    assert desk.text() == "- 检修；\n- 抢险。"
    page.click(".said button >> text=照原样粘贴")
    assert desk.text() == "１．检修；\n２．抢险。"
    expect(page.locator(".said")).to_be_hidden()


PLAIN = {
    "一段，接在后面": ("全年平稳。", "全年平稳。", "前文全年平稳。后文"),
    "几段": ("甲。\n\n　　乙。", "甲。\n乙。", "前文甲。\n乙。后文"),
    "手写的编号": (
        "1. 检修闸门；\n2. 储备物资。",
        "- 检修闸门；\n- 储备物资。",
        "前文\n- 检修闸门；\n- 储备物资。\n后文",
    ),
    "不是编号": ("1.5万元和2.5万元", "1.5万元和2.5万元", "前文1.5万元和2.5万元后文"),
    "从 Excel 来的": (
        "部门\t人数\n展览部\t5",
        "| 部门 | 人数 |\n| 展览部 | 5 |",
        "前文\n| 部门 | 人数 |\n| 展览部 | 5 |\n后文",
    ),
    "Markdown": ("## 汛期\n* 值守\n* 抢险\n---", "# 汛期\n- 值守\n- 抢险", "前文\n# 汛期\n- 值守\n- 抢险\n后文"),
}


def test_a_cell_takes_words_without_line_ends_and_gives_them_back(desk: Desk) -> None:
    page = desk.show("| 科室 | 主任 |\n| 内科 | 李 |")
    page.locator(".in-grid td").nth(1).click()
    page.evaluate(PASTE, ["", "“１２人”\u200b\n张|王"])
    assert desk.text() == "| 科室 | 主任 |\n| 内科 | 12人张 王 |"
    page.click(".said button >> text=撤销")
    assert desk.text() == "| 科室 | 主任 |\n| 内科 | 李 |"


def test_a_block_of_excel_fills_the_cells_from_the_cursor_on(desk: Desk) -> None:
    page = desk.show("| 科室 | 人次 |\n| 内科 |  |\n下文")
    page.locator(".in-grid td").nth(0).click()
    page.evaluate(PASTE, ["", "内科\t１２\t甲\n外科\t8\t乙\n"])
    assert desk.text() == "| 科室 | 人次 |  |\n| 内科 | 12 | 甲 |\n| 外科 | 8 | 乙 |\n下文"
    page.keyboard.press("Control+z")
    assert desk.text() == "| 科室 | 人次 |\n| 内科 |  |\n下文"


def test_words_from_anywhere_join_what_is_there(desk: Desk) -> None:
    page = desk.show("", "")
    for plain, alone, within in PLAIN.values():
        page.evaluate("window.widgets[0].redraw(''), window.widgets[1].redraw('前文后文')")
        paste(page, "", plain)
        assert desk.text() == alone
        page.locator(".cm-content").nth(1).click()
        page.keyboard.press("Home")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        page.evaluate(PASTE, ["", plain])
        assert desk.text(1) == within


def test_a_field_without_marks_takes_a_table_as_words(desk: Desk) -> None:
    text, said = desk.show("").evaluate(MADE, ["", "甲\t1\n乙\t2", False])
    assert (text, said) == ("甲　1\n乙　2", "粘贴了 2 段。这里放不了表，1 张表按文字贴上")
