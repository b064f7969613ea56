"""Items told in sentences without a number, against the total before them: 全年300工日。一季度投入80工日。二季度……。"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.member_slips import is_misscaled
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.siblings import are_siblings
from reportgen.statements.slips import is_other_digit
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.sum_claims import sum_claim
from reportgen.statements.sum_proofs import lacks_a_figure
from reportgen.statements.sum_rows import LITTLE

_ANNOUNCED = re.compile(
    r"来源|去向|流向|用途|构成|组成|结构|包括|包含|如下|以下|下列|明细|具体|分项|[按从就][^，。；]{1,8}[看分]|分为|[：:]$"
)
_SERIES = re.compile(
    r"^[^，。；：\d]{0,2}?(?:第?[一二三四五六七八九十\d]+(?:个?季度|月|批|期|轮|阶段|学期|标段|片区|组|队)|[上下]半年)"
)
_NUMBERED = re.compile(r"[一二三四五六七八九]是|其[一二三四五]|第[一二三四五]|[（(]?[\d一二三四五][）).、．]|[①-⑳]")
_LEADS = re.compile(r"^(?:首先|其次|再次|再者|最后|另有|另外|还有|此外|其余|余下|剩余)")
_AGAIN = re.compile(r"比上年|较上年|同比|上年|去年|人均|平均|每")
_FEW, _TELLING, _MOST = 2, 3, 12


class _Told(Struct, frozen=True):
    """A total, the first such figure of each sentence behind it, and whether the words say that these are its parts."""

    total: Statement
    items: tuple[Statement, ...]
    announced: bool


def listed_in_sentences(paragraphs: Sequence[Paragraph], known: set[Statement]) -> Iterator[Claim]:
    """Every total with the sentences behind it that make it, or nearly do; nothing about figures that are `known`."""
    for paragraph in paragraphs:
        if paragraph.ends and len(paragraph.amounts) > _FEW:
            for told in _told(paragraph):
                if (claim := _judged(told, paragraph)) and not known & {*claim.members}:
                    yield claim
                    break


def _told(paragraph: Paragraph) -> Iterator[_Told]:
    """The totals that may be meant, the last of each sentence first."""
    heads = _heads(paragraph)
    for at, (sentence, own) in enumerate(heads):
        for total in reversed(own[:_FEW]):
            items: list[Statement] = []
            for number, (following, each) in enumerate(heads[at + 1 : at + 1 + _MOST], start=1):
                alike = [one for one in each if same_things(one.quantity, total.quantity)]
                first = alike[0] if len(alike) == 1 else None
                if first is None or following != sentence + number or first.quantity.value >= total.quantity.value:
                    break
                items.append(first)
            if len(items) >= _FEW and not _is_divided(total, own) and not _is_item(total, items, paragraph):
                yield _Told(total, tuple(items), _is_announced(total, items, paragraph))


def _is_divided(total: Statement, own: Sequence[Statement]) -> bool:
    """Whether its own sentence goes on with such figures."""
    return any(each.start > total.start and same_things(each.quantity, total.quantity) for each in own)


def _is_item(total: Statement, items: Sequence[Statement], paragraph: Paragraph) -> bool:
    """一是清淤支出86万元。二是检修支出52万元。三是检测支出41万元: the first is one of them."""
    opened = [paragraph.text[paragraph.span(each.sentence)[0] :][:10].strip() for each in (total, *items)]
    numbered = all(_NUMBERED.match(words) for words in opened[:_FEW])
    return numbered or all(_SERIES.match(words) for words in opened) or total.label == items[0].label


def _heads(paragraph: Paragraph) -> list[tuple[int, list[Statement]]]:
    """The sentences that state amounts, each with those outside brackets, in order."""
    found: dict[int, list[Statement]] = {}
    for each in paragraph.amounts:
        plain = each.exact and not each.depth and not each.planned and each.quantity.value > 0
        if plain and each.role is Role.AMOUNT and each.period is not Period.BEFORE and each.quantity.unit != "分":
            found.setdefault(each.sentence, []).append(each)
    return sorted(found.items())


def _is_announced(total: Statement, items: Sequence[Statement], paragraph: Paragraph) -> bool:
    """Words before the items that lead to them, or sentences that begin alike: 一季度, 二季度; 处理, 处理."""
    _start, end = paragraph.span(total.sentence)
    begin = paragraph.span(items[0].sentence)[0]
    led = paragraph.text[total.end : end] + paragraph.text[begin : items[0].start]
    opened = [paragraph.text[paragraph.span(each.sentence)[0] :][:10].strip() for each in items]
    labels = [each.label for each in items]
    same = len({*labels}) == 1 and len(labels[0]) >= _FEW
    series = all(_SERIES.match(words) for words in opened)
    return bool(_ANNOUNCED.search(led)) or series or same or are_siblings(labels, paragraph.lexicon)


def _judged(told: _Told, paragraph: Paragraph) -> Claim | None:
    """As many of the sentences as make the total; else all of them, where they nearly do."""
    for count in range(len(told.items), 1, -1):
        equation = SumOf(told.total, told.items[:count])
        if equation.holds and (count > _FEW or told.announced) and told.total.quantity.digits >= _FEW:
            return Claim("listed", equation, True)
    if len(told.items) <= _FEW and not (told.announced and are_siblings(_labels(told), paragraph.lexicon)):
        return None
    if any(_AGAIN.search(paragraph.text, *paragraph.span(each.sentence)) for each in told.items):
        return None
    equation = SumOf(told.total, told.items)
    slip = next((each for each in equation.members if is_misscaled(each, equation)), None)
    whole = told.total.quantity
    near = abs(equation.missing) <= whole.value * LITTLE or _is_digit(equation)
    if (slip is None and not (told.announced and near)) or lacks_a_figure(equation, paragraph):
        return None
    return sum_claim("listed", equation, Proof.LIKELY, slip) if told.announced or whole.digits > _TELLING else None


def _labels(told: _Told) -> list[str]:
    return [_LEADS.sub("", each.label) for each in told.items]


def _is_digit(equation: SumOf) -> bool:
    due = [(each, equation.due(each)) for each in equation.members]
    return any(meant.low and meant.low > 0 and is_other_digit(each.quantity, meant, _TELLING) for each, meant in due)


def led_to(items: Sequence[Statement], before: Sequence[Statement], words: str) -> list[Statement]:
    """资金流向如下： and the items behind it, the total a paragraph before: the figure that they come nearest to."""
    if not words.rstrip().endswith(("：", ":")):
        return []
    added = sum((each.quantity.value for each in items), Decimal(0))
    alike = [each for each in before if same_things(each.quantity, items[0].quantity) and not each.planned]
    alike = [each for each in alike if each.quantity.digits >= _TELLING and each.concept not in BUDGETS]
    return sorted(alike, key=lambda each: abs(each.quantity.value - added))[:1]
