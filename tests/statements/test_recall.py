"""Errors that stand where no list of words looks for them, each in three trades, and what is right beside them."""

import pytest
from tests.rules.fragments import findings_finished

REPORT = """某县水务局2024年度部门整体支出绩效自评报告
一、基本情况
某县水务局承担供水、防汛职责。
{text}
二、自评结论
某县水务局全年工作按计划完成。
某县水务局
2025年3月20日
"""


def said(*text: str) -> list[tuple[str, str]]:
    """Code and label of what is said of figures."""
    found = findings_finished(REPORT.format(text="\n".join(text)))
    return [(each.code, each.label) for each in found if each.code.startswith(("NUM", "SCO"))]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("电话回访306人，满意288人，满意度96.00%。", "电话回访300人，满意288人，满意度96.00%。"),
        (
            "图书加工抽检2,000册，著录无误2,240册，准确率98.70%。",
            "图书加工抽检2,000册，著录无误1,974册，准确率98.70%。",
        ),
        ("抽查灭火器250具，完好238具，完好率35.20%。", "抽查灭火器250具，完好238具，完好率95.20%。"),
        (
            "热线工单1,248件，其中环境类437件；按期办结1,236件，按期办结率99.40%。",
            "热线工单1,248件，其中环境类437件；按期办结1,236件，按期办结率99.04%。",
        ),
    ],
)
def test_a_rate_of_the_two_figures_before_it(wrong: str, right: str) -> None:
    assert "NUM011" in {code for code, _label in said(wrong)}
    assert said(right) == []


@pytest.mark.parametrize(
    "right",
    [
        "全年收费收入486.30万元，应收未收32.15万元，欠费率6.2%。",
        "问卷调查中，企业38份、个人1,026份，合计1,064份，综合满意度91.87%。",
        "规模养殖场412个，其中万头猪场9个，规模化率72.4%。",
    ],
)
def test_a_rate_of_something_else(right: str) -> None:
    assert said(right) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "采购支出262.50万元，其中货物208.50万元、服务54.00万元。授予中小企业合同金额208.10万元，占75.28%。",
            "采购支出262.50万元，其中货物208.50万元、服务54.00万元。授予中小企业合同金额208.10万元，占79.28%。",
        ),
        (
            "办结登记86,420件，其中转移登记41,100件，抵押登记28,310件，其他登记17,010件。网上受理64,815件，占57.00%。",
            "办结登记86,420件，其中转移登记41,100件，抵押登记28,310件，其他登记17,010件。网上受理64,815件，占75.00%。",
        ),
        (
            "结余11.32万元，主要出在管网更新，该子项结余5.68万元，占全部结余的58.18%。",
            "结余11.32万元，主要出在管网更新，该子项结余5.68万元，占全部结余的50.18%。",
        ),
    ],
)
def test_a_share_of_what_opens_the_sentence_before(wrong: str, right: str) -> None:
    assert "NUM027" in {code for code, _label in said(wrong)}
    assert said(right) == []


def test_what_is_left_of_two_figures() -> None:
    assert said("政法专项编制112名，员额法官131名，其余71名为辅助人员。")
    assert said("政法专项编制112名，员额法官41名，其余71名为辅助人员。") == []


def test_more_of_them_than_there_are() -> None:
    assert ("NUM042", "大于总数 9家") in said("9家定点机构中，10家康复档案不全。")
    assert said("9家定点机构中，2家康复档案不全。") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "数字资源点击86.40万次，比上年上升2.37%（上年88.50万次）。",
            "数字资源点击86.40万次，比上年下降2.37%（上年88.50万次）。",
        ),
        (
            "到位资金18,000.00万元，到位率96.77%，高于计划600.00万元。",
            "到位资金18,000.00万元，到位率96.77%，低于计划600.00万元。",
        ),
        (
            "管网任务86.00千米，建成82.56千米，完成率96.00%，多于任务3.44千米。",
            "管网任务86.00千米，建成82.56千米，完成率96.00%，少于任务3.44千米。",
        ),
        ("强检器具到期检定率，目标95%，实际97.30%，低于目标。", "强检器具到期检定率，目标95%，实际97.30%，高于目标。"),
        (
            "支出98.00万元，完成年初预算的100%，决算数与年初预算数存在差异。",
            "支出98.00万元，完成年初预算的100%，决算数与年初预算数持平。",
        ),
    ],
)
def test_a_word_that_its_figures_deny(wrong: str, right: str) -> None:
    assert said(wrong)
    assert said(right) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("培训12期，每期100人、人均180元，计23.76万元。", "培训12期，每期100人、人均180元，计21.60万元。"),
        (
            "助餐4.2万人次，每餐补贴3元，支出10.60万元；新增就业1,860人。",
            "助餐4.2万人次，每餐补贴3元，支出12.60万元；新增就业1,860人。",
        ),
        (
            "办赛18场，任务完成45.00%。平均每场支出2.90万元，共支出25.20万元。",
            "办赛18场，任务完成45.00%。平均每场支出2.90万元，共支出52.20万元。",
        ),
        ("取土化验1,520个，每个样800元，支出1,216,000万元。", "取土化验1,520个，每个样800元，支出1,216,000元。"),
    ],
)
def test_figures_in_the_order_of_a_product(wrong: str, right: str) -> None:
    assert {code for code, _label in said(wrong)} & {"NUM025", "NUM032"}
    assert said(right) == []


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("儿童福利院年末在院儿童126人，其中残疾儿童108人、健康儿童18人。", "139名在院儿童"),
        ("中心更新改造渡口36处，其中干线渡口24处、支线渡口12处。", "35处渡口"),
        ("全校教学班共有55个，其中高中教学班31个、初中教学班24个。", "54个教学班"),
    ],
)
def test_a_count_that_is_told_again(first: str, again: str) -> None:
    spent = "全年支出1,451.75万元，接待86.40万人次。"
    retelling = f"下一步，按全年支出1,451.75万元、接待86.40万人次和{again}编制预算。"
    found = findings_finished(REPORT.format(text="\n".join([first, spent, retelling])))
    assert [each.code for each in found if each.code.startswith("NUM")] == ["NUM029"]


@pytest.mark.parametrize(
    "again", ["将把29.85分的自评结果报主管部门。", "按自评92.58分的结果安排预算。", "公开本评价结果（92.35分，优）。"]
)
def test_the_total_score_told_once_more(again: str) -> None:
    assert "SCO023" in {code for code, _label in said("本单位自评综合得分为92.85分，等级为优。", again)}
    assert "SCO023" not in {
        code for code, _label in said("本单位自评综合得分为92.85分，等级为优。", "将把92.85分的自评结果报主管部门。")
    }
