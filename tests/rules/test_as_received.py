"""Documents as others send them in: nothing false about their habits, nothing said twice for one cause."""

import pytest
from tests.rules.form_text import REST, form
from tests.rules.fragments import findings_finished

REPORT = "某市科技馆2024年度部门整体支出绩效评价报告\n一、收支情况\n"
SIGNED = "某市科技馆\n2025年3月20日\n"


def codes(text: str, *families: str) -> list[str]:
    """The codes of the findings about a finished document, of these families."""
    return [found.code for found in findings_finished(text) if found.code.startswith(families)]


@pytest.mark.parametrize(
    ("sentence", "family"),
    [
        ("详见某市科技馆网站http://www.example.gov.cn/art/2024/12/31/art_1.html。", "FMT"),
        ("出席会议的有张某某、李某某同志。", "STR008"),
        ("满意度比上年提高，支出占比为3.6％，参与人数３６.４万人次。", "NUM"),
    ],
)
def test_nothing_is_said_about_habits_that_are_right(sentence: str, family: str) -> None:
    assert codes(f"{REPORT}{sentence}\n{SIGNED}", family) == []


def test_a_masked_name_is_no_hole_but_a_masked_unit_is() -> None:
    found = findings_finished(f"{REPORT}由某某局负责，张某某主讲。\n{SIGNED}")
    assert [(each.code, each.label) for each in found if each.code == "STR008"] == [("STR008", "「某某」没有填")]


def test_a_figure_with_wide_digits_is_one_finding() -> None:
    found = findings_finished(f"{REPORT}全年接待观众３６.４万人次，满意率９５．５％。\n{SIGNED}")
    assert [each.label for each in found if each.code == "PUN005"] == ["应为「36.4」", "应为「95.5%」"]


NOTICE = """示例县科协关于做好2025年预算绩效管理工作的通知
各科室：
一、科学编制绩效目标。2025年项目支出绩效目标于1月15日前报送。
二、开展绩效运行监控。7月31日前报送监控情况。
示例县科学技术协会
2025年1月6日
"""
MINUTES = """会议纪要
〔2025〕第5期
2025年2月18日下午，馆长主持召开2024年度预算绩效自评工作会议。现将有关事项纪要如下。
出席：李某某、王某某
某市科技馆办公室
2025年2月19日
"""


@pytest.mark.parametrize("text", [NOTICE, MINUTES], ids=["通知", "会议纪要"])
def test_papers_of_other_kinds_are_not_held_to_the_title_and_date_of_a_report(text: str) -> None:
    assert codes(text, "STR") == []


def test_a_unit_whose_characters_are_set_apart_in_the_title_is_the_unit() -> None:
    text = "某 市 科 技 馆\n2024年度部门整体支出绩效评价报告\n一、收支情况\n支出正常。\n" + SIGNED
    assert "STR005" not in codes(text, "STR")


def test_score_and_grade_in_one_sentence_are_judged_once() -> None:
    text = f"{REPORT}项目评价得分92.5分，评价等级为“良”。\n{SIGNED}"
    assert codes(text, "SCO") == ["SCO001"]


def test_more_points_than_there_are_is_said_once() -> None:
    row = ("产出指标", "数量指标", "讲座", "≥20场", "20场", "50", "52")
    assert codes(form([row, *REST]), "SCO") == ["SCO005"]


def test_figures_of_another_year_are_no_parts_of_a_total() -> None:
    expenses = "用车费{car}万元，公务接待费1.50万元，因公出国费0万元，控制率为80%，比上年5.20万元下降7.69%。"
    wrong, right = (f"{REPORT}全年支出4.80万元，其中：{expenses.format(car=car)}\n" for car in ("3.50", "3.30"))
    assert "NUM008" in codes(wrong, "NUM")
    assert codes(right, "NUM008") == []


def test_advice_about_a_finished_document_speaks_of_no_content_file() -> None:
    """Its reader cannot write 忽略 beside a line, nor a reference."""
    text = f"{REPORT}截止2024年底已拔付。项目评价得分92.5分，评价等级为“良”。\n见附图。如下图所示。\n{SIGNED}"
    told = [words for each in findings_finished(text) for words in (each.fix, each.basis)]
    assert told
    assert not [words for words in told if "忽略" in words or "{{" in words or "yaml" in words]


FUNDS = """某市科技馆2024年度项目支出情况表
项目\t年初预算数\t全年预算数\t执行数\t执行率
展厅运行\t80.00\t{budget}\t{spent}\t{rate}
科普活动\t40.00\t40.00\t36.20\t90.50%
"""


