"""Growth: what a figure is, what it was, by how much it has changed and at which rate, also over a full stop."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import POINTS, like
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of
from reportgen.numbers.labels import has_a_pair_of
from reportgen.statements.against_the_month import against_the_month
from reportgen.statements.changes import ChangeOf, GrowthOf
from reportgen.statements.changes_added import changes_added
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.growth_compound import compound_growth
from reportgen.statements.growth_figures import base_of, current_figures, is_result, years_over
from reportgen.statements.growth_judged import Change
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.net_changes import net_changes
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.percentage_points import MOVED_TO, of_points
from reportgen.statements.statement import Role, Statement
from reportgen.statements.told_in_order import told_in_order
from reportgen.statements.words_of_change import DURATIONS, PACES, last_word_of_change, words_of_change

_OTHER = re.compile(r"占比|比重|增速|单价|人均|年均|平均|复合|个百分点|标准")
_OF_A_YEAR = re.compile(r"上|去年|往年|20\d\d")
"""上年自评92.6分，财政复核90.1分，本年比上年提高1.4分: the second is of nobody knows when."""
_IN_BRACKETS = re.compile("^（[^（）]*）")
"""增加132.37万元（上年为1,858.40万元），增长7.12%."""
_EARLIER = re.compile("^(?:上半年|前[一二三]季度|[一二三]季度|上[期次轮])")
_FAR = 4
_TIMES = re.compile("[比较与同]上|[比较]去|同比|环比")
_COMPARES = re.compile(  # 同比, 比上年同期, 审减率, 幅度为
    r"同比|环比|[比较与同](?:\d{4}年|上年|去年|上期)?(?:度|同期)?|相比|分别|^[审核]率$|^(?:率|幅度?|比例|比率|额|约|达|为|了|到|是)+$"
)


def growths(paragraph: Paragraph, named: Sequence[Statement] = ()) -> Iterator[Claim]:
    """Every change of a paragraph with the figures that it is one of; `named` are figures of the whole document."""
    moved = [each for each in paragraph.statements if each.role is Role.CHANGE or each.quantity.unit == POINTS]
    changes = [each for each in moved if each.exact]
    taken: set[Statement] = set()
    yield from changes_added(paragraph)
    yield from against_the_month(paragraph)
    yield from compound_growth(changes, paragraph)
    yield from net_changes(paragraph)
    for several in told_in_order(paragraph):
        yield from several.claims()
        taken.update(several.rates)
    for at, change in enumerate(changes):
        if change in taken:
            continue
        following = changes[at + 1] if at + 1 < len(changes) else None
        if change.quantity.unit == POINTS:
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
    behind = paragraph.lexicon.pattern("amount behind a rate", _amount_behind)
    return rate.quantity.unit == "%" and change.quantity.kind != "%" and bool(behind.fullmatch(between))


def _amount_behind(words: Lexicon) -> str:
    changed = alternation((*words.lists["增"], *words.lists["减"]))
    return rf"[，,、（(]?(?:即|合|共)?(?:{changed})(?:支出|收入)?(?:额|数|金额)?(?:为|了|约|达)?"


_HELD = re.compile(r"[比较与同跟](?P<other>(?:20\d\d年)?[^，。；：、（）\d]{2,12})$")
_HELD_ANEW = re.compile(r"[比较与同跟](?P<other>[^，。；：、（）\d]{2,12})")


def _belongs(change: Statement, rate: Statement, paragraph: Paragraph) -> bool:
    """Whether a rate right behind an amount of change is its rate: 增加5万元，增长4.75%."""
    between = _IN_BRACKETS.sub("", paragraph.text[change.end : rate.start])
    alone = not any(
        change.end <= each.start < rate.start and each.depth <= change.depth and not is_result(each, change, paragraph)
        for each in paragraph.statements
    )
    compared = re.search(r"环比|[比较与](?:上年|去年|预算|年初)", between)
    if "同比" in between and not re.search(
        "上年|去年|同期|同比", paragraph.text[max(0, change.start - 30) : change.start]
    ):
        return False
    onward = rate.sentence == change.sentence or re.match(r"。(?:增幅|降幅|增长|下降|升幅|同比)", between)
    own = _has_own_name(rate, change, paragraph)
    return rate.quantity.unit == "%" and bool(onward) and alone and not compared and len(between) <= 12 and not own


def _has_own_name(rate: Statement, change: Statement, paragraph: Paragraph) -> bool:
    """人均公用经费1.80万元，较上年增加0.10万元，公用经费总额增长3.50%: the rate of something else."""
    name = _own_name(rate, paragraph)
    unit = name.removesuffix("数")
    if unit != change.quantity.unit and any(each.quantity.unit == unit for each in paragraph.statements):
        return True  # 27,416人次，期数比上年增加24期，人次增长9.3%
    return len(name) > 1 and name not in paragraph.text[paragraph.span(change.sentence)[0] : change.start]


def _own_name(rate: Statement, paragraph: Paragraph) -> str:
    """What a label says beside the words of change and of what it is held against."""
    return _COMPARES.sub("", words_of_change(paragraph.lexicon).sub("", rate.label))


def _up(change: Statement, paragraph: Paragraph) -> bool | None:
    """Whether the last word of change before a figure says more; None where it says neither."""
    last = last_word_of_change(paragraph.text[max(0, change.start - 14) : change.start], paragraph.lexicon)
    if last is not None and last[0] in PACES and change.quantity.unit in DURATIONS:
        return last[0] == PACES[1]  # 比规定的35分钟快4分钟: less time
    return None if last is None else bool(last["up"])


def _of_amount(
    change: Statement, rate: Statement | None, paragraph: Paragraph, named: Sequence[Statement]
) -> Iterator[Claim]:
    up = _up(change, paragraph)
    if up is None or change.quantity.value < 0:
        return
    before = base_of(change, paragraph)
    nows = [each for each in current_figures(change, paragraph) if each is not before]
    if (moved := _moved(change, paragraph)) and same_things(moved[0].quantity, change.quantity):
        before, nows = moved[0], [moved[1]]
    if over := years_over(change, paragraph):
        before, nows = over
    before = _fitting(change, before, up, nows, paragraph)
    if rate is not None and rate.quantity.number < 0 and not up and _up(rate, paragraph):
        rate = None  # 减少22.15万元，增长-6.10%: the sign says what the word does not
    if rate is not None and _up(rate, paragraph) not in (up, None):
        opposed = GrowthOf(rate, nows[0] if nows else change, change, before, up, Decimal(0))
        yield Claim("direction", opposed, False, Proof.CERTAIN, rate, _("增减的方向前后相反"))
        return
    found = list(Change(change, rate, before, up, nows, named).claims())
    yield from found or _of_the_score(change, before or _score_before(change, paragraph), up, nows, named)


def _fitting(
    change: Statement, before: Statement | None, up: bool, nows: Sequence[Statement], paragraph: Paragraph
) -> Statement | None:
    """上年预算940万元、执行915万元，本年预算比上年增加40万元: of two figures of the year before the one that fits."""
    if before is None or any(ChangeOf(change, now, before, up).holds for now in nows):
        return before
    others = [
        each
        for each in paragraph.statements
        if each.period is before.period
        and each.sentence == before.sentence
        and each.end <= change.start
        and each.exact
        and each.role is Role.AMOUNT
        and same_things(each.quantity, before.quantity)
    ]
    return next((each for each in others for now in nows if ChangeOf(change, now, each, up).holds), before)


def _of_the_score(
    change: Statement, before: Statement | None, up: bool, nows: Sequence[Statement], named: Sequence[Statement]
) -> Iterator[Claim]:
    """上年88.60分，本年高2.15分: against the one total score of the document, which stands elsewhere."""
    scores = [each for each in named if each.quantity.unit == "分"]
    values = {each.quantity.value for each in scores}
    if before is None or len(values) != 1 or any(each.quantity.value not in values for each in nows):
        return
    text, now = before.passage.text, scores[0]
    moved = now.quantity.value - before.quantity.value
    told = _OF_A_YEAR.search(text, begin_of(text, before.start, "，。；"), before.start)
    near = moved and moved * moved * _FAR >= change.quantity.value**2 >= moved * moved / _FAR
    if told and near and (moved > 0) is up and same_things(now.quantity, before.quantity):
        due = like(abs(moved), change.quantity)
        note = _("{now} 与 {base} 相差 {change}", now=now, base=before, change=due)
        way = ChangeOf(change, now, before, up)
        yield Claim("change", way, False, Proof.LIKELY, change, _("应为 {shown}", shown=due), (note,))


def _score_before(change: Statement, paragraph: Paragraph) -> Statement | None:
    """上半年监控得分82.15分，本期提高3.25分: the score right before, of an earlier part of the year."""
    before = paragraph.before(change)
    told = before is not None and before.sentence == change.sentence and before.quantity.unit == "分" and before.exact
    return before if told and before is not None and _EARLIER.search(before.label) else None


def _of_rate(rate: Statement, paragraph: Paragraph, named: Sequence[Statement]) -> Iterator[Claim]:
    """比上年的120万元增长8.33%, 由120万元增至130万元，增长8.33%: without an amount the base must be stated."""
    up = _up(rate, paragraph)
    if up is None or rate.quantity.unit != "%" or _OTHER.search(paragraph.text, max(0, rate.start - 12), rate.start):
        return
    if _of_another(rate, paragraph):
        return
    before = base_of(rate, paragraph)
    nows = current_figures(rate, paragraph)
    if not _TIMES.search(rate.label) and (moved := _moved(rate, paragraph)):
        before, nows = moved[0], [moved[1]]
    if over := years_over(rate, paragraph):
        before, nows = over
    if before is not None and not _is_base_of_another(before, rate):
        nows = [each for each in nows if same_things(each.quantity, before.quantity)]
        yield from Change(None, rate, before, up, nows, named).claims()


def _is_base_of_another(base: Statement, rate: Statement) -> bool:
    """较常年同期（1,142毫米）偏多12.6%，较上年偏少4.1%: what the second is held against is not told."""
    bracket = base.passage.text.rfind("（", 0, base.start)
    held = base.depth > rate.depth and _HELD.search(base.passage.text, 0, bracket)
    anew = _HELD_ANEW.match(rate.label)
    return bool(held and anew and held["other"] not in anew["other"])


def _of_another(rate: Statement, paragraph: Paragraph) -> bool:
    """办理时间由10天减少到5天，效率提高50%: the rate has a name of its own, of which nothing stands before it."""
    name = _own_name(rate, paragraph)
    before = paragraph.text[paragraph.span(rate.sentence)[0] : rate.start - len(rate.label)]
    return len(name) > 1 and not has_a_pair_of(name, before)


def _moved(rate: Statement, paragraph: Paragraph) -> tuple[Statement, Statement] | None:
    """由408.00万元减至340.00万元: the last two amounts before the rate."""
    near = [each for each in paragraph.statements if each.end <= rate.start and each.sentence == rate.sentence]
    pair = [each for each in near if each.role in (Role.AMOUNT, Role.EACH)][-2:]
    if len(pair) < 2 or not same_things(pair[0].quantity, pair[1].quantity):
        return None
    between = paragraph.text[pair[0].end : pair[1].start]
    return (pair[0], pair[1]) if MOVED_TO.fullmatch(between) else None
