"""What a summary takes from a paper: the money of the whole unit, and nothing that is said of a part."""

import pytest
from tests.support.made import NANYANG, Made
from tests.support.papers import money, read

from reportgen.diagnostics.selection import Selection
from reportgen.pipeline.summaries import file_read
from reportgen.summary.words import Material

SAID: list[tuple[tuple[str, ...], dict[str, str]]] = [
    (
        (
            "示例县人民医院2024年度部门整体支出绩效评价报告\n一、资金情况\n",
            "年初预算8426.50万元，调整后全年预算9138.20万元，全年实际支出8874.36万元，其中基本支出5962.18万元，项目支出2912.18万元。\n",
            "“三公”经费年初预算18.00万元，实际支出15.42万元。\n",
        ),
        {"年初预算": "8426.50万元", "全年预算": "9138.20万元", "支出": "8874.36万元"},
    ),
    (
        (
            "样板县人民法院2024年度部门决算公开说明\n一、支出决算情况说明\n",
            "本年支出3541.72万元，其中基本支出2318.54万元，项目支出1223.18万元。\n",
        ),
        {"支出": "3541.72万元"},
    ),
    (
        (
            "某市社会福利院2024年度部门决算公开说明\n一、总体情况\n2024年度收入总计2424.09万元、支出总计2424.09万元。\n",
            "二、支出情况\n本年支出合计2380.15万元。\n三、财政拨款支出与年初预算比较\n年初预算1742.00万元，支出决算1801.20万元。\n",
        ),
        {"支出": "2380.15万元"},
    ),
    (
        (
            "样板镇人民政府2024年度部门整体支出绩效自评报告\n一、预算执行情况\n",
            "2024年年初批复预算2129.00万元，全年支出2372.33万元，道路养护年初预算210.00万元。\n",
        ),
        {"年初预算": "2129.00万元", "支出": "2372.33万元"},
    ),
    (
        (
            "某市水务局2024年度部门整体支出绩效自评报告\n一、预算执行情况\n",
            "河道清淤项目支出120.00万元，堤防维修项目支出80.00万元，年末支出进度正常。\n",
        ),
        {},
    ),
    (
        (
            "某市第二小学2024年1—8月部门整体支出绩效监控报告\n一、执行情况\n全年预算960.00万元，截至8月底支出512.00万元。\n",
        ),
        {},
    ),
]


@pytest.mark.parametrize(("lines", "stated"), SAID)
def test_only_what_is_said_of_the_whole_unit_counts(lines: tuple[str, ...], stated: dict[str, str]) -> None:
    """Parts, projects and what was spent by August are not the unit's year."""
    assert money(read("".join(lines))) == stated


@pytest.mark.parametrize(
    ("title", "unit", "material"),
    [
        ("示例县人民医院2024年度部门整体支出绩效评价报告", "示例县人民医院", Material.RESULT),
        ("某市水务局2025年度项目支出绩效目标申报书", "某市水务局", Material.PLAN),
        ("样板镇人民政府2024年1—8月绩效运行监控报告", "样板镇人民政府", Material.MONITORING),
        ("某市财政局关于开展2024年度工作的通知", "某市财政局", Material.OTHER),
    ],
)
def test_a_title_tells_what_a_paper_is(title: str, unit: str, material: Material) -> None:
    found = read(f"{title}\n一、基本情况\n单位概况。\n")
    assert (found.unit, found.material) == (unit, material)


GRADED = [
    ("示例县人民医院", "经综合评价，得分91.2分，等级为“优”。其中投入10分得9.6分。", ("91.2分", "优")),
    (
        "样板县人民法院",
        "部门整体支出绩效自评得分为95.32分，等级“优”。办案项目自评得分88.00分，等级为“良”。",
        ("95.32分", "优"),
    ),
    ("某市第二小学", "满意度10分得9.50分，总评79.86分，等级“中”（80分及以上为良）。", ("79.86分", "中")),
    ("某市水务局", "河道清淤项目自评得分97.20分，等级为“优”，5个项目平均得分94.62分。", ("", "")),
]


@pytest.mark.parametrize(("unit", "words", "told"), GRADED)
def test_a_score_with_its_grade_is_that_of_the_unit(unit: str, words: str, told: tuple[str, str]) -> None:
    found = read(f"{unit}2024年度部门整体支出绩效自评情况\n一、自评结果\n{words}\n")
    assert (next((each.words for each in found.points), ""), found.grade) == told


def test_a_firm_that_has_signed_is_not_the_unit() -> None:
    text = "示例县林业局2024年度部门整体支出绩效评价报告\n一、情况\n情况良好。\n某市评价咨询有限公司\n2025年3月20日\n"
    assert read(text).unit == "示例县林业局"
    assert read(text.replace("示例县林业局2024年度部门整体", "造林补助2024年度项目")).unit == ""


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_word_files_and_pdfs_say_what_the_content_file_says(nanyang: Made, kind: str) -> None:
    own, other = (file_read(path, (), Selection()).entries[0] for path in (NANYANG, nanyang.path(kind)))
    assert (other.unit, other.year, other.grade, other.day) == (own.unit, own.year, own.grade, own.day)
    assert [each.value for each in other.points] == [each.value for each in own.points]
    assert money(other)["支出"] == money(own)["支出"] == "597.77万元"
