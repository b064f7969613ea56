"""Counts, products, conversions: how many are named, what each costs, one amount in two units."""

import pytest
from tests.support.ledgers import held, said


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("全院设内科、外科、儿科3个科室。", "count"),
        ("法院设4个法庭，即城东法庭、河口法庭、西岭法庭和柳树法庭。", "count"),
        ("学校采取三项措施：一是加强备课，二是开放课堂，三是家访。", "count"),
        ("镇里整治三类问题：乱堆、乱放、乱建。", "count"),
        ("医院举办义诊18场，每场补助0.36万元，共支出6.48万元。", "product"),
        ("资助学生80人，每人1,500元，共发放12.00万元。", "product"),
        ("聘用保洁员12人10个月，每人每月1,800元，共支出21.60万元。", "product"),
        ("衬砌渠道3.5公里，造价42万元/公里，共147万元。", "product"),
        ("法官18人，人均结案228.9件，全院结案4,120件。", "average"),
        ("举办普法讲座12场，每场50人左右，共计620人参加。", "attendance"),
        ("合同价520.80万元（5,208,000元）。", "converted"),
        ("总投资1.12亿元，折合11,200万元。", "converted"),
        ("罚没款人民币壹佰贰拾元整（￥120.00元）。", "capitals"),
    ],
)
def test_as_many_are_named_as_are_said(text: str, relation: str) -> None:
    assert said(text) == []
    assert relation in held(text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("法院设5个法庭，即城东法庭、河口法庭、西岭法庭和柳树法庭。", "count 5个 列出的是 4 个"),
        ("学校采取四项措施：一是加强备课，二是开放课堂，三是家访。", "count 四项 列出的是 3 个"),
        ("水务局下设4个单位：灌溉站、水文站、水质站。", "count 4个 列出的是 3 个"),
        ("医院举办义诊18场，每场补助0.36万元，共支出6.84万元。", "product 6.84万元 应为 6.48万元"),
        ("资助学生80人，每人1,500元，共发放12.50万元。", "product 12.50万元 应为 12万元"),
        ("购置警用摩托车6辆，单价1.85万元，共11.01万元。", "product 11.01万元 应为 11.1万元"),
        ("衬砌渠道3.5公里，造价42万元/公里，共174万元。", "product 174万元 应为 147万元"),
        ("举办普法讲座12场，每场50人左右，共计1,620人参加。", "attendance 1,620人 相差太大"),
        ("公务接待费1.86万元。接待142人次，人均130.99元，合计81,600元。", "average 81,600元 应为 18600元"),
        ("营养改善支出47.04万元。按966人、每人每天5元、供餐98天结算。", "product 47.04万元 应为 47.334万元"),
        ("图书馆针对三个项目，即智慧图书馆建设和古籍保护修复，拟采取措施。", "count 三个 列出的是 2 个"),
        ("总投资1.12亿元，折合1,120万元。", "converted 1,120万元 数字相同，差了数量级"),
        ("罚没款人民币壹佰贰拾元整（￥210.00元）。", "capitals ￥210.00元 两个金额不一样"),
    ],
)
def test_more_or_fewer(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "水务局下设4个单位，包括灌溉站、水文站、水质站等。",
        "举办讲座38场、培训12场，每场60人左右，共2,000人参加。",
    ],
)
def test_what_is_left_open_is_no_error(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("购买服务岗位42个，每岗每年3.6万元，支出136.80万元。", "product 136.80万元 应为 151.2万元"),
        ("泵站维护费67.80万元（1,260台，每台300元）；巡检92.34万元。", "product 67.80万元 应为 37.8万元"),
        ("渔港码头维修154.80万元（96个泊位，每位1.80万元）。", "product 154.80万元 应为 172.8万元"),
        ("放映补贴252.00万元，252场，每场2万元；租车37.80万元，每场1,500元。", "product 252.00万元 应为 504万元"),
        ("保有救护车2辆，单车3.30万元，运行维护费6.40万元。", "product 6.40万元 应为 6.6万元"),
        ("义诊240场，覆盖12个乡镇、132个村，每村2场。", "product 240场 应为 264场"),
        ("看护员76名，每人每月补助500元，1—9月共发37.62万元。", "product 37.62万元 应为 34.2万元"),
        ("护林员40名，每人每月补助800元，全年发放34.80万元。", "product 34.80万元 应为 38.4万元"),
        (
            "饲料403.20万元，按存栏1,680只、每只2,440元结算，修笼147.00万元，共42间，平均每间3.50万元。",
            "product 403.20万元 应为 409.92万元",
        ),
    ],
)
def test_the_count_may_be_named_by_the_word_beside_it(text: str, finding: str) -> None:
    assert said(text) == [finding]


_LOTS = """
| 药品 | 采购数量（盒） | 单价（元） | 金额（万元） |
| 甲药 | 24,000 | 15 | 36.00 |
| 乙药 | 18,000 | 20 | {amount} |
| 丙药 | 14,000 | 25 | 35.00 |
"""
_CLASSES = """
| 培训班 | 人数 | 天数 | 标准 | 费用 |
| 新任书记班 | 60 | 5 | 400 | 12.00 |
| 会计班 | 45 | 4 | 380 | {amount} |
| 护林员班 | 120 | 3 | 320 | 11.52 |
"""


@pytest.mark.parametrize(
    ("table", "right", "wrong"), [(_LOTS, "36.00", "63.00"), (_CLASSES, "6.84", "8.64")], ids=["lots", "classes"]
)
def test_rows_teach_their_products(table: str, right: str, wrong: str) -> None:
    assert said(table.format(amount=right)) == []
    assert any(wrong in finding for finding in said(table.format(amount=wrong)))


def test_an_average_in_a_table_is_rounded() -> None:
    table = """
| 项目 | 数量（件） | 平均成本（元） | 支出（元） |
| 甲 | 63 | 22.54 | 1,420 |
| 乙 | 40 | 25 | 1,000 |
| 丙 | 50 | 30 | 1,500 |
"""
    assert said(table) == []
