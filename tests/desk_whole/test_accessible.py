"""Nobody is kept from the screen: axe-core finds nothing serious, the keys alone are enough, narrow windows too."""

from pathlib import Path

from playwright.sync_api import Browser, expect
from tests.support.browser import axe_script
from tests.support.example import changed
from tests.support.officer import Officer, Program

SERIOUS = ("serious", "critical")


def faults(officer: Officer) -> list[str]:
    """What axe-core finds on the page as it is."""
    officer.page.evaluate(axe_script())
    found = officer.page.evaluate("async () => (await axe.run()).violations")
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found if each["impact"] in SERIOUS]


def test_nothing_serious_is_found_on_any_page(officer: Officer, served: Program, folder: Path) -> None:
    (folder / "科技馆.yaml").write_text(changed(("支付率: 98.0%", "支付率: 89.0%")), encoding="utf-8")
    officer.open(served.address)
    officer.page.locator("[data-name]").first.wait_for()
    assert faults(officer) == []
    officer.open(served.address, "科技馆.yaml")
    officer.key("F8")
    officer.laid()
    assert faults(officer) == []
    officer.page.locator("a", has_text="目录").first.click()
    officer.page.locator("a, button", has_text="新建").first.click()
    officer.page.locator("[name=unit]").wait_for()
    assert faults(officer) == []


SCORED = """
评分表:
  - {一级指标: 过程, 二级指标: 预算执行, 三级指标: 预算完成率, 指标值: 100%, 完成值: 98%, 分值: 100分, 得分: 90分}
"""


def visited(officer: Officer, key: str) -> list[str]:
    """The findings that a key leads to, until it comes round."""
    opened = officer.page.locator(".find.open")
    officer.key(key)
    count = int(opened.locator(".do .meta").inner_text().split("共")[1].strip(" 处"))
    found = [opened.get_attribute("data-key") or ""]
    for _step in range(count - 1):
        officer.key(key)
        found.append(opened.get_attribute("data-key") or "")
    return found


def test_the_keys_alone_are_enough(officer: Officer, served: Program, folder: Path) -> None:
    """Findings are reached, also where a cell has two; one is mended and taken back, with no mouse."""
    path = folder / "科技馆.yaml"
    path.write_text(changed(("支付率: 98.0%", "支付率: 89.0%")) + SCORED, encoding="utf-8")
    officer.open(served.address, "科技馆.yaml")
    officer.key("Alt+1")
    all_of_them = visited(officer, "n")
    assert len(all_of_them) == len(set(all_of_them)) > 2
    assert visited(officer, "F8") == all_of_them
    officer.key("Alt+1")
    officer.key("F8")
    officer.key("Alt+g")
    expect(officer.page.locator("#told")).to_contain_text("改为 98.0%")
    officer.key("Alt+1")
    officer.key("Control+z")
    expect(officer.page.locator("#told")).to_have_text("已撤销")
    officer.key("?")
    expect(officer.page.locator("#keys-dialog")).to_be_visible()
    officer.key("Escape")
    expect(officer.page.locator("#keys-dialog")).to_be_hidden()


def test_every_usual_window_has_room(officer: Officer, served: Program, folder: Path) -> None:
    (folder / "科技馆.yaml").write_text(changed(), encoding="utf-8")
    officer.open(served.address, "科技馆.yaml")
    for width, height in ((1093, 614), (1280, 720), (1920, 1080)):
        officer.page.set_viewport_size({"width": width, "height": height})
        assert not officer.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        officer.key("Alt+3")
        expect(officer.page.locator("#pages")).to_be_visible()
        for button in ("#as-form", "[data-build]", "#history"):
            box = officer.page.locator(button).bounding_box()
            assert box, button
            assert box["x"] + box["width"] <= width, button


def test_the_screen_speaks_english_too(browser: Browser, folder: Path, tmp_path: Path) -> None:
    (folder / "museum.yaml").write_text(changed(), encoding="utf-8")
    served = Program(folder, tmp_path / "home", "--lang", "en")
    officer = Officer(browser)
    try:
        officer.open(served.address, "museum.yaml")
        expect(officer.page.locator("#count-none")).to_have_text("No problems")
    finally:
        officer.close()
        served.end()
