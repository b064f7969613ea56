"""Right figures as other provinces, firms and schools write them, each beside the same with an error planted."""

from types import SimpleNamespace
from typing import cast

import pytest
from tests.support.ledgers import held, said

from reportgen.rules.scene import Scene
from reportgen.rules.structure.budget_year import standing
from reportgen.statements.context import year_told


def _below(text: str) -> str:
    return f"示例市2024年度绩效评价报告\n一、情况\n{text}"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "扣分原因：一是成活率未达标，扣3.00分；二是支出偏慢，扣2.50分；三是档案不全，扣1.50分。以上合计扣7.00分。",
            "",
        ),
        (
            "扣分原因：一是成活率未达标，扣3.00分；二是支出偏慢，扣2.50分；三是档案不全，扣1.50分。以上合计扣7.60分。",
            "7.60分",
        ),
        ("法院经费：（1）办案120.00万元；（2）装备86.50万元；（3）维修43.20万元。以上三项合计249.70万元。", ""),
        (
            "法院经费：（1）办案120.00万元；（2）装备86.50万元；（3）维修43.20万元。以上三项合计259.70万元。",
            "259.70万元",
        ),
        ("医院采购：一是彩超236.40万元；二是监护仪98.10万元；三是呼吸机64.50万元。以上合计399.00万元。", ""),
        ("问题如下。（1）超标准列支约3万元；（2）多发补贴0.35万元；（3）漏缴租金1.20万元。以上合计4.55万元。", ""),
    ],
)
def test_the_first_item_stands_behind_a_colon(text: str, finding: str) -> None:
    assert [each.split()[1] for each in said(_below(text))] == ([finding] if finding else [])


