"""Every kind of chart with figures that are hard to draw: no words on others, none outside, the same words in Word."""

import re
from functools import cache
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pdfplumber
import pytest
from tests.render.test_chart import word_file
from tests.support.charts import chart_of, checked, meetings, outside
from tests.support.example import PACK
from tests.support.word import audit, sdk_validate, to_pdf

from reportgen.model.chart import Chart, ChartKind
from reportgen.model.document import Paragraph
from reportgen.model.look import Looks
from reportgen.pipeline.check import check_text
from reportgen.render.chart.layout import beside
from reportgen.render.chart.native import native_chart
from reportgen.render.chart.svg import chart_svg, svg_words
from reportgen.word.template import read_template

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def mapping(**figures: str) -> str:
    return "{" + ", ".join(f"{name}: {figure}" for name, figure in figures.items()) + "}"


MONTHS = [f"{year}年{month}月" for year in (2023, 2024) for month in range(1, 13)]
LONG = "中小学校舍安全保障长效机制和义务教育薄弱环节改善提升补助资金"
EIGHT = mapping(
    公务用车运行维护费="9.80",
    公务接待费="0.15",
    出国费="0.05",
    购置费="0.00",
    会议费="0.9",
    培训费="1",
    差旅费="2",
    维修费="3",
)
ALIKE = mapping(**{month: str(20000 + 137 * index % 900) for index, month in enumerate(MONTHS)})
UP_AND_DOWN = mapping(门诊="-12.50", 住院="30.00", 体检="0.00", **{LONG: "7.25"})
TWO = mapping(甲="{1月: 2100, 2月: 0, 3月: 2200}", 乙="{1月: 2100, 2月: 0, 3月: 2199}")
FOUR = mapping(
    **{name: mapping(**{f"{m}月": str(1000 + m * k) for m in range(1, 13)}) for k, name in enumerate("甲乙丙丁")}
)
GROUPS = mapping(
    人员经费="{2022年: 80.00, 2023年: 85.00, 2024年: 88.00}",
    公用经费="{2022年: 20.00, 2023年: 18.00, 2024年: 0.05}",
    项目支出="{2022年: 120.00, 2023年: 0.00, 2024年: 115.00}",
)
ANSWERS = mapping(
    教学管理="{很满意: 86, 满意: 10, 一般: 3, 不满意: 1}",
    食堂卫生="{很满意: 100, 满意: 0, 一般: 0, 不满意: 0}",
    **{LONG: "{很满意: 30, 满意: 30, 一般: 20, 不满意: 20}"},
)
PLANS = {
    "柱 正负零和长名": f"单位: 万元, 数据: {UP_AND_DOWN}",
    "柱 一项": "单位: 万元, 数据: {门诊: 12.50}",
    "柱 全是零": "单位: 件, 数据: {立案: 0, 结案: 0}",
    "柱 二十四项": f"单位: 人次, 数据: {ALIKE}",
    "柱 两组二十四项": f"单位: 人次, 数据: {mapping(甲=ALIKE, 乙=ALIKE)}",
    "条 正负零和长名": f"类型: 条形图, 单位: 万元, 数据: {UP_AND_DOWN}",
    "条 八类两组": f"类型: 条形图, 单位: 万元, 数据: {mapping(甲=EIGHT, 乙=EIGHT)}",
    "条 二十四项": f"类型: 条形图, 单位: 人次, 数据: {ALIKE}",
    "堆积": f"类型: 堆积图, 单位: 万元, 数据: {GROUPS}",
    "线 一点": "类型: 折线图, 单位: 吨, 数据: {2024年: 35}",
    "线 二十四点": f"类型: 折线图, 单位: 人次, 数据: {ALIKE}",
    "线 两条相同": f"类型: 折线图, 单位: 人次, 数据: {TWO}",
    "线 四条十二点": f"类型: 折线图, 单位: 人次, 数据: {FOUR}",
    "柱线 经费表": "类型: 柱线图, 数据: 预算, 列: [批复, 支出]",
    "柱线 率已有": "类型: 柱线图, 单位: 万元, 数据: {预算: {水费: 10, 电费: 0.5}, 执行率: {水费: 98.50%, 电费: 100%}}",
    "饼 八类": f"类型: 饼图, 单位: 万元, 数据: {EIGHT}",
    "饼 三类": "类型: 饼图, 单位: 万元, 数据: {人员经费: 120, 公用经费: 85.5, 项目支出: 351.31}",
    "饼 长名": f"类型: 饼图, 单位: 万元, 数据: {mapping(**{LONG: '20', '其他': '1'})}",
    "饼 一类": "类型: 饼图, 单位: 万元, 数据: {办案经费: 35.00}",
    "环": f"类型: 环形图, 单位: 万元, 数据: {EIGHT}",
    "完成": f"类型: 完成图, 数据: {{目标: {mapping(巡回审判='20场', **{LONG: '35000人次'}, 办结时限='≤5天')}, "
    f"实际: {mapping(巡回审判='0场', **{LONG: '76400人次'}, 办结时限='4天')}}}",
    "雷达": '类型: 雷达图, 单位: "%", 数据: {投入: 95.0%, 过程: 88.5%, 产出: 100%, 效果: 0%, 服务对象满意度: 97%}',
    "雷达 两组": f"类型: 雷达图, 单位: 分, 数据: {TWO}",
    "瀑布": "类型: 瀑布图, 单位: 万元, 数据: {年初预算: 300.00, 追加: 40.00, 调减: -20.05, 全年预算: 319.95}",
    "瀑布 经费表": "类型: 瀑布图, 数据: 预算, 列: [批复, 支出]",
    "占比": f"类型: 占比图, 单位: 人, 数据: {ANSWERS}",
}


