"""A range of percentages has the sign at both ends."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import repair
from reportgen.language import _
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_RANGE = re.compile(
    r"(?<![\dA-Za-z.．〔\[（(年月第号～~—–-])(?P<low>\d{1,3}(?:\.\d+)?)\s*(?P<dash>[～~]|[—–]{1,2}|-|至|到)\s*"
    r"(?P<high>\d{1,3}(?:\.\d+)?)[%％]"
)


@rule("FMT015", "百分数的范围少一个百分号", Severity.HINT, needs=("%％", "～~—–-至到"))
def percent_at_both_ends(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """百分数的范围，前后两个数都写百分号：10%～20%，不写 10～20%。

    为什么: 10～20% 可以读成从 10 到 20%，前一个数差了一百倍。
    错例:
        收支情况: 各季度支出进度比序时进度慢10～20%。
    正例:
        收支情况: 各季度支出进度比序时进度慢10%～20%。
    依据: 《出版物上数字用法》（GB/T 15835-2011）：百分数的范围，前一个数值的百分号不能省略
    改法: 前一个数后面补上百分号
    """
    for match in _RANGE.finditer(passage.text):
        if Decimal(match["low"]) < Decimal(match["high"]) and passage.typed_at(match.start()):
            at = match.end("low")
            mended = repair(passage.edit(at, at, "%"))
            label = _("应为「{words}」", words=f"{match['low']}%{match[0][at - match.start() :]}")
            yield Finding(passage.place(*match.span()), label, repair=mended)
