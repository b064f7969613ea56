"""Growth for each of several years: 由2019年的8,420人增加到2023年的10,260人，年均增长5.1%."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval, percent
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.numerals import read_numeral
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_about, is_slip_away
from reportgen.statements.statement import Period, Role, Statement

_EACH_YEAR = re.compile(r"年(?:均|平均|复合|递增)[^，。；、\d]*$")
_YEARS = re.compile(r"(?<!\d)(?P<year>20\d\d)年")
_SO_MANY = re.compile(r"(?<![\d.])(?P<years>\d{1,2}|[一二三四五六七八九十两]{1,3})个?年(?:间|来|内|里|时间)")
_FEW, _MOST = 2, 30
_ONE = Decimal(1)


class CompoundOf(Equation, frozen=True, eq=False):
    """What a figure is, what it was so many years ago, and its growth a year."""

    rate: Statement
    now: Statement
    before: Statement
    years: int

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.rate, self.now, self.before

    @property
    def exact(self) -> Decimal:
        """The growth a year as worked out."""
        return (self.now.quantity.value / self.before.quantity.value) ** (_ONE / self.years) - 1

    def due(self, member: Statement) -> Interval | None:
        room = self.rate.quantity.half_place
        return Interval(self.exact - room, self.exact + room) if member is self.rate else None


def compound_growth(changes: Sequence[Statement], paragraph: Paragraph) -> Iterator[Claim]:
    """Every growth a year behind the figure that has grown and what it was; both years, or how many, are told."""
    for rate in changes:
        if rate.quantity.unit == "%" and _EACH_YEAR.search(rate.label):
            ways = list(_ways(rate, paragraph))
            if right := next((way for way in ways if way.holds), None):
                yield Claim("growth", right, True)
            elif len(ways) == 1 and not _counted_otherwise(ways[0]):
                due = ways[0].due(rate)
                if is_slip_away(rate.quantity, due) or is_about(rate.quantity, due):
                    yield _wrong(ways[0])


def _counted_otherwise(way: CompoundOf) -> bool:
    """五年来 may be four years that have grown, or six figures."""
    others = (CompoundOf(way.rate, way.now, way.before, way.years + more) for more in (-1, 1) if way.years + more)
    return any(other.holds for other in others)


def _ways(rate: Statement, paragraph: Paragraph) -> Iterator[CompoundOf]:
    begin = paragraph.span(rate.sentence)[0]
    near = [each for each in paragraph.statements if begin <= each.start and each.end <= rate.start]
    told = [each for each in near if each.exact and each.role is Role.AMOUNT and each.quantity.kind != "%"]
    told = [each for each in told if same_things(each.quantity, told[0].quantity)]
    if len(told) < _FEW or min(each.quantity.value for each in told) <= 0:
        return
    first, last = told[0], told[-1]
    held = last.label[:1] in ("与", "比", "较") or (first.period is not Period.BEFORE and last.period is Period.BEFORE)
    if len(told) == _FEW and held:
        first, last = last, first  # 现有18426株，与2012年的15380株相比
    for years in _years(rate, begin, len(told), paragraph):
        # 2021年、2022年、2023年分别为1412件、1296件，1687件、1569件，…: of two things
        if len(told) in (_FEW, years + 1):
            yield CompoundOf(rate, last, first, years)


def _years(rate: Statement, begin: int, figures: int, paragraph: Paragraph) -> list[int]:
    """How many years there are between: as many as are told, between the years told, one less than the figures."""
    said = [int(found["year"]) for found in _YEARS.finditer(paragraph.text, begin, rate.start)]
    between = max(said) - min(said) if len(set(said)) >= _FEW else figures - 1 if figures > _FEW else 0
    numerals = [found["years"] for found in _SO_MANY.finditer(paragraph.text, begin, rate.start)]
    counted = [int(each) if each.isdecimal() else int(read_numeral(each) or 0) for each in numerals]
    return list(dict.fromkeys(each for each in (*counted, between) if 1 < each <= _MOST))


def _wrong(way: CompoundOf) -> Claim:
    due = percent(way.exact, way.rate.quantity.decimals)
    note = _(
        "{base} 到 {now}，{years} 年，每年 {due}，写的是 {rate}",
        base=way.before,
        now=way.now,
        years=way.years,
        due=due,
        rate=way.rate,
    )
    return Claim("growth", way, False, Proof.LIKELY, way.rate, _("应为 {due}", due=due), (note,))
