"""Beside running text: pictures that are dropped into it, the figures that it cites, help and last year's text."""

from pathlib import Path

from playwright.sync_api import Page, expect
from tests.desk_aids.conftest import Opens, soon
from tests.desk_aids.test_pictures import picture

CONTENT = """文种: 部门整体支出绩效评价报告
单位: 某市水务局
年度: 2024
预算:
  金额单位: 万元
  批复: 600.00
  支出: 588.00
数据:
  管网: {改造: 12公里}
单位概况: {职能: "【待填: 管什么】"}
收支情况: |
  批复{{ 预算.批复 }}，改造管网{{ 管网.改造 }}，见{{ 图.泵站现场 }}。
"""
BEFORE = "文种: 部门整体支出绩效评价报告\n单位: 某市水务局\n年度: 2023\n单位概况: {职能: 负责全市供水。}\n"


def said(tmp_path: Path) -> str:
    """The file as it stands."""
    return (tmp_path / "内容.yaml").read_text(encoding="utf-8")


def test_what_stands_beside_running_text(opens: Opens, tmp_path: Path) -> None:
    (tmp_path / "上年.yaml").write_text(BEFORE, encoding="utf-8")
    page = opens(CONTENT.replace("年度: 2024", "年度: 2024\n上年文件: 上年.yaml"), "收支情况")
    cited_figures_are_changed_where_they_are_written(page, tmp_path)
    a_picture_is_dropped(page, tmp_path)
    help_shows_last_years_text_and_fills_it_in(page, tmp_path)


def cited_figures_are_changed_where_they_are_written(page: Page, tmp_path: Path) -> None:
    """Of a fund table and of 数据; the editor shows the new figure."""
    cited = page.locator(".section", has=page.locator('[data-name="收支情况"]')).locator(".cited")
    expect(cited).to_contain_text("金额单位：万元")
    cited.get_by_label("预算，批复").fill("\u200b６１０。５０\u2007")
    cited.get_by_label("数据.管网.改造").fill("15公里")
    cited.get_by_label("数据.管网.改造").press("Tab")
    expect(page.locator('[data-name="收支情况"] .writing')).to_contain_text("批复610.50万元，改造管网15公里")
    soon(page, lambda: "批复: 610.50" in said(tmp_path) and "改造: 15公里" in said(tmp_path))


def a_picture_is_dropped(page: Page, tmp_path: Path) -> None:
    """It lies beside the file; its name can be changed where it is shown."""
    field = page.locator('[data-name="收支情况"]')
    (tmp_path / "泵站现场.png").write_bytes(picture())
    field.locator("input[type=file]").set_input_files(tmp_path / "泵站现场.png")
    caption = field.get_by_label("图名，印在图下")
    expect(caption).to_have_value("泵站现场")
    assert "  图 泵站现场：图片/泵站现场.png\n" in said(tmp_path)
    expect(field.locator(".writing")).to_contain_text("见图1。")
    caption.fill("泵站：改造后")
    caption.press("Tab")
    expect(field.locator(".writing")).to_contain_text("图 泵站 改造后：图片/泵站现场.png")
    field.get_by_role("button", name="都改成「泵站 改造后」").click()
    soon(page, lambda: "见{{ 图.泵站 改造后 }}。" in said(tmp_path))
    expect(field.locator(".writing")).to_contain_text("见图1。")
    assert (tmp_path / "图片" / "泵站现场.png").read_bytes() == picture()
    expect(field.locator(".pictures img")).to_have_js_property("complete", value=True)


def help_shows_last_years_text_and_fills_it_in(page: Page, tmp_path: Path) -> None:
    """F1 at an empty field; the drawer lies beside it."""
    field = page.locator('[data-name="单位概况.职能"]')
    field.scroll_into_view_if_needed()
    field.locator(".cm-content").click()
    page.keyboard.press("F1")
    drawer = page.locator("#help")
    expect(drawer).to_contain_text("单位的性质、批准文件和业务范围")
    expect(drawer.locator("#help-former-text")).to_contain_text("负责全市供水。")
    drawn, form = drawer.bounding_box(), field.bounding_box()
    assert drawn
    assert form
    assert drawn["x"] >= form["x"] + form["width"]
    drawer.get_by_role("button", name="把去年的文字填进这一栏").click()
    expect(field.locator(".writing")).to_contain_text("负责全市供水。")
    soon(page, lambda: "职能: 负责全市供水。" in said(tmp_path))
    page.keyboard.press("F1")
    page.keyboard.press("F1")
    expect(drawer).to_be_hidden()
