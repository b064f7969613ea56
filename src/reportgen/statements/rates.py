"""Named rates and the two figures they are made of: 发放问卷500份，收回486份，回收率97.20%.

Which figure is the part is told by the name (佩戴率 is of those who 佩戴), or by the words right before the rate
(占到位资金的, 为全年目标12个的). A rate that fits any two figures near by is tied; one that fits none is wrong only
where the words leave no doubt which two are meant.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.labels import has_a_pair_of
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf
from reportgen.statements.lexicon import Rate
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.rate_neighbours import adjacent, is_of_both, is_of_several, name_of, named_alike, two_before
from reportgen.statements.rate_ways import RestOf, has_another_way, is_denied, is_listed, is_required, is_told_before
from reportgen.statements.rate_wholes import alike, among, by_the_words, named_behind, of_whole, place_of
from reportgen.statements.rates_of_counts import of_a_count, of_people_asked
from reportgen.statements.rates_told_first import told_first
from reportgen.statements.rates_told_plainly import told_plainly
from reportgen.statements.ratio_claims import wrong_ratio
from reportgen.statements.slips import is_exchange
from reportgen.statements.statement import Role, Statement

_GENERAL_NAME = re.compile(
    r"进度$|项目|资金|全年|年度|本年|总体|综合|整体|实际|经费|目标|任务|工作|平均|一次性?|按期|按时|及时|总|率"
)
_OTHER_TIME = re.compile(r"\d年|\d月|[上本当去]年|；[^；]*；|率")
_OF_ALL = re.compile("总体|整体|综合|合计|总的?|全部")
_REACH, _NEAR, _FAR, _PAIR = 1, 6, 10, 2


def rates(paragraph: Paragraph) -> Iterator[Claim]:
    """Every rate that follows from two figures near by, and those that do not follow from the two that they must."""
    for rate in paragraph.statements:
        if (
            rate.quantity.kind == "%"
            and rate.quantity.unit == "%"
            and rate.exact
            and rate.role in (Role.RATE, Role.SHARE)
        ):
            yield from [*_rate(rate, paragraph)] or told_plainly(rate, paragraph)


def _rate(rate: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    near = _near(rate, paragraph)
    equations = [RatioOf(rate, one, two, place_of(one, two, paragraph)) for one, two in _pairs(near)]
    behind = [RatioOf(rate, one, two, place_of(one, two, paragraph)) for one, two in _of_bracket(rate, near, paragraph)]
    equations = [*(each for each in behind if each.holds), *equations]
    right = [each for each in equations if each.holds and each.part.quantity.value]
    right = _own(rate, right, near, paragraph)
    if right:
        yield Claim("rate", min(right, key=lambda each: rate.start - each.part.end), True)
        return
    if asked := of_people_asked(rate, near, paragraph):
        yield Claim("rate", asked, True)
        return
    meant = by_the_words(rate, near, paragraph) or told_first(rate, paragraph)
    if meant is not None:
        rest = RestOf(rate, meant.part, meant.whole, meant.place)
        if meant.holds or rest.holds:  # 一致率99.4%（呈报653人，4人未获准）
            yield Claim("rate", meant if meant.holds else rest, True)
        else:
            yield wrong_ratio("rate", meant, Proof.CERTAIN)
    elif rate.role is Role.RATE and not _of_one_among(rate, near, paragraph):
        yield from _by_its_name(rate, near, equations, paragraph)


def _by_its_name(
    rate: Statement, near: Sequence[Statement], equations: Sequence[RatioOf], paragraph: Paragraph
) -> Iterator[Claim]:
    """A rate that fits no two figures near by: of those that its name tells, or that stand right before it."""
    if _OF_ALL.match(rate.label) and len([each for each in near if each.sentence == rate.sentence]) > _PAIR:
        return  # 上级补助80万元已全部到位，自筹20万元到位15万元，总体到位率95%
    known = _made_of(rate, near, paragraph) or adjacent(rate, near, paragraph) or named_alike(rate, near, paragraph)
    if known is not None and known.holds:
        yield Claim("rate", known, True)
    elif known is not None and not (has_another_way(rate, paragraph) or is_of_both(rate, known.part, known.whole)):
        sure = _plain(rate, known, near, paragraph) and not is_listed(known, paragraph)
        if sure or (_is_near(known) and not isinstance(known, RestOf)):
            yield wrong_ratio("rate", known, Proof.CERTAIN if sure else Proof.LIKELY)
    elif known is None and not is_required(rate) and not is_of_several(rate):
        before = two_before(rate, near, paragraph) or of_a_count(rate, near, paragraph)
        if before is not None and not has_another_way(rate, paragraph):
            yield wrong_ratio("rate", before, Proof.LIKELY)
            return
        own = [each for each in equations if rate.sentence in (each.part.sentence, each.whole.sentence)]
        yield from _slipped(
            [one for one in own if not (is_told_before(one, paragraph) or _of_two_wholes(one, paragraph))]
        )


def _own(rate: Statement, right: list[RatioOf], near: Sequence[Statement], paragraph: Paragraph) -> list[RatioOf]:
    """Where the sentence states the two figures that its rate is made of, no others do: 100 % is true of many."""
    said = of_whole(rate, near, paragraph) if right and rate.role is Role.SHARE else None
    if said is not None and not any(each.whole is said.whole for each in right):
        return []  # 占净资产2,687万元的94.34%, which is the share of another whole
    known = _made_of(rate, near, paragraph) if right and rate.role is Role.RATE else None
    if known is None or known.holds or not _plain(rate, known, near, paragraph):
        return right
    return [each for each in right if each.part.sentence == each.whole.sentence == rate.sentence]


def _pairs(near: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    for one, two in permutations(near, 2):
        if alike(one, two) and two.quantity.value and not two.bounds:
            yield one, two


def _of_bracket(
    rate: Statement, near: Sequence[Statement], paragraph: Paragraph
) -> Iterator[tuple[Statement, Statement]]:
    """重点人群签约2.21万人，签约率81.4%（重点人群2.715万人）: the whole stands in the bracket behind the rate."""
    if paragraph.text.startswith(("（", "("), rate.end):
        whole = next((each for each in paragraph.statements if each.start > rate.end), None)
        if whole is not None and whole.depth == rate.depth + 1 and whole.exact and whole.quantity.value:
            yield from ((one, whole) for one in near if alike(one, whole))


def _near(rate: Statement, paragraph: Paragraph) -> list[Statement]:
    """The amounts before a rate in its sentence and the one before."""
    before = [
        each
        for each in paragraph.statements
        if each.end <= rate.start
        and rate.sentence - each.sentence <= _REACH
        and each.role is Role.AMOUNT
        and each.quantity.kind not in (("%",) if "分" in rate.label else ("%", "分"))
        and (each.period is rate.period or rate.role is Role.SHARE)
    ]
    near = [each for at, each in enumerate(before) if not at or not _converted(before[at - 1], each)][-_NEAR:]
    return [*_before_a_list(near, rate, paragraph), *near]


def _before_a_list(near: Sequence[Statement], rate: Statement, paragraph: Paragraph) -> list[Statement]:
    """外借33400册次，东街9840册次、……，完成目标32000册次的104.38%: the total before a long list of its parts."""
    listed = len(near) == _NEAR and near[0].sentence == rate.sentence
    first = next((each for each in paragraph.statements if each.sentence == rate.sentence), None)
    told = listed and first is not None and first.end <= near[0].start and first.role is Role.AMOUNT
    return [first] if told and first is not None and first.exact and first.period is rate.period else []


def _converted(first: Statement, second: Statement) -> bool:
    """Whether a figure says the one before it once more in another unit: 4,987,200元，即498.72万元."""
    return first.quantity.value == second.quantity.value and first.quantity.factor != second.quantity.factor


def _made_of(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """The two figures of the same sentence that the lexicon says the rate is made of."""
    found = name_of(rate, paragraph)
    words = paragraph.lexicon.rate(found["name"]) if found else None
    if words is None or is_of_several(rate):
        return None
    own = [each for each in near if each.sentence == rate.sentence and each.exact and each.depth <= rate.depth]
    if not own:  # 发出500份，收回486份。回收率97.20%
        own = [each for each in near if each.exact and each.depth <= rate.depth and rate.sentence - each.sentence == 1]
    if own and words.part.search(own[-1].label) and not any(words.whole.search(each.label) for each in own):
        own = [*_earlier(own[-1], words.whole, paragraph), own[-1]]
    if own and (found_behind := named_behind(own, words, paragraph)):
        return _of_the_two(rate, *found_behind, paragraph)
    graded = [each for each in own if paragraph.lexicon.grade(each.label)]
    if len(graded) > 1 or (own and "；" in paragraph.text[own[-1].end : rate.start]):
        return None  # “满意”的179份、“不满意”的6份，满意度95%: of a list of grades
    if not own or not (words.part.search(own[-1].label) or words.whole.search(own[-1].label)):
        return None  # the figure right before it is of something else
    part = next((each for each in reversed(own) if _is_part(each.label, words)), None)
    wholes = [each for each in reversed(own) if each is not part and words.whole.search(each.label)]
    wholes = wholes or ([each] if part and (each := among(part, own, paragraph)) else [])
    name = found["name"] if found else ""
    if part is None or not wholes or _is_of_another(name, words, part, wholes[0]):
        return None
    rest = is_denied(name, words.part) is not is_denied(part.label, words.part)
    return _of_the_two(rate, part, wholes[0], rest, paragraph)


def _of_the_two(rate: Statement, part: Statement, whole: Statement, rest: bool, paragraph: Paragraph) -> RatioOf | None:
    """The rate of a part, or of what it leaves: 不合格51批次，合格率97.91%."""
    if not same_things(part.quantity, whole.quantity) or not whole.quantity.value:
        return None
    if whole.quantity.value * 3 < part.quantity.value and re.search("[低高多少]于", whole.label):
        return None  # 支出396.30万元，低于预算33.70万元: by how much
    between = paragraph.text[min(part.end, whole.end) : rate.start]
    if part.sentence == whole.sentence and "；" in between and (_OTHER_TIME.search(between) or part.end < whole.start):
        return None
    ratio = RestOf if rest else RatioOf
    return ratio(rate, part, whole, place_of(part, whole, paragraph))


def _is_of_another(name: str, words: Rate, part: Statement, whole: Statement) -> bool:
    """合同支付率: of what is named before the rate, which goes by another name than the figures near by."""
    own = words.whole.sub("", words.part.sub("", _GENERAL_NAME.sub("", name)))
    told = part.label + part.subject + whole.label + whole.subject
    return len(own) > 1 and not has_a_pair_of(own, told)


def _of_two_wholes(equation: RatioOf, paragraph: Paragraph) -> bool:
    """发放问卷200份，有效192份，当事人满意度90.60%: neither counts those who are satisfied."""
    rate = equation.rate
    found = name_of(rate, paragraph)
    words = paragraph.lexicon.rate(found["name"]) if found else None
    two = (equation.part.label, equation.whole.label)
    return words is not None and all(words.whole.search(label) and not _is_part(label, words) for label in two)


def _earlier(part: Statement, whole: re.Pattern[str], paragraph: Paragraph) -> list[Statement]:
    """The one whole of the sentences before: 受理1860件。……已办结1823件，办结率98.01%."""
    found = [
        each
        for each in paragraph.statements
        if each.end <= part.start
        and each.exact
        and each.role is Role.AMOUNT
        and each.period is part.period
        and each.depth <= part.depth
        and same_things(each.quantity, part.quantity)
        and whole.search(each.label)
    ]
    return found if len({each.quantity.value for each in found}) == 1 else []


def _is_part(label: str, words: Rate) -> bool:
    """Whether the last word says so: 满意度调查发放问卷 are not those who are satisfied."""
    ends = [max((each.end() for each in pattern.finditer(label)), default=0) for pattern in (words.part, words.whole)]
    return ends[0] > ends[1]


def _of_one_among(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> bool:
    """支出190万元，其中展品维护支出率92%: the figures before it are not those of the rate."""
    return bool(near) and "其中" in paragraph.text[near[-1].end : rate.start]


def _is_near(known: RatioOf) -> bool:
    """Whether a rate is so near to the quotient of two figures that it can be meant as theirs: 1.87% is not 50.44%."""
    exact, rate = known.exact or Decimal(0), known.rate.quantity.value
    return exact <= rate * _FAR and rate <= exact * _FAR


def _plain(rate: Statement, known: RatioOf, near: Sequence[Statement], paragraph: Paragraph) -> bool:
    """Whether the two are the last two of their kind before the rate, and nothing comes between."""
    alike = [each for each in near if same_things(each.quantity, known.part.quantity)]
    last = max(known.part.end, known.whole.end)
    between = paragraph.text[last : rate.start]
    return {*alike[-2:]} == {known.part, known.whole} and "其中" not in between and not rate.planned


def _slipped(equations: Sequence[RatioOf]) -> Iterator[Claim]:
    """Of the last two figures: what an exchange of two digits would put right."""
    for each in equations[-2:]:
        slip = next((m for m in each.members if (due := each.due(m)) and is_exchange(m.quantity, due)), None)
        if slip is not None and each.exact is not None and each.exact <= 1:
            yield wrong_ratio("rate", each, Proof.LIKELY)
            return
