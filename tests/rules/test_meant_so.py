"""What looks like a slip beside what was told before, and is meant so, in papers of many trades; and what is not."""

import pytest
from tests.rules.fragments import findings_finished

from reportgen.finished.parts import Line
from reportgen.pipeline.finished import check_parts
from reportgen.place import Spot

SELF = """示例县{unit}2024年度项目支出绩效自评报告
一、基本情况
{words}
示例县{unit}
2025年3月20日
"""
OF_OTHERS = """示例县{unit}2024年度项目支出绩效评价报告
一、基本情况
{words}
某市财政局
2025年4月15日
"""


def codes(text: str) -> list[str]:
    """What is said of a finished document."""
    return [finding.code for finding in findings_finished(text)]


def table(*rows: str) -> str:
    """Rows of a table as they stand in a text: a tab between two cells."""
    return "\n".join(row.replace(" | ", "\t") for row in rows)


RIGHT = [
    # a part of what stands further before, of which its share is told
    ("医院", "在编61人。聘用检验员14人。高级职称18人，占在编人员的29.51%。"),
    ("学校", "在编80人。外聘教师12人。高级职称28人，占在编人员的35.00%。"),
    ("法院", "在编79人。聘用书记员20人。研究生学历46人，占在编人员的58.23%。"),
    ("水务局", "在编50人。聘用巡查员16人。高级职称19人，占在编人员的38.00%。"),
    # what is taken away may be written as less than nothing
    ("法院", "办案费年中追减指标-12.00万元。"),
    ("学校", "图书费年中调减指标-6.00万元。"),
    ("水务局", "管网维修费核减指标-20.00万元。"),
    ("医院", "预算追减：-12.00万元。"),
    ("学校", "图书费年中调减-6.00万元。"),
    ("水务局", "全年核减-20.00万元。"),
    # the growth is that of a part whose own figure is not told
    ("医院", "资金总额1268.40万元，比上年的1196.75万元增加71.65万元，其中财政拨款增加60.00万元，增长5.40%。"),
    ("学校", "支出总额486.30万元，比上年的456.10万元增加30.20万元，其中人员经费增加26.80万元，增长5.40%。"),
    ("法院", "收入总额2480.00万元，比上年的2396.00万元增加84.00万元，其中办案经费增加70.00万元，增长3.10%。"),
    # how many are satisfied is not told
    ("医院", "发放问卷800份，有效776份，患者满意度93.00%。"),
    ("学校", "发放问卷480份，收回468份，满意度91.20%。"),
    ("水务局", "走访用水户620户，登记604户，满意率93.00%。"),
    # and one exchange of two digits away from a quotient that is none
    ("法院", "发放问卷200份，有效192份，当事人满意度90.60%。"),
    ("学校", "发放问卷480份，收回468份，家长满意度95.70%。"),
    ("水务局", "发放问卷620份，收回604份，用水户满意率94.72%。"),
    # what has a share of its own is a part, and not the whole of what follows
    ("法院", "干警170人，大专以上161人，占94.71%；持证86人，持证率55.00%。"),
    ("医院", "医师170人，本科以上161人，占94.71%；持证86人，持证率55.00%。"),
    ("学校", "教师170人，本科以上161人，占94.71%；持证86人，持证率55.00%。"),
    # the total is that of two prices
    ("医院", "培训医师10人、每人300元，护士80人、每人500元，共支出4.30万元。"),
    ("学校", "训练2期、每期2600元，比赛18场、每场3200元，共支出6.28万元。"),
    ("水务局", "更换水表20块、每块180元，阀门40个、每个650元，共支出2.96万元。"),
    # last year, beside what this year was
    ("医院", "全年药品损耗费82.45万元。2023年为88.12万元，减少5.67万元。"),
    ("学校", "全年取暖费46.20万元。2023年为43.80万元，增加2.40万元。"),
    ("法院", "全年送达费18.60万元。2023年为20.10万元，减少1.50万元。"),
]


@pytest.mark.parametrize(("unit", "words"), RIGHT)
def test_of_another_whole_or_year(unit: str, words: str) -> None:
    said = codes(SELF.format(unit=unit, words=words))
    assert [code for code in said if code.startswith("NUM") or code == "STR027"] == []


