"""Characters that a typist mixes up, wrong wherever they stand. A bureau's own preferences are its pack's word list."""

from collections.abc import Iterator
from functools import cache

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import repair
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_WORDS = """
拔付=拨付 下拔=下拨 划拔=划拨 调拔=调拨 拔款=拨款 拔入=拨入 布署=部署 布暑=部署 按排=安排 按装=安装
建立建全=建立健全 台帐=台账 帐目=账目 帐户=账户 帐号=账号 帐务=账务 帐面=账面 帐簿=账簿 记帐=记账 报帐=报账
结帐=结账 入帐=入账 到帐=到账 对帐=对账 转帐=转账 挂帐=挂账 报消=报销 核消=核销 复盖=覆盖 渡假=度假 欢渡=欢度
通迅=通讯 简迅=简讯 坐谈会=座谈会 园满=圆满 惯彻=贯彻 贯澈=贯彻 防犯=防范 规犯=规范 示犯=示范 竟赛=竞赛
竟争=竞争 竟标=竞标 即然=既然 即定=既定 己经=已经 记念=纪念 知识份子=知识分子 震憾=震撼 松驰=松弛 好象=好像
零晨=凌晨 署期=暑期 如实反应=如实反映 真实反应=真实反映 权力和义务=权利和义务 截至日期=截止日期
迫不急待=迫不及待 再接再励=再接再厉 按步就班=按部就班 各施其职=各司其职 各施其责=各司其责 一如继往=一如既往
因地置宜=因地制宜 持之以衡=持之以恒 名列前矛=名列前茅 穿流不息=川流不息 义不容词=义不容辞 融汇贯通=融会贯通
在所难勉=在所难免 再所难免=在所难免 鼎立相助=鼎力相助 全神灌注=全神贯注 不径而走=不胫而走 相形见拙=相形见绌
部份=部分 充份=充分 成份=成分 关健=关键 祥细=详细 祥见=详见 防碍=妨碍 合谐=和谐 融恰=融洽 纠分=纠纷 必竟=毕竟
偿试=尝试 幅射=辐射 严竣=严峻 暂新=崭新 急燥=急躁 浮燥=浮躁 追朔=追溯 招幕=招募 编篡=编纂 修茸=修葺 迁徒=迁徙
通霄=通宵 针炙=针灸 水笼头=水龙头 证卷=证券 债卷=债券 入场卷=入场券 综上所诉=综上所述 循序渐近=循序渐进
首当其充=首当其冲 一愁莫展=一筹莫展 相辅相承=相辅相成
"""
RIGHT = dict(re.findall(r"(\S+)=(\S+)", _WORDS)) | {"截止": "截至"}
UNLESS = {
    "下拔": "下拔[河节地]",
    "拔款": "选拔款",
    "拔入": "[选提]拔入",
    "布署": "[公发颁]布署",
    "按排": "按排[名序放水污队量列]",
    "按装": "按装[机修订备置配卸载潢饰]",
    "报消": "[通上汇海预]报消|报消[息防费]",
    "核消": "[审考复]核消|核消[息防费]",
    "复盖": "[恢修]复盖|复盖[章房楼]",
    "通迅": "通迅[速捷猛]",
    "简迅": "简迅[速捷猛]",
    "园满": "园满[意足分员载]",
    "防犯": "防犯[罪人法]",
    "规犯": "规犯[罪人法]",
    "示犯": "示犯[罪人法]",
    "竟赛": "[毕究]竟赛",
    "竟争": "[毕究]竟争",
    "即然": "[立随当旋]即然",
    "即定": "[立随当旋]即定|即定[期于]",
    "己经": "[自知]己经|己经[济营常典历过费验]",
    "记念": "[书登标]记念",
    "松驰": "松驰[援骋]",
    "好象": "[良美友]好象|好象[征限]",
    "署期": "[签部]署期",
    "部份": "部份[额数量]",
    "充份": "[补填扩]充份|充份[额数]",
    "成份": "[构组分合]成份|成份[额数]",
    "关健": "关健[康全身儿将美步]",
    "祥见": "[吉呈安发]祥见",
    "防碍": "[消预]防碍",
    "合谐": "合谐[波振]",
    "融恰": "金融恰|融恰[好当逢]",
    "偿试": "[有无补赔]偿试",
    "幅射": "[大每单]幅射",
    "严竣": "严竣工",
    "暂新": "暂新[增建设招进聘]",
    "招幕": "招幕[僚后]",
    "迁徒": "迁徒[步手]",
    "证卷": "证卷宗",
    "截止": r"截止(?!\d{4}年|\d{1,2}月\d|目前|今年|本年|去年|上年|年[底末])",
}
"""Where the characters stand rightly."""


@rule("WRD016", "错别字", Severity.WARNING)
def typing_slip(document: Document, scene: Scene) -> Iterator[Finding]:
    """写成同音、形近的字：己经、布署、规犯、一如继往；模板词表里列出的由 WRD001 指出，《》里的不查。

    为什么: 错别字不影响数字，却最容易被公众截图。
    错例:
        收支情况: 全年支出控制在预算以内，规犯了医疗费报消手续。
    正例:
        收支情况: 全年支出控制在预算以内，规范了医疗费报销手续，按排名发放奖状，报名已截止。
    依据: 公文用语习惯
    改法: 换成正确的字
    """
    del document
    whole = "\n".join(passage.text for passage in scene.passages)
    listed = {hint.wrong for hint in scene.pack.words}
    for wrong, right in RIGHT.items():
        if wrong in whole and wrong not in listed:
            for passage in scene.passages:
                for start, end in slips(passage, wrong):
                    label = _("「{wrong}」应为「{right}」", wrong=wrong, right=right)
                    mended = repair(passage.edit(start, end, right), safe=False)
                    yield Finding(passage.place(start, end), label, section=passage.section, repair=mended)


def slips(passage: Passage, wrong: str) -> Iterator[tuple[int, int]]:
    """Where the wrong word stands in a passage."""
    if wrong in passage.text:
        for match in _pattern(wrong).finditer(passage.text):
            if match["wrong"]:
                yield match.span("wrong")


@cache
def _pattern(wrong: str) -> re.Pattern[str]:
    """Titles of documents and longer words are passed over first."""
    fine = "|".join(
        filter(None, ("《[^》]*》", f"{wrong}[篷房幕子]" if wrong.endswith("帐") else "", UNLESS.get(wrong)))
    )
    return re.compile(f"{fine}|(?P<wrong>{wrong})")
