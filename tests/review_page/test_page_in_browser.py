"""The page to click through as people use it, in Chromium: with the mouse, with the keys alone, and handed on."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from tests.review_page.conftest import HOSTILE
from tests.support.browser import Opened, axe_script

from reportgen.pipeline.checked import Checked
from reportgen.review.remarks.page_remarks import page_remarks
from reportgen.review.remarks.remark import Mark, State
from reportgen.review.trace import trace_of

WRONG = "116.40"
"""What is not the sum of its parts, as the text prints it."""

SELECT = """words => {
  const runs = [...document.querySelectorAll(".sheet text")];
  const run = runs.find(each => each.textContent.includes(words));
  const at = run.textContent.indexOf(words);
  getSelection().setBaseAndExtent(run.firstChild, at, run.firstChild, at + words.length);
}"""
OVERLAP = """([words, kind]) => {
  const boxes = [...document.querySelectorAll(kind)].map(each => each.getBoundingClientRect());
  for (const run of document.querySelectorAll(".sheet text")) {
    const at = run.textContent.indexOf(words);
    if (at < 0) continue;
    const [first, last] = [run.getStartPositionOfChar(at), run.getEndPositionOfChar(at + words.length - 1)];
    const place = point => new DOMPoint(point.x, point.y).matrixTransform(run.getScreenCTM());
    const [a, b] = [place(first), place(last)];
    const holds = box => box.left < a.x + 2 && b.x - 2 < box.right && box.top < a.y && a.y - 4 < box.bottom;
    if (boxes.some(holds)) return true;
  }
  return false;
}"""


def rows(page: Page) -> Locator:
    return page.locator("#list [role=option]")


def detail(page: Page) -> str:
    return page.locator("#detail").inner_text()


def lies_on(page: Page, words: str, kind: str = ".box.now.on") -> bool:
    """Whether a box lies on these words of a page."""
    return bool(page.evaluate(OVERLAP, [words, kind]))


def test_a_finding_is_clicked_and_its_words_stand_out(opened: Opened) -> None:
    page = opened.page
    page.locator("#list [role=option]", has_text="分项之和与总额不符").first.click()
    assert "NUM003" in detail(page)
    assert "依据" in detail(page)
    assert "内容.yaml 第 59 行" in detail(page)
    assert lies_on(page, WRONG)


def test_a_number_is_clicked_and_says_where_it_comes_from(opened: Opened) -> None:
    page = opened.page
    box = page.evaluate(
        """words => {
          const run = [...document.querySelectorAll(".sheet text")].find(each => each.textContent.includes(words));
          run.closest(".sheet").scrollIntoView();
          const at = run.textContent.indexOf(words) + 2;
          const point = new DOMPoint(run.getStartPositionOfChar(at).x, run.getStartPositionOfChar(at).y - 40);
          const placed = point.matrixTransform(run.getScreenCTM());
          return [placed.x, placed.y];
        }""",
        "78.40万元",
    )
    page.mouse.click(*box)
    told = detail(page)
    assert page.get_attribute("#tab-figures", "aria-selected") == "true"
    assert "预算.展厅运行经费.支出 = 78.40万元" in told
    assert "内容.yaml 第 62 行" in told
    assert "78.40" in page.locator("#detail code").inner_text()
    page.click("#detail button.link >> nth=0")
    assert page.get_attribute("#tab-facts", "aria-selected") == "true"
    assert lies_on(page, "78.40万元")


def test_all_is_done_with_the_keys_kept_and_handed_on(reviewed: Checked, opened: Opened) -> None:
    page = opened.page
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.keyboard.press("p")
    assert page.locator("#list [aria-selected=true]").get_attribute("id") == "row-0"
    page.keyboard.press("1")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("2")
    page.keyboard.type("原文如此")
    page.keyboard.press("Escape")
    page.fill("#author", "李审核")
    page.keyboard.press("Escape")
    page.evaluate(SELECT, "青少年科技")
    page.keyboard.press("m")
    page.keyboard.type("写明依据")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert lies_on(page, "青少年科技")
    page.reload()
    page.wait_for_selector("#panel")
    expect(page.locator("#tally")).to_contain_text("已改 1 处，不改 1 处")
    with page.expect_download() as handed:
        page.keyboard.press("e")
    assert handed.value.suggested_filename == "内容-意见.json"
    check_export(Path(handed.value.path()).read_bytes(), reviewed)


def check_export(content: bytes, reviewed: Checked) -> None:
    """What `pull` gets of it."""
    assert reviewed.document is not None
    told = page_remarks(content, "内容-意见.json")
    trace = trace_of(reviewed.document, reviewed.source.root, "内容.yaml", reviewed.original)
    remark, mended, kept = told.remarks
    line = next(line for line in trace.lines if line.name == remark.line)
    assert (told.trace.file, told.trace.digest) == ("内容.yaml", trace.digest)
    assert set(told.trace.lines) <= set(trace.lines)
    assert line in told.trace.lines
    assert (remark.mark, remark.text, remark.words, remark.author) == (
        Mark.HIGHLIGHT,
        "写明依据",
        "青少年科技",
        "李审核",
    )
    assert line.text.startswith(remark.before + remark.words)
    assert line.path == "单位概况.职能"
    assert (mended.state, kept.state) == (State.COMPLETED, State.REJECTED)
    assert kept.replies[0].text == "原文如此"
    assert kept.ours
    assert len(kept.key) == 12


def test_what_another_reader_has_exported_is_taken_in(opened: Opened, tmp_path: Path) -> None:
    page = opened.page
    page.evaluate(SELECT, "青少年科技")
    page.keyboard.press("m")
    page.fill("#remark-text", "写明依据")
    page.click("#remark-form button[type=submit]")
    with page.expect_download() as handed:
        page.click("#export")
    path = tmp_path / "意见.json"
    path.write_bytes(Path(handed.value.path()).read_bytes().replace("写明依据".encode(), HOSTILE.encode()))
    page.set_input_files("#import", path)
    expect(rows(page)).to_have_count(2)
    assert HOSTILE in rows(page).nth(1).inner_text()
    path.write_text("{", encoding="utf-8")
    page.set_input_files("#import", path)
    expect(page.locator("#told")).to_contain_text("没有读入")


def test_everybody_can_use_it(opened: Opened) -> None:
    """axe-core finds nothing in any tab, with something open; nothing is smaller than 12 px."""
    page = opened.page
    page.evaluate(axe_script())
    for tab in ("findings", "figures", "facts", "remarks"):
        page.click(f"#tab-{tab}")
        page.keyboard.press("n")
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []
    sizes = (
        "[...document.querySelectorAll('#app *:not(svg *)')].map(each => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(page.evaluate(sizes)) >= 12


def test_words_of_the_document_are_words_and_the_list_is_what_is_printed(opened: Opened) -> None:
    """The tag in the unit's own words is read on the page, and makes no element there, in the list or on paper."""
    page = opened.page
    page.keyboard.press("n")
    page.keyboard.press("1")
    told = page.evaluate("[...document.querySelectorAll('.sheet text')].map(each => each.textContent).join('')")
    assert HOSTILE in told
    page.emulate_media(media="print")
    assert page.locator("#app").is_hidden()
    assert "已改" in page.locator("#paper tbody tr .done").first.inner_text()
    assert (page.locator("img").count(), page.locator("script").count()) == (0, 3)
