"""宁可漏报，不可误报: sentences of real reports that look like a mistake and are none."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.fragments import EXAMPLE, said, scene

from reportgen.model.document import Text
from reportgen.place import Place
from reportgen.rules import all_rules
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

FINE = {
    "STR003": [
        "全年支出结构如下表述所示。",
        "具体做法如下图书馆模式推广。",
        "群众满意，优秀集体如下表彰决定所列。",
        "例如图书借阅、科普阅读等活动。",
        "绩效目标如表现形式、内容等进一步细化。",
        "按照通知的附表要求填报，附件已报送。",
    ],
    "STR004": [
        "一、二、三等奖共评出985项。",
        "1、2号展厅全年开放。",
        "12.4宪法宣传日期间举办活动。",
        "（1）在抓进度的同时抓质量；（2）优化管理办法。",
        "①举办交流会。内容丰富。②开展比武。",
        "第一，加强领导。",
        "一是加强领导。",
        "2024年全年开放。",
        "二手设备全部登记入账。",
    ],
    "STR007": [
        "1、2、4号展厅已经更新，第一、二季度免费，第三、四季度收费。",
        "做法有三：一是抓学习，一是听课，二是自学；二是抓落实；三是抓总结。",
        "（1）科学实验；（2）科普讲座。此外：（1）展览；（2）比赛。",
        "按照《办法》第（3）项和第（5）项执行。",
        "评出一等奖、三等奖若干，其中之一是创新奖，其二是组织奖。",
    ],
    "STR008": [
        "某市科技馆与某县科协共建流动科技馆。",
        "展板尺寸为2×3米，10×20厘米的标牌12块。",
        "二〇〇九年建馆，二○○○年立项。",
        "按照《部门（单位）整体支出绩效目标申报表》填报。",
        "报名表和待填报的材料已经下发。",
        "发放XL号志愿服，征文（3000字）评出优秀奖。",
        "科研成果（是全市首次）通过验收，制度有待补充完善。",
        "【科学实验秀】深受欢迎。",
    ],
    "NUM004": [
        "上年编制12人。2023年开放天数为280天。",
        "常设展厅上半年开放天数为150天。",
        "每月开放天数为25天。",
        "问卷中，其中满意90份。",
        "新进人员3人，退休2人。",
        "展览部支出36.2万元。",
        "展厅满意度调查，得分90.2分。",
        "计划接待不少于36000人次，开放天数为300天。",
    ],
    "PUN001": [
        "早上9:30开馆，比例为3:7，人数为12,600人次。",
        "网址为http://example.org/?a=1，联系PM2.5监测点。",
        "购置U盘,SD卡等设备，播放MP4(H.264)视频。",
        "全年开放300天(1)。",
        "执行财预(2020)10号。",
    ],
    "PUN002": [
        "“全国科普日”活动期间，《科学“大篷车”》巡展（含县区（市）站）4场。",
        "主要做法有：1）抓宣传；2）抓培训。",
        "“不忘初心，",
        "推广China’s Science做法。",
        "参照《办法》〔2020〕10号文件（以下简称“《办法》”）执行。",
    ],
    "PUN003": ["科学是什么？！", "让我们一起来……！", "“我是辅导员！”，他说。", "观众说：“好！”。"],
    "PUN004": [
        "按照宛编〔2016〕24号、科协发普字〔2015〕20号文件执行。",
        "某小区（2020）12号楼、解放路（2021）8号院已经接入。",
        "按照国务院令第588号和公告（2020）第10号执行。",
        "某市科技馆（2024）年会召开，2020年第10号通知已经执行。",
    ],
    "WRD001": ["按照《关于其它事项绩效考评的通知》执行。", "按排名先后公布，报名截止日期为3月1日。"],
    "WRD002": [
        "近8000人参加，约10%的观众来自外县。",
        "近3年多来，近10余年来。",
        "通过预约200余人到场，节约20多万元，合约50个左右。",
        "最近300余人次报名，附近10余所学校参加。",
        "10人左右一组，20多所学校参加。",
        "大约在6月左右开放。",
    ],
    "FMT002": [
        "软件版本为2024.3.150，比分10.05.02。",
        "全年10月20日开放，编号2024-03-15-7，评分2024.35分。",
        "2024.5万元已经到位。",
        "20日0时起开放，10月10日10点闭馆。",
    ],
    "FMT003": ["5月29—30日，7月4日至8月29日，电话0377-60000000，3-5天，2024年1-6号展柜。"],
    "DIS001": ["项目编码411300202001010001，统一社会信用代码12411300MB1234567X，学生证号110101199003071234。"],
    "DIS007": ["全院开放床位，住院楼3号电梯更换；住宅小区12号楼改造，住建局2号楼加固，、住户12号楼。"],
    "DIS002": ["办公电话0377-13800138，编号20241380013800，支出13800138000元，比例1.3800138000。"],
    "DIS003": ["项目编码4113002020000000001，资产编号3700000000000002，发票号6222021234567890123。"],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in FINE.items() for text in texts])
def test_nothing_is_reported(code: str, text: str) -> None:
    assert [characters for found, characters in said(text) if found == code] == []


@cache
def example() -> Scene:
    """The pack's example, taken apart once."""
    return scene(EXAMPLE.read_text(encoding="utf-8"))


@given(
    st.text(
        alphabet="一二十是第、，。；：,.:;()（）“”《》【】〔〕[]①②19０％XX×某约近余左右月日号如见图表{} 人甲a-",
        max_size=40,
    )
)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_no_text_breaks_a_rule_or_is_marked_beyond_its_end(text: str) -> None:
    passage = Passage(text, (Text(text, Place("内容.yaml", 1, 1, len(text))),))
    for rule in all_rules().values():
        if rule.subject is Passage and text:
            for finding in rule.findings(passage, example()):
                assert finding.place.length >= 1
                assert 1 <= finding.place.column <= finding.place.column + finding.place.length - 1 <= len(text)