@pytest.mark.parametrize(
    "text",
    [
        "“三公”经费10.00万元，其中：因公出国（境）费0万元，占0%；公务用车运行维护费8.74万元，占87.40%；公务接待费1.26万元，占12.60%。",
        "学校收入820.00万元，其中：上级补助0万元，占0%；财政拨款779.00万元，占95.00%；其他收入41.00万元，占5.00%。",
        "水库供水360万立方米，其中生态0万立方米，占0%；农业270万立方米，占75%；城镇90万立方米，占25%。",
    ],
)
def test_nothing_is_no_share_of_anything(text: str) -> None:
    assert said(_below(text)) == []
    assert "share" in held(_below(text))


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("实有92人，其中法官38人、助理21人、书记员9人、司法警察12人、司法行政人员12人；事业人员7人。", ""),
        ("医院在岗148人，其中医师52人、护士71人、药师9人、行政人员16人；事业编外18人。", ""),
        ("中学教职工120人，其中高级31人、中级52人、初级29人、行政人员8人；事业人员12人。", ""),
        ("镇机关在编40人，其中行政人员26人、事业人员16人。", "sum 40人 各项相加得 42人"),
        (
            "预算460.80万元，支出473.57万元，其中甲区185.22万元、乙区288.35万元，超支12.77万元，追加后预算473.57万元。",
            "",
        ),
        ("人员支出469.86万元（含年中追加28.40万元，追加后预算472.00万元），公用支出41.63万元。", ""),
        ("培训支出86.40万元（含师资42.30万元、场地44.10万元，调整后预算90.00万元）。", ""),
        ("支出86.40万元，其中师资42.30万元、场地41.10万元、资料3.00万元，其余结转。", ""),
        ("支出86.40万元，其中师资42.30万元、场地44.00万元、资料3.00万元。", "sum 86.40万元 各项相加得 89.3万元"),
    ],
)
def test_what_stands_amidst_a_list_is_no_total_and_a_budget_no_part(text: str, finding: str) -> None:
    assert said(_below(text)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("高新技术企业由2022年的31家、2023年的38家增至47家，两年净增16家。", ""),
        ("高新技术企业由2022年的31家、2023年的38家增至47家，两年净增19家。", "change 19家 应为 16家"),
        ("在校生由2021年的1,204人、2022年的1,236人、2023年的1,270人增至1,322人，三年增加118人，增长9.8%。", ""),
        (
            "在校生由2021年的1,204人、2022年的1,236人、2023年的1,270人增至1,322人，三年增加181人。",
            "change 181人 应为 118人",
        ),
        ("门诊由2022年的11.23万人次、2023年的12.31万人次增加到13.32万人次，两年增加2.09万人次。", ""),
        ("单页成本0.58元，比上年0.62元低6.5%，比省指导价0.65元低10.8%。", ""),
        ("单页成本0.58元，比上年0.62元低6.5%，比省指导价0.65元低18.0%。", "growth 18.0% 应为 10.8%"),
        ("亩均用水312立方米，较上年340立方米减少8.2%，比全省定额360立方米少13.3%。", ""),
        ("次均费用5,842元，较上年6,018元下降2.9%，较同级医院均值6,240元低6.4%。", ""),
    ],
)
def test_what_a_change_starts_from(text: str, finding: str) -> None:
    assert said(_below(text)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("满意度：文化馆95.3%，文化站平均91.7%，最高96.4%（河口镇），最低86.9%（西岭乡），差距9.5个百分点。", ""),
        ("乡镇卫生院合格率平均92.6%，最高98.1%，最低85.3%，相差12.8个百分点。", ""),
        ("断面达标率最高99.2%，最低88.7%，相差10.5个百分点。", ""),
        ("法庭结案率最高99.2%，最低88.7%，相差15.0个百分点。", "change 15.0个百分点 应为 10.5个百分点"),
    ],
)
def test_the_highest_and_the_lowest_are_rates(text: str, finding: str) -> None:
    assert said(_below(text)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("评价得分85.10分，比单位自评得分96.80分低11.70分，等级为良。", ""),
        ("医院评价得分88.20分，与单位自评得分95.60分相比低7.40分。", ""),
        ("热线满意率综合得分97.1分。承包单位考核得分93.5分，按规定支付服务费的95%。", ""),
        ("综合评价得分85.10分。\n二、结论\n项目综合评价得分81.50分。", "total_score 81.50分 应为 85.10分"),
    ],
)
def test_scores_of_two_judges(text: str, finding: str) -> None:
    assert said(_below(text)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("CT日均检查28.4人次，开机率96.2%，高于原设备（21.7人次、88.5%）。", ""),
        ("每公里渠道（共214公里）配备1.34人，低于定额1.46人。", ""),
        ("社区人均参加活动3.6人次，社工户均走访2.4人次。", ""),
        ("全年接待群众3.42人次。", "scale 3.42人次 3.42人次有小数，是不是漏了「万」"),
        ("全年资助学生1.26人。", "scale 1.26人 1.26人有小数，是不是漏了「万」"),
        ("全年门诊8.91人次。", "scale 8.91人次 8.91人次有小数，是不是漏了「万」"),
    ],
)
def test_so_many_people_on_average(text: str, finding: str) -> None:
    assert said(_below(text)) == ([finding] if finding else [])


_AID = """
项目	调整后预算	支出数	执行率
国家司法救助	37.50	32.00	85.33%
办案业务	186.00	183.27	98.53%
信息化运维	118.00	97.44	82.58%
合计	341.50	312.71	91.57%
"""


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("年中追加46.15万元，包括书记员保障28.65万元、国家司法救助17.50万元。", ""),
        ("上年结转8.30万元，其中国家司法救助7.50万元、其他0.80万元。", ""),
        ("信息化运维支出94.74万元，办案业务支出183.27万元。", "text_table 94.74万元 与表格不符：97.44"),
    ],
)
def test_a_part_of_what_was_added_is_not_all_of_the_thing(text: str, finding: str) -> None:
    assert said(_below(text + _AID)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("一、第一中学\n在校生2,416人，开放天数268天。\n二、第二中学\n在校生2,146人，开放天数286天。", ""),
        ("一、情况\n城关卫生院：开放床位80张，住院3,214人次。\n河西卫生院：开放床位60张，住院3,124人次。", ""),
        ("一、图书下乡项目\n支出452.06万元。\n二、送戏下乡项目\n支出452.60万元。", ""),
        ("一、情况\n我院开放床位80张。\n二、成效\n我院开放床位60张。", "once 60张 这里写的是 60张"),
        ("一、情况\n全校在校生2,416人。\n二、成效\n学校在校生2,146人。", "same 2,146人 这里写的是 2,146人"),
    ],
)
def test_what_several_units_have_each(text: str, finding: str) -> None:
    assert said(f"示例市2024年度绩效评价报告\n{text}") == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "行政运行预算188.20万元，支出决算206.75万元；管理事务预算36.00万元，支出决算33.76万元。前者大于预算数，后者小于预算数。",
            "",
        ),
        (
            "教育支出预算60.00万元，支出决算58.40万元；住房支出预算12.00万元，支出决算12.60万元。前者小于预算数，后者大于预算数。",
            "",
        ),
        (
            "住房支出预算12.00万元，支出决算12.60万元，决算数小于预算数。",
            "compared 12.60万元 写的是「小于」，应为「大于」",
        ),
    ],
)
def test_the_former_and_the_latter(text: str, finding: str) -> None:
    assert said(_below(text)) == ([finding] if finding else [])


