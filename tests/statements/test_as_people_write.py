"""Right sentences with several figures each, as people write them: nothing is said of them; wrong ones are found."""

import pytest
from tests.support.ledgers import said


@pytest.mark.parametrize(
    "text",
    [
        "四类档案中文书、实物两类未完成计划，分别完成93.56%、92.50%。",
        "三个车间里一、二两个车间未完成目标，分别完成91.20%、88.40%。",
        "五项指标中产出数量和产出质量两项未达标，得分率分别为82.00%、79.50%。",
    ],
)
def test_some_of_several_do_not_reach_what_was_planned(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "新领办专业合作社4家，年底总共27家，年初是25家，中间注销了2家。",
        "年内新购设备8台，报废5台，年末在用63台，年初为60台。",
        "年末在馆志愿者186人，年初162人，今年新招38人，退出14人。",
    ],
)
def test_what_came_may_be_told_before_what_there_was(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "问了80个社员和农户，80份全收回，满意45份，基本满意28份，不满意7份，满意度91.25%（前两样加起来）。",
        "发放问卷200份全部收回，满意126份，较满意52份，不满意22份，满意率89.00%。",
        "回访患者150人，满意96人，基本满意38人，不满意16人。",
    ],
)
def test_grades_of_satisfaction_are_no_rest_of_each_other(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "核定编制34名，8月底在编31人，缺3人；聘用火化、接运、抬运人员12人，两类人员共43人。",
        "学校编制86名，在编80人，空编6名；聘用代课教师9人，两类共89人。",
        "水厂定员42人，在岗38人，缺员4人；劳务派遣6人，全厂共44人。",
    ],
)
def test_posts_that_nobody_holds_are_no_people(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "内设综合部、民事一部、民事二部、涉外部、金融部5个部门。",
        "医院设内一科、内二科、外一科、外二科、儿科5个临床科室。",
        "下设民事审判一庭、民事审判二庭、刑事审判庭、行政审判庭4个审判庭。",
    ],
)
def test_a_number_in_a_name_counts_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "全年受理投诉19件，其中有效投诉4件；复查申请7件，维持6件、撤销1件。",
        "立项课题26项，结项23项，结项率88.46%：县级18项结16项，市级6项全结，省级2项结1项。",
        "受理案件120件，办结108件，办结率90.00%：民事80件结74件，刑事28件结25件，行政12件结9件。",
    ],
)
def test_pieces_of_a_list_have_totals_of_their_own(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "年末国有资产总额1,648.00万元，其中固定资产净值712.40万元、货币资金826.55万元，二者占93.38%。",
        "全年支出860.00万元，其中人员经费420.00万元、公用经费180.00万元，两项合占69.77%。",
        "城镇新增就业3.41万人，其中高校毕业生1.98万人，农民工0.86万人，两类群体占83.3%；失业人员再就业0.97万人，就业困难0.38万人。",
    ],
)
def test_a_share_behind_a_list_says_how_much_of_the_total_it_holds(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "1,058名学员人人发卷，收回1,031份，有效1,024份，回收率97.45%，有效率（有效÷收回）99.32%。",
        "向600户居民发放问卷，收回582份，有效570份，回收率97.00%，有效率97.94%。",
        "农户240户每户一份问卷，收回236份，回收率98.33%。",
    ],
)
def test_sheets_are_sent_to_people(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "省级下达260.00万元，县级配套140.00万元，其中县级已到位98.00万元，还差42.00万元。",
        "配套140.00万元，已到位98.00万元，还差42.00万元。",
        "计划投资500.00万元，已下达420.00万元，差80.00万元。",
    ],
)
def test_what_has_come_is_less_than_what_was_due(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("四类档案中文书类计划1,200卷，完成1,260卷，未完成计划。", "compared"),
        ("新领办合作社4家，年底总共37家，年初是25家，中间注销了2家。", "remainder"),
        ("抽查120户，符合条件114户，不符合16户。", "remainder"),
        ("在编312人，缺30人；聘用人员128人，两类人员共404人。", "sum"),
        ("内设综合部、民事一部、民事二部、涉外部、金融部4个部门。", "count"),
        ("受理案件120件，办结108件，其中民事74件、刑事25件、行政19件。", "sum"),
        (
            "支出860.00万元，其中人员经费420.00万元、公用经费140.00万元、项目经费240.00万元，前两项占65.12%，三项合计860.00万元。",
            "sum",
        ),
        ("发放问卷600份，收回582份，回收率79.00%，其中有效570份。", "rate"),
        ("计划投资500.00万元，已下达420.00万元，超出80.00万元。", "direction"),
    ],
)
def test_what_is_wrong_among_them_is_still_found(text: str, relation: str) -> None:
    assert any(finding.startswith(relation) for finding in said(text))


@pytest.mark.parametrize(
    "text",
    [
        "支出1,486.20万元，其中基本支出986.20万元，项目支出500.00万元，完成年初预算1,420.00万元的104.66%，决算数大于预算数。",
        "上级补助80.00万元已全部到位，自筹20.00万元到位15.00万元，总体到位率95.00%。",
        "本年支出大于本年收入35.01万元，本年收入2,353.07万元，本年支出2,388.08万元。",
        "改造后实行物业管理的小区11个，社区托管的9个，余下5个既未引入物业也无托管。",
        "一级医院12家，二级医院9家，剩下6家未定级。",
        "2024年可用资金3,218.40万元。\n购置补贴可用3,068.40万元，更新补贴可用150.00万元。\n结算3,076.85万元，结转141.55万元。",
        "机具补贴2,944.10万元。\n资金可用3,068.40万元。\n拖拉机和联合收割机两类补贴额合计2,160.95万元，占73.40%。",
    ],
)
def test_what_another_figure_explains(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "年末馆藏史料6,996件，年内征集737件，移交县档案部门25件，年初为6,284件，净增712件。",
        "年末社会公用计量标准66项，年初64项，新建5项，撤销3项。",
        "扣5.43分，其中数量扣1.50分（初稿扣0.50分、培训扣1.00分），时效扣2.00分，效益扣1.50分，满意度扣0.29分，余下0.14分为折扣。",
        "资金到位扣1.20分；业务管理扣2.50分，其中未分账核算扣1.50分，监理日志缺页扣1.00分。",
        "资料刊印28.80万元。汇编300册，每册320元，年报800册，每册65元，刊印费148,000元；审查复核140,000元。",
        "扣分5.45分：决策1.00分；过程1.60分（目标未调整0.60分，固定资产登记滞后1.00分）。",
        "公厕84座，一类14座、每座62,000元，二类38座、每座50,000元，三类32座、每座44,000元，小计4,176,000元。",
        "拨给4个村：青石村32.60万元，马家岭村41.80万元，河口村29.50万元，双桥社区18.74万元，平均每个30.66万元。",
        "1.预算编制未区分器具，建议2026年起分列。2.检定组织难，102台未检。3.38名在编人员中50岁以上16人，占42.11%。",
    ],
)
def test_what_stands_beside_is_of_something_else(text: str) -> None:
    assert said(text) == []
