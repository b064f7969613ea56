"""What ends a list in other words: 以上, 两项, 别的; rates of a plan and of what was saved."""

import pytest
from tests.support.ledgers import held, said


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("课桌300张，48.00万元；黑板20块，6.40万元；灯具120套，9.60万元。以上74.00万元。", "sum 74.00万元 各项相加得 64万元"),
        ("管网维修小计37.50万元；泵房维修小计21.00万元；两项64.35万元。", "sum 64.35万元 各项相加得 58.5万元"),
        ("学员交来作品318件，书画181件，剪纸66件，服装58件，别的53件，挑出106件办展。", "sum 318件 各项相加得 358件"),
        ("与病床控制价76.00万元相比，节约资金6.00万元，节约率8.68%。", "saving 8.68% 应为 7.89%"),
        ("法院计划更换终端25台，实际到货24台，终端采购完成率69.00%。", "rate 69.00% 应为 96.00%"),
        ("参加烘焙班的150人中有81人开了小店，占12%。", "share 12% 应为 54%"),
    ],
)  # fmt: skip
def test_what_closes_a_list_is_its_total(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "课桌300张，48.00万元；黑板20块，6.40万元；灯具120套，9.60万元。以上64.00万元。",
        "课桌48.00万元；黑板6.40万元。以上费用120.00万元由县财政承担一半。",
        "管网维修小计37.50万元；泵房维修小计21.00万元；两项58.50万元。",
        "巡查发现漏点38处、破损24处；一项12.00万元的维修另行立项。",
        "学员交来作品318件，书画141件，剪纸66件，服装58件，别的53件，挑出106件办展。",
        "与病床控制价76.00万元相比，节约资金6.00万元，节约率7.89%。",
        "参加烘焙班的150人中有18人开了小店，占12%。",
    ],
)
def test_what_is_right_is_not_asked_about(text: str) -> None:
    assert said(text) == []


def test_they_are_tied() -> None:
    assert "sum" in held("课桌300张，48.00万元；黑板20块，6.40万元。以上54.40万元。")
    assert "saving" in held("与病床控制价76.00万元相比，节约资金6.00万元，节约率7.89%。")