@cache
def looks() -> Looks:
    return read_template(PACK / "template.docx")[0].looks


@cache
def chart(name: str) -> Chart:
    return chart_of(PLANS[name])


@pytest.mark.parametrize("name", PLANS)
def test_no_words_stand_on_others_or_outside(name: str) -> None:
    svg = chart_svg(chart(name), looks())
    assert meetings(svg) == []
    assert outside(svg) == []


@pytest.mark.parametrize("name", PLANS)
def test_every_value_is_read_in_the_drawing(name: str) -> None:
    """With its share; what has no room where it is drawn stands below the name of its category."""
    made = chart(name)
    words = "".join(svg_words(chart_svg(made, looks()))).replace(" ", "")
    wanted = [*(label for series in made.series for label in series.printed), *made.categories, *made.notes]
    assert [word for word in wanted if word.replace("\n", "").replace(" ", "") not in words] == []
    for series in made.series:
        aside = [made.notes[index] for index in series.aside]
        assert [
            note for index, note in zip(series.aside, aside, strict=True) if series.figures[index] not in note
        ] == []


@pytest.mark.parametrize("name", PLANS)
def test_word_prints_the_same_labels(name: str) -> None:
    """Whatever order it has them in, and whether a label is a figure in a format or words of its own."""
    drawn = sorted("".join(svg_words(chart_svg(chart(name), looks()))).replace(" ", ""))
    assert sorted("".join(native_words(chart(name))).replace(" ", "").replace("\n", "")) == drawn


def native_words(made: Chart) -> list[str]:
    """What Word shows of a chart part: names of categories, those of series in the legend, labels."""
    root = ElementTree.fromstring(native_chart(made, looks()).xml)
    series = list(root.iter(C + "ser"))
    named = [point.text or "" for point in series[0].iterfind(f"{C}cat//{C}v")]
    hidden = {index.get("val") for index in root.iterfind(f".//{C}legendEntry/{C}idx")}
    pie = root.find(f".//{C}pieChart") is not None or root.find(f".//{C}doughnutChart") is not None
    legend = [] if pie else [each.findtext(f"{C}tx//{C}v", "") for n, each in enumerate(series) if str(n) not in hidden]
    words = [*([] if pie and beside(made) else named), *(legend if root.find(f".//{C}legend") is not None else [])]
    return words + [label for each in series for label in native_labels(each)]


def native_labels(series: ElementTree.Element) -> list[str]:
    if series.find(C + "dLbls") is None:
        return []
    code = series.find(f"{C}dLbls/{C}numFmt")
    form = code.get("formatCode", "") if code is not None else ""
    values = {point.get("idx"): point.findtext(C + "v", "") for point in series.iterfind(f"{C}val//{C}pt")}
    labels = {index: shown(float(value), form) for index, value in values.items()}
    for own in series.iter(C + "dLbl"):
        (index,) = (each.get("val") for each in own.iterfind(C + "idx"))
        words = "".join(text.text or "" for text in own.iter(A + "t"))
        deleted = own.find(C + "delete") is not None
        labels[index] = "" if deleted else words or labels.get(index, "")
    return list(labels.values())


