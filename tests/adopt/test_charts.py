"""Charts come back as data: those that the program has made, of every kind, and those of other hands in Word files."""

from pathlib import Path

import pytest
from tests.support.adopted import again
from tests.support.charted import Chart as Drawn
from tests.support.charted import chart_part, charted_docx

from reportgen.adopt.spoken_charts import spoken_figures
from reportgen.model.chart import ChartKind
from reportgen.model.document import Chart, Document
from reportgen.pipeline.adopted import Adopted, adopt_file
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_text

TEXT = "各科室按季度核对业务数据和支付凭证，财务科汇总后报院长办公会审定，结果用于编制下年预算，如下图所示。" * 2
EVERY_KIND = """\
文种: 公文（信函格式）
单位: 示例县卫生健康局
发文机关标志: 示例县卫生健康局
发文字号: 示卫函〔2025〕6号
事由: 商请核对医疗服务数据
公文种类: 函
主送机关: 示例县人民医院
年度: 2024
数据:
  各季门诊: {一季度: 8600人次, 二季度: 9000人次, 三季度: 12300人次, 四季度: 6500人次}
  两年: {2023年: {门诊: "1,200人次", 住院: 300人次}, 2024年: {门诊: "1,350人次", 住院: 320人次}}
  两项: {到位: {设备: 80.00万元, 培训: 40.00万元}, 支出: {设备: 78.40万元, 培训: 36.20万元}}
  成本: {药品: 41.5万元, 人力: 52.0万元, 水电: 6.5万元}
  目标与实际: {目标: {门诊: 1300人次, 差错: 5起}, 实际: {门诊: 1350人次, 差错: 3起}}
  得分率: {决策: 95.0%, 过程: 94.0%, 产出: 100.0%}
  调整: {年初预算: 310.00万元, 追加: 25.00万元, 调减: -15.00万元, 全年预算: 320.00万元}
  评价: {候诊: {满意: 61人, 一般: 29人, 不满意: 7人}, 环境: {满意: 80人, 一般: 17人, 不满意: 0人}}
正文: |
""" + "".join(
    f"  {TEXT}\n  图 {kind.value}的例子：{{{{ {figures} | {kind.value} }}}}（来源：业务系统）\n"
    for kind, figures in {
        ChartKind.COLUMN: "各季门诊",
        ChartKind.BAR: "各季门诊",
        ChartKind.STACKED: "两年",
        ChartKind.LINE: "两年",
        ChartKind.COMBINED: "两项",
        ChartKind.PIE: "成本",
        ChartKind.RING: "成本",
        ChartKind.TARGET: "目标与实际",
        ChartKind.RADAR: "得分率",
        ChartKind.WATERFALL: "调整",
        ChartKind.DISTRIBUTION: "评价",
    }.items()
)


