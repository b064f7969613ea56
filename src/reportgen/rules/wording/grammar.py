"""Slips of grammar of which a pattern can be certain: 的 for 地, limits and meanings said twice, degrees that clash."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import characters, lists
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_MANNER = (
    "较好|很好|更好|圆满|顺利|成功|认真|积极|有效|切实|有力|全面|扎实|逐步|不断|大力|充分|及时|严格|深入"
    "|高质量|明显|极大|进一步"
)
_DO = (
    "完成|实现|发挥|推进|推动|开展|落实|促进|提升|提高|保障|解决|履行|做好|增强|改善|带动|调动|满足|缓解|贯彻|执行|优化|丰富|加强|普及"
    "|宣传|展示|反映|体现|激发|拓宽|拓展"
)
_ADVERB = re.compile(
    rf"(?P<done>(?:{_MANNER})的(?:{_DO})了)"
    r"|(?P<better>更好的(?:为(?![人])|向|把|使|让|将(?!来)))"
    r"|(?P<play>(?<![到有的])更好的发挥(?=[^，。；]{1,20}作用))"
    r"|(?P<aim>为了?更好的(?:开展|推进|推动|落实|做好|完成|履行|普及|宣传|发挥|满足|保障)(?![，。；]))"
    r"|(?P<soon>尽[快可早][^，。；的地]{0,3}的(?:将|把))"
)


@rule("WRD009", "状语后面用了「的」", Severity.HINT, needs=("的", "了更尽"))
def adverb_with_di(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """「较好的完成了任务」应为「较好地完成了任务」：动词前面用「地」，名词前面用「的」。

    为什么: 的、地不分，是公开文本里最常见的别字。
    错例:
        收支情况: 较好的完成了全年任务，支出控制在预算以内，更好的为患者服务。
    正例:
        收支情况: 较好地完成了全年任务，支出控制在预算以内，提供更好的服务，取得较好的完成效果。
    依据: 公文用语习惯：状语用「地」，定语用「的」
    改法: 把「的」改为「地」
    """
    for match in _ADVERB.finditer(passage.text):
        at = passage.text.index("的", match.start(), match.end())
        right = match[0].replace("的", "地", 1)
        yield Finding(passage.place(at, at + 1), _("应为「{right}」", right=right))


_UNIT = f"[%％‰{characters(lists('counting')['单位用字'])}]{{0,4}}"
_NUMBER = r"[ ]?(?:\d+(?:\.\d+)?|[一二三四五六七八九十]+|半数)"
_LEAST, _MOST = "不少于|不低于|不得少于|不得低于|至少|≥", "不超过|不高于|不大于|不得超过|≤"
_LIMIT_TWICE = re.compile(
    rf"(?:不少于|不低于|不小于|不得少于|不得低于|至少|超过|高于|大于|多于|大于等于|≥|>=|≧|＞){_NUMBER}{_UNIT}(?:及以上|以上)"
    rf"|(?:不超过|不高于|不大于|不多于|不得超过|低于|少于|小于|不足|不到|小于等于|≤|<=|≦|＜){_NUMBER}{_UNIT}(?:及以下|以下|以内|之内)"
    rf"|(?:{_LEAST}|{_MOST})(?:{_LEAST}|{_MOST})(?={_NUMBER})"
)
"""不少于4次以上, 不超过5%以内; 不少于至少4次, where a figure that is referred to says one."""


_SAID_IN_FRONT = (*_LEAST.split("|"), *_MOST.split("|"))


@rule("WRD011", "限额说了两次", Severity.WARNING, needs=("以内不至≥≤", "于少过足到≥>≧＞≤<≦＜"))
def limit_said_once(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """「不少于4次以上」「≥90%以上」「不超过5%以内」：前后只用一个。

    为什么: 指标值要能判断达没达到，「超过90%以上」不知道从哪里算起。
    错例:
        收支情况: 支出控制在预算以内，满意度不低于90%以上，义诊不少于4次以上。
    正例:
        收支情况: 支出控制在预算以内，满意度90%以上，义诊不少于4次，投诉控制在2次以内，进修不少于3名副高级以上医师。
    依据: 公文用语习惯：同一个限额不说两次
    改法: 只留前面的或后面的一个
    """
    text = passage.text
    if "以" in text or "之内" in text or any(word in text for word in _SAID_IN_FRONT):
        for match in _LIMIT_TWICE.finditer(text):
            yield Finding(passage.place(*match.span()), _("限额说了两次"))


_REACHED = "完成|实现|达到|落实|到位|结束|建成|解决|达标|合格|开展"
_CLASH = re.compile(
    rf"(?:全部|全都)(?:都|均)?已?(?:经)?(?:基本|大部分|大体)(?:上|已)?(?:{_REACHED})"
    rf"|(?:大部分|大多数|基本)(?:上)?(?:都|均)?(?:已经?)?全部(?:{_REACHED})"
)


@rule("WRD013", "程度词前后矛盾", Severity.HINT, needs=("全", "基大"))
def degrees_agree(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """「全部基本完成」「大部分均已全部到位」：到底是全部还是大部分。

    为什么: 完成情况要能打分，全部完成和基本完成得分不同。
    错例:
        收支情况: 村庄绿化任务全部基本完成，支出控制在预算以内。
    正例:
        收支情况: 群众手续全部办结，支出控制在预算以内，全部基本支出均已支付。
    依据: 公文用语习惯：程度词前后一致
    改法: 按实际情况只留一个
    """
    for match in _CLASH.finditer(passage.text):
        yield Finding(passage.place(*match.span()), _("「{words}」前后矛盾", words=match[0]), certain=False)


_REDUNDANT = re.compile(
    r"(?P<aim>目的是为了)"
    r"|(?P<cause>原因是(?:由于|因为))"
    r"|(?P<again>(?:防止|避免|杜绝|严防)[^，。；、]{0,14}不再(?:次)?(?:发生|出现))"
    r"|(?P<ban>切忌不要|切勿不要|(?:禁止|严禁)(?:不得|不准))"
    r"|(?P<sum>共计合计|合计共计|总计共计|共计总计|合计总计|总共共计|一共共计)"
    r"|(?P<mixed>原因是[^，。；、]{2,24}(?:造成的|导致的|引起的|所致)(?=[，。；]))"
)


@rule("WRD015", "句式杂糅或语义重复", Severity.HINT, needs=("目因再要得准计",))
def meaning_said_once(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """「目的是为了」「原因是由于」「防止……不再发生」：两种说法套在一起，有的意思还反了。

    为什么: 「防止问题不再发生」说的是要让它再发生。
    错例:
        收支情况: 加强预算管理的目的是为了把支出控制在预算以内，防止超支问题不再发生。
    正例:
        收支情况: 加强预算管理是为了把支出控制在预算以内，防止超支问题再次发生，确保问题不再发生。
    依据: 公文用语习惯
    改法: 只留一种说法
    """
    if not re.search("目的|原因|不再|不要|不得|不准|[合共总]计", passage.text):
        return
    for match in _REDUNDANT.finditer(passage.text):
        yield Finding(passage.place(*match.span()), _MEANT[match.lastgroup or "aim"]())


_MEANT = {
    "aim": lambda: _("写「目的是……」或「是为了……」"),
    "cause": lambda: _("写「原因是……」或「是由于……」"),
    "again": lambda: _("意思反了，应为「再次发生」"),
    "ban": lambda: _("意思反了，只留前面的词"),
    "sum": lambda: _("合计说了两次"),
    "mixed": lambda: _("写「原因是……」或「是……造成的」"),
}
