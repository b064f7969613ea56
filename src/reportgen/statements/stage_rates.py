"""Rates whose budget stands elsewhere: 项目累计支出5237.64万元，占年度预算的89.38%, and the budget far before."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf, finest_place
from reportgen.statements.lexicon import lexicon
from reportgen.statements.names import bare
from reportgen.statements.rates_of_amounts import rates_of_amounts
from reportgen.statements.ratio_claims import wrong_ratio
from reportgen.statements.slips import is_exchange, is_other_digit, is_slip_away
from reportgen.statements.spent_and_left import spent_and_left
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Origin, Period, Role, Statement

_OF = re.compile(
    r"(?:[拿以按用]|对照)(?P<based>[^，。；、\d]{0,8}?(?:预算|到位资金|到位|资金))(?:数|总?额)?"  # 拿到位数比，使用率
    r"(?:[为作做]?(?:基数|分母)|相?比|计算?|口径)[，,]?"
    r"[^，。；、\d]{0,4}(?:执行率|支出率|支付率|使用率|进度)(?:为|是|约)*\s*$"
    r"|(?:占|完成|是|为|达到?|相当于)(?P<whole>[^，。；、\d]{0,10}?(?:预算|到位资金|资金))数?(?:额|总额)?的?(?:比例|进度)?(?:为|达|约)*\s*$"
    r"|(?P<named>[^，。；、\d]{0,6}?)(?:执行率|支出率|支付率|执行进度|支付进度|(?:执行|完成|支出)比例)(?:为|是|达到?|约|[:：])*\s*$"
)
_ALL = re.compile(
    r"(?:截至)?(?:[一二三四五六七八九十\d]+个)?(?:项目|资金|全年|本年|年度|累计|实际|财政|部门|单位|共|总|已|到位)*"
    r"(?:支出|执行|支付|使用|列支|支用|开支|拨付|花|用)(?:了|资金|金额|总额|数|合计|总计|共)*"
)
"""What was spent in all, and on nothing in particular."""
_NAMES_ONE = re.compile("支付|支出|使用|列支|支用|执行")
"""乙县次之，支付671.22万元: of one of several."""
_WHOLE_ROW = re.compile(r"^(?:年度)?资金总额|^年度预算总额")
_NO_ITEM = re.compile(r"^其中|(?:年初|全年|调整)?(?:预算|决算|支出|执行)(?:数|金额|安排|总额)?$")
_NEAR = 16
_ARRIVED, _FIRST, _FULL = "到位", "年初", "全年"
_INITIAL = "年初预算"
_FEW = 2


def stage_rates(prose: Sequence[Statement], cells: Sequence[Statement], tied: Set[Statement]) -> Iterator[Claim]:
    """Every such rate that nothing else ties: against the budget, or what has arrived, of the whole document."""
    yield from spent_and_left(prose, cells)
    yield from rates_of_amounts(prose, cells, tied)
    wholes = [*filter(_is_whole, prose), *filter(_is_whole_cell, cells)]
    items, sentences = _budgets_by_name(prose), defaultdict[tuple[int, int], list[Statement]](list)
    for each in prose:
        sentences[each.block, each.sentence].append(each)
    for rate in prose:
        if rate in tied or rate.quantity.unit != "%" or not rate.exact or rate.planned:
            continue
        if rate.role not in (Role.RATE, Role.SHARE) or rate.period is Period.BEFORE:
            continue
        found = _OF.search(rate.passage.text, max(0, rate.start - 24), rate.start)
        before = [each for each in sentences[rate.block, rate.sentence] if each.end <= rate.start] if found else []
        part = _spent(before)
        if found and found["based"] and not any(each.quantity.unit == "元" for each in before):
            part = _spent(sentences[rate.block, rate.sentence - 1])
        if found and part:
            stage = found["based"] or found["whole"] or found["named"] or ""
            own = [each for each in wholes if _of_stage(each, stage)]
            first = not own and stage.endswith("预算")  # 占预算的92.95%, of which only the first is told
            yield from _judged(rate, part, [each for each in wholes if each.concept == _INITIAL] if first else own)
        elif found:
            yield from _of_an_item_elsewhere(rate, before, items)


def _budgets_by_name(prose: Sequence[Statement]) -> Mapping[str, list[Statement]]:
    """The budgets of single items, by their names: 预算500万元，其中：公务接待费42.00万元."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for each in prose:
        told = each.exact and each.role is Role.AMOUNT and each.quantity.unit == "元" and each.quantity.value > 0
        if told and each.concept in BUDGETS and each.period is not Period.BEFORE:
            found[_item(each)].append(each)
    return found


def _item(each: Statement) -> str:
    """公务接待费 of 公务接待费预算, 其中公务接待费支出."""
    return _NO_ITEM.sub("", bare(each.label))


