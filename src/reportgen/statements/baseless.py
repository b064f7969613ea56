"""Rates of nothing: there was no base, or it was nought, as a figure or in words."""

from collections.abc import Iterator
from functools import cache

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement

_HUNDRED = 100
"""What is put where there is nothing to divide by: 增长100%, 完成年初预算的100%."""
_GROWS = re.compile(
    r"(?:增长|上升|下降|减少|增加|增幅|降幅|增速|变动率?|增减率?|同比|[比较与]上年|[比较与]20\d{2}年)[^，。；、\d]{0,8}$"
)
"""比上年增长100%, 较2022年增长100%, 增幅100%."""
_MET = re.compile(
    r"(?:完成|执行|支出|支付)(?:[^，。；、\d]{0,8}(?:预算|年初)[^，。；、\d]{0,6}|率|进度)[^，。；、\d]{0,6}$|进度[^，。；、\d]{0,6}$"
)
"""完成年初预算的100%, 执行率为100%, 支出进度100%."""
_NOT_DONE = r"未(?!完|达|能|见|变|到|及|必|来|增|减|降|升|超)[\u4e00-\u9fff]"
_THIS_YEAR = r"(?:20\d{2}年(?:\d{1,2}月)?|本年|今年)?"
_FIRST = r"(?:首次|第一次|初次)(?!突破|超|达|进入|实现|入选|荣获|获|被|降|跌|列)"
_OF_THE_FIRST = re.compile(r"年初(?:部门)?预算")
_BASED = re.compile(r"按|以|对|追加|由|从|调整|全年")
_OWN_NAME = re.compile(r"[^，。；：、\d]*$")
_GENERAL = re.compile(
    r"同比|环比|[比较与]?(?:上年|去年|同期|年初)|增长|上升|下降|减少|增加|增幅|降幅|增速|变动率?|增减率?|[故因此了为达即约的率年度]"
)


class Baseless(Equation, frozen=True, eq=False):
    """A rate of nothing: no value of it is right."""

    rate: Statement

    @property
    def members(self) -> tuple[Statement, ...]:
        return (self.rate,)

    @property
    def holds(self) -> bool:
        return False

    def due(self, _member: Statement, /) -> Interval | None:
        return None


class _Nothing(Struct, frozen=True):
    """Where a paragraph says that there was no base."""

    end: int
    of_the_first: bool = False
    """Whether it is the budget of the beginning of the year that was nought."""
    sure: bool = True
    """Whether the words can mean nothing else: 首次开展 and 未制作 may be of something beside."""


def without_base(paragraph: Paragraph) -> Iterator[Claim]:
    """上年无此项支出，同比增长100%; 年初未安排预算，完成率为100%: a rate of nothing."""
    for rate in paragraph.statements:
        if rate.quantity.unit != "%" or rate.role is Role.SHARE or not rate.quantity.number:
            continue
        start = paragraph.span(max(0, rate.sentence - 1))[0]
        grows = bool(_GROWS.search(paragraph.text, start, rate.start))
        met = not grows and bool(_MET.search(paragraph.text, start, rate.start))
        found = _last_year(paragraph, start, rate) if grows else _no_budget(paragraph, start, rate) if met else None
        if found and "；" in paragraph.text[found.end : rate.start]:
            continue  # 原因是新建台站；接待费比上年增加0.26万元，增长23.2%: of the next item
        if found and (_grown_from_it(found, rate, paragraph) if grows else _met_of_it(found, rate, paragraph)):
            proof = Proof.CERTAIN if found.sure else Proof.LIKELY
            yield Claim("no_base", Baseless(rate), False, proof, rate, _("基数为 0，算不出比率"))


