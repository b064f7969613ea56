"""How indicators are set: what is said, with the very words, about a target form."""

import pytest
from tests.rules.form_text import REST, form, said_of_target
from tests.rules.fragments import findings, findings_finished, marked, merged

WRONG = [
    (("产出指标", "数量指标", "接待人次", "≥3万"), [("IND002", True, "没有写单位")]),
    (("产出指标", "质量指标", "完好率", "≥95"), [("IND002", True, "没有写单位")]),
    (("产出指标", "质量指标", "覆盖率", "≥120%"), [("IND002", True, "比例不会超过 100%")]),
    (("产出指标", "质量指标", "服务质量", "≥优秀"), [("IND002", True, "只有符号，没有数")]),
    (("效益指标", "社会效益指标", "公众科学素质", "有效提升"), [("IND003", True, "「有效」到什么程度没有说")]),
    (("产出指标", "数量指标", "项目资金总额", "≤80万元"), [("IND004", True, "「项目资金总额」是资金的执行情况")]),
    (("产出指标", "质量指标", "资金拨付率", "100%"), [("IND004", True, "「资金拨付率」是资金的执行情况")]),
    (("产出指标", "成本指标", "预算资金完成率", "100%"), [("IND004", True, "「预算资金完成率」是资金的执行情况")]),
    (("产出指标", "质量指标", "培训满意度", "≥90%"), [("IND005", True, "应列入满意度指标")]),
    (("产出指标", "数量指标", "展品完好率", "≥95%"), [("IND005", False, "像是质量指标")]),
    (("产出指标", "质量指标", "培训人数", "≥600人"), [("IND005", False, "像是数量指标")]),
    (("产出指标", "质量指标", "展品完好率", "≥95件"), [("IND006", True, "值的单位是「件」")]),
    (("产出指标", "数量指标", "讲座场次", "≥95%"), [("IND006", True, "值的单位是「%」")]),
    (("产出指标", "时效指标", "完成时间", "2024年11月底前"), [("IND011", True, "不在 2025 年")]),
    (("产出指标", "时效指标", "完成时间", "2026年6月底前"), [("IND011", False, "不在 2025 年")]),
    (("产出指标", "成本指标", "项目成本", "78万元"), [("IND012", True, "不是上限")]),
    (("产出指标", "成本指标", "项目总成本", "≤180万元"), [("IND012", True, "超出预算 100万元")]),
    (("产出指标", "数量指标", "解决了群众难题", "≥20件"), [("IND015", True, "「解决了」是完成的语气")]),
    (("产出指标", "数量指标", "培训课时", "≥200节"), [("IND017", True, "单位写成了「节」")]),
    (("产出指标", "数量指标", "开放天数", "≥300天"), [("IND008", True, "与「开放天数」重复")]),
    (("产出指标", "数量指标", "更新展品", "不少于5件"), [("IND019", True, "「不少于5件」用了文字")]),
    (("效益指标", "社会效益指标", "社会效益", "≥80%"), [("IND020", True, "没有说考核什么")]),
]


@pytest.mark.parametrize(("row", "found"), WRONG, ids=lambda value: " ".join(map(str, value)))
def test_what_is_wrong_with_an_indicator(row: tuple[str, ...], found: list[tuple[str, bool, str]]) -> None:
    assert said_of_target(*row) == found


def test_an_indicator_with_another_value_is_no_duplicate() -> None:
    assert said_of_target("产出指标", "数量指标", "开放天数", "≥100天") == []


def content(midterm: str, year: str, period: str = "2025年—2027年") -> str:
    return merged(
        f"文种: 部门（单位）整体支出绩效目标批复表\n中期期间: {period}\n"
        f"中期指标:\n  - {{一级指标: 履职业绩, 二级指标: 数量指标, {midterm}}}\n"
        f"年度指标:\n  - {{一级指标: 履职业绩, 二级指标: 数量指标, {year}}}\n"
        "总体目标: {中期: 办好科普讲座。, 年度: 办好科普讲座。}\n"
    )


PERIODS = [
    ("三级指标: 3年讲座场次, 指标值: ≥60场", "三级指标: 讲座场次, 指标值: ≥20场", []),
    ("三级指标: 三年讲座场次, 指标值: ≥60场", "三级指标: 讲座场次, 指标值: ≥20场", []),
    ("三级指标: 讲座场次, 指标值: ≥60场", "三级指标: 讲座场次, 指标值: ≥20场", []),
    ("三级指标: 年均讲座场次, 指标值: ≥20场", "三级指标: 讲座场次, 指标值: ≥20场", []),
    ("三级指标: 讲座场次, 指标值: ≥20场", "三级指标: 讲座场次, 指标值: ≥20场", []),
    ("三级指标: 展品完好率, 指标值: ≥95%", "三级指标: 展品完好率, 指标值: ≥95%", []),
    ("三级指标: 展品完好率, 指标值: ≥95%", "三级指标: 展品完好率, 指标值: ≥96%", []),
    ("三级指标: 投诉率, 指标值: ≤3%", "三级指标: 投诉率, 指标值: ≤2%", []),
    ("三级指标: 开放天数, 指标值: ≥300天", "三级指标: 开放天数, 指标值: ≥310天", []),
    ("三级指标: 3年讲座场次, 指标值: ≥60场", "三级指标: 讲座场次, 指标值: ≥30场", ["3 年应为 90场"]),
    ("三级指标: 讲座场次, 指标值: ≥60场", "三级指标: 讲座场次, 指标值: ≥30场", ["3 年应为 90场"]),
    ("三级指标: 3年讲座场次, 指标值: ≥60场", "三级指标: 开放天数, 指标值: ≥300天", ["没有对应的年度指标"]),
    ("三级指标: 展品完好率, 指标值: 100%", "三级指标: 展品完好率, 指标值: ≥98%", ["低于中期的 100%"]),
    ("三级指标: 投诉率, 指标值: ≤2%", "三级指标: 投诉率, 指标值: ≤3%", ["低于中期的 ≤2%"]),
]


