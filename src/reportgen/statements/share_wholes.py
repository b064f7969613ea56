"""The figures that may be the whole of some shares: of the paragraph, or of the document by their names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.units import counts
from reportgen.statements.lexicon import lexicon
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.share_parts import Share
from reportgen.statements.statement import Role, Statement

_APART = "\x00"
_HALVES = 3
"""So many half places a rate may be off (`RatioOf.holds`)."""
_BEHIND_PART = re.compile(r"[，,（(]?(?:约|仅|只)?(?:占比?|比重|比例)(?:为|约|达到?)*\s*")
_MEASURED = re.compile(f"(?:{either(lists('counting')['多少的名称'])})$")
"""采购24.60万盆，占采购量的40.00%: what is counted, without the word of its size."""
_OF_PEOPLE = ("在编", "编制")
_TELLING = 2
"""So many characters of a name say what it is."""


def may_be_of(each: Share, whole: Statement) -> bool:
    """Whether a share can be one of a whole, by the ends of what its figures allow: of a document's few can."""
    part, all_of_it, rate = each.part.quantity.interval, whole.quantity.interval, each.share.quantity
    if part.low is None or part.high is None or all_of_it.low is None or all_of_it.high is None:
        return True
    if part.low < 0 or all_of_it.low < 0:
        return True
    room = rate.half_place * _HALVES
    return (rate.value - room) * all_of_it.low <= part.high and part.low <= (rate.value + room) * all_of_it.high


_GENERAL = re.compile("^(?:本年|全年|年度|当年|全部)|(?:总额|合计|总计|总数|总量|总|数)$")
_ALL, _ALL_OF = re.compile("^总|总额|合计|总计|总量"), re.compile("^(?:20[0-9]{2}年度?)?总")
_OF_ROW = re.compile("(?P<row>[^，。；]{2,}?)(?P<column>支出|预算|收入|决算|执行)数?")
"""引种保育支出: the row of that name, in the column of what is spent."""
_AROUND = re.compile(
    r"^(?:其中|全年|本年|年度|当年|[一二三四五六七八九十\d]+[、.．])[:：]?|(?:总额|合计|总计|总数|总量|数|为|共|决算)+$"
)


class Named:
    """The figures of a document that may be a whole, by what they count and by the words by which they go.

    Made once for a document: its paragraphs look for their wholes in it, many of them for the same.
    """

    def __init__(self, everywhere: Iterable[Statement]) -> None:
        self._told: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
        self._found: dict[tuple[str, frozenset[str]], list[Statement]] = {}
        for each in everywhere:
            if each.quantity.value > 0:
                self._told[counts(each.quantity.kind)].append((_APART.join(_words_of(each)), each))

    def called(self, kind: str, names: Iterable[str]) -> Sequence[Statement]:
        """The figures that count this and go by one of the names."""
        asked = counts(kind), frozenset(names)
        if asked not in self._found:
            told = self._told.get(asked[0], ()) if asked[1] else ()
            self._found[asked] = [each for words, each in told if any(name in words for name in asked[1])]
        return self._found[asked]

    def counted(self, kind: str) -> Sequence[Statement]:
        """The figures that count this, whatever they are called."""
        return [each for _words, each in self._told.get(counts(kind), ())]


def wholes_for(run: list[Share], paragraph: Paragraph, totals: Named) -> list[Statement]:
    """The figures that may be the whole: those before in the paragraph, then those of the document."""
    first, last = run[0], run[-1]
    kind = first.part.quantity
    own = [
        each
        for each in paragraph.statements
        if each.role is Role.AMOUNT
        and not each.bounds  # 养蚕10张以上的大户
        and each.start < last.share.start
        and same_things(each.quantity, kind)
        and each.quantity.value > 0
    ]
    parts = {each.part for each in run}
    before = [each for each in own if each not in parts or each is own[0]] + [
        each for each in own if each in parts and each is not own[0]
    ]
    names = [name for share in run if len(name := _short(share.whole)) >= _TELLING]
    names += [found["row"] for name in names if (found := _OF_ROW.fullmatch(name))]
    return [*before, *totals.called(kind.kind, names)]


@lru_cache(maxsize=1024)
def _short(whole: str) -> str:
    """支出 of 本年支出合计."""
    return re.sub(r"^(?:本年|全年|年度|当年|全部|所有|总(?=[^数额量计]{2}))|(?:总额|合计|总计|总数|总量|总)", "", whole)


def is_called(each: Statement, whole: str) -> bool:
    """Whether a figure goes by the name behind 占: 占支出总额的, 占本年收入的."""
    name = _short(whole)
    if len(name) < _TELLING or each.label.endswith((f"和{name}", f"及{name}", f"与{name}")):
        return False  # 税收返还和转移支付 is more than 转移支付
    if (stem := _MEASURED.sub("", name)) != name and len(stem) >= _TELLING and stem in each.label:
        return True
    concept = lexicon().concepts.get(name, "") if each.concept in _OF_PEOPLE else ""
    return any(name in words for words in _words_of(each)) or (concept != "" and concept == each.concept)


def goes_by(each: Statement, whole: str) -> bool:
    """Whether a figure elsewhere has exactly the name behind 占: 总支出 for 支出总额, row 引种 for 引种支出."""
    name = _GENERAL.sub("", whole)
    if len(name) < _TELLING:
        return False
    if name in (_plain(each.label), _plain(each.row), _plain(each.name)):
        return True
    if _ALL.search(whole) and _ALL_OF.sub("", _plain(each.label)) == name != _plain(each.label):
        return True
    found = _OF_ROW.fullmatch(name)
    return found is not None and found["row"] == _plain(each.row) and found["column"] in each.column


def _plain(words: str) -> str:
    return _AROUND.sub("", words)


def _words_of(each: Statement) -> tuple[str, ...]:
    return each.label, each.row, each.column, each.name


def is_named(run: Sequence[Share], whole: Statement) -> bool:
    """Whether one of the shares is said to be of this figure."""
    return any(is_called(whole, each.whole) for each in run)


def leading_whole(each: Share, larger: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """采购支出262.50万元，其中货物208.50万元、服务54.00万元。授予中小企业208.10万元，占79.28%: of what opens the last
    sentence that tells a total, where that is larger than all that follows it."""
    sentence = max((whole.sentence for whole in larger), default=-1)
    last = [whole for whole in larger if whole.sentence == sentence and whole.depth == each.part.depth]
    first = last[0] if last else None
    begin = paragraph.span(sentence)[0] if first is not None else 0
    opens = first is not None and not any(begin <= other.start < first.start for other in paragraph.amounts)
    most = first is not None and all(whole.quantity.value <= first.quantity.value for whole in last)
    right_behind = _BEHIND_PART.fullmatch(paragraph.text, each.part.end, each.share.start)
    return first if opens and most and right_behind else None
