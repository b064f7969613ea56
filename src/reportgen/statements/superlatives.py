"""Which of several is said to be the highest: 产出得分率92.74%、过程85.75%，过程类得分率最低.

A word is denied where the figure that it is said of lies at the other end of those told beside it.
"""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_MOST = re.compile(
    r"""
    (?: ^|[，。；：、（）\d%分] )
    (?P<of>[^，。；：、（）\d]{0,14}?)                    # 餐饮环节不合格率最高; 88.00%最高
    (?: 是|为|则|相对 )? (?: 其中|四项中|三项中|各项中 )? (?: 的 )?
    最 (?: (?P<more>[高多大长]) | (?P<less>[低少小短]) )
    (?= [，。；、）]|$ )
    """,
    re.VERBOSE,
)
# 得分最高的是甲县: the name stands behind the word
_MOST_IS = re.compile(
    r"最(?:(?P<more>[高多大长快])|(?P<less>[低少小短慢]))的(?:依然|仍然|仍|还)?(?:是|为|属|当属|要数|数)(?P<of>[^，。；：、（）\d]{1,12}?)(?=[。；]|，(?![为是达失扣得占])|$)"
)
_OTHERWISE = re.compile("[率度比扣丢失升降增减差]")
"""得分率最高的是决策, behind points: of something else than was told."""
_OF_BOTH = re.compile("最[高低多少大小长短]")
_TAIL = re.compile("(?:得分率|得分|占比|比例|满意率|满意度|合格率|不合格率|执行率|进度|金额|数量|支出)$")
_HINDERS = re.compile("单[个项次]|连续|历史|历年|近[一二三四五六七八九十]年|以来|之一")
_SEVERAL, _FEW = 3, 2


def superlatives(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such word of a figure that is told, held against the others of its series."""
    if "最" not in paragraph.text:
        return
    for found in _MOST.finditer(paragraph.text):
        at = paragraph.text.index("最", found.start())
        if _HINDERS.search(found["of"]):
            continue
        right_before = next((each for each in paragraph.statements if each.end == at), None)
        if right_before is not None:
            yield from _judged(found, right_before, _series(right_before, paragraph, None), paragraph)
        elif (one := _named(found["of"], at, paragraph)) is not None:
            yield from _judged(found, one, _series(one, paragraph, at), paragraph)
    for found in _MOST_IS.finditer(paragraph.text):
        one = _named(found["of"], found.start(), paragraph) if len(found["of"]) >= _FEW else None
        begin = max(0, found.start() - 12)
        hindered = _HINDERS.search(paragraph.text, begin, found.start())
        if one is not None and not hindered and not _OTHERWISE.search(paragraph.text, begin, found.start()):
            yield from _judged(found, one, _series(one, paragraph, found.start()), paragraph)


def _series(one: Statement, paragraph: Paragraph, before: int | None) -> list[Statement]:
    """The figures of its unit beside one in its sentence."""
    return [
        each
        for each in paragraph.statements
        if each.sentence == one.sentence
        and (before is None or each.end <= before)
        and (each.quantity.unit, each.role, each.depth, each.period, each.planned)
        == (one.quantity.unit, one.role, one.depth, one.period, one.planned)
        and each.exact
    ]


def _named(words: str, at: int, paragraph: Paragraph) -> Statement | None:
    """The one figure that has the name before the word: of the sentence, else of the sentence before."""
    name, sentence = _TAIL.sub("", words).removesuffix("类"), paragraph.sentence(at)
    for back in range(_FEW) if len(name) >= _FEW else ():
        told = [each for each in paragraph.statements if each.end <= at and each.sentence == sentence - back]
        named = [each for each in told if name in each.label and each.role is not Role.CHANGE and each.exact]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _judged(found: re.Match[str], one: Statement, series: Sequence[Statement], paragraph: Paragraph) -> Iterator[Claim]:
    if one not in series:
        return
    values = [each.quantity.value for each in series]
    lowest, highest = min(values), max(values)
    more = found["more"] is not None
    own, other = (highest, lowest) if more else (lowest, highest)
    both = _OF_BOTH.search(paragraph.text, found.end()) or _OF_BOTH.search(paragraph.text, 0, found.start())
    if len(set(values)) < (_FEW if both else _SEVERAL):
        return
    value = one.quantity.value
    if value not in (own, other):
        return
    rival = next(each for each in series if each.quantity.value == (other if value == own else own))
    word = found["more"] or found["less"]
    label = _("写的是「{word}」，应为「{right}」", word=f"最{word}", right=_("最低") if more else _("最高"))
    note = _("前面是 {first}，后面是 {second}", first=one, second=rival)
    equation = Bounded(rival, one) if more else Bounded(one, rival)
    yield Claim("compared", equation, value == own, Proof.LIKELY, one, label, (note,))
