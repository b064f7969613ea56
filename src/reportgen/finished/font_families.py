"""The names that fonts have in files → the family that 公文 know them by."""

from reportgen import patterns as re

FAMILIES = (
    ("小标宋", re.compile(r"小标宋|biaosong|xbs|大标宋|中宋|zhongsong", re.IGNORECASE)),
    ("仿宋", re.compile(r"仿宋|fang\s*song|fsong|^fz(?:fs|fw)|simfang", re.IGNORECASE)),
    ("楷体", re.compile(r"楷|kai", re.IGNORECASE)),
    ("黑体", re.compile(r"黑|hei|ht(?:k|jw)|sans|gothic", re.IGNORECASE)),
    ("宋体", re.compile(r"宋|simsun|song|mingliu|serif|fzss", re.IGNORECASE)),
)
"""The first that fits: 仿宋 and 小标宋 are 宋 as well. 华文中宋 comes with Word and stands in for 小标宋."""


def family_of(font: str) -> str:
    """小标宋, 仿宋, 楷体, 黑体 or 宋体; empty where the name tells nothing.

    >>> [family_of(name) for name in ("FangSong_GB2312", "方正小标宋简体", "SimHei", "Calibri")]
    ['仿宋', '小标宋', '黑体', '']
    """
    return next((family for family, form in FAMILIES if form.search(font)), "")
