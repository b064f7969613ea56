"""Growth: what a figure is, what it was, by how much it has changed and at which rate, also over a full stop."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.changes import GrowthOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.growth_judged import Change
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.percentage_points import MOVED_TO, of_points
from reportgen.statements.statement import Period, Role, Statement

_OTHER = re.compile(r"占比|比重|增速|单价|人均|年均|平均|复合|个百分点|标准")
_REACH = 2
_AMOUNT_BEHIND = re.compile(
    r"[，,、（(]?(?:即|合)?(?:净?增加|净?减少|增长|下降|多|少|增|减|节约)(?:支出|收入)?(?:额|数|金额)?(?:为|了|约|达)?"
)
_RESULT_BEHIND = re.compile(r"[，,]?(?:为|达到?|至|到|共)")
"""较上年的55件减少7件，为48件."""
_TIMES = re.compile("[比较与同]上|[比较]去|同比|环比")
_COMPARES = re.compile(
    r"同比|环比|[比较与同](?:\d{4}年|上年|去年|上期)?(?:度|同期)?|相比|分别|^(?:率|幅度?|额|约|达|为|了|到|是)+$"
)


def growths(paragraph: Paragraph, named: Sequence[Statement] = ()) -> Iterator[Claim]:
    """Every change of a paragraph with the figures that it is one of; `named` are figures of the whole document."""
    changes = [each for each in paragraph.statements if each.role is Role.CHANGE and each.exact]
    taken: set[Statement] = set()
    for at, change in enumerate(changes):
        if change in taken:
            continue
        following = changes[at + 1] if at + 1 < len(changes) else None
        if change.quantity.unit == "个百分点":
            yield from of_points(change, paragraph, named)
        elif following and _said_first(change, following, paragraph):
            taken.add(following)
            yield from _of_amount(following, change, paragraph, named)
        elif change.quantity.kind == "%":
            yield from _of_rate(change, paragraph, named)
        else:
            rate = following if following and _belongs(change, following, paragraph) else None
            if rate is not None:
                taken.add(rate)
            yield from _of_amount(change, rate, paragraph, named)


def _said_first(rate: Statement, change: Statement, paragraph: Paragraph) -> bool:
    """增长14.25%，增加额为62.22万元: the rate of an amount of change right behind it."""
    between = paragraph.text[rate.end : change.start]
    worded = change.quantity.kind != "%" and bool(up_words(paragraph.lexicon).search(between))
    return rate.quantity.unit == "%" and worded and bool(_AMOUNT_BEHIND.fullmatch(between))


def _belongs(change: Statement, rate: Statement, paragraph: Paragraph) -> bool:
    """Whether a rate right behind an amount of change is its rate: 增加5万元，增长4.75%."""
    between = paragraph.text[change.end : rate.start]
    alone = not any(
        change.end <= each.start < rate.start and each.depth <= change.depth and not _is_result(each, change, paragraph)
        for each in paragraph.statements
    )
    compared = re.search(r"环比|[比较与](?:上年|去年|预算|年初)", between)
    if "同比" in between and not re.search(
        "上年|去年|同期|同比", paragraph.text[max(0, change.start - 30) : change.start]
    ):
        return False
    onward = rate.sentence == change.sentence or re.match(r"。(?:增幅|降幅|增长|下降|升幅|同比)", between)
    return rate.quantity.unit == "%" and bool(onward) and alone and not compared and len(between) <= 12


def _up(change: Statement, paragraph: Paragraph) -> bool | None:
    """Whether the last word of change before a figure says more; None where it says neither."""
    words = _words(paragraph.lexicon.lists["增"], paragraph.lexicon.lists["减"])
    begin = max(0, change.start - 14)
    last = next(reversed(list(words.finditer(paragraph.text, begin, change.start))), None)
    return None if last is None else bool(last["up"])


@cache
def _words(up: tuple[str, ...], down: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<up>{alternation(up)})|(?P<down>{alternation(down)})")


def _of_amount(
    change: Statement, rate: Statement | None, paragraph: Paragraph, named: Sequence[Statement]
) -> Iterator[Claim]:
    up = _up(change, paragraph)
    if up is None or change.quantity.value < 0:
        return
    nows, before = _current(change, paragraph), _base(change, paragraph)
    if moved := _moved(change, paragraph):
        before, nows = moved[0], [moved[1]]
    if rate is not None and _up(rate, paragraph) not in (up, None):
        opposed = GrowthOf(rate, nows[0] if nows else change, change, before, up, Decimal(0))
        yield Claim("direction", opposed, False, Proof.CERTAIN, rate, _("增减的方向前后相反"))
        return
    yield from Change(change, rate, before, up, nows, named).claims()


def _of_rate(rate: Statement, paragraph: Paragraph, named: Sequence[Statement]) -> Iterator[Claim]:
    """比上年的120万元增长8.33%, 由120万元增至130万元，增长8.33%: without an amount the base must be stated."""
    up = _up(rate, paragraph)
    if up is None or rate.quantity.unit != "%" or _OTHER.search(paragraph.text, max(0, rate.start - 12), rate.start):
        return
    if _of_another(rate, paragraph):
        return
    before = _base(rate, paragraph)
    nows = _current(rate, paragraph)
    if not _TIMES.search(rate.label) and (moved := _moved(rate, paragraph)):
        before, nows = moved[0], [moved[1]]
    if before is not None:
        nows = [each for each in nows if same_things(each.quantity, before.quantity)]
        yield from Change(None, rate, before, up, nows, named).claims()


def _of_another(rate: Statement, paragraph: Paragraph) -> bool:
    """办理时间由10天减少到5天，效率提高50%: the rate has a name of its own, of which nothing stands before it."""
    name = _COMPARES.sub("", up_words(paragraph.lexicon).sub("", rate.label))
    before = paragraph.text[paragraph.span(rate.sentence)[0] : rate.start - len(rate.label)]
    return len(name) > 1 and not any(name[at : at + 2] in before for at in range(len(name) - 1))


def _moved(rate: Statement, paragraph: Paragraph) -> tuple[Statement, Statement] | None:
    """由408.00万元减至340.00万元: the last two amounts before the rate."""
    near = [each for each in paragraph.statements if each.end <= rate.start and each.sentence == rate.sentence]
    pair = [each for each in near if each.role in (Role.AMOUNT, Role.EACH)][-2:]
    if len(pair) < 2 or not same_things(pair[0].quantity, pair[1].quantity):
        return None
    between = paragraph.text[pair[0].end : pair[1].start]
    return (pair[0], pair[1]) if MOVED_TO.fullmatch(between) else None


def _current(change: Statement, paragraph: Paragraph) -> list[Statement]:
    """The figures that may have changed: of this year, before the change, the nearest first."""
    kind = change.quantity
    near = [
        each
        for each in paragraph.statements
        if each.end <= change.start
        and change.sentence - each.sentence <= _REACH
        and each.role in (Role.AMOUNT, Role.EACH)
        and each.exact
        and (each.period is Period.NOW or (each.period is Period.OTHER and each.sentence == change.sentence))
        and each.depth <= change.depth
        and (same_things(each.quantity, kind) or kind.kind == "%")
        and not _is_base(each, paragraph)
    ]
    behind = next((each for each in paragraph.statements if each.start >= change.end), None)
    if behind and _is_result(behind, change, paragraph):
        near.append(behind)
    return list(reversed(near))


def _is_result(behind: Statement, change: Statement, paragraph: Paragraph) -> bool:
    alike = same_things(behind.quantity, change.quantity) and behind.role is Role.AMOUNT
    return alike and bool(_RESULT_BEHIND.fullmatch(paragraph.text[change.end : behind.start]))


_COMPARED = re.compile(
    r"[比较与同和超](?:年初|全年|调整|项目)?[^，。；\d]{0,4}?"
    r"(?:预算|计划|目标|上年|去年|上期|实施前|改革前|任务|\d{1,2}月份?|上月|上季度|[一二三]季度|上半年)"
    r"[^，。；\d]{0,8}$"  # 比预算数45万元
)


def _is_base(each: Statement, paragraph: Paragraph) -> bool:
    """Whether it is what something is compared with."""
    return bool(_COMPARED.search(paragraph.text[max(0, each.start - 20) : each.start]))


def _base(change: Statement, paragraph: Paragraph) -> Statement | None:
    """What it was: the last figure of another year, or of the budget, before the change in its sentence."""
    near = [
        each
        for each in paragraph.statements
        if each.end <= change.start
        and each.sentence == change.sentence
        and each.role in (Role.AMOUNT, Role.EACH)
        and each.exact
        and each.quantity.kind != "%"
    ]
    if not near and re.search(
        r"[比较](?:年初|全年)?预算数?[^，。；\d]{0,4}$", paragraph.text[max(0, change.start - 14) : change.start]
    ):
        return next(
            (
                each
                for each in reversed(paragraph.statements)
                if each.end <= change.start
                and change.sentence - each.sentence == 1
                and each.concept in ("年初预算", "全年预算", "预算")
            ),
            None,
        )
    if bracket := _in_bracket_behind(change, paragraph):
        return bracket
    for each in reversed(near):
        if each.period is Period.BEFORE or _is_base(each, paragraph):
            between = [other for other in paragraph.statements if each.end <= other.start < change.start]
            alike = same_things(each.quantity, change.quantity) or change.quantity.kind == "%"
            alone = all(other.role is not Role.CHANGE or other.quantity.kind == "%" for other in between)
            return each if alike and alone else None
    return None


def _in_bracket_behind(change: Statement, paragraph: Paragraph) -> Statement | None:
    """较上年少286人次（上年15,106人次）: what it was stands behind the change."""
    following = next((each for each in paragraph.statements if each.start >= change.end), None)
    if (
        following is None
        or following.period is not Period.BEFORE
        or not same_things(following.quantity, change.quantity)
    ):
        return None
    return following if re.fullmatch(r"[（(][^，。；\d]{0,8}", paragraph.text[change.end : following.start]) else None


def up_words(lexicon: Lexicon) -> re.Pattern[str]:
    """Every word that says more or less."""
    return _words(lexicon.lists["增"], lexicon.lists["减"])
