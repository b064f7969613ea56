"""Items told one by one, in paragraphs or sentences of their own, against the total that stands elsewhere."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.numerals import read_numeral
from reportgen.numbers.units import counts
from reportgen.record import Struct, replace
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.listed_sentences import led_to, listed_in_sentences
from reportgen.statements.member_slips import is_misscaled
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import other_digit
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.sum_claims import sum_claim
from reportgen.statements.sum_slips import SumSlips

_SUMS_UP = re.compile(r"(?:以上|上述|[一二三四五六七八九十\d]+[项类个]合计|合计|共计)[^，。；]*$")
_JOINED = re.compile("[与和及]")
_MARK = (
    r"(?:[一二三四五六七八九十]+是|其[一二三四五六]|首先|其次|再次|最后"
    r"|第[一二三四五六七八九十]|[（(]?\d{1,2}[）).、．]|[①-⑳])"
)
_PIECE = re.compile(rf"(?<=[。；])|(?<=[：:])(?={_MARK})")
"""原因：一是……；二是……。 the first stands behind the colon."""
ITEM = re.compile(rf"^{_MARK}")
_DASH = re.compile("(?:—|–|-|·|•|●|○|■|◆|▪|★|※)+")  # ——道面养护，342.60万元
_FIRST = re.compile(r"^[（(]?(?:一|其一|首先|第一|1(?!\d)|①)")
"""What begins with 二是 lacks the item before it."""
_FEW, _BACK = 2, 4
_TELLING = 3
_NEAR = 10


_Amounts = Sequence[list[Statement]]
"""The amounts of each paragraph."""
_LOST = re.compile("[扣失丢][除去减]?分?(?:了|为)*$")


class _Series(Struct, frozen=True):
    """The first amount of each item, all of one kind, and the number of the paragraph that they begin in."""

    items: tuple[Statement, ...]
    first: int
    complete: bool = True
    """Whether each item has one such figure and no more: 预算172.00万元；职业年金预算34.00万元 are two in one."""
    before: str = ""
    """The words of the paragraph before them."""


def listed(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """Every series whose sum is stated in the text before it or behind it, and those that miss it by a slip."""
    tied: set[Statement] = set()
    amounts = [_amounts(paragraph) for paragraph in paragraphs]
    every = [*_in_paragraphs(paragraphs, amounts), *_in_sentences(paragraphs, amounts)]
    every = [replace(each, before=paragraphs[each.first - 1].text if each.first else "") for each in every]
    totals = _Totals([each for own in amounts for each in own])
    for series in every:
        if claim := _right(series, totals):
            yield claim
            tied |= set(claim.equation.members)
    for series in every:
        lost = {bool(_LOST.search(each.label)) for each in series.items}  # 得9.59分 and 扣3.00分 are no list
        left = len(lost) == 1 and series.items[0] not in tied
        if left and (claim := _wrong(series, amounts)) and claim.members[0] not in tied:
            yield claim
            tied |= set(claim.equation.members[1:])
    yield from listed_in_sentences(paragraphs, tied)


def _in_paragraphs(paragraphs: Sequence[Paragraph], amounts: _Amounts) -> Iterator[_Series]:
    """Paragraphs that follow each other, each with a number before it."""
    run: list[list[Statement]] = []
    for at, (paragraph, own) in enumerate([*zip(paragraphs, amounts, strict=True), (None, [])]):
        dashed = bool(own and paragraph and own[0].quantity.unit != "分" and _DASH.match(paragraph.text))
        if own and paragraph and (paragraph.passage.number or dashed):
            run.append(own)
            continue
        first = at - len(run)
        yield from _series(run, first, bool(run and _FIRST.match(paragraphs[first].passage.number)))
        run = []


def _in_sentences(paragraphs: Sequence[Paragraph], amounts: _Amounts) -> Iterator[_Series]:
    """一是……。二是……。, also parted by semicolons."""
    for at, (paragraph, own) in enumerate(zip(paragraphs, amounts, strict=True)):
        pieces = _PIECE.split(paragraph.text)
        start, run, marks = 0, [], []
        for piece in pieces:
            if ITEM.match(piece) or (not start and ITEM.match(paragraph.passage.number)):
                marks.append(piece if start else paragraph.passage.number + piece)
                run.append([each for each in own if start <= each.start < start + len(piece)])
            start += len(piece)
        yield from _series([each for each in run if each], at, bool(run and all(run) and _FIRST.match(marks[0])))


def _series(run: Sequence[Sequence[Statement]], first: int, begun: bool) -> Iterator[_Series]:
    """What the items state alike: their first amounts of one kind, by concept where they have several; `begun` where
    the first item is there."""
    if len(run) < _FEW:
        return
    concepts = {each.concept for each in run[0]}
    kinds = {each.quantity.kind for each in run[0]}
    for kind in kinds:
        for concept in [*concepts, None]:
            firsts = [
                next((each for each in item if each.quantity.kind == kind and concept in (None, each.concept)), None)
                for item in run
            ]
            items = tuple(each for each in firsts if each)
            if len(items) >= _FEW and len(items) * 3 >= len(run) * 2:
                yield _Series(items, first, begun and _has_all(items, run, concept))
        for at in (1, 2):  # 安排330.00万元，用去318.20万元: the second figure of each item
            row = [[each for each in item if each.quantity.kind == kind] for item in run]
            if all(len(item) > at for item in row):
                yield _Series(tuple(item[at] for item in row), first, begun)


def _has_all(items: Sequence[Statement], run: Sequence[Sequence[Statement]], concept: str | None) -> bool:
    alike = [each for item in run for each in item if concept and each.concept == concept]
    same = [each for each in alike if same_things(each.quantity, items[0].quantity)]
    one_concept = concept or len({each.concept for each in items} - {""}) < _FEW
    return bool(one_concept) and len(items) == len(run) and (not concept or len(same) == len(items))


def _amounts(paragraph: Paragraph) -> list[Statement]:
    return [
        each
        for each in paragraph.statements
        if each.role is Role.AMOUNT
        and each.exact
        and each.quantity.unit
        and each.period is Period.NOW
        and not each.depth
    ]


class _Totals:
    """The amounts of a document by what they count and by value: each series looks for its sum among them."""

    def __init__(self, amounts: Sequence[Statement]) -> None:
        self._kinds: dict[str, list[Statement]] = defaultdict(list)
        for each in sorted(amounts, key=lambda each: each.quantity.value):
            self._kinds[counts(each.quantity.kind)].append(each)
        self._values = {kind: [each.quantity.value for each in alike] for kind, alike in self._kinds.items()}
        self._coarsest = {kind: max(each.quantity.factor for each in alike) for kind, alike in self._kinds.items()}
        self._order = {each: at for at, each in enumerate(amounts)}

    def near(self, added: Decimal, items: Sequence[Statement], block: int) -> list[Statement]:
        """Those that a sum of items may be, as far as rounding can ever explain; the nearest to a block first."""
        kind = counts(items[0].quantity.kind)
        alike, values = self._kinds.get(kind, []), self._values.get(kind, [])
        coarsest, most = max(each.quantity.factor for each in items), len(items) + 1
        room = max(coarsest, self._coarsest.get(kind, coarsest)) * most
        found = [
            each
            for each in alike[bisect_left(values, added - room) : bisect_right(values, added + room)]
            if abs(each.quantity.value - added) <= max(coarsest, each.quantity.factor) * most
        ]
        return sorted(found, key=lambda each: (abs(each.block - block), self._order[each]))


def _right(series: _Series, totals: _Totals) -> Claim | None:
    """The whole series, or its first items, make a figure of the text."""
    for count in range(len(series.items), _FEW - 1, -1):
        for start in (0, 1) if count < len(series.items) else (0,):
            items = series.items[start : start + count]
            added = sum((each.quantity.value for each in items), Decimal(0))
            for total in totals.near(added, items, series.items[0].block):
                if total in series.items:
                    continue
                equation = SumOf(total, items)
                near = abs(total.block - items[0].block) <= _NEAR
                if equation.holds and (near or len(total.quantity.number.as_tuple().digits) > _TELLING):
                    return Claim("listed", equation, True)
    return None


def _wrong(series: _Series, amounts: _Amounts) -> Claim | None:
    """A total right before the series, or named alike, that one slip would put right."""
    before = [each for own in amounts[max(0, series.first - _BACK) : series.first + 1] for each in own]
    before = [each for each in before if each not in series.items]
    elsewhere = [each for own in amounts for each in own if each not in series.items]
    slips = SumSlips(series.items)
    for total in dict.fromkeys([*reversed(before), *elsewhere]):
        if not _may_total(total, series) or not slips.may_make(total.quantity):
            continue
        equation = SumOf(total, series.items)
        least = _FEW if total.quantity.digits > _TELLING else _TELLING
        if odd := next((each for each in equation.members if is_misscaled(each, equation, least)), None):
            return sum_claim("listed", equation, Proof.CERTAIN if total in before else Proof.LIKELY, odd)
    behind = [each for each in elsewhere if _sums_up(each, series.items[-1], len(series.items))]
    for total in behind:
        if same_things(total.quantity, series.items[0].quantity) and total.quantity.value and series.complete:
            equation = SumOf(total, series.items)
            if abs(equation.missing) * 3 <= total.quantity.value:
                return sum_claim("listed", equation, Proof.CERTAIN)
    introduced = [each for each in before if _announces(each, series.items[0])] or _introduced(series, amounts)
    introduced = introduced or (led_to(series.items, before, series.before) if series.complete else [])
    for total in list(reversed(introduced))[:3]:
        if not _may_total(total, series) or not total.quantity.value:
            continue
        equation = SumOf(total, series.items)
        digit = any(other_digit(each.quantity, equation.due(each).middle) for each in equation.members)
        near = abs(equation.missing) * 10 <= total.quantity.value or (digit and len(series.items) > _FEW)
        if len(series.items) > _FEW and near and series.complete:
            return sum_claim("listed", equation, Proof.LIKELY)
    return None


def _may_total(total: Statement, series: _Series) -> bool:
    """Whether it counts what the items count, and is none of them told before: 学员320名; 教员18名、学员320名."""
    alike = same_things(total.quantity, series.items[0].quantity)
    return alike and all(each.quantity.value != total.quantity.value for each in series.items)


def _introduced(series: _Series, amounts: _Amounts) -> list[Statement]:
    """项目支出安排如下： the figure of that name, where there is one, before the items."""
    text = series.before
    named = [each for own in amounts for each in own if each not in series.items and each.block <= series.first]
    named = [each for each in named if len(bare(each.label)) > _TELLING and bare(each.label) in text]
    return named[-1:] if len({each.quantity.value for each in named}) == 1 and _LEADS.search(text) else []


_LEADS = re.compile(r"如下|以下|下列|用于|明细|[：:]\s*$")
_COUNT = re.compile(r"(?P<n>\d+|[一二两三四五六七八九十])[项类个]")


def _sums_up(total: Statement, last: Statement, length: int) -> bool:
    """以上四项共支出1610.50万元: right behind the items."""
    if not 0 <= total.block - last.block <= 1 or (total.block, total.start) <= (last.block, last.start):
        return False
    text = total.passage.text
    begins = max(text.rfind("。", 0, total.start), text.rfind("；", 0, total.start)) + 1
    said = _SUMS_UP.match(text[begins : total.start])
    counted = _COUNT.search(text, begins, total.start)
    count = int(read_numeral(counted["n"]) or counted["n"]) if counted else 0
    if (count and count != length) or _JOINED.search(text[begins : total.start]):
        return False
    return bool(said)


def _announces(total: Statement, first: Statement) -> bool:
    """Whether the words behind a total lead to the items: 如下, 具体, a colon at the end."""
    behind = total.passage.text[total.end :]
    apart = total.block < first.block or total.sentence < first.sentence
    return (
        apart
        and bool(re.search(r"如下|以下|下列|具体|分别|分项|划分|分为|构成|投向|分述|[：:]\s*$", behind))
        and first.block - total.block < 2
    )
