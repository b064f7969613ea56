"""Lists whose total stands behind them: before 合计, 总人数, 三项之和, joined by 加上, or the last and largest."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.numerals import read_digits
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement
from reportgen.statements.sum_place import SumList, opening_words

WEAK = ("总", "加", "末", "上")
"""What leads to a total and can mean another: 总人数, 加上, nothing at all, 以上."""
SUMMED = (
    "并计|合并(?=[为是得计共]*$)|"
    "相加|加起来|合起来|加在一起|合在一起|凑在一起|加总|累加|汇总|一并|总和|之和|合为|合成|凑成|凑足|凑够|拼成|汇成"
)
_CLOSES = re.compile(
    rf"""
    (?:
        [共合总]计 | 总共 | 一共
      | (?:(?<=[，。；：、）者项类个])|^)共(?!同|有)
      | {SUMMED}                                                       # 三笔相加
    )(?:(?!包括|包含|由|含)[^，。；：、（）]){{0,10}}$                       # 合计采购金额
    | 共[有计为达]?$                                                      # 各级传承人共
    """,
    re.VERBOSE,
)
_SO_MANY = re.compile(
    rf"""
    (?<![第十百])(?P<n>[两二三四五六七八九])[^，。；：\d]{{1,4}}?                # 两块, 三部戏, 四个渠道
    (?:共计|合计|总计|累计|总共|一共|共|{SUMMED})[^，。；\d]{{0,6}}$           # 累计, 加起来是
  | (?<![第十百])(?P<parts>[两二三四五六七八九])[^，。；：\d]{{1,3}}合[约为]?$           # 两部分合620万元
  | (?:^|[，。；：（(])(?:这|以上|上述)?(?P<bare>[两二三四五六七八九])[项笔块样者]$     # 小计21.00万元；两项58.50万元
    """,
    re.VERBOSE,
)
_FIRST_FEW = re.compile(r"[前后][一二两三四五\d]+[项档类个][^，。；]{0,6}$")
"""前两项合计541份: not of the whole list."""
_ALL_OF_IT = re.compile(
    r"""
    (?:
        总(?:[数量额]|[^\W\d]{0,2}(?:人数|人员|数量|面积|长度|里程|投资|规模|金额|成本|费用|资金))
      | 全年
    )
    (?:分别|就|便|即|将|已|正好|恰好|同样|同)?[为是有共达约到]*$
    """,
    re.VERBOSE,
)
"""总人数, 总量为, 全年将达."""
_WITH = re.compile(r"^(?:再|另|另外|还)?(?:加上?|连同|外加|算上|计入|添上)(?![工强快大班装固密权入征急盖挂])")
_EQUAL_TO = re.compile(r"^(?:[与和同跟]|等于|正好是|恰好是)")
_AGREES = re.compile(r"(?:总?[数额])?[^，。；\d]{0,2}(?:一致|相符|相等|吻合|对得上)")
_ABOVE = re.compile("(?:以上|上述)(?:各|[两三四五六七八九])?[项类笔块]?(?:费用|支出|资金|金额)?(?:共|合计|共计|为|是)*")
_TOGETHER = re.compile("(?:以上)?[合共总]计(?:为|是|需|约)?")
_DIVIDED = re.compile("分(?:成|为|作)?(?P<n>[两二三四五六七八九])[期批次类组段步轮年档块]")
_IN_ALL = re.compile("累计|总|共|合|全")
_FEW, _NEAR, _MOST = 2, 14, 24


def before_closing(paragraph: Paragraph) -> Iterator[SumList]:
    """Every list that ends where its total begins."""
    yield from _of_the_above(paragraph)
    for total in paragraph.amounts:
        yield from _closed(total, paragraph)
    for total in paragraph.amounts:
        if words := _leads_to(total, paragraph):
            begin = paragraph.span(total.sentence)[0]
            half = paragraph.text.rfind("；", begin, total.start) + 1
            yield from (SumList(words, (total,), at, total.start, total.depth) for at in sorted({begin, half or begin}))


def _of_the_above(paragraph: Paragraph) -> Iterator[SumList]:
    """救生衣12.90万元；救生圈4.50万元。以上17.40万元: what opens a sentence, of all that the last one tells."""
    for total in paragraph.amounts:
        begin = paragraph.span(total.sentence)[0]
        opening = paragraph.text[begin : total.start].strip()
        together = _TOGETHER.fullmatch(opening) and total.quantity.unit != "分"  # …；宣传8万元。合计139.80万元
        if total.sentence and (together or _ABOVE.fullmatch(opening)):
            yield SumList("上", (total,), paragraph.span(total.sentence - 1)[0], begin, total.depth)


def _closed(total: Statement, paragraph: Paragraph) -> Iterator[SumList]:
    """甲32人、乙21人、丙28人，合计81人."""
    start = paragraph.span(total.sentence)[0]
    if total.quantity.unit == "分" and total.label.endswith("指标共"):
        return  # 决策指标共10分，得9.52分；产出指标共50分: points to be had
    if counted := _last_so_many(total, paragraph):
        yield counted
    if not _CLOSES.search(paragraph.text, start, total.start) or _FIRST_FEW.search(paragraph.text, start, total.start):
        return
    openings = opening_words(paragraph.lexicon).finditer(paragraph.text, start, total.start)
    begins = {start, paragraph.text.rfind("；", start, total.start) + 1, *(each.end() for each in openings)}
    for begin in sorted((each for each in begins if each >= start), reverse=True):
        yield SumList("合计", (total,), begin, total.start, total.depth)


def added_up(total: Statement) -> int:
    """三类相加318场, 两支队伍合起来360名: how many its words say that were added up; 0 where they say nothing."""
    others = total.label.startswith(("其余", "其他", "另"))  # 其余两县共8.12亿元: of those that are not told
    found = None if others else _SO_MANY.search(total.passage.text, max(0, total.start - _NEAR), total.start)
    return read_digits(found["n"] or found["bare"] or found["parts"]) if found else 0


def _divided_into(total: Statement, paragraph: Paragraph) -> int:
    """培训分三期，分别为42人、38人、45人，累计125人: into how many its sentence is divided, where all of them are told;
    0 where it does not say."""
    begin = paragraph.span(total.sentence)[0]
    found = _DIVIDED.search(paragraph.text, begin, total.start) if _IN_ALL.search(total.label) else None
    if found is None:
        return 0
    own = [each for each in _alike_before(total, paragraph) if each.start >= found.end()]
    return len(own) if read_digits(found["n"]) == len(own) else 0


def _last_so_many(total: Statement, paragraph: Paragraph) -> SumList | None:
    """媒体153.08万人次和直播86.40万人次，两块相加239.48万人次: as many as the words say, right before them."""
    count = added_up(total) or _divided_into(total, paragraph)
    before = _alike_before(total, paragraph) if count else []
    made = (each for each in (count, count - 1, count + 1) if _make(before[-each:], each, total))
    count = next(made, count)  # 甲万元、乙万元、丙万元，四项8.95万元: what three make is known, and not four
    if not 1 < count <= len(before):
        return None
    first = before[-count]
    bracket = total.depth == first.depth + 1 and paragraph.text[before[-1].end : total.start][:1] in "（("
    depth = first.depth if bracket else total.depth  # 监理费6.85万元、审计费2.10万元（两项8.95万元）
    return SumList("合计", (total,), first.start - len(first.label), total.start, depth)


def _make(parts: Sequence[Statement], count: int, total: Statement) -> bool:
    return 1 < count == len(parts) and sum(each.quantity.value for each in parts) == total.quantity.value


def _leads_to(total: Statement, paragraph: Paragraph) -> str:
    """What leads to a total that no 合计 stands before; empty where nothing does."""
    own = _alike_before(total, paragraph)
    if len(own) < _FEW:
        return ""
    if _ALL_OF_IT.search(total.label):
        return "总"
    if _WITH.match(own[-1].label) and not _WITH.match(total.label):
        return "加"
    if _EQUAL_TO.match(total.label) and _AGREES.match(paragraph.text, total.end):
        return "总"
    return "末" if _is_last_and_largest(total, own, paragraph) else ""


def _is_last_and_largest(total: Statement, own: Sequence[Statement], paragraph: Paragraph) -> bool:
    """行政24名、事业15名，编内39名: nothing says so but its size and its place, the last of its sentence."""
    end = paragraph.span(total.sentence)[1]
    behind = [each for each in paragraph.amounts if total.end <= each.start < end]
    last = not any(same_things(each.quantity, total.quantity) for each in behind)
    largest = all(each.quantity.value < total.quantity.value for each in own)
    even = all(each.depth == total.depth for each in own) and total.depth == 0
    return last and largest and total.quantity.digits >= _FEW and even


def _alike_before(total: Statement, paragraph: Paragraph) -> list[Statement]:
    """The last figures of the same things before one, in its sentence and in order."""
    begin = paragraph.span(total.sentence)[0]
    before = [each for each in paragraph.added_within(begin, total.start)[-_MOST:] if each.end <= total.start]
    return [each for each in before if each.quantity.unit and same_things(each.quantity, total.quantity)]