def _grown_from_it(found: _Nothing, rate: Statement, paragraph: Paragraph) -> bool:
    """Whether a rate of growth has that nothing for its base, and no other figure or thing of its own."""
    since = _amounts(paragraph, found.end, rate.start)
    if any(each.period is Period.BEFORE for each in since):
        return False
    own = _OWN_NAME.search(paragraph.text, found.end, rate.start)
    named = bool(own and _GENERAL.sub("", own[0]).strip())
    return not named and (rate.quantity.number == _HUNDRED or len(since) <= 1)


def _met_of_it(found: _Nothing, rate: Statement, paragraph: Paragraph) -> bool:
    """Whether a rate of completion has that budget for its base, and not what was added in the course of the year."""
    since = _amounts(paragraph, found.end, rate.start)
    clause = _OWN_NAME.search(paragraph.text, found.end, rate.start)
    if found.of_the_first and clause and _OF_THE_FIRST.search(clause[0]):
        return not any(each.concept == "年初预算" for each in since)
    based = any(each.concept in BUDGETS or _BASED.search(each.label) for each in since)
    return not based and len(since) <= 1


def _amounts(paragraph: Paragraph, start: int, end: int) -> list[Statement]:
    return [
        each
        for each in paragraph.statements
        if start <= each.start < end and each.quantity.number and each.role is Role.AMOUNT
    ]


def _last_year(paragraph: Paragraph, start: int, rate: Statement) -> _Nothing | None:
    """The last place before a rate that says there was none the year before: in words, or the figure nought."""
    places = [
        _Nothing(each.end)
        for each in paragraph.statements
        if start <= each.start < rate.start and each.period is Period.BEFORE and not each.quantity.value
    ]
    own = paragraph.times.year or 10**4
    told = _never(paragraph.lexicon).finditer(paragraph.text, start, rate.start)
    plain = paragraph.lexicon.any_of("没有")
    places += [
        _Nothing(found.end(), sure=bool(plain.search(found[0])) or found[0][0] in "为系是属")
        for found in told
        if int(found["year"] or 0) < own
    ]
    return max(places, key=lambda each: each.end, default=None)


def _no_budget(paragraph: Paragraph, start: int, rate: Statement) -> _Nothing | None:
    """The last place before a rate that says there was no budget."""
    found = [
        _Nothing(each.end, "年初" in each.label or each.concept == "年初预算")
        for each in paragraph.statements
        if start <= each.start < rate.start and each.concept in BUDGETS and not each.quantity.value
    ]
    found += [
        _Nothing(each.end(), "年初" in each[0])
        for each in _unbudgeted(paragraph.lexicon).finditer(paragraph.text, start, rate.start)
    ]
    return max(found, key=lambda each: each.end, default=None)


def _never(lexicon: Lexicon) -> re.Pattern[str]:
    lists = lexicon.lists
    return _of_time(lists["上年"], lists["没有"], lists["新有"])


@cache
def _of_time(before: tuple[str, ...], none: tuple[str, ...], new: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternation(before)}|(?P<year>20\d{{2}})年度?)(?!结转|结余)[^，。；\d]{{0,14}}?"
        rf"(?:(?:{alternation(none)})(?!增减|变化|变动|差异)"
        rf"|{_NOT_DONE})[^，。；\d]{{0,12}}"  # 上年无此项支出，去年同期未制作
        rf"|(?:(?<![\u4e00-\u9fff])|(?<=于)){_THIS_YEAR}{_FIRST}[^，。；\d]{{0,8}}"  # 于2024年首次上线
        rf"|(?:为|系|是|属)(?:(?:20\d{{2}})年|[^，。；\d]){{0,6}}(?:{alternation(new)})[^，。；\d]{{0,8}}"  # 系本年新建
    )


def _unbudgeted(lexicon: Lexicon) -> re.Pattern[str]:
    return _of_budget(lexicon.lists["没有"])


@cache
def _of_budget(none: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:年初|预算)[^，。；\d]{{0,10}}?(?:{alternation(none)})[^，。；\d]{{0,8}}")  # 年初未列预算
