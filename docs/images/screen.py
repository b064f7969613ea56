"""The pictures of docs/界面.md and of the READMEs: a finance officer's whole way at the screen, from an empty folder.

Run as `PYTHONPATH=. .venv/bin/python docs/images/screen.py`. Needs Chromium; hanzi of the page are shown in the
bundled GW Hei. It is a trial as much as a picture: the report has eight items of the budget, five activities, four
problems, a table of indicators and a chart, is made into documents, and next year's file is begun.
"""

import sys
import tempfile
from pathlib import Path

from docx import Document
from PIL import Image
from playwright.sync_api import expect
from tests.support.browser import started
from tests.support.officer import Officer, program, use_own_fonts

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
UNIT, FILE = "示例县人民医院", "示例县人民医院-2025.yaml"
ITEMS = (
    "门诊楼运行经费\t300.00\t310.00\t310.00\t305.20\t98.5%",
    "急救站点建设\t120.00\t120.00\t120.00\t118.60\t98.8%",
    "医疗设备购置\t260.00\t260.00\t260.00\t258.40\t99.4%",
    "信息化建设\t80.00\t80.00\t80.00\t74.00\t92.5%",
    "人才培养\t60.00\t60.00\t60.00\t58.20\t97.0%",
    "公共卫生服务\t150.00\t155.00\t155.00\t153.30\t98.9%",
    "学科建设\t70.00\t70.00\t70.00\t69.10\t98.7%",
    "基建维修\t90.00\t95.00\t95.00\t94.20\t99.2%",
)
FACTS = ("编制\t560人", "在编\t520人", "聘用\t86人", "有效问卷\t400份", "满意问卷\t380份", "满意率\t95%")
ACTIVITIES = {
    "门诊部": "全年门诊12.6万人次，比计划多0.6万人次。",
    "急诊科": "全年急诊1.8万人次，急救平均到达时间11分钟。",
    "护理部": "优质护理病房覆盖率100%。",
    "公共卫生科": "完成健康体检2.1万人次。",
    "信息科": "电子病历全院上线，检查结果网上可查。",
}
INDICATORS = (
    "一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分",
    "投入\t目标设定\t绩效指标明确性\t明确\t明确\t10分\t10分",
    "过程\t预算执行\t预算完成率\t100%\t98.2%\t20分\t18.5分",
    "过程\t预算管理\t管理制度健全性\t健全\t健全\t10分\t10分",
    "产出\t职责履行\t门诊人次\t≥12万人次\t12.6万人次\t20分\t20分",
    "产出\t职责履行\t急救平均到达时间\t≤12分钟\t11分钟\t10分\t10分",
    "效果\t履职效益\t健康体检人次\t≥2万人次\t2.1万人次\t10分\t10分",
    "效果\t满意度\t患者满意率\t≥98%\t95%\t20分\t15分",
)
PROBLEMS = {
    "信息化": "信息化二期进度慢",
    "人才": "高层次人才偏少",
    "设备": "部分设备使用率不高",
    "宣传": "健康宣传形式单一",
}

PAPER = """\
示例县水务局2024年度部门整体支出绩效自评报告
一、部门基本情况
示例县水务局负责全县水资源管理、河道治理和农村供水,核定编制60人，在编56人。
二、预算执行情况
2024年年初预算为1800.00万元，支出决算为1746.00万元，完成年初预算的98.00%。其中基本支出900.00万元，项目支出856.00万元。
三、绩效目标完成情况
全年巡查河道240公里，计划200公里，完成率120%。水质监测断面12个，水样合格率98.5%，基本达标。
全年收到群众投诉50件，办结49件，办结率95.00%，群众反映较好的解决了问题。
四、存在的问题
监测断面偏少，个别乡镇没有覆盖。
五、评价结论
部门整体支出绩效自评得分93.50分，等级为良好。
示例县水务局
2025年3月20日"""


