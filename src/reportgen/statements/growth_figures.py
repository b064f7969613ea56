"""The figures that a change is one of: what it is now, and what it was or was to be."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.numerals import read_numeral
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement

_REACH, _PAIR = 2, 2
_OF_A_PART = re.compile(r"其中[^，。；：、\d]{2,}$")
"""资金总额1,268.40万元，增加71.65万元，其中财政拨款增加60.00万元: of a part that is not stated."""
_YEARS = re.compile(
    r"(?<![\d])(?P<years>[两二三四五六七八九十2-9])(?:个)?(?:年|学年|年度)(?:来|间|内|里)?[^，。；：、\d]{0,8}$"
)
"""两年净增16家, 三年累计增长17.9%."""
_FAR = 16
_RESULT_BEHIND = re.compile(r"[，,]?(?:为|达到?|至|到|共)")
"""较上年的55件减少7件，为48件."""


def years_over(change: Statement, paragraph: Paragraph) -> tuple[Statement | None, list[Statement]] | None:
    """2022年的31家、2023年的38家增至47家，两年净增16家: what it was so many years ago, and what it is.

    None where the change is not of several years; no base where the years of its sentence are too few.
    """
    told = _YEARS.search(paragraph.text, max(0, change.start - _FAR), change.start)
    if told is None:
        return None
    before = _before(change, paragraph)
    series = [each for each in before if each.depth == change.depth and _may_change(each, change)]
    if len(series) <= _PAIR:
        return None
    back = int(read_numeral(told["years"]) or told["years"])
    if back > len(series) or not all(same_things(each.quantity, series[-1].quantity) for each in series):
        return None, []
    return series[max(0, len(series) - 1 - back)], [series[-1]]


def _before(change: Statement, paragraph: Paragraph) -> list[Statement]:
    """The exact figures before a change in its sentence that may be what it is a change of."""
    return [
        each
        for each in paragraph.statements
        if each.end <= change.start
        and each.sentence == change.sentence
        and each.role in (Role.AMOUNT, Role.EACH)
        and each.exact
    ]


def _may_change(each: Statement, change: Statement) -> bool:
    """Whether a figure may change by so much: of the same things, and anything by so many per cent."""
    return same_things(each.quantity, change.quantity) or change.quantity.kind == "%"


def current_figures(change: Statement, paragraph: Paragraph) -> list[Statement]:
    """The figures that may have changed: of this year, before the change, the nearest first."""
    near = [
        each
        for each in paragraph.statements
        if each.end <= change.start
        and change.sentence - each.sentence <= _REACH
        and each.role in (Role.AMOUNT, Role.EACH)
        and each.exact
        and (
            each.period is Period.NOW
            or (each.period is Period.OTHER and each.sentence == change.sentence)
            or (each.period is Period.BEFORE and _has_grown(each, change, paragraph))
        )
        and each.depth <= change.depth
        and _may_change(each, change)
        and not _is_base(each, paragraph)
        and not _OF_A_PART.search(paragraph.text, each.end, change.start)
    ]
    behind = next((each for each in paragraph.statements if each.start >= change.end), None)
    if behind and is_result(behind, change, paragraph):
        near.append(behind)
    return list(reversed(near))


def is_result(behind: Statement, change: Statement, paragraph: Paragraph) -> bool:
    """Whether the figure right behind a change is what it has come to."""
    alike = same_things(behind.quantity, change.quantity) and behind.role is Role.AMOUNT
    return alike and bool(_RESULT_BEHIND.fullmatch(paragraph.text[change.end : behind.start]))


_BECAME = re.compile(r"[增减降升提压扩缩涨]\w?[至到为]$")
"""由146起降至119起: what has become, whose change follows."""


def _is_used(base: Statement, change: Statement, between: Sequence[Statement]) -> bool:
    """8,642元，比上年的8,930元下降3.2%；门诊236元，上涨4元: a base with its change, in another half of the sentence."""
    apart = "；" in base.passage.text[base.end : change.start]
    moved = base.label[:1] in ("比", "较", "与") or _BECAME.search(base.label)
    return bool(apart and moved) and any(other.role is Role.CHANGE for other in between)


def _is_parted(base: Statement, change: Statement, between: Sequence[Statement]) -> bool:
    """比计划晚46天；中标价118.4万元，下浮20%: a semicolon stands between, and nothing like the base behind it."""
    at = base.passage.text.rfind("；", base.end, change.start)
    return at >= 0 and not any(other.start > at and same_things(other.quantity, base.quantity) for other in between)


def _is_of_its_item(base: Statement, change: Statement, between: Sequence[Statement]) -> bool:
    """国防65万元，增长1200%（上年5万元）；教育51,930万元，增长3.9%: a bracket is of what it stands behind."""
    return base.depth > change.depth and any(
        other.role is Role.AMOUNT and other.depth <= change.depth for other in between
    )


_COMPARED = re.compile(
    r"[比较与同和超](?:年初|全年|调整|项目)?[^，。；\d]{0,4}?"
    r"(?:预算|计划|目标|上年|去年|上期|实施前|改革前|任务|\d{1,2}月份?|上月|上季度|[一二三]季度|上半年)"
    r"[^，。；\d]{0,8}$"  # 比预算数45万元
)


_AT_FIRST = re.compile(r"[比较与]?[年期]初(?!预算|安排|批复|下达|计划|目标)[^，。；、\d]{0,6}$")


def _is_base(each: Statement, paragraph: Paragraph) -> bool:
    """Whether it is what something is compared with, or what there was at first: 年末2,316.40万元，年初2,180.25万元."""
    return bool(_AT_FIRST.match(each.label) or _COMPARED.search(paragraph.text[max(0, each.start - 20) : each.start]))


def base_of(change: Statement, paragraph: Paragraph) -> Statement | None:
    """What it was: the last figure of another year, or of the budget, before the change in its sentence."""
    near = [each for each in _before(change, paragraph) if each.quantity.kind != "%"]
    if not near and re.search(
        r"[比较](?:年初|全年)?预算数?[^，。；\d]{0,4}$", paragraph.text[max(0, change.start - 14) : change.start]
    ):
        return next(
            (
                each
                for each in reversed(paragraph.statements)
                if each.end <= change.start and change.sentence - each.sentence == 1 and each.concept in BUDGETS
            ),
            None,
        )
    if bracket := _in_bracket_behind(change, paragraph):
        return bracket
    if near and _is_held_against(near[-1], change):
        return near[-1]
    for each in reversed(near):
        if (each.period is Period.BEFORE and not _has_grown(each, change, paragraph)) or _is_base(each, paragraph):
            between = [other for other in paragraph.statements if each.end <= other.start < change.start]
            alone = all(other.role is not Role.CHANGE or other.quantity.kind == "%" for other in between)
            if _is_of_its_item(each, change, between):
                continue
            apart = change.quantity.kind == "%" and _is_parted(each, change, between)
            return (
                each
                if _may_change(each, change) and alone and not apart and not _is_used(each, change, between)
                else None
            )
    return _named_base(change, paragraph)


_THAN = re.compile(r"[比较]")
_RIGHT_BEHIND = re.compile(r"(?:[（(][^\W\d_]{1,2}[）)])?[^，。；：、（）\d]{1,6}")  # 412,865卷（件）增长


def _is_held_against(each: Statement, change: Statement) -> bool:
    """比上年0.62元低6.5%，比省指导价0.65元低10.8%: whatever it is called, what stands between 比 and the change."""
    held = _THAN.match(each.label) and _RIGHT_BEHIND.fullmatch(each.passage.text, each.end, change.start)
    return _may_change(each, change) and bool(held)


_YEARS_FIGURE = re.compile(r"20\d\d年度?[^，。；：、\d]{0,16}$")
_GREW = re.compile(r"[，,]?(?:比|较)(?:上年|上一年|前一年|去年)[^，。；\d]*")


def _has_grown(figure: Statement, change: Statement, paragraph: Paragraph) -> bool:
    """2023年351.18万元，比上年增加54.78万元: of a year of a series, which is held against the one before it."""
    dated = _YEARS_FIGURE.search(paragraph.text, 0, figure.start)
    return bool(dated and _GREW.match(paragraph.text, figure.end, change.start))


_HELD_AGAINST = re.compile(
    r"(?:[比较与跟同和]|超出?|超过|高于|低于|少于|多于|突破)(?P<first>年初)?[^，。；、\d]{0,6}?"
    r"(?P<what>预算|批复|目标|任务|计划|指标)(?:数|值|额)?[^。；、\d]{0,6}$"
)


_AUDITED, _SUBMITTED = re.compile("[审核]减"), re.compile("[送报]审|申报")
"""送审价243.91万元，审定价236.27万元，审减7.64万元，审减率3.13%: of what was submitted."""


def _named_base(change: Statement, paragraph: Paragraph) -> Statement | None:
    """超出目标5场, 决算比预算多98.10万元: the last figure of the name that the change is held against."""
    if _AUDITED.match(change.label):
        told = [each for each in _before(change, paragraph) if _SUBMITTED.search(each.label)]
        return told[-1] if len({each.quantity.value for each in told}) == 1 else None
    found = _HELD_AGAINST.search(paragraph.text, max(0, change.start - 18), change.start)
    if found is None:
        return _only_budget(change, paragraph)
    budget = found["what"] in ("预算", "批复")
    told = [
        each
        for each in paragraph.statements
        if each.end <= change.start
        and change.sentence - each.sentence <= 1
        and each.role is Role.AMOUNT
        and each.exact
        and same_things(each.quantity, change.quantity)
        and (each.concept in BUDGETS if budget else found["what"] in each.label)
    ]
    named = [each for each in told if found["what"] in each.label]  # 合同金额1,208.90万元，比预算节约: no budget itself
    told = named or [each for each in told if not paragraph.lexicon.any_of("标价").search(each.label)]
    first = [each for each in told if each.concept == "年初预算"] if found["first"] else []
    return next(reversed(first if found["first"] else told), None)


_LESS_SPENT = re.compile(r"(?:^|[，、；])(?:多|少|超|节)(?:支出?|用|花|付|使用|列支)[^，。；\d]{0,3}$")


def _only_budget(change: Statement, paragraph: Paragraph) -> Statement | None:
    """预算1,500.00万元，决算1,480.10万元，少支19.90万元: the one budget of the sentence."""
    begin = paragraph.span(change.sentence)[0]
    if not _LESS_SPENT.search(paragraph.text, begin, change.start):
        return None
    told = [
        each
        for each in paragraph.statements
        if begin <= each.start < change.start and each.role is Role.AMOUNT and each.exact and each.quantity.kind != "%"
    ]
    budgets = [each for each in told if each.concept in BUDGETS and same_things(each.quantity, change.quantity)]
    return budgets[0] if len(budgets) == 1 and len(told) == _PAIR else None


def _in_bracket_behind(change: Statement, paragraph: Paragraph) -> Statement | None:
    """较上年少286人次（上年15,106人次）: what it was stands behind the change."""
    following = next((each for each in paragraph.statements if each.start >= change.end), None)
    if following is None or following.period is not Period.BEFORE or not _may_change(following, change):
        return None
    return following if re.fullmatch(r"[（(][^，。；\d]{0,8}", paragraph.text[change.end : following.start]) else None
