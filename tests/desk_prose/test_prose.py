"""Prose is typed as prose: the field looks like a page, and the file gets its text with all marks."""

from playwright.sync_api import Page, expect
from tests.desk_prose.conftest import Desk
from tests.support.example import ROOT

from reportgen.place import Written
from reportgen.source.node import walk
from reportgen.source.reader import read_source

HOSPITAL = """门诊{{ 人员.在编 }}人次〔注：按{{ 年度 }}年口径〕，其中**急诊**平稳，甲\\**公司和乙\\**公司。
# 门诊
- 内科
  - 呼吸
- 外科【待填：人次】
表 各科门诊（单位：人次）
| 科室 | 人次 |
|---|---|
| 内科 | {{ 人员.编制 }} |
| 合计 | = |
来源：病案室
{{ 图表.每季度观众 }}
　　以上。"""


def editor(page: Page, at: int = 0) -> Page:
    page.locator(".writing > .cm-editor > .cm-scroller > .cm-content").nth(at).click()
    return page


def test_every_text_of_the_content_files_comes_back_as_it_was(desk: Desk) -> None:
    """Opened, a letter typed at its end and taken back: marks, blanks, empty lines and tables stay as they were."""
    files = [*sorted((ROOT / "content").glob("*.yaml")), *sorted((ROOT / "templates").glob("*/example.yaml"))]
    sources = [read_source(path.read_text(encoding="utf-8"), path.name)[0] for path in files]
    texts = {
        node.text
        for source in sources
        for node in (walk(source.root) if source.root else ())
        if isinstance(node, Written) and (node.block or "{{" in node.text or "**" in node.text)
    }
    assert len(texts) > 140
    page = desk.show("")
    same = """texts => texts.filter(text => {
      const prose = window.widgets[0];
      prose.redraw(text);
      const { view } = prose;
      const typed = at => ({ changes: { from: at, insert: "字" }, userEvent: "input.type" });
      for (const at of [0, view.state.doc.length]) {
        view.dispatch(typed(at));
        view.dispatch({ changes: { from: at, to: at + 1 }, userEvent: "delete" });
      }
      return prose.text !== text;
    })"""
    assert page.evaluate(same, sorted(texts)) == []


def test_marks_are_seen_as_what_they_print(desk: Desk) -> None:
    page = desk.show(HOSPITAL)
    labels = page.locator(".cm-content > .cm-line .label").all_inner_texts()
    assert labels == ["一、", "（一）", "1.", "（二）"]
    assert page.locator(".k-heading").inner_text() == "一、门诊"
    assert page.locator(".chip").first.inner_text() == "11人"
    assert page.locator(".chip").first.get_attribute("title") == "人员.在编"
    assert page.locator(".strong").inner_text() == "急诊"
    assert "甲**公司和乙**公司" in page.locator(".cm-line").first.inner_text()
    assert page.locator(".hole").inner_text() == "【待填：人次】"
    assert page.locator(".in-grid tr").count() == 3
    assert page.locator(".in-grid td").nth(1).inner_text() == "12人"
    assert "|" not in page.locator(".cm-content").inner_text()


def test_enter_and_backspace_know_headings_and_items(desk: Desk) -> None:
    page = editor(desk.show("", level=3))
    page.keyboard.type("# 教学\n全年平稳。\n- 备课\n听课\n\n结束。")
    assert desk.text() == "# 教学\n全年平稳。\n- 备课\n- 听课\n结束。"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    page.keyboard.press("Backspace")
    assert desk.text() == "# 教学\n全年平稳。\n- 备课\n听课\n结束。"
    page.keyboard.press("Backspace")
    assert desk.text() == "# 教学\n全年平稳。\n- 备课听课\n结束。"
    page.keyboard.press("Control+]")
    page.keyboard.press("Control+z")
    page.click("button[data-do=heading]")
    assert desk.text() == "# 教学\n全年平稳。\n# 备课听课\n结束。"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Delete")
    assert desk.text() == "# 教学\n全年平稳。备课听课\n结束。"


def test_a_chip_is_one_character_and_is_chosen_before_it_goes(desk: Desk) -> None:
    page = editor(desk.show("在编{{ 人员.在编 }}，编制{{ 人员.编制 }}。"))
    page.keyboard.press("Control+Home")
    for _step in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.type("、")
    assert desk.text().startswith("在编{{ 人员.在编 }}、，")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    assert "{{ 人员.在编 }}" in desk.text()
    expect(page.locator(".chip.on")).to_have_text("11人")
    expect(page.locator(".said")).to_contain_text("人员.在编")
    page.click(".said button >> text=变成文字")
    assert desk.text() == "在编11人，编制{{ 人员.编制 }}。"
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    assert desk.text() == "在编11人，编制。"
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert desk.text() == "在编{{ 人员.在编 }}，编制{{ 人员.编制 }}。"