def shown(value: float, form: str) -> str:
    return f"{value:{',' if ',' in form else ''}.{len(form.partition('.')[2])}f}"


def test_shares_are_of_the_whole_and_rates_of_the_target() -> None:
    """Worked out with Decimal, rounded half-up to one decimal: 12.5 of 1000 is 1.3%."""
    pie = chart_of("类型: 饼图, 单位: 万元, 数据: {水费: 12.5, 电费: 987.5}")
    assert pie.series[0].printed == ("12.5（1.3%）", "987.5（98.8%）")
    target, actual = chart("完成").series
    assert (target.printed[2], actual.printed) == ("≤5天", ("0场（0.0%）", "76400人次（218.3%）", "4天"))
    assert chart("柱线 经费表").series[-1].printed == ("98.0%", "90.5%")
    assert chart("柱线 率已有").series[-1].printed == ("98.50%", "100%")


def test_rates_of_the_score_come_from_the_indicators() -> None:
    """得分 ÷ 分值 of each 一级指标; with 完成图, target and result of each indicator that has figures."""
    text = Path("content/example-year-2024.yaml").read_text(encoding="utf-8")
    text = text.replace("图表:\n", "图表:\n  - {名称: 得分率, 类型: 条形图, 数据: 评分表}\n", 1)
    text = text.replace(
        "      {{ 图表.接待观众构成 }}\n", "      {{ 图表.得分率 }}\n      {{ 图表.接待观众构成 }}\n", 1
    )
    document = check_text(text, "内容.yaml").document
    assert document is not None
    (bars,) = [block for block in document.walk() if isinstance(block, Chart) and block.title == "得分率"]
    assert bars.categories == ("投入", "过程", "产出", "效果")
    assert all(re.fullmatch(r"\d+\.\d", label) for label in bars.series[0].printed)


def test_a_waterfall_stands_on_what_was_there() -> None:
    made = chart("瀑布")
    assert [series.name for series in made.series] == ["总额", "增加", "减少"]
    assert [str(floor) for floor in made.floors] == ["0", "300.00", "319.95", "0"]
    assert made.spoken.endswith("追加：增加+40.00万元；调减：减少-20.05万元；全年预算：总额319.95万元")
    assert chart("瀑布 经费表").categories == ("批复", "未支出", "支出")
    assert chart_of("类型: 瀑布图, 数据: 预算").categories == ("批复", "未支出", "支出"), "all stages that there are"


def test_a_gap_in_a_radar_keeps_its_place() -> None:
    two = "{甲: {一: 1件, 二: 2件, 三: 3件}, 乙: {二: 2件, 三: 3件, 一: 9件, 四: 4件}}"
    assert chart_of(f"类型: 雷达图, 数据: {two}").notes == ("1／9", "2／2", "3／3", "—／4")


def test_answers_are_shares_and_it_is_said_of_how_many() -> None:
    made = chart("占比")
    assert made.categories[0] == "教学管理"
    assert made.notes[0] == "共100人，一般3.0%，不满意1.0%"
    assert [series.printed[0] for series in made.series] == ["86.0%", "10.0%", "", ""]
    assert "一般3.0%" in made.spoken