@pytest.mark.parametrize(("midterm", "year", "labels"), PERIODS)
def test_the_mid_term_beside_the_year(midterm: str, year: str, labels: list[str]) -> None:
    found = findings(content(midterm, year))
    assert [each.label for each in found if each.code in ("IND010", "IND018")] == labels


GOALS = [
    ("展厅全年免费开放300天，受益学校30所。", []),
    ("展厅全年免费开放，观众满意度达到90%以上。", []),
    ("自2010年建馆以来，累计接待观众200万人次。", []),
    ("现有展品200件，编制20人，全年开放300天。", []),
    ("投入80万元，全年开放300天以上。", []),
    ("每天开放8小时，每周开放6天，全年开放300天。", []),
    ("围绕“十四五”规划，抓好3个方面工作，开放300天。", []),
    ("到2027年，年接待观众突破10万人次。", []),
    ("落实“三个一”工程，全年开放300天。", []),
    ("保障展厅安全运行365天，24小时值守。", []),
    ("开放300天；受益学校30余所；满意度90%。", []),
    ("全年开放300天，新增展品5件。", ["5件"]),
    ("开放300天，接待30万人次。", ["30万人次"]),
    ("全年开放天数280天。", ["280天"]),
]


@pytest.mark.parametrize(("goal", "numbers"), GOALS)
def test_numbers_of_a_goal(goal: str, numbers: list[str]) -> None:
    text = merged(
        "文种: 项目支出绩效目标表（含转移支付项目）\n资金使用单位:\n  - 单位名称: 某市科技馆\n    项目:\n"
        f"      - 项目名称: 展厅运行经费\n        财政拨款: 80.00\n        绩效目标: {goal}\n        绩效指标:\n"
        "          - {一级指标: 产出指标, 三级指标: 开放天数, 指标值: ≥300天}\n"
        "          - {一级指标: 效益指标, 三级指标: 受益学校, 指标值: ≥30所}\n"
        "          - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: ≥90%}\n"
    )
    assert [marked(text, each) for each in findings(text) if each.code == "IND009"] == numbers


def test_projects_with_the_same_indicators_are_said_once_for_each_pair() -> None:
    rows = "\n".join(
        f"          - {{一级指标: 产出指标, 三级指标: {name}, 指标值: ≥{number}次}}"
        for number, name in enumerate(("展教活动", "科普讲座", "展品巡检", "安全演练"), 1)
    )
    project = "      - 项目名称: {name}\n        财政拨款: 8.00\n        绩效目标: 办好活动。\n        绩效指标:\n"
    both = "\n".join(project.format(name=name) + rows for name in ("甲项目", "乙项目"))
    text = merged(
        f"文种: 项目支出绩效目标表（含转移支付项目）\n资金使用单位:\n  - 单位名称: 某市科技馆\n    项目:\n{both}\n"
    )
    (found,) = [each for each in findings(text) if each.code == "IND008"]
    assert found.label == "4 条指标与「甲项目」相同"
    assert found.notes == (
        "本项目 4 条指标里有 4 条与它同名，其中 4 条连指标值也一样",
        "展教活动、科普讲座、展品巡检、安全演练",
    )


PROSE = [
    ("公众满意度100%。", True),
    ("群众满意度达到100%。", True),
    ("群众100%满意。", True),
    ("发放问卷200份，满意度100%。", False),
    ("满意度95%，完成率100%。", False),
    ("群众满意度不低于95%。", False),
]


@pytest.mark.parametrize(("text", "said"), PROSE)
def test_everybody_satisfied_in_prose(text: str, said: bool) -> None:
    report = f"某市科技馆2024年度部门整体支出绩效评价报告\n一、评价结果\n{text}\n"
    assert any(each.code == "IND014" for each in findings_finished(report)) is said


def test_numbering_that_begins_again_in_a_cell() -> None:
    cell = "1、产出指标：开放天数，年度指标值：300天。1、效益指标：受益学校，年度指标值：30所。"
    text = f"某市科协2025年度项目支出绩效目标表\n一、目标表\n项目名称\t绩效目标\t绩效指标\n展厅\t开放\t{cell}\n"
    assert [each.label for each in findings_finished(text) if each.code == "IND016"] == ["上一个编号是 1"]


COUNTED = [
    ("培训人次", "≥120", "126", False),
    ("下乡巡诊场次", "≥24", "25", False),
    ("巡诊人次", "≥300", "305人次", True),
    ("巡查河道天数", "≥300", "305天", True),
    ("开庭场次", "≥40", "42场", True),
]


@pytest.mark.parametrize(("name", "target", "actual", "said"), COUNTED)
def test_a_name_says_the_unit_of_a_finished_form_unless_the_result_has_one(
    name: str, target: str, actual: str, said: bool
) -> None:
    row = ("产出指标", "数量指标", name, target, actual, "50", "50")
    assert any(each.code == "IND002" for each in findings_finished(form([row, *REST]))) is said


@pytest.mark.parametrize(("name", "target"), [("培训人次", "≥120"), ("开庭场次", "≥40"), ("巡查河道天数", "≥300")])
def test_in_a_content_file_the_unit_is_asked_for_whatever_the_name(name: str, target: str) -> None:
    row = f"{{一级指标: 产出指标, 三级指标: {name}, 指标值: {target}}}"
    text = merged(f"文种: 部门整体支出绩效自评表\n单位: 某市第二中学\n绩效指标:\n  - {row}\n")
    assert "IND002" in [each.code for each in findings(text)]
