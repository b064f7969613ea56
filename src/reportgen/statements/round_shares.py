"""Shares told roundly before they are told exactly: 占六成多，具体为61.11%; 约占一半（49.69%）; 接近半数，为45.45%."""

from reportgen import patterns as re

ROUNDLY = (
    r"(?:将近|接近|大约|约|近|超过|超|过|不足|不到)?"
    r"(?:一半|半数|多半|[一二三四五六七八九]成半?|[二三四五六七八九十]分之[一二三四五六七八九])"
    r"(?:以上|左右|上下|多|余|强|弱)?"
    r"[，（(](?:即|具体|比例|占比|约|达到?|为|是)*\s*"
)
"""一半, 六成多, 三分之一强, and what stands between it and the exact share; a piece of a pattern."""

REACH = 36
"""So many characters before a share say of what it is one."""
_SHARE = re.compile(
    r"(?:占|比重|比例|份额|用去|花去|用掉)[^，。；、%]{0,18}$"  # 占支出总额的65.46%, 占比为12.5%, 用去项目支出的45.49%
    rf"|(?:占[^，。；、%]{{0,16}}|接近|将近|超过|约|近|过|不足|不到){ROUNDLY}$"  # 占六成多，具体为61.11%
)
_LATTER = re.compile("后者(?:占比?|约|达|为|是)*")


def is_told_as_share(text: str, start: int, label: str, behind_share: bool) -> bool:
    """Whether the words before a percentage at `start` say that it is a share; 后者为9.87% is one behind another."""
    return bool(behind_share and _LATTER.fullmatch(label)) or bool(_SHARE.search(text, max(0, start - REACH), start))
