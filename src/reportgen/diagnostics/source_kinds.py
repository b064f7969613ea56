"""Findings about the form of a content file: what YAML cannot read, or reads otherwise than it was meant."""

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.kind import declare as _kind
from reportgen.diagnostics.kind import declared

SYNTAX = _kind(
    "SRC001",
    Severity.FATAL,
    "内容文件的格式读不懂",
    "YAML 靠缩进、「键: 值」和「- 」来排列内容。最常见的原因：上一行引号没有收尾、缩进没有对齐、值里有半角冒号加空格。",
)
WIDE_COLON = _kind(
    "SRC002",
    Severity.FATAL,
    "键后面用了全角冒号",
    "「键: 值」里的冒号要用半角，后面空一格：写 单位: 某市某局，不写 单位：某市某局。正文里的全角冒号不受影响。",
    "改成半角冒号，后面空一格",
)
WIDE_COMMA = _kind(
    "SRC003",
    Severity.FATAL,
    "花括号或方括号里用了全角逗号",
    "一行写几项时，各项之间用半角逗号加空格：{批复: 120, 到位: 60}。",
    "改成半角逗号，后面空一格",
)
TAB = _kind(
    "SRC004",
    Severity.FATAL,
    "缩进里有 Tab 或全角空格",
    "缩进只能用半角空格，一层两个。请把行首的 Tab、全角空格换成半角空格。",
    "换成半角空格，一层两个",
)
TIGHT_COLON = _kind(
    "SRC005",
    Severity.FATAL,
    "冒号后面少一个空格",
    "「键: 值」的半角冒号后面要空一格：年度: 2020。",
    "在冒号后面加一个空格",
)
TIGHT_DASH = _kind(
    "SRC009",
    Severity.FATAL,
    "列表的「-」写得不对",
    "列表的每一条以半角的「-」开头，后面空一格：- 名称: 财务科。",
    "用半角的「-」，后面空一格",
)
BRACES_FIRST = _kind(
    "SRC010",
    Severity.FATAL,
    "值以 {{ 开头",
    "YAML 把开头的花括号当成另一种写法。这样的正文请在键后面写 |，另起一行写；短的可以整个加半角引号。",
    "在键后面写 |，另起一行写正文；或者整个值加半角引号",
)
BAR_TEXT = _kind(
    "SRC011",
    Severity.FATAL,
    "竖线 | 后面还有字",
    "竖线表示正文从下一行开始，它后面只能换行（或者写 # 说明）。",
    "竖线后面换行，下一行缩进两格写正文",
)
DUPLICATE = _kind(
    "SRC006",
    Severity.FATAL,
    "同一个键写了两次",
    "同一层里一个键只能出现一次；两处都写时程序不知道该信哪一个。请删去一处，或改正其中写错的键名。",
    "删去一处，或改正写错的键名",
)
CONTROL = _kind(
    "SRC007",
    Severity.FATAL,
    "正文里有看不见的控制字符",
    "控制字符多半是从网页或旧系统复制来的，Word 会把它变成分段或丢掉后面的字。请删去它。",
    "删去这个字符",
)
CONTINUED = _kind(
    "SRC008",
    Severity.ERROR,
    "一个值写成了几行",
    "不用 | 而把一个值写成几行时，YAML 会在每个换行处加一个空格，汉字之间就多出空格。请写在一行里，或者用 | 另起一行。",
    "写在一行里，或者在键后面写 |，另起一行写内容",
)
INVISIBLE = _kind(
    "SRC012",
    Severity.ERROR,
    "有看不见的字符",
    "零宽空格、软连字符这样的字符多半是从网页、微信或 PDF 复制来的，看不见，却会使键、数字和引用的名称对不上。"
    "程序读的时候已经不算它。",
    "删去这个字符",
)
STRANGE_BLANK = _kind(
    "SRC013",
    Severity.ERROR,
    "用了特殊的空格",
    "冒号和「-」后面要空一个半角空格。从网页、Word 复制来的不间断空格和全角空格看上去一样，YAML 却把它当成字。"
    "程序读的时候已经当成半角空格。",
    "换成半角空格",
)
UNINDENTED = _kind(
    "SRC014",
    Severity.FATAL,
    "竖线 | 下面的正文没有缩进",
    "竖线下面的正文，每一行前面都要空格，至少比键多两格，各行对齐；不缩进的，YAML 会当成下一个键。",
    "这一行前面加空格，与正文的其他行对齐",
)
MISALIGNED = _kind(
    "SRC015",
    Severity.FATAL,
    "缩进没有对齐",
    "同一层的键、同一个列表的「- 」要上下对齐，多一格、少一格都不行。",
    "前面的空格改得与同一层一样多",
)
WIDE_BRACES = _kind(
    "SRC016",
    Severity.FATAL,
    "花括号或方括号是全角的",
    "一行写几项时用半角的花括号：{编制: 42人, 在岗: 40人}。",
    "改成半角的括号",
)
THOUSANDS = _kind(
    "SRC017",
    Severity.ERROR,
    "花括号里的数字带千分撇",
    "花括号里的逗号把各项分开，1,126.60 会被分成两项。程序已经当成一个数来读。",
    "去掉千分撇，或者整个数加半角引号",
)
CUT = _kind(
    "SRC018",
    Severity.WARNING,
    "值里的 # 后面都丢了",
    "YAML 里「空格加 #」后面的字是说明，不印出来：位于 1 #楼 会只剩下「位于 1」。"
    "真是说明的，在 # 后面空一格，就不再提示。",
    "整个值加半角引号，或者删去 # 前面的空格；是说明的，# 后面空一格",
)
DIVIDER = _kind(
    "SRC019",
    Severity.FATAL,
    "夹了一行不是内容的记号",
    "「---」会把一个文件分成几份，「```」是聊天软件的代码框，都不是内容。",
    "删去这一行",
)
TOO_MUCH = _kind(
    "SRC020",
    Severity.FATAL,
    "文件的内容太多或者层次太深",
    "内容文件一般不超过六层、几千行。这样的文件多半是别的程序生成的，或者贴错了内容。",
    "对照模板的示例，只留本报告的内容",
)
ENCODING = _kind(
    "SRC021",
    Severity.WARNING,
    "文件不是 UTF-8 编码",
    "内容文件用 UTF-8 编码。旧的记事本、WPS 另存的文本文件多半是 GBK 或 UTF-16，程序已按原来的编码读。",
    "用 --fix 另存为 UTF-8；或者在编辑器里另存为 UTF-8",
)
TABBED = _kind(
    "SRC022",
    Severity.FATAL,
    "键和值之间是制表符",
    "从 Excel 复制来的两列之间是制表符（Tab），内容文件里要写成「键: 值」。",
    "把制表符换成半角冒号和一个空格",
)
COMMENT_MARK = _kind(
    "SRC023",
    Severity.FATAL,
    "说明前面的记号不对",
    "说明以半角的 # 开头，后面空一格；全角的 ＃ 和 // 不起作用。",
    "换成半角的 # 和一个空格",
)
QUOTE_NEEDED = _kind(
    "SRC024",
    Severity.FATAL,
    "这个值要整个加半角引号",
    "以 @、%、*、>、引号或方括号开头的值，和里面有「半角冒号加空格」的值，YAML 会当成别的写法。"
    "整个值加半角引号，就照原样印出来。",
    "整个值加半角单引号：'…'",
)
NO_COLON = _kind(
    "SRC025",
    Severity.FATAL,
    "键后面少了冒号",
    "「键: 值」的键后面要有半角冒号和一个空格。",
    "在键后面加半角冒号和一个空格",
)
QUOTED_KEY = _kind(
    "SRC026",
    Severity.FATAL,
    "键的两头有引号",
    "键不用加引号；中文引号会当成键名的一部分，就认不出是哪一个键。",
    "去掉键两头的引号",
)

KINDS = declared()
"""Those of reading, by their code."""