def test_figures_are_found_by_name_letters_and_value(desk: Desk) -> None:
    page = editor(desk.show("支付率，支出，"))
    for typed, value in [("展厅 支付率", "98.0%"), ("ztyxjfzfl", "98.0%"), ("312.40", "312.40万元")]:
        page.keyboard.press("Control+k")
        page.fill("#picker input", typed)
        expect(page.locator("#picker li.on")).to_contain_text(value)
        page.keyboard.press("Escape")
        expect(page.locator("#picker")).to_be_hidden()
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+k")
    page.keyboard.type("预算.支出")
    page.keyboard.press("Tab")
    expect(page.locator("#picker li")).to_have_count(4)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert desk.text() == "支付率，支出，{{ 预算.支出 | 元 }}"
    expect(page.locator(".chip")).to_have_text("3124000元")
    page.keyboard.type("。")
    assert desk.text().endswith("元 }}。")


def test_a_number_that_equals_a_fact_is_linked(desk: Desk) -> None:
    page = editor(desk.show(""))
    page.keyboard.type("全年支出312.40万元")
    expect(page.locator(".said")).to_contain_text("312.40万元 与「预算.支出」相同")
    page.keyboard.press("Alt+l")
    assert desk.text() == "全年支出{{ 预算.支出 }}"
    page.keyboard.type("，批复1312.40万元")
    page.wait_for_timeout(300)
    expect(page.locator(".said")).to_be_hidden()


def test_tables_are_typed_in_cells(desk: Desk) -> None:
    page = desk.show("表 年级\n| 年级 | 人数 |\n| 初一 | 120 |\n下文")
    page.locator(".in-grid td").nth(1).click()
    page.keyboard.type("130")
    page.keyboard.press("Tab")
    page.keyboard.type("初二")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+k")
    page.keyboard.type("人员.编制")
    page.keyboard.press("Enter")
    expect(page.locator(".in-grid .chip")).to_have_text("12人")
    assert desk.text() == "表 年级\n| 年级 | 人数 |\n| 初一 | 130 |\n| 初二 | {{ 数据.人员.编制 }} |\n下文"
    page.keyboard.press("ArrowDown")
    page.keyboard.type("在")
    assert desk.text().endswith("\n在下文")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Control+z")
    assert desk.text().endswith("\n下文")
    page.click(".in-grid button >> text=删这一行")
    assert desk.text() == "表 年级\n| 年级 | 人数 |\n| 初一 | 130 |\n下文"


def test_what_is_still_to_be_written_is_written_over(desk: Desk) -> None:
    page = editor(desk.show("（在这里写）", "支出【待填：万元】。"))
    assert desk.text() == ""
    page.keyboard.type("全年平稳。")
    page.locator(".hole").click()
    page.keyboard.type("5万元")
    assert (desk.text(), desk.text(1)) == ("全年平稳。", "支出5万元。")


def test_a_line_of_its_own_is_put_below_the_cursor(desk: Desk) -> None:
    """As pictures and charts ask for it; a file that is dropped is not read as text."""
    page = desk.show("甲\n| a | b |\n| 1 | 2 |\n乙", "")
    put = """at => document.querySelectorAll(".widget")[at].dispatchEvent(
      new CustomEvent("desk:line", {cancelable: true, detail: {line: "图 泵站：泵站.jpg"}}))"""
    assert page.evaluate(put, 1) is False
    page.evaluate("window.widgets[0].view.focus()")
    page.evaluate(put, 0)
    assert desk.text() == "甲\n图 泵站：泵站.jpg\n| a | b |\n| 1 | 2 |\n乙"
    assert desk.text(1) == "图 泵站：泵站.jpg"
    page.evaluate(
        """() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["MZ"], "a.docx"));
      document.activeElement.dispatchEvent(new DragEvent("drop", {dataTransfer, bubbles: true, cancelable: true}));
    }"""
    )
    page.wait_for_timeout(100)
    assert "MZ" not in desk.text()


def test_tab_leaves_the_text_and_arrow_keys_go_along_the_bar(desk: Desk) -> None:
    page = editor(desk.show("甲"))
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.dataset.do") == "fact"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert desk.text() == "# 甲"


def test_what_nobody_has_touched_is_never_sent(desk: Desk) -> None:
    """Least of all what is no text: it can be seen and changed as YAML alone."""
    page = desk.show("甲", ["甲", "乙"])
    for at in (0, 1):
        page.evaluate("at => window.widgets[at].view.focus()", at)
    page.evaluate("document.activeElement.blur()")
    assert desk.changes() == []
    assert page.locator(".said").nth(1).inner_text() == "这里写的不是文字，在 YAML 里改"
    assert page.locator(".cm-content").nth(1).get_attribute("contenteditable") == "false"


def test_copied_elsewhere_it_is_words_and_here_it_stays_what_it_was(desk: Desk) -> None:
    page = editor(desk.show("# 在编\n在编{{ 人员.在编 }}**人**", ""))
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    assert page.evaluate("navigator.clipboard.readText()") == "在编\n在编11人人"
    editor(page, 1).keyboard.press("Control+v")
    assert desk.text(1) == "# 在编\n在编{{ 人员.在编 }}**人**"


def test_the_page_changes_what_is_seen_and_the_cursor_stays(desk: Desk) -> None:
    page = editor(desk.show("甲乙丙"))
    page.keyboard.press("End")
    page.evaluate("window.widgets[0].redraw('新甲乙丙')")
    page.keyboard.type("丁")
    assert desk.text() == "新甲乙丙丁"
    assert desk.changes()[-1] == ["正文1", "新甲乙丙丁"]
