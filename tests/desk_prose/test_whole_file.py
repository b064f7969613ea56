"""On the desk itself, with a file on the disk: prose is saved, found and replaced everywhere, and edited as text.

All look at one page, as a person does; none depends on what another has typed.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.support.browser import axe_script
from tests.support.desk_routes import served
from tests.support.example import changed

from reportgen.pipeline.check import check_file

FILE = "科技馆.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as one:
        yield f"{one}/open?file={FILE}"


@pytest.fixture(scope="module")
def file(folder: Path) -> Path:
    """The example with a wrong sum and a half-width comma in prose."""
    path = folder / FILE
    text = changed(
        ("支出: 114.60", "支出: 116.40"),
        ("科普展览、科普活动", "科普展览,科普活动"),
        ("    问题: 活动计划不够周密", "    问题: 只举办{{ 科普活动.实际 }}，计划不够周密"),
    )
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def page(browser: Browser, address: str, file: Path) -> Iterator[Page]:  # noqa: ARG001 - it stands there
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    wrong: list[str] = []
    one = context.new_page()
    one.on("pageerror", lambda error: wrong.append(str(error)))
    one.route("**/content/pages*", lambda route: route.abort())
    one.goto(address)
    one.wait_for_selector(".field .input")
    yield one
    context.close()
    assert wrong == []


def section(page: Page, name: str) -> None:
    page.locator("#outline a", has_text=name).first.click()


def comes(page: Page, file: Path, words: str) -> bool:
    """Whether words come to stand in the file, on a busy machine too."""
    for _wait in range(300):
        if words in file.read_text(encoding="utf-8"):
            return True
        page.wait_for_timeout(50)
    return False


def field(name: str) -> str:
    return f'.field[data-name="{name}"]'


def test_prose_is_written_to_the_file_and_what_is_wrong_is_marked_at_its_words(page: Page, file: Path) -> None:
    section(page, "职能与机构")
    own = field("单位概况.职能")
    expect(page.locator(f"{own} .found.low")).to_have_text(",")
    page.locator(f"{own} .cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.type("全年支出312.40万元")
    expect(page.locator(f"{own} .said")).to_contain_text("预算.支出")
    page.keyboard.press("Alt+l")
    page.keyboard.type("。")
    assert comes(page, file, "青少年科技教育。全年支出{{ 预算.支出 }}。\n")
    page.evaluate(axe_script())
    found = page.evaluate(f"axe.run('{own}', {{resultTypes: ['violations']}})")
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []


def test_a_line_that_refers_to_a_figure_shows_it(page: Page, file: Path) -> None:
    section(page, "存在的问题")
    own = field("存在问题.1.问题")
    expect(page.locator(f"{own} .chip")).to_have_text("19场")
    page.locator(f"{own} .cm-content").click()
    page.keyboard.press("End")
    page.keyboard.type("，\n准备不足")
    assert comes(page, file, "只举办{{ 科普活动.实际 }}，计划不够周密，准备不足\n")


def test_words_are_found_and_replaced_in_all_fields_but_not_in_references(page: Page, file: Path) -> None:
    page.keyboard.press("Control+h")
    page.fill("#find [name=search]", "展厅")
    kept = page.locator("#find li.kept")
    everywhere = page.locator("#find li").count()
    assert everywhere > 5
    page.fill("#find [name=instead]", "展馆")
    page.click("#find button >> text=换这一处")
    expect(page.locator("#find [role=status]")).to_have_text("换了 1 处，可撤销")
    expect(page.locator("#find li")).to_have_count(everywhere - 1)
    page.click("#find button >> text=全部换掉")
    expect(page.locator("#find [role=status]")).to_contain_text("可撤销")
    expect(page.locator("#find li:not(.kept)")).to_have_count(0)
    text = file.read_text(encoding="utf-8")
    assert "{{ 接待观众.常设展厅 }}" in text  # a name of 数据 is no text
    assert "名称: 展馆运行经费" in text
    assert "{{ 预算.展馆运行经费.批复 }}" in text  # the reference goes with the name of the item
    assert not [each for each in check_file(file).report if each.code.startswith("REF")]
    page.fill("#find [name=search]", "312.40")
    expect(kept.first).to_contain_text("引用的「预算.支出」")
    page.keyboard.press("Escape")
    expect(page.locator("#find")).to_be_hidden()


def test_the_file_is_edited_as_text_with_findings_at_their_lines(page: Page, file: Path) -> None:
    page.click("#as-yaml")
    expect(page.locator(".cm-lint-marker-error")).to_have_count(1)
    page.keyboard.press("F8")
    expect(page.locator("#yaml-said")).to_contain_text("NUM003")
    assert page.evaluate("getSelection().toString()") == "116.40"
    page.keyboard.type("114.60")
    page.keyboard.press("Control+s")
    expect(page.locator(".cm-lint-marker-error")).to_have_count(0)
    assert "支出: 114.60" in file.read_text(encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace("得分: 95.66分", "得分: 95.67分"), encoding="utf-8")
    page.keyboard.type("0")
    page.keyboard.press("Control+s")
    expect(page.locator("#dialog .side pre")).to_have_count(2)
    assert "95.67分" in page.locator("#dialog .side pre").nth(1).inner_text()
    page.click("#dialog button >> text=用文件里的")
    expect(page.locator(".yaml-text .cm-content")).to_contain_text("95.67分")
    assert "114.600" not in file.read_text(encoding="utf-8")
    page.click("#as-form")
    page.wait_for_selector("#form-parts:not([hidden])")