_RISEN = """
指标	完成值	上年完成值	同比
论文（篇）	46	38	21.05%
专利（件）	11	9	22.22%
会议（次）	5	4	{rate}%
执行率（%）	96.20	94.10	2.10%
"""


@pytest.mark.parametrize(("rate", "finding"), [("25.00", ""), ("52.00", "table_rate 52.00% 应为 25.00%")])
def test_the_change_of_a_rate_in_a_table_is_told_in_points(rate: str, finding: str) -> None:
    assert said(_below(_RISEN.format(rate=rate).strip())) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("全年进厂垃圾414,900吨，日均1,134吨，为设计能力1,200吨/日的94.5%。", ""),
        ("水厂全年供水3,285万立方米，日均9.0万立方米，为设计能力10万立方米/日的90.0%。", ""),
        ("统筹基金支出22.87亿元，其中住院15.98亿元。政策范围内住院费用支付比例69.4%。", ""),
        ("全年进厂垃圾414,900吨，为计划420,000吨的89.8%。", "rate 89.8% 应为 98.8%"),
    ],
)
def test_so_much_a_day_and_so_much_of_each_bill(text: str, finding: str) -> None:
    assert said(_below(text)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("三年任务3.00万亩，累计完成2.07万亩，占两年任务2.15万亩的96.3%，占总任务的69.0%。", ""),
        ("总预算6.80亿元，支出6.17亿元，占到位资金6.52亿元的94.6%，占总预算的90.7%。", ""),
        ("共有病床860张，使用731张，占开放床位800张的91.4%，占病床的85.0%。", ""),
        ("总预算6.80亿元，支出6.17亿元，占到位资金6.52亿元的94.6%，占总预算的97.0%。", "share 97.0% 应为 90.7%"),
    ],
)
def test_one_part_of_two_wholes(text: str, finding: str) -> None:
    assert (finding in said(_below(text))) if finding else said(_below(text)) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("受理申请286件，答复281件（含上年结转4件），结转下年9件，其中公开168件、部分公开82件、不予公开31件。", ""),
        ("法院受理612件，审结580件，转入下年32件，其中刑事46件、民事312件、执行222件。", ""),
        ("项目资金500.00万元，支出460.00万元，结转次年40.00万元，其中设备300.00万元、维修160.00万元。", ""),
        ("法院审结580件，其中刑事46件、民事312件、执行822件。", "part 822件 大于总数 580件"),
    ],
)
def test_what_is_left_to_the_next_year_says_of_no_other_figure_when_it_was(text: str, finding: str) -> None:
    assert (finding in said(_below(text))) if finding else said(_below(text)) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("从申请到兑付平均37天，比承诺的30天多7天，其中审核21天、公示7天、拨付9天。", ""),
        ("法院平均审理56天，比规定的90天少34天，其中立案7天、审理41天、送达8天。", ""),
        ("机器检修平均42小时，比定额的40小时多2小时，其中拆装18小时、测试24小时。", ""),
        ("审批用时37天，其中审核24天、公示7天、拨付9天。", "sum 37天 各项相加得 40天"),
        ("抽查机构60家，优秀9家、合格44家、不合格7家，不合格率11.67%。", ""),
        ("抽查水样90份，优秀31份、合格50份、不合格9份，不合格率10.00%。", ""),
        ("抽查教室120间，达标111间、未达标9间，未达标率7.50%。", ""),
        ("抽查机构60家，优秀9家、合格44家、不合格7家，合格率78.33%。", "rate 78.33% 应为 88.33%"),
    ],
)
def test_what_something_is_held_against_and_what_failed(text: str, finding: str) -> None:
    assert said(_below(text)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("每新建1个村级服务社补助3万元、改造补助1.5万元，合计153万元。", ""),
        ("每培训1名护理员补助0.2万元、考核奖励0.05万元，共计25万元。", ""),
        ("每修复1处渠道补助2万元、清淤补助0.6万元，合计260万元。", ""),
        ("新建服务社补助3.20万元、改造补助1.50万元，合计4.40万元。", "sum 4.40万元 各项相加得 4.7万元"),
        ("基本支出中人员类366.40万元、公用类31.86万元，公用类占8.0%。", ""),
        ("医院收入中门诊820.00万元、体检96.00万元，体检占5.2%。", ""),
        ("学校支出中工资1,240.00万元、维修186.00万元，维修占9.3%。", ""),
        ("支出366.40万元，公用31.86万元，占8.0%。", "share 8.0% 应为 8.7%"),
    ],
)
def test_so_much_for_one_and_what_stands_beside_a_part(text: str, finding: str) -> None:
    assert said(_below(text)) == ([finding] if finding else [])


