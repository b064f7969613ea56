"""Charts: asked for in 图表, put where a line says so, numbered as they stand; their figures are facts."""

from pathlib import Path

import pytest
from tests.support.example import changed
from tests.support.prose import PROSE, added, document

from reportgen.model.chart import Chart, ChartKind
from reportgen.model.document import Document, Paragraph, Role, plain_text
from reportgen.packs.loader import load_pack
from reportgen.pipeline.check import check_text
from reportgen.pipeline.checked import Checked

HEAD = "\n# 单位概况："


def checked(charts: str, *lines: str) -> Checked:
    """The example with an entry 图表 and lines of prose under 投入情况分析."""
    return check_text(changed((HEAD, f"\n图表:\n{charts.rstrip()}\n{HEAD}"), added(*lines)), "内容.yaml")


def charts(document: Document) -> list[Chart]:
    return [block for block in document.walk() if isinstance(block, Chart)]


def captions(document: Document) -> list[str]:
    paragraphs = [block for block in document.walk() if isinstance(block, Paragraph) and block.role is Role.FIGURE]
    return [paragraph.label + plain_text(paragraph.inlines) for paragraph in paragraphs]


def findings(checked: Checked) -> list[tuple[str, str]]:
    return [(finding.code, finding.label) for finding in checked.report]


MONTHS = "  - {名称: 每月观众, 单位: 人次, 数据: {1月: 2100, 2月: 0, 3月: 2200}}"


def test_a_line_with_nothing_but_the_name_puts_the_chart_there() -> None:
    made = document(checked(MONTHS, "{{ 图表.每月观众 }}", "全年平稳。"))
    blocks = list(made.blocks["正文"])
    (chart,) = charts(made)
    at = blocks.index(chart)
    assert (chart.kind, chart.categories, chart.unit) == (ChartKind.COLUMN, ("1月", "2月", "3月"), "人次")
    assert [series.printed for series in chart.series] == [("2100", "0", "2200")]
    assert chart.section == "三、（一）投入情况分析"
    assert captions(made) == ["图1　每月观众（单位：人次）"]
    assert plain_text(blocks[at + 2].inlines) == "全年平稳。"


def test_a_sentence_speaks_of_the_number_before_the_chart_stands() -> None:
    """Numbers follow the order of the text, not that of 图表."""
    two = MONTHS + "\n  - {名称: 构成, 类型: 饼图, 数据: 接待观众}"
    made = document(checked(two, "分别见{{ 每月观众 }}和{{ 构成 }}。", "{{ 构成 }}", "{{ 每月观众 }}"))
    lines = [plain_text(block.inlines) for block in made.walk() if isinstance(block, Paragraph)]
    assert "分别见图2和图1。" in lines
    assert captions(made) == ["图1　构成（单位：人次）", "图2　每月观众（单位：人次）"]


def test_figures_of_a_chart_are_facts() -> None:
    made = document(checked(MONTHS, "三月为{{ 每月观众.3月 }}。", "{{ 图表.每月观众 }}"))
    assert "三月为2200人次。" in [plain_text(block.inlines) for block in made.walk()]
    wrong = "  - {名称: 每月观众, 数据: {1月: 10人次, 2月: 20人次, 合计: 40人次}}"
    assert findings(checked(wrong, "{{ 每月观众 }}")) == [("NUM005", "40人次")]
    other = "  - {名称: 活动, 数据: {科普讲座场次: 3场}}"
    assert findings(checked(other, "科普讲座场次5场。", "{{ 图表.活动 }}")) == [("NUM004", "这里写的是 5场")]


def test_a_total_is_checked_and_not_drawn() -> None:
    made = document(checked("  - {名称: 构成, 类型: 饼图, 数据: 接待观众}", "{{ 构成 }}"))
    assert charts(made)[0].categories == ("常设展厅", "临时展览")


def test_groups_are_series_and_gaps_stay_gaps() -> None:
    two = "  - {名称: 活动, 类型: 折线图, 数据: {2023年: {春: 3场, 秋: 5场}, 2024年: {春: 4场, 夏: 2场}}}"
    (chart,) = charts(document(checked(two, "{{ 图表.活动 }}")))
    assert chart.categories == ("春", "秋", "夏")
    assert {series.name: series.printed for series in chart.series} == {
        "2023年": ("3", "5", ""),
        "2024年": ("4", "", "2"),
    }
    assert chart.spoken.endswith("夏：2023年无数据，2024年2场")


def test_a_fund_table_gives_its_items_by_the_columns_asked_for() -> None:
    (chart,) = charts(document(checked("  - {名称: 执行, 数据: 预算, 列: [批复, 支出]}", "{{ 图表.执行 }}")))
    assert (chart.categories, chart.unit) == (("展厅运行经费", "科普活动经费"), "万元")
    assert {series.name: series.printed for series in chart.series} == {
        "批复": ("80.00", "40.00"),
        "支出": ("78.40", "36.20"),
    }


def test_the_chart_that_the_template_has_ready_is_drawn_when_it_is_asked_for() -> None:
    made = document(checked("  - 预算执行情况", "各分项见{{ 图表.预算执行情况 }}。"))
    (chart,) = charts(made)
    assert chart.section == "三、（二）执行管理情况分析"
    assert [series.name for series in chart.series] == ["到位", "支出"]
    assert captions(made) == ["图1　预算执行情况（单位：万元）"]


