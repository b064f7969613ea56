"""A reviewer looks through a report in a browser: decides, writes to the unit, comes again, and asks for a letter."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.desk.test_review import handed_in
from tests.support.browser import axe_script
from tests.support.desk import AtOnce
from tests.support.served import Served

from reportgen.desk.review.reviews import Reviews
from reportgen.pipeline.judging import judgements_of
from reportgen.review.judgements import Verdict


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The report of a hospital as it is opened; nothing was asked of another host, and no error told."""
    served = Served(handed_in(tmp_path))
    served.desk.reviews = Reviews(served.desk.workspace, AtOnce)
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    wrong: list[str] = []

    def guard(route: Route) -> None:
        if route.request.url.startswith(f"http://127.0.0.1:{served.port}/"):
            route.continue_()
        else:
            wrong.append(route.request.url)
            route.abort()

    context.route("**/*", guard)
    page = context.new_page()
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(served.address)
    page.goto(f"http://127.0.0.1:{served.port}/review/document?file=送审/自评.txt")
    page.wait_for_selector("#panel")
    yield page
    context.close()
    served.end()
    assert wrong == []


def judged(tmp_path: Path) -> dict[str, tuple[Verdict | None, str]]:
    """What stands beside the report by now."""
    found = judgements_of(tmp_path / "送审" / "自评.txt")
    return {each.code: (each.verdict, each.remark) for each in found.findings} if found else {}


def test_a_reviewer_looks_through_a_report(page: Page, tmp_path: Path) -> None:
    row = page.locator("#list .row", has_text="比率与所给的两个数对不上")
    row.click()
    expect(page.locator(".box.now.on")).not_to_have_count(0)
    decide(page, lambda: page.keyboard.press("3"))
    page.keyboard.press("m")
    page.keyboard.insert_text("请附决算表")
    decide(page, lambda: page.keyboard.press("Enter"))
    expect(row).to_contain_text("待核")
    expect(page.locator("#told")).to_have_text("意见存在 自评.txt.审核.yaml")
    expect(page.locator("#seen")).to_have_text(re.compile("已看 1 / "))
    assert judged(tmp_path)["NUM011"] == (Verdict.OPEN, "请附决算表")

    page.keyboard.press("Shift+F8")
    decide(page, lambda: page.keyboard.press("1"))
    go_from_figure_to_figure(page)

    page.reload()
    expect(row).to_contain_text("属实")
    assert serious_faults(page) == []
    page.click("#letter-open")
    expect(page.locator("#letter-files input:checked")).to_have_count(1)
    assert judged(tmp_path)["NUM011"] == (Verdict.TRUE, "请附决算表")


def decide(page: Page, act: Callable[[], None]) -> None:
    """Something that is kept by the program."""
    with page.expect_response(re.compile("/review/decide")):
        act()


def go_from_figure_to_figure(page: Page) -> None:
    """From a figure to where the same is stated once more."""
    page.click("#tab-figures")
    page.locator("#list .row", has_text="1080.00万元").first.click()
    page.locator("#detail li .link").click()
    expect(page.locator("#list .row[aria-selected=true]")).to_contain_text("1080.00万元")


def serious_faults(page: Page) -> object:
    """What keeps people from using the page."""
    page.evaluate(axe_script())
    return page.evaluate("""async () => {
        const { violations } = await axe.run();
        return violations.filter(each => ["serious", "critical"].includes(each.impact)).map(each => each.id);
    }""")
