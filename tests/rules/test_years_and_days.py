"""Stale years, days in a wrong order and after the signing, as clerks of many trades write them."""

import pytest
from tests.rules.fragments import findings_finished, marked

REPORT = """某市第二福利院2024年度部门整体支出绩效自评报告
一、基本情况
{text}
二、自评结论
2024年度自评得分92.30分，等级为优。2024年收养老人260人。
{more}某市第二福利院
2025年3月20日
"""
APPLICATION = """某县气象局2026年度项目支出绩效目标申报书
一、项目概况
项目为人工影响天气作业。
二、资金测算
{text}
2026年度计划开展作业12次。
某县气象局
2025年10月12日
"""


def said(text: str, *codes: str) -> list[str]:
    """What the rules mark in a finished document."""
    return [marked(text, finding) for finding in findings_finished(text) if finding.code in codes]


STALE = [
    "2023年，本院收养老人258人，全部落实护理等级。",
    "2023年度本院收入合计1,260.00万元，支出合计1,240.00万元。",
    "截至2023年12月31日，本院实有在编人员46人。",
    "按照市财政局关于做好2023年度部门整体支出绩效自评工作的通知要求，本院成立自评小组。",
    "根据《某市财政局关于开展2023年度绩效自评工作的通知》要求，本院组织自评。",
    "本院对2023年度部门整体支出进行了自评。",
    "评价对象为2023年度护理补贴专项资金。",
    "表1 2023年度收养情况统计表",
    "本年支出与2022年相比减少12.00万元，下降3.20%。",
    "自评结果作为2024年度预算安排的依据。",
    "加上2022年结转的35.00万元，全年可用资金320.00万元。",
    "2023年起由护理部统一排班，每班巡查次数由上年的3次增加到5次。",
    "注：本单位2023年度无政府性基金预算财政拨款支出，故本表为空表。",
    "全院2023年全年216次义诊全部登记在册。",
    "上年实际值为2022年完成数。",
    "评价工作组对2023年1月1日至2024年12月31日的支出进行了评价。",
    "核定编制46名，2023年末实有在编43人。",
    "总的看，福利院2023年整体支出1,352.75万元。",
    "2023年供暖面积2,860平方米，较2023年的2,750平方米增加110平方米。",
    "送餐上门2023年尚未开办，2023年办理312件。",
    "2023年护理床位260张，去年同口径为240张。",
    "尚有12.30万元结转到2024年。",
    "| 项目 | 2023年全年预算 | 实际支出 | 执行率 |\n| 护理补贴 | 296.00 | 286.40 | 96.76% |",
]
RIGHT = [
    "核定编制46名，2024年末实有在编43人，比2023年末减少2人。",
    "2024年供暖面积2,860平方米，较2023年的2,750平方米增加110平方米。",
    "尚有12.30万元结转到2025年。",
    "| 项目 | 2023年决算数 | 2024年预算数 | 增减额 |\n| 护理补贴 | 296.00 | 286.40 | -9.60 |",
    "2023年12月启用的康复楼，2024年收治老人62人。",
    "2023年，本院荣获全市先进单位称号。",
    "2023年本院收养258人，2024年收养260人。",
    "比2023年的258人增加2人。与2023年相比，支出增加12.00万元。",
    "本院成立于2009年，2023年被评为省级示范单位。",
    "自2023年起，护理补贴由民政部门直接发放。",
    "2021—2023年累计投入520.00万元，2022年至2024年实施三年行动。",
    "2023年度绩效自评发现的3个问题已经整改。",
    "《某市养老服务2023年工作要点》（某民发〔2023〕4号）提出分级护理。",
    "2023年结转资金12.00万元，全部用于本年维修。",
    "上年（2023年）支出1,200.00万元。",
    "表2 2023—2024年收养人数对比表",
    "自评结果作为2025年度预算安排的依据。",
    "2025年3月成立自评工作小组，由财务科牵头。",
    "项目实施期两年，自2023年1月1日至2024年12月31日。",
    "护理设备维修2023年支出0万元，不作同比。",
    "两台设备未能在2024年底前交付。",
]


