"""Papers of many kinds that are right: years of several, what is counted by others, lists, names with their unit."""

import re
from pathlib import Path

import pytest
from tests.rules.fragments import ROOT, findings_finished


def codes(text: str) -> list[str]:
    """What is said of a finished document."""
    return [finding.code for finding in findings_finished(text)]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("示例县水务局农村供水专项资金（2022—2024年）绩效评价报告", "2025年7月15日"),
        ("某市生态环境局污水治理项目2021-2023年绩效评价报告", "2024年5月10日"),
        ("样板县教育局2023年至2024年营养改善计划绩效评价报告", "2025年4月2日"),
    ],
)
def test_a_report_on_several_years_is_signed_after_the_last(title: str, day: str) -> None:
    text = f"{title}\n一、基本情况\n资金使用合规，目标全部完成。\n某市财政局\n{day}\n"
    assert {"STR005", "STR006"} & {*codes(text)} == set()


REPORT = """示例县{unit}2024年度项目支出绩效评价报告
一、基本情况
{words}
示例县{unit}
2025年4月15日
"""


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("民政局", "截至2023年末，全县60周岁及以上户籍老年人口21.36万人，占户籍人口的22.8%。"),
        ("教育局", "截至2023年底，全县常住人口48.6万人，适龄儿童3.2万人。"),
        ("市场监督管理局", "截至2023年末，全县登记在册经营主体4.86万户。"),
        ("民政局", "2023年度运营考核（作为2024年补助依据）结果：优秀9个、良好22个。"),
        ("交通运输局", "截至2022年底，全县农村公路共有桥梁365座，其中危桥占9.6%，高于全市平均水平。"),
        ("水务局", "截至2021年末，全县有病险水库48座，占12.4%，防汛压力较大。"),
        ("小学", "截至2022年底，校舍已使用31年，危房面积1,280平方米。"),
        ("医院", "检验能力建设已于2023年完工，本年支付质保金18.60万元。"),
        ("小学", "2023年课后服务支出为118.50万元，相比之下，本年支出增加17.82万元。"),
    ],
)
def test_a_year_gone_by_that_is_meant(unit: str, words: str) -> None:
    assert "STR027" not in codes(REPORT.format(unit=unit, words=words))


@pytest.mark.parametrize(
    "words",
    [
        "综合得分84.60分，其中决策15.50分、过程17.20分、产出28.90分、效益23.00分，等级为良。",
        "自评得分95.3分。其中预算执行得9.8分，产出指标得47.5分，效益指标得28.8分，满意度指标得9.2分。",
        "评价得分91.2分：投入10分得9.6分，过程30分得26.4分，产出35分得32.0分，效果25分得23.2分。",
    ],
)
def test_a_score_that_says_what_it_is_made_of_needs_no_table(words: str) -> None:
    assert "STR013" not in codes(REPORT.format(unit="水务局", words=words))
    bare = re.split("其中|：|。", words)[0].rstrip("，") + "。"
    assert "STR013" in codes(REPORT.format(unit="水务局", words=bare))


@pytest.mark.parametrize(
    "words",
    [
        "预算执行9.8分，产出48.6分，效益28.9分，满意度9.6分，自评总分96.9分。",
        "部门决策9.2分、部门管理26.4分、部门产出27.9分、部门效益25.7分，综合得分89.2分。",
        "投入得14.2分，过程得22.6分，效果得28.1分，总得分64.9分。",
    ],
)
def test_the_parts_of_a_score_may_stand_before_it(words: str) -> None:
    assert "STR013" not in codes(REPORT.format(unit="图书馆", words=words))


@pytest.mark.parametrize(
    "words",
    [
        "自8月1日起执行新标准，前7个月仍按老标准发放。",
        "自3月1日起实施新收费办法，全年支出控制在预算以内。",
        "于5月10日前完成招标，9月30日完成竣工结算。",
    ],
)
def test_what_is_meant_for_the_next_year_is_not_done_after_signing(words: str) -> None:
    text = f"样板县民政局2026年度部门整体支出绩效目标\n一、基本情况\n{words}\n样板县民政局\n2025年11月10日\n"
    assert "STR035" not in codes(text)


@pytest.mark.parametrize(
    "duties",
    [
        ("收养孤老和孤儿。", "开展日间照料服务。", "承担护理员实训任务。"),
        ("指导全县体育工作。", "举办县级赛事。", "管理公共体育场馆。"),
        ("负责干部培训。", "开展决策咨询。", "指导乡镇党校业务。"),
    ],
)
def test_numbered_duties_with_full_stops_are_no_headings(duties: tuple[str, str, str]) -> None:
    listed = "\n".join(f"（{number}）{duty}" for number, duty in zip("一二三", duties, strict=True))
    text = (
        f"示例市社会福利院2024年度部门决算说明\n一、单位概况\n主要职责是：\n{listed}\n二、收支情况\n（一）收入\n"
        "收入平稳。\n（二）支出\n支出合规。\n"
    )
    assert "FMT001" not in codes(text)