WRONG = [
    ("支出调减后为-12.00万元，人数减少-6人。", "NUM043"),
    ("发放问卷200份，有效192份，有效率90.60%。", "NUM011"),
    ("在编61人。聘用检验员14人，其中高级职称18人。", "NUM042"),
    ("在编人员61人，聘用检验员14人。高级职称18人，占在编人员的92.51%。", "NUM011"),
    (table("项目 | 年初预算 | 支出", "维修费 | 320.00 | -308.00", "检测费 | 86.00 | 80.00"), "NUM043"),
    ("收入总额2480.00万元，比上年的2396.00万元增加84.00万元，增长3.15%。", "NUM012"),
    ("病历抽检2000册，书写无误1974册，准确率97.80%。", "NUM011"),
    ("培训护士80人、每人500元，共支出4.30万元。", "NUM025"),
    ("全年损耗费82.45万元。2023年，医院完成住院楼维修，支出88.12万元，资金全部支付。", "STR027"),
]


@pytest.mark.parametrize(("words", "code"), WRONG)
def test_what_is_wrong_is_said(words: str, code: str) -> None:
    assert code in codes(SELF.format(unit="医院", words=words))


SCORES = ("指标 | 分值 | 自评得分 | 评价得分", "决策 | 20 | 19.00 | 18.00")


@pytest.mark.parametrize(
    ("unit", "rows", "score"),
    [
        ("医院", ("产出 | 80 | 75.50 | 71.27", "合计 | 100 | 94.50 | 89.27"), "89.27"),
        ("学校", ("产出 | 80 | 77.20 | 73.40", "合计 | 100 | 96.20 | 91.40"), "91.40"),
        ("水务局", ("产出 | 80 | 74.80 | 70.65", "合计 | 100 | 93.80 | 88.65"), "88.65"),
    ],
)
def test_two_judges_in_one_table(unit: str, rows: tuple[str, str], score: str) -> None:
    told = f"{table(*SCORES, *rows)}\n综合得分{score}分，得分{score}分已公开。"
    assert "SCO023" not in codes(OF_OTHERS.format(unit=unit, words=told))


def test_a_score_that_neither_judge_gave() -> None:
    rows = table(*SCORES, "产出 | 80 | 75.50 | 71.27", "合计 | 100 | 94.50 | 89.27")
    assert "NUM029" in codes(OF_OTHERS.format(unit="医院", words=f"{rows}\n综合得分98.27分。"))


@pytest.mark.parametrize(
    ("unit", "score", "again", "certain"),
    [
        ("法院", "92.50", "93.50", False),
        ("医院", "88.60", "88.90", False),
        ("学校", "91.20", "94.20", False),
        ("法院", "92.50", "95.20", True),
        ("医院", "88.60", "86.80", True),
        ("学校", "91.20", "92.10", True),
    ],
)
def test_only_exchanged_digits_are_surely_a_slip(unit: str, score: str, again: str, certain: bool) -> None:
    """Two scores of which one digit differs may both be meant."""
    told = f"经自评，总得分为{score}分。\n二、结论\n综上，自评总得分为{again}分。"
    found = findings_finished(SELF.format(unit=unit, words=told))
    assert [each.certain for each in found if each.code == "SCO023"] == [certain]


MEASURES = [
    (
        "医院",
        ("设备预约等候时间长", "药品盘点不够细", "培训计划不够周密"),
        ("设备科按月公布预约情况", "药剂科每季盘点一次", "人事科在2025年6月底前修订培训计划"),
    ),
    (
        "学校",
        ("食堂采购不够透明", "图书更新慢", "安全演练少"),
        ("总务处每周公示食堂采购", "图书室每学期补充图书", "保卫科每月组织一次演练"),
    ),
    (
        "水务局",
        ("管网巡查记录不全", "水表更换慢", "水质公示不及时"),
        ("巡查队每周上报记录", "水表在2025年9月底前换完", "检测中心每月公示水质"),
    ),
]


