"""宁可漏报，不可误报: right sentences of the genre that look wrong to a careless reader of figures."""

import pytest
from tests.rules.fragments import findings_finished

TITLE = "某市科技馆2024年度部门整体支出绩效评价报告\n一、收支情况\n"


def said(*paragraphs: str) -> list[tuple[str, str]]:
    """Code and label of each finding about figures in a finished document of these paragraphs."""
    found = findings_finished(TITLE + "\n".join(paragraphs))
    return [(each.code, each.label) for each in found if each.code.startswith("NUM")]


FINE = {
    "rates": [
        "2024年展厅运行经费实收60万元，全年实际支出60万元，支付率100%。活动经费实收10万元，全年实际支出9.1万元，支付率91%。",
        "发放问卷200份，收回有效问卷190份，其中满意180份，满意率94.74%。",
        "发放问卷200份，收回有效问卷190份，其中满意180份，满意率90%。",
        "年初预算100万元，调整预算120万元，实际支出115万元，预算执行率95.83%。",
        "计划完成30项，实际完成28项，其中按期完成25项，完成率93.33%。",
        "计划完成30项，实际完成28项，完成率93.33%，按期完成28项，及时完成率93.33%。",
        "预算批复100万元，其中展厅60万元、活动40万元，支出分别为55万元、40万元，执行率分别为91.67%、100%。",
        "计划培训500人，实际培训520人，完成率104%，资金到位率151%。",
        "到位资金100万元，到位率100%，支出92万元，执行率92%。",
        "下达155.42万元，支出155.40万元，支付率99.99%。",
        "全年预算120万元，实际支出115万元，预算执行率96%。",
        "收回有效问卷190份，满意率比上年提高105%。",
        "计划活动20场，实际20场，其中达标19场，质量达标率95%。",
        "观众满意度≥95%，展品完好率97%以上，知晓率100%。",
    ],
}


@pytest.mark.parametrize("text", [text for texts in FINE.values() for text in texts])
def test_nothing_is_said_of_a_right_sentence(text: str) -> None:
    assert said(text) == []


WRONG = {
    "全年预算120万元，实际支出115万元，预算执行率92%。": ("NUM011", "应为 96%"),
    "实收60万元，全年实际支出59.5万元，支付率98.2%。": ("NUM011", "应为 99.2%"),
    "发放问卷200份，收回有效问卷190份，其中满意180份，满意率96.7%。": ("NUM011", "应为 94.7%"),
    "年初预算100万元，调整预算120万元，实际支出115万元，预算执行率85.38%。": ("NUM011", "应为 95.83%"),
    "下达资金155.42万元，支出1454225.33元，支付率98%。": ("NUM011", "应为 94%"),
    "观众满意度为101%。": ("NUM028", "观众满意度最多是 100%"),
    "计划活动37个，实际活动36个，达标活动34个，达标率94.4%。": ("NUM033", "94.4% 是除以实际数算的"),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_sentence_is_found_once(text: str) -> None:
    assert said(text) == [WRONG[text]]
