"""Lists whose total stands in another sentence or paragraph, under the name that heads them, or told apart before.

基本支出中，人员经费742.18万元，公用经费84.22万元: 基本支出 is told a paragraph before. 校区上，总校2,916人，
分校1,620人: the pupils were told by sex before.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.siblings import are_named_alike, leaves_none
from reportgen.statements.slips import is_other_digit
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.sum_claims import sum_claim
from reportgen.statements.sum_proofs import mended
from reportgen.statements.sum_rows import LITTLE

_WAY = re.compile(
    r"(?P<name>[^，。；：、（）\d]{0,12}?)(?:(?:按|从|分|就|依|以)[^，。；：、\d]{1,10}?(?:分|看|来看|划分|说|来说|统计|区分)"
    r"|(?<=[^以])上|方面|的(?:品类|类别|类型|分布|构成|结构|去向|区域|来源|种类))[，：:,]$"
    r"|(?:^|[，；])分[^，。；：、\d]{1,4}[，：:]$|(?:^|[，；])[按从分][^，。；：、\d]{1,6}[：:]$"
)
"""按去向分，, 校区上，: once more, in another way."""
_HEADED = re.compile(r"(?P<name>[^，。；：、（）\d]{2,14}?)(?:(?:当|之)?[中里内][，：:]?|[：:])$")
_BEFORE_BRACKET = re.compile(r"(?P<name>[^，。；：、（）\d]{2,14})[（(]$")
_CONTAINS = re.compile(
    r"(?P<name>[^，。；：、（）\d]{2,12}?)(?:包含|包括|含有|的?分布[为是在于]|的?构成[为是])(?=[^，。；：、\d]{2,}$)"
)
"""基本支出包含人员经费431.56万元、公用经费55.36万元."""
_YEAR = re.compile(r"20\d{2}年")
_ASIDE = re.compile("^[各分逐每](?:月|季度|年|旬)|(?:主要|具体|大体)?[是为有]$")
"""各月减免人数：1月168人，…; 公用主要是：办公费4.86万元，…，其他14.77万元."""
_AGED = re.compile("\\d{1,2}[^，]*岁")
_OPEN = re.compile(r"等|……|主要|其中")
_FEW, _REACH, _TELLING, _NAME = 2, 2, 3, 8


class _List(Struct, frozen=True):
    """Figures of one kind in a row, the name that heads them, and whether that says that told once more."""

    parts: tuple[Statement, ...]
    name: str
    again: bool


def sums_elsewhere(paragraphs: Sequence[Paragraph], sums: Sequence[Sequence[Claim]]) -> Iterator[Claim]:
    """Every list without a total of its own, right and wrong; `sums` are those that each paragraph makes by itself."""
    for at, paragraph in enumerate(paragraphs):
        known = {member for claim in sums[at] for member in claim.members[1:]}
        for listed in _lists(paragraph, known):
            told = [
                claim.members[0] for claims in sums[max(0, at - _REACH) : at + 1] for claim in claims if claim.holds
            ]
            told = [each for each in told if (each.block, each.end) <= (listed.parts[0].block, listed.parts[0].start)]
            named = _named(listed, paragraphs)
            near = _before(listed, paragraphs[max(0, at - 1) : at + 1])
            if claim := _judged(listed, told, named, near, paragraph):
                yield claim


def _lists(paragraph: Paragraph, known: set[Statement]) -> Iterator[_List]:
    for run in _runs(paragraph):
        if len(run) < _FEW or any(each in known for each in run):
            continue
        first = run[0]
        begin = paragraph.span(first.sentence)[0]
        head = paragraph.text[begin : first.start - len(first.label)].strip()
        behind = paragraph.text[run[-1].end :][:6]
        if _OPEN.match(behind) or (_OPEN.search(head[-6:]) and not leaves_none([run[-1].label])):
            continue
        way = _WAY.search(head)
        found = way or (_BEFORE_BRACKET if first.depth else _HEADED).search(head) or _CONTAINS.match(first.label)
        name = bare(found["name"] or "") if found else ""
        if not name and _AGED.match(first.label) and len(head) <= _NAME and "，" not in head:
            name = bare(head)  # 在岗人员30岁及以下7人，31至40岁14人
        yield _List(tuple(run), _ASIDE.sub("", name), way is not None)


def _runs(paragraph: Paragraph) -> Iterator[list[Statement]]:
    """Amounts that follow each other, each with a name of its own; only percentages may stand between."""
    run: list[Statement] = []
    for each in paragraph.statements:
        rate = each.quantity.kind == "%" and each.role in (Role.SHARE, Role.RATE)
        if rate or (each.quantity.unit in ("", "岁") and not each.exact):  # 31至40岁14人
            continue
        plain = each.role is Role.AMOUNT and each.exact and each.quantity.unit not in ("", "分") and not each.planned
        plain = plain and (each.period is Period.NOW or bool(_YEAR.search(each.label))) and len(each.label) > 1
        if run and not (plain and _goes_on(run[-1], each)):
            yield run
            run = []
        if plain:
            run.append(each)
    yield run


def _goes_on(last: Statement, each: Statement) -> bool:
    if each.label.startswith("其中") or (each.label.endswith("以上") and not _AGED.match(each.label)):
        return False  # 51岁以上8人，其中持证26人; 讲师11人、助讲4人，副教授以上8人: some of those that were listed
    between = each.passage.text[last.end : each.start - len(each.label)]
    if "；" in between and _WAY.search(between):
        return False  # 应检612艘，实检594艘；实检船舶按用途分，货船402艘
    return last.sentence == each.sentence and last.depth == each.depth and same_things(last.quantity, each.quantity)


def _named(listed: _List, paragraphs: Sequence[Paragraph]) -> list[Statement]:
    """The figures that go by the name that heads a list, the nearest before it first."""
    if len(listed.name) < _FEW:
        return []
    first = listed.parts[0]
    found = [
        each
        for paragraph in paragraphs
        for each in paragraph.statements
        if each.role is Role.AMOUNT
        and each.exact
        and not each.planned
        and each.period is not Period.BEFORE
        and same_things(each.quantity, first.quantity)
        and each not in listed.parts
        and _goes_by(bare(each.label), listed.name)
    ]
    return sorted(found, key=lambda each: (each.block > first.block, abs(each.block - first.block)))


def _goes_by(label: str, name: str) -> bool:
    """游客投诉 is 投诉; 实检船舶 is told as 实检594艘."""
    name, label = name.replace("的", ""), label.replace("的", "")
    return label.endswith(name) or (len(label) >= _FEW and name.startswith(label))


def _before(listed: _List, paragraphs: Sequence[Paragraph]) -> list[Statement]:
    """The figures of the same things in the sentences and the paragraph before, the nearest first."""
    first = listed.parts[0]
    amounts = [each for paragraph in paragraphs for each in paragraph.amounts if each.exact]
    amounts = [each for each in amounts if (each.block, each.end) <= (first.block, first.start)]
    return [each for each in reversed(amounts) if same_things(each.quantity, first.quantity)]


def _judged(
    listed: _List,
    told: Sequence[Statement],
    named: Sequence[Statement],
    near: Sequence[Statement],
    paragraph: Paragraph,
) -> Claim | None:
    told = [each for each in told if same_things(each.quantity, listed.parts[0].quantity)]
    for total in (*named, *reversed(told), *(near if listed.again else ())):
        equation = SumOf(total, listed.parts)
        if equation.holds and (total in named or total.quantity.digits >= _TELLING):
            return Claim("sum", equation, True)
    if any(SumOf(each, listed.parts).holds for each in paragraph.statements if _may_be_total(each, listed)):
        return None
    if len({each.quantity.value for each in named}) == 1 and (claim := _wrong(named[0], listed, paragraph)):
        return claim
    if not listed.again:
        return None
    if told:
        return _wrong(told[-1], listed, paragraph)
    return next((claim for each in near if (claim := _slipped(each, listed))), None)


def _may_be_total(each: Statement, listed: _List) -> bool:
    return each not in listed.parts and each.exact and same_things(each.quantity, listed.parts[0].quantity)


def _slipped(total: Statement, listed: _List) -> Claim | None:
    """A figure of the paragraph before that the list nearly makes, and would but for one digit."""
    equation = SumOf(total, listed.parts)
    right_before = total.block == listed.parts[0].block and listed.parts[0].sentence - total.sentence == 1
    if total.quantity.digits <= _TELLING and not right_before:
        return None
    if abs(equation.missing) > abs(total.quantity.value) * LITTLE and not right_before:
        return None
    least = _FEW if right_before else _TELLING
    digit = any(is_other_digit(each.quantity, equation.due(each), least) for each in equation.members)
    odd = mended(equation)
    return sum_claim("sum", equation, Proof.LIKELY, odd) if odd or digit else None


def _wrong(total: Statement, listed: _List, paragraph: Paragraph) -> Claim | None:
    """What nearly makes the total, or would but for a slip; where the labels leave no other, whatever it lacks."""
    equation = SumOf(total, listed.parts)
    odd = mended(equation)
    near = abs(equation.missing) <= abs(total.quantity.value) * LITTLE or abs(equation.missing) == Decimal(1)
    closed = paragraph.lexicon.closed_set(each.label for each in listed.parts)
    many = len(listed.parts) > _FEW or listed.again
    told = odd or closed or (near and many) or (equation.missing < 0 and many and _is_of_all(listed, paragraph))
    return sum_claim("sum", equation, Proof.LIKELY, odd) if told else None


def _is_of_all(listed: _List, paragraph: Paragraph) -> bool:
    """在岗人员30岁及以下17人，31至40岁14人，…: ranges, or names of one kind, which count nobody twice."""
    labels = [each.label for each in listed.parts]
    apart = all(map(_AGED.match, labels)) or are_named_alike(labels, paragraph.lexicon)
    return apart and not any(
        label.endswith("的") or paragraph.lexicon.any_of("重叠").search(label)
        for label in labels
        if not _AGED.match(label)
    )