@pytest.mark.parametrize("words", ["国有资本保值增值率103.6%", "稻谷保险简单赔付率112.4%", "污水厂平均负荷率104.2%"])
def test_rates_that_may_go_beyond_a_hundred(words: str) -> None:
    assert said(_below(f"全年{words}。")) == []
    assert said(_below("全年设备完好率104.2%。")) == ["over 104.2% 不会超过 100%"]


_STORE = """
物资	定额	库存	达标率
编织袋	3,000	2,920	97.33%
救生衣	2,000	{stock}	{rate}%
排涝泵	40	38	95.00%
照明车	8	6	75.00%
"""


@pytest.mark.parametrize(
    ("stock", "rate", "finding"),
    [("2,020", "101.00", ""), ("1,980", "99.00", ""), ("1,980", "109.90", "table_rate 109.90% 应为 99.00%")],
)
def test_a_rate_of_its_row_may_go_beyond_a_hundred(stock: str, rate: str, finding: str) -> None:
    assert said(_below(_STORE.format(stock=stock, rate=rate).strip())) == ([finding] if finding else [])


_FORM = """
一级指标	三级指标	指标值	完成值	分值	得分
预算执行		356.00	348.88	10
产出指标	维修闸门	≥12座	11座	20	18.33
产出指标	购置水泵	≥36台	38台	30	30
效益指标	积水点消除率	≥90%	88.6%	40	39.38
总分				100	{total}
"""


