"""Something is missing, doubled, out of order, or left over from another document."""

from benchmarks.accuracy.edits import added, both, each, number_in, put, within
from benchmarks.accuracy.planted import Kind

_REPORTS = ("dept-evaluation", "guangdong-dept", "hunan-dept", "yunnan-dept", "nanyang-2020")
_TEXTS = ("nanyang-2020.txt", "linze-2023.txt", "tangshan-2021.txt", "shili-2024.txt")
_CHINESE = "一二三四五六七八九十"
_BODY = r"^ *[\u4e00-\u9fff“《\d][^\n\t]{45,}。$"


def _later(number: str) -> str:
    return _CHINESE[_CHINESE.index(number) + 1]


def _typo(name: str) -> str:
    """The name with two characters exchanged."""
    return name[:-3] + name[-2] + name[-3] + name[-1]


KINDS = (
    Kind("少一条整改措施", ("STR001",), _REPORTS, each(r"^  - 对应问题: .*\n(?:    .*\n)+", lambda _match: "")),
    Kind("措施对应了没有的问题", ("STR002",), _REPORTS, put(r"(?<=对应问题: )(.*)$", r"\1乙")),
    Kind(
        "成文日期在年度以内",
        ("STR006", "STR032"),
        (*_REPORTS, "dept-evaluation-bound", "shili-2024.txt"),
        both(
            number_in(r"^成文日期: (\d{4})年", lambda n: n - 1),
            number_in(r"\n(\d{4})年\d+月\d+日\n\n附件", lambda n: n - 1),
        ),
    ),
    Kind(
        "标题的年度是去年",
        ("STR005", "STR027", "STR006"),
        ("linze-2023.txt", "shili-2024.txt", "shili-targets-2025.txt", "example-year-2024"),
        both(
            number_in(r"\A.*\n?.*?(20\d\d)年度?(?=部门|上级)", lambda n: n - 1),
            put(r"^(年度: 2024)$", r"\1\n标题: 某市科技馆2023年度部门整体支出绩效评价报告"),
        ),
    ),
    Kind("提到没有的图表", ("STR003",), ("dept-evaluation", "linze-2023", *_TEXTS), added("具体情况如下图所示。")),
    Kind(
        "标题编号跳了一个",
        ("STR010",),
        _TEXTS,
        both(
            each(r"^ *[（(]([二三四])[）)]", lambda match: match[0].replace(match[1], _later(match[1]))),
            each(r"^([二三四])、", lambda match: match[0].replace(match[1], _later(match[1]))),
        ),
    ),
    Kind(
        "标题编号重复",
        ("STR010",),
        _TEXTS,
        both(
            each(
                r"^ *[（(]([三四五])[）)]",
                lambda match: match[0].replace(match[1], _CHINESE[_CHINESE.index(match[1]) - 1]),
            ),
            each(r"^([三四五])、", lambda match: match[0].replace(match[1], _CHINESE[_CHINESE.index(match[1]) - 1])),
        ),
    ),
    Kind(
        "段内编号跳了一个",
        ("STR007",),
        ("linze-2023.txt", "linze-2023"),
        each("([三四五])是(?=[\u4e00-\u9fff])", lambda match: f"{_later(match[1])}是"),
    ),
    Kind(
        "编号手工输入",
        ("STR004",),
        ("dept-evaluation", "nanyang-2020", "hunan-dept", "yunnan-dept"),
        each(r"^( {4,})([\u4e00-\u9fff][^\n:]{45,}。)$", lambda match: f"{match[1]}1、{match[2]}"),
    ),
    Kind(
        "少一个规定的章节",
        ("STR024", "STR010"),
        ("shili-2024.txt",),
        each(
            r"^（[一二三四五]）(?:人员情况|部门年度总体|绩效评价实施|投入情况).*\n(?:[^（\n].*\n)+", lambda _match: ""
        ),
    ),
    Kind(
        "章节没有内容",
        ("STR009",),
        ("shili-2024.txt", "nanyang-2020.txt"),
        each(
            r"^(（[一二三四五]）(?:部门|人员|绩效评价|投入|执行|总体)[^\n]{2,24}\n)\n?(?:[^（\n][^\n]{20,}\n+)+(?=（|[一二三四五六]、)",
            lambda match: match[1],
        ),
    ),
    Kind(
        "没有署名和日期",
        ("STR012",),
        ("shili-2024.txt", "nanyang-2020.txt"),
        both(
            put(r"\n示例县科学技术协会\n2025年3月18日\n", "\n"),
            put(r"\n[^\n]*\d{4}年\d+月\d+日\s*\Z", "\n"),
            put(r"\n示例县科学技术协会\n(?=2025年3月18日\n)", "\n"),
            put(r"\n2025年3月18日\n(?=\n附件)", "\n"),
        ),
    ),
    Kind(
        "留有没填的数",
        ("STR008",),
        ("dept-evaluation", "nanyang-2020.txt", "shili-2024.txt", "linze-2023.txt"),
        put(r"(?<=[\u4e00-\u9fff])\d+(?:\.\d+)?(万元|人次|场次|场|次)", r"XX\1"),
    ),
    Kind(
        "残留网页标记", ("STR018",), ("dept-evaluation", *_TEXTS), both(added("<p>"), added("&nbsp;"), added("</span>"))
    ),
    Kind(
        "一段写了两遍",
        ("STR026",),
        ("nanyang-2020.txt", "linze-2023.txt", "shili-2024.txt"),
        each(_BODY, lambda match: f"{match[0]}\n{match[0]}"),
    ),
    Kind(
        "留有往年的年度",
        ("STR027", "STR005", "STR006", "IND011"),
        ("shili-2024.txt", "tangshan-2021.txt", "linze-2023.txt"),
        number_in(r"(20\d\d)(?=年末核定|年收入总计|年1月1日至12月31日共|年，市科协将)", lambda n: n - 1),
    ),
    Kind(
        "单位名称写错",
        ("STR029", "STR005"),
        ("nanyang-2020.txt", "nanyang-2020", "shili-2024.txt"),
        within(
            r"(?<!单位: )(?:南阳市科学技术馆|示例县科学技术协会)",
            both(each(".+", lambda match: _typo(match[0])), put("科学技术", "科技术"), put("技术", "技术术")),
        ),
    ),
    Kind(
        "附件的题目不一致",
        ("STR014", "STR003"),
        ("shili-2024.txt",),
        both(
            put("^附件：部门整体支出绩效评价评分表", "附件：部门整体支出绩效目标表"),
            put(r"^(附件\n)部门整体支出绩效评价评分表", r"\1项目支出绩效自评表"),
            put(r"^附件\n", ""),
        ),
    ),
    Kind(
        "日期先后不合理",
        ("STR032", "DOC011"),
        ("shili-2024.txt", "target-approval"),
        both(
            put("2025年1月10日至2月28日", "2025年2月28日至1月10日"),
            put("打印日期: 2025年2月12日", "打印日期: 2025年1月12日"),
            put("2025年1月10日至2月28日", "2025年4月10日至2月28日"),
        ),
    ),
    Kind(
        "表格里空了一格",
        ("STR020", "SCO012", "SCO016"),
        ("shili-2024.txt",),
        within(r"^(?:产出|效益|满意).*$", both(put(r"(?<=\t)≥[^\t]+(?=\t)", ""), put(r"(?<=\t)[\d.]+(?=\t)", ""))),
    ),
)