def test_without_an_entry_there_is_no_chart() -> None:
    made = check_text(changed(), "内容.yaml").document
    assert made is not None
    assert charts(made) == []


@pytest.mark.parametrize(
    ("data", "printed"),
    [
        ("{单位: 万人次, 数据: {春: 12500人次, 夏: 3.5万人次}}", ("1.25", "3.5")),
        ('{数据: {春: "1,200人次", 夏: 约200人次, 秋: 100余人次}}', ("1,200", "约200", "100余")),
        ("{数据: {春: 95%以上, 夏: 97.30%}}", ("≥95", "97.30")),
    ],
)
def test_labels_keep_their_writing_and_stand_in_one_unit(data: str, printed: tuple[str, ...]) -> None:
    (chart,) = charts(document(checked(f"  - {{名称: 图甲, {data[1:]}", "{{ 图甲 }}")))
    assert chart.series[0].printed == printed


KINDS = [kind.value for kind in ChartKind]
WRONG = [
    ("{名称: 甲, 数据: {一: 1项}}", [], [("CON009", "图「甲」没有放进正文")]),
    (
        "{名称: 甲, 数据: {一: 1项}}",
        ["{{ 甲 }}", "{{ 甲 }}"],
        [("CON009", "图「甲」前面已经放过；只想提到它的，写进句子里")],
    ),
    ("{名称: 甲, 数据: {一: 1项, 二: 2人}}", ["{{ 甲 }}"], [("REF004", "「2人」不能印成「项」")]),
    (
        "{名称: 甲, 数据: 预祘}",
        ["{{ 甲 }}"],
        [("REF001", "没有叫「预祘」的经费表、指标或问卷，也没有叫这个名称的一组数据")],
    ),
    (
        "{名称: 甲, 类型: 柱子图, 数据: {一: 1项}}",
        ["{{ 甲 }}"],
        [("CON003", f"「类型」写 {'、'.join(KINDS)}")],
    ),
    (
        "{名称: 甲, 数据: {一: 1项, 二: {三: 2项}}}",
        ["{{ 甲 }}"],
        [("CON003", "「数据」或者每项一个数字，或者先分组、组里每项一个数字，不能混着写")],
    ),
    (
        "{名称: 甲, 类型: 饼图, 数据: {一: 1项, 二: -1项}}",
        ["如{{ 甲 }}所示。", "{{ 甲 }}"],
        [("CON003", "饼图画各部分占多少，数字不能是负数，也不能都是零")],
    ),
    ("{名称: 甲, 数据: {一: 几项}}", ["{{ 甲 }}"], [("CON005", "「几项」不是一个数字")]),
    ("预算执行情", [], [("CON003", "模板里没有现成的图「预算执行情」，要写它的「数据」")]),
]


@pytest.mark.parametrize(("chart", "lines", "said"), WRONG)
def test_what_is_wrong_is_said_once(chart: str, lines: list[str], said: list[tuple[str, str]]) -> None:
    assert findings(checked(f"  - {chart}", *lines)) == said


def test_a_figure_that_the_text_promises_must_be_there() -> None:
    """Nanyang's 「每月进馆人次如下图所示」: its source has no figures, so the finding stays."""
    text = changed((PROSE, "每月观众如下图所示。\n"))
    assert findings(check_text(text, "内容.yaml")) == [("STR003", "文中没有这个图")]
    assert findings(checked(MONTHS, "每月观众如下图所示。", "{{ 图表.每月观众 }}")) == []


def test_a_chart_that_ends_the_body_keeps_to_the_signature() -> None:
    text = changed((HEAD, f"\n图表:\n{MONTHS}\n{HEAD}"), ("其他问题: 无", "其他问题: |\n  {{ 图表.每月观众 }}"))
    made = document(check_text(text, "内容.yaml"))
    assert made.blocks["正文"][-1] == next(
        block for block in made.walk() if isinstance(block, Paragraph) and block.role is Role.CAPTION
    )


PACK = """\
名称: 试
标题: 试
字段:
  预算: {类型: 经费表}
  指标: {类型: 指标}
  图表: {类型: 图表}
提纲:
  - 图: 执行
    数据: 预算
    列: [年初预算, 支出]
"""


def pack_findings(folder: Path, text: str) -> list[str]:
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    return [finding.label for finding in load_pack(folder)[1]]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", []),
        ("数据: 预算", "数据: 指标", []),
        ("数据: 预算", "数据: 图表", ["「数据」写一个经费表字段或指标字段"]),
        ("[年初预算, 支出]", "[支付率]", ["「列」写 年初预算、批复、到位、支出"]),
        ("  图表: {类型: 图表}\n", "", ["没有声明类型为「图表」的字段，内容文件没法要这张图"]),
    ],
)
def test_a_pack_says_which_chart_it_has_ready(tmp_path: Path, old: str, new: str, said: list[str]) -> None:
    assert pack_findings(tmp_path, PACK.replace(old, new, 1)) == said