@pytest.mark.parametrize(("total", "relations"), [("97.51", []), ("87.17", ["points"])])
def test_points_of_a_line_that_are_told_in_a_note(total: str, relations: list[str]) -> None:
    assert [each.split()[0] for each in said(_below(_FORM.format(total=total).strip()))] == relations


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        # another whole that is told, and one that is smaller than the part
        ("省内的11,362人，省外的3,588人，省内占76.0%，省外占24.0%。认定困难学生4,106人，占在校生25.0%。", ""),
        ("护士386人，医生214人，护士占64.3%，医生占35.7%。接受培训168人，占应训人员的84.0%。", ""),
        ("审结4,120件，调解2,030件，审结占67.0%，调解占33.0%。公开4,010件，占应公开的99.0%。", ""),
        (
            "课程1,264门，其中实践课417门，实践课比重33.0%；一流课58门，国家级9门，省级49门，国家级占15.5%，省级占84.5%。",
            "",
        ),
        # a share of all, whose parts follow
        (
            "拨款支出1,681.30万元，占本年支出合计的80.12%。其中卫生1,290.40万元，占76.75%；住房390.90万元，占23.25%。",
            "",
        ),
        ("拨款支出962.40万元，占支出总额的91.30%。其中教学710.20万元，占73.79%；维修252.20万元，占26.21%。", ""),
        # so much of a budget, and not all
        ("年初预算2,186.00万元，年中没有追加。基本支出486.40万元，项目支出1,626.70万元，执行率96.67%。", ""),
        ("年初预算820.00万元。基本支出310.50万元，项目支出460.20万元，执行率93.99%。", ""),
        ("护士386人，医生214人，护士占63.4%，医生占35.7%，共600人。", "shares 63.4% 相加得 99.1%"),
    ],
)
def test_shares_of_another_whole_and_what_was_spent_of_all(text: str, finding: str) -> None:
    assert (finding in said(_below(text))) if finding else said(_below(text)) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        # the share of a part that goes by another word is one of all
        ("已办结的1,000件中，诉讼类500件，调解类300件，其他200件；打官司的占50.0%，谈成的占30.0%，其他占20.0%。", ""),
        ("就诊2,000人次，内科1,000人次，外科600人次，其他400人次；看内科的占50.0%，动刀的占30.0%，其他的占20.0%。", ""),
        ("在校生800人，住校480人，走读240人，其他80人；住校的占60.0%，每天回家的占30.0%，其他占10.0%。", ""),
        (
            "在校生800人，住校480人，走读240人，其他80人；住校的占60.0%，每天回家的占30.0%，其他占15.0%。",
            "share 15.0% 应为 10.0%",
        ),
        # ranks and grades are the better the smaller
        ("水质由4.1类提升到3.2类。", ""),
        ("全省排名由第12位上升到第8位。", ""),
        ("医院等级评审平均由3.4级提升至2.6级。", ""),
        ("图书外借由5.2万册次提升到4.6万册次。", "direction 4.6万册次 方向词「提升」反了"),
        # 及以上 belongs to the grade
        ("有效问卷403份，满意及以上342份、一般46份、不满意15份，满意率84.86%。", ""),
        ("回收病人问卷200份，比较满意及以上178份、一般16份、不满意6份，满意度89.00%。", ""),
        ("测评学员250人，良好及以上205人、合格35人、不合格10人。", ""),
        # what a rate had to be is made of no figures beside it
        ("应训430人，参训412人，参训率95.81%，未达到98%的要求。", ""),
        ("应检设备210台，实检201台，受检率95.71%，低于98%以上的目标。", ""),
        ("应到庭512人，实到491人，到庭率95.90%，没有达到99%的要求。", ""),
        # how often two kinds of people were trained
        ("护士、护工集中培训3期，期均60人，参训180人次。", ""),
        ("馆员、志愿者业务演练4次，每次2小时。", ""),
        ("执法员、协管员轮训5批，每批20人。", ""),
        ("四季度再开放58天，加上已开放的142天，全年200天的目标可以实现。", ""),
        ("后两个月还要体检620人，连同已体检的3,180人，可以完成任务3,800人。", ""),
        ("年底前再种树210株，加上前期种下的1,290株，共1,500株。", ""),
    ],
)
def test_what_looks_like_another_figure(text: str, finding: str) -> None:
    assert said(_below(text)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    "text",
    [
        "新建场馆1,458.00万元。\n新建场馆1,458.00万元由工程费1,239.30万元、场馆监理费145.80万元、预备费72.90万元构成，三项的比例为85%、10%、5%。",
        "医院修缮2,360.00万元。\n医院修缮2,360.00万元中质量保证金236.00万元，占10%。",
        "道路养护4,125.00万元。\n道路养护4,125.00万元，其中监理41.25万元，占1%。",
    ],
)
def test_a_tenth_that_is_told_is_no_slip_of_scale(text: str) -> None:
    assert [each for each in said(_below(text)) if each.startswith("scale")] == []


def test_the_best_of_others_and_the_mean_of_a_table_are_no_score_of_its_own() -> None:
    text = """项目得分85.66分。
在同批评价的12个医院项目中，本项目得分列第5位，高于平均分（84.37分）1.29分，最高分91.80分、最低分72.45分。
|科室|预算|得分|
|内科|60.00|98.5|
|外科|30.00|81.4|
|儿科|10.00|92.6|
|合计|100.00|92.78|
"""
    assert said(_below(text)) == []