@pytest.mark.parametrize("words", ["军人每人每年36,480元", "低保户每户每月620元", "队员每天每人补助80元"])
def test_for_each_of_each_is_not_doubled(words: str) -> None:
    assert "WRD007" not in codes(REPORT.format(unit="民政局", words=f"补助标准为{words}。"))


@pytest.mark.parametrize(
    "words",
    [
        "（一）扑杀补助预算偏高。三年平均执行率52.0%。",
        "1.问题：资金支出进度慢，2024年12月底支出率只有88.7%。整改情况：实行周调度。",
        "（二）预算编制不准，培训项目执行率61.3%。",
    ],
)
def test_a_low_rate_told_as_a_problem_needs_no_other_reason(words: str) -> None:
    text = REPORT.format(unit="农业农村局", words="资金使用合规。\n二、存在问题\n" + words)
    assert "NUM018" not in codes(text)


@pytest.mark.parametrize(
    "words",
    [
        "资产负债率43.1%，流动比率1.36，速动比率1.08。",
        "辖区万车死亡率1.42，低于控制指标。",
        "全市千人口献血率11.9，比上年提高0.7。",
    ],
)
def test_a_ratio_that_is_no_share_of_a_hundred(words: str) -> None:
    assert "WRD003" not in codes(REPORT.format(unit="医院", words=words))


@pytest.mark.parametrize(
    "words",
    [
        "疫情面积下降率12%（1,120÷9,356），未达目标。",
        "到馆读者比上年多（上年86,400），主要是新馆开放。",
        "抽检样品（共计2,436），合格率97.9%。",
    ],
)
def test_a_bracket_that_ends_in_thousands_is_closed(words: str) -> None:
    assert "PUN002" not in codes(REPORT.format(unit="林业局", words=words))


@pytest.mark.parametrize(
    "title",
    [
        "示例县城管局2024年停车设施专项资金使用情况自查报告",
        "示例县水务局2024年度项目支出推进情况检查报告",
        "某市教育局2024年校舍安全专项排查报告",
    ],
)
def test_what_is_looked_into_within_the_year_is_signed_within_it(title: str) -> None:
    assert "STR006" not in codes(f"{title}\n一、基本情况\n资金使用合规。\n某市财政局\n2024年11月16日\n")


@pytest.mark.parametrize(
    "words",
    [
        "区级资金下达过晚，年底支出率仅28.7%。",
        "全年支出率86.2%。受上级批复较晚的影响，部分设备未到货。",
        "资金支付率87.9%。资金到位较迟，工程尾款结转下年。",
    ],
)
def test_money_that_came_late_is_a_reason(words: str) -> None:
    assert "NUM018" not in codes(REPORT.format(unit="住建局", words=words))


@pytest.mark.parametrize(
    "title",
    [
        "示例县文旅局2025年上半年项目绩效监控报告",
        "示例县水务局2025年1—7月项目绩效运行监控报告",
        "某市气象局2025年第三季度绩效监控报告",
    ],
)
def test_within_the_year_the_rest_is_still_to_be_spent(title: str) -> None:
    assert "NUM018" not in codes(f"{title}\n一、预算执行\n支出进度46.8%，支出187.2万元。\n某县财政局\n2025年8月15日\n")


@pytest.mark.parametrize(
    "title",
    [
        "某市检验研究院2024年度专项资金绩效评价报告\n——能力提升项目",
        "示例县人民检察院2024年度部门决算公开文本",
        "示例县医院2024年度部门预算执行分析（摘要）",
    ],
)
def test_titles_that_name_their_kind(title: str) -> None:
    assert "STR005" not in codes(f"{title}\n一、基本情况\n资金使用合规。\n某市财政局\n2025年4月15日\n")


@pytest.mark.parametrize(
    "words",
    [
        "2024年同口径安排158万元，2025年申请数较2024年多28万元。",
        "2024年接诊4.2万人次，2025年预计较2024年增加0.3万人次。",
        "2024年编制预算96万元，2025年拟申报102万元，比2024年增长6.3%。",
    ],
)
def test_two_years_that_are_set_against_each_other(words: str) -> None:
    text = f"示例县公墓管理所2025年度项目支出绩效目标申报说明\n一、测算\n{words}\n示例县公墓管理所\n2024年11月20日\n"
    assert "STR027" not in codes(text)


PAPERS = sorted((ROOT / "tests" / "data" / "right_papers").glob("*.txt"))
"""Whole papers without an error, of kinds and in words that no rule was written beside."""


@pytest.mark.parametrize("path", PAPERS, ids=[path.stem for path in PAPERS])
def test_nothing_is_said_of_a_paper_that_is_right(path: Path) -> None:
    assert codes(path.read_text(encoding="utf-8")) == []
