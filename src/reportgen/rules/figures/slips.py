"""One figure typed twice, once with a slip: two digits exchanged, or a rate that was changed in one place only."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from reportgen.model.quantity import Bound
from reportgen.numbers.labels import label_of, subject
from reportgen.numbers.rates import rate_name
from reportgen.numbers.slips import exchanged
from reportgen.rules.figures.sayings import Saying, differs, disagree, here_and_now
from reportgen.rules.registry import Finding
from reportgen.rules.spots import Passage

_LEADS = re.compile(r"^(?:其中|全年|本年度?|当年|年度|年末|年底|实际|本单位|共|总)+")
_TAILS = re.compile(r"(?:总计|合计|总额|共计|金额|数额|数)+$")
_TELLING, _NAMED = 4, 2
"""So many digits make a figure one of its kind; so many characters a name."""
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
    for first, second in combinations(sorted(firsts, key=lambda number: row.index(firsts[number])), 2):
        if exchanged(first, second):
            right, slip = (first, second) if often[first] >= often[second] else (second, first)
            yield differs(firsts[right], firsts[slip])


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