@pytest.mark.parametrize("text", STALE)
def test_a_stale_year_in_its_setting(text: str) -> None:
    found = said(REPORT.format(text=text, more=""), "STR027")
    assert found
    assert set(found) <= {"2023年", "2022年", "2024年"}


def test_what_is_over_when_the_document_is_signed() -> None:
    assert said(REPORT.format(text="2024年3月成立自评工作小组，由财务科牵头。", more=""), "STR044") == ["2024年3月"]
    text = REPORT.format(text="本院将按市财政局要求于2024年底前完成整改。", more="")
    assert said(text, "STR043") == ["2024年底前"]


@pytest.mark.parametrize("text", RIGHT)
def test_last_year_may_be_spoken_of(text: str) -> None:
    assert said(REPORT.format(text=text, more=""), "STR027") == []


@pytest.mark.parametrize(
    "text",
    [
        "2025年度申请资金86.00万元，其中财政拨款80.00万元。",
        "与2024年预算82.00万元相比，增加4.00万元。",
        "据此将2025年目标值定为95%。",
        "表1 2025年度项目支出测算明细表",
        "2024年作业有效率91.2%，较上年的90.1%上升1.1个百分点。",
    ],
)
def test_an_application_is_for_its_year(text: str) -> None:
    assert len(said(APPLICATION.format(text=text), "STR027")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "2024年度预算80.00万元，2025年度预算82.00万元，截至2025年9月30日已支出61.45万元。",
        "比2025年度预算82.00万元增加4.00万元。",
        "表2 2025年度项目执行情况表",
        "中期资金方面，2026年至2028年总需求260.00万元，三年分别安排。",
    ],
)
def test_an_application_tells_of_the_years_before(text: str) -> None:
    assert said(APPLICATION.format(text=text), "STR027", "STR006", "STR035") == []


def test_a_range_of_more_years_than_are_told() -> None:
    text = "中期资金方面，2025年至2028年总需求260.00万元，三年分别安排80.00万元、90.00万元和90.00万元。"
    assert said(APPLICATION.format(text=text), "STR027") == ["2025年"]


def test_heads_of_a_table_that_skip_a_year() -> None:
    text = "表1 两年对比表\n项目\t2024年预算数\t2026年申报数\n弹药购置\t40.00\t42.00"
    assert said(APPLICATION.format(text=text), "STR027") == ["2024年"]


ORDER = [
    ("档案库房改造于2024年6月3日开工，2024年5月12日完工。", ["2024年5月12日"]),
    ("设备于2024年10月18日到货，9月25日验收合格。", ["9月25日"]),
    ("申报工作于2024年9月10日启动，8月18日经局务会审议通过。", ["8月18日"]),
    ("自评自2025年2月17日开始，2月14日结束。", ["2月14日"]),
    ("须在2025年9月30日前确定方案，8月20日前完成摊位改造。", ["8月20日"]),
    ("合同于2024年4月2日签订，因连续降雨，实际于2024年3月12日完工。", ["2024年3月12日"]),
]


@pytest.mark.parametrize(("text", "found"), ORDER)
def test_two_steps_in_a_wrong_order(text: str, found: list[str]) -> None:
    assert said(REPORT.format(text=text, more=""), "STR034") == found


@pytest.mark.parametrize(
    "text",
    [
        "甲标段于2024年5月6日开工，乙标段于2024年3月1日完工。",
        "原定2024年10月31日前完工，实际于2024年10月12日完工，10月20日通过验收。",
        "2024年12月20日验收的设备，2024年11月2日到货。",
        "2024年3月1日至4月30日清点，4月2日至4月20日公示。",
        "《办法》2024年5月1日印发，规定2024年4月30日前完成的不再补报。",
    ],
)
def test_days_that_need_no_order(text: str) -> None:
    assert said(REPORT.format(text=text, more=""), "STR034") == []


LATER = [
    ("截至2025年12月31日，项目累计支出98.40万元。", ["2025年12月31日"]),
    ("截至2025年底，实有在编人员46人。", ["截至2025年底"]),
    ("锅炉改造已于2025年5月20日完工。", ["2025年5月20日"]),
    ("院务会于2025年4月2日审议通过了自评结果。", ["2025年4月2日"]),
    ("截止2025年8月31日，到位资金80.00万元。", ["2025年8月31日"]),
    ("护理站于2025年6月1日启用。", ["2025年6月1日"]),
]


