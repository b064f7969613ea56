"""Charts drawn up on the screen: what is typed is in the file, and the chart beside it is that of the file."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.desk_aids.conftest import Opens
from tests.desk_aids.test_charts import CONTENT


def said(tmp_path: Path) -> str:
    """The file as it stands."""
    return (tmp_path / "内容.yaml").read_text(encoding="utf-8")


def test_a_chart_follows_its_figures_typed_pasted_and_split_into_groups(opens: Opens, tmp_path: Path) -> None:
    page = opens(CONTENT, "图表")
    quarters = page.locator('.chart-card[aria-label="每季度观众"]')
    shown = quarters.locator("figure svg")
    expect(shown).to_have_attribute("aria-label", re.compile("^柱形图：每季度观众（单位：人次）。一季度：8600人次"))
    quarters.get_by_label("折线图").check()
    expect(shown).to_have_attribute("aria-label", re.compile("^折线图"))
    expect(quarters.locator("figure")).not_to_have_class("chart-shown old")
    assert "类型: 折线图" in said(tmp_path)
    cell = quarters.locator("tbody tr").nth(1).locator("td.num")
    cell.click()
    page.keyboard.type("9900")
    page.keyboard.press("Enter")
    expect(shown).to_have_attribute("aria-label", re.compile("二季度：9900人次$"))
    assert "二季度: 9900" in said(tmp_path)
    assert "一季度: 8600" in said(tmp_path)
    pasted_and_split(page, tmp_path)


def pasted_and_split(page: Page, tmp_path: Path) -> None:
    """Two rows of Excel behind those that are there; then groups of figures, of which one is renamed."""
    quarters = page.locator('.chart-card[aria-label="每季度观众"]')
    quarters.locator("tbody tr.fresh td:not(.rn)").first.click()
    paste = "text => { const data = new DataTransfer(); data.setData('text/plain', text); document.activeElement"
    page.evaluate(
        paste + ".dispatchEvent(new ClipboardEvent('paste', { clipboardData: data })) }", "三季度\t12300\n四季度\t6500"
    )
    expect(quarters.locator("tbody tr")).to_have_count(5)
    expect(quarters.locator("figure")).not_to_have_class("chart-shown old")
    assert "四季度: 6500" in said(tmp_path)
    quarters.get_by_role("button", name="分成几组比较").click()
    expect(quarters.locator("thead th")).to_have_count(3)
    expect(quarters.get_by_label("第 1 组的名称")).to_have_value("第1组")
    quarters.get_by_label("第 1 组的名称").fill("2024年")
    quarters.get_by_label("第 1 组的名称").press("Tab")
    expect(quarters.locator("thead")).to_contain_text("2024年")
    expect(quarters.locator("figure")).not_to_have_class("chart-shown old")
    assert "2024年:" in said(tmp_path)


def test_charts_of_the_files_figures_are_put_into_the_text(opens: Opens, tmp_path: Path) -> None:
    page = opens(CONTENT, "图表")
    tickets = page.locator('.chart-card[aria-label="门票"]')
    expect(tickets.locator(".chart-why")).to_contain_text("没有叫「票务」的")
    tickets.get_by_label("数据", exact=True).select_option("预算")
    expect(tickets.locator("figure svg")).to_be_visible()
    assert "数据: 预算" in said(tmp_path)
    tickets.get_by_label("批复").check()
    expect(tickets.locator("figure")).not_to_have_class("chart-shown old")
    assert "列:\n      - 批复\n      - 到位\n      - 支出\n" in said(tmp_path)

    placed_and_called_otherwise(page, tmp_path)
    ready_ones_stay_names(page, tmp_path)


def placed_and_called_otherwise(page: Page, tmp_path: Path) -> None:
    """Put into the text where it is asked for; its references follow a new name when that is wanted."""
    halls = page.locator('.chart-card[aria-label="各展厅观众"]')
    expect(halls).to_contain_text("还没有放进正文")
    halls.get_by_role("button", name="放进正文").click()
    field = page.locator("#chart-place option", has_text="收支情况")
    page.locator("#chart-place").select_option(value=field.get_attribute("value"))
    page.get_by_role("button", name="放在这一栏末尾").click()
    expect(halls).to_contain_text("已经放在「收支情况」里")
    assert "{{ 图表.每季度观众 }}\n  {{ 图表.各展厅观众 }}\n" in said(tmp_path)

    halls.get_by_label("名称", exact=True).fill("展厅观众构成")
    halls.get_by_label("名称", exact=True).press("Tab")
    expect(page.locator(".card-followed:not(:empty)")).to_contain_text("引用「各展厅观众」的有 1 处")
    page.get_by_role("button", name="都改成「展厅观众构成」").click()
    expect(page.locator("#saved")).to_contain_text("已保存")
    page.wait_for_function("!document.querySelector('.card-followed:not(:empty)')")
    expect(page.locator('.chart-card[aria-label="展厅观众构成"]')).to_contain_text("已经放在「收支情况」里")
    assert "{{ 图表.每季度观众 }}\n  {{ 图表.展厅观众构成 }}\n" in said(tmp_path)


def ready_ones_stay_names(page: Page, tmp_path: Path) -> None:
    """Moved and deleted, one that the template has is still its name alone."""
    ready = page.locator(".chart-card").first
    expect(ready).to_contain_text("画的是「预算」")
    ready.get_by_role("button", name="下移").click()
    expect(page.locator("#saved")).to_contain_text("已保存")
    assert "  - 预算执行情况\n" in said(tmp_path)
    page.locator('.chart-card[aria-label="预算执行情况"]').get_by_role("button", name="删去").click()
    expect(page.get_by_role("button", name="添加现成的「预算执行情况」")).to_be_visible()
    assert "预算执行情况" not in said(tmp_path)
    # the manual page of a code stands in the drawer, too
    page.locator('[data-name="图表"] > .finds .what').first.click()
    page.locator('[data-name="图表"] > .finds a.code').click()
    expect(page.locator("#help")).to_contain_text("级别：")
