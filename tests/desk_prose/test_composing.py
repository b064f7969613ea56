"""Chinese is typed with an input method: while it composes nothing else happens, and nothing is lost."""

from playwright.sync_api import CDPSession, Page, expect
from tests.desk_prose.conftest import Desk


def composing(page: Page) -> CDPSession:
    """What an input method sends."""
    return page.context.new_cdp_session(page)


def compose(session: CDPSession, *steps: str) -> None:
    """The letters as they come; the method shows them underlined."""
    for step in steps:
        session.send("Input.imeSetComposition", {"text": step, "selectionStart": len(step), "selectionEnd": len(step)})


def commit(session: CDPSession, words: str) -> None:
    session.send("Input.insertText", {"text": words})


def opened(desk: Desk, text: str) -> tuple[Page, CDPSession]:
    page = desk.show(text)
    page.locator(".cm-content").first.click()
    page.keyboard.press("Control+End")
    return page, composing(page)


def test_words_are_composed_behind_a_chip_and_told_when_they_are_chosen(desk: Desk) -> None:
    page, method = opened(desk, "在编{{ 人员.在编 }}")
    compose(method, "q", "qi", "qi z", "qi zh", "qi zhong")
    page.wait_for_timeout(300)
    assert desk.changes() == []
    commit(method, "其中")
    assert desk.text() == "在编{{ 人员.在编 }}其中"
    page.wait_for_timeout(50)
    assert desk.changes()[-1] == ["正文1", "在编{{ 人员.在编 }}其中"]
    expect(page.locator(".chip")).to_have_text("11人")


def test_an_item_and_a_heading_are_composed(desk: Desk) -> None:
    page, method = opened(desk, "")
    page.keyboard.type("# ")
    compose(method, "jiao", "jiao'xue")
    commit(method, "教学")
    page.keyboard.press("Enter")
    page.keyboard.type("- ")
    compose(method, "bei")
    commit(method, "备课")
    page.keyboard.press("Enter")
    compose(method, "ting")
    commit(method, "听课")
    assert desk.text() == "# 教学\n- 备课\n- 听课"
    assert page.locator(".label").all_inner_texts() == ["一、", "（一）", "（二）"]


def test_no_key_is_taken_and_nothing_offered_while_it_composes(desk: Desk) -> None:
    page, method = opened(desk, "支出312.40万")
    compose(method, "y", "yu", "yuan")
    page.keyboard.press("Control+k")
    expect(page.locator("#picker")).to_be_hidden()
    commit(method, "元")
    page.wait_for_timeout(100)
    assert page.locator(".said").is_hidden()
    expect(page.locator(".said")).to_contain_text("预算.支出")


def test_what_comes_from_outside_waits_for_the_end_of_the_composition(desk: Desk) -> None:
    page, method = opened(desk, "甲")
    compose(method, "y", "yi")
    page.evaluate("window.widgets[0].redraw('新甲')")
    assert desk.text() == "甲yi"
    commit(method, "乙")
    page.wait_for_timeout(50)
    assert "yi" not in desk.text()


def test_cells_of_a_table_are_composed(desk: Desk) -> None:
    page, method = opened(desk, "| 年级 | 班主任 |\n| 初一 |  |")
    page.locator(".in-grid td").nth(1).click()
    compose(method, "zh", "zhang")
    page.wait_for_timeout(300)
    assert desk.text() == "| 年级 | 班主任 |\n| 初一 |  |"
    commit(method, "张老师")
    page.keyboard.press("Tab")
    compose(method, "chu")
    commit(method, "初二")
    assert desk.text() == "| 年级 | 班主任 |\n| 初一 | 张老师 |\n| 初二 |  |"


def test_chips_chosen_and_places_beside_marks_take_what_is_composed(desk: Desk) -> None:
    """Where the cursor stands between what is shown otherwise than it is written."""
    reference = "{{ 人员.在编 }}"
    for before, behind in [
        ("# ", "标题"),
        ("- ", ""),
        (reference, reference),
        ("", f"{reference}。"),
        ("**急", "诊**"),
    ]:
        page, method = opened(desk, before + behind)
        place = "at => { const { view } = window.widgets[0]; view.focus(); view.dispatch({selection: {anchor: at}}); }"
        page.evaluate(place, len(before))
        compose(method, "z", "zhong", "zhong'guo")
        commit(method, "中国")
        assert desk.text() == f"{before}中国{behind}"
    page, method = opened(desk, f"在编{reference}")
    page.keyboard.press("Backspace")
    compose(method, "r", "ren")
    commit(method, "人")
    assert desk.text() == "在编人"