@pytest.mark.parametrize(("text", "found"), LATER)
def test_what_was_done_after_the_signing(text: str, found: list[str]) -> None:
    assert [words[-len(found[0]) :] for words in said(REPORT.format(text=text, more=""), "STR035")] == found


@pytest.mark.parametrize(
    "text",
    [
        "将于2025年6月30日前完成整改。",
        "计划于2025年5月20日完工。",
        "截至2025年3月10日，质保金已支付。",
        "力争截至2025年12月31日，床位使用率达到95%。",
        "合同有效期自2024年7月1日至2025年6月30日。",
    ],
)
def test_what_is_meant_to_be_done_may_come_later(text: str) -> None:
    assert said(REPORT.format(text=text, more=""), "STR035") == []


def test_of_several_days_after_the_signing_the_signing_is_asked_about() -> None:
    text = "评价组于2025年4月2日开展现场核查，已于2025年5月6日完成核查。"
    assert said(REPORT.format(text=text, more=""), "STR035") == ["2025年3月20日"]


def test_a_range_takes_the_year_named_before_it() -> None:
    text = "2025年1月7日至1月20日准备，2月8日至2025年1月23日现场核查。"
    assert said(REPORT.format(text=text, more=""), "STR032") == ["2月8日至2025年1月23日"]


@pytest.mark.parametrize(
    "text",
    [
        "于9月28日至31日盘点。",
        "于2024年11月2—31日盘点。",
        "于2024-02-30盘点。",
        "于2025年2月20日至2月29日盘点。",
        "于2024.6.31盘点。",
        "于第五季度盘点。",
    ],
)
def test_days_that_do_not_exist(text: str) -> None:
    assert len(said(REPORT.format(text=text, more=""), "FMT008")) == 1


def test_a_table_that_compares_two_years_is_right() -> None:
    text = "表1 收养情况对比表\n项目\t2023年决算数\t2024年决算数\n护理补贴\t40.00\t42.00"
    assert said(REPORT.format(text=text, more=""), "STR027") == []


@pytest.mark.parametrize(
    ("title", "day", "wrong"),
    [
        ("某县供水站2024年1—6月项目绩效运行监控报告", "2023年7月12日", True),
        ("某县供水站2024年1—6月项目绩效运行监控报告", "2024年7月12日", False),
        ("某县消防救援大队2026年度项目支出绩效目标申报表", "2024年10月12日", True),
        ("某县消防救援大队2026年度项目支出绩效目标申报表", "2025年10月12日", False),
        ("某县法律援助中心2024年度项目支出绩效自评报告", "2024年3月12日", True),
        ("某县法律援助中心2024年度项目支出绩效自评报告", "2025年3月12日", False),
    ],
)
def test_each_kind_of_document_is_signed_in_its_time(title: str, day: str, wrong: bool) -> None:
    unit = title.partition("2")[0]
    text = f"{title}\n一、基本情况\n本单位按时编报。\n二、有关说明\n没有其他说明。\n{unit}\n{day}\n"
    assert said(text, "STR006") == ([day] if wrong else [])


REMEDIED = """{unit}2024年度部门整体支出绩效自评报告
一、基本情况
2024年收支平衡。
二、存在的问题
预算编制不细。
三、改进措施
{text}
{unit}
2025年3月20日
"""


@pytest.mark.parametrize(
    ("unit", "text", "found"),
    [
        ("示例县人民医院", "由财务科在编制2024年度部门预算时细化采购项目。", ["2024年"]),
        ("某市第二中学", "把校舍维修列入2024年度工作计划，由总务处负责。", ["2024年"]),
        ("某县人民法院", "争取2024年一季度完成卷宗数字化。", ["2024年"]),
        ("某县水务局", "力争在2024年上半年完成管网普查。", ["2024年"]),
        ("示例县人民医院", "由财务科在编制2026年度部门预算时细化采购项目。", []),
        ("某市第二中学", "把校舍维修列入2025年度工作计划，由总务处负责。", []),
        ("某县水务局", "2024年上半年已完成管网普查，余下部分2025年完成。", []),
    ],
)
def test_a_remedy_lies_ahead(unit: str, text: str, found: list[str]) -> None:
    assert said(REMEDIED.format(unit=unit, text=text), "STR027") == found


