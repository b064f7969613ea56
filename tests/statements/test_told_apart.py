"""Figures that belong together and stand apart: stocks and flows, prices and counts, two ways to add up."""

import pytest
from tests.support.ledgers import held, said


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("年初在院186人，收治新收1,240人、出院1,198人，年末在院228人。", ""),
        ("年初在院186人，收治新收1,240人、出院1,189人，年末在院228人。", "remainder 228人 应为 237人"),
        ("期初库存320吨，购入460吨，发出510吨，期末库存270吨。", ""),
        ("期初库存320吨，购入460吨，发出501吨，期末库存270吨。", "remainder 270吨 应为 279吨"),
        ("法院年初存案420件，新收2,680件，审结2,710件，年末未结390件。", ""),
        ("法院年初存案420件，新收2,860件，审结2,710件，年末未结390件。", "remainder 390件 应为 570件"),
        ("年初在校1,200人，毕业390人，其中升学210人，年末在校教师96人。", ""),
    ],
)
def test_what_there_was_came_went_and_is(text: str, finding: str) -> None:
    assert (finding in said(text)) if finding else said(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("全县有卫生室46个、卫生院12个。\n卫生院每所5.20万元，计62.40万元。", ""),
        ("全县有卫生室46个、卫生院12个。\n卫生院每所5.20万元，计64.20万元。", "product 64.20万元 应为 62.4万元"),
        ("# 三、普法费18.00万元\n办普法讲座12场，每场1.50万元。", ""),
        ("泵站改造48.60万元，占30.00%。改了6座，平均一座8.10万元。", ""),
        ("泵站改造48.60万元，占30.00%。改了6座，平均一座8.01万元。", "average 8.01万元 应为 8.1万元"),
        (
            "清淤3.00万立方米，各为1.80万立方米和1.20万立方米，单价40元，合计支付102.00万元。",
            "product 102.00万元 应为 120万元",
        ),
    ],
)
def test_prices_counts_and_totals_apart(text: str, finding: str) -> None:
    assert (finding in said(text)) if finding else said(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("学校收到问卷420份，三个年级各为140份、168份和121份，满意的380份。", "sum 121份 应为 112份"),
        ("线上诉讼服务1,860次，现场1,140次和巡回320次，后两项合计1,460次。", ""),
        ("微信860人次和电话540人次，两项相加1,400人次。", ""),
        ("总访问2,000人次，靠微信860人次和电话540人次，两项相加1,490人次。", "sum 1,490人次 各项相加得 1400人次"),
        (
            "支出项目经费共360.00万元。\n分年度看，2022年支出100.00万元，2023年支出120.00万元，2024年支出140.00万元。",
            "",
        ),
        (
            "累计支出361.48万元。\n分年度看，2022年支出100.25万元，2023年支出120.13万元，2024年支出141.18万元。",
            "sum 361.48万元 各项相加得 361.56万元",
        ),
    ],
)
def test_added_up_in_another_way(text: str, finding: str) -> None:
    assert (finding in said(text)) if finding else said(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("评估的水闸24座中，运行优秀15座、良好7座、达标1座。", "grades 24座 各项相加得 23座"),
        ("评估的水闸24座中，运行优秀15座、良好7座、达标2座。", ""),
        (
            "核验工程18处，质量评定为优良的有9处，评定为合格的有8处，需要返修的有2处；抽查合同20份。",
            "sum 18处 各项相加得 19处",
        ),
        ("核定编制42名，年末在职45人，退休9人。", "posts 45人 多于编制"),
        ("核定编制42名，年末在职45人，其中聘用6人。", ""),
        ("登记读者3,200人，参加过活动的1,600人，活跃率55.00%。", "rate 55.00% 应为 50.00%"),
        ("发放问卷800份，收回776份，满意率95.00%。", ""),
        ("支付进度76.51%，比75%的序时进度快1.15个百分点。", "change 1.15个百分点 应为 1.51个百分点"),
    ],
)
def test_grades_posts_rates_and_points(text: str, finding: str) -> None:
    assert (finding in said(text)) if finding else said(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("偏差一处是文物巡查，执行率62.50%，受汛期影响。", ""),
        ("偏差一处是文物巡查，执行率68.75%，受汛期影响。", "text_table 68.75% 与表格不符：62.50%"),
        ("执行率最高的是展厅布展，为98.00%。", ""),
        ("执行率最高的是展厅布展，为89.00%。", "text_table 89.00% 与表格不符：98.00%"),
        ("惠及读者人次912.00万人次。", ""),
        ("惠及读者人次921.00万人次。", "text_table 921.00万人次 与表格不符：912.00"),
    ],
)
def test_rates_and_totals_that_a_table_tells_as_well(text: str, finding: str) -> None:
    rows = (
        "| 项目 | 预算 | 支出 | 执行率 | 读者人次（万人次） |\n| 文物巡查 | 80.00 | 50.00 | 62.50% | 300.00 |\n"
        "| 展厅布展 | 100.00 | 98.00 | 98.00% | 612.00 |\n| 合计 | 180.00 | 148.00 | 82.22% | 912.00 |"
    )
    found = said(f"{text}\n{rows}")
    assert (finding in found) if finding else found == []


def test_a_table_with_a_column_of_unit_prices() -> None:
    head = "| 品名 | 数量 | 单价（万元） | 金额（万元） |\n"
    rows = f"{head}| 灯具 | 8 | 4.80 | 38.40 |\n| 音箱 | 6 | 9.05 | 57.00 |\n| 座椅 | 11 | 3.00 | 33.00 |"
    assert "product 57.00 应为 54.3万元" in said(rows)
    assert "product" in held(rows)