def summary(unit: str, problems: tuple[str, ...], measures: tuple[str, ...]) -> str:
    """A paper with its problems one below the other and its measures in one paragraph."""
    numbers = "一二三"
    below = "\n".join(f"（{number}）{words}。" for number, words in zip(numbers, problems, strict=True))
    beside = "".join(f"（{number}）{words}。" for number, words in zip(numbers, measures, strict=False))
    return f"示例县{unit}2024年度工作总结\n一、存在的问题\n{below}\n二、整改措施\n{beside}\n"


@pytest.mark.parametrize(("unit", "problems", "measures"), MEASURES)
def test_measures_that_are_numbered_in_one_paragraph(
    unit: str, problems: tuple[str, ...], measures: tuple[str, ...]
) -> None:
    assert "STR025" not in codes(summary(unit, problems, measures))
    assert "STR025" in codes(summary(unit, problems, measures[:2])), "one is missing"


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("水务局", "多付的工程款于2025年5月底前追回。水表于2025年9月底前换完。考核办法于2025年6月前印发。"),
        ("学校", "多领的补助于2025年5月底前退回。操场缺陷于2025年8月底前修复。食堂台账于2025年6月前补齐。"),
        ("法院", "诉讼费于2025年5月底前催收。案款于2025年7月底前发还。保全台账于2025年6月前补齐。"),
        ("医院", "（某评价机构，2025年4月）\n药品盘点于2025年5月底前补做。设备于2025年6月前验收。"),
    ],
)
def test_days_to_come_do_not_make_the_year_of_a_title(unit: str, words: str) -> None:
    assert "STR027" not in codes(OF_OTHERS.format(unit=unit, words=words))


def test_the_year_of_a_title_that_the_text_is_not_about() -> None:
    words = "2025年支出工程款186万元。2025年更换水表1200块。2025年检测水样480份。"
    assert "STR027" in codes(OF_OTHERS.format(unit="水务局", words=words))


@pytest.mark.parametrize(
    ("unit", "title"),
    [
        ("医院", "患者满意度调查报告"),
        ("学校", "食堂安全督查报告"),
        ("水务局", "河道巡查报告"),
        ("法院", "案款发还抽查报告"),
        ("教育局", "教学质量测评报告"),
    ],
)
def test_what_is_looked_into_during_the_year(unit: str, title: str) -> None:
    text = "示例县{unit}2024年{title}\n一、基本情况\n抽样200人。\n示例县{unit}\n2024年10月20日\n"
    assert "STR006" not in codes(text.format(unit=unit, title=title))
    assert "STR006" in codes(text.format(unit=unit, title="度绩效自评报告")), "the year is not over"


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("科学技术局", "科学技术协会"),
        ("教育体育局", "教育体育协会"),
        ("卫生健康局", "卫生健康协会"),
        ("水资源管理局", "水资源管理协会"),
    ],
)
def test_a_name_that_goes_on_is_of_another_unit(own: str, other: str) -> None:
    assert "STR029" not in codes(named(own, other))


def test_a_name_that_ends_as_another_kind_of_unit() -> None:
    assert "STR029" in codes(named("中医医院", "中医医馆"))


def named(own: str, other: str) -> str:
    """A paper of a unit that names another one."""
    return (
        f"示例县{own}2024年度工作总结\n一、基本情况\n示例县{own}牵头，示例县{other}配合。\n示例县{own}每季通报一次。\n"
        f"示例县{own}\n2025年3月20日\n"
    )


@pytest.mark.parametrize(
    ("own", "short"),
    [
        ("科学技术馆", "科技馆"),
        ("第二人民医院", "第二医院"),
        ("实验示范幼儿园", "实验幼儿园"),
        ("青少年活动中心", "青少年中心"),
    ],
)
def test_a_short_form_is_no_other_unit(own: str, short: str) -> None:
    told = f"某市{own}开放300天。某市{short}是市级基地。某市{short}设三个部室。"
    assert "STR029" not in codes(f"某市{own}2024年度工作总结\n一、基本情况\n{told}\n某市{own}\n2025年3月20日\n")


