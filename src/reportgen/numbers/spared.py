"""What holds digits and states no amount: dates, years, times, ordinals, document numbers, codes, names, list labels.

These stretches are found first and blanked out, so that the reader of numbers never sees them.
"""

from reportgen import patterns as re
from reportgen.numbers.units import UNIT

_NUMERALS = "〇零○一二三四五六七八九十百"
_TO = r"[-—–－~～至到]"
_YEAR = r"(?:19|20)\d{2}"

DATES = (
    rf"{_YEAR}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}(?!\d)(?:\s*[日号])?",  # 2024年3月15日
    rf"{_YEAR}\s*[-./]\s*\d{{1,2}}\s*[-./]\s*\d{{1,2}}(?!\d)(?:\s*[日号])?",  # 2024-03-15, 2024/3/15
    rf"{_YEAR}\s*年?\s*{_TO}\s*{_YEAR}\s*(?:学年|年度?|(?![\d.万亿余多]|\s*(?:{UNIT})))",  # 2021—2024年, 2023-2024学年
    rf"{_YEAR}\s*(?:学年|年[度末底初中]?)",  # 2024年度, 2023学年
    rf"(?<![\d.]){_YEAR}(?=[春夏秋冬])",  # 2024春
    rf"\d{{1,2}}{_TO}\d{{1,2}}(?:月份?|日)",  # 3—5月, 3至5日
    r"(?<![\d.个])\d{1,2}月(?:份|底|初|末|中?[上中下]?旬|\d{1,2}[日号])?",  # 3月份, 3月中旬
    r"(?<![\d.])\d{1,2}日",  # 15日
    r"(?<![\d.])\d{1,2}年(?!级)",  # 24年; no 24年级
    rf"[{_NUMERALS}]{{2,4}}年|[一二两三四五六七八九十]年",  # 二〇二四年, 三年
    r"[一二三四五六七八九十]{1,2}月(?:份|底|初|末|[上中下]旬|[一二三四五六七八九十]{1,3}[日号])?",  # 三月上旬
    r"[一二三四五六七八九十]{1,3}日",  # 十五日
    r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)",  # 14:30
    r"(?<![\d.])\d{1,2}[时点](?![次位])(?:\d{1,2}分)?(?![\d])",  # 8时30分; no 30点次, no 12点位
)
ORDINALS = (
    rf"第\s*(?:\d+(?:[-—–~～至到、]\d+)*|[{_NUMERALS}千]+(?:[-—至、第]+[{_NUMERALS}]+)*)\s*(?:届|号|期|次|批|名|位|个|条|款|项|章|节|页|季度|年)?",
    rf"前[\d{_NUMERALS}]+[名位强]",
    r"\d+届|\d+\s*[号楼层]|\d+(?:[-—至、，]\d+)*\s*(?:年级|季度|级(?!别))",
    r"\d+后(?=[、，。干青职员的]|$)",
    rf"[{_NUMERALS}]+(?:届|年级|等奖|季度|级|楼|层|号|星级|期工程|次会议|中全会|线城市)",
    r"[一二三四五六七八九]是",
    r"(?:^|(?<=[，。；：、（为]))[一二三四五六七八九1-9][类档等](?=的?\d)",  # 一类42座，二类186座; 评定为1类的18座
)
DOCUMENT_NUMBERS = (
    r"[〔\[【]\s*\d{4}\s*[〕\]】]\s*(?:第?\s*\d+\s*号)?",
    r"[（(]\s*(?:19|20)\d{2}\s*[）)]\s*(?:第?\s*\d+\s*号)?",
    r"[A-Z]{1,5}[/／]?[TZ]?\s*\d+(?:\.\d+)?[-—]\d{4}",
)
CODES = (
    r"(?:编码|代码|编号|号码|电话|传真|邮编|帐号|账号|热线|手机|身份证号?|QQ|微信)[号为是]?[：:\s]*[\dA-Za-z][\dA-Za-z-]{4,}+(?!\s*[万亿余多个人件次元])",
    r"(?<!\d)0\d{2,3}[-—]\d{7,8}|(?<!\d)1[3-9]\d{9}(?![\d.]|\s*[万亿元])",
    r"(?<!\d)400[-—]?\d{3,4}[-—]?\d{3,4}(?![\d.]|\s*[万亿元])",
    r"(?:https?://|www\.)[!-~]+",
    r"(?<![\d.,])\d{15,}[Xx]?(?![\d.]|\s*[万亿元])",
    r"(?<![\d.,])0\d+(?![\d.])",
    r"^\s*\d{6}(?=[\s　]+[^\W\d_])",
)
LATIN = (
    r"\d+\.\d+\.\d+(?:\.\d+)*",
    r"(?:\d+|(?<![A-Za-z]))[A-Za-z]+[-_.]?\d[\dA-Za-z_-]*(?:\.\d+)?",  # each run of letters is tried once
    r"\d+(?!(?:kg|km|cm|mm|kWh|kW|GB|TB|MB|m²)(?![A-Za-z]))[A-Za-z][\dA-Za-z]*",
)
NAMES = (
    r"\d+[·・]\d+",
    r"[“\"]\d{1,2}[.．]\d{1,2}[”\"]",
    r"\d{1,2}[.．]\d{1,2}(?=(?:全国|世界|国际|国家|中国|宪法|科技工作者))",
    r"84消毒液|(?<![\d.,])12345(?!\d|[.,]\d|\s*[万亿元])|110联动|“?互联网\s*[+＋]”?",
    r"(?:[一二三四五六七八九十两](?![一二三四五六七八九十百千万亿余多]|[一二三]?等奖|[所期支名场种条件共]|类(?<=两类)|人次|项(?!一)|个一级|级指标)[^\W\d_]){2,}",
    r"“[一二两三四五六七八九十]{1,2}”",
    r"[一二两三四五六七八九十](?:块牌子|步走)",
)
FORMULAS = (
    r"\d+(?:\.\d+)?\s*[×xX*]\s*\d+(?:\.\d+)?(?:\s*[×xX*]\s*\d+(?:\.\d+)?)*\s*(?:小时|天|毫米|厘米|米)?",
    r"(?<=[×*÷])\s*100\s*%",
    r"(?<![\d:∶.])\d{1,3}(?:\.\d)?[:∶：]\d{1,3}(?:\.\d)?(?:[:∶：]\d{1,3}(?:\.\d)?)?(?![\d:∶.%])",
)
LABELS = (
    r"[（(]\d{1,2}[）)]",
    r"(?:^|(?<=[。；：:;\n\t]))[ \t　]*\d{1,2}(?:[、．]|\.(?!\d))(?=\s*[^\W\d])",
    r"(?:目标|附件|附表|附图|图|表|例|注|方案)\s*\d+(?:[-—]\d+)?(?=[：:，。；、）)\s所]|$)",
    r"[①-⑳]",
    rf"^[ \t　]*\d{{1,2}}(?:\.\d{{1,2}})+[ 　]+(?=[^\W\d_]{{3}})(?![万亿余多]|(?:{UNIT})(?![^\W\d_]))",
)

_IN_ORDER = (*CODES, *DOCUMENT_NUMBERS, *DATES, *ORDINALS, *LATIN, *NAMES, *FORMULAS, *LABELS)
_BEGINNINGS = rf"\d\sA-Za-z〔\[【（(“\"①-⑳{_NUMERALS}两第前编代号电传邮帐账热手身微互目附图表例注方"
"""The characters that one of the patterns can begin with: at all others none of the fifty is tried."""
_SPARED = re.compile(rf"(?=[{_BEGINNINGS}])(?:{'|'.join(_IN_ORDER)})", re.MULTILINE)


def spared(text: str) -> list[tuple[int, int]]:
    """Where something stands that looks like a number and is none; digits are half-width here."""
    return [match.span() for match in _SPARED.finditer(text)]


def blanked(text: str) -> str:
    """The text with a control character in each place that is spared: positions stay what they were."""
    return _SPARED.sub(lambda match: "\x00" * len(match[0]), text)
