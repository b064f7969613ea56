"""One figure is wrong: a part, a total, a rate, a unit, a number that stands elsewhere too."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from benchmarks.accuracy.edits import both, each, exchanged, moved, number_in, put, ten_times, up, within
from benchmarks.accuracy.planted import Kind

_NUMBER = r"(\d+(?:\.\d+)?)"
_UNIT = "(?:万元|元|万人次|人次|场次|场|件|项|次)"
_REPORTS = ("dept-evaluation", "dept-evaluation-bound", "guangdong-dept", "hunan-dept", "example-year-2024")
_GROUP = r"\{合计:.*\}|^( +)\S+:\n\1  合计:.*\n(?:\1  .*\n)+"
"""Facts of one group in the content file, on a line or below each other."""
_LISTS = (
    rf"{_NUMBER}{_UNIT}[，。（]?其中：?(?:[^。，、\n（]*\d{_UNIT}(?:（[^）]*）)?[，、]){{1,9}}[^。，\n]*\d{_UNIT}"
    r"|基本支出包括：[^。]*。"
)
"""A total and two or more parts."""
_TABLES = ("shili-2024.txt", "shili-targets-2025.txt")
_MONEY = r"^[^\t]+\t(?:[^\t]*\t)?\d+\.\d\d\t\d+\.\d\d\t\d+\.\d\d(?:\t.*)?$"
"""A line of a table of amounts."""
_ITEMS = r"^    - \{名称: .*\}"


def less(number: Decimal) -> Decimal:
    """A rate that was not worked out again."""
    return number - 12 if number > 12 else number + 12


def _repeated(text: str) -> Iterator[str]:
    """One of two equal figures of three digits and more."""
    pattern = re.compile(rf"(?<![\d.]){_NUMBER}({_UNIT})")
    counts = Counter(match[0] for match in pattern.finditer(text))
    for match in pattern.finditer(text):
        if counts[match[0]] > 1 and len(match[1].replace(".", "")) > 2:
            yield text[: match.start(1)] + moved(match[1], exchanged) + text[match.end(1) :]


def _typed(text: str) -> Iterator[str]:
    """A reference beside its own name that was typed over with another number."""

    def change(match: re.Match[str]) -> str | None:
        found = re.findall(rf"{match['name']}: {_NUMBER}(人次|人|天|场|个)[,}}\n]", text)
        return f"{match['name']}{moved(found[0][0], up)}{found[0][1]}" if len(found) == 1 else None

    yield from each(r"(?P<name>[\u4e00-\u9fff]{2,6})\{\{ (?:[^}|]*\.)?(?P=name) \}\}", change)(text)


KINDS = (
    Kind(
        "数据里的一个分项改了",
        ("NUM005",),
        ("nanyang-2020", "linze-2023", *_REPORTS),
        within(_GROUP, number_in(rf"(?<!合计): {_NUMBER}", up)),
    ),
    Kind(
        "数据里的合计改了",
        ("NUM005",),
        ("nanyang-2020", "linze-2023", "special-fund-self-evaluation", *_REPORTS),
        number_in(rf"合计: {_NUMBER}", exchanged),
    ),
    Kind(
        "一个专项的金额改了",
        ("NUM003", "NUM001", "NUM002"),
        ("nanyang-2020", *_REPORTS),
        within(_ITEMS, number_in(rf"(?:批复|到位|支出): {_NUMBER}", up)),
    ),
    Kind(
        "项目资金的总额改了",
        ("NUM003", "NUM020"),
        ("nanyang-2020", *_REPORTS),
        within(r"^  项目资金: .*$", number_in(rf"(?:批复|到位|支出): {_NUMBER}", exchanged)),
    ),
    Kind("支付率改了", ("NUM001",), ("nanyang-2020", *_REPORTS), number_in(rf"支付率: {_NUMBER}%", less)),
    Kind(
        "完成率、满意率改了",
        ("NUM007", "NUM011", "NUM035"),
        ("nanyang-2020", *_REPORTS),
        number_in(rf"(?:完成率|达标率|满意率): {_NUMBER}%", less),
    ),
    Kind("在编人数多于编制", ("NUM006",), ("nanyang-2020", *_REPORTS), number_in(r"在编: (\d+)人", lambda n: n + 30)),
    Kind(
        "支出多于预算",
        ("NUM002", "NUM003", "NUM020"),
        ("dept-self-evaluation", *_REPORTS),
        number_in(rf"^  支出: {_NUMBER}$", lambda n: n * 2),
    ),
    Kind(
        "三公经费超过预算",
        ("NUM002", "NUM021"),
        ("nanyang-2020", *_REPORTS),
        within(r"^  三公经费: .*$", number_in(rf"支出: {_NUMBER}", ten_times)),
    ),
    Kind("引用的数改成手写，写错了", ("NUM004",), ("nanyang-2020", *_REPORTS), _typed),
    Kind(
        "句子里的一个分项改了",
        ("NUM008", "NUM020", "NUM021"),
        ("linze-2023.txt", "nanyang-2020.txt", "shili-2024.txt"),
        within(_LISTS, number_in(rf"{_NUMBER}{_UNIT}", up)),
    ),
    Kind(
        "句子里的总数改了",
        ("NUM008", "NUM020", "NUM022"),  # 83场 of 60人 each
        ("linze-2023.txt", "nanyang-2020.txt", "shili-2024.txt"),
        within(rf"[^，。]*{_LISTS}", number_in(rf"{_NUMBER}{_UNIT}[，。（]?其中", exchanged)),
    ),
    Kind(
        "分项的单位写错",
        ("NUM008", "NUM016", "NUM020", "NUM021", "NUM042"),  # a part in 万元 is more than its whole
        ("shili-2024.txt", "linze-2023.txt"),
        both(
            within(r"其中[^。\n]{8,}", put(r"(\d+\.\d\d)万元", r"\1元")),
            within(r"其中：[^。\n]{8,}", put(r"(\d\.\d+)元", r"\1万元")),
        ),
    ),
    Kind(
        "句子里的比率改了",
        ("NUM011", "NUM007", "NUM001", "NUM029"),
        ("nanyang-2020.txt", "shili-2024.txt"),
        number_in(rf"(?:支付率|完成率|执行率|满意率|达标率)为?{_NUMBER}%", less),
    ),
    Kind(
        "比率前面的数改了",
        ("NUM011", "NUM029", "NUM008", "NUM020"),
        ("nanyang-2020.txt", "shili-2024.txt"),
        number_in(rf"(?:实际举办|实收资金|支出){_NUMBER}(?:万元|场|次)，\S{{0,6}}率", exchanged),
    ),
    Kind(
        "逐项写的支出改了一项",
        ("NUM037",),
        ("nanyang-2020.txt",),
        within("^2020年科技馆运行经费实收.*$", number_in(rf"实际支出{_NUMBER}万元", exchanged)),
    ),
    Kind("支出写得比预算多", ("NUM038", "NUM029"), ("nanyang-2020.txt",), number_in(rf"支出金额总计{_NUMBER}万元", up)),
    Kind("增减幅度改了", ("NUM012",), ("shili-2024.txt",), number_in(rf"(?:增长|下降){_NUMBER}%", lambda n: n + 5)),
    Kind(
        "增减方向写反",
        ("NUM012",),
        ("shili-2024.txt",),
        both(
            put("增加到", "减少到"),
            put("减少到", "增加到"),
            put(r"，增长(?=\d)", "，下降"),
            put(r"，下降(?=\d)", "，增长"),
        ),
    ),
    Kind(
        "占比改了",
        ("NUM027", "NUM011"),
        ("shili-2024.txt",),
        within(r"比例分别为.*。", number_in(rf"{_NUMBER}%", less)),
    ),
    Kind(
        "结转的一个数改了", ("NUM017",), ("shili-2024.txt",), within(r"^上年结转.*$", number_in(rf"{_NUMBER}万元", up))
    ),
    Kind(
        "单价、数量、金额改了一个",
        ("NUM025",),
        ("shili-2024.txt",),
        both(
            within(r"聘请讲解员.*?。", number_in(rf"{_NUMBER}(?:人，|万元)", up)),
            within(r"购置科学实验箱.*?。", number_in(rf"{_NUMBER}(?:套，|万元)", ten_times)),
        ),
    ),
    Kind(
        "场次和人次相差太大",
        ("NUM022",),
        ("shili-2024.txt", "linze-2023.txt"),
        number_in(r"(?:受益群众约|参与干部、群众及学生共计)(\d+)人", ten_times),
    ),
    Kind("频次和次数不符", ("NUM023",), ("shili-2024.txt",), number_in(r"全年(\d+)次，参加学生", lambda n: n + 20)),
    Kind(
        "开放天数太多",
        ("NUM024",),
        ("shili-2024.txt", "linze-2023.txt", "nanyang-2020.txt"),
        number_in(r"(?:免费开放|开放)(\d+)天", lambda n: n + 200),
    ),
    Kind(
        "表里的一格改了",
        ("NUM009", "NUM010"),
        _TABLES,
        within(_MONEY, number_in(r"\t(\d+\.\d\d?)(?=\t|$)", up)),
    ),
    Kind(
        "表里的合计改了",
        ("NUM009", "NUM010"),
        _TABLES,
        within(r"^(?:金额)?合计\t.*$", number_in(r"(\d+\.\d\d)", exchanged)),
    ),
    Kind(
        "同一个数两处不同",
        # one of the two stands in a sum, a rate, a product or a growth, whose rule then says so
        ("NUM029", "NUM008", "NUM011", "NUM020", "SCO007", "SCO023", "NUM009", "NUM012", "NUM017", "NUM025"),
        ("shili-2024.txt",),
        _repeated,
    ),
    Kind(
        "比率超过100%",
        ("NUM028", "NUM011", "NUM007", "NUM035", "NUM001", "NUM029"),  # a payment rate is worked out by NUM001
        ("nanyang-2020.txt", "shili-2024.txt", "dept-evaluation"),
        number_in(rf"(?:满意率|达标率|支付率|合格率)(?:为|: )?{_NUMBER}%", lambda n: n + 60),
    ),
    Kind(
        "说全部完成而比率不足",
        ("NUM013",),
        ("shili-2024.txt",),
        both(
            put("完成率95.0%；", "完成率95.0%，年初计划全部完成；"),
            put("青少年科技竞赛计划5项，实际5项。", "各项工作任务已全部完成。"),
            put("项目资金全部到位，支出按进度支付。", "项目资金全部到位，各项绩效目标均已完成。"),
        ),
    ),
    Kind(
        "基本支出、项目支出改了一个",
        ("NUM020", "NUM008", "NUM029"),
        ("shili-2024.txt", "dept-self-evaluation"),
        both(
            within(r"支出562.60万元中.*?。", number_in(rf"{_NUMBER}万元", up)),
            within(r"^  基本支出: .*$", number_in(rf"(?:批复|支出|年初预算): {_NUMBER}", up)),
        ),
    ),
)