PLANS = [
    ("2025年度，本局将开展作业12次。", ["2025年"]),
    ("2025年将继续增加作业点。", ["2025年"]),
    ("表1 2025年度项目支出预算明细表", ["2025年"]),
    ("2025年度本局支出预算86.00万元。", ["2025年"]),
    ("项目资金列入2025年度部门预算。", ["2025年"]),
    ("2025年，本局将两个作业点合并为一个，支出减少6.00万元。", []),
    ("2025年将作业点由8个增至10个。", []),
    ("2025年度，本局将作业车辆移交市局统一管理。", []),
    ("2025年县财政将该项目纳入部门预算。", []),
    ("表2 2025年度预算执行情况表", []),
]


@pytest.mark.parametrize(("text", "found"), PLANS)
def test_a_plan_is_of_the_year_that_is_applied_for(text: str, found: list[str]) -> None:
    """将 of a plan, and 将 that stands for 把 in what was done."""
    assert said(APPLICATION.format(text=text), "STR027") == found


TITLED = "{unit}{title}\n一、基本情况\n{text}\n{unit}\n{day}\n"


@pytest.mark.parametrize(
    ("unit", "title", "text", "day", "found"),
    [
        (
            "示例县人民医院",
            "2023年度部门整体支出绩效自评报告",
            "2024年本院接诊36万人次。2024年收支平衡，全年支出1,240.00万元。",
            "2025年3月20日",
            ["2023"],
        ),
        (
            "某市第二中学",
            "2025年度项目支出绩效目标申报书",
            "2026年计划维修校舍3栋。2026年申请资金86.00万元。",
            "2025年10月12日",
            ["2025"],
        ),
        (
            "某县人民法院",
            "2023年度项目支出绩效评价报告",
            "2024年审结案件4,286件。2024年共支出办案经费240.00万元。",
            "2025年5月6日",
            ["2023"],
        ),
        (
            "某县水务局",
            "2023年度部门整体支出绩效自评报告",
            "2023年供水36万吨。2024年3月成立自评小组。2024年4月完成自评。",
            "2024年4月20日",
            [],
        ),
    ],
)
def test_a_title_of_last_year(unit: str, title: str, text: str, day: str, found: list[str]) -> None:
    assert said(TITLED.format(unit=unit, title=title, text=text, day=day), "STR027") == found


@pytest.mark.parametrize(
    ("title", "text", "signed"),
    [
        ("某市血站2024年1—7月预算绩效运行监控报告", "全年预算320.00万元，支出180.00万元。", "2025年8月8日"),
        ("某市测绘院2024年部门预算公开说明", "2025年收入预算1,766.80万元。2024年为1,702.55万元。", "2025年2月20日"),
        ("某县渔政站2023年度部门整体支出绩效自评情况", "2024年支出320.00万元。", "2025年2月28日"),
    ],
)
def test_the_day_under_a_paper_tells_the_year_of_its_title(title: str, text: str, signed: str) -> None:
    paper = f"{title}\n一、基本情况\n{text}\n某单位\n{signed}\n"
    assert [each for each in said(paper, "STR027") if each[:4] == title[title.index("20") :][:4]]


@pytest.mark.parametrize(
    ("plan", "stale"),
    [
        ("2024年，本院将新开两条送餐线路。", True),
        ("2024年改进：年初签合同，按季验收。", True),
        ("2025年改进：年初签合同，按季验收。", False),
        ("2024年存在的问题已列入台账。", False),
    ],
)
def test_what_comes_next_is_not_the_year_of_the_report(plan: str, stale: bool) -> None:
    paper = REPORT.format(text="2024年度收养老人260人。", more=f"三、下一步改进措施\n{plan}\n")
    assert bool(said(paper, "STR027")) is stale
