"""The first page as a person uses it: by keys and by mouse, without a request to any other computer."""

import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.support.browser import axe_script
from tests.support.desk import AtOnce
from tests.support.example import ROOT, changed
from tests.support.served import Served

from reportgen.desk.home.checks import Checks
from reportgen.desk.jobs.command import Command
from reportgen.desk.workspace import Workspace

SELF_EVALUATION = (ROOT / "templates" / "project-self-evaluation" / "example.yaml").read_text(encoding="utf-8")
TOLD = "print('错误 NUM003 分项之和与总额不符'); print('错误 1 处'); raise SystemExit(1)"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A folder of three files; jobs say a line and end."""
    folder = tmp_path_factory.mktemp("绩效")
    (folder / "科技馆-2024.yaml").write_text(changed(("支出: 114.60", "支出: 116.40")), encoding="utf-8")
    for unit, year in (("某市科技馆", 2023), ("示例县人民医院", 2024)):
        text = SELF_EVALUATION.replace("单位: 某市科技馆", f"单位: {unit}").replace("年度: 2024", f"年度: {year}")
        (folder / f"{unit}-{year}.yaml").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Command, "line", lambda _self: [sys.executable, "-X", "utf8", "-c", TOLD])
        one = Served(folder, Checks(Workspace(folder), AtOnce))
        yield one
        one.end()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """The first page. What is asked of other computers, or goes wrong in a script, is a failure."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    wrong: list[str] = []

    def guard(route: Route) -> None:
        if route.request.url.startswith(f"http://127.0.0.1:{served.port}/"):
            route.continue_()
        else:
            wrong.append(route.request.url)
            route.abort()

    context.route("**/*", guard)
    one = context.new_page()
    one.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    one.on("pageerror", lambda error: wrong.append(str(error)))
    one.goto(served.address)
    yield one
    context.close()
    shown = ("400 (Bad Request)", "ERR_CONNECTION_REFUSED")
    assert [words for words in wrong if not any(each in words for each in shown)] == [], "which the page tells of"


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe-core finds that keeps people from using the page."""
    page.evaluate(axe_script())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]]


def test_files_are_chosen_and_found(page: Page, served: Served) -> None:
    assert "key=" not in page.url
    rows, side = page.locator("#rows tr[data-name]"), page.locator("#side")
    expect(rows).to_have_count(3)
    expect(rows.first).to_be_focused()
    expect(side.locator("h2")).to_have_text("某市科技馆 2024")
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    expect(side.locator("h2")).to_have_text("某市科技馆 2023")
    page.keyboard.press("/")
    page.keyboard.type("医院")
    expect(page.locator("#rows tr[data-name]:visible")).to_have_count(1)
    page.locator("#search").fill("")
    page.get_by_role("button", name="2023", exact=True).click()
    expect(page.locator("#rows tr[data-name]:visible")).to_have_count(1)
    page.get_by_role("button", name="全部", exact=True).click()
    rows.nth(0).click()
    expect(side.get_by_role("link", name="分项之和与总额不符：116.4")).to_be_visible()
    other = served.desk.workspace.folder / "新的.yaml"
    other.write_text("单位: 样板镇人民政府\n年度: 2024\n", encoding="utf-8")
    expect(rows).to_have_count(4)  # which somebody else has written
    other.unlink()
    expect(rows).to_have_count(3)


def test_a_command_is_run_and_what_is_no_document_is_not_taken(page: Page) -> None:
    side = page.locator("#side")
    side.get_by_role("button", name="生成").click()
    expect(page.locator("#report .e").first).to_have_text("错误 NUM003 分项之和与总额不符\n")
    expect(side.locator("h2")).to_have_text("做完了，有错误要改")
    page.keyboard.press("Escape")
    expect(side.locator("h2")).to_have_text("某市科技馆 2024")
    page.locator("#dropped").set_input_files({"name": "a.yaml", "mimeType": "", "buffer": b"x"})
    expect(page.locator("#said")).to_contain_text("a.yaml 用不了")


def test_a_program_that_does_not_answer_is_told_of(page: Page) -> None:
    page.route("**/home/check-all", lambda route: route.abort("connectionrefused"))
    page.get_by_role("button", name="全部检查").click()
    expect(page.locator("#said")).to_have_text("程序已经结束，这一页不再更新。再运行一次 reportgen open。")


def test_a_new_file_is_begun_by_keys(page: Page) -> None:
    page.keyboard.press("n")
    page.wait_for_url("**/home/new")
    page.get_by_role("checkbox", name="项目支出绩效自评表").first.press("Space")
    page.locator("#unit").fill("某市第二中学")
    expect(page.locator("#name")).to_have_value(f"某市第二中学-{page.locator('#year').input_value()}")
    assert violations(page) == []
    page.locator("#name").fill("../别处")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("不在打开的文件夹里")
    page.keyboard.press("Escape")


def test_what_else_is_begun_can_be_used_by_everybody(page: Page) -> None:
    first = page.url
    for address in ("roll?file=科技馆-2024.yaml", "adopt", "fill", "elsewhere"):
        page.goto(f"{first}home/{address}")
        assert violations(page) == []


ATTACK = """
<iframe id="frame" src="{own}/"></iframe><iframe name="into"></iframe>
<form method="post" action="{own}/home/check-all" target="into"><input name="file" value="a.yaml"></form>
<form method="post" action="{own}/home/check-all" target="into" enctype="text/plain">
<input name='{{"a":"' value='"}}'></form>
<img src="{own}/home/picture?pack=dept-evaluation"><script src="{own}/home/list"></script>
"""
STOLEN = """async own => {
  document.querySelectorAll("form").forEach(form => form.submit());
  const tried = [];
  for (const options of [{}, {mode: "no-cors"}, {method: "POST"}, {method: "POST", mode: "no-cors", body: "{}"}]) {
    const answer = await fetch(own + "/home/check-all", {credentials: "include", ...options}).catch(() => null);
    tried.push(answer ? await answer.text() : "");
  }
  return tried;
}"""


def test_another_page_in_the_same_browser_gets_nothing_and_changes_nothing(browser: Browser, served: Served) -> None:
    """Of another site, and of a name of its own that leads here; both in the browser that was let in."""
    context = browser.new_context()
    context.new_page().goto(served.address)
    own = f"http://127.0.0.1:{served.port}"
    context.route(
        "http://evil.example/**", lambda route: route.fulfill(body=ATTACK.format(own=own), content_type="text/html")
    )
    before = set(served.desk.jobs.names)
    page = context.new_page()
    page.goto("http://evil.example/")
    assert page.evaluate(STOLEN, own) == ["", "", "", ""]
    assert "目录" not in page.frame_locator("#frame").locator("html").inner_text()
    assert page.locator("img").evaluate("image => image.naturalWidth") == 0
    assert set(served.desk.jobs.names) == before
    context.close()
