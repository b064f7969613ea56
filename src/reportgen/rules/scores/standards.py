"""By which rule points are given: what a document tells of it, as a whole and beside a row, and what its rows show."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum

from reportgen import patterns as re
from reportgen.rules.indicator import Indicator
from reportgen.rules.scene import Scene
from reportgen.rules.scores.scored import Scored
from reportgen.statements.passages import Passage

_STANDARD = "评分标准"
_ROUNDING = Decimal("0.05")
"""Scores are rounded to one decimal or two."""
_GIVES = r"[^。；，]{0,6}?[计记得给赋算扣]分?"
_TOLD = re.compile(
    rf"""
      未(?:能?(?:全部)?完成|达到?|达标|达成|实现)[^。；]{{0,24}}?比例{_GIVES}  # 未完成的，按完成值与指标值的比例记分
    | (?:定量|量化|正向)指标[^。]{{0,40}}?(?:比例|完成率){_GIVES}               # 定量指标按完成比例计分
    | (?:完成|实际)(?:[值数率量]|完成值)[^。；，]{{0,6}}?[÷/／×*＊]            # 实际值（B）/年度指标值（A）*该指标分值
      [^。；]{{0,24}}?(?:分值|权重|满分)
    """,
    re.VERBOSE,
)
_OF_SPENDING = re.compile("执行率|支[出付](?:进度|率)")
"""预算执行率按比例计分 says nothing of the other indicators."""
_SHARE = re.compile(r"比例(?:[^，。；]{0,4}[计记得给赋算扣]|$)|[÷×]|完成[率值][*/]")
_OTHER = re.compile(
    r"""
      扣[减除]?\d | 扣[^，。；\d]{0,6}\d+(?:\.\d+)?分         # 扣0.5分
    | [得计记给]\d+(?:\.\d+)?分 | 不得分 | 得满分            # 按规则得2分
    | 每[少低高超降差下增减延逾缺漏多]                      # 每少1项扣1分
    | 按[^，。；]{0,4}(?:规则|标准|办法|细则) | 档 | 区间 | 酌情   # 在90%—95%档
    """,
    re.VERBOSE,
)


class _Standard(Enum):
    """What a row tells of the rule by which its points are given."""

    SHARE = "share"
    OTHER = "other"
    UNTOLD = "untold"


def by_shares(each: Scored, every: Sequence[Scored], scene: Scene) -> bool:
    """Whether points are given by the share that was reached.

    A content file says so with its pack, where no standard is written beside them. In a document of others it is told
    by an official form, by the paper or by the row; else most other missed targets show it. Points lost though the
    target was reached, or none lost though it was missed, need no formula.
    """
    if not scene.finished:
        return _STANDARD not in each.indicator.row.cells
    standard = _standard_of(each.indicator)
    if standard is not _Standard.UNTOLD:
        return standard is _Standard.SHARE
    if not each.missed or each.earned == each.points or not scored_locally(each.indicator, scene):
        return True
    others = [other for other in every if other is not each and other.missed]
    fit = sum(abs(other.earned - other.expected) <= _ROUNDING for other in others)
    shown = fit * 2 > len(others) and (fit > 1 or not each.lost_round)
    return shown or _are_told(scene.passages)


def scored_locally(each: Indicator, scene: Scene) -> bool:
    """Whether points may be given by rules of the place: the pack lays down the total only, or the form has its own."""
    own = each.row.columns if scene.finished else each.row.cells
    return _STANDARD in own or not any(scheme.points for scheme in scene.pack.weights)


def _standard_of(indicator: Indicator) -> _Standard:
    """What stands beside the score: its standard, or how points were lost."""
    standard = indicator.row.text(_STANDARD)
    told = f"{standard}；{indicator.reason}"
    if _SHARE.search(told):
        return _Standard.SHARE
    return _Standard.OTHER if _OTHER.search(told) or standard.strip() else _Standard.UNTOLD


def _are_told(passages: Iterable[Passage]) -> bool:
    """Whether the document says that who misses a target gets the share of the points that was reached."""
    found = (match for each in passages if "分" in each.text for match in _TOLD.finditer(each.text))
    return any(not _OF_SPENDING.search(match[0]) for match in found)
