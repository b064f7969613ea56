"""What the rules of wording, marks, forms and disclosure find: the very characters that they mark."""

import pytest
from tests.rules.fragments import findings, findings_finished, marked, merged, said, sentence

from reportgen.rules.disclosure.person_names import is_name, named_persons
from reportgen.rules.wording.typos import RIGHT, UNLESS, slips
from reportgen.statements.passages import Passage

FOUND = [
    ("WRD003", "占76.23，支付率100。全年完成率为95.5；", ["76.23", "100", "95.5"]),
    ("WRD003", "公众满意度100。支付率35.34（尾款未付）。", ["100", "35.34"]),
    ("WRD003", "由160.00万元增加到200.00万元，增长25.0；接待量同比下降3.9。", ["25.0", "3.9"]),
    ("WRD004", "参观人数比上年增长5个百分点，增长5%个百分点。", ["人数比上年增长5个百分点", "%个百分点"]),
    ("WRD004", "支付率提高3%。", ["率提高3%"]),
    ("WRD005", "经费支出1554225.33，其中费用12,600.50；", ["1554225.33", "12,600.50"]),
    ("WRD005", "结余5万元万元，工资5万元元，奖金500元元。", ["万元万元", "万元元", "元元"]),
    ("WRD006", "下达155.42万元，支出1554225.33元。", ["1554225.33元"]),
    ("WRD007", "视频数量视频数量达标，了解的的做法，人次人次。", ["视频数量视频数量", "的的", "人次人次"]),
    (
        "WRD007",
        "第第二，潘庄小小学，2024年2024年，进行进行，10%10%。",
        ["第第", "小小学", "2024年2024年", "进行进行", "10%10%"],
    ),
    ("WRD009", "圆满的完成了任务，更好的把科学带给公众。", ["的", "的"]),
    ("WRD009", "为更好的开展自评，尽快的将资金拨付，更好的发挥科普作用。", ["的", "的", "的"]),
    ("WRD010", "下午17:00闭馆，晚上19时30分，上午15点。", ["下午17:00", "晚上19时30分", "上午15点"]),
    ("WRD011", "≥90%以上，不少于4次以上，超过半数以上。", ["≥90%以上", "不少于4次以上", "超过半数以上"]),
    ("WRD011", "不超过3天以内，至少5人次以上。", ["不超过3天以内", "至少5人次以上"]),
    ("WRD011", "门诊不少于至少30万人次，抢修不超过≤4小时。", ["不少于至少", "不超过≤"]),
    ("WRD012", "减少了一倍，下降2.5倍，压缩近两倍。", ["减少了一倍", "下降2.5倍", "压缩近两倍"]),
    ("WRD013", "任务全部基本完成，大部分均已全部到位。", ["全部基本完成", "大部分均已全部到位"]),
    (
        "WRD014",
        "“不忘初心，牢记使命”主题教育，习总书记，建国75周年。",
        ["不忘初心，牢记使命", "习总书记", "建国75周年"],
    ),
    (
        "WRD014",
        "党的二十大会议，以习近平新时代中国特色社会主义为指导。",
        ["党的二十大会议", "习近平新时代中国特色社会主义"],
    ),
    ("WRD015", "目的是为了节约，原因是由于疫情，避免问题不再发生。", ["目的是为了", "原因是由于", "避免问题不再发生"]),
    ("WRD015", "严禁不得吸烟，共计合计5次，原因是人手不足造成的。", ["严禁不得", "共计合计", "原因是人手不足造成的"]),
    ("WRD016", "规犯报消手续，己经一如继往。", ["规犯", "报消", "己经", "一如继往"]),
    ("WRD016", "部份关健岗位偿试轮岗，祥见附件。", ["部份", "关健", "偿试", "祥见"]),
    ("PUN006", "支出控制在预算以内、", ["、"]),
    ("PUN006", "支出控制在预算以内。三公经费没有超支", ["支"]),
    ("PUN007", "支出控制在预算 以内， 没有　超支。", ["算 以"]),
    ("PUN008", "执行《会计法》、《预算法》，落实“双减”、“双创”。", ["、"]),
    ("PUN009", "做法：1、抓学习；2、抓落实。", ["1、"]),
    ("PUN009", "做法：第一、抓学习。", ["第一、"]),
    ("PUN010", "科普日...活动，讲座…活动，审核--反馈，讲座等……", ["...", "…", "--", "等……"]),
    ("PUN010", "“5.30”全国科技工作者日，12.4宪法日。", ["5.30", "12.4"]),
    ("PUN011", "预算（含维修（年中追加下达）费）。", ["（年中追加下达）"]),
    ("PUN012", "完成任务.没有超支。支付率95。5%，执行。", [".", "。"]),
    ("PUN013", "\"三公\"经费，采用'双百'做法。", ['"三公"', "'双百'"]),
    ("PUN014", "举办《科学之夜活动》，参加《机器人大赛》。", ["《科学之夜活动》", "《机器人大赛》"]),
    ("PUN015", "讲座、实验、等活动，讲座、和科普展览。", ["、等", "、和"]),
    ("PUN016", "采取以下措施；（1）抓学习；（2）抓落实。", ["；"]),
    ("PUN017", "一是抓学习；二是抓落实。三是抓总结。", ["。"]),
    ("FMT004", "上半年12,600人次，下半年23800人次。", ["12,600"]),
    ("FMT006", "财预〔20〕10号、财预〔2020年〕10号、财预〔2020〕号。", ["〔20〕", "〔2020年〕", "〔2020〕号"]),
    ("FMT007", "21年底，19年3月，2019—20年，20年度。", ["21年底", "19年", "2019—20年", "20年度"]),
    (
        "FMT008",
        "2月30日、2023年2月29日、2024年13月、下午25:10。",
        ["2月30日", "2023年2月29日", "2024年13月", "下午25:10"],
    ),
    ("FMT009", "5仟元，100W元，3k人次。", ["5仟元", "100W", "3k"]),
    ("FMT011", "3000KM，5KG，800㎡，200平方米，15平方米。", ["KM", "KG", "㎡"]),
    ("FMT012", "3百万元，1千5百，二0二三年，二O二四年。", ["3百", "1千5", "二0二三年", "二O二四年"]),
    ("DIS004", "讲解员王晓丽、李雪梅参加，邀请张丽娟老师授课。", ["王晓丽、李雪梅", "张丽娟"]),
    ("DIS004", "由赵静怡、孙浩宇等5名志愿者服务。", ["赵静怡、孙浩宇"]),
    ("DIS005", "（此件不公开）", ["（此件不公开）"]),
    (
        "DIS006",
        "见D:\\财务\\表，\\\\server\\share，服务器192.168.1.10。",
        ["D:\\财务\\表", "\\\\server\\share", "192.168.1.10"],
    ),
    ("DIS006", "见自评表（终稿）.docx。", ["见自评表（终稿）.docx"]),
    ("DIS006", "病房改造明细（病房.xlsx）另附。", ["病房.xlsx"]),
    ("DIS006", "校舍照片见[附件](照片.docx)。", ["照片.docx"]),
    ("DIS006", "泵站台账(2024)定稿(1).et已上报。", ["泵站台账(2024)定稿(1).et"]),
    ("DIS001", "患者身份证号110101199003071234。", ["110101199003071234"]),
    ("DIS001", "当事人身份证号码：440524800101001。", ["440524800101001"]),
    ("DIS001", "学生身份证编号为11010520130231002X。", ["11010520130231002X"]),
    ("DIS007", "患者李某，住示例县和平路12号3单元401室。", ["住示例县和平路12号3单元401室"]),
    ("DIS007", "学生王某（住在幸福镇阳光小区2栋）缓交学费。", ["住在幸福镇阳光小区2栋"]),
    ("DIS007", "用水户张某，住样板村3组，水表停走。", ["住样板村3组"]),
    ("DIS007", "家住城关镇幸福路12号，邮箱12345@qq.com。", ["家住城关镇幸福路12号", "12345@qq.com"]),
    ("DIS007", "车辆豫R·12345，豫RD12345。", ["豫R·12345", "豫RD12345"]),
    ("DIS008", "学生王欣怡患有白血病，患者赵丽华因病。", ["王欣怡", "赵丽华"]),
    ("DIS009", "开户银行账号：10301234567890。", ["10301234567890"]),
    ("DIS009", "护理补贴打入账户6222021234567890123。", ["6222021234567890123"]),
    ("DIS009", "助学金发放到账号10301234567890。", ["10301234567890"]),
    ("DIS009", "诉讼费退还，转入帐号：20501234567891。", ["20501234567891"]),
]


