"""Rates in words: the percent sign, percentage points, and what cannot shrink by a multiple."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.occurrences import DIGIT
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_NO_PERCENT = "比频功汇速心概斜曲税利效产积转倍射"
"""流动比率, 频率, 功率, 汇率, 容积率, 周转率 … are no shares of a hundred."""
_IS = r"(?:为|是|达到|达|仅|约|只有)*"
_BARE = re.compile(
    rf"(?:满意度|占(?:比|[^，。；：、（）\d占]{{1,12}}的)?|比[例重]|(?<![{_NO_PERCENT}辨])率){_IS}"
    r"[ ]?(?P<number>\d{1,3}(?:\.\d+)?)(?=[，。；）（](?!\d)|$)"
)
_GROWN = re.compile(
    r"(?:同比|比上年|较上年|比去年|较去年|[由从][^，。；]{0,12}\d[^，。；]{0,12}[到至]\d[\d.]*[万元人场次件个项天][^，。；]{0,8}，)[^，。；\d]{0,6}"
    r"(?:增长|下降|上升|降低|提高|增幅|降幅)(?:了|约|为|幅度)*(?P<number>\d{1,3}(?:\.\d+)?)(?=[，。；）](?!\d)|$)"
)
"""Of two figures one has grown; by what share stands behind it."""
_WEIGHT = re.compile(r"分值|权重|得分|满分|系数|名次|排名|[百千万亿][人口车户吨公里头次件]+[^，。；：、\d]{0,6}率")
"""Points, and 万车死亡率1.42, which says itself of how many it is."""


@rule("WRD003", "比率没有百分号", Severity.WARNING, needs=("度占比率增降升提", DIGIT))
def percent_sign_missing(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """「占76.23」「支付率100」后面缺了百分号。

    为什么: 没有百分号，读的人不知道是百分之几还是几倍，系统也取不到数。
    错例:
        收支情况: 全年支出控制在预算以内，其中药品支出占全部支出的36.68，人员支出占63.32。
    正例:
        收支情况: 全年支出控制在预算以内，其中药品支出占全部支出的36.68%，资产负债率0.35。
    依据: 公文用语习惯：比率带百分号
    改法: 补上百分号
    """
    if passage.cell:
        return
    grown = _GROWN.finditer(passage.text) if any(word in passage.text for word in "增降升提") else ()
    for match in (*_BARE.finditer(passage.text), *grown):
        number = Decimal(match["number"])
        if 1 < number <= 100 and not _WEIGHT.search(passage.text, max(0, match.start() - 20), match.end()):
            yield Finding(passage.place(*match.span("number")), _("「{number}」后面没有百分号", number=match["number"]))


_NUMBER = r"\d+(?:\.\d+)?"
_THAN = r"(?:(?:比|较)(?:上年同期|上年|去年|上一?年度|同期|年初|\d{4}年度?))?(?:同比|环比)?(?:实际|共|共计|分别|再)?"
_MOVES = "增长|增加|提高|提升|上升|下降|降低|减少|压缩|节约|下浮|上浮|回落"
_AMOUNT = r"(?:支出|收入|经费|人数|人次|场次|数量|金额|资金|总额|费用|投入)(?:数|总额|总量)?"
_OF_RATE = rf"(?:(?<![{_NO_PERCENT}])率|占比|比重|比例|满意度){_THAN}(?:{_MOVES})了?[约近]?"
_POINTS = re.compile(
    rf"(?P<amount>{_AMOUNT}{_THAN}(?:{_MOVES})了?[约近]?{_NUMBER}个?百分点)"
    rf"|(?P<rate>{_OF_RATE}{_NUMBER}%)(?!以上|至|到|的)"
    rf"|(?P<both>%个?百分点|百分之{_NUMBER}(?:%|个百分点))"
)
"""An amount that grew by 百分点, a rate that grew by %, both signs at once."""


@rule("WRD004", "百分点与百分比混淆", Severity.WARNING, needs=("%百", "百率占比满"))
def percentage_points(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """数量的增减用百分比（增长5%），比率的增减用百分点（提高5个百分点）。

    为什么: 满意度从80%提高到84%，是提高4个百分点，也是提高5%，写混了就成了另一个数。
    错例:
        收支情况: 三公经费支出比上年下降5个百分点。
    正例:
        收支情况: 三公经费支出比上年下降5%，占全部支出的比重下降0.2个百分点。
    依据: 公文用语习惯：数量增减用百分比，比率增减用百分点
    改法: 数量的增减写 %；两个比率相减写「个百分点」
    """
    if "%" not in passage.text and "百分" not in passage.text:
        return
    for match in _POINTS.finditer(passage.text):
        kind = match.lastgroup
        label = {
            "amount": _("数量的增减不用百分点"),
            "rate": _("比率的增减要写明是百分点还是百分比"),
            "both": _("百分比写了两次"),
        }[kind or "both"]
        yield Finding(passage.place(*match.span()), label, certain=kind != "rate")


_SHRINKS = re.compile(
    rf"(?:减少|降低|下降|缩短|缩减|压缩|节约|减轻)了?(?:近|约|超过)?(?:{_NUMBER}|[一二两三四五六七八九十百几数]+)多?倍"
)


@rule("WRD012", "减少用了倍数", Severity.WARNING, needs=("倍",))
def less_by_a_multiple(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """减少、下降只能用百分比或分数，不用倍数。

    为什么: 减少一倍就是没有了，减少两倍说不通。
    错例:
        收支情况: 会议费比上年减少了一倍。
    正例:
        收支情况: 会议费比上年减少了一半，送医下乡场次增加了一倍。
    依据: 公文用语习惯：倍数只用于增加
    改法: 改成百分比或分数，如「减少 50%」「减少一半」
    """
    for match in _SHRINKS.finditer(passage.text):
        yield Finding(passage.place(*match.span()), _("减少不用倍数"))
