"""What two figures leave over wherever it is told, averages beside their totals, one amount said twice in a bracket."""

import pytest
from tests.support.ledgers import said


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("年末结转13.80万元（到位436.50万元，支出418.20万元）。", "remainder 13.80万元 应为 18.3万元"),
        ("结余13.80万元，收入436.50万元，支出418.20万元。", "remainder 13.80万元 应为 18.3万元"),
        ("未结案124件，全年受理1,286件，结案1,144件。", "remainder 124件 应为 142件"),
        ("尚有162人未培训，计划1,480人，已培训1,354人。", "remainder 162人 应为 126人"),
        ("空编41名，编制186名，在编172名。", "remainder 41名 应为 14名"),
        ("缺口60.00元由区级财政补足，计划300.00万元，到位240.00万元。", "remainder 60.00元 应为 600000元"),
        ("采购节约资金46,000万元，预算52.60万元，中标48.00万元。", "remainder 46,000万元 应为 4.6万元"),
        ("差额32.80万元由学校自筹，总需420.00万元，财政安排381.80万元。", "remainder 32.80万元 应为 38.2万元"),
    ],
)
def test_what_is_left_over_is_found_where_it_is_told_first(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "剩余6.14万元，其中财政拨款5.64万元结转下年，上年结转资金0.50万元按规定交回。",
        "年初结余13.80万元，到位436.50万元，支出418.20万元。",
        "缺口60.00万元，需要三项设备，其中仪器36.00万元、配件21.00万元。",
        "节约能源费13.80万元，保洁费86.50万元，绿化费68.20万元。",
    ],
)
def test_other_figures_of_the_sentence_leave_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("立案标的额3.48万元，平均每件86万元。", "part 86万元 大于总数 3.48万元"),
        ("垃圾日均处理量268万吨，全年处理97,820吨。", "part 268万吨 大于总数 97,820吨"),
        ("全年供水1,826吨，日均供水5.00万吨。", "part 5.00万吨 大于总数 1,826吨"),
        ("发放贷款2.16万元，户均12.00万元。", "part 12.00万元 大于总数 2.16万元"),
        ("建安费3,640.00元，校均260.00万元。", "part 260.00万元 大于总数 3,640.00元"),
    ],
)
def test_an_average_is_no_more_than_its_total(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "人均可支配收入3.42万元，全年支出2.86万元。",
        "招待费0.86万元，场均标准1.20万元。",
        "单村投入最高48.60万元、最低17.25万元，村均28.94万元。",
        "首笔支付3.60万元，月均支付4.20万元，全年支付50.40万元。",
        "单车运维费3.20万元，较上年的车均2.90万元增加0.30万元。",
    ],
)
def test_an_average_of_something_else_may_be_more(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("支付监测费31.26万元（312600万元）。", "converted 312600万元 数字相同，差了数量级"),
        (
            "项目总投资0.462万元，即4,620.00万元，其中省级补助2,000.00万元。",
            "converted 4,620.00万元 数字相同，差了数量级",
        ),
        ("发放补助61.56万元（615600万元）。", "converted 615600万元 数字相同，差了数量级"),
    ],
)
def test_an_amount_said_again_in_its_own_unit_is_another(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "支付监测费31.26万元（312600元）。",
        "项目总投资0.462亿元，即4,620.00万元，其中省级补助2,000.00万元。",
        "购置设备36.00万元（36.00万元由县级承担）。",
        "支出527.00万元，即设备286.40万元、教材240.60万元。",
    ],
)
def test_the_same_amount_in_another_unit_is_right(text: str) -> None:
    assert said(text) == []