@pytest.mark.parametrize(("code", "text", "characters"), FOUND)
def test_the_very_characters_are_marked(code: str, text: str, characters: list[str]) -> None:
    assert [marks for found, marks in said(text) if found == code] == characters


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("下午17:00闭馆。", "写成「下午5时」或「17:00」"),
        ("晚上19时30分闭馆。", "写成「晚上7时30分」或「19:30」"),
        ("讲解员王晓丽、欧阳静怡参加。", "写成「王某、欧阳某」，或不写姓名"),
    ],
)
def test_the_fix_is_spelt_out(text: str, fix: str) -> None:
    (finding,) = findings(sentence(text))
    assert finding.fix == fix


def test_personal_data_are_hidden_in_the_message_too() -> None:
    for text, hidden in {
        "邮箱12345@qq.com。": "12345",
        "车牌豫R12345。": "12345",
        "银行账号10301234567890。": "103012345",
    }.items():
        (finding,) = findings(sentence(text))
        assert hidden not in finding.label + finding.fix


def test_a_line_that_goes_on_in_the_next_is_no_unfinished_paragraph() -> None:
    above = "某市科技馆2024年度部门整体支出绩效评价报告\n一、基本情况\n"
    broken = "展厅全年免费开放，全年支出没有超过预算，\n三公经费也没有超过预算。\n"
    left = "展厅全年免费开放，全年支出没有超过预算，\n二、评价结论\n绩效目标基本完成。\n"
    assert [finding.code for finding in findings_finished(above + broken)] == []
    assert [finding.code for finding in findings_finished(above + left)] == ["PUN006"]


