"""A score, a weight or a grade is wrong."""

from benchmarks.accuracy.edits import both, each, lines_dropped, number_in, put, within
from benchmarks.accuracy.planted import Kind

_NUMBER = r"(\d+(?:\.\d+)?)"
_FORMS = ("dept-self-evaluation", "project-self-evaluation", "sichuan-project", "dept-scoring", "example-year-2024")
_OTHER = {"优": "良", "良": "中", "中": "良", "差": "中"}
_TEXT = ("shili-2024.txt",)
_ROWS = r"^.*(?:\t.*){6,}$"


KINDS = (
    Kind(
        "等级写错",
        ("SCO001", "SCO024"),
        (*_FORMS, "dept-evaluation", *_TEXT),
        each(r"(?<=等级: )[优良中差](?=\})|(?<=评价等级为“)[优良中差]", lambda match: _OTHER[match[0]]),
    ),
    Kind(
        "总得分少了一档",
        ("SCO001", "SCO007", "SCO024", "SCO023"),
        (*_FORMS, *_TEXT),
        number_in(rf"(?:评价: \{{得分: |绩效评价得分){_NUMBER}分", lambda n: n - 20),
    ),
    Kind(
        "总得分与各项之和差一点",
        ("SCO007", "SCO023"),
        (*_FORMS, *_TEXT),
        number_in(rf"(?:评价: \{{得分: |绩效评价得分){_NUMBER}分", lambda n: n - 1),
    ),
    Kind(
        "一项得分多于分值",
        ("SCO005",),
        ("dept-scoring", "example-year-2024", *_TEXT),
        both(
            number_in(rf"分值: \d+, 得分: {_NUMBER}", lambda n: n + 20),
            within(_ROWS, number_in(rf"\t\d+\t{_NUMBER}\t", lambda n: n + 20)),
        ),
    ),
    Kind(
        "一项得分改了",
        ("SCO007", "SCO009", "SCO023", "SCO011"),
        ("dept-scoring", "example-year-2024", *_TEXT),
        both(
            number_in(rf"分值: \d+, 得分: {_NUMBER}", lambda n: n - 1),
            within(_ROWS, number_in(rf"\t\d+\t{_NUMBER}\t", lambda n: n - 1)),
        ),
    ),
    Kind(
        "一项分值改了",
        ("SCO006", "SCO004", "SCO021", "SCO007", "SCO009", "SCO023"),
        (*_FORMS, *_TEXT),
        both(
            number_in(r"分值: (\d+)", lambda n: n + 3),
            within(_ROWS, number_in(rf"\t(\d+)\t{_NUMBER}\t", lambda n: n + 3)),
        ),
    ),
    Kind(
        "执行率的得分算错",
        ("SCO008", "SCO007", "SCO009"),
        _TEXT,
        both(
            number_in(r"97\.0%\t10\t(9\.7)", lambda n: n - 1),
            number_in(r"97\.0%\t10\t(9\.7)", lambda n: n - 5),
            put(r"97\.0%\t10\t9\.7", "97.0%\t10\t10"),
        ),
    ),
    Kind(
        "扣了分没有写原因",
        ("SCO012",),
        (*_FORMS, *_TEXT),
        both(
            lines_dropped(" +偏差原因: "),
            put(r"(得分: [\d.]+), 偏差原因: [^}]*", r"\1"),
            put(r"(\t\d+\t[\d.]+\t)[\u4e00-\u9fff][^\n]*", r"\1"),
        ),
    ),
    Kind(
        "完成值不是数",
        ("SCO016", "STR020"),
        (*_FORMS, *_TEXT),
        both(
            put(r"(指标值: [≥≤]\d[^,\n]*,? *\n? *完成值: )[\d.]+[^,\n}]*", r"\1完成"),
            put(r"(\t≥\d[^\t]*\t)\d[^\t]*", r"\1完成"),
        ),
    ),
    Kind(
        "完成值是目标的几倍",
        ("SCO013",),
        (*_FORMS, *_TEXT),
        both(
            number_in(rf"指标值: ≥[\d.]+[场人次万]+, 完成值: {_NUMBER}[场人次万]+, 分值: \d+\}}", lambda n: n * 3),
            number_in(rf"\t≥[\d.]+[场人次万]+\t{_NUMBER}[场人次万]+\t\d+\t\d+\t$", lambda n: n * 3),
        ),
    ),
    Kind(
        "不涉及的指标有分值",
        ("SCO015",),
        (*_FORMS, *_TEXT),
        both(
            put(r"指标值: [≥≤]?\d[^,\n]*(,? *\n? *)完成值: [\d.]+[^,\n}]*", r"指标值: 不涉及\1完成值: 不涉及"),
            put(r"\t≥\d[^\t]*\t\d[^\t]*", "\t不涉及\t不涉及"),
        ),
    ),
)
