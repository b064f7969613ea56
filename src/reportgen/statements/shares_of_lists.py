"""Shares of the items of a list, told behind it, whatever the words are: 结构为82%、11%、7%; 男女比例为58%和42%.

Percentages that go by the names of the items, or stand in a row as long as the list, are shares of what the list adds
up to where all but one of them are. The total is stated, or it is what the items right before them make together.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import percent
from reportgen.numbers.clauses import begin_of
from reportgen.numbers.labels import shared
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf, finest_place
from reportgen.statements.grades import GoodRate
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.share_parts import MEASURE, joins
from reportgen.statements.statement import Role, Statement

_GAP, _FAR, _LATER = 30, 60, 2
_PAIR = 2
_ROUND = Decimal("1.1")
_NEARLY = 3
"""So many half places a share may be off where all of them were made to fit 100 %."""
_LINKS = re.compile(
    r"[前后]者|[一另][一个]个?|两者|二者|所占|占比?|比例|比重|份额|分别|依次|各自?|其中|其|合?约|为|是|达到?|到|了|仅|只|则"
    r"|结构|构成|金额|数量|人数|[:：的在“”]"
)
_RATIO = re.compile(r"\s*(?:[比对]|[:：∶])\s*")
"""二者之比为64.42%比35.58%."""
SEVERAL = re.compile("以上[^，。]*[占比]|以下[^，。]*[占比]|合计?占|[两三四]者?项|前[两三四]")
"""3A及以上占90.9%: of several parts together."""
_APART = re.compile("[。；]")
Pairs = Sequence[tuple[Statement, Statement]]


class Items(NamedTuple):
    """A list: its items and, where it is stated, what they add up to."""

    parts: tuple[Statement, ...]
    total: Statement | None

    @property
    def end(self) -> int:
        """Where the last of its figures ends."""
        return max(each.end for each in (*self.parts, *([self.total] if self.total else [])))

    @property
    def value(self) -> Decimal:
        """What the items make together."""
        return sum((each.quantity.value for each in self.parts), Decimal(0))

    def share(self, share: Statement, part: Statement) -> RatioOf | GoodRate:
        """A share of one item."""
        if self.total is None:
            return GoodRate(share, (part,), self.parts)
        return RatioOf(share, part, self.total, finest_place([part, self.total]))


def shares_of_lists(paragraph: Paragraph, added: Sequence[Claim]) -> Iterator[Claim]:
    """The percentages of a paragraph against the lists before them, the nearest first."""
    lists = [Items(claim.members[1:], claim.members[0]) for claim in added if claim.holds and _is_list(claim)]
    for run in _runs(paragraph):
        near = [items for items in lists if _is_before(items, run[0], paragraph)]
        near.sort(key=lambda items: (-items.parts[-1].end, -len(items.parts)))
        near += _right_before(run, paragraph)
        yield from next((told for items in near if (told := _told(items, run, paragraph))), [])


def _is_list(claim: Claim) -> bool:
    return claim.relation == "sum" and all(map(_counts, claim.members)) and len(claim.members) > _PAIR


def _counts(each: Statement) -> bool:
    return each.role is Role.AMOUNT and each.exact and bool(each.quantity.unit) and each.quantity.value > 0


def _is_before(items: Items, share: Statement, paragraph: Paragraph) -> bool:
    """Whether nothing of the same kind stands between a list and its shares."""
    between = [each for each in paragraph.amounts if items.end <= each.start < share.start]
    near = items.end <= share.start <= items.end + _FAR and share.sentence - items.parts[-1].sentence < _LATER
    return near and not any(each.quantity.kind == items.parts[0].quantity.kind for each in between)


def _right_before(run: Sequence[Statement], paragraph: Paragraph) -> list[Items]:
    """男性232人、女性168人，男女比例为58%和42%: as many items as shares, right before them, and no total."""
    length = row if (row := _row(run)) > 1 else len(run)
    before = [each for each in paragraph.amounts if each.end <= run[0].start and each.depth <= run[0].depth][-length:]
    if not _PAIR <= length == len(before) or not all(map(_counts, before)):
        return []
    between = paragraph.text[before[0].end : run[0].start]
    alike = len({(each.quantity.kind, each.depth, each.sentence) for each in before}) == 1
    near = run[0].start - before[-1].end <= _GAP and not _APART.search(between)
    return [Items(tuple(before), None)] if alike and near else []


def _runs(paragraph: Paragraph) -> Iterator[list[Statement]]:
    """Percentages that follow each other with few words between."""
    run: list[Statement] = []
    for each in paragraph.statements:
        share = each.quantity.unit == "%" and each.exact and each.role in (Role.SHARE, Role.RATE)
        share = share and 0 < each.quantity.number < 100
        onward = run and each.start - run[-1].end <= _GAP and "。" not in paragraph.text[run[-1].end : each.start]
        if share and (onward or not run):
            run.append(each)
            continue
        yield from [run] if run else []
        run = [each] if share else []
    yield from [run] if run else []


def _row(run: Sequence[Statement]) -> int:
    """How many percentages stand in a row, with nothing but 、 between."""
    return next((at for at in range(1, len(run)) if not _is_joined(run[at - 1], run[at])), len(run))


def _is_joined(one: Statement, other: Statement) -> bool:
    return joins(one, other) or bool(_RATIO.fullmatch(one.passage.text, one.end, other.start))


def _told(items: Items, run: Sequence[Statement], paragraph: Paragraph) -> list[Claim]:
    rates = (run[0].role is Role.RATE and "率" in run[0].label) or MEASURE.search(run[0].label)
    pairs = [] if rates else _paired(run, items.parts, paragraph)
    all_of_it = abs(sum((share.quantity.number for share, _part in pairs), Decimal(0)) - 100) < Decimal("0.001")
    room = Decimal(_NEARLY) if all_of_it and len(pairs) == len(items.parts) else _ROUND
    wrong = [pair for pair in pairs if _off(pair, items) > room]
    said = len(wrong) == 1 and (len(pairs) > 1 or pairs[0][0].role is Role.SHARE)
    if not pairs or (wrong and not said):
        return []
    sure = Proof.CERTAIN if len(pairs) > _PAIR else Proof.LIKELY
    right = [pair for pair in pairs if pair not in wrong]
    told = [Claim("share", items.share(*pair), True) for pair in right]
    relation = "shares" if right and len(pairs) == len(items.parts) else "share"
    return [*told, *(_wrong(*pair, items, relation, sure) for pair in wrong)]


def _off(pair: tuple[Statement, Statement], items: Items) -> Decimal:
    """How many half places a share is off."""
    share, part = pair
    return abs(part.quantity.value / items.value - share.quantity.value) / share.quantity.half_place


def _wrong(share: Statement, part: Statement, items: Items, relation: str, proof: Proof) -> Claim:
    """Of all items but one it is known that these are their shares: then nothing else is to be weighed."""
    due = percent(part.quantity.value / items.value, share.quantity.decimals)
    if items.total is not None:
        note = _("{part} ÷ {whole} = {due}，写的是 {rate}", part=part, whole=items.total, due=due, rate=share)
    else:
        note = _("按同一总数，{part} 应占 {due}，写的是 {share}", part=part, due=due, share=share)
    return Claim(relation, items.share(share, part), False, proof, share, _("应为 {due}", due=due), (note,))


def _paired(run: Sequence[Statement], parts: Sequence[Statement], paragraph: Paragraph) -> Pairs:
    """Each share with its part: by their names, or by their order in a row as long as the list."""
    row = _row(run)
    if row > 1:  # what stands behind a row is of something else
        return list(zip(run, parts, strict=False)) if row == len(parts) else []
    begin = begin_of(paragraph.text, run[0].start, "，。；：\n%")
    if SEVERAL.search(paragraph.text, begin, run[-1].start):
        return []
    named = [(share, part) for share in run if (part := _of_name(name_of_share(share, paragraph), parts))]
    if len(named) == len(run) == len({id(part) for _share, part in named}):
        return named
    led = [_LINKS.sub("", share.label) for share in run]
    plain = not any(led) and len(run) == len(parts) == _PAIR
    return list(zip(run, parts, strict=True)) if plain else []


def name_of_share(share: Statement, paragraph: Paragraph) -> str:
    """What stands before a share and is no word that leads to it."""
    begin = begin_of(paragraph.text, share.start, "，。；、（）：:\n%")
    return re.sub(r"\s+", " ", _LINKS.sub(" ", paragraph.text[begin : share.start])).strip()


def _of_name(name: str, parts: Sequence[Statement]) -> Statement | None:
    """The one part whose label has the most characters of a name in a row."""
    lengths = [common(name, each.label) for each in parts]
    most = max(lengths, default=0)
    telling = most >= min(_PAIR, len(name)) and most > 0
    return parts[lengths.index(most)] if telling and lengths.count(most) == 1 else None


def common(name: str, label: str) -> int:
    """How many characters of one word of a name stand in a label in one row."""
    return max(len(shared(word, label)) for word in name.split(" "))
