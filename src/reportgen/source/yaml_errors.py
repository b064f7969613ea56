"""What libyaml complains of, in words of a finance office: the beginning of its message → what it is, what to do."""

PROBLEMS = {
    "found unexpected end of stream": ("引号没有收尾", "补上后一个引号"),
    "did not find expected ',' or '}'": (
        "花括号 { } 里少了逗号，或者没有收尾",
        "各项之间用半角逗号，最后用 } 收尾",
    ),
    "did not find expected ',' or ']'": (
        "方括号 [ ] 里少了逗号，或者没有收尾",
        "各项之间用半角逗号，最后用 ] 收尾",
    ),
    "mapping values are not allowed": (
        "这一行多了一个半角冒号，或者上一行有误",
        "正文里的冒号用全角；值里要有半角冒号时，整个值加半角引号",
    ),
    "found character that cannot start any token": ("值不能以 @、`、% 等符号开头", "整个值加半角引号"),
    "did not find expected key": ("这一行没有与上面的键对齐，或者引号后面还有字", "缩进与同一层的键对齐，用空格"),
    "did not find expected '-' indicator": ("列表的「- 」没有对齐，或者混进了别的内容", "同一个列表的「- 」上下对齐"),
    "could not find expected ':'": (
        "这一行不是「键: 值」",
        "是正文的，放到「键: |」下面，前面空两格；是键的，后面加半角冒号和一个空格；是说明的，前面加 #",
    ),
    "found undefined alias": ("值不能以 * 开头", "整个值加半角引号"),
    "did not find expected alphabetic or numeric character": ("值不能以 * 或 & 开头", "整个值加半角引号"),
    "block sequence entries are not allowed": ("列表的「- 」要从下一行开始写", "在键后面换行，缩进两格再写「- 」"),
    "found unknown escape character": ("双引号里的反斜杠有特别的意思", "改用单引号"),
    "found a tab character": ("这里有制表符（Tab）", "换成空格"),
    "did not find expected comment or line break": ("竖线 | 后面还有字", "竖线后面换行，下一行缩进两格写正文"),
    "did not find expected <document start>": ("这一行不是「键: 值」，也不是说明", "说明的前面加 #"),
    "did not find expected node content": ("花括号或方括号里少了内容", "补上内容，或删去多余的逗号"),
}
"""What libyaml says → what it means here, and what to do."""
UNKNOWN_PROBLEM = ("这里的格式读不懂", "对照上下几行的写法，看引号、冒号和缩进")
