"""Ranges of quantities: what follows the second figure stands behind the first one as well, and no hyphen between."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import repair
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_BEGINS = r"(?<![\dA-Za-z.．〔\[（(年月第号～~—–-])"
_FIGURE = r"(?!0\d)\d{1,4}(?:\.\d+)?"
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANGE = re.compile(
    rf"{_BEGINS}(?P<low>{_FIGURE})\s*(?P<dash>[～~]|[—–]{{1,2}}|-|至|到)\s*(?P<high>{_FIGURE})"
    r"(?P<sign>[%％]|[万亿]元|[万亿](?![元米]))"
)


@rule("FMT015", "数值的范围，前一个数少了百分号或万、亿", Severity.HINT, needs=("%％万亿", "～~—–-至到"))
def sign_at_both_ends(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """数值的范围，前后两个数都写百分号：10%～20%，不写 10～20%；都写万、亿：13万元～17万元，不写 13～17万元。

    为什么: 10～20% 可以读成从 10 到 20%，13～17万元可以读成从 13 元到 17 万元，前一个数差了许多倍。
    错例:
        收支情况: 各季度支出进度比序时进度慢10～20%。
    正例:
        收支情况: 各季度支出进度比序时进度慢10%～20%，每所学校补助13万元～17万元。
    依据: 《出版物上数字用法》（GB/T 15835-2011）：省略百分号或计量单位会造成歧义的，不应省略
    改法: 前一个数后面补上百分号，或者万、亿
    """
    for match in _RANGE.finditer(passage.text) if any(sign in passage.text for sign in "%％万亿") else ():
        rises = Decimal(match["low"]) < Decimal(match["high"]) and not _YEAR.fullmatch(match["low"])
        if rises and passage.typed_at(match.start()):
            at, sign = match.end("low"), match["sign"].replace("％", "%")
            mended = repair(passage.edit(at, at, sign))
            label = _("应为「{words}」", words=f"{match['low']}{sign}{match[0][at - match.start() :]}")
            yield Finding(passage.place(*match.span()), label, repair=mended)


_COUNTED = either([*lists("counting_units")["约数的单位"], "个百分点", "百分点", "平方米", "公斤", "米", "月龄", "岁"])
_HYPHENED = re.compile(
    rf"{_BEGINS}(?P<low>{_FIGURE})(?P<sign>%|[万亿]元?|{_COUNTED})?(?P<dash>[-－–])(?P<high>{_FIGURE})"
    rf"(?P<unit>%|{_COUNTED})(?![\d-])"
)
_ROWS = ("年级", "年期", "项目", "次会", "年度", "件号")
"""3-5年级: what follows is no unit, and the figures are numbers in a row."""


@rule("FMT016", "数值的起止用了半角连字号", Severity.HINT)
def dash_between_figures(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """数值的范围用浪纹线「～」（或一字线）：提高3～5个百分点，不写 3-5个百分点。编号、电话、型号不算。

    为什么: 半角的「-」是减号、连字号：3-5 可以读成 3 减 5，也容易当成编号。
    错例:
        收支情况: 管网漏损率比上年下降3-5个百分点。
    正例:
        收支情况: 管网漏损率比上年下降3～5个百分点，检修1-3号泵，一年级至3-5年级配齐教具。
    依据: 《出版物上数字用法》（GB/T 15835-2011）：表示数值的范围，可用浪纹式连接号“～”或一字线连接号“—”
    改法: 把「-」换成「～」
    """
    for match in _HYPHENED.finditer(passage.text) if any(dash in passage.text for dash in "-－–") else ():
        if _is_range(match, passage.text[match.start("unit") :]) and passage.typed_at(match.start("dash")):
            span = match.span("dash")
            label = _("应为「{words}」", words=match[0].replace(match["dash"], "～"))
            yield Finding(passage.place(*match.span()), label, repair=repair(passage.edit(*span, "～")))


def _is_range(match: re.Match[str], behind: str) -> bool:
    """Whether the figures count, from less to more; where the first lacks its sign FMT015 says that before."""
    if behind.startswith(_ROWS) or _YEAR.fullmatch(match["low"]) or (match["unit"] == "%" and not match["sign"]):
        return False
    missing = match["unit"] in ("万", "亿") and not match["sign"]
    return not missing and (
        match["sign"] not in (None, match["unit"]) or Decimal(match["low"]) < Decimal(match["high"])
    )
