"""What is shared out in a ratio that the text tells: 中央、省、县按6:2:2分担，县级应配套725.68万元; 三者之比6∶3∶1."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval, like
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_slip_away
from reportgen.statements.statement import Statement

_PAIR = re.compile(r"\d\s*[:：∶]\s*\d")
_RATIO = r"(?P<ratio>\d{1,3}(?:\.\d)?(?:\s*[:：∶]\s*\d{1,3}(?:\.\d)?){1,5})"
_NAMES = r"(?P<names>[^，。；：、\d（）]{1,8}(?:、[^，。；：、\d（）]{1,8})*?(?:、|和|与|及)[^，。；：、\d（）]{1,8}?)"
_SHARED = (  # 中央、省、县按6:2:2分担; 按5∶3∶2由中央、省、县三级共同承担
    re.compile(rf"{_NAMES}(?:[两三四]级|财政|资金|分别|各)*(?:按照?|以){_RATIO}"),
    re.compile(rf"按照?{_RATIO}[^，。；：、\d]{{0,6}}由{_NAMES}(?:[两三四]级|财政|共同)*(?:分担|承担|负担|共担|出)"),
)
"""Who shares, and the ratio in the order of their names."""
_OF_LIST = re.compile(rf"(?:[两三四五]者|比例|数量|人数)?(?:之比|比例?|构成比)(?:约?[为是])?{_RATIO}")
"""屠宰3,300份、市场1,650份、冷库550份，三者之比6∶3∶1."""
_LEVEL = re.compile("(?:本?级|财政|资金|方面|方)+$")
_LEADS = re.compile("^.*由")
_BEHIND = "(?:本?级|财政|里|方|应|配套|承担|负担|分担|补助|资金|出|拿|投|$)"
"""A name without 级 and 财政, and without what leads to it; what may stand behind it in a label: 县级应配套."""
_REACH, _FEW, _LONG, _ROUND = 1, 2, 20, Decimal("0.5")
"""So many sentences off a share is told; of so few no list is made, and so few digits tell no slip; the ratio of a list
stands so near behind it, and is rounded by less."""


class PortionOf(Equation, frozen=True, eq=False):
    """A part that is so many times another figure."""

    part: Statement
    whole: Statement
    times: Decimal

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.part, self.whole

    def due(self, member: Statement) -> Interval | None:
        other, times = (self.whole, self.times) if member is self.part else (self.part, 1 / self.times)
        told = other.quantity.interval
        return None if told.low is None or told.high is None else Interval(told.low * times, told.high * times)


def shared_out(paragraph: Paragraph) -> Iterator[Claim]:
    """Every share that a ratio says, of what is told beside it."""
    if _PAIR.search(paragraph.text) is None:
        return
    for pattern in _SHARED:
        for found in pattern.finditer(paragraph.text):
            yield from _shared(found, paragraph)
    for found in _OF_LIST.finditer(paragraph.text):
        yield from _of_a_list(found, paragraph)


def _shared(found: re.Match[str], paragraph: Paragraph) -> Iterator[Claim]:
    names = [_LEVEL.sub("", _LEADS.sub("", name)) for name in re.split("[、和与及]", found["names"])]
    names[0] = names[0][-_FEW:] if len(names[0]) > _FEW * 2 else names[0]  # 医保筹资中央与地方
    ratios = _numbers(found)
    if len(names) != len(ratios) or len({*names}) < len(names) or not all(names):
        return
    own = paragraph.sentence(found.start())
    near = [each for each in paragraph.amounts if abs(each.sentence - own) <= _REACH and each.exact]
    near = [each for each in near if each.quantity.unit == "元"]
    told = {each: times for each in near for name, times in zip(names, ratios, strict=True) if _is_of(each, name)}
    wholes = [each for each in near if each not in told and each.sentence == own]
    every = {whole: [PortionOf(each, whole, told[each] / sum(ratios)) for each in told] for whole in wholes}
    right = next((whole for whole, parts in every.items() if any(part.holds for part in parts)), None)
    for whole in [right] if right is not None else wholes[:1]:
        yield from (claim for each in every[whole] if (claim := _judged(each)))


def _is_of(each: Statement, name: str) -> bool:
    """县级应配套, 中央: the name opens the label of the share."""
    return bool(re.search(rf"^(?:其中[：，]?|由)?{re.escape(name)}{_BEHIND}", each.label))


def _of_a_list(found: re.Match[str], paragraph: Paragraph) -> Iterator[Claim]:
    """屠宰3,300份、市场1,650份、冷库550份，三者之比6∶3∶1: of three and more all but one are in this ratio."""
    ratios = _numbers(found)
    items = [each for each in paragraph.amounts if each.end <= found.start()][-len(ratios) :]
    if len(items) != len(ratios) or len(ratios) <= _FEW or found.start() - items[-1].end > _LONG:
        return
    pairs = pairwise(items)
    if not all(same_things(one.quantity, other.quantity) and one.sentence == other.sentence for one, other in pairs):
        return
    units = [each.quantity.value / ratio for each, ratio in zip(items, ratios, strict=True)]
    unit = max(units, key=units.count)
    if units.count(unit) < len(units) - 1 or not unit:
        return
    first = units.index(unit)
    for at, each in enumerate(items):
        if at != first:
            portion = PortionOf(each, items[first], ratios[at] / ratios[first])
            near = abs(each.quantity.value / unit - ratios[at]) < _ROUND  # 6.4∶3∶1 is 6∶3∶1
            yield Claim("shares", portion, True) if near else _wrong("shares", portion)


def _judged(portion: PortionOf) -> Claim | None:
    """A share that comes out, or would but for a slip; what was paid of it so far is another figure."""
    if portion.holds:
        return Claim("rate", portion, True)
    slip = portion.part.quantity.digits > _FEW and is_slip_away(portion.part.quantity, portion.due(portion.part))
    return _wrong("rate", portion) if slip else None


def _wrong(relation: str, portion: PortionOf) -> Claim:
    due = like(portion.whole.quantity.value * portion.times, portion.part.quantity)
    note = _("按写出的比例，{whole} 对应的是 {due}，写的是 {part}", whole=portion.whole, due=due, part=portion.part)
    return Claim(relation, portion, False, Proof.LIKELY, portion.part, _("应为 {due}", due=due), (note,))


def _numbers(found: re.Match[str]) -> list[Decimal]:
    return [Decimal(each) for each in re.findall(r"\d+(?:\.\d)?", found["ratio"])]
