"""Questionnaires on the screen: shares and satisfaction follow the answers, typed or counted in a csv file."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.desk_aids.conftest import Opens, soon
from tests.support.desk_routes import asking

CONTENT = """文种: 部门整体支出绩效评价报告
单位: 示例县人民医院
年度: 2024
问卷:
  - 名称: 患者
    发放: 220份
    收回: 210份
    有效: 200份
    题目:
      - {题目: 您对就诊是否满意？, 简称: 就诊, 题型: 满意度, 选项: {非常满意: 100, 满意: 80, 一般: 18, 不满意: 2}}
      - {题目: 您就诊的科室, 题型: 多选, 选项: {内科: 120, 外科: 90}}
  - 名称: 职工
    答卷: 职工.csv
    题目:
      - {题目: 您对食堂是否满意？, 题型: 满意度, 选项: [满意, 不满意]}
  - {名称: 家属, 题目: [{题目: 没有选项的}]}
"""
SHEETS = "编号,您对食堂是否满意？\n1,满意\n2,满意\n3,不满意\n"


@pytest.fixture(scope="module")
def surveys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is told of them."""
    folder: Path = tmp_path_factory.mktemp("surveys")
    (folder / "医院.yaml").write_text(CONTENT, encoding="utf-8")
    (folder / "职工.csv").write_text(SHEETS, encoding="utf-8")
    told = asking(folder).get("/content/questionnaires", params={"file": "医院.yaml"}).json()
    assert isinstance(told, dict)
    return told


def test_rates_shares_and_satisfaction_are_worked_out(surveys: dict[str, Any]) -> None:
    patients = surveys["surveys"][0]
    assert patients["rates"] == [["回收率", "95.5%"], ["有效率", "95.2%"]]
    assert (patients["satisfaction"], patients["satisfied"]) == ("87.4%", "90.0%")
    visit, place = patients["questions"]
    assert [option["share"] for option in visit["options"]] == ["50.0%", "40.0%", "9.0%", "1.0%"]
    assert [option["share"] for option in place["options"]] == ["60.0%", "45.0%"]


def test_answers_are_counted_in_the_file_beside(surveys: dict[str, Any]) -> None:
    staff = surveys["surveys"][1]
    assert surveys["sheets"] == ["职工.csv"]
    assert (staff["valid"], staff["heads"]) == ("3份", ["编号", "您对食堂是否满意？"])
    (meals,) = staff["questions"]
    assert [(option["name"], option["count"]) for option in meals["options"]] == [("满意", 2), ("不满意", 1)]


def test_of_what_cannot_be_read_nothing_is_worked_out(surveys: dict[str, Any]) -> None:
    family = surveys["surveys"][2]
    assert (family["is_read"], family["questions"]) == (False, [])


@pytest.mark.parametrize(
    ("called", "content", "status", "told"),
    [
        ("职工.csv", SHEETS, 200, "职工.csv"),
        ("问卷 结果（6月）.CSV", SHEETS, 200, "问卷-结果-6月.csv"),
        ("空的.csv", "编号,题目\n", 422, "只有表头，没有答卷"),
    ],
)
def test_answers_of_elsewhere_are_laid_down_when_they_can_be_read(
    tmp_path: Path, called: str, content: str, status: int, told: str
) -> None:
    (tmp_path / "医院.yaml").write_text(CONTENT, encoding="utf-8")
    files = {"file": (called, content.encode("gb18030"), "text/csv")}
    answer = asking(tmp_path).post("/content/sheets", params={"file": "医院.yaml"}, files=files)
    assert answer.status_code == status
    assert told in answer.text
    assert len(list(tmp_path.glob("*.csv"))) == (status == 200)


def test_a_questionnaire_is_begun_and_its_first_answers_typed(opens: Opens, tmp_path: Path) -> None:
    page = opens("文种: 部门整体支出绩效自评表\n单位: 示例县人民医院\n年度: 2024\n", "问卷")
    page.get_by_role("button", name="添加一份问卷").click()
    survey = page.locator(".survey-question")
    expect(survey).to_be_visible()
    page.keyboard.type("患者")  # over the name that it was given
    survey.get_by_label("题目", exact=True).fill("您对就诊是否满意？")
    survey.get_by_label("题型").select_option("满意度")
    survey.locator("tr.fresh td:not(.rn)").nth(2).click()
    page.keyboard.type("12")  # a share is worked out, and not typed
    survey.locator("tr.fresh td:not(.rn)").first.click()
    for name, count in (("满意", "180"), ("不满意", "20")):
        page.keyboard.type(name)
        page.keyboard.press("Tab")
        page.keyboard.type(count)
        page.keyboard.press("Enter")
    expect(survey.locator("tbody tr").first).to_contain_text("90.0%")
    page.get_by_role("button", name="把表、图放进正文…").click()
    page.locator("#place-what").select_option(label="占比图：各题的回答各占多少")
    page.get_by_role("button", name="放在这一栏末尾").click()
    expect(page.locator("#told")).to_contain_text("已放在")
    soon(page, lambda: "图 患者各题评价：{{ 问卷.患者 }}" in (tmp_path / "内容.yaml").read_text(encoding="utf-8"))
    text = (tmp_path / "内容.yaml").read_text(encoding="utf-8")
    assert "  - 名称: 患者\n    题目:\n      - 题目: 您对就诊是否满意？\n        题型: 满意度\n" in text
    assert "选项: {满意: 180, 不满意: 20}" in text


def test_answers_are_typed_and_what_follows_is_beside_them(opens: Opens, tmp_path: Path) -> None:
    (tmp_path / "职工.csv").write_text(SHEETS, encoding="utf-8")
    page = opens(CONTENT, "问卷")
    visit = page.locator('.survey-question[aria-label="您对就诊是否满意？"]')
    expect(visit.locator("tbody tr").first).to_contain_text("50.0%")
    visit.locator("tbody tr").nth(3).locator("td.num").first.click()
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(visit.locator("tbody tr").nth(3)).to_contain_text("5.7%")
    expect(visit).to_contain_text("210 人回答")
    text = (tmp_path / "内容.yaml").read_text(encoding="utf-8")
    assert "非常满意: 100, 满意: 80, 一般: 18, 不满意: 12" in text
    meals = page.locator('.survey-question[aria-label="您对食堂是否满意？"]')
    expect(meals.locator("tbody tr").first).to_contain_text("66.7%")
    (tmp_path / "职工.csv").write_text(SHEETS + "4,满意\n", encoding="utf-8")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # the page is looked at again
    expect(meals.locator("tbody tr").first).to_contain_text("75.0%")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "家属.csv").write_text(SHEETS, encoding="utf-8")
    family = page.locator('.card[aria-label="家属"]')
    family.locator("input[type=file]").set_input_files(tmp_path / "elsewhere" / "家属.csv")
    expect(family.get_by_label("答卷")).to_have_value("家属.csv")
    soon(page, lambda: "答卷: 家属.csv" in (tmp_path / "内容.yaml").read_text(encoding="utf-8"))
    visit.locator(".card-head").get_by_role("button", name="下移").click()
    expect(page.locator(".survey-question").nth(1)).to_have_attribute("aria-label", "您对就诊是否满意？")
