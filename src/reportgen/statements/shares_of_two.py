"""Shares beside two amounts of a kind and no third: of one in the other, in whatever order the three are told.

工资福利占基本支出的72%。基本支出1,500万元，工资福利1,080万元. Where no words join them, only a slip makes them wrong.
"""

from collections.abc import Iterator, Sequence, Set

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.labels import shared
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.share_parts import MEASURE, Share
from reportgen.statements.shares import equation_of, wrong_share
from reportgen.statements.shares_elsewhere import shares_elsewhere
from reportgen.statements.slips import is_about, is_slip_away
from reportgen.statements.statement import Period, Role, Statement

_NEAR, _TELLING, _PAIR, _NAMED = 1, 2, 2, 6
_OF = re.compile(r"占(?P<whole>[^，。；：、]{2,12}?)的?(?:比[例重])?(?:为|约|达到?)*$")
_ALL = re.compile("[全总共]|合计|累计")
_PART_BEHIND = re.compile("，?[为即计有共]")
_JUDGED = ("share", "shares", "rate", "completion", "growth", "listed")


def shares_left(paragraphs: Sequence[Paragraph], found: Sequence[Claim], tied: Set[Statement]) -> Iterator[Claim]:
    """Every share that is not `tied`: of a whole that is told elsewhere, else of the only other amount beside it."""
    own = list(shares_elsewhere(paragraphs, found, tied))
    yield from own
    yield from _of_two(paragraphs, [*found, *own])


def _of_two(paragraphs: Sequence[Paragraph], found: Sequence[Claim]) -> Iterator[Claim]:
    known = {one for claim in found if claim.relation in _JUDGED for one in claim.members}
    for paragraph in paragraphs:
        shares = [each for each in paragraph.statements if each.role is Role.SHARE and each.quantity.unit == "%"]
        for share in shares:
            pair = (
                _pair(share, paragraph)
                if share.exact and share.period is not Period.BEFORE and share not in known and _is_alone(share, shares)
                else ()
            )
            if pair:
                yield from _judged(equation_of(Share(share, pair[0], ""), pair[1]))


def _is_alone(share: Statement, shares: Sequence[Statement]) -> bool:
    return not any(each is not share and abs(each.sentence - share.sentence) <= _NEAR for each in shares)


def _pair(share: Statement, paragraph: Paragraph) -> tuple[Statement, ...]:
    """The smaller and the larger of the only two amounts of a kind in the sentence, else in those beside it."""
    for reach in range(_NEAR + 1):
        near = [
            each
            for each in paragraph.amounts
            if abs(each.sentence - share.sentence) <= reach and each.quantity.kind != "%" and each.quantity.value > 0
        ]
        kinds = [[other for other in near if same_things(each.quantity, other.quantity)] for each in near]
        pairs = [kind for kind in kinds if len(kind) > 1]
        before = [each for each in near if each.end <= share.start and each.sentence == share.sentence]
        if before and pairs and before[-1] not in pairs[0]:
            return ()  # 164笔，其中11笔缺单，金额3.26万元，占抽查金额的0.67%
        if pairs:
            plain = all(one.exact and not one.planned and one.period is not Period.BEFORE for one in pairs[0])
            only = all(kind == pairs[0] for kind in pairs) and len(pairs[0]) == _PAIR and plain
            return tuple(sorted(pairs[0], key=lambda one: one.quantity.value)) if only else ()
    return ()


def _is_of_it(made: RatioOf) -> bool:
    """Whether words tell that the larger is the whole: 占总投资的, where it is called 总投资; 全所共75人; or that the
    smaller is the part: 占42%，为399人次."""
    text = made.rate.passage.text
    if _PART_BEHIND.fullmatch(text, made.rate.end, made.part.start):
        return True
    name = _OF.search(made.rate.label)
    behind = text[made.whole.end : made.whole.end + _NAMED]
    called = name is not None and len(shared(name["whole"], f"{made.whole.label} {behind}")) >= _TELLING
    return called or (bool(_ALL.match(made.whole.label)) and made.whole.start > made.rate.end)


def _judged(made: RatioOf) -> Iterator[Claim]:
    if made.part.quantity.value == made.whole.quantity.value:
        return
    if made.holds:
        yield Claim("share", made, True)
        return
    dues = [(one.quantity, due) for one in made.members if (due := made.due(one)) and one.quantity.digits >= _TELLING]
    slipped = any(is_slip_away(*each) for each in dues) or is_about(made.rate.quantity, made.due(made.rate))
    if slipped and not MEASURE.search(made.rate.label) and _is_of_it(made):
        yield wrong_share(made, Proof.LIKELY)
