"""A share told roughly and exactly: 不到两成（18.75%）, 七成多，具体为72.40%; the two cannot be far from each other."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval
from reportgen.numbers.numerals import read_digits
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.round_shares import ROUNDLY
from reportgen.statements.statement import Statement

_ROUND = re.compile(
    r"""
    (?P<under> 不足 | 不到 )?
    (?P<over> 超过 | (?<!不) 超 | (?<!不) 过 | 逾 | 达到 )?
    (?P<near> 将近 | 接近 | 大约 | 约 | 近 | 差不多 | 几乎 | 大致 )?
    [是为占]?
    (?: (?P<half> 一半 | 半数 )
      | (?P<tenths> [一二两三四五六七八九] ) 成 (?P<more> 半 )?                      # 两成, 六成半
      | (?P<whole> [二三四五六七八九十] ) 分之 (?P<part> [一二三四五六七八九] )     # 四分之三
    )
    (?: (?P<above> 以上 | 略?多 | 有?余 | 强 | 出头 ) | (?P<below> 略?少 | 弱 ) )?
    """,
    re.VERBOSE,
)
_TOLD = re.compile(ROUNDLY + "$")
_REACH, _HUNDREDTH = 24, Decimal("0.01")
_TENTH, _HALF = Decimal("0.1"), Decimal("0.05")
_EVEN, _ABOUT, _BEYOND = 6 * _HUNDREDTH, 9 * _HUNDREDTH, 14 * _HUNDREDTH
"""So far off is what nothing, 约, or 不到 and 以上 stand beside."""


class Roughly(Equation, frozen=True, eq=False):
    """A share, and between what bounds the words before it say that it is."""

    share: Statement
    low: Decimal
    high: Decimal

    @property
    def members(self) -> tuple[Statement, ...]:
        return (self.share,)

    @property
    def holds(self) -> bool:
        room = self.share.quantity.half_place
        return self.low - room <= self.share.quantity.value <= self.high + room

    def due(self, member: Statement) -> Interval | None:  # noqa: ARG002
        """A rough word leaves open what exactly is meant."""
        return None


def shares_roughly(paragraph: Paragraph) -> Iterator[Claim]:
    """Every exact share that contradicts the rough one right before it."""
    for share in paragraph.statements:
        if share.quantity.unit != "%" or not share.exact:
            continue
        told = _TOLD.search(paragraph.text, max(0, share.start - _REACH), share.start)
        words = _ROUND.search(told[0]) if told else None
        if words and not (equation := _meant(words, share)).holds:
            label = _("与「{words}」不合", words=words[0].lstrip("是为占"))
            yield Claim("share", equation, False, Proof.LIKELY, share, label)


def _meant(words: re.Match[str], share: Statement) -> Roughly:
    value = _value(words)
    if words["under"] or words["below"]:
        return Roughly(share, value - _BEYOND, value)
    if words["over"] or words["above"]:
        return Roughly(share, value, value + _BEYOND)
    room = _ABOUT if words["near"] else _EVEN
    return Roughly(share, value - room, value + room)


def _value(words: re.Match[str]) -> Decimal:
    """What a numeral of tenths or a fraction says; half where it is neither."""
    if words["tenths"]:
        return read_digits(words["tenths"]) * _TENTH + (_HALF if words["more"] else 0)
    if words["whole"]:
        return Decimal(read_digits(words["part"])) / read_digits(words["whole"])
    return Decimal("0.5")
