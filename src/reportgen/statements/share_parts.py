"""Shares of a paragraph with their parts, and those that belong together."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen import patterns as re
from reportgen.model.quantity import Interval
from reportgen.numbers.arithmetic import ratio, same_things
from reportgen.numbers.clauses import begin_of
from reportgen.numbers.labels import has_a_pair_of, pairs_of
from reportgen.record import Struct
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.round_shares import IS_OF, REACH, ROUNDLY
from reportgen.statements.statement import Period, Role, Statement

_OF = re.compile(
    r"(?:占(?:去(?!年)|到(?![位账岗期])|据)?|[用花]去|用掉)了?(?P<whole>[^，。；、：\d]{0,18}?)"
    rf"的?(?:比例|比重|比|份额)?(?:分别|依次)?(?:为|约|达到?)*\s*(?:{ROUNDLY})?$"
)
_WITHIN = re.compile(
    r"在(?P<whole>[^，。；、：\d]{2,16}?)(?:当|之)?[中里内]所?占(?:比|的?比[重例])?(?:为|约|达到?)*\s*$"
)
"""在项目支出中占比40.33%: the whole stands before 占."""
_WHOLE_BEFORE = re.compile(rf"[）)]?的(?:比例)?(?:为|约)?\s*(?:{ROUNDLY})?")
_WITHIN_IT = re.compile(
    r"的?[^，。；：、\d]{0,12}?(?:当|之)?[中里内]，?仅?所?占(?:比|的?比[重例])?(?:了|为|约|到|达到?)*"
)
"""在800万元基本支出里占12%."""
_BEHIND = re.compile(r"[^，。；：、（(\d]{0,12}")
"""24份为公开招标: what a figure counts may stand behind it."""
_LED = re.compile(r"占了?[^，。；、：\d]{0,8}$")
_LINKS = re.compile(
    r"也就是|具体|确切|准确|精确|地说|来说|正好|恰好|刚好|差不多|几乎|大约|接近|将近|仅|只|就|却|又|还|则|已|共|[前后]者|占比?|比例|比重|份额|分别|依次|所占|各|其|约|为|达到?|结构|构成|金额|数量|[:：的是]"
)
MEASURE = re.compile(r"(?<![已实])(?:支付|报销|补偿|赔付|预付|付款|分担|提取|返还|减免|优惠)比例(?:为|是|达到?|约)*$")
"""住院费用支付比例69.4%: so much of each bill."""
_AMONG = re.compile("[，,]?其中")
_OF_WHOM = re.compile(r"(?P<name>[^，。；：、\d]{2,8}?)(?:当|之)?中(?![级等学小央心])")
_COUNTED = re.compile(r"\d[^\W\d_]{0,4}$")
_FEW = 2
_NAME_OF_WHOLE = re.compile(rf"[^，。；、：\d（）]{{0,12}}的(?:比例|比重)?(?:为|约)?\s*(?:{ROUNDLY})?")
_MOST = re.compile(
    r"(?:^|[，。；：、])(?P<name>[^，。；：、\d]{2,12}?)(?:面积|规模|数量|金额)?最[大多高长小少低短]，(?:仅|只)?$"
)
"""专类园区面积最大，占全园61.00%."""
_OF_TWO = re.compile("[前后]者")
"""人员经费668.92万元，公用经费73.26万元，前者占基本支出的90.13%，后者为9.87%."""


class Share(Struct, frozen=True):
    """A share with its part, and what it is said to be a share of."""

    share: Statement
    part: Statement
    whole: str


def shares_told(paragraph: Paragraph) -> Iterator[Share]:
    """Each share with its part: the figure that has the name before 占, else the last one before it."""
    everything = paragraph.statements
    in_row: list[Statement] = []
    former = ""
    wholes: set[Statement] = set()
    for at, share in enumerate(everything):
        if share.role is not Role.SHARE or share.quantity.unit != "%" or not share.exact:
            continue
        onward = in_row and everything[at - 1] is in_row[-1] and joins(in_row[-1], share)
        in_row = [*in_row, share] if onward else [share]
        found = _said_of(paragraph.text, in_row[0].start)
        parts = [
            each for each in everything[: at - len(in_row) + 1] if each not in wholes and _may_be_part(each, share)
        ]
        length = len(in_row) + _row_length(everything, at)
        whole = (found["whole"] if found else "").strip()
        named = (found is None or found[0].startswith("占比")) and _has_own_name(in_row[0], parts)
        if length > 1:
            first = at - len(in_row) + 1
            if row := _row_of(everything[first : first + length], everything[:first], named):
                yield Share(share, row[len(in_row) - 1], whole)
        elif named or (parts and everything[at - 1].bounds):
            pass  # 不少于360个，占15%: it is no figure
        elif parts and _is_whole_before(parts[-1], share):
            wholes.add(parts[-1])  # 占发放问卷600份的68.67%: the figure before it is the whole, and no part of another
        elif length == 1 and (part := _part(parts, found.start() if found else share.start, paragraph)):
            former = whole or _among(part) or (former if share.label.startswith("后者") else "")
            yield from _alone(Share(share, part, former), everything)


def _said_of(text: str, start: int) -> re.Match[str] | None:
    """The words before a share that say of what it is one."""
    begin = max(0, start - REACH)
    return _WITHIN.search(text, begin, start) or _OF.search(text, begin, start) or IS_OF.search(text, begin, start)


def _alone(share: Share, everything: Sequence[Statement]) -> Iterator[Share]:
    """A share that stands by itself; 党员46人，本科52人，后者占75.36%: of no one said."""
    unknown = not share.whole and _OF_TWO.match(share.share.label)
    yield from [] if unknown or _is_part_of_rate(share.part, everything) else [share]


def _row_of(shares: Sequence[Statement], before: Sequence[Statement], named: bool) -> Sequence[Statement]:
    """The parts of shares in a row; of those that have a name of their own only what is in proportion to them."""
    parts = [each for each in before if _may_be_part(each, shares[0])]
    if len(parts) < len(shares):  # 预算（中央923.00万元，省553.80万元，县369.20万元），分担比例50%、30%、20%
        parts = [each for each in before if _may_be_part(each, shares[0], 1)]
    now = [each for each in parts if each.period is not Period.BEFORE]  # 拨款1,486.30万元，比上年1,395.72万元增加
    row = _row_parts(now if len(now) >= len(shares) else parts, len(shares), shares)
    return row if row and (not named or _in_step(row, shares) >= max(_FEW, len(shares) - 1)) else ()


def _among(part: Statement) -> str:
    """专任教师中本科及以上学历42人，占93.33%: of whom they are."""
    found = _OF_WHOM.match(bare(part.label))
    return found["name"] if found else ""


def _has_own_name(share: Statement, parts: Sequence[Statement]) -> bool:
    """参保8.42万人，报销比例为85.2%: a rate with a name of its own, and no share of what stands before it."""
    if MEASURE.search(share.label):
        return True
    name = _LINKS.sub("", share.label)
    said = [each.label + "".join(_BEHIND.findall(each.passage.text, each.end)[:1]) for each in parts]
    return len(name) > 1 and not any(has_a_pair_of(name, words) for words in said)


def _is_whole_before(whole: Statement, share: Statement) -> bool:
    """Whether the figure right before a share is its whole: 占发放问卷600份的, 占50名专业技术人员的."""
    text = share.passage.text
    if text[: whole.start].endswith("在") and _WITHIN_IT.fullmatch(text, whole.end, share.start):
        return True
    led = _LED.search(text, max(0, whole.start - 12), whole.start)
    return bool((_NAME_OF_WHOLE if led else _WHOLE_BEFORE).fullmatch(text, whole.end, share.start))


def _part(parts: Sequence[Statement], at: int, paragraph: Paragraph) -> Statement | None:
    """高级21人、中级46人，高级职称占23.60%: the figure of that name."""
    at = _before_bracket(paragraph.text, at)
    name = paragraph.text[begin_of(paragraph.text, at, "，。；：、（）\n%") : at].strip()
    name = re.sub(r"[\d.,]+[^\W\d_]{0,3}$|^(?:其中|分别)", "", name)
    if _OF_TWO.match(name):
        return parts[-_FEW if name.startswith("前") else -1] if len(parts) >= _FEW else None
    led = _MOST.search(paragraph.text, 0, at) if not _LINKS.sub("", name) else None
    name = led["name"] if led else name
    if len(_LINKS.sub("", name)) < _FEW or not parts or parts[-1].end > at - len(name):
        return parts[-1] if parts else None
    pairs = pairs_of(name)
    found = max(
        parts,
        key=lambda each: (sum(pair in each.label for pair in pairs), name == each.label, -len(each.label), each.start),
    )
    called = any(pair in found.label for pair in pairs)
    return found if called and not _is_of_some(name, found, paragraph) else None


def _before_bracket(text: str, at: int) -> int:
    """税收收入（不含代征的1672万元）占47.6%: what is said of it stands before the bracket."""
    opened = text.rfind("（", 0, at) if text[at - 1 : at] == "）" else -1
    return at if opened <= 0 or text[opened - 1].isdecimal() or _COUNTED.search(text, 0, opened) else opened


def _is_of_some(name: str, part: Statement, paragraph: Paragraph) -> bool:
    """授予中小企业412万元；货物采购授予中小企业占货物支出的86.55%: of some of the part, which are not stated."""
    own, stated = bare(name), bare(part.label)
    narrowed = own.removesuffix(stated) if len(stated) > 1 else own
    return own != narrowed and len(narrowed) > 1 and narrowed not in paragraph.text[: part.start]


def _row_length(everything: Sequence[Statement], at: int) -> int:
    """How many shares follow right behind: 占比分别为60%、40%."""
    count = 0
    for one, each in pairwise(everything[at:]):
        if each.role is not Role.SHARE or not each.exact or not joins(one, each):
            break
        count += 1
    return count


def joins(share: Statement, following: Statement) -> bool:
    """Whether nothing but 、 or 和 stands between two shares."""
    between = share.passage.text[share.end : following.start].strip()
    return between in ("、", "，", "和", "及", "与", "以及")


def _is_part_of_rate(part: Statement, everything: Sequence[Statement]) -> bool:
    """预约诊疗率62.30%，其中网上预约3.10万人次，占80.26%: of what the rate is of, which is not stated."""
    before = next((each for each in reversed(everything) if each.end <= part.start), None)
    return before is not None and before.role is Role.RATE and bool(_AMONG.match(part.passage.text, before.end))


def _row_parts(parts: Sequence[Statement], length: int, row: Sequence[Statement]) -> Sequence[Statement]:
    """The parts that the shares in a row are of: the run of as many figures that is most in proportion to them."""
    runs = [parts[start : start + length] for start in range(max(0, len(parts) - length - 3), len(parts) - length + 1)]
    runs = [run for run in runs if _row_fits(run)]
    return max(reversed(runs), key=lambda run: _in_step(run, row), default=())


def _in_step(run: Sequence[Statement], row: Sequence[Statement]) -> int:
    """How many of the shares agree on one whole."""
    return len(agreeing_shares([Share(share, part, "") for share, part in zip(row, run, strict=True)]))


def _row_fits(parts: Sequence[Statement]) -> bool:
    return len({each.quantity.kind for each in parts}) == 1


def _may_be_part(each: Statement, share: Statement, deeper: int = 0) -> bool:
    return (
        each.role is Role.AMOUNT
        and each.exact
        and each.quantity.kind not in ("%", "")
        and share.sentence - each.sentence <= 1
        and each.depth <= share.depth + deeper
    )


def runs_of(told: Sequence[Share]) -> Iterator[list[Share]]:
    """Shares that follow each other in one paragraph and are of parts of one kind."""
    run: list[Share] = []
    for each in told:
        other = next((before.whole for before in reversed(run) if before.whole), "")
        apart = bool(run) and each.share.sentence - run[-1].share.sentence > 1
        if run and (
            apart
            or (each.whole and other and each.whole != other)
            or (each.whole and not other and "；" in each.part.passage.text[run[-1].share.end : each.part.start])
            or not same_things(run[-1].part.quantity, each.part.quantity)
        ):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def agreeing_shares(run: Sequence[Share]) -> list[Share]:
    """The most shares that can be shares of one and the same whole, stated or not: of any whole nothing is 0 %."""
    wholes = [
        (each, ratio(each.part.quantity.interval, each.share.quantity.interval))
        for each in run
        if each.part.quantity.value
    ]
    best: list[Share] = []
    for _share, found in wholes:
        if found.low is not None:
            at = Interval(found.low, found.low)
            fitting = [each for each, other in wholes if other.meets(at)]
            best = max(best, fitting, key=len)
    return best