@pytest.mark.parametrize(
    ("budget", "spent", "rate"),
    [
        ("90.00", "78.40", "87.11%"),
        ("90.00", "78.40", "98.00%"),  # of what was planned first
        ("90.00", "78.40", "87.11"),
        ("90.00", "78.40", "0.87"),
        ("90.00", "78.40", "87.1%"),
        ("90.00", "78.40", "87.12%"),  # made to fit in its last place
        ("90.00", "95.00", "100%"),  # the most there is
        ("90.00", "0.00", "0.00%"),
        ("0.00", "0.00", "—"),
        ("90", "78", "87.11%"),  # whole 万元 are rounded
    ],
)
def test_a_rate_in_a_table_that_fits_one_of_the_budgets(budget: str, spent: str, rate: str) -> None:
    assert codes(FUNDS.format(budget=budget, spent=spent, rate=rate), "NUM039") == []


@pytest.mark.parametrize("rate", ["95.00%", "0.95", "95"])
def test_a_rate_in_a_table_that_fits_none(rate: str) -> None:
    found = findings_finished(FUNDS.format(budget="90.00", spent="78.40", rate=rate))
    assert [(each.code, each.notes) for each in found if each.code == "NUM039"] == [
        ("NUM039", (f"78.40 与 90.00 得 {'87' if rate == '95' else '87.11'}%，写的是 {rate.removesuffix('%')}%",))
    ]


def test_a_rate_beside_a_wrong_total_is_not_said_as_well() -> None:
    text = FUNDS.format(budget="90.00", spent="78.40", rate="87.11%") + "合计\t120.00\t140.00\t114.60\t88.15%\n"
    assert codes(text, "NUM") == ["NUM009"]


def test_a_copy_says_where_the_first_one_stands() -> None:
    words = "展厅和活动两个项目都编了年度计划，设定了量化的绩效目标，预算细化到每一场活动，全部按计划执行。"
    found = findings_finished(f"{REPORT}{words}\n二、评价过程\n{words}\n{SIGNED}")
    (note,) = next(each.notes for each in found if each.code == "STR026")
    assert note.startswith("前面的一段（第 3 行）：展厅和活动")


@pytest.mark.parametrize(
    "sentence",
    [
        "8站共接待观众4.36万人次，平均每站5450人次，较2023年的3.98万人次增长9.55%。",
        "预算执行率98.51%，其中1—6月执行进度为47.3%，1—10月为82.6%，均达到序时要求。",
        "前三季度支出进度为61.20%，全年执行率98.51%。",
    ],
)
def test_figures_that_only_seem_to_be_compared(sentence: str) -> None:
    assert codes(f"{REPORT}{sentence}\n{SIGNED}", "NUM") == []


def test_growth_in_the_wrong_direction_is_still_found() -> None:
    sentence = "8站共接待观众3.36万人次，平均每站5450人次，较2023年的3.98万人次增长9.55%。"
    assert codes(f"{REPORT}{sentence}\n{SIGNED}", "NUM012") == ["NUM012"]


APPLICATION = """项目支出绩效目标申报表
（2025年度）
项目名称\t流动科技馆巡展
总体目标\t中期目标（2025年—2027年）\t年度目标
\t服务观众12万人次以上。\t服务观众4万人次以上。
一级指标\t二级指标\t三级指标\t中期指标值\t年度指标值
产出指标\t数量指标\t巡展站数\t≥24站\t≥8站
效益指标\t社会效益指标\t服务观众人次\t≥12万人次\t≥4万人次
满意度指标\t服务对象满意度指标\t观众满意度\t≥90%\t≥90%
"""


def test_a_goal_for_three_years_is_not_held_against_the_values_of_one() -> None:
    assert codes(APPLICATION, "IND") == []


MONITORING = """某市科技馆2025年1—7月部门预算项目绩效运行监控报告
一、总体情况
2025年纳入监控项目3个，截至7月31日执行率58.00%，与序时进度基本一致。
某市科技馆
2025年8月10日
"""
PUT_RIGHT = """示例县科协关于2024年度绩效评价发现问题整改情况的报告
示例县财政局：
一、已完成整改的问题
（一）关于资金支付滞后的问题。2025年5月20日前已支付完毕，2025年6月1日起按月通报。
二、正在推进的问题
2025年8月底前征求意见，2025年9月底前出台办法，2025年12月底前开展检查。
示例县科学技术协会
2025年6月30日
"""


@pytest.mark.parametrize("text", [MONITORING, PUT_RIGHT], ids=["监控", "整改"])
def test_reports_within_a_year_or_about_what_was_put_right_later(text: str) -> None:
    assert codes(text, "STR006", "STR027") == []


def test_the_title_of_final_accounts_names_their_kind() -> None:
    text = f"某市科技馆2024年度部门决算公开\n一、部门职责\n负责科学普及。\n{SIGNED}"
    assert "STR005" not in codes(text, "STR")
