"""The words before a percentage that say that it is a share: 占, 比重, 为财政补助的60.0%, 后者为9.87%.

Some tell it roundly before they tell it exactly: 占六成多，具体为61.11%; 约占一半（49.69%）; 接近半数，为45.45%.
"""

from reportgen import patterns as re

ROUNDLY = (
    r"(?:将近|接近|大约|约|近|超过|超|过|不足|不到|差不多|几乎|大致|正好|恰好|刚好|已?达到?|逾)*(?:[是为占])?"
    r"(?:一半|半数|多半|大半|半|绝?大?多数|大部分|大头|[一二两三四五六七八九]成半?"
    r"|[二三四五六七八九十]分之[一二三四五六七八九]|百分之[一二三四五六七八九十]+)"
    r"(?:以上|左右|上下|略?多|略?少|多?一点|有?余|强|弱|出头)?"
    r"[，,（(](?:即|也就是|具体|确切|准确|精确|实际|地?说|来看|而言|比例|比重|所?占比?|约|达到?|为|是|则)*\s*"
)
"""一半, 六成多, 三分之一强, and what stands between it and the exact share; a piece of a pattern."""

REACH = 36
"""So many characters before a share say of what it is one."""
_SHARE = re.compile(
    r"(?:占|比重|(?<!调[剂整增减])(?<!压[缩减降])(?<!执行)(?<!完成)(?<!增[长加幅])比例"  # 占比为12.5%, no 调剂比例
    r"|份额|用去|花去|用掉)[^，。；、%]{0,18}$"  # 占支出总额的65.46%, 用去项目支出的45.49%
    rf"|(?:占[^，。；、%]{{0,16}})?{ROUNDLY}$"  # 占六成多，具体为61.11%
)
IS_OF = re.compile(
    r"""
    (?: [为是即] | 等于 | 相当于 | 达到? | 升至 | 降至 )                               # 为财政补助的60.0%
    (?P<whole>
        (?! [^，。；、：%\d]* (?: 预算 | 计划 | 目标 | 任务 | 指标 | 标准 | 定额         # 为预算的60.0%: a rate
            | 应 | 限额 | 批准 | 批复 | 核定 | 控制数 | 可用                            # 为应检数的96.0%
            | 上年 | 去年 | 同期 | 年初 | 均 ) )                                        # 为上年的40.0%
        [^，。；、：%\d（）]{2,14}? )
    的 \s* $
    """,
    re.VERBOSE,
)
"""Of what was planned, due or of another year it is a rate, and no share."""
_LATTER = re.compile("后者(?:占比?|约|达|为|是)*")


def is_told_as_share(text: str, start: int, label: str, behind_share: bool, all_at_most: bool) -> bool:
    """Whether the words before a percentage at `start` say that it is a share; 后者为9.87% is one behind another.

    What is 104% of something is none: `all_at_most` says that it is not more than all.
    """
    begin = max(0, start - REACH)
    told = bool(_SHARE.search(text, begin, start)) or bool(all_at_most and IS_OF.search(text, begin, start))
    return told or bool(behind_share and _LATTER.fullmatch(label))