@pytest.fixture(scope="module")
def letter() -> Built:
    """A letter that shows a chart of every kind."""
    return build(check_text(EVERY_KIND + "成文日期: 2025年3月20日\n", "内容.yaml"), ("docx", "pdf"))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_every_kind_of_our_own_says_the_same(letter: Built, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"来函.{kind}"
    path.write_bytes(letter.outputs[kind])
    main = letter.checked.main
    assert main
    assert spoken(adopt_file(path, main.pack)) == charts_of(main.document)


def charts_of(document: Document) -> list[str]:
    return [block.spoken for block in document.walk() if isinstance(block, Chart)]


def spoken(adoption: Adopted) -> list[str]:
    return [words for draft in again(adoption) for words in charts_of(draft.document)]


REPORT = ("示例县水务局2024年度部门整体支出绩效评价报告", "五、整改措施或建议", "（一）更换阀门", "由工程科负责。")
STRANGERS: list[tuple[Drawn, str, str, str]] = [
    (
        ({"type": "pie"}, ["男生", "女生"], {"人数": [1430, 1430]}, "0"),
        "",
        "图1  在校学生构成（单位：人）",
        "饼图：在校学生构成（单位：人）。男生：1430人（50.0%）；女生：1430人（50.0%）",
    ),
    (
        ({"type": "bar"}, ["民事", "刑事"], {"收案": [1203.0, 87], "结案": [1180, 85]}, "#,##0"),
        "单位：件",
        "图2 收结案情况",
        "条形图：收结案情况（单位：件）。民事：收案1203件，结案1180件；刑事：收案87件，结案85件",
    ),
    (
        ({"type": "area"}, ["1月", "2月"], {"供水量": [30.1 + 0.2, 28.5]}, "General"),
        "万吨",
        "图3.供水量",
        "折线图：供水量（单位：万吨）。1月：30.3万吨；2月：28.5万吨",
    ),
    (
        (
            {"type": "column", "subtype": "percent_stacked"},
            ["讲解", "环境"],
            {"满意": [90, 95], "一般": [10, 5]},
            "0人",
        ),
        "",
        "图4　观众评价",
        "占比图：观众评价。讲解（共100）：满意90.0%，一般10.0%；环境（共100）：满意95.0%，一般5.0%",
    ),
]


@pytest.mark.parametrize(("chart", "axis", "caption", "says"), STRANGERS, ids=["school", "court", "water", "museum"])
def test_a_chart_of_another_hand_is_drawn_again(
    chart: Drawn, axis: str, caption: str, says: str, tmp_path: Path
) -> None:
    """Its kind and its figures, as they are shown; name and unit from what stands at it."""
    path = charted_docx(tmp_path / "旧.docx", (*REPORT, chart_part(chart, axis), caption, "以上为全年情况。"))
    adoption = adopt_file(path)
    assert spoken(adoption) == [says]
    assert [remark.words for remark in adoption.remarks if caption in remark.words] == []


@pytest.mark.parametrize(
    ("chart", "why"),
    [
        (({"type": "scatter"}, ["1", "2"], {"水位": [3.1, 3.4]}, "0.0"), "没有这种图"),
        (({"type": "pie"}, ["收入", "支出"], {"差额": [12, -3]}, "0"), "不能是负数"),
        (({"type": "column"}, ["甲"], {f"第{at}组": [at] for at in range(1, 9)}, "0"), "最多分得清"),
    ],
    ids=["points in a plane", "a pie with a loss", "too many groups"],
)
def test_what_cannot_be_drawn_is_said(chart: Drawn, why: str, tmp_path: Path) -> None:
    path = charted_docx(tmp_path / "旧.docx", (*REPORT, chart_part(chart), "图1　全年情况", "以上为全年情况。"))
    adoption = adopt_file(path)
    assert [why in remark.why for remark in adoption.remarks if "图1　" in remark.words] == [True]
    assert "# 图1　全年情况" in adoption.text


@pytest.mark.parametrize(
    "words",
    ["泵站现场照片", "柱形图：支出。", "柱形图：支出（单位：万元）。合计", "饼图：人员。在编：很多人"],
    ids=["a photograph", "nothing", "no figure", "no number"],
)
def test_words_of_another_form_are_no_chart(words: str) -> None:
    assert spoken_figures(words) is None


def test_figures_that_were_changed_in_word_count(letter: Built, tmp_path: Path) -> None:
    """The words that are read aloud stay behind when somebody edits the data of a chart: the drawing is right."""
    from reportgen.word.package import Package

    path = tmp_path / "来函.docx"
    package = Package("来函.docx", letter.outputs["docx"])
    chart = package.bytes_of("word/charts/chart1.xml")
    assert chart
    assert b"<c:v>8600</c:v>" in chart
    changed = package.with_parts({"word/charts/chart1.xml": chart.replace(b"<c:v>8600</c:v>", b"<c:v>8650</c:v>")})
    path.write_bytes(changed.content)
    assert letter.checked.main
    assert "一季度：8650人次" in spoken(adopt_file(path, letter.checked.main.pack))[0]