def test_an_item_is_not_the_total_of_its_list() -> None:
    text = "学员320名。\n（一）教员18名6月前到岗。\n（二）学员320名上半年轮训一遍。"
    assert said(_below(text)) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        # of three figures the first is held against the last, too
        ("平均到场时间3.6小时，短于合同约定的6小时，也短于上年的4.2小时。", ""),
        ("平均住院日7.8天，低于控制目标9.0天，又低于上年的8.1天。", ""),
        ("结案周期41天，短于法定的60天，同样短于全市平均的44天。", ""),
        ("结案周期41天，短于法定的60天，却长于全市平均的44天。", "compared 41天 写的是「长于」，应为「低于」"),
        # a whole before both: neither half of the sentence is the whole of the other
        ("新生儿4,328名。死亡7例，死亡率1.62‰；疾病筛查4,275名，筛查率98.78%；听力筛查4,297名，筛查率99.28%。", ""),
        ("学生2,140人。本年视力检查2,101人，检查率98.18%；口腔检查2,118人，检查率98.97%。", ""),
        ("在册车辆860台。尾气检测822台，检测率95.58%；安全检测841台，检测率97.79%。", ""),
        # items with a share each that are not all, and that overlap
        ("体检5,236人次，检出血脂异常2,094人次（40.0%）、高血压1,571人次（30.0%）、糖代谢异常1,152人次（22.0%）。", ""),
        ("受访947户，提到停车难568户（60.0%）、路灯少379户（40.0%）、噪声284户（30.0%）。", ""),
        ("抽查案卷400卷，文书不全120卷（30.0%）、超期送达80卷（20.0%）、卷面不洁60卷（15.0%）。", ""),
        # a figure of many, and what it is held against
        ("百张床位医护人员45.5人，列第2位。", ""),
        ("千人口执业医师3.2人，百名学生拥有教师6.4人。", ""),
        ("万车死亡率1.42人，下降0.18人。", ""),
        # what is saved is the product, and what was spent for it is not
        ("改造后年节电38万千瓦时，按0.62元/千瓦时计节约23.56万元，投资84万元，约3.6年收回。", ""),
        ("全年节水12万立方米，每立方米3.20元，节省38.40万元，管网投入260万元。", ""),
        ("减少纸质卷宗4,200册，每册18元，节约7.56万元，扫描设备投入31万元。", ""),
        ("合同价58.60万元，比控制价61.00万元低2.40万元，降幅3.93%。", ""),
        ("原定6月开标，推迟到8月，合同价58.60万元，比控制价61.00万元低2.40万元。", ""),
        ("原计划3月签约，实际5月签约，合同额124.00万元，比限价130.00万元少6.00万元。", ""),
        ("原计划3月签约，实际5月签约，合同额124.00万元，较控制价130.00万元节省6.00万元。", ""),
    ],
)
def test_what_is_held_against_another_than_the_one_beside(text: str, finding: str) -> None:
    assert said(_below(text)) == ([finding] if finding else [])


def test_what_lies_among_its_rows_is_no_total() -> None:
    text = """|口岸|成本（万元）|货运量（万吨）|单位成本（元/吨）|
|龙嘴|1,176.00|420.00|2.80|
|虎跳|1,029.00|294.00|3.50|
|凤岭|735.00|147.00|5.00|
|合计|2,940.00|861.00|3.41|
"""
    assert said(_below(text)) == []


TITLES = [
    ("示例市环境监测站2024年度部门整体支出绩效自评报告", "AFTER"),
    ("示例市公安局视频监控系统2024年度项目绩效评价报告", "AFTER"),
    ("示例省地震监测中心站2025年度项目绩效目标申报表", "AHEAD"),
    ("示例县中心小学2025年1—8月绩效运行监控报告", "WITHIN"),
    ("示例县人民医院2025年度绩效监控情况表", "WITHIN"),
    ("示例市水文监测站2025年上半年绩效自评报告", "WITHIN"),
]


