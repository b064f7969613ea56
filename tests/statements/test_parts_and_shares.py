"""Parts larger than what they are of, shares in brackets, and things counted that are told in many ways."""

import pytest
from tests.support.ledgers import held, said


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("图书馆有馆员42人（采编9人、流通33人），持证45人。", "part 45人 大于总数 42人"),
        ("法院立案86件：盗窃51件，诈骗35件。上述案件中移送检察院88件。", "part 88件 大于总数 86件"),
        ("抽查的48份病历中，51份书写不规范。", "part 51份 大于总数 48份"),
        ("年末在校612人（男生320人、女生292人；住校生630人）。", "part 630人 大于总数 612人"),
        ("全年培训3,420人次，比上年多120人次。培训的人里取得证书的3,500人。", "part 3,500人 大于总数 3,420人次"),
        ("检查企业120家，违规的130家，占检查企业的10.83%。", "part 130家 大于总数 120家"),
    ],
)
def test_a_part_is_no_more_than_its_whole(text: str, finding: str) -> None:
    assert finding in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "图书馆有馆员42人（采编9人、流通33人），持证38人。",
        "法院立案86件：盗窃51件，诈骗35件。上述案件中移送检察院12件。",
        "抽查的48份病历中，5份书写不规范。",
        "年末在校612人（男生320人、女生292人；住校生430人）。",
        "学校有教师96人和职工24人，党员101人。",
        "医院实际到位资金840.00万元，由省级600.00万元（71.43%）、县级240.00万元（28.57%）组成；支出780.00万元，占到位资金的92.86%。",
    ],
)
def test_parts_that_may_be(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("村道预算500.00万元，省级300.00万元（60%）、县级200.00万元（44%）。", "share 44% 应为 40%"),
        ("随访260人，治愈182人（70.00%），好转52人（20.20%），无效26人（10.00%）。", "share 20.20% 应为 20.00%"),
        ("就业去向：企业315人（52.50%），机关45人（7.50%），升学240人（44.00%）。", "share 44.00% 应为 40.00%"),
        (
            (
                "诉讼服务花得最多，120.00万元，占60.00%。窗口、热线、巡回三种方式都有，群众评价最好的是巡回审判。\n"
                "安保其次，50.00万元，占25.00%。\n维修最少，30.00万元，占51.00%。\n"
            ),
            "",
        ),
        (
            (
                "诉讼服务花得最多，120.00万元，占48.00%。窗口、热线、巡回三种方式都有，群众评价最好的是巡回审判。\n"
                "安保其次，60.00万元，占24.00%。\n维修再次，40.00万元，占16.00%。\n宣传最少，30.00万元，占21.00%。"
            ),
            "share 21.00% 应为 12.00%",
        ),
    ],
)
def test_shares_that_most_of_them_settle(text: str, finding: str) -> None:
    assert (finding in said(text)) if finding else not [each for each in said(text) if each.startswith("share ")]


@pytest.mark.parametrize(
    "text",
    [
        "人员经费支出200.00万元（98.04%）、公用经费支出50.00万元（96.15%）。",
        "灌溉面积3.20万亩（64.00%）、1.80万亩（36.00%）。",
    ],
)
def test_rates_and_shares_in_brackets(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "本年监测项目5个，即病虫防治、土肥检测、良种示范、农机补贴，年初预算260.00万元，由省、县负担。",
            "count 5个 列出的是 4 个",
        ),
        ("下步一抓立案，二抓审理，三抓执行，把这四件事办好。", "count 四件 列出的是 3 个"),
        ("主要问题四个（床位使用率只有71.20%、药占比偏高、欠费38人）。", "count 四个 列出的是 3 个"),
        ("差距主要有三处。一处是校舍，老旧未修；另一处是师资，缺编较多。", "count 三处 列出的是 2 个"),
        (
            "资金投向以下三个方面：\n第一，泵站改造。\n第二，渠道清淤。\n第三，闸门更换。\n第四，监测设备。",
            "count 三个 列出的是 4 个",
        ),
        ("资金投向以下四个方面：\n第一，泵站改造。\n第二，渠道清淤。\n第三，闸门更换。\n第四，监测设备。", ""),
        ("下步一抓立案，二抓审理，三抓执行，把这三件事办好。", ""),
    ],
)
def test_things_counted(text: str, finding: str) -> None:
    assert (finding in " ".join(said(text))) if finding else "count" in held(text) and said(text) == []