def _of_an_item_elsewhere(
    rate: Statement, before: Sequence[Statement], items: Mapping[str, Sequence[Statement]]
) -> Iterator[Claim]:
    """公务接待费5.03万元，预算执行比例为11.98%: of the one budget of that name in another sentence."""
    before = [each for each in before if each.exact and not each.depth]
    part = before[-1] if before and before[-1].end < rate.start <= before[-1].end + _NEAR else None
    if part is None or part.role is not Role.AMOUNT or part.quantity.unit != "元" or part.concept in BUDGETS:
        return
    own = [each for each in before if each is not part and each.concept in BUDGETS]
    named = [each for each in items.get(_item(part), ()) if each.block != part.block or each.sentence != part.sentence]
    if len(_item(part)) < _FEW or own or len({each.quantity.value for each in named}) != 1:
        return
    equation = RatioOf(rate, part, named[0], finest_place([part, named[0]]))
    if equation.holds:
        yield Claim("completion", equation, True)
    elif is_slip_away(rate.quantity, equation.due(rate)) or is_slip_away(part.quantity, equation.due(part)):
        yield wrong_ratio("completion", equation, Proof.LIKELY)


def _judged(rate: Statement, part: Statement, wholes: Sequence[Statement]) -> Iterator[Claim]:
    larger = [each for each in wholes if each.quantity.kind == part.quantity.kind and each.quantity.value > 0]
    equations = [RatioOf(rate, part, each, finest_place([part, each])) for each in larger]
    if right := next((each for each in equations if each.holds), None):
        yield Claim("completion", right, True)
        return
    counted = Counter(each.whole.quantity.value for each in equations)
    often = counted.most_common(2)
    only = len(counted) == 1 or (len(often) == _FEW and often[0][1] > often[1][1] and often[0][1] >= _FEW)
    slipped = next((each for each in equations if _slipped(each)), None)
    chosen = slipped or (next(e for e in equations if e.whole.quantity.value == often[0][0]) if only else None)
    if chosen is not None:
        yield wrong_ratio("completion", chosen, Proof.LIKELY)


def _slipped(equation: RatioOf) -> bool:
    due = equation.due(equation.rate)
    return due is not None and (is_exchange(equation.rate.quantity, due) or is_other_digit(equation.rate.quantity, due))


def _spent(before: Sequence[Statement]) -> Statement | None:
    """What was spent in all: the one such figure before the rate in its sentence, if no other spending follows it."""
    near = [each for each in before if each.role is Role.AMOUNT and each.quantity.unit == "元"]
    spent = [each for each in near if each.concept == "决算"]
    last = spent[0] if len(spent) == 1 and not _NAMES_ONE.fullmatch(spent[0].label) else None
    budgets = [each for each in near if each.concept in BUDGETS]
    if last is None and len(spent) == 1 and budgets and budgets[-1].end <= spent[0].start:
        last = spent[0]  # 到位596.00万元，到位率67.04%；支出504.38万元
    if last is not None and any(each.start > last.end and "预算" in each.label for each in near):
        return None  # 实际支出473.57万元，追加后预算473.57万元，执行率100%: of the budget right before it
    said = last is not None and last.exact and last.period is not Period.BEFORE and _ALL.fullmatch(bare(last.label))
    return last if said else None


def _is_whole(each: Statement) -> bool:
    """A budget, or what has arrived, of the whole document: no item's, and not last year's."""
    if each.quantity.unit != "元" or not each.exact or each.role is not Role.AMOUNT or each.depth:
        return False
    known = each.concept in BUDGETS and each.period is not Period.BEFORE
    return known and each.origin is Origin.PROSE and not _of_an_item(each)


def _of_an_item(each: Statement) -> bool:
    words = re.sub(
        r"20\d{2}年度?|项目|全年|本年|年度|年初|部门|单位|整体|支出|资金|总额|实际|共|调整后?的?|为|下达|批复|安排",
        "",
        bare(each.label),
    )
    return lexicon().concepts.get(words, "") == "" and len(words) > 1


def _is_whole_cell(each: Statement) -> bool:
    named = bool(lexicon().any_of("合计行").fullmatch(each.row)) or bool(_WHOLE_ROW.match(each.row))
    return named and lexicon().concept(each.column) in BUDGETS


def _of_stage(whole: Statement, stage: str) -> bool:
    """Whether a figure is the budget that the words before a rate mean: the first, the last, what arrived."""
    words = f"{whole.label} {whole.column}"
    if _ARRIVED in stage:
        return _ARRIVED in words
    if _FIRST in stage:
        return whole.concept == _INITIAL
    if _FULL in stage or "调整" in stage:
        return whole.concept == "全年预算"
    return _ARRIVED not in words and whole.concept in ("全年预算", "预算")
