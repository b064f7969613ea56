"""One figure typed twice, once with a slip: two digits exchanged, or a rate that was changed in one place only."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.model.quantity import Bound
from reportgen.numbers.clauses import HALF_ENDS, begin_of, label_start
from reportgen.numbers.labels import label_of, subject
from reportgen.numbers.rates import rate_name
from reportgen.numbers.slips import exchanged, one_digit
from reportgen.rules.figures.sayings import Saying, differs, disagree, here_and_now
from reportgen.rules.registry import Finding
from reportgen.statements.passages import Passage

_LEADS = re.compile(r"^(?:其中|全年|本年度?|当年|年度|年末|年底|实际|本单位|共|总)+")
_TAILS = re.compile(r"(?:总计|合计|总额|共计|金额|数额|数)+$")
_TELLING, _NAMED = 4, 2
"""So many digits make a figure one of its kind; so many characters a name."""
_TIMES = re.compile(r"\d{4}年度?|全年|本年度?|其中|[，,、：:]")
_TWO = 2
_OTHER_YEAR = re.compile(r"上年|去年|往年|同期|季度|半年|预计|目标值")
_NEAR = 20
"""Characters between a count and its rate."""


def digits_exchanged(prose: Sequence[Passage], year: int | None) -> Iterator[Finding]:
    """全年支出562.06万元 and 支出562.60万元: the same words, the same digits, two of them exchanged."""
    alike: dict[tuple[str, ...], list[Saying]] = defaultdict(list)
    for passage in prose:
        for each in passage.numbers:
            quantity = each.quantity
            if quantity.bound is Bound.EXACT and len(quantity.number.as_tuple().digits) >= _TELLING and quantity.unit:
                what = _TAILS.sub("", _LEADS.sub("", label_of(passage.text, each)))
                if len(what) >= _NAMED:
                    key = (what, subject(passage.text, each.start), quantity.scale, quantity.unit)
                    alike[key].append(Saying(what, each, passage))
    for row in alike.values():
        yield from _slips([saying for saying in row if here_and_now(saying.passage, saying.stated, year)])


def _slips(row: list[Saying]) -> Iterator[Finding]:
    """What is said less often is the slip; of two that are said once it is the second."""
    often = Counter(saying.stated.quantity.number for saying in row)
    firsts = {saying.stated.quantity.number: saying for saying in reversed(row)}
    if len(firsts) != _TWO:
        return  # a name that many figures bear says of each of several things what it has
    first, second = sorted(firsts, key=lambda number: row.index(firsts[number]))
    if _slipped(first, second) and not _of_two_things(firsts[first], firsts[second]):
        right, slip = (first, second) if often[first] >= often[second] else (second, first)
        yield differs(firsts[right], firsts[slip])


def _slipped(first: Decimal, second: Decimal) -> bool:
    """Of four digits two are exchanged, or one of five is another."""
    return exchanged(first, second) or (one_digit(first, second) and len(first.as_tuple().digits) > _TELLING)


def _of_two_things(first: Saying, second: Saying) -> bool:
    """甲项目：下达资金50.60万元；乙项目：下达资金56.00万元: the words that open the sentences are two names."""
    return len({topic for topic in (_topic(first), _topic(second)) if topic}) == _TWO


def _topic(saying: Saying) -> str:
    """What stands before the name of the first figure of the sentence, or of its half."""
    text, at = saying.passage.text, saying.stated.start
    start = begin_of(text, at, HALF_ENDS)
    first = next(each for each in saying.passage.numbers if each.start >= start)
    return _TIMES.sub("", text[start : label_start(text, first.start)])


def rates_apart(prose: Sequence[Passage]) -> Iterator[Finding]:
    """达标活动34个，项目质量达标率94.4%; elsewhere: 达标活动34个，项目质量达标率84.4%."""
    firsts: dict[tuple[str, ...], Saying] = {}
    for passage in prose:
        for count, rate in pairwise(passage.numbers) if "率" in passage.text else ():
            name = rate_name(passage.text, rate)
            what = label_of(passage.text, count)
            near = rate.start - count.end < _NEAR and "。" not in passage.text[count.end : rate.start]
            if len(name) > _NAMED and len(what) >= _NAMED and near:
                saying = Saying(name, rate, passage)
                first = firsts.setdefault((what, passage.text[count.start : count.end], name), saying)
                here = _OTHER_YEAR.search(passage.text) is None
                if first.passage is not passage and disagree(first, saying) and here:
                    yield differs(first, saying)
