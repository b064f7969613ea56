"""Words behind two figures that say how the one stands to the other: 比耗材的22%高; 目标95%，实际93.6%，未完成目标."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.quantity import Bound
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.differences import is_held_against
from reportgen.statements.equations import Bounded
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role, Statement

_THAN = re.compile(r"[，,]?[^，。；、\d]{0,10}(?:(?<![占同环对])比|较(?!上年|去年))[^，。；、\d]{0,10}")
_HOW = re.compile(
    r"""
    [^，。；、（）\d]{0,8}? (?:要|都|还|更|略|稍|稍微|略微|明显|远|大大|显著|普遍|均)*
    (?: (?P<more>高|多|大|快|长|贵|重) | (?P<less>低|少|小|慢|短|便宜|轻) )
    (?: 了|些|一些|一点|得多|很多|不少|出不少|出许多|出很多 )* (?=[，。；）]|$)
    """,
    re.VERBOSE,
)
_AIM = r"(?:目标|任务|计划|指标|要求|标准)(?:值|数|任务|要求)?"
_ATTAINED = re.compile(
    rf"""
    [，,（(]? (?:本年|全年|今年|实际|已经?|均|都|也|仍|还|但|却|尚|如期|圆满|全面|顺利|总体|因此|故)*
    (?P<not>未能?|没有?|没能|尚未|并未|不|未曾)?
    (?P<over>超额|超)? (?P<all>如数|全数|全部|悉数|足额)? (?:提前)?
    (?P<word>完成|达到|达成|实现|达标|满足|符合|兑现|合格) 了?
    (?:年初|年度|全年|既定|绩效|预期|预定|原定|约定|考核|规定|设定|省定|市定|上级|相关|的)*
    (?P<aim>{_AIM})? (?=[，。；）]|$)
    """,
    re.VERBOSE,
)
_LESS_IS_BETTER = re.compile(either(lists("report_words")["越小越好"]))
_UNSURE = ("元", "天", "个工作日", "小时", "分钟", "分", "秒", "日", "个月")
"""Of money and time less may be better."""
_FAR = 5


def said_behind(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such word that the two figures deny."""
    figures = [each for each in paragraph.statements if each.role is not Role.CHANGE]
    for first, second in pairwise(figures):
        if first.sentence == second.sentence and same_things(first.quantity, second.quantity):
            yield from _more_than(first, second, paragraph)
            yield from _attained(first, second, figures, paragraph)


def _more_than(first: Statement, second: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    if not (first.exact and second.exact and _THAN.fullmatch(paragraph.text, first.end, second.start)):
        return
    found = _HOW.match(paragraph.text, second.end)
    if found and first.quantity.unit == second.quantity.unit and _near(first, second):
        yield _judged(first, second, found["more"] is not None, found["more"] or found["less"])


def _near(first: Statement, second: Statement) -> bool:
    one, other = first.quantity.value, second.quantity.value
    return one > 0 and other > 0 and one / _FAR <= other <= one * _FAR


def _attained(
    first: Statement, second: Statement, figures: Sequence[Statement], paragraph: Paragraph
) -> Iterator[Claim]:
    """目标值≥95%，实际完成93.6%，未完成目标."""
    found = _ATTAINED.match(paragraph.text, second.end)
    if not second.text[0].isdecimal():
        return  # 四类档案中文书、实物两类未完成计划: how many of them did not
    if found is None or not (found["aim"] or found["all"] or found["word"] in ("达标", "合格")):
        return
    aims = [each for each in (first, second) if is_held_against(each) and each.period is Period.NOW]
    if len(aims) > 1:  # 计划6座，改造了7座，如数完成: the word of planning reaches over both
        aims = [each for each in aims if paragraph.lexicon.any_of("计划").search(each.label)]
    own = [each for each in figures if each.sentence == first.sentence and each.start < found.end()]
    alike = [each for each in own if same_things(each.quantity, first.quantity)]
    if len(aims) != 1 or len(alike) != len((first, second)) or not _near(first, second):
        return
    aim, done = aims[0], second if aims[0] is first else first
    less = aim.quantity.bound is Bound.AT_MOST
    settled = aim.quantity.bound in (Bound.AT_LEAST, Bound.AT_MOST)
    if not settled and (_LESS_IS_BETTER.search(aim.label + done.label) or aim.quantity.unit in _UNSURE):
        return
    reached = done.quantity.value <= aim.quantity.value if less else done.quantity.value >= aim.quantity.value
    more = found["all"] == "如数" and not found["not"] and done.quantity.value != aim.quantity.value
    if done.exact and (reached is bool(found["not"]) or more):
        word = "".join(found[part] or "" for part in ("not", "over", "all", "word"))
        yield _judged(done, aim, reached is less, word)


def _judged(first: Statement, second: Statement, more: bool, word: str) -> Claim:
    moved = first.quantity.value - second.quantity.value
    right = _("高于") if moved > 0 else _("低于") if moved < 0 else _("等于")
    label = _("写的是「{word}」，应为「{right}」", word=word, right=right)
    note = _("前面是 {first}，后面是 {second}", first=first, second=second)
    equation = Bounded(second, first) if more else Bounded(first, second)
    return Claim("compared", equation, moved != 0 and (moved > 0) is more, Proof.LIKELY, first, label, (note,))


_STEADILY = (
    "(?:逐年|逐季度?|逐月|逐期|逐次|逐步|连年|年年|连续|持续|不断|一路|依次|呈现?(?:出)?|总体|整体|稳步|稳定|稳中有"
    "|明显|大幅|小幅|平稳|的|有所|趋于|双双)+"
)
_APART = re.compile(r"[、，,和及](?:而)?[^，。；\d]{0,10}")
_LEAST = 3


def series_told(paragraph: Paragraph) -> Iterator[Claim]:
    """2022年12起、2023年9起、2024年7起，事故逐年下降: what figures in a row all go against."""
    behind = paragraph.lexicon.pattern("series behind", _series_behind)
    for row in _rows(paragraph):
        found = behind.match(paragraph.text, row[-1].end)
        if found is None:
            continue
        values = [each.quantity.value for each in (reversed(row) if _latest_first(row) else row)]
        rises, falls = (all(one < other for one, other in pairwise(way)) for way in (values, values[::-1]))
        up = found["up"] is not None
        if falls if up else rises:
            yield _judged(row[-1], row[0], up is not _latest_first(row), found["up"] or found["down"])


def _series_behind(words: Lexicon) -> str:
    up, down = (alternation(words.lists[key]) for key in ("走高", "走低"))
    return (
        rf"[，,]?[^，。；：、（）\d]{{0,8}}?{_STEADILY}(?:(?P<up>{up})|(?P<down>{down}))"
        r"(?:的?(?:趋势|态势|势头|走势))?(?=[，。；]|$)"
    )


def _rows(paragraph: Paragraph) -> Iterator[list[Statement]]:
    row: list[Statement] = []
    for each in paragraph.statements:
        beside = bool(row) and _APART.fullmatch(re.sub(r"20\d\d年", "", paragraph.text[row[-1].end : each.start]))
        if beside and each.exact and same_things(each.quantity, row[-1].quantity):
            row.append(each)
            continue
        if len(row) >= _LEAST:
            yield row
        row = [each] if each.exact and each.role is not Role.CHANGE else []
    if len(row) >= _LEAST:
        yield row


def _latest_first(row: Sequence[Statement]) -> bool:
    """2024年、2023年、2022年分别为."""
    text = row[0].passage.text
    begin = max(text.rfind(mark, 0, row[0].start) for mark in "。；") + 1
    years = re.findall(r"20\d\d(?=年)", text[begin : row[-1].start])
    return len(years) > 1 and years == sorted(years, reverse=True)