WRONG = [
    (
        f"类型: 饼图, 数据: {mapping(**{f'第{n}项': '1件' for n in range(1, 12)})}",
        "饼图最多画 10 项，这里有 11 项；请把小项合并成「其他」，或者分成几张图",
    ),
    (
        f"数据: {mapping(**{f'组{n}': '{一: 1件}' for n in range(7)})}",
        "一张图最多分得清 6 组，这里有 7 组；请分成几张图",
    ),
    ("类型: 堆积图, 数据: {一: -1件, 二: 2件}", "堆积图画各部分占多少，数字不能是负数，也不能都是零"),
    ("类型: 完成图, 数据: {一: 1件}", "完成图画两组数字，先写目标，再写实际；这里有 1 组"),
    ("类型: 完成图, 数据: {目标: {一: 1件}, 实际: {一: 2人}}", "「一」的目标和实际单位不同，不能比"),
    ("类型: 完成图, 数据: {目标: {一: 0件}, 实际: {一: 2件}}", "「一」的目标不是正数，算不出完成多少"),
    ("类型: 完成图, 数据: {目标: {一: 1件}, 实际: {二: 2件}}", "「一」缺目标或者缺实际"),
    ("类型: 柱线图, 数据: {一: 1件, 二: 2件}", "柱线图至少画两组数字，这里只有 1 组"),
    ("类型: 雷达图, 数据: {一: 1分, 二: 2分}", "雷达图至少要有三项"),
    ("类型: 瀑布图, 数据: {一: 1件, 二: 2件}", "瀑布图要有起点、终点和中间的增减"),
    ("类型: 瀑布图, 数据: {一: 1件, 二: -2件, 三: -1件}", "瀑布图逐项累计不能低于零"),
    (
        "类型: 瀑布图, 数据: {年初: 300.00万元, 追加: 40.00万元, 全年: 350.00万元}",
        "从第一项加到倒数第二项是340万元，最后一项「全年」写的是350.00万元",
    ),
    ("类型: 占比图, 数据: {甲: {好: 1人}, 乙: {好: 0人}}", "「乙」下面的数字都是零，算不出占比"),
]


@pytest.mark.parametrize(("plan", "said"), WRONG)
def test_what_cannot_be_drawn_is_said_where_the_chart_is_asked_for(plan: str, said: str) -> None:
    (finding,) = checked(plan).report
    assert (finding.code, finding.label, finding.place.line > 0) == ("CON003", said, True)


@pytest.mark.parametrize(
    ("word", "kind"), [("柱状图", ChartKind.COLUMN), ("圆环图", ChartKind.RING), ("饼状图", ChartKind.PIE)]
)
def test_kinds_are_known_by_what_people_call_them(word: str, kind: ChartKind) -> None:
    assert chart_of(f"类型: {word}, 数据: {{一: 1件, 二: 2件}}").kind is kind


def test_shares_are_told_apart_in_grey_print() -> None:
    """Ten slices, each with a grey, a hatch or both that no other has."""
    ten = chart_of(f"类型: 饼图, 数据: {mapping(**{f'第{n}项': f'{n}件' for n in range(1, 11)})}")
    fills = re.findall(r'<path d="M[^"]*" fill="([^"]*)"', chart_svg(ten, looks()))
    assert len(set(fills)) == 10


def test_the_source_stands_below_the_caption() -> None:
    made = checked("来源: 某区人民法院2024年案件统计, 数据: {立案: 1件}").document
    assert made is not None
    blocks = list(made.walk())
    at = blocks.index(next(block for block in blocks if isinstance(block, Chart)))
    below = [block for block in blocks[at + 1 : at + 3] if isinstance(block, Paragraph)]
    lines = [(block.label, "".join(inline.text for inline in block.inlines)) for block in below]
    assert lines == [("图1　", "图甲（单位：件）"), ("数据来源：", "某区人民法院2024年案件统计")]


@pytest.fixture(scope="module")
def in_word(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return word_file(tmp_path_factory.mktemp("word"), *map(chart, PLANS))


def test_word_gets_a_sound_file(in_word: Path) -> None:
    assert (audit(in_word), sdk_validate(in_word)) == ([], [])


def test_libreoffice_shows_every_label_and_none_on_another(in_word: Path) -> None:
    """It stands in for Word, where nothing can be measured."""
    with pdfplumber.open(to_pdf(in_word, in_word.parent)) as pdf:
        words = "".join(char["text"] for page in pdf.pages for char in page.chars).replace(" ", "")
        met = [pair for page in pdf.pages for pair in on_another([c for c in page.chars if c["text"].strip()])]
    wanted = {label.replace(" ", "") for name in PLANS for series in chart(name).series for label in series.printed}
    assert [label for label in sorted(wanted) if label not in words] == []
    assert met == []


def on_another(characters: list[dict[str, float]]) -> list[tuple[object, object]]:
    """The characters whose ink, about the half of their boxes, takes the same room."""
    found = [(char["text"], ink_of(char)) for char in characters]
    return [
        (one, two)
        for (one, a), (two, b) in combinations(found, 2)
        if a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]
    ]


def ink_of(char: dict[str, float]) -> tuple[float, float, float, float]:
    across, down = (char["x1"] - char["x0"]) * 0.15, (char["bottom"] - char["top"]) * 0.25
    return char["x0"] + across, char["x1"] - across, char["top"] + down, char["bottom"] - down