def main() -> None:
    """The whole way; raises where a step does not do what it says."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        use_own_fonts(work)
        folder = work / "绩效"
        folder.mkdir()
        with program(folder, work / "home") as served, started() as browser:
            officer = Officer(browser)
            officer.open(served.address)
            begin(officer)
            figures(officer)
            text(officer)
            lists(officer)
            chart(officer)
            mend(officer)
            finish(officer, folder)
            review(officer, folder)
            assert not officer.wrong, officer.wrong
            assert not officer.abroad, officer.abroad
            officer.close()


SEEN = """() => [...document.images].filter(each => {
  const { top, bottom, width } = each.getBoundingClientRect();
  return width && bottom > 0 && top < innerHeight;
}).every(each => each.complete && each.naturalWidth)"""


def picture(officer: Officer, name: str) -> None:
    """The window as it is, when the pages in it are there, in few colours."""
    officer.page.wait_for_function(SEEN)
    path = HERE / f"screen-{name}.png"
    officer.page.screenshot(path=path)
    with Image.open(path) as drawn:
        drawn.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)
    print(path.name, path.stat().st_size // 1000, "kB", file=sys.stderr)  # noqa: T201 - said to who runs it


def begin(officer: Officer) -> None:
    """A new file."""
    officer.page.locator("a, button", has_text="新建").first.click()
    officer.page.locator("label", has=officer.page.locator('[data-title="部门整体支出绩效评价报告"]')).click()
    officer.page.locator("[name=unit]").fill(UNIT)
    officer.page.locator("[name=year]").fill("2025")
    picture(officer, "new")
    officer.page.get_by_role("button", name="新建，开始填写").click()
    officer.page.wait_for_url("**/open**")
    officer.ready()
    officer.laid()
    picture(officer, "empty")


def figures(officer: Officer) -> None:
    """What is written once."""
    officer.line("成文日期", "2026年3月20日")
    officer.line("主送机关", "示例县财政局")
    officer.paste("数据", 0, 1, *FACTS)
    officer.paste("预算", 0, 1, "3300.00\t3350.00\t\t3290.00")
    officer.paste("预算", 1, 1, "1130.00\t1150.00\t1150.00\t1131.00")
    officer.paste("预算", 5, 0, *ITEMS)
    picture(officer, "table")
    officer.line("评价.得分", "93.5分")
    officer.line("评价.等级", "优")


def text(officer: Officer) -> None:
    """Running text."""
    officer.prose("单位概况.职能", "医院承担全县基本医疗、急诊急救和公共卫生服务。")
    officer.prose("单位概况.人员情况", "核定编制")
    officer.key("Control+k")
    officer.page.locator("#picker input").fill("编制")
    officer.page.locator("#picker [role=option]").first.wait_for()
    picture(officer, "picker")
    officer.key("Enter")
    for name, words in {
        "单位概况.工作任务": "全年门诊不少于12万人次，急救平均到达时间不超过12分钟。",
        "收支情况": "全年预算批复{{ 预算.批复 }}，支出{{ 预算.支出 }}。",
        "目标完成情况": "门诊、急诊和公共卫生服务任务全部完成。",
        "评价过程": "成立评价小组，收集资料，逐项打分，形成报告。",
        "评价结果": "得分{{ 评价.得分 }}，等级为“{{ 评价.等级 }}”。收回有效问卷{{ 有效问卷 }}，满意率{{ 满意率 }}。",
        "绩效分析.投入": "项目资金批复{{ 预算.项目资金.批复 }}，各项目均有量化目标。",
        "绩效分析.执行管理": "项目资金到位{{ 预算.项目资金.到位 }}，支出{{ 预算.项目资金.支出 }}。",
        "其他问题": "无。",
    }.items():
        officer.prose(name, words)


def lists(officer: Officer) -> None:
    """Activities, problems, measures, indicators."""
    for name, words in ACTIVITIES.items():
        add(officer, "活动", 部门=name, 内容=words)
    for name, words in PROBLEMS.items():
        add(officer, "存在问题", 简称=name, 问题=words)
        add(officer, "整改措施", 对应问题=name, 措施=f"{words}，列入下年计划")
    picture(officer, "cards")
    officer.paste("评分表", 0, 0, *INDICATORS)
    picture(officer, "indicators")


def add(officer: Officer, field: str, **values: str) -> None:
    """Into the card that is still empty, else into one more."""
    first = next(iter(values))
    box = officer.field(f"{field}.1.{first}").locator("input")
    if box.input_value():
        officer.card(field, **values)
    else:
        officer.fill_card(f"{field}.1", **values)


def chart(officer: Officer) -> None:
    """A chart of the budget's items, which the document type has ready."""
    officer.field("图表").get_by_role("button", name="添加现成的「预算执行情况」").click()
    officer.saved()
    officer.laid()
    picture(officer, "chart")


def mend(officer: Officer) -> None:
    """A wrong figure is found and mended."""
    officer.paste("预算", 8, 5, "95.2%")
    expect(officer.page.locator("#count-error")).to_contain_text("错误")
    while "应为 92.5%" not in officer.page.locator(".find.open").all_inner_texts().__str__():
        officer.key("F8")
    officer.laid()
    picture(officer, "finding")
    officer.key("Alt+g")
    expect(officer.page.locator("#told")).to_contain_text("改为 92.5%")


def finish(officer: Officer, folder: Path) -> None:
    """Documents, the copy that goes round, next year."""
    officer.laid()
    picture(officer, "desk")
    officer.build()
    officer.page.goto(officer.page.url.split("/open")[0] + "/")
    expect(officer.page.locator("body")).not_to_contain_text("在查", timeout=60_000)
    picture(officer, "home")
    officer.page.locator("a, button", has_text="明年的报告").first.click()
    write = officer.page.locator("button", has_text="开始填写")
    write.wait_for(timeout=60_000)
    picture(officer, "roll")
    write.click()
    officer.page.wait_for_url("**/open**")
    officer.ready()
    assert "待填" in officer.page.locator("#count-hole").inner_text()
    assert (folder / FILE.replace("2025", "2026")).is_file()
    assert (folder / "output" / FILE.replace(".yaml", ".pdf")).is_file()


def review(officer: Officer, folder: Path) -> None:
    """A report of another unit, with some faults, looked through by a reviewer."""
    paper = Document()
    for line in PAPER.splitlines():
        paper.add_paragraph(line)
    (folder / "送审").mkdir()
    paper.save(str(folder / "送审" / "水务局自评.docx"))
    origin = "/".join(officer.page.url.split("/")[:3])
    officer.page.goto(f"{origin}/review/document?file=送审/水务局自评.docx")
    officer.page.locator("#list .row").first.wait_for(timeout=60_000)
    officer.page.locator("#author").fill("王某")
    rows = officer.page.locator("#list .row")
    for number, verdict in enumerate("2113"):
        rows.nth(number).click()
        officer.key(verdict)
    rows.filter(has_text="比率与所给的两个数对不上").first.click()
    picture(officer, "review")


if __name__ == "__main__":
    main()
