"""Carry-over: what was left over, what came in, what was spent and what is left again."""

import re
from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.numbers.equations import Equation
from reportgen.rules.figures.laws import Law, against
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_AND = r"(?:资金|经费|款|数|额|指标|金额|预算)*"
_NAMES = {
    name: re.compile(pattern)
    for name, pattern in {
        "上年结转": rf"(?:其中)?(?:上年|年初|上年末|上一?年度|期初)(?:结转|结余|余额|结转结余|结转和结余){_AND}",
        "本年下达": rf"(?:本年|当年|本年度|年)?(?:新增|实际)?(?:下达|拨入|拨款|收入|到位|安排|拨付){_AND}",
        "可用资金": rf"(?:全年|本年|当年|年度)?(?:合计|共计|实际)?(?:可用|可支配|可使用){_AND}",
        "支出": rf"(?:全年|本年|当年|本年度|年度|实际|累计|共)*(?:支出|使用|支付){_AND}",
        "年末结转": rf"(?:年末|期末|年底)?(?:结转|结余|结转结余|结转和结余|剩余)(?:至?下年|下年度|下年使用)?{_AND}",
    }.items()
}
_EQUATIONS = (
    Equation(("上年结转", "本年下达"), ("可用资金",), "可用资金"),
    Equation(("可用资金",), ("支出", "年末结转"), "年末结转"),
    Equation(("上年结转", "本年下达"), ("支出", "年末结转"), "年末结转"),
)

_OTHERWISE = re.compile(r"收回|上缴|缴回|交回|调剂|核减|结余分配|使用非财政|弥补|转入|追加|退回")
"""Money that comes or goes in other ways."""
_CARRIED = Law(_NAMES, _EQUATIONS, re.compile(r"结转|结余|可用"), _OTHERWISE, told_on=True)


@rule("NUM017", "结转数对不上", Severity.ERROR)
def carried_over(scene: Scene) -> Iterator[Finding]:
    """上年结转加本年下达等于可用资金；可用资金减支出等于年末结转。一句话里或者同一组数据里写全了的才核对。

    为什么: 结转是下一年的年初数，错了会一年一年带下去。
    错例:
        收支情况: |
          上年结转20.00万元，本年下达100.00万元，全年支出90.00万元，年末结转20.00万元。
    正例:
        收支情况: |
          上年结转20.00万元，本年下达100.00万元，全年支出90.00万元，年末结转30.00万元。
    依据: 审核实践：上年结转 + 本年下达 − 本年支出 = 年末结转
    改法: 对照账面更正写错的数；资金被收回或者调剂的，在文中写明
    """
    yield from against(_CARRIED, scene)
