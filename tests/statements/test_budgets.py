"""Budget sentences: how much of a budget was spent, what is left of it, what is known by its name."""

import pytest
from tests.support.ledgers import held, said


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("年初预算200.00万元，支出决算196.00万元，完成年初预算的98.00%。", "completion"),
        ("医院全年预算1,520.00万元，全年执行数1,444.00万元，预算执行率95.00%。", "completion"),
        ("镇政府年初预算500万元，调整预算520万元，支出决算494万元，完成调整预算的95%。", "completion"),
        ("教育支出年初预算300.00万元，支出决算310.00万元，决算数大于预算数的主要原因是增加编制。", "compared"),
        ("派出所预算80.00万元，支出80.00万元，决算数与预算数持平。", "compared"),
        ("水务局预算100.00万元，支出98.00万元，结余2.00万元。", "remainder"),
        ("上年结转30.00万元，本年下达200.00万元，支出210.00万元，年末结转20.00万元。", "carried"),
        (
            "三公经费支出8.60万元，其中因公出国（境）费0.00万元，公务用车购置及运行维护费6.40万元，公务接待费2.20万元。",
            "public_costs",
        ),
    ],
)
def test_what_was_spent_of_what_was_planned(text: str, relation: str) -> None:
    assert said(text) == []
    assert relation in held(text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("年初预算200.00万元，支出决算196.00万元，完成年初预算的89.00%。", "completion 89.00% 应为 98.00%"),
        ("医院全年预算1,520.00万元，全年执行数1,444.00万元，预算执行率59.00%。", "completion 59.00% 应为 95.00%"),
        (
            "教育支出年初预算300.00万元，支出决算310.00万元，决算数小于预算数的主要原因是增加编制。",
            "compared 310.00万元 写的是「小于」，应为「大于」",
        ),
        ("法院预算执行率为95.66%，决算数大于预算数。", "compared 95.66% 写的是「大于」，应为「小于」"),
        (
            "公共安全支出年初预算为0万元，支出决算为12.00万元，完成年初预算的100.00%。",
            "no_base 100.00% 预算为 0，算不出完成率",
        ),
        ("水务局预算100.00万元，支出96.00万元，结余2.00万元。", "remainder 2.00万元 应为 4万元"),
        ("派出所编制73名，在编69人，空编6名。", "remainder 6名 应为 4名"),
    ],
)
def test_what_budget_sentences_cannot_say(text: str, finding: str) -> None:
    assert said(text) == [finding]