AGAIN = """示例县{unit}2024年度工作总结
一、基本情况
{first}
{then}
二、存在的问题
人手不足，由于编制偏紧。
三、总体评价
{again}
示例县{unit}
2025年3月20日
"""


@pytest.mark.parametrize(
    ("unit", "first", "then", "again"),
    [
        # what there ought to be
        (
            "幼儿园",
            "在园幼儿486人，开办班级18个。",
            "按师幼比测算需教职工147人。",
            "在园幼儿486人，开办班级18个，教职工141人。",
        ),
        (
            "医院",
            "开放床位286张，收治患者9640人。",
            "按床位应配护士115人。",
            "开放床位286张，收治患者9640人，护士111人。",
        ),
        (
            "水务局",
            "管护管网386公里，供水户24680户。",
            "需巡查员46人。",
            "管护管网386公里，供水户24680户，巡查员43人。",
        ),
        (
            "幼儿园",
            "在园幼儿486人，开办班级18个。按师幼比测算需教职工147人。",
            "园舍安全。",
            "在园幼儿486人，开办班级18个，教职工141人。",
        ),
        # one name for many things
        (
            "学校",
            "举办竞赛38场，参赛学生2486人。",
            "书法赛评出一等奖12个。",
            "举办竞赛38场，参赛学生2486人。绘画赛评出一等奖13个，朗诵赛评出一等奖15个。",
        ),
        (
            "医院",
            "义诊38场，服务群众2486人次。",
            "内科评出先进个人12名。",
            "义诊38场，服务群众2486人次。外科评出先进个人13名，儿科评出先进个人11名。",
        ),
        (
            "水务局",
            "巡查河道38条，处理投诉2486件。",
            "东区聘请河长助理12名。",
            "巡查河道38条，处理投诉2486件。西区聘请河长助理13名，北区聘请河长助理11名。",
        ),
    ],
)
def test_no_count_told_again(unit: str, first: str, then: str, again: str) -> None:
    assert "NUM029" not in codes(AGAIN.format(unit=unit, first=first, then=then, again=again))


def test_a_count_told_again_otherwise() -> None:
    first, again = "开放床位286张，收治患者9640人。", "开放床位286张，收治患者9640人，聘用护士151人。"
    assert "NUM029" in codes(AGAIN.format(unit="医院", first=first, then="聘用护士115人。", again=again))


WHOLE = "\n".join(
    (
        "项目由本单位组织实施，资金由县财政局安排，实施方案经集体研究后报主管部门备案，全年分四个季度推进。",
        "资金支付实行三级审核，每一笔支出都附有合同、发票和验收单，抽查的凭证手续齐全，没有发现违规支出。",
        "各项指标按申报的目标逐项对照，数据来自业务台账和财务账簿，由业务科室和财务科室分别复核后汇总。",
        "群众反映的问题当天登记、三天内答复，年终由纪检人员逐件回访，所有事项都已经办结，没有超期未办的。",
    )
)
"""Paragraphs that end as they ought to, so that one that does not is seen."""


@pytest.mark.parametrize(
    ("unit", "left", "right"),
    [
        ("医院", "住院楼维修已完工并通过验收，尚未支付的质保金，", "按合同在2025年支付。"),
        ("学校", "操场改造分两期进行，第一期铺设跑道、", "第二期安装照明和围网。"),
        ("水务局", "管网巡查每周一次，发现漏点随时修复，", "全年漏损率降到9.20%。"),
    ],
)
def test_a_paragraph_goes_on_behind_the_page(unit: str, left: str, right: str) -> None:
    lines = SELF.format(unit=unit, words=f"{WHOLE}\n{WHOLE}\n{left}\n{right}").splitlines()
    assert "PUN006" not in paged(lines, lines.index(right))
    assert "PUN006" in paged(lines, len(lines)), "all on one page: a half of it is lost"


def paged(lines: list[str], turn: int) -> list[str]:
    """What is said of a document whose second page begins with a line."""
    parts = [Line(text, Spot(page=1 + (at >= turn), paragraph=at + 1)) for at, text in enumerate(lines)]
    return [finding.code for finding in check_parts(parts, "报告.pdf").report]
