"""Where the program does not answer, or refuses, pages say so in its words: never in those of the browser."""

from pathlib import Path

from playwright.sync_api import Route, expect
from tests.desk_aids.conftest import Opens, soon
from tests.desk_aids.test_pictures import picture

CONTENT = "文种: 部门整体支出绩效评价报告\n单位: 示例县人民法院\n年度: 2024\n收支情况: 当年办结案件。\n"
GONE = "程序没有回应，内容还在这一页上；请不要关掉，程序恢复后会再存"
DEEDS = {
    "undo": "import('/static/edits.js').then(edits => edits.undo())",
    "check": "import('/static/content/findings.js').then(findings => findings.check())",
    "text": "document.getElementById('as-yaml').click()",
}
TYPED = """async value => {
  const { change } = await import("/static/edits.js");
  globalThis.ended ??= [];
  change(["年度"], value, { now: true }).then(({ ok }) => ended.push(ok));
}"""
AGAIN = 2000  # milliseconds, of edits.js


def aborted(route: Route) -> None:
    """As if the program had ended."""
    route.abort()


def refused(route: Route) -> None:
    """As it refuses what it does not do."""
    route.fulfill(status=422, json={"problem": "这个文件太大了"})


def test_what_is_not_done_is_told_in_the_words_of_the_program(opens: Opens, tmp_path: Path) -> None:
    page = opens(CONTENT, "收支情况")
    told = page.locator("#told")
    for answer, words in ((aborted, GONE), (refused, "这个文件太大了")):
        page.route("**/content/*", answer)
        for deed in DEEDS.values():
            page.locator("#told").evaluate("told => { told.textContent = ''; }")
            page.evaluate(deed)
            expect(told).to_have_text(words)
        (tmp_path / "审判庭.png").write_bytes(picture())
        page.locator('[data-name="收支情况"] input[type=file]').set_input_files(tmp_path / "审判庭.png")
        expect(told).to_have_text(words)
        page.unroute("**/content/*")


def test_help_that_cannot_be_had_is_no_part_of_the_page(opens: Opens) -> None:
    page = opens(CONTENT, "收支情况")
    page.route("**/content/former*", refused)
    page.locator('[data-name="收支情况"] .cm-content').click()
    page.keyboard.press("F1")
    drawer = page.locator("#help")
    expect(drawer.locator("#help-former-part")).to_be_empty()
    assert "problem" not in drawer.inner_text()


def test_an_edit_that_nobody_answers_is_kept_until_it_is_saved(opens: Opens, tmp_path: Path) -> None:
    """Of what was typed meanwhile the last is saved, and whoever waits for the first hears that it is done with."""
    page = opens(CONTENT, "收支情况")
    page.clock.install()
    unanswered: list[Route] = []

    def left(route: Route) -> None:
        unanswered.append(route)

    page.route("**/content/edit*", left)
    page.evaluate(TYPED, "2023")
    soon(page, lambda: bool(unanswered))
    page.evaluate(TYPED, "2022")
    unanswered[0].abort()
    soon(page, lambda: len(unanswered) > 1)
    page.unroute("**/content/edit*")
    unanswered[1].abort()
    expect(page.locator("#saved")).to_have_text(GONE)
    page.clock.fast_forward(AGAIN)
    soon(page, lambda: bool(page.evaluate("ended") == [True, True]))
    assert (tmp_path / "内容.yaml").read_text(encoding="utf-8") == CONTENT.replace("2024", "2022")