@pytest.mark.parametrize(("title", "when"), TITLES)
def test_what_a_unit_watches_is_not_when_it_writes(title: str, when: str) -> None:
    scene = SimpleNamespace(document=SimpleNamespace(metadata=SimpleNamespace(title=title)))
    assert standing(cast("Scene", scene)).name == when


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        # the second of two groups is no part of the first, and a rate of both together is of both
        (
            "参加初训的86人中，合格79人；参加复训的214人，合格211人，两类合计合格290人，总合格率96.67%。",
            "",
        ),
        ("住院的312人中，好转301人；门诊的864人，好转821人，合计好转1,122人，好转率95.41%。", ""),
        ("送检的48件中，合格46件；抽检的152件，合格149件，两者合格195件，合格率97.50%。", ""),
        # a share of two halves together
        ("上半年支出312.40万元，下半年支出468.60万元，下半年占60%，比上半年多156.20万元。", ""),
        ("门诊收入1,240.00万元，住院收入1,860.00万元，住院占60%。", ""),
        ("男生412人，女生388人，女生占48.50%。", ""),
        # what was there, what went, what came, what there is
        ("原有渔船412艘，减船转产38艘，新增更新12艘，现有386艘。", ""),
        ("原有村医326人，退出21人，新聘14人，现有319人。", ""),
        ("原有校车186辆，淘汰24辆，购置30辆，现有192辆，均已年检。", ""),
        # what lies between is one less; a part before the semicolon is not what came to the events behind it
        ("该线路单程28公里，设站22座，站间距平均1.33公里。", ""),
        ("干渠全长36公里，设闸13座，平均间隔3公里。", ""),
        ("街道长1,200米，装灯41盏，灯间距30米。", ""),
        ("年接待观众46.2万人次，其中未成年人13.9万人次，占30.1%；讲解2,860场，场均服务42人。", ""),
        ("全年借阅38.6万册次，其中少儿12.1万人次；举办讲座86场，场均61人。", ""),
        ("服务老人5.2万人次，其中失能1.1万人次；上门理发312次，每次16人。", ""),
        # those who came in the end, divided behind a list that is complete with those who did not
        ("应考216人，实考214人，2人因出国缓考，考核合格213人、不合格1人，合格率99.53%。", ""),
        ("应检412台，实检409台，3台停运，检验合格402台、不合格7台。", ""),
        ("应到128人，实到125人，3人请假，投票赞成121人、弃权4人。", ""),
        # what a rate is held against is told in its bracket, and of another rate it is not told
        ("降水量1,286毫米，较常年同期（1,142毫米）偏多12.6%，较上年偏少4.1%。", ""),
        ("门诊量38.6万人次，较2019年同期（35.1万人次）增长9.97%，较上年下降2.3%。", ""),
        ("用电量412万度，比前三年均值（386万度）上升6.74%，比上年下降1.8%。", ""),
        ("门诊量38.6万人次，较上年同期（35.1万人次）下降9.97%。", "growth 9.97% 应为 -9.97%"),
    ],
)
def test_one_of_two_is_not_the_whole(text: str, finding: str) -> None:
    assert said(_below(text)) == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (["本次评价对象为示例市2024年度绿化项目，2024年度预算比2023年度增加。"], 2024),
        (["医院2023年度收入增加，2024年度支出减少。"], None),
        (["本条例自公布之日起施行。"], None),
        (["依据《2022年度招生方案》，2024年度招生扩大。"], 2024),
    ],
)
def test_a_title_without_a_year_leaves_it_to_the_text(texts: list[str], year: int | None) -> None:
    assert year_told(texts) == year


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("368个孩子里，田径队最多，有126人，游泳队84人，举重队42人，射击队48人，乒乓球队68人。", ""),
        ("442名住院患者里，内科最多，有158人，外科96人，儿科62人，骨科54人，眼科72人。", ""),
        ("收案296件中，民事最多，有108件，刑事72件，行政36件，执行34件，非诉46件。", ""),
        ("上报隐患318条，办结296条，办结的当中一般隐患288条，还没有办结的有22条。", ""),
        ("收到投诉420件，解决396件，解决的当中水质问题310件，没有解决的有24件。", ""),
        ("年初申报项目86个，立项74个，立项的当中续建58个，尚未立项的12个。", ""),
        ("学校签约34.70亿元的合作，全年支出725.90万元，签约12家企业。", ""),
        ("医院以725.90万元的支出，服务8.62万名患者，签约34.70亿元，救助240户。", ""),
        ("法院用86.50万元的经费，调解3,200件，收回1.26亿元，救助36户。", ""),
        ("应急出库平均用时36小时，规定48小时，快了12小时。", ""),
        ("门诊平均候诊28分钟，标准40分钟，快了12分钟。", ""),
        ("案件平均审理46天，规定60天，快了14天。", ""),
    ],
)
def test_what_several_finders_together_took_for_wrong(text: str, finding: str) -> None:
    assert said(text) == ([finding] if finding else [])
