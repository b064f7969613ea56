"""Shares told roundly before they are told exactly: 占六成多，具体为61.11%; 约占一半（49.69%）; 接近半数，为45.45%."""

ROUNDLY = (
    r"(?:将近|接近|大约|约|近|超过|超|过|不足|不到)?"
    r"(?:一半|半数|多半|[一二三四五六七八九]成半?|[二三四五六七八九十]分之[一二三四五六七八九])"
    r"(?:以上|左右|上下|多|余|强|弱)?"
    r"[，（(](?:即|具体|比例|占比|约|达到?|为|是)*\s*"
)
"""一半, 六成多, 三分之一强, and what stands between it and the exact share; a piece of a pattern."""

SHARE = (
    r"(?:占|比重|比例|份额|用去|花去|用掉)[^，。；、%]{0,18}$"  # 占支出总额的65.46%, 占比为12.5%, 用去项目支出的45.49%
    rf"|(?:占[^，。；、%]{{0,16}}|接近|将近|超过|约|近|过|不足|不到){ROUNDLY}$"  # 占六成多，具体为61.11%
)
"""What stands before a share; a piece of a pattern."""
REACH = 36
"""So many characters before a share say of what it is one."""