def test_only_the_two_longest_paragraphs_are_named() -> None:
    text = "收支情况: |\n" + "".join(f"  {'展厅开放，' * count}没有超支。\n" for count in (200, 220, 240))
    content = merged(text)
    assert [finding.label for finding in findings(content) if finding.code == "WRD008"] == [
        "这一段有 1105 字",
        "这一段有 1205 字",
    ]


def test_a_column_of_amounts_is_judged_below_its_own_head() -> None:
    task = "  - {{任务名称: 经费{0}, 主要内容: 开放。, 市财政拨款: {1}, 其他资金: 0}}\n"
    content = merged(
        "文种: 部门（单位）整体支出绩效目标批复表\n年度主要任务:\n"
        + "".join(task.format(number, amount) for number, amount in enumerate(("195", "406.5", "3450.28"), 1))
    )
    assert [(finding.code, marked(content, finding)) for finding in findings(content)] == [("FMT010", "195")]


@pytest.mark.parametrize("name", ["何建英", "鲁文文", "朱元勋", "杜艳一", "欧阳静怡", "王晓丽"])
def test_these_are_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("words", ["高年级", "成长营", "江苏省", "安全课", "任课教", "金华市", "方面的", "时间长"])
def test_these_are_not(words: str) -> None:
    assert not is_name(words)


def test_persons_are_found_by_what_stands_beside_them() -> None:
    assert [named.names for named in named_persons("邀请优秀讲解员鲁文文和朱元勋老师，馆长王晓丽主持。")] == [
        ("鲁文文", "朱元勋")
    ]


def test_a_slip_is_never_found_in_what_is_right() -> None:
    assert set(UNLESS) <= set(RIGHT)
    for wrong in RIGHT:
        for right in RIGHT.values():
            assert list(slips(Passage(right, ()), wrong)) == []
