"""Shares that no word explains: rows and names of a list, wholes told before; parts of what is made of them."""

import pytest
from tests.support.ledgers import held
from tests.support.ledgers import said as said_of

TITLE = "某市水务局2024年度工作总结\n一、基本情况\n"


def said(text: str) -> list[str]:
    """Behind a title and a heading, so that no line is taken for one."""
    return said_of(TITLE + text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (  # a row of shares behind a list that adds up
            "全院床位860张，内科412张，外科318张，妇儿130张，结构为74.91%、36.98%、15.12%。",
            ["shares 74.91% 应为 47.91%"],
        ),
        (  # by the names of the items, in brackets too
            "全年收案2,860件（线上1,688件、窗口1,172件），线上立案比重为59.02%，窗口立案比重为45.08%。",
            ["shares 45.08% 应为 40.98%"],
        ),
        (  # no total is stated
            "参训教师中男教师232人、女教师168人，男女比例为58%和24%。",
            ["shares 24% 应为 42%"],
        ),
        ("灌区渠道486公里，干渠204公里，支渠282公里，前者占41.98%，后者占85.02%。", ["shares 85.02% 应为 58.02%"]),
    ],
)
def test_all_but_one_of_the_shares_of_a_list_fit(text: str, told: list[str]) -> None:
    assert said(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "全院床位860张，内科412张，外科318张，妇儿130张，结构为47.91%、36.98%、15.12%。",
        "全年收案2,860件（线上1,688件、窗口1,172件），线上满意率98.02%，窗口满意率97.45%。",
        "灌区渠道486公里，干渠204公里，支渠282公里，完好率91.98%，配套率85.02%。",
        "参训教师中男教师232人、女教师168人，合格率和优秀率为98%和42%。",
    ],
)
def test_rates_behind_a_list_that_are_no_shares_of_it(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (  # named at the opening of the sentence
            "登记在册的移民共有12,480人。\n在册移民当中，老人有3,098人，接近四分之一，确切地说是28.42%。",
            ["share 28.42% 应为 24.82%"],
        ),
        (  # by the words between 在 and 里
            "接受资助的家庭3,470户。\n三口之家1,215户，在资助家庭里占53.01%。",
            ["share 53.01% 应为 35.01%"],
        ),
        (  # 为……的
            "全校发放教材23,800册。\n毕业班领用9,806册，为发放教材的42.1%。",
            ["share 42.1% 应为 41.2%"],
        ),
        (  # what another share of the sentence is of
            "受理审批6,870件，窗口办理2,755件，占40.10%，网上办理3,216件，为48.61%。",
            ["share 48.61% 应为 46.81%"],
        ),
        (  # a rate that has the name of the figure right before it
            "受理项目申报2,860个（省级172个，市级2,688个）。评审通过2,516个，通过率78.97%。",
            ["share 78.97% 应为 87.97%"],
        ),
    ],
)
def test_a_whole_that_was_told_before(text: str, told: list[str]) -> None:
    assert said(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "登记在册的移民共有12,480人。\n在册移民当中，老人有3,098人，接近四分之一，确切地说是24.82%。",
        "全年献血31,864人次；街头献血19,216人次，团体献血12,648人次。首次献血者占38%，重复献血者占62%。",
        "计划新增床位2,400张，普通病房提供1,320张，占新增床位的55%；康复床位不少于360张，占新增床位的15%。",
        "2024年补贴3,046万元；6月已拨付1,490万元。补贴由三部分构成，三项占比分别为72.5%、10.3%和17.2%。",
        "实际支出1,162.80万元，多出54.80万元，是批准数的104.95%。",
    ],
)
def test_a_share_of_what_is_not_told(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "项目预算1,260.00万元，由省级资金1,436.40万元、县级资金460.00万元构成。",
            ["part 1,436.40万元 大于总数 1,260.00万元"],
        ),
        ("46个村里已通自来水的43个；建有文化广场的49个，约占七成。", ["part 49个 大于总数 46个"]),
        ("民商事条线结案2,286件，含调解撤诉2,697件。", ["part 2,697件 大于总数 2,286件"]),
        ("17个社区（村）里专职人员到位的19个。", ["part 19个 大于总数 17个"]),
        ("受理申报课题120项，评审通过135项。", ["part 135项 大于总数 120项"]),
    ],
)
def test_a_part_of_what_the_sentence_opens_with_or_is_made_of(text: str, told: list[str]) -> None:
    assert [each for each in said(text) if each.startswith("part")] == told


@pytest.mark.parametrize(
    "text",
    [
        "单身家庭1,215户，在补贴家庭里占35.01%；三口及以上家庭1,388户，占40.00%。",
        "入户问卷240份，全部有效；电话访谈132人。二者合并有效样本372份。",
        "14个窗口只能办理30个事项，年内增加到18个。",
        "为3个街道配备网格员，其中只有1个街道的网格员超过40个。",
    ],
)
def test_what_is_no_part(text: str) -> None:
    assert said(text) == []


def test_a_share_of_a_bound_is_none() -> None:
    """10张以上 says which of them are meant."""
    assert "share" not in held("养蚕10张以上的大户612户，发种9张，占90.0%。")


@pytest.mark.parametrize(
    "text",
    [
        "全院在编386人，其中护士214人、医生172人，护士占55.4%，医生占45.6%。",
        "全校教师180人，其中专任145人、外聘35人，专任占80.6%，外聘占14.9%。",
        "全院审结620件，其中民事412件、执行208件，民事占66.5%，执行占35.3%。",
    ],
)
def test_one_wrong_share_is_told_once(text: str) -> None:
    """The figure that settles a finding settles what else is wrong by it."""
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("人员经费占96.33%，公用经费占30.67%。", "shares 96.33% 相加得 127%"),
        ("线上办理占64.10%，线下办理占38.60%。", "shares 64.10% 相加得 102.7%"),
        ("资金来源中财政占62.50%、自筹占21.30%、社会捐赠占12.60%。", "shares 62.50% 相加得 96.4%"),
        ("四个季度支出比例为12%、38%、35%、51%。", "shares 12% 相加得 136%"),
    ],
)
def test_shares_that_a_slip_keeps_from_making_the_whole(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "女职工占62.00%，党员占41.00%。",
        "本科以上占72.35%，35岁以下占38.42%。",
        "第一季度占12%，上半年占50%，前三季度占85%。",
        "各县执行率为98.1%、97.3%、95.6%和91.2%。",
        "三年增幅为32.1%、23.4%和45.5%。",
    ],
)
def test_shares_that_overlap_and_rates_make_no_whole(text: str) -> None:
    assert said(text) == []
