"""Shares of a whole: each against its part and the whole that fits most of them, and all of them against 100 %."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.language import _
from reportgen.model.quantity import Interval, percent, plain
from reportgen.numbers.arithmetic import ratio, same_things
from reportgen.numbers.clauses import begin_of
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation, Proportion, RatioOf, finest_place
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_exchange, is_other_scale
from reportgen.statements.statement import Period, Role, Statement

_OF = re.compile(
    r"占(?:了)?(?P<whole>[^，。；、：\d]{0,18}?)的?(?:比例|比重|比|份额)?(?:分别|依次)?(?:为|约|达到?)*\s*$"
)
_REST = re.compile(r"其他|其余|剩余|不满意|不合格|不及格|未|不了解|较差|差")
_GENERAL = re.compile(r"^(?:本年|全部|全年|其|该|总|当年|资金)*(?:总数|总额|总量|合计|全部|总计|比)?$")
_BACK = 2
_WHOLE_BEFORE = re.compile(r"[）)]?的(?:比例)?(?:为|约)?\s*")


@dataclass(frozen=True, eq=False)
class Whole(Equation):
    """The shares of everything that makes a whole: 100 % together."""

    shares: tuple[Statement, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.shares

    @property
    def total(self) -> Decimal:
        """What they add up to, in percent."""
        return sum((each.quantity.number for each in self.shares), Decimal(0))

    @property
    def _room(self) -> Decimal:
        finest = min(Decimal(1).scaleb(-each.quantity.decimals) for each in self.shares)
        return finest / 2 * len(self.shares)

    @property
    def holds(self) -> bool:
        return abs(self.total - 100) <= self._room

    def due(self, member: Statement) -> Interval:
        value = member.quantity.number + 100 - self.total
        return Interval((value - self._room) / 100, (value + self._room) / 100)


@dataclass(frozen=True, slots=True)
class _Share:
    """A share with its part, and what it is said to be a share of."""

    share: Statement
    part: Statement
    whole: str


def shares(paragraph: Paragraph, totals: Sequence[Statement]) -> Iterator[Claim]:
    """The shares of a paragraph; `totals` are the figures of the whole document that may be a whole elsewhere."""
    told = list(_told(paragraph))
    for run in _runs(told):
        yield from _of_one_whole(run, paragraph, totals)
        yield from _together(run, paragraph)


def _told(paragraph: Paragraph) -> Iterator[_Share]:
    """Each share with its part: the figure that has the name before 占, else the last one before it."""
    everything = paragraph.statements
    in_row: list[Statement] = []
    for at, share in enumerate(everything):
        if share.role is not Role.SHARE or share.quantity.unit != "%" or not share.exact:
            continue
        in_row = [*in_row, share] if in_row and everything[at - 1] is in_row[-1] else [share]
        found = _OF.search(paragraph.text, max(0, in_row[0].start - 28), in_row[0].start)
        parts = [each for each in everything[: at - len(in_row) + 1] if _may_be_part(each, share)]
        length = len(in_row) + _row_length(everything, at)
        whole = (found["whole"] if found else "").strip()
        if length > 1:
            row = _row_parts(parts, length, everything[at - len(in_row) + 1 : at - len(in_row) + 1 + length])
            if row:
                yield _Share(share, row[len(in_row) - 1], whole)
        elif parts and _WHOLE_BEFORE.fullmatch(paragraph.text, parts[-1].end, share.start):
            continue  # 占发放问卷600份的68.67%: the figure before it is the whole
        elif length == 1 and (part := _part(parts, found.start() if found else share.start, paragraph)):
            yield _Share(share, part, whole)


def _part(parts: Sequence[Statement], at: int, paragraph: Paragraph) -> Statement | None:
    """高级21人、中级46人，高级职称占23.60%: the figure of that name."""
    name = paragraph.text[begin_of(paragraph.text, at, "，。；：、（）\n%") : at].strip()
    name = re.sub(r"[\d.,]+[^\W\d_]{0,3}$|^(?:其中|分别)", "", name)
    if len(name) < 2 or not parts or parts[-1].end > at - len(name):
        return parts[-1] if parts else None
    shared = [
        (
            sum(name[k : k + 2] in each.label for k in range(len(name) - 1)),
            name == each.label,
            -len(each.label),
            each.start,
        )
        for each in parts
    ]
    best = max(shared, default=(0, False, 0, 0))
    return next(each for each in parts if each.start == best[3]) if best[0] else None


def _row_length(everything: Sequence[Statement], at: int) -> int:
    """How many shares follow right behind: 占比分别为60%、40%."""
    count = 0
    for each in everything[at + 1 :]:
        if each.role is not Role.SHARE:
            break
        joined = each.passage.text[everything[at + count].end : each.start].strip() in (
            "、",
            "，",
            "和",
            "及",
            "与",
            "以及",
        )
        if not joined or not each.exact:
            break
        count += 1
    return count


def _row_parts(parts: Sequence[Statement], length: int, row: Sequence[Statement]) -> Sequence[Statement]:
    """The parts that the shares in a row are of: the run of as many figures that is most in proportion to them."""
    runs = [parts[start : start + length] for start in range(max(0, len(parts) - length - 3), len(parts) - length + 1)]
    runs = [run for run in runs if _row_fits(run)]
    return max(reversed(runs), key=lambda run: _in_step(run, row), default=())


def _in_step(run: Sequence[Statement], row: Sequence[Statement]) -> int:
    """How many of the shares agree on one whole."""
    return len(_agreeing([_Share(share, part, "") for share, part in zip(row, run, strict=True)]))


def _row_fits(parts: Sequence[Statement]) -> bool:
    return len({each.quantity.kind for each in parts}) == 1


def _may_be_part(each: Statement, share: Statement) -> bool:
    return (
        each.role is Role.AMOUNT
        and each.exact
        and each.quantity.kind != "%"
        and share.sentence - each.sentence <= 1
        and each.depth <= share.depth
    )


def _runs(told: Sequence[_Share]) -> Iterator[list[_Share]]:
    """Shares that follow each other in one paragraph and are of parts of one kind."""
    run: list[_Share] = []
    for each in told:
        other = next((before.whole for before in reversed(run) if before.whole), "")
        apart = bool(run) and each.share.sentence - run[-1].share.sentence > 1
        if run and (
            apart
            or (each.whole and other and each.whole != other)
            or not same_things(run[-1].part.quantity, each.part.quantity)
        ):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _of_one_whole(run: list[_Share], paragraph: Paragraph, totals: Sequence[Statement]) -> Iterator[Claim]:
    waiting = list(run)
    candidates = _candidates(run, paragraph, totals)
    while waiting:
        fitting = [[each for each in waiting if _equation(each, whole).holds] for whole in candidates]
        best = max(
            range(len(candidates)), key=lambda at: (len(fitting[at]), _named(waiting, candidates[at])), default=None
        )
        if best is None or not fitting[best]:
            break
        yield from (Claim("share", _equation(each, candidates[best]), True) for each in fitting[best])
        rest = [each for each in waiting if each not in fitting[best]]
        if len(fitting[best]) > 1:
            wrong = [each for each in rest if each.whole == fitting[best][0].whole or not each.whole]
            for each in wrong:
                if _between(fitting[best], each, run):
                    yield _wrong(_equation(each, candidates[best]), Proof.CERTAIN)
                    rest.remove(each)
        waiting = rest if rest != waiting else []
    agreeing = _agreeing(run) if len(run) > 1 else []
    if len(run) == _BACK and len(agreeing) < _BACK:
        agreeing = []
    if len(agreeing) * 2 > len(run):
        yield from _in_proportion(run, agreeing)
    else:
        parts = {other.part for other in run}
        for each in waiting:
            yield from _alone(
                each, [whole for whole in candidates if whole not in parts or whole is each.part], paragraph
            )


def _agreeing(run: Sequence[_Share]) -> list[_Share]:
    """The most shares that can be shares of one and the same whole, stated or not."""
    wholes = [(each, ratio(each.part.quantity.interval, each.share.quantity.interval)) for each in run]
    best: list[_Share] = []
    for _share, found in wholes:
        if found.low is not None:
            at = Interval(found.low, found.low)
            fitting = [each for each, other in wholes if other.meets(at)]
            best = max(best, fitting, key=len)
    return best


def _in_proportion(run: Sequence[_Share], agreeing: Sequence[_Share]) -> Iterator[Claim]:
    """What most shares agree on settles the others."""
    first = agreeing[0]
    for each in run:
        if each is first:
            continue
        equation = Proportion(each.share, each.part, first.share, first.part)
        if each in agreeing:
            yield Claim("share", equation, True)
        else:
            due = first.share.quantity.value / first.part.quantity.value * each.part.quantity.value
            shown = percent(due, each.share.quantity.decimals)
            note = _("按同一总数，{part} 应占 {due}，写的是 {share}", part=each.part, due=shown, share=each.share)
            yield Claim("share", equation, False, Proof.CERTAIN, each.share, _("应为 {due}", due=shown), (note,))


def _between(fitting: Sequence[_Share], each: _Share, run: Sequence[_Share]) -> bool:
    """Whether its neighbour in the run is a share of that whole."""
    at = run.index(each)
    return any(other in fitting for other in run[max(0, at - 1) : at + 2])


def _candidates(run: list[_Share], paragraph: Paragraph, totals: Sequence[Statement]) -> list[Statement]:
    """The figures that may be the whole: those before in the paragraph, then those of the document."""
    first, last = run[0], run[-1]
    kind = first.part.quantity
    own = [
        each
        for each in paragraph.statements
        if each.role is Role.AMOUNT
        and each.start < last.share.start
        and same_things(each.quantity, kind)
        and each.quantity.value > 0
    ]
    parts = {each.part for each in run}
    before = [each for each in own if each not in parts or each is own[0]] + [
        each for each in own if each in parts and each is not own[0]
    ]
    named = [
        each
        for each in totals
        if same_things(each.quantity, kind)
        and each.quantity.value > 0
        and any(_called(each, share.whole) for share in run)
    ]
    return [*before, *named]


def _called(each: Statement, whole: str) -> bool:
    """Whether a figure goes by the name behind 占: 占支出总额的, 占本年收入的."""
    name = re.sub(r"^(?:本年|全年|年度|当年)|(?:总额|合计|总计|总数|总量|总)", "", whole)
    return len(name) >= 2 and (name in each.label or name in each.row or name in each.column or name in each.name)


def _named(run: Sequence[_Share], whole: Statement) -> bool:
    return any(_called(whole, each.whole) for each in run)


def _equation(each: _Share, whole: Statement) -> RatioOf:
    return RatioOf(each.share, each.part, whole, finest_place([each.part, whole]))


def _alone(each: _Share, candidates: Sequence[Statement], paragraph: Paragraph) -> Iterator[Claim]:
    """A share that fits no whole: wrong where its whole is named in the paragraph, or one slip mends it."""
    own = [
        whole
        for whole in candidates
        if whole.passage is paragraph.passage
        and whole is not each.part
        and whole.start < each.part.start
        and whole.depth <= each.part.depth
    ]
    larger = [whole for whole in own if whole.quantity.value >= each.part.quantity.value]
    if (
        not larger
        and len(own) == 1
        and own[0].sentence == each.part.sentence
        and each.part.quantity.value < own[0].quantity.value * 10
    ):
        larger = own
    for whole in own[-2:] if not larger else ():
        equation = _equation(each, whole)
        if any(
            is_other_scale(member.quantity, due) for member in equation.members[1:] if (due := equation.due(member))
        ):
            yield _wrong(equation, Proof.CERTAIN)
            return
    if not larger:
        yield from _elsewhere(each, candidates, paragraph)
        return
    named = [whole for whole in larger if _called(whole, each.whole)]
    for whole in (named or larger)[-2:]:
        equation = _equation(each, whole)
        if any(is_exchange(member.quantity, due) for member in equation.members if (due := equation.due(member))):
            yield _wrong(equation, Proof.CERTAIN if whole in named else Proof.LIKELY)
            return
    if named and len({whole.quantity.value for whole in named}) == 1:
        yield _wrong(_equation(each, named[-1]), Proof.LIKELY)
    elif not named and any(_called(whole, each.whole) for whole in candidates if whole not in own):
        yield from _elsewhere(each, candidates, paragraph)
    elif (
        len(larger) == 1 and (_GENERAL.match(each.whole) or not each.whole) and each.part.sentence == larger[0].sentence
    ):
        yield _wrong(_equation(each, larger[0]), Proof.LIKELY)


def _elsewhere(each: _Share, candidates: Sequence[Statement], paragraph: Paragraph) -> Iterator[Claim]:
    """A share of a whole that is stated in another paragraph or in a table, under exactly that name, once."""
    name = re.sub(r"^(?:本年|全年|年度|当年|全部)|(?:总额|合计|总计|总数|总量|总|数)$", "", each.whole)
    named = [
        whole
        for whole in candidates
        if whole.passage is not paragraph.passage
        and len(name) >= 2
        and whole.period is Period.NOW
        and not whole.planned
        and name in (_plain(whole.label), _plain(whole.row), _plain(whole.name))
        and whole.quantity.value >= each.part.quantity.value
    ]
    values = {whole.quantity.value for whole in named}
    if len(values) == 1:
        yield _wrong(_equation(each, named[0]), Proof.LIKELY)


def _plain(words: str) -> str:
    return re.sub(
        r"^(?:其中|全年|本年|年度|当年|[一二三四五六七八九十\d]+[、.．])[:：]?|(?:总额|合计|总计|总数|总量|数|为|共|决算)+$",
        "",
        words,
    )


def _wrong(equation: RatioOf, proof: Proof) -> Claim:
    due = percent(equation.exact or Decimal(0), equation.rate.quantity.decimals)
    note = _(
        "{part} ÷ {whole} = {due}，写的是 {rate}", part=equation.part, whole=equation.whole, due=due, rate=equation.rate
    )
    return Claim("share", equation, False, proof, equation.rate, _("应为 {due}", due=due), (note,))


def _together(run: list[_Share], paragraph: Paragraph) -> Iterator[Claim]:
    """All shares of one sentence, where their parts make a total or the last is that of the rest."""
    if len(run) < 2 or len({each.whole for each in run if each.whole}) > 1:
        return
    whole = Whole(tuple(each.share for each in run))
    if whole.holds:
        yield Claim("shares", whole, True)
    elif abs(whole.total - 100) <= 25 and _is_all(run, paragraph):
        adding = " + ".join(str(each.share.quantity) for each in run)
        note = _("{adding} = {total}%", adding=adding, total=plain(whole.total))
        yield Claim(
            "shares", whole, False, Proof.CERTAIN, run[0].share, _("相加得 {total}%", total=plain(whole.total)), (note,)
        )


def _is_all(run: Sequence[_Share], paragraph: Paragraph) -> bool:
    added = sum((each.part.quantity.value for each in run), Decimal(0))
    complete = any(
        each.quantity.value == added
        for each in paragraph.statements
        if each.role is Role.AMOUNT and same_things(each.quantity, run[0].part.quantity)
    )
    labels = [each.part.label for each in run]
    closed = paragraph.lexicon.closed_set(labels)
    rest = bool(_REST.search(run[-1].part.label)) and len(run) > _BACK
    one_sentence = all(other.share.sentence == one.share.sentence for one, other in pairwise(run))
    return (complete and len({id(each.part) for each in run}) == len(run)) or ((closed or rest) and one_sentence)
